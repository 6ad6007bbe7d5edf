//! A case's risk, move and visits come in; the days of its planned visits go out, with the reason that can be shown.
//!
//! Visits follow the plan: a late one moves nothing. A move begins the plan anew, and for a time it is denser.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::civil;
use super::window::{FOLLOWED, Window};
use crate::core::case::{Case, Risk};

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
    /// Somebody who leads chose it.
    Chosen,
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
            Reason::Agreed | Reason::Chosen => 1,
        }
    }

    /// The shortest time from one visit to the next that there may be.
    #[must_use]
    pub fn shortest(&self) -> u16 {
        let phases = self.after_move.iter().map(|phase| phase.every_days);
        phases.fold(self.high.min(self.medium).min(self.low), u16::min)
    }

    /// All planned visits of a case, counted from `from`: the day it was opened, or moved on. They do not drift: each
    /// is counted from the day of the plan before it, not from when somebody came.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::{CaseId, Code, TeamId};
    use crate::core::stage::Stage;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn case(risk: Risk, placed_on: Option<NaiveDate>) -> Case {
        Case {
            id: CaseId(uuid::Uuid::nil()),
            code: Code::parse("K7M2QX").unwrap(),
            alias: None,
            risk,
            stage: Stage::Monitoring,
            team: TeamId(uuid::Uuid::nil()),
            zone: chrono_tz::Africa::Nairobi,
            opened_on: day("2026-01-05"),
            membership: None,
            last_visit: None,
            placed_on,
            planned: None,
            pause: None,
            unsent: false,
        }
    }

    fn next(case: &Case, seen_on: Option<&str>, agreed_on: Option<&str>) -> (NaiveDate, Reason) {
        let from = case.opened_on;
        let (window, reason) =
            Paces::default().next_visit(case, from, seen_on.map(day), agreed_on.map(day));
        (window.due, reason)
    }

    #[test]
    fn a_late_visit_closes_what_was_due_by_then_and_moves_nothing() {
        let case = case(Risk::Medium, None);
        let risk = Reason::Risk {
            risk: Risk::Medium,
            every_days: 14,
        };
        for (seen_on, due) in [
            (None, "2026-01-19"),
            // Before the window, in it, late, so late that two are closed, and early for the one after.
            (Some("2026-01-14"), "2026-01-19"),
            (Some("2026-01-17"), "2026-02-02"),
            (Some("2026-01-26"), "2026-02-02"),
            (Some("2026-02-04"), "2026-02-16"),
            (Some("2026-02-13"), "2026-03-02"),
        ] {
            assert_eq!(next(&case, seen_on, None), (day(due), risk), "{seen_on:?}");
        }
    }

    #[test]
    fn an_agreed_day_holds_until_it_was_kept_or_the_child_moves() {
        let mut case = case(Risk::Medium, None);
        let agreed = next(&case, Some("2026-01-19"), Some("2026-01-25"));
        assert_eq!(agreed, (day("2026-01-25"), Reason::Agreed));
        let kept = next(&case, Some("2026-01-25"), Some("2026-01-25"));
        assert_eq!(kept.0, day("2026-02-02"));
        case.placed_on = Some(day("2026-01-22"));
        let moved = next(&case, Some("2026-01-19"), Some("2026-01-25"));
        let reason = Reason::Move {
            moved_on: day("2026-01-22"),
            every_days: 7,
        };
        assert_eq!(moved, (day("2026-01-29"), reason));
    }

    #[test]
    fn after_a_move_the_plan_is_weekly_then_fortnightly_then_monthly_then_by_risk() {
        let paces = Paces::default();
        let moved_on = day("2026-03-21");
        let visits = paces.visits(Risk::Low, Some(moved_on), moved_on);
        let gaps: Vec<i64> = visits
            .take(28)
            .scan(moved_on, |before, (window, _)| {
                let gap = (window.due - *before).num_days();
                *before = window.due;
                Some(gap)
            })
            .collect();
        let expected = [vec![7; 8], vec![14; 9], vec![30; 11]].concat();
        assert_eq!(gaps, expected);
        // A higher risk than the time after a move asks for is looked at as often as ever.
        let reason = paces.reason(Risk::High, Some(moved_on), day("2026-09-19"));
        let risk = Risk::High;
        assert_eq!(
            reason,
            Reason::Risk {
                risk,
                every_days: 7
            }
        );
    }
}
