//! Plans and what was done come in; the windows in which something is due go out, with the reason that can be shown.
//!
//! Visits and reviews follow the plan: a late one closes what was due up to its day and moves nothing. Follow-ups follow
//! what was done last. All days are civil dates in the case's zone.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil::{self, Pace};
use crate::core::case::{Case, Risk};

/// Occurrences that a plan is followed for; more than a case sees, and an end to every search.
const FOLLOWED: u32 = 10_000;

/// The days on which something may be done, any of them as good as the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// The first day.
    pub opens: NaiveDate,
    /// The day of the plan.
    pub due: NaiveDate,
    /// The last day.
    pub closes: NaiveDate,
}

/// Why something is due when it is, in values that words are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "because")]
pub enum Reason {
    /// So likely a harm is looked at this often.
    Risk {
        /// How likely.
        risk: Risk,
        /// Days from one visit to the next.
        every_days: u16,
    },
    /// A child moved not long ago.
    Move {
        /// When.
        moved_on: NaiveDate,
        /// Days from one visit to the next, for now.
        every_days: u16,
    },
    /// The family and whoever visits chose the day.
    Agreed,
}

/// How long something may take before it begins to matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Hours, by the clock.
    Hours(u16),
    /// Calendar days, to the end of the last.
    Days(u16),
}

/// How soon a new case is met for the first time, by risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstContact {
    /// At high risk.
    pub high: Within,
    /// At medium risk.
    pub medium: Within,
    /// At low risk.
    pub low: Within,
}

/// How often a family is visited: by risk, and more often for a time after a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paces {
    /// Days between visits at high risk.
    pub high: u16,
    /// At medium risk.
    pub medium: u16,
    /// At low risk.
    pub low: u16,
    /// After a move, one phase after the other.
    pub after_move: [Phase; 3],
}

/// A time after a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// It ends this many days after the move.
    pub until_day: u16,
    /// Days between visits in it.
    pub every_days: u16,
}

/// What one kind of obligation of one case follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "anchor")]
pub enum Anchor {
    /// The plan: each occurrence stands on its own day, whatever was done when (reviews).
    Plan {
        /// The day that it is counted from; nothing is due on it.
        from: NaiveDate,
        /// How far apart.
        pace: Pace,
    },
    /// What was done last: the next is so far after it (follow-ups of referrals).
    Completion {
        /// The day that the first is counted from.
        from: NaiveDate,
        /// How far apart.
        pace: Pace,
    },
}

impl Window {
    /// A fifth of the interval to both sides of the day, at least a day.
    #[must_use]
    pub fn around(due: NaiveDate, interval_days: u16) -> Self {
        // Rounded to the nearest day: 7 days give one, 14 give three.
        let slack = ((u32::from(interval_days) * 2 + 5) / 10).max(1);
        Self {
            opens: civil::sub_days(due, slack),
            due,
            closes: civil::add_days(due, slack),
        }
    }

    /// Whether doing it on this day is doing it in time.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.opens..=self.closes).contains(&day)
    }

    /// The first instant after it, in the case's zone.
    #[must_use]
    pub fn ends_at(self, zone: Tz) -> DateTime<Utc> {
        civil::start_of(civil::add_days(self.closes, 1), zone)
    }

    /// Whether what was done on this day closes it: it was open by then.
    #[must_use]
    fn is_closed_by(self, done_on: NaiveDate) -> bool {
        self.opens <= done_on
    }
}

impl Within {
    /// The instant by which something is to be done that came up at `from`.
    #[must_use]
    pub fn after(self, from: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Hours(hours) => from + TimeDelta::hours(hours.into()),
            Self::Days(days) => {
                let last = civil::add_days(civil::day_of(from, zone), days.into());
                civil::start_of(civil::add_days(last, 1), zone)
            }
        }
    }

    /// The calendar day by which it is to be done.
    #[must_use]
    pub fn day(self, from: DateTime<Utc>, zone: Tz) -> NaiveDate {
        match self {
            Self::Hours(_) => civil::day_of(self.after(from, zone), zone),
            Self::Days(days) => civil::add_days(civil::day_of(from, zone), days.into()),
        }
    }
}

impl FirstContact {
    /// How soon at this risk.
    #[must_use]
    pub fn within(&self, risk: Risk) -> Within {
        match risk {
            Risk::High => self.high,
            Risk::Medium => self.medium,
            Risk::Low => self.low,
        }
    }
}

impl Default for FirstContact {
    /// A day, three days, a week (programme default).
    fn default() -> Self {
        Self {
            high: Within::Hours(24),
            medium: Within::Days(3),
            low: Within::Days(7),
        }
    }
}

impl Default for Paces {
    /// By risk: the nearest published standard is Manitoba CFS 1.1.4. After a move: Texas CPS 6550.
    fn default() -> Self {
        let phase = |until_day, every_days| Phase {
            until_day,
            every_days,
        };
        Self {
            high: 7,
            medium: 14,
            low: 30,
            after_move: [phase(8 * 7, 7), phase(26 * 7, 14), phase(365, 30)],
        }
    }
}

impl Paces {
    /// Days between visits at this risk, without a move.
    #[must_use]
    pub fn by_risk(&self, risk: Risk) -> u16 {
        match risk {
            Risk::High => self.high,
            Risk::Medium => self.medium,
            Risk::Low => self.low,
        }
    }

    /// Why a family is visited how often after a visit on `day`: by risk, and for a time after a move as often as that
    /// asks for, if that is oftener.
    #[must_use]
    pub fn reason(&self, risk: Risk, moved_on: Option<NaiveDate>, day: NaiveDate) -> Reason {
        let by_risk = self.by_risk(risk);
        let after_move = moved_on.and_then(|moved_on| {
            let days = (day - moved_on).num_days();
            let mut phases = self.after_move.iter();
            let phase = phases.find(|phase| days < i64::from(phase.until_day))?;
            Some((moved_on, phase.every_days))
        });
        match after_move {
            Some((moved_on, every_days)) if every_days < by_risk => Reason::Move {
                moved_on,
                every_days,
            },
            Some(_) | None => Reason::Risk {
                risk,
                every_days: by_risk,
            },
        }
    }

    /// Days from a visit on `day` to the next.
    #[must_use]
    pub fn every_days(&self, risk: Risk, moved_on: Option<NaiveDate>, day: NaiveDate) -> u16 {
        match self.reason(risk, moved_on, day) {
            Reason::Risk { every_days, .. } | Reason::Move { every_days, .. } => every_days,
            Reason::Agreed => 1,
        }
    }

    /// The shortest time from one visit to the next that there may be.
    #[must_use]
    pub fn shortest(&self) -> u16 {
        let phases = self.after_move.iter().map(|phase| phase.every_days);
        phases.fold(self.high.min(self.medium).min(self.low), u16::min)
    }

    /// All planned visits of a case, counted from `from`: the day it was opened, or moved on. They do not drift: each is
    /// counted from the day of the plan before it, not from when somebody came.
    pub fn visits(
        &self,
        risk: Risk,
        moved_on: Option<NaiveDate>,
        from: NaiveDate,
    ) -> impl Iterator<Item = (Window, Reason)> {
        let paces = *self;
        let mut before = from;
        (0..FOLLOWED).map(move |_| {
            let every_days = paces.every_days(risk, moved_on, before).max(1);
            let reason = paces.reason(risk, moved_on, before);
            before = civil::add_days(before, every_days.into());
            (Window::around(before, every_days), reason)
        })
    }

    /// The next visit that is open: the first planned one that the newest visit has not closed, or the day that was
    /// agreed at that visit. A late visit closes only what was due up to its day.
    #[must_use]
    pub fn next_visit(
        &self,
        case: &Case,
        from: NaiveDate,
        seen_on: Option<NaiveDate>,
        agreed_on: Option<NaiveDate>,
    ) -> (Window, Reason) {
        let moved_on = case.moved_on();
        let start = moved_on.map_or(from, |moved_on| moved_on.max(from));
        // A move begins the plan anew; what was done or agreed before it no longer counts.
        let since = |day: &NaiveDate| moved_on.is_none_or(|moved_on| *day >= moved_on);
        let seen_on = seen_on.filter(since);
        if let Some(agreed_on) = agreed_on.filter(|day| seen_on.is_some_and(|seen| *day > seen)) {
            let every_days = self.every_days(case.risk, moved_on, seen_on.unwrap_or(start));
            return (Window::around(agreed_on, every_days), Reason::Agreed);
        }
        let mut visits = self.visits(case.risk, moved_on, start);
        let open = visits.find(|(window, _)| !seen_on.is_some_and(|day| window.is_closed_by(day)));
        open.unwrap_or_else(|| {
            let every_days = self.by_risk(case.risk);
            let reason = Reason::Risk {
                risk: case.risk,
                every_days,
            };
            (Window::around(NaiveDate::MAX, every_days), reason)
        })
    }
}

impl Anchor {
    /// The next occurrence that is open after what was done last.
    #[must_use]
    pub fn next_open(self, done_on: Option<NaiveDate>) -> Window {
        match self {
            Self::Plan { from, pace } => {
                let mut planned = (1..=FOLLOWED).map(|number| window_of(pace, from, number));
                let open =
                    planned.find(|window| !done_on.is_some_and(|day| window.is_closed_by(day)));
                open.unwrap_or_else(|| window_of(pace, from, FOLLOWED))
            }
            Self::Completion { from, pace } => {
                window_of(pace, done_on.map_or(from, |day| day.max(from)), 1)
            }
        }
    }

    /// What is due by the plan from one day to another, both included. What follows completion is due once.
    pub fn between(
        self,
        done_on: Option<NaiveDate>,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = Window> {
        let next = self.next_open(done_on);
        let windows = (1..=FOLLOWED).map_while(move |number| match self {
            Self::Plan { from, pace } => Some(window_of(pace, from, number)),
            Self::Completion { .. } => (number == 1).then_some(next),
        });
        windows
            .skip_while(move |window| window.due < first.max(next.due))
            .take_while(move |window| window.due <= last)
    }
}

fn window_of(pace: Pace, from: NaiveDate, number: u32) -> Window {
    let due = pace.nth(from, number);
    let days = (due - pace.nth(from, number.saturating_sub(1))).num_days();
    Window::around(due, u16::try_from(days).unwrap_or(u16::MAX))
}
