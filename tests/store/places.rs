//! Empty databases to test in: a new file, and a new database on the PostgreSQL server that
//! `KINKEEPER_TEST_POSTGRES` names.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use kinkeeper::store::{Master, OpenError, Opening, Store};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// Where a database is.
pub struct Place {
    pub url: String,
    pub key: [u8; 32],
    folder: TempDir,
}

/// An empty database on each engine at hand.
pub async fn places() -> Vec<Place> {
    let mut places = vec![Place::sqlite()];
    places.extend(Place::postgres().await);
    places
}

impl Place {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            url: format!("sqlite:{}", folder.path().join("kinkeeper.db").display()),
            key: [7; 32],
            folder,
        }
    }

    /// `None`, said aloud once, where no server is named.
    pub async fn postgres() -> Option<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        static SAID: Once = Once::new();
        let Ok(server) = std::env::var("KINKEEPER_TEST_POSTGRES") else {
            SAID.call_once(|| {
                let line = "\n*** KINKEEPER_TEST_POSTGRES is not set: the store is tested on SQLite only ***\n";
                std::io::stderr().write_all(line.as_bytes()).unwrap();
            });
            return None;
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("store_{}_{number}", std::process::id());
        let mut server_connection = PgConnection::connect(&server).await.unwrap();
        for statement in [
            format!("DROP DATABASE IF EXISTS {name}"),
            format!("CREATE DATABASE {name}"),
        ] {
            sqlx::query(AssertSqlSafe(statement))
                .execute(&mut server_connection)
                .await
                .unwrap();
        }
        let (host, _) = server
            .rsplit_once('/')
            .filter(|(host, _)| !host.ends_with('/'))
            .unwrap_or((&server, ""));
        Some(Self {
            url: format!("{host}/{name}"),
            key: [7; 32],
            folder: tempfile::tempdir().unwrap(),
        })
    }

    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// The database's file.
    pub fn file(&self) -> PathBuf {
        self.url.strip_prefix("sqlite:").unwrap().into()
    }

    /// A file beside the database.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub async fn try_open(&self) -> Result<Store, OpenError> {
        let key = Master::of(self.key);
        Store::open_for_bot(Opening {
            url: &self.url,
            key,
        })
        .await
    }

    pub async fn open(&self) -> Store {
        self.try_open().await.unwrap()
    }

    /// Makes an empty file where the engine does not make it by itself.
    pub fn create(&self) {
        if self.is_sqlite() {
            std::fs::File::create_new(self.file()).unwrap();
        }
    }

    /// Runs statements past the store, each told for both engines.
    pub async fn meddle(&self, statements: &[&'static str]) -> Result<(), sqlx::Error> {
        if self.is_sqlite() {
            let mut connection = SqliteConnection::connect(&self.url).await?;
            for statement in statements {
                sqlx::query(*statement).execute(&mut connection).await?;
            }
            connection.close().await
        } else {
            let mut connection = PgConnection::connect(&self.url).await?;
            for statement in statements {
                sqlx::query(*statement).execute(&mut connection).await?;
            }
            connection.close().await
        }
    }
}
