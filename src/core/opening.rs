//! Opening a case: what a family is called comes in; the team's cases that are called alike go out, then a new one.

use super::access::{Action, Relation, may, may_with};
use super::alike::alike;
use super::case::{Case, Involved, Membership, Opening, Record, Risk};
use super::effect::{Effect, Object};
use super::event::{Event, Happened};
use super::id::Code;
use super::people::Person;
use super::place::Place;
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::stage::Stage;
use super::step::{go, old_button, screen, show_at};
use super::world::World;

/// Characters of what a family is called; more is a story, and belongs into a report.
const LONGEST_ALIAS: u32 = 60;

/// Whether this person may open a case of their team.
#[must_use]
pub fn may_open(person: &Person) -> bool {
    person.team.is_some() && may(person, Relation::Team, Action::OpenCase)
}

/// Asks what a new family is called.
#[must_use]
pub fn ask(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if !may_open(person) {
        return old_button(world, event);
    }
    go(world, event, Place::NewCase)
}

/// The question what a new family is called.
#[must_use]
pub fn asked() -> Screen {
    Screen::of([Line::AskAlias]).button(Label::Menu, Press::Menu)
}

/// What somebody wrote is what the family is called: looks for it before anything is opened.
#[must_use]
pub fn called(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if !may_open(person) {
        return go(world, event, Place::Menu);
    }
    let slip = |line: Line| {
        let place = world.chat.place.clone();
        let screen = screen(world, event, &place).headed(line);
        show_at(place, screen)
    };
    let (Happened::Text { text, .. } | Happened::Edited { text, .. }) = &event.happened else {
        return slip(Line::NotAnAnswer);
    };
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return slip(Line::NotAnAnswer);
    }
    if name.chars().count() > LONGEST_ALIAS as usize {
        return slip(Line::TooLong {
            limit: LONGEST_ALIAS,
        });
    }
    let mut effects = vec![Effect::note(Action::OpenCase, Object::Programme)];
    effects.extend(go(world, event, Place::Alike { name }));
    effects
}

/// The cases that are called alike, each with the way to its card for whoever may see it, and the way to a new one.
#[must_use]
pub fn found(world: &World, name: &str) -> Screen {
    let Some(person) = world.person.as_ref().filter(|person| may_open(person)) else {
        return Screen::gone();
    };
    let known = |case: &&Case| may_with(person, case, Action::OpenCase);
    let team: Vec<&Case> = world.team.iter().filter(known).collect();
    let found = alike(name, &team);
    let (line, new) = match found.is_empty() {
        true => (Line::NoneAlike { name: name.into() }, Label::OpenCase),
        false => (Line::SomeAlike { name: name.into() }, Label::NoneOfThese),
    };
    let mut screen = Screen::of([line]);
    screen.protected = true;
    for case in found {
        if may_with(person, case, Action::SeeCase) {
            screen = screen.button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0));
        } else {
            screen.lines.push(Line::AlikeElsewhere(case.code.clone()));
        }
    }
    screen
        .button(new, Press::OpenCase)
        .button(Label::Menu, Press::Menu)
}

/// Opens the case and shows its card, with whoever opened it leading it.
#[must_use]
pub fn open(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let (Place::Alike { name }, true, Some(team)) =
        (&world.chat.place, may_open(person), person.team)
    else {
        return old_button(world, event);
    };
    let zone = world.zone();
    let opening = Opening {
        id: event.fresh.case,
        code: Code::from_random(event.fresh.code),
        alias: Some(name.clone()),
        // Nobody has looked yet; the first contact says more.
        risk: Risk::Medium,
        stage: Stage::Referred,
        team,
        zone,
        opened_on: world.today(event.at),
        by: person.id,
        place: Membership::Leads,
        unsent: false,
    };
    let mut after = world.clone();
    after.case = Some(opening.in_hand());
    after.record = Some(Record {
        people: vec![Involved {
            name: person.name.clone(),
            membership: Membership::Leads,
        }],
        ..Record::default()
    });
    let case = opening.id;
    let opened = Line::CaseOpened(opening.code.clone());
    let mut effects = vec![
        Effect::OpenCase(Box::new(opening)),
        Effect::note(Action::OpenCase, Object::Case(case)),
    ];
    let place = Place::Case { case, page: 0 };
    let card = screen(&after, event, &place).headed(opened);
    effects.extend(show_at(place, card));
    effects
}
