//! The lines of a script: text comes in, the setting of the stage and the acts go out.
//!
//! ```text
//! # A comment.
//! now      Mon 2026-03-02 18:00 Africa/Nairobi
//! amina    volunteer, sw; cases K7M2QX
//! zola     nobody yet
//! service  Eye clinic; health; Riverside; 0700 123 456
//! emergency Police 999; Childline 116
//! case     K7M2QX medium; goals Goes to school | Sleeps well; referrals Clinic; opened 2026-02-16
//!
//! amina>   /visit
//! amina>   [Label of a button]
//! amina>   [Label of a button] further up
//! amina>   (voice)
//! amina>   (file: Dear all)
//! amina>   (settings: visit_every_days_high 5 | holidays 2026-12-25)
//! amina>   (contact)
//! amina>   (contact: 0700 123 456)
//! --       15m later
//! -- restart
//! -- telegram down 10m
//! -- invite volunteer
//! -- lock screen of amina
//! -- buttons of amina
//! -- chat of amina
//! -- commands of amina
//! ```

use anyhow::{Context as _, bail};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::core::case::Risk;
use crate::core::id::Code;
use crate::core::people::Role;
use crate::core::service::{Lack, Service};
use crate::core::stage::Stage;

/// How the stage is set.
#[derive(Clone, Debug)]
pub struct Setup {
    /// When the play begins.
    pub now: DateTime<Utc>,
    /// Where.
    pub zone: Tz,
    /// Who plays, in the order in which their phones are looked at.
    pub cast: Vec<Cast>,
    /// The cases.
    pub cases: Vec<CaseLine>,
    /// The directory of services.
    pub services: Vec<Service>,
    /// Whom to call at once.
    pub emergency: Vec<String>,
}

/// Somebody with a phone.
#[derive(Clone, Debug)]
pub struct Cast {
    /// As the script calls them.
    pub name: String,
    /// What they are; `None` for somebody who has not joined.
    pub member: Option<Member>,
}

/// Somebody who has joined.
#[derive(Clone, Debug)]
pub struct Member {
    /// What they are.
    pub role: Role,
    /// Their language.
    pub language: String,
    /// The cases they have a place in.
    pub cases: Vec<Code>,
    /// Whether they have agreed to the privacy words before the play.
    pub agreed: bool,
}

/// A case.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// Its code.
    pub code: Code,
    /// Its alias.
    pub alias: Option<String>,
    /// Its risk; medium if not said.
    pub risk: Option<Risk>,
    /// Where it stands; implementation if not said.
    pub stage: Option<Stage>,
    /// Its goals.
    pub goals: Vec<String>,
    /// Its open referrals.
    pub referrals: Vec<String>,
    /// When it was opened; the day the play begins if not said.
    pub opened_on: Option<NaiveDate>,
}

/// One thing that is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Somebody writes, or does what stands in parentheses.
    Says {
        /// Who.
        who: String,
        /// What.
        what: String,
    },
    /// Somebody presses a button that is shown.
    Presses {
        /// Who.
        who: String,
        /// The button's label.
        label: String,
        /// Not under the newest message that has it, but under the one before.
        further_up: bool,
    },
    /// Time passes.
    Later(TimeDelta),
    /// The bot starts anew on the same database.
    Restart,
    /// Telegram is away for so long.
    Down(TimeDelta),
    /// Somebody on the server invites.
    Invite {
        /// As what.
        role: Role,
    },
    /// Somebody looks at a locked phone.
    LockScreen {
        /// Whose.
        who: String,
    },
    /// Somebody looks what a phone lists under "/".
    Commands {
        /// Whose.
        who: String,
    },
    /// Somebody looks which buttons a phone still shows.
    Buttons {
        /// Whose.
        who: String,
    },
    /// Somebody reads along all that a chat still holds.
    Chat {
        /// Whose.
        who: String,
    },
}

/// Reads the lines that set the stage.
///
/// # Errors
/// Names the line that is not understood.
pub fn parse_setup<'a>(lines: impl IntoIterator<Item = &'a str>) -> anyhow::Result<Setup> {
    let mut now = None;
    let mut cast: Vec<Cast> = Vec::new();
    let mut cases: Vec<CaseLine> = Vec::new();
    let mut services = Vec::new();
    let mut emergency = Vec::new();
    for line in lines {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match name {
            "now" => now = Some(parse_now(rest).with_context(|| line.to_owned())?),
            "case" => cases.push(parse_case(rest).with_context(|| line.to_owned())?),
            "emergency" => {
                emergency.extend(rest.split(';').map(|number| number.trim().to_owned()));
            }
            "service" => services.push(parse_service(rest).with_context(|| line.to_owned())?),
            name => cast.push(Cast {
                name: name.to_owned(),
                member: parse_member(rest).with_context(|| line.to_owned())?,
            }),
        }
    }
    let (now, zone) = now.context(
        "the script does not say when it begins: now Mon 2026-03-02 18:00 Africa/Nairobi",
    )?;
    let named = cast.iter().filter_map(|cast| cast.member.as_ref());
    let named: Vec<Code> = named.flat_map(|member| member.cases.clone()).collect();
    for code in named {
        if !cases.iter().any(|case| case.code == code) {
            cases.push(CaseLine {
                code,
                alias: None,
                risk: None,
                stage: None,
                goals: Vec::new(),
                referrals: Vec::new(),
                opened_on: None,
            });
        }
    }
    Ok(Setup {
        now,
        zone,
        cast,
        cases,
        services,
        emergency,
    })
}

/// Reads an act. `None` for a line that is none: a comment, a blank, or what was noticed.
///
/// # Errors
/// When it looks like an act and is not understood.
pub fn parse_act(line: &str) -> anyhow::Result<Option<Act>> {
    if line.starts_with('#') {
        return Ok(None);
    }
    if let Some(rest) = line.strip_prefix("--") {
        return parse_direction(rest.trim()).map(Some);
    }
    let Some((who, what)) = line.split_once('>') else {
        return Ok(None);
    };
    let named = !who.is_empty() && who.chars().all(char::is_alphanumeric);
    if !named {
        return Ok(None);
    }
    let what = what.trim();
    let (pressed, further_up) = match what.strip_suffix("] further up") {
        Some(before) => (Some(before), true),
        None => (what.strip_suffix(']'), false),
    };
    let label = pressed.and_then(|label| label.strip_prefix('['));
    let who = who.to_owned();
    Ok(Some(match label {
        Some(label) => Act::Presses {
            who,
            label: label.to_owned(),
            further_up,
        },
        None => Act::Says {
            who,
            what: what.to_owned(),
        },
    }))
}

fn parse_direction(direction: &str) -> anyhow::Result<Act> {
    let words: Vec<&str> = direction.split_whitespace().collect();
    Ok(match words.as_slice() {
        ["restart"] => Act::Restart,
        [by @ .., "later"] => Act::Later(parse_duration(&by.join(""))?),
        ["telegram", "down", by] => Act::Down(parse_duration(by)?),
        ["invite", role] => Act::Invite {
            role: Role::parse(role).context("no such role")?,
        },
        ["lock", "screen", "of", who] => Act::LockScreen {
            who: (*who).to_owned(),
        },
        ["commands", "of", who] => Act::Commands {
            who: (*who).to_owned(),
        },
        ["buttons", "of", who] => Act::Buttons {
            who: (*who).to_owned(),
        },
        ["chat", "of", who] => Act::Chat {
            who: (*who).to_owned(),
        },
        _ => bail!("the direction {direction:?} is not understood"),
    })
}

/// Reads `15m`, `4h`, `2d`, `1w`, or several: `1d2h`.
///
/// # Errors
/// When it is none of these.
pub fn parse_duration(text: &str) -> anyhow::Result<TimeDelta> {
    let mut whole = TimeDelta::zero();
    let mut number = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        let count: i64 = number
            .parse()
            .with_context(|| format!("{text:?} is no duration such as 15m"))?;
        number.clear();
        whole += match c {
            's' => TimeDelta::seconds(count),
            'm' => TimeDelta::minutes(count),
            'h' => TimeDelta::hours(count),
            'd' => TimeDelta::days(count),
            'w' => TimeDelta::weeks(count),
            _ => bail!("{text:?} is no duration such as 15m"),
        };
    }
    if whole.is_zero() || !number.is_empty() {
        bail!("{text:?} is no duration such as 15m");
    }
    Ok(whole)
}

fn parse_now(rest: &str) -> anyhow::Result<(DateTime<Utc>, Tz)> {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let [_, day, time, zone] = words.as_slice() else {
        bail!("write it as: now Mon 2026-03-02 18:00 Africa/Nairobi");
    };
    let zone: Tz = zone.parse().map_err(|_| anyhow::anyhow!("no such zone"))?;
    let local = NaiveDateTime::parse_from_str(&format!("{day} {time}"), "%Y-%m-%d %H:%M")?;
    let now = zone
        .from_local_datetime(&local)
        .earliest()
        .context("no such time")?;
    Ok((now.with_timezone(&Utc), zone))
}

fn parse_member(rest: &str) -> anyhow::Result<Option<Member>> {
    if rest == "nobody yet" {
        return Ok(None);
    }
    let mut member = None;
    for part in rest.split(';').map(str::trim) {
        match (part.split_once(' '), &mut member) {
            (Some(("cases", codes)), Some(Member { cases, .. })) => {
                let codes = codes
                    .split_whitespace()
                    .map(|code| Code::parse(code).context("no case code"));
                *cases = codes.collect::<anyhow::Result<_>>()?;
            }
            (_, Some(Member { agreed, .. })) if part == "has not agreed" => *agreed = false,
            (_, None) => {
                let (role, language) =
                    part.split_once(',').context("write it as: volunteer, sw")?;
                member = Some(Member {
                    role: Role::parse(role.trim()).context("no such role")?,
                    language: language.trim().to_owned(),
                    cases: Vec::new(),
                    agreed: true,
                });
            }
            (_, Some(_)) => bail!("{part:?} is not understood"),
        }
    }
    Ok(member)
}

fn parse_service(rest: &str) -> anyhow::Result<Service> {
    let parts: Vec<&str> = rest.split(';').map(str::trim).collect();
    let [name, need, area, contact] = parts.as_slice() else {
        bail!("write it as: service Eye clinic; health; Riverside; 0700 123 456");
    };
    Ok(Service {
        name: (*name).to_owned(),
        lack: Lack::parse(need).context("no such need")?,
        area: (*area).to_owned(),
        contact: (*contact).to_owned(),
        hours: String::new(),
        languages: String::new(),
        notes: String::new(),
    })
}

fn parse_case(rest: &str) -> anyhow::Result<CaseLine> {
    let mut parts = rest.split(';').map(str::trim);
    let head = parts.next().unwrap_or_default();
    let (code, risk) = head.split_once(' ').unwrap_or((head, "medium"));
    let mut case = CaseLine {
        code: Code::parse(code).context("no case code")?,
        alias: None,
        risk: Some(Risk::parse(risk.trim()).context("no such risk")?),
        stage: None,
        goals: Vec::new(),
        referrals: Vec::new(),
        opened_on: None,
    };
    let list = |items: &str| {
        items
            .split('|')
            .map(|item| item.trim().to_owned())
            .collect()
    };
    for part in parts {
        match part.split_once(' ') {
            Some(("goals", goals)) => case.goals = list(goals),
            Some(("referrals", referrals)) => case.referrals = list(referrals),
            Some(("stage", stage)) => {
                case.stage = Some(Stage::parse(stage).context("no such stage")?);
            }
            Some(("called", alias)) => case.alias = Some(alias.to_owned()),
            Some(("opened", day)) => case.opened_on = Some(day.parse().context("no date")?),
            _ => bail!("{part:?} is not understood"),
        }
    }
    Ok(case)
}
