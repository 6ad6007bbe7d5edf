//! All that the simulated Telegram knows, behind one lock: people, chats, updates, files, settings, faults.

use std::collections::{BTreeMap, HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use tokio::sync::broadcast;

use super::{
    callbacks::Queries,
    faults::FaultState,
    flood::Flood,
    media::Files,
    message::{Markup, Message, Sender},
    person::{Group, Notification, Person},
    settings::Settings,
    updates::UpdateQueue,
    webhook::Webhook,
};
use crate::clock::Clock;

/// Update ids begin somewhere; Telegram's look like this.
const FIRST_UPDATE_ID: i64 = 100_000_001;
/// The most messages that are kept of one chat, so that a long benchmark does not fill memory.
const MESSAGES_KEPT: usize = 1_000;
/// The most notifications that one phone keeps.
const NOTIFICATIONS_KEPT: usize = 100;
/// The most calls that the log keeps.
const CALLS_KEPT: usize = 10_000;

/// Who the page should look at again.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The person, or 0 for what concerns everybody.
    pub person: i64,
    /// What changed.
    pub kind: ChangeKind,
}

/// What can change on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A chat: messages, keyboard, whether the bot is at work.
    Chat,
    /// A press was answered.
    Answer,
    /// People, clock, faults, commands or hint.
    State,
}

/// One call of the bot, for tests.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// As the client wrote it.
    pub method: String,
    /// The chat it was about, if any.
    pub chat_id: Option<i64>,
    /// Whether the server did it.
    pub ok: bool,
    /// The description of a refusal, or the fault that befell it.
    pub error: Option<String>,
    /// By the simulator's clock.
    pub at: DateTime<Utc>,
}

/// The bot itself.
#[derive(Debug)]
pub(super) struct BotUser {
    pub id: i64,
    pub first_name: String,
    pub username: String,
}

impl BotUser {
    pub fn user(&self) -> Value {
        json!({"id": self.id, "is_bot": true, "first_name": self.first_name, "username": self.username})
    }
}

/// The messages of a chat in order, and the number of the next one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Chat {
    pub messages: VecDeque<Message>,
    pub next_id: i64,
}

#[derive(Debug)]
pub(super) struct World {
    pub clock: Clock,
    /// How far people have moved the clock.
    pub ahead: TimeDelta,
    pub bot: BotUser,
    pub people: BTreeMap<i64, Person>,
    pub groups: BTreeMap<i64, Group>,
    pub chats: HashMap<i64, Chat>,
    /// The id of the first message of a new chat.
    pub first_message_id: i64,
    pub updates: UpdateQueue,
    pub webhook: Option<Webhook>,
    /// Grows when the way in which the bot gets updates changes; whoever waits with an older one gives up.
    pub receiver: u64,
    pub files: Files,
    pub queries: Queries,
    pub last_number: i64,
    pub settings: Settings,
    pub faults: FaultState,
    pub flood: Flood,
    pub calls: VecDeque<Call>,
    pub hint: Option<String>,
    pub changes: broadcast::Sender<Change>,
    /// Somebody who waits for updates should look again.
    pub stirred: bool,
}

impl World {
    pub fn new(clock: Clock, bot_id: i64) -> Self {
        Self {
            clock,
            ahead: TimeDelta::zero(),
            bot: BotUser {
                id: bot_id,
                first_name: "Kinkeeper".to_owned(),
                username: "kinkeeper_demo_bot".to_owned(),
            },
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            chats: HashMap::new(),
            first_message_id: 1,
            updates: UpdateQueue::new(FIRST_UPDATE_ID),
            webhook: None,
            receiver: 0,
            files: Files::default(),
            queries: Queries::default(),
            last_number: 0,
            settings: Settings::default(),
            faults: FaultState::default(),
            flood: Flood::default(),
            calls: VecDeque::new(),
            hint: None,
            changes: broadcast::Sender::new(256),
            stirred: false,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub fn changed(&self, person: i64, kind: ChangeKind) {
        // Nobody has to be watching.
        drop(self.changes.send(Change { person, kind }));
    }

    /// Leaves out the next `count` ids of every kind, which a bot may know from a time that is forgotten here;
    /// the next update's is `least_update_id` or more.
    pub fn skip_ids(&mut self, count: u32, least_update_id: i64) {
        self.first_message_id += i64::from(count);
        for chat in self.chats.values_mut() {
            chat.next_id += i64::from(count);
        }
        self.updates.skip(count, least_update_id);
        self.files.skip(count);
        self.queries.skip(count);
        self.last_number += i64::from(count);
    }

    /// A number that was never used before.
    pub fn next_number(&mut self) -> i64 {
        self.last_number += 1;
        self.last_number
    }

    pub fn log_call(&mut self, method: &str, chat_id: Option<i64>, error: Option<String>) {
        if self.calls.len() == CALLS_KEPT {
            self.calls.pop_front();
        }
        self.calls.push_back(Call {
            method: method.to_owned(),
            chat_id,
            ok: error.is_none(),
            error,
            at: self.now(),
        });
    }

    /// Queues an update whose content field `kind` holds `content`.
    pub fn push_update(&mut self, kind: &str, content: Value) -> bool {
        let now = self.now();
        let body = Value::Object(Map::from_iter([(kind.to_owned(), content)])).to_string();
        let pushed = self.updates.push(kind, &body, now);
        self.stirred |= pushed;
        pushed
    }

    /// The Bot API's Chat for a person or a group.
    pub fn chat_value(&self, chat: i64) -> Value {
        let group = self.groups.get(&chat).map(Group::chat);
        let person = || self.people.get(&chat).map(Person::chat);
        group.or_else(person).unwrap_or_default()
    }

    pub fn sender_value(&self, sender: Sender) -> Value {
        match sender {
            Sender::Bot => self.bot.user(),
            Sender::Person(id) => self.people.get(&id).map(Person::user).unwrap_or_default(),
        }
    }

    /// The Bot API's Message.
    pub fn message_value(&self, chat: i64, message: &Message) -> Value {
        message.to_bot(self.sender_value(message.sender), self.chat_value(chat))
    }

    pub fn message(&self, chat: i64, id: i64) -> Option<&Message> {
        let messages = &self.chats.get(&chat)?.messages;
        let index = messages
            .binary_search_by_key(&id, |message| message.id)
            .ok()?;
        messages.get(index)
    }

    pub fn message_mut(&mut self, chat: i64, id: i64) -> Option<&mut Message> {
        let messages = &mut self.chats.get_mut(&chat)?.messages;
        let index = messages
            .binary_search_by_key(&id, |message| message.id)
            .ok()?;
        messages.get_mut(index)
    }

    /// Adds a message to a chat and to the phones of who is in it; gives its id.
    pub fn add_message(
        &mut self,
        chat: i64,
        sender: Sender,
        content: Map<String, Value>,
        markup: Markup,
        silent: bool,
    ) -> i64 {
        let at = self.now();
        let history = self.chats.entry(chat).or_insert(Chat {
            messages: VecDeque::new(),
            next_id: self.first_message_id,
        });
        let id = history.next_id;
        history.next_id += 1;
        let message = Message {
            id,
            sender,
            at,
            edited_at: None,
            content,
            markup,
            silent,
        };
        let preview = message.preview();
        if history.messages.len() == MESSAGES_KEPT {
            history.messages.pop_front();
        }
        history.messages.push_back(message);
        for member in self.members(chat) {
            if !silent && sender != Sender::Person(member) {
                let title = match self.groups.get(&chat) {
                    Some(group) => group.title.clone(),
                    None => self.bot.first_name.clone(),
                };
                let notification = Notification {
                    title,
                    text: preview.clone(),
                    at,
                    message_id: id,
                };
                if let Some(person) = self.people.get_mut(&member) {
                    if person.notifications.len() == NOTIFICATIONS_KEPT {
                        person.notifications.remove(0);
                    }
                    person.notifications.push(notification);
                }
            }
            self.changed(member, ChangeKind::Chat);
        }
        id
    }

    /// Takes a message away everywhere, with its notification.
    pub fn remove_message(&mut self, chat: i64, id: i64) {
        if let Some(history) = self.chats.get_mut(&chat) {
            history.messages.retain(|message| message.id != id);
        }
        for member in self.members(chat) {
            if let Some(person) = self.people.get_mut(&member) {
                person.notifications.retain(|shown| shown.message_id != id);
            }
            self.changed(member, ChangeKind::Chat);
        }
    }

    /// The people who see a chat.
    pub fn members(&self, chat: i64) -> Vec<i64> {
        match self.groups.get(&chat) {
            Some(group) => group.members.iter().copied().collect(),
            None => vec![chat],
        }
    }

    /// From now until the bot does something in `chat`, its phones show that the bot is at work (or no longer).
    pub fn set_waiting(&mut self, chat: i64, waiting: bool) {
        for member in self.members(chat) {
            if let Some(person) = self.people.get_mut(&member)
                && person.waiting != waiting
            {
                person.waiting = waiting;
                self.changed(member, ChangeKind::Chat);
            }
        }
    }
}
