//! A profile comes in; its settings by their names go out, each of which reads and writes one cell.
//!
//! The one place that knows the names. A field of the profile without a setting does not compile.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::super::civil::Weekdays;
use super::super::danger::Waits;
use super::super::holidays::{Calendar, OnHoliday};
use super::super::hours::Span;
use super::super::ladder::Days;
use super::super::pushes::Caps;
use super::super::visits::Paces;
use super::super::window::{FirstContact, Within};
use super::{AfterCare, Confirmation, Profile};

/// Holidays in one list; several years of any region.
const MOST_DATES: usize = 500;
/// Emergency numbers; more are not read in an emergency.
const MOST_NUMBERS: usize = 8;
/// Characters of an emergency number with its name; a line of a message.
const NUMBER_CHARS: usize = 60;

/// What a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Allowed {
    /// A whole number.
    Number {
        /// The least.
        from: i64,
        /// The greatest.
        until: i64,
    },
    /// Minutes.
    Minutes {
        /// The fewest.
        from: i64,
        /// The most.
        until: i64,
    },
    /// Hours.
    Hours {
        /// The fewest.
        from: i64,
        /// The most.
        until: i64,
    },
    /// A time of the day.
    Time,
    /// Hours or days.
    Within,
    /// Days of the week.
    Weekdays,
    /// Dates.
    Dates,
    /// What happens on holidays.
    Holiday,
    /// Names with numbers.
    Numbers,
    /// What the file had when it was sent out.
    AsSent,
}

/// One value of a profile, and what it may be.
pub enum Cell<'a> {
    Number(&'a mut u16, RangeInclusive<u16>),
    Minutes(&'a mut TimeDelta, RangeInclusive<i64>),
    Hours(&'a mut TimeDelta, RangeInclusive<i64>),
    Time(&'a mut NaiveTime),
    Within(&'a mut Within),
    Weekdays(&'a mut Weekdays),
    Dates(&'a mut BTreeSet<NaiveDate>),
    Holiday(&'a mut OnHoliday),
    Numbers(&'a mut Vec<String>),
}

/// All settings of a profile in the order of its file.
pub fn of(profile: &mut Profile) -> Vec<(&'static str, Cell<'_>)> {
    let Profile {
        visits:
            Paces {
                high,
                medium,
                low,
                after_move: [weeks, months, year],
            },
        // Not set, but kept from version to version.
        visits_before: _,
        first_contact:
            FirstContact {
                high: first_high,
                medium: first_medium,
                low: first_low,
            },
        review_every_days,
        follow_up_every_days,
        confirmation:
            Confirmation {
                first_days: confirm_first,
                second_days: confirm_second,
            },
        after_care:
            AfterCare {
                first_days: care_first,
                second_days: care_second,
            },
        quiet_after_days,
        child_unseen_visits,
        ladder:
            Days {
                ahead,
                after,
                last,
                supervisor,
                supervisor_high,
                manager,
            },
        quiet: Span {
            from: quiet_from,
            until: quiet_until,
        },
        family_hours:
            Span {
                from: family_from,
                until: family_until,
            },
        family_days,
        morning,
        caps: Caps { a_day, apart },
        danger: Waits {
            answer,
            again,
            outcome,
        },
        emergency,
        calendar: Calendar { weekend, dates },
        on_holiday,
    } = profile;
    use Cell::{Dates, Holiday, Hours, Minutes, Number, Numbers, Time, Weekdays, Within};
    vec![
        ("visit_every_days_high", Number(high, 1..=90)),
        ("visit_every_days_medium", Number(medium, 1..=180)),
        ("visit_every_days_low", Number(low, 1..=365)),
        (
            "after_move_1_until_day",
            Number(&mut weeks.until_day, 1..=730),
        ),
        (
            "after_move_1_visit_every_days",
            Number(&mut weeks.every_days, 1..=90),
        ),
        (
            "after_move_2_until_day",
            Number(&mut months.until_day, 1..=730),
        ),
        (
            "after_move_2_visit_every_days",
            Number(&mut months.every_days, 1..=90),
        ),
        (
            "after_move_3_until_day",
            Number(&mut year.until_day, 1..=730),
        ),
        (
            "after_move_3_visit_every_days",
            Number(&mut year.every_days, 1..=90),
        ),
        ("first_contact_high", Within(first_high)),
        ("first_contact_medium", Within(first_medium)),
        ("first_contact_low", Within(first_low)),
        ("review_every_days", Number(review_every_days, 7..=365)),
        ("follow_up_every_days", Number(follow_up_every_days, 1..=90)),
        ("confirm_goal_first_days", Number(confirm_first, 1..=30)),
        ("confirm_goal_second_days", Number(confirm_second, 2..=60)),
        ("after_care_first_days", Number(care_first, 1..=365)),
        ("after_care_second_days", Number(care_second, 2..=730)),
        ("no_contact_days", Number(quiet_after_days, 1..=90)),
        ("child_not_seen_visits", Number(child_unseen_visits, 1..=12)),
        ("remind_days_before", Number(ahead, 1..=7)),
        ("remind_days_after", Number(after, 1..=14)),
        ("remind_last_days_after", Number(last, 1..=30)),
        ("supervisor_days_after", Number(supervisor, 1..=30)),
        (
            "supervisor_days_after_high",
            Number(supervisor_high, 1..=30),
        ),
        ("manager_days_after", Number(manager, 1..=60)),
        ("quiet_hours_from", Time(quiet_from)),
        ("quiet_hours_until", Time(quiet_until)),
        ("family_hours_from", Time(family_from)),
        ("family_hours_until", Time(family_until)),
        ("family_days", Weekdays(family_days)),
        ("morning", Time(morning)),
        // Fewer than the rule is a programme's choice, more is not.
        ("messages_a_day", Number(a_day, 1..=3)),
        ("messages_minutes_apart", Minutes(apart, 60..=480)),
        // Two answers that do not come, and a message that does not leave, are half an hour at the most.
        ("danger_answer_minutes", Minutes(answer, 1..=15)),
        ("danger_again_minutes", Minutes(again, 15..=60)),
        ("danger_outcome_hours", Hours(outcome, 1..=24)),
        ("emergency_numbers", Numbers(emergency)),
        ("weekend", Weekdays(weekend)),
        ("holidays", Dates(dates)),
        ("on_holiday", Holiday(on_holiday)),
    ]
}

impl Cell<'_> {
    /// Reads what stands in the cell.
    ///
    /// # Errors
    /// What is allowed there.
    pub fn read(&mut self, text: &str) -> Result<(), Allowed> {
        let read = match self {
            Self::Number(value, range) => {
                let read = text.parse().ok().filter(|read| range.contains(read));
                put(value, read)
            }
            Self::Minutes(value, range) => put(value, delta(text, range, TimeDelta::minutes)),
            Self::Hours(value, range) => put(value, delta(text, range, TimeDelta::hours)),
            Self::Time(value) => put(value, time(text)),
            Self::Within(value) => put(value, within(text)),
            Self::Weekdays(value) => put(value, Weekdays::parse(text)),
            Self::Dates(value) => put(value, dates(text)),
            Self::Holiday(value) => put(value, OnHoliday::parse(text)),
            Self::Numbers(value) => put(value, numbers(text)),
        };
        read.ok_or_else(|| self.allowed())
    }

    /// What stands in the cell.
    pub fn write(&self) -> String {
        match self {
            Self::Number(value, _) => value.to_string(),
            Self::Minutes(value, _) => value.num_minutes().to_string(),
            Self::Hours(value, _) => value.num_hours().to_string(),
            Self::Time(value) => value.format("%H:%M").to_string(),
            Self::Within(Within::Hours(1)) => "1 hour".into(),
            Self::Within(Within::Hours(hours)) => format!("{hours} hours"),
            Self::Within(Within::Days(1)) => "1 day".into(),
            Self::Within(Within::Days(days)) => format!("{days} days"),
            Self::Weekdays(value) => value.words(),
            Self::Dates(value) => {
                let dates: Vec<String> = value.iter().map(NaiveDate::to_string).collect();
                dates.join(" ")
            }
            Self::Holiday(value) => value.word().into(),
            Self::Numbers(value) => value.join("; "),
        }
    }

    fn allowed(&self) -> Allowed {
        match self {
            Self::Number(_, range) => {
                let (from, until) = (i64::from(*range.start()), i64::from(*range.end()));
                Allowed::Number { from, until }
            }
            Self::Minutes(_, range) => {
                let (from, until) = (*range.start(), *range.end());
                Allowed::Minutes { from, until }
            }
            Self::Hours(_, range) => {
                let (from, until) = (*range.start(), *range.end());
                Allowed::Hours { from, until }
            }
            Self::Time(_) => Allowed::Time,
            Self::Within(_) => Allowed::Within,
            Self::Weekdays(_) => Allowed::Weekdays,
            Self::Dates(_) => Allowed::Dates,
            Self::Holiday(_) => Allowed::Holiday,
            Self::Numbers(_) => Allowed::Numbers,
        }
    }
}

fn put<T>(value: &mut &mut T, read: Option<T>) -> Option<()> {
    **value = read?;
    Some(())
}

fn delta(text: &str, range: &RangeInclusive<i64>, unit: fn(i64) -> TimeDelta) -> Option<TimeDelta> {
    let read = text.parse().ok().filter(|read| range.contains(read));
    read.map(unit)
}

/// Whole minutes; a spreadsheet adds seconds, or drops the first 0.
fn time(text: &str) -> Option<NaiveTime> {
    let text = text
        .strip_suffix(":00")
        .filter(|rest| rest.contains(':'))
        .unwrap_or(text);
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

fn within(text: &str) -> Option<Within> {
    let (number, unit) = text.split_once(' ')?;
    let number: u16 = number.parse().ok()?;
    match unit.trim() {
        "hour" | "hours" => (1..=72).contains(&number).then_some(Within::Hours(number)),
        "day" | "days" => (1..=30).contains(&number).then_some(Within::Days(number)),
        _ => None,
    }
}

fn dates(text: &str) -> Option<BTreeSet<NaiveDate>> {
    let words = text
        .split([' ', ',', ';', '\n'])
        .filter(|word| !word.is_empty());
    let dates: Option<BTreeSet<NaiveDate>> = words.map(|word| word.parse().ok()).collect();
    dates.filter(|dates| dates.len() <= MOST_DATES)
}

fn numbers(text: &str) -> Option<Vec<String>> {
    let parts = text.split([';', '\n']).map(str::trim);
    let numbers: Vec<String> = parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    let fits = |number: &String| {
        number.chars().count() <= NUMBER_CHARS && number.chars().any(char::is_numeric)
    };
    (numbers.len() <= MOST_NUMBERS && numbers.iter().all(fits)).then_some(numbers)
}
