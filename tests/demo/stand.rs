//! One demo process on a scratch folder, and what tests do with its phones over the control API.

use std::{
    cell::Cell,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use kinkeeper::store::{Master, Opening, Store};
use serde_json::{Value, json};
use teloxide::Bot;
use tempfile::TempDir;
use tokio::time::timeout;

/// A busy machine takes its time, and a new process may wait for the place of a killed one.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running demo.
pub struct Demo {
    process: Child,
    url: String,
    /// Holds the HTTP client.
    http: Bot,
    folder: PathBuf,
    taps: Cell<usize>,
    /// What it printed before it was ready.
    pub said: Vec<String>,
}

impl Demo {
    /// Starts the demo on a folder; it is ready then.
    pub async fn start(folder: &TempDir, flags: &[&str]) -> Self {
        let mut process = command(folder.path(), &["demo", "--listen", "127.0.0.1:0"])
            .args(flags)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut said = Vec::new();
        let url = loop {
            let line = lines.next().expect("the demo says where it is").unwrap();
            let address = line
                .split_whitespace()
                .find(|word| word.starts_with("http://"));
            if let Some(address) = address {
                break address.to_owned();
            }
            said.push(line);
        };
        Self {
            process,
            url,
            http: Bot::new("none"),
            folder: folder.path().to_owned(),
            taps: Cell::new(0),
            said,
        }
    }

    /// Taps the newest button of this label, and waits until the newest screen says `then`.
    pub async fn tap(&self, person: i64, label: &str, then: &str) {
        self.taps.set(self.taps.get() + 1);
        let newest = self.until(person, |chat| button(chat, label)).await;
        self.post(&format!("people/{person}/press"), newest).await;
        self.until(person, |chat| says(chat, then)).await;
    }

    /// Types a text, and waits until the newest screen of the bot says `then`.
    pub async fn write(&self, person: i64, text: &str, then: &str) {
        self.post(&format!("people/{person}/write"), json!({"text": text}))
            .await;
        self.until(person, |chat| says(chat, then)).await;
    }

    /// The messages on a phone, and its buttons and commands.
    pub async fn chat(&self, person: i64) -> Value {
        self.get(&format!("people/{person}/chat")).await
    }

    /// The newest message on a phone.
    pub async fn newest(&self, person: i64) -> Value {
        let mut chat = self.chat(person).await;
        let messages = chat["messages"].as_array_mut().unwrap();
        messages.pop().expect("a message")
    }

    /// Looks at a chat again at each change, until there is something.
    pub async fn until<T>(&self, person: i64, look: impl Fn(&Value) -> Option<T>) -> T {
        let found = timeout(PATIENCE, async {
            loop {
                let stream = self.http.client().get(self.control("changes"));
                let mut changes = stream.send().await.expect("the demo runs");
                loop {
                    if let Some(found) = look(&self.chat(person).await) {
                        return found;
                    }
                    // The client ends a stream after a while; then there is another.
                    if !matches!(changes.chunk().await, Ok(Some(_))) {
                        break;
                    }
                }
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_) => panic!("it did not come: {}", self.chat(person).await),
        }
    }

    /// Waits until the file of the phones holds these words.
    pub async fn kept(&self, words: &str) {
        let mut looks = tokio::time::interval(Duration::from_millis(20));
        let kept = timeout(PATIENCE, async {
            while !self.file().contains(words) {
                looks.tick().await;
            }
        });
        kept.await.expect("changes are written");
    }

    /// The file of the phones.
    pub fn file(&self) -> String {
        std::fs::read_to_string(self.folder.join("telegram.json")).unwrap()
    }

    /// Goes on by a day or more, to an hour of the night in Nairobi: nobody is reminded then, whatever the hour of the run.
    pub async fn pass_a_day(&self) {
        let now = self.now().await;
        let night = (now.date_naive() + chrono::Days::new(2)).and_time(chrono::NaiveTime::MIN);
        let seconds = (night.and_utc() - now).num_seconds();
        self.post("clock", json!({"advance_seconds": seconds}))
            .await;
    }

    pub async fn now(&self) -> chrono::DateTime<chrono::Utc> {
        let state = self.get("state").await;
        state["now"].as_str().unwrap().parse().unwrap()
    }

    pub async fn get(&self, path: &str) -> Value {
        let asked = self.http.client().get(self.control(path)).send().await;
        asked.unwrap().json().await.unwrap()
    }

    /// Tells the control API something that it does.
    pub async fn post(&self, path: &str, body: Value) -> Value {
        let told = self.http.client().post(self.control(path)).json(&body);
        let told = told.send().await.unwrap();
        let status = told.status();
        let answer: Value = told.json().await.unwrap();
        assert!(status.is_success(), "{path} {body}: {answer}");
        answer
    }

    /// Ends it as an operator does, and gives how often was tapped.
    pub fn terminate(mut self) -> usize {
        let pid = self.process.id().to_string();
        let told = Command::new("sh")
            .args(["-c", "kill -TERM \"$0\"", &pid])
            .status();
        assert!(told.unwrap().success());
        assert!(self.process.wait().unwrap().success());
        self.taps.get()
    }

    /// Ends it as a power cut does.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    fn control(&self, path: &str) -> String {
        format!("{}/control/{path}", self.url)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // A failed test leaves it running.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// What a message says with its buttons, without direction marks.
pub fn screen(message: &Value) -> String {
    let text = message["text"].as_str().unwrap();
    let rows = message["buttons"].as_array().unwrap().iter();
    let buttons = rows.flat_map(|row| row.as_array().unwrap());
    let labels = buttons.map(|button| button["text"].as_str().unwrap());
    plain(
        &[text]
            .into_iter()
            .chain(labels)
            .collect::<Vec<_>>()
            .join("\n"),
    )
}

/// Runs a short command on a folder; gives what it printed.
pub fn kinkeeper(folder: &TempDir, words: &[&str]) -> String {
    let Output { status, stdout, .. } = command(folder.path(), words).output().unwrap();
    assert!(status.success(), "{words:?}");
    String::from_utf8(stdout).unwrap()
}

/// Waits until the demo has written down what became of every message.
pub async fn at_rest(folder: &TempDir) {
    let mut looks = tokio::time::interval(Duration::from_millis(50));
    let rest = timeout(PATIENCE, async {
        while kinkeeper(folder, &["check"]).contains("sent") {
            looks.tick().await;
        }
    });
    rest.await.expect("every message comes to its end");
}

/// Starts a demo that ends by itself; gives its exit code and its complaint.
pub fn refused(folder: &TempDir, flags: &[&str]) -> (Option<i32>, String) {
    let mut process = command(folder.path(), &["demo", "--listen", "127.0.0.1:0"])
        .args(flags)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut lines = BufReader::new(process.stdout.take().unwrap());
    lines.read_line(&mut line).unwrap();
    if !line.is_empty() {
        process.kill().unwrap();
    }
    let Output { status, stderr, .. } = process.wait_with_output().unwrap();
    assert_eq!(line, "", "the demo went on");
    (status.code(), String::from_utf8(stderr).unwrap())
}

/// Makes a database on which a bot of this name has run.
pub async fn database_of(folder: &TempDir, bot: &str) {
    let url = format!("sqlite:{}", folder.path().join("kinkeeper.db").display());
    let key = Master::from_file(&folder.path().join("master.key")).unwrap();
    let store = Store::open(Opening { url: &url, key }).await.unwrap();
    store.set_username(1_234_567, bot).await.unwrap();
    store.close().await;
}

fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kinkeeper"));
    command.args(words).arg("--data").arg(folder);
    // Settings of whoever runs the tests are none of ours.
    command.env_clear();
    command.env("KINKEEPER_LOG", "warn").stdin(Stdio::null());
    command
}

/// Where the newest message with such a button has it, as a press says it.
fn button(chat: &Value, label: &str) -> Option<Value> {
    let messages = chat["messages"].as_array()?.iter().rev();
    messages.into_iter().find_map(|message| {
        let rows = message["buttons"].as_array()?;
        rows.iter().enumerate().find_map(|(row, buttons)| {
            let reads = |button: &Value| plain(button["text"].as_str().unwrap()).contains(label);
            let column = buttons.as_array()?.iter().position(reads)?;
            Some(json!({"message_id": message["id"], "row": row, "column": column}))
        })
    })
}

/// Something once the newest message is the bot's, says this, and the bot rests.
fn says(chat: &Value, words: &str) -> Option<()> {
    let newest = chat["messages"].as_array()?.last()?;
    (newest["from"] == "bot" && screen(newest).contains(words) && chat["working"] == false)
        .then_some(())
}

fn plain(text: &str) -> String {
    let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    text.replace(marks, "")
}
