//! Beginning, leaving and coming back to a visit report.

use std::collections::BTreeMap;

use super::access::{Action, Relation, may, may_with};
use super::case::{Case, CaseInHand};
use super::draft::{Body, Brought, Draft, WARNED};
use super::effect::{Audit, Dropped, Effect, Object};
use super::event::{Event, Happened};
use super::form::Value;
use super::id::DraftId;
use super::people::Person;
use super::place::Place;
use super::press::Press;
use super::report::SAME_VISIT;
use super::screen::{Label, Line, Screen};
use super::step::{done_with, go, old_button, show_at};
use super::world::{DraftInHand, World};
use super::{answering, menu};

/// Begins a report, unless one was begun already or sent a few hours ago: then asks.
#[must_use]
pub fn begin(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(found) = reportable(world, person) else {
        return unknown(world, event);
    };
    let last = found.case.last_visit.as_ref();
    let recent = last.filter(|last| event.at - last.sent_at < SAME_VISIT);
    match (own_draft(world), recent) {
        (Some(hand), _) => {
            let draft = hand.draft.id;
            go(world, event, Place::Begun { draft })
        }
        (None, Some(last)) => {
            let place = Place::SameVisit {
                case: found.case.id,
                report: last.report,
            };
            go(world, event, place)
        }
        (None, None) => open(world, event, person, found),
    }
}

/// Begins a report although another was sent a few hours ago.
#[must_use]
pub fn begin_another(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    match (reportable(world, person), own_draft(world)) {
        (None, _) => unknown(world, event),
        (Some(_), Some(hand)) => {
            let draft = hand.draft.id;
            go(world, event, Place::Begun { draft })
        }
        (Some(found), None) => open(world, event, person, found),
    }
}

/// Gives a draft up and begins the same report anew.
#[must_use]
pub fn begin_anew(world: &World, event: &Event, person: &Person, draft: DraftId) -> Vec<Effect> {
    let Some(hand) = meant(world, draft) else {
        return old_button(world, event);
    };
    let Some(found) = reportable(world, person) else {
        return unknown(world, event);
    };
    let mut effects = vec![drop(&hand.draft, Dropped::Discarded)];
    effects.extend(open(world, event, person, found));
    effects
}

/// Goes on with a draft where it stands.
#[must_use]
pub fn resume(world: &World, event: &Event, draft: DraftId) -> Vec<Effect> {
    let Some(hand) = meant(world, draft) else {
        return old_button(world, event);
    };
    let draft = hand.draft.id;
    let mut effects = go(world, event, Place::Draft { draft });
    effects.extend(heeded(world, event));
    effects
}

/// Gives a draft up, as its owner asked.
#[must_use]
pub fn discard(world: &World, event: &Event, draft: DraftId) -> Vec<Effect> {
    let Some(hand) = meant(world, draft) else {
        return old_button(world, event);
    };
    let mut effects = vec![
        drop(&hand.draft, Dropped::Discarded),
        Effect::Note(Audit {
            action: Action::UseDraft,
            object: Object::Draft(hand.draft.id),
        }),
    ];
    effects.extend(done_with(Line::DraftDiscarded(hand.case.code.clone())));
    effects.extend(heeded(world, event));
    effects
}

/// A warning has done its work once somebody presses a button under it: its buttons go.
fn heeded(world: &World, event: &Event) -> Option<Effect> {
    let Happened::Press { message, .. } = &event.happened else {
        return None;
    };
    let live = world.chat.live?;
    (live != *message).then(|| Effect::Amend(Box::new(Screen::of([Line::Noted]))))
}

/// Closes a draft for now.
#[must_use]
pub fn keep(world: &World, event: &Event, draft: DraftId) -> Vec<Effect> {
    let Some(hand) = meant(world, draft) else {
        return old_button(world, event);
    };
    let lasting = hand.draft.body.alerted;
    done_with(Line::DraftKept {
        code: hand.case.code.clone(),
        until: (!lasting).then(|| hand.draft.touched_at + super::draft::KEPT),
    })
}

/// "You began this report already."
#[must_use]
pub fn begun(world: &World) -> Screen {
    let Some(hand) = own_draft(world) else {
        return Screen::of([Line::NoDrafts]).button(Label::Menu, Press::Menu);
    };
    let line = Line::DraftBegun {
        code: hand.case.code.clone(),
        touched: hand.draft.touched_at,
    };
    Screen::of([line])
        .button(Label::Continue, Press::Continue(hand.draft.id))
        .button(Label::StartAgain, Press::StartAgain(hand.draft.id))
        .button(Label::Discard, Press::Discard(hand.draft.id))
}

/// "Is it the same visit?"
#[must_use]
pub fn same_visit(world: &World) -> Screen {
    let person = world.person.as_ref();
    let reportable = person.and_then(|person| reportable(world, person));
    let last = reportable.and_then(|found| {
        let last = found.case.last_visit.as_ref()?;
        Some((&found.case, last))
    });
    let Some((case, last)) = last else {
        return Screen::of([Line::AskCase]).button(Label::Menu, Press::Menu);
    };
    let screen = Screen::of([Line::SameVisit {
        code: case.code.clone(),
        sent: last.sent_at,
    }]);
    let own = world.person.as_ref().is_some_and(|person| {
        let relation = Relation::to_owned_by(person, last.by);
        may(person, relation, Action::CorrectReport)
    });
    let screen = if own {
        screen.button(Label::CorrectThat, Press::Correct(last.report))
    } else {
        screen
    };
    screen
        .button(Label::AnotherVisit, Press::AnotherVisit(case.id))
        .button(Label::Menu, Press::Menu)
}

/// "Keep it or discard it?"
#[must_use]
pub fn leaving(world: &World) -> Screen {
    let Some(hand) = own_draft(world) else {
        return Screen::of([Line::NoDrafts]).button(Label::Menu, Press::Menu);
    };
    Screen::of([Line::AskLeaving(hand.case.code.clone())])
        .button(Label::Continue, Press::Continue(hand.draft.id))
        .button(Label::Keep, Press::Keep(hand.draft.id))
        .button(Label::Discard, Press::Discard(hand.draft.id))
}

/// The draft in question, if it is the person's own, open, and about a case they may still report about.
#[must_use]
pub fn own_draft(world: &World) -> Option<&DraftInHand> {
    let person = world.person.as_ref()?;
    let hand = world.draft.as_ref()?;
    let own = Relation::to_owned_by(person, hand.draft.person);
    let allowed =
        may(person, own, Action::UseDraft) && may_with(person, &hand.case, Action::ReportVisit);
    allowed.then_some(hand)
}

/// The own draft that a button names. For an old button the draft that is open now is loaded, to be shown; the
/// button must not act on that one.
#[must_use]
pub fn meant(world: &World, draft: DraftId) -> Option<&DraftInHand> {
    own_draft(world).filter(|hand| hand.draft.id == draft)
}

/// The case in question, if this person may report about it.
fn reportable<'a>(world: &'a World, person: &Person) -> Option<&'a CaseInHand> {
    let found = world.case.as_ref()?;
    may_with(person, &found.case, Action::ReportVisit).then_some(found)
}

/// The same answer whether a case does not exist or is somebody else's.
fn unknown(world: &World, event: &Event) -> Vec<Effect> {
    let screen = menu::cases(world, event.at, 0);
    let screen = if menu::visitable(world).is_empty() {
        screen
    } else {
        screen.headed(Line::CaseUnknown)
    };
    show_at(Place::Cases { page: 0 }, screen)
}

/// Ends a draft without a report.
#[must_use]
pub fn drop(draft: &Draft, why: Dropped) -> Effect {
    Effect::DropDraft {
        draft: draft.id,
        why,
        files: draft.body.files.clone(),
    }
}

fn open(world: &World, event: &Event, person: &Person, found: &CaseInHand) -> Vec<Effect> {
    let body = Body {
        brought: brought(event, found),
        ..Body::default()
    };
    let draft = Draft {
        id: event.fresh.draft,
        person: person.id,
        case: found.case.id,
        form: world.programme.visit_form,
        turn: 0,
        opened_at: event.at,
        touched_at: event.at,
        due_at: Some(event.at + WARNED),
        corrects: None,
        body,
    };
    opened(world, event, draft, found.case.clone())
}

/// The effects that open `draft` and show its first question.
#[must_use]
pub fn opened(world: &World, event: &Event, draft: Draft, case: Case) -> Vec<Effect> {
    let form = match &world.report {
        Some(report) if report.form_id == draft.form => report.form.clone(),
        Some(_) | None => world.programme.visit.clone(),
    };
    let hand = DraftInHand { draft, form, case };
    let screen = answering::screen_of(world, &hand, event.at);
    let place = Place::Draft {
        draft: hand.draft.id,
    };
    let mut effects = vec![Effect::OpenDraft(Box::new(hand.draft))];
    effects.extend(show_at(place, screen));
    effects
}

fn brought(event: &Event, found: &CaseInHand) -> Brought {
    let case = &found.case;
    let count = |rows: usize| Value::Integer(i64::try_from(rows).unwrap_or(i64::MAX));
    let hidden = BTreeMap::from([
        ("ctx_code".to_owned(), Value::Text(case.code.to_string())),
        (
            "ctx_risk".to_owned(),
            Value::Text(case.risk.word().to_owned()),
        ),
        ("ctx_goals".to_owned(), count(found.goals.len())),
        ("ctx_referrals".to_owned(), count(found.referrals.len())),
        (
            "ctx_visit_days".to_owned(),
            Value::Integer(case.risk.visit_every_days().into()),
        ),
    ]);
    Brought {
        seed: event.fresh.seed,
        started: None,
        hidden,
        goals: found
            .goals
            .iter()
            .map(|goal| (goal.id, goal.words.clone()))
            .collect(),
        referrals: found
            .referrals
            .iter()
            .map(|referral| (referral.id, referral.words.clone()))
            .collect(),
    }
}
