//! Words and decisions of a person: takes what was typed or chosen, changes the chat, queues the update.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Problem;
use crate::simulator::{
    ChangeKind, Simulator,
    message::{Markup, Sender},
    text::Formatted,
    world::World,
};

/// A typed message and how it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Write {
    /// The words.
    pub text: String,
    /// Changes this own message instead of sending a new one.
    pub edit: Option<i64>,
    /// Forwards it as the words of somebody with this name.
    pub forwarded_from: Option<String>,
    /// Answers this message.
    pub reply_to: Option<i64>,
    /// Writes in this group instead of the chat with the bot.
    pub group: Option<i64>,
}

impl Simulator {
    /// Types `text` and sends it; gives the message's id.
    ///
    /// # Errors
    /// When the phone would not do it.
    pub fn write(&self, person: i64, text: &str) -> Result<i64, Problem> {
        let text = text.to_owned();
        self.write_as(
            person,
            Write {
                text,
                ..Write::default()
            },
        )
    }

    /// Sends, edits, forwards or answers with a text; gives the message's id.
    ///
    /// # Errors
    /// When the phone would not do it.
    pub fn write_as(&self, person: i64, write: Write) -> Result<i64, Problem> {
        self.change(|world| match write.edit {
            Some(message) => world.edit_own(person, message, write),
            None => world.write(person, write),
        })
    }

    /// Presses Start, or follows a link with `payload`; also ends a block.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn start(&self, person: i64, payload: Option<&str>) -> Result<i64, Problem> {
        let text = payload.map_or_else(
            || "/start".to_owned(),
            |payload| format!("/start {payload}"),
        );
        self.change(|world| {
            if world.person(person)?.blocked {
                world.set_blocked(person, false)?;
            }
            world.write(
                person,
                Write {
                    text,
                    ..Write::default()
                },
            )
        })
    }

    /// Blocks the bot.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn block(&self, person: i64) -> Result<(), Problem> {
        self.change(|world| world.set_blocked(person, true))
    }

    /// Ends a block.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn unblock(&self, person: i64) -> Result<(), Problem> {
        self.change(|world| world.set_blocked(person, false))
    }

    /// Clears the chat on the phone; the bot does not hear of it.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn clear(&self, person: i64) -> Result<(), Problem> {
        self.change(|world| {
            let last = world.chats.get(&person).map_or(0, |chat| chat.next_id - 1);
            let phone = world.person_mut(person)?;
            phone.cleared_through = last;
            phone.notifications.clear();
            phone.keyboard = None;
            world.changed(person, ChangeKind::Chat);
            Ok(())
        })
    }

    /// Queues any update: `content` is a JSON object with one content field, such as `{"message": {…}}`.
    /// With `exact` every byte of it reaches the bot, preceded by the update's id; otherwise what a message
    /// lacks of id, date, chat and sender is filled in.
    ///
    /// # Errors
    /// When `content` is no such object.
    pub fn raw(&self, person: i64, content: &str, exact: bool) -> Result<(), Problem> {
        self.change(|world| {
            world.person(person)?;
            let Ok(Value::Object(mut fields)) = serde_json::from_str(content) else {
                return Err(Problem::not_possible("an update is a JSON object"));
            };
            if fields.contains_key("update_id") {
                return Err(Problem::not_possible("the simulator gives update ids"));
            }
            let kind = fields.keys().next().cloned().unwrap_or_default();
            let now = world.now();
            if exact {
                world.updates.push_any(&kind, content, now);
            } else {
                if let Some(Value::Object(message)) = fields.get_mut("message") {
                    world.complete(person, message);
                }
                world
                    .updates
                    .push_any(&kind, &Value::Object(fields).to_string(), now);
            }
            world.stirred = true;
            world.set_waiting(person, true);
            Ok(())
        })
    }
}

impl World {
    pub(super) fn write(&mut self, person: i64, write: Write) -> Result<i64, Problem> {
        let chat = self.chat_of(person, write.group)?;
        let mut content = text_fields(&write.text)?;
        if let Some(name) = write.forwarded_from {
            let origin = json!({"type": "hidden_user", "sender_user_name": name, "date": self.now().timestamp()});
            content.insert("forward_origin".to_owned(), origin);
        }
        if let Some(id) = write.reply_to {
            let original = self
                .message(chat, id)
                .ok_or_else(|| Problem::not_found(format!("message {id}")))?;
            let original = self.message_value(chat, original);
            content.insert("reply_to_message".to_owned(), original);
        }
        self.send(person, chat, content)
    }

    /// Sends a message of a person to a chat; gives its id.
    pub(super) fn send(
        &mut self,
        person: i64,
        chat: i64,
        content: Map<String, Value>,
    ) -> Result<i64, Problem> {
        let phone = self.person_mut(person)?;
        if chat == person {
            if phone.blocked {
                return Err(Problem::not_possible("the bot is blocked on this phone"));
            }
            phone.started = true;
        }
        Ok(self.receive(chat, Sender::Person(person), content))
    }

    /// Adds a message to a chat and queues the update about it; gives the message's id.
    pub(super) fn receive(
        &mut self,
        chat: i64,
        sender: Sender,
        content: Map<String, Value>,
    ) -> i64 {
        let id = self.add_message(chat, sender, content, Markup::None, false);
        let value = self
            .message(chat, id)
            .map(|message| self.message_value(chat, message));
        if self.push_update("message", value.unwrap_or_default()) {
            self.set_waiting(chat, true);
        }
        id
    }

    fn edit_own(&mut self, person: i64, id: i64, write: Write) -> Result<i64, Problem> {
        let chat = self.chat_of(person, write.group)?;
        let fields = text_fields(&write.text)?;
        let now = self.now();
        let message = self
            .message_mut(chat, id)
            .filter(|message| message.sender == Sender::Person(person))
            .ok_or_else(|| Problem::not_found(format!("own message {id}")))?;
        message.content.remove("entities");
        message.content.extend(fields);
        message.edited_at = Some(now);
        let message = message.clone();
        let value = self.message_value(chat, &message);
        for member in self.members(chat) {
            self.changed(member, ChangeKind::Chat);
        }
        if self.push_update("edited_message", value) {
            self.set_waiting(chat, true);
        }
        Ok(id)
    }

    fn set_blocked(&mut self, person: i64, blocked: bool) -> Result<(), Problem> {
        let phone = self.person_mut(person)?;
        if phone.blocked == blocked {
            return Ok(());
        }
        phone.blocked = blocked;
        phone.waiting = false;
        let bot = self.bot.user();
        let member = json!({"status": "member", "user": bot});
        let kicked = json!({"status": "kicked", "user": bot, "until_date": 0});
        let (old, new) = if blocked {
            (member, kicked)
        } else {
            (kicked, member)
        };
        let update = json!({
            "chat": self.chat_value(person),
            "from": self.person(person)?.user(),
            "date": self.now().timestamp(),
            "old_chat_member": old,
            "new_chat_member": new,
        });
        self.push_update("my_chat_member", update);
        self.changed(person, ChangeKind::Chat);
        Ok(())
    }

    /// Fills in what a raw message lacks, and keeps it in the chat when it got its id here.
    fn complete(&mut self, person: i64, message: &mut Map<String, Value>) {
        const OWN: [&str; 4] = ["message_id", "date", "chat", "from"];
        if !message.contains_key("message_id") {
            let content = message
                .iter()
                .filter(|(name, _)| !OWN.contains(&name.as_str()));
            let content = content
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
            let id = self.add_message(person, Sender::Person(person), content, Markup::None, false);
            message.insert("message_id".to_owned(), json!(id));
        }
        let now = json!(self.now().timestamp());
        message.entry("date").or_insert(now);
        message.entry("chat").or_insert(self.chat_value(person));
        message
            .entry("from")
            .or_insert(self.sender_value(Sender::Person(person)));
        if let Some(phone) = self.people.get_mut(&person) {
            phone.started = true;
        }
    }
}

fn text_fields(text: &str) -> Result<Map<String, Value>, Problem> {
    let typed = Formatted::typed(text);
    if typed.text.is_empty() {
        return Err(Problem::not_possible("an empty message cannot be sent"));
    }
    if typed.text.chars().count() > 4096 {
        return Err(Problem::not_possible(
            "a message has at most 4096 characters",
        ));
    }
    let mut fields = Map::from_iter([("text".to_owned(), json!(typed.text))]);
    if !typed.entities.is_empty() {
        fields.insert("entities".to_owned(), json!(typed.entities));
    }
    Ok(fields)
}
