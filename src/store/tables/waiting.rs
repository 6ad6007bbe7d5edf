//! What waits for somebody: a person and a day come in; goals, requests and cases whose day has come go out.

use chrono::NaiveDate;
use sqlx::Row as _;

use crate::core::id::{CaseId, GoalId, ReferralId};
use crate::core::people::{Person, Role};
use crate::core::waiting::{About, Matter, Waits};

use super::cases::newest_fact;
use super::{Error, Row, Tx};

pub const STATEMENTS: &[&str] = &[FAMILY, CASEWORKER, SUPERVISOR];

/// The goals, and the requests whose day has come, of the open cases in which a person has one of these places. As the
/// plan sees them: a version counts unless the report that proposed it was taken back, and so does a decision.
macro_rules! of_places {
    ($places:literal) => {
        concat!(
            "WITH mine AS (
                SELECT m.case_id FROM member m JOIN cases c ON c.id = m.case_id
                WHERE m.person_id = $1 AND m.place IN (",
            $places,
            ") AND COALESCE(",
            newest_fact!("case.stage"),
            ", c.stage) <> 'closed'),
            standing AS (
                SELECT g.id AS goal_id, g.case_id, v.report_id, v.review_on, COALESCE((
                    SELECT d.choice FROM decision d JOIN report r ON r.id = d.report_id
                    WHERE d.goal_id = g.id AND d.version = v.number AND r.state = 'sent'
                    ORDER BY r.sent_at DESC, r.id DESC LIMIT 1),
                    CASE WHEN g.agreed_before AND v.number = 1 THEN 'agree' END) AS choice
                FROM mine JOIN goal g ON g.case_id = mine.case_id
                JOIN goal_version v ON v.goal_id = g.id
                WHERE v.number = (
                    SELECT MAX(n.number) FROM goal_version n LEFT JOIN report r ON r.id = n.report_id
                    WHERE n.goal_id = g.id AND (n.report_id IS NULL OR r.state = 'sent'))
                  AND NOT EXISTS (
                    SELECT 1 FROM goal_end x JOIN report r ON r.id = x.report_id
                    WHERE x.goal_id = g.id AND r.state = 'sent')),
            promise AS (
                SELECT s.case_id, s.goal_id, t.side, t.due_on FROM standing s
                JOIN task t ON t.goal_id = s.goal_id AND t.report_id = s.report_id
                WHERE s.choice = 'agree' AND t.done_at IS NULL),
            unanswered AS (
                SELECT f.case_id, f.id AS referral_id FROM mine
                JOIN referral f ON f.case_id = mine.case_id
                JOIN request q ON q.referral_id = f.id LEFT JOIN report asked ON asked.id = q.report_id
                WHERE (q.report_id IS NULL OR asked.state = 'sent')
                  AND (q.follow_up_on IS NULL OR q.follow_up_on <= $2)
                  AND COALESCE((
                    SELECT answer.outcome FROM referral_answer answer
                    JOIN report r ON r.id = answer.report_id
                    WHERE answer.referral_id = f.id AND r.state = 'sent'
                    ORDER BY r.sent_at DESC, r.id DESC LIMIT 1), 'not_received') = 'not_received') "
        )
    };
}
const FAMILY: &str = concat!(
    of_places!("'family'"),
    "SELECT 'decide' AS matter, case_id, goal_id AS about FROM standing WHERE choice IS NULL
    UNION ALL SELECT 'promised', case_id, goal_id FROM promise WHERE side = 'family' AND due_on <= $2
    UNION ALL SELECT 'received', case_id, referral_id FROM unanswered
    ORDER BY 1, 3 LIMIT $3"
);
const CASEWORKER: &str = concat!(
    of_places!("'leads', 'supports'"),
    "SELECT 'reword' AS matter, case_id, goal_id AS about FROM standing WHERE choice = 'change'
    UNION ALL SELECT 'review', case_id, goal_id FROM standing
        WHERE choice = 'agree' AND review_on <= $2
    UNION ALL SELECT 'follow_up', case_id, referral_id FROM unanswered
    UNION ALL SELECT 'overdue', case_id, goal_id FROM promise WHERE side <> 'family' AND due_on < $2
    ORDER BY 1, 3 LIMIT $3"
);
/// Whoever has left leads nothing.
const SUPERVISOR: &str = concat!(
    "SELECT 'unled' AS matter, c.id AS case_id, c.id AS about
    FROM person me JOIN cases c ON c.team_id = me.team_id
    WHERE me.id = $1 AND COALESCE(",
    newest_fact!("case.stage"),
    ", c.stage) <> 'closed' AND NOT EXISTS (
        SELECT 1 FROM member m JOIN person p ON p.id = m.person_id
        WHERE m.case_id = c.id AND m.place = 'leads' AND p.standing <> 'left')
    ORDER BY c.code LIMIT $2"
);

/// Things that wait for one person; whoever has more begins with these.
const LISTED: i64 = 500;

impl Tx {
    /// What waits for this person on this day; a volunteer's visits follow from the cases themselves.
    pub(super) async fn waiting_for(
        &mut self,
        person: &Person,
        today: NaiveDate,
    ) -> Result<Vec<Waits>, Error> {
        let of_places = |statement| {
            let asked = sqlx::query(statement).bind(person.id.0);
            asked.bind(today).bind(LISTED)
        };
        let asked = match person.role {
            Role::Family => of_places(FAMILY),
            Role::Caseworker => of_places(CASEWORKER),
            Role::Supervisor => sqlx::query(SUPERVISOR).bind(person.id.0).bind(LISTED),
            Role::Volunteer | Role::Manager => return Ok(Vec::new()),
        };
        let rows = asked.fetch_all(&mut *self.inner).await?;
        rows.iter().map(waits).collect()
    }
}

fn waits(row: &Row) -> Result<Waits, Error> {
    let matter: &str = row.try_get("matter")?;
    let matter = Matter::parse(matter).ok_or(Error::Damaged("matter"))?;
    let about = row.try_get("about")?;
    Ok(Waits {
        matter,
        case: CaseId(row.try_get("case_id")?),
        about: match matter {
            Matter::Decide
            | Matter::Promised
            | Matter::Reword
            | Matter::Review
            | Matter::Overdue => About::Goal(GoalId(about)),
            Matter::Received | Matter::FollowUp => About::Referral(ReferralId(about)),
            Matter::Unled | Matter::Quiet => About::Case,
        },
    })
}
