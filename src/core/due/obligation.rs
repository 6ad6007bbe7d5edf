//! A case's records come in; what is due of it, why, and who is told of it go out: one obligation for each rule and
//! subject. Nothing here is asked twice: what the records say holds, so a case that changes is reckoned anew.

mod calls;
mod contact;
mod rule;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::civil;
use super::ladder::Told;
use super::preference::TheirHabit;
use super::profile::Profile;
use super::visits::Reason;
use super::window::{Anchor, Window, Within};
use crate::core::case::{CaseInHand, Membership, Risk};
use crate::core::goal::Side;
use crate::core::id::{CaseId, GoalId, PersonId, ReferralId, ReportId};
use crate::core::stage::Stage;

pub use calls::{Hearer, first_call, next_call, told_before, told_on};
pub use contact::contact_by;
pub use rule::Rule;

/// A document that expires is named so many days before.
const EXPIRES_AHEAD: u32 = 30;

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// The rule.
    pub rule: Rule,
    /// What it is about: the case, a goal, a task, a referral or a report, as the rule says. Unique beside the rule.
    pub subject: Uuid,
    /// Of which case.
    pub case: CaseId,
    /// How likely harm is there.
    pub risk: Risk,
    /// When it may be done.
    pub window: Window,
    /// Why then.
    pub because: Because,
}

/// Why something is due, in values that words are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "rule")]
pub enum Because {
    /// The schedule of visits.
    Visit {
        /// By which of its rules.
        by: Reason,
        /// The day of the visit before, if there was one.
        last: Option<NaiveDate>,
    },
    /// Nobody has met the family yet.
    FirstContact {
        /// How likely harm is.
        risk: Risk,
    },
    /// The last review, or the plan, was so many days ago.
    ReviewEvery {
        /// Days.
        days: u16,
    },
    /// The last review named the day.
    ReviewAgreed,
    /// A service was asked and nobody has said what became of it.
    FollowUp,
    /// Somebody promised it by that day.
    Promised,
    /// Words wait for the family since this day.
    Proposed {
        /// Which day.
        on: NaiveDate,
    },
    /// Somebody asked on this day.
    Asked {
        /// Which day.
        on: NaiveDate,
    },
    /// The case was closed on this day.
    Closed {
        /// Which day.
        on: NaiveDate,
    },
    /// The document expires on this day.
    Expires {
        /// Which day.
        on: NaiveDate,
    },
    /// Nobody here has met the family since.
    Quiet {
        /// The day of the last contact, or on which the case was opened or went on.
        since: NaiveDate,
        /// Within how many days one is expected.
        days: u16,
    },
}

/// What of a case's records says what is due.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The case with its goals and open referrals.
    pub found: CaseInHand,
    /// The day of the last plan review.
    pub reviewed_on: Option<NaiveDate>,
    /// The day that it named for the next.
    pub review_on: Option<NaiveDate>,
    /// When each goal that waits for the family's word got the words in force.
    pub proposed: Vec<(GoalId, NaiveDate)>,
    /// The open referrals after which somebody asks.
    pub follow_ups: Vec<FollowUp>,
    /// Reports about which somebody asks, with who sent them and since when.
    pub asked: Vec<(ReportId, PersonId, NaiveDate)>,
    /// The day on which the case was closed, if it is.
    pub closed_on: Option<NaiveDate>,
    /// The days of the after-care checks since then.
    pub checked_on: Vec<NaiveDate>,
    /// The first day on which a document expires.
    pub expires_on: Option<NaiveDate>,
    /// The last day on which somebody here met the family or heard from it.
    pub met_on: Option<NaiveDate>,
    /// Who may be told.
    pub people: People,
}

/// A referral that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Which.
    pub referral: ReferralId,
    /// The day that was named when the service was asked.
    pub planned_on: NaiveDate,
    /// The day on which somebody last asked what became of it.
    pub asked_on: Option<NaiveDate>,
}

/// Those who may be told of what is due of a case.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Who has a place in it.
    pub places: Vec<(PersonId, Membership)>,
    /// The supervisors of its team.
    pub supervisors: Vec<PersonId>,
    /// The managers.
    pub managers: Vec<PersonId>,
    /// How each of them is told.
    pub habits: BTreeMap<PersonId, TheirHabit>,
}

/// What is due of a case.
#[must_use]
pub fn of_case(facts: &Facts, profile: &Profile) -> Vec<Obligation> {
    let case = &facts.found.case;
    let mut due = Vec::new();
    let mut add = |rule, subject, window, because| {
        due.push(Obligation {
            rule,
            subject,
            case: case.id,
            risk: case.risk,
            window,
            because,
        });
    };
    for &(report, _, on) in &facts.asked {
        add(Rule::Answer, report.0, on_the(on, 1), Because::Asked { on });
    }
    if case.stage == Stage::Closed {
        let checks = facts.closed_on.iter().flat_map(|&on| {
            let days = profile.after_care.rounds(on).into_iter();
            days.map(move |day| (day, Because::Closed { on }))
        });
        let done = facts.checked_on.iter().max();
        // A check answers for the day that it comes close to, and those before.
        let mut open =
            checks.filter(|(day, _)| done.is_none_or(|done| civil::add_days(*done, 7) < *day));
        if let Some((day, because)) = open.next() {
            add(Rule::AfterCare, case.id.0, Window::around(day, 30), because);
        }
        return due;
    }
    if case.unsent {
        return due;
    }
    let (window, because) = visit(facts, profile);
    add(Rule::Visit, case.id.0, window, because);
    if let Some((window, because)) = contact::quiet(facts, window, profile) {
        add(Rule::Quiet, case.id.0, window, because);
    }
    if let Some((window, because)) = review(facts, profile) {
        add(Rule::Review, case.id.0, window, because);
    }
    for follow_up in &facts.follow_ups {
        let every = profile.follow_up_every_days;
        let again = follow_up
            .asked_on
            .map(|on| civil::add_days(on, every.into()));
        let on = again.map_or(follow_up.planned_on, |again| {
            again.max(follow_up.planned_on)
        });
        let referral = follow_up.referral;
        add(Rule::FollowUp, referral.0, on_the(on, 3), Because::FollowUp);
    }
    for &(goal, on) in &facts.proposed {
        let day = civil::add_days(on, profile.confirmation.first_days.into());
        // It still helps for some days after the second reminder.
        let days = u32::from(Rule::Decide.days(profile).last) + 2;
        let because = Because::Proposed { on };
        add(Rule::Decide, goal.0, on_the(day, days), because);
    }
    let agreed = facts.found.goals.iter().filter(|goal| goal.is_agreed());
    for task in agreed.flat_map(|goal| &goal.tasks) {
        if let (None, Some(day)) = (task.done_at, task.due_on) {
            add(Rule::Promise, task.id.0, on_the(day, 3), Because::Promised);
        }
    }
    if let Some(on) = facts.expires_on {
        let window = Window {
            opens: civil::sub_days(on, EXPIRES_AHEAD),
            due: civil::sub_days(on, EXPIRES_AHEAD),
            closes: on,
        };
        add(Rule::Document, case.id.0, window, Because::Expires { on });
    }
    if let Some(pause) = case.pause {
        // What is a family's to decide does not rest.
        let rests = |one: &&mut Obligation| one.rule != Rule::Decide;
        for one in due.iter_mut().filter(rests) {
            one.window = pause.after(one.window);
        }
    }
    due
}

/// Who is told of it, each as what. A case that nobody visits is visited by whoever leads it, and where nobody leads
/// it the supervisors see to that.
#[must_use]
pub fn hearers(obligation: &Obligation, facts: &Facts) -> Vec<(PersonId, Told)> {
    let with = |places: &[Membership]| {
        let in_case = facts.people.places.iter();
        let in_case = in_case.filter(|(_, place)| places.contains(place));
        in_case.map(|(person, _)| *person).collect::<Vec<_>>()
    };
    let leading = with(&[Membership::Leads]);
    let family = with(&[Membership::Family]);
    let visiting = match with(&[Membership::Visits]) {
        none if none.is_empty() => leading.clone(),
        visiting => visiting,
    };
    let (assigned, seeing) = match obligation.rule {
        Rule::Visit | Rule::Quiet => (visiting, &facts.people.supervisors),
        Rule::Review | Rule::FollowUp | Rule::AfterCare | Rule::Document => {
            (leading, &facts.people.supervisors)
        }
        // What a family does not decide its caseworker talks over with it.
        Rule::Decide => (family, &leading),
        Rule::Promise => match promised_by(obligation.subject, facts) {
            Some(Side::Family) => (family, &leading),
            Some(Side::Volunteer) => (visiting, &leading),
            Some(Side::Caseworker | Side::Partner) | None => (leading, &facts.people.supervisors),
        },
        Rule::Answer => {
            let mut asked = facts.asked.iter();
            let asked = asked.find(|(report, ..)| report.0 == obligation.subject);
            (
                asked.map(|(_, by, _)| *by).into_iter().collect(),
                &facts.people.supervisors,
            )
        }
    };
    let mut hearers: Vec<(PersonId, Told)> = Vec::new();
    let told = [
        (assigned.as_slice(), Told::Assigned),
        (seeing.as_slice(), Told::SupervisorDigest),
        (facts.people.managers.as_slice(), Told::Manager),
    ];
    for (people, told) in told {
        for person in people {
            if !hearers.iter().any(|(known, _)| known == person) {
                hearers.push((*person, told));
            }
        }
    }
    hearers
}

fn visit(facts: &Facts, profile: &Profile) -> (Window, Because) {
    let (paces, case) = (&profile.visits, &facts.found.case);
    let due = case.next_visit_on(profile);
    let moved_on = case.moved_on();
    let chosen = case.visit_chosen_on().map(|_| Reason::Chosen);
    let Some(last) = &case.last_visit else {
        if moved_on.is_none() && chosen.is_none() {
            let days = match profile.first_contact.within(case.risk) {
                Within::Hours(hours) => u32::from(hours.div_ceil(24)),
                Within::Days(days) => days.into(),
            };
            let window = Window {
                opens: case.opened_on,
                due: civil::add_days(case.opened_on, days),
                closes: civil::add_days(case.opened_on, days),
            };
            return (window, Because::FirstContact { risk: case.risk });
        }
        let every = paces.every_days(case.risk, moved_on, due);
        let by = chosen.unwrap_or_else(|| paces.reason(case.risk, moved_on, due));
        let because = Because::Visit { by, last: None };
        return (Window::around(due, every), because);
    };
    let seen_on = last.happened_on;
    let from = seen_on.unwrap_or_else(|| civil::day_of(last.sent_at, case.zone));
    let every = paces.every_days(case.risk, moved_on, from);
    let by = match (chosen, last.next_on) {
        (Some(chosen), _) => chosen,
        (None, Some(agreed)) if agreed == due && agreed != case.visit_after(from, paces) => {
            Reason::Agreed
        }
        (None, Some(_) | None) => paces.reason(case.risk, moved_on, from),
    };
    let because = Because::Visit { by, last: seen_on };
    (Window::around(due, every), because)
}

/// The next look at a plan that is carried out.
fn review(facts: &Facts, profile: &Profile) -> Option<(Window, Because)> {
    let case = &facts.found.case;
    let carried_out = match case.stage {
        Stage::Implementation | Stage::Monitoring => true,
        Stage::Referred
        | Stage::Assessment
        | Stage::Planning
        | Stage::Preparation
        | Stage::Review
        | Stage::Closed => false,
    };
    if !carried_out {
        return None;
    }
    if let Some(day) = facts.review_on {
        return Some((Window::around(day, 30), Because::ReviewAgreed));
    }
    let from = facts.reviewed_on.or_else(|| facts.found.plan_since())?;
    let plan = Anchor::Plan {
        from,
        pace: profile.review_pace(),
    };
    let days = profile.review_every_days;
    let because = Because::ReviewEvery { days };
    Some((plan.next_open(None), because))
}

fn promised_by(task: Uuid, facts: &Facts) -> Option<Side> {
    let mut tasks = facts.found.goals.iter().flat_map(|goal| &goal.tasks);
    tasks.find(|known| known.id.0 == task).map(|task| task.side)
}

/// Something for one day, that still helps some days later.
fn on_the(day: NaiveDate, days: u32) -> Window {
    Window {
        opens: day,
        due: day,
        closes: civil::add_days(day, days),
    }
}
