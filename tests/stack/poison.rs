//! Updates that cannot be handled, and far too many of them: they are given up after three tries, and nobody else waits.

use serde_json::Value;

use crate::stand::{AMINA, BRIAN, Stand, message};
use crate::support::Engine;

/// Nesting beyond what a reader of JSON takes; Telegram's own is far below.
const TOO_DEEP: usize = 300;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stored_update_that_is_no_json_is_given_up_after_three_tries() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.store(1, AMINA, "no JSON at all").await;
        is_given_up_while_others_go_on(&mut stand).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stored_update_that_is_too_deep_is_given_up_after_three_tries() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.store(1, AMINA, &nested(TOO_DEEP)).await;
        is_given_up_while_others_go_on(&mut stand).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stored_update_whose_seal_is_broken_is_given_up_after_three_tries() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let good = message(1, AMINA, "sealed, then spoilt").to_string();
        stand.store(1, AMINA, &good).await;
        stand
            .spoil("UPDATE inbox SET body = (SELECT body FROM inbox WHERE state = 'done' ORDER BY seq LIMIT 1)
                    WHERE state = 'open'")
            .await;
        is_given_up_while_others_go_on(&mut stand).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_meets_a_broken_row_is_given_up_after_three_tries() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        stand.tap(AMINA, "since").await;
        stand
            .spoil("UPDATE draft SET body = (SELECT body FROM inbox ORDER BY seq LIMIT 1) WHERE state = 'open'")
            .await;
        stand.touch(AMINA, "Yes, today");
        stand.parts.receiver.once().await.expect("Telegram works");
        is_given_up_while_others_go_on(&mut stand).await;
    }
}

/// One update of Amina's cannot be handled. Brian does not notice; she herself goes on once it is given up.
async fn is_given_up_while_others_go_on(stand: &mut Stand) {
    assert_eq!(stand.inbox().await, (1, 0));
    let (failed, tried) = (stand.metrics.failed.get(), stand.metrics.dead.get());
    stand.write(BRIAN, "/help");
    stand.rest().await;
    assert!(
        stand.newest(BRIAN).text.contains("/cancel"),
        "Brian waits for Amina"
    );
    assert_eq!(stand.metrics.failed.get() - failed, 1, "one try");
    assert_eq!(stand.inbox().await, (1, 0), "it is not given up at once");
    stand.later(30).await;
    assert_eq!(stand.inbox().await, (0, 1), "it is given up in the end");
    assert_eq!(stand.metrics.failed.get() - failed, 3, "three tries");
    assert_eq!(stand.metrics.dead.get() - tried, 1, "and counted");
    stand.write(AMINA, "/help");
    stand.rest().await;
    assert!(
        stand.newest(AMINA).text.contains("/cancel"),
        "Amina's chat goes on"
    );
    let findings = stand.base.store.check().await.expect("the check runs");
    assert!(
        findings.iter().any(|finding| finding.invariant == "I4"),
        "nobody is told: {findings:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_was_given_up_is_named_and_handled_after_all_once_its_cause_is_mended() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand
            .spoil(r#"UPDATE chat SET place = '{"no such": "place"}' WHERE id = 9001"#)
            .await;
        stand.write(AMINA, "/help");
        stand.rest().await;
        stand.later(30).await;
        assert_eq!(stand.inbox().await, (0, 1), "it is given up");
        let given_up = stand.findings().await;
        let [named] = given_up.as_slice() else {
            panic!("{given_up:?}")
        };

        stand
            .spoil(
                "UPDATE chat SET place = (SELECT place FROM chat WHERE id = 9002) WHERE id = 9001",
            )
            .await;
        let now = stand.clock.now();
        let replayed = stand.base.store.replay(now).await.expect("a database");
        let ids: Vec<String> = replayed.iter().map(ToString::to_string).collect();
        let ids = ids.join(", ");
        assert!(named.contains(&format!(": 1 (inbox {ids})")), "{named}");
        stand.rest().await;
        assert!(stand.newest(AMINA).text.contains("/cancel"));
        stand.is_whole().await;
        let again = stand.base.store.replay(now).await.expect("a database");
        assert!(again.is_empty(), "what was handled is not replayed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_too_deep_for_the_reader_is_fetched_and_the_next_ones_too() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        // As deep as one update may be; within the answer to getUpdates it is deeper than a reader of JSON takes.
        let deep = (100..140)
            .rev()
            .map(rich)
            .find(|text| serde_json::from_str::<Value>(text).is_ok());
        let deep = deep.expect("some depth is taken");
        stand.simulator.raw(AMINA, &deep, true).expect("an update");
        stand.write(BRIAN, "/help");
        stand.rest().await;
        assert!(
            stand.newest(BRIAN).text.contains("/cancel"),
            "a deep update holds up the others"
        );
        stand.later(30).await;
        assert_eq!(stand.inbox().await.0, 0);
        assert!(
            stand
                .simulator
                .pending_updates()
                .iter()
                .all(|update| update.kind == "message")
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_updates_of_one_person_do_not_make_another_wait() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let bodies: Vec<String> = (0..10_000)
            .map(|number| message(1_000_000 + number, BRIAN, "/help").to_string())
            .collect();
        for (batch, bodies) in bodies.chunks(1000).enumerate() {
            let numbered = (1_000_000 + batch as i64 * 1000..).zip(bodies);
            let arrived: Vec<_> = numbered
                .map(|(update_id, body)| kinkeeper::store::mail::Arrived {
                    update_id,
                    message: None,
                    lane: BRIAN,
                    body,
                })
                .collect();
            let now = stand.clock.now();
            let stored = stand
                .base
                .store
                .receive(crate::stand::BOT, &arrived, None, now)
                .await;
            assert_eq!(stored.expect("the database works"), 1000);
        }
        stand
            .store(
                2_000_000,
                AMINA,
                &message(2_000_000, AMINA, "/help").to_string(),
            )
            .await;
        // One round of the worker is enough for her.
        stand.parts.worker.once().await.expect("the database works");
        stand
            .parts
            .postman
            .once()
            .await
            .expect("the database works");
        assert!(
            stand.newest(AMINA).text.contains("/cancel"),
            "Amina waits for Brian"
        );
        let (waiting, dead) = stand.inbox().await;
        assert_eq!((waiting, dead), (9_999, 0));
    }
}

/// A message as deep as this.
fn nested(depth: usize) -> String {
    format!(
        r#"{{"update_id":1,"message":{{"deep":{}{}}}}}"#,
        "[".repeat(depth),
        "]".repeat(depth)
    )
}

fn rich(depth: usize) -> String {
    format!(
        r#"{{"message":{{"message_id":5,"date":1,"chat":{{"id":{AMINA},"type":"private"}},"rich_message":{}{}}}}}"#,
        "[".repeat(depth),
        "]".repeat(depth)
    )
}
