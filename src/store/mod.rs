//! Everything that lasts: events bring reads and writes in, rows of SQLite or PostgreSQL go out and come back.
//!
//! The SQL of each table stands once, in `tables`, and is compiled twice: by `sqlite` and by `postgres`, which set
//! the few things in which they differ. [`Store`] and [`Tx`] choose at the edge. What must not be read in a stolen
//! database is sealed by `seal` before it is bound. Reading order: [`open`], [`step`], [`mail`], [`Tx`], then the
//! tables.

mod audit;
mod error;
mod key;
pub mod mail;
pub mod open;
pub mod output;
mod postgres;
pub mod programme;
mod seal;
mod sqlite;
pub mod step;
mod tx;
mod word;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::core::id::{
    AlertId, CaseId, ChatId, MediaId, MessageId, ObligationId, PersonId, TeamId, UserId,
};
use crate::core::people::Language;
use crate::core::trial::Found;

pub use self::error::Error;
pub use self::key::{KeyError, Master};
pub use self::open::{OpenError, Opening};
pub use self::seal::token_hash;
pub use self::tx::Tx;

use self::mail::{
    Arrived, Claimed, ListWanted, Offset, OutboxRow, SecondCall, SentFile, Settled, ToClear, Wanted,
};
use self::open::Company;
use self::output::{Finding, Health, OpenAlert, Page, ReportRow};

/// The same call on whichever engine it is.
macro_rules! forward {
    ($self:ident, $engine:ident => $call:expr) => {
        match $self {
            Self::Sqlite($engine) => $call,
            Self::Postgres($engine) => $call,
        }
    };
}
use forward;

/// The database. Clones share it.
#[derive(Clone, Debug)]
pub enum Store {
    /// One file, one writer.
    Sqlite(Arc<sqlite::Base>),
    /// A server, any number of processes.
    Postgres(Arc<postgres::Base>),
}

impl Store {
    /// Opens the database, brings its schema up to date and makes sure that the key is the right one. Several
    /// processes may do so at the same time.
    ///
    /// # Errors
    /// [`OpenError`] says what to do.
    pub async fn open(opening: Opening<'_>) -> Result<Self, OpenError> {
        Self::open_as(opening, Company::Welcome).await
    }

    /// The same for a bot, which must be the only one on a SQLite file; on PostgreSQL any number may run.
    ///
    /// # Errors
    /// [`OpenError`] says what to do.
    pub async fn open_for_bot(opening: Opening<'_>) -> Result<Self, OpenError> {
        Self::open_as(opening, Company::NoOtherBot).await
    }

    async fn open_as(opening: Opening<'_>, company: Company) -> Result<Self, OpenError> {
        let Opening { url, key } = opening;
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let base = sqlite::open(path.as_ref(), key, company).await?;
            Ok(Self::Sqlite(Arc::new(base)))
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let base = postgres::open(url, key).await?;
            Ok(Self::Postgres(Arc::new(base)))
        } else {
            Err(OpenError::Url)
        }
    }

    /// Begins a transaction that may write. Never put this under `select!` or a timeout: a future dropped while the
    /// database begins would leave the connection inside a transaction.
    pub async fn begin(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite(base) => Tx::Sqlite(sqlite::Tx::begin(base).await?),
            Self::Postgres(base) => Tx::Postgres(postgres::Tx::begin(base).await?),
        })
    }

    /// Begins a transaction that only reads: on SQLite beside the one writer, whom it does not hold up. Roll it back.
    pub async fn look(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite(base) => Tx::Sqlite(sqlite::Tx::look(base).await?),
            Self::Postgres(base) => Tx::Postgres(postgres::Tx::look(base).await?),
        })
    }

    /// Closes all connections; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) {
        forward!(self, base => base.close().await);
    }

    /// Stores updates before Telegram is told that they arrived, and moves the bot's offset and notes the time of the
    /// poll if there is an offset, in one transaction.
    /// Gives how many were new; repeats are ignored.
    pub async fn receive(
        &self,
        bot: i64,
        arrived: &[Arrived<'_>],
        next_offset: Option<i64>,
        at: DateTime<Utc>,
    ) -> Result<usize, Error> {
        forward!(self, base => base.receive(bot, arrived, next_offset, at).await)
    }

    /// Who was last in the middle of a report at `since` or later, and has written nothing that waits to be handled.
    pub async fn amid_report(&self, since: DateTime<Utc>) -> Result<Vec<(UserId, ChatId)>, Error> {
        forward!(self, base => base.amid_report(since).await)
    }

    /// Puts updates that were given up back to those that wait, each with all its tries; gives their ids.
    pub async fn replay(&self, at: DateTime<Utc>) -> Result<Vec<i64>, Error> {
        forward!(self, base => base.replay(at).await)
    }

    /// Messages that may be claimed: due, and nobody's; danger first, then by class, oldest first.
    pub async fn pending(&self, limit: i64, at: DateTime<Utc>) -> Result<Vec<OutboxRow>, Error> {
        forward!(self, base => base.pending(limit, at).await)
    }

    /// Takes messages up for sending, pending to sending, and gives those that may be sent now. One whose person has
    /// left, is not reachable or (but for danger) has not agreed is withdrawn; one that somebody else took is left out.
    pub async fn claim(&self, seqs: &[i64], at: DateTime<Utc>) -> Result<Vec<Claimed>, Error> {
        self.exchange(&[], seqs, at).await
    }

    /// Writes down what became of claimed messages, all in one transaction.
    pub async fn settle(&self, settled: &[Settled]) -> Result<(), Error> {
        let Some(last) = settled.last() else {
            return Ok(());
        };
        self.exchange(settled, &[], last.at).await.map(drop)
    }

    /// [`Store::settle`], then [`Store::claim`], in one transaction.
    pub async fn exchange(
        &self,
        settled: &[Settled],
        seqs: &[i64],
        at: DateTime<Utc>,
    ) -> Result<Vec<Claimed>, Error> {
        forward!(self, base => base.exchange(settled, seqs, at).await)
    }

    /// Messages that were being sent by a process that is gone; settle each as a doubt. On SQLite those of an earlier
    /// process are known at once; on PostgreSQL, where others may live, a lease of a minute must pass first, so ask
    /// again from time to time.
    pub async fn in_doubt(&self, at: DateTime<Utc>) -> Result<Vec<OutboxRow>, Error> {
        forward!(self, base => base.in_doubt(at).await)
    }

    /// At start: messages that another process decided, and would send from memory, may be claimed at once.
    pub async fn take_over(&self, at: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.take_over(at).await)
    }

    /// A group has a new id: everything that was to go to the old one goes to the new one.
    pub async fn chat_migrated(&self, old: ChatId, new: ChatId) -> Result<(), Error> {
        forward!(self, base => base.chat_migrated(old, new).await)
    }

    /// Telegram no longer takes messages for whoever has this private chat.
    pub async fn unreachable(&self, chat: ChatId, at: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.unreachable(chat, at).await)
    }

    /// Where a bot stands in Telegram's queue, and what it is called.
    pub async fn bot(&self, bot: i64) -> Result<Offset, Error> {
        forward!(self, base => base.bot(bot).await)
    }

    /// The name of a bot that ran on this database; `None` before the first.
    ///
    /// # Errors
    /// [`Error`].
    pub async fn bot_name(&self) -> Result<Option<String>, Error> {
        forward!(self, base => base.bot_name().await)
    }

    /// Remembers a bot's name.
    pub async fn set_username(&self, bot: i64, username: &str) -> Result<(), Error> {
        forward!(self, base => base.set_username(bot, username).await)
    }

    /// Takes or renews the sole right to do something until `until`; `false` while somebody else has it.
    pub async fn lease(
        &self,
        what: &str,
        holder: &str,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        forward!(self, base => base.lease(what, holder, until, at).await)
    }

    /// Gives such a right back, so that somebody else has it at once; nothing if this holder has it no more.
    pub async fn release(&self, what: &str, holder: &str) -> Result<(), Error> {
        forward!(self, base => base.release(what, holder).await)
    }

    /// The dangers of which the ladder is to be looked at, those that wait longest first.
    pub async fn dangers_due(&self, now: DateTime<Utc>, limit: i64) -> Result<Vec<AlertId>, Error> {
        forward!(self, base => base.dangers_due(now, limit).await)
    }

    /// When a danger or a draft must be looked at next, or somebody told of something.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let draft = forward!(self, base => base.next_due().await)?;
        let reminder = forward!(self, base => base.next_reminder().await)?;
        let danger = forward!(self, base => base.next_danger().await)?;
        Ok(danger.into_iter().chain(draft).chain(reminder).min())
    }

    /// Calls about dangers to make now by the ways besides the chat, kept from other processes until `until`.
    pub async fn claim_second(
        &self,
        limit: i64,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Vec<SecondCall>, Error> {
        forward!(self, base => base.claim_second(limit, until, at).await)
    }

    /// Such a call was answered.
    pub async fn second_sent(&self, call: Uuid, at: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.second_sent(call, at).await)
    }

    /// Such a call failed, and is tried again at `next`.
    pub async fn second_later(&self, call: Uuid, next: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.second_later(call, next).await)
    }

    /// Messages of one chat that are to go now, kept from other processes until `until`.
    pub async fn claim_clearing(
        &self,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Option<ToClear>, Error> {
        forward!(self, base => base.claim_clearing(until, at).await)
    }

    /// These have gone from a chat, or never will.
    pub async fn cleared(&self, chat: ChatId, messages: &[MessageId]) -> Result<(), Error> {
        forward!(self, base => base.cleared(chat, messages).await)
    }

    /// These have not gone from a chat; they are tried again at `next`.
    pub async fn clear_later(
        &self,
        chat: ChatId,
        messages: &[MessageId],
        next: DateTime<Utc>,
    ) -> Result<(), Error> {
        forward!(self, base => base.clear_later(chat, messages, next).await)
    }

    /// Lists of commands to tell Telegram now, kept from other processes until `until`.
    pub async fn claim_lists(
        &self,
        limit: i64,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Vec<ListWanted>, Error> {
        forward!(self, base => base.claim_lists(limit, until, at).await)
    }

    /// Telegram knows this list.
    pub async fn list_told(&self, list: &ListWanted, at: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.list_told(list, at).await)
    }

    /// Telegram could not be told this list, and is at `next`.
    pub async fn list_later(&self, list: &ListWanted, next: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.list_later(list, next).await)
    }

    /// The lists say what `edition` stands for from now on; if they said something else before, all are told anew.
    pub async fn list_edition(&self, edition: &[u8]) -> Result<(), Error> {
        forward!(self, base => base.list_edition(edition).await)
    }

    /// Media to be fetched now, oldest first.
    pub async fn media_wanted(&self, limit: i64, at: DateTime<Utc>) -> Result<Vec<Wanted>, Error> {
        forward!(self, base => base.media_wanted(limit, at).await)
    }

    /// Keeps a medium's bytes, sealed with its case's key.
    pub async fn media_kept(&self, media: MediaId, bytes: &[u8]) -> Result<(), Error> {
        forward!(self, base => base.media_kept(media, bytes).await)
    }

    /// Fetching a medium failed; it is tried again at `next`, or given up.
    pub async fn media_failed(
        &self,
        media: MediaId,
        next: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        forward!(self, base => base.media_failed(media, next).await)
    }

    /// A kept medium, opened.
    pub async fn media(&self, media: MediaId) -> Result<Option<Vec<u8>>, Error> {
        forward!(self, base => base.media(media).await)
    }

    /// A file of settings to be looked at now, kept from other processes until `until`.
    pub async fn claim_trial(
        &self,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Option<SentFile>, Error> {
        forward!(self, base => base.claim_trial(until, at).await)
    }

    /// What was found in such a file.
    pub async fn trial_found(&self, trial: MediaId, found: &Found) -> Result<(), Error> {
        forward!(self, base => base.trial_found(trial, found).await)
    }

    /// Such a file could not be fetched, and is at `next`.
    pub async fn trial_later(&self, trial: MediaId, next: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, base => base.trial_later(trial, next).await)
    }

    /// The language of the released summary that this token opens, if it opens one now.
    pub async fn share_waiting(
        &self,
        token: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Language>, Error> {
        forward!(self, base => base.share_waiting(token, at).await)
    }

    /// Reports for an export, whatever their state, oldest first.
    pub async fn reports(&self, page: &Page) -> Result<Vec<ReportRow>, Error> {
        forward!(self, base => base.reports(page).await)
    }

    /// Danger alerts that nobody has, oldest first.
    pub async fn open_alerts(&self) -> Result<Vec<OpenAlert>, Error> {
        forward!(self, base => base.open_alerts().await)
    }

    /// How long things wait, and how many.
    pub async fn health(&self, at: DateTime<Utc>) -> Result<Health, Error> {
        forward!(self, base => base.health(at).await)
    }

    /// Reminders since then that had become of no use before they could be told.
    pub async fn missed_since(&self, since: DateTime<Utc>) -> Result<i64, Error> {
        forward!(self, base => base.missed_since(since).await)
    }

    /// Checks the file, the audit chain and the invariants; nothing found is an empty list.
    pub async fn check(&self) -> Result<Vec<Finding>, Error> {
        forward!(self, base => base.check().await)
    }

    /// How the engine would find what is due at a moment, and of a person: its own words, beside each statement.
    pub async fn plans(
        &self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Vec<(&'static str, String)>, Error> {
        forward!(self, base => base.plans(person, now).await)
    }

    /// The same of the list of what is late in a team, and of one thing of it.
    pub async fn plans_of_list(
        &self,
        asking: PersonId,
        team: TeamId,
        thing: ObligationId,
        now: DateTime<Utc>,
    ) -> Result<Vec<(&'static str, String)>, Error> {
        forward!(self, base => base.plans_of_list(asking, team, thing, now).await)
    }

    /// The plan of the statement that says when somebody here last met the family of a case.
    pub async fn plans_of_case(&self, case: CaseId) -> Result<Vec<(&'static str, String)>, Error> {
        forward!(self, base => base.plans_of_case(case).await)
    }

    /// Prepares every statement that this program has, and gives those that the database refuses.
    pub async fn rehearse(&self) -> Result<Vec<&'static str>, Error> {
        forward!(self, base => base.rehearse().await)
    }
}
