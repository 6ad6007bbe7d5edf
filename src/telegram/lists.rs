//! The commands that phones list under "/": what is wanted comes in from the database, Telegram is told, for strangers in
//! each language and for everybody who has joined by role.
//!
//! A list is a state and not a message: told twice it is the same, and whatever is true when it is told is what is
//! told. So it needs no place in the outbox, and nothing waits for it.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use tokio_util::sync::CancellationToken;

use super::calls::{Listed, Telegram, Trouble};
use crate::clock::Clock;
use crate::core::people::{Language, Role};
use crate::store::Store;
use crate::store::mail::ListWanted;
use crate::words::Words;

/// How often the database is asked for lists to tell.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// Lists told between two looks: what the outbox's 25 messages a second leave of Telegram's 30.
const AT_ONCE: i64 = 3;
/// Other processes leave a list alone for so long; the call is over long before.
const TELLING: TimeDelta = TimeDelta::seconds(60);
/// The first pause after a failure; it doubles up to 2^[`MOST_DOUBLINGS`] times that.
const PAUSE: TimeDelta = TimeDelta::seconds(5);
const MOST_DOUBLINGS: i32 = 9;

/// Tells Telegram the lists.
pub struct Lister {
    telegram: Telegram,
    store: Store,
    words: Arc<Words>,
    clock: Clock,
    /// Lists for strangers that are still to be told; the last is for phones in a language that we do not speak.
    strangers: VecDeque<Option<Language>>,
    /// Whether the database knows what the lists of this program say.
    compared: bool,
    /// Telegram asked to wait until then, or did not answer.
    wait_until: DateTime<Utc>,
}

impl Lister {
    /// Tells `telegram` what `store` wants, in these words.
    #[must_use]
    pub fn new(telegram: Telegram, store: Store, words: Arc<Words>, clock: Clock) -> Self {
        let languages = words.languages().into_iter().map(Some);
        let strangers = languages.chain([None]).collect();
        Self {
            telegram,
            store,
            words,
            clock,
            strangers,
            compared: false,
            wait_until: DateTime::UNIX_EPOCH,
        }
    }

    /// Tells until told to stop.
    pub async fn run(mut self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.once().await {
                tracing::warn!(
                    error = format!("{error:#}"),
                    "the lists of commands wait for the database"
                );
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.clock.sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Tells a few that are wanted now; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn once(&mut self) -> anyhow::Result<usize> {
        let now = self.clock.now();
        if now < self.wait_until {
            return Ok(0);
        }
        if !self.compared {
            self.store.list_edition(&self.edition()).await?;
            self.compared = true;
        }
        if let Some(language) = self.strangers.front() {
            let told = self.tell_strangers(language.as_ref()).await;
            return Ok(match told {
                Ok(()) => {
                    self.strangers.pop_front();
                    1
                }
                Err(trouble) => {
                    tracing::warn!(reason = %trouble, "strangers' list of commands is not set");
                    self.wait_until = now + pause(&trouble, 0);
                    0
                }
            });
        }
        let lists = self.store.claim_lists(AT_ONCE, now + TELLING, now).await?;
        let mut told = 0;
        for list in lists {
            match self.tell(&list).await {
                Ok(()) => {
                    self.store.list_told(&list, now).await?;
                    told += 1;
                }
                // Whoever opens the chat again is told again.
                Err(Trouble::ChatClosed | Trouble::ChatMoved(_)) => {
                    self.store.list_told(&list, now).await?;
                }
                Err(trouble) => {
                    tracing::warn!(attempts = list.attempts, reason = %trouble, "a list of commands is not set");
                    let next = now + pause(&trouble, list.attempts);
                    self.store.list_later(&list, next).await?;
                    if matches!(trouble, Trouble::Wait(_)) {
                        self.wait_until = next;
                    }
                }
            }
        }
        Ok(told)
    }

    async fn tell(&self, list: &ListWanted) -> Result<(), Trouble> {
        match &list.reader {
            Some((role, language)) => {
                let commands = self.words.commands(Some(*role), language);
                let scope = Listed::InChat(list.chat);
                self.telegram.set_commands(scope, &commands).await
            }
            None => self.telegram.forget_commands(list.chat).await,
        }
    }

    async fn tell_strangers(&self, language: Option<&Language>) -> Result<(), Trouble> {
        let words = language.cloned().unwrap_or_else(Language::english);
        let commands = self.words.commands(None, &words);
        let scope = Listed::Elsewhere(language.map(|language| language.0.as_str()));
        self.telegram.set_commands(scope, &commands).await
    }

    /// Changes with any word of any list.
    fn edition(&self) -> Vec<u8> {
        let mut said = Sha256::new();
        for language in self.words.languages() {
            for role in Role::ALL {
                for (command, description) in self.words.commands(Some(role), &language) {
                    said.update(format!("{role:?} {command} {description}\n"));
                }
            }
        }
        said.finalize().to_vec()
    }
}

fn pause(trouble: &Trouble, attempts: i32) -> TimeDelta {
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
        | Trouble::Refused(_) => PAUSE * (1 << attempts.clamp(0, MOST_DOUBLINGS)),
    }
}
