//! `second_call`: calls that are to be made by the ways besides the chat go out, and what became of them comes back.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::id::AlertId;

use super::mail::SecondCall;
use super::{BEGIN, Base, Error, Row, cases, fit, word};

pub const STATEMENTS: &[&str] = &[ANY, CLAIM, ABOUT, SENT, LATER];

const ANY: &str = "SELECT EXISTS (
    SELECT 1 FROM second_call WHERE state = 'pending' AND not_before <= $1)";
const CLAIM: &str = "UPDATE second_call SET not_before = $2, attempts = attempts + 1
    WHERE state = 'pending' AND not_before <= $1 AND id IN (
        SELECT id FROM second_call WHERE state = 'pending' AND not_before <= $1
        ORDER BY not_before, id LIMIT $3)
    RETURNING id, alert_id, channel, attempts";
const ABOUT: &str = "SELECT c.code, alert.raised_at, alert.taken_at
    FROM alert JOIN cases c ON c.id = alert.case_id WHERE alert.id = $1";
/// Unless somebody took the danger meanwhile.
const SENT: &str = "UPDATE second_call SET state = 'sent', ended_at = $2
    WHERE id = $1 AND state = 'pending'";
const LATER: &str = "UPDATE second_call SET not_before = $2 WHERE id = $1 AND state = 'pending'";

impl Base {
    /// Calls to make now, kept from other processes until `until`.
    pub async fn claim_second(
        &self,
        limit: i64,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Vec<SecondCall>, Error> {
        if !self.any(ANY, at).await? {
            return Ok(Vec::new());
        }
        let mut tx = self.write.begin_with(BEGIN).await?;
        let claiming = sqlx::query(CLAIM).bind(at).bind(until).bind(limit);
        let mut calls = Vec::new();
        for row in claiming.fetch_all(&mut *tx).await? {
            let alert: Uuid = row.try_get("alert_id")?;
            let about = sqlx::query(ABOUT).bind(alert).fetch_one(&mut *tx).await?;
            calls.push(call(&row, AlertId(alert), &about)?);
        }
        tx.commit().await?;
        Ok(calls)
    }

    /// A call was answered.
    pub async fn second_sent(&self, call: Uuid, at: DateTime<Utc>) -> Result<(), Error> {
        let noting = sqlx::query(SENT).bind(call).bind(at);
        noting.execute(&self.write).await?;
        Ok(())
    }

    /// A call failed, and is tried again at `next`.
    pub async fn second_later(&self, call: Uuid, next: DateTime<Utc>) -> Result<(), Error> {
        let waiting = sqlx::query(LATER).bind(call).bind(next);
        waiting.execute(&self.write).await?;
        Ok(())
    }
}

fn call(row: &Row, alert: AlertId, about: &Row) -> Result<SecondCall, Error> {
    Ok(SecondCall {
        id: row.try_get("id")?,
        alert,
        channel: word::read("second_call.channel", row.try_get("channel")?)?,
        code: cases::code(about)?,
        raised_at: about.try_get("raised_at")?,
        taken_at: about.try_get("taken_at")?,
        attempts: fit("second_call.attempts", row.try_get("attempts")?)?,
    })
}
