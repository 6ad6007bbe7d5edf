//! When a goal stays far behind: what was said of it, and from whose point of view, comes in; whether it is stuck goes
//! out. Points of view are never merged, and nobody is to blame: it says that the plan deserves another look.

use serde::{Deserialize, Serialize};

use super::id::{GoalId, ReportId};
use super::people::Role;
use super::report::{Fact, Report};

/// The score of "much less than agreed".
const MUCH_LESS: i64 = -2;
/// The typed field that says how far a goal has come.
pub const SCORE: &str = "goal_update.score";
/// The fact from whose point of view a goal is looked at.
const VIEW: &str = "goal_update.view";

/// From whose point of view a goal is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Viewpoint {
    /// Whoever cares for the child.
    Caregiver,
    /// The child.
    Child,
    /// The volunteer.
    Volunteer,
    /// The caseworker, or a supervisor in that place.
    Caseworker,
    /// Another organisation.
    Partner,
}

/// What one report said of one goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Of which goal.
    pub goal: GoalId,
    /// In which report.
    pub report: ReportId,
    /// From whose point of view.
    pub view: Viewpoint,
    /// How far it has come, -2 to 2.
    pub score: i64,
}

impl Viewpoint {
    /// Reads the word of a form.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "caregiver" => Some(Self::Caregiver),
            "child" => Some(Self::Child),
            "volunteer" => Some(Self::Volunteer),
            "caseworker" => Some(Self::Caseworker),
            "partner" => Some(Self::Partner),
            _ => None,
        }
    }

    /// Whose it is if the form does not ask: that of whoever reports.
    #[must_use]
    pub fn of(role: Role) -> Self {
        match role {
            Role::Family => Self::Caregiver,
            Role::Volunteer => Self::Volunteer,
            Role::Caseworker | Role::Supervisor | Role::Manager => Self::Caseworker,
        }
    }
}

impl Scored {
    /// What a report of somebody in this role says of goals.
    pub fn of(report: &Report, role: Role) -> impl Iterator<Item = Self> + '_ {
        let said = |fact: &&Fact| fact.field == VIEW;
        let said = report.facts.iter().find(said);
        let view = said.and_then(|fact| Viewpoint::parse(&fact.value));
        let view = view.unwrap_or_else(|| Viewpoint::of(role));
        report.visit.goals.iter().map(move |&(goal, score)| Self {
            goal,
            report: report.id,
            view,
            score,
        })
    }
}

/// Whether a goal was much less than agreed twice in a row from one point of view, and nobody has seen it better since;
/// `scored` is what was said since it has its words, newest first.
#[must_use]
pub fn is_stuck(goal: GoalId, scored: &[Scored]) -> bool {
    let of_goal = || scored.iter().filter(|scored| scored.goal == goal);
    let since_better = of_goal().take_while(|scored| scored.score == MUCH_LESS);
    let mut again = since_better.map(|newest| {
        let before = of_goal().filter(|scored| scored.view == newest.view);
        before.take(2).filter(|scored| scored.score == MUCH_LESS)
    });
    again.any(|row| row.count() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const GOAL: GoalId = GoalId(Uuid::nil());

    /// Newest first.
    fn said(all: &[(Viewpoint, i64)]) -> Vec<Scored> {
        let scored = all.iter().map(|&(view, score)| Scored {
            goal: GOAL,
            report: ReportId(Uuid::nil()),
            view,
            score,
        });
        scored.collect()
    }

    #[test]
    fn twice_in_a_row_from_one_point_of_view_until_somebody_sees_it_better() {
        use Viewpoint::{Caregiver, Volunteer};
        for (newest_first, stuck) in [
            (&[(Volunteer, -2)][..], false),
            (&[(Volunteer, -2), (Volunteer, -2)], true),
            (&[(Volunteer, -2), (Caregiver, -2)], false),
            (&[(Volunteer, -2), (Volunteer, -1), (Volunteer, -2)], false),
            (&[(Volunteer, -2), (Caregiver, 0), (Volunteer, -2)], true),
            (&[(Caregiver, -2), (Volunteer, -2), (Volunteer, -2)], true),
            (&[(Caregiver, -1), (Volunteer, -2), (Volunteer, -2)], false),
            (&[(Volunteer, -1), (Volunteer, -2), (Volunteer, -2)], false),
        ] {
            assert_eq!(
                is_stuck(GOAL, &said(newest_first)),
                stuck,
                "{newest_first:?}"
            );
        }
        let other = GoalId(Uuid::from_u128(1));
        assert!(!is_stuck(other, &said(&[(Volunteer, -2), (Volunteer, -2)])));
    }
}
