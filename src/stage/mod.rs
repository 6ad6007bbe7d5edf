//! A stage on which a conversation is played: lines of a script come in, what people and operators would notice
//! goes out. `kinkeeper talk` and the transcripts of the tests play on the same one, over real HTTP.
//!
//! Every part of the bot is built anew before each line and knows nothing but the database, so that each line is
//! also a test of a restart.
//!
//! Long because playing a line and noticing what it led to share the whole stage.

mod again;
mod drawn;
mod notice;
mod receiver;
mod script;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

pub use again::Button;
pub use script::{Act, Cast, Member, Setup, parse_act, parse_duration, parse_setup};

use drawn::Drawn;
use receiver::Receiver;

use crate::app::{self, Base, Parts};
use crate::clock::Clock;
use crate::config::Settings;
use crate::core::case::Risk;
use crate::core::id::{AlertId, Code, ReportId, UserId};
use crate::core::people::{Language, Role};
use crate::core::report::ReportState;
use crate::core::stage;
use crate::metrics::Metrics;
use crate::programme::invite::{Invited, invite};
use crate::second::Ways;
use crate::simulator::{
    Contact, Faults, FileKind, Listening, NewPerson as NewPhone, PhoneFile, Press, Simulator, Write,
};
use crate::store::programme::{NewCase, NewPerson};
use crate::telegram::calls::Telegram;

/// The token of the stage's bot; its simulator is the only one who knows it.
/// Where the stage says that the bot's own pages are.
const PAGES: &str = "https://kinkeeper.example";
const TOKEN: &str = "7000000001:stage";
/// The team of everybody on the stage.
const TEAM: &str = "Team";
/// Telegram forgets a press after this long, and the phone stops waiting for its answer.
const PRESS_LIVES: TimeDelta = TimeDelta::seconds(150);
/// The first Telegram id of the cast.
const FIRST_USER: i64 = 9001;

/// A played conversation.
pub struct Stage {
    settings: Settings,
    simulator: Simulator,
    _listening: Listening,
    telegram: Telegram,
    /// `None` only between two lives of the bot.
    base: Option<Base>,
    clock: Clock,
    /// The programme's zone and emergency numbers.
    programme: (Tz, Vec<String>),
    cast: Vec<(String, i64)>,
    shown: BTreeMap<i64, Shown>,
    reports: BTreeMap<ReportId, ReportState>,
    alerts: BTreeMap<AlertId, Code>,
    undelivered: i64,
    waiting: Vec<Waiting>,
    last_token: String,
    drawn: Drawn,
    back_up_at: Option<DateTime<Utc>>,
    receiver: Receiver,
}

/// A press that Telegram has not seen answered.
struct Waiting {
    who: String,
    query: String,
    since: DateTime<Utc>,
}

/// What a phone showed when it was last looked at.
#[derive(Default)]
struct Shown {
    messages: BTreeMap<i64, String>,
    /// The buttons in place of the keyboard.
    keyboard: String,
}

impl Stage {
    /// Sets the stage: a simulator, a bot on the database of `settings`, and the cast, who have agreed already.
    ///
    /// # Errors
    /// When any of it cannot be built.
    pub async fn set(settings: Settings, setup: &Setup) -> anyhow::Result<Self> {
        let settings = settings.with_public_url(PAGES.into());
        let clock = Clock::frozen(setup.now);
        let simulator = Simulator::new(clock.clone(), TOKEN.into());
        let listening = simulator.listen(([127, 0, 0, 1], 0).into()).await?;
        let telegram = Telegram::new(TOKEN, &format!("http://{}", listening.addr))?;
        let receiver = Receiver::listen().await?;
        let programme = (setup.zone, setup.emergency.clone());
        let base = live(&settings, &programme, &receiver).await?;
        let me = app::introduce(&telegram, &settings).await?;
        base.store.set_username(me.id, &me.username).await?;
        let mut stage = Self {
            settings,
            simulator,
            _listening: listening,
            telegram,
            base: Some(base),
            clock,
            programme,
            cast: Vec::new(),
            shown: BTreeMap::new(),
            reports: BTreeMap::new(),
            alerts: BTreeMap::new(),
            undelivered: 0,
            waiting: Vec::new(),
            last_token: String::new(),
            drawn: Drawn::default(),
            back_up_at: None,
            receiver,
        };
        stage.enter(setup).await?;
        Ok(stage)
    }

    /// Plays one act and returns the lines that people and operators would notice, in order.
    ///
    /// # Errors
    /// When the act cannot be played, such as a press of a button that no message shows.
    pub async fn play(&mut self, act: &Act) -> anyhow::Result<Vec<String>> {
        let mut lines = Vec::new();
        match act {
            Act::Says { who, what } => self.say(who, &self.drawn.reveal(what)).await?,
            Act::Presses {
                who,
                label,
                further_up,
            } => {
                let person = self.person(who)?;
                let label = &self.drawn.reveal(label);
                let press = if *further_up {
                    self.further_up(person, label)?
                } else {
                    Press::labelled(label)
                };
                let pressed = self.send_press(who, press);
                pressed.with_context(|| format!("{who} cannot press [{label}]"))?;
            }
            Act::Later(by) => {
                self.clock.advance(*by);
                self.polled_meanwhile().await?;
            }
            Act::Restart => self.restart().await?,
            Act::Down(by) => {
                self.simulator.set_faults(Faults {
                    outage: true,
                    ..Faults::default()
                });
                self.back_up_at = Some(self.clock.now() + *by);
            }
            Act::LockScreen { who } => {
                let person = self.person(who)?;
                lines.extend(notice::locked(who, &self.simulator.lock_screen(person)?));
            }
            Act::Commands { who } => {
                let chat = self.simulator.chat(self.person(who)?, 0)?;
                lines.extend(notice::commands(who, &chat.commands));
            }
            Act::Buttons { who } => {
                let chat = self.simulator.chat(self.person(who)?, 0)?;
                lines.extend(notice::buttons(who, &chat.messages));
            }
            Act::Chat { who } => {
                let chat = self.simulator.chat(self.person(who)?, 0)?;
                lines.extend(notice::held(who, &chat.messages));
            }
            Act::Invite { role } => {
                let mut tx = self.base().store.begin().await?;
                let team = Some(tx.add_team(TEAM).await?);
                let invited = Invited {
                    role: *role,
                    team,
                    person: None,
                    name: None,
                };
                self.last_token = invite(&mut tx, invited, self.clock.now()).await?;
                tx.commit().await?;
            }
        }
        if self.back_up_at.is_some_and(|at| at <= self.clock.now()) {
            self.back_up_at = None;
            self.simulator.set_faults(Faults::default());
        }
        // Whoever has just acted holds the phone and sees what comes back.
        let acts = match act {
            Act::Says { who, .. } | Act::Presses { who, .. } => Some(who.as_str()),
            Act::Later(_)
            | Act::Restart
            | Act::Down(_)
            | Act::Invite { .. }
            | Act::LockScreen { .. }
            | Act::Commands { .. }
            | Act::Buttons { .. }
            | Act::Chat { .. } => None,
        };
        self.come_to_rest(acts, lines).await
    }

    /// Lets the bot do what follows, and adds what would be noticed to these lines.
    async fn come_to_rest(
        &mut self,
        acts: Option<&str>,
        mut lines: Vec<String>,
    ) -> anyhow::Result<Vec<String>> {
        self.rest().await?;
        self.notice(&mut lines).await?;
        if let Some(who) = acts {
            self.simulator.opened(self.person(who)?)?;
        }
        Ok(lines.iter().map(|line| self.drawn.hide(line)).collect())
    }

    /// Ends the play: whatever was left over is an error.
    ///
    /// # Errors
    /// Names what is left.
    pub async fn end(self) -> anyhow::Result<()> {
        let waiting = self.simulator.pending_updates().len();
        if waiting > 0 {
            bail!("{waiting} updates were never fetched");
        }
        let health = self.base().store.health(self.clock.now()).await?;
        // Messages that could not be delivered were noticed, so they are not left over.
        let ended = |state: &&String| *state == "failed";
        let outbox = health.outbox.iter().filter(|(state, _)| !ended(state));
        let left: i64 = health
            .inbox
            .iter()
            .chain(outbox)
            .map(|(_, count)| count)
            .sum();
        if left > 0 {
            bail!(
                "left over: inbox {:?}, outbox {:?}",
                health.inbox,
                health.outbox
            );
        }
        // A danger that nobody has taken was noticed, too; everything else must hold.
        let mut findings = self.base().store.check().await?;
        findings.retain(|finding| finding.invariant != "I6");
        if !findings.is_empty() {
            let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
            bail!("the check finds: {}", findings.join("; "));
        }
        if self.base().words.misses() > 0 {
            bail!("some words were missing in a language");
        }
        self.base().store.close().await;
        Ok(())
    }

    /// The instant that the stage's clock shows.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The stage's zone.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.programme.0
    }

    async fn enter(&mut self, setup: &Setup) -> anyhow::Result<()> {
        let mut tx = self.base().store.begin().await?;
        let team = tx.add_team(TEAM).await?;
        for (user, Cast { name, member, .. }) in (FIRST_USER..).zip(&setup.cast) {
            self.cast.push((name.clone(), user));
            self.simulator.add_person(NewPhone {
                id: Some(user),
                first_name: capital(name),
                language_code: member.as_ref().map(|member| member.language.clone()),
                note: member.as_ref().map(|member| member.role.word().to_owned()),
                started: member.is_some(),
                ..NewPhone::default()
            });
            if let Some(member) = member {
                tx.add_person(NewPerson {
                    name: capital(name),
                    role: member.role,
                    team: (member.role != Role::Manager).then_some(team),
                    language: Some(Language(member.language.clone())),
                    zone: Some(self.zone()),
                    user: Some(UserId(user)),
                })
                .await?;
            }
        }
        self.drawn.given = setup.cases.iter().map(|case| case.code.clone()).collect();
        for service in &setup.services {
            tx.list_service(service.clone()).await?;
        }
        for case in &setup.cases {
            let mut visits = Vec::new();
            let mut family = Vec::new();
            let mut leads = None;
            for (user, cast) in (FIRST_USER..).zip(&setup.cast) {
                let Some(member) = cast
                    .member
                    .as_ref()
                    .filter(|member| member.cases.contains(&case.code))
                else {
                    continue;
                };
                let person = tx.person_by_user(UserId(user)).await?;
                match member.role {
                    Role::Caseworker => leads = person,
                    Role::Family => family.extend(person),
                    Role::Volunteer | Role::Supervisor | Role::Manager => visits.extend(person),
                }
            }
            tx.add_case(NewCase {
                code: case.code.clone(),
                alias: case.alias.clone(),
                risk: case.risk.unwrap_or(Risk::Medium),
                stage: case.stage.unwrap_or(stage::Stage::Implementation),
                team,
                zone: self.zone(),
                opened_on: case
                    .opened_on
                    .unwrap_or_else(|| setup.now.with_timezone(&self.zone()).date_naive()),
                leads,
                visits,
                family,
                goals: case.goals.clone(),
                referrals: case.referrals.clone(),
            })
            .await?;
        }
        tx.commit().await?;
        for (user, cast) in (FIRST_USER..).zip(&setup.cast) {
            if cast.member.as_ref().is_some_and(|member| member.agreed) {
                agree(&self.simulator, &mut self.parts(), user).await?;
                self.simulator.clear(user)?;
            }
        }
        self.notice(&mut Vec::new()).await
    }

    async fn say(&self, who: &str, what: &str) -> anyhow::Result<()> {
        let person = self.person(who)?;
        let simulator = &self.simulator;
        if let Some(payload) = what.strip_prefix("/start ") {
            let token = payload.replace("$INVITATION", &self.last_token);
            simulator.start(person, Some(&token))?;
        } else if what == "/start" {
            simulator.start(person, None)?;
        } else if let Some(act) = what.strip_prefix('(').and_then(|act| act.strip_suffix(')')) {
            self.act(person, act)?;
        } else {
            simulator.write(person, what)?;
        }
        self.rest().await
    }

    /// What a person does besides writing: `(voice)`, `(photo)`, `(sticker)`, `(edits: new words)` …
    fn act(&self, person: i64, act: &str) -> anyhow::Result<()> {
        let (kind, words) = act
            .split_once(':')
            .map_or((act, ""), |(kind, words)| (kind, words.trim()));
        let simulator = &self.simulator;
        match kind {
            "voice" => {
                let voice = PhoneFile::new(FileKind::Voice, &b"OggS stage voice note"[..]);
                simulator.send_file(person, voice)?;
            }
            "photo" => {
                let mut photo = PhoneFile::new(FileKind::Photo, &b"\xff\xd8\xff stage photo"[..]);
                photo.caption = (!words.is_empty()).then(|| words.to_owned());
                simulator.send_file(person, photo)?;
            }
            // The file of settings that came last, with some of them changed.
            "settings" => {
                let file = notice::settings(&self.last_document(person)?, words);
                simulator.send_file(person, PhoneFile::new(FileKind::Document, file))?;
            }
            "file" => {
                let file = PhoneFile::new(FileKind::Document, words);
                simulator.send_file(person, file)?;
            }
            "sticker" => drop(simulator.send_sticker(person, "👍")?),
            "contact" => {
                // Without a number it is their own.
                let contact = Contact {
                    phone_number: (!words.is_empty()).then(|| words.to_owned()),
                    ..Contact::default()
                };
                simulator.send_contact(person, contact)?;
            }
            "location" => drop(simulator.send_location(person, -1.29, 36.82)?),
            "forwards" => {
                let write = Write {
                    text: words.to_owned(),
                    forwarded_from: Some("Somebody".into()),
                    ..Write::default()
                };
                simulator.write_as(person, write)?;
            }
            "edits" => {
                let own = self.last_own(person)?;
                let write = Write {
                    text: words.to_owned(),
                    edit: Some(own),
                    ..Write::default()
                };
                simulator.write_as(person, write)?;
            }
            "blocks" => simulator.block(person)?,
            "unblocks" => simulator.unblock(person)?,
            "clears the chat" => simulator.clear(person)?,
            other => bail!("nobody knows how to do ({other})"),
        }
        Ok(())
    }

    /// The button with this label that stands under the last message but one that has it.
    fn further_up(&self, person: i64, label: &str) -> anyhow::Result<Press> {
        let chat = self.simulator.chat(person, 0)?;
        let mut having = chat.messages.iter().rev().filter(|message| {
            let mut buttons = message.buttons.iter().flatten();
            buttons.any(|button| button.text == label)
        });
        let before = having.nth(1);
        Ok(Press::On {
            message_id: before.context("no other message has that button")?.id,
            text: label.to_owned(),
        })
    }

    /// The text of the file that the bot sent last.
    fn last_document(&self, person: i64) -> anyhow::Result<String> {
        let chat = self.simulator.chat(person, 0)?;
        let mut sent = chat
            .messages
            .iter()
            .rev()
            .filter(|message| message.from == "bot");
        let file = sent.find_map(|message| message.media.as_ref());
        let file = file.context("no file was sent")?;
        let kept = self
            .simulator
            .media(&file.file_id)
            .context("the file is gone")?;
        Ok(String::from_utf8(kept.bytes.to_vec())?)
    }

    fn last_own(&self, person: i64) -> anyhow::Result<i64> {
        let chat = self.simulator.chat(person, 0)?;
        let own = chat
            .messages
            .iter()
            .rev()
            .find(|message| message.from == "me");
        Ok(own.context("there is no message to edit")?.id)
    }

    /// A new life on the same database.
    async fn restart(&mut self) -> anyhow::Result<()> {
        if let Some(base) = self.base.take() {
            base.store.close().await;
        }
        self.base = Some(live(&self.settings, &self.programme, &self.receiver).await?);
        Ok(())
    }

    fn base(&self) -> &Base {
        self.base.as_ref().expect("a restart brings a new life")
    }

    /// Runs the parts, built anew, until nothing moves.
    async fn rest(&self) -> anyhow::Result<()> {
        let mut parts = self.parts();
        parts.postman.recover().await?;
        parts.rest().await
    }

    /// While the clock of the stage leaps, a bot goes on polling.
    async fn polled_meanwhile(&self) -> anyhow::Result<()> {
        if self.back_up_at.is_none() {
            let bot = self.telegram_bot();
            let next = self.base().store.bot(bot).await?.next;
            let now = self.clock.now();
            self.base().store.receive(bot, &[], next, now).await?;
        }
        Ok(())
    }

    fn parts(&self) -> Parts {
        let bot = self.telegram_bot();
        let metrics = Metrics::new();
        app::parts(self.base(), &self.telegram, bot, &self.clock, &metrics, 0)
    }

    fn telegram_bot(&self) -> i64 {
        TOKEN
            .split(':')
            .next()
            .and_then(|id| id.parse().ok())
            .unwrap_or_default()
    }

    fn person(&self, who: &str) -> anyhow::Result<i64> {
        let found = self.cast.iter().find(|(name, _)| name == who);
        found
            .map(|(_, user)| *user)
            .with_context(|| format!("{who} is not in the cast"))
    }

    /// How long until Telegram is back, if it is away.
    #[must_use]
    pub fn away_for(&self) -> Option<TimeDelta> {
        self.back_up_at.map(|at| at - self.clock.now())
    }
}

/// Has somebody who has an account press Start and agree to the privacy words, as anybody does once.
///
/// # Errors
/// When the bot fails, or asks for no consent.
pub async fn agree(simulator: &Simulator, parts: &mut Parts, user: i64) -> anyhow::Result<()> {
    simulator.start(user, None)?;
    parts.rest().await?;
    let chat = simulator.chat(user, 0)?;
    let asked = chat.messages.last().and_then(|message| {
        let agree = message.buttons.first()?.first()?;
        Some((message.id, agree.text.clone()))
    });
    let (message_id, text) = asked.context("nobody asks for consent")?;
    simulator.press(user, Press::On { message_id, text })?;
    parts.rest().await
}

/// A life of the bot, in the programme of the stage's zone, which is called by webhook where nobody is in the chat.
async fn live(
    settings: &Settings,
    (zone, emergency): &(Tz, Vec<String>),
    receiver: &Receiver,
) -> anyhow::Result<Base> {
    let mut base = app::base(settings, app::open_store(settings).await?).await?;
    base.ways = Arc::new(Ways {
        email: None,
        webhook: Some(receiver.webhook.clone()),
    });
    let programme = Arc::make_mut(&mut base.programme);
    programme.zone = *zone;
    programme.profile.emergency.clone_from(emergency);
    programme.second_channels = base.ways.channels();
    Ok(base)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
