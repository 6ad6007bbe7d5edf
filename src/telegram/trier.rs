//! Files of settings that managers sent come in from Telegram; what is wrong with them, or what of all cases would move,
//! goes to the database.
//!
//! Nobody waits for it: the file is fetched and every case reckoned outside of any transaction that writes. Cases are read
//! a few at a time, each time in a transaction of its own, so that on SQLite the writer goes on and its log can be folded
//! away meanwhile. A case that changes between two of these counts as it was when it was read; what is put in force is
//! reckoned again in any case.

use std::sync::Arc;

use chrono::TimeDelta;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::calls::{Telegram, Trouble};
use crate::clock::Clock;
use crate::core::due::profile::file::Unreadable;
use crate::core::trial::{Found, Looking};
use crate::programme::in_force::InForce;
use crate::store::Store;
use crate::store::mail::SentFile;

/// How often the database is asked for files: whoever sent one waits.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// A process that dies while it looks at a file leaves it to others after so long; 20,000 cases take less.
const LOOKING: TimeDelta = TimeDelta::minutes(5);
/// Cases read in one transaction.
const READ_AT_ONCE: i64 = 64;
/// Tries to fetch a file before its sender is asked to send it again.
const TRIES: i32 = 5;

/// Looks at files of settings.
pub struct Trier {
    /// From where.
    pub telegram: Telegram,
    /// To where.
    pub store: Store,
    /// What is in force.
    pub programme: Arc<InForce>,
    /// When.
    pub clock: Clock,
    /// Notified when somebody is to be told what was found.
    pub stirred: Arc<Notify>,
}

impl Trier {
    /// Looks until told to stop.
    pub async fn run(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let looked_at = match self.once().await {
                Ok(looked_at) => looked_at,
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "a file of settings waits");
                    0
                }
            };
            if looked_at == 0 {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = self.clock.sleep(LOOK_EVERY) => {}
                }
            }
        }
    }

    /// Looks at a file that waits for it; returns how many were looked at.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn once(&self) -> anyhow::Result<usize> {
        let now = self.clock.now();
        let Some(sent) = self.store.claim_trial(now + LOOKING, now).await? else {
            return Ok(0);
        };
        let found = match self.telegram.fetch(&sent.file).await {
            Ok(bytes) => self.look(&bytes).await?,
            Err(trouble) if sent.attempts + 1 < TRIES => {
                self.later(&sent, &trouble).await?;
                return Ok(0);
            }
            Err(_) => Found::Unreadable(Unreadable::Lost),
        };
        self.store.trial_found(sent.trial, &found).await?;
        self.stirred.notify_one();
        Ok(1)
    }

    async fn look(&self, bytes: &[u8]) -> anyhow::Result<Found> {
        let mut tx = self.store.look().await?;
        let programme = self.programme.read(&mut tx).await?;
        tx.rollback().await?;
        let start = &self.programme.start().profile;
        let mut looking = match Looking::at(start, &programme, bytes) {
            Ok(looking) => looking,
            Err(found) => return Ok(found),
        };
        let mut case = None;
        loop {
            let mut tx = self.store.look().await?;
            let (facts, last) = tx.facts_after(case, READ_AT_ONCE).await?;
            tx.rollback().await?;
            for facts in &facts {
                looking.count(facts);
            }
            if last.is_none() {
                return Ok(looking.found());
            }
            case = last;
        }
    }

    async fn later(&self, sent: &SentFile, trouble: &Trouble) -> anyhow::Result<()> {
        let tries = sent.attempts + 1;
        tracing::warn!(trial = %sent.trial, tries, reason = %trouble, "a file of settings could not be fetched");
        let pause = TimeDelta::seconds(5) * (1 << tries.clamp(0, TRIES));
        let next = self.clock.now() + pause;
        Ok(self.store.trial_later(sent.trial, next).await?)
    }
}
