//! A person and a moment come in; how the engine would find what is due goes out, in its own words.

use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, Row as _};

use crate::core::id::PersonId;

use super::{Base, EXPLAIN, Error, draft, reminder};

/// More things than are due at once.
const LIMIT: i64 = 100;

impl Base {
    /// The plan of each statement that the clock's loop asks again and again, however little is due.
    pub async fn plans(
        &self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Vec<(&'static str, String)>, Error> {
        let mut plans = Vec::new();
        for statement in [draft::DUE, reminder::DUE] {
            let asked = sqlx::query(explained(statement)).bind(now).bind(LIMIT);
            plans.push((statement, asked.fetch_all(&self.read).await?));
        }
        for statement in [draft::NEXT_DUE, reminder::NEXT] {
            let asked = sqlx::query(explained(statement));
            plans.push((statement, asked.fetch_all(&self.read).await?));
        }
        let statement = reminder::OF_PERSON;
        let asked = sqlx::query(explained(statement)).bind(person.0).bind(now);
        plans.push((statement, asked.bind(LIMIT).fetch_all(&self.read).await?));
        let said = plans.into_iter().map(|(statement, rows)| {
            let lines = rows.iter().map(|row| row.try_get::<String, _>(COLUMN));
            Ok((statement, lines.collect::<Result<Vec<_>, _>>()?.join("\n")))
        });
        said.collect()
    }
}

fn explained(statement: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!("{} {statement}", EXPLAIN.0))
}

const COLUMN: &str = EXPLAIN.1;
