//! The hours in which somebody may be written to: a moment comes in, whether it is one of them and the next one go out.
//!
//! Staff are not written to in their quiet hours, except for danger. Families are never written to outside of the days
//! and hours that they called safe, whatever happens.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil::{self, Weekdays};
use crate::core::id::PersonId;

/// What was held in the night is spread over this long after the first allowed moment.
pub const SPREAD: TimeDelta = TimeDelta::minutes(90);
/// Shorter hours a day are none: a daylight-saving night could swallow them.
pub const SHORTEST: TimeDelta = TimeDelta::hours(1);
/// Days of one week, thrice: a skipped day or hour takes away one of them at most.
const WITHIN_DAYS: u32 = 21;

/// A part of each day; past midnight if it ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its first moment.
    pub from: NaiveTime,
    /// The first moment after it.
    pub until: NaiveTime,
}

/// How much something presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Danger: outside of quiet hours, caps and merging, for staff.
    Danger,
    /// All else.
    Routine,
}

/// Whose hours they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Somebody who works here: danger passes.
    Staff,
    /// A family: nothing passes.
    Family,
}

/// The days and hours in which one person may be written to, in their own zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    whose: Whose,
    zone: Tz,
    days: Weekdays,
    open: Span,
    /// When they would rather be told what was held, than when the hours begin.
    told_at: Option<NaiveTime>,
}

impl Span {
    /// Whole hours of the day; 24 is midnight.
    ///
    /// # Panics
    /// For hours past 24.
    #[must_use]
    pub const fn of_hours(from: u32, until: u32) -> Self {
        let (Some(from), Some(until)) = (
            NaiveTime::from_hms_opt(from % 24, 0, 0),
            NaiveTime::from_hms_opt(until % 24, 0, 0),
        ) else {
            panic!("an hour of the day");
        };
        Self { from, until }
    }

    /// Whether the time is in it. One that begins and ends at the same time is empty.
    #[must_use]
    pub fn contains(self, time: NaiveTime) -> bool {
        match self.from <= self.until {
            true => self.from <= time && time < self.until,
            false => self.from <= time || time < self.until,
        }
    }

    /// How long it is on a day without daylight saving.
    #[must_use]
    pub fn length(self) -> TimeDelta {
        match self.until - self.from {
            past if past < TimeDelta::zero() => past + TimeDelta::hours(24),
            length => length,
        }
    }

    /// The rest of the day. The rest of an empty one is empty too: nothing says that it is the whole day.
    #[must_use]
    pub fn rest(self) -> Self {
        Self {
            from: self.until,
            until: self.from,
        }
    }
}

impl Hours {
    /// The hours of somebody who works here: all but the quiet ones. `None` if these leave less than [`SHORTEST`], or
    /// if there is no day.
    #[must_use]
    pub fn of_staff(quiet: Span, days: Weekdays, zone: Tz) -> Option<Self> {
        Self::new(Whose::Staff, quiet.rest(), days, zone)
    }

    /// The hours that a family called safe. `None` if they are shorter than [`SHORTEST`], or if there is no day:
    /// then it is not written to.
    #[must_use]
    pub fn of_family(open: Span, days: Weekdays, zone: Tz) -> Option<Self> {
        Self::new(Whose::Family, open, days, zone)
    }

    fn new(whose: Whose, open: Span, days: Weekdays, zone: Tz) -> Option<Self> {
        let enough = open.length() >= SHORTEST && days != Weekdays::NONE;
        enough.then_some(Self {
            whose,
            zone,
            days,
            open,
            told_at: None,
        })
    }

    /// The same hours of somebody who chose at which of them the day's messages come.
    #[must_use]
    pub fn told_at(self, time: NaiveTime) -> Self {
        Self {
            told_at: Some(time),
            ..self
        }
    }

    /// The zone in which they are meant.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// Whether routine things may be sent now. Hours past midnight belong to the day on which they are.
    #[must_use]
    pub fn allowed(&self, at: DateTime<Utc>) -> bool {
        let local = civil::local(at, self.zone);
        self.days.has(local.date()) && self.open.contains(local.time())
    }

    /// Whether something of this urgency may be sent now.
    #[must_use]
    pub fn allowed_for(&self, urgency: Urgency, at: DateTime<Utc>) -> bool {
        self.passes(urgency) || self.allowed(at)
    }

    /// The first allowed moment from this one on.
    #[must_use]
    pub fn next_allowed(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if self.allowed(at) {
            return at;
        }
        let today = civil::day_of(at, self.zone);
        let days = (0..WITHIN_DAYS).map(|days| civil::add_days(today, days));
        // Hours past midnight go on with the day.
        let mut begins = days.flat_map(|day| {
            [NaiveTime::MIN, self.open.from].map(|time| civil::at(day, time, self.zone))
        });
        let next = begins.find(|&begin| begin > at && self.allowed(begin));
        next.unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// When something that comes up at `at` is sent: at once while it is allowed, otherwise at the time of day that the
    /// person chose, or else at a moment of their own after the hours begin. It depends on nothing but the person and the day, so that a restart spreads the same way.
    /// Give it the moment at which the thing came up, not the time of asking.
    #[must_use]
    pub fn release(&self, urgency: Urgency, at: DateTime<Utc>, person: PersonId) -> DateTime<Utc> {
        if self.passes(urgency) {
            return at;
        }
        let first = self.next_allowed(at);
        // What comes up at the very moment at which the hours begin is held as well: each day begins then.
        let begins = first > at || !self.allowed(first - TimeDelta::seconds(1));
        match (begins, self.chosen(first)) {
            (true, Some(chosen)) => chosen,
            (true, None) => self.spread(first, person),
            (false, _) => at,
        }
    }

    /// The chosen moment of the day on which the hours begin so.
    fn chosen(&self, first: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = civil::day_of(first, self.zone);
        let chosen = civil::at(day, self.told_at?, self.zone);
        (chosen >= first && self.allowed(chosen)).then_some(chosen)
    }

    fn passes(&self, urgency: Urgency) -> bool {
        match (urgency, self.whose) {
            (Urgency::Danger, Whose::Staff) => true,
            (Urgency::Danger, Whose::Family) | (Urgency::Routine, _) => false,
        }
    }

    fn spread(&self, first: DateTime<Utc>, person: PersonId) -> DateTime<Utc> {
        let seconds = SPREAD.min(self.open.length()).num_seconds();
        let later = first + TimeDelta::seconds(share(person, seconds));
        match self.allowed(later) {
            true => later,
            false => first,
        }
    }
}

/// This person's part of so many seconds.
fn share(person: PersonId, seconds: i64) -> i64 {
    // The first bits of an id are a time; whoever joined on one day must not share a minute.
    let mixed = person
        .0
        .as_u128()
        .wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    let top = i64::try_from(mixed >> 96).unwrap_or_default();
    top % seconds.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn person(number: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(number))
    }

    const NIGHT: Span = Span::of_hours(20, 8);

    #[test]
    fn staff_is_not_written_to_at_night_except_for_danger() {
        let hours = Hours::of_staff(NIGHT, Weekdays::ALL, chrono_tz::Africa::Nairobi).unwrap();
        for (at, next) in [
            ("2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z"),
            ("2026-03-02T16:59:59Z", "2026-03-02T16:59:59Z"),
            ("2026-03-02T17:00:00Z", "2026-03-03T05:00:00Z"),
            ("2026-03-02T22:00:00Z", "2026-03-03T05:00:00Z"),
        ] {
            assert_eq!(hours.next_allowed(utc(at)), utc(next), "{at}");
            assert_eq!(hours.release(Urgency::Danger, utc(at), person(1)), utc(at));
        }
        assert!(hours.allowed_for(Urgency::Danger, utc("2026-03-02T22:00:00Z")));
        assert!(!hours.allowed_for(Urgency::Routine, utc("2026-03-02T22:00:00Z")));
    }

    #[test]
    fn a_family_is_never_written_to_outside_its_own_days_and_hours() {
        let days = Weekdays::parse("mon fri").unwrap();
        let zone = chrono_tz::Asia::Kolkata;
        let hours = Hours::of_family(Span::of_hours(16, 18), days, zone).unwrap();
        // Monday evening.
        let late = utc("2026-03-02T12:30:00Z");
        let friday = utc("2026-03-06T10:30:00Z");
        assert_eq!(hours.next_allowed(late), friday);
        for urgency in [Urgency::Danger, Urgency::Routine] {
            assert!(!hours.allowed_for(urgency, late));
            let release = hours.release(urgency, late, person(7));
            assert!(friday <= release && release < friday + SPREAD, "{release}");
        }
        assert_eq!(
            Hours::of_family(Span::of_hours(16, 18), Weekdays::NONE, zone),
            None
        );
        assert_eq!(Hours::of_family(Span::of_hours(16, 16), days, zone), None);
    }

    #[test]
    fn hours_past_midnight_and_missing_ones_are_kept_to() {
        let friday = Weekdays::parse("fri").unwrap();
        let nairobi = chrono_tz::Africa::Nairobi;
        let night = Hours::of_family(Span::of_hours(22, 2), friday, nairobi).unwrap();
        // Friday 01:00 is a Friday; Saturday 01:00 is not.
        assert!(night.allowed(utc("2026-03-05T22:00:00Z")));
        assert!(!night.allowed(utc("2026-03-06T22:00:00Z")));
        let thursday = utc("2026-03-05T12:00:00Z");
        assert_eq!(night.next_allowed(thursday), utc("2026-03-05T21:00:00Z"));
        // Hours that a spring night swallowed are there again a week later.
        let berlin = chrono_tz::Europe::Berlin;
        let sunday = Weekdays::parse("sun").unwrap();
        let gone = Hours::of_family(Span::of_hours(2, 3), sunday, berlin).unwrap();
        let before = utc("2026-03-29T00:30:00Z");
        assert_eq!(gone.next_allowed(before), utc("2026-04-05T00:00:00Z"));
    }

    #[test]
    fn what_was_held_is_spread_the_same_way_each_time() {
        let hours = Hours::of_staff(NIGHT, Weekdays::ALL, chrono_tz::Africa::Nairobi).unwrap();
        let opens = utc("2026-03-03T05:00:00Z");
        let releases: std::collections::BTreeSet<DateTime<Utc>> = (0..1_000)
            .map(|number| {
                let release = |at| hours.release(Urgency::Routine, utc(at), person(number));
                let one = release("2026-03-02T18:00:00Z");
                // Also what comes up at the moment at which the hours begin.
                assert_eq!(one, release("2026-03-03T04:59:00Z"));
                assert_eq!(one, release("2026-03-03T05:00:00Z"));
                assert!(opens <= one && one < opens + SPREAD);
                one
            })
            .collect();
        assert!(releases.len() > 800, "{} moments", releases.len());
        let by_day = utc("2026-03-03T05:00:01Z");
        assert_eq!(hours.release(Urgency::Routine, by_day, person(1)), by_day);
    }
}
