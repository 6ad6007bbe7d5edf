//! A region's holidays and weekend come in; the day on which a push is made goes out. Due dates never move.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::civil::{self, Weekdays};

/// Days that are searched for a working day; a longer closure is no holiday.
const SEARCHED: u32 = 31;

/// What a rule does on a day on which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnHoliday {
    /// The push is made all the same.
    Ignore,
    /// It is made on the first working day after.
    NextWorkingDay,
    /// It is made on the last working day before.
    PreviousWorkingDay,
}

/// The days on which a region does not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The days of the week.
    pub weekend: Weekdays,
    /// The dates.
    pub dates: BTreeSet<NaiveDate>,
}

impl OnHoliday {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ignore, Self::NextWorkingDay, Self::PreviousWorkingDay];

    /// The words in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::NextWorkingDay => "next working day",
            Self::PreviousWorkingDay => "previous working day",
        }
    }

    /// Reads [`OnHoliday::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let found = |rule: &Self| rule.word().eq_ignore_ascii_case(word.trim());
        Self::ALL.into_iter().find(found)
    }
}

impl Calendar {
    /// Whether people work on this day.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !self.weekend.has(day) && !self.dates.contains(&day)
    }

    /// The day on which the push of this day is made. If there is no working day within a month, the day itself.
    #[must_use]
    pub fn push_day(&self, day: NaiveDate, rule: OnHoliday) -> NaiveDate {
        let working = |found: &NaiveDate| self.is_working(*found);
        let found = match rule {
            OnHoliday::Ignore => None,
            OnHoliday::NextWorkingDay => {
                let mut days = (0..SEARCHED).map(|days| civil::add_days(day, days));
                days.find(working)
            }
            OnHoliday::PreviousWorkingDay => {
                let mut days = (0..SEARCHED).map(|days| civil::sub_days(day, days));
                days.find(working)
            }
        };
        found.unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_push_moves_to_a_working_day_as_its_rule_says() {
        // Good Friday, Easter Monday, and the weekend between.
        let easter = Calendar {
            weekend: Weekdays::parse("sat sun").unwrap(),
            dates: [day("2026-04-03"), day("2026-04-06")].into(),
        };
        for (on, next, previous) in [
            ("2026-04-02", "2026-04-02", "2026-04-02"),
            ("2026-04-03", "2026-04-07", "2026-04-02"),
            ("2026-04-05", "2026-04-07", "2026-04-02"),
            ("2026-04-11", "2026-04-13", "2026-04-10"),
        ] {
            let push = |rule| easter.push_day(day(on), rule);
            assert_eq!(push(OnHoliday::Ignore), day(on));
            assert_eq!(push(OnHoliday::NextWorkingDay), day(next), "{on}");
            assert_eq!(push(OnHoliday::PreviousWorkingDay), day(previous), "{on}");
        }
        let never = Calendar {
            weekend: Weekdays::ALL,
            dates: BTreeSet::new(),
        };
        let on = day("2026-04-02");
        assert_eq!(never.push_day(on, OnHoliday::NextWorkingDay), on);
    }

    #[test]
    fn rules_are_written_as_they_are_read() {
        for rule in OnHoliday::ALL {
            assert_eq!(OnHoliday::parse(rule.word()), Some(rule));
        }
    }
}
