//! The clock's loop: what is due becomes an event and goes through the same door as an update.

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::work::{Due, Worker};

/// Things that are due and handled between two looks.
const AT_ONCE: i64 = 100;
/// Cases reckoned in one transaction: few, for on SQLite whoever reports waits for it.
const RECKONED_AT_ONCE: i64 = 16;
/// The longest sleep; what another process made due meanwhile is seen by then.
const LONGEST_SLEEP: TimeDelta = TimeDelta::minutes(1);

/// Handles what is due until told to stop.
pub async fn run(worker: Worker, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let now = worker.clock.now();
        let next = match once(&worker).await {
            Ok(0) => worker.store.next_due().await.ok().flatten(),
            Ok(_) => Some(now),
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "what is due waits");
                None
            }
        };
        let latest = now + LONGEST_SLEEP;
        let wake = next.map_or(latest, |next| {
            next.max(now + TimeDelta::seconds(1)).min(latest)
        });
        tokio::select! {
            () = stop.cancelled() => {}
            () = worker.stirred.notified() => {}
            () = worker.clock.sleep_until(wake) => {}
        }
    }
}

/// Handles what is due now; returns how many things were. One that fails does not hold up the others.
///
/// # Errors
/// When the database fails.
pub async fn once(worker: &Worker) -> anyhow::Result<usize> {
    let now = worker.clock.now();
    let mut handled = reckon(worker, now).await?;
    let mut tx = worker.store.begin().await?;
    let drafts = tx.drafts_due(now, AT_ONCE).await?;
    let people = tx.people_due(now, AT_ONCE).await?;
    tx.commit().await?;
    let drafts = drafts.into_iter().map(Due::Draft);
    for due in drafts.chain(people.into_iter().map(Due::Reminders)) {
        match worker.ring(due).await {
            Ok(()) => handled += 1,
            Err(error) => {
                tracing::error!(?due, error = format!("{error:#}"), "what is due waits");
            }
        }
    }
    Ok(handled)
}

/// Reckons anew what is due of some cases that were changed; returns of how many.
async fn reckon(worker: &Worker, now: DateTime<Utc>) -> anyhow::Result<usize> {
    let mut tx = worker.store.begin().await?;
    let profile = &worker.programme.profile;
    let cases = tx.reckon_queued(RECKONED_AT_ONCE, profile, now).await?;
    tx.commit().await?;
    Ok(cases)
}
