//! What outlives a restart: takes the world, gives a JSON file; takes such a file, gives the world again.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::{
    Simulator,
    callbacks::Queries,
    media::Files,
    person::{Group, Person},
    settings::Settings,
    updates::UpdateQueue,
    world::{Chat, World},
};
use crate::clock::Clock;

/// How long changes gather before they are written: a crash loses no more than this and the time of one write.
const GATHER: Duration = Duration::from_millis(500);
/// More ids of a kind than anybody uses up within [`GATHER`].
const LOST_AT_MOST: u32 = 100;
/// Before any simulator ran, in Unix seconds: 2025 began.
const BEFORE_ALL: i64 = 1_735_689_600;
/// Where nothing is known, ids begin as if so many of a kind had been used in each second since: more than people
/// and restarts use, and for years within the 31 bits of a message's id.
const USED_A_SECOND: i64 = 8;

/// A simulator, as a file remembered it.
#[derive(Debug)]
pub struct Resumed {
    /// The simulator.
    pub simulator: Simulator,
    /// What the file held.
    pub found: Found,
}

/// What was found in the file of an earlier run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// There was no file.
    Nothing,
    /// Everybody's phones as they were.
    Phones,
    /// It could not be read; the phones are empty.
    Damaged {
        /// Where the file is now.
        aside: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

impl Simulator {
    /// A Telegram that goes on where `file` says; what the last moment before a crash brought may be missing, and
    /// no id that it may have used comes again. The clock moves on as far as people had moved it. Faults are over.
    ///
    /// # Errors
    /// When the file cannot be read, put aside or written.
    pub fn resume(clock: Clock, token: String, file: &Path) -> anyhow::Result<Resumed> {
        // Read before the clock moves: ids grow with the real time, whatever a lost file said.
        let now = clock.now();
        let (found, snapshot) = open(file, now)?;
        let simulator = Self::new(clock, token);
        simulator.change(|world| {
            let skipped = if let Some(snapshot) = snapshot {
                world.clock.advance(snapshot.ahead());
                snapshot.restore(world);
                LOST_AT_MOST
            } else {
                // A bot may remember a Telegram that nobody else does.
                let used = (now.timestamp() - BEFORE_ALL) * USED_A_SECOND;
                u32::try_from(used).unwrap_or_default()
            };
            world.skip_ids(skipped, now.timestamp());
        });
        // At once: a crash before the first change must not lead to the same ids again.
        simulator.save(file)?;
        Ok(Resumed { simulator, found })
    }

    /// Writes to `file` whatever changes, within a second, until `stop`, and then once more.
    ///
    /// # Errors
    /// When the last writing fails; one that fails before is told, and tried again with the next change.
    pub async fn keep(self, file: PathBuf, stop: CancellationToken) -> anyhow::Result<()> {
        loop {
            let changed = async {
                self.inner.altered.notified().await;
                tokio::time::sleep(GATHER).await;
            };
            let last = stop.run_until_cancelled(changed).await.is_none();
            let (simulator, path) = (self.clone(), file.clone());
            let saved = tokio::task::spawn_blocking(move || simulator.save(&path)).await?;
            if last {
                return saved;
            }
            if let Err(error) = saved {
                tracing::warn!("{error:#}");
            }
        }
    }

    fn save(&self, file: &Path) -> anyhow::Result<()> {
        let snapshot = self.look(Snapshot::of);
        let written = serde_json::to_vec(&snapshot)
            .map_err(io::Error::from)
            .and_then(|json| replace(file, &json));
        written.with_context(|| format!("the phones cannot be kept in {}", file.display()))
    }
}

/// All of the world but what belongs to one run: the webhook, faults, limits, the log of calls, the hint.
#[derive(Serialize, Deserialize)]
struct Snapshot {
    ahead_seconds: i64,
    bot_name: String,
    people: BTreeMap<i64, Person>,
    groups: BTreeMap<i64, Group>,
    chats: HashMap<i64, Chat>,
    first_message_id: i64,
    updates: UpdateQueue,
    files: Files,
    queries: Queries,
    last_number: i64,
    settings: Settings,
}

impl Snapshot {
    fn of(world: &World) -> Self {
        Self {
            ahead_seconds: world.ahead.num_seconds(),
            bot_name: world.bot.first_name.clone(),
            people: world.people.clone(),
            groups: world.groups.clone(),
            chats: world.chats.clone(),
            first_message_id: world.first_message_id,
            updates: world.updates.clone(),
            files: world.files.clone(),
            queries: world.queries.clone(),
            last_number: world.last_number,
            settings: world.settings.clone(),
        }
    }

    fn ahead(&self) -> TimeDelta {
        TimeDelta::try_seconds(self.ahead_seconds).unwrap_or_default()
    }

    fn restore(self, world: &mut World) {
        world.ahead = self.ahead();
        world.bot.first_name = self.bot_name;
        world.people = self.people;
        world.groups = self.groups;
        world.chats = self.chats;
        world.first_message_id = self.first_message_id;
        world.updates = self.updates;
        world.files = self.files;
        world.queries = self.queries;
        world.last_number = self.last_number;
        world.settings = self.settings;
    }
}

fn open(file: &Path, now: DateTime<Utc>) -> anyhow::Result<(Found, Option<Snapshot>)> {
    let json = match fs::read(file) {
        Ok(json) => json,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((Found::Nothing, None)),
        Err(error) => {
            return Err(error).with_context(|| format!("{} cannot be read", file.display()));
        }
    };
    match serde_json::from_slice(&json) {
        Ok(snapshot) => Ok((Found::Phones, Some(snapshot))),
        Err(error) => {
            let aside = file.with_extension(format!("damaged-{}.json", now.timestamp()));
            fs::rename(file, &aside)
                .with_context(|| format!("{} cannot be put aside", file.display()))?;
            let why = error.to_string();
            Ok((Found::Damaged { aside, why }, None))
        }
    }
}

/// Puts `bytes` in the place of the file in one step, so that a crash leaves the old or the new.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = file.with_extension("new");
    let mut options = fs::OpenOptions::new();
    // What people wrote is for nobody else on this machine.
    options.write(true).create(true).truncate(true).mode(0o600);
    options.open(&new)?.write_all(bytes)?;
    fs::rename(&new, file)
}
