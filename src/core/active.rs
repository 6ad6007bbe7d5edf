//! Whether a plan is carried out: goals, and what a report says of them, come in; how the plan stands goes out.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::case::CaseInHand;
use super::goal::{Choice, Goal};
use super::report::Report;

/// How a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanState {
    /// The family has not decided on any of its goals, in any words.
    Proposed,
    /// So many decisions are missing.
    Waits(u16),
    /// Every goal is decided and at least one agreed, since this day.
    Active(NaiveDate),
    /// Every goal is decided and none agreed.
    Unagreed,
    /// The family took its last agreement back on this day.
    Withdrawn(NaiveDate),
}

/// What the family says of one goal, in the version in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing yet.
    Open,
    /// It agrees.
    Agreed,
    /// Anything else.
    Declined,
}

impl Held {
    /// What it says of this goal.
    #[must_use]
    pub fn of(goal: &Goal) -> Self {
        match (goal.is_open(), goal.is_agreed()) {
            (true, _) => Self::Open,
            (false, true) => Self::Agreed,
            (false, false) => Self::Declined,
        }
    }
}

/// Whether every goal is decided and at least one agreed: only then is a plan carried out.
#[must_use]
pub fn is_active(goals: &[Held]) -> bool {
    goals.contains(&Held::Agreed) && !goals.contains(&Held::Open)
}

/// How the plan of this case stands; `None` without a goal.
#[must_use]
pub fn state(found: &CaseInHand) -> Option<PlanState> {
    let goals = &found.goals;
    let open = goals.iter().filter(|goal| goal.is_open()).count();
    let waits = u16::try_from(open).unwrap_or(u16::MAX);
    let agreed = goals.iter().any(Goal::is_agreed);
    let withdrawn = withdrawn_on(goals, found.case.zone).filter(|_| !agreed);
    match (goals.len(), withdrawn) {
        (0, _) => None,
        (_, Some(day)) => Some(PlanState::Withdrawn(day)),
        (all, None) if all == open && goals.iter().all(|goal| goal.version == 1) => {
            Some(PlanState::Proposed)
        }
        (_, None) if open > 0 => Some(PlanState::Waits(waits)),
        (_, None) if agreed => Some(PlanState::Active(
            found.known.active_since.unwrap_or(found.case.opened_on),
        )),
        (_, None) => Some(PlanState::Unagreed),
    }
}

/// What the family says of each goal once this report counts.
#[must_use]
pub fn after(goals: &[Goal], report: &Report) -> Vec<Held> {
    let ended = |goal: &&Goal| report.ended.iter().any(|(ended, _)| *ended == goal.id);
    let kept = goals.iter().filter(|goal| !ended(goal));
    let said = kept.map(|goal| {
        let mut proposals = report.proposals.iter();
        if proposals.any(|proposal| proposal.goal == goal.id) {
            return Held::Open;
        }
        let said = report.decision.as_ref();
        let said = said.filter(|said| said.goal == goal.id && said.version == goal.version);
        match said.map(|said| said.choice) {
            None => Held::of(goal),
            Some(Choice::Agree) => Held::Agreed,
            Some(Choice::Change | Choice::NotNow | Choice::NotOurs | Choice::Withdraw) => {
                Held::Declined
            }
        }
    });
    let new = report.proposals.iter().filter(|proposal| proposal.is_new);
    said.chain(new.map(|_| Held::Open)).collect()
}

/// What a report makes of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is carried out from now on.
    Begins,
    /// The family took its last agreement back.
    Ends,
    /// Neither.
    Same,
}

impl Turn {
    /// What this report makes of a plan with these goals.
    #[must_use]
    pub fn of(goals: &[Goal], report: &Report) -> Self {
        let before: Vec<Held> = goals.iter().map(Held::of).collect();
        let after = after(goals, report);
        let said = report.decision.as_ref().map(|said| said.choice);
        // What was agreed before in other words is taken back, too.
        let of = report.decision.as_ref().and_then(|said| {
            let mut goals = goals.iter().zip(&before);
            goals.find(|(goal, _)| goal.id == said.goal)
        });
        let stood = of.is_some_and(|(_, held)| *held != Held::Declined);
        let taken_back = stood && !after.contains(&Held::Agreed);
        match (is_active(&before), is_active(&after), said) {
            (false, true, _) => Self::Begins,
            (_, false, Some(Choice::Withdraw)) if taken_back => Self::Ends,
            (_, _, _) => Self::Same,
        }
    }
}

/// The day of the newest decision that took an agreement back and still holds.
fn withdrawn_on(goals: &[Goal], zone: Tz) -> Option<NaiveDate> {
    let decided = goals.iter().filter_map(|goal| goal.decided.as_ref());
    let withdrawn = decided.filter(|decided| decided.choice == Choice::Withdraw);
    let newest = withdrawn.map(|decided| decided.at).max()?;
    Some(newest.with_timezone(&zone).date_naive())
}
