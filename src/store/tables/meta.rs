//! `meta`: facts about the database itself. A master key comes in; its seals go out if it is the right one.

use sqlx::Pool;

use super::seal::Seals;
use super::{Db, Master, OpenError};

pub const STATEMENTS: &[&str] = &[CHECK, SET_CHECK];

const CHECK: &str = "SELECT value FROM meta WHERE name = 'key_check'";
const SET_CHECK: &str =
    "INSERT INTO meta (name, value) VALUES ('key_check', $1) ON CONFLICT (name) DO NOTHING";
const COLUMN: &str = "meta.value";

/// Makes sure that this database was sealed with `key`; a new database takes the key, whose file is written first.
pub async fn confirm_key(pool: &Pool<Db>, mut key: Master) -> Result<Seals, OpenError> {
    let seals = Seals::derive(&key);
    let known: Option<Vec<u8>> = sqlx::query_scalar(CHECK).fetch_optional(pool).await?;
    if known.is_some()
        && let Some(path) = key.unsaved()
    {
        return Err(OpenError::KeyMissing(path.into()));
    }
    let check = if let Some(check) = known {
        check
    } else {
        key.save()?;
        let check = seals.check.seal(COLUMN, "key_check", b"kinkeeper");
        sqlx::query(SET_CHECK).bind(check).execute(pool).await?;
        // Another process may have been first, with another key.
        sqlx::query_scalar(CHECK).fetch_one(pool).await?
    };
    match seals.check.open(COLUMN, "key_check", &check) {
        Ok(_) => Ok(seals),
        Err(_) => Err(OpenError::WrongKey),
    }
}
