//! `erasure`, and a person's own record: who leaves or asks to be deleted comes in; what is kept about them goes out.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use crate::core::id::{PersonId, UserId};
use crate::core::parting::{Erasure, OwnRecord};
use crate::core::people::Recipient;

use super::person::{reader_columns, recipient};
use super::{Error, Tx, cases, fit, once, word};

pub const STATEMENTS: &[&str] = &[LEAVE, MANAGERS, OWN, PLACES, ASK, ASKED, END];

const LEAVE: &str = "UPDATE person SET standing = 'left' WHERE id = $1";
const MANAGERS: &str = concat!(
    "SELECT p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    " FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.role = 'manager' AND p.standing = 'active' AND a.reachable AND p.id <> $1
    ORDER BY p.id"
);
const OWN: &str = "SELECT a.user_id, t.name AS team, e.asked_at,
        (SELECT COUNT(*) FROM report r WHERE r.person_id = p.id) AS reports,
        (SELECT COUNT(*) FROM draft d WHERE d.person_id = p.id AND d.state = 'open') AS drafts
    FROM person p JOIN account a ON a.person_id = p.id LEFT JOIN team t ON t.id = p.team_id
    LEFT JOIN erasure e ON e.person_id = p.id AND e.done_at IS NULL
    WHERE p.id = $1";
const PLACES: &str = "SELECT c.code, m.place FROM member m JOIN cases c ON c.id = m.case_id
    WHERE m.person_id = $1 ORDER BY c.code";
const ASK: &str = "INSERT INTO erasure (person_id, asked_at) VALUES ($1, $2)
    ON CONFLICT (person_id) DO UPDATE SET asked_at = excluded.asked_at, done_at = NULL
        WHERE erasure.done_at IS NOT NULL";
const ASKED: &str = "SELECT e.asked_at, p.id, p.name, p.role
    FROM erasure e JOIN person p ON p.id = e.person_id
    WHERE e.person_id = $1 AND e.done_at IS NULL";
const END: &str = "UPDATE erasure SET done_at = $2 WHERE person_id = $1 AND done_at IS NULL";

impl Tx {
    pub(super) async fn leave(&mut self, person: PersonId) -> Result<(), Error> {
        let leaving = sqlx::query(LEAVE).bind(person.0);
        once(leaving.execute(&mut *self.inner).await?.rows_affected())
    }

    /// The managers besides whoever asks.
    pub(super) async fn managers(
        &mut self,
        asking: PersonId,
        zone: chrono_tz::Tz,
    ) -> Result<Vec<Recipient>, Error> {
        let asked = sqlx::query(MANAGERS).bind(asking.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        rows.iter().map(|row| recipient(row, zone)).collect()
    }

    pub(super) async fn own_record(
        &mut self,
        person: PersonId,
    ) -> Result<Option<OwnRecord>, Error> {
        let asked = sqlx::query(OWN).bind(person.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let asked = sqlx::query(PLACES).bind(person.0);
        let places = asked.fetch_all(&mut *self.inner).await?;
        let places = places.iter().map(|row| {
            let place = word::read("member.place", row.try_get("place")?)?;
            Ok((cases::code(row)?, place))
        });
        Ok(Some(OwnRecord {
            user: UserId(row.try_get("user_id")?),
            team: row.try_get("team")?,
            cases: places.collect::<Result<_, Error>>()?,
            reports: fit("report", row.try_get("reports")?)?,
            drafts: fit("draft", row.try_get("drafts")?)?,
            asked_at: row.try_get("asked_at")?,
        }))
    }

    pub(super) async fn ask_erasure(
        &mut self,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let asking = sqlx::query(ASK).bind(person.0).bind(at);
        asking.execute(&mut *self.inner).await?;
        Ok(())
    }

    pub(super) async fn erasure(&mut self, person: PersonId) -> Result<Option<Erasure>, Error> {
        let asked = sqlx::query(ASKED).bind(person.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        Ok(Some(Erasure {
            person,
            name: self.name(person, row.try_get("name")?)?,
            role: word::read("person.role", row.try_get("role")?)?,
            asked_at: row.try_get("asked_at")?,
        }))
    }

    pub(super) async fn end_erasure(
        &mut self,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let ending = sqlx::query(END).bind(person.0).bind(at);
        once(ending.execute(&mut *self.inner).await?.rows_affected())
    }
}
