//! The tables, one file each: values come in and rows go out, on the engine that the module above names.
//!
//! Compiled once for each engine. `BEGIN`, the locking clauses and a few expressions differ; all else is the same.

mod absence;
mod agreed;
mod alert;
mod audit;
mod bot;
mod cases;
mod chat;
mod check;
mod clearing;
mod command_list;
mod commit;
mod danger;
mod draft;
mod erasure;
mod expecting;
mod facts;
mod form_version;
mod goal;
mod guess;
mod handover;
mod health;
mod inbox;
mod invite;
mod keeping;
mod late;
mod load;
mod media;
mod meta;
mod obligation;
mod outbox;
mod person;
mod plan;
mod profile;
mod record;
mod referral;
mod reminder;
mod report;
mod review;
mod second;
mod service;
mod share;
mod tx;
mod waiting;

use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{Database, Executor, Pool, SqlSafeStr};

use crate::core::form::Form;
use crate::core::id::FormId;

use super::super::key::Master;
use super::super::open::OpenError;
use super::super::seal::Seals;
use super::super::{Error, audit as chain, mail, output, programme, seal, step, word};
use super::{BEGIN, Db, EXPLAIN, INTEGRITY, MANY_WRITERS};

pub use tx::Tx;

type Row = <Db as Database>::Row;

/// The database with all that is kept beside it in memory.
pub struct Base {
    /// SQLite: the one writer. PostgreSQL: the same as `read`.
    write: Pool<Db>,
    read: Pool<Db>,
    seals: Seals,
    /// Versions never change, so they are read once.
    forms: Mutex<HashMap<FormId, Arc<Form>>>,
    /// A bot's, held as long as the file is open.
    _lock: Option<File>,
}

impl Base {
    pub async fn new(
        write: Pool<Db>,
        read: Pool<Db>,
        key: Master,
        lock: Option<File>,
    ) -> Result<Self, OpenError> {
        let seals = meta::confirm_key(&write, key).await?;
        Ok(Self {
            write,
            read,
            seals,
            forms: Mutex::default(),
            _lock: lock,
        })
    }

    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }

    /// Prepares every statement and gives those that the database refuses.
    pub async fn rehearse(&self) -> Result<Vec<&'static str>, Error> {
        let mut connection = self.read.acquire().await?;
        let mut refused = Vec::new();
        for statement in STATEMENTS.iter().copied().flatten().copied() {
            if (&mut *connection)
                .prepare(statement.into_sql_str())
                .await
                .is_err()
            {
                refused.push(statement);
            }
        }
        Ok(refused)
    }

    /// Whether something waits at this moment, by a statement that asks so. Most looks find nothing, and must not wait for
    /// the writer.
    async fn any(&self, statement: &'static str, at: DateTime<Utc>) -> Result<bool, Error> {
        let asked = sqlx::query_scalar(statement).bind(at);
        Ok(asked.fetch_one(&self.read).await?)
    }

    fn known_form(&self, id: FormId) -> Option<Arc<Form>> {
        let forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        forms.get(&id).cloned()
    }

    fn keep_form(&self, id: FormId, form: Form) -> Arc<Form> {
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(forms.entry(id).or_insert_with(|| Arc::new(form)))
    }
}

impl fmt::Debug for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Base")
    }
}

/// Every statement of every table.
const STATEMENTS: &[&[&str]] = &[
    absence::STATEMENTS,
    agreed::STATEMENTS,
    alert::STATEMENTS,
    audit::STATEMENTS,
    bot::STATEMENTS,
    cases::STATEMENTS,
    record::STATEMENTS,
    chat::STATEMENTS,
    check::STATEMENTS,
    clearing::STATEMENTS,
    command_list::STATEMENTS,
    danger::STATEMENTS,
    draft::STATEMENTS,
    erasure::STATEMENTS,
    expecting::STATEMENTS,
    facts::STATEMENTS,
    form_version::STATEMENTS,
    goal::STATEMENTS,
    guess::STATEMENTS,
    handover::STATEMENTS,
    health::STATEMENTS,
    inbox::STATEMENTS,
    invite::STATEMENTS,
    keeping::STATEMENTS,
    late::STATEMENTS,
    media::STATEMENTS,
    meta::STATEMENTS,
    obligation::STATEMENTS,
    outbox::STATEMENTS,
    person::STATEMENTS,
    profile::STATEMENTS,
    referral::STATEMENTS,
    reminder::STATEMENTS,
    report::STATEMENTS,
    review::STATEMENTS,
    second::STATEMENTS,
    service::STATEMENTS,
    share::STATEMENTS,
    waiting::STATEMENTS,
    INTEGRITY,
];

/// Brings the schema up to date; refuses one that is newer or not ours.
pub async fn migrate(migrations: &Migrator, pool: &Pool<Db>) -> Result<(), OpenError> {
    let known = migrations.iter().map(|migration| migration.version).max();
    let known = known.unwrap_or(0);
    match migrations.run(pool).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(found)) if found > known => {
            Err(OpenError::Newer { found, known })
        }
        Err(MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_)) => {
            Err(OpenError::Foreign)
        }
        Err(MigrateError::Execute(error)) => Err(error.into()),
        Err(MigrateError::ExecuteMigration(error, _)) => Err(match error.into() {
            // The disk and the server are well: the tables are not what they should be.
            OpenError::Other(_) => OpenError::Foreign,
            known => known,
        }),
        Err(_) => Err(OpenError::Foreign),
    }
}

/// A number that fits into its type by the rules of its column.
fn fit<T: TryFrom<i64>>(column: &'static str, number: i64) -> Result<T, Error> {
    T::try_from(number).map_err(|_| Error::Damaged(column))
}

/// Whether a write that must touch one row did.
fn once(touched: u64) -> Result<(), Error> {
    if touched == 1 {
        Ok(())
    } else {
        Err(Error::Conflict)
    }
}

/// A new id for what no event brings an id for.
fn fresh_id() -> uuid::Uuid {
    uuid::Builder::from_random_bytes(crate::ids::random()).into_uuid()
}
