//! A stage on which a conversation is played: lines of a script come in, what people and operators would notice
//! goes out. `kinkeeper talk` and the transcripts of the tests play on the same one, over real HTTP.
//!
//! Every part of the bot is built anew before each line and knows nothing but the database, so that each line is
//! also a test of a restart.
//!
//! Long because playing a line and noticing what it led to share the whole stage.

mod script;

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

pub use script::{Act, Cast, Member, Setup, parse_act, parse_duration, parse_setup};

use crate::app::{self, Base, Parts};
use crate::clock::Clock;
use crate::config::Settings;
use crate::core::case::Risk;
use crate::core::id::{AlertId, Code, ReportId, UserId};
use crate::core::people::{Language, Role};
use crate::core::report::ReportState;
use crate::due;
use crate::metrics::Metrics;
use crate::programme::invite::{Invited, invite};
use crate::simulator::{
    Contact, Faults, FileKind, Listening, NewPerson as NewPhone, PhoneFile, Press, ShownMessage,
    Simulator, Write,
};
use crate::store::output::Page;
use crate::store::programme::{NewCase, NewPerson};
use crate::telegram::calls::Telegram;

/// The token of the stage's bot; its simulator is the only one who knows it.
const TOKEN: &str = "7000000001:stage";
/// The team of everybody on the stage.
const TEAM: &str = "Team";
/// More rounds than this until nothing moves mean that something never rests.
const ROUNDS: usize = 200;
/// The first Telegram id of the cast.
const FIRST_USER: i64 = 9001;

/// A played conversation.
pub struct Stage {
    settings: Settings,
    simulator: Simulator,
    _listening: Listening,
    telegram: Telegram,
    base: Base,
    parts: Parts,
    clock: Clock,
    zone: Tz,
    cast: Vec<(String, i64)>,
    shown: BTreeMap<i64, Shown>,
    reports: BTreeMap<ReportId, ReportState>,
    alerts: BTreeMap<AlertId, Code>,
    last_token: String,
    back_up_at: Option<DateTime<Utc>>,
}

/// What a phone showed when it was last looked at.
#[derive(Default)]
struct Shown {
    messages: BTreeMap<i64, String>,
}

impl Stage {
    /// Sets the stage: a simulator, a bot on the database of `settings`, and the cast, who have agreed already.
    ///
    /// # Errors
    /// When any of it cannot be built.
    pub async fn set(settings: Settings, setup: &Setup) -> anyhow::Result<Self> {
        let clock = Clock::frozen(setup.now);
        let simulator = Simulator::new(clock.clone(), TOKEN.into());
        let listening = simulator.listen(([127, 0, 0, 1], 0).into()).await?;
        let telegram = Telegram::new(TOKEN, &format!("http://{}", listening.addr))?;
        let base = app::base(&settings, app::open_store(&settings).await?).await?;
        let me = app::introduce(&telegram, &settings).await?;
        base.store.set_username(me.id, &me.username).await?;
        let parts = app::parts(&base, &telegram, me.id, &clock, &Metrics::new(), 0);
        let mut stage = Self {
            settings,
            simulator,
            _listening: listening,
            telegram,
            base,
            parts,
            clock,
            zone: setup.zone,
            cast: Vec::new(),
            shown: BTreeMap::new(),
            reports: BTreeMap::new(),
            alerts: BTreeMap::new(),
            last_token: String::new(),
            back_up_at: None,
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
            Act::Says { who, what } => self.say(who, what).await?,
            Act::Presses { who, label } => {
                let person = self.person(who)?;
                let pressed = self.simulator.press(person, Press::labelled(label));
                let pressed = pressed.with_context(|| format!("{who} cannot press [{label}]"))?;
                self.rest().await?;
                let answer = pressed
                    .callback_query_id()
                    .map(|id| self.simulator.answer_to(id));
                if let Some(answer) = answer.transpose()?.flatten()
                    && !answer.text.is_empty()
                {
                    lines.push(format!("toast→{who}|  {}", answer.text));
                }
            }
            Act::Later(by) => self.clock.advance(*by),
            Act::Restart => self.restart().await?,
            Act::Down(by) => {
                self.simulator.set_faults(Faults {
                    outage: true,
                    ..Faults::default()
                });
                self.back_up_at = Some(self.clock.now() + *by);
            }
            Act::Invite { role, language: _ } => {
                let mut tx = self.base.store.begin().await?;
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
        self.rest().await?;
        self.notice(&mut lines).await?;
        Ok(lines)
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
        let health = self.base.store.health(self.clock.now()).await?;
        let left: i64 = health.inbox.values().chain(health.outbox.values()).sum();
        if left > 0 {
            bail!(
                "left over: inbox {:?}, outbox {:?}",
                health.inbox,
                health.outbox
            );
        }
        let findings = self.base.store.check().await?;
        if !findings.is_empty() {
            let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
            bail!("the check finds: {}", findings.join("; "));
        }
        if self.base.words.misses() > 0 {
            bail!("some words were missing in a language");
        }
        self.base.store.close().await;
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
        self.zone
    }

    async fn enter(&mut self, setup: &Setup) -> anyhow::Result<()> {
        let mut tx = self.base.store.begin().await?;
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
                    zone: Some(self.zone),
                    user: Some(UserId(user)),
                })
                .await?;
            }
        }
        for case in &setup.cases {
            let mut visits = Vec::new();
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
                if member.role == Role::Caseworker {
                    leads = person;
                } else {
                    visits.extend(person);
                }
            }
            tx.add_case(NewCase {
                code: case.code.clone(),
                alias: case.alias.clone(),
                risk: case.risk.unwrap_or(Risk::Medium),
                team,
                zone: self.zone,
                opened_on: case
                    .opened_on
                    .unwrap_or_else(|| setup.now.with_timezone(&self.zone).date_naive()),
                leads,
                visits,
                goals: case.goals.clone(),
                referrals: case.referrals.clone(),
            })
            .await?;
        }
        tx.commit().await?;
        for (user, cast) in (FIRST_USER..).zip(&setup.cast) {
            if cast.member.as_ref().is_some_and(|member| member.agreed) {
                self.simulator.start(user, None)?;
                self.rest().await?;
                let chat = self.simulator.chat(user, 0)?;
                let agree = chat.messages.last().and_then(|message| {
                    let button = message.buttons.first()?.first()?;
                    Some((message.id, button.text.clone()))
                });
                let (message_id, text) = agree.context("nobody asks for consent")?;
                self.simulator.press(user, Press::On { message_id, text })?;
                self.rest().await?;
                self.simulator.clear(user)?;
            }
        }
        self.notice(&mut Vec::new()).await
    }

    async fn say(&mut self, who: &str, what: &str) -> anyhow::Result<()> {
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
            "sticker" => drop(simulator.send_sticker(person, "👍")?),
            "contact" => drop(simulator.send_contact(person, Contact::default())?),
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
        self.base.store.close().await;
        self.base = app::base(&self.settings, app::open_store(&self.settings).await?).await?;
        Ok(())
    }

    /// Runs the parts, built anew, until nothing moves.
    async fn rest(&mut self) -> anyhow::Result<()> {
        let bot = self.telegram_bot();
        self.parts = app::parts(
            &self.base,
            &self.telegram,
            bot,
            &self.clock,
            &Metrics::new(),
            0,
        );
        self.parts.postman.recover().await?;
        for _ in 0..ROUNDS {
            // While Telegram is away nothing is fetched, and that is all there is to see.
            let received = self.parts.receiver.once().await.unwrap_or(0);
            let handled = self.parts.worker.once().await?;
            let due = due::once(&self.parts.worker).await?;
            let sent = self.parts.postman.once().await?;
            let kept = self.parts.keeper.once().await?;
            let away = self.back_up_at.is_some();
            if received + handled + due + kept == 0 && (sent == 0 || away) {
                return Ok(());
            }
        }
        bail!("the bot does not come to rest")
    }

    fn telegram_bot(&self) -> i64 {
        TOKEN
            .split(':')
            .next()
            .and_then(|id| id.parse().ok())
            .unwrap_or_default()
    }

    /// What changed on the phones and in the records since the last look.
    async fn notice(&mut self, lines: &mut Vec<String>) -> anyhow::Result<()> {
        for (name, user) in self.cast.clone() {
            let chat = self.simulator.chat(user, 0)?;
            let before = self.shown.entry(user).or_default();
            let mut now = BTreeMap::new();
            for message in chat.messages.iter().filter(|message| message.from == "bot") {
                let text = printed(message);
                let old = before.messages.get(&message.id);
                match old {
                    None => lines.extend(block(&format!("bot→{name}|"), &text)),
                    Some(old) if *old != text => {
                        let stripped = old.starts_with(&text) && !text.is_empty();
                        if !stripped {
                            lines.extend(block(&format!("bot→{name}~"), &text));
                        }
                    }
                    Some(_) => {}
                }
                now.insert(message.id, text);
            }
            before.messages = now;
        }
        self.notice_records(lines).await
    }

    async fn notice_records(&mut self, lines: &mut Vec<String>) -> anyhow::Result<()> {
        let page = Page {
            since: DateTime::<Utc>::UNIX_EPOCH,
            after: None,
            limit: 1000,
            sealed: false,
        };
        for row in self.base.store.reports(&page).await? {
            let known = self.reports.insert(row.id, row.state);
            match (known, row.state) {
                (None, ReportState::Sent) => {
                    let visit = serde_json::to_value(&row.visit)?;
                    let typed = [
                        "happened_on",
                        "danger",
                        "seen",
                        "worries",
                        "wellbeing",
                        "next_on",
                    ];
                    let typed = typed.iter().filter_map(|field| {
                        let value = &visit[*field];
                        let blank = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
                        (!blank).then(|| format!(" {field} {}", plain(value)))
                    });
                    let goals: Vec<String> = row
                        .visit
                        .goals
                        .iter()
                        .map(|(_, score)| score.to_string())
                        .collect();
                    let goals = if goals.is_empty() {
                        String::new()
                    } else {
                        format!(" goals {}", goals.join(","))
                    };
                    let typed: String = typed.collect();
                    lines.push(format!("save|    visit {}{typed}{goals}", row.code));
                }
                (Some(before), state) if before != state => {
                    let state = plain(&serde_json::to_value(state)?);
                    lines.push(format!("save|    visit {} is {state}", row.code));
                }
                (None | Some(_), _) => {}
            }
        }
        let open = self.base.store.open_alerts().await?;
        for alert in &open {
            if self.alerts.insert(alert.id, alert.code.clone()).is_none() {
                lines.push(format!("alert|   {} danger", alert.code));
            }
        }
        let taken: Vec<AlertId> = self
            .alerts
            .keys()
            .filter(|id| !open.iter().any(|alert| alert.id == **id))
            .copied()
            .collect();
        for id in taken {
            if let Some(code) = self.alerts.remove(&id) {
                lines.push(format!("alert|   {code} taken"));
            }
        }
        Ok(())
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

/// A message as a script prints it: its lines, then its rows of buttons.
fn printed(message: &ShownMessage) -> String {
    let mut text: Vec<String> = message
        .text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(visible)
        .collect();
    for row in &message.buttons {
        let row: Vec<String> = row
            .iter()
            .map(|button| format!("[{}]", visible(&button.text)))
            .collect();
        text.push(row.join(" "));
    }
    if message.protected {
        text.push("(cannot be forwarded)".into());
    }
    text.join("\n")
}

/// Without the marks that keep inserted text apart, which nobody sees.
fn visible(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn block(head: &str, text: &str) -> Vec<String> {
    let indent = " ".repeat(head.chars().count() - 1);
    let rows = text.lines().enumerate();
    rows.map(|(nth, row)| match nth {
        0 => format!("{head}  {row}"),
        _ => format!("{indent}|  {row}"),
    })
    .collect()
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            items.join("+")
        }
        other => other.to_string(),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
