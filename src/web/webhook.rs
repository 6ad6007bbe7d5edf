//! Telegram brings updates: a POST with the right secret comes in, 200 goes out once the update is committed.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use subtle::ConstantTimeEq;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::store::Store;
use crate::telegram::reading::Raw;
use crate::telegram::receive::store_updates;

/// The path that Telegram is told to call.
pub const PATH: &str = "/telegram";
/// The largest update that is taken, in bytes; Telegram's are far smaller.
const LARGEST: usize = 256 * 1024;
/// The header in which Telegram repeats the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";

/// What the webhook needs.
#[derive(Clone)]
pub struct Webhook {
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// The counters.
    pub metrics: Metrics,
    /// The bot's number.
    pub bot: i64,
    /// The secret that Telegram was told.
    pub secret: Arc<str>,
    /// Notified when updates have arrived.
    pub arrived: Arc<Notify>,
}

/// The route; other methods get 405, larger bodies 413.
pub fn routes(webhook: Webhook) -> Router {
    Router::new()
        .route(PATH, post(receive))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(webhook)
}

async fn receive(State(webhook): State<Webhook>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let given = headers
        .get(SECRET)
        .map_or(&b""[..], |secret| secret.as_bytes());
    if !bool::from(given.ct_eq(webhook.secret.as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    let Some(update) = std::str::from_utf8(&body).ok().and_then(Raw::of_text) else {
        return StatusCode::BAD_REQUEST;
    };
    // If Telegram hangs up, the commit goes on; it would bring the update again, and a repeat falls away.
    let stored = tokio::spawn(async move {
        let stored =
            store_updates(&webhook.store, webhook.bot, &[update], &webhook.clock, None).await;
        if let Ok(count) = stored {
            webhook.metrics.received.inc_by(count as u64);
            webhook.arrived.notify_one();
        }
        stored
    });
    match stored.await {
        Ok(Ok(_)) => StatusCode::OK,
        Ok(Err(error)) => {
            tracing::warn!(
                error = format!("{error:#}"),
                "an update was not stored; Telegram keeps it"
            );
            StatusCode::SERVICE_UNAVAILABLE
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
