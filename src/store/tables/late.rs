//! What is late in a team: a team or one thing comes in; what is due, with whom it is, and what its people reported
//! last go out.
//!
//! Everything is looked up by team, case or person; what is open elsewhere costs nothing.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::due::obligation::Because;
use crate::core::id::{MemberId, ObligationId, PersonId, TeamId};
use crate::core::late::{Doer, LateThing, Worker};

use super::cases::{case_columns, case_joins, newest_fact};
use super::handover::reached;
use super::obligation::{rule, window};
use super::person::reader_columns;
use super::{Error, Row, Tx};

pub const STATEMENTS: &[&str] = &[OF_TEAM, ONE, DOERS, WORKERS, THEIR_CASES];

macro_rules! things {
    ($which:literal) => {
        concat!(
            "SELECT o.id AS obligation_id, o.rule, o.opens_on, o.due_on, o.closes_on, o.because, ",
            case_columns!(),
            " FROM cases c JOIN obligation o ON o.case_id = c.id",
            case_joins!("$1"),
            "WHERE ",
            $which
        )
    };
}
/// What the person `p` was told of the obligation `o`.
macro_rules! told_of {
    ($what:literal) => {
        concat!(
            "(SELECT ",
            $what,
            " FROM push b WHERE b.rule = o.rule AND b.subject_id = o.subject_id
                AND b.due_on = o.due_on AND b.person_id = p.id"
        )
    };
}
/// What is reckoned anew first may be late no longer.
pub const OF_TEAM: &str = things!(
    "c.team_id = $2 AND o.due_on < $3
     AND NOT EXISTS (SELECT 1 FROM unsent_case u WHERE u.case_id = c.id)
     AND NOT EXISTS (SELECT 1 FROM to_reckon WHERE to_reckon.case_id = c.id)
     ORDER BY o.due_on, c.code, o.id LIMIT $4"
);
const ONE: &str = things!("o.id = $2");
/// Those who work here and are to do it, with where they are told if they can be reached there now. Whoever was told once is
/// told, whatever was missed besides: the greatest of the fates.
pub const DOERS: &str = concat!(
    "SELECT o.id AS obligation_id, p.id AS person_id, p.name, a.chat_id, m.id AS place_id, x.back_on, ",
    told_of!("MAX(b.at)"),
    " AND b.rung = 'asked') AS asked_at, COALESCE(",
    told_of!("MAX(b.fate)"),
    "), 'told') = 'missed' AS untold, ",
    reader_columns!(),
    " FROM ",
    each!("$1"),
    " JOIN obligation o ON o.id = ",
    uuid!("each.value ->> 0"),
    " JOIN reminder w ON w.obligation_id = o.id AND w.told = 'assigned'
      JOIN person p ON p.id = w.person_id
      LEFT JOIN account a ON a.person_id = p.id AND a.reachable AND p.consent_at IS NOT NULL
      LEFT JOIN membership m ON m.case_id = o.case_id AND m.person_id = p.id AND m.ended_at IS NULL
      LEFT JOIN absence x ON x.person_id = p.id AND x.ended_at IS NULL
      WHERE p.standing = 'active' AND p.role <> 'family'"
);
pub const WORKERS: &str = "SELECT p.id AS person_id, p.name, x.back_on, (
        SELECT MAX(r.sent_at) FROM report r WHERE r.person_id = p.id AND r.state <> 'undone') AS heard_at
    FROM person p LEFT JOIN absence x ON x.person_id = p.id AND x.ended_at IS NULL
    WHERE p.team_id = $1 AND p.role IN ('volunteer', 'caseworker') AND p.standing = 'active'";
pub const THEIR_CASES: &str = concat!(
    "SELECT held.person_id AS holder, held.began_at AS held_since, ",
    case_columns!(),
    " FROM person p JOIN membership held ON held.person_id = p.id AND held.ended_at IS NULL
      JOIN cases c ON c.id = held.case_id",
    case_joins!("$1"),
    "WHERE p.team_id = $2 AND p.role IN ('volunteer', 'caseworker') AND p.standing = 'active'"
);

/// Things on the list of a team; whoever has more begins with the longest late.
const LISTED: i64 = 200;

impl Tx {
    /// What is late in a team, the longest late first. What somebody was never told of is late by then as well.
    pub(super) async fn late_in(
        &mut self,
        asking: Option<PersonId>,
        team: TeamId,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<Vec<LateThing>, Error> {
        let rows = sqlx::query(OF_TEAM)
            .bind(asking.map(|person| person.0))
            .bind(team.0)
            .bind(latest_today(now))
            .bind(LISTED)
            .fetch_all(&mut *self.inner)
            .await?;
        let mut things = Vec::with_capacity(rows.len());
        for row in &rows {
            things.push(self.thing(row)?);
        }
        self.find_doers(&mut things, zone).await?;
        Ok(things)
    }

    /// One thing that is due, with all that asking after it looks at.
    pub(super) async fn late_thing(
        &mut self,
        asking: Option<PersonId>,
        obligation: ObligationId,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<Option<LateThing>, Error> {
        let asked = sqlx::query(ONE).bind(asking.map(|person| person.0));
        let asked = asked.bind(obligation.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let mut things = vec![self.thing(&row)?];
        self.find_doers(&mut things, zone).await?;
        let mut thing = things.pop();
        for doer in thing.iter_mut().flat_map(|thing| &mut thing.with) {
            (doer.pushed, doer.touched_at) = self.told_lately(doer.person, now).await?;
        }
        Ok(thing)
    }

    /// The volunteers and caseworkers of a team with their cases.
    pub(super) async fn workers_of(
        &mut self,
        asking: Option<PersonId>,
        team: TeamId,
    ) -> Result<Vec<Worker>, Error> {
        let asked = sqlx::query(WORKERS).bind(team.0);
        let mut workers: BTreeMap<PersonId, Worker> = BTreeMap::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let person = PersonId(row.try_get("person_id")?);
            let worker = Worker {
                person,
                name: self.name(person, row.try_get("name")?)?,
                back_on: row.try_get("back_on")?,
                heard_at: row.try_get("heard_at")?,
                cases: Vec::new(),
            };
            workers.insert(person, worker);
        }
        let asked = sqlx::query(THEIR_CASES).bind(asking.map(|person| person.0));
        let rows = asked.bind(team.0).fetch_all(&mut *self.inner).await?;
        for row in &rows {
            let holder = PersonId(row.try_get("holder")?);
            let case = self.case(row)?;
            if let Some(worker) = workers.get_mut(&holder) {
                worker.cases.push((row.try_get("held_since")?, case));
            }
        }
        Ok(workers.into_values().collect())
    }

    fn thing(&mut self, row: &Row) -> Result<LateThing, Error> {
        let Json(because) = row.try_get::<Json<Because>, _>("because")?;
        Ok(LateThing {
            id: ObligationId(row.try_get("obligation_id")?),
            rule: rule(row)?,
            window: window(row)?,
            because,
            case: self.case(row)?,
            with: Vec::new(),
        })
    }

    async fn find_doers(&mut self, things: &mut [LateThing], zone: Tz) -> Result<(), Error> {
        let ids = things.iter().map(|thing| [thing.id.0.simple().to_string()]);
        let asked = sqlx::query(DOERS).bind(Json(ids.collect::<Vec<_>>()));
        let mut doers: BTreeMap<ObligationId, Vec<Doer>> = BTreeMap::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let person = PersonId(row.try_get("person_id")?);
            let place: Option<Uuid> = row.try_get("place_id")?;
            let doer = Doer {
                person,
                name: self.name(person, row.try_get("name")?)?,
                place: place.map(MemberId),
                back_on: row.try_get("back_on")?,
                untold: row.try_get("untold")?,
                asked_at: row.try_get("asked_at")?,
                pushed: Vec::new(),
                touched_at: None,
                to: reached(&row, zone)?,
            };
            let obligation = ObligationId(row.try_get("obligation_id")?);
            doers.entry(obligation).or_default().push(doer);
        }
        for thing in things {
            thing.with = doers.remove(&thing.id).unwrap_or_default();
            thing.with.sort_by(|a, b| a.name.cmp(&b.name));
        }
        Ok(())
    }
}

/// The latest day that it is anywhere; what is not late yet in its own zone is sorted out by whoever knows that.
fn latest_today(now: DateTime<Utc>) -> NaiveDate {
    let today = now.date_naive();
    today.checked_add_days(Days::new(1)).unwrap_or(today)
}
