//! Measures what finding and telling what is due costs: `cargo bench --bench due`. A database with many open
//! obligations, of which a few are due; the clock's own loop finds and tells them; figures go to standard output.
//!
//! `-- --open 10000,100000,1000000` chooses how many are open, `-- --due 100` how many of them come due at once,
//! `-- --rounds 9` how often, `-- --drain 100000` how many people are then told something at once, at Telegram's pace on
//! a clock that is moved by hand.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Params, State};
use axum::routing::any;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use clap::Parser;
use kinkeeper::app::{self, Base, Parts};
use kinkeeper::clock::Clock;
use kinkeeper::config::Settings;
use kinkeeper::core::case::Risk;
use kinkeeper::core::effect::Purpose;
use kinkeeper::core::id::{AlertId, ChatId, Code, PersonId, UserId};
use kinkeeper::core::people::{Language, Role};
use kinkeeper::core::stage::Stage;
use kinkeeper::due;
use kinkeeper::ids;
use kinkeeper::metrics::Metrics;
use kinkeeper::store::mail::Outgoing;
use kinkeeper::store::programme::{NewCase, NewPerson};
use kinkeeper::telegram::calls::Telegram;
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use tempfile::TempDir;

#[derive(Parser)]
struct Flags {
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    open: Vec<u32>,
    #[arg(long, default_value_t = 100)]
    due: u32,
    #[arg(long, default_value_t = 9)]
    rounds: u32,
    #[arg(long, default_value_t = 100_000)]
    drain: u32,
    #[command(flatten)]
    settings: Settings,
    /// Cargo passes this.
    #[arg(long, hide = true)]
    bench: bool,
}

const TOKEN: &str = "7000000002:due-token";
/// People who are told; each has one case.
const PEOPLE: u32 = 1000;
/// Messages a second that Telegram lets a bot send.
const PER_SECOND: u32 = 30;

/// A Bot API that only counts, and remembers which chats were written to since it was asked.
#[derive(Clone, Default)]
struct Api {
    sent: Arc<AtomicU64>,
    chats: Arc<Mutex<Vec<i64>>>,
}

/// A database of its own with people who can be told.
struct Place {
    base: Base,
    file: String,
    first: PersonId,
    _folder: TempDir,
}

#[tokio::main]
async fn main() {
    let flags = Flags::parse();
    println!(
        "{:>10} {:>14} {:>14} {:>16}",
        "open", "look (µs)", "tick (ms)", "due in the tick"
    );
    for &open in &flags.open {
        let place = Place::new(&flags.settings, PEOPLE).await;
        place.fill(open, flags.rounds * flags.due).await;
        let (look, tick) = place.tick(&flags).await;
        println!("{open:>10} {look:>14} {tick:>14.1} {:>16}", flags.due);
    }
    if flags.drain > 0 {
        drain(&flags).await;
    }
}

fn now() -> DateTime<Utc> {
    // 13:00 in Nairobi: nobody is quiet.
    "2026-03-02T10:00:00Z".parse().expect("a moment")
}

impl Place {
    async fn new(settings: &Settings, people: u32) -> Self {
        let folder = TempDir::new().expect("a folder");
        let settings = settings.clone().on_scratch(folder.path());
        let file = settings.database().expect("a database");
        let store = app::open_store_for_bot(&settings).await.expect("a store");
        let base = app::base(&settings, store).await.expect("a base");
        let mut tx = base.store.begin().await.expect("a transaction");
        let team = tx.add_team("Team").await.expect("a team");
        let mut all = Vec::new();
        for nth in 0..people {
            let person = NewPerson {
                name: format!("P{nth}"),
                role: Role::Volunteer,
                team: Some(team),
                language: Some(Language::english()),
                zone: Some(Tz::Africa__Nairobi),
                user: Some(UserId(1000 + i64::from(nth))),
            };
            let id = tx.add_person(person).await.expect("a person");
            all.push(id);
            let case = NewCase {
                code: Code::from_random([0, 5, 10, 15, 20].map(|bits| (nth >> bits) as u8)),
                alias: None,
                risk: Risk::Low,
                stage: Stage::Implementation,
                team,
                zone: Tz::Africa__Nairobi,
                opened_on: "2026-03-01".parse().expect("a day"),
                leads: None,
                visits: vec![id],
                family: Vec::new(),
                goals: Vec::new(),
                referrals: Vec::new(),
            };
            tx.add_case(case).await.expect("a case");
        }
        tx.commit().await.expect("people and cases");
        let place = Self {
            base,
            file,
            first: all[0],
            _folder: folder,
        };
        place
            .run(&[
                "UPDATE person SET consent_at = '2026-03-01T00:00:00+00:00', consent_version = 1"
                    .into(),
                "DELETE FROM to_reckon".into(),
            ])
            .await;
        place
    }

    /// Opens so many obligations, of which the last `due` are for today and each for another person in turn.
    async fn fill(&self, open: u32, due: u32) {
        assert!(due <= open, "more would be due than is open");
        self.run(&[
            format!(
                "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {open} - 1),
                 each_case AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS nth FROM cases)
                 INSERT INTO obligation
                    (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
                 SELECT randomblob(16), 'promise', randomblob(16), c.id, 'low',
                    day, day, day, '{{\"rule\":\"promised\"}}'
                 FROM (SELECT i, CASE WHEN i >= {open} - {due} THEN '2026-03-02'
                        ELSE date('2026-03-10', '+' || (i % 300) || ' days') END AS day FROM n)
                 JOIN each_case c ON c.nth = i % (SELECT COUNT(*) FROM cases)"
            ),
            "INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at)
             SELECT o.id, m.person_id, 'assigned', 'today', o.due_on,
                CASE o.due_on WHEN '2026-03-02' THEN '2027-12-31' ELSE o.due_on END
                    || 'T05:30:00+00:00'
             FROM obligation o JOIN member m ON m.case_id = o.case_id"
                .into(),
        ])
        .await;
    }

    /// Lets so many come due at `at`, of those that are for today and wait.
    async fn comes_due(&self, count: u32, at: DateTime<Utc>) {
        let at = at.format("%Y-%m-%dT%H:%M:%S+00:00");
        self.run(&[format!(
            "UPDATE reminder SET at = '{at}' WHERE rowid IN (SELECT rowid FROM reminder
             WHERE at >= '2027-12-31' ORDER BY rowid LIMIT {count})"
        )])
        .await;
    }

    async fn run(&self, statements: &[String]) {
        let mut connection = SqliteConnection::connect(&self.file).await.expect("SQLite");
        for statement in statements {
            let run = sqlx::query(AssertSqlSafe(statement.clone()));
            run.execute(&mut connection).await.expect(statement);
        }
        connection.close().await.expect("SQLite");
    }

    /// Medians of looking at what is due, in µs, and of finding and deciding it, in ms.
    async fn tick(&self, flags: &Flags) -> (u128, f64) {
        let clock = Clock::frozen(now());
        let telegram = Telegram::new(TOKEN, "http://127.0.0.1:9").expect("an address");
        let parts = app::parts(
            &self.base,
            &telegram,
            1,
            &clock,
            &Metrics::default(),
            PER_SECOND,
        );
        let (mut looks, mut ticks) = (Vec::new(), Vec::new());
        for _ in 0..flags.rounds {
            self.comes_due(flags.due, clock.now()).await;
            let begun = Instant::now();
            self.base.store.next_due().await.expect("a look");
            looks.push(begun.elapsed());
            let begun = Instant::now();
            let handled = due::once(&parts.worker).await.expect("a tick");
            ticks.push(begun.elapsed());
            assert_eq!(handled, flags.due as usize, "each person is told once");
            // Whoever was told may be told again.
            clock.advance(TimeDelta::hours(25));
        }
        (
            median(&mut looks).as_micros(),
            median(&mut ticks).as_secs_f64() * 1e3,
        )
    }
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Tells many people something at once, and one danger amid them.
async fn drain(flags: &Flags) {
    let place = Place::new(&flags.settings, flags.drain).await;
    place.fill(flags.drain, flags.drain).await;
    place.comes_due(flags.drain, now()).await;
    let api = Api::default();
    let url = api.serve().await;
    let clock = Clock::frozen(now());
    let telegram = Telegram::new(TOKEN, &url).expect("an address");
    let metrics = Metrics::default();
    let Parts {
        worker,
        mut postman,
        ..
    } = app::parts(&place.base, &telegram, 1, &clock, &metrics, PER_SECOND);
    let begun = Instant::now();
    let mut decided = 0;
    loop {
        match due::once(&worker).await.expect("a tick") {
            0 => break,
            some => decided += some,
        }
    }
    println!(
        "{decided} people told at once: decided in {:.0} s",
        begun.elapsed().as_secs_f64()
    );

    let begun = Instant::now();
    let (mut seconds, mut most, mut danger_after) = (0_u32, 0, None);
    while api.sent.load(Ordering::Relaxed) < u64::from(flags.drain) + 1 {
        if seconds == 60 {
            place.danger().await;
        }
        postman.once().await.expect("a turn");
        let chats = std::mem::take(&mut *api.chats.lock().expect("the lock"));
        if let Some(before) = chats.iter().position(|chat| *chat == DANGER) {
            danger_after = Some((seconds - 60, before));
        }
        // The first second may have a burst of one second's worth.
        if seconds > 0 {
            most = most.max(chats.len());
        }
        clock.advance(TimeDelta::seconds(1));
        seconds += 1;
    }
    let (later, before) = danger_after.expect("the danger was sent");
    println!(
        "sent in {seconds} s of the bot's clock, at most {most} a second; a danger raised in the 60th second left \
         {later} s later, after {before} others of that second; {:.0} s of ours",
        begun.elapsed().as_secs_f64()
    );
}

/// The chat that danger goes to.
const DANGER: i64 = 1001;

impl Place {
    /// A danger is raised, and told to one person.
    async fn danger(&self) {
        let alert = AlertId(ids::id_at(now()));
        let hex = alert.0.simple();
        self.run(&[format!(
            "INSERT INTO alert (id, case_id, team_id, raised_by, raised_in, origin, raised_at)
             SELECT unhex('{hex}'), c.id, c.team_id, unhex('{}'), 1, 'family', '2026-03-02T10:01:00+00:00'
             FROM cases c LIMIT 1",
            self.first.0.simple()
        )])
        .await;
        let mut tx = self.base.store.begin().await.expect("a transaction");
        let message = Outgoing {
            chat: ChatId(DANGER),
            person: None,
            purpose: Purpose::Danger(alert),
            edit: None,
            fresh: false,
            body: json!({"text": "danger"}).to_string(),
            dedup: "danger:0".into(),
            not_before: None,
        };
        tx.post(vec![message], now()).await.expect("a message");
        tx.commit().await.expect("a message");
    }
}

impl Api {
    async fn serve(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let addr = listener.local_addr().expect("an address");
        let routes = Router::new()
            .route("/{token}/{method}", any(call))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        format!("http://{addr}")
    }
}

async fn call(
    State(api): State<Api>,
    Params((_token, _method)): Params<(String, String)>,
    body: Bytes,
) -> String {
    let call: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
    let chat = call["chat_id"].as_i64().unwrap_or_default();
    api.chats.lock().expect("the lock").push(chat);
    let id = api.sent.fetch_add(1, Ordering::Relaxed) + 1;
    let chat = json!({"id": chat, "type": "private"});
    json!({"ok": true, "result": {"message_id": id, "date": 1, "chat": chat, "text": "x"}})
        .to_string()
}
