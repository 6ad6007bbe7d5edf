//! Presses of buttons: takes which button, queues the callback query or sends what a reply keyboard's button says.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Contact, Problem, Write};
use crate::simulator::{Simulator, callbacks::Query, world::World};

/// Which button is pressed.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Press {
    /// By its place, counted from 0.
    At {
        /// The message that the button is under.
        message_id: i64,
        /// Its row.
        row: usize,
        /// Its place in the row.
        column: usize,
    },
    /// Anything that a changed client could send, whether such a button was shown or not.
    Forged {
        /// Any message id.
        message_id: i64,
        /// Any data.
        data: String,
        /// Says that this is meant; must be true.
        forged: bool,
    },
    /// By its label on one message.
    On {
        /// The message that the button is under.
        message_id: i64,
        /// The label.
        text: String,
    },
    /// By its label on the newest message that has it, else on the reply keyboard.
    Labelled {
        /// The label.
        text: String,
    },
}

impl Press {
    /// The newest button with this label.
    #[must_use]
    pub fn labelled(text: &str) -> Self {
        Self::Labelled {
            text: text.to_owned(),
        }
    }
}

/// What a press led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pressed {
    /// The bot hears of it under this id and has to answer.
    CallbackQueryId(String),
    /// A reply keyboard's button sent this message.
    MessageId(i64),
    /// The phone opens this address; the bot does not hear of it.
    Url(String),
}

impl Pressed {
    /// The callback query's id, if the press made one.
    #[must_use]
    pub fn callback_query_id(&self) -> Option<&str> {
        match self {
            Self::CallbackQueryId(id) => Some(id),
            Self::MessageId(_) | Self::Url(_) => None,
        }
    }
}

impl Simulator {
    /// Presses a button in the chat with the bot.
    ///
    /// # Errors
    /// When no such button is shown.
    pub fn press(&self, person: i64, press: Press) -> Result<Pressed, Problem> {
        self.press_in(None, person, press)
    }

    /// Presses a button in a group (or, without one, in the chat with the bot).
    ///
    /// # Errors
    /// When no such button is shown.
    pub fn press_in(
        &self,
        group: Option<i64>,
        person: i64,
        press: Press,
    ) -> Result<Pressed, Problem> {
        self.change(|world| {
            let chat = world.chat_of(person, group)?;
            match press {
                Press::Forged { forged: false, .. } => {
                    Err(Problem::not_possible("a forged press says so"))
                }
                Press::Forged {
                    message_id, data, ..
                } => Ok(world.query(person, chat, message_id, &data)),
                Press::At {
                    message_id,
                    row,
                    column,
                } => {
                    let button = world
                        .shown(person, chat, message_id)?
                        .get(row)
                        .and_then(|row| row.get(column));
                    let button = button.cloned();
                    world.press_button(person, chat, message_id, button)
                }
                Press::On { message_id, text } => {
                    let button = world
                        .shown(person, chat, message_id)?
                        .iter()
                        .flatten()
                        .find(|button| reads(button, &text));
                    let button = button.cloned();
                    world.press_button(person, chat, message_id, button)
                }
                Press::Labelled { text } => world.press_label(person, chat, &text),
            }
        })
    }
}

impl World {
    /// The buttons under a message, if the phone shows it.
    fn shown(&self, person: i64, chat: i64, id: i64) -> Result<&[Vec<Value>], Problem> {
        let cleared = chat == person && id <= self.person(person)?.cleared_through;
        let message = self.message(chat, id).filter(|_| !cleared);
        let message =
            message.ok_or_else(|| Problem::not_found(format!("message {id} on this phone")))?;
        Ok(message.buttons())
    }

    fn press_button(
        &mut self,
        person: i64,
        chat: i64,
        id: i64,
        button: Option<Value>,
    ) -> Result<Pressed, Problem> {
        let button = button.ok_or_else(|| Problem::not_found(format!("button on message {id}")))?;
        if let Some(data) = button["callback_data"].as_str() {
            return Ok(self.query(person, chat, id, data));
        }
        match button["url"].as_str() {
            Some(url) => Ok(Pressed::Url(url.to_owned())),
            None => Err(Problem::not_possible(
                "the simulator does not know what this button does",
            )),
        }
    }

    fn press_label(&mut self, person: i64, chat: i64, text: &str) -> Result<Pressed, Problem> {
        let cleared = if chat == person {
            self.person(person)?.cleared_through
        } else {
            0
        };
        let messages = self.chats.get(&chat).map(|chat| chat.messages.iter().rev());
        let found = messages
            .into_iter()
            .flatten()
            .take_while(|message| message.id > cleared)
            .find_map(|message| {
                let button = message
                    .buttons()
                    .iter()
                    .flatten()
                    .find(|button| reads(button, text))?;
                Some((message.id, button.clone()))
            });
        if let Some((id, button)) = found {
            return self.press_button(person, chat, id, Some(button));
        }
        self.press_reply_key(person, chat, text)
            .map(Pressed::MessageId)
    }

    fn press_reply_key(&mut self, person: i64, chat: i64, text: &str) -> Result<i64, Problem> {
        let keyboard = self.person(person)?.keyboard.clone().unwrap_or_default();
        let rows = keyboard["keyboard"].as_array().into_iter().flatten();
        let key = rows
            .filter_map(Value::as_array)
            .flatten()
            .find(|key| reads(key, text));
        let key =
            key.ok_or_else(|| Problem::not_found(format!("button \"{text}\" on this phone")))?;
        if keyboard["one_time_keyboard"] == true {
            self.person_mut(person)?.keyboard = None;
        }
        if key["request_contact"] == true {
            return self.send_contact(person, Contact::default());
        }
        if key["request_location"] == true {
            return self.send_location(person, -1.2921, 36.8219);
        }
        let group = (chat != person).then_some(chat);
        let text = text.to_owned();
        self.write(
            person,
            Write {
                text,
                group,
                ..Write::default()
            },
        )
    }

    fn query(&mut self, person: i64, chat: i64, message_id: i64, data: &str) -> Pressed {
        let at = self.now();
        let query = Query {
            chat,
            person,
            at,
            answer: None,
        };
        let id = self.queries.add(query);
        let message = match self.message(chat, message_id) {
            Some(message) => self.message_value(chat, message),
            // What the Bot API calls an inaccessible message.
            None => json!({"chat": self.chat_value(chat), "message_id": message_id, "date": 0}),
        };
        let update = json!({
            "id": id,
            "from": self.people.get(&person).map(super::Person::user),
            "message": message,
            "chat_instance": format!("{}", 7_000_000_000_i64 + chat),
            "data": data,
        });
        if self.push_update("callback_query", update) {
            self.set_waiting(chat, true);
        }
        Pressed::CallbackQueryId(id)
    }
}

/// Whether a person would read a button so: direction marks are not seen.
fn reads(button: &Value, text: &str) -> bool {
    let seen = |text: &str| -> String {
        let marks = [
            '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}',
        ];
        text.chars().filter(|sign| !marks.contains(sign)).collect()
    };
    button["text"]
        .as_str()
        .is_some_and(|label| seen(label) == seen(text))
}
