//! What a family said may be kept of it, its newest words; and who was reminded to ask it (`keeping_reminder`).

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use crate::core::id::{CaseId, PersonId};
use crate::core::keeping::{Consent, Keeping, Purpose};

use super::{Error, Tx};

pub const STATEMENTS: &[&str] = &[SAID, REMINDED, REMIND];

const SAID: &str = "SELECT f.field, f.value, r.sent_at, p.id, p.name, (
        SELECT l.value FROM fact l
        WHERE l.report_id = r.id AND l.field = 'consent.listener') AS listener
    FROM fact f JOIN report r ON r.id = f.report_id JOIN person p ON p.id = r.person_id
    WHERE f.case_id = $1 AND f.field IN ('consent.photo', 'consent.voice') AND r.state = 'sent'
    ORDER BY r.sent_at DESC, r.id DESC, f.field LIMIT $2";
const REMINDED: &str = "SELECT 1 FROM keeping_reminder WHERE case_id = $1 AND person_id = $2";
const REMIND: &str = "INSERT INTO keeping_reminder (case_id, person_id, reminded_at)
    VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

/// Enough to find the newest word on each, for one form says both.
const READ: i64 = 8;

impl Tx {
    pub(super) async fn keeping(
        &mut self,
        case: CaseId,
        asking: Option<PersonId>,
    ) -> Result<Keeping, Error> {
        let asked = sqlx::query(SAID).bind(case.0).bind(READ);
        let mut said = Vec::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let field: &str = row.try_get("field")?;
            let value: Option<&str> = row.try_get("value")?;
            said.push(Consent {
                purpose: Purpose::parse(field).ok_or(Error::Damaged("fact.field"))?,
                given: value.is_some_and(Consent::is_given),
                at: row.try_get("sent_at")?,
                by: self.name(PersonId(row.try_get("id")?), row.try_get("name")?)?,
                listener: row.try_get("listener")?,
            });
        }
        let reminded = match asking {
            Some(person) => self.was_reminded(case, person).await?,
            None => false,
        };
        Ok(Keeping { said, reminded })
    }

    async fn was_reminded(&mut self, case: CaseId, person: PersonId) -> Result<bool, Error> {
        let asked = sqlx::query(REMINDED).bind(case.0).bind(person.0);
        Ok(asked.fetch_optional(&mut *self.inner).await?.is_some())
    }

    pub(super) async fn reminded_to_ask(
        &mut self,
        case: CaseId,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let reminding = sqlx::query(REMIND).bind(case.0).bind(person.0).bind(at);
        reminding.execute(&mut *self.inner).await?;
        Ok(())
    }
}
