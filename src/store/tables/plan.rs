//! A person and a moment come in; how the engine would find what is due goes out, in its own words.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use sqlx::{AssertSqlSafe, Row as _};

use crate::core::id::{CaseId, ObligationId, PersonId, TeamId};

use super::{Base, EXPLAIN, Error, Row, draft, facts, late, reminder};

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
        said(plans)
    }

    /// The plan of each statement by which a list of what is late in a team is made.
    pub async fn plans_of_list(
        &self,
        asking: PersonId,
        team: TeamId,
        thing: ObligationId,
        now: DateTime<Utc>,
    ) -> Result<Vec<(&'static str, String)>, Error> {
        let mut plans = Vec::new();
        let asked = sqlx::query(explained(late::OF_TEAM)).bind(asking.0);
        let asked = asked.bind(team.0).bind(now.date_naive()).bind(LIMIT);
        plans.push((late::OF_TEAM, asked.fetch_all(&self.read).await?));
        let asked = sqlx::query(explained(late::DOERS));
        let asked = asked.bind(Json([[thing.0.simple().to_string()]]));
        plans.push((late::DOERS, asked.fetch_all(&self.read).await?));
        let asked = sqlx::query(explained(late::WORKERS)).bind(team.0);
        plans.push((late::WORKERS, asked.fetch_all(&self.read).await?));
        let asked = sqlx::query(explained(late::THEIR_CASES)).bind(asking.0);
        let asked = asked.bind(team.0).fetch_all(&self.read);
        plans.push((late::THEIR_CASES, asked.await?));
        said(plans)
    }

    /// The plan of the statement that says when somebody here last met the family of a case.
    pub async fn plans_of_case(&self, case: CaseId) -> Result<Vec<(&'static str, String)>, Error> {
        let asked = sqlx::query(explained(facts::MET)).bind(case.0);
        said(vec![(facts::MET, asked.fetch_all(&self.read).await?)])
    }
}

fn said(plans: Vec<(&'static str, Vec<Row>)>) -> Result<Vec<(&'static str, String)>, Error> {
    let said = plans.into_iter().map(|(statement, rows)| {
        let lines = rows.iter().map(|row| row.try_get::<String, _>(COLUMN));
        Ok((statement, lines.collect::<Result<Vec<_>, _>>()?.join("\n")))
    });
    said.collect()
}

fn explained(statement: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!("{} {statement}", EXPLAIN.0))
}

const COLUMN: &str = EXPLAIN.1;
