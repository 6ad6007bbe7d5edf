//! The store on a PostgreSQL server: a URL and a key come in, a [`Base`] goes out; and where its SQL is its own.

use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgConnection};

use super::key::Master;
use super::open::OpenError;

/// The engine that `tables` is compiled for here.
type Db = sqlx::Postgres;
const BEGIN: &str = "BEGIN";
/// Transactions that write run beside each other and may wait for each other's rows.
const MANY_WRITERS: bool = true;
/// The server checks its own files.
const INTEGRITY: &[&str] = &[];
/// What asks for a plan, and the column of the answer.
const EXPLAIN: (&str, &str) = ("EXPLAIN", "QUERY PLAN");
static MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");
/// More than there are: each is prepared once.
const STATEMENTS: usize = 256;
const CONNECTIONS: u32 = 10;
/// A server that is away is noticed after so long.
const WAIT: Duration = Duration::from_secs(10);

macro_rules! skip_locked {
    ($table:literal) => {
        concat!(" FOR UPDATE OF ", $table, " SKIP LOCKED")
    };
}
macro_rules! for_update {
    ($table:literal) => {
        concat!(" FOR UPDATE OF ", $table)
    };
}
macro_rules! each {
    ($list:literal) => {
        concat!("jsonb_array_elements(", $list, ") AS each(value)")
    };
}
macro_rules! uuid {
    ($hex:literal) => {
        concat!("CAST(", $hex, " AS uuid)")
    };
}
macro_rules! bytes {
    ($hex:literal) => {
        concat!("decode(", $hex, ", 'hex')")
    };
}
macro_rules! id_text {
    ($id:literal) => {
        concat!("CAST(", $id, " AS text)")
    };
}
macro_rules! pairs {
    ($first:expr, $second:expr, $from:literal) => {
        concat!(
            "(SELECT COALESCE(jsonb_agg(jsonb_build_array(",
            $first,
            ", ",
            $second,
            ") ORDER BY ",
            $first,
            "), '[]') FROM ",
            $from,
            ")"
        )
    };
}

#[allow(clippy::duplicate_mod, reason = "compiled once for each engine")]
#[path = "tables/mod.rs"]
mod tables;

pub use tables::{Base, Tx};

/// Connects to the server at `url`.
pub async fn open(url: &str, key: Master) -> Result<Base, OpenError> {
    let options: PgConnectOptions = url.parse().map_err(|_| OpenError::Url)?;
    let options = options
        .application_name("kinkeeper")
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging()
        // A process that hangs within a transaction must not hold its locks for ever.
        .options([("idle_in_transaction_session_timeout", "60s")]);
    // A pool would try again for a while; whoever starts the program wants to hear at once.
    let first = PgConnection::connect_with(&options).await?;
    first.close().await?;
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(WAIT)
        .connect_lazy_with(options);
    tables::migrate(&MIGRATIONS, &pool).await?;
    Base::new(pool.clone(), pool, key, None).await
}
