//! A programme's own numbers: a table of settings comes in, a checked profile or all that is wrong with it goes out.

mod cells;
pub mod change;
pub mod file;
mod rows;
mod sense;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::civil::{Pace, Weekdays, add_days};
use super::danger::Waits;
use super::holidays::{Calendar, OnHoliday};
use super::hours::Span;
use super::ladder::Days;
use super::pushes::Caps;
use super::visits::Paces;
use super::window::FirstContact;

pub use cells::Allowed;
pub use rows::{Column, Problem, Row, Wrong, read};
pub use sense::Clash;

/// All that a programme may decide about what is due and when people are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// How often families are visited.
    pub visits: Paces,
    /// How often they were visited by the versions before this one: a day that the plan had then moves with the plan.
    pub visits_before: Vec<Paces>,
    /// How soon a new case is met.
    pub first_contact: FirstContact,
    /// Days between plan reviews.
    pub review_every_days: u16,
    /// Days from a referral to its follow-up, and from one to the next.
    pub follow_up_every_days: u16,
    /// When a family is reminded of a goal that it has not decided on.
    pub confirmation: Confirmation,
    /// When a family is asked how it is after its case was closed.
    pub after_care: AfterCare,
    /// Days without contact after which the supervisor reads of a case.
    pub quiet_after_days: u16,
    /// Visits in a row without contact to the child, after which it is asked about.
    pub child_unseen_visits: u16,
    /// Who is told of what is due, how long before and after.
    pub ladder: Days,
    /// Hours in which staff is not written to.
    pub quiet: Span,
    /// Hours in which families are written to that named none.
    pub family_hours: Span,
    /// Days on which families are written to that named none.
    pub family_days: Weekdays,
    /// When a day's reminders are sent.
    pub morning: NaiveTime,
    /// How many messages a person gets that they did not ask for.
    pub caps: Caps,
    /// How long a danger waits.
    pub danger: Waits,
    /// Whom to call at once, as they are shown: a name and a number.
    pub emergency: Vec<String>,
    /// The days on which the region does not work.
    pub calendar: Calendar,
    /// What happens to reminders on them.
    pub on_holiday: OnHoliday,
}

/// Days after which a family is reminded of a goal that it has not decided on; after the second the caseworker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The first time.
    pub first_days: u16,
    /// The second time.
    pub second_days: u16,
}

/// Days after closure on which a family is asked how it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AfterCare {
    /// The first time.
    pub first_days: u16,
    /// The second time.
    pub second_days: u16,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            visits: Paces::default(),
            visits_before: Vec::new(),
            first_contact: FirstContact::default(),
            // Inter-Agency Guidelines on Reintegration: at least every three months.
            review_every_days: 90,
            follow_up_every_days: 14,
            confirmation: Confirmation {
                first_days: 2,
                second_days: 5,
            },
            after_care: AfterCare {
                first_days: 30,
                second_days: 90,
            },
            quiet_after_days: 14,
            child_unseen_visits: 3,
            ladder: Days::default(),
            quiet: Span::of_hours(20, 8),
            family_hours: Span::of_hours(8, 20),
            family_days: Weekdays::ALL,
            morning: Span::of_hours(8, 8).from,
            caps: Caps::default(),
            danger: Waits::default(),
            emergency: Vec::new(),
            calendar: Calendar {
                weekend: [chrono::Weekday::Sat, chrono::Weekday::Sun]
                    .into_iter()
                    .collect(),
                dates: [].into(),
            },
            on_holiday: OnHoliday::Ignore,
        }
    }
}

impl AfterCare {
    /// The days on which a family is asked how it is, whose case was closed on this one.
    #[must_use]
    pub fn rounds(&self, closed_on: NaiveDate) -> [NaiveDate; 2] {
        [self.first_days, self.second_days].map(|days| add_days(closed_on, days.into()))
    }
}

impl Profile {
    /// This profile as the one that comes after `before`.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        self.visits_before.clone_from(&before.visits_before);
        self.visits_before.push(before.visits);
        self.visits_before.dedup();
        self
    }

    /// The days on which staff is not reminded, and what happens on them; none while the rule passes over all of them.
    #[must_use]
    pub fn days_off(&self) -> Option<(&Calendar, OnHoliday)> {
        match self.on_holiday {
            OnHoliday::Ignore => None,
            rule @ (OnHoliday::NextWorkingDay | OnHoliday::PreviousWorkingDay) => {
                Some((&self.calendar, rule))
            }
        }
    }

    /// How far apart plan reviews are.
    #[must_use]
    pub fn review_pace(&self) -> Pace {
        Pace::Days(self.review_every_days)
    }

    /// How far apart follow-ups of a referral are.
    #[must_use]
    pub fn follow_up_pace(&self) -> Pace {
        Pace::Days(self.follow_up_every_days)
    }

    /// How long a danger may be without anybody being asked but those on duty and their deputies: by then the managers
    /// and the second channel are called.
    #[must_use]
    pub fn longest_silence(&self) -> TimeDelta {
        self.danger.answer * 2
    }
}
