//! More of one person at once than anybody can read: nothing is lost, one notice answers it, and nobody else waits.

use kinkeeper::simulator::Press;

use crate::stand::{AMINA, BRIAN, GRACE, Stand, message};
use crate::support::Engine;

/// Updates of one person that are answered one by one, however fast they come.
const ANSWERED: usize = 20;
const NOTICE: &str = "One at a time, please";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_texts_is_handled_in_order_and_answered_by_one_notice() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        for words in ["since", "Yes, today", "Caregiver", "Done"] {
            stand.tap(AMINA, words).await;
        }
        let before = stand.of_bot(AMINA).len();
        // The first of them answer questions, also the one that calls for help.
        let flood = [
            "danger now",
            "He was beaten",
            "nothing worries me",
            "She laughs",
        ];
        for text in flood {
            stand.write(AMINA, text);
        }
        let idle = 60 - flood.len();
        for _ in 0..idle {
            stand.write(AMINA, "/help");
        }
        stand.rest().await;

        let told = stand.of_bot(AMINA).len() - before;
        assert_eq!(stand.saying(AMINA, NOTICE).len(), 1, "one notice");
        assert_eq!(told, ANSWERED + 1, "the last of a flood are answered");
        assert_eq!(
            stand.saying(GRACE, "K7M2QX").len(),
            1,
            "danger waits for nothing"
        );
        stand.write(AMINA, "/visit K7M2QX");
        stand.rest().await;
        stand.tap(AMINA, "Continue").await;
        for words in ["As agreed", "As planned"] {
            stand.tap(AMINA, words).await;
        }
        let check = stand.newest(AMINA).text;
        stand.tap(GRACE, "I have it").await;
        for answer in ["He was beaten", "She laughs"] {
            assert!(check.contains(answer), "{answer:?} is lost: {check}");
        }
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_presses_is_answered_over_the_chat_and_the_first_press_counts() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        stand.tap(AMINA, "since").await;
        let label = stand.newest(AMINA).buttons[0][0].text.clone();
        let presses: Vec<String> = (0..30)
            .filter_map(|_| {
                let pressed = stand.simulator.press(AMINA, Press::labelled(&label));
                let pressed = pressed.expect("the button is there");
                pressed.callback_query_id().map(str::to_owned)
            })
            .collect();
        stand.rest().await;
        let asked = stand.newest(AMINA).text;
        assert!(asked.contains("Who did you see"), "{asked}");
        let toasts: Vec<String> = presses
            .iter()
            .filter_map(|press| stand.simulator.answer_to(press).expect("a press"))
            .map(|answer| answer.text)
            .collect();
        assert_eq!(toasts.len(), 30, "every press is answered");
        let hurried = toasts.iter().filter(|toast| toast.contains(NOTICE));
        assert_eq!(hurried.count(), 30 - ANSWERED);
        assert!(stand.saying(AMINA, NOTICE).is_empty(), "a message besides");
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_at_once_are_no_flood() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        for _ in 0..ANSWERED {
            stand.write(AMINA, "/help");
        }
        stand.rest().await;
        assert!(stand.saying(AMINA, NOTICE).is_empty());
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_takes_one_place_in_each_batch() {
    for engine in Engine::at_hand() {
        let stand = Stand::open(engine).await;
        for update in 0..100 {
            let body = message(1_000_000 + update, AMINA, "/help").to_string();
            stand.store(1_000_000 + update, AMINA, &body).await;
        }
        let body = message(2_000_000, BRIAN, "/help").to_string();
        stand.store(2_000_000, BRIAN, &body).await;
        let mut tx = stand.base.store.begin().await.expect("a transaction");
        let claimed = tx.claim_updates(64, stand.clock.now()).await;
        let claimed = claimed.expect("the database works");
        let whose: Vec<(i64, bool)> = claimed
            .iter()
            .map(|update| (update.lane, update.crowded))
            .collect();
        assert_eq!(whose, [(AMINA, true), (BRIAN, false)]);
        tx.rollback().await.expect("the database works");
    }
}
