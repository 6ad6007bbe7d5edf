//! Updates: offsets, waiting, one poller at a time, webhooks, expiry.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::stand::{AMINA, Stand};

#[tokio::test]
async fn updates_come_again_until_a_higher_offset_confirms_them() {
    let stand = Stand::new().await;
    for text in ["one", "two", "three"] {
        stand.simulator.write(AMINA, text).unwrap();
    }
    let ids = stand.poll(json!({})).await;
    assert_eq!(ids, [100_000_001, 100_000_002, 100_000_003]);
    assert_eq!(stand.poll(json!({"offset": ids[0]})).await, ids);
    assert_eq!(
        stand.poll(json!({"offset": ids[1], "limit": 1})).await,
        ids[1..2]
    );
    // A lower offset does not bring back what was confirmed.
    assert_eq!(stand.poll(json!({"offset": 1})).await, ids[1..]);
    assert_eq!(stand.poll(json!({"offset": -1})).await, ids[2..]);
    assert_eq!(stand.poll(json!({})).await, ids[2..]);
    assert!(stand.poll(json!({"offset": ids[2] + 1})).await.is_empty());
    assert!(stand.simulator.pending_updates().is_empty());
}

#[tokio::test]
async fn a_waiting_poll_answers_as_soon_as_something_happens() {
    let stand = Stand::new().await;
    let poll = stand.poll(json!({"timeout": 50}));
    let write = async {
        // The poll has begun when the control API answers on another connection after it.
        while stand.simulator.calls().is_empty() {
            stand.call("getMe", json!({})).await;
        }
        stand.simulator.write(AMINA, "now").unwrap();
    };
    let (ids, ()) =
        tokio::time::timeout(Duration::from_secs(10), async { tokio::join!(poll, write) })
            .await
            .unwrap();
    assert_eq!(ids.len(), 1);
}

#[tokio::test]
async fn the_older_of_two_polls_ends_with_a_conflict() {
    let stand = Stand::new().await;
    let older = stand.refused("getUpdates", json!({"timeout": 50}));
    let newer = async {
        // Repeated until the older one, which begins on its own time, has met one of these.
        loop {
            stand.call("getUpdates", json!({"timeout": 0})).await;
            tokio::task::yield_now().await;
        }
    };
    let (status, why) = tokio::select! {
        refused = older => refused,
        () = newer => unreachable!(),
    };
    assert_eq!(status, 409);
    assert_eq!(
        why,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
}

#[tokio::test]
async fn messages_are_kept_a_day_and_presses_150_seconds() {
    let stand = Stand::new().await;
    stand.simulator.write(AMINA, "keep me").unwrap();
    stand.pressed_button().await;
    assert_eq!(stand.poll(json!({})).await.len(), 2);
    stand.simulator.advance(TimeDelta::seconds(150));
    assert_eq!(stand.poll(json!({})).await.len(), 1);
    stand.simulator.advance(TimeDelta::hours(24));
    assert!(stand.poll(json!({})).await.is_empty());
}

#[tokio::test]
async fn only_allowed_updates_are_made() {
    let stand = Stand::new().await;
    stand
        .poll(json!({"allowed_updates": ["callback_query"]}))
        .await;
    stand.simulator.write(AMINA, "not wanted").unwrap();
    stand.pressed_button().await;
    let updates = stand.call("getUpdates", json!({})).await;
    assert_eq!(updates.as_array().unwrap().len(), 1);
    assert_eq!(updates[0]["callback_query"]["data"], "y");
    assert_eq!(updates[0]["callback_query"]["message"]["text"], "Sure?");
}

/// The secret that came with an update, and the update.
type Delivered = (Option<String>, Value);

#[derive(Clone, Default)]
struct Hook {
    posts: Arc<Mutex<Vec<Delivered>>>,
}

/// Refuses the first delivery, answers the second with a call.
async fn hook(State(hook): State<Hook>, headers: HeaderMap, body: String) -> (StatusCode, String) {
    let secret = headers
        .get("x-telegram-bot-api-secret-token")
        .map(|value| value.to_str().unwrap().to_owned());
    assert_eq!(headers["content-type"], "application/json");
    let mut posts = hook.posts.lock().unwrap();
    posts.push((secret, serde_json::from_str(&body).unwrap()));
    match posts.len() {
        1 => (StatusCode::INTERNAL_SERVER_ERROR, String::new()),
        2 => (
            StatusCode::OK,
            json!({"method": "sendMessage", "chat_id": AMINA, "text": "from the hook"}).to_string(),
        ),
        _ => (StatusCode::OK, String::new()),
    }
}

#[tokio::test]
async fn a_webhook_gets_every_update_in_order_with_its_secret_until_it_accepts() {
    let stand = Stand::new().await;
    let posts = Hook::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let app = Router::new()
        .route("/hook", post(hook))
        .with_state(posts.clone());
    tokio::spawn(async move { axum::serve(listener, app).await });

    stand.simulator.write(AMINA, "one").unwrap();
    stand
        .call("setWebhook", json!({"url": url, "secret_token": "s3cret"}))
        .await;
    stand.simulator.write(AMINA, "two").unwrap();
    let (status, why) = stand.refused("getUpdates", json!({})).await;
    assert_eq!(status, 409);
    assert_eq!(
        why,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    );
    tokio::time::timeout(Duration::from_secs(10), async {
        while !stand.simulator.pending_updates().is_empty()
            || stand.simulator.chat(AMINA, 0).unwrap().messages.len() < 3
        {
            stand.call("getMe", json!({})).await;
        }
    })
    .await
    .unwrap();
    {
        let seen = posts.posts.lock().unwrap();
        let texts: Vec<_> = seen
            .iter()
            .map(|(_, update)| update["message"]["text"].clone())
            .collect();
        assert_eq!(texts, ["one", "one", "two"]);
        assert!(
            seen.iter()
                .all(|(secret, _)| secret.as_deref() == Some("s3cret"))
        );
    }
    let info = stand.call("getWebhookInfo", json!({})).await;
    assert_eq!(
        (&info["url"], &info["pending_update_count"]),
        (&json!(url), &json!(0))
    );
    assert_eq!(
        info["last_error_message"],
        "Wrong response from the webhook: 500"
    );

    stand.call("deleteWebhook", json!({})).await;
    stand.simulator.write(AMINA, "three").unwrap();
    assert_eq!(stand.poll(json!({})).await.len(), 1);
}
