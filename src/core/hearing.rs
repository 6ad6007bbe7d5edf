//! Voice notes and photos are sent again on request: a press comes in, the file goes out, to whom it is shown now.

use serde::{Deserialize, Serialize};

use super::access::Action;
use super::alert::Spoken;
use super::effect::{Effect, Object};
use super::event::Event;
use super::form::MediaKind;
use super::id::{AlertId, CaseId, Code, GoalId, MediaId, ReportId};
use super::press::Press;
use super::screen::{BUTTONS_PER_PAGE, Label, Screen};
use super::step::old_button;
use super::world::World;
use super::{card, danger, plan, review};

/// What shows the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Heard {
    /// The details of an alert.
    Alert(AlertId),
    /// A report, as whoever may read it sees it.
    Report(ReportId),
    /// A goal, with what the family added to its decision.
    Goal(GoalId),
    /// A case's card.
    Case(CaseId),
}

/// A file that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Which.
    pub media: MediaId,
    /// What it is.
    pub kind: MediaKind,
    /// What Telegram calls it.
    pub file_id: String,
    /// The code of its case.
    pub code: Code,
}

/// Sends the file again, protected. The rights are those of the screen that shows it: whoever would not find the button
/// there now gets nothing.
#[must_use]
pub fn play(world: &World, event: &Event, heard: Heard, media: MediaId) -> Vec<Effect> {
    let (screen, action, object) = match heard {
        Heard::Alert(alert) => (
            danger::details(world),
            Action::SeeAlert,
            Object::Alert(alert),
        ),
        Heard::Report(report) => {
            let person = world.person.as_ref();
            let read = person.and_then(|person| review::read_by(world, person));
            let action = read.map_or(Action::ReadReport, |(_, action)| action);
            (review::screen(world), action, Object::Report(report))
        }
        Heard::Goal(goal) => (
            plan::goal(world, event, goal),
            Action::SeeCase,
            object_of_case(world),
        ),
        Heard::Case(case) => (
            card::card(world, event.at, 0),
            Action::SeeCase,
            Object::Case(case),
        ),
    };
    let press = Press::Hear(heard, media);
    let offered = screen.rows.iter().flatten();
    let offered = offered.map(|button| &button.press).any(|of| *of == press);
    match &world.media {
        Some(kept) if offered => vec![
            Effect::note(action, object),
            Effect::Play(Box::new(kept.clone())),
        ],
        Some(_) | None => old_button(world, event),
    }
}

/// Adds a button for each file.
#[must_use]
pub fn buttons(mut screen: Screen, heard: Heard, spoken: &[Spoken]) -> Screen {
    let several = spoken.len() > 1;
    for (number, said) in (1u16..).zip(spoken).take(BUTTONS_PER_PAGE) {
        let label = Label::Hear {
            kind: said.kind,
            number: several.then_some(number),
        };
        screen = screen.button(label, Press::Hear(heard, said.media));
    }
    screen
}

fn object_of_case(world: &World) -> Object {
    let case = world.case.as_ref().map(|found| Object::Case(found.case.id));
    case.unwrap_or(Object::Programme)
}
