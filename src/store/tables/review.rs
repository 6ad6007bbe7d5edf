//! `remark`: what supervisors and reporters say of reports comes in; reports to read, and one with all that was said of
//! it, go out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::case::Case;
use crate::core::id::{CaseId, Code, MediaId, PersonId, ReportId, TeamId};
use crate::core::people::{Person, Recipient, Role};
use crate::core::report::ReportState;
use crate::core::review::{Remark, ReviewInHand, Reviews, Said, THANKED, ToRead, Verdict};
use crate::core::signal::{self, Signal, Visited};
use crate::core::wellbeing::{self, Fall};

use super::cases::{case_columns, case_joins, newest_fact};
use super::person::{reader_columns, recipient, role};
use super::report::{ANSWERS, opened};
use super::{Error, Row, Tx, cases, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    ADD,
    JUDGE,
    DECIDE,
    TO_READ,
    ASKED,
    ACCEPTED,
    BY_ID,
    SAID,
    SIGNALS,
    SUPERVISORS,
    VISITS,
    ASSESSED,
];

const ADD: &str =
    "INSERT INTO remark (id, report_id, number, person_id, said_at, verdict, words, voice)
    SELECT $1, $2, COALESCE(MAX(before.number), 0) + 1, $3, $4, $5, $6, $7
    FROM remark before WHERE before.report_id = $2";
/// Compare and set: of two who judge one report, one does.
const JUDGE: &str = "UPDATE report SET review = $2
    WHERE id = $1 AND state = 'sent' AND review IN ('open', 'asked')";
/// What is approved counts from then on.
const DECIDE: &str = "UPDATE report SET state = $2, review = $3,
        sent_at = CASE WHEN $2 = 'sent' THEN $4 ELSE sent_at END
    WHERE id = $1 AND state = 'waiting'";
/// Nobody reads their own while somebody else can.
const TO_READ: &str = concat!(
    "SELECT r.id AS report_id, r.sent_at AS report_sent_at, r.state AS report_state,
        told.danger AS told_danger, ",
    case_columns!(),
    " FROM report r JOIN cases c ON c.id = r.case_id
      JOIN person me ON me.id = $1 AND me.team_id = c.team_id
      LEFT JOIN visit told ON told.report_id = r.id",
    case_joins!("$1"),
    "WHERE r.review = 'open' AND r.state IN ('sent', 'waiting')
       AND (r.person_id <> $1 OR NOT EXISTS (
            SELECT 1 FROM person o WHERE o.team_id = c.team_id AND o.role = 'supervisor'
              AND o.standing = 'active' AND o.id <> $1))
     ORDER BY CASE told.danger WHEN 'now' THEN 0 WHEN 'worried' THEN 1 ELSE 2 END, r.sent_at, r.id
     LIMIT $2"
);
const ASKED: &str = "SELECT r.id, c.code FROM report r JOIN cases c ON c.id = r.case_id
    WHERE r.person_id = $1 AND r.review = 'asked' AND r.state IN ('sent', 'returned')
      AND (EXISTS (SELECT 1 FROM member m WHERE m.case_id = c.id AND m.person_id = $1)
        OR EXISTS (SELECT 1 FROM person p
            WHERE p.id = $1 AND p.team_id = c.team_id AND p.role = 'supervisor'))
    ORDER BY r.sent_at, r.id LIMIT $2";
const ACCEPTED: &str = "SELECT COUNT(*) FROM remark said JOIN report r ON r.id = said.report_id
    WHERE r.person_id = $1 AND said.verdict = 'accepted' AND said.said_at >= $2";
const BY_ID: &str = concat!(
    "SELECT r.opened_at, r.review, p.id AS person_id, p.name, a.chat_id, ",
    reader_columns!(),
    " FROM report r JOIN person p ON p.id = r.person_id LEFT JOIN account a ON a.person_id = p.id
    WHERE r.id = $1"
);
const SAID: &str = "SELECT said.id, said.verdict, said.said_at, said.words, said.voice,
        p.id AS person_id, p.name
    FROM remark said JOIN person p ON p.id = said.person_id
    WHERE said.report_id = $1 ORDER BY said.number";
const SIGNALS: &str =
    "SELECT value FROM fact WHERE report_id = $1 AND field = $2 ORDER BY instance";
const SUPERVISORS: &str = concat!(
    "SELECT p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    " FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.team_id = $1 AND p.role = 'supervisor' AND p.standing = 'active' ORDER BY p.id"
);
const VISITS: &str = "SELECT r.id, r.sent_at, r.answers, v.seen
    FROM report r JOIN visit v ON v.report_id = r.id
    WHERE r.case_id = $1 AND r.state = 'sent' AND v.outcome = 'happened' AND r.id <> $2
    ORDER BY r.sent_at DESC, r.id DESC LIMIT $3";

const ASSESSED: &str = "SELECT w.area, w.level FROM wellbeing w WHERE w.report_id = (
        SELECT r.id FROM report r JOIN fact f ON f.report_id = r.id AND f.field = 'case.assessed'
        WHERE r.case_id = $1 AND r.state = 'sent' AND r.id <> $2
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
    ORDER BY w.area";

/// Reports on a list; whoever has more begins with these.
const LISTED: i64 = 100;
/// Questions on a menu.
const QUESTIONS: i64 = 3;

const WORDS: &str = "remark.words";

impl Tx {
    pub(super) async fn remark(
        &mut self,
        remark: &Remark,
        by: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let id = fresh_id();
        let key = self.key_of(remark.case).await?;
        let words = remark.words.as_deref();
        sqlx::query(ADD)
            .bind(id)
            .bind(remark.report.0)
            .bind(by.0)
            .bind(at)
            .bind(remark.verdict.word())
            .bind(words.map(|words| key.seal(WORDS, id, words.as_bytes())))
            .bind(remark.voice.map(|media| media.0))
            .execute(&mut *self.inner)
            .await?;
        let review = word::word(&remark.verdict.leads_to())?;
        let state = match remark.verdict {
            Verdict::Approved => Some(ReportState::Sent),
            Verdict::Returned => Some(ReportState::Returned),
            Verdict::Accepted | Verdict::Asked | Verdict::Answered | Verdict::Flagged => None,
        };
        let judging = match state {
            Some(state) => sqlx::query(DECIDE)
                .bind(remark.report.0)
                .bind(word::word(&state)?)
                .bind(review)
                .bind(at),
            None => sqlx::query(JUDGE).bind(remark.report.0).bind(review),
        };
        once(judging.execute(&mut *self.inner).await?.rows_affected())
    }

    /// What this person has to read, to answer, and is thanked for.
    pub(super) async fn reviews_of(
        &mut self,
        person: &Person,
        at: DateTime<Utc>,
    ) -> Result<Reviews, Error> {
        let mut reviews = Reviews::default();
        if person.role == Role::Supervisor {
            let asked = sqlx::query(TO_READ).bind(person.id.0).bind(LISTED);
            for row in asked.fetch_all(&mut *self.inner).await? {
                let case = self.case(&row)?;
                reviews.to_read.push(to_read(&row, case)?);
            }
        }
        let asked = sqlx::query(ASKED).bind(person.id.0).bind(QUESTIONS);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let code: Code = cases::code(&row)?;
            reviews.asked.push((ReportId(row.try_get("id")?), code));
        }
        let asked = sqlx::query_scalar(ACCEPTED).bind(person.id.0);
        let accepted: i64 = asked.bind(at - THANKED).fetch_one(&mut *self.inner).await?;
        reviews.accepted = u16::try_from(accepted).unwrap_or(u16::MAX);
        Ok(reviews)
    }

    /// A report as `asking` reviews it; `zone` is the programme's.
    pub(super) async fn review_by_id(
        &mut self,
        asking: Option<PersonId>,
        id: ReportId,
        zone: Tz,
    ) -> Result<Option<ReviewInHand>, Error> {
        let Some(report) = self.report_by_id(asking, id).await? else {
            return Ok(None);
        };
        let asked = sqlx::query(BY_ID).bind(id.0);
        let row = asked.fetch_one(&mut *self.inner).await?;
        let chat: Option<i64> = row.try_get("chat_id")?;
        let asked = sqlx::query_scalar(SIGNALS).bind(id.0).bind(signal::FIELD);
        let signals: Vec<String> = asked.fetch_all(&mut *self.inner).await?;
        let asked = sqlx::query_scalar(SIGNALS).bind(id.0).bind(wellbeing::FELL);
        let fell: Vec<String> = asked.fetch_all(&mut *self.inner).await?;
        let said = self.said_of(id, report.case.id).await?;
        Ok(Some(ReviewInHand {
            opened_at: row.try_get("opened_at")?,
            by: self.name(PersonId(row.try_get("person_id")?), row.try_get("name")?)?,
            role: role(&row)?,
            reporter: chat.map(|_| recipient(&row, zone)).transpose()?,
            state: word::read("report.review", row.try_get("review")?)?,
            said,
            signals: signals
                .iter()
                .filter_map(|word| Signal::parse(word))
                .collect(),
            fell: fell.iter().filter_map(|fall| Fall::parse(fall)).collect(),
            report,
        }))
    }

    async fn said_of(&mut self, report: ReportId, case: CaseId) -> Result<Vec<Said>, Error> {
        let key = self.key_of(case).await?;
        let asked = sqlx::query(SAID).bind(report.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let said = rows.iter().map(|row| {
            let id: Uuid = row.try_get("id")?;
            let words: Option<&[u8]> = row.try_get("words")?;
            let voice: Option<Uuid> = row.try_get("voice")?;
            let person = PersonId(row.try_get("person_id")?);
            Ok(Said {
                verdict: word::read("remark.verdict", row.try_get("verdict")?)?,
                person,
                by: self.name(person, row.try_get("name")?)?,
                at: row.try_get("said_at")?,
                words: words
                    .map(|words| key.open_text(WORDS, id, words))
                    .transpose()?,
                spoken: voice.map(MediaId),
            })
        });
        said.collect()
    }

    /// The supervisors of a team besides whoever asks.
    pub(super) async fn supervisors(
        &mut self,
        team: TeamId,
        asking: Option<PersonId>,
        zone: Tz,
    ) -> Result<Vec<Recipient>, Error> {
        let asked = sqlx::query(SUPERVISORS).bind(team.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let people = rows.iter().map(|row| recipient(row, zone));
        let mut people: Vec<Recipient> = people.collect::<Result<_, _>>()?;
        people.retain(|person| Some(person.person) != asking);
        Ok(people)
    }

    /// The levels of wellbeing at the newest assessment of a case, but for that of the report `but`.
    pub(super) async fn assessed(
        &mut self,
        case: CaseId,
        but: Option<ReportId>,
    ) -> Result<Vec<(String, i64)>, Error> {
        let rows = sqlx::query(ASSESSED)
            .bind(case.0)
            .bind(but.map_or(Uuid::nil(), |report| report.0))
            .fetch_all(&mut *self.inner)
            .await?;
        let levels = rows.iter();
        levels
            .map(|row| Ok((row.try_get("area")?, row.try_get("level")?)))
            .collect()
    }

    /// The newest visits of a case that took place, newest first, but for those of the report `but`.
    pub(super) async fn visits(
        &mut self,
        case: CaseId,
        but: Option<ReportId>,
        limit: u16,
    ) -> Result<Vec<Visited>, Error> {
        let key = self.key_of(case).await?;
        let rows = sqlx::query(VISITS)
            .bind(case.0)
            .bind(but.map_or(Uuid::nil(), |report| report.0))
            .bind(i64::from(limit))
            .fetch_all(&mut *self.inner)
            .await?;
        let visits = rows.iter().map(|row| {
            let report = ReportId(row.try_get("id")?);
            let Json(seen) = row.try_get("seen")?;
            Ok(Visited {
                sent_at: row.try_get("sent_at")?,
                seen,
                answers: opened(&key, ANSWERS, report, row.try_get("answers")?)?,
            })
        });
        visits.collect()
    }
}

fn to_read(row: &Row, case: Case) -> Result<ToRead, Error> {
    let state: ReportState = word::read("report.state", row.try_get("report_state")?)?;
    Ok(ToRead {
        report: ReportId(row.try_get("report_id")?),
        case,
        danger: word::read_any("visit.danger", row.try_get("told_danger")?)?,
        waits: state == ReportState::Waiting,
        sent_at: row.try_get("report_sent_at")?,
    })
}
