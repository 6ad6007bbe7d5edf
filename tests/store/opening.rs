//! What cannot be opened says why, and stays as it was.

use std::os::unix::fs::PermissionsExt;

use kinkeeper::store::{Master, OpenError, Opening, Store};

use crate::places::{Place, places};

async fn open(url: &str, key: Master) -> Result<Store, OpenError> {
    Store::open(Opening { url, key }).await
}

#[tokio::test]
async fn every_statement_is_understood_by_its_engine() {
    for place in places().await {
        let store = place.open().await;
        assert_eq!(store.rehearse().await.unwrap(), [] as [&str; 0]);
    }
}

#[tokio::test]
async fn the_key_is_made_with_the_database_and_no_other_opens_it() {
    for place in places().await {
        let path = place.beside("key");
        let store = open(&place.url, Master::from_file(&path).unwrap())
            .await
            .unwrap();
        store.close().await;
        drop(store);
        let store = open(&place.url, Master::from_file(&path).unwrap())
            .await
            .unwrap();
        store.close().await;
        drop(store);
        let other = open(&place.url, Master::of([9; 32])).await;
        assert!(matches!(other, Err(OpenError::WrongKey)));
        std::fs::rename(&path, place.beside("elsewhere")).unwrap();
        let missing = open(&place.url, Master::from_file(&path).unwrap()).await;
        assert!(matches!(missing, Err(OpenError::KeyMissing(_))));
        assert!(!path.exists(), "a lost key is not replaced");
    }
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    for place in places().await {
        let store = place.open().await;
        store.close().await;
        drop(store);
        let newer = if place.is_sqlite() {
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (9000, 'later', 1, x'00', 0)"
        } else {
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (9000, 'later', TRUE, '', 0)"
        };
        place.meddle(&[newer]).await.unwrap();
        let refused = place.try_open().await.unwrap_err();
        assert!(
            matches!(refused, OpenError::Newer { found: 9000, .. }),
            "{refused}"
        );
    }
}

#[tokio::test]
async fn a_database_of_another_program_is_refused() {
    for place in places().await {
        place.create();
        place
            .meddle(&["CREATE TABLE person (x INTEGER)"])
            .await
            .unwrap();
        let refused = place.try_open().await.unwrap_err();
        assert!(matches!(refused, OpenError::Foreign), "{refused}");
    }
}

#[tokio::test]
async fn a_file_in_use_is_not_opened_again() {
    let place = Place::sqlite();
    let store = place.open().await;
    let second = place.try_open().await;
    assert!(matches!(second, Err(OpenError::Locked(_))));
    drop(store);
    place.open().await;
}

#[tokio::test]
async fn a_file_that_cannot_be_written_says_so() {
    let place = Place::sqlite();
    let store = place.open().await;
    store.close().await;
    drop(store);
    let mode = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(place.file(), mode(0o400)).unwrap();
    assert!(matches!(place.try_open().await, Err(OpenError::ReadOnly)));
    std::fs::set_permissions(place.file(), mode(0o600)).unwrap();
    place.open().await;
}

#[tokio::test]
async fn what_is_no_database_says_so() {
    let place = Place::sqlite();
    std::fs::write(
        place.file(),
        "This is a letter, not a database. ".repeat(99),
    )
    .unwrap();
    let refused = place.try_open().await.unwrap_err();
    assert!(matches!(refused, OpenError::Damaged), "{refused}");
    let away = open("sqlite:/nowhere/at/all.db", Master::of([7; 32]))
        .await
        .unwrap_err();
    assert!(matches!(away, OpenError::File(_)), "{away}");
    let odd = open("mysql://localhost/x", Master::of([7; 32]))
        .await
        .unwrap_err();
    assert!(matches!(odd, OpenError::Url), "{odd}");
    // Nothing listens on the port of the discard protocol.
    let away = open("postgres://localhost:9/x", Master::of([7; 32]))
        .await
        .unwrap_err();
    assert!(matches!(away, OpenError::Unreachable(_)), "{away}");
}

#[tokio::test]
async fn the_file_is_private_and_durable() {
    let place = Place::sqlite();
    let _store = place.open().await;
    for end in ["", "-wal", "-shm", ".lock"] {
        let mut path = place.file().into_os_string();
        path.push(end);
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
}
