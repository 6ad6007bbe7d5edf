//! What fell due while nobody looked comes in; what is still told, and what is marked as missed, goes out.
//!
//! Per rule and subject only the newest occurrence is told, and only while it is of use. A clock that jumps back
//! repeats nothing; one that jumps forward is the same as having been down.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil;
use super::window::Window;

/// Whoever is told later than this reads "was due".
pub const LATE: TimeDelta = TimeDelta::hours(1);
/// After being down for longer, each person gets one digest.
pub const LONG_DOWN: TimeDelta = TimeDelta::hours(24);

/// What kind of thing is due, as far as being late goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A visit, a first contact, an after-care check: of use until its window ends.
    Visit(Window),
    /// A review: for a week.
    Review,
    /// A follow-up, a confirmation, a promise: for three days.
    FollowUp,
    /// A danger: for ever.
    Danger,
}

/// Something that fell due and was not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<K> {
    /// The rule and the subject: two of one key are occurrences of the same.
    pub key: K,
    /// What it is.
    pub kind: Kind,
    /// When it was to be told.
    pub at: DateTime<Utc>,
    /// The case's zone, in which its days are meant.
    pub zone: Tz,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is told.
    Told,
    /// It is told, worded "was due".
    ToldLate,
    /// It is not told: counted, and named in the supervisor's list.
    Missed,
}

/// How what is told late is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// As on any day.
    Usual,
    /// One digest per person.
    Digest,
}

impl Kind {
    /// When telling it has become of no use, if ever.
    #[must_use]
    pub fn useful_until(self, at: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        match self {
            Self::Visit(window) => Some(window.ends_at(zone)),
            Self::Review => Some(days_after(at, 7, zone)),
            Self::FollowUp => Some(days_after(at, 3, zone)),
            Self::Danger => None,
        }
    }
}

/// What becomes of each thing that fell due by now, in the order in which they came in.
#[must_use]
pub fn sort<K: Ord + Clone>(due: &[Due<K>], now: DateTime<Utc>) -> Vec<Fate> {
    let mut newest: BTreeMap<&K, usize> = BTreeMap::new();
    for (place, one) in due.iter().enumerate() {
        let found = newest.entry(&one.key).or_insert(place);
        if due[*found].at <= one.at {
            *found = place;
        }
    }
    let fate = |(place, one): (usize, &Due<K>)| {
        let until = one.kind.useful_until(one.at, one.zone);
        let useful = until.is_none_or(|until| now < until);
        if one.kind == Kind::Danger || (useful && newest.get(&one.key) == Some(&place)) {
            match now - one.at > LATE {
                true => Fate::ToldLate,
                false => Fate::Told,
            }
        } else {
            Fate::Missed
        }
    };
    due.iter().enumerate().map(fate).collect()
}

/// How people are told after the clock's loop last looked at this moment.
#[must_use]
pub fn manner(looked_at: DateTime<Utc>, now: DateTime<Utc>) -> Manner {
    match now - looked_at > LONG_DOWN {
        true => Manner::Digest,
        false => Manner::Usual,
    }
}

/// From which moment the next fire of a rule is searched: never before the last one, wherever the clock is now.
#[must_use]
pub fn search_from(fired_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    fired_at.map_or(now, |fired_at| fired_at.max(now))
}

/// The next time of a daily thing: once per local date, also after the clock was set back and after the person went to
/// another zone. `fired_on` is the last local date on which it was told, wherever they were.
#[must_use]
pub fn next_daily(
    time: NaiveTime,
    zone: Tz,
    fired_on: Option<NaiveDate>,
    now: DateTime<Utc>,
) -> (NaiveDate, DateTime<Utc>) {
    let today = civil::day_of(now, zone);
    let first = fired_on.map_or(today, |fired_on| civil::add_days(fired_on, 1).max(today));
    let at = |days| {
        let day = civil::add_days(first, days);
        (day, civil::at(day, time, zone))
    };
    // A day that was skipped fires with the next, and is not that day's own.
    let mut days = (0..3).map(at);
    let next = days.find(|(day, at)| *at >= now && !civil::is_skipped(*day, zone));
    next.unwrap_or_else(|| at(3))
}

fn days_after(at: DateTime<Utc>, days: u32, zone: Tz) -> DateTime<Utc> {
    let local = civil::local(at, zone);
    civil::at(civil::add_days(local.date(), days), local.time(), zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: Tz = chrono_tz::Africa::Nairobi;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn due(key: &'static str, kind: Kind, at: &str) -> Due<&'static str> {
        Due {
            key,
            kind,
            at: utc(at),
            zone: ZONE,
        }
    }

    #[test]
    fn only_the_newest_of_a_rule_is_told_and_only_while_it_is_of_use() {
        let window = Window::around("2026-03-05".parse().unwrap(), 7);
        let visit = Kind::Visit(window);
        let fallen = [
            due("visit A", visit, "2026-03-04T05:00:00Z"),
            due("visit A", visit, "2026-03-05T05:00:00Z"),
            due("review B", Kind::Review, "2026-02-27T05:00:00Z"),
            due("follow-up C", Kind::FollowUp, "2026-03-03T05:00:00Z"),
            due("danger D", Kind::Danger, "2026-03-01T05:00:00Z"),
            due("danger D", Kind::Danger, "2026-03-02T05:00:00Z"),
            due("follow-up E", Kind::FollowUp, "2026-03-06T05:00:00Z"),
        ];
        use Fate::{Missed, Told, ToldLate};
        let now = utc("2026-03-06T05:30:00Z");
        let fates = sort(&fallen, now);
        assert_eq!(
            fates,
            [Missed, ToldLate, Missed, Missed, ToldLate, ToldLate, Told]
        );
        // The last minute of the window, and the first after it.
        let visit = &fallen[1..2];
        assert_eq!(sort(visit, utc("2026-03-06T20:59:59Z")), [ToldLate]);
        assert_eq!(sort(visit, utc("2026-03-06T21:00:00Z")), [Missed]);
        let review = &fallen[2..3];
        assert_eq!(sort(review, utc("2026-03-06T04:59:59Z")), [ToldLate]);
    }

    #[test]
    fn after_more_than_a_day_each_person_gets_one_digest() {
        let looked_at = utc("2026-03-02T05:00:00Z");
        assert_eq!(manner(looked_at, looked_at + LONG_DOWN), Manner::Usual);
        let later = looked_at + LONG_DOWN + TimeDelta::seconds(1);
        assert_eq!(manner(looked_at, later), Manner::Digest);
    }

    #[test]
    fn a_local_date_is_told_once_wherever_the_clock_and_the_person_go() {
        let eight = NaiveTime::from_hms_opt(8, 0, 0).unwrap();
        let now = utc("2026-03-02T05:00:00Z");
        let (on, at) = next_daily(eight, ZONE, None, now);
        assert_eq!((on.to_string(), at), ("2026-03-02".to_owned(), now));
        // The clock jumps back.
        let back = utc("2026-03-01T22:00:00Z");
        let (next, at) = next_daily(eight, ZONE, Some(on), back);
        assert_eq!(
            (next.to_string(), at),
            ("2026-03-03".to_owned(), utc("2026-03-03T05:00:00Z"))
        );
        assert_eq!(search_from(Some(now), back), now);
        assert_eq!(search_from(None, back), back);
        // The person flies west, where it is not eight yet.
        let (next, at) = next_daily(eight, chrono_tz::America::New_York, Some(on), now);
        assert_eq!(
            (next.to_string(), at),
            ("2026-03-03".to_owned(), utc("2026-03-03T13:00:00Z"))
        );
        // A day that is not there.
        let apia = chrono_tz::Pacific::Apia;
        let before = "2011-12-29".parse().unwrap();
        let (next, _) = next_daily(eight, apia, Some(before), utc("2011-12-29T19:00:00Z"));
        assert_eq!(next.to_string(), "2011-12-31");
    }
}
