//! Takes the `reply_markup` of a call, gives the keyboard it stands for, or why Telegram would refuse it.

use serde_json::{Map, Value, json};

use super::{
    bot_api::{Params, Refusal},
    message::Markup,
};

/// The most buttons that Telegram keeps under one message.
const BUTTON_LIMIT: usize = 100;

/// What a keyboard in place of the phone's own can be.
const REPLY_FLAGS: [&str; 4] = [
    "is_persistent",
    "resize_keyboard",
    "one_time_keyboard",
    "selective",
];
/// The most characters of the words in an empty entry.
const PLACEHOLDER_LIMIT: usize = 64;
/// What a button in place of the phone's keyboard can ask for; one thing each.
const REQUESTS: [&str; 6] = [
    "request_users",
    "request_chat",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
];

/// Reads `reply_markup`; some buttons are for private chats only.
///
/// # Errors
/// 400 in Telegram's words.
pub(super) fn read(params: &Params, private: bool) -> Result<Markup, Refusal> {
    let Some(markup) = params.object("reply_markup", "object expected as reply markup")? else {
        return Ok(Markup::None);
    };
    if let Some(keyboard) = markup.get("inline_keyboard") {
        let rows = rows(keyboard, "inline keyboard", inline_button)?;
        if rows.is_empty() {
            return Ok(Markup::None);
        }
        return Ok(Markup::Inline(rows));
    }
    if let Some(keyboard) = markup.get("keyboard") {
        let rows = rows(keyboard, "keyboard", reply_button)?;
        reply_options(&markup, &REPLY_FLAGS)?;
        let asks = |field: &str| rows.iter().flatten().any(|key| key[field] == true);
        if !private && asks("request_contact") {
            return Err(Refusal::bad_request(
                "phone number can be requested in private chats only",
            ));
        }
        if !private && asks("request_location") {
            return Err(Refusal::bad_request(
                "location can be requested in private chats only",
            ));
        }
        let mut reply = markup.clone();
        reply.insert("keyboard".to_owned(), json!(rows));
        return Ok(Markup::Reply(Value::Object(reply)));
    }
    let asks = |name: &str| markup.get(name).and_then(Value::as_bool) == Some(true);
    if asks("remove_keyboard") || asks("force_reply") {
        reply_options(&markup, &["remove_keyboard", "force_reply", "selective"])?;
        return Ok(Markup::Reply(Value::Object(markup)));
    }
    if markup.is_empty() {
        return Ok(Markup::None);
    }
    Err(Refusal::bad_request("object expected as reply markup"))
}

fn rows(
    keyboard: &Value,
    name: &str,
    button: fn(&Value) -> Result<Value, Refusal>,
) -> Result<Vec<Vec<Value>>, Refusal> {
    let wrong = |what: &str| {
        Refusal::bad_request(format!(
            "can't parse {name} markup JSON object: {what} expected"
        ))
    };
    let mut rows = Vec::new();
    for row in keyboard
        .as_array()
        .ok_or_else(|| wrong("an Array of Arrays"))?
    {
        let row = row.as_array().ok_or_else(|| wrong("an Array of Buttons"))?;
        let row: Vec<Value> = row.iter().map(button).collect::<Result<_, _>>()?;
        if !row.is_empty() {
            rows.push(row);
        }
    }
    if rows.iter().map(Vec::len).sum::<usize>() > BUTTON_LIMIT {
        return Err(Refusal::bad_request("REPLY_MARKUP_TOO_LONG"));
    }
    Ok(rows)
}

fn inline_button(button: &Value) -> Result<Value, Refusal> {
    let wrong =
        |why: &str| Refusal::bad_request(format!("can't parse inline keyboard button: {why}"));
    let object = button
        .as_object()
        .ok_or_else(|| wrong("expected an Object"))?;
    let text = label(object).ok_or_else(|| wrong("Field \"text\" must be of type String"))?;
    if text.trim().is_empty() {
        return Err(Refusal::bad_request(
            "inline keyboard button text must be non-empty",
        ));
    }
    if let Some(data) = object.get("callback_data") {
        let data = data
            .as_str()
            .ok_or_else(|| wrong("Field \"callback_data\" must be of type String"))?;
        if !(1..=64).contains(&data.len()) {
            return Err(Refusal::bad_request("BUTTON_DATA_INVALID"));
        }
        return Ok(json!({"text": text, "callback_data": data}));
    }
    if let Some(url) = object.get("url") {
        let url = url
            .as_str()
            .ok_or_else(|| wrong("Field \"url\" must be of type String"))?;
        let known = ["http://", "https://", "tg://"]
            .iter()
            .any(|scheme| url.starts_with(scheme));
        if !known {
            return Err(Refusal::bad_request(format!(
                "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
            )));
        }
        return Ok(json!({"text": text, "url": url}));
    }
    const OTHERS: [&str; 7] = [
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "pay",
    ];
    if OTHERS.iter().any(|kind| object.contains_key(*kind)) {
        return Ok(button.clone());
    }
    Err(wrong("Text buttons are unallowed in the inline keyboard"))
}

fn reply_button(button: &Value) -> Result<Value, Refusal> {
    let wrong = || {
        Refusal::bad_request("can't parse keyboard button: Field \"text\" must be of type String")
    };
    if let Some(text) = button.as_str() {
        return Ok(json!({"text": text}));
    }
    let object = button.as_object().ok_or_else(wrong)?;
    let text = label(object).ok_or_else(wrong)?;
    if text.is_empty() {
        return Err(Refusal::bad_request(
            "keyboard button text must be non-empty",
        ));
    }
    for field in ["request_contact", "request_location"] {
        if object.get(field).is_some_and(|asks| !asks.is_boolean()) {
            return Err(Refusal::bad_request(format!(
                "can't parse keyboard button: Field \"{field}\" must be of type Boolean"
            )));
        }
    }
    let asks = |field: &&&str| {
        object
            .get(**field)
            .is_some_and(|asks| *asks != json!(false))
    };
    if REQUESTS.iter().filter(asks).count() > 1 {
        return Err(Refusal::bad_request(
            "can't parse keyboard button: a button asks for one thing",
        ));
    }
    Ok(button.clone())
}

/// What stands beside the buttons.
fn reply_options(markup: &Map<String, Value>, flags: &[&str]) -> Result<(), Refusal> {
    let wrong = |field: &str, kind: &str| {
        Refusal::bad_request(format!("Field \"{field}\" must be of type {kind}"))
    };
    for flag in flags {
        if markup.get(*flag).is_some_and(|set| !set.is_boolean()) {
            return Err(wrong(flag, "Boolean"));
        }
    }
    let Some(placeholder) = markup.get("input_field_placeholder") else {
        return Ok(());
    };
    let words = placeholder
        .as_str()
        .ok_or_else(|| wrong("input_field_placeholder", "String"))?;
    match (1..=PLACEHOLDER_LIMIT).contains(&words.chars().count()) {
        true => Ok(()),
        false => Err(Refusal::bad_request("input field placeholder is too long")),
    }
}

fn label(button: &Map<String, Value>) -> Option<&str> {
    button.get("text")?.as_str()
}
