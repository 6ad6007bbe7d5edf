//! `GET /healthz` and `GET /metrics`: the state of database and queues comes in, a status and a text go out.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use chrono::TimeDelta;
use serde_json::json;

use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::store::Store;

/// An update or message that waits longer than this means that something is wrong.
const TOO_OLD: TimeDelta = TimeDelta::minutes(5);

/// What health is made from.
#[derive(Clone)]
pub struct Health {
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// The counters.
    pub metrics: Metrics,
}

/// The routes.
pub fn routes(health: Health) -> Router {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/metrics", get(metrics))
        .with_state(health)
}

async fn healthz(State(health): State<Health>) -> impl IntoResponse {
    let now = health.clock.now();
    // A request that is dropped must not drop a database call half way, so the call runs on its own.
    let store = health.store.clone();
    let looked = tokio::spawn(async move { store.health(now).await }).await;
    let Ok(Ok(found)) = looked else {
        let answer = json!({"ok": false, "database": "unreachable"});
        return (StatusCode::SERVICE_UNAVAILABLE, axum::Json(answer));
    };
    let seconds = |age: Option<TimeDelta>| age.map(|age| age.num_seconds());
    let late = |age: Option<TimeDelta>| age.is_some_and(|age| age > TOO_OLD);
    let inbox = if late(found.oldest_update) { "late" } else { "ok" };
    let outbox = if late(found.oldest_message) { "late" } else { "ok" };
    let dead = if found.dead_updates > 0 { "some updates were given up" } else { "ok" };
    let ok = inbox == "ok" && outbox == "ok";
    let answer = json!({
        "ok": ok,
        "database": "ok",
        "inbox": inbox,
        "inbox_oldest_seconds": seconds(found.oldest_update),
        "outbox": outbox,
        "outbox_oldest_seconds": seconds(found.oldest_message),
        "dead": dead,
        "alerts_open": found.open_alerts,
    });
    let status = if ok { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, axum::Json(answer))
}

async fn metrics(State(health): State<Health>) -> impl IntoResponse {
    let now = health.clock.now();
    let store = health.store.clone();
    if let Ok(Ok(found)) = tokio::spawn(async move { store.health(now).await }).await {
        let seconds = |age: Option<TimeDelta>| age.map_or(0, |age| age.num_seconds());
        health.metrics.inbox_age.set(seconds(found.oldest_update));
        health.metrics.outbox_age.set(seconds(found.oldest_message));
        health.metrics.open_alerts.set(found.open_alerts);
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], health.metrics.text())
}
