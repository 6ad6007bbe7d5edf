//! The database as it lies on the disk, read beside the processes: SQL comes in, counts and ids go out.

use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{PgPool, SqlitePool};
use uuid::Uuid;

pub enum Records {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// Updates and messages that have not ended.
const UNFINISHED: &str = "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'open')
    + (SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending'))";

impl Records {
    pub fn open(database: &str) -> Self {
        match database.strip_prefix("sqlite:") {
            Some(path) => {
                let options = SqliteConnectOptions::new().filename(path);
                Self::Sqlite(
                    SqlitePoolOptions::new()
                        .max_connections(1)
                        .connect_lazy_with(options),
                )
            }
            None => {
                let pool = PgPoolOptions::new()
                    .max_connections(1)
                    .connect_lazy(database);
                Self::Postgres(pool.expect("the URL is one"))
            }
        }
    }

    /// One number.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let counted = match self {
            Self::Sqlite(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
            Self::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await,
        };
        counted.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// One column of ids.
    pub async fn ids(&self, sql: &'static str) -> Vec<Uuid> {
        let found = match self {
            Self::Sqlite(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
            Self::Postgres(pool) => sqlx::query_scalar(sql).fetch_all(pool).await,
        };
        found.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// Updates that wait to be handled and messages that wait to be sent.
    pub async fn unfinished(&self) -> i64 {
        self.count(UNFINISHED).await
    }

    /// Lets the half minute pass after which another process may poll: of the one that was killed, or, for a moment
    /// beside it, of one that is alive.
    pub async fn end_lease(&self) {
        if let Self::Postgres(pool) = self {
            let ended = sqlx::query("UPDATE lease SET until = now() - interval '1 second'");
            ended.execute(pool).await.expect("the lease can be ended");
        }
    }

    pub async fn close(self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}
