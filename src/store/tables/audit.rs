//! `audit` and `audit_head`: lines come in and are chained; what is wrong with the chain goes out.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use uuid::Uuid;

use super::chain::{Line, ORIGIN, Stored};
use super::output::{Finding, Weight};
use super::{Base, Error, Row, Tx};

pub const STATEMENTS: &[&str] = &[HEAD, MOVE_HEAD, APPEND, READ];

const HEAD: &str = concat!(
    "SELECT seq, hash FROM audit_head WHERE one = 1",
    for_update!("audit_head")
);
const MOVE_HEAD: &str = "UPDATE audit_head SET seq = $1, hash = $2 WHERE one = 1";
const APPEND: &str = "INSERT INTO audit
    (seq, at, actor_id, action, object, object_id, previous, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const READ: &str = "SELECT seq, at, actor_id, action, object, object_id, previous, hash
    FROM audit WHERE seq > $1 ORDER BY seq LIMIT 1000";

impl Tx {
    /// Adds lines to the chain; the last thing that a transaction does.
    pub(super) async fn append(&mut self, lines: &[Line]) -> Result<(), Error> {
        if lines.is_empty() {
            return Ok(());
        }
        let head = sqlx::query(HEAD).fetch_one(&mut *self.inner).await?;
        let mut seq: i64 = head.try_get("seq")?;
        let mut previous: Vec<u8> = head.try_get("hash")?;
        for line in lines {
            let stored = line.stored();
            seq += 1;
            let hash = stored.hash(seq, &previous).to_vec();
            sqlx::query(APPEND)
                .bind(seq)
                .bind(stored.at)
                .bind(stored.actor)
                .bind(stored.action)
                .bind(stored.object)
                .bind(stored.object_id)
                .bind(previous)
                .bind(hash.as_slice())
                .execute(&mut *self.inner)
                .await?;
            previous = hash;
        }
        sqlx::query(MOVE_HEAD)
            .bind(seq)
            .bind(previous)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}

impl Base {
    /// Computes the chain anew, from its first line to its head.
    pub(super) async fn check_chain(&self) -> Result<Option<Finding>, Error> {
        // One moment of the database: lines added meanwhile must not look like a wrong head.
        let mut moment = self.read.begin().await?;
        let head = sqlx::query("SELECT seq, hash FROM audit_head WHERE one = 1")
            .fetch_optional(&mut *moment)
            .await?;
        let Some(head) = head else {
            return Ok(Some(broken("the end of the audit is missing".into())));
        };
        let (end, end_hash): (i64, Vec<u8>) = (head.try_get("seq")?, head.try_get("hash")?);
        let (mut seq, mut previous) = (0, ORIGIN.to_vec());
        loop {
            let rows = sqlx::query(READ).bind(seq).fetch_all(&mut *moment).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                let found: i64 = row.try_get("seq")?;
                if found > end {
                    // Committed after the head was read.
                    continue;
                }
                seq += 1;
                let hash: Vec<u8> = row.try_get("hash")?;
                let before: Vec<u8> = row.try_get("previous")?;
                let right = found == seq
                    && before == previous
                    && stored(&row).is_ok_and(|line| hash == line.hash(seq, &previous));
                if !right {
                    return Ok(Some(broken(format!("the audit is altered at line {seq}"))));
                }
                previous = hash;
            }
            if seq >= end {
                break;
            }
        }
        let whole = seq == end && previous == end_hash;
        Ok((!whole).then(|| broken(format!("the audit ends at line {seq} instead of {end}"))))
    }
}

fn broken(what: String) -> Finding {
    Finding {
        invariant: "I7",
        weight: Weight::Broken,
        what,
    }
}

fn stored(row: &Row) -> Result<Stored, Error> {
    Ok(Stored {
        at: row.try_get::<DateTime<Utc>, _>("at")?,
        actor: row.try_get::<Option<Uuid>, _>("actor_id")?,
        action: row.try_get("action")?,
        object: row.try_get("object")?,
        object_id: row.try_get("object_id")?,
    })
}
