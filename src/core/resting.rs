//! A draft that nobody touches: the clock comes in, a warning or its end goes out.

use super::access::Action;
use super::draft::{KEPT, WARNED};
use super::effect::{Dropped, Effect, Object, Purpose};
use super::event::Event;
use super::id::DraftId;
use super::press::Press;
use super::reporting::{drop, own_draft};
use super::screen::{Label, Line, Screen};
use super::world::World;

/// The clock looks at a resting draft: first a warning, then it is let go. One with a danger answer stays.
#[must_use]
pub fn due(world: &World, event: &Event, draft: DraftId) -> Vec<Effect> {
    let hand = world.draft.as_ref().filter(|hand| {
        // Touched, or looked at by somebody else, since the clock rang.
        let due = hand.draft.due_at.is_some_and(|due| due <= event.at);
        hand.draft.id == draft && due
    });
    let Some(hand) = hand.filter(|hand| !hand.draft.body.alerted) else {
        return Vec::new();
    };
    let rested = event.at - hand.draft.touched_at;
    if rested >= KEPT {
        return vec![
            drop(&hand.draft, Dropped::Expired),
            Effect::note(Action::UseDraft, Object::Draft(draft)),
        ];
    }
    let until = hand.draft.touched_at + KEPT;
    let mut later = hand.draft.clone();
    let mut effects = Vec::new();
    if rested >= WARNED {
        later.due_at = Some(until);
    } else {
        later.due_at = Some(hand.draft.touched_at + WARNED);
    }
    if rested >= WARNED && own_draft(world).is_some() {
        let line = Line::DraftWarning {
            code: hand.case.code.clone(),
            until,
        };
        let screen = Screen::of([line])
            .button(Label::Continue, Press::Continue(draft))
            .button(Label::Discard, Press::Discard(draft));
        effects.push(Effect::Say {
            purpose: Purpose::Reminder,
            screen: Box::new(screen),
        });
    }
    effects.insert(
        0,
        Effect::SaveDraft {
            from_turn: later.turn,
            draft: Box::new(later),
        },
    );
    effects
}
