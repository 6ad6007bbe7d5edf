//! A process of the bot whose clock stands until it is told the time on its standard input: it does all that is due,
//! then says when something is due next. And the hand that kills it.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::Parser as _;
use kinkeeper::app;
use kinkeeper::clock::Clock;
use kinkeeper::metrics::Metrics;
use kinkeeper::telegram::calls::Telegram;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::support::Flags;

/// Makes this program the bot.
pub const CHILD: &str = "be-the-bot";
/// The bot's token; the number before the colon is its id.
pub const TOKEN: &str = "7000000001:year";
const BOT: i64 = 7_000_000_001;
/// Said when nothing is due.
const NOTHING: &str = "-";
/// No bot takes longer than this for one moment, on however busy a machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Where the bot lives.
#[derive(Clone)]
pub struct Home {
    pub data: PathBuf,
    pub database: String,
    pub api_url: String,
}

/// The bot, alive or not.
pub struct Bot {
    home: Home,
    process: Option<Process>,
}

struct Process {
    child: Child,
    told: ChildStdin,
    says: Lines<BufReader<ChildStdout>>,
}

/// What became of a moment.
pub enum Moment {
    /// All that was due is done; when something is due next.
    Rested(Option<DateTime<Utc>>),
    /// It was killed in the middle.
    Killed,
}

/// The bot's own life.
pub async fn live(settings: &[&str]) {
    let [data, database, api_url] = settings else {
        panic!("the bot needs a folder, a database and a Telegram");
    };
    let settings = Flags::parse_from(["bot"])
        .settings
        .on_scratch(Path::new(data))
        .with_database((*database).to_owned());
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut life = None;
    while let Some(line) = lines.next_line().await.expect("the time is told") {
        let now: DateTime<Utc> = line.parse().expect("a moment");
        if life.is_none() {
            let store = app::open_store_for_bot(&settings)
                .await
                .expect("a database");
            let base = app::base(&settings, store).await.expect("words and forms");
            let telegram = Telegram::new(TOKEN, api_url).expect("a URL");
            let clock = Clock::frozen(now);
            let mut parts = app::parts(&base, &telegram, BOT, &clock, &Metrics::new(), 0);
            parts.postman.recover().await.expect("recovered");
            life = Some((base, clock, parts));
        }
        let (base, clock, parts) = life.as_mut().expect("it lives");
        clock.advance(now - clock.now());
        parts.rest().await.expect("the bot comes to rest");
        let next = base.store.next_due().await.expect("the database answers");
        println!(
            "{}",
            next.map_or(NOTHING.to_owned(), |next| next.to_rfc3339())
        );
    }
}

impl Bot {
    pub fn of(home: Home) -> Self {
        Self {
            home,
            process: None,
        }
    }

    /// Tells it the time and lets it do what is due; kills it after `patience`, if one is given and it is not ready
    /// by then.
    pub async fn rests_at(&mut self, now: DateTime<Utc>, killed_after: Option<Duration>) -> Moment {
        let process = self
            .process
            .get_or_insert_with(|| Process::begin(&self.home));
        let telling = format!("{}\n", now.to_rfc3339());
        let resting = async {
            let told = process.told.write_all(telling.as_bytes()).await;
            told.expect("the bot lives");
            process.says.next_line().await.expect("the bot speaks")
        };
        let said = tokio::time::timeout(killed_after.unwrap_or(PATIENCE), resting).await;
        match said {
            Ok(said) => {
                let said = said.expect("the bot did not end by itself");
                let next = (said != NOTHING).then(|| said.parse().expect("a moment"));
                Moment::Rested(next)
            }
            Err(_) => {
                assert!(killed_after.is_some(), "the bot does nothing any more");
                self.dies().await;
                Moment::Killed
            }
        }
    }

    /// SIGKILL, wherever it is.
    pub async fn dies(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.child.kill().await.expect("a child can be killed");
        }
    }
}

impl Process {
    fn begin(home: &Home) -> Self {
        let program = std::env::current_exe().expect("this program has a name");
        let mut child = Command::new(program)
            .arg(CHILD)
            .arg(&home.data)
            .args([&home.database, &home.api_url])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the bot can be started");
        let told = child.stdin.take().expect("it can be told");
        let says = child.stdout.take().expect("it can be heard");
        Self {
            child,
            told,
            says: BufReader::new(says).lines(),
        }
    }
}
