//! Who polls: one process at a time, and the next one at once when the first has stopped.

use std::time::Duration;

use kinkeeper::app;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::stand::{AMINA, BOT, Stand};
use crate::support::Engine;

/// Far longer than a poll takes; the clock of the bot stands meanwhile.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_stops_leaves_the_polling_to_the_next_one_at_once() {
    for engine in Engine::at_hand() {
        let stand = Stand::open(engine).await;
        for round in 0..3 {
            let process = app::parts(
                &stand.base,
                &stand.telegram,
                BOT,
                &stand.clock,
                &stand.metrics,
                0,
            );
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
