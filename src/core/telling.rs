//! Who else hears of a report that was filed: the report and what it does to the case come in, messages with a code and
//! a button go out.

use super::about::Subject;
use super::active::Turn;
use super::aftercare;
use super::case::Membership;
use super::danger;
use super::effect::Effect;
use super::press::Press;
use super::receipt::{Behind, Follows};
use super::report::{AlertEnd, Report};
use super::review::InReview;
use super::screen::{Label, Line, Screen};
use super::world::{DraftInHand, World};

/// Those who lead a case.
const LEADING: &[Membership] = &[Membership::Leads, Membership::Supports];
/// Those who work with the family.
const WORKING: &[Membership] = &[Membership::Leads, Membership::Supports, Membership::Visits];
/// Whoever a plan is agreed between.
const AGREEING: &[Membership] = &[Membership::Leads, Membership::Supports, Membership::Family];

/// The other supervisors are asked to look at a report that waits.
#[must_use]
pub fn asked_to_approve(world: &World, report: &Report, hand: &DraftInHand) -> Vec<Effect> {
    let screen = Screen::of([Line::ApprovalWaits(hand.case.code.clone())]);
    let screen = screen.button(Label::Show, Press::Review(InReview::Show(report.id)));
    let supervisors = world.leading.supervisors.iter();
    supervisors.map(|to| Effect::tell(to, &screen)).collect()
}

/// Who else hears of it: the family of a goal to decide on, those who lead the case of what the family decided, both
/// when the plan is agreed, and those who lead when a goal has become stuck.
#[must_use]
pub fn told(world: &World, hand: &DraftInHand, report: &Report, follows: &Follows) -> Vec<Effect> {
    if let Some(AlertEnd { alert, ends: true }) = report.alert {
        return danger::looked_after(world, alert, report.person);
    }
    let code = hand.case.code.clone();
    let plan = Press::Plan(hand.case.id);
    let mut news: Vec<(&[Membership], Line, Press)> = Vec::new();
    let of_plan = match follows.turn {
        Turn::Begins => Some((AGREEING, Line::PlanAgreed(code.clone()))),
        Turn::Ends => Some((LEADING, Line::PlanTakenBack(code.clone()))),
        Turn::Same if !report.proposals.is_empty() => {
            Some((&[Membership::Family][..], Line::DecisionWaits(code.clone())))
        }
        Turn::Same if report.decision.is_some() => {
            Some((LEADING, Line::DecisionMade(code.clone())))
        }
        Turn::Same => None,
    };
    news.extend(of_plan.map(|(places, line)| (places, line, plan.clone())));
    if follows.behind == Behind::StuckNow {
        news.push((LEADING, Line::GoalNeedsLook(code.clone()), plan));
    }
    if let Some(Subject::Referral { id, .. }) = &report.brought.about
        && !report.visit.referrals.is_empty()
    {
        news.push((WORKING, Line::ServiceAnswered(code), Press::Referral(*id)));
    }
    let mut effects = Vec::new();
    if aftercare::wants_call(&report.facts) {
        effects.extend(call_wished(world, hand));
    }
    for (places, line, press) in news {
        let screen = Screen::of([line]).button(Label::Show, press);
        let circle = world.circle.iter();
        let others =
            circle.filter(|(place, to)| places.contains(place) && to.person != hand.draft.person);
        effects.extend(others.map(|(_, to)| Effect::tell(to, &screen)));
    }
    effects
}

/// Those who led the case hear that its family would like to be called; where nobody does any more, the supervisors.
fn call_wished(world: &World, hand: &DraftInHand) -> Vec<Effect> {
    let screen = Screen::of([Line::CallWished(hand.case.code.clone())]);
    let screen = screen.button(Label::Show, Press::Case(hand.case.id, 0));
    let circle = world.circle.iter();
    let leads: Vec<_> = circle
        .filter(|(place, _)| LEADING.contains(place))
        .map(|(_, to)| to)
        .collect();
    let told = match leads.is_empty() {
        true => world.leading.supervisors.iter().collect(),
        false => leads,
    };
    let others = told.into_iter().filter(|to| to.person != hand.draft.person);
    others.map(|to| Effect::tell(to, &screen)).collect()
}
