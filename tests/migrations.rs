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

/// On SQLite the table is made anew; what it held, and what refers to it, must be there as before.
#[tokio::test]
async fn an_alert_and_its_messages_outlive_the_table_that_is_made_anew() {
    let place = Place::sqlite();
    let url = format!("{}?mode=rwc", place.url);
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let id = |number: u8| format!("x'{}'", format!("{number:02x}").repeat(16));
    let (team, person, case, form, draft, alert) = (id(1), id(2), id(3), id(4), id(5), id(6));
    let sample = format!(
        "INSERT INTO team (id, name) VALUES ({team}, 'North');
         INSERT INTO person (id, name, name_index, role, team_id)
            VALUES ({person}, x'00', x'00', 'volunteer', {team});
         INSERT INTO cases (id, code, key, risk, stage, team_id, zone, opened_on)
            VALUES ({case}, 'K7M2QX', x'00', 'low', 'review', {team}, 'UTC', '2026-03-02');
         INSERT INTO form_version (id, name, number, source, sha256, compiled)
            VALUES ({form}, 'visit', 1, '', x'00', '{{}}');
         INSERT INTO draft (id, person_id, case_id, form_id, turn, opened_at, touched_at, state)
            VALUES ({draft}, {person}, {case}, {form}, 1, '2026', '2026', 'filed');
         INSERT INTO alert (id, case_id, team_id, raised_by, raised_in, draft_id, raised_at, note)
            VALUES ({alert}, {case}, {team}, {person}, 9, {draft}, '2026', x'01');
         INSERT INTO outbox (chat_id, person_id, purpose, alert_id, class, fresh, dedup, state,
                not_before, owned_until, decided_at, ended_at)
            VALUES (9, {person}, 'danger', {alert}, 0, 0, 'a', 'sent', '2026', '2026', '2026', '2026');"
    );
    let migration = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
        std::fs::read_to_string(folder.join(name)).unwrap()
    };
    let script = [
        migration("0001_first.sql"),
        migration("0002_indexes.sql"),
        sample,
        format!("BEGIN; {} COMMIT;", migration("0005_danger_ends.sql")),
        migration("0010_danger_ladder.sql"),
    ];
    for part in script {
        let part = sqlx::raw_sql(sqlx::AssertSqlSafe(part));
        part.execute(&mut connection).await.unwrap();
    }
    let kept = "SELECT COUNT(*) FROM outbox JOIN alert ON alert.id = outbox.alert_id
        WHERE alert.origin = 'answer' AND alert.draft_id IS NOT NULL AND alert.note = x'01'";
    let kept: i64 = sqlx::query_scalar(kept)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(kept, 1);
    // A danger of before has no end yet, so somebody is called about it.
    let due = "SELECT COUNT(*) FROM danger_due JOIN alert ON alert.id = danger_due.alert_id
        WHERE danger_due.at = alert.raised_at";
    let due: i64 = sqlx::query_scalar(due)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(due, 1);
    let lost = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(&mut connection)
        .await;
    assert!(lost.unwrap().is_empty());
}

/// On SQLite the table is made anew; what is due, and who is told of it when, must be there as before.
#[tokio::test]
async fn what_is_due_and_who_is_told_of_it_outlive_the_table_that_is_made_anew() {
    let place = Place::sqlite();
    let url = format!("{}?mode=rwc", place.url);
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let id = |number: u8| format!("x'{}'", format!("{number:02x}").repeat(16));
    let (team, person, case, visit) = (id(1), id(2), id(3), id(4));
    let sample = format!(
        "INSERT INTO team (id, name) VALUES ({team}, 'North');
         INSERT INTO person (id, name, name_index, role, team_id)
            VALUES ({person}, x'00', x'00', 'volunteer', {team});
         INSERT INTO cases (id, code, key, risk, stage, team_id, zone, opened_on)
            VALUES ({case}, 'K7M2QX', x'00', 'low', 'review', {team}, 'UTC', '2026-03-02');
         INSERT INTO obligation
            (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
            VALUES ({visit}, 'visit', {case}, {case}, 'low', '2026-03-02', '2026-03-09',
                '2026-03-09', '{{}}');
         INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at, put_off)
            VALUES ({visit}, {person}, 'assigned', 'last', '2026-03-12', '2026', 2);
         DELETE FROM to_reckon;"
    );
    let migration = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
        std::fs::read_to_string(folder.join(name)).unwrap()
    };
    let script = [
        migration("0001_first.sql"),
        migration("0002_indexes.sql"),
        migration("0005_danger_ends.sql"),
        migration("0008_due.sql"),
        sample,
        format!("BEGIN; {} COMMIT;", migration("0014_contact.sql")),
    ];
    for part in script {
        let part = sqlx::raw_sql(sqlx::AssertSqlSafe(part));
        part.execute(&mut connection).await.unwrap();
    }
    let kept = "SELECT COUNT(*) FROM obligation o JOIN reminder w ON w.obligation_id = o.id
        JOIN to_reckon r ON r.case_id = o.case_id
        WHERE o.rule = 'visit' AND w.rung = 'last' AND w.put_off = 2";
    let kept: i64 = sqlx::query_scalar(kept)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(kept, 1);
    let lost = sqlx::query("PRAGMA foreign_key_check")
        .fetch_all(&mut connection)
        .await;
    assert!(lost.unwrap().is_empty());
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
        let comment = match lines.find(|line| line.starts_with(&start)) {
            Some(line) => line.split_once(" -- ").map(|(_, comment)| comment),
            // SQLite puts a column that came later behind all others, in their line.
            None => {
                let added = sql.split_once(&format!(", {start}")).unwrap().1;
                let comment = added.split_once(" /* ").map(|(_, comment)| comment);
                comment.and_then(|comment| Some(comment.split_once(" */")?.0))
            }
        };
        ((table, column), comment.map(str::to_owned))
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
