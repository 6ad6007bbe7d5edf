//! Self-referral: a family of no case asks for help; its case is opened, and its team hears once the family has sent it.

use super::access::{Action, Relation, may, may_with};
use super::case::{Case, Membership, Opening, Risk};
use super::effect::{Effect, Object};
use super::event::Event;
use super::filing::ALIAS;
use super::id::{Code, DraftId};
use super::people::{Person, Recipient};
use super::press::Press;
use super::report::Report;
use super::reporting;
use super::review::InReview;
use super::screen::{Label, Line, Screen};
use super::stage::Stage;
use super::step::old_button;
use super::world::{DraftInHand, FormInUse, World};

/// Whether this person may ask their team for help now: as family of no case. One that was closed is reopened by those who
/// know it, so that no family has two.
#[must_use]
pub fn may_ask(world: &World, person: &Person) -> bool {
    let known = |case: &Case| case.membership == Some(Membership::Family) && !case.unsent;
    let asks = person.team.is_some() && may(person, Relation::Team, Action::AskForHelp);
    asks && form(world).is_some() && !world.cases.iter().any(known)
}

/// The form with which a family's case begins.
#[must_use]
pub fn form(world: &World) -> Option<&FormInUse> {
    world.programme.forms.iter().find(|form| form.part.opens)
}

/// The case that this person has begun to ask for help with.
#[must_use]
pub fn begun(world: &World) -> Option<&Case> {
    let person = world.person.as_ref()?;
    let mut cases = world.cases.iter();
    cases.find(|case| case.unsent && may_with(person, case, Action::AskForHelp))
}

/// What this person still writes of what they ask for in a case that its team sees already.
#[must_use]
pub fn open_draft(world: &World, case: &Case) -> Option<DraftId> {
    let form = form(world)?;
    let mut drafts = world.drafts.iter();
    let draft = drafts.find(|draft| draft.case == case.id && draft.form == form.form.name)?;
    Some(draft.id)
}

/// Begins to ask for help, or goes on with what was begun.
#[must_use]
pub fn ask(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let (true, Some(form), Some(team)) = (may_ask(world, person), form(world), person.team) else {
        return old_button(world, event);
    };
    if begun(world).is_some() {
        return reporting::begin(world, event, person, &form.form.name);
    }
    let opening = Opening {
        id: event.fresh.case,
        code: Code::from_random(event.fresh.code),
        alias: None,
        // Nobody has looked yet; the first contact says more.
        risk: Risk::Medium,
        stage: Stage::Referred,
        team,
        zone: world.zone(),
        opened_on: world.today(event.at),
        by: person.id,
        place: Membership::Family,
        unsent: true,
    };
    let mut after = world.clone();
    after.case = Some(opening.in_hand());
    after.draft = None;
    let case = opening.id;
    let mut effects = vec![
        Effect::OpenCase(Box::new(opening)),
        Effect::note(Action::AskForHelp, Object::Case(case)),
    ];
    effects.extend(reporting::begin(&after, event, person, &form.form.name));
    effects
}

/// What follows once a family has sent what it asks for: its team sees the case, and the team's supervisors are told.
/// A correction changes what the family is called, and tells nobody again.
#[must_use]
pub fn sent(hand: &DraftInHand, report: &Report, supervisors: &[Recipient]) -> Vec<Effect> {
    let mut facts = report.facts.iter();
    let alias = facts.find(|fact| fact.field == ALIAS);
    let mut effects = vec![Effect::HandInCase {
        case: hand.case.id,
        alias: alias.map(|fact| fact.value.clone()),
    }];
    if report.supersedes.is_none() {
        effects.extend(told(hand, report, supervisors));
    }
    effects
}

/// Danger does not wait until the family has sent the rest: with it the team sees the case.
#[must_use]
pub fn in_danger(hand: &DraftInHand) -> Option<Effect> {
    hand.case.unsent.then_some(Effect::HandInCase {
        case: hand.case.id,
        alias: None,
    })
}

fn told(
    hand: &DraftInHand,
    report: &Report,
    supervisors: &[Recipient],
) -> impl Iterator<Item = Effect> {
    let screen = Screen::of([Line::HelpAsked(hand.case.code.clone())])
        .button(Label::Show, Press::Review(InReview::Show(report.id)));
    supervisors.iter().map(move |to| Effect::tell(to, &screen))
}
