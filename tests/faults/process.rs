//! Real processes of the bot: settings come in, a process that can be killed goes out; and its commands.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Where the bot lives: its data, its database, its Telegram.
#[derive(Clone)]
pub struct Home {
    pub data: PathBuf,
    pub database: String,
    pub api_url: String,
    pub token: String,
}

/// A running bot; killed when dropped.
pub struct Process {
    child: Child,
}

impl Home {
    /// Starts `kinkeeper run`.
    pub fn run(&self) -> Process {
        let log = self.log();
        let mut command = self.command(&["run"]);
        command.stdout(Stdio::null()).stderr(log);
        let child = command.spawn().expect("the bot can be started");
        Process { child }
    }

    /// Runs another command to its end; gives what it printed.
    ///
    /// # Panics
    /// When it fails.
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self
            .command(arguments)
            .output()
            .expect("the command can be started");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success(),
            "kinkeeper {arguments:?} failed: {printed}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        printed
    }

    /// What all processes have said of themselves.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.data.join("log")).unwrap_or_default()
    }

    fn log(&self) -> File {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.data.join("log"));
        file.expect("the log can be written")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(Path::new(env!("CARGO_BIN_EXE_kinkeeper")));
        command
            .args(arguments)
            .env("KINKEEPER_TOKEN", &self.token)
            .env("KINKEEPER_API_URL", &self.api_url)
            .env("KINKEEPER_DATA", &self.data)
            .env("KINKEEPER_DATABASE", &self.database)
            .env("KINKEEPER_LISTEN", "127.0.0.1:0")
            .env("KINKEEPER_MESSAGES_PER_SECOND", "0")
            .env("KINKEEPER_TIME_ZONE", "Africa/Nairobi")
            .env("KINKEEPER_LOG", "warn");
        command
    }
}

impl Process {
    /// Ends it at once, wherever it is: SIGKILL.
    pub fn kill(mut self) {
        self.end();
    }

    /// Whether it has ended by itself, which it never should.
    pub fn ended(&mut self) -> bool {
        self.child
            .try_wait()
            .expect("a child can be asked")
            .is_some()
    }

    fn end(&mut self) {
        self.child.kill().expect("a child can be killed");
        self.child.wait().expect("a child can be waited for");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Killing what was killed is not an error worth a panic while another unwinds.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
