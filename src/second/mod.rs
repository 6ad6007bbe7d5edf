//! The second channel: calls about dangers that nobody has come in from the database, and leave by e-mail or webhook until
//! they are answered or somebody has the danger.
//!
//! Nothing about a person leaves here: a case code, how long, and that Kinkeeper is to be opened.

pub mod email;
pub mod webhook;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use self::email::{Email, Letter};
use self::webhook::Webhook;
use crate::clock::Clock;
use crate::core::climbing::{self, Channel};
use crate::core::people::Language;
use crate::core::screen::{Reader, Screen};
use crate::metrics::Metrics;
use crate::store::Store;
use crate::store::mail::SecondCall;
use crate::words::Words;

/// How often the database is asked for calls.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// Calls between two looks: so many that all of them may run into [`TIMEOUT`] before [`TRYING`] is over.
const AT_ONCE: i64 = 4;
/// Other processes leave a call alone for so long; the try is over long before.
const TRYING: TimeDelta = TimeDelta::seconds(90);
/// A server that has not answered by then has not taken it.
const TIMEOUT: std::time::Duration = std::time::Duration::from_secs(20);
/// The first pause after a failure; it doubles up to 2^[`MOST_DOUBLINGS`] times that, which is five minutes.
const PAUSE: TimeDelta = TimeDelta::seconds(5);
const MOST_DOUBLINGS: u32 = 6;
/// Stands before the code in the subject of an e-mail.
const SUBJECT: &str = "Kinkeeper";

/// The ways besides the chat that are set up.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// E-mail.
    pub email: Option<Email>,
    /// A webhook.
    pub webhook: Option<Webhook>,
}

impl Ways {
    /// Which they are.
    #[must_use]
    pub fn channels(&self) -> Vec<Channel> {
        let email = self.email.as_ref().map(|_| Channel::Email);
        let webhook = self.webhook.as_ref().map(|_| Channel::Webhook);
        email.into_iter().chain(webhook).collect()
    }
}

/// Makes the calls.
#[derive(Clone)]
pub struct Caller {
    /// The database.
    pub store: Store,
    /// The words of all languages.
    pub words: Arc<Words>,
    /// The clock.
    pub clock: Clock,
    /// The counters.
    pub metrics: Metrics,
    /// By which ways.
    pub ways: Arc<Ways>,
}

/// Why a call did not leave; without addresses, secrets or what the other side wrote.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It is not set up, or not any more.
    #[error("this way is not set up")]
    NotSetUp,
    /// The server cannot be reached, or did not answer in time.
    #[error("the server cannot be reached")]
    Unreached,
    /// The server does not want it.
    #[error("the server refused it ({0})")]
    Refused(String),
    /// It cannot be written.
    #[error("it cannot be written; check the addresses")]
    Unwritten,
}

impl Caller {
    /// Calls until told to stop.
    pub async fn run(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            if let Err(error) = self.once().await {
                tracing::error!(
                    error = format!("{error:#}"),
                    "the second channel waits for the database"
                );
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.clock.sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Makes the calls that are due; returns how many were taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn once(&self) -> anyhow::Result<usize> {
        let now = self.clock.now();
        let calls = self.store.claim_second(AT_ONCE, now + TRYING, now).await?;
        let mut taken = 0;
        for call in calls {
            let calling = tokio::time::timeout(TIMEOUT, self.call(&call, now));
            match calling.await.unwrap_or(Err(Trouble::Unreached)) {
                Ok(()) => {
                    self.store.second_sent(call.id, self.clock.now()).await?;
                    self.metrics.second_sent.inc();
                    taken += 1;
                }
                Err(trouble) => {
                    tracing::error!(alert = %call.alert, channel = ?call.channel, attempts = call.attempts,
                        reason = %trouble, "a call by the second channel failed");
                    self.metrics.second_failed.inc();
                    let next = now + pause_after(call.attempts);
                    self.store.second_later(call.id, next).await?;
                }
            }
        }
        Ok(taken)
    }

    async fn call(&self, call: &SecondCall, now: DateTime<Utc>) -> Result<(), Trouble> {
        match call.channel {
            Channel::Email => {
                let email = self.ways.email.as_ref().ok_or(Trouble::NotSetUp)?;
                let letter = Letter {
                    id: call.id,
                    subject: format!("{SUBJECT} {}", call.code),
                    body: self.body(call, now),
                    at: now,
                };
                email.send(letter).await
            }
            Channel::Webhook => {
                let webhook = self.ways.webhook.as_ref().ok_or(Trouble::NotSetUp)?;
                webhook.send(call, now).await
            }
        }
    }

    /// The same in every language of the programme: nobody knows who reads the address.
    fn body(&self, call: &SecondCall, now: DateTime<Utc>) -> String {
        let line = climbing::said(&call.code, call.raised_at, call.taken_at, now);
        let screen = Screen::of([line]);
        let said = |language: Language| {
            let reader = Reader {
                language,
                zone: chrono_tz::UTC,
                now,
            };
            self.words.render(&screen, &reader).plain
        };
        let lines: Vec<String> = self.words.languages().into_iter().map(said).collect();
        lines.join("\r\n\r\n") + "\r\n\r\nKinkeeper\r\n"
    }
}

fn pause_after(attempts: i32) -> TimeDelta {
    let doublings = u32::try_from(attempts - 1).unwrap_or_default();
    PAUSE * (1 << doublings.min(MOST_DOUBLINGS))
}
