//! `bot` and `lease`: where a bot stands in Telegram's queue, and which process may ask for more.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::mail::Offset;
use super::{Base, Error, Tx};

pub const STATEMENTS: &[&str] = &[READ, MOVE, NAME, NAMED, LEASE, RELEASE, END_LEASES];

const READ: &str = "SELECT next_offset, polled_at, username FROM bot WHERE id = $1";
pub const MOVE: &str = "INSERT INTO bot (id, next_offset, polled_at) VALUES ($1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET next_offset = excluded.next_offset, polled_at = excluded.polled_at";
const NAME: &str = "INSERT INTO bot (id, username) VALUES ($1, $2)
    ON CONFLICT (id) DO UPDATE SET username = excluded.username";
const NAMED: &str = "SELECT username FROM bot WHERE username IS NOT NULL ORDER BY id LIMIT 1";
const LEASE: &str = "INSERT INTO lease (name, holder, until) VALUES ($1, $2, $3)
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
    WHERE lease.holder = excluded.holder OR lease.until <= $4";
const RELEASE: &str = "DELETE FROM lease WHERE name = $1 AND holder = $2";
pub const END_LEASES: &str = "DELETE FROM lease";

impl Tx {
    /// The name of the bot, for links.
    pub(super) async fn username(&mut self) -> Result<Option<String>, Error> {
        let row = sqlx::query(NAMED).fetch_optional(&mut *self.inner).await?;
        Ok(row.map(|row| row.try_get("username")).transpose()?)
    }
}

impl Base {
    pub async fn bot(&self, bot: i64) -> Result<Offset, Error> {
        let row = sqlx::query(READ)
            .bind(bot)
            .fetch_optional(&self.read)
            .await?;
        let Some(row) = row else {
            return Ok(Offset::default());
        };
        Ok(Offset {
            next: row.try_get("next_offset")?,
            polled_at: row.try_get("polled_at")?,
            username: row.try_get("username")?,
        })
    }

    pub async fn bot_name(&self) -> Result<Option<String>, Error> {
        let row = sqlx::query(NAMED).fetch_optional(&self.read).await?;
        Ok(row.map(|row| row.try_get("username")).transpose()?)
    }

    pub async fn set_username(&self, bot: i64, username: &str) -> Result<(), Error> {
        sqlx::query(NAME)
            .bind(bot)
            .bind(username)
            .execute(&self.write)
            .await?;
        Ok(())
    }

    pub async fn lease(
        &self,
        what: &str,
        holder: &str,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let taken = sqlx::query(LEASE)
            .bind(what)
            .bind(holder)
            .bind(until)
            .bind(at)
            .execute(&self.write)
            .await?;
        Ok(taken.rows_affected() == 1)
    }

    pub async fn release(&self, what: &str, holder: &str) -> Result<(), Error> {
        sqlx::query(RELEASE)
            .bind(what)
            .bind(holder)
            .execute(&self.write)
            .await?;
        Ok(())
    }
}
