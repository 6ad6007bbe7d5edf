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
    let (before, after) = (missing - FURTHEST, missing + FURTHEST);
    first_second(before.and_utc(), after.and_utc(), |at| {
        local(at, zone) >= missing
    })
}

/// The first second after `before` and up to `after` with another offset than `before` has; `after` has another one.
pub(super) fn change_of_clocks(
    before: DateTime<Utc>,
    after: DateTime<Utc>,
    zone: Tz,
) -> DateTime<Utc> {
    let offset = ahead(before, zone);
    first_second(before, after, |at| ahead(at, zone) != offset)
}

/// How far the wall clock is ahead of UTC.
pub(super) fn ahead(at: DateTime<Utc>, zone: Tz) -> TimeDelta {
    local(at, zone) - at.naive_utc()
}

/// The second from which on something holds that does not hold before and holds after.
fn first_second(
    before: DateTime<Utc>,
    after: DateTime<Utc>,
    holds: impl Fn(DateTime<Utc>) -> bool,
) -> DateTime<Utc> {
    let (mut before, mut after) = (before, after);
    while after - before > TimeDelta::seconds(1) {
        let between = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        match holds(between) {
            true => after = between,
            false => before = between,
        }
    }
    after
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

/// The days of a week, in the order in which they are shown and written.
pub const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Some of the seven days of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven.
    pub const ALL: Self = Self(0b111_1111);
    /// None of them.
    pub const NONE: Self = Self(0);
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

    /// The other days of the week.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(Self::ALL.0 & !self.0)
    }

    /// The days, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().filter(move |&day| self.contains(day))
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
                WEEK.into_iter().find(|&day| Self::word(day) == word)
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
mod tests;
