//! Beginning, leaving and coming back to a report.

use super::about::{Kind, Subject, Topic};
use super::access::{Action, Relation, may};
use super::brought::brought;
use super::case::{CaseInHand, Referral};
use super::draft::{Body, Draft, WARNED};
use super::effect::{Dropped, Effect, Object};
use super::event::{Event, Happened};
use super::filing::ASSESSED;
use super::form::read::fold::fold;
use super::form::{self, Value};
use super::goal::About;
use super::id::DraftId;
use super::part::{Part, VISIT};
use super::people::Person;
use super::place::Place;
use super::press::Press;
use super::report::SAME_VISIT;
use super::screen::{Label, Line, Screen};
use super::service::{Lack, Listed};
use super::services::names_its_service;
use super::share::SHARING;
use super::stage::{Missing, Stage};
use super::step::{done_with, go, old_button, show_at};
use super::world::{DraftInHand, FormInUse, World};
use super::{answering, danger, menu, plan};

/// Begins a report with the form of this name, unless one was begun already, or a visit reported a few hours ago:
/// then asks.
#[must_use]
pub fn begin(world: &World, event: &Event, person: &Person, form: &str) -> Vec<Effect> {
    let Some(form) = world.programme.form(form) else {
        return old_button(world, event);
    };
    let Some(found) = reportable(world, person, &form.part) else {
        return unknown(world, event);
    };
    if let Err(missing) = ready(found, form) {
        return show_at(
            Place::Nowhere,
            Screen::of([Line::StageStays(missing)])
                .button(
                    Label::CaseCard(found.case.code.clone()),
                    Press::Case(found.case.id, 0),
                )
                .button(Label::Menu, Press::Menu),
        );
    }
    let topic = topic(event);
    let about = topic.and_then(|topic| subject(world, event, found, topic));
    let kind = about.as_ref().map_or(Kind::Case, Subject::kind);
    let unasked = found
        .goals
        .iter()
        .any(|goal| topic == Some(&Topic::Goal(goal.id)) && !plan::is_asked_of(form, goal));
    let unnamed = matches!(topic, Some(Topic::Elsewhere(..))) && !names_its_service(form);
    if form.part.about != kind || topic.is_some() != about.is_some() || unasked || unnamed {
        return old_button(world, event);
    }
    if form.form.name == SHARING && world.programme.public_url.is_none() {
        return done_with(Line::ShareUnset);
    }
    let last = found.case.last_visit.as_ref();
    let recent =
        last.filter(|last| form.form.name == VISIT && event.at - last.sent_at < SAME_VISIT);
    match (own_draft(world), recent) {
        // What is about one thing is short: another takes its place.
        (Some(hand), _) if hand.about().as_ref() != topic => {
            let mut effects = vec![drop(&hand.draft, Dropped::Discarded)];
            effects.extend(open(world, event, person, found, form, about));
            effects
        }
        (Some(hand), _) => begun_before(world, event, hand),
        (None, Some(last)) => {
            let place = Place::SameVisit {
                case: found.case.id,
                report: last.report,
            };
            go(world, event, place)
        }
        (None, None) => open(world, event, person, found, form, about),
    }
}

/// Begins a report although another was sent a few hours ago.
#[must_use]
pub fn begin_another(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(form) = world.programme.form(VISIT) else {
        return old_button(world, event);
    };
    match (reportable(world, person, &form.part), own_draft(world)) {
        (None, _) => unknown(world, event),
        (Some(_), Some(hand)) => begun_before(world, event, hand),
        (Some(found), None) => open(world, event, person, found, form, None),
    }
}

/// What was begun is not begun again. One in which nothing was said yet goes on without a question: there is nothing to
/// choose between, and a button that is pressed twice shows what it showed.
fn begun_before(world: &World, event: &Event, hand: &DraftInHand) -> Vec<Effect> {
    let draft = hand.draft.id;
    let untouched = hand.draft.turn == 0 && hand.draft.corrects.is_none();
    match untouched {
        true => go(world, event, Place::Draft { draft }),
        false => go(world, event, Place::Begun { draft }),
    }
}

/// Gives a draft up and begins the same report anew.
#[must_use]
pub fn begin_anew(world: &World, event: &Event, person: &Person, draft: DraftId) -> Vec<Effect> {
    let Some(hand) = meant(world, draft) else {
        return old_button(world, event);
    };
    let Some(form) = world.programme.form(&hand.form.name) else {
        return old_button(world, event);
    };
    let Some(found) = reportable(world, person, &form.part) else {
        return unknown(world, event);
    };
    let mut effects = vec![drop(&hand.draft, Dropped::Discarded)];
    let about = hand.draft.body.brought.about.as_ref();
    let about = about.and_then(|about| match about {
        Subject::Goal(about) => subject(world, event, found, &Topic::Goal(about.goal)),
        kept @ (Subject::Referral { .. } | Subject::Service { .. } | Subject::Alert(_)) => {
            Some(kept.clone())
        }
    });
    effects.extend(open(world, event, person, found, form, about));
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
        Effect::note(Action::UseDraft, Object::Draft(hand.draft.id)),
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
    let form = world.programme.form(VISIT);
    let reportable = person
        .zip(form)
        .and_then(|(person, form)| reportable(world, person, &form.part));
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
    let allowed = may(person, own, Action::UseDraft) && hand.part().lets(person, &hand.case);
    allowed.then_some(hand)
}

/// Whether the draft in question is the person's own, but its case no longer theirs.
#[must_use]
pub fn out_of_reach(world: &World) -> bool {
    let both = world.person.as_ref().zip(world.draft.as_ref());
    both.is_some_and(|(person, hand)| {
        let own = Relation::to_owned_by(person, hand.draft.person);
        may(person, own, Action::UseDraft) && !hand.part().lets(person, &hand.case)
    })
}

/// The own draft that a button names. For an old button the draft that is open now is loaded, to be shown; the
/// button must not act on that one.
#[must_use]
pub fn meant(world: &World, draft: DraftId) -> Option<&DraftInHand> {
    own_draft(world).filter(|hand| hand.draft.id == draft)
}

/// The one thing that a press is about.
fn topic(event: &Event) -> Option<&Topic> {
    match &event.happened {
        Happened::Press {
            press: Press::About(topic, _),
            ..
        } => Some(topic),
        _ => None,
    }
}

/// The question that a press has answered already, and with which choice, if the form takes that.
fn chosen<'a>(event: &'a Event, form: &'a FormInUse) -> Option<(&'a str, &'a str)> {
    let Happened::Press {
        press: Press::BeginWith(_, _, choice),
        ..
    } = &event.happened
    else {
        return None;
    };
    let (question, _) = form.part.begun_with(&form.form, choice)?;
    Some((question, choice))
}

/// The same as the draft will keep it; `None` if this case has no such thing.
fn subject(world: &World, event: &Event, found: &CaseInHand, topic: &Topic) -> Option<Subject> {
    match topic {
        Topic::Goal(id) => {
            let goal = found.goals.iter().find(|goal| goal.id == *id)?;
            Some(Subject::Goal(About {
                goal: goal.id,
                version: goal.version,
                words: world.words_of(goal),
                means: goal.means.clone(),
            }))
        }
        Topic::Referral(id) => {
            let asked = world.asked.iter().find(|asked| asked.id == *id)?;
            Some(Subject::Referral {
                id: asked.id,
                words: asked.words.clone(),
            })
        }
        Topic::Service(case, id) => {
            let listed = world.services.iter().find(|listed| listed.id == *id)?;
            let ours = found.case.id == *case;
            ours.then(|| asking(world, event, found, Some(listed), listed.service.lack))
        }
        Topic::Elsewhere(case, lack) => {
            let ours = found.case.id == *case;
            ours.then(|| asking(world, event, found, None, *lack))
        }
        Topic::Alert(id) => {
            let alert = world.alert.as_ref()?;
            let ours = alert.alert.id == *id && alert.alert.case == found.case.id;
            (ours && danger::wants_outcome(alert)).then_some(Subject::Alert(*id))
        }
    }
}

/// A service that answers to a need, with what was asked for before.
fn asking(
    world: &World,
    event: &Event,
    found: &CaseInHand,
    listed: Option<&Listed>,
    lack: Lack,
) -> Subject {
    let same = |asked: &&Referral| asked.lack == Some(lack);
    let before = found.referrals.iter().find(same);
    let open = world.asked.iter().filter(|asked| asked.is_open());
    let waiting = open.filter_map(|asked| asked.service.as_ref());
    Subject::Service {
        id: listed.map(|listed| listed.id),
        name: listed.map(|listed| listed.service.name.clone()),
        lack,
        before: before.map(|asked| asked.words.clone()),
        waiting: waiting.map(|service| fold(&service.name)).collect(),
        referral: event.fresh.referral,
    }
}

/// Whether the case is in a stage that this form is for, with nothing missing that it would need.
fn ready(found: &CaseInHand, form: &FormInUse) -> Result<Stage, Missing> {
    let case = &found.case;
    if !form.part.fits(case.stage) {
        return Err(Missing::Order);
    }
    // What the form itself brings is not missing.
    let mut known = found.known;
    known.assessed |= form.form.saves_to(ASSESSED);
    case.stage
        .enter(form.part.moves_to.unwrap_or(case.stage), &known)
}

/// The case in question, if this person may use this part about it.
fn reportable<'a>(world: &'a World, person: &Person, part: &Part) -> Option<&'a CaseInHand> {
    let found = world.case.as_ref()?;
    part.lets(person, &found.case).then_some(found)
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

fn open(
    world: &World,
    event: &Event,
    person: &Person,
    found: &CaseInHand,
    form: &FormInUse,
    about: Option<Subject>,
) -> Vec<Effect> {
    let mut body = Body {
        brought: brought(world, event, person, found, about),
        ..Body::default()
    };
    // The press that begins it is its first answer.
    if let Some((question, choice)) = chosen(event, form) {
        let place = form::Place::new(question);
        body.answers.give(place, Value::One(choice.to_owned()));
        body.brought.started = Some(event.at);
    }
    let draft = Draft {
        id: event.fresh.draft,
        person: person.id,
        case: found.case.id,
        form: form.id,
        turn: 0,
        opened_at: event.at,
        touched_at: event.at,
        due_at: Some(event.at + WARNED),
        corrects: None,
        body,
    };
    let hand = DraftInHand {
        draft,
        form: form.form.clone(),
        case: found.case.clone(),
    };
    opened(world, event, hand)
}

/// The effects that open a draft and show its first question.
#[must_use]
pub fn opened(world: &World, event: &Event, hand: DraftInHand) -> Vec<Effect> {
    let screen = answering::screen_of(world, &hand, event.at);
    let place = Place::Draft {
        draft: hand.draft.id,
    };
    let mut effects = vec![Effect::OpenDraft(Box::new(hand.draft))];
    effects.extend(show_at(place, screen));
    effects
}
