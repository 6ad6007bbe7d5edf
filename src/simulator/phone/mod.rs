//! What people do with their phones and what the phones show; the control API and tests in the same process call this.

mod acts;
mod files;
mod keys;
mod view;

pub use acts::Write;
pub use files::{Contact, PhoneFile};
pub use keys::{Press, Pressed};
pub use view::{ChatView, PersonSummary, State};

use chrono::TimeDelta;
use serde_json::json;

use super::{
    Call, CallbackAnswer, ChangeKind, Faults, NewGroup, NewPerson, Notification, Simulator,
    WaitingUpdate,
    message::Sender,
    person::{Group, Person},
    world::World,
};

/// Ids of people who come without one.
const FIRST_PERSON_ID: i64 = 500_000_001;
/// Group ids are negative; a supergroup's begins with -100.
const FIRST_GROUP_ID: i64 = -4_000_000_001;
const FIRST_SUPERGROUP_ID: i64 = -1_002_000_000_001;

/// Why a phone cannot do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// There is no such person, chat, message or press.
    #[error("not found: {0}")]
    NotFound(String),
    /// The phone would not let the person do it.
    #[error("not possible: {0}")]
    NotPossible(String),
}

impl Problem {
    fn not_found(what: impl Into<String>) -> Self {
        Self::NotFound(what.into())
    }

    fn not_possible(why: impl Into<String>) -> Self {
        Self::NotPossible(why.into())
    }
}

impl World {
    fn person(&self, id: i64) -> Result<&Person, Problem> {
        let person = self.people.get(&id);
        person.ok_or_else(|| Problem::not_found(format!("person {id}")))
    }

    fn person_mut(&mut self, id: i64) -> Result<&mut Person, Problem> {
        let person = self.people.get_mut(&id);
        person.ok_or_else(|| Problem::not_found(format!("person {id}")))
    }

    /// The person's private chat, or a group that the person is in.
    fn chat_of(&self, person: i64, group: Option<i64>) -> Result<i64, Problem> {
        self.person(person)?;
        let Some(group) = group else {
            return Ok(person);
        };
        let known = self
            .groups
            .get(&group)
            .filter(|found| found.members.contains(&person));
        known
            .map(|found| found.id)
            .ok_or_else(|| Problem::not_found(format!("group {group} of person {person}")))
    }
}

impl Simulator {
    /// Adds a person, or replaces who has the same id; gives the id.
    pub fn add_person(&self, new: NewPerson) -> i64 {
        self.change(|world| {
            let id = new
                .id
                .unwrap_or_else(|| FIRST_PERSON_ID + world.next_number());
            world.people.insert(id, Person::new(id, new));
            world.changed(0, ChangeKind::State);
            id
        })
    }

    /// Makes a group of people with the bot in it; gives its id.
    pub fn add_group(&self, new: NewGroup) -> i64 {
        self.change(|world| {
            let first = if new.supergroup {
                FIRST_SUPERGROUP_ID
            } else {
                FIRST_GROUP_ID
            };
            let id = first - world.next_number();
            let group = Group {
                id,
                title: new.title,
                members: new.members.into_iter().collect(),
                supergroup: new.supergroup,
                migrated_to: None,
            };
            world.groups.insert(id, group);
            world.changed(0, ChangeKind::State);
            id
        })
    }

    /// Turns a group into a supergroup with another id, which is given.
    ///
    /// # Errors
    /// When there is no such group.
    pub fn migrate_group(&self, group: i64) -> Result<i64, Problem> {
        self.change(|world| {
            let new_id = FIRST_SUPERGROUP_ID - world.next_number();
            let old = world
                .groups
                .get_mut(&group)
                .ok_or_else(|| Problem::not_found(format!("group {group}")))?;
            old.migrated_to = Some(new_id);
            let new = Group {
                id: new_id,
                title: old.title.clone(),
                members: old.members.clone(),
                supergroup: true,
                migrated_to: None,
            };
            let sender = new.members.first().copied();
            world.groups.insert(new_id, new);
            if let Some(sender) = sender {
                let notes = [
                    (group, "migrate_to_chat_id", new_id),
                    (new_id, "migrate_from_chat_id", group),
                ];
                for (chat, field, other) in notes {
                    let content = serde_json::Map::from_iter([(field.to_owned(), json!(other))]);
                    world.receive(chat, Sender::Person(sender), content);
                }
            }
            Ok(new_id)
        })
    }

    /// What passers-by can read on a locked phone.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn lock_screen(&self, person: i64) -> Result<Vec<Notification>, Problem> {
        self.look(|world| Ok(world.person(person)?.notifications.clone()))
    }

    /// The person has looked at the chat: notifications go away.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn opened(&self, person: i64) -> Result<(), Problem> {
        self.change(|world| {
            let notifications = &mut world.person_mut(person)?.notifications;
            if !notifications.is_empty() {
                notifications.clear();
                world.changed(person, ChangeKind::State);
            }
            Ok(())
        })
    }

    /// What the bot answered to a press; None as long as it has not.
    ///
    /// # Errors
    /// When there is no such press.
    pub fn answer_to(&self, callback_query_id: &str) -> Result<Option<CallbackAnswer>, Problem> {
        self.look(|world| {
            let query = world.queries.get(callback_query_id);
            let query =
                query.ok_or_else(|| Problem::not_found(format!("press {callback_query_id}")))?;
            Ok(query.answer.clone())
        })
    }

    /// Moves the clock.
    pub fn advance(&self, by: TimeDelta) {
        self.change(|world| {
            world.clock.advance(by);
            world.ahead += by;
            world.stirred = true;
            world.changed(0, ChangeKind::State);
        });
    }

    /// The faults in force, with the counts that are left.
    #[must_use]
    pub fn faults(&self) -> Faults {
        self.look(|world| world.faults.get().clone())
    }

    /// Replaces all faults.
    pub fn set_faults(&self, faults: Faults) {
        self.change(|world| {
            world.faults.set(faults);
            world.stirred = true;
            world.changed(0, ChangeKind::State);
        });
    }

    /// What the bot has called, oldest first; of calls dropped by an outage only the method is known.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.look(|world| world.calls.iter().cloned().collect())
    }

    /// Updates that the bot has not confirmed.
    #[must_use]
    pub fn pending_updates(&self) -> Vec<WaitingUpdate> {
        self.change(|world| {
            let now = world.now();
            world.updates.forget_old(now);
            world.updates.all().cloned().collect()
        })
    }

    /// The `update_id` of the next update, such as after Telegram's random jump in a quiet week.
    pub fn set_next_update_id(&self, id: i64) {
        self.change(|world| world.updates.set_next_id(id));
    }

    /// Gives no update an id below this one, which a bot expects next.
    pub fn expect_update_id(&self, id: i64) {
        self.change(|world| world.updates.skip(0, id));
    }

    /// What the page tells a newcomer to do first.
    pub fn set_hint(&self, hint: String) {
        self.change(|world| {
            world.hint = Some(hint);
            world.changed(0, ChangeKind::State);
        });
    }
}
