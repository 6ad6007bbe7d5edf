//! How long the inbox and the outbox keep things waiting, and how many.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::output::Health;
use super::{Base, Error, guess};

pub const STATEMENTS: &[&str] = &[
    INBOX_OLDEST,
    OUTBOX_OLDEST,
    INBOX,
    OUTBOX,
    REMINDERS_LATE,
    REMINDERS_OLDEST,
    UNREACHABLE,
    MISSED,
    ALERTS,
    ALERTS_OLDEST,
    ROUNDS,
    UNSENT,
];

const INBOX_OLDEST: &str = "SELECT MIN(received_at) FROM inbox WHERE state = 'open'";
/// A message that waits for its hour does not count as late.
const OUTBOX_OLDEST: &str = "SELECT MIN(not_before) FROM (
    SELECT not_before FROM outbox WHERE state = 'pending' AND not_before <= $1
    UNION ALL SELECT not_before FROM outbox WHERE state = 'sending' AND not_before <= $1) waiting";
/// Each part has an index of its own; rows that have ended well are not counted.
const INBOX: &str = "SELECT 'open', COUNT(*) FROM inbox WHERE state = 'open'
    UNION ALL SELECT 'dead', COUNT(*) FROM inbox WHERE state = 'dead'";
const OUTBOX: &str = "SELECT 'pending', COUNT(*) FROM outbox WHERE state = 'pending'
    UNION ALL SELECT 'sending', COUNT(*) FROM outbox WHERE state = 'sending'
    UNION ALL SELECT 'failed', COUNT(*) FROM outbox WHERE state = 'failed'";
/// Read from the index on `at`. Somebody who cannot be reached is looked at again later, and is counted by
/// [`UNREACHABLE`].
const REMINDERS_LATE: &str = "SELECT COUNT(*) FROM reminder WHERE at IS NOT NULL AND at <= $1";
const REMINDERS_OLDEST: &str = "SELECT MIN(at) FROM reminder WHERE at IS NOT NULL AND at <= $1";
const UNREACHABLE: &str = "SELECT COUNT(*) FROM account a JOIN person p ON p.id = a.person_id
    WHERE NOT a.reachable AND p.standing = 'active'";
const MISSED: &str = "SELECT COUNT(*) FROM push WHERE fate = 'missed' AND at >= $1";
const ALERTS: &str = "SELECT COUNT(*) FROM alert WHERE state = 'open'";
const ALERTS_OLDEST: &str = "SELECT MIN(raised_at) FROM alert WHERE state = 'open'";
const ROUNDS: &str = "SELECT COALESCE(MAX(said.round) + 1, 0) FROM alert JOIN (
        SELECT alert_id, round FROM danger_call
        UNION ALL SELECT alert_id, round FROM second_call) said ON said.alert_id = alert.id
    WHERE alert.state = 'open'";
const UNSENT: &str = "SELECT
    (SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND class = 0)
    + (SELECT COUNT(*) FROM outbox WHERE state = 'sending' AND class = 0)
    + (SELECT COUNT(*) FROM second_call WHERE state = 'pending')";

impl Base {
    pub async fn health(&self, at: DateTime<Utc>) -> Result<Health, Error> {
        let age = |since: Option<DateTime<Utc>>| since.map(|since| (at - since).num_seconds());
        let inbox_oldest = sqlx::query_scalar(INBOX_OLDEST)
            .fetch_one(&self.read)
            .await?;
        let outbox_oldest = sqlx::query_scalar(OUTBOX_OLDEST)
            .bind(at)
            .fetch_one(&self.read)
            .await?;
        let alerts_oldest = sqlx::query_scalar(ALERTS_OLDEST)
            .fetch_one(&self.read)
            .await?;
        let reminders_oldest = sqlx::query_scalar(REMINDERS_OLDEST)
            .bind(at)
            .fetch_one(&self.read)
            .await?;
        Ok(Health {
            inbox_oldest_s: age(inbox_oldest),
            outbox_oldest_s: age(outbox_oldest),
            inbox: self.counts(INBOX).await?,
            outbox: self.counts(OUTBOX).await?,
            reminders_late: sqlx::query_scalar(REMINDERS_LATE)
                .bind(at)
                .fetch_one(&self.read)
                .await?,
            reminders_oldest_s: age(reminders_oldest),
            unreachable: sqlx::query_scalar(UNREACHABLE)
                .fetch_one(&self.read)
                .await?,
            alerts_open: sqlx::query_scalar(ALERTS).fetch_one(&self.read).await?,
            alerts_oldest_s: age(alerts_oldest),
            danger_rounds: sqlx::query_scalar(ROUNDS).fetch_one(&self.read).await?,
            danger_unsent: sqlx::query_scalar(UNSENT).fetch_one(&self.read).await?,
            invitations_wrong: sqlx::query_scalar(guess::OF_ALL)
                .bind(at - guess::COUNTED_FOR)
                .fetch_one(&self.read)
                .await?,
        })
    }

    /// Reminders since then that had become of no use before they could be told. Looks through all.
    pub async fn missed_since(&self, since: DateTime<Utc>) -> Result<i64, Error> {
        let asked = sqlx::query_scalar(MISSED).bind(since);
        Ok(asked.fetch_one(&self.read).await?)
    }

    async fn counts(&self, statement: &'static str) -> Result<BTreeMap<String, i64>, Error> {
        let counts: Vec<(String, i64)> = sqlx::query_as(statement).fetch_all(&self.read).await?;
        Ok(counts.into_iter().collect())
    }
}
