//! A database's URL and a master key come in; why it cannot be opened goes out, in one sentence each.

use std::path::PathBuf;

use super::key::{KeyError, Master};

/// What is needed to open the store.
#[derive(Debug)]
pub struct Opening<'a> {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: &'a str,
    /// The master key.
    pub key: Master,
}

/// Who else may have a SQLite file open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    /// Anybody: what is read and written stands in transactions.
    Welcome,
    /// No other bot: what a bot before it was sending is its own now.
    NoOtherBot,
}

/// Why the database cannot be opened: what happened and what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL is of no kind that we know.
    #[error("the database URL is not understood: write sqlite:PATH or postgres://USER@HOST/NAME")]
    Url,
    /// Another bot runs on the SQLite file.
    #[error("another bot runs on the database {0}: stop it first, or choose another data folder")]
    Locked(PathBuf),
    /// It cannot be written.
    #[error("the database is read-only: give this user the right to write to it and to its folder")]
    ReadOnly,
    /// A newer program has changed it.
    #[error(
        "the database was changed by a newer kinkeeper (its schema is {found}, this program knows {known}): install that version or a later one"
    )]
    Newer {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration that we know.
        known: i64,
    },
    /// It was sealed with another key.
    #[error(
        "the key file does not belong to this database: use the key file that was made with it"
    )]
    WrongKey,
    /// It was sealed with a key whose file is gone.
    #[error(
        "the key file {0} is missing, and the database needs it: restore it from your safe copy"
    )]
    KeyMissing(PathBuf),
    /// The key file cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The server does not answer, or does not let us in.
    #[error("the database cannot be reached ({0}): check that it runs and that the URL is right")]
    Unreachable(String),
    /// The SQLite file cannot be opened.
    #[error("the database file cannot be opened ({0}): check its path, and that its folder exists")]
    File(String),
    /// No space is left.
    #[error("the disk of the database is full: make room and start again")]
    Full,
    /// Its tables are not ours.
    #[error(
        "the database was made by another program, or its schema was altered: choose an empty database"
    )]
    Foreign,
    /// The file is no SQLite database.
    #[error("the database file is damaged or not a database: restore it from a backup")]
    Damaged,
    /// SQLite is older than the version that mended its write-ahead log.
    #[error(
        "the SQLite library is {0}, and versions before 3.51.3 can damage a database: update it"
    )]
    OldLibrary(String),
    /// Something else.
    #[error("the database cannot be opened ({0}): see the log of the database")]
    Other(String),
}

impl From<sqlx::Error> for OpenError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(cause) => Self::Unreachable(cause.kind().to_string()),
            sqlx::Error::Tls(_) => Self::Unreachable("no encrypted connection".into()),
            sqlx::Error::PoolTimedOut => Self::Unreachable("no answer in time".into()),
            sqlx::Error::Configuration(_) => Self::Url,
            sqlx::Error::Database(refused) => {
                let code = refused.code().unwrap_or_default();
                match code.as_ref() {
                    "28P01" | "28000" => Self::Unreachable("user or password refused".into()),
                    "3D000" => Self::Unreachable("there is no database of that name".into()),
                    "53300" => Self::Unreachable("too many connections".into()),
                    "25006" | "42501" => Self::ReadOnly,
                    "53100" => Self::Full,
                    "14" => Self::File("SQLite cannot open it".into()),
                    "26" | "11" => Self::Damaged,
                    code => match code.parse::<u32>().map(|code| code & 0xff) {
                        Ok(8) => Self::ReadOnly,
                        Ok(13) => Self::Full,
                        Ok(_) | Err(_) => Self::Other(super::Error::from(error).to_string()),
                    },
                }
            }
            _ => Self::Other(super::Error::from(error).to_string()),
        }
    }
}

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly
            }
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::Full,
            kind => Self::File(kind.to_string()),
        }
    }
}
