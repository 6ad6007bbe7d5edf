//! Measures what README claims: `cargo bench --bench speed`. A Bot API on loopback that only queues and counts, the
//! real program as a process of its own, volunteers who report visit after visit; figures go to standard output.
//!
//! `-- --volunteers 1,50,500` chooses how many at once, `-- --seconds 10` for how long, `-- --think-ms 1000` how long
//! each looks at a question before the next tap (without it, none), `-- --database URL` where, `-- --drafts 10000` how
//! many drafts are open when memory is measured.

use std::collections::{HashMap, VecDeque};
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Params, State};
use axum::routing::any;
use clap::Parser;
use serde_json::{Value, json};
use tokio::sync::Notify;

#[derive(Parser)]
struct Flags {
    #[arg(long, value_delimiter = ',', default_value = "1,50,500")]
    volunteers: Vec<usize>,
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    #[arg(long, default_value_t = 0)]
    think_ms: u64,
    #[arg(long)]
    database: Option<String>,
    #[arg(long, default_value_t = 10_000)]
    drafts: usize,
    /// Cargo passes this.
    #[arg(long, hide = true)]
    bench: bool,
}

/// A Bot API that queues what volunteers do and times the answers.
#[derive(Clone, Default)]
struct Api {
    state: Arc<Mutex<Waiting>>,
    news: Arc<Notify>,
}

#[derive(Default)]
struct Waiting {
    updates: VecDeque<(i64, String)>,
    next_update: i64,
    next_message: i64,
    acted_at: HashMap<i64, Instant>,
    latencies_us: Vec<u64>,
    /// Volunteers stop answering at this question, so that drafts stay open.
    stop_after: Option<u32>,
    steps: HashMap<i64, u32>,
    running: bool,
    polled: Option<Instant>,
    receipts: u64,
    think: Duration,
    /// What volunteers will do once they have looked long enough; all look equally long, so in order.
    later: VecDeque<(Instant, i64, i64, Option<String>)>,
}

impl Api {
    async fn serve(&self) -> SocketAddr {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let addr = listener.local_addr().expect("an address");
        let routes = Router::new()
            .route("/{token}/{method}", any(call))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let clock = self.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_millis(2)).await;
                if clock.with(Waiting::wake) {
                    clock.news.notify_one();
                }
            }
        });
        addr
    }

    fn with<T>(&self, act: impl FnOnce(&mut Waiting) -> T) -> T {
        act(&mut self.state.lock().expect("the lock"))
    }
}

impl Waiting {
    fn acts(&mut self, chat: i64, mut update: Value) {
        self.next_update += 1;
        update["update_id"] = json!(self.next_update);
        self.updates
            .push_back((self.next_update, update.to_string()));
        self.acted_at.insert(chat, Instant::now());
    }

    fn writes(&mut self, chat: i64, text: &str) {
        self.next_message += 1;
        let message = json!({
            "message_id": self.next_message, "date": 1, "text": text,
            "from": {"id": chat, "is_bot": false, "first_name": "V"},
            "chat": {"id": chat, "type": "private", "first_name": "V"},
        });
        self.acts(chat, json!({ "message": message }));
    }

    fn presses(&mut self, chat: i64, message_id: i64, data: &str) {
        let query = json!({
            "id": self.next_update.to_string(), "chat_instance": "1", "data": data,
            "from": {"id": chat, "is_bot": false, "first_name": "V"},
            "message": {"message_id": message_id, "date": 1, "chat": {"id": chat, "type": "private"}},
        });
        self.acts(chat, json!({ "callback_query": query }));
    }

    /// A volunteer sees a message and goes on at once: the first choice, Done, Send, or a text where one is asked.
    fn sees(&mut self, chat: i64, message_id: i64, buttons: &[String]) {
        if !self.running || buttons.is_empty() {
            return;
        }
        let Some(acted_at) = self.acted_at.remove(&chat) else {
            // A receipt after the screen that was answered already.
            return;
        };
        let latency = acted_at.elapsed();
        self.latencies_us
            .push(u64::try_from(latency.as_micros()).unwrap_or(u64::MAX));
        let steps = self.steps.entry(chat).or_default();
        *steps += 1;
        if self.stop_after.is_some_and(|last| *steps >= last) {
            return;
        }
        let ends = |end: &str| {
            buttons
                .iter()
                .find(|data| data.starts_with("d:") && data.ends_with(end))
        };
        let starts = |start: &str| buttons.iter().find(|data| data.starts_with(start));
        let first_in_form = buttons.iter().find(|data| {
            let what = data.rsplit(':').next().unwrap_or_default();
            data.starts_with("d:") && !matches!(what, "b" | "s" | "x")
        });
        let pressed = starts("w:")
            .or_else(|| starts("v:"))
            .or_else(|| ends(":d"))
            .or(first_in_form);
        let pressed = pressed
            .cloned()
            .or_else(|| starts("y").or_else(|| starts("m")).cloned());
        if self.think.is_zero() {
            self.goes_on(chat, message_id, pressed.as_deref());
        } else {
            let due = Instant::now() + self.think;
            self.later.push_back((due, chat, message_id, pressed));
        }
    }

    fn goes_on(&mut self, chat: i64, message_id: i64, pressed: Option<&str>) {
        match pressed {
            Some(data) => self.presses(chat, message_id, data),
            None => self.writes(chat, "The children ate together and laughed."),
        }
    }

    /// Does what is due by now; tells whether there was anything.
    fn wake(&mut self) -> bool {
        let mut any = false;
        while self
            .later
            .front()
            .is_some_and(|(due, ..)| *due <= Instant::now())
        {
            if let Some((_, chat, message_id, pressed)) = self.later.pop_front() {
                self.goes_on(chat, message_id, pressed.as_deref());
                any = true;
            }
        }
        any
    }
}

async fn call(
    State(api): State<Api>,
    Params((_token, method)): Params<(String, String)>,
    body: Bytes,
) -> String {
    let call: Value = serde_json::from_slice(&body).unwrap_or_default();
    match method.to_lowercase().as_str() {
        "getme" => {
            ok(&json!({"id": 77, "is_bot": true, "first_name": "B", "username": "bench_bot"}))
        }
        "getupdates" => updates(&api, &call).await,
        "sendmessage" => {
            let chat = call["chat_id"].as_i64().unwrap_or_default();
            let buttons = buttons(&call);
            let id = api.with(|waiting| {
                waiting.next_message += 1;
                let id = waiting.next_message;
                if buttons.iter().any(|data| data.starts_with("u:")) {
                    waiting.receipts += 1;
                    waiting.acted_at.entry(chat).or_insert_with(Instant::now);
                }
                waiting.sees(chat, id, &buttons);
                id
            });
            api.news.notify_one();
            ok(
                &json!({"message_id": id, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}),
            )
        }
        "editmessagetext" => {
            let chat = call["chat_id"].as_i64().unwrap_or_default();
            let id = call["message_id"].as_i64().unwrap_or_default();
            let buttons = buttons(&call);
            api.with(|waiting| waiting.sees(chat, id, &buttons));
            api.news.notify_one();
            ok(
                &json!({"message_id": id, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}),
            )
        }
        _ => ok(&json!(true)),
    }
}

async fn updates(api: &Api, call: &Value) -> String {
    let deadline = Instant::now() + Duration::from_secs(call["timeout"].as_u64().unwrap_or(0));
    loop {
        let heard = api.news.notified();
        let batch = api.with(|waiting| {
            waiting.polled.get_or_insert_with(Instant::now);
            if let Some(offset) = call["offset"].as_i64() {
                while waiting.updates.front().is_some_and(|(id, _)| *id < offset) {
                    waiting.updates.pop_front();
                }
            }
            let batch: Vec<&str> = waiting
                .updates
                .iter()
                .take(100)
                .map(|(_, update)| update.as_str())
                .collect();
            batch.join(",")
        });
        if !batch.is_empty() || Instant::now() >= deadline {
            return format!("{{\"ok\":true,\"result\":[{batch}]}}");
        }
        drop(tokio::time::timeout_at(deadline.into(), heard).await);
    }
}

fn ok(result: &Value) -> String {
    json!({"ok": true, "result": result}).to_string()
}

fn buttons(call: &Value) -> Vec<String> {
    let rows = call["reply_markup"]["inline_keyboard"].as_array();
    let keys = rows
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten();
    keys.filter_map(|key| key["callback_data"].as_str().map(str::to_owned))
        .collect()
}

/// The program, running on a folder.
struct Bot {
    child: Child,
}

impl Bot {
    fn start(folder: &Path, api: SocketAddr, database: Option<&str>) -> Self {
        let child = command(folder, database)
            .args(["--listen", "127.0.0.1:0", "run"])
            .env("KINKEEPER_TOKEN", "77:bench")
            .env("KINKEEPER_API_URL", format!("http://{api}"))
            .env("KINKEEPER_MESSAGES_PER_SECOND", "0")
            .spawn()
            .expect("the program starts");
        Self { child }
    }

    /// Resident memory in KiB.
    fn resident_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let digits = line.and_then(|line| line.split_whitespace().nth(1));
        digits
            .and_then(|digits| digits.parse().ok())
            .unwrap_or_default()
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn command(folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinkeeper"));
    command
        .arg("--data")
        .arg(folder)
        .args(["--log", "error", "--time-zone", "Africa/Nairobi"]);
    if let Some(url) = database {
        command.args(["--database", url]);
    }
    command.stdout(Stdio::null());
    command
}

/// Brings in so many volunteers, each with a case of their own.
fn import(folder: &Path, database: Option<&str>, volunteers: usize) {
    let mut people = String::from("name,role,team,language,time_zone,telegram_id\n");
    let mut cases = String::from("code,alias,risk,team,caseworker,volunteers,opened_on,goals\n");
    for id in 1..=volunteers {
        people += &format!("Volunteer {id},volunteer,T,sw,Africa/Nairobi,{id}\n");
        cases += &format!(",,medium,T,,{id},2026-01-01,Goes to school|Sleeps well\n");
    }
    for (what, rows) in [("people", people), ("cases", cases)] {
        let file = folder.join(format!("{what}.csv"));
        std::fs::write(&file, rows).expect("a file");
        let done = command(folder, database)
            .args(["import", what])
            .arg(&file)
            .status();
        assert!(done.expect("the import runs").success());
    }
}

#[tokio::main]
async fn main() {
    let flags = Flags::parse();
    let database = flags.database.as_deref();
    for &volunteers in &flags.volunteers {
        let folder = tempfile::tempdir().expect("a folder");
        import(folder.path(), database, volunteers);
        let api = Api::default();
        let addr = api.serve().await;
        let started = Instant::now();
        let bot = Bot::start(folder.path(), addr, database);
        let first_poll = loop {
            match api.with(|waiting| waiting.polled) {
                Some(at) => break at - started,
                None => tokio::time::sleep(Duration::from_millis(1)).await,
            }
        };
        tokio::time::sleep(Duration::from_secs(1)).await;
        let idle_kib = bot.resident_kib();
        api.with(|waiting| {
            waiting.running = true;
            waiting.think = Duration::from_millis(flags.think_ms);
            let spread = flags.think_ms.max(1);
            for chat in 1..=volunteers {
                // Volunteers do not begin in the same instant.
                let nth = u64::try_from(chat).unwrap_or_default();
                let due = Instant::now() + Duration::from_millis(nth * spread / volunteers as u64);
                let chat = i64::try_from(chat).unwrap_or_default();
                waiting.later.push_back((due, chat, 0, None));
            }
        });
        api.news.notify_one();
        // The first second is for warming up.
        tokio::time::sleep(Duration::from_secs(1)).await;
        api.with(|waiting| {
            waiting.latencies_us.clear();
            waiting.receipts = 0;
        });
        let from = Instant::now();
        tokio::time::sleep(Duration::from_secs(flags.seconds)).await;
        let (mut latencies, receipts) = api.with(|waiting| {
            waiting.running = false;
            (std::mem::take(&mut waiting.latencies_us), waiting.receipts)
        });
        let took = from.elapsed().as_secs_f64();
        latencies.sort_unstable();
        let at = |share: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss
            )]
            let place = (latencies.len() as f64 * share) as usize;
            let found = latencies.get(place.min(latencies.len().saturating_sub(1)));
            Duration::from_micros(found.copied().unwrap_or_default())
        };
        #[expect(clippy::cast_precision_loss)]
        let rate = latencies.len() as f64 / took;
        println!(
            "{volunteers:>5} volunteers: {rate:>7.0} steps/s  p50 {:>8.2?}  p99 {:>8.2?}  {receipts} reports  \
             first poll {first_poll:.0?}  idle {} MiB  after {} MiB",
            at(0.50),
            at(0.99),
            idle_kib / 1024,
            bot.resident_kib() / 1024,
        );
        drop(std::io::stdout().flush());
        if database.is_some() {
            // The next round needs an empty database; on a server there is one.
            break;
        }
    }
    if flags.drafts > 0 && database.is_none() {
        measure_drafts(flags.drafts).await;
    }
}

/// Memory with many drafts open.
async fn measure_drafts(drafts: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    import(folder.path(), None, drafts);
    let api = Api::default();
    let addr = api.serve().await;
    let bot = Bot::start(folder.path(), addr, None);
    while api.with(|waiting| waiting.polled.is_none()) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let idle_kib = bot.resident_kib();
    // Agreement, menu, case and one answer; then everybody stops.
    api.with(|waiting| {
        waiting.running = true;
        waiting.stop_after = Some(4);
    });
    for group in (1..=drafts).collect::<Vec<_>>().chunks(500) {
        api.with(|waiting| {
            for &chat in group {
                waiting.writes(i64::try_from(chat).unwrap_or_default(), "/menu");
            }
        });
        api.news.notify_one();
        let last = i64::try_from(*group.last().expect("a group")).unwrap_or_default();
        while api.with(|waiting| waiting.steps.get(&last).copied().unwrap_or(0) < 4) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let open_kib = bot.resident_kib();
    println!(
        "{drafts} drafts open: {} MiB, {} MiB more than idle",
        open_kib / 1024,
        open_kib.saturating_sub(idle_kib) / 1024
    );
}
