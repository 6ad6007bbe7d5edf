//! What is read for exports, health and checks.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};

use crate::core::id::{AlertId, CaseId, Code, DraftId, FormId, PersonId, ReportId, TeamId};
use crate::core::people::Language;
use crate::core::report::{ReportState, Visit};

/// Which reports to read, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Sent at or after.
    pub since: DateTime<Utc>,
    /// After this one: the last of the page before.
    pub after: Option<(DateTime<Utc>, ReportId)>,
    /// At most so many.
    pub limit: u32,
    /// Whether free text is opened.
    pub sealed: bool,
}

/// A report as exports show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// Which report.
    pub id: ReportId,
    /// The draft it grew from.
    pub draft: DraftId,
    /// Who sent it.
    pub person: PersonId,
    /// About which case.
    pub case: CaseId,
    /// The case's code.
    pub code: Code,
    /// The form version it answers.
    pub form: FormId,
    /// The form's name, the same for all its versions.
    pub form_name: String,
    /// The language it was answered in.
    pub language: Language,
    /// When it was begun.
    pub opened_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// The report it replaces.
    pub supersedes: Option<ReportId>,
    /// Whether it counts.
    pub state: ReportState,
    /// The typed fields of a visit; of another form, the levels, goals and referrals it speaks of.
    pub visit: Visit,
    /// The other typed fields; no value where it is sealed.
    pub facts: Vec<(String, Option<String>)>,
    /// Answers that exports may show.
    pub open: serde_json::Value,
    /// Free text, if it was asked for.
    pub sealed: Option<SealedAnswers>,
}

/// The part of a report that is sealed at rest.
#[derive(Clone, Debug, PartialEq)]
pub struct SealedAnswers {
    /// Answers in free text and media, by question.
    pub answers: serde_json::Value,
    /// Why it was corrected late.
    pub reason: Option<String>,
}

/// So many invitations within an hour that do not exist mean that somebody guesses: a person mistypes one, or taps an
/// old link, now and then.
pub const GUESSED: i64 = 50;

/// How the store is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// How long the oldest unhandled update has waited, in seconds.
    pub inbox_oldest_s: Option<i64>,
    /// How long the oldest message that is due has waited, in seconds.
    pub outbox_oldest_s: Option<i64>,
    /// Updates by state: `open` and `dead`.
    pub inbox: BTreeMap<String, i64>,
    /// Messages by state: `pending`, `sending` and `failed`.
    pub outbox: BTreeMap<String, i64>,
    /// Reminders whose hour has come and that nobody was told.
    pub reminders_late: i64,
    /// How long the oldest of them has waited, in seconds.
    pub reminders_oldest_s: Option<i64>,
    /// People who are active, and blocked the bot or are not reached by Telegram.
    pub unreachable: i64,
    /// Danger alerts that nobody has.
    pub alerts_open: i64,
    /// How long the oldest of them is open, in seconds.
    pub alerts_oldest_s: Option<i64>,
    /// Rounds of calls about the one of them that was called about most.
    pub danger_rounds: i64,
    /// Calls about dangers that have not left, to people and by the second channel.
    pub danger_unsent: i64,
    /// Invitations within the last hour that do not exist.
    pub invitations_wrong: i64,
}

/// A danger alert that nobody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAlert {
    /// Which.
    pub id: AlertId,
    /// The case's code.
    pub code: Code,
    /// Whose supervisors are told.
    pub team: TeamId,
    /// Since when.
    pub raised_at: DateTime<Utc>,
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The invariant of the design that it touches: `I1` … `I9`.
    pub invariant: &'static str,
    /// Whether it is wrong, or only not finished.
    pub weight: Weight,
    /// What was found; ids and counts only.
    pub what: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// An invariant is broken.
    Broken,
    /// It would be broken if nothing went on.
    Unfinished,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = match self.weight {
            Weight::Broken => "broken",
            Weight::Unfinished => "unfinished",
        };
        write!(f, "{} {weight}: {}", self.invariant, self.what)
    }
}
