//! Telegram in trouble: a message is sent once, or once more and says so; formatting that is refused goes out plain; of
//! two pollers one polls; a file that Telegram has forgotten is still sent.

use std::sync::Arc;

use chrono::TimeDelta;
use kinkeeper::core::effect::Purpose;
use kinkeeper::core::id::ChatId;
use kinkeeper::core::screen::Keyboard;
use kinkeeper::simulator::{Fault, FaultRule, FileKind, PhoneFile};
use kinkeeper::store::mail::Outgoing;
use kinkeeper::telegram::flight::Letter;
use kinkeeper::telegram::receive::Receiver;
use kinkeeper::words::Rendered;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::stand::{AMINA, BOT, GRACE, Stand};
use crate::support::Engine;

fn once(fault: Fault) -> Vec<FaultRule> {
    let method = Some("sendMessage".to_owned());
    vec![FaultRule {
        fault,
        method,
        count: Some(1),
        probability: None,
    }]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_429_a_message_waits_as_long_as_telegram_asks_and_comes_once() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.fails(once(Fault::TooManyRequests { retry_after: 5 }));
        let before = stand.of_bot(AMINA).len();
        stand.write(AMINA, "/help");
        stand.rest().await;
        stand.later(4).await;
        assert_eq!(stand.of_bot(AMINA).len(), before, "it did not wait");
        stand.later(2).await;
        assert_eq!(stand.of_bot(AMINA).len(), before + 1);
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_in_doubt_comes_once_more_after_a_minute_and_says_so() {
    for engine in Engine::at_hand() {
        for (fault, arrived) in [
            (Fault::ResetAfter, 1),
            (Fault::Truncated, 1),
            (Fault::ResetBefore, 0),
        ] {
            let mut stand = Stand::open(engine).await;
            stand.fill_in(AMINA, "She laughs").await;
            stand.fails(once(fault));
            stand.tap(AMINA, "Send report").await;
            let receipts = |stand: &Stand| stand.saying(AMINA, "next visit on").len();
            let all = |stand: &Stand| {
                let messages = stand.of_bot(AMINA).into_iter();
                let receipts = messages.filter(|message| {
                    message
                        .buttons
                        .iter()
                        .flatten()
                        .any(|button| button.text.contains("Undo"))
                });
                receipts.map(|message| message.text).collect::<Vec<_>>()
            };
            assert_eq!(all(&stand).len(), arrived, "{fault:?} {}", receipts(&stand));
            stand.later(59).await;
            assert_eq!(all(&stand).len(), arrived, "too early after {fault:?}");
            stand.later(120).await;
            let said = all(&stand);
            assert_eq!(said.len(), arrived + 1, "{fault:?}: {said:?}");
            let marked = said.iter().filter(|text| text.contains("repeat"));
            assert_eq!(marked.count(), 1, "{fault:?}: {said:?}");
            assert!(said.iter().all(|text| text.contains("K7M2QX")));
            stand.is_whole().await;
        }
    }
}

/// The client waits for ten real seconds after such an answer, so this is tried once only.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_gateways_error_a_receipt_comes_once_more() {
    let mut stand = Stand::open(Engine::Sqlite).await;
    stand.fill_in(AMINA, "She laughs").await;
    stand.fails(once(Fault::ServerError { status: 502 }));
    stand.tap(AMINA, "Send report").await;
    stand.later(61).await;
    let repeated = stand.saying(AMINA, "repeat");
    assert_eq!(repeated.len(), 1, "{repeated:?}");
    stand.is_whole().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_in_doubt_is_made_again_and_leaves_one_message() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        let before = stand.of_bot(AMINA).len();
        for fault in [Fault::ResetBefore, Fault::ResetAfter] {
            let method = Some("editMessageText".to_owned());
            stand.fails(vec![FaultRule {
                fault,
                method,
                count: Some(1),
                probability: None,
            }]);
            stand
                .tap(
                    AMINA,
                    if fault == Fault::ResetBefore {
                        "since"
                    } else {
                        "Yes, today"
                    },
                )
                .await;
            stand.later(2).await;
        }
        assert_eq!(stand.of_bot(AMINA).len(), before);
        assert!(stand.newest(AMINA).text.contains("Who did you see"));
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn formatting_that_telegram_refuses_goes_out_plain() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let letter = Letter {
            file: None,
            document: None,
            message: Rendered {
                html: "<b>never closed".into(),
                plain: "said plainly".into(),
                rows: Vec::new(),
                protected: false,
                keyboard: Keyboard::Under,
            },
            repeated: String::new(),
        };
        send(&mut stand, serde_json::to_string(&letter).expect("JSON")).await;
        stand.later(3).await;
        let calls = stand.simulator.calls();
        let calls: Vec<_> = calls.iter().rev().take(4).collect();
        assert_eq!(stand.newest(AMINA).text, "said plainly", "{calls:?}");
        stand.is_whole().await;
    }
}

/// Puts a message for Amina into the outbox, as a decision would.
async fn send(stand: &mut Stand, body: String) {
    let now = stand.clock.now();
    let mut tx = stand.base.store.begin().await.expect("a transaction");
    let message = Outgoing {
        chat: ChatId(AMINA),
        person: None,
        purpose: Purpose::News,
        edit: None,
        fresh: true,
        body,
        dedup: "a test".into(),
        not_before: None,
    };
    tx.post(vec![message], now).await.expect("inserted");
    tx.commit().await.expect("committed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_pollers_one_polls_and_the_other_takes_over() {
    for engine in Engine::at_hand() {
        let stand = Stand::open(engine).await;
        let poller = |arrived: &Arc<Notify>| {
            Receiver::new(
                stand.telegram.clone(),
                stand.base.store.clone(),
                stand.clock.clone(),
                stand.metrics.clone(),
                BOT,
                Arc::clone(arrived),
            )
        };
        let (first, second) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (stop_first, stop_second) = (CancellationToken::new(), CancellationToken::new());
        let before = stand.simulator.calls().len();
        let running_first = tokio::spawn(poller(&first).run(stop_first.clone()));
        stand.write(AMINA, "one");
        stored(&stand, &first, 1).await;
        let running_second = tokio::spawn(poller(&second).run(stop_second.clone()));
        stand.write(AMINA, "two");
        stored(&stand, &first, 2).await;
        stop_first.cancel();
        running_first.await.expect("it ends").expect("it ends well");
        stand.write(AMINA, "three");
        // Its lease runs out, whenever the other looks.
        tokio::select! {
            () = stored(&stand, &second, 3) => {}
            () = async { loop { stand.clock.advance(TimeDelta::seconds(1)); tokio::task::yield_now().await; } } => {}
        }
        stop_second.cancel();
        running_second
            .await
            .expect("it ends")
            .expect("it ends well");
        let calls = stand.simulator.calls();
        let refused: Vec<_> = calls[before..].iter().filter(|call| !call.ok).collect();
        assert!(refused.is_empty(), "both polled: {refused:?}");
        assert_eq!(stand.inbox().await, (3, 0), "each update is stored once");
    }
}

/// Waits until so many updates are stored.
async fn stored(stand: &Stand, arrived: &Notify, count: i64) {
    while stand.inbox().await.0 < count {
        arrived.notified().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_voice_note_that_telegram_knows_no_more_is_brought_from_the_database() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        for words in ["since", "Yes, today", "Caregiver", "Done", "🔴"] {
            stand.tap(AMINA, words).await;
        }
        let voice = PhoneFile::new(FileKind::Voice, &b"OggS what happened"[..]);
        stand.simulator.send_file(AMINA, voice).expect("a phone");
        stand.rest().await;
        stand.tap(GRACE, "I have it").await;
        stand.tap(GRACE, "Show").await;
        stand.spoil("UPDATE media SET file_id = 'forgotten'").await;
        let before = stand.simulator.calls().len();
        stand.tap(GRACE, "Listen").await;
        let calls = stand.calls_since(before, "sendVoice", GRACE);
        let went: Vec<bool> = calls.iter().map(|call| call.ok).collect();
        assert_eq!(went, [false, true], "{calls:?}");
        let heard = stand.newest(GRACE);
        assert!(heard.protected, "it may be forwarded");
        assert_eq!(heard.media.expect("a file").kind, "voice");
        stand.is_whole().await;
    }
}
