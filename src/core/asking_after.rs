//! Something of the list that is late: it comes in with who is to do it; what can be done about it goes out, and so does
//! the question how it goes, in the hours of whoever is asked and once a day.

use chrono::{DateTime, Utc};

use super::access::{Action, may_with};
use super::away_for;
use super::card::beginning;
use super::case::Case;
use super::due::civil;
use super::due::hours::Urgency;
use super::due::obligation::Rule;
use super::due::pushes::{self, Item, Listener};
use super::effect::{Effect, Object};
use super::event::Event;
use super::handover::{InHandOver, colleagues};
use super::id::ObligationId;
use super::late::{self, Doer, InLate, LateThing, days_late, with};
use super::pause;
use super::people::{Person, Recipient};
use super::place::Place;
use super::press::Press;
use super::reminding::{InReminder, told_of};
use super::screen::{Button, Label, Line, Screen};
use super::step::{go, old_button, show_at};
use super::world::World;

/// The form by which a visit or a review is given another day.
const DAY_CHANGE: &str = "day_change";
/// People to whom the screen of one thing has a way; a case seldom has more who visit.
const PEOPLE: usize = 2;

/// Shows one thing.
#[must_use]
pub fn show(
    world: &World,
    event: &Event,
    person: &Person,
    obligation: ObligationId,
) -> Vec<Effect> {
    let Some(thing) = seen(world, person) else {
        return old_button(world, event);
    };
    let mut effects = vec![Effect::note(Action::SeeCase, Object::Case(thing.case.id))];
    effects.extend(go(world, event, Place::LateThing { obligation }));
    effects
}

/// Asks those who are to do it how it goes; whoever was asked today, or is to be, is not asked again.
#[must_use]
pub fn ask(world: &World, event: &Event, person: &Person, obligation: ObligationId) -> Vec<Effect> {
    let Some(thing) = seen(world, person) else {
        return old_button(world, event);
    };
    let mut effects = Vec::new();
    let mut said = Vec::new();
    for (doer, to) in asked(world, person, thing, event.at) {
        let name = doer.name.clone();
        if was_asked(doer, to, event.at) {
            said.push(Line::AskedAlready(name));
            continue;
        }
        let Some(told_at) = told_at(world, doer, to, event.at) else {
            continue;
        };
        said.push(match told_at > event.at {
            true => Line::AskedLater { name, at: told_at },
            false => Line::AskedNow(name),
        });
        effects.push(Effect::AskAfter {
            obligation,
            to: to.clone(),
            at: told_at,
            screen: Box::new(question(thing, to, event.at)),
        });
    }
    if said.is_empty() {
        return old_button(world, event);
    }
    if !effects.is_empty() {
        let note = Effect::note(Action::LeadPeople, Object::Case(thing.case.id));
        effects.push(note);
    }
    let mut screen = screen(world, event.at);
    screen.lines.splice(0..0, said);
    effects.extend(show_at(Place::LateThing { obligation }, screen));
    effects
}

/// What is late, why it is due, with whom it is, and what can be done about it.
#[must_use]
pub fn screen(world: &World, at: DateTime<Utc>) -> Screen {
    let person = world.person.as_ref();
    let Some((person, thing)) = person.and_then(|person| Some((person, seen(world, person)?)))
    else {
        return Screen::gone();
    };
    let case = &thing.case;
    let code = case.code.clone();
    let lines = told_of(thing.rule, &code, thing.window, thing.because);
    let mut screen = Screen::of(lines);
    screen.protected = true;
    let days = days_late(thing, at);
    screen
        .lines
        .extend((days > 0).then_some(Line::DaysLate(days)));
    if thing.with.is_empty() {
        screen.lines.push(Line::LateWithNobody);
    }
    for doer in &thing.with {
        screen.lines.push(with(world, at, &doer.name, doer.back_on));
        screen.lines.extend(doer.untold.then_some(Line::NeverTold));
        if doer.to.is_none() {
            screen.lines.push(Line::NotReachedHere);
        }
    }
    if asked(world, person, thing, at).next().is_some() {
        let ask = Press::Late(InLate::Ask(thing.id));
        screen = screen.button(Label::AskAfter, ask);
    }
    let resting = beginning_here(world, person, case, pause::FORM);
    let does = |person| thing.with.iter().any(|doer| doer.person == person);
    let people = colleagues(world)
        .filter(|colleague| does(colleague.person) && away_for::is_led(colleague.role));
    let people = people.take(PEOPLE).map(|colleague| Button {
        label: Label::Colleague {
            name: colleague.name.clone(),
            cases: colleague.cases,
            away: None,
        },
        press: Press::Late(InLate::Person(colleague.person)),
    });
    screen = screen
        .row(moving(world, person, thing).into_iter().collect())
        .row(giving(person, thing).into_iter().collect())
        .row(resting.into_iter().collect());
    for way in people {
        screen = screen.row(vec![way]);
    }
    screen
        .button(Label::CaseCard(code), Press::Case(case.id, 0))
        .row(late::way(person).into_iter().collect())
        .button(Label::Menu, Press::Menu)
}

/// "How does it go?", with the way to it; it names the case by its code and nothing else.
fn question(thing: &LateThing, to: &Recipient, at: DateTime<Utc>) -> Screen {
    let code = thing.case.code.clone();
    let label = Label::Reminder {
        rule: thing.rule,
        code: code.clone(),
        late: thing.window.due < civil::day_of(at, to.zone),
    };
    Screen::of([Line::HowDoesItGo(code)])
        .button(label, Press::Reminder(InReminder::Show(thing.id)))
        .button(Label::Menu, Press::Menu)
}

/// Those who can be asked: not the asking person, nor anybody who is away or cannot be reached.
fn asked<'a>(
    world: &'a World,
    person: &'a Person,
    thing: &'a LateThing,
    at: DateTime<Utc>,
) -> impl Iterator<Item = (&'a Doer, &'a Recipient)> {
    let today = world.today(at);
    let here =
        move |doer: &&Doer| doer.person != person.id && doer.back_on.is_none_or(|day| day <= today);
    let with = thing.with.iter().filter(here);
    with.filter_map(|doer| Some((doer, doer.to.as_ref()?)))
}

/// Whether they were asked on this day of theirs, or are to be.
fn was_asked(doer: &Doer, to: &Recipient, at: DateTime<Utc>) -> bool {
    let today = civil::day_of(at, to.zone);
    let day = doer
        .asked_at
        .map(|asked_at| civil::day_of(asked_at, to.zone));
    day.is_some_and(|day| day >= today)
}

/// The first moment that their hours, and what they are told besides, allow.
fn told_at(world: &World, doer: &Doer, to: &Recipient, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let profile = &world.programme.profile;
    let hours = to.preference.hours(to.role, profile, to.zone)?;
    let listener = Listener {
        person: to.person,
        hours: &hours,
        touched_at: doer.touched_at,
        pushed: &doer.pushed,
    };
    let item = Item {
        key: (),
        at,
        urgency: Urgency::Routine,
    };
    let push = pushes::next(&[item], listener, &profile.caps, at);
    push.map(|push| push.at)
}

/// The thing in question, to whoever leads those who do it.
fn seen<'a>(world: &'a World, person: &Person) -> Option<&'a LateThing> {
    let thing = world.leading.late.first()?;
    let leads = [Action::SeeCase, Action::LeadPeople]
        .into_iter()
        .all(|action| may_with(person, &thing.case, action));
    leads.then_some(thing)
}

/// The way to another day, for what is not a promise.
fn moving(world: &World, person: &Person, thing: &LateThing) -> Option<Button> {
    let what = match thing.rule {
        Rule::Visit | Rule::Quiet => "visit",
        Rule::Review => "review",
        Rule::FollowUp
        | Rule::Promise
        | Rule::Decide
        | Rule::Answer
        | Rule::AfterCare
        | Rule::Document => return None,
    };
    beginning_here(world, person, &thing.case, DAY_CHANGE).map(|button| Button {
        press: Press::BeginWith(thing.case.id, DAY_CHANGE.into(), what.into()),
        ..button
    })
}

/// The way to the hand-over: of the place of the one who has it, else of whoever is in the case.
fn giving(person: &Person, thing: &LateThing) -> Option<Button> {
    let what = match thing.with.as_slice() {
        [only] => only.place.map(|place| InHandOver::Give(place, 0)),
        [] | [_, _, ..] => None,
    };
    let what = what.unwrap_or(InHandOver::People(thing.case.id));
    may_with(person, &thing.case, Action::AssignPeople).then_some(Button {
        label: Label::GiveOn,
        press: Press::HandOver(what),
    })
}

/// The button that begins this form about the case, if this person may do so now.
fn beginning_here(world: &World, person: &Person, case: &Case, name: &str) -> Option<Button> {
    let form = world.programme.form(name)?;
    let offered = form.part.fits(case.stage) && form.part.lets(person, case);
    offered.then(|| beginning(world, case, form))
}
