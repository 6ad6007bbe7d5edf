//! `chat`: where each chat stands, and which message is its live screen.

use chrono::{DateTime, Utc};
use sqlx::Executor as _;
use sqlx::types::Json;

use crate::core::id::ChatId;
use crate::core::place::Place;

use super::{BEGIN, Base, Error, Tx};

pub const STATEMENTS: &[&str] = &[
    GO,
    LIVE,
    FORGET_CHAT,
    MOVE_CHAT,
    MOVE_ACCOUNT,
    MOVE_MESSAGES,
    UNREACHABLE,
];

const GO: &str = "INSERT INTO chat (id, place, typed) VALUES ($1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET place = excluded.place, typed = excluded.typed";
/// The live screens of many chats at once, as pairs of chat and message.
pub const LIVE: &str = concat!(
    "INSERT INTO chat (id, live, place)
     SELECT CAST(each.value ->> 0 AS bigint), CAST(each.value ->> 1 AS bigint), $2 FROM ",
    each!("$1"),
    " WHERE TRUE ON CONFLICT (id) DO UPDATE SET live = excluded.live"
);
/// Only while there is something to take its place: telling twice must lose nothing.
const FORGET_CHAT: &str = "DELETE FROM chat WHERE id = $2
    AND EXISTS (SELECT 1 FROM chat old WHERE old.id = $1)";
const MOVE_CHAT: &str = "UPDATE chat SET id = $2 WHERE id = $1";
const MOVE_ACCOUNT: &str = "UPDATE account SET chat_id = $2 WHERE chat_id = $1";
const MOVE_MESSAGES: &str = "UPDATE outbox SET chat_id = $2
    WHERE chat_id = $1 AND state IN ('pending', 'sending')";
const UNREACHABLE: &str = "UPDATE account SET reachable = FALSE WHERE chat_id = $1";

/// What somebody typed at a place.
pub const TYPED: &str = "chat.typed";

impl Tx {
    pub(super) async fn go(&mut self, chat: ChatId, place: &Place) -> Result<(), Error> {
        let (place, typed) = place.parted();
        let seal = &self.base.seals.chats;
        sqlx::query(GO)
            .bind(chat.0)
            .bind(Json(place))
            .bind(typed.map(|typed| seal.seal(TYPED, chat.0, typed.as_bytes())))
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}

impl Base {
    pub async fn chat_migrated(&self, old: ChatId, new: ChatId) -> Result<(), Error> {
        let mut tx = self.write.begin_with(BEGIN).await?;
        for statement in [FORGET_CHAT, MOVE_CHAT, MOVE_ACCOUNT, MOVE_MESSAGES] {
            let moving = sqlx::query(statement).bind(old.0).bind(new.0);
            tx.execute(moving).await?;
        }
        Ok(tx.commit().await?)
    }

    pub async fn unreachable(&self, chat: ChatId, at: DateTime<Utc>) -> Result<(), Error> {
        sqlx::query(UNREACHABLE)
            .bind(chat.0)
            .execute(&self.write)
            .await?;
        self.look_soon_of_chat(chat, at).await
    }
}
