//! What the bot says and asks about itself, its chats and its files.

use serde_json::{Map, Value, json};

use super::{Params, Refusal};
use crate::simulator::world::{ChangeKind, World};

/// The largest file that a bot may fetch.
const DOWNLOAD_LIMIT: usize = 20 << 20;
/// The most commands of one scope.
const COMMAND_LIMIT: usize = 100;

pub(super) fn get_me(world: &mut World, _: &Params) -> Result<Value, Refusal> {
    let mut me = world.bot.user();
    let abilities = json!({
        "can_join_groups": true,
        "can_read_all_group_messages": false,
        "supports_inline_queries": false,
        "can_connect_to_business": false,
        "has_main_web_app": false,
    });
    if let (Value::Object(me), Value::Object(abilities)) = (&mut me, abilities) {
        me.extend(abilities);
    }
    Ok(me)
}

/// Accepted without any effect here.
pub(super) fn done(_: &mut World, _: &Params) -> Result<Value, Refusal> {
    Ok(json!(true))
}

pub(super) fn get_chat(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = known_chat(world, params)?;
    let mut value = world.chat_value(chat);
    let gifts = json!({"unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false});
    let more =
        json!({"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": gifts});
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    Ok(value)
}

pub(super) fn get_chat_member_count(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = known_chat(world, params)?;
    Ok(json!(world.members(chat).len() + 1))
}

pub(super) fn get_chat_member(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = known_chat(world, params)?;
    let user = params
        .integer("user_id")
        .ok_or_else(|| Refusal::bad_request("invalid user_id specified"))?;
    let status = if world.members(chat).contains(&user) {
        "member"
    } else {
        "left"
    };
    if user == world.bot.id {
        return Ok(json!({"user": world.bot.user(), "status": "member"}));
    }
    let person = world
        .people
        .get(&user)
        .ok_or_else(|| Refusal::bad_request("PARTICIPANT_ID_INVALID"))?;
    Ok(json!({"user": person.user(), "status": status}))
}

pub(super) fn leave_chat(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let chat = known_chat(world, params)?;
    if world.groups.remove(&chat).is_none() {
        return Err(Refusal::bad_request(
            "chat member status can't be changed in private chats",
        ));
    }
    Ok(json!(true))
}

/// A chat that the bot has seen, whether it may write there or not.
fn known_chat(world: &World, params: &Params) -> Result<i64, Refusal> {
    let given = params
        .text("chat_id")
        .ok_or_else(|| Refusal::bad_request("chat_id is empty"))?;
    let chat = given.parse().ok();
    chat.filter(|&chat| is_seen(world, chat))
        .ok_or_else(|| Refusal::bad_request("chat not found"))
}

fn is_seen(world: &World, chat: i64) -> bool {
    let person = world.people.get(&chat);
    person.is_some_and(|person| person.started) || world.groups.contains_key(&chat)
}

pub(super) fn get_file(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let id = params
        .text("file_id")
        .ok_or_else(|| Refusal::bad_request("file_id not specified"))?;
    let file = world.files.by_id(id).ok_or_else(|| {
        Refusal::bad_request("wrong file_id or the file is temporarily unavailable")
    })?;
    if file.size > DOWNLOAD_LIMIT {
        return Err(Refusal::bad_request("file is too big"));
    }
    Ok(file.file(id))
}

pub(super) fn set_my_commands(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let refusal = "can't parse commands JSON array";
    let given = params
        .array("commands", refusal)?
        .ok_or_else(|| Refusal::bad_request(refusal))?;
    if given.len() > COMMAND_LIMIT {
        return Err(Refusal::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = given.iter().map(command).collect::<Result<_, _>>()?;
    let (scope, language) = scope_and_language(world, params)?;
    world.settings.set_commands(scope, language, commands);
    world.changed(0, ChangeKind::State);
    Ok(json!(true))
}

fn command(given: &Value) -> Result<Value, Refusal> {
    let field = |name: &str| {
        given[name]
            .as_str()
            .map(|text| text.trim_start_matches('/'))
    };
    let (Some(name), Some(description)) = (field("command"), field("description")) else {
        return Err(Refusal::bad_request(
            "can't parse BotCommand: Field \"command\" or \"description\" is missing",
        ));
    };
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !(1..=32).contains(&name.len()) || !name.chars().all(plain) {
        return Err(Refusal::bad_request("BOT_COMMAND_INVALID"));
    }
    if !(1..=256).contains(&description.chars().count()) {
        return Err(Refusal::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(json!({"command": name, "description": description}))
}

pub(super) fn get_my_commands(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let (scope, language) = scope_and_language(world, params)?;
    Ok(json!(world.settings.commands(&scope, &language)))
}

pub(super) fn delete_my_commands(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let (scope, language) = scope_and_language(world, params)?;
    world.settings.set_commands(scope, language, Vec::new());
    world.changed(0, ChangeKind::State);
    Ok(json!(true))
}

fn scope_and_language(world: &World, params: &Params) -> Result<(String, String), Refusal> {
    let scope = params
        .object("scope", "can't parse BotCommandScope JSON object")?
        .unwrap_or_default();
    let number = |scope: &Map<String, Value>, name: &str| {
        let value = scope.get(name);
        let parsed = value.and_then(|v| v.as_i64().or_else(|| v.as_str()?.parse().ok()));
        let seen = parsed.filter(|&chat| is_seen(world, chat));
        seen.ok_or_else(|| Refusal::bad_request("chat not found"))
    };
    let scope = match scope.get("type").and_then(Value::as_str) {
        None | Some("default") => "default".to_owned(),
        Some(kind @ ("all_private_chats" | "all_group_chats" | "all_chat_administrators")) => {
            kind.to_owned()
        }
        Some("chat") => format!("chat:{}", number(&scope, "chat_id")?),
        Some(kind @ ("chat_administrators" | "chat_member")) => {
            let user = if kind == "chat_member" {
                number(&scope, "user_id")?
            } else {
                0
            };
            format!("{kind}:{}:{user}", number(&scope, "chat_id")?)
        }
        Some(_) => {
            return Err(Refusal::bad_request(
                "can't parse BotCommandScope: Unsupported type specified",
            ));
        }
    };
    Ok((scope, language(params)?))
}

fn language(params: &Params) -> Result<String, Refusal> {
    let code = params.text("language_code").unwrap_or_default();
    let plain = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if plain || code.is_empty() {
        return Ok(code.to_owned());
    }
    Err(Refusal::bad_request("invalid language code specified"))
}

pub(super) fn set_my_name(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let name = params.text("name").unwrap_or_default().to_owned();
    if params.text("language_code").is_none() && !name.is_empty() && name.chars().count() <= 64 {
        world.bot.first_name.clone_from(&name);
    }
    set_text(world, params, "name", 64)
}

pub(super) fn set_my_description(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    set_text(world, params, "description", 512)
}

pub(super) fn set_my_short_description(
    world: &mut World,
    params: &Params,
) -> Result<Value, Refusal> {
    set_text(world, params, "short_description", 120)
}

fn set_text(
    world: &mut World,
    params: &Params,
    field: &str,
    limit: usize,
) -> Result<Value, Refusal> {
    let text = params.text(field).unwrap_or_default();
    if text.chars().count() > limit {
        return Err(Refusal::bad_request(format!(
            "bot {} is too long",
            field.replace('_', " ")
        )));
    }
    world
        .settings
        .set_text(field, language(params)?, text.to_owned());
    world.changed(0, ChangeKind::State);
    Ok(json!(true))
}

pub(super) fn get_my_name(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let name = world.settings.text("name", &language(params)?);
    let name = if name.is_empty() {
        &world.bot.first_name
    } else {
        name
    };
    Ok(json!({"name": name}))
}

pub(super) fn get_my_description(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    Ok(json!({"description": world.settings.text("description", &language(params)?)}))
}

pub(super) fn get_my_short_description(
    world: &mut World,
    params: &Params,
) -> Result<Value, Refusal> {
    Ok(json!({"short_description": world.settings.text("short_description", &language(params)?)}))
}

pub(super) fn set_chat_menu_button(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let refusal = "can't parse menu button JSON object";
    let button = params.object("menu_button", refusal)?;
    let button = button.map_or_else(|| json!({"type": "default"}), Value::Object);
    if !matches!(
        button["type"].as_str(),
        Some("commands" | "default" | "web_app")
    ) {
        return Err(Refusal::bad_request("MenuButton has unsupported type"));
    }
    world
        .settings
        .set_menu_button(menu_chat(world, params)?, button);
    Ok(json!(true))
}

pub(super) fn get_chat_menu_button(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    Ok(world.settings.menu_button(menu_chat(world, params)?))
}

fn menu_chat(world: &World, params: &Params) -> Result<i64, Refusal> {
    match params.text("chat_id") {
        Some(_) => known_chat(world, params),
        None => Ok(0),
    }
}
