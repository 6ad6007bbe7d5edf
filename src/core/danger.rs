//! Danger: an answer raises an alert at once; somebody on duty sees it and says "I have it".

use super::access::{Action, Relation, may};
use super::alert::{Alert, AlertInHand, AlertState};
use super::effect::{Effect, Object, Purpose};
use super::event::Event;
use super::people::{Person, Recipient};
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::step::old_button;
use super::world::{DraftInHand, World};

/// What raising an alert leads to, and the line that tells the reporter.
#[derive(Debug)]
pub struct Called {
    /// The alert, the messages and the audit.
    pub effects: Vec<Effect>,
    /// For the reporter, above the next question.
    pub line: Line,
}

/// Raises an alert: a row, and a message to everybody on duty, before the rest of the form is asked.
#[must_use]
pub fn raise(world: &World, event: &Event, hand: &DraftInHand) -> Called {
    let id = event.fresh.alert;
    let alert = Alert {
        id,
        case: hand.case.id,
        code: hand.case.code.clone(),
        team: hand.case.team,
        raised_by: Recipient {
            person: hand.draft.person,
            chat: world.chat.id,
            language: world.language(),
            zone: world.zone(),
        },
        draft: hand.draft.id,
        raised_at: event.at,
        state: AlertState::Open,
    };
    let mut effects = vec![
        Effect::RaiseAlert(Box::new(alert)),
        Effect::note(Action::RaiseAlert, Object::Alert(id)),
    ];
    let push = Screen::of([Line::AlertPush {
        count: 1,
        code: hand.case.code.clone(),
    }])
    .button(Label::Show, Press::ShowAlert(id))
    .button(Label::IHaveIt, Press::TakeAlert(id));
    let others = world
        .duty
        .iter()
        .filter(|on_duty| on_duty.person != hand.draft.person);
    let told: Vec<&Recipient> = others.collect();
    effects.extend(told.iter().map(|&to| Effect::Tell {
        to: to.clone(),
        purpose: Purpose::Danger(id),
        screen: Box::new(push.clone()),
        not_before: None,
    }));
    let line = match u16::try_from(told.len()).unwrap_or(u16::MAX) {
        0 => Line::AlertReachedNobody,
        told => Line::AlertRaised { told },
    };
    Called { effects, line }
}

/// Shows what an alert is about, to somebody who may see it, in a message that cannot be forwarded.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(found) = allowed(world, person, Action::SeeAlert) else {
        return old_button(world, event);
    };
    vec![
        Effect::note(Action::SeeAlert, Object::Alert(found.alert.id)),
        Effect::Say {
            purpose: Purpose::News,
            screen: Box::new(details(world)),
        },
    ]
}

/// "I have it": the reporter and everybody who was told hear by name who has.
#[must_use]
pub fn take(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(found) = allowed(world, person, Action::TakeAlert) else {
        return old_button(world, event);
    };
    let alert = &found.alert;
    let code = alert.code.clone();
    if let AlertState::Taken { by, name, at: _ } = &alert.state {
        let line = if *by == person.id {
            Line::AlertYours(code)
        } else {
            Line::AlertTaken {
                code,
                name: name.clone(),
            }
        };
        return amended(alert, line);
    }
    let mut effects = vec![
        Effect::TakeAlert(alert.id),
        Effect::note(Action::TakeAlert, Object::Alert(alert.id)),
    ];
    effects.extend(amended(alert, Line::AlertYours(code.clone())));
    let taken = Screen::of([Line::AlertTaken {
        code,
        name: person.name.clone(),
    }]);
    let reporter = std::iter::once(&alert.raised_by);
    let hearers = reporter.chain(found.told.iter().filter(|told| told.person != person.id));
    effects.extend(hearers.map(|to| Effect::tell(to, &taken, None)));
    effects
}

/// The details of the alert in question.
#[must_use]
pub fn details(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some(found) = person.and_then(|person| allowed(world, person, Action::SeeAlert)) else {
        return Screen::gone();
    };
    let alert = &found.alert;
    let mut screen = Screen::of([
        Line::DetailsAsked(alert.code.clone()),
        Line::AlertAbout {
            code: alert.code.clone(),
            alias: found.alias.clone(),
            reporter: found.reporter.clone(),
            at: alert.raised_at,
        },
    ]);
    screen.protected = true;
    screen.lines.extend(found.note.clone().map(Line::AlertNote));
    match &alert.state {
        AlertState::Open => {
            screen.lines.push(Line::AlertOpen);
            screen.button(Label::IHaveIt, Press::TakeAlert(alert.id))
        }
        AlertState::Taken { name, .. } => {
            screen.lines.push(Line::AlertTaken {
                code: alert.code.clone(),
                name: name.clone(),
            });
            screen
        }
    }
}

/// The message whose button was pressed now says this, with the way to the details.
fn amended(alert: &Alert, line: Line) -> Vec<Effect> {
    let screen = Screen::of([line]).button(Label::Show, Press::ShowAlert(alert.id));
    vec![Effect::Amend(Box::new(screen))]
}

/// The alert in question, if this person may do this with it.
fn allowed<'a>(world: &'a World, person: &Person, action: Action) -> Option<&'a AlertInHand> {
    let found = world.alert.as_ref()?;
    let relation = if person.team == Some(found.alert.team) {
        Relation::Team
    } else {
        Relation::Foreign
    };
    may(person, relation, action).then_some(found)
}
