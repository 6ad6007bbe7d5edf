//! Much that is due at once is handled in one go, however seldom the clock's loop looks otherwise.

use std::time::Duration;

use chrono::TimeDelta;
use kinkeeper::core::case::Risk;
use kinkeeper::core::id::Code;
use kinkeeper::core::stage::Stage;
use kinkeeper::due;
use kinkeeper::store::programme::NewCase;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::stand::Stand;
use crate::support::Engine;

/// More than fit into one transaction, or into a few.
const CASES: usize = 100;
const QUEUED: &str = "SELECT COUNT(*) FROM to_reckon";
/// Far longer than it takes; the clock of the bot stands meanwhile.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_cases_at_once_are_reckoned_without_a_pause() {
    for engine in Engine::at_hand() {
        let stand = Stand::open(engine).await;
        let mut tx = stand.base.store.begin().await.expect("a transaction");
        let team = tx.add_team("South").await.expect("a team");
        for nth in 0..CASES {
            let case = NewCase {
                code: Code::parse(&format!("SOUTH{nth}")).expect("a code"),
                alias: None,
                risk: Risk::Medium,
                stage: Stage::Implementation,
                team,
                zone: chrono_tz::Africa::Nairobi,
                opened_on: stand.clock.now().date_naive() - TimeDelta::days(14),
                leads: None,
                visits: Vec::new(),
                family: Vec::new(),
                goals: Vec::new(),
                referrals: Vec::new(),
            };
            tx.add_case(case).await.expect("a case");
        }
        tx.commit().await.expect("committed");
        assert!(stand.count(QUEUED).await > 50, "they wait to be reckoned");
        let stop = CancellationToken::new();
        let clock = tokio::spawn(due::run(stand.parts.worker.clone(), stop.clone()));
        let reckoned = timeout(PATIENCE, async {
            while stand.count(QUEUED).await > 0 {
                tokio::task::yield_now().await;
            }
        });
        assert!(reckoned.await.is_ok(), "the rest waits for the clock");
        stop.cancel();
        clock.await.expect("no panic");
    }
}
