//! `outbox`: rendered messages come in; those to be sent go out by class and age, and what became of them comes back.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use sqlx::types::Json;
use sqlx::{Row as _, Transaction};
use uuid::Uuid;

use crate::core::effect::Purpose;
use crate::core::id::{AlertId, ChatId, MessageId, PersonId};
use crate::core::place::Place;

use super::mail::{Claimed, InDoubt, OutboxRow, Outcome, Outgoing, Settled};
use super::{BEGIN, Base, Db, Error, MANY_WRITERS, Row, Tx, bot, chat, danger, fit};

pub const STATEMENTS: &[&str] = &[
    INSERT, PENDING, WITHDRAW, CLAIM, SENT, END, SUPERSEDE, AGAIN, IN_DOUBT, FREE, DOUBT,
];

/// The process that decided a message sends it from memory; after this long any other may.
const HANDED_OVER: TimeDelta = TimeDelta::seconds(2);
/// A request to Telegram is over long before; a message still being sent then belongs to a process that is gone.
const SENDING: TimeDelta = TimeDelta::seconds(60);
/// A message on its way in another process is waited for so long, to keep the order within its chat.
const WAITED_FOR: TimeDelta = TimeDelta::seconds(15);

/// Those of one moment, together.
const INSERT: &str = concat!(
    "INSERT INTO outbox
    (chat_id, person_id, purpose, alert_id, class, edit, fresh, body, dedup, not_before, owned_until,
     decided_at)
    SELECT CAST(each.value ->> 0 AS bigint), ",
    uuid!("each.value ->> 1"),
    ", each.value ->> 2, ",
    uuid!("each.value ->> 3"),
    ", CAST(each.value ->> 4 AS bigint), CAST(each.value ->> 5 AS bigint),
        CAST(each.value ->> 6 AS boolean), ",
    bytes!("each.value ->> 7"),
    ", each.value ->> 8, $2, $3, $4 FROM ",
    each!("$1"),
    " WHERE TRUE ON CONFLICT (dedup) DO NOTHING RETURNING seq, dedup"
);
const PENDING: &str = "SELECT seq, chat_id, person_id, purpose, alert_id, edit, fresh, body, dedup,
        attempts, repeats, not_before, decided_at
    FROM outbox WHERE state = 'pending' AND not_before <= $1 AND owned_until <= $1
    ORDER BY class, seq LIMIT $2";
/// Whether a reminder still says something: of what it names, one thing at least is open and still this person's.
macro_rules! still_due {
    () => {
        "(purpose <> 'reminder'
          OR NOT EXISTS (SELECT 1 FROM push WHERE push.dedup = outbox.dedup)
          OR EXISTS (SELECT 1 FROM push JOIN reminder open
             ON open.obligation_id = push.obligation_id AND open.person_id = push.person_id
             WHERE push.dedup = outbox.dedup))"
    };
}
/// Whether something that a reminder names is being reckoned anew: it waits to be seen whether it is still due.
macro_rules! changing {
    () => {
        "(purpose = 'reminder' AND EXISTS (
            SELECT 1 FROM push JOIN obligation o ON o.id = push.obligation_id
            JOIN to_reckon ON to_reckon.case_id = o.case_id
            WHERE push.dedup = outbox.dedup))"
    };
}
/// Whether the message's person may still be written to. Danger passes without an agreement: it goes to staff only,
/// and somebody must hear it; it is sent only until somebody has it, or because of what was not written since.
macro_rules! allowed {
    () => {
        "(alert_id IS NULL OR EXISTS (
            SELECT 1 FROM alert WHERE alert.id = outbox.alert_id
              AND (alert.state = 'open' OR alert.taken_at < outbox.decided_at)))
         AND (person_id IS NULL OR EXISTS (
            SELECT 1 FROM person p JOIN account a ON a.person_id = p.id
            WHERE p.id = outbox.person_id AND p.standing = 'active' AND a.reachable
              AND a.chat_id = outbox.chat_id
              AND (p.consent_at IS NOT NULL OR outbox.purpose = 'danger')))"
    };
}
/// Whether a screen was decided later that takes this one's place, whatever became of it: an old question must not
/// be shown after a new one, such as when what a lost process was sending is sent again.
macro_rules! replaced {
    () => {
        "(purpose = 'screen' AND EXISTS (
            SELECT 1 FROM outbox newer
            WHERE newer.seq > outbox.seq AND newer.chat_id = outbox.chat_id
              AND newer.purpose = 'screen'
              AND (newer.edit IS NULL OR outbox.edit IS NULL OR newer.edit = outbox.edit)))"
    };
}
const WITHDRAW: &str = concat!(
    "UPDATE outbox SET state = 'withdrawn', body = NULL, ended_at = $2
     WHERE state = 'pending' AND seq IN (SELECT CAST(each.value AS bigint) FROM ",
    each!("$1"),
    ") AND (",
    replaced!(),
    " OR NOT (",
    allowed!(),
    " AND ",
    still_due!(),
    "))"
);
const CLAIM: &str = concat!(
    "UPDATE outbox SET state = 'sending', attempts = attempts + 1, owned_until = $3
     WHERE state = 'pending' AND not_before <= $2
       AND NOT EXISTS (
         SELECT 1 FROM outbox AS before
         WHERE before.chat_id = outbox.chat_id AND before.seq < outbox.seq AND before.class = outbox.class
           AND before.state IN ('pending', 'sending') AND before.repeats = 0
           AND (before.state = 'pending' OR before.owned_until > $4)
           AND before.seq NOT IN (SELECT CAST(each.value AS bigint) FROM ",
    each!("$1"),
    "))
       AND seq IN (SELECT CAST(each.value AS bigint) FROM ",
    each!("$1"),
    ") AND NOT ",
    replaced!(),
    " AND ",
    allowed!(),
    " AND ",
    still_due!(),
    " AND NOT ",
    changing!(),
    " RETURNING seq, (SELECT live FROM chat WHERE chat.id = outbox.chat_id) AS live"
);
/// Pairs of message and what it became.
const SENT: &str = concat!(
    "UPDATE outbox SET state = 'sent', body = NULL, error = NULL, ended_at = $2,
        message_id = CAST(each.value ->> 1 AS bigint) FROM ",
    each!("$1"),
    " WHERE outbox.seq = CAST(each.value ->> 0 AS bigint) AND outbox.state = 'sending'"
);
const END: &str = "UPDATE outbox SET state = $2, error = $3, ended_at = $4, body = NULL
    WHERE seq = $1 AND state = 'sending'";
/// A screen that a newer one replaced before it was sent.
const SUPERSEDE: &str = "UPDATE outbox SET state = 'withdrawn', ended_at = $2, body = NULL
    WHERE seq = $1 AND state IN ('pending', 'sending')";
const AGAIN: &str = "UPDATE outbox SET state = 'pending', not_before = $2, owned_until = $2,
    repeats = repeats + $3 WHERE seq = $1 AND state = 'sending'";
const IN_DOUBT: &str =
    "SELECT seq, chat_id, person_id, purpose, alert_id, edit, fresh, body, dedup,
        attempts, repeats, not_before, decided_at
    FROM outbox WHERE state = 'sending' AND owned_until <= $1 ORDER BY owned_until, seq";
const FREE: &str = "UPDATE outbox SET owned_until = $1
    WHERE state = 'pending' AND owned_until > $1";
const DOUBT: &str = "UPDATE outbox SET owned_until = $1
    WHERE state = 'sending' AND owned_until > $1";

const BODY: &str = "outbox.body";

impl Tx {
    pub async fn post(
        &mut self,
        messages: Vec<Outgoing>,
        at: DateTime<Utc>,
    ) -> Result<Vec<OutboxRow>, Error> {
        let mut moments: BTreeMap<DateTime<Utc>, Vec<Outgoing>> = BTreeMap::new();
        for message in messages {
            let not_before = message.not_before.unwrap_or(at);
            moments.entry(not_before).or_default().push(message);
        }
        let mut posted = Vec::new();
        for (not_before, messages) in moments {
            posted.extend(self.post_at(messages, not_before, at).await?);
        }
        Ok(posted)
    }

    async fn post_at(
        &mut self,
        messages: Vec<Outgoing>,
        not_before: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Vec<OutboxRow>, Error> {
        let rows: Vec<serde_json::Value> = messages
            .iter()
            .map(|message| self.columns_of(message))
            .collect();
        let inserted = sqlx::query(INSERT)
            .bind(Json(rows))
            .bind(not_before)
            .bind(at + HANDED_OVER)
            .bind(at)
            .fetch_all(&mut *self.inner)
            .await?;
        let mut seqs: HashMap<String, i64> = HashMap::with_capacity(inserted.len());
        for row in inserted {
            seqs.insert(row.try_get("dedup")?, row.try_get("seq")?);
        }
        let posted = messages.into_iter().filter_map(|message| {
            Some(OutboxRow {
                seq: seqs.remove(&message.dedup)?,
                chat: message.chat,
                person: message.person,
                purpose: message.purpose,
                edit: message.edit,
                fresh: message.fresh,
                body: message.body,
                attempts: 0,
                repeats: 0,
                not_before,
                decided_at: at,
            })
        });
        Ok(posted.collect())
    }

    fn columns_of(&self, message: &Outgoing) -> serde_json::Value {
        let (purpose, alert, class) = columns(message.purpose);
        let seal = &self.base.seals.outbox;
        let sealed = seal.seal(BODY, &message.dedup, message.body.as_bytes());
        serde_json::json!([
            message.chat.0,
            message.person.map(|person| person.0.simple().to_string()),
            purpose,
            alert.map(|alert| alert.0.simple().to_string()),
            class,
            message.edit.map(|edit| edit.0),
            message.fresh,
            HEXLOWER.encode(&sealed),
            message.dedup,
        ])
    }
}

impl Base {
    pub async fn pending(&self, limit: i64, at: DateTime<Utc>) -> Result<Vec<OutboxRow>, Error> {
        let rows = sqlx::query(PENDING)
            .bind(at)
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(|row| self.message(row)).collect()
    }

    pub async fn exchange(
        &self,
        settled: &[Settled],
        seqs: &[i64],
        at: DateTime<Utc>,
    ) -> Result<Vec<Claimed>, Error> {
        if settled.is_empty() && seqs.is_empty() {
            return Ok(Vec::new());
        }
        let mut tx = self.write.begin_with(BEGIN).await?;
        settle(&mut tx, settled).await?;
        if MANY_WRITERS && !settled.is_empty() {
            // A worker may hold a message that is claimed here and wait for a chat that was settled here.
            tx.commit().await?;
            tx = self.write.begin_with(BEGIN).await?;
        }
        let claimed = claim(&mut tx, seqs, at).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    pub async fn in_doubt(&self, at: DateTime<Utc>) -> Result<Vec<OutboxRow>, Error> {
        let rows = sqlx::query(IN_DOUBT).bind(at).fetch_all(&self.read).await?;
        rows.iter().map(|row| self.message(row)).collect()
    }

    pub async fn take_over(&self, at: DateTime<Utc>) -> Result<(), Error> {
        let freeing = sqlx::query(FREE).bind(at);
        freeing.execute(&self.write).await?;
        Ok(())
    }

    /// Ends every lease, also on messages that are being sent, which are in doubt from then on.
    pub async fn end_leases(&self) -> Result<(), sqlx::Error> {
        for statement in [FREE, DOUBT] {
            let ending = sqlx::query(statement).bind(DateTime::UNIX_EPOCH);
            ending.execute(&self.write).await?;
        }
        sqlx::query(bot::END_LEASES).execute(&self.write).await?;
        Ok(())
    }

    fn message(&self, row: &Row) -> Result<OutboxRow, Error> {
        let person: Option<Uuid> = row.try_get("person_id")?;
        let dedup: &str = row.try_get("dedup")?;
        let body: &[u8] = row.try_get("body")?;
        let edit: Option<i64> = row.try_get("edit")?;
        Ok(OutboxRow {
            seq: row.try_get("seq")?,
            chat: ChatId(row.try_get("chat_id")?),
            person: person.map(PersonId),
            purpose: purpose(row.try_get("purpose")?, row.try_get("alert_id")?)?,
            edit: message_id("outbox.edit", edit)?,
            fresh: row.try_get("fresh")?,
            body: self.seals.outbox.open_text(BODY, dedup, body)?,
            attempts: fit("outbox.attempts", row.try_get("attempts")?)?,
            repeats: fit("outbox.repeats", row.try_get("repeats")?)?,
            not_before: row.try_get("not_before")?,
            decided_at: row.try_get("decided_at")?,
        })
    }
}

async fn claim(
    tx: &mut Transaction<'_, Db>,
    seqs: &[i64],
    at: DateTime<Utc>,
) -> Result<Vec<Claimed>, Error> {
    if seqs.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query(CLAIM)
        .bind(Json(seqs))
        .bind(at)
        .bind(at + SENDING)
        .bind(at + (SENDING - WAITED_FOR))
        .fetch_all(&mut **tx)
        .await?;
    if rows.len() < seqs.len() {
        let withdrawing = sqlx::query(WITHDRAW).bind(Json(seqs)).bind(at);
        let withdrawn = withdrawing.execute(&mut **tx).await?;
        if withdrawn.rows_affected() > 0 {
            danger::look_soon(tx, seqs, at).await?;
        }
    }
    let mut claimed = Vec::with_capacity(rows.len());
    for row in rows {
        let seq: i64 = row.try_get("seq")?;
        let live = message_id("chat.live", row.try_get("live")?)?;
        claimed.push(Claimed { seq, live });
    }
    claimed.sort_by_key(|claimed| claimed.seq);
    Ok(claimed)
}

async fn settle(tx: &mut Transaction<'_, Db>, settled: &[Settled]) -> Result<(), Error> {
    let Some(latest) = settled.iter().map(|settled| settled.at).max() else {
        return Ok(());
    };
    let mut sent: Vec<(i64, Option<i32>)> = Vec::new();
    let mut failed: Vec<i64> = Vec::new();
    let mut live: BTreeMap<i64, i32> = BTreeMap::new();
    for Settled {
        seq,
        chat,
        result,
        at,
    } in settled
    {
        let end = |state, why| sqlx::query(END).bind(*seq).bind(state).bind(why).bind(*at);
        let again = |not_before: &DateTime<Utc>, repeats: i64| {
            sqlx::query(AGAIN)
                .bind(*seq)
                .bind(*not_before)
                .bind(repeats)
        };
        let write = match result {
            Outcome::Sent {
                message,
                live: is_live,
            } => {
                sent.push((*seq, message.map(|message| message.0)));
                if let (true, Some(message)) = (*is_live, message) {
                    live.insert(chat.0, message.0);
                }
                continue;
            }
            Outcome::Withdrawn => sqlx::query(SUPERSEDE).bind(*seq).bind(*at),
            Outcome::Failed { why } => {
                failed.push(*seq);
                end("failed", Some(why.as_str()))
            }
            Outcome::Retry { not_before } => again(not_before, 0),
            Outcome::Doubt { not_before, then } => match then {
                InDoubt::Resend => again(not_before, 1),
                InDoubt::Expire => end("expired", None),
            },
        };
        write.execute(&mut **tx).await?;
    }
    if !sent.is_empty() {
        let sending = sqlx::query(SENT).bind(Json(sent)).bind(latest);
        sending.execute(&mut **tx).await?;
    }
    if !failed.is_empty() {
        danger::look_soon(tx, &failed, latest).await?;
    }
    if !live.is_empty() {
        let live: Vec<(i64, i32)> = live.into_iter().collect();
        let showing = sqlx::query(chat::LIVE)
            .bind(Json(live))
            .bind(Json(Place::Nowhere));
        showing.execute(&mut **tx).await?;
    }
    Ok(())
}

/// The columns `purpose`, `alert_id` and `class`. Class 3 is kept for digests, which nothing sends yet.
fn columns(purpose: Purpose) -> (&'static str, Option<AlertId>, i64) {
    match purpose {
        Purpose::Danger(alert) => ("danger", Some(alert), 0),
        Purpose::Screen => ("screen", None, 1),
        Purpose::Receipt => ("receipt", None, 1),
        Purpose::News => ("news", None, 1),
        Purpose::Reminder => ("reminder", None, 2),
    }
}

fn purpose(word: &str, alert: Option<Uuid>) -> Result<Purpose, Error> {
    match (word, alert) {
        ("danger", Some(alert)) => Ok(Purpose::Danger(AlertId(alert))),
        ("screen", None) => Ok(Purpose::Screen),
        ("receipt", None) => Ok(Purpose::Receipt),
        ("news", None) => Ok(Purpose::News),
        ("reminder", None) => Ok(Purpose::Reminder),
        (_, Some(_) | None) => Err(Error::Damaged("outbox.purpose")),
    }
}

/// A message's number as Telegram gives it.
pub fn message_id(column: &'static str, id: Option<i64>) -> Result<Option<MessageId>, Error> {
    id.map(|id| fit(column, id).map(MessageId)).transpose()
}
