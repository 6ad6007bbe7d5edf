//! The program as a child process, in a place of its own, with a Telegram and one phone.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use kinkeeper::clock::Clock;
use kinkeeper::simulator::{ChatView, Listening, NewPerson, Press, ShownMessage, Simulator};

use crate::support::{Engine, Scratch, scratch};

pub const TOKEN: &str = "7000000001:cli";
pub const AMINA: i64 = 9001;
pub const PEOPLE: &str = "name,role,team,language,time_zone,telegram_id
Amina,volunteer,North,en,Africa/Nairobi,9001
Grace,supervisor,North,sw,Africa/Nairobi,
";
pub const CASES: &str = "code,alias,risk,team,caseworker,volunteers,opened_on,goals
K7M2QX,The blue gate,medium,North,,Amina,2026-02-16,Goes to school every day
";
/// A bot that has not answered after so long will not answer any more.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A folder with a database, and the command line that uses both.
pub struct Place {
    scratch: Scratch,
    pub database: String,
}

/// How a command ended.
pub struct Ended {
    pub ok: bool,
    pub out: String,
    pub err: String,
}

impl Place {
    pub fn on(engine: Engine) -> Self {
        let scratch = scratch(engine);
        let database = scratch.settings.database().expect("a scratch database");
        Self { scratch, database }
    }

    pub fn folder(&self) -> &Path {
        &self.scratch.settings.data
    }

    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, content).expect("a scratch file");
        path
    }

    /// Whatever the surroundings of the tests set, this command does not see it.
    pub fn command(&self, args: &[&str]) -> Command {
        self.prepared(Command::new(env!("CARGO_BIN_EXE_kinkeeper")), args)
    }

    /// One that must end by itself; a bot that runs although it should not is stopped.
    fn short(&self, args: &[&str]) -> Command {
        let mut command = Command::new("timeout");
        command.args(["60", env!("CARGO_BIN_EXE_kinkeeper")]);
        self.prepared(command, args)
    }

    fn prepared(&self, mut command: Command, args: &[&str]) -> Command {
        let ours = std::env::vars_os().filter(|(name, _)| {
            name.to_str()
                .is_some_and(|name| name.starts_with("KINKEEPER_"))
        });
        for (name, _) in ours {
            command.env_remove(name);
        }
        command
            .args(args)
            .env("KINKEEPER_DATA", self.folder())
            .env("KINKEEPER_DATABASE", &self.database)
            .env("KINKEEPER_LISTEN", "127.0.0.1:0")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ended {
        ended(self.short(args).output().expect("the program starts"))
    }

    pub fn run_with(&self, args: &[&str], variable: (&str, &str)) -> Ended {
        let mut command = self.short(args);
        ended(
            command
                .env(variable.0, variable.1)
                .output()
                .expect("the program starts"),
        )
    }

    pub fn import_all(&self) {
        let people = self.file("people.csv", PEOPLE);
        let cases = self.file("cases.csv", CASES);
        self.run(&["import", "people", text(&people)]).well();
        self.run(&["import", "cases", text(&cases)]).well();
    }
}

impl Ended {
    /// It went well; gives what it printed.
    #[track_caller]
    pub fn well(self) -> String {
        assert!(self.ok, "it failed: {}", self.err);
        self.out
    }

    /// It failed with one line that has these words; nothing else was said.
    #[track_caller]
    pub fn refused(self, words: &[&str]) {
        assert!(!self.ok, "it went well: {}", self.out);
        assert_eq!(self.err.lines().count(), 1, "not one line: {}", self.err);
        assert!(self.err.starts_with("kinkeeper: "), "{}", self.err);
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in: {}", self.err);
        }
        assert_eq!(self.out, "");
    }
}

pub fn ended(output: Output) -> Ended {
    Ended {
        ok: output.status.success(),
        out: String::from_utf8(output.stdout).expect("text on stdout"),
        err: String::from_utf8(output.stderr).expect("text on stderr"),
    }
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a scratch path is text")
}

/// A process that ends with its test.
pub struct Running(pub Child);

impl Running {
    /// Asks it to end, and waits until it has: what was under way is finished.
    pub fn end(mut self) {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        assert!(asked.expect("kill is installed").success());
        assert!(self.0.wait().expect("our child").success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// A Telegram of its own for one test.
pub struct Telegram {
    pub simulator: Simulator,
    listening: Listening,
}

impl Telegram {
    pub async fn open() -> Self {
        Self::open_for(TOKEN, "Amina").await
    }

    /// For a bot with this token and a volunteer whose phone gives this name.
    pub async fn open_for(token: &str, name: &str) -> Self {
        let simulator = Simulator::new(Clock::system(), token.into());
        let listening = simulator.listen(([127, 0, 0, 1], 0).into()).await;
        let listening = listening.expect("a free port");
        simulator.add_person(NewPerson {
            id: Some(AMINA),
            first_name: name.into(),
            language_code: Some("en".into()),
            ..NewPerson::default()
        });
        Self {
            simulator,
            listening,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.listening.addr)
    }

    pub fn start_bot(&self, place: &Place) -> Running {
        let bot = place
            .command(&["run"])
            .env("KINKEEPER_TOKEN", TOKEN)
            .env("KINKEEPER_API_URL", self.url())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Running(bot.expect("the program starts"))
    }

    /// Waits until Amina's phone shows what is looked for.
    pub async fn until<T>(&self, what: &str, look: impl Fn(&ChatView) -> Option<T>) -> T {
        let mut changes = self.simulator.changes();
        let seen = tokio::time::timeout(PATIENCE, async {
            loop {
                let chat = self.simulator.chat(AMINA, 0).expect("her phone");
                if let Some(seen) = look(&chat) {
                    return seen;
                }
                // A lagging receiver looks again as well.
                drop(changes.recv().await);
            }
        });
        let Ok(seen) = seen.await else {
            let chat = self.simulator.chat(AMINA, 0).expect("her phone");
            let newest = chat.messages.last().map(|message| &message.text);
            panic!("{what} did not come; the phone shows {newest:?}");
        };
        seen
    }

    /// Taps the button whose label has these words, once the newest message of the bot has it.
    pub async fn tap(&self, words: &str) {
        let press = |message: &ShownMessage| {
            let button = message
                .buttons
                .iter()
                .flatten()
                .find(|button| button.text.contains(words))?;
            Some(Press::On {
                message_id: message.id,
                text: button.text.clone(),
            })
        };
        let press = self.until(words, |chat| {
            let newest = chat
                .messages
                .iter()
                .rev()
                .find(|message| message.from == "bot")?;
            press(newest)
        });
        let press = press.await;
        self.simulator
            .press(AMINA, press)
            .expect("the button is there");
    }

    pub async fn agree(&self) {
        self.simulator.start(AMINA, None).expect("her phone");
        self.tap("agree").await;
        self.until("the menu", |chat| {
            let newest = chat.messages.last()?;
            newest
                .buttons
                .iter()
                .flatten()
                .any(|button| button.text.contains("Help"))
                .then_some(())
        })
        .await;
    }

    /// Waits until the newest message has these words.
    pub async fn asked(&self, words: &str) {
        self.until(words, |chat| {
            chat.messages.last()?.text.contains(words).then_some(())
        })
        .await;
    }

    pub async fn receipt(&self) {
        self.until("the receipt", |chat| {
            let newest = chat.messages.last()?;
            newest
                .buttons
                .iter()
                .flatten()
                .any(|button| button.text.contains("Undo"))
                .then_some(())
        })
        .await;
    }

    pub async fn begin_a_visit(&self) {
        self.simulator.write(AMINA, "/visit").expect("her phone");
        self.until("the cases", |chat| {
            chat.messages
                .last()?
                .text
                .contains("Which family")
                .then_some(())
        })
        .await;
        for words in ["K7M2QX", "Yes, today", "Caregiver", "Done"] {
            self.tap(words).await;
        }
    }

    pub async fn report_a_visit(&self) {
        self.begin_a_visit().await;
        for words in ["💚", "Nothing worries"] {
            self.tap(words).await;
        }
        self.asked("went well").await;
        self.simulator
            .write(AMINA, "=She laughs again")
            .expect("her phone");
        for words in ["As agreed", "As planned", "Send report"] {
            self.tap(words).await;
        }
        self.receipt().await;
    }
}

impl Place {
    /// The demo knows an Amina and a K7M2QX already.
    pub fn import_all_but_the_seeded(&self) {
        let people = self.file(
            "people.csv",
            &PEOPLE.replace("9001", "").replace("Amina", "Zuhura"),
        );
        let cases = CASES.replace("Amina", "Zuhura").replace("K7M2QX", "ZZ2ZZ3");
        let cases = self.file("cases.csv", &cases);
        self.run(&["import", "people", text(&people)]).well();
        self.run(&["import", "cases", text(&cases)]).well();
    }
}
