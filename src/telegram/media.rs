//! Files that answers name come in from Telegram and are kept, sealed, in the database.

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;

use super::calls::{Telegram, Trouble};
use crate::clock::Clock;
use crate::core::event::LARGEST_FILE_BYTES;
use crate::store::Store;
use crate::store::mail::Wanted;

/// How often the database is asked for files that are still to be fetched.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(5);
/// Files fetched between two looks.
const AT_ONCE: i64 = 8;
/// Tries before a file is given up and named by the check.
const TRIES: i32 = 20;

/// Fetches files.
pub struct Keeper {
    /// From where.
    pub telegram: Telegram,
    /// To where.
    pub store: Store,
    /// When.
    pub clock: Clock,
}

impl Keeper {
    /// Fetches until told to stop.
    pub async fn run(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let fetched = match self.once().await {
                Ok(fetched) => fetched,
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "files wait to be kept");
                    0
                }
            };
            if fetched == 0 {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = self.clock.sleep(LOOK_EVERY) => {}
                }
            }
        }
    }

    /// Fetches the files that are wanted now; returns how many were kept.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn once(&self) -> anyhow::Result<usize> {
        let wanted = self.store.media_wanted(AT_ONCE, self.clock.now()).await?;
        let mut kept = 0;
        for wanted in wanted {
            match self.telegram.fetch(&wanted.file).await {
                Ok(bytes) if bytes.len() as u64 <= LARGEST_FILE_BYTES => {
                    self.store.media_kept(wanted.media, &bytes).await?;
                    kept += 1;
                }
                Ok(_) => self.store.media_failed(wanted.media, None).await?,
                Err(trouble) => self.later(&wanted, &trouble).await?,
            }
        }
        Ok(kept)
    }

    async fn later(&self, wanted: &Wanted, trouble: &Trouble) -> anyhow::Result<()> {
        let tries = wanted.attempts + 1;
        tracing::warn!(media = %wanted.media, tries, reason = %trouble, "a file could not be fetched");
        let pause = TimeDelta::seconds(5) * (1 << tries.clamp(0, 9));
        let next = (tries < TRIES).then(|| self.clock.now() + pause);
        Ok(self.store.media_failed(wanted.media, next).await?)
    }
}
