//! A danger that somebody reported: who raised it, who has it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{AlertId, CaseId, Code, DraftId, PersonId, TeamId};
use super::people::Recipient;

/// An alert; raised by an answer, before its form is finished.
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
    /// The draft whose answer raised it; one draft raises at most one.
    pub draft: DraftId,
    /// When.
    pub raised_at: DateTime<Utc>,
    /// Who has it.
    pub state: AlertState,
}

/// Whether somebody has an alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum AlertState {
    /// Nobody has said "I have it".
    Open,
    /// Somebody has.
    Taken {
        /// Who.
        by: PersonId,
        /// Their name, for the reporter and the others.
        name: String,
        /// When.
        at: DateTime<Utc>,
    },
}

/// What a supervisor sees of an alert on Show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlertInHand {
    /// The alert.
    pub alert: Alert,
    /// What the case's people call it.
    pub alias: Option<String>,
    /// The reporter's name.
    pub reporter: String,
    /// What the reporter wrote about the danger so far.
    pub note: Option<String>,
    /// The others who were told.
    pub told: Vec<Recipient>,
}
