//! A person wants the chat cleared: a press or `/clear` comes in; what goes and what stays, and then the menu in an empty
//! chat, go out.
//!
//! Nothing that was said is lost by it: reports, decisions and calls for help stay where they are kept.

use serde::{Deserialize, Serialize};

use super::effect::Effect;
use super::event::Event;
use super::place::Place;
use super::press::Press;
use super::screen::{Button, Label, Line, Screen};
use super::step::{go, old_button};
use super::world::World;

/// What a button says about clearing the chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InClearing {
    /// What would go?
    Ask,
    /// Clear it.
    Now,
}

/// A press about it.
#[must_use]
pub fn press(world: &World, event: &Event, what: InClearing) -> Vec<Effect> {
    match what {
        InClearing::Ask => go(world, event, Place::Clearing),
        // The question says what stays; nobody clears a chat without having seen it.
        InClearing::Now if world.chat.place != Place::Clearing => old_button(world, event),
        InClearing::Now => {
            let mut effects = vec![Effect::ClearChat];
            effects.extend(go(world, event, Place::Menu));
            effects
        }
    }
}

/// "Clear this chat?"
#[must_use]
pub fn asked() -> Screen {
    Screen::of([Line::AskClear])
        .button(Label::ClearNow, Press::Clear(InClearing::Now))
        .button(Label::Menu, Press::Menu)
}

/// The way there.
#[must_use]
pub fn way() -> Button {
    Button {
        label: Label::ClearChat,
        press: Press::Clear(InClearing::Ask),
    }
}
