//! A danger that somebody reported: who raised it, who has it, what was done about it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::case::Membership;
use super::climbing::{Answerer, Call};
use super::form::{Media, MediaKind};
use super::id::{AlertId, CaseId, Code, DraftId, MediaId, PersonId, TeamId};
use super::people::{Recipient, Role};
use super::report::ReportInHand;

/// A family that calls again within this time means the same danger: a second press raises no second alert.
pub const SAME_CALL: TimeDelta = TimeDelta::minutes(10);
/// What a family adds to one alert; enough for a long talk, too little to drown it.
pub const NOTES: usize = 20;
/// Reports about one alert that its details show, the newest.
pub const OUTCOMES: usize = 2;

/// An alert; raised by an answer, before its form is finished, or by a family that is not safe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// Which alert.
    pub id: AlertId,
    /// About which case.
    pub case: CaseId,
    /// The case's code.
    pub code: Code,
    /// The case's team, whose supervisors are told.
    pub team: TeamId,
    /// Who raised it, and where they are told who has it.
    pub raised_by: Recipient,
    /// How.
    pub origin: Origin,
    /// When.
    pub raised_at: DateTime<Utc>,
    /// Who has it.
    pub state: AlertState,
}

/// How an alert was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// By an answer in this draft; one draft raises at most one.
    Answer(DraftId),
    /// The family itself says that it is not safe.
    Family,
    /// The same, and it would rather be called.
    Call,
}

/// Whether somebody has an alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum AlertState {
    /// Nobody has said "I have it".
    Open,
    /// Somebody has. It stays so until a report says that the danger is over.
    Taken {
        /// Who.
        by: PersonId,
        /// Their name, for the reporter and the others.
        name: String,
        /// When.
        at: DateTime<Utc>,
    },
}

/// What is seen of an alert on Show.
#[derive(Clone, Debug)]
pub struct AlertInHand {
    /// The alert.
    pub alert: Alert,
    /// The place of whoever asks in its case, if any.
    pub membership: Option<Membership>,
    /// What the case's people call it.
    pub alias: Option<String>,
    /// The reporter's name.
    pub reporter: String,
    /// What the reporter is; a family hears nothing that it did not ask for.
    pub role: Role,
    /// What the reporter said about the danger so far.
    pub notes: Vec<Note>,
    /// The others who were told.
    pub told: Vec<Recipient>,
    /// What was done, by the newest reports that count, newest first.
    pub outcomes: Vec<Outcome>,
    /// The calls about it, the oldest first.
    pub calls: Vec<Call>,
    /// When its ladder is looked at again; none once it is over.
    pub next_at: Option<DateTime<Utc>>,
}

/// Something said of a danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// In words.
    Words(String),
    /// In a voice note or a photo.
    Media(Spoken),
}

/// A voice note or another file that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// Which.
    pub media: MediaId,
    /// What it is.
    pub kind: MediaKind,
}

impl Note {
    /// Its words, if it is in words.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Words(words) => Some(words.clone()),
            Self::Media(_) => None,
        }
    }
}

impl Spoken {
    /// The file that an answer names.
    #[must_use]
    pub fn of(media: &Media) -> Option<Self> {
        let id = media.file.parse().ok()?;
        Some(Self {
            media: MediaId(id),
            kind: media.kind,
        })
    }
}

/// What a report says was done about a danger.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Who wrote it.
    pub by: String,
    /// Whether the danger is over by it.
    pub ends: bool,
    /// The report.
    pub report: ReportInHand,
}

/// A step of what became of a danger, on a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DangerStep {
    /// It was reported.
    Reported,
    /// Somebody took it.
    Taken,
    /// It was written that it is over.
    Ended,
}

impl DangerStep {
    /// The word in the bot's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Taken => "taken",
            Self::Ended => "ended",
        }
    }
}

/// An alert on a list: a menu, a card, a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertOnList {
    /// Which.
    pub id: AlertId,
    /// The case's code.
    pub code: Code,
    /// The case's team.
    pub team: TeamId,
    /// The place of whoever asks in its case, if any.
    pub membership: Option<Membership>,
    /// Who raised it.
    pub raised_by: PersonId,
    /// Their name.
    pub reporter: String,
    /// Whether they are of the family and used no form.
    pub called: bool,
    /// When.
    pub raised_at: DateTime<Utc>,
    /// Who has it, and since when.
    pub taken: Option<(String, DateTime<Utc>)>,
    /// Who wrote that it is over, and when.
    pub ended: Option<(String, DateTime<Utc>)>,
}

/// Alerts beside the one in question.
#[derive(Clone, Debug, Default)]
pub struct Alerts {
    /// Those without an end that the person may be asked about, oldest first.
    pub standing: Vec<AlertOnList>,
    /// The newest of the case in question, newest first.
    pub of_case: Vec<AlertOnList>,
    /// Those who answer for the dangers of the case in question.
    pub answerers: Vec<Answerer>,
}

impl AlertInHand {
    /// Whether a report that counts says that the danger is over.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.ends)
    }
}
