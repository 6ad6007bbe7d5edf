//! What several tests stand on: scratch databases on both engines.

use std::sync::atomic::{AtomicU32, Ordering};

use clap::Parser;
use kinkeeper::config::Settings;
use tempfile::TempDir;

/// The URL of a PostgreSQL server on which databases may be made; scripts/test starts one.
pub const POSTGRES: &str = "KINKEEPER_TEST_POSTGRES";

/// A scratch place for one test: settings on a database of its own, which goes with it.
pub struct Scratch {
    /// Settings on it.
    pub settings: Settings,
    _folder: TempDir,
}

/// Which engine a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// The engines at hand; PostgreSQL only where scripts/test, or a person, has started one.
    pub fn at_hand() -> Vec<Self> {
        if std::env::var_os(POSTGRES).is_some() {
            vec![Self::Sqlite, Self::Postgres]
        } else {
            eprintln!("{POSTGRES} is not set: this test runs on SQLite ALONE");
            vec![Self::Sqlite]
        }
    }
}

/// Settings as a command line gives them.
#[derive(Parser)]
pub struct Flags {
    /// The settings.
    #[command(flatten)]
    pub settings: Settings,
}

/// A scratch place on this engine.
pub fn scratch(engine: Engine) -> Scratch {
    let folder = TempDir::new().expect("a folder for a test");
    let settings = Flags::parse_from(["test"])
        .settings
        .on_scratch(folder.path());
    let settings = match engine {
        Engine::Sqlite => settings,
        Engine::Postgres => settings.with_database(new_database()),
    };
    Scratch {
        settings,
        _folder: folder,
    }
}

/// Makes a database and gives its URL.
pub fn new_database() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var(POSTGRES).expect("a PostgreSQL server");
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("kin_{}_{count}", std::process::id());
    let made = std::process::Command::new("psql")
        // A test that was killed under the same number may have left one.
        .args([&server, "-qc", &format!("DROP DATABASE IF EXISTS {name}")])
        .args(["-c", &format!("CREATE DATABASE {name}")])
        .env("PGOPTIONS", "--client-min-messages=warning")
        .status()
        .expect("psql is installed");
    assert!(made.success(), "the database {name} was not made");
    let (base, _) = server.rsplit_once('/').expect("postgres://…/NAME");
    format!("{base}/{name}")
}
