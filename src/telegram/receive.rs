//! Raw updates come in from Telegram and are committed to the inbox before Telegram hears that they arrived.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
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
/// Telegram forgets a press of a button after this long (Bot API).
const PRESS_KEPT: TimeDelta = TimeDelta::seconds(150);
/// Whoever answered a question this long before Telegram went away has probably pressed something since.
const AMID_REPORT: TimeDelta = TimeDelta::minutes(15);
/// The time of a poll that brought nothing is written down this often; much less than a press is kept.
const POLL_NOTED: TimeDelta = TimeDelta::seconds(30);
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
    /// Whether Telegram may have been away since it last gave what it had; so it is when a process begins.
    unsure: AtomicBool,
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
            unsure: AtomicBool::new(true),
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
                        () = stop.cancelled() => break,
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
        if let Err(error) = self.leave().await {
            tracing::warn!(%error, "the right to poll is not given back; it ends by itself");
        }
        Ok(())
    }

    /// Whoever polls next need not wait until the lease ends, and knows since when nobody has polled.
    async fn leave(&self) -> Result<(), crate::store::Error> {
        if !self.unsure.load(Ordering::Relaxed) {
            let next = self.store.bot(self.bot).await?.next;
            let now = self.clock.now();
            self.store.receive(self.bot, &[], next, now).await?;
        }
        self.store.release(LEASE, &self.holder).await
    }

    /// Fetches off the cancelled path: a batch that arrives while stopping is stored or not confirmed.
    async fn poll(&self) -> anyhow::Result<Polled> {
        // Nothing else marks the lease while a poll is held open, so the poll is shorter than the lease.
        self.fetch(POLL_SECONDS.min(20))
            .await
            .map(|_| Polled::Again)
    }

    async fn fetch(&self, timeout: u32) -> anyhow::Result<usize> {
        let before = self.store.bot(self.bot).await?;
        let fetched = self.telegram.updates(before.next, timeout).await;
        if fetched.is_err() {
            self.unsure.store(true, Ordering::Relaxed);
        }
        let mut updates = fetched?;
        self.metrics.telegram_reached.set(1);
        let now = self.clock.now();
        let newest = updates.iter().map(|update| update.update_id).max();
        let next = newest.map(|newest| newest + 1).or(before.next);
        if let Some(gone_at) = before.polled_at
            && self.unsure.load(Ordering::Relaxed)
            && now - gone_at >= PRESS_KEPT
        {
            let lost = self.lost_presses(&updates, gone_at, now).await?;
            updates.extend(lost);
        }
        let noted = before.polled_at.is_some_and(|at| now - at < POLL_NOTED);
        if updates.is_empty() && (noted || next.is_none()) {
            self.unsure.store(false, Ordering::Relaxed);
            return Ok(0);
        }
        let count = store_updates(&self.store, self.bot, &updates, &self.clock, next).await?;
        self.unsure.store(false, Ordering::Relaxed);
        if count == 0 {
            return Ok(0);
        }
        self.metrics.received.inc_by(count as u64);
        self.arrived.notify_waiters();
        self.arrived.notify_one();
        Ok(count)
    }

    /// What Telegram has forgotten while it was away: a press of each person who was in the middle of a report and has
    /// written nothing since, so that they are shown their question once again.
    async fn lost_presses(
        &self,
        updates: &[Raw],
        gone_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Vec<Raw>> {
        let amid = self.store.amid_report(gone_at - AMID_REPORT).await?;
        let silent = amid
            .into_iter()
            .filter(|(user, _)| updates.iter().all(|update| update.lane != user.0));
        // Telegram's own numbers are above zero.
        let numbers = (1..).map(|nth| nth - now.timestamp_micros());
        let lost = numbers
            .zip(silent)
            .map(|(number, (user, chat))| Raw::lost_press(number, user, chat));
        Ok(lost.collect())
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

/// Commits raw updates to the inbox; with `next`, the offset moves there in the same transaction.
///
/// # Errors
/// When the database fails.
pub async fn store_updates(
    store: &Store,
    bot: i64,
    updates: &[Raw],
    clock: &Clock,
    next: Option<i64>,
) -> anyhow::Result<usize> {
    let arrived: Vec<Arrived<'_>> = updates
        .iter()
        .map(|update| Arrived {
            update_id: update.update_id,
            lane: update.lane,
            message: update.message,
            body: &update.body,
        })
        .collect();
    Ok(store.receive(bot, &arrived, next, clock.now()).await?)
}
