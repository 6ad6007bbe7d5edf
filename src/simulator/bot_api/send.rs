//! Messages that the bot sends: takes the call, adds the message to the chat, gives it back as Telegram does.

use serde_json::{Map, Value, json};

use super::{Params, Refusal};
use crate::simulator::{
    markup,
    media::{Arriving, FileKind},
    message::{Markup, Message, Sender},
    text::Formatted,
    world::World,
};

/// The most characters of a message's text.
const TEXT_LIMIT: usize = 4096;
/// The most characters of a medium's caption.
const CAPTION_LIMIT: usize = 1024;
/// The largest photo that a bot may send.
const PHOTO_LIMIT: usize = 10 << 20;

pub(super) fn send_message(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = reach(world, params)?;
    let content = text_content(params, "message is too long")?;
    send(world, chat, content, params)
}

/// The text of a message with its entities, as message fields; `too_long` is said of more than Telegram takes.
pub(super) fn text_content(params: &Params, too_long: &str) -> Result<Map<String, Value>, Refusal> {
    let text = Formatted::sent(params, "text", "entities")?;
    if text.text.is_empty() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    if text.text.chars().count() > TEXT_LIMIT {
        return Err(Refusal::bad_request(too_long));
    }
    let mut content = Map::new();
    put_text(&mut content, text, "text", "entities");
    if let Some(options) = params.object(
        "link_preview_options",
        "can't parse link preview options JSON object",
    )? {
        content.insert("link_preview_options".to_owned(), Value::Object(options));
    } else if params.flag("disable_web_page_preview") {
        content.insert(
            "link_preview_options".to_owned(),
            json!({"is_disabled": true}),
        );
    }
    Ok(content)
}

/// The caption of a medium, as message fields; nothing when it is empty.
pub(super) fn caption_content(params: &Params) -> Result<Map<String, Value>, Refusal> {
    let caption = Formatted::sent(params, "caption", "caption_entities")?;
    if caption.text.chars().count() > CAPTION_LIMIT {
        return Err(Refusal::bad_request("message caption is too long"));
    }
    let mut content = Map::new();
    if !caption.text.is_empty() {
        put_text(&mut content, caption, "caption", "caption_entities");
    }
    Ok(content)
}

fn put_text(content: &mut Map<String, Value>, text: Formatted, field: &str, entities: &str) {
    content.insert(field.to_owned(), json!(text.text));
    if !text.entities.is_empty() {
        content.insert(entities.to_owned(), json!(text.entities));
    }
}

/// The chat that a call is about, if the bot may write there.
pub(super) fn reach(world: &World, params: &Params) -> Result<i64, Refusal> {
    let Some(given) = params.text("chat_id") else {
        return Err(Refusal::bad_request("chat_id is empty"));
    };
    let chat = given
        .parse()
        .map_err(|_| Refusal::bad_request("chat not found"))?;
    if let Some(group) = world.groups.get(&chat) {
        return match group.migrated_to {
            Some(new) => Err(Refusal::moved(new)),
            None => Ok(chat),
        };
    }
    let Some(person) = world.people.get(&chat) else {
        return Err(Refusal::bad_request("chat not found"));
    };
    if person.blocked {
        return Err(Refusal::forbidden("bot was blocked by the user"));
    }
    if !person.started {
        return Err(Refusal::forbidden(
            "bot can't initiate conversation with a user",
        ));
    }
    Ok(chat)
}

/// Sends what has been read, with the parameters that all kinds share.
fn send(
    world: &mut World,
    chat: i64,
    mut content: Map<String, Value>,
    params: &Params,
) -> Result<Value, Refusal> {
    let private = !world.groups.contains_key(&chat);
    let markup = markup::read(params, private)?;
    add_reply(world, chat, &mut content, params)?;
    if params.flag("protect_content") {
        content.insert("has_protected_content".to_owned(), json!(true));
    }
    if let Some(effect) = params.text("message_effect_id") {
        content.insert("effect_id".to_owned(), json!(effect));
    }
    if world.faults.get().flood_limits {
        let now = world.now();
        world.flood.count(chat, now).map_err(Refusal::too_many)?;
    }
    if let Markup::Reply(reply) = &markup {
        show_keyboard(world, chat, reply);
    }
    let id = world.add_message(
        chat,
        Sender::Bot,
        content,
        markup,
        params.flag("disable_notification"),
    );
    world.set_waiting(chat, false);
    let message = world.message(chat, id).expect("it was added just now");
    Ok(world.message_value(chat, message))
}

fn add_reply(
    world: &World,
    chat: i64,
    content: &mut Map<String, Value>,
    params: &Params,
) -> Result<(), Refusal> {
    let reply = params.object(
        "reply_parameters",
        "can't parse reply parameters JSON object",
    )?;
    let (id, optional) = match &reply {
        Some(reply) => (
            reply.get("message_id").and_then(Value::as_i64),
            reply
                .get("allow_sending_without_reply")
                .and_then(Value::as_bool)
                == Some(true),
        ),
        None => (
            params.integer("reply_to_message_id"),
            params.flag("allow_sending_without_reply"),
        ),
    };
    let Some(id) = id else { return Ok(()) };
    match world.message(chat, id) {
        Some(message) => {
            let mut original = world.message_value(chat, message);
            if let Some(fields) = original.as_object_mut() {
                // A reply's original comes without its own original.
                fields.remove("reply_to_message");
            }
            content.insert("reply_to_message".to_owned(), original);
            Ok(())
        }
        None if optional => Ok(()),
        None => Err(Refusal::bad_request("message to be replied not found")),
    }
}

fn show_keyboard(world: &mut World, chat: i64, reply: &Value) {
    let keyboard = reply.get("keyboard").is_some().then(|| reply.clone());
    for member in world.members(chat) {
        if let Some(person) = world.people.get_mut(&member) {
            person.keyboard = keyboard.clone();
        }
    }
}

pub(super) fn send_photo(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    send_file(world, params, FileKind::Photo)
}

pub(super) fn send_voice(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    send_file(world, params, FileKind::Voice)
}

pub(super) fn send_document(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    send_file(world, params, FileKind::Document)
}

pub(super) fn send_audio(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    send_file(world, params, FileKind::Audio)
}

pub(super) fn send_video(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    send_file(world, params, FileKind::Video)
}

fn send_file(world: &mut World, params: &Params, kind: FileKind) -> Result<Value, Refusal> {
    let chat = reach(world, params)?;
    let mut content = caption_content(params)?;
    let field = kind.field();
    let value = if let Some(upload) = params.upload(field) {
        if upload.bytes.is_empty() {
            return Err(Refusal::bad_request("file must be non-empty"));
        }
        if kind == FileKind::Photo && upload.bytes.len() > PHOTO_LIMIT {
            return Err(Refusal::bad_request("file is too big for a photo"));
        }
        world.files.keep(Arriving {
            kind,
            bytes: upload.bytes.clone(),
            name: upload.name.clone(),
            mime: upload.mime.clone(),
            seconds: params
                .integer("duration")
                .and_then(|seconds| u64::try_from(seconds).ok()),
        })
    } else {
        let Some(id) = params.text(field) else {
            return Err(Refusal::bad_request(format!(
                "there is no {field} in the request"
            )));
        };
        if id.starts_with("http://") || id.starts_with("https://") {
            return Err(Refusal::bad_request("failed to get HTTP URL content"));
        }
        let known = world.files.by_id(id).filter(|file| file.kind == kind);
        let wrong =
            || Refusal::bad_request("wrong remote file identifier specified: Wrong string length");
        known.ok_or_else(wrong)?.value.clone()
    };
    content.insert(field.to_owned(), value);
    send(world, chat, content, params)
}

pub(super) fn send_contact(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = reach(world, params)?;
    let needed = |name: &str, why: &str| params.text(name).ok_or_else(|| Refusal::bad_request(why));
    let phone = needed("phone_number", "phone number is empty")?;
    let first_name = needed("first_name", "first name is empty")?;
    let contact = json!({"phone_number": phone, "first_name": first_name});
    send(
        world,
        chat,
        Map::from_iter([("contact".to_owned(), contact)]),
        params,
    )
}

pub(super) fn send_location(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = reach(world, params)?;
    let degrees = |name: &str| {
        let value: Option<f64> = params.text(name).and_then(|text| text.parse().ok());
        value.ok_or_else(|| Refusal::bad_request(format!("{name} is empty")))
    };
    let location = json!({"latitude": degrees("latitude")?, "longitude": degrees("longitude")?});
    send(
        world,
        chat,
        Map::from_iter([("location".to_owned(), location)]),
        params,
    )
}

pub(super) fn send_chat_action(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    const ACTIONS: [&str; 11] = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    let chat = reach(world, params)?;
    let action = params.text("action").unwrap_or_default().to_lowercase();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(Refusal::bad_request("wrong parameter action in request"));
    }
    world.set_waiting(chat, true);
    Ok(json!(true))
}

pub(super) fn copy_message(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let (chat, original) = original(world, params, "message to copy not found")?;
    let mut content = original.content;
    for own in [
        "reply_to_message",
        "forward_origin",
        "has_protected_content",
    ] {
        content.remove(own);
    }
    if params.text("caption").is_some() {
        content.extend(caption_content(params)?);
    }
    let sent = send(world, chat, content, params)?;
    Ok(json!({"message_id": sent["message_id"]}))
}

pub(super) fn forward_message(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let (chat, original) = original(world, params, "message to forward not found")?;
    if original.content.contains_key("has_protected_content") {
        return Err(Refusal::bad_request(
            "message has protected content and can't be forwarded",
        ));
    }
    let sender = world.sender_value(original.sender);
    let mut content = original.content;
    content.remove("reply_to_message");
    let origin = json!({"type": "user", "sender_user": sender, "date": original.at.timestamp()});
    content.entry("forward_origin").or_insert(origin);
    send(world, chat, content, params)
}

fn original(world: &World, params: &Params, missing: &str) -> Result<(i64, Message), Refusal> {
    let chat = reach(world, params)?;
    let from = params
        .integer("from_chat_id")
        .ok_or_else(|| Refusal::bad_request("from_chat_id is empty"))?;
    let id = params
        .integer("message_id")
        .ok_or_else(|| Refusal::bad_request("message identifier is not specified"))?;
    let message = world
        .message(from, id)
        .ok_or_else(|| Refusal::bad_request(missing))?;
    Ok((chat, message.clone()))
}
