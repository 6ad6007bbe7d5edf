//! The store in one SQLite file: a path and a key come in, a [`Base`] goes out; and where its SQL is its own.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::key::Master;
use super::open::{Company, OpenError};

/// The engine that `tables` is compiled for here.
type Db = sqlx::Sqlite;
/// The write lock is taken at once: a transaction that reads first and writes later would fail in between.
const BEGIN: &str = "BEGIN IMMEDIATE";
/// One transaction writes at a time, and each costs a flush.
const MANY_WRITERS: bool = false;
/// The engine's own checks; each row they give is a finding, but for `ok`.
const INTEGRITY: &[&str] = &[
    "SELECT integrity_check AS line FROM pragma_integrity_check",
    "SELECT 'table ' || \"table\" || ', row ' || rowid || ' refers to nothing' AS line
     FROM pragma_foreign_key_check",
];
/// What asks for a plan, and the column of the answer.
const EXPLAIN: (&str, &str) = ("EXPLAIN QUERY PLAN", "detail");
static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
/// The first version without the fault by which two connections could damage a write-ahead log.
const SAFE_VERSION: (u32, u32, u32) = (3, 51, 3);
/// Exports, health and the sender read beside the writer.
const READERS: u32 = 4;
/// More than there are: each is prepared once.
const STATEMENTS: usize = 256;
const BUSY: Duration = Duration::from_secs(10);
/// How long a write waits for the one connection; a large batch is over long before.
const WRITER_WAIT: Duration = Duration::from_secs(60);

// One writer: nothing to lock.
macro_rules! skip_locked {
    ($table:literal) => {
        ""
    };
}
macro_rules! for_update {
    ($table:literal) => {
        ""
    };
}
macro_rules! each {
    ($list:literal) => {
        concat!("json_each(", $list, ") AS each")
    };
}
macro_rules! uuid {
    ($hex:literal) => {
        concat!("unhex(", $hex, ")")
    };
}
macro_rules! bytes {
    ($hex:literal) => {
        concat!("unhex(", $hex, ")")
    };
}
macro_rules! id_text {
    ($id:literal) => {
        concat!("lower(hex(", $id, "))")
    };
}
macro_rules! pairs {
    ($first:expr, $second:expr, $from:literal) => {
        concat!(
            "(SELECT json_group_array(json_array(",
            $first,
            ", ",
            $second,
            ") ORDER BY ",
            $first,
            ") FROM ",
            $from,
            ")"
        )
    };
}

#[allow(clippy::duplicate_mod, reason = "compiled once for each engine")]
#[path = "tables/mod.rs"]
mod tables;

pub use tables::{Base, Tx};

/// Opens the file at `path` and makes it if there is none. A bot holds its lock until the [`Base`] is gone.
pub async fn open(path: &Path, key: Master, company: Company) -> Result<Base, OpenError> {
    let lock = match company {
        Company::Welcome => None,
        Company::NoOtherBot => Some(lock(path)?),
    };
    // The file is made here so that nobody else may read it from its first moment.
    let file = OpenOptions::new()
        .read(true)
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path)?;
    if file.metadata()?.permissions().readonly() {
        return Err(OpenError::ReadOnly);
    }
    drop(file);
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging();
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(WRITER_WAIT)
        // A connection to a file does not go away by itself.
        .test_before_acquire(false)
        .connect_with(options.clone().optimize_on_close(true, None))
        .await?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(&write)
        .await?;
    if !is_safe(&version) {
        return Err(OpenError::OldLibrary(version));
    }
    tables::migrate(&MIGRATIONS, &write).await?;
    let read = SqlitePoolOptions::new()
        .max_connections(READERS)
        .test_before_acquire(false)
        .connect_lazy_with(options.read_only(true));
    let alone = lock.is_some();
    let base = Base::new(write, read, key, lock).await?;
    if alone {
        // The lock proves that whoever held a lease, or was sending a message, is gone.
        base.end_leases().await?;
    }
    Ok(base)
}

/// Locks a file beside the database; the kernel lets go of it when this process ends, however it ends.
fn lock(path: &Path) -> Result<File, OpenError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".lock");
    let lock = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(PathBuf::from(beside))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked(path.into())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn is_safe(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= SAFE_VERSION
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_can_damage_a_log_are_refused() {
        assert!(is_safe("3.51.3") && is_safe("3.52.0") && is_safe("4.0.0"));
        assert!(!is_safe("3.51.2") && !is_safe("3.50.4") && !is_safe("2.99.99"));
    }
}
