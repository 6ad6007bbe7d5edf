//! `alert`: dangers come in; what is known of one, and those that nobody has, go out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::alert::{Alert, AlertInHand, AlertState};
use crate::core::id::{AlertId, CaseId, DraftId, PersonId, TeamId};
use crate::core::people::Recipient;

use super::output::OpenAlert;
use super::person::{NAME, recipient};
use super::seal::Sealer;
use super::{Base, Error, Row, Tx, cases, once};

pub const STATEMENTS: &[&str] = &[RAISE, TAKE, NOTE, OF_DRAFT, BY_ID, TOLD, OPEN];

const RAISE: &str = "INSERT INTO alert
    (id, case_id, team_id, raised_by, raised_in, draft_id, raised_at, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
/// Compare and set: of two who say "I have it", one has it.
const TAKE: &str = "UPDATE alert SET state = 'taken', taken_by = $2, taken_at = $3
    WHERE id = $1 AND state = 'open'";
const OF_DRAFT: &str = "SELECT id FROM alert WHERE draft_id = $1";
const NOTE: &str = "UPDATE alert SET note = $2 WHERE id = $1";
const BY_ID: &str =
    "SELECT alert.case_id, alert.team_id, alert.draft_id, alert.raised_at, alert.taken_by,
        alert.taken_at, alert.note, c.code, c.key, c.alias, p.id AS person_id, p.name, p.language,
        p.zone, COALESCE(a.chat_id, alert.raised_in) AS chat_id, taker.name AS taker_name
    FROM alert JOIN cases c ON c.id = alert.case_id JOIN person p ON p.id = alert.raised_by
    LEFT JOIN account a ON a.person_id = p.id
    LEFT JOIN person taker ON taker.id = alert.taken_by
    WHERE alert.id = $1";
/// Whoever was written to about an alert and is still here.
const TOLD: &str = "SELECT p.id AS person_id, p.language, p.zone, a.chat_id
    FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.standing = 'active'
      AND p.id IN (SELECT o.person_id FROM outbox o WHERE o.alert_id = $1) ORDER BY p.id";
const OPEN: &str = "SELECT alert.id, alert.team_id, alert.raised_at, c.code
    FROM alert JOIN cases c ON c.id = alert.case_id
    WHERE alert.state = 'open' ORDER BY alert.raised_at";

const NOTE_COLUMN: &str = "alert.note";

impl Tx {
    pub(super) async fn raise(&mut self, alert: &Alert, note: Option<&str>) -> Result<(), Error> {
        let key = self.key_of(alert.case).await?;
        let raised = sqlx::query(RAISE)
            .bind(alert.id.0)
            .bind(alert.case.0)
            .bind(alert.team.0)
            .bind(alert.raised_by.person.0)
            .bind(alert.raised_by.chat.0)
            .bind(alert.draft.0)
            .bind(alert.raised_at)
            .bind(note.map(|note| key.seal(NOTE_COLUMN, alert.id, note.as_bytes())))
            .execute(&mut *self.inner)
            .await?;
        once(raised.rows_affected())
    }

    pub(super) async fn take(
        &mut self,
        alert: AlertId,
        by: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let taking = sqlx::query(TAKE).bind(alert.0).bind(by.0).bind(at);
        once(taking.execute(&mut *self.inner).await?.rows_affected())
    }

    /// Keeps what was written about the danger with the alert that `draft` raised, so that it outlives the draft.
    pub(super) async fn note_danger(
        &mut self,
        draft: DraftId,
        case: CaseId,
        note: &str,
    ) -> Result<(), Error> {
        let asked = sqlx::query_scalar(OF_DRAFT).bind(draft.0);
        let alert: Option<Uuid> = asked.fetch_optional(&mut *self.inner).await?;
        let Some(alert) = alert.map(AlertId) else {
            return Ok(());
        };
        let key = self.key_of(case).await?;
        sqlx::query(NOTE)
            .bind(alert.0)
            .bind(key.seal(NOTE_COLUMN, alert, note.as_bytes()))
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// An alert as `asking` sees it; `zone` is the programme's.
    pub(super) async fn alert_by_id(
        &mut self,
        asking: Option<PersonId>,
        id: AlertId,
        zone: Tz,
    ) -> Result<Option<AlertInHand>, Error> {
        let asked = sqlx::query(BY_ID).bind(id.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let told = sqlx::query(TOLD)
            .bind(id.0)
            .fetch_all(&mut *self.inner)
            .await?;
        let told: Vec<Recipient> = told
            .iter()
            .map(|row| recipient(row, zone))
            .collect::<Result<_, _>>()?;
        let case = CaseId(row.try_get("case_id")?);
        let key = self.keep_key(case, row.try_get("key")?)?;
        let raised_by = recipient(&row, zone)?;
        let reporter = self.name(raised_by.person, row.try_get("name")?)?;
        Ok(Some(AlertInHand {
            alias: cases::alias(&key, case, &row)?,
            note: note(&key, id, &row)?,
            reporter,
            told: told
                .into_iter()
                .filter(|told| Some(told.person) != asking)
                .collect(),
            alert: Alert {
                id,
                case,
                code: cases::code(&row)?,
                team: TeamId(row.try_get("team_id")?),
                raised_by,
                draft: DraftId(row.try_get("draft_id")?),
                raised_at: row.try_get("raised_at")?,
                state: self.state(&row)?,
            },
        }))
    }

    fn state(&self, row: &Row) -> Result<AlertState, Error> {
        let by: Option<Uuid> = row.try_get("taken_by")?;
        let Some(by) = by.map(PersonId) else {
            return Ok(AlertState::Open);
        };
        Ok(AlertState::Taken {
            by,
            name: self.name(by, row.try_get("taker_name")?)?,
            at: row.try_get("taken_at")?,
        })
    }

    /// A person's name, opened.
    pub(super) fn name(&self, person: PersonId, sealed: &[u8]) -> Result<String, Error> {
        Ok(self.base.seals.people.open_text(NAME, person, sealed)?)
    }
}

impl Base {
    pub async fn open_alerts(&self) -> Result<Vec<OpenAlert>, Error> {
        let rows = sqlx::query(OPEN).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                Ok(OpenAlert {
                    id: AlertId(row.try_get("id")?),
                    code: cases::code(row)?,
                    team: TeamId(row.try_get("team_id")?),
                    raised_at: row.try_get("raised_at")?,
                })
            })
            .collect()
    }
}

fn note(key: &Sealer, alert: AlertId, row: &Row) -> Result<Option<String>, Error> {
    let note: Option<&[u8]> = row.try_get("note")?;
    let note = note.map(|note| key.open_text(NOTE_COLUMN, alert, note));
    Ok(note.transpose()?)
}
