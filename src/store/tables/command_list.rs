//! `command_list`: whose phone should list other commands comes in; the lists to tell go out, and what became of them
//! comes back.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use crate::core::id::{ChatId, PersonId, UserId};
use crate::core::people::{Language, Role};

use super::mail::ListWanted;
use super::person::language;
use super::{BEGIN, Base, Error, Row, Tx, fit, word};

pub const STATEMENTS: &[&str] = &[
    WANT,
    WANT_OF_USER,
    ANY,
    CLAIM,
    READER,
    TOLD,
    NONE_LEFT,
    LATER,
    EDITION,
    ALL_ANEW,
];

/// Whoever may use the bot gets a list; somebody else's row only leads to its end.
macro_rules! want {
    ($whose:literal) => {
        concat!(
            "INSERT INTO command_list (chat_id, wanted, told, attempts, not_before)
             SELECT a.chat_id, 1, 0, 0, $2 FROM account a JOIN person p ON p.id = a.person_id
             WHERE ",
            $whose,
            " = $1 AND ((p.standing = 'active' AND p.consent_at IS NOT NULL)
                OR EXISTS (SELECT 1 FROM command_list l WHERE l.chat_id = a.chat_id))
             ON CONFLICT (chat_id) DO UPDATE SET wanted = command_list.wanted + 1"
        )
    };
}
const WANT: &str = want!("a.person_id");
const WANT_OF_USER: &str = want!("a.user_id");
const ANY: &str = "SELECT EXISTS (
    SELECT 1 FROM command_list WHERE told < wanted AND not_before <= $1)";
const CLAIM: &str = "UPDATE command_list SET not_before = $2
    WHERE not_before <= $1 AND chat_id IN (
        SELECT chat_id FROM command_list WHERE told < wanted AND not_before <= $1
        ORDER BY not_before, chat_id LIMIT $3)
    RETURNING chat_id, wanted, attempts";
const READER: &str = "SELECT p.role, p.language FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.chat_id = $1 AND p.standing = 'active' AND p.consent_at IS NOT NULL";
const TOLD: &str = "UPDATE command_list SET told = $2, attempts = 0, not_before = $3
    WHERE chat_id = $1 AND told < $2";
/// Unless it was wanted again meanwhile.
const NONE_LEFT: &str = "DELETE FROM command_list WHERE chat_id = $1 AND wanted = $2";
const LATER: &str = "UPDATE command_list SET attempts = attempts + 1, not_before = $2
    WHERE chat_id = $1";
const EDITION: &str = "INSERT INTO meta (name, value) VALUES ('command_lists', $1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE meta.value <> excluded.value";
const ALL_ANEW: &str = "UPDATE command_list SET wanted = wanted + 1";

impl Tx {
    /// This person's phone should list something else from now on, or nothing of its own any more.
    pub(super) async fn want_commands(
        &mut self,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let wanting = sqlx::query(WANT).bind(person.0).bind(at);
        wanting.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// The same of a Telegram user, who may be nobody here.
    pub(super) async fn want_commands_of(
        &mut self,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let wanting = sqlx::query(WANT_OF_USER).bind(user.0).bind(at);
        wanting.execute(&mut *self.inner).await?;
        Ok(())
    }
}

impl Base {
    /// Lists to tell now, kept from other processes until `until`.
    pub async fn claim_lists(
        &self,
        limit: i64,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Vec<ListWanted>, Error> {
        if !self.any(ANY, at).await? {
            return Ok(Vec::new());
        }
        let mut tx = self.write.begin_with(BEGIN).await?;
        let claiming = sqlx::query(CLAIM).bind(at).bind(until).bind(limit);
        let mut lists = Vec::new();
        for row in claiming.fetch_all(&mut *tx).await? {
            let chat: i64 = row.try_get("chat_id")?;
            let asked = sqlx::query(READER).bind(chat);
            let found = asked.fetch_optional(&mut *tx).await?;
            lists.push(ListWanted {
                chat: ChatId(chat),
                wanted: row.try_get("wanted")?,
                attempts: fit("command_list.attempts", row.try_get("attempts")?)?,
                reader: found.map(|row| reader(&row)).transpose()?,
            });
        }
        tx.commit().await?;
        Ok(lists)
    }

    /// Telegram knows this list.
    pub async fn list_told(&self, list: &ListWanted, at: DateTime<Utc>) -> Result<(), Error> {
        let noting = match list.reader {
            Some(_) => sqlx::query(TOLD)
                .bind(list.chat.0)
                .bind(list.wanted)
                .bind(at),
            None => sqlx::query(NONE_LEFT).bind(list.chat.0).bind(list.wanted),
        };
        noting.execute(&self.write).await?;
        Ok(())
    }

    /// Telegram was not told, and is at `next`.
    pub async fn list_later(&self, list: &ListWanted, next: DateTime<Utc>) -> Result<(), Error> {
        let waiting = sqlx::query(LATER).bind(list.chat.0).bind(next);
        waiting.execute(&self.write).await?;
        Ok(())
    }

    /// The lists say what `edition` stands for from now on; if they said something else before, all are told anew.
    pub async fn list_edition(&self, edition: &[u8]) -> Result<(), Error> {
        let mut tx = self.write.begin_with(BEGIN).await?;
        let changed = sqlx::query(EDITION).bind(edition).execute(&mut *tx).await?;
        if changed.rows_affected() > 0 {
            sqlx::query(ALL_ANEW).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

fn reader(row: &Row) -> Result<(Role, Language), Error> {
    let role = word::read("person.role", row.try_get("role")?)?;
    Ok((role, language(row)?.unwrap_or_else(Language::english)))
}
