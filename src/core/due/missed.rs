//! What fell due while nobody looked comes in; what is still told, and what is marked as missed, goes out.
//!
//! Per rule and subject only the newest occurrence is told, and only while it is of use. A clock that jumps back repeats
//! nothing; one that jumps forward is the same as having been down.

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
