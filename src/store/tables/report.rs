//! `report`, `visit`, `wellbeing`, `goal_update` and `referral_answer`: sent forms come in whole and go out for
//! corrections and exports.

use chrono::NaiveDate;
use serde_json::Value;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::id::{CaseId, DraftId, FormId, GoalId, PersonId, ReferralId, ReportId};
use crate::core::people::Language;
use crate::core::report::{Report, ReportInHand, Visit};

use super::cases::{case_columns, case_joins, newest_fact};
use super::output::{Page, ReportRow, SealedAnswers};
use super::seal::Sealer;
use super::{Base, Error, Row, Tx, cases, draft, once, word};

pub const STATEMENTS: &[&str] = &[
    SUPERSEDE,
    INSERT,
    INSERT_FACT,
    INSERT_VISIT,
    INSERT_WELLBEING,
    INSERT_GOAL,
    INSERT_REFERRAL,
    UNDO,
    COUNTS_AGAIN,
    BY_ID,
    PAGE,
];

const SUPERSEDE: &str = "UPDATE report SET state = 'superseded'
    WHERE id = $1 AND state IN ('sent', 'waiting', 'returned')";
const INSERT: &str = "INSERT INTO report
    (id, draft_id, person_id, case_id, form_id, language, opened_at, sent_at, supersedes, reason,
     open_answers, sealed_answers, answers, brought, state, review)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT DO NOTHING";
const INSERT_FACT: &str = "INSERT INTO fact (report_id, field, instance, case_id, value, sealed)
    VALUES ($1, $2, $3, $4, $5, $6)";
const INSERT_VISIT: &str = "INSERT INTO visit
    (report_id, outcome, happened_on, reason, seen, danger, worries, next_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const INSERT_WELLBEING: &str = "INSERT INTO wellbeing (report_id, area, level) VALUES ($1, $2, $3)";
const INSERT_GOAL: &str = "INSERT INTO goal_update (report_id, goal_id, score) VALUES ($1, $2, $3)";
const INSERT_REFERRAL: &str =
    "INSERT INTO referral_answer (report_id, referral_id, outcome) VALUES ($1, $2, $3)";
const UNDO: &str =
    "UPDATE report SET state = 'undone' WHERE id = $1 AND state IN ('sent', 'waiting')";
/// Taking a correction back leaves what it corrected; what needs approval waits for it again.
const COUNTS_AGAIN: &str = "UPDATE report SET state = (
        SELECT CASE WHEN undone.state = 'waiting' AND report.review = 'asked' THEN 'returned'
            ELSE undone.state END FROM report undone WHERE undone.id = $1)
    WHERE state = 'superseded'
      AND id = (SELECT undone.supersedes FROM report undone WHERE undone.id = $1)";
const BY_ID: &str = concat!(
    "SELECT r.person_id, r.form_id, r.sent_at, r.state, r.answers, r.brought, ",
    case_columns!(),
    " FROM report r JOIN cases c ON c.id = r.case_id",
    case_joins!("$1"),
    "WHERE r.id = $2"
);
const PAGE: &str = concat!(
    "SELECT r.id, r.draft_id, r.person_id, r.case_id, r.form_id, r.language, r.opened_at, r.sent_at,
        r.supersedes, r.reason AS correction_reason, r.state, r.open_answers, r.sealed_answers,
        c.code, c.key, version.name AS form_name, v.outcome, v.happened_on, v.reason,
        COALESCE(v.seen, '[]') AS seen, v.danger, COALESCE(v.worries, '[]') AS worries, v.next_on, ",
    pairs!("w.area", "w.level", "wellbeing w WHERE w.report_id = r.id"),
    " AS wellbeing, ",
    pairs!(id_text!("g.goal_id"), "g.score", "goal_update g WHERE g.report_id = r.id"),
    " AS goals, ",
    pairs!(
        id_text!("f.referral_id"),
        "f.outcome",
        "referral_answer f WHERE f.report_id = r.id"
    ),
    " AS referrals, ",
    pairs!("f.field", "f.value", "fact f WHERE f.report_id = r.id"),
    " AS facts
     FROM report r JOIN cases c ON c.id = r.case_id JOIN form_version version ON version.id = r.form_id
     LEFT JOIN visit v ON v.report_id = r.id
     WHERE r.sent_at >= $1 AND (r.sent_at, r.id) > ($2, $3) ORDER BY r.sent_at, r.id LIMIT $4"
);

const SEALED: &str = "report.sealed_answers";
pub const ANSWERS: &str = "report.answers";
const BROUGHT: &str = "report.brought";
const REASON: &str = "report.reason";
const FACT: &str = "fact.sealed";

impl Tx {
    /// Files a report: it and its typed fields are inserted, its draft ends, the report it corrects no longer counts.
    pub(super) async fn file(&mut self, report: &Report) -> Result<(), Error> {
        if let Some(corrected) = report.supersedes {
            let superseding = sqlx::query(SUPERSEDE).bind(corrected.0);
            once(superseding.execute(&mut *self.inner).await?.rows_affected())?;
        }
        let key = self.key_of(report.case).await?;
        let reason = report.reason.as_deref();
        let inserted = sqlx::query(INSERT)
            .bind(report.id.0)
            .bind(report.draft.0)
            .bind(report.person.0)
            .bind(report.case.0)
            .bind(report.form.0)
            .bind(report.language.0.as_str())
            .bind(report.opened_at)
            .bind(report.sent_at)
            .bind(report.supersedes.map(|report| report.0))
            .bind(reason.map(|reason| key.seal(REASON, report.id, reason.as_bytes())))
            .bind(Json(&report.open))
            .bind(sealed(&key, SEALED, report.id, &report.sealed)?)
            .bind(sealed(&key, ANSWERS, report.id, &report.answers)?)
            .bind(sealed(&key, BROUGHT, report.id, &report.brought)?)
            .bind(word::word(&report.state)?)
            .bind(word::word(&report.review)?)
            .execute(&mut *self.inner)
            .await?;
        once(inserted.rows_affected())?;
        self.save_drafts().await?;
        let ending = sqlx::query(draft::FILE).bind(report.draft.0);
        once(ending.execute(&mut *self.inner).await?.rows_affected())?;
        for fact in &report.facts {
            let sealed = || key.seal(FACT, report.id, fact.value.as_bytes());
            sqlx::query(INSERT_FACT)
                .bind(report.id.0)
                .bind(fact.field.as_str())
                .bind(i64::from(fact.instance))
                .bind(report.case.0)
                .bind((!fact.sealed).then_some(fact.value.as_str()))
                .bind(fact.sealed.then(sealed))
                .execute(&mut *self.inner)
                .await?;
        }
        self.say_of_goals(report, &key).await?;
        self.end_alert(report).await?;
        self.ask_service(report, &key).await?;
        self.release(report, &key).await?;
        self.insert_visit(report.id, &report.visit).await
    }

    async fn insert_visit(&mut self, report: ReportId, visit: &Visit) -> Result<(), Error> {
        let Visit {
            outcome,
            happened_on,
            reason,
            seen,
            danger,
            worries,
            wellbeing,
            next_on,
            goals,
            referrals,
        } = visit;
        // Other forms speak of goals and levels too, but are no visit.
        if outcome.is_some() {
            sqlx::query(INSERT_VISIT)
                .bind(report.0)
                .bind(outcome.as_ref().map(word::word).transpose()?)
                .bind(*happened_on)
                .bind(reason.as_deref())
                .bind(Json(seen))
                .bind(danger.as_ref().map(word::word).transpose()?)
                .bind(Json(worries))
                .bind(*next_on)
                .execute(&mut *self.inner)
                .await?;
        }
        for (area, level) in wellbeing {
            let inserting = sqlx::query(INSERT_WELLBEING).bind(report.0);
            let inserting = inserting.bind(area.as_str()).bind(*level);
            inserting.execute(&mut *self.inner).await?;
        }
        for (goal, score) in goals {
            let inserting = sqlx::query(INSERT_GOAL).bind(report.0);
            let inserting = inserting.bind(goal.0).bind(*score);
            inserting.execute(&mut *self.inner).await?;
        }
        for (referral, outcome) in referrals {
            let inserting = sqlx::query(INSERT_REFERRAL).bind(report.0);
            let inserting = inserting.bind(referral.0).bind(outcome.as_str());
            inserting.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    pub(super) async fn undo(&mut self, report: ReportId) -> Result<(), Error> {
        let restoring = sqlx::query(COUNTS_AGAIN).bind(report.0);
        restoring.execute(&mut *self.inner).await?;
        let undoing = sqlx::query(UNDO).bind(report.0);
        once(undoing.execute(&mut *self.inner).await?.rows_affected())
    }

    pub(super) async fn report_by_id(
        &mut self,
        asking: Option<PersonId>,
        report: ReportId,
    ) -> Result<Option<ReportInHand>, Error> {
        let asked = sqlx::query(BY_ID)
            .bind(asking.map(|person| person.0))
            .bind(report.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let case = self.case(&row)?;
        let key = self.key_of(case.id).await?;
        let form_id = FormId(row.try_get("form_id")?);
        Ok(Some(ReportInHand {
            id: report,
            person: PersonId(row.try_get("person_id")?),
            case,
            form_id,
            form: self.form(form_id).await?,
            sent_at: row.try_get("sent_at")?,
            state: word::read("report.state", row.try_get("state")?)?,
            answers: opened(&key, ANSWERS, report, row.try_get("answers")?)?,
            brought: opened(&key, BROUGHT, report, row.try_get("brought")?)?,
        }))
    }
}

impl Base {
    pub async fn reports(&self, page: &Page) -> Result<Vec<ReportRow>, Error> {
        let (sent_at, id) = page.after.unwrap_or((page.since, ReportId(Uuid::nil())));
        let rows = sqlx::query(PAGE)
            .bind(page.since)
            .bind(sent_at)
            .bind(id.0)
            .bind(i64::from(page.limit))
            .fetch_all(&self.read)
            .await?;
        rows.iter()
            .map(|row| self.report_row(row, page.sealed))
            .collect()
    }

    fn report_row(&self, row: &Row, with_sealed: bool) -> Result<ReportRow, Error> {
        let id = ReportId(row.try_get("id")?);
        let case = CaseId(row.try_get("case_id")?);
        let supersedes: Option<Uuid> = row.try_get("supersedes")?;
        let Json(open) = row.try_get("open_answers")?;
        // Several of one field come in any order.
        let Json::<Vec<(String, Option<String>)>>(mut facts) = row.try_get("facts")?;
        facts.sort();
        Ok(ReportRow {
            id,
            draft: DraftId(row.try_get("draft_id")?),
            person: PersonId(row.try_get("person_id")?),
            case,
            code: cases::code(row)?,
            form: FormId(row.try_get("form_id")?),
            form_name: row.try_get("form_name")?,
            language: Language(row.try_get("language")?),
            opened_at: row.try_get("opened_at")?,
            sent_at: row.try_get("sent_at")?,
            supersedes: supersedes.map(ReportId),
            state: word::read("report.state", row.try_get("state")?)?,
            visit: visit(row)?,
            facts,
            open,
            sealed: with_sealed
                .then(|| self.sealed_answers(row, id, case))
                .transpose()?,
        })
    }

    fn sealed_answers(
        &self,
        row: &Row,
        id: ReportId,
        case: CaseId,
    ) -> Result<SealedAnswers, Error> {
        let key = self.seals.cases.open_case_key(case, row.try_get("key")?)?;
        let reason: Option<&[u8]> = row.try_get("correction_reason")?;
        let reason = reason.map(|reason| key.open_text(REASON, id, reason));
        Ok(SealedAnswers {
            answers: opened::<Value>(&key, SEALED, id, row.try_get("sealed_answers")?)?,
            reason: reason.transpose()?,
        })
    }
}

/// What a row of `fact` says, sealed or not.
pub fn fact(key: &Sealer, report: ReportId, row: &Row) -> Result<Option<String>, Error> {
    let sealed: Option<&[u8]> = row.try_get("sealed")?;
    match sealed {
        Some(sealed) => Ok(Some(key.open_text(FACT, report, sealed)?)),
        None => Ok(row.try_get("value")?),
    }
}

fn visit(row: &Row) -> Result<Visit, Error> {
    let Json(seen) = row.try_get("seen")?;
    let Json(worries) = row.try_get("worries")?;
    let Json(wellbeing) = row.try_get("wellbeing")?;
    let Json::<Vec<(Uuid, i64)>>(goals) = row.try_get("goals")?;
    let Json::<Vec<(Uuid, String)>>(referrals) = row.try_get("referrals")?;
    Ok(Visit {
        outcome: word::read_any("visit.outcome", row.try_get("outcome")?)?,
        happened_on: row.try_get::<Option<NaiveDate>, _>("happened_on")?,
        reason: row.try_get("reason")?,
        seen,
        danger: word::read_any("visit.danger", row.try_get("danger")?)?,
        worries,
        wellbeing,
        next_on: row.try_get("next_on")?,
        goals: goals
            .into_iter()
            .map(|(goal, score)| (GoalId(goal), score))
            .collect(),
        referrals: referrals
            .into_iter()
            .map(|(referral, outcome)| (ReferralId(referral), outcome))
            .collect(),
    })
}

fn sealed(
    key: &Sealer,
    column: &'static str,
    report: ReportId,
    value: &impl serde::Serialize,
) -> Result<Vec<u8>, Error> {
    let value = serde_json::to_vec(value).map_err(|_| Error::Unfit("a report's answers"))?;
    Ok(key.seal(column, report, &value))
}

pub fn opened<T: serde::de::DeserializeOwned>(
    key: &Sealer,
    column: &'static str,
    report: ReportId,
    sealed: &[u8],
) -> Result<T, Error> {
    let value = key.open(column, report, sealed)?;
    serde_json::from_slice(&value).map_err(|_| Error::Damaged(column))
}
