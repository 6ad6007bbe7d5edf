//! `absence`: who is away, and from which day on no longer.

use chrono::{DateTime, NaiveDate, Utc};

use sqlx::Row as _;

use crate::core::absence::Absence;
use crate::core::id::{PersonId, TeamId};

use super::{Error, Tx};

pub const STATEMENTS: &[&str] = &[NOW, OF_TEAM, END, BEGIN];

/// Also one whose day has come: nothing else ends it.
const NOW: &str = "SELECT back_on FROM absence WHERE person_id = $1 AND ended_at IS NULL";
const OF_TEAM: &str = "SELECT x.person_id, x.said_at, x.back_on, x.ended_at
    FROM absence x JOIN person p ON p.id = x.person_id WHERE p.team_id = $1 ORDER BY x.said_at";
const END: &str = "UPDATE absence SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL";
const BEGIN: &str = "INSERT INTO absence (person_id, said_at, back_on) VALUES ($1, $2, $3)";

impl Tx {
    /// The day on which somebody is, or was, back.
    pub(super) async fn back_on(&mut self, person: PersonId) -> Result<Option<NaiveDate>, Error> {
        let asked = sqlx::query_scalar(NOW).bind(person.0);
        Ok(asked.fetch_optional(&mut *self.inner).await?)
    }

    /// All absences of a team's people, in the order in which they were said.
    pub(super) async fn absences(&mut self, team: TeamId) -> Result<Vec<Absence>, Error> {
        let asked = sqlx::query(OF_TEAM).bind(team.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let absences = rows.iter().map(|row| {
            Ok(Absence {
                person: PersonId(row.try_get("person_id")?),
                said_at: row.try_get("said_at")?,
                back_on: row.try_get("back_on")?,
                ended_at: row.try_get("ended_at")?,
            })
        });
        absences.collect()
    }

    /// Somebody is away until this day, whatever they said before.
    pub(super) async fn set_away(
        &mut self,
        person: PersonId,
        back_on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.end_away(person, at).await?;
        let beginning = sqlx::query(BEGIN).bind(person.0).bind(at).bind(back_on);
        beginning.execute(&mut *self.inner).await?;
        Ok(())
    }

    pub(super) async fn end_away(
        &mut self,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let ending = sqlx::query(END).bind(person.0).bind(at);
        ending.execute(&mut *self.inner).await?;
        Ok(())
    }
}
