//! All that a database holds comes in, as lines of text that can be compared; what a press may touch each time stays out.

use std::collections::BTreeSet;

use sqlx::{Connection as _, PgConnection, SqliteConnection};

use crate::support::{Engine, Scratch};

/// What every update leaves behind, whatever it does; and the forms, which only a start changes.
const EVERY_TIME: [&str; 5] = ["inbox", "audit", "audit_head", "bot", "form_version"];

/// The rows of a database, read past the bot; all columns but `owned_until`, by which processes share work.
pub struct Rows {
    database: Database,
    /// One statement for all tables, but for the chat that is left out.
    statement: String,
}

enum Database {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Rows {
    /// Of this scratch database, whose tables are there.
    pub async fn of(scratch: &Scratch, engine: Engine) -> anyhow::Result<Self> {
        let url = scratch.settings.database()?;
        let (database, tables) = match engine {
            Engine::Sqlite => {
                let mut database = SqliteConnection::connect(&url).await?;
                let found: Vec<(String, String)> = sqlx::query_as(
                    "SELECT t.name, group_concat('quote(' || c.name || ')', ' || '','' || ')
                     FROM sqlite_master AS t, pragma_table_info(t.name) AS c
                     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.name <> 'owned_until'
                     GROUP BY t.name",
                )
                .fetch_all(&mut database)
                .await?;
                (Database::Sqlite(database), found)
            }
            Engine::Postgres => {
                let mut database = PgConnection::connect(&url).await?;
                let found: Vec<(String, String)> = sqlx::query_as(
                    "SELECT tablename::text, '(to_jsonb(t) - ''owned_until'')::text'
                     FROM pg_tables WHERE schemaname = 'public'",
                )
                .fetch_all(&mut database)
                .await?;
                (Database::Postgres(database), found)
            }
        };
        let selects = tables
            .iter()
            .filter(|(table, _)| !EVERY_TIME.contains(&table.as_str()))
            .map(|(table, row)| {
                let others = match table.as_str() {
                    "chat" => " WHERE id <> $1",
                    "outbox" => " WHERE chat_id <> $1",
                    _ => "",
                };
                format!("SELECT '{table}: ' || {row} AS held FROM {table} AS t{others}")
            });
        let selects: Vec<String> = selects.collect();
        anyhow::ensure!(selects.len() > 40, "only {} tables", selects.len());
        Ok(Self {
            database,
            statement: selects.join(" UNION ALL "),
        })
    }

    /// What is held now, without the screen of this chat and what was sent there.
    pub async fn but_for(&mut self, chat: i64) -> anyhow::Result<BTreeSet<String>> {
        let statement = sqlx::AssertSqlSafe(self.statement.clone());
        let held: Vec<String> = match &mut self.database {
            Database::Sqlite(database) => {
                let query = sqlx::query_scalar(statement).bind(chat);
                query.fetch_all(database).await?
            }
            Database::Postgres(database) => {
                let query = sqlx::query_scalar(statement).bind(chat);
                query.fetch_all(database).await?
            }
        };
        Ok(held.into_iter().collect())
    }
}

/// What is there on one side alone; empty if both are the same.
pub fn difference(before: &BTreeSet<String>, after: &BTreeSet<String>) -> String {
    let gone = before.difference(after).map(|row| format!("- {row}"));
    let come = after.difference(before).map(|row| format!("+ {row}"));
    let rows: Vec<String> = gone.chain(come).map(|row| without_bodies(&row)).collect();
    rows.join("\n")
}

/// A row without what is sealed, which says nothing to whoever reads it.
fn without_bodies(row: &str) -> String {
    let values = row.split(',');
    let short = values.map(|value| if value.len() > 80 { "…" } else { value });
    short.collect::<Vec<_>>().join(",")
}
