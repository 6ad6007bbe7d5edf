//! `absence`: who is away, and from which day on no longer.

use chrono::{DateTime, NaiveDate, Utc};

use crate::core::id::PersonId;

use super::{Error, Tx};

pub const STATEMENTS: &[&str] = &[NOW, END, BEGIN];

/// Also one whose day has come: nothing else ends it.
const NOW: &str = "SELECT back_on FROM absence WHERE person_id = $1 AND ended_at IS NULL";
const END: &str = "UPDATE absence SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL";
const BEGIN: &str = "INSERT INTO absence (person_id, said_at, back_on) VALUES ($1, $2, $3)";

impl Tx {
    /// The day on which somebody is, or was, back.
    pub(super) async fn back_on(&mut self, person: PersonId) -> Result<Option<NaiveDate>, Error> {
        let asked = sqlx::query_scalar(NOW).bind(person.0);
        Ok(asked.fetch_optional(&mut *self.inner).await?)
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
