//! What one event needs from the store and leaves in it.

use crate::core::effect::Step;
use crate::core::event::Event;
use crate::core::id::UserId;
use crate::core::people::Person;
use crate::core::world::{Chat, World};

/// Who wrote, and where their chat stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The person, if this Telegram user has an account.
    pub person: Option<Person>,
    /// The chat; nowhere if it was never seen.
    pub chat: Chat,
}

/// All that follows from one event.
#[derive(Clone, Debug)]
pub struct Committing<'a> {
    /// The world in which it was decided.
    pub world: &'a World,
    /// What happened.
    pub event: &'a Event,
    /// The Telegram user who sent it.
    pub user: UserId,
    /// The stored update that it came in; none where the clock brought it.
    pub update: Option<i64>,
    /// What follows.
    pub step: &'a Step,
    /// What makes the messages of this event unique.
    pub key: &'a str,
}
