//! What people and operators would notice: the phones and the records come in, lines of a script go out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::bail;
use chrono::{DateTime, Utc};

use super::{PRESS_LIVES, Stage};
use crate::core::id::AlertId;
use crate::core::report::ReportState;
use crate::core::share::PATH;
use crate::second::webhook::Lacking;
use crate::simulator::{Notification, ShownMessage};
use crate::store::output::{Page, ReportRow};

impl Stage {
    /// What changed on the phones and in the records since the last look.
    pub(super) async fn notice(&mut self, lines: &mut Vec<String>) -> anyhow::Result<()> {
        self.notice_toasts(lines)?;
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
            let keyboard = in_place(chat.keyboard.as_ref());
            if before.keyboard != keyboard {
                let shown = match keyboard.is_empty() {
                    true => "(gone)",
                    false => &keyboard,
                };
                lines.extend(block(&format!("entry→{name}|"), shown));
                before.keyboard = keyboard;
            }
        }
        self.notice_records(lines).await
    }

    /// The words over the chat that answer presses. While Telegram is there, every press must be answered.
    fn notice_toasts(&mut self, lines: &mut Vec<String>) -> anyhow::Result<()> {
        let now = self.now();
        for press in std::mem::take(&mut self.waiting) {
            match self.simulator.answer_to(&press.query)? {
                Some(answer) if answer.text.is_empty() => {}
                Some(answer) => lines.push(format!("toast→{}|  {}", press.who, answer.text)),
                None if now - press.since >= PRESS_LIVES => {}
                None if self.away_for().is_some() => self.waiting.push(press),
                None => bail!("a press of {} was never answered", press.who),
            }
        }
        Ok(())
    }

    async fn notice_records(&mut self, lines: &mut Vec<String>) -> anyhow::Result<()> {
        let page = Page {
            since: DateTime::<Utc>::UNIX_EPOCH,
            after: None,
            limit: 1000,
            sealed: false,
        };
        for row in self.base().store.reports(&page).await? {
            let known = self.reports.insert(row.id, row.state);
            match (known, row.state) {
                (None, ReportState::Sent) => lines.push(saved(&row)?),
                (None, ReportState::Waiting) => lines.push(format!("{} waits", saved(&row)?)),
                (Some(ReportState::Waiting), ReportState::Sent) => {
                    lines.push(format!(
                        "save|    {} {} is approved",
                        row.form_name, row.code
                    ));
                }
                (Some(before), state) if before != state => {
                    let state = match state {
                        ReportState::Sent => "counts again",
                        ReportState::Superseded => "is superseded",
                        ReportState::Undone => "is undone",
                        ReportState::Waiting => "waits again",
                        ReportState::Returned => "is sent back",
                    };
                    lines.push(format!("save|    {} {} {state}", row.form_name, row.code));
                }
                (None | Some(_), _) => {}
            }
        }
        let open = self.base().store.open_alerts().await?;
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
        for heard in self.receiver.heard() {
            let event = match heard.event {
                Lacking::NobodyHasIt => "nobody has it",
                Lacking::NothingWritten => "nothing was written",
            };
            lines.push(format!(
                "hook|    {} {event} for {} minutes",
                heard.case, heard.minutes
            ));
        }
        self.notice_undelivered(lines).await
    }

    async fn notice_undelivered(&mut self, lines: &mut Vec<String>) -> anyhow::Result<()> {
        let health = self.base().store.health(self.now()).await?;
        let undelivered = health.outbox.get("failed").copied().unwrap_or_default();
        let more = undelivered - self.undelivered;
        if more > 0 {
            lines.push(format!("post|    {more} not delivered"));
        }
        self.undelivered = undelivered;
        Ok(())
    }
}

/// What a locked phone showed of the messages that came since its owner last looked.
pub(super) fn locked(who: &str, notifications: &[Notification]) -> Vec<String> {
    let texts = notifications.iter().flat_map(|notification| {
        let text: Vec<&str> = notification.text.split_whitespace().collect();
        block(&format!("lock→{who}|"), &visible(&text.join(" ")))
    });
    texts.collect()
}

/// What a phone lists under "/".
pub(super) fn commands(who: &str, commands: &[serde_json::Value]) -> Vec<String> {
    let lines = commands.iter().map(|listed| {
        let text = |field: &str| listed[field].as_str().unwrap_or_default().to_owned();
        format!("list→{who}|  /{} {}", text("command"), text("description"))
    });
    lines.collect()
}

/// The text of a file of settings with other values: `name value | name value`. One that it does not have is a new row.
pub(super) fn settings(file: &str, changes: &str) -> String {
    let mut rows: Vec<String> = file.lines().map(str::to_owned).collect();
    for change in changes
        .split('|')
        .map(str::trim)
        .filter(|change| !change.is_empty())
    {
        let (name, value) = change.split_once(' ').unwrap_or((change, ""));
        let row = format!("{name},{value}");
        let start = format!("{name},");
        match rows.iter_mut().find(|row| row.starts_with(&start)) {
            Some(known) => *known = row,
            None => rows.push(row),
        }
    }
    rows.join("\n")
}

/// The messages whose buttons can be tapped, each by its first line.
pub(super) fn buttons(who: &str, messages: &[ShownMessage]) -> Vec<String> {
    let with_buttons = messages
        .iter()
        .filter(|message| !message.buttons.is_empty());
    let lines = with_buttons.map(|message| {
        let first = message.text.lines().next().unwrap_or_default();
        let labels = message.buttons.iter().flatten();
        let labels: Vec<String> = labels
            .map(|button| format!("[{}]", visible(&button.text)))
            .collect();
        format!("keys→{who}|  {} {}", visible(first), labels.join(" "))
    });
    lines.collect()
}

/// All messages of a chat, each by its first line.
pub(super) fn held(who: &str, messages: &[ShownMessage]) -> Vec<String> {
    let lines = messages.iter().map(|message| {
        let first = message.text.lines().next().unwrap_or("(file)");
        format!("chat→{who}|  {}: {}", message.from, visible(first))
    });
    lines.collect()
}

/// A new report with its typed fields, as an export shows them.
fn saved(row: &ReportRow) -> anyhow::Result<String> {
    let visit = &row.visit;
    let fields = serde_json::to_value(visit)?;
    let mut line = format!("save|    {} {}", row.form_name, row.code);
    if row.supersedes.is_some() {
        line.push_str(" corrected");
    }
    for field in [
        "happened_on",
        "reason",
        "seen",
        "danger",
        "worries",
        "next_on",
    ] {
        let value = &fields[field];
        if !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()) {
            write!(line, " {field} {}", plain(value))?;
        }
    }
    let levels = visit.wellbeing.iter();
    let levels: Vec<String> = levels
        .map(|(area, level)| format!("{area} {level}"))
        .collect();
    // By value: ids drawn in one moment have no order.
    let mut goals: Vec<i64> = visit.goals.iter().map(|goal| goal.1).collect();
    goals.sort_unstable();
    let goals: Vec<String> = goals.iter().map(i64::to_string).collect();
    let mut referrals: Vec<&str> = visit.referrals.iter().map(|of| of.1.as_str()).collect();
    referrals.sort_unstable();
    for (field, values) in [
        ("wellbeing", levels.join(", ")),
        ("goals", goals.join(",")),
        ("referrals", referrals.join(",")),
    ] {
        if !values.is_empty() {
            write!(line, " {field} {values}")?;
        }
    }
    for (field, value) in &row.facts {
        match value {
            Some(value) => write!(line, " {field}={value}")?,
            // Words of people are not for whoever reads along.
            None => write!(line, " {field}")?,
        }
    }
    Ok(line)
}

/// A line without the end of a link that opens a summary, which is another in every play.
fn without_token(line: String) -> String {
    match line.split_once(PATH) {
        Some((before, token)) if before.contains("://") && !token.is_empty() => {
            format!("{before}{PATH}…")
        }
        Some(_) | None => line,
    }
}

/// A message as a script prints it: its lines, then its rows of buttons.
fn printed(message: &ShownMessage) -> String {
    let mut text: Vec<String> = message
        .text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(visible)
        .map(without_token)
        .collect();
    text.extend(
        message
            .media
            .as_ref()
            .map(|file| format!("({})", file.kind)),
    );
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

/// The buttons that stand in place of the phone's keyboard.
fn in_place(keyboard: Option<&serde_json::Value>) -> String {
    let rows = keyboard.and_then(|keyboard| keyboard["keyboard"].as_array());
    let keys = rows.into_iter().flatten();
    let keys = keys.filter_map(serde_json::Value::as_array).flatten();
    let labels = keys.filter_map(|key| key["text"].as_str());
    let labels: Vec<String> = labels
        .map(|label| format!("[{}]", visible(label)))
        .collect();
    labels.join(" ")
}

/// Without the marks that keep inserted text apart, which nobody sees.
pub(super) fn visible(text: &str) -> String {
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
