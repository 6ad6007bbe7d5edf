//! The Bot API over HTTP: takes `/bot<token>/<method>` and `/file/bot<token>/<path>`, gives what Telegram would answer.

mod about;
mod edit;
mod params;
mod receive;
mod refusal;
mod send;

use axum::{
    Router,
    extract::{ConnectInfo, DefaultBodyLimit, Path, Request, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{any, get},
};
use serde_json::Value;

pub(super) use params::{Params, REQUEST_LIMIT};
pub(super) use refusal::Refusal;

use super::{Simulator, faults::Blow, faults::Fault, webhook, wire::Connection, world::World};

type Method = fn(&mut World, &Params) -> Result<Value, Refusal>;

/// Every method but getUpdates, which waits.
const METHODS: [(&str, Method); 39] = [
    ("answerCallbackQuery", edit::answer_callback_query),
    ("close", about::done),
    ("copyMessage", send::copy_message),
    ("deleteMessage", edit::delete_message),
    ("deleteMessages", edit::delete_messages),
    ("deleteMyCommands", about::delete_my_commands),
    ("deleteWebhook", receive::delete_webhook),
    ("editMessageCaption", edit::edit_message_caption),
    ("editMessageReplyMarkup", edit::edit_message_reply_markup),
    ("editMessageText", edit::edit_message_text),
    ("forwardMessage", send::forward_message),
    ("getChat", about::get_chat),
    ("getChatMember", about::get_chat_member),
    ("getChatMemberCount", about::get_chat_member_count),
    ("getChatMenuButton", about::get_chat_menu_button),
    ("getFile", about::get_file),
    ("getMe", about::get_me),
    ("getMyCommands", about::get_my_commands),
    ("getMyDescription", about::get_my_description),
    ("getMyName", about::get_my_name),
    ("getMyShortDescription", about::get_my_short_description),
    ("getWebhookInfo", receive::get_webhook_info),
    ("leaveChat", about::leave_chat),
    ("logOut", about::done),
    ("sendAudio", send::send_audio),
    ("sendChatAction", send::send_chat_action),
    ("sendContact", send::send_contact),
    ("sendDocument", send::send_document),
    ("sendLocation", send::send_location),
    ("sendMessage", send::send_message),
    ("sendPhoto", send::send_photo),
    ("sendVideo", send::send_video),
    ("sendVoice", send::send_voice),
    ("setChatMenuButton", about::set_chat_menu_button),
    ("setMyCommands", about::set_my_commands),
    ("setMyDescription", about::set_my_description),
    ("setMyName", about::set_my_name),
    ("setMyShortDescription", about::set_my_short_description),
    ("setWebhook", receive::set_webhook),
];

/// The names of all methods that the simulator knows.
pub(super) fn method_names() -> impl Iterator<Item = &'static str> {
    METHODS.iter().map(|(name, _)| *name).chain(["getUpdates"])
}

/// The routes under which a bot library finds its Telegram.
pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route("/file/{bot}/{*path}", get(file))
        .route("/{bot}/{method}", any(call))
        .layer(DefaultBodyLimit::max(REQUEST_LIMIT))
}

async fn call(
    State(simulator): State<Simulator>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    let connection = Connection::of(&request);
    if bot.strip_prefix("bot") != Some(simulator.token()) {
        let refusal = if bot.starts_with("bot") {
            Refusal::unauthorized()
        } else {
            Refusal::not_found()
        };
        return refusal.into_response();
    }
    let (down, blow) =
        simulator.change(|world| (world.faults.get().outage, world.faults.strike(&method)));
    if down {
        simulator.change(|world| world.log_call(&method, None, Some("fault: outage".to_owned())));
        return connection.reset().await;
    }
    let params = match Params::read(request).await {
        Ok(params) => params,
        Err(refusal) => return refusal.into_response(),
    };
    if let Some(delay) = blow.delay {
        tokio::time::sleep(delay).await;
    }
    if let Some(response) = struck_before(&simulator, &connection, &method, &params, blow).await {
        return response;
    }
    let result = answer(&simulator, &method, &params).await;
    let Some(result) = result else {
        return connection.reset().await;
    };
    let fault = blow.fault.map(|fault| format!("fault: {fault:?}"));
    log(
        &simulator,
        &method,
        &params,
        fault.or_else(|| result.as_ref().err().map(|r| r.description.clone())),
    );
    struck_after(&connection, result, blow).await
}

/// Does what was asked and gives the result's JSON text; None when Telegram went down in the meantime.
pub(super) async fn answer(
    simulator: &Simulator,
    method: &str,
    params: &Params,
) -> Option<Result<String, Refusal>> {
    if method.eq_ignore_ascii_case("getUpdates") {
        return receive::get_updates(simulator, params).await;
    }
    let known = METHODS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(method));
    let Some((name, method)) = known else {
        return Some(Err(Refusal::not_found()));
    };
    let result = simulator.change(|world| method(world, params));
    if *name == "setWebhook" && result.is_ok() {
        webhook::start(simulator);
    }
    Some(result.map(|value| value.to_string()))
}

fn log(simulator: &Simulator, method: &str, params: &Params, error: Option<String>) {
    let chat_id = params.integer("chat_id");
    simulator.change(|world| world.log_call(method, chat_id, error));
}

/// The faults that keep a call from taking effect.
async fn struck_before(
    simulator: &Simulator,
    connection: &Connection,
    method: &str,
    params: &Params,
    blow: Blow,
) -> Option<Response> {
    let fault = blow.fault?;
    let response = match fault {
        Fault::TooManyRequests { retry_after } => Refusal::too_many(retry_after).into_response(),
        Fault::ServerError { status } => gateway_page(status),
        Fault::ResetBefore => {
            log(simulator, method, params, Some(format!("fault: {fault:?}")));
            return Some(connection.reset().await);
        }
        Fault::ResetAfter | Fault::Truncated | Fault::Slow { .. } => return None,
    };
    log(simulator, method, params, Some(format!("fault: {fault:?}")));
    Some(response)
}

/// The faults that lose the answer of a call that took effect.
async fn struck_after(
    connection: &Connection,
    result: Result<String, Refusal>,
    blow: Blow,
) -> Response {
    match (blow.fault, result) {
        (Some(Fault::ResetAfter), _) => connection.reset().await,
        (Some(Fault::Truncated), result) => {
            let whole = result.map_or_else(
                |refusal| refusal.body().to_string(),
                |json| done_body(&json),
            );
            let half = whole.len() / 2;
            json_text(whole.into_bytes()[..half].to_vec())
        }
        (_, Ok(value)) => json_text(done_body(&value).into_bytes()),
        (_, Err(refusal)) => refusal.into_response(),
    }
}

fn done_body(result: &str) -> String {
    format!("{{\"ok\":true,\"result\":{result}}}")
}

fn json_text(bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], bytes).into_response()
}

fn gateway_page(status: u16) -> Response {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let title = code.canonical_reason().unwrap_or("Bad Gateway");
    let page = format!(
        "<html>\r\n<head><title>{status} {title}</title></head>\r\n<body>\r\n<center><h1>{status} {title}</h1></center>\r\n</body>\r\n</html>\r\n"
    );
    (code, Html(page)).into_response()
}

async fn file(
    State(simulator): State<Simulator>,
    Path((bot, path)): Path<(String, String)>,
    connection: Option<axum::Extension<ConnectInfo<Connection>>>,
) -> Response {
    if simulator.look(|world| world.faults.get().outage) {
        let connection = connection.map(|found| found.0.0).unwrap_or_default();
        return connection.reset().await;
    }
    if bot.strip_prefix("bot") != Some(simulator.token()) {
        return Refusal::unauthorized().into_response();
    }
    let found = simulator.look(|world| {
        let file = world.files.by_path(&path)?;
        Some(world.files.bytes(file))
    });
    match found {
        Some(bytes) => {
            ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response()
        }
        None => Refusal::not_found().into_response(),
    }
}
