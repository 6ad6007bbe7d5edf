//! The real binary's demo: starts it on a scratch folder and a free port, gives its address, ends it when dropped.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A demo of its own.
pub struct Demo {
    /// Where its page is.
    pub url: String,
    process: Child,
    _folder: TempDir,
}

impl Demo {
    /// Starts it with the seeded programme, and waits until it says where it is.
    pub fn start() -> Self {
        let folder = TempDir::new().expect("a folder for the demo");
        let mut command = Command::new(env!("CARGO_BIN_EXE_kinkeeper"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KINKEEPER_")) {
            command.env_remove(name);
        }
        let mut process = command
            .args(["demo", "--listen", "127.0.0.1:0", "--log", "warn", "--data"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the demo starts");
        let said = process.stdout.take().expect("its output is piped");
        let url = BufReader::new(said)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, from) = line.split_once("http://")?;
                let address = from.split_whitespace().next()?;
                Some(format!("http://{address}"))
            })
            .expect("the demo says where its page is");
        Self {
            url,
            process,
            _folder: folder,
        }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
