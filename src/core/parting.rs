//! Leaving, and a person's rights over what is kept about them: what they ask comes in, their own record or the end of
//! their access goes out.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::absence::{self, InAbsence};
use super::access::{Action, Relation, may};
use super::case::Membership;
use super::effect::{Effect, Object};
use super::event::Event;
use super::id::{Code, PersonId, UserId};
use super::people::{Person, Recipient, Role, Standing};
use super::place::Place;
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::step::{done_with, go, old_button, show_at};
use super::world::World;

/// Within so many days somebody must have answered who asks that what is kept about them be deleted.
pub const ERASED_WITHIN: TimeDelta = TimeDelta::days(30);

/// What is kept about a person, beside what [`Person`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRecord {
    /// Their Telegram number.
    pub user: UserId,
    /// The name of their team.
    pub team: Option<String>,
    /// Their places in cases.
    pub cases: Vec<(Code, Membership)>,
    /// Reports they have sent.
    pub reports: u16,
    /// Reports they have begun.
    pub drafts: u16,
    /// When they asked that it be deleted, while nobody has answered.
    pub asked_at: Option<DateTime<Utc>>,
}

/// Somebody's wish that what is kept about them be deleted, which nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// When they asked.
    pub asked_at: DateTime<Utc>,
}

/// The day up to which a wish must be answered.
fn due(asked_at: DateTime<Utc>, world: &World) -> NaiveDate {
    world.today(asked_at + ERASED_WITHIN)
}

/// "Do you want to leave?"
#[must_use]
pub fn ask_leave() -> Screen {
    Screen::of([Line::AskLeave])
        .button(Label::LeaveNow, Press::LeaveNow)
        .button(Label::AskErasure, Press::AskErasure)
        .button(Label::Menu, Press::Menu)
}

/// Ends one's own access at once. Whoever is the last to hear of danger is asked to find somebody first.
#[must_use]
pub fn leave(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if world.chat.place != Place::Parting {
        return old_button(world, event);
    }
    let hearers = match person.role {
        Role::Supervisor => Some(&world.duty),
        Role::Manager => Some(&world.managers),
        Role::Family | Role::Volunteer | Role::Caseworker => None,
    };
    if hearers.is_some_and(Vec::is_empty) && person.standing == Standing::Active {
        return done_with(Line::LastOnDuty);
    }
    let mut effects = vec![
        Effect::Leave,
        Effect::note(Action::ChangeSelf, Object::Person(person.id)),
    ];
    effects.extend(show_at(Place::Nowhere, Screen::of([Line::Goodbye])));
    // Whoever was never confirmed leaves nothing behind.
    if person.standing == Standing::Active && person.role != Role::Family {
        let screen = Screen::of([Line::ColleagueLeft(person.name.clone())]);
        effects.extend(told(&world.duty, &screen));
    }
    effects
}

/// All that is kept about whoever asks.
#[must_use]
pub fn own_record(world: &World, at: DateTime<Utc>) -> Screen {
    let (Some(person), Some(own)) = (&world.person, &world.own) else {
        return Screen::gone();
    };
    let mut screen = Screen::of([
        Line::OwnTitle,
        Line::OwnPerson {
            name: person.name.clone(),
            role: person.role,
            team: own.team.clone(),
        },
        Line::OwnAccount {
            user: own.user.0,
            language: world.language(),
            zone: world.zone(),
        },
    ]);
    screen.protected = true;
    screen
        .lines
        .extend(person.consent.map(|consent| Line::OwnConsent {
            at: consent.at,
            version: consent.version,
        }));
    screen.lines.push(Line::OwnReports {
        sent: own.reports,
        open: own.drafts,
    });
    let places = own.cases.iter();
    screen
        .lines
        .extend(places.map(|(code, place)| Line::OwnCase {
            code: code.clone(),
            place: *place,
        }));
    screen.lines.push(Line::OwnRest);
    match absence::away(world, at) {
        Some(day) => {
            screen.lines.push(Line::YouAreAway(day));
            screen = screen.button(Label::IAmBack, Press::Absence(InAbsence::Back));
        }
        None if absence::may_be_away(person) => {
            screen = screen.button(Label::Away, Press::Absence(InAbsence::Ask));
        }
        None => {}
    }
    match own.asked_at {
        Some(at) => {
            let due = due(at, world);
            screen.lines.push(Line::ErasureAsked(due));
        }
        None => screen = screen.button(Label::AskErasure, Press::AskErasure),
    }
    screen
        .button(Label::Leave, Press::Leave)
        .button(Label::Menu, Press::Menu)
}

/// "Do you want it deleted?", with what that means.
#[must_use]
pub fn ask_erasure(world: &World) -> Screen {
    let asked_at = world.own.as_ref().and_then(|own| own.asked_at);
    match asked_at {
        Some(at) => Screen::of([Line::ErasureAsked(due(at, world))]),
        None => {
            let days = u16::try_from(ERASED_WITHIN.num_days()).unwrap_or_default();
            Screen::of([Line::AskErasure { days }]).button(Label::EraseNow, Press::EraseNow)
        }
    }
    .button(Label::Menu, Press::Menu)
}

/// Keeps the wish, and tells those who run the programme that it waits. Asked twice, it is one wish.
#[must_use]
pub fn erase(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let asked_before = world.own.as_ref().is_some_and(|own| own.asked_at.is_some());
    if world.chat.place != Place::Erasing || asked_before {
        return old_button(world, event);
    }
    let by = due(event.at, world);
    let mut effects = vec![
        Effect::AskErasure,
        Effect::note(Action::ChangeSelf, Object::Person(person.id)),
    ];
    effects.extend(done_with(Line::ErasureAsked(by)));
    let waits = Screen::of([Line::ErasureWaits(by)]).button(Label::Show, Press::Erasure(person.id));
    effects.extend(told(&world.managers, &waits));
    effects
}

/// Shows somebody's wish to a manager.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(erasure) = answered_by(world, person) else {
        return old_button(world, event);
    };
    let person = erasure.person;
    let mut effects = vec![Effect::note(Action::AnswerErasure, Object::Person(person))];
    effects.extend(go(world, event, Place::Erasure { person }));
    effects
}

/// Who asks to be deleted, and until when somebody must have answered.
#[must_use]
pub fn erasure(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some(erasure) = person.and_then(|person| answered_by(world, person)) else {
        return Screen::gone();
    };
    let mut screen = Screen::of([
        Line::NewcomerAsked,
        Line::ErasureAbout {
            name: erasure.name.clone(),
            role: erasure.role,
            asked_at: erasure.asked_at,
            by: due(erasure.asked_at, world),
        },
    ]);
    screen.protected = true;
    screen
        .button(Label::ErasureDone, Press::ErasureDone(erasure.person))
        .button(Label::Menu, Press::Menu)
}

/// A manager has seen to somebody's wish.
#[must_use]
pub fn done(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(erasure) = answered_by(world, person) else {
        return old_button(world, event);
    };
    let mut effects = vec![
        Effect::EndErasure(erasure.person),
        Effect::note(Action::AnswerErasure, Object::Person(erasure.person)),
    ];
    effects.extend(done_with(Line::Noted));
    effects
}

fn answered_by<'a>(world: &'a World, person: &Person) -> Option<&'a Erasure> {
    let erasure = world.erasure.as_ref()?;
    may(person, Relation::Foreign, Action::AnswerErasure).then_some(erasure)
}

fn told<'a>(people: &'a [Recipient], screen: &'a Screen) -> impl Iterator<Item = Effect> + 'a {
    people.iter().map(move |to| Effect::tell(to, screen))
}
