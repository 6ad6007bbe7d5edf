//! Raw updates come in from Telegram and are committed to the inbox before Telegram hears that they arrived.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::calls::{POLL_SECONDS, Telegram, Trouble};
use super::reading::Raw;
use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::store::Store;
use crate::store::mail::Arrived;

/// The lease under which one process polls; others wait until it ends.
const LEASE: &str = "poller";
/// How long a lease holds; a poller that died is replaced within it.
const LEASE_HOLDS: TimeDelta = TimeDelta::seconds(30);
/// Not before every poll, for it costs a flush of the disk; what is left of the lease outlasts the longest poll.
const LEASE_RENEWED: TimeDelta = TimeDelta::seconds(5);
/// The pause after a failed poll.
const PAUSE: TimeDelta = TimeDelta::seconds(1);

/// Fetches updates by long polling.
pub struct Receiver {
    telegram: Telegram,
    store: Store,
    clock: Clock,
    metrics: Metrics,
    bot: i64,
    holder: String,
    arrived: Arc<Notify>,
}

impl Receiver {
    /// A receiver for the bot with this number; `arrived` is notified of every batch.
    #[must_use]
    pub fn new(
        telegram: Telegram,
        store: Store,
        clock: Clock,
        metrics: Metrics,
        bot: i64,
        arrived: Arc<Notify>,
    ) -> Self {
        let holder = data_encoding::HEXLOWER.encode(&crate::ids::random::<8>());
        Self {
            telegram,
            store,
            clock,
            metrics,
            bot,
            holder,
            arrived,
        }
    }

    /// Fetches what waits, at most 100 updates, without waiting for more; returns how many were new.
    ///
    /// # Errors
    /// When Telegram or the database fails; nothing is confirmed then.
    pub async fn once(&self) -> anyhow::Result<usize> {
        self.fetch(0).await
    }

    /// Polls until told to stop. Waits while another process polls, while Telegram is away, and while the
    /// database is: what is not stored stays with Telegram.
    ///
    /// # Errors
    /// [`Trouble::BadToken`] only.
    pub async fn run(self, stop: CancellationToken) -> Result<(), Trouble> {
        let mut renew_at = DateTime::UNIX_EPOCH;
        while !stop.is_cancelled() {
            let now = self.clock.now();
            let alone = if now < renew_at {
                Ok(true)
            } else {
                let until = now + LEASE_HOLDS;
                self.store.lease(LEASE, &self.holder, until, now).await
            };
            let polled = match alone {
                Ok(true) => {
                    if now >= renew_at {
                        renew_at = now + LEASE_RENEWED;
                    }
                    tokio::select! {
                        () = stop.cancelled() => return Ok(()),
                        polled = self.poll() => polled,
                    }
                }
                Ok(false) => Ok(Polled::Wait),
                Err(error) => Err(error.into()),
            };
            match polled {
                Ok(Polled::Again) => {}
                Ok(Polled::Wait) => self.pause(&stop).await,
                Err(error) => {
                    if error.downcast_ref::<Trouble>() == Some(&Trouble::BadToken) {
                        return Err(Trouble::BadToken);
                    }
                    if error.is::<Trouble>() {
                        self.metrics.unreached.inc();
                        self.metrics.telegram_reached.set(0);
                    }
                    tracing::warn!(error = format!("{error:#}"), "no updates now; trying again");
                    self.pause(&stop).await;
                }
            }
        }
        Ok(())
    }

    /// Fetches off the cancelled path: a batch that arrives while stopping is stored or not confirmed.
    async fn poll(&self) -> anyhow::Result<Polled> {
        // Nothing else marks the lease while a poll is held open, so the poll is shorter than the lease.
        self.fetch(POLL_SECONDS.min(20))
            .await
            .map(|_| Polled::Again)
    }

    async fn fetch(&self, timeout: u32) -> anyhow::Result<usize> {
        let offset = self.store.bot(self.bot).await?.next;
        let updates = self.telegram.updates(offset, timeout).await?;
        self.metrics.telegram_reached.set(1);
        if updates.is_empty() {
            return Ok(0);
        }
        let count = store_updates(&self.store, self.bot, &updates, &self.clock, true).await?;
        self.metrics.received.inc_by(count as u64);
        self.arrived.notify_waiters();
        self.arrived.notify_one();
        Ok(count)
    }

    async fn pause(&self, stop: &CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.clock.sleep(PAUSE) => {}
        }
    }
}

enum Polled {
    Again,
    Wait,
}

/// Commits raw updates to the inbox; with `confirm`, the offset moves past them in the same transaction.
///
/// # Errors
/// When the database fails.
pub async fn store_updates(
    store: &Store,
    bot: i64,
    updates: &[Raw],
    clock: &Clock,
    confirm: bool,
) -> anyhow::Result<usize> {
    let arrived: Vec<Arrived<'_>> = updates
        .iter()
        .map(|update| Arrived {
            update_id: update.update_id,
            lane: update.lane,
            body: &update.body,
        })
        .collect();
    let last = updates.iter().map(|update| update.update_id).max();
    let next = last.filter(|_| confirm).map(|last| last + 1);
    Ok(store.receive(bot, &arrived, next, clock.now()).await?)
}
