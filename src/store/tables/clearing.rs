//! `clearing`: a chat that is to be cleared comes in; its messages go out to be deleted, and what became of them comes
//! back.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::Row as _;
use sqlx::types::Json;

use crate::core::id::{ChatId, MessageId};

use super::mail::ToClear;
use super::outbox::message_id;
use super::{BEGIN, Base, Error, Tx, fit};

pub const STATEMENTS: &[&str] = &[OURS, THEIRS, ANY, CLAIM, CLEARED, LATER];

/// Telegram deletes messages of the last 48 hours; an hour is left for the way there.
const DELETABLE: TimeDelta = TimeDelta::hours(47);
/// The most that Telegram deletes in one call.
const AT_ONCE: i64 = 100;

/// A screen that was written long ago and changed since is too old, but says something new.
const OURS: &str = "INSERT INTO clearing (chat_id, message_id, blank, next_at)
    SELECT o.chat_id, o.message_id, MIN(o.ended_at) < $2, $3 FROM outbox o
    WHERE o.chat_id = $1 AND o.state = 'sent' AND o.message_id IS NOT NULL
    GROUP BY o.chat_id, o.message_id
    HAVING MAX(o.ended_at) >= $2
        OR o.message_id = (SELECT c.live FROM chat c WHERE c.id = o.chat_id)
    ON CONFLICT DO NOTHING";
/// The lane of a private chat has its number.
const THEIRS: &str = "INSERT INTO clearing (chat_id, message_id, blank, next_at)
    SELECT lane, message_id, FALSE, $3 FROM inbox
    WHERE lane = $1 AND received_at >= $2 AND message_id IS NOT NULL
    ON CONFLICT DO NOTHING";
const ANY: &str = "SELECT EXISTS (SELECT 1 FROM clearing WHERE next_at <= $1)";
/// Those of one chat.
const CLAIM: &str = "UPDATE clearing SET next_at = $2
    WHERE next_at <= $1 AND (chat_id, message_id) IN (
        SELECT c.chat_id, c.message_id FROM clearing c
        WHERE c.next_at <= $1 AND c.chat_id = (
            SELECT first.chat_id FROM clearing first WHERE first.next_at <= $1
            ORDER BY first.next_at, first.chat_id LIMIT 1)
        ORDER BY c.message_id LIMIT $3)
    RETURNING chat_id, message_id, blank, attempts";
const CLEARED: &str = concat!(
    "DELETE FROM clearing WHERE chat_id = $1 AND message_id IN (
        SELECT CAST(each.value AS bigint) FROM ",
    each!("$2"),
    ")"
);
const LATER: &str = concat!(
    "UPDATE clearing SET attempts = attempts + 1, next_at = $3
     WHERE chat_id = $1 AND message_id IN (SELECT CAST(each.value AS bigint) FROM ",
    each!("$2"),
    ")"
);

impl Tx {
    /// What both sides wrote lately in this private chat is to go, and what its live screen says.
    pub(super) async fn clear_chat(
        &mut self,
        chat: ChatId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for statement in [OURS, THEIRS] {
            let clearing = sqlx::query(statement).bind(chat.0);
            let clearing = clearing.bind(at - DELETABLE).bind(at);
            clearing.execute(&mut *self.inner).await?;
        }
        Ok(())
    }
}

impl Base {
    /// Messages of one chat that are to go now, kept from other processes until `until`.
    pub async fn claim_clearing(
        &self,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Option<ToClear>, Error> {
        if !self.any(ANY, at).await? {
            return Ok(None);
        }
        let mut tx = self.write.begin_with(BEGIN).await?;
        let claiming = sqlx::query(CLAIM).bind(at).bind(until).bind(AT_ONCE);
        let rows = claiming.fetch_all(&mut *tx).await?;
        tx.commit().await?;
        let mut claimed: Option<ToClear> = None;
        for row in rows {
            let chat = ChatId(row.try_get("chat_id")?);
            let attempts = fit("clearing.attempts", row.try_get("attempts")?)?;
            let Some(id) = message_id("clearing.message_id", row.try_get("message_id")?)? else {
                continue;
            };
            let claimed = claimed.get_or_insert_with(|| ToClear {
                chat,
                delete: Vec::new(),
                blank: Vec::new(),
                attempts,
            });
            claimed.attempts = claimed.attempts.max(attempts);
            match row.try_get("blank")? {
                true => claimed.blank.push(id),
                false => claimed.delete.push(id),
            }
        }
        Ok(claimed)
    }

    /// These have gone, or never will.
    pub async fn cleared(&self, chat: ChatId, messages: &[MessageId]) -> Result<(), Error> {
        let ids: Vec<i32> = messages.iter().map(|message| message.0).collect();
        let forgetting = sqlx::query(CLEARED).bind(chat.0).bind(Json(ids));
        forgetting.execute(&self.write).await?;
        Ok(())
    }

    /// These have not gone; they are tried again at `next`.
    pub async fn clear_later(
        &self,
        chat: ChatId,
        messages: &[MessageId],
        next: DateTime<Utc>,
    ) -> Result<(), Error> {
        let ids: Vec<i32> = messages.iter().map(|message| message.0).collect();
        let waiting = sqlx::query(LATER).bind(chat.0).bind(Json(ids)).bind(next);
        waiting.execute(&self.write).await?;
        Ok(())
    }
}
