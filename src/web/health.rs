//! `GET /healthz` and `GET /metrics`: the state of database and queues comes in, a status and a text go out.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::json;

use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::store::Store;
use crate::store::output::GUESSED;

/// Seconds; an update or message that waits longer means that something is wrong.
const TOO_OLD_S: i64 = 300;

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
    let late = |age_s: Option<i64>| age_s.is_some_and(|age_s| age_s > TOO_OLD_S);
    let state = |late: bool| if late { "late" } else { "ok" };
    let (inbox_late, outbox_late) = (late(found.inbox_oldest_s), late(found.outbox_oldest_s));
    let reached = health.metrics.telegram_reached.get() == 1;
    let ok = reached && !inbox_late && !outbox_late;
    let answer = json!({
        "ok": ok,
        "database": "ok",
        "telegram": if reached { "ok" } else { "unreachable" },
        "inbox": state(inbox_late),
        "inbox_oldest_seconds": found.inbox_oldest_s,
        "outbox": state(outbox_late),
        "outbox_oldest_seconds": found.outbox_oldest_s,
        "updates_given_up": found.inbox.get("dead").copied().unwrap_or_default(),
        "alerts_open": found.alerts_open,
        "invitations": if found.invitations_wrong < GUESSED { "ok" } else { "guessed" },
    });
    let status = if ok {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, axum::Json(answer))
}

async fn metrics(State(health): State<Health>) -> impl IntoResponse {
    let now = health.clock.now();
    let store = health.store.clone();
    if let Ok(Ok(found)) = tokio::spawn(async move { store.health(now).await }).await {
        let metrics = &health.metrics;
        metrics
            .inbox_age
            .set(found.inbox_oldest_s.unwrap_or_default());
        metrics
            .outbox_age
            .set(found.outbox_oldest_s.unwrap_or_default());
        metrics.reminders_late.set(found.reminders_late);
        metrics
            .oldest_reminder
            .set(found.reminders_oldest_s.unwrap_or_default());
        metrics.unreachable.set(found.unreachable);
        metrics.open_alerts.set(found.alerts_open);
        let oldest = found.alerts_oldest_s.unwrap_or_default();
        metrics.oldest_alert.set(oldest);
        metrics.danger_rounds.set(found.danger_rounds);
        metrics.danger_unsent.set(found.danger_unsent);
        metrics.wrong_invitations.set(found.invitations_wrong);
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], health.metrics.text())
}
