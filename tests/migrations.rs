//! The migrations: the same on both engines, each column explained.

#[path = "store/places.rs"]
#[allow(dead_code, reason = "the store's tests use all of it")]
mod places;

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::{Connection, PgConnection, Row, SqliteConnection};

use places::Place;

/// What each column of each table is said to be.
type Explained = BTreeMap<(String, String), Option<String>>;

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("migrations")
            .join(engine);
        let files = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert!(!names("sqlite").is_empty());
    assert_eq!(names("sqlite"), names("postgres"));
}

#[tokio::test]
async fn every_column_is_explained_and_both_engines_say_the_same() {
    let place = Place::sqlite();
    place.open().await.close().await;
    let sqlite = explained_sqlite(&place).await;
    assert!(sqlite.len() > 100);
    for ((table, column), comment) in &sqlite {
        assert!(comment.is_some(), "{table}.{column} is not explained");
    }
    let Some(place) = Place::postgres().await else {
        return;
    };
    place.open().await.close().await;
    assert_eq!(explained_postgres(&place).await, sqlite);
}

#[tokio::test]
async fn an_opened_database_opens_again_as_it_was() {
    for place in places::places().await {
        place.open().await.close().await;
        let store = place.open().await;
        assert_eq!(store.check().await.unwrap(), []);
    }
}

/// From the text of the tables, which SQLite keeps with its comments.
async fn explained_sqlite(place: &Place) -> Explained {
    let mut connection = SqliteConnection::connect(&place.url).await.unwrap();
    let columns = "SELECT t.name, t.sql, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '_sqlx_migrations'";
    let rows = sqlx::query(columns)
        .fetch_all(&mut connection)
        .await
        .unwrap();
    let explain = |row: &sqlx::sqlite::SqliteRow| {
        let (table, sql, column): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        let start = format!("{column} ");
        let mut lines = sql.lines().map(str::trim_start);
        let line = lines.find(|line| line.starts_with(&start)).unwrap();
        let comment = line
            .split_once(" -- ")
            .map(|(_, comment)| comment.to_owned());
        ((table, column), comment)
    };
    rows.iter().map(explain).collect()
}

async fn explained_postgres(place: &Place) -> Explained {
    let mut connection = PgConnection::connect(&place.url).await.unwrap();
    let columns = "SELECT c.relname::text, a.attname::text, col_description(c.oid, a.attnum)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
          AND c.relname <> '_sqlx_migrations'";
    let rows = sqlx::query(columns)
        .fetch_all(&mut connection)
        .await
        .unwrap();
    rows.iter()
        .map(|row| ((row.get(0), row.get(1)), row.get(2)))
        .collect()
}
