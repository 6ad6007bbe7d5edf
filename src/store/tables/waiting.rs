//! What waits for somebody: a person and a day come in; goals, requests and cases whose day has come go out.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;

use crate::core::aftercare::{Aftercare, CALL};
use crate::core::due::profile::AfterCare;
use crate::core::id::{CaseId, GoalId, ReferralId};
use crate::core::people::{Person, Role};
use crate::core::waiting::{About, Matter, Waits};

use super::cases::newest_fact;
use super::{Error, Row, Tx};

pub const STATEMENTS: &[&str] = &[CLOSED, FAMILY, CASEWORKER, SUPERVISOR];

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
/// The closed cases of a person, with when each was closed and what was last heard of its family since. A case that came
/// here closed was closed at a time that nobody knows.
const CLOSED: &str =
    "SELECT c.id AS case_id, c.zone, closing.sent_at AS closed_at, heard.sent_at AS heard_at,
        said.value AS state, by_whom.role AS heard_from
    FROM member m JOIN cases c ON c.id = m.case_id
    JOIN report closing ON closing.id = (
        SELECT f.report_id FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = c.id AND f.field = 'case.stage' AND r.state = 'sent'
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
    JOIN fact stage ON stage.report_id = closing.id AND stage.field = 'case.stage'
    LEFT JOIN report heard ON heard.sent_at >= closing.sent_at AND heard.id = (
        SELECT f.report_id FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = c.id AND f.field = 'aftercare.state' AND r.state = 'sent'
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
    LEFT JOIN fact said ON said.report_id = heard.id AND said.field = 'aftercare.state'
    LEFT JOIN person by_whom ON by_whom.id = heard.person_id
    WHERE m.person_id = $1 AND m.place IN ('family', 'leads', 'supports') AND stage.value = 'closed'
    ORDER BY c.code LIMIT $2";
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
        after_care: &AfterCare,
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
        let mut waiting: Vec<Waits> = rows.iter().map(waits).collect::<Result<_, _>>()?;
        let matter = match person.role {
            Role::Family => Matter::StillFine,
            Role::Caseworker => Matter::Aftercare,
            Role::Supervisor | Role::Volunteer | Role::Manager => return Ok(waiting),
        };
        let asked = sqlx::query(CLOSED).bind(person.id.0).bind(LISTED);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let known = aftercare(&row)?;
            let called = matter == Matter::Aftercare && known.call;
            if called || known.is_due(after_care, today) {
                waiting.push(Waits {
                    matter,
                    case: CaseId(row.try_get("case_id")?),
                    about: About::Case,
                });
            }
        }
        Ok(waiting)
    }
}

/// A closed case, in the days of its zone.
fn aftercare(row: &Row) -> Result<Aftercare, Error> {
    let zone: &str = row.try_get("zone")?;
    let zone: Tz = zone.parse().map_err(|_| Error::Damaged("cases.zone"))?;
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let heard_at: Option<DateTime<Utc>> = row.try_get("heard_at")?;
    let state: Option<&str> = row.try_get("state")?;
    let heard_from: Option<&str> = row.try_get("heard_from")?;
    let call = state == Some(CALL) && heard_from == Some(Role::Family.word());
    Ok(Aftercare {
        closed_on: day(row.try_get("closed_at")?),
        heard_on: heard_at.map(day),
        call,
    })
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
            Matter::StillFine | Matter::Aftercare | Matter::Unled | Matter::Quiet => About::Case,
        },
    })
}
