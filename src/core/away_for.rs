//! Somebody of the team fell ill and cannot say so: a supervisor names the day on which they are back; they are told, the
//! other supervisors as well, and who covers for them is chosen next.

use chrono::{DateTime, NaiveDate, Utc};

use super::absence::{self, InAbsence};
use super::access::{Action, Relation, may};
use super::effect::{Effect, Object};
use super::event::{Event, Happened};
use super::form::read;
use super::handover::{Colleague, InHandOver, colleagues};
use super::id::PersonId;
use super::late::{self, InLate, quiet_since, with};
use super::people::{Person, Role};
use super::place::Place;
use super::press::Press;
use super::screen::{Button, Label, Line, Screen};
use super::step::{go, old_button, show_at};
use super::world::World;

/// Shows somebody of the team.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person, who: PersonId) -> Vec<Effect> {
    look(world, event, person, who, Place::LatePerson { person: who })
}

/// Asks until when they are away.
#[must_use]
pub fn ask(world: &World, event: &Event, person: &Person, who: PersonId) -> Vec<Effect> {
    look(world, event, person, who, Place::AwayFor { person: who })
}

/// They are away, and back on this day.
#[must_use]
pub fn until(
    world: &World,
    event: &Event,
    person: &Person,
    who: PersonId,
    day: NaiveDate,
) -> Vec<Effect> {
    // The screen asks once: the same button again says nothing more.
    if world.chat.place != (Place::AwayFor { person: who }) {
        return old_button(world, event);
    }
    let Some(colleague) = led(world, person, who) else {
        return old_button(world, event);
    };
    if !absence::is_offered(day, world.today(event.at)) {
        return refused(world, event, who);
    }
    let mut effects = vec![
        Effect::SetAway { person: who, day },
        Effect::note(Action::LeadPeople, Object::Person(who)),
    ];
    let told = Screen::of([Line::AwayForYou(day)])
        .button(Label::IAmBack, Press::Absence(InAbsence::Back))
        .button(Label::Menu, Press::Menu);
    effects.extend(colleague.to.iter().map(|to| Effect::tell(to, &told)));
    let name = colleague.name.clone();
    effects.extend(absence::told_away(world, who, &name, day));
    let mut screen = Screen::of([Line::AwayForNoted { name, day }]);
    screen.protected = true;
    screen = screen
        .row(theirs(colleague))
        .button(Label::Menu, Press::Menu);
    effects.extend(show_at(Place::Nowhere, screen));
    effects
}

/// Something else than a press where the day is asked for: a typed day.
#[must_use]
pub fn typed(world: &World, event: &Event, person: &Person, who: PersonId) -> Vec<Effect> {
    let today = world.today(event.at);
    let day = match &event.happened {
        Happened::Text { text, .. } => read::day(text, &world.vocabulary, today).ok(),
        _ => None,
    };
    match day {
        Some(day) => until(world, event, person, who, day),
        None => refused(world, event, who),
    }
}

/// Somebody of the team: whether they are quiet or away, and what can be done about it.
#[must_use]
pub fn screen(world: &World, at: DateTime<Utc>, who: PersonId) -> Screen {
    let person = world.person.as_ref();
    let Some((person, colleague)) =
        person.and_then(|person| Some((person, led(world, person, who)?)))
    else {
        return Screen::gone();
    };
    let mut screen = Screen::of([with(world, at, &colleague.name, colleague.back_on)]);
    screen.protected = true;
    if let Some(day) = quiet_since(world, who, at) {
        screen.lines.push(Line::QuietSince(day));
        screen.lines.push(Line::QuietMeans);
    }
    if colleague.to.is_none() {
        screen.lines.push(Line::NotReachedHere);
    }
    screen
        .row(theirs(colleague))
        .button(Label::TheyAreAway, Press::Late(InLate::Away(who)))
        .row(late::way(person).into_iter().collect())
        .button(Label::Menu, Press::Menu)
}

/// "On which day are they back?"
#[must_use]
pub fn asked(world: &World, at: DateTime<Utc>, who: PersonId) -> Screen {
    let person = world.person.as_ref();
    let Some(colleague) = person.and_then(|person| led(world, person, who)) else {
        return Screen::gone();
    };
    let today = world.today(at);
    let mut screen = Screen::of([Line::AskTheyBackOn(colleague.name.clone())]);
    screen.protected = true;
    for day in absence::offered(today) {
        let press = Press::Late(InLate::AwayUntil(who, day));
        screen = screen.button(Label::Day { day, today }, press);
    }
    screen.button(Label::Menu, Press::Menu)
}

fn look(world: &World, event: &Event, person: &Person, who: PersonId, place: Place) -> Vec<Effect> {
    match led(world, person, who) {
        Some(_) => go(world, event, place),
        None => old_button(world, event),
    }
}

fn refused(world: &World, event: &Event, who: PersonId) -> Vec<Effect> {
    let screen = asked(world, event.at, who).headed(Line::BackOnWrong);
    show_at(Place::AwayFor { person: who }, screen)
}

/// Whether a supervisor says so of somebody of this role. Whoever hears of danger says it themselves.
#[must_use]
pub fn is_led(role: Role) -> bool {
    match role {
        Role::Volunteer | Role::Caseworker => true,
        Role::Family | Role::Supervisor | Role::Manager => false,
    }
}

/// The way to giving their cases to others, if they have any.
fn theirs(colleague: &Colleague) -> Vec<Button> {
    let way = (colleague.cases > 0).then_some(Button {
        label: Label::TheirCases,
        press: Press::HandOver(InHandOver::GiveAll(colleague.person, 0)),
    });
    way.into_iter().collect()
}

/// Somebody of the asking supervisor's team of whom they may say so.
fn led<'a>(world: &'a World, person: &Person, who: PersonId) -> Option<&'a Colleague> {
    if !may(person, Relation::Team, Action::LeadPeople) {
        return None;
    }
    let mut colleagues = colleagues(world);
    colleagues.find(|colleague| colleague.person == who && is_led(colleague.role))
}
