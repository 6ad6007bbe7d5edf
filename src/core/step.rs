//! Decides: a world and an event come in, the effects that follow go out.

use super::effect::Step;
use super::event::Event;
use super::world::World;

/// Decides what follows from `event` in `world`.
#[must_use]
pub fn step(world: &World, event: &Event) -> Step {
    let _ = (world, event);
    Step::default()
}
