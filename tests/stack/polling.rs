//! Who polls: one process at a time, and the next one at once when the first has stopped.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::stand::{AMINA, BRIAN, Stand};
use crate::support::Engine;

/// Far longer than a poll takes; the clock of the bot stands meanwhile.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_stops_leaves_the_polling_to_the_next_one_at_once() {
    for engine in Engine::at_hand() {
        let stand = Stand::open(engine).await;
        for round in 0..3 {
            let process = stand.process();
            let stop = CancellationToken::new();
            let arrived = process.worker.arrived.notified();
            let polling = tokio::spawn(process.receiver.run(stop.clone()));
            stand.write(AMINA, "/help");
            let heard = timeout(PATIENCE, arrived).await;
            assert!(heard.is_ok(), "process {round} waits for one that is gone");
            stop.cancel();
            let stopped = timeout(PATIENCE, polling).await.expect("it stops");
            stopped.expect("no panic").expect("the token is good");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taps_that_telegram_forgot_while_nobody_polled_lead_to_the_question_once_again() {
    for engine in Engine::at_hand() {
        for (gone_for, shown) in [(149, 0), (600, 1)] {
            let mut stand = Stand::open(engine).await;
            for user in [AMINA, BRIAN] {
                stand.write(user, "/visit");
                stand.rest().await;
                stand.tap(user, "since").await;
            }
            stand.tap(BRIAN, "Cancel").await;
            stand.tap(BRIAN, "Keep").await;
            // The next process finds the database as the one before left it.
            stand.be_reborn();
            stand.clock.advance(TimeDelta::seconds(gone_for));
            stand.rest().await;
            let again = stand.saying(AMINA, "could not be reached");
            assert_eq!(again.len(), shown, "{engine:?} after {gone_for} s");
            assert!(again.iter().all(|text| text.contains("Did the visit")));
            assert!(stand.saying(BRIAN, "could not be reached").is_empty());
            // That the clock moves is no outage.
            stand.clock.advance(TimeDelta::minutes(10));
            stand.rest().await;
            assert_eq!(stand.saying(AMINA, "could not be reached").len(), shown);
            stand.is_whole().await;
        }
    }
}
