//! What reports have made of a case: its strengths, scores, people and newest reports go out.

use sqlx::Row as _;
use uuid::Uuid;

use crate::core::aftercare::CALL;
use crate::core::alert::{Note, Spoken};
use crate::core::case::{Entry, Involved, Record};
use crate::core::id::{CaseId, GoalId, MediaId, PersonId, ReportId};
use crate::core::stuck::{Scored, Viewpoint};

use super::{Error, Row, Tx, word};

pub const STATEMENTS: &[&str] = &[
    CALL_WISHED,
    ENTRIES,
    PEOPLE,
    REVIEW_ON,
    SCORED,
    SCORES,
    STRENGTHS,
];

const STRENGTHS: &str =
    "SELECT f.report_id, f.value, f.sealed FROM fact f JOIN report r ON r.id = f.report_id
    WHERE f.case_id = $1 AND f.field = 'strength.words' AND r.state = 'sent'
    ORDER BY r.sent_at DESC, r.id DESC, f.instance LIMIT $2";
const SCORES: &str = "SELECT g.id, (
        SELECT u.score FROM goal_update u JOIN report r ON r.id = u.report_id
        WHERE u.goal_id = g.id AND r.state = 'sent' ORDER BY r.sent_at DESC, r.id DESC LIMIT 1
    ) AS score FROM goal g WHERE g.case_id = $1";
/// A version counts from its report on, whose own scores still speak of the words before.
const SCORED: &str = "SELECT u.goal_id, u.report_id, u.score, p.role, f.value AS view
    FROM goal g JOIN goal_update u ON u.goal_id = g.id
    JOIN report r ON r.id = u.report_id JOIN person p ON p.id = r.person_id
    LEFT JOIN fact f ON f.report_id = r.id AND f.field = 'goal_update.view'
    WHERE g.case_id = $1 AND r.state = 'sent' AND NOT EXISTS (
        SELECT 1 FROM goal_version v JOIN report w ON w.id = v.report_id
        WHERE v.goal_id = g.id AND w.state = 'sent' AND w.sent_at >= r.sent_at)
    ORDER BY r.sent_at DESC, r.id DESC LIMIT $2";
const REVIEW_ON: &str = "SELECT f.value FROM fact f JOIN report r ON r.id = f.report_id
    WHERE f.case_id = $1 AND f.field = 'review.next_on' AND r.state = 'sent'
    ORDER BY r.sent_at DESC, r.id DESC LIMIT 1";
/// Whether the newest word since closing of how a family is was its own wish to be called.
const CALL_WISHED: &str = "SELECT p.role = 'family' AND heard.value = $2 FROM fact heard
    JOIN report r ON r.id = heard.report_id JOIN person p ON p.id = r.person_id
    WHERE heard.case_id = $1 AND heard.field = 'aftercare.state' AND r.state = 'sent'
      AND NOT EXISTS (SELECT 1 FROM fact stage JOIN report later ON later.id = stage.report_id
        WHERE stage.case_id = $1 AND stage.field = 'case.stage' AND later.state = 'sent'
          AND later.sent_at > r.sent_at)
    ORDER BY r.sent_at DESC, r.id DESC LIMIT 1";
const PEOPLE: &str =
    "SELECT p.id, p.name, m.place FROM member m JOIN person p ON p.id = m.person_id
    WHERE m.case_id = $1 AND p.standing <> 'left' ORDER BY m.place, p.id";
const ENTRIES: &str =
    "SELECT r.id AS report_id, v.name AS form, r.sent_at, p.id, p.name FROM report r
    JOIN form_version v ON v.id = r.form_id JOIN person p ON p.id = r.person_id
    WHERE r.case_id = $1 AND r.state = 'sent' ORDER BY r.sent_at DESC, r.id DESC LIMIT $2";

/// As many as a card and a timeline show.
const STRENGTHS_READ: i64 = 10;
const ENTRIES_READ: i64 = 30;
/// What was said of goals: of three goals by five points of view, some ten times each.
const SCORED_READ: i64 = 150;

impl Tx {
    pub(super) async fn record(&mut self, case: CaseId) -> Result<Record, Error> {
        let key = self.key_of(case).await?;
        let mut record = Record::default();
        let asked = sqlx::query(STRENGTHS).bind(case.0).bind(STRENGTHS_READ);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let report = ReportId(row.try_get("report_id")?);
            let Some(words) = super::report::fact(&key, report, &row)? else {
                continue;
            };
            // A strength that was spoken is kept as the id of its voice note.
            let note = match Uuid::parse_str(&words) {
                Err(_) => Some(Note::Words(words)),
                Ok(media) => {
                    let kept = self.shown_media(MediaId(media)).await?;
                    kept.map(|kept| {
                        Note::Media(Spoken {
                            media: kept.media,
                            kind: kept.kind,
                        })
                    })
                }
            };
            record.strengths.extend(note);
        }
        let asked = sqlx::query(SCORES).bind(case.0);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let score: Option<i64> = row.try_get("score")?;
            record.scores.extend(
                score
                    .map(|score| {
                        let goal: Result<Uuid, _> = row.try_get("id");
                        goal.map(|goal| (GoalId(goal), score))
                    })
                    .transpose()?,
            );
        }
        let asked = sqlx::query(SCORED).bind(case.0).bind(SCORED_READ);
        for row in asked.fetch_all(&mut *self.inner).await? {
            record.scored.push(scored(&row)?);
        }
        record.said = self.said_of_goals(&key, case).await?;
        let asked = sqlx::query_scalar(REVIEW_ON).bind(case.0);
        let day: Option<String> = asked.fetch_optional(&mut *self.inner).await?.flatten();
        record.review_on = day.and_then(|day| day.parse().ok());
        let asked = sqlx::query_scalar(CALL_WISHED).bind(case.0).bind(CALL);
        let wished: Option<bool> = asked.fetch_optional(&mut *self.inner).await?;
        record.call_wished = wished.unwrap_or_default();
        let asked = sqlx::query(PEOPLE).bind(case.0);
        for row in asked.fetch_all(&mut *self.inner).await? {
            record.people.push(Involved {
                name: self.name(PersonId(row.try_get("id")?), row.try_get("name")?)?,
                membership: word::read("member.place", row.try_get("place")?)?,
            });
        }
        let asked = sqlx::query(ENTRIES).bind(case.0).bind(ENTRIES_READ);
        for row in asked.fetch_all(&mut *self.inner).await? {
            record.reports.push(Entry {
                report: ReportId(row.try_get("report_id")?),
                form: row.try_get("form")?,
                sent_at: row.try_get("sent_at")?,
                by: self.name(PersonId(row.try_get("id")?), row.try_get("name")?)?,
            });
        }
        Ok(record)
    }
}

fn scored(row: &Row) -> Result<Scored, Error> {
    let view: Option<&str> = row.try_get("view")?;
    let role = word::read("person.role", row.try_get("role")?)?;
    Ok(Scored {
        goal: GoalId(row.try_get("goal_id")?),
        report: ReportId(row.try_get("report_id")?),
        view: view
            .and_then(Viewpoint::parse)
            .unwrap_or_else(|| Viewpoint::of(role)),
        score: row.try_get("score")?,
    })
}
