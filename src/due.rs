//! The clock's loop: what is due becomes an event and goes through the same door as an update.

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::clock::Steady;
use crate::work::{Due, Worker};

/// Things that are due and handled between two looks.
const AT_ONCE: i64 = 100;
/// Cases reckoned in one transaction: few, for on SQLite whoever reports waits for it.
const RECKONED_AT_ONCE: i64 = 16;
/// After so many things that were handled more are likely waiting, and it is looked again without a pause.
const FULL: usize = 16;
/// How often the database is asked whether something is due: a call about a danger that cannot be sent makes the next
/// one due at once.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// Cases that another process changed, which have no moment, are reckoned within this time.
const ALL_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Handles what is due until told to stop.
pub async fn run(worker: Worker, stop: CancellationToken) {
    let mut all_at = DateTime::UNIX_EPOCH;
    let mut steady = Steady::beside(&worker.clock);
    while !stop.is_cancelled() {
        if let Some(jump) = steady.jump(&worker.clock) {
            worker.metrics.clock_jumps.inc();
            tracing::warn!(seconds = jump.num_seconds(), "the clock was set");
        }
        let now = worker.clock.now();
        // Most looks find nothing, and must not wait for the writer.
        let next = worker.store.next_due().await.ok().flatten();
        if now >= all_at || next.is_some_and(|next| next <= now) {
            let handled = once(&worker).await.unwrap_or_else(|error| {
                tracing::error!(error = format!("{error:#}"), "what is due waits");
                0
            });
            all_at = match handled {
                0 => now + ALL_EVERY,
                _ => now,
            };
            if handled >= FULL {
                continue;
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = worker.stirred.notified() => all_at = now,
            () = worker.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// Handles what is due now; returns how many things were. One that fails does not hold up the others.
///
/// # Errors
/// When the database fails.
pub async fn once(worker: &Worker) -> anyhow::Result<usize> {
    let now = worker.clock.now();
    // Danger before everything else.
    let dangers = worker.store.dangers_due(now, AT_ONCE).await?;
    let mut handled = ring(worker, dangers.into_iter().map(Due::Danger)).await;
    handled += reckon(worker, now).await?;
    let mut tx = worker.store.begin().await?;
    let drafts = tx.drafts_due(now, AT_ONCE).await?;
    let people = tx.people_due(now, AT_ONCE).await?;
    let trials = tx.trials_due(AT_ONCE).await?;
    tx.commit().await?;
    handled += ring(worker, trials.into_iter().map(Due::Trial)).await;
    let drafts = drafts.into_iter().map(Due::Draft);
    handled += ring(worker, drafts.chain(people.into_iter().map(Due::Reminders))).await;
    Ok(handled)
}

/// Handles these; returns how many did not fail.
async fn ring(worker: &Worker, due: impl Iterator<Item = Due>) -> usize {
    let mut handled = 0;
    for due in due {
        match worker.ring(due).await {
            Ok(()) => handled += 1,
            Err(error) => {
                tracing::error!(?due, error = format!("{error:#}"), "what is due waits");
            }
        }
    }
    handled
}

/// Reckons anew what is due of some cases that were changed; returns of how many.
async fn reckon(worker: &Worker, now: DateTime<Utc>) -> anyhow::Result<usize> {
    let mut tx = worker.store.begin().await?;
    let cases = tx.take_changed(RECKONED_AT_ONCE).await?;
    if cases.is_empty() {
        tx.rollback().await?;
        return Ok(0);
    }
    let programme = worker.programme.read(&mut tx).await?;
    tx.reckon(&cases, &programme.profile, now).await?;
    tx.commit().await?;
    Ok(cases.len())
}
