//! Messages that are to go from a chat come in from the database; Telegram is told to delete them.
//!
//! Telegram deletes what is younger than 48 hours. An older message of ours that says something new is made to say
//! nothing; of the rest the person was told.

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;

use super::calls::{Telegram, Trouble};
use super::flight::formatted;
use crate::clock::Clock;
use crate::core::screen::Keyboard;
use crate::store::Store;
use crate::store::mail::ToClear;
use crate::words::Rendered;

/// How often the database is asked: whoever clears a chat may be looked at over the shoulder.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// A process that dies meanwhile leaves its messages to others after so long.
const CLEARING: TimeDelta = TimeDelta::minutes(1);
/// Tries before messages are given up; with the pauses between them these are three hours.
const TRIES: i32 = 12;
/// What a message says that says nothing; Telegram takes no empty one.
const NOTHING: &str = "…";

/// Clears chats.
pub struct Clearer {
    /// Where.
    pub telegram: Telegram,
    /// Of what.
    pub store: Store,
    /// When.
    pub clock: Clock,
}

impl Clearer {
    /// Clears until told to stop.
    pub async fn run(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let cleared = match self.once().await {
                Ok(cleared) => cleared,
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "a chat waits to be cleared");
                    0
                }
            };
            if cleared == 0 {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = self.clock.sleep(LOOK_EVERY) => {}
                }
            }
        }
    }

    /// Deletes messages of one chat; returns how many went.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn once(&self) -> anyhow::Result<usize> {
        let now = self.clock.now();
        let Some(wanted) = self.store.claim_clearing(now + CLEARING, now).await? else {
            return Ok(0);
        };
        let messages = [wanted.delete.as_slice(), wanted.blank.as_slice()].concat();
        let tries = wanted.attempts + 1;
        match self.clear(&wanted).await {
            Ok(()) | Err(Trouble::ChatClosed | Trouble::ChatMoved(_)) => {}
            Err(trouble) if tries < TRIES => {
                tracing::warn!(tries, reason = %trouble, "a chat is not cleared yet");
                let next = now + pause(&trouble, tries);
                self.store.clear_later(wanted.chat, &messages, next).await?;
                return Ok(0);
            }
            Err(trouble) => {
                tracing::error!(tries, reason = %trouble, "a chat could not be cleared");
            }
        }
        self.store.cleared(wanted.chat, &messages).await?;
        Ok(messages.len())
    }

    async fn clear(&self, wanted: &ToClear) -> Result<(), Trouble> {
        if !wanted.delete.is_empty() {
            self.telegram.delete(wanted.chat, &wanted.delete).await?;
        }
        for message in &wanted.blank {
            let nothing = nothing();
            let edit = |plain| self.telegram.edit(wanted.chat, *message, &nothing, plain);
            match formatted(edit).await {
                // Gone already, or a file, of which nothing can be taken back.
                Ok(()) | Err(Trouble::MessageGone | Trouble::Refused(_)) => {}
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(())
    }
}

fn nothing() -> Rendered {
    Rendered {
        html: NOTHING.into(),
        plain: NOTHING.into(),
        rows: Vec::new(),
        protected: false,
        keyboard: Keyboard::Under,
    }
}

fn pause(trouble: &Trouble, tries: i32) -> TimeDelta {
    match trouble {
        Trouble::Wait(pause) => (*pause).max(TimeDelta::seconds(1)),
        Trouble::Unreached
        | Trouble::InDoubt
        | Trouble::BadToken
        | Trouble::NotAlone
        | Trouble::ChatClosed
        | Trouble::ChatMoved(_)
        | Trouble::MessageGone
        | Trouble::BadFormatting
        | Trouble::Refused(_) => TimeDelta::seconds(3) * (1 << tries.clamp(0, TRIES)),
    }
}
