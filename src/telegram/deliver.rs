//! Outbox rows come in, messages go out to Telegram: danger first, within its limits, each row settled as what
//! became of it. Rows arrive in memory from the worker that committed them, and from the database otherwise.

use std::collections::{BTreeMap, HashSet};

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::calls::{Telegram, Trouble};
use super::flight::fly;
use super::pace::Pace;
use crate::clock::Clock;
use crate::core::effect::Purpose;
use crate::core::id::{ChatId, MessageId};
use crate::metrics::Metrics;
use crate::store::Store;
use crate::store::mail::{InDoubt, OutboxRow, Outcome, Settled};
use crate::words::Rendered;

/// Messages under way at the same time: enough that none waits while the database writes down what became of
/// others. Answers to presses do not count, for they wait for nothing.
const FLIGHTS: usize = 128;
/// Rows held in memory; further ones wait in the database.
const HELD: usize = 10_000;
/// Rows loaded from the database at once.
const LOADED: usize = 500;
/// The database is asked this often for rows that other processes or an earlier life left.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// The database is asked this often for rows that a process was sending when it died.
const DOUBTS_EVERY: TimeDelta = TimeDelta::seconds(10);
/// A receipt in doubt is sent once more after this long (safety: "when a send is in doubt").
const RECEIPT_AGAIN: TimeDelta = TimeDelta::seconds(60);
/// A reminder in doubt is sent once more after this long.
const REMINDER_AGAIN: TimeDelta = TimeDelta::minutes(10);
/// The longest pause between two tries to reach Telegram.
const LONGEST_PAUSE: TimeDelta = TimeDelta::seconds(30);

/// What the postman is asked to do.
#[derive(Debug)]
pub enum Errand {
    /// Send an outbox row that was just committed.
    Row(Box<OutboxRow>),
    /// Say at once what is in no outbox, because the database could not take it; lost without harm.
    Notice {
        /// To which chat.
        chat: ChatId,
        /// What.
        message: Box<Rendered>,
    },
    /// Answer a press; lost without harm.
    Answer {
        /// Telegram's id of the press.
        callback: String,
        /// A few words, or none.
        words: Option<String>,
    },
}

/// Sends what the outbox holds.
pub struct Postman {
    telegram: Telegram,
    store: Store,
    clock: Clock,
    metrics: Metrics,
    errands: mpsc::UnboundedReceiver<Errand>,
    pace: Pace,
    held: BTreeMap<(u8, i64), OutboxRow>,
    busy: HashSet<ChatId>,
    flights: JoinSet<Option<Landed>>,
    unsettled: Vec<Settled>,
    moved: Vec<(ChatId, ChatId)>,
    closed: Vec<ChatId>,
    look_at: DateTime<Utc>,
    doubts_at: DateTime<Utc>,
}

/// What became of one row's flight.
#[derive(Debug)]
struct Landed {
    row: OutboxRow,
    result: Result<Option<MessageId>, Trouble>,
}

impl Postman {
    /// A postman and the way to hand errands to it.
    #[must_use]
    pub fn new(
        telegram: Telegram,
        store: Store,
        clock: Clock,
        metrics: Metrics,
        per_second: u32,
    ) -> (Self, mpsc::UnboundedSender<Errand>) {
        let (sender, errands) = mpsc::unbounded_channel();
        let postman = Self {
            telegram,
            store,
            clock,
            metrics,
            errands,
            pace: Pace::new(per_second),
            held: BTreeMap::new(),
            busy: HashSet::new(),
            flights: JoinSet::new(),
            unsettled: Vec::new(),
            moved: Vec::new(),
            closed: Vec::new(),
            look_at: DateTime::UNIX_EPOCH,
            doubts_at: DateTime::UNIX_EPOCH,
        };
        (postman, sender)
    }

    /// Settles what an earlier life left half sent, and takes over what it left unsent. Call once, first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn recover(&mut self) -> anyhow::Result<()> {
        let now = self.clock.now();
        self.store.take_over(now).await?;
        self.resolve_doubts(now).await
    }

    /// Settles rows that a process was sending when it died; not ours, whose flights end long before their leases.
    async fn resolve_doubts(&mut self, now: DateTime<Utc>) -> anyhow::Result<()> {
        self.doubts_at = now + DOUBTS_EVERY;
        let doubtful = self.store.in_doubt(now).await?;
        let settled: Vec<Settled> = doubtful
            .into_iter()
            .filter(|row| !self.busy.contains(&row.chat))
            .map(|row| Settled {
                seq: row.seq,
                chat: row.chat,
                result: in_doubt(&row, now),
                at: now,
            })
            .collect();
        Ok(self.store.settle(&settled).await?)
    }

    /// Sends until told to stop; what is under way then is finished.
    ///
    /// # Errors
    /// [`Trouble::BadToken`] only: nothing can be sent any more.
    pub async fn run(mut self, stop: CancellationToken) -> Result<(), Trouble> {
        while !stop.is_cancelled() {
            if let Err(error) = self.recover().await {
                tracing::error!(error = format!("{error:#}"), "the outbox is tried again");
                self.pause(&stop).await;
                continue;
            }
            break;
        }
        while !stop.is_cancelled() {
            let next = match self.turn(false).await {
                Ok(next) => next,
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "the outbox is tried again");
                    self.clock.now() + LOOK_EVERY
                }
            };
            let landed = tokio::select! {
                () = stop.cancelled() => None,
                () = self.clock.sleep_until(next) => None,
                Some(errand) = self.errands.recv() => { self.hold(errand); None }
                Some(landed) = self.flights.join_next() => Some(landed),
            };
            if let Some(landed) = landed {
                self.land(landed)?;
            }
        }
        while let Some(landed) = self.flights.join_next().await {
            self.land(landed)?;
        }
        if let Err(error) = self.settle().await {
            tracing::error!(error = format!("{error:#}"), "some messages stay in doubt");
        }
        Ok(())
    }

    /// Sends everything that may go now and returns how many rows were tried.
    ///
    /// # Errors
    /// When the database fails or the token is refused.
    pub async fn once(&mut self) -> anyhow::Result<usize> {
        let mut tried = 0;
        loop {
            self.turn(true).await?;
            if self.flights.is_empty() {
                self.settle().await?;
                return Ok(tried);
            }
            while let Some(landed) = self.flights.join_next().await {
                tried += 1;
                self.land(landed)?;
            }
        }
    }

    /// Takes in what has come, settles what has landed, lets go what may; returns when to look again.
    async fn turn(&mut self, look: bool) -> anyhow::Result<DateTime<Utc>> {
        while let Ok(errand) = self.errands.try_recv() {
            self.hold(errand);
        }
        while let Some(landed) = self.flights.try_join_next() {
            self.land(landed)?;
        }
        if !(self.moved.is_empty() && self.closed.is_empty()) {
            // Before anything else goes to these chats.
            self.settle().await?;
        }
        let now = self.clock.now();
        if now >= self.doubts_at {
            self.resolve_doubts(now).await?;
        }
        if look || now >= self.look_at {
            self.look_at = now + LOOK_EVERY;
            let room = HELD.saturating_sub(self.held.len());
            let limit = i64::try_from(room.min(LOADED)).unwrap_or_default();
            for row in self.store.pending(limit, now).await? {
                if !self.busy.contains(&row.chat) {
                    self.held.insert((rank(row.purpose), row.seq), row);
                }
            }
        }
        let next = self.dispatch(now).await?;
        Ok(next.min(self.look_at))
    }

    fn hold(&mut self, errand: Errand) {
        match errand {
            Errand::Row(row) => {
                self.held.insert((rank(row.purpose), row.seq), *row);
                // Danger must not wait for room; the database has what falls out.
                if self.held.len() > HELD {
                    self.held.pop_last();
                }
            }
            Errand::Notice { chat, message } => {
                let telegram = self.telegram.clone();
                self.flights.spawn(async move {
                    drop(telegram.write(chat, &message, false).await);
                    None
                });
            }
            Errand::Answer { callback, words } => {
                let telegram = self.telegram.clone();
                self.flights.spawn(async move {
                    // A press that is too old to be answered shows nothing to the person; that is all.
                    drop(telegram.answer(&callback, words).await);
                    None
                });
            }
        }
    }

    /// Settles what has landed and claims the rows that may go now, in one transaction, for each costs a flush of the
    /// disk; sends them off and returns the next moment at which another may.
    async fn dispatch(&mut self, now: DateTime<Utc>) -> anyhow::Result<DateTime<Utc>> {
        let mut next = now + TimeDelta::hours(1);
        let mut going: Vec<OutboxRow> = Vec::new();
        let mut superseded = Vec::new();
        self.free_landed();
        let mut screens: BTreeMap<ChatId, Vec<&OutboxRow>> = BTreeMap::new();
        for row in self.held.values() {
            if row.purpose == Purpose::Screen {
                screens.entry(row.chat).or_default().push(row);
            }
        }
        let replaced = |row: &OutboxRow| {
            let screens = screens.get(&row.chat);
            screens.is_some_and(|screens| screens.iter().any(|newer| replaces(newer, row)))
        };
        for row in self.held.values() {
            if self.busy.len() >= FLIGHTS {
                break;
            }
            if row.purpose == Purpose::Screen && replaced(row) {
                superseded.push(Settled {
                    seq: row.seq,
                    chat: row.chat,
                    result: Outcome::Withdrawn,
                    at: now,
                });
                continue;
            }
            if self.busy.contains(&row.chat) {
                continue;
            }
            let earliest = self.pace.earliest(row.chat, now).max(row.not_before);
            if earliest > now {
                next = next.min(earliest);
                continue;
            }
            self.pace.count(row.chat, now);
            self.busy.insert(row.chat);
            going.push(row.clone());
        }
        for settled in &superseded {
            self.held.retain(|(_, seq), _| *seq != settled.seq);
        }
        self.unsettled.extend(superseded);
        if !self.send_off(going, now).await? {
            // The chats of rows that did not go are free for their next ones.
            next = now;
        }
        Ok(next)
    }

    /// Settles, claims rows and sends them off; says whether all of them went.
    async fn send_off(
        &mut self,
        going: Vec<OutboxRow>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let seqs: Vec<i64> = going.iter().map(|row| row.seq).collect();
        let claimed = match self.store.exchange(&self.unsettled, &seqs, now).await {
            Ok(claimed) => claimed,
            Err(error) => {
                for row in &going {
                    self.busy.remove(&row.chat);
                }
                let landed = self.unsettled.iter().filter(|settled| settled.flew());
                self.busy.extend(landed.map(|settled| settled.chat));
                return Err(anyhow::Error::from(error).context("the outbox cannot be written"));
            }
        };
        self.unsettled.clear();
        let all = claimed.len() == going.len();
        for row in going {
            self.held.remove(&(rank(row.purpose), row.seq));
            let Some(claim) = claimed.iter().find(|claim| claim.seq == row.seq) else {
                // Withdrawn at the last moment, or sent by somebody else.
                self.busy.remove(&row.chat);
                continue;
            };
            let telegram = self.telegram.clone();
            let store = self.store.clone();
            let claim = *claim;
            self.flights.spawn(async move {
                let result = fly(&telegram, &store, &row, &claim).await;
                Some(Landed { row, result })
            });
        }
        Ok(all)
    }

    /// Notes what became of a flight. A refused token ends everything.
    fn land(
        &mut self,
        landed: Result<Option<Landed>, tokio::task::JoinError>,
    ) -> Result<(), Trouble> {
        let Ok(Some(Landed { row, result })) = landed else {
            return Ok(());
        };
        let now = self.clock.now();
        let outcome = match result {
            Ok(message) => {
                self.metrics.sent.inc();
                self.metrics.telegram_reached.set(1);
                Outcome::Sent {
                    message,
                    live: row.purpose == Purpose::Screen,
                }
            }
            Err(Trouble::BadToken) => return Err(Trouble::BadToken),
            Err(trouble) => self.after(&row, trouble, now),
        };
        self.unsettled.push(Settled {
            seq: row.seq,
            chat: row.chat,
            result: outcome,
            at: now,
        });
        Ok(())
    }

    fn after(&mut self, row: &OutboxRow, trouble: Trouble, now: DateTime<Utc>) -> Outcome {
        match trouble {
            Trouble::Unreached | Trouble::NotAlone => {
                self.metrics.unreached.inc();
                self.metrics.telegram_reached.set(0);
                Outcome::Retry {
                    not_before: now + pause_after(row.attempts),
                }
            }
            Trouble::InDoubt => in_doubt(row, now),
            Trouble::Wait(pause) => {
                let until = now + pause.max(TimeDelta::seconds(1));
                self.pace.freeze(until);
                Outcome::Retry { not_before: until }
            }
            Trouble::ChatMoved(to) => {
                self.moved.push((row.chat, to));
                Outcome::Retry { not_before: now }
            }
            Trouble::ChatClosed => {
                self.closed.push(row.chat);
                Outcome::Failed {
                    why: "closed".into(),
                }
            }
            Trouble::BadToken
            | Trouble::MessageGone
            | Trouble::BadFormatting
            | Trouble::Refused(_) => {
                tracing::error!(outbox = row.seq, reason = %trouble, "a message was refused");
                self.metrics.refused.inc();
                Outcome::Failed {
                    why: "refused".into(),
                }
            }
        }
    }

    async fn settle(&mut self) -> anyhow::Result<()> {
        let settled = self.store.settle(&self.unsettled).await;
        settled.context("what became of messages cannot be noted")?;
        self.free_landed();
        self.unsettled.clear();
        while let Some(&(old, new)) = self.moved.last() {
            self.store.chat_migrated(old, new).await?;
            self.metrics.chats_moved.inc();
            self.moved.pop();
        }
        while let Some(&chat) = self.closed.last() {
            self.store.unreachable(chat, self.clock.now()).await?;
            self.closed.pop();
        }
        Ok(())
    }

    /// The chats of flights that have landed may have their next message, once these are settled.
    fn free_landed(&mut self) {
        for settled in &self.unsettled {
            if settled.flew() {
                self.busy.remove(&settled.chat);
            }
        }
    }

    async fn pause(&self, stop: &CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.clock.sleep(LOOK_EVERY) => {}
        }
    }
}

/// The place in the queue: danger before answers before reminders.
fn rank(purpose: Purpose) -> u8 {
    match purpose {
        Purpose::Danger(_) => 0,
        Purpose::Screen | Purpose::Receipt | Purpose::News => 1,
        Purpose::Reminder => 2,
    }
}

/// Whether a screen takes the place of an older one, which must not be shown after it. Two that change different
/// messages leave each other alone.
fn replaces(newer: &OutboxRow, older: &OutboxRow) -> bool {
    let same_place = newer.edit.is_none() || older.edit.is_none() || newer.edit == older.edit;
    newer.seq > older.seq && same_place
}

/// What to do with a row that may or may not have arrived.
fn in_doubt(row: &OutboxRow, now: DateTime<Utc>) -> Outcome {
    let again = |after: TimeDelta| Outcome::Doubt {
        not_before: now + after,
        then: InDoubt::Resend,
    };
    match (row.purpose, row.edit) {
        // Editing again changes nothing that has been changed.
        (Purpose::Screen, Some(_)) => Outcome::Retry { not_before: now },
        // The next input redraws it.
        (Purpose::Screen, None) => Outcome::Doubt {
            not_before: now,
            then: InDoubt::Expire,
        },
        (Purpose::Receipt | Purpose::News, _) if row.repeats == 0 => again(RECEIPT_AGAIN),
        (Purpose::Reminder, _) if row.repeats == 0 => again(REMINDER_AGAIN),
        (Purpose::Receipt | Purpose::News | Purpose::Reminder, _) => Outcome::Failed {
            why: "in_doubt_twice".into(),
        },
        // Until it is acknowledged; the claim withdraws it then.
        (Purpose::Danger(_), _) => again(RECEIPT_AGAIN),
    }
}

fn pause_after(attempts: i32) -> TimeDelta {
    let doublings = u32::try_from(attempts).unwrap_or_default().min(5);
    TimeDelta::seconds(1i64 << doublings).min(LONGEST_PAUSE)
}
