//! Civil dates and times in a zone come in, instants go out.
//!
//! A local time that does not exist is the first valid instant after the gap; one that exists twice is the first. A
//! day that was skipped in the zone is the next day. Days are calendar days, never 24 hours.

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, Months, NaiveDate, NaiveDateTime, NaiveTime,
    TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// No zone was ever further from UTC.
const FURTHEST: TimeDelta = TimeDelta::hours(16);

/// The instant of this time on this day; on the next day if this one was skipped in the zone.
#[must_use]
pub fn at(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let Some(after) = gap_end(day.and_time(time), zone) else {
        return instant(day.and_time(time), zone);
    };
    match is_skipped_by(after, day, zone) {
        true => instant(add_days(day, 1).and_time(time), zone),
        false => after,
    }
}

/// The instant of a local time: the first if there are two, the end of the gap if there is none.
#[must_use]
pub fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => at.to_utc(),
        MappedLocalTime::None => end_of_gap(local, zone),
    }
}

/// Which day it is in the zone.
#[must_use]
pub fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// What a clock on the wall shows in the zone.
#[must_use]
pub fn local(at: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// The first instant of a day in the zone.
#[must_use]
pub fn start_of(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant(day.and_time(NaiveTime::MIN), zone)
}

/// Whether the zone never had this day, such as 30 December 2011 in Samoa.
#[must_use]
pub fn is_skipped(day: NaiveDate, zone: Tz) -> bool {
    let noon = day.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
    gap_end(noon, zone).is_some_and(|after| is_skipped_by(after, day, zone))
}

/// So many calendar days later; the last day there is, where there are no more.
#[must_use]
pub fn add_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MAX)
}

/// So many calendar days earlier.
#[must_use]
pub fn sub_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into()))
        .unwrap_or(NaiveDate::MIN)
}

fn gap_end(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(_) | MappedLocalTime::Ambiguous(..) => None,
        MappedLocalTime::None => Some(end_of_gap(local, zone)),
    }
}

/// Whether the gap that ends here took the whole day.
fn is_skipped_by(after: DateTime<Utc>, day: NaiveDate, zone: Tz) -> bool {
    let before = after - TimeDelta::seconds(1);
    day_of(before, zone) < day && day < day_of(after, zone)
}

/// The first second at which the wall clock is past a local time that it never showed.
fn end_of_gap(missing: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let is_past = |at: NaiveDateTime| local(at.and_utc(), zone) >= missing;
    let (mut before, mut after) = (missing - FURTHEST, missing + FURTHEST);
    while after - before > TimeDelta::seconds(1) {
        let between = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        match is_past(between) {
            true => after = between,
            false => before = between,
        }
    }
    after.and_utc()
}

/// How far one occurrence of a plan is from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// So many calendar days.
    Days(u16),
    /// So many months, on the same day of the month; where a month is too short, on its last day.
    Months(u16),
}

impl Pace {
    /// The day of the occurrence with this number after the first, which has number 0. It is counted from the first
    /// day, so that 31 January, 28 February and 31 March follow one another.
    #[must_use]
    pub fn nth(self, first: NaiveDate, number: u32) -> NaiveDate {
        match self {
            Self::Days(days) => add_days(first, u32::from(days).saturating_mul(number)),
            Self::Months(months) => {
                let months = Months::new(u32::from(months).saturating_mul(number));
                first.checked_add_months(months).unwrap_or(NaiveDate::MAX)
            }
        }
    }
}

/// Some of the seven days of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven.
    pub const ALL: Self = Self(0b111_1111);
    /// None of them.
    pub const NONE: Self = Self(0);
    /// The days in the order of their names in files.
    const ORDER: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    /// Whether the day is one of them.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// Whether a date is on one of them.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        self.contains(day.weekday())
    }

    /// The days, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        Self::ORDER
            .into_iter()
            .filter(move |&day| self.contains(day))
    }

    /// The words in files, such as `sat sun`.
    #[must_use]
    pub fn words(self) -> String {
        let words: Vec<&str> = self.iter().map(Self::word).collect();
        words.join(" ")
    }

    /// Reads [`Weekdays::words`], with blanks or commas between.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let words = words.split([' ', ',']).filter(|word| !word.is_empty());
        words
            .map(|word| {
                let word = word.to_ascii_lowercase();
                Self::ORDER.into_iter().find(|&day| Self::word(day) == word)
            })
            .collect()
    }

    fn word(day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => "mon",
            Weekday::Tue => "tue",
            Weekday::Wed => "wed",
            Weekday::Thu => "thu",
            Weekday::Fri => "fri",
            Weekday::Sat => "sat",
            Weekday::Sun => "sun",
        }
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.num_days_from_monday()
    }
}

impl FromIterator<Weekday> for Weekdays {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        Self(days.into_iter().fold(0, |set, day| set | Self::bit(day)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_that_does_not_exist_is_the_end_of_the_gap_and_one_that_exists_twice_the_first() {
        for (on, hour, zone, expected) in [
            (
                "2026-03-29",
                "02:30:00",
                "Europe/Berlin",
                "2026-03-29T01:00:00Z",
            ),
            (
                "2026-10-25",
                "02:30:00",
                "Europe/Berlin",
                "2026-10-25T00:30:00Z",
            ),
            (
                "2026-03-08",
                "02:00:00",
                "America/New_York",
                "2026-03-08T07:00:00Z",
            ),
            (
                "2026-11-01",
                "01:30:00",
                "America/New_York",
                "2026-11-01T05:30:00Z",
            ),
            // Half an hour of daylight saving, a gap before midnight and one at midnight.
            (
                "2026-10-04",
                "02:15:00",
                "Australia/Lord_Howe",
                "2026-10-03T15:30:00Z",
            ),
            (
                "2024-03-30",
                "23:30:00",
                "America/Nuuk",
                "2024-03-31T01:00:00Z",
            ),
            (
                "2026-04-24",
                "00:00:00",
                "Africa/Cairo",
                "2026-04-23T22:00:00Z",
            ),
            (
                "2026-03-02",
                "08:00:00",
                "Africa/Nairobi",
                "2026-03-02T05:00:00Z",
            ),
        ] {
            let zone: Tz = zone.parse().unwrap();
            assert_eq!(at(day(on), time(hour), zone), utc(expected), "{on} {zone}");
        }
    }

    #[test]
    fn a_day_that_a_zone_skipped_is_the_next_day() {
        let zone = chrono_tz::Pacific::Apia;
        let eight = time("08:00:00");
        assert!(is_skipped(day("2011-12-30"), zone));
        assert!(!is_skipped(day("2011-12-29"), zone));
        assert!(!is_skipped(day("2011-12-31"), zone));
        assert_eq!(
            at(day("2011-12-30"), eight, zone),
            at(day("2011-12-31"), eight, zone)
        );
        let berlin = chrono_tz::Europe::Berlin;
        assert!(!is_skipped(day("2026-03-29"), berlin));
    }

    #[test]
    fn a_monthly_plan_keeps_its_day() {
        let days: Vec<NaiveDate> = (0..4)
            .map(|number| Pace::Months(1).nth(day("2027-01-31"), number))
            .collect();
        let expected = ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"];
        assert_eq!(days, expected.map(day));
        assert_eq!(Pace::Months(1).nth(day("2028-01-31"), 1), day("2028-02-29"));
        assert_eq!(Pace::Days(14).nth(day("2026-03-02"), 2), day("2026-03-30"));
    }

    #[test]
    fn days_of_the_week_are_written_as_they_are_read() {
        for set in 0..=0b111_1111 {
            let set = Weekdays(set);
            assert_eq!(Weekdays::parse(&set.words()), Some(set));
        }
        let weekend = Weekdays::parse("Sat, sun").unwrap();
        assert!(weekend.has(day("2026-03-01")) && !weekend.has(day("2026-03-02")));
        assert_eq!(Weekdays::parse("someday"), None);
    }
}
