//! A region's holidays and weekend come in, with the days that somebody chose; the day on which they are told goes out.
//! Due dates never move.

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

/// The days on which one person is told of what is due. Due days never move, and neither does the day from which on
/// something is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Working<'a> {
    rule: OnHoliday,
    off: Weekdays,
    dates: Option<&'a BTreeSet<NaiveDate>>,
}

impl<'a> Working<'a> {
    /// Every day is as good as another.
    pub const EVERY_DAY: Self = Self {
        rule: OnHoliday::Ignore,
        off: Weekdays::NONE,
        dates: None,
    };

    /// Somebody who works in this region, on these days of the week if they said so.
    #[must_use]
    pub fn of_staff(calendar: &'a Calendar, rule: OnHoliday, chosen: Option<Weekdays>) -> Self {
        Self {
            rule,
            off: chosen.map_or(calendar.weekend, Weekdays::rest),
            dates: Some(&calendar.dates),
        }
    }

    /// Whether nothing is told on this day that can wait for the next working day.
    #[must_use]
    pub fn is_off(self, day: NaiveDate) -> bool {
        self.on_or_after(day) != day
    }

    /// The first working day from this one on. If there is none within a month, the day itself.
    #[must_use]
    pub fn on_or_after(self, day: NaiveDate) -> NaiveDate {
        match self.rule {
            OnHoliday::Ignore => day,
            OnHoliday::NextWorkingDay | OnHoliday::PreviousWorkingDay => {
                self.first(day, civil::add_days)
            }
        }
    }

    /// The day on which something is told that is to be known by this one, as the rule says.
    #[must_use]
    pub fn by(self, day: NaiveDate) -> NaiveDate {
        match self.rule {
            OnHoliday::Ignore => day,
            OnHoliday::NextWorkingDay => self.first(day, civil::add_days),
            OnHoliday::PreviousWorkingDay => self.first(day, civil::sub_days),
        }
    }

    fn first(self, day: NaiveDate, go: fn(NaiveDate, u32) -> NaiveDate) -> NaiveDate {
        let mut days = (0..SEARCHED).map(|days| go(day, days));
        days.find(|found| self.works(*found)).unwrap_or(day)
    }

    fn works(self, day: NaiveDate) -> bool {
        !self.off.has(day) && !self.dates.is_some_and(|dates| dates.contains(&day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_told_moves_to_a_working_day_as_the_rule_says() {
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
            let working = |rule| Working::of_staff(&easter, rule, None);
            assert_eq!(working(OnHoliday::Ignore).by(day(on)), day(on));
            assert!(!working(OnHoliday::Ignore).is_off(day(on)));
            let (forward, back) = (OnHoliday::NextWorkingDay, OnHoliday::PreviousWorkingDay);
            assert_eq!(working(forward).by(day(on)), day(next), "{on}");
            assert_eq!(working(back).by(day(on)), day(previous), "{on}");
            // What is late is never told early.
            assert_eq!(working(back).on_or_after(day(on)), day(next), "{on}");
            assert_eq!(working(back).is_off(day(on)), on != next, "{on}");
        }
    }

    #[test]
    fn whoever_chose_days_works_on_those_but_not_on_holidays() {
        let region = Calendar {
            weekend: Weekdays::parse("sat sun").unwrap(),
            dates: [day("2026-04-11")].into(),
        };
        let chosen = Weekdays::parse("sat");
        let working = Working::of_staff(&region, OnHoliday::NextWorkingDay, chosen);
        // Saturdays; the second is a holiday.
        assert_eq!(working.on_or_after(day("2026-03-30")), day("2026-04-04"));
        assert_eq!(working.on_or_after(day("2026-04-05")), day("2026-04-18"));
    }

    #[test]
    fn a_closure_longer_than_a_month_is_no_holiday() {
        let never = Calendar {
            weekend: Weekdays::ALL,
            dates: BTreeSet::new(),
        };
        let on = day("2026-04-02");
        for rule in OnHoliday::ALL {
            let working = Working::of_staff(&never, rule, None);
            assert_eq!((working.by(on), working.on_or_after(on)), (on, on));
        }
    }

    #[test]
    fn rules_are_written_as_they_are_read() {
        for rule in OnHoliday::ALL {
            assert_eq!(OnHoliday::parse(rule.word()), Some(rule));
        }
    }
}
