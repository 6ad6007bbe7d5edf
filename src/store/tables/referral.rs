//! `referral` and `request`: what reports ask of services comes in; requests with what became of them, and what may be
//! handed over, go out.

use sqlx::Row as _;
use uuid::Uuid;

use crate::core::case::Referral;
use crate::core::id::{CaseId, PersonId, ReferralId, ReportId};
use crate::core::referral::{Answer, Asked, Packet, REACHED, SERVICE};
use crate::core::report::Report;
use crate::core::service::{Lack, Service};

use super::seal::Sealer;
use super::{Error, Row, Tx, fresh_id, word};

pub const STATEMENTS: &[&str] = &[
    OPEN, OF_CASE, ADD, ADD_NEXT, REQUEST, CASE_OF, PACKET, WITHDRAWN, SAID, NAMED,
];

/// Requests count unless the report that made them was taken back; those that the programme brought always do. A
/// referral stays open until the newest report that speaks of it says that it came or is no longer wanted.
const OPEN: &str = "SELECT f.id, q.words, q.need FROM referral f
    JOIN request q ON q.referral_id = f.id LEFT JOIN report asked ON asked.id = q.report_id
    WHERE f.case_id = $1 AND (q.report_id IS NULL OR asked.state = 'sent')
      AND COALESCE((
        SELECT answer.outcome FROM referral_answer answer JOIN report r ON r.id = answer.report_id
        WHERE answer.referral_id = f.id AND r.state = 'sent'
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1), 'not_received') = 'not_received'
    ORDER BY f.position";
const OF_CASE: &str = "SELECT f.id, q.words, q.follow_up_on, q.need AS asked_need, q.report_id AS asked_in,
        asked.sent_at AS asked_at, c.zone, s.id AS service_id, s.name, s.need, s.area, s.contact, s.hours, s.languages, s.notes,
        answer.report_id AS answered_in, answer.outcome, r.sent_at AS answered_at,
        p.id AS by_id, p.name AS by_name
    FROM referral f JOIN cases c ON c.id = f.case_id
    JOIN request q ON q.referral_id = f.id LEFT JOIN report asked ON asked.id = q.report_id
    LEFT JOIN service s ON s.id = q.service_id
    LEFT JOIN referral_answer answer ON answer.referral_id = f.id AND answer.report_id = (
        SELECT e.report_id FROM referral_answer e JOIN report said ON said.id = e.report_id
        WHERE e.referral_id = f.id AND said.state = 'sent'
        ORDER BY said.sent_at DESC, said.id DESC LIMIT 1)
    LEFT JOIN report r ON r.id = answer.report_id
    LEFT JOIN person p ON p.id = r.person_id
    WHERE f.case_id = $1 AND (q.report_id IS NULL OR asked.state = 'sent')
    ORDER BY f.position DESC";
const ADD: &str = "INSERT INTO referral (id, case_id, position) VALUES ($1, $2, $3)";
const ADD_NEXT: &str = "INSERT INTO referral (id, case_id, position)
    SELECT $1, $2, COALESCE(MAX(f.position), -1) + 1 FROM referral f WHERE f.case_id = $2
    ON CONFLICT (id) DO NOTHING";
const REQUEST: &str =
    "INSERT INTO request (referral_id, report_id, words, need, service_id, follow_up_on)
    VALUES ($1, $2, $3, $4, $5, $6)";
pub const CASE_OF: &str = "SELECT case_id FROM referral WHERE id = $1";
const PACKET: &str = "SELECT r.id AS report_id, r.case_id, f.field, f.value, f.sealed
    FROM request q JOIN report r ON r.id = q.report_id JOIN fact f ON f.report_id = r.id
    WHERE q.referral_id = $1 AND r.state = 'sent'
      AND (f.field LIKE 'packet.%' OR f.field LIKE 'referral.consent%')";
const WITHDRAWN: &str = "SELECT EXISTS (
    SELECT 1 FROM referral_answer answer JOIN report r ON r.id = answer.report_id
    WHERE answer.referral_id = $1 AND r.state = 'sent' AND answer.outcome = 'withdrawn')";
const SAID: &str = "SELECT f.value, f.sealed FROM fact f
    WHERE f.report_id = $1 AND f.field = 'referral.said' AND f.instance = 0";
const NAMED: &str = "SELECT f.field, f.value, f.sealed FROM fact f
    WHERE f.report_id = $1 AND f.field IN ('referral.service', 'referral.reached')";

const WORDS: &str = "request.words";

impl Tx {
    /// What was asked for and is not answered.
    pub(super) async fn open_referrals(&mut self, case: CaseId) -> Result<Vec<Referral>, Error> {
        let asked = sqlx::query(OPEN).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.key_of(case).await?;
        let read = |row: &Row| {
            let id = ReferralId(row.try_get("id")?);
            Ok(Referral {
                id,
                words: key.open_text(WORDS, id, row.try_get("words")?)?,
                lack: word::read_any("request.need", row.try_get("need")?)?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// All that was asked for, open ones first, then the newest.
    pub(super) async fn asked(&mut self, case: CaseId) -> Result<Vec<Asked>, Error> {
        let asked = sqlx::query(OF_CASE).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in &rows {
            let key = self.key_of(case).await?;
            let id = ReferralId(row.try_get("id")?);
            let asked_at: Option<chrono::DateTime<chrono::Utc>> = row.try_get("asked_at")?;
            let zone: &str = row.try_get("zone")?;
            let zone: chrono_tz::Tz = zone.parse().map_err(|_| Error::Damaged("cases.zone"))?;
            let asked_on = asked_at.map(|at| at.with_timezone(&zone).date_naive());
            all.push(Asked {
                id,
                words: key.open_text(WORDS, id, row.try_get("words")?)?,
                dates: asked_on.zip(row.try_get("follow_up_on")?),
                service: self.asked_of(&key, row).await?,
                answer: self.answer(&key, row).await?,
            });
        }
        all.sort_by_key(|asked| !asked.is_open());
        Ok(all)
    }

    /// Of whom it was asked: of a service of the directory, whether or not that is still offered, or of one that the
    /// report names.
    async fn asked_of(&mut self, key: &Sealer, row: &Row) -> Result<Option<Service>, Error> {
        if row.try_get::<Option<Uuid>, _>("service_id")?.is_some() {
            return super::service::service(row).map(Some);
        }
        let report: Option<Uuid> = row.try_get("asked_in")?;
        let lack: Option<Lack> = word::read_any("request.need", row.try_get("asked_need")?)?;
        let (Some(report), Some(lack)) = (report.map(ReportId), lack) else {
            return Ok(None);
        };
        let asked = sqlx::query(NAMED).bind(report.0);
        let (mut name, mut contact) = (None, String::new());
        for row in &asked.fetch_all(&mut *self.inner).await? {
            let value = super::report::fact(key, report, row)?;
            match row.try_get("field")? {
                SERVICE => name = value,
                REACHED => contact = value.unwrap_or_default(),
                _ => {}
            }
        }
        Ok(name.map(|name| Service {
            name,
            lack,
            area: String::new(),
            contact,
            hours: String::new(),
            languages: String::new(),
            notes: String::new(),
        }))
    }

    async fn answer(&mut self, key: &Sealer, row: &Row) -> Result<Option<Answer>, Error> {
        let report: Option<Uuid> = row.try_get("answered_in")?;
        let Some(report) = report.map(ReportId) else {
            return Ok(None);
        };
        let asked = sqlx::query(SAID).bind(report.0);
        let said = asked.fetch_optional(&mut *self.inner).await?;
        let said = said.map(|row| super::report::fact(key, report, &row));
        // What was spoken is kept as the id of its voice note, which tells a reader nothing.
        let said = said.transpose()?.flatten();
        let said = said.filter(|words| Uuid::parse_str(words).is_err());
        Ok(Some(Answer {
            outcome: word::read("referral_answer.outcome", row.try_get("outcome")?)?,
            at: row.try_get("answered_at")?,
            by: self.name(PersonId(row.try_get("by_id")?), row.try_get("by_name")?)?,
            said,
        }))
    }

    /// What the family let be shared with the service of a request.
    pub(super) async fn packet(&mut self, referral: ReferralId) -> Result<Option<Packet>, Error> {
        let asked = sqlx::query_scalar(WITHDRAWN).bind(referral.0);
        let withdrawn: bool = asked.fetch_one(&mut *self.inner).await?;
        let asked = sqlx::query(PACKET).bind(referral.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let mut facts = Vec::with_capacity(rows.len());
        for row in &rows {
            let key = self.key_of(CaseId(row.try_get("case_id")?)).await?;
            let report = ReportId(row.try_get("report_id")?);
            let value = super::report::fact(&key, report, row)?;
            let field: String = row.try_get("field")?;
            facts.extend(value.map(|value| (field, value)));
        }
        Ok(Packet::of(&facts, withdrawn))
    }

    /// A request that the programme brings.
    pub(super) async fn add_referral(
        &mut self,
        case: CaseId,
        key: &Sealer,
        position: i64,
        words: &str,
    ) -> Result<(), Error> {
        let id = ReferralId(fresh_id());
        let adding = sqlx::query(ADD).bind(id.0).bind(case.0).bind(position);
        adding.execute(&mut *self.inner).await?;
        sqlx::query(REQUEST)
            .bind(id.0)
            .bind(None::<Uuid>)
            .bind(key.seal(WORDS, id, words.as_bytes()))
            .bind(None::<&str>)
            .bind(None::<Uuid>)
            .bind(None::<chrono::NaiveDate>)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// The request of a filed report; a correction is about the same referral.
    pub(super) async fn ask_service(&mut self, report: &Report, key: &Sealer) -> Result<(), Error> {
        let Some(request) = &report.request else {
            return Ok(());
        };
        let id = request.referral;
        let adding = sqlx::query(ADD_NEXT).bind(id.0).bind(report.case.0);
        adding.execute(&mut *self.inner).await?;
        sqlx::query(REQUEST)
            .bind(id.0)
            .bind(report.id.0)
            .bind(key.seal(WORDS, id, request.words.as_bytes()))
            .bind(request.lack.word())
            .bind(request.service.map(|service| service.0))
            .bind(request.follow_up_on)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}
