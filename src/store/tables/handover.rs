//! `membership`: places that begin and end come in; who is in a case, in a team, and in whose hands cases are go out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::case::Membership;
use crate::core::giving_back::Lent;
use crate::core::handover::{Carried, Colleague, Placed};
use crate::core::id::{CaseId, MemberId, PersonId, TeamId};
use crate::core::people::Recipient;

use super::cases::{case_columns, case_joins, newest_fact};
use super::person::{reader_columns, recipient, role};
use super::{Error, Row, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    PLACES, TEAM, CARRIED, LENT, WORRIES, CASE_OF, BEGIN, END, OBJECT,
];

const PLACES: &str = concat!(
    "SELECT m.id, m.place, m.objected_at, p.id AS person_id, p.name, a.chat_id, ",
    reader_columns!(),
    " FROM membership m JOIN person p ON p.id = m.person_id
    LEFT JOIN account a ON a.person_id = p.id
    WHERE m.case_id = $1 AND m.ended_at IS NULL"
);
const TEAM: &str = concat!(
    "SELECT p.id AS person_id, p.name, a.chat_id,
        (SELECT COUNT(*) FROM member m WHERE m.person_id = p.id) AS cases, x.back_on, ",
    reader_columns!(),
    " FROM person p LEFT JOIN account a ON a.person_id = p.id
    LEFT JOIN absence x ON x.person_id = p.id AND x.ended_at IS NULL
    WHERE p.team_id = $1 AND p.standing = 'active'
      AND p.role IN ('volunteer', 'caseworker', 'supervisor')"
);
/// The cases of `$2` as `$1` stands to them.
const CARRIED: &str = concat!(
    "SELECT ",
    case_columns!(),
    " FROM cases c",
    case_joins!("$1"),
    "WHERE c.id IN (SELECT theirs.case_id FROM member theirs WHERE theirs.person_id = $2)
     ORDER BY c.code"
);
/// What people of the team `$2` gave away and others still have, of cases as `$1` stands to them. A place that ended and one
/// that began at the same moment were handed over. Where the family wanted somebody else, nothing goes back.
const LENT: &str = concat!(
    "SELECT given.person_id AS lender, given.ended_at AS lent_at, taken.id AS place_id,
       before.place AS place_before, own.ended_at AS had_until, ",
    case_columns!(),
    " FROM membership given JOIN person p ON p.id = given.person_id
      JOIN membership taken ON taken.case_id = given.case_id AND taken.ended_at IS NULL
        AND taken.began_at = given.ended_at AND taken.person_id <> given.person_id
      LEFT JOIN membership before ON before.case_id = taken.case_id
        AND before.person_id = taken.person_id AND before.ended_at = taken.began_at
      LEFT JOIN membership own ON own.case_id = given.case_id
        AND own.person_id = taken.person_id AND own.ended_at = given.began_at
      JOIN cases c ON c.id = given.case_id",
    case_joins!("$1"),
    "WHERE p.team_id = $2 AND given.objected_at IS NULL AND taken.place <> 'family'
     ORDER BY c.code"
);
const WORRIES: &str = "SELECT v.worries FROM report r JOIN visit v ON v.report_id = r.id
    WHERE r.case_id = $1 AND r.state = 'sent' ORDER BY r.sent_at DESC, r.id DESC LIMIT 1";
pub const CASE_OF: &str = "SELECT case_id FROM membership WHERE id = $1";
const BEGIN: &str = "INSERT INTO membership (id, case_id, person_id, place, began_at)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
/// Compare and set: of two who end a place, one does.
const END: &str = "UPDATE membership SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
const OBJECT: &str = "UPDATE membership SET objected_at = $2
    WHERE id = $1 AND ended_at IS NULL AND objected_at IS NULL";

impl Tx {
    /// Who has a place in a case, in the order of their places and names.
    pub(super) async fn places(&mut self, case: CaseId, zone: Tz) -> Result<Vec<Placed>, Error> {
        let asked = sqlx::query(PLACES).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let places = rows.iter().map(|row| {
            let person = PersonId(row.try_get("person_id")?);
            let objected: Option<DateTime<Utc>> = row.try_get("objected_at")?;
            Ok(Placed {
                id: MemberId(row.try_get("id")?),
                person,
                name: self.name(person, row.try_get("name")?)?,
                place: word::read("membership.place", row.try_get("place")?)?,
                objected: objected.is_some(),
                to: reached(row, zone)?,
            })
        });
        let mut places: Vec<Placed> = places.collect::<Result<_, Error>>()?;
        places.sort_by(|a, b| (a.place, &a.name).cmp(&(b.place, &b.name)));
        Ok(places)
    }

    /// The people of a team, in the order of their names.
    pub(super) async fn team(&mut self, team: TeamId, zone: Tz) -> Result<Vec<Colleague>, Error> {
        let asked = sqlx::query(TEAM).bind(team.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let people = rows.iter().map(|row| {
            let person = PersonId(row.try_get("person_id")?);
            let cases: i64 = row.try_get("cases")?;
            Ok(Colleague {
                person,
                name: self.name(person, row.try_get("name")?)?,
                role: role(row)?,
                cases: u16::try_from(cases).unwrap_or(u16::MAX),
                back_on: row.try_get("back_on")?,
                to: reached(row, zone)?,
            })
        });
        let mut people: Vec<Colleague> = people.collect::<Result<_, Error>>()?;
        people.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(people)
    }

    /// The cases of a person, with all who are in them.
    pub(super) async fn carried(
        &mut self,
        asking: Option<PersonId>,
        person: PersonId,
        zone: Tz,
    ) -> Result<Vec<Carried>, Error> {
        let asked = sqlx::query(CARRIED)
            .bind(asking.map(|person| person.0))
            .bind(person.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let mut carried = Vec::with_capacity(rows.len());
        for row in &rows {
            let case = self.case(row)?;
            let places = self.places(case.id, zone).await?;
            carried.push(Carried { case, places });
        }
        Ok(carried)
    }

    /// What people of a team gave away and others still have.
    pub(super) async fn lent(
        &mut self,
        asking: Option<PersonId>,
        team: TeamId,
        zone: Tz,
    ) -> Result<Vec<Lent>, Error> {
        let asked = sqlx::query(LENT)
            .bind(asking.map(|person| person.0))
            .bind(team.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let mut lent = Vec::with_capacity(rows.len());
        for row in &rows {
            let case = self.case(row)?;
            let places = self.places(case.id, zone).await?;
            lent.push(Lent {
                of: PersonId(row.try_get("lender")?),
                since: row.try_get("lent_at")?,
                place: MemberId(row.try_get("place_id")?),
                before: word::read_any("membership.place", row.try_get("place_before")?)?,
                had_until: row.try_get("had_until")?,
                carried: Carried { case, places },
            });
        }
        Ok(lent)
    }

    /// Areas that worried at the newest visit of a case.
    pub(super) async fn worries(&mut self, case: CaseId) -> Result<Vec<String>, Error> {
        let asked = sqlx::query(WORRIES).bind(case.0);
        let row = asked.fetch_optional(&mut *self.inner).await?;
        let worries = row.map(|row| row.try_get("worries")).transpose()?;
        Ok(worries.map(|Json(worries)| worries).unwrap_or_default())
    }

    pub(super) async fn begin_places(
        &mut self,
        places: &[(CaseId, PersonId, Membership)],
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for (case, person, place) in places {
            let begun = sqlx::query(BEGIN)
                .bind(fresh_id())
                .bind(case.0)
                .bind(person.0)
                .bind(place.word())
                .bind(at)
                .execute(&mut *self.inner)
                .await?;
            once(begun.rows_affected())?;
        }
        Ok(())
    }

    /// The cases in which these places are or were.
    pub(super) async fn cases_of_places(
        &mut self,
        places: &[MemberId],
    ) -> Result<Vec<CaseId>, Error> {
        let mut cases = Vec::new();
        for place in places {
            let asked = sqlx::query_scalar(CASE_OF).bind(place.0);
            let case: Option<Uuid> = asked.fetch_optional(&mut *self.inner).await?;
            cases.extend(case.map(CaseId));
        }
        Ok(cases)
    }

    pub(super) async fn end_places(
        &mut self,
        places: &[MemberId],
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for place in places {
            let ending = sqlx::query(END).bind(place.0).bind(at);
            once(ending.execute(&mut *self.inner).await?.rows_affected())?;
        }
        Ok(())
    }

    pub(super) async fn object(&mut self, place: MemberId, at: DateTime<Utc>) -> Result<(), Error> {
        let objecting = sqlx::query(OBJECT).bind(place.0).bind(at);
        once(objecting.execute(&mut *self.inner).await?.rows_affected())
    }
}

/// Where somebody is told, if they have an account.
pub fn reached(row: &Row, zone: Tz) -> Result<Option<Recipient>, Error> {
    let chat: Option<i64> = row.try_get("chat_id")?;
    chat.map(|_| recipient(row, zone)).transpose()
}
