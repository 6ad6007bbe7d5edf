//! Faults on command.

use kinkeeper::simulator::{Fault, FaultRule, Faults};
use serde_json::{Value, json};

use super::stand::{AMINA, Stand};

fn once(fault: Fault, method: &str) -> Faults {
    Faults {
        rules: vec![FaultRule {
            fault,
            method: Some(method.to_owned()),
            count: Some(1),
            probability: None,
        }],
        ..Faults::default()
    }
}

/// What Amina sees after one call under a fault: the call's answer, and how many messages arrived.
async fn send_under(stand: &Stand, fault: Fault) -> (Option<(u16, String)>, usize) {
    let before = stand.simulator.chat(AMINA, 0).unwrap().messages.len();
    stand.simulator.set_faults(once(fault, "sendMessage"));
    let answer = stand
        .try_call("sendMessage", json!({"chat_id": AMINA, "text": "x"}))
        .await;
    let after = stand.simulator.chat(AMINA, 0).unwrap().messages.len();
    assert!(
        stand.simulator.faults().rules.is_empty(),
        "the fault is used up"
    );
    (answer, after - before)
}

#[tokio::test]
async fn each_fault_fails_in_its_own_way_once() {
    let stand = Stand::new().await;
    let (answer, sent) = send_under(&stand, Fault::TooManyRequests { retry_after: 7 }).await;
    let (status, body) = answer.unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, sent), (429, 0));
    assert_eq!(body["description"], "Too Many Requests: retry after 7");
    assert_eq!(body["parameters"], json!({"retry_after": 7}));

    let (answer, sent) = send_under(&stand, Fault::ServerError { status: 502 }).await;
    let (status, body) = answer.unwrap();
    assert_eq!((status, sent), (502, 0));
    assert!(body.starts_with("<html>"), "{body}");

    assert_eq!(send_under(&stand, Fault::ResetBefore).await, (None, 0));
    assert_eq!(send_under(&stand, Fault::ResetAfter).await, (None, 1));

    let (answer, sent) = send_under(&stand, Fault::Truncated).await;
    let (status, body) = answer.unwrap();
    assert_eq!((status, sent), (200, 1));
    assert!(serde_json::from_str::<Value>(&body).is_err(), "{body}");

    let begun = std::time::Instant::now();
    let (answer, sent) = send_under(&stand, Fault::Slow { delay_ms: 60 }).await;
    assert_eq!((answer.unwrap().0, sent), (200, 1));
    assert!(begun.elapsed().as_millis() >= 60);

    let errors: Vec<_> = stand
        .simulator
        .calls()
        .into_iter()
        .map(|call| call.error.is_some())
        .collect();
    assert_eq!(errors, [true, true, true, true, true, false]);
}

#[tokio::test]
async fn an_outage_drops_every_call_and_a_waiting_poll_and_loses_nothing() {
    let stand = Stand::new().await;
    let down = Faults {
        outage: true,
        ..Faults::default()
    };
    let poll = stand.try_call("getUpdates", json!({"timeout": 50}));
    let fall = async {
        stand.call("getMe", json!({})).await;
        stand.simulator.set_faults(down);
    };
    let (polled, ()) = tokio::join!(poll, fall);
    assert_eq!(polled, None);
    assert_eq!(stand.try_call("getMe", json!({})).await, None);
    stand.simulator.write(AMINA, "hello?").unwrap();
    stand.simulator.set_faults(Faults::default());
    assert_eq!(stand.poll(json!({})).await.len(), 1);
}

#[tokio::test]
async fn updates_come_twice_and_in_any_order_when_told() {
    let stand = Stand::new().await;
    for number in 0..8 {
        stand.simulator.write(AMINA, &number.to_string()).unwrap();
    }
    let plain = stand.poll(json!({})).await;
    stand.simulator.set_faults(Faults {
        shuffle_updates: true,
        seed: 1,
        ..Faults::default()
    });
    let mut shuffled = stand.poll(json!({})).await;
    assert_ne!(shuffled, plain);
    shuffled.sort_unstable();
    assert_eq!(shuffled, plain);

    stand.simulator.set_faults(Faults {
        duplicate_updates: true,
        ..Faults::default()
    });
    let twice = stand.poll(json!({})).await;
    assert_eq!(
        twice,
        plain.iter().flat_map(|id| [*id, *id]).collect::<Vec<_>>()
    );
    // Confirmed ones come once more with the next batch.
    stand.simulator.write(AMINA, "last").unwrap();
    let again = stand.poll(json!({"offset": plain[7] + 1})).await;
    assert_eq!(again.len(), 10);
    assert_eq!(again[..8], plain);
}

#[tokio::test]
async fn a_dropped_server_closes_its_connections() {
    let stand = Stand::new().await;
    stand.call("getMe", json!({})).await;
    let client = stand.bot.client().clone();
    let url = format!("{}/", stand.url);
    let Stand {
        listening,
        simulator,
        ..
    } = stand;
    drop(listening);
    assert!(client.get(url).send().await.is_err());
    drop(simulator);
}
