//! What a case's records say of what is due of it: rows come in, what the calculus reckons with goes out.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row as _;

use crate::core::case::CaseInHand;
use crate::core::due::civil;
use crate::core::due::obligation::{Facts, FollowUp, People};
use crate::core::id::{CaseId, GoalId, PersonId, ReferralId, ReportId};
use crate::core::stage::Stage;

use super::{Error, Tx};

pub const STATEMENTS: &[&str] = &[WHAT, VERSIONS, REQUESTS, ASKED, CHECKS, CLOSED, MET];

/// A review, an after-care check and the list of documents, by the names of their forms.
const WHAT: &str = "SELECT
    (SELECT MAX(r.sent_at) FROM report r JOIN form_version v ON v.id = r.form_id
        WHERE r.case_id = $1 AND r.state = 'sent' AND v.name = 'plan_review') AS reviewed_at,
    (SELECT f.value FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = $1 AND f.field = 'review.next_on' AND r.state = 'sent'
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1) AS review_on,
    (SELECT MIN(f.value) FROM fact f WHERE f.field IN ('document.birth_expires',
            'document.court_expires', 'document.health_expires', 'document.identity_expires',
            'document.school_expires')
        AND f.report_id = (SELECT r.id FROM report r JOIN form_version v ON v.id = r.form_id
            WHERE r.case_id = $1 AND r.state = 'sent' AND v.name = 'documents'
            ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)) AS expires_on";
/// A visit at which somebody was met, a word of the family in a report of its own or by a call for help, a report that is
/// written with the family, and an attempt that reached it.
pub const MET: &str = "SELECT
    (SELECT MAX(v.happened_on) FROM report r JOIN visit v ON v.report_id = r.id
        WHERE r.case_id = $1 AND r.state = 'sent' AND v.outcome = 'happened'
          AND CAST(v.seen AS TEXT) NOT LIKE '%\"nobody\"%') AS visited_on,
    (SELECT MAX(r.sent_at) FROM report r JOIN person p ON p.id = r.person_id
        JOIN form_version v ON v.id = r.form_id
        WHERE r.case_id = $1 AND r.state = 'sent' AND (p.role = 'family' OR v.name IN (
            'alternative_care', 'assessment', 'expectations', 'feedback_adult', 'feedback_child',
            'goal', 'goal_change', 'goal_decision', 'intake', 'keeping', 'move', 'plan_review',
            'referral', 'referral_followup', 'referral_withdrawal', 'reopen', 'sharing'))
        ) AS heard_at,
    (SELECT MAX(r.sent_at) FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = $1 AND f.field = 'outreach.result' AND f.value <> 'not_reached'
          AND r.state = 'sent') AS reached_at,
    (SELECT MAX(a.raised_at) FROM alert a
        WHERE a.case_id = $1 AND a.origin <> 'answer') AS called_at";
const CLOSED: &str = "SELECT MAX(r.sent_at) FROM fact f JOIN report r ON r.id = f.report_id
    WHERE f.case_id = $1 AND f.field = 'case.stage' AND f.value = 'closed' AND r.state = 'sent'";
const VERSIONS: &str = "SELECT v.goal_id, v.number, r.sent_at
    FROM goal g JOIN goal_version v ON v.goal_id = g.id JOIN report r ON r.id = v.report_id
    WHERE g.case_id = $1 AND r.state = 'sent'";
/// A corrected request may name another day; the later one counts.
const REQUESTS: &str = "SELECT q.referral_id, MAX(q.follow_up_on) AS planned_on, (
        SELECT MAX(r.sent_at) FROM referral_answer a JOIN report r ON r.id = a.report_id
        WHERE a.referral_id = q.referral_id AND r.state = 'sent') AS asked_at
    FROM referral f JOIN request q ON q.referral_id = f.id
    LEFT JOIN report r ON r.id = q.report_id
    WHERE f.case_id = $1 AND q.follow_up_on IS NOT NULL
      AND (q.report_id IS NULL OR r.state = 'sent')
    GROUP BY q.referral_id ORDER BY q.referral_id";
const ASKED: &str = "SELECT r.id, r.person_id, (
        SELECT MAX(said.said_at) FROM remark said WHERE said.report_id = r.id) AS asked_at
    FROM report r
    WHERE r.case_id = $1 AND r.review = 'asked' AND r.state IN ('sent', 'returned')";
const CHECKS: &str = "SELECT r.sent_at FROM report r JOIN form_version v ON v.id = r.form_id
    WHERE r.case_id = $1 AND r.state = 'sent' AND v.name LIKE 'aftercare%' AND r.sent_at > $2";

impl Tx {
    /// What says what is due of a case, without who is told.
    pub(super) async fn facts_without_people(
        &mut self,
        case: CaseId,
    ) -> Result<Option<Facts>, Error> {
        match self.case_by_id(None, case).await? {
            Some(found) => self.facts_of(found).await.map(Some),
            None => Ok(None),
        }
    }

    pub(super) async fn facts_of(&mut self, found: CaseInHand) -> Result<Facts, Error> {
        let case = found.case.id;
        let zone_of_case = found.case.zone;
        let day = |at: DateTime<Utc>| civil::day_of(at, zone_of_case);
        let asked = sqlx::query(WHAT).bind(case.0);
        let row = asked.fetch_one(&mut *self.inner).await?;
        let reviewed_at: Option<DateTime<Utc>> = row.try_get("reviewed_at")?;
        let parsed = |column: &str| {
            let value: Option<&str> = row.try_get(column)?;
            Ok::<_, Error>(value.and_then(|day| day.parse::<NaiveDate>().ok()))
        };
        let (review_on, expires_on) = (parsed("review_on")?, parsed("expires_on")?);
        let asked = sqlx::query_scalar(CLOSED).bind(case.0);
        let closed_at: Option<DateTime<Utc>> = asked.fetch_one(&mut *self.inner).await?;
        let closed_at = closed_at.filter(|_| found.case.stage == Stage::Closed);
        let mut checked_on = Vec::new();
        if let Some(closed_at) = closed_at {
            let asked = sqlx::query_scalar(CHECKS).bind(case.0).bind(closed_at);
            let checks: Vec<DateTime<Utc>> = asked.fetch_all(&mut *self.inner).await?;
            checked_on.extend(checks.into_iter().map(day));
        }
        Ok(Facts {
            reviewed_on: reviewed_at.map(day),
            review_on,
            proposed: self.proposed_in(&found, day).await?,
            follow_ups: self.follow_ups_in(&found, day).await?,
            asked: self.asked_about(case, day).await?,
            closed_on: closed_at.map(day),
            checked_on,
            expires_on,
            met_on: self.met_in(case, day).await?,
            people: People::default(),
            found,
        })
    }

    async fn met_in(
        &mut self,
        case: CaseId,
        day: impl Fn(DateTime<Utc>) -> NaiveDate,
    ) -> Result<Option<NaiveDate>, Error> {
        let asked = sqlx::query(MET).bind(case.0);
        let row = asked.fetch_one(&mut *self.inner).await?;
        let visited_on: Option<NaiveDate> = row.try_get("visited_on")?;
        let mut met_on = visited_on;
        for column in ["heard_at", "reached_at", "called_at"] {
            let at: Option<DateTime<Utc>> = row.try_get(column)?;
            met_on = met_on.max(at.map(&day));
        }
        Ok(met_on)
    }

    async fn proposed_in(
        &mut self,
        found: &CaseInHand,
        day: impl Fn(DateTime<Utc>) -> NaiveDate,
    ) -> Result<Vec<(GoalId, NaiveDate)>, Error> {
        let asked = sqlx::query(VERSIONS).bind(found.case.id.0);
        let mut proposed = Vec::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let goal = GoalId(row.try_get("goal_id")?);
            let number: i64 = row.try_get("number")?;
            let mut goals = found.goals.iter();
            let waits = goals.any(|known| {
                known.id == goal && known.is_open() && i64::from(known.version) == number
            });
            if waits {
                proposed.push((goal, day(row.try_get("sent_at")?)));
            }
        }
        Ok(proposed)
    }

    async fn follow_ups_in(
        &mut self,
        found: &CaseInHand,
        day: impl Fn(DateTime<Utc>) -> NaiveDate,
    ) -> Result<Vec<FollowUp>, Error> {
        let asked = sqlx::query(REQUESTS).bind(found.case.id.0);
        let mut follow_ups: Vec<FollowUp> = Vec::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let referral = ReferralId(row.try_get("referral_id")?);
            if found.referrals.iter().any(|open| open.id == referral) {
                let asked_at: Option<DateTime<Utc>> = row.try_get("asked_at")?;
                follow_ups.push(FollowUp {
                    referral,
                    planned_on: row.try_get("planned_on")?,
                    asked_on: asked_at.map(&day),
                });
            }
        }
        Ok(follow_ups)
    }

    async fn asked_about(
        &mut self,
        case: CaseId,
        day: impl Fn(DateTime<Utc>) -> NaiveDate,
    ) -> Result<Vec<(ReportId, PersonId, NaiveDate)>, Error> {
        let asked = sqlx::query(ASKED).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let questions = rows.iter().map(|row| {
            let at: Option<DateTime<Utc>> = row.try_get("asked_at")?;
            let report = ReportId(row.try_get("id")?);
            let by = PersonId(row.try_get("person_id")?);
            Ok(at.map(|at| (report, by, day(at))))
        });
        let questions: Vec<Option<_>> = questions.collect::<Result<_, Error>>()?;
        Ok(questions.into_iter().flatten().collect())
    }
}
