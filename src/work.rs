//! Handles: stored updates come in, in order per person; what [`step`] decides is committed in one transaction.
//!
//! Follow one message: claim → read → load the world → understand → step → render → commit → hand over.
//! Many updates of different people share one transaction, so that one flush of the disk serves all of them. If
//! anything in it fails, all of it is rolled back and each update gets a transaction of its own, so that a
//! poisonous one takes nobody with it.
//!
//! Long because one message is followed from its claim to its handover without leaving the file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use anyhow::Context as _;
use chrono::TimeDelta;
use serde_json::Value;
use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::core::calling::way;
use crate::core::effect::{Effect, Step};
use crate::core::event::{Event, Happened};
use crate::core::id::{AlertId, ChatId, DraftId, MediaId, PersonId, UserId};
use crate::core::menu::visit_by_code;
use crate::core::people::Language;
use crate::core::place::Place;
use crate::core::press::{InDraft, Press};
use crate::core::screen::{Line, Reader, Screen};
use crate::core::step::{instead, needs, screen, step};
use crate::core::world::{Need, Programme, World};
use crate::ids;
use crate::letters::{self, Origin, reader};
use crate::metrics::Metrics;
use crate::programme::in_force::InForce;
use crate::store::mail::{Outgoing, Waiting};
use crate::store::step::{Committing, Who};
use crate::store::{Store, Tx};
use crate::telegram::deliver::Errand;
use crate::telegram::reading::{Received, read};
use crate::words::{Words, understand};

/// Updates that may share a transaction.
const TOGETHER: i64 = 128;
/// Tries before an update is given up; a person must look at it then.
const TRIES: i32 = 3;
/// The database is asked this often for updates that nobody announced.
const LOOK_EVERY: TimeDelta = TimeDelta::seconds(1);
/// More rounds of needs than this mean that [`needs`] asks for ever.
const ROUNDS: usize = 8;

/// Whose event it is when a danger is looked at: nobody's. Telegram has no user or chat of this number.
const NOBODY: (UserId, ChatId) = (UserId(0), ChatId(0));

/// Handles what the inbox holds.
#[derive(Clone)]
pub struct Worker {
    /// Where everything is kept.
    pub store: Store,
    /// What holds for everybody.
    pub programme: Arc<InForce>,
    /// The words of all languages.
    pub words: Arc<Words>,
    /// The clock.
    pub clock: Clock,
    /// The counters.
    pub metrics: Metrics,
    /// Notified when updates have arrived.
    pub arrived: Arc<Notify>,
    /// Notified when something else may be due.
    pub stirred: Arc<Notify>,
    /// To the postman.
    pub post: mpsc::UnboundedSender<Errand>,
}

/// What the clock brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A draft has rested.
    Draft(DraftId),
    /// Something has come due for a person.
    Reminders(PersonId),
    /// A file of settings was looked at.
    Trial(MediaId),
    /// Somebody may have to be called about a danger.
    Danger(AlertId),
}

/// What is handed to the postman once its transaction is committed.
#[derive(Default)]
struct Handover {
    errands: Vec<Errand>,
    /// Not in the outbox yet.
    messages: Vec<Outgoing>,
    /// Reminders that had become of no use.
    missed: u64,
    /// Whether something else may be due.
    stirs: bool,
}

impl Worker {
    /// Handles updates until told to stop; waits while the database is away.
    pub async fn run(self, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let arrived = self.arrived.notified();
            let handled = match self.once().await {
                Ok(handled) => handled,
                Err(error) => {
                    tracing::error!(
                        error = format!("{error:#}"),
                        "updates wait for the database"
                    );
                    0
                }
            };
            if handled == 0 {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = arrived => {}
                    () = self.clock.sleep(LOOK_EVERY) => {}
                }
            }
        }
    }

    /// Handles the updates that are ready, at most one of each person; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn once(&self) -> anyhow::Result<usize> {
        let mut tx = self.store.begin().await?;
        let waiting = tx.claim_updates(TOGETHER, self.clock.now()).await?;
        if waiting.is_empty() {
            tx.rollback().await?;
            return Ok(0);
        }
        match self.handle(tx, &waiting).await {
            Ok(handover) => {
                self.metrics.handled.inc_by(waiting.len() as u64);
                self.hand_over(handover);
            }
            Err(error) => {
                if waiting.len() == 1 {
                    self.give_way(&waiting[0], &error).await?;
                } else {
                    self.one_by_one(waiting.len()).await?;
                }
            }
        }
        Ok(waiting.len())
    }

    /// The same updates, each in a transaction of its own.
    async fn one_by_one(&self, count: usize) -> anyhow::Result<()> {
        for _ in 0..count {
            let mut tx = self.store.begin().await?;
            let waiting = tx.claim_updates(1, self.clock.now()).await?;
            let Some(update) = waiting.first() else {
                tx.rollback().await?;
                return Ok(());
            };
            match self.handle(tx, &waiting).await {
                Ok(handover) => {
                    self.metrics.handled.inc();
                    self.hand_over(handover);
                }
                Err(error) => self.give_way(update, &error).await?,
            }
        }
        Ok(())
    }

    /// A failed update waits a little, so that others go first, and is given up after a few tries.
    async fn give_way(&self, update: &Waiting, error: &anyhow::Error) -> anyhow::Result<()> {
        let passing = error.downcast_ref::<crate::store::Error>();
        if passing.is_some_and(crate::store::Error::may_pass) {
            // The database's trouble, not the update's: it keeps its place and its tries.
            anyhow::bail!("the database fails: {error:#}");
        }
        let tries = update.attempts + 1;
        let dead = tries >= TRIES;
        let next = (!dead).then(|| self.clock.now() + TimeDelta::seconds(1 << tries));
        tracing::error!(
            inbox = update.seq,
            tries,
            dead,
            error = format!("{error:#}"),
            "an update failed"
        );
        self.metrics.failed.inc();
        if dead {
            self.metrics.dead.inc();
        }
        let mut tx = self.store.begin().await?;
        tx.fail_update(update.seq, "failed", next, self.clock.now())
            .await?;
        tx.commit().await?;
        match (tries, dead) {
            (1, false) => self.admit(update, Line::NotSavedYet),
            (_, true) => self.admit(update, Line::NotSaved),
            (_, false) => {}
        }
        Ok(())
    }

    /// Tells whoever sent an update that it is not saved; they are owed the truth and no more.
    fn admit(&self, update: &Waiting, line: Line) {
        let text = update.body.as_deref();
        let body: Option<Value> = text.and_then(|text| serde_json::from_str(text).ok());
        let Some(received) = body.as_ref().and_then(read) else {
            return;
        };
        let spoken = received
            .language
            .filter(|language| self.programme.start().languages.contains(language));
        let reader = Reader {
            language: spoken.unwrap_or_else(Language::english),
            zone: self.programme.start().zone,
            now: self.clock.now(),
        };
        let message = Box::new(self.words.render(&Screen::of([line]), &reader));
        drop(self.post.send(Errand::Notice {
            chat: received.chat,
            message,
        }));
    }

    /// Handles updates of different people and makes what follows last, all of it or nothing.
    async fn handle(&self, mut tx: Tx, waiting: &[Waiting]) -> anyhow::Result<Handover> {
        match self.handle_within(&mut tx, waiting).await {
            Ok(handover) => {
                tx.commit().await?;
                Ok(handover)
            }
            Err(error) => {
                tx.rollback().await?;
                Err(error)
            }
        }
    }

    /// The same within its transaction. Who they are, the drafts they go on with, and what is sent to them, is one
    /// statement each for all of them: a statement's way to the database costs more than its work there.
    async fn handle_within(&self, tx: &mut Tx, waiting: &[Waiting]) -> anyhow::Result<Handover> {
        let mut handover = Handover::default();
        let mut events = Vec::with_capacity(waiting.len());
        for update in waiting {
            let Some((origin, happened)) = origin(update)? else {
                continue;
            };
            match happened {
                Some(happened) => events.push((origin, happened)),
                None => handover.errands.extend(answer(&origin, None)),
            }
        }
        // They are of different people, so any order will do; in this one, transactions that run beside each other
        // wait for a chat in turn and never in a circle.
        events.sort_by_key(|(origin, _)| origin.chat);
        let asked: Vec<(UserId, ChatId)> = events
            .iter()
            .map(|(origin, _)| (origin.user, origin.chat))
            .collect();
        let known = if asked.is_empty() {
            Vec::new()
        } else {
            tx.who(&asked).await?
        };
        let programme = self.programme.read(tx).await?;
        // One moment for all: what is written in one moment is written together.
        let at = self.clock.now();
        let mut undecided = Vec::with_capacity(events.len());
        for ((origin, happened), who) in events.into_iter().zip(known) {
            let fresh = ids::fresh(at);
            let event = Event {
                at,
                happened,
                fresh,
            };
            undecided.push((self.world(&programme, &origin, who), origin, event));
        }
        let drafts = undecided.iter().flat_map(|(world, _, event)| {
            let asking = world.person.as_ref().map(|person| person.id);
            needs(world, event).into_iter().filter_map(move |need| {
                let Need::Draft(draft) = need else {
                    return None;
                };
                Some((asking, draft))
            })
        });
        tx.foresee_drafts(&drafts.collect::<Vec<_>>()).await?;
        for (world, origin, event) in undecided {
            self.decide(tx, &origin, world, event, &mut handover)
                .await?;
            tracing::debug!(event = origin.key, "an update is decided");
        }
        self.post(tx, &mut handover).await?;
        let seqs: Vec<i64> = waiting.iter().map(|update| update.seq).collect();
        tx.finish_updates(&seqs, at).await?;
        Ok(handover)
    }

    /// Puts the messages of all that was decided into the outbox.
    async fn post(&self, tx: &mut Tx, handover: &mut Handover) -> anyhow::Result<()> {
        handover.stirs = tx.stirs();
        let messages = std::mem::take(&mut handover.messages);
        if !messages.is_empty() {
            let rows = tx.post(messages, self.clock.now()).await?;
            let rows = rows.into_iter().map(|row| Errand::Row(Box::new(row)));
            handover.errands.extend(rows);
        }
        Ok(())
    }

    /// Puts what the clock brings through the same door as an update.
    ///
    /// # Errors
    /// When the database fails or deciding does.
    pub async fn ring(&self, due: Due) -> anyhow::Result<()> {
        let mut handover = Handover::default();
        let mut tx = self.store.begin().await?;
        let decided = self.decide_due(&mut tx, due, &mut handover).await;
        if let Err(error) = decided {
            tx.rollback().await?;
            return Err(error);
        }
        tx.commit().await?;
        self.hand_over(handover);
        Ok(())
    }

    async fn decide_due(
        &self,
        tx: &mut Tx,
        due: Due,
        handover: &mut Handover,
    ) -> anyhow::Result<()> {
        let at = self.clock.now();
        let (owner, happened, which) = match due {
            Due::Draft(draft) => {
                let owner = tx.draft_owner(draft).await?;
                (owner, Happened::DraftDue(draft), draft.0)
            }
            Due::Reminders(person) => {
                let owner = tx.reach(person, at).await?;
                (owner, Happened::RemindersDue, person.0)
            }
            Due::Trial(trial) => {
                let owner = tx.trial_owner(trial).await?;
                (owner, Happened::TrialDue(trial), trial.0)
            }
            Due::Danger(alert) => (Some(NOBODY), Happened::DangerDue(alert), alert.0),
        };
        let Some((user, chat)) = owner else {
            return Ok(());
        };
        let event = Event {
            at,
            happened,
            fresh: ids::fresh(at),
        };
        let origin = Origin {
            user,
            chat,
            name: String::new(),
            language: None,
            callback: None,
            hurried: false,
            update: None,
            key: format!("due:{which}:{}", at.timestamp_micros()),
        };
        let programme = self.programme.read(tx).await?;
        for who in tx.who(&[(user, chat)]).await? {
            let world = self.world(&programme, &origin, who);
            self.decide(tx, &origin, world, event.clone(), handover)
                .await?;
        }
        self.post(tx, handover).await
    }

    /// One event, from the world it can touch to everything that follows.
    async fn decide(
        &self,
        tx: &mut Tx,
        origin: &Origin,
        world: World,
        event: Event,
        handover: &mut Handover,
    ) -> anyhow::Result<()> {
        let (world, event) = self.load(tx, origin, world, event).await?;
        let step = catch_unwind(AssertUnwindSafe(|| step(&world, &event)))
            .map_err(|_| anyhow::anyhow!("deciding panicked"))?;
        let messages = letters::messages(&self.words, &world, &event, origin, &step);
        let toast = letters::toast(&self.words, &world, &event, origin, &step);
        let committing = Committing {
            world: &world,
            event: &event,
            user: origin.user,
            update: origin.update,
            step: &step,
            key: &origin.key,
        };
        tx.commit_step(committing).await?;
        handover.missed += missed(&step);
        handover.messages.extend(messages);
        handover.errands.extend(answer(origin, toast));
        Ok(())
    }

    /// The world of one who wrote, before anything else of it is loaded.
    fn world(&self, programme: &Arc<Programme>, origin: &Origin, who: Who) -> World {
        let mut world = World::new(Arc::clone(programme), who.chat, who.person);
        world.sender_name.clone_from(&origin.name);
        world.sender_language.clone_from(&origin.language);
        world.vocabulary = self.words.vocabulary(&world.language());
        world
    }

    /// Loads what the event can touch; a typed text that names a shown button becomes that press, and a press that does
    /// nothing one that nobody knows.
    async fn load(
        &self,
        tx: &mut Tx,
        origin: &Origin,
        mut world: World,
        mut event: Event,
    ) -> anyhow::Result<(World, Event)> {
        self.load_needs(tx, &mut world, origin.user, &event).await?;
        if let Some(press) = self.understood(&world, &event) {
            event.happened = press;
            self.load_needs(tx, &mut world, origin.user, &event).await?;
        }
        if let Some(unknown) = instead(&world, &event) {
            event.happened = unknown;
            world = world.unloaded();
            self.load_needs(tx, &mut world, origin.user, &event).await?;
        }
        Ok((world, event))
    }

    async fn load_needs(
        &self,
        tx: &mut Tx,
        world: &mut World,
        user: UserId,
        event: &Event,
    ) -> anyhow::Result<()> {
        for _ in 0..ROUNDS {
            let missing = needs(world, event);
            if missing.is_empty() {
                return Ok(());
            }
            for need in missing {
                if !world.loaded.contains(&need) {
                    tx.load(world, &need, user, event.at).await?;
                }
            }
        }
        anyhow::bail!("an event needs more and more of the world")
    }

    /// What a typed text means on the screen that the chat shows, if it names one of its buttons.
    fn understood(&self, world: &World, event: &Event) -> Option<Happened> {
        let Happened::Text {
            message,
            text,
            forwarded: false,
        } = &event.happened
        else {
            return None;
        };
        world.person.as_ref()?;
        let place =
            crate::core::joining::pending(world).unwrap_or_else(|| world.chat.place.clone());
        let shown = screen(world, event, &place);
        let rendered = self.words.render(&shown, &reader(world, event.at));
        // Within a form a number or the words of a choice are an answer. The form itself reads it, and remembers
        // the message, so that editing the message changes the answer.
        let numbers = !matches!(place, Place::Draft { .. });
        let press = understand(&rendered, &shown, text, numbers)
            .or_else(|| visit_by_code(world, &place, text))
            .or_else(|| self.calls(world, event, text))?;
        let answers = matches!(
            press,
            Press::Draft(
                _,
                _,
                InDraft::Choose(_) | InDraft::Tick(..) | InDraft::Day(_)
            )
        );
        (!answers).then_some(Happened::Press {
            press,
            message: world.chat.live.unwrap_or(*message),
        })
    }

    /// "I am not safe", typed by somebody of a family wherever they are.
    fn calls(&self, world: &World, event: &Event, text: &str) -> Option<Press> {
        let offered = Screen::default().row(vec![way(world)?]);
        let rendered = self.words.render(&offered, &reader(world, event.at));
        understand(&rendered, &offered, text, false)
    }

    fn hand_over(&self, handover: Handover) {
        self.metrics.missed.inc_by(handover.missed);
        if handover.stirs {
            self.stirred.notify_one();
        }
        for errand in handover.errands {
            // A postman that has stopped leaves the rows to the database.
            drop(self.post.send(errand));
        }
    }
}

/// Where a stored update came from and what it means; `None` where it says neither who nor where.
fn origin(update: &Waiting) -> anyhow::Result<Option<(Origin, Option<Happened>)>> {
    let body = update.body.as_ref();
    let body = body.context("the seal of the stored update does not open")?;
    let body: Value = serde_json::from_str(body).context("the stored update is not JSON")?;
    let Some(received) = read(&body) else {
        return Ok(None);
    };
    let Received {
        user,
        chat,
        name,
        language,
        message: _,
        callback,
        happened,
    } = received;
    let origin = Origin {
        user,
        chat,
        name,
        language,
        callback,
        hurried: update.crowded,
        update: Some(update.seq),
        key: format!("u{}", update.seq),
    };
    Ok(Some((origin, happened)))
}

/// Reminders that had become of no use before they could be told.
fn missed(step: &Step) -> u64 {
    let missed = step.effects.iter().map(|effect| match effect {
        Effect::Missed(reminded) => reminded.len() as u64,
        _ => 0,
    });
    missed.sum()
}

/// Every press is answered, with words or without.
fn answer(origin: &Origin, words: Option<String>) -> Option<Errand> {
    let callback = origin.callback.clone()?;
    Some(Errand::Answer { callback, words })
}
