//! The summary that a family releases to a service, so that it need not tell its story again: typed fields and the case
//! come in, what the service will read goes out. Its link opens once.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::about::Subject;
use super::access::{Action, may_with};
use super::alert::Note;
use super::case::Membership;
use super::effect::{Effect, Object};
use super::event::Event;
use super::form::Saved;
use super::id::{ServiceId, ShareId};
use super::people::{Language, Person};
use super::place::Place;
use super::plan::PROPOSING;
use super::screen::{Line, Screen};
use super::step::{go, old_button};
use super::world::World;

/// The form in which a family releases a summary.
pub const SHARING: &str = "sharing";
/// The `save_to` name of what is released.
pub const PARTS: &str = "share.parts";
/// The `save_to` names of facts about sharing.
pub const FACTS: [&str; 4] = ["share.days", "share.language", "share.listener", PARTS];
/// Where the page is, below the bot's public address.
pub const PATH: &str = "/share/";
/// How long a link works if the form does not say: a week.
const DAYS: i64 = 7;
/// The longest that it may.
const MOST_DAYS: i64 = 30;

/// What opens a shared summary; shown to whoever shares it, and kept nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token(pub [u8; 16]);

/// A part of the summary that a family may release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Strengths that were named.
    Strengths,
    /// Goals that the family agreed to.
    Goals,
    /// Services that were asked for and did not come yet.
    Needs,
    /// Who works with the family.
    Contacts,
}

/// A summary as it is released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Which.
    pub id: ShareId,
    /// To which service.
    pub service: ServiceId,
    /// What that is called.
    pub to: String,
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// In which language it is read.
    pub language: Language,
    /// What is read.
    pub lines: Vec<Line>,
    /// Until when it can be opened.
    pub expires_at: DateTime<Utc>,
}

/// A released summary on the family's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// Which.
    pub id: ShareId,
    /// To whom.
    pub to: String,
    /// Until when it can be opened.
    pub expires_at: DateTime<Utc>,
    /// When it was.
    pub opened_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub ended_at: Option<DateTime<Utc>>,
}

/// How a released summary stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum State {
    /// It can be opened until then.
    Waiting(DateTime<Utc>),
    /// It was opened then, and cannot be again.
    Opened(DateTime<Utc>),
    /// It was taken back then.
    Ended(DateTime<Utc>),
    /// Nobody opened it until then.
    Expired(DateTime<Utc>),
}

/// A summary that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// In which language it is read.
    pub language: Language,
    /// The zone of its case.
    pub zone: chrono_tz::Tz,
    /// What is read.
    pub lines: Vec<Line>,
}

/// Takes a summary back before it was opened.
#[must_use]
pub fn end(world: &World, event: &Event, person: &Person, share: ShareId) -> Vec<Effect> {
    let found = world.case.as_ref();
    let found = found.filter(|found| may_with(person, &found.case, Action::SpeakAsFamily));
    let waits = world
        .shares
        .iter()
        .any(|known| known.id == share && matches!(known.state(event.at), State::Waiting(_)));
    let (Some(found), true) = (found, waits) else {
        return old_button(world, event);
    };
    let mut after = world.clone();
    for known in after.shares.iter_mut().filter(|known| known.id == share) {
        known.ended_at = Some(event.at);
    }
    let mut effects = vec![
        Effect::EndShare(share),
        Effect::note(Action::SpeakAsFamily, Object::Share(share)),
        Effect::Toast(Line::ShareTakenBack),
    ];
    effects.extend(go(
        &after,
        event,
        Place::Plan {
            case: found.case.id,
        },
    ));
    effects
}

impl Release {
    /// The release in a finished form about a service.
    #[must_use]
    pub fn collect(
        saved: &[Saved<'_>],
        about: Option<&Subject>,
        world: &World,
        event: &Event,
    ) -> Option<Self> {
        let Some(Subject::Service {
            id: Some(id),
            name: Some(name),
            ..
        }) = about
        else {
            return None;
        };
        let field = |name: &str| {
            let found = saved.iter().find(|saved| saved.field == name)?;
            Some(found.value.plain())
        };
        let chosen = field(PARTS)?;
        let parts = Part::ALL.into_iter();
        let parts: Vec<Part> = parts
            .filter(|part| chosen.split_whitespace().any(|word| word == part.word()))
            .collect();
        let language = field("share.language").map_or_else(|| world.language(), Language);
        let days = field("share.days").and_then(|days| days.parse().ok());
        let days: i64 = days.unwrap_or(DAYS);
        Some(Self {
            id: event.fresh.share,
            service: *id,
            to: name.clone(),
            token_hash: event.fresh.share_token.hash(),
            lines: summary(world, name, &parts, &language),
            language,
            expires_at: event.at + TimeDelta::days(days.clamp(1, MOST_DAYS)),
        })
    }

    /// The message with the link, which may be forwarded and says nothing about the family.
    #[must_use]
    pub fn link(&self, public_url: &str, token: Token) -> Screen {
        let url = format!("{}{PATH}{}", public_url.trim_end_matches('/'), token.text());
        Screen::of([Line::ShareLink {
            url,
            until: self.expires_at,
        }])
    }
}

/// What the service reads.
fn summary(world: &World, to: &str, parts: &[Part], language: &Language) -> Vec<Line> {
    let mut lines = vec![Line::ShareTitle(to.to_owned())];
    let (Some(found), Some(record)) = (&world.case, &world.record) else {
        return lines;
    };
    let form = world.programme.form(PROPOSING);
    let form = form.map(|form| form.form.as_ref());
    for part in parts {
        let held: Vec<Line> = match part {
            Part::Strengths => {
                let strengths = record.strengths.iter().filter_map(Note::words);
                strengths.map(Line::Strength).collect()
            }
            Part::Goals => {
                let goals = found.goals.iter().filter(|goal| goal.is_agreed());
                goals
                    .map(|goal| Line::GoalStands {
                        words: goal.words_in(&language.0, form),
                        score: None,
                    })
                    .collect()
            }
            Part::Needs => {
                let asked = found.referrals.iter();
                asked
                    .map(|asked| Line::AskedFor(asked.words.clone()))
                    .collect()
            }
            Part::Contacts => {
                let ours = |place| matches!(place, Membership::Leads | Membership::Supports);
                let people = record.people.iter();
                people
                    .filter(|involved| ours(involved.membership))
                    .map(|involved| Line::Involved {
                        name: involved.name.clone(),
                        place: involved.membership,
                    })
                    .collect()
            }
        };
        lines.push(Line::ShareHeading(*part));
        if held.is_empty() {
            lines.push(Line::ShareNothing);
        }
        lines.extend(held);
    }
    lines
}

impl Released {
    /// How it stands now.
    #[must_use]
    pub fn state(&self, now: DateTime<Utc>) -> State {
        match (self.opened_at, self.ended_at) {
            (Some(at), _) => State::Opened(at),
            (None, Some(at)) => State::Ended(at),
            (None, None) if self.expires_at > now => State::Waiting(self.expires_at),
            (None, None) => State::Expired(self.expires_at),
        }
    }
}

impl Part {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 4] = [Self::Strengths, Self::Goals, Self::Needs, Self::Contacts];

    /// The part's word in forms and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Strengths => "strengths",
            Self::Goals => "goals",
            Self::Needs => "needs",
            Self::Contacts => "contacts",
        }
    }
}

impl Token {
    /// As it stands in a link.
    #[must_use]
    pub fn text(self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What is kept of it.
    #[must_use]
    pub fn hash(self) -> [u8; 32] {
        Sha256::digest(self.text()).into()
    }
}

/// Says nothing, so that no log can.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}
