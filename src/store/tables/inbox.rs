//! `inbox`: updates come in and are kept; those that wait go out, one of each lane, in the order of arrival.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use sqlx::Row as _;
use sqlx::types::Json;

use super::mail::{Arrived, Waiting};
use super::{BEGIN, Base, Error, Row, Tx, bot, fit, once};

pub const STATEMENTS: &[&str] = &[RECEIVE, CLAIM, FINISH, WIPE, FAIL, REPLAY];

/// Sorted, so that the order of arrival is Telegram's.
const RECEIVE: &str = concat!(
    "INSERT INTO inbox (bot_id, update_id, lane, body, message_id, received_at, next_at)
     SELECT CAST($1 AS bigint), CAST(each.value ->> 0 AS bigint),
         CAST(each.value ->> 1 AS bigint), ",
    bytes!("each.value ->> 2"),
    ", CAST(each.value ->> 3 AS bigint), $3, $3 FROM ",
    each!("$2"),
    " WHERE TRUE ORDER BY 2 ON CONFLICT (bot_id, update_id) DO NOTHING"
);
/// The second condition keeps the order within a lane: an open update that another worker holds is still open.
///
/// Of a flood the last 20 updates are not crowded (safety: "flooding"). What waits is counted, not what came within a
/// time: whoever waits for each answer is never in a flood, however fast that goes.
const CLAIM: &str = concat!(
    "SELECT i.seq, i.bot_id, i.update_id, i.lane, i.body, i.attempts, i.received_at,
         EXISTS (SELECT 1 FROM inbox later WHERE later.state = 'open'
             AND later.lane = i.lane AND later.seq > i.seq LIMIT 1 OFFSET 19) AS crowded
     FROM inbox i
     WHERE i.state = 'open' AND i.next_at <= $1
       AND NOT EXISTS (SELECT 1 FROM inbox earlier WHERE earlier.state = 'open'
           AND earlier.lane = i.lane AND earlier.seq < i.seq)
     ORDER BY i.seq LIMIT $2",
    skip_locked!("i")
);
const FINISH: &str = concat!(
    "UPDATE inbox SET state = 'done', ended_at = $2, error = NULL
     WHERE state = 'open' AND seq IN (SELECT CAST(each.value AS bigint) FROM ",
    each!("$1"),
    ")"
);
/// The row stays, so that a repeat is known; nothing is left to be opened.
const WIPE: &str = "UPDATE inbox SET body = $2 WHERE seq = $1";
/// Without a next time it is dead.
const FAIL: &str = "UPDATE inbox SET attempts = attempts + 1, error = $2,
    next_at = COALESCE($3, next_at),
    state = CASE WHEN $3 IS NULL THEN 'dead' ELSE 'open' END,
    ended_at = CASE WHEN $3 IS NULL THEN $4 ELSE ended_at END
    WHERE seq = $1 AND state = 'open'";
const REPLAY: &str = "UPDATE inbox
    SET state = 'open', attempts = 0, next_at = $1, ended_at = NULL, error = NULL
    WHERE state = 'dead' RETURNING seq";

const BODY: &str = "inbox.body";

impl Base {
    pub async fn receive(
        &self,
        bot: i64,
        arrived: &[Arrived<'_>],
        next_offset: Option<i64>,
        at: DateTime<Utc>,
    ) -> Result<usize, Error> {
        let sealed: Vec<(i64, i64, String, Option<i32>)> = arrived
            .iter()
            .map(|update| {
                let row = format!("{bot}/{}", update.update_id);
                let body = self.seals.inbox.seal(BODY, row, update.body.as_bytes());
                let message = update.message.map(|message| message.0);
                (
                    update.update_id,
                    update.lane,
                    HEXLOWER.encode(&body),
                    message,
                )
            })
            .collect();
        let mut tx = self.write.begin_with(BEGIN).await?;
        let mut new = 0;
        if !sealed.is_empty() {
            let inserted = sqlx::query(RECEIVE)
                .bind(bot)
                .bind(Json(sealed))
                .bind(at)
                .execute(&mut *tx)
                .await?;
            new = inserted.rows_affected();
        }
        if let Some(next_offset) = next_offset {
            sqlx::query(bot::MOVE)
                .bind(bot)
                .bind(next_offset)
                .bind(at)
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(usize::try_from(new).unwrap_or(usize::MAX))
    }

    pub async fn replay(&self, at: DateTime<Utc>) -> Result<Vec<i64>, Error> {
        let replaying = sqlx::query_scalar(REPLAY).bind(at);
        let mut seqs: Vec<i64> = replaying.fetch_all(&self.write).await?;
        seqs.sort_unstable();
        Ok(seqs)
    }
}

impl Tx {
    pub async fn claim_updates(
        &mut self,
        limit: i64,
        at: DateTime<Utc>,
    ) -> Result<Vec<Waiting>, Error> {
        let rows = sqlx::query(CLAIM)
            .bind(at)
            .bind(limit)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter().map(|row| self.waiting(row)).collect()
    }

    pub async fn finish_updates(&mut self, seqs: &[i64], at: DateTime<Utc>) -> Result<(), Error> {
        if seqs.is_empty() {
            return Ok(());
        }
        sqlx::query(FINISH)
            .bind(Json(seqs))
            .bind(at)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// What was said in this update is kept no longer than until it is handled.
    pub(super) async fn wipe_updates(&mut self, update: Option<i64>) -> Result<(), Error> {
        let Some(seq) = update else {
            return Ok(());
        };
        let wiping = sqlx::query(WIPE).bind(seq).bind(Vec::<u8>::new());
        once(wiping.execute(&mut *self.inner).await?.rows_affected())
    }

    pub async fn fail_update(
        &mut self,
        seq: i64,
        why: &str,
        next: Option<DateTime<Utc>>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let failed = sqlx::query(FAIL)
            .bind(seq)
            .bind(why)
            .bind(next)
            .bind(at)
            .execute(&mut *self.inner)
            .await?;
        once(failed.rows_affected())
    }

    fn waiting(&self, row: &Row) -> Result<Waiting, Error> {
        let bot: i64 = row.try_get("bot_id")?;
        let update_id: i64 = row.try_get("update_id")?;
        let body: &[u8] = row.try_get("body")?;
        let place = format!("{bot}/{update_id}");
        Ok(Waiting {
            seq: row.try_get("seq")?,
            bot,
            update_id,
            lane: row.try_get("lane")?,
            crowded: row.try_get("crowded")?,
            body: self.base.seals.inbox.open_text(BODY, place, body).ok(),
            attempts: fit("inbox.attempts", row.try_get("attempts")?)?,
            received_at: row.try_get("received_at")?,
        })
    }
}
