//! Raw update text comes in; who wrote where, and what it means, goes out.
//!
//! Tolerant on purpose: Telegram adds kinds of updates and fields every few weeks, and a text must not be lost
//! because something beside it is new. So single fields are looked up, and what is unknown is passed over.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::core::event::{Command, File, Happened};
use crate::core::form::MediaKind;
use crate::core::id::{ChatId, MessageId, UserId};
use crate::core::people::Language;
use crate::core::phone::Phone;
use crate::core::press::Press;

/// One update as it came, with what the inbox sorts it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// Telegram's number of it.
    pub update_id: i64,
    /// Whose turn it takes: updates of one lane are handled one after the other.
    pub lane: i64,
    /// The message, if somebody wrote one in their own chat.
    pub message: Option<MessageId>,
    /// Its text.
    pub body: String,
}

/// The kind of the one update that is ours; Telegram has none of this name.
const LOST_PRESS: &str = "kinkeeper_lost_press";
/// Updates in which nobody can be found take turns with each other.
const NOBODYS_LANE: i64 = 0;

impl Raw {
    /// An update that was parsed already. `None` without a number, by which alone it could be recognised.
    #[must_use]
    pub fn of(update: &Value) -> Option<Self> {
        let received = read(update);
        Some(Self {
            update_id: update["update_id"].as_i64()?,
            lane: received
                .as_ref()
                .map_or(NOBODYS_LANE, |received| received.user.0),
            message: received.and_then(|received| received.message),
            body: update.to_string(),
        })
    }

    /// An update's text. One that is too deep to be parsed still has its number, so that it can be stored, given up
    /// and told of, and does not come again for ever.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Numbered {
            update_id: i64,
        }
        if let Ok(update) = serde_json::from_str(text) {
            return Self::of(&update);
        }
        let Numbered { update_id } = serde_json::from_str(text).ok()?;
        Some(Self {
            update_id,
            lane: NOBODYS_LANE,
            message: None,
            body: text.to_owned(),
        })
    }
}

impl Raw {
    /// An update of our own, which takes its turn among a person's: what they may have pressed is forgotten.
    #[must_use]
    pub fn lost_press(update_id: i64, user: UserId, chat: ChatId) -> Self {
        let body = json!({"update_id": update_id, LOST_PRESS: {
            "from": {"id": user.0}, "chat": {"id": chat.0, "type": "private"},
        }});
        Self {
            update_id,
            lane: user.0,
            message: None,
            body: body.to_string(),
        }
    }
}

/// One update, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// Who caused it; the chat's own number where nobody did.
    pub user: UserId,
    /// Where.
    pub chat: ChatId,
    /// How they call themselves on Telegram.
    pub name: String,
    /// The language of their phone.
    pub language: Option<Language>,
    /// The message, if somebody wrote one in their own chat.
    pub message: Option<MessageId>,
    /// The press that waits for an answer.
    pub callback: Option<String>,
    /// What it means; `None` for what needs no answer, such as a pinned message.
    pub happened: Option<Happened>,
}

/// Messages that Telegram writes by itself, to which nobody expects an answer.
const SERVICE: [&str; 13] = [
    "pinned_message",
    "message_auto_delete_timer_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "write_access_allowed",
    "chat_background_set",
    "boost_added",
    "connected_website",
    "giveaway_created",
    "successful_payment",
    "refunded_payment",
    "video_chat_scheduled",
];

/// Wordless things that people send out of kindness.
const KIND: [&str; 4] = ["sticker", "dice", "game", "animation"];

/// Reads an update. `None` if nothing in it says who or where.
#[must_use]
pub fn read(update: &Value) -> Option<Received> {
    let (kind, content) = update
        .as_object()?
        .iter()
        .find(|(key, content)| *key != "update_id" && content.is_object())?;
    let message = match kind.as_str() {
        "callback_query" => &content["message"],
        _ => content,
    };
    let from = [&content["from"], &content["user"], &message["from"]]
        .into_iter()
        .find(|from| from["id"].is_i64());
    let chat = &message["chat"];
    let chat_id = chat["id"].as_i64();
    let user_id = from.and_then(|from| from["id"].as_i64()).or(chat_id)?;
    let name = from.map(full_name).unwrap_or_default();
    let language = from
        .and_then(|from| from["language_code"].as_str())
        .map(base_language);
    // A press under an inline message names no chat; the person's private chat has the person's number.
    let private = chat["type"].as_str().is_none_or(|kind| kind == "private");
    let happened = match (kind.as_str(), private) {
        ("message", true) => of_message(content),
        ("message", false) => in_group(content),
        ("edited_message", true) => of_edit(content),
        ("callback_query", true) => Some(of_press(content)),
        ("my_chat_member", true) => of_membership(content),
        (LOST_PRESS, true) => Some(Happened::LostPress),
        _ => None,
    };
    Some(Received {
        user: UserId(user_id),
        chat: ChatId(chat_id.unwrap_or(user_id)),
        name,
        language,
        message: match (kind.as_str(), private) {
            ("message", true) => message_id(content),
            _ => None,
        },
        callback: match kind.as_str() {
            "callback_query" => content["id"].as_str().map(str::to_owned),
            _ => None,
        },
        happened,
    })
}

fn of_message(message: &Value) -> Option<Happened> {
    let id = message_id(message)?;
    let forwarded = message["forward_origin"].is_object() || message["forward_date"].is_i64();
    if let Some(text) = message["text"].as_str() {
        return Some(match Command::parse(text) {
            Some(command) if !forwarded => Happened::Command(command),
            Some(_) | None => Happened::Text {
                message: id,
                text: text.to_owned(),
                forwarded,
            },
        });
    }
    // An animation carries a copy of itself as a document, so kindness is looked for first.
    if KIND.iter().any(|kind| message[*kind].is_object()) {
        return Some(Happened::Sticker);
    }
    if let Some(file) = file(message) {
        return Some(Happened::Media {
            message: id,
            file,
            caption: message["caption"].as_str().map(str::to_owned),
            forwarded,
        });
    }
    if let Some(caption) = message["caption"].as_str() {
        return Some(Happened::Text {
            message: id,
            text: caption.to_owned(),
            forwarded,
        });
    }
    if message["contact"].is_object() {
        let sender = message["from"]["id"].as_i64();
        let own = sender.is_some() && message["contact"]["user_id"].as_i64() == sender;
        let phone = message["contact"]["phone_number"].as_str();
        let phone = phone.and_then(Phone::parse);
        return Some(Happened::Contact { own, phone });
    }
    if message["location"].is_object() || message["venue"].is_object() {
        return Some(Happened::Location);
    }
    let service = SERVICE.iter().any(|kind| !message[*kind].is_null());
    (!service).then_some(Happened::Other)
}

fn in_group(message: &Value) -> Option<Happened> {
    let text = message["text"].as_str()?;
    Command::parse(text).map(|_| Happened::InGroup)
}

fn of_edit(message: &Value) -> Option<Happened> {
    let text = message["text"]
        .as_str()
        .or_else(|| message["caption"].as_str())?;
    Some(Happened::Edited {
        message: message_id(message)?,
        text: text.to_owned(),
    })
}

fn of_press(query: &Value) -> Happened {
    let press = query["data"].as_str().and_then(Press::decode);
    match (press, message_id(&query["message"])) {
        (Some(press), Some(message)) => Happened::Press { press, message },
        (_, message) => Happened::UnknownPress { message },
    }
}

fn of_membership(change: &Value) -> Option<Happened> {
    match change["new_chat_member"]["status"].as_str()? {
        "kicked" | "left" => Some(Happened::Blocked),
        "member" => Some(Happened::Unblocked),
        _ => None,
    }
}

fn file(message: &Value) -> Option<File> {
    // A photo comes in several sizes, the largest last.
    let photo = message["photo"].as_array().and_then(|sizes| sizes.last());
    let found = [
        (photo, MediaKind::Image),
        (message.get("voice"), MediaKind::Audio),
        (message.get("audio"), MediaKind::Audio),
        (message.get("video"), MediaKind::Video),
        (message.get("video_note"), MediaKind::Video),
        (message.get("document"), MediaKind::File),
    ];
    found.into_iter().find_map(|(file, kind)| {
        let file = file?;
        Some(File {
            file_id: file["file_id"].as_str()?.to_owned(),
            kind: kind_by_type(kind, file["mime_type"].as_str()),
            bytes: file["file_size"].as_u64(),
        })
    })
}

/// A photo sent as a document is still a photo, and so with sound and video.
fn kind_by_type(kind: MediaKind, mime: Option<&str>) -> MediaKind {
    match (kind, mime.and_then(|mime| mime.split('/').next())) {
        (MediaKind::File, Some("image")) => MediaKind::Image,
        (MediaKind::File, Some("audio")) => MediaKind::Audio,
        (MediaKind::File, Some("video")) => MediaKind::Video,
        (kind, _) => kind,
    }
}

fn message_id(message: &Value) -> Option<MessageId> {
    let id = message["message_id"].as_i64()?;
    i32::try_from(id).ok().map(MessageId)
}

fn full_name(from: &Value) -> String {
    let parts = [&from["first_name"], &from["last_name"]];
    let names: Vec<&str> = parts.into_iter().filter_map(Value::as_str).collect();
    names.join(" ")
}

fn base_language(tag: &str) -> Language {
    let base = tag.split(['-', '_']).next().unwrap_or(tag);
    Language(base.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(content: Value) -> Option<Happened> {
        let mut message = json!({
            "message_id": 5, "date": 1,
            "from": {"id": 7, "first_name": "Amina", "language_code": "sw-KE"},
            "chat": {"id": 7, "type": "private"},
        });
        for (key, value) in content.as_object().unwrap() {
            message[key] = value.clone();
        }
        read(&json!({"update_id": 1, "message": message}))
            .unwrap()
            .happened
    }

    #[test]
    fn a_text_is_read_whatever_stands_beside_it() {
        let strange = json!({
            "text": "Habari", "entities": [{"type": "date_time", "offset": 0, "length": 3}],
            "rich_message": 7, "contact": "not an object",
        });
        assert_eq!(
            message(strange),
            Some(Happened::Text {
                message: MessageId(5),
                text: "Habari".into(),
                forwarded: false
            })
        );
    }

    #[test]
    fn files_are_read_with_their_kind() {
        let kind = |content| match message(content) {
            Some(Happened::Media { file, .. }) => file.kind,
            other => panic!("{other:?}"),
        };
        assert_eq!(kind(json!({"voice": {"file_id": "v"}})), MediaKind::Audio);
        assert_eq!(
            kind(json!({"photo": [{"file_id": "s"}, {"file_id": "l"}]})),
            MediaKind::Image
        );
        assert_eq!(
            kind(json!({"document": {"file_id": "d", "mime_type": "image/png"}})),
            MediaKind::Image
        );
        assert_eq!(kind(json!({"document": {"file_id": "d"}})), MediaKind::File);
    }

    #[test]
    fn only_the_senders_own_contact_is_their_own() {
        let contact = |id: Value| {
            let card = json!({"phone_number": "254712345678", "user_id": id});
            message(json!({"contact": card}))
        };
        let phone = Phone::parse("0712 345 678");
        for (id, own) in [(json!(7), true), (json!(8), false), (json!("7"), false)] {
            let phone = phone.clone();
            assert_eq!(contact(id), Some(Happened::Contact { own, phone }));
        }
        let strange = message(json!({"contact": {"phone_number": 7, "user_id": 7}}));
        let (own, phone) = (true, None);
        assert_eq!(strange, Some(Happened::Contact { own, phone }));
    }

    #[test]
    fn what_telegram_writes_by_itself_needs_no_answer() {
        assert_eq!(message(json!({"pinned_message": {}})), None);
        assert_eq!(message(json!({"poll": {}})), Some(Happened::Other));
        assert_eq!(
            message(json!({"something_of_next_year": {}})),
            Some(Happened::Other)
        );
        assert_eq!(message(json!({"sticker": {}})), Some(Happened::Sticker));
    }

    #[test]
    fn a_foreign_button_is_an_unknown_press_and_waits_for_an_answer() {
        let update = json!({"update_id": 2, "callback_query": {
            "id": "77", "from": {"id": 7, "first_name": "A"}, "data": "no such thing",
            "message": {"message_id": 3, "chat": {"id": 7, "type": "private"}},
        }});
        let received = read(&update).unwrap();
        assert_eq!(
            received.happened,
            Some(Happened::UnknownPress {
                message: Some(MessageId(3))
            })
        );
        assert_eq!(received.callback.as_deref(), Some("77"));
    }

    #[test]
    fn a_group_is_answered_only_when_it_calls() {
        let group = |text: &str| {
            read(&json!({"update_id": 3, "message": {
                "message_id": 1, "text": text,
                "from": {"id": 7, "first_name": "A"}, "chat": {"id": -5, "type": "supergroup"},
            }}))
            .unwrap()
            .happened
        };
        assert_eq!(group("hello all"), None);
        assert_eq!(group("/menu@kin_bot"), Some(Happened::InGroup));
    }

    #[test]
    fn blocking_and_coming_back_are_noticed() {
        let change = |status: &str| {
            read(&json!({"update_id": 4, "my_chat_member": {
                "from": {"id": 7, "first_name": "A"}, "chat": {"id": 7, "type": "private"},
                "new_chat_member": {"status": status},
            }}))
            .unwrap()
            .happened
        };
        assert_eq!(change("kicked"), Some(Happened::Blocked));
        assert_eq!(change("member"), Some(Happened::Unblocked));
    }
}
