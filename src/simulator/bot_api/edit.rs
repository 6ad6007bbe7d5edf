//! What the bot does with messages that exist: edits, deletions, and answers to presses.

use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::{
    Params, Refusal,
    send::{caption_content, reach, text_content},
};
use crate::simulator::{
    callbacks::CallbackAnswer,
    markup,
    message::{Markup, Message, Sender},
    updates::QUERY_KEPT,
    world::{ChangeKind, World},
};

/// How long a bot may take a message back.
const DELETABLE: TimeDelta = TimeDelta::hours(48);
/// The most characters of an answer to a press.
const ANSWER_LIMIT: usize = 200;
/// The most messages that one call may delete.
const DELETE_LIMIT: usize = 100;
/// The fields that an edit of the text or of the caption replaces.
const TEXT_FIELDS: [&str; 3] = ["text", "entities", "link_preview_options"];
const CAPTION_FIELDS: [&str; 2] = ["caption", "caption_entities"];

pub(super) fn edit_message_text(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let (chat, message) = editable(world, params)?;
    if !message.content.contains_key("text") {
        return Err(Refusal::bad_request(
            "there is no text in the message to edit",
        ));
    }
    let content = text_content(params, "MESSAGE_TOO_LONG")?;
    edit(world, chat, message, params, &TEXT_FIELDS, content)
}

pub(super) fn edit_message_caption(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let (chat, message) = editable(world, params)?;
    if message.content.contains_key("text") {
        return Err(Refusal::bad_request(
            "there is no caption in the message to edit",
        ));
    }
    let content = caption_content(params)?;
    edit(world, chat, message, params, &CAPTION_FIELDS, content)
}

pub(super) fn edit_message_reply_markup(
    world: &mut World,
    params: &Params,
) -> Result<Value, Refusal> {
    let (chat, message) = editable(world, params)?;
    edit(world, chat, message, params, &[], Map::new())
}

fn editable(world: &World, params: &Params) -> Result<(i64, Message), Refusal> {
    if params.text("inline_message_id").is_some() {
        return Err(Refusal::bad_request("MESSAGE_ID_INVALID"));
    }
    let chat = reach(world, params)?;
    let id = message_id(params)?;
    let message = world
        .message(chat, id)
        .ok_or_else(|| Refusal::bad_request("message to edit not found"))?;
    let fixed = matches!(message.markup, Markup::Reply(_))
        || message.content.contains_key("forward_origin");
    if message.sender != Sender::Bot || fixed {
        return Err(Refusal::bad_request("message can't be edited"));
    }
    Ok((chat, message.clone()))
}

fn message_id(params: &Params) -> Result<i64, Refusal> {
    params
        .integer("message_id")
        .filter(|id| *id > 0)
        .ok_or_else(|| Refusal::bad_request("message identifier is not specified"))
}

/// Replaces `fields` by `content`, and the inline keyboard by the one given or by none.
fn edit(
    world: &mut World,
    chat: i64,
    before: Message,
    params: &Params,
    fields: &[&str],
    content: Map<String, Value>,
) -> Result<Value, Refusal> {
    let private = !world.groups.contains_key(&chat);
    let markup = markup::read(params, private)?;
    if matches!(markup, Markup::Reply(_)) {
        return Err(Refusal::bad_request("inline keyboard expected"));
    }
    let mut after = before.clone();
    for field in fields {
        after.content.remove(*field);
    }
    after.content.extend(content);
    after.markup = markup;
    if after.content == before.content && after.markup == before.markup {
        return Err(Refusal::not_modified());
    }
    after.edited_at = Some(world.now());
    let value = world.message_value(chat, &after);
    if let Some(kept) = world.message_mut(chat, before.id) {
        *kept = after;
    }
    for member in world.members(chat) {
        world.changed(member, ChangeKind::Chat);
    }
    world.set_waiting(chat, false);
    Ok(value)
}

pub(super) fn delete_message(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = reach(world, params)?;
    let id = message_id(params)?;
    let message = world
        .message(chat, id)
        .ok_or_else(|| Refusal::bad_request("message to delete not found"))?;
    if message.at + DELETABLE < world.now() {
        return Err(Refusal::bad_request(
            "message can't be deleted for everyone",
        ));
    }
    world.remove_message(chat, id);
    world.set_waiting(chat, false);
    Ok(json!(true))
}

/// Those that cannot be found or are too old are passed over, as Telegram does.
pub(super) fn delete_messages(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = reach(world, params)?;
    let ids = params.array("message_ids", "can't parse message identifiers JSON array")?;
    let ids: Vec<i64> = ids
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_i64)
        .collect();
    if ids.is_empty() {
        return Err(Refusal::bad_request(
            "message identifiers are not specified",
        ));
    }
    if ids.len() > DELETE_LIMIT {
        return Err(Refusal::bad_request(
            "too many message identifiers specified",
        ));
    }
    let now = world.now();
    for id in ids {
        if world
            .message(chat, id)
            .is_some_and(|message| message.at + DELETABLE >= now)
        {
            world.remove_message(chat, id);
        }
    }
    Ok(json!(true))
}

pub(super) fn answer_callback_query(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let now = world.now();
    let text = params.text("text").unwrap_or_default();
    if text.chars().count() > ANSWER_LIMIT {
        return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
    }
    let id = params.text("callback_query_id").unwrap_or_default();
    let query = world
        .queries
        .get_mut(id)
        .filter(|query| query.at + QUERY_KEPT >= now)
        .ok_or_else(Refusal::query_too_old)?;
    // The phone shows the first answer; the server takes later ones without a word.
    query.answer.get_or_insert_with(|| CallbackAnswer {
        text: text.to_owned(),
        show_alert: params.flag("show_alert"),
        url: params.text("url").map(str::to_owned),
    });
    let (chat, person) = (query.chat, query.person);
    world.set_waiting(chat, false);
    world.changed(person, ChangeKind::Answer);
    Ok(json!(true))
}
