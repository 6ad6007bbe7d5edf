//! A bot with all its parts on a scratch database, a Telegram, and a clock that stands until it is moved.

use chrono::{DateTime, TimeDelta, Utc};
use kinkeeper::app::{self, Base, Parts};
use kinkeeper::clock::Clock;
use kinkeeper::core::case::Risk;
use kinkeeper::core::id::{Code, UserId};
use kinkeeper::core::people::{Language, Role};
use kinkeeper::core::stage::Stage;
use kinkeeper::due;
use kinkeeper::metrics::Metrics;
use kinkeeper::simulator::{
    Call, FaultRule, Faults, Listening, NewPerson as NewPhone, Press, ShownMessage, Simulator,
};
use kinkeeper::store::mail::Arrived;
use kinkeeper::store::programme::{NewCase, NewPerson};
use kinkeeper::telegram::calls::Telegram;
use serde_json::{Value, json};
use sqlx::Connection as _;

use crate::support::{Engine, Scratch, scratch};

/// The bot's token; the number before the colon is its id.
pub const TOKEN: &str = "7000000001:stack";
pub const BOT: i64 = 7_000_000_001;
/// A volunteer with the case K7M2QX.
pub const AMINA: i64 = 9001;
/// A volunteer with the case AB2CD3.
pub const BRIAN: i64 = 9002;
/// The supervisor of both.
pub const GRACE: i64 = 9101;

pub struct Stand {
    pub scratch: Scratch,
    pub simulator: Simulator,
    pub telegram: Telegram,
    pub base: Base,
    pub parts: Parts,
    pub clock: Clock,
    pub metrics: Metrics,
    engine: Engine,
    _listening: Listening,
}

/// How the volunteers, the supervisor and the families are called.
pub struct Names<'a> {
    pub amina: &'a str,
    pub alias: &'a str,
    pub goal: &'a str,
}

impl Stand {
    pub async fn open(engine: Engine) -> Self {
        let names = Names {
            amina: "Amina",
            alias: "The blue gate",
            goal: "Goes to school",
        };
        Self::open_with(engine, names).await
    }

    /// A bot whose people have all joined and agreed.
    pub async fn open_with(engine: Engine, names: Names<'_>) -> Self {
        let now: DateTime<Utc> = "2026-03-02T15:00:00Z".parse().expect("an instant");
        let clock = Clock::frozen(now);
        let simulator = Simulator::new(clock.clone(), TOKEN.into());
        let listening = simulator
            .listen(([127, 0, 0, 1], 0).into())
            .await
            .expect("a free port");
        let telegram = Telegram::new(TOKEN, &format!("http://{}", listening.addr)).expect("a URL");
        let scratch = scratch(engine);
        let store = app::open_store_for_bot(&scratch.settings)
            .await
            .expect("a database");
        let base = app::base(&scratch.settings, store)
            .await
            .expect("words and forms");
        let metrics = Metrics::new();
        let parts = app::parts(&base, &telegram, BOT, &clock, &metrics, 0);
        let mut stand = Self {
            scratch,
            simulator,
            telegram,
            base,
            parts,
            clock,
            metrics,
            engine,
            _listening: listening,
        };
        stand.people(&names).await;
        stand
    }

    async fn people(&mut self, names: &Names<'_>) {
        let mut tx = self.base.store.begin().await.expect("a transaction");
        let team = tx.add_team("North").await.expect("a team");
        let people = [
            (
                AMINA,
                names.amina,
                Role::Volunteer,
                Some(("K7M2QX", names.alias)),
            ),
            (
                BRIAN,
                "Brian",
                Role::Volunteer,
                Some(("AB2CD3", "The two trees")),
            ),
            (GRACE, "Grace", Role::Supervisor, None),
        ];
        for (user, name, role, case) in people {
            self.simulator.add_person(NewPhone {
                id: Some(user),
                first_name: name.into(),
                language_code: Some("en".into()),
                started: true,
                ..NewPhone::default()
            });
            let person = tx.add_person(NewPerson {
                name: name.into(),
                role,
                team: Some(team),
                language: Some(Language::english()),
                zone: Some(chrono_tz::Africa::Nairobi),
                user: Some(UserId(user)),
            });
            let person = person.await.expect("a person");
            if let Some((code, alias)) = case {
                let case = tx.add_case(NewCase {
                    code: Code::parse(code).expect("a code"),
                    alias: Some(alias.into()),
                    risk: Risk::Medium,
                    stage: Stage::Implementation,
                    team,
                    zone: chrono_tz::Africa::Nairobi,
                    opened_on: self.clock.now().date_naive() - TimeDelta::days(14),
                    leads: None,
                    visits: vec![person],
                    family: Vec::new(),
                    goals: vec![names.goal.into()],
                    referrals: Vec::new(),
                });
                case.await.expect("a case");
            }
        }
        tx.commit().await.expect("committed");
        for (user, ..) in people {
            self.simulator.start(user, None).expect("a phone");
            self.rest().await;
            self.tap(user, "agree").await;
        }
    }

    /// Runs the parts until nothing moves.
    pub async fn rest(&mut self) {
        self.parts.rest().await.expect("the bot comes to rest");
    }

    /// Another process of the bot, on the same database.
    pub fn process(&self) -> Parts {
        app::parts(
            &self.base,
            &self.telegram,
            BOT,
            &self.clock,
            &self.metrics,
            0,
        )
    }

    /// The process dies, and another one begins on the same database.
    pub fn be_reborn(&mut self) {
        self.parts = self.process();
    }

    /// The clock's loop looks once, and nothing else moves.
    pub async fn ring(&self) {
        due::once(&self.parts.worker)
            .await
            .expect("the clock rings");
    }

    /// Moves the clock, second by second, and lets the bot do what is due.
    pub async fn later(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.clock.advance(TimeDelta::seconds(1));
            self.rest().await;
        }
    }

    /// The newest message that a phone shows, of the bot.
    #[track_caller]
    pub fn newest(&self, user: i64) -> ShownMessage {
        self.of_bot(user).pop().expect("the bot wrote something")
    }

    /// All that the bot wrote on a phone.
    pub fn of_bot(&self, user: i64) -> Vec<ShownMessage> {
        let chat = self.simulator.chat(user, 0).expect("a phone");
        chat.messages
            .into_iter()
            .filter(|message| message.from == "bot")
            .collect()
    }

    /// Messages of the bot on a phone with these words.
    pub fn saying(&self, user: i64, words: &str) -> Vec<String> {
        let texts = self.of_bot(user).into_iter().map(|message| message.text);
        texts.filter(|text| text.contains(words)).collect()
    }

    pub fn write(&self, user: i64, text: &str) {
        self.simulator.write(user, text).expect("a phone");
    }

    /// Taps the newest button whose label has these words, without waiting for what follows.
    #[track_caller]
    pub fn touch(&self, user: i64, words: &str) {
        let found = self.of_bot(user).into_iter().rev().find_map(|message| {
            let mut buttons = message.buttons.into_iter().flatten();
            let button = buttons.find(|button| button.text.contains(words))?;
            Some(Press::On {
                message_id: message.id,
                text: button.text,
            })
        });
        let Some(press) = found else {
            panic!(
                "no button says {words:?}; {user} sees {:?}",
                self.of_bot(user)
                    .into_iter()
                    .rev()
                    .take(3)
                    .map(|message| message.text)
                    .collect::<Vec<_>>()
            );
        };
        self.simulator
            .press(user, press)
            .expect("the button is there");
    }

    pub async fn tap(&mut self, user: i64, words: &str) {
        self.touch(user, words);
        self.rest().await;
    }

    /// A whole visit up to the check screen.
    pub async fn fill_in(&mut self, user: i64, strength: &str) {
        self.write(user, "/visit");
        self.rest().await;
        for words in [
            "since",
            "Yes, today",
            "Caregiver",
            "Done",
            "💚",
            "Nothing worries",
        ] {
            self.tap(user, words).await;
        }
        self.write(user, strength);
        self.rest().await;
        for words in ["As agreed", "As planned"] {
            self.tap(user, words).await;
        }
    }

    /// Puts an update of this user straight into the inbox.
    pub async fn store(&self, update_id: i64, user: i64, body: &str) {
        let arrived = Arrived {
            update_id,
            message: None,
            lane: user,
            body,
        };
        let stored = self
            .base
            .store
            .receive(BOT, &[arrived], None, self.clock.now())
            .await;
        assert_eq!(stored.expect("the database works"), 1);
    }

    /// How many updates wait, and how many were given up.
    pub async fn inbox(&self) -> (i64, i64) {
        let health = self
            .base
            .store
            .health(self.clock.now())
            .await
            .expect("health");
        (health.inbox["open"], health.inbox["dead"])
    }

    /// Nothing waits, nothing was given up, nothing is broken.
    pub async fn is_whole(&self) {
        assert!(self.confirmed().await, "some updates were not fetched");
        assert_eq!(self.inbox().await, (0, 0));
        let findings = self.findings().await;
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(self.base.words.misses(), 0);
    }

    /// What a check finds, in its words.
    pub async fn findings(&self) -> Vec<String> {
        let findings = self.base.store.check().await.expect("the check runs");
        findings.iter().map(ToString::to_string).collect()
    }

    /// Whether every update that Telegram keeps was stored; the next call for more confirms them.
    async fn confirmed(&self) -> bool {
        let next = self
            .base
            .store
            .bot(BOT)
            .await
            .expect("the database works")
            .next
            .unwrap_or(0);
        self.simulator
            .pending_updates()
            .iter()
            .all(|update| update.id < next)
    }

    pub fn fails(&self, rules: Vec<FaultRule>) {
        self.simulator.set_faults(Faults {
            rules,
            ..Faults::default()
        });
    }

    /// Calls of a method about this chat since there were so many calls.
    pub fn calls_since(&self, before: usize, method: &str, user: i64) -> Vec<Call> {
        let calls = self.simulator.calls().into_iter().skip(before);
        let about =
            |call: &Call| call.method.eq_ignore_ascii_case(method) && call.chat_id == Some(user);
        calls.filter(about).collect()
    }

    /// The number that this statement counts.
    pub async fn count(&self, statement: &'static str) -> i64 {
        let url = self.scratch.settings.database().expect("a URL");
        match self.engine {
            Engine::Sqlite => {
                let database = sqlx::SqliteConnection::connect(&url).await;
                let asked = sqlx::query_scalar(statement);
                asked.fetch_one(&mut database.expect("the file")).await
            }
            Engine::Postgres => {
                let database = sqlx::PgConnection::connect(&url).await;
                let asked = sqlx::query_scalar(statement);
                asked.fetch_one(&mut database.expect("the server")).await
            }
        }
        .expect("it works")
    }

    /// All bytes that a thief of the database's files, or of a dump, would have.
    pub async fn stolen(&self) -> Vec<u8> {
        let url = self.scratch.settings.database().expect("a URL");
        if let Some(file) = url.strip_prefix("sqlite:") {
            let file = file.split('?').next().unwrap_or(file);
            let files = ["", "-wal", "-shm"].map(|end| std::fs::read(format!("{file}{end}")));
            return files.into_iter().flatten().flatten().collect();
        }
        let mut database = sqlx::PgConnection::connect(&url).await.expect("the server");
        // Bytes as the letters that they may be.
        let readable = sqlx::raw_sql("SET bytea_output = 'escape'");
        readable.execute(&mut database).await.expect("a setting");
        let tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
        let tables = sqlx::query_scalar(tables).fetch_all(&mut database).await;
        let tables: Vec<String> = tables.expect("the tables");
        let mut bytes = Vec::new();
        for table in tables {
            let dump = format!("SELECT row_to_json(t)::text FROM {table} t");
            let rows = sqlx::query_scalar(sqlx::AssertSqlSafe(dump))
                .fetch_all(&mut database)
                .await;
            let rows: Vec<String> = rows.expect("the rows");
            bytes.extend(rows.into_iter().flat_map(String::into_bytes));
        }
        bytes
    }

    /// Changes the database behind the bot's back, as only a fault could.
    pub async fn spoil(&self, statement: &'static str) {
        let url = self.scratch.settings.database().expect("a URL");
        let touched = match self.engine {
            Engine::Sqlite => {
                let mut database = sqlx::SqliteConnection::connect(&url)
                    .await
                    .expect("the file");
                let done = sqlx::query(statement).execute(&mut database).await;
                done.expect("it works").rows_affected()
            }
            Engine::Postgres => {
                let mut database = sqlx::PgConnection::connect(&url).await.expect("the server");
                let done = sqlx::query(statement).execute(&mut database).await;
                done.expect("it works").rows_affected()
            }
        };
        assert_eq!(touched, 1, "{statement}");
    }
}

/// A message of somebody, as Telegram would bring it.
pub fn message(update_id: i64, user: i64, text: &str) -> Value {
    json!({"update_id": update_id, "message": {
        "message_id": update_id % 1_000_000, "date": 1,
        "from": {"id": user, "is_bot": false, "first_name": "Somebody"},
        "chat": {"id": user, "type": "private"}, "text": text,
    }})
}
