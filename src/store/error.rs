//! What can go wrong in the store; a caller branches on "somebody was faster" and on "it may pass".

use super::seal::Unopened;

/// A failed read or write. Neither its words nor its sources carry stored values.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody was faster, or it was done before: a stale turn, a used invitation, a taken alert, a repeat.
    /// Nothing of the step may be kept; roll back.
    #[error("it was changed meanwhile, or done before")]
    Conflict,
    /// The step asks for what cannot be: a fault of the program.
    #[error("a step asks for what cannot be: {0}")]
    Unfit(&'static str),
    /// A stored value that our types do not know, by table and column.
    #[error("{0} holds a value that this program does not know")]
    Damaged(&'static str),
    /// A sealed value that does not open: altered, moved, or sealed with another key.
    #[error(transparent)]
    Unopened(#[from] Unopened),
    /// The database failed.
    #[error("{}", describe(.0))]
    Database(sqlx::Error),
}

impl Error {
    /// Whether the same may succeed later without a change of the program: a lost connection, a full disk, a
    /// deadlock.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Conflict | Self::Unfit(_) | Self::Damaged(_) | Self::Unopened(_) => false,
            Self::Database(error) => match error {
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed
                | sqlx::Error::Protocol(_) => true,
                sqlx::Error::Database(refused) => refused.code().is_some_and(|code| passes(&code)),
                _ => false,
            },
        }
    }
}

/// SQLite's codes of a busy, unreadable or full file; PostgreSQL's classes of lost connections, missing
/// resources, an operator's intervention, and transactions to repeat.
fn passes(code: &str) -> bool {
    if let Ok(code) = code.parse::<u32>()
        && code < 10_000
    {
        return matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14);
    }
    ["08", "53", "57", "40", "25006"]
        .iter()
        .any(|class| code.starts_with(class))
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

/// The error without the values that a database may quote.
fn describe(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(refused) => {
            let code = refused.code().unwrap_or_default();
            match (refused.table(), refused.constraint()) {
                (Some(table), Some(rule)) => {
                    format!("the database refused (code {code}, table {table}, rule {rule})")
                }
                (Some(table), None) => format!("the database refused (code {code}, table {table})"),
                (None, Some(_) | None) => format!("the database refused (code {code})"),
            }
        }
        sqlx::Error::Io(error) => format!("the database cannot be reached ({})", error.kind()),
        sqlx::Error::Tls(_) => "no encrypted connection to the database".into(),
        sqlx::Error::PoolTimedOut => "no connection to the database became free in time".into(),
        sqlx::Error::PoolClosed => "the database is closed".into(),
        sqlx::Error::WorkerCrashed => "the database's thread ended".into(),
        sqlx::Error::RowNotFound => "the database gave no row".into(),
        sqlx::Error::ColumnDecode { index, .. } => format!("column {index} cannot be read"),
        sqlx::Error::ColumnNotFound(column) => format!("there is no column {column}"),
        _ => "the database failed".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_connections_and_full_disks_may_pass_and_conflicts_do_not() {
        assert!(Error::Database(sqlx::Error::PoolTimedOut).may_pass());
        assert!(passes("13") && passes("522") && passes("57P01") && passes("40P01"));
        assert!(!passes("1555") && !passes("23505"));
        assert!(!Error::Conflict.may_pass());
    }
}
