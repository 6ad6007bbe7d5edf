//! The control API: takes JSON from the page or a script, does what the phone methods do. `control.md` documents it.

use std::convert::Infallible;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Query, Request, State},
    http::{StatusCode, header},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use chrono::TimeDelta;
use futures_util::Stream;
use serde::{
    Deserialize,
    de::{DeserializeOwned, IntoDeserializer},
};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

use super::{
    Change, ChangeKind, Contact, Faults, FileKind, NewGroup, NewPerson, PhoneFile, Press, Problem,
    Simulator, Write, bot_api::REQUEST_LIMIT, page::POLICY,
};

const DOCUMENTATION: &str = include_str!("control.md");

type Answer = Result<Json<Value>, Wrong>;

pub(super) fn routes() -> Router<Simulator> {
    let person = Router::new()
        .route("/write", post(write))
        .route("/press", post(press))
        .route("/press/{callback_query_id}", get(pressed))
        .route("/send", post(send))
        .route("/contact", post(contact))
        .route("/location", post(location))
        .route("/sticker", post(sticker))
        .route("/start", post(start))
        .route("/block", post(block))
        .route("/unblock", post(unblock))
        .route("/clear", post(clear))
        .route("/raw", post(raw))
        .route("/chat", get(chat))
        .route("/lockscreen", get(lock_screen))
        .route("/opened", post(opened));
    Router::new()
        .route("/control", get(documentation))
        .route("/control/state", get(state))
        .route("/control/people", post(add_person))
        .nest("/control/people/{id}", person)
        .route("/control/groups", post(add_group))
        .route("/control/groups/{id}/migrate", post(migrate_group))
        .route("/control/clock", post(clock))
        .route("/control/faults", get(faults).put(set_faults))
        .route("/control/calls", get(calls))
        .route("/control/updates", get(updates).post(set_next_update))
        .route("/control/media/{file_id}", get(media))
        .route("/control/changes", get(changes))
        .layer(DefaultBodyLimit::max(REQUEST_LIMIT))
}

/// What a caller did wrong: 404, 409 or 400 with `{"error": …}`.
struct Wrong(StatusCode, String);

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Self {
        let status = match &problem {
            Problem::NotFound(_) => StatusCode::NOT_FOUND,
            Problem::NotPossible(_) => StatusCode::CONFLICT,
        };
        Self(status, problem.to_string())
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        (self.0, Json(json!({"error": self.1}))).into_response()
    }
}

/// A JSON body whose faults are told as all others are.
struct Body<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Wrong;

    async fn from_request(request: Request, state: &S) -> Result<Self, Wrong> {
        let Json(value) = Json::from_request(request, state)
            .await
            .map_err(|rejection| bad(rejection.body_text()))?;
        Ok(Self(value))
    }
}

fn bad(why: impl Into<String>) -> Wrong {
    Wrong(StatusCode::BAD_REQUEST, why.into())
}

fn done() -> Json<Value> {
    Json(json!({}))
}

fn message_id(id: i64) -> Json<Value> {
    Json(json!({"message_id": id}))
}

fn as_json(value: impl serde::Serialize) -> Json<Value> {
    Json(serde_json::to_value(value).expect("views have text keys only"))
}

async fn documentation() -> impl IntoResponse {
    (
        [
            (header::CONTENT_TYPE, "text/markdown; charset=utf-8"),
            (header::CONTENT_SECURITY_POLICY, POLICY),
        ],
        DOCUMENTATION,
    )
}

async fn state(State(simulator): State<Simulator>) -> Json<Value> {
    as_json(simulator.state())
}

async fn add_person(State(simulator): State<Simulator>, Body(new): Body<NewPerson>) -> Json<Value> {
    Json(json!({"id": simulator.add_person(new)}))
}

async fn add_group(State(simulator): State<Simulator>, Body(new): Body<NewGroup>) -> Json<Value> {
    Json(json!({"id": simulator.add_group(new)}))
}

async fn migrate_group(State(simulator): State<Simulator>, Path(id): Path<i64>) -> Answer {
    Ok(Json(json!({"id": simulator.migrate_group(id)?})))
}

async fn write(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Body(write): Body<Write>,
) -> Answer {
    Ok(message_id(simulator.write_as(id, write)?))
}

#[derive(Deserialize)]
struct PressBody {
    group: Option<i64>,
    #[serde(flatten)]
    press: Press,
}

async fn press(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Body(body): Body<PressBody>,
) -> Answer {
    Ok(as_json(simulator.press_in(body.group, id, body.press)?))
}

async fn pressed(
    State(simulator): State<Simulator>,
    Path((_, press)): Path<(i64, String)>,
) -> Answer {
    let answer = simulator.answer_to(&press)?;
    Ok(Json(
        json!({"answered": answer.is_some(), "answer": answer}),
    ))
}

async fn send(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    mut form: Multipart,
) -> Answer {
    let mut file = PhoneFile::new(FileKind::Document, Vec::new());
    let broken = |error: axum::extract::multipart::MultipartError| bad(error.body_text());
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            file.name = field.file_name().map(str::to_owned);
            file.mime = field.content_type().map(str::to_owned);
            file.bytes = field.bytes().await.map_err(broken)?.to_vec();
            continue;
        }
        let text = field.text().await.map_err(broken)?;
        match name.as_str() {
            "kind" => file.kind = kind(&text)?,
            "caption" => file.caption = Some(text),
            "seconds" => file.seconds = text.parse().ok(),
            _ => return Err(bad(format!("unknown field {name}"))),
        }
    }
    Ok(message_id(simulator.send_file(id, file)?))
}

fn kind(name: &str) -> Result<FileKind, Wrong> {
    let unknown = |error: serde::de::value::Error| bad(error.to_string());
    FileKind::deserialize(name.into_deserializer()).map_err(unknown)
}

async fn contact(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Body(contact): Body<Contact>,
) -> Answer {
    Ok(message_id(simulator.send_contact(id, contact)?))
}

#[derive(Deserialize)]
struct Place {
    latitude: f64,
    longitude: f64,
}

async fn location(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Body(place): Body<Place>,
) -> Answer {
    Ok(message_id(simulator.send_location(
        id,
        place.latitude,
        place.longitude,
    )?))
}

#[derive(Deserialize)]
struct StickerBody {
    emoji: String,
}

async fn sticker(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Body(body): Body<StickerBody>,
) -> Answer {
    Ok(message_id(simulator.send_sticker(id, &body.emoji)?))
}

#[derive(Deserialize)]
struct StartBody {
    payload: Option<String>,
}

async fn start(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Body(body): Body<StartBody>,
) -> Answer {
    Ok(message_id(simulator.start(id, body.payload.as_deref())?))
}

async fn block(State(simulator): State<Simulator>, Path(id): Path<i64>) -> Answer {
    simulator.block(id)?;
    Ok(done())
}

async fn unblock(State(simulator): State<Simulator>, Path(id): Path<i64>) -> Answer {
    simulator.unblock(id)?;
    Ok(done())
}

async fn clear(State(simulator): State<Simulator>, Path(id): Path<i64>) -> Answer {
    simulator.clear(id)?;
    Ok(done())
}

#[derive(Deserialize)]
struct RawOptions {
    #[serde(default)]
    exact: bool,
}

async fn raw(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Query(options): Query<RawOptions>,
    body: String,
) -> Answer {
    simulator.raw(id, &body, options.exact)?;
    Ok(done())
}

#[derive(Deserialize)]
struct ChatOptions {
    #[serde(default)]
    after: i64,
    group: Option<i64>,
}

async fn chat(
    State(simulator): State<Simulator>,
    Path(id): Path<i64>,
    Query(options): Query<ChatOptions>,
) -> Answer {
    Ok(as_json(simulator.chat_in(
        options.group,
        id,
        options.after,
    )?))
}

async fn lock_screen(State(simulator): State<Simulator>, Path(id): Path<i64>) -> Answer {
    Ok(as_json(simulator.lock_screen(id)?))
}

async fn opened(State(simulator): State<Simulator>, Path(id): Path<i64>) -> Answer {
    simulator.opened(id)?;
    Ok(done())
}

#[derive(Deserialize)]
struct Advance {
    advance_seconds: Option<i64>,
    advance: Option<String>,
}

async fn clock(State(simulator): State<Simulator>, Body(body): Body<Advance>) -> Answer {
    let seconds = match (body.advance_seconds, body.advance) {
        (Some(seconds), None) => Some(seconds),
        (None, Some(text)) => seconds_of(&text),
        (Some(_), Some(_)) | (None, None) => None,
    };
    let by = seconds
        .filter(|seconds| *seconds >= 0)
        .and_then(TimeDelta::try_seconds);
    let by = by.ok_or_else(|| bad("say advance_seconds, or advance as in 1w2d3h4m5s"))?;
    simulator.advance(by);
    Ok(Json(json!({"now": simulator.state().now})))
}

/// Reads `1w2d3h4m5s`, any part of it.
fn seconds_of(text: &str) -> Option<i64> {
    let mut seconds: i64 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let unit = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..unit].parse().ok()?;
        let size = match rest.as_bytes()[unit] {
            b'w' => 604_800,
            b'd' => 86_400,
            b'h' => 3_600,
            b'm' => 60,
            b's' => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.checked_mul(size)?)?;
        rest = &rest[unit + 1..];
    }
    (!text.is_empty()).then_some(seconds)
}

async fn faults(State(simulator): State<Simulator>) -> Json<Value> {
    as_json(simulator.faults())
}

async fn set_faults(State(simulator): State<Simulator>, Body(faults): Body<Faults>) -> Json<Value> {
    simulator.set_faults(faults);
    as_json(simulator.faults())
}

async fn calls(State(simulator): State<Simulator>) -> Json<Value> {
    as_json(simulator.calls())
}

async fn updates(State(simulator): State<Simulator>) -> Json<Value> {
    as_json(simulator.pending_updates())
}

#[derive(Deserialize)]
struct NextUpdate {
    next_id: i64,
}

async fn set_next_update(
    State(simulator): State<Simulator>,
    Body(body): Body<NextUpdate>,
) -> Json<Value> {
    simulator.set_next_update_id(body.next_id);
    done()
}

async fn media(
    State(simulator): State<Simulator>,
    Path(file_id): Path<String>,
) -> Result<Response, Wrong> {
    let media = simulator
        .media(&file_id)
        .ok_or_else(|| Problem::NotFound(format!("file {file_id}")))?;
    // Only pictures, sound and film are shown; anything else could be a page that runs with ours.
    let shown = media.mime.filter(|mime| {
        ["image/", "audio/", "video/"]
            .iter()
            .any(|kind| mime.starts_with(kind))
    });
    let mime = shown
        .filter(|mime| !mime.contains("svg"))
        .unwrap_or_else(|| "application/octet-stream".to_owned());
    let headers = [
        (header::CONTENT_TYPE, mime),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, media.bytes).into_response())
}

async fn changes(
    State(simulator): State<Simulator>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let stream = futures_util::stream::unfold(simulator.changes(), |mut changes| async move {
        let change = match changes.recv().await {
            Ok(change) => change,
            // Who was too slow looks at everything again.
            Err(RecvError::Lagged(_)) => Change {
                person: 0,
                kind: ChangeKind::State,
            },
            Err(RecvError::Closed) => return None,
        };
        let event = Event::default()
            .json_data(&change)
            .expect("a change is plain data");
        Some((Ok(event), changes))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

#[cfg(test)]
mod tests {
    use super::seconds_of;

    #[test]
    fn spans_of_time_are_read() {
        assert_eq!(seconds_of("1d2h30m"), Some(95_400));
        assert_eq!(seconds_of("1w"), Some(604_800));
        for wrong in ["", "d", "5", "1y", "9999999999999999999s"] {
            assert_eq!(seconds_of(wrong), None, "{wrong}");
        }
    }
}
