//! Who uses the simulated Telegram: people with their phones, and the groups they are in.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A person to be added.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewPerson {
    /// The Telegram id; one is made when there is none.
    pub id: Option<i64>,
    /// As Telegram shows it.
    pub first_name: String,
    /// As Telegram shows it, if any.
    pub last_name: Option<String>,
    /// Without the `@`.
    pub username: Option<String>,
    /// IETF tag of the phone's language.
    pub language_code: Option<String>,
    /// Where the phone is, such as `Africa/Nairobi`, for the clocks on the page; Telegram does not know it.
    pub zone: Option<Tz>,
    /// A remark for who plays with the page, such as "volunteer · Kiswahili"; Telegram does not know it.
    pub note: Option<String>,
    /// Whether the person has already pressed Start, so that the bot may write first.
    pub started: bool,
}

/// A group to be made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewGroup {
    /// As Telegram shows it.
    pub title: String,
    /// Ids of people already added.
    pub members: Vec<i64>,
    /// A supergroup from the beginning.
    pub supergroup: bool,
}

/// One notification as a locked phone shows it to anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// The app's or the group's title.
    pub title: String,
    /// The first 100 characters.
    pub text: String,
    /// When it came, by the simulator's clock.
    pub at: DateTime<Utc>,
    /// The message it announces.
    pub message_id: i64,
}

/// A person with the phone's state.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Person {
    pub id: i64,
    pub first_name: String,
    pub last_name: Option<String>,
    pub username: Option<String>,
    pub language_code: Option<String>,
    pub zone: Option<Tz>,
    pub note: Option<String>,
    pub started: bool,
    pub blocked: bool,
    /// Messages up to this id were cleared from the phone.
    pub cleared_through: i64,
    pub notifications: Vec<Notification>,
    /// The reply keyboard under the entry, as the bot sent it.
    pub keyboard: Option<Value>,
    /// An act of the person has not been answered by the bot yet.
    pub waiting: bool,
}

impl Person {
    pub fn new(id: i64, new: NewPerson) -> Self {
        Self {
            id,
            first_name: new.first_name,
            last_name: new.last_name,
            username: new.username,
            language_code: new.language_code,
            zone: new.zone,
            note: new.note,
            started: new.started,
            blocked: false,
            cleared_through: 0,
            notifications: Vec::new(),
            keyboard: None,
            waiting: false,
        }
    }

    /// The Bot API's User.
    pub fn user(&self) -> Value {
        let mut user = json!({"id": self.id, "is_bot": false, "first_name": self.first_name});
        self.add_names(&mut user);
        if let Some(language) = &self.language_code {
            user["language_code"] = json!(language);
        }
        user
    }

    /// The Bot API's Chat.
    pub fn chat(&self) -> Value {
        let mut chat = json!({"id": self.id, "type": "private", "first_name": self.first_name});
        self.add_names(&mut chat);
        chat
    }

    fn add_names(&self, value: &mut Value) {
        if let Some(last_name) = &self.last_name {
            value["last_name"] = json!(last_name);
        }
        if let Some(username) = &self.username {
            value["username"] = json!(username);
        }
    }
}

/// A group chat that the bot is in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Group {
    pub id: i64,
    pub title: String,
    pub members: BTreeSet<i64>,
    pub supergroup: bool,
    pub migrated_to: Option<i64>,
}

impl Group {
    /// The Bot API's Chat.
    pub fn chat(&self) -> Value {
        let kind = if self.supergroup {
            "supergroup"
        } else {
            "group"
        };
        let mut chat = json!({"id": self.id, "type": kind, "title": self.title});
        if !self.supergroup {
            chat["all_members_are_administrators"] = json!(false);
        }
        chat
    }
}
