//! A message as the server keeps it, shown to the bot as the Bot API's Message and to a phone as what is on its screen.

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Who sent a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Sender {
    Bot,
    Person(i64),
}

/// The markup that came with a message; only inline keyboards stay with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Markup {
    None,
    /// Rows of Bot API button objects.
    Inline(Vec<Vec<Value>>),
    /// A reply keyboard, its removal, or a forced reply: such messages cannot be edited later.
    Reply(Value),
}

/// One message of a chat.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Message {
    pub id: i64,
    pub sender: Sender,
    pub at: DateTime<Utc>,
    pub edited_at: Option<DateTime<Utc>>,
    /// The Bot API fields that are the same for everybody: text, entities, caption, media, reply, origin.
    pub content: Map<String, Value>,
    pub markup: Markup,
    pub silent: bool,
}

impl Message {
    /// The Bot API's Message, with `from` and `chat` as they are now.
    pub fn to_bot(&self, from: Value, chat: Value) -> Value {
        let mut message = self.content.clone();
        message.insert("message_id".to_owned(), json!(self.id));
        message.insert("from".to_owned(), from);
        message.insert("chat".to_owned(), chat);
        message.insert("date".to_owned(), json!(self.at.timestamp()));
        if let Some(edited_at) = self.edited_at {
            message.insert("edit_date".to_owned(), json!(edited_at.timestamp()));
        }
        if let Markup::Inline(rows) = &self.markup
            && !rows.is_empty()
        {
            message.insert("reply_markup".to_owned(), json!({"inline_keyboard": rows}));
        }
        Value::Object(message)
    }

    /// Text or caption.
    pub fn text(&self) -> &str {
        let field = |name: &str| self.content.get(name).and_then(Value::as_str);
        field("text")
            .or_else(|| field("caption"))
            .unwrap_or_default()
    }

    /// Inline buttons by row; empty when there are none.
    pub fn buttons(&self) -> &[Vec<Value>] {
        match &self.markup {
            Markup::Inline(rows) => rows,
            Markup::None | Markup::Reply(_) => &[],
        }
    }

    /// What a notification says about it.
    pub fn preview(&self) -> String {
        let text = self.text();
        let kind = self.media().map(|media| match media.kind {
            "photo" => "📷 Photo",
            "voice" => "🎤 Voice message",
            "audio" => "🎵 Audio",
            "video" => "📹 Video",
            _ => "📎 File",
        });
        let whole = match kind {
            Some(kind) if text.is_empty() => kind.to_owned(),
            Some(kind) => format!("{kind}, {text}"),
            None => text.to_owned(),
        };
        whole.chars().take(100).collect()
    }

    /// The message as it looks on the phone of `person`.
    pub fn shown_to(&self, person: i64, sender_name: &str) -> ShownMessage {
        let get = |name: &str| self.content.get(name).cloned();
        let from = match self.sender {
            Sender::Bot => "bot",
            Sender::Person(id) if id == person => "me",
            Sender::Person(_) => "other",
        };
        ShownMessage {
            id: self.id,
            from: from.to_owned(),
            sender_name: sender_name.to_owned(),
            at: self.at,
            edited: self.edited_at.is_some(),
            text: self.text().to_owned(),
            entities: get("entities")
                .or_else(|| get("caption_entities"))
                .and_then(|entities| match entities {
                    Value::Array(entities) => Some(entities),
                    Value::Null
                    | Value::Bool(_)
                    | Value::Number(_)
                    | Value::String(_)
                    | Value::Object(_) => None,
                })
                .unwrap_or_default(),
            buttons: self
                .buttons()
                .iter()
                .map(|row| row.iter().map(ShownButton::from_bot).collect())
                .collect(),
            media: self.media(),
            protected: self.content.contains_key("has_protected_content"),
            silent: self.silent,
            reply_to: get("reply_to_message").and_then(|message| message["message_id"].as_i64()),
            forwarded_from: get("forward_origin").map(|origin| {
                let name = |key: &str| origin[key].as_str().map(str::to_owned);
                let user = || {
                    origin["sender_user"]["first_name"]
                        .as_str()
                        .map(str::to_owned)
                };
                name("sender_user_name").or_else(user).unwrap_or_default()
            }),
            contact: get("contact"),
            location: get("location"),
            sticker: get("sticker")
                .and_then(|sticker| sticker["emoji"].as_str().map(str::to_owned)),
        }
    }

    fn media(&self) -> Option<ShownMedia> {
        const KINDS: [&str; 5] = ["photo", "voice", "document", "audio", "video"];
        let (kind, value) = KINDS
            .iter()
            .find_map(|kind| Some((*kind, self.content.get(*kind)?)))?;
        // A photo is a list of sizes; the last is the largest.
        let file = value
            .as_array()
            .and_then(|sizes| sizes.last())
            .unwrap_or(value);
        let file_id = file["file_id"].as_str().unwrap_or_default();
        Some(ShownMedia {
            kind,
            url: format!("/control/media/{file_id}"),
            file_id: file_id.to_owned(),
            name: file["file_name"].as_str().map(str::to_owned),
            mime: file["mime_type"].as_str().map(str::to_owned),
            size: file["file_size"].as_u64().unwrap_or_default(),
            seconds: file["duration"].as_u64(),
        })
    }
}

/// A message as a phone shows it.
#[derive(Clone, Debug, Serialize)]
pub struct ShownMessage {
    /// The message's id in its chat.
    pub id: i64,
    /// `bot`, `me` or, in groups, `other`.
    pub from: String,
    /// The sender's name.
    pub sender_name: String,
    /// When it was sent, by the simulator's clock.
    pub at: DateTime<Utc>,
    /// It says other than it first said.
    pub edited: bool,
    /// The text, or the caption of a medium.
    pub text: String,
    /// Bot API entities of the text, places in UTF-16 units.
    pub entities: Vec<Value>,
    /// Inline buttons by row.
    pub buttons: Vec<Vec<ShownButton>>,
    /// The photo, voice, document, audio or video.
    pub media: Option<ShownMedia>,
    /// It cannot be forwarded or saved.
    pub protected: bool,
    /// It came without a notification.
    pub silent: bool,
    /// The message that it answers.
    pub reply_to: Option<i64>,
    /// Who wrote it first, if it was forwarded.
    pub forwarded_from: Option<String>,
    /// Bot API contact.
    pub contact: Option<Value>,
    /// Bot API location.
    pub location: Option<Value>,
    /// The emoji of a sticker.
    pub sticker: Option<String>,
}

/// An inline button under a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownButton {
    /// Its label.
    pub text: String,
    /// What a press sends to the bot; None for a link.
    pub data: Option<String>,
    /// The address that a press opens.
    pub url: Option<String>,
}

impl ShownButton {
    fn from_bot(button: &Value) -> Self {
        let field = |name: &str| button[name].as_str().map(str::to_owned);
        Self {
            text: field("text").unwrap_or_default(),
            data: field("callback_data"),
            url: field("url"),
        }
    }
}

/// A medium in a message.
#[derive(Clone, Debug, Serialize)]
pub struct ShownMedia {
    /// `photo`, `voice`, `document`, `audio` or `video`.
    pub kind: &'static str,
    /// Where its bytes are, on the simulator.
    pub url: String,
    /// As the Bot API names it.
    pub file_id: String,
    /// The file's name, if it has one.
    pub name: Option<String>,
    /// Its media type, if known.
    pub mime: Option<String>,
    /// Bytes.
    pub size: u64,
    /// How long it plays.
    pub seconds: Option<u64>,
}

/// A medium's bytes and type, for whoever shows it.
#[derive(Clone, Debug)]
pub struct Media {
    /// The whole file.
    pub bytes: Bytes,
    /// Its media type, if known.
    pub mime: Option<String>,
}
