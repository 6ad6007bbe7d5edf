//! "I am not safe": a family's press comes in; the alert, and what happens next in plain words, goes out.
//!
//! Nobody who reads along later finds a word of it in a message that the family did not ask for: what follows is told to
//! staff alone, and the family sees only the answer to its own press.

use serde::{Deserialize, Serialize};

use super::access::{Action, may_with};
use super::alert::{AlertInHand, NOTES, Origin, SAME_CALL};
use super::case::{Case, Membership};
use super::clearing;
use super::climbing;
use super::danger;
use super::effect::{Effect, Object};
use super::event::Event;
use super::form::MediaKind;
use super::id::{AlertId, CaseId};
use super::note::noted;
use super::people::{Person, Role, Standing};
use super::place::Place;
use super::press::Press;
use super::screen::{Button, Label, Line, Screen};
use super::step::{go, old_button, show_at};
use super::world::World;

/// Cases on the screen; a family has one, as a rule.
const CASES: usize = 5;

/// What a button of a family's call says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InCalling {
    /// "I am not safe."
    Ask,
    /// Yes, tell them.
    Tell(CaseId),
    /// The same, and call me.
    Call(CaseId),
}

/// Within a family's call.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InCalling) -> Vec<Effect> {
    match what {
        InCalling::Ask => match person.role {
            Role::Family => go(world, event, Place::NotSafe),
            Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
                old_button(world, event)
            }
        },
        InCalling::Tell(_) => call(world, event, person, Origin::Family),
        InCalling::Call(_) => call(world, event, person, Origin::Call),
    }
}

/// The way there, for those of a family.
#[must_use]
pub fn way(world: &World) -> Option<Button> {
    let person = world.person.as_ref()?;
    let family = person.role == Role::Family && person.standing == Standing::Active;
    family.then_some(Button {
        label: Label::NotSafe,
        press: Press::Calling(InCalling::Ask),
    })
}

/// "Are you or the child in danger now?"
#[must_use]
pub fn asked(world: &World) -> Screen {
    let cases: Vec<&Case> = own_cases(world).take(CASES).collect();
    if cases.is_empty() {
        return Screen::of([Line::NoHelpHere]).button(Label::Menu, Press::Menu);
    }
    let mut screen = Screen::of([Line::AskNotSafe]);
    screen.lines.extend(numbers(world));
    let several = cases.len() > 1;
    for case in cases {
        let code = several.then(|| case.code.clone());
        let tell = Label::TellThem(code.clone());
        let call = Label::CallMe(code);
        screen = screen
            .button(tell, Press::Calling(InCalling::Tell(case.id)))
            .button(call, Press::Calling(InCalling::Call(case.id)));
    }
    screen.button(Label::Menu, Press::Menu)
}

/// What happens next, and the offer to say more.
#[must_use]
pub fn called(world: &World) -> Screen {
    let Some(found) = own(world) else {
        return Screen::gone();
    };
    let call = found.alert.origin == Origin::Call;
    let line = match found.told.is_empty() {
        true => Line::CallReachedNobody,
        false => Line::CallNext { call },
    };
    next(world, line)
}

fn next(world: &World, line: Line) -> Screen {
    let mut screen = Screen::of([line]);
    screen.lines.extend(numbers(world));
    screen.lines.push(Line::CallMore);
    screen
        .row(vec![clearing::way()])
        .button(Label::Menu, Press::Menu)
}

/// The programme's own emergency numbers, if it named any; the words before say the rest.
fn numbers(world: &World) -> Vec<Line> {
    match world.programme.profile.emergency.is_empty() {
        true => Vec::new(),
        false => climbing::emergency(world),
    }
}

/// A text or a voice note after the call: kept with the alert, and whoever was told hears that there is more.
#[must_use]
pub fn content(world: &World, event: &Event) -> Vec<Effect> {
    let Some(found) = own(world) else {
        return go(world, event, Place::Menu);
    };
    let alert = found.alert.id;
    let again = |line: Line| show_at(Place::Called { alert }, called(world).headed(line));
    if found.notes.len() >= NOTES {
        return again(Line::CallFull);
    }
    let kinds = [MediaKind::Audio, MediaKind::Image];
    let (note, keep) = match noted(event, found.alert.case, &kinds) {
        Ok(noted) => noted,
        Err(slip) => return again(slip),
    };
    let mut effects: Vec<Effect> = keep.into_iter().collect();
    effects.extend([
        Effect::SayOfAlert {
            alert,
            case: found.alert.case,
            note,
        },
        Effect::note(Action::RaiseAlert, Object::Alert(alert)),
    ]);
    let more = Screen::of([Line::AlertMore(found.alert.code.clone())]);
    let more = more.button(Label::Show, Press::ShowAlert(alert));
    effects.extend(found.told.iter().map(|to| Effect::tell(to, &more)));
    let place = Place::Called { alert };
    let screen = called(world);
    effects.extend(show_at(
        place,
        match found.told.is_empty() {
            true => screen,
            false => screen.headed(Line::CallNoted),
        },
    ));
    effects
}

/// Raises the alert, unless the same was said a moment ago.
fn call(world: &World, event: &Event, person: &Person, origin: Origin) -> Vec<Effect> {
    let found = world.case.as_ref();
    let Some(found) = found.filter(|found| may_call(person, &found.case)) else {
        return old_button(world, event);
    };
    let mut before = world.alerts.of_case.iter();
    let same = before.find(|alert| {
        alert.called && alert.raised_by == person.id && event.at - alert.raised_at < SAME_CALL
    });
    let line = Line::CallNext {
        call: origin == Origin::Call,
    };
    if let Some(same) = same {
        let screen = next(world, line).headed(Line::CalledAlready);
        return show_at(Place::Called { alert: same.id }, screen);
    }
    let (mut effects, told) = danger::call(world, event, &found.case, person.id, origin);
    let screen = match told {
        0 => next(world, Line::CallReachedNobody),
        told => next(world, line).headed(Line::CallReached { told }),
    };
    let alert: AlertId = event.fresh.alert;
    effects.extend(show_at(Place::Called { alert }, screen));
    effects
}

/// The alert in question, if this person of a family raised it and it is not over.
fn own(world: &World) -> Option<&AlertInHand> {
    let person = world.person.as_ref()?;
    let found = world.alert.as_ref()?;
    let own = found.alert.raised_by.person == person.id
        && found.membership == Some(Membership::Family)
        && person.role == Role::Family
        && person.standing == Standing::Active;
    (own && !found.is_ended()).then_some(found)
}

fn own_cases(world: &World) -> impl Iterator<Item = &Case> {
    let person = world.person.as_ref();
    let cases = world.cases.iter();
    cases.filter(move |case| person.is_some_and(|person| may_call(person, case)))
}

fn may_call(person: &Person, case: &Case) -> bool {
    person.role == Role::Family && may_with(person, case, Action::RaiseAlert)
}
