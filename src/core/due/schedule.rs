//! A line of a programme's timetable comes in; its next times in a zone go out, and what it says in values for words.
//!
//! The line is a cron expression of five fields, read by the `cron` crate. Its times are civil times and follow the
//! rules of [`super::civil`]: in a night with daylight saving nothing is skipped and nothing comes twice.

use std::str::FromStr as _;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Utc, Weekday};
use chrono_tz::Tz;
use cron::TimeUnitSpec as _;

use super::civil::{self, Weekdays};

/// Characters of a line; a longer one is no line that a person has written.
const LONGEST: usize = 100;
/// Times that are looked at for the next one; the times of one skipped day, and some more.
const LOOKED_AT: usize = 3_000;
/// Whoever sets a line is shown so many times to come.
const SHOWN: usize = 3;

/// A line of a timetable, with its zone.
#[derive(Clone, Debug)]
pub struct Schedule {
    line: String,
    cron: cron::Schedule,
    zone: Tz,
}

/// What a line says, in values that words are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// At this minute of each hour.
    Hourly {
        /// The minute.
        minute: u32,
    },
    /// Each day.
    Daily {
        /// At what time.
        at: NaiveTime,
    },
    /// Each week.
    Weekly {
        /// On which days.
        days: Weekdays,
        /// At what time.
        at: NaiveTime,
    },
    /// Each month.
    Monthly {
        /// On which days of it.
        days: Vec<u32>,
        /// At what time.
        at: NaiveTime,
    },
    /// Each year.
    Yearly {
        /// On which days.
        days: Vec<u32>,
        /// In which months.
        months: Vec<u32>,
        /// At what time.
        at: NaiveTime,
    },
    /// Something else, that its next times say best.
    Other,
}

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not five fields.
    #[error("has {0} fields: minute, hour, day of the month, month and day of the week are needed")]
    Fields(usize),
    /// Longer than a line.
    #[error("is longer than 100 characters")]
    Long,
    /// Both days of the month and of the week, which some read as "and" and others as "or".
    #[error("names days of the month and of the week: name one of them, and * for the other")]
    BothDays,
    /// A field that means nothing.
    #[error("cannot be read: write it as in \"30 17 * * FRI\", Fridays at 17:30")]
    Field,
    /// A date that never comes.
    #[error("never comes, such as 31 February")]
    Never,
}

impl Schedule {
    /// Reads a line; days of the week are names, or 0 to 7 with Sunday as 0 and 7.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(line: &str, zone: Tz) -> Result<Self, Unreadable> {
        if line.len() > LONGEST {
            return Err(Unreadable::Long);
        }
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [minute, hour, day, month, weekday] = fields[..] else {
            return Err(Unreadable::Fields(fields.len()));
        };
        let is_any = |field: &str| field == "*" || field == "?";
        if !is_any(day) && !is_any(weekday) {
            return Err(Unreadable::BothDays);
        }
        let named = named_days(weekday).ok_or(Unreadable::Field)?;
        // The crate wants seconds first.
        let full = format!("0 {minute} {hour} {day} {month} {named}");
        let cron = cron::Schedule::from_str(&full).map_err(|_| Unreadable::Field)?;
        let schedule = Self {
            line: fields.join(" "),
            cron,
            zone,
        };
        let known = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        match schedule.next_after(known) {
            Some(_) => Ok(schedule),
            None => Err(Unreadable::Never),
        }
    }

    /// The line, with single blanks.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The zone in which it is meant.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The first time after this one.
    #[must_use]
    pub fn next_after(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.cron.hours().is_all() {
            return self.next_real_hour(after);
        }
        let local = civil::local(after, self.zone);
        let yesterday = civil::sub_days(local.date(), 1);
        // What a skipped day lost comes today.
        let from = match civil::is_skipped(yesterday, self.zone) {
            true => yesterday.and_time(NaiveTime::MIN) - TimeDelta::seconds(1),
            false => local,
        };
        // The crate is asked as if civil time were UTC, which has no gaps.
        let civil = self.cron.after(&from.and_utc()).take(LOOKED_AT);
        let mut instants = civil.map(|civil| self.instant(civil.naive_utc()));
        instants.find(|instant| *instant > after)
    }

    /// The times that whoever sets it is shown.
    #[must_use]
    pub fn next_times(&self, after: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let first = self.next_after(after);
        let times = std::iter::successors(first, |before| self.next_after(*before));
        times.take(SHOWN).collect()
    }

    /// What it says.
    #[must_use]
    pub fn says(&self) -> Says {
        let cron = &self.cron;
        let one = |unit: Vec<u32>| match unit[..] {
            [one] => Some(one),
            [] | [_, _, ..] => None,
        };
        let minute = one(cron.minutes().iter().collect());
        let every_day = cron.days_of_month().is_all() && cron.days_of_week().is_all();
        let every_month = cron.months().is_all();
        if let Some(minute) = minute
            && cron.hours().is_all()
            && every_day
            && every_month
        {
            return Says::Hourly { minute };
        }
        let hour = one(cron.hours().iter().collect());
        let time = hour.zip(minute);
        let Some(at) = time.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
        else {
            return Says::Other;
        };
        let days = || cron.days_of_month().iter().collect();
        let some_weekdays = !cron.days_of_week().is_all();
        match (every_month, every_day, some_weekdays) {
            (true, true, _) => Says::Daily { at },
            (true, false, true) => Says::Weekly {
                days: cron.days_of_week().iter().filter_map(weekday).collect(),
                at,
            },
            (true, false, false) => Says::Monthly { days: days(), at },
            (false, false, false) => Says::Yearly {
                days: days(),
                months: cron.months().iter().collect(),
                at,
            },
            (false, true, _) | (false, false, true) => Says::Other,
        }
    }

    /// "Each hour" means real hours: of two equal ones both, of a missing one none.
    fn next_real_hour(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let at = self.next_at_offset(after, civil::ahead(after, self.zone))?;
        if civil::ahead(at, self.zone) == civil::ahead(after, self.zone) {
            return Some(at);
        }
        let whole = after.with_nanosecond(0)?;
        let changed = civil::change_of_clocks(whole, at, self.zone);
        let before = changed - TimeDelta::seconds(1);
        self.next_at_offset(before, civil::ahead(changed, self.zone))
    }

    /// The first time after this one, if the clocks never change.
    fn next_at_offset(&self, after: DateTime<Utc>, ahead: TimeDelta) -> Option<DateTime<Utc>> {
        let mut civil = self.cron.after(&(after + ahead));
        civil.next().map(|civil| civil - ahead)
    }

    fn instant(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        civil::at(civil.date(), civil.time(), self.zone)
    }
}

/// The crate counts from Sunday as 1; everybody else who uses numbers from Sunday as 0 or Monday as 1.
fn weekday(number: u32) -> Option<Weekday> {
    let from_sunday = u8::try_from(number).ok()?.checked_sub(1)?;
    Weekday::try_from((from_sunday + 6) % 7).ok()
}

/// Numbers of days of the week as names, which mean the same to everybody.
fn named_days(field: &str) -> Option<String> {
    const NAMES: [&str; 8] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
    let named = |day: &str| match day.parse::<usize>() {
        Ok(number) => NAMES.get(number).map(|name| (*name).to_owned()),
        Err(_) => Some(day.to_ascii_uppercase()),
    };
    let part = |part: &str| {
        let (days, step) = match part.split_once('/') {
            Some((days, step)) => (days, format!("/{step}")),
            None => (part, String::new()),
        };
        let days: Option<Vec<String>> = days.split('-').map(named).collect();
        Some(format!("{}{step}", days?.join("-")))
    };
    let parts: Option<Vec<String>> = field.split(',').map(part).collect();
    Some(parts?.join(","))
}

#[cfg(test)]
mod tests;
