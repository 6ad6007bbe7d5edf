//! What the phones show: takes a person, gives the chat as it is on the screen, or the state of everybody.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::Value;

use super::Problem;
use crate::simulator::{
    Faults, ShownMessage, Simulator, message::Sender, person::Person, world::World,
};

/// A chat as a phone shows it.
#[derive(Clone, Debug, Serialize)]
pub struct ChatView {
    /// Oldest first.
    pub messages: Vec<ShownMessage>,
    /// The reply keyboard (a Bot API ReplyKeyboardMarkup), if one is shown.
    pub keyboard: Option<Value>,
    /// The menu of commands, as Bot API BotCommand objects.
    pub commands: Vec<Value>,
    /// The person did something that the bot has not answered yet.
    pub working: bool,
    /// The person has blocked the bot.
    pub blocked: bool,
    /// The person has pressed Start or written before.
    pub started: bool,
}

/// A person at a glance.
#[derive(Clone, Debug, Serialize)]
pub struct PersonSummary {
    /// The Telegram id.
    pub id: i64,
    /// First and last name.
    pub name: String,
    /// IETF tag of the phone's language.
    pub language_code: Option<String>,
    /// Where the phone is.
    pub zone: Option<Tz>,
    /// The remark for who plays with the page.
    pub note: Option<String>,
    /// Messages since the chat was last looked at.
    pub unread: usize,
    /// See [`ChatView::working`].
    pub working: bool,
    /// See [`ChatView::blocked`].
    pub blocked: bool,
}

/// The simulator at a glance.
#[derive(Clone, Debug, Serialize)]
pub struct State {
    /// The simulator's clock.
    pub now: DateTime<Utc>,
    /// The bot's name.
    pub bot_name: String,
    /// The bot's username.
    pub bot_username: String,
    /// What a newcomer should do first.
    pub hint: Option<String>,
    /// Everybody, by id.
    pub people: Vec<PersonSummary>,
    /// Ids and titles of groups.
    pub groups: Vec<(i64, String)>,
    /// The faults in force.
    pub faults: Faults,
    /// How many updates wait to be confirmed.
    pub pending_updates: usize,
}

impl Simulator {
    /// The chat with the bot, without messages up to `after` (0 for all).
    ///
    /// # Errors
    /// When there is no such person.
    pub fn chat(&self, person: i64, after: i64) -> Result<ChatView, Problem> {
        self.chat_in(None, person, after)
    }

    /// A group's chat (or, without one, the chat with the bot) on the phone of one member.
    ///
    /// # Errors
    /// When there is no such person or group.
    pub fn chat_in(
        &self,
        group: Option<i64>,
        person: i64,
        after: i64,
    ) -> Result<ChatView, Problem> {
        self.look(|world| {
            let chat = world.chat_of(person, group)?;
            let phone = world.person(person)?;
            let first = if chat == person {
                after.max(phone.cleared_through)
            } else {
                after
            };
            Ok(ChatView {
                messages: shown(world, person, chat, first),
                keyboard: phone.keyboard.clone(),
                commands: world
                    .settings
                    .commands_for(chat, phone.language_code.as_deref().unwrap_or_default())
                    .to_vec(),
                working: phone.waiting,
                blocked: phone.blocked,
                started: phone.started,
            })
        })
    }

    /// Everybody and everything at a glance.
    #[must_use]
    pub fn state(&self) -> State {
        self.look(|world| State {
            now: world.now(),
            bot_name: world.bot.first_name.clone(),
            bot_username: world.bot.username.clone(),
            hint: world.hint.clone(),
            people: world.people.values().map(summary).collect(),
            groups: world
                .groups
                .values()
                .map(|group| (group.id, group.title.clone()))
                .collect(),
            faults: world.faults.get().clone(),
            pending_updates: world.updates.len(),
        })
    }
}

fn shown(world: &World, person: i64, chat: i64, after: i64) -> Vec<ShownMessage> {
    let messages = world.chats.get(&chat).map(|chat| chat.messages.iter());
    messages
        .into_iter()
        .flatten()
        .filter(|message| message.id > after)
        .map(|message| {
            let name = match message.sender {
                Sender::Bot => world.bot.first_name.as_str(),
                Sender::Person(id) => world
                    .people
                    .get(&id)
                    .map_or("", |sender| sender.first_name.as_str()),
            };
            message.shown_to(person, name)
        })
        .collect()
}

fn summary(person: &Person) -> PersonSummary {
    let last_name = person.last_name.iter().map(String::as_str);
    let names: Vec<&str> = [person.first_name.as_str()]
        .into_iter()
        .chain(last_name)
        .collect();
    PersonSummary {
        id: person.id,
        name: names.join(" "),
        language_code: person.language_code.clone(),
        zone: person.zone,
        note: person.note.clone(),
        unread: person.notifications.len(),
        working: person.waiting,
        blocked: person.blocked,
    }
}
