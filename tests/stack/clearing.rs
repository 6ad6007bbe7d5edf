//! Clearing a chat: it comes through every fault and through the death of the process, and takes nothing but its own chat.

use chrono::TimeDelta;
use kinkeeper::simulator::{Fault, FaultRule};

use crate::stand::{AMINA, BRIAN, Stand};
use crate::support::Engine;

impl Stand {
    async fn clear(&mut self, user: i64) {
        self.write(user, "/clear");
        self.rest().await;
        self.tap(user, "Yes, clear it").await;
    }

    fn all(&self, user: i64) -> Vec<String> {
        let chat = self.simulator.chat(user, 0).expect("a phone");
        let texts = chat.messages.into_iter();
        texts.map(|message| message.text).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chat_is_cleared_through_every_fault() {
    let faults = [
        Fault::TooManyRequests { retry_after: 3 },
        Fault::ServerError { status: 502 },
        Fault::ResetBefore,
        Fault::ResetAfter,
        Fault::Truncated,
    ];
    for engine in Engine::at_hand() {
        for fault in faults {
            let mut stand = Stand::open(engine).await;
            let others = stand.all(BRIAN);
            for word in ["/cases", "/drafts", "/menu"] {
                stand.write(AMINA, word);
                stand.rest().await;
            }
            stand.fails(vec![FaultRule {
                fault,
                method: Some("deleteMessages".into()),
                count: Some(2),
                probability: None,
            }]);
            stand.clear(AMINA).await;
            for _ in 0..2 {
                stand.clock.advance(TimeDelta::seconds(15));
                stand.rest().await;
            }
            let left = stand.all(AMINA);
            assert!(left.len() == 1, "{fault:?}: {left:?}");
            assert!(left[0].starts_with("What would you like"), "{left:?}");
            assert_eq!(stand.all(BRIAN), others);
            assert_eq!(stand.count("SELECT COUNT(*) FROM clearing").await, 0);
            stand.is_whole().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_process_was_deleting_when_it_died_is_deleted_by_the_next() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.fails(vec![FaultRule {
            fault: Fault::ServerError { status: 502 },
            method: Some("deleteMessages".into()),
            count: None,
            probability: None,
        }]);
        stand.clear(AMINA).await;
        stand.fails(Vec::new());
        stand.clock.advance(TimeDelta::seconds(10));
        // It takes them up and dies.
        let now = stand.clock.now();
        let until = now + TimeDelta::minutes(1);
        let taken = stand.base.store.claim_clearing(until, now).await;
        let taken = taken.expect("a database").expect("messages that are to go");
        assert!(taken.delete.len() > 2, "{taken:?}");
        stand.be_reborn();
        stand.rest().await;
        assert!(stand.all(AMINA).len() > 2, "another may be at it still");
        stand.later(60).await;
        assert_eq!(stand.all(AMINA).len(), 1);
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_chat_is_cleared_whole() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        for _ in 0..60 {
            stand.write(AMINA, "/menu");
            stand.later(3).await;
        }
        assert!(stand.all(AMINA).len() > 100);
        stand.clear(AMINA).await;
        assert_eq!(stand.all(AMINA).len(), 1);
    }
}
