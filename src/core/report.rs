//! A sent form: its answers and the typed fields that the rest of the product reads.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::about::Subject;
use super::case::Case;
use super::form::{Form, Saved, Value};
use super::goal::{self, Decision, Ended};
use super::id::{AlertId, CaseId, DraftId, FormId, GoalId, PersonId, ReferralId, ReportId};
use super::keeping;
use super::people::Language;
use super::proposal::Proposal;
use super::referral::{self, Request};
use super::review::ReviewState;
use super::share::{self, Release};

/// A report may be corrected without a reason for this long.
pub const CORRECTED_FREELY: TimeDelta = TimeDelta::hours(48);
/// A report may be taken back for this long.
pub const UNDONE: TimeDelta = TimeDelta::minutes(10);
/// Two visits of one case this close are asked about ("the same visit?").
pub const SAME_VISIT: TimeDelta = TimeDelta::hours(8);

/// A report as it is filed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Which report.
    pub id: ReportId,
    /// The draft it grew from; one draft makes at most one report.
    pub draft: DraftId,
    /// Who sent it.
    pub person: PersonId,
    /// About which case.
    pub case: CaseId,
    /// The form version it answers.
    pub form: FormId,
    /// The language it was answered in.
    pub language: Language,
    /// When it was begun.
    pub opened_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// The report it replaces.
    pub supersedes: Option<ReportId>,
    /// Why, when the correction came late.
    pub reason: Option<String>,
    /// Whether it counts at once.
    pub state: ReportState,
    /// Whether supervisors read it.
    pub review: ReviewState,
    /// Answers that may be read by whoever may read the report's figures.
    pub open: serde_json::Value,
    /// Answers in free text and media; sealed at rest.
    pub sealed: serde_json::Value,
    /// The typed fields of a visit.
    pub visit: Visit,
    /// The other typed fields.
    pub facts: Vec<Fact>,
    /// Goals that it proposes, or new words of some.
    pub proposals: Vec<Proposal>,
    /// The family's decision on a goal.
    pub decision: Option<Decision>,
    /// Goals that it ends.
    pub ended: Vec<(GoalId, Ended)>,
    /// The service that it asks for, or corrected words of that.
    pub request: Option<Request>,
    /// The danger that it is about, and whether that is over.
    pub alert: Option<AlertEnd>,
    /// The summary that it releases to a service.
    pub share: Option<Release>,
    /// All that was answered, from which a correction starts; sealed at rest.
    pub answers: super::form::Answers,
    /// What the case had brought in; sealed at rest.
    pub brought: super::draft::Brought,
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It took place.
    Happened,
    /// It could not.
    CouldNot,
}

/// What was said about danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Danger {
    /// Nobody is in danger.
    No,
    /// The reporter is worried.
    Worried,
    /// Somebody is in danger now.
    Now,
}

impl Danger {
    /// The word in forms and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Worried => "worried",
            Self::Now => "now",
        }
    }
}

/// The typed fields of a visit report, filled from the form's `save_to` names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// `visit.outcome`: `happened` or `could_not`.
    pub outcome: Option<Outcome>,
    /// `visit.happened_on`.
    pub happened_on: Option<NaiveDate>,
    /// `visit.reason`: why it could not take place, a choice name.
    pub reason: Option<String>,
    /// `visit.seen`: who was seen, choice names.
    pub seen: Vec<String>,
    /// `visit.danger`: `no`, `worried` or `now`.
    pub danger: Option<Danger>,
    /// `visit.worries`: areas of worry, choice names.
    pub worries: Vec<String>,
    /// `wellbeing.AREA`: the area and its level, 1 (very bad) to 4 (good).
    pub wellbeing: Vec<(String, i64)>,
    /// `visit.next_on`.
    pub next_on: Option<NaiveDate>,
    /// `goal_update.score`: the goal and how far it has come, -2 to 2 (Goal Attainment Scaling).
    pub goals: Vec<(GoalId, i64)>,
    /// `referral.outcome`: the referral and what became of it, a choice name.
    pub referrals: Vec<(ReferralId, String)>,
}

/// The `save_to` name of what was seen or heard of a danger.
pub const DANGER_NOTE: &str = "visit.danger_note";

/// The `save_to` names that a form may use; those of free text only mark where it belongs.
pub const SAVE_TO: [&str; 24] = [
    "goal_update.score",
    "referral.outcome",
    "visit.child_says",
    "visit.danger",
    DANGER_NOTE,
    "visit.happened_on",
    "visit.next_on",
    "visit.outcome",
    "visit.reason",
    "visit.seen",
    "visit.strength",
    "visit.worries",
    "wellbeing.behaviour",
    "wellbeing.care",
    "wellbeing.feelings",
    "wellbeing.food",
    "wellbeing.health",
    "wellbeing.home",
    "wellbeing.learning",
    "wellbeing.legal",
    "wellbeing.nutrition",
    "wellbeing.safety",
    "wellbeing.school",
    "wellbeing.treatment",
];

/// A typed field of a report that says something lasting about the case. The newest one of a report that counts
/// holds, so that taking a report back takes its facts back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The `save_to` name.
    pub field: String,
    /// The row of the repeat, counted from 1; 0 outside a repeat.
    pub instance: u16,
    /// Names of choices joined by blanks, a number, an ISO date, words, or the id of a medium.
    pub value: String,
    /// Whether it is kept sealed: words of people, and media.
    pub sealed: bool,
}

/// The `save_to` names of facts. What follows from one is in [`super::filing`]; the others are shown and counted.
pub const FACTS: [&str; 41] = [
    "aftercare.state",
    "alert.done",
    "alert.over",
    "alert.safe",
    "alternative.choice",
    "case.aim",
    "case.alias",
    "case.assessed",
    "case.risk",
    "case.risk_reason",
    "case.stage",
    "closure.reason",
    "document.birth",
    "document.birth_expires",
    "document.court",
    "document.court_expires",
    "document.health",
    "document.health_expires",
    "document.identity",
    "document.identity_expires",
    "document.school",
    "document.school_expires",
    "feedback.score",
    "goal_update.view",
    "outreach.result",
    "pause.because",
    "pause.until",
    "placement.kind",
    "placement.on",
    "placement.review_on",
    "preparation.done",
    "readiness.belonging",
    "readiness.economy",
    "readiness.education",
    "readiness.health",
    "readiness.protection",
    "readiness.relationship",
    "review.next_on",
    "strength.words",
    "tracing.result",
    "visit.planned_on",
];

/// The fact of whether a danger is over.
pub const ALERT_OVER: &str = "alert.over";

/// What a report says of a danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertEnd {
    /// Which danger.
    pub alert: AlertId,
    /// Whether it is over.
    pub ends: bool,
}

impl AlertEnd {
    /// What a finished form about a danger says of it: over only if the form says so.
    #[must_use]
    pub fn collect(saved: &[Saved<'_>], about: Option<&Subject>) -> Option<Self> {
        let Subject::Alert(alert) = about? else {
            return None;
        };
        let over = saved.iter().find(|saved| saved.field == ALERT_OVER);
        Some(Self {
            alert: *alert,
            ends: over.is_some_and(|saved| saved.value.plain() == "yes"),
        })
    }
}

/// Whether a form may save to `name`.
#[must_use]
pub fn is_field(name: &str) -> bool {
    let of_goals = [&SAVE_TO[..], &goal::FIELDS].concat();
    of_goals.contains(&name) || name == referral::WORDS || is_fact(name)
}

/// Whether a field of this name is a fact.
fn is_fact(name: &str) -> bool {
    let all = [&FACTS[..], &referral::FACTS, &share::FACTS, &keeping::FACTS];
    all.iter().any(|facts| facts.contains(&name))
}

impl Fact {
    /// The facts of a finished form.
    #[must_use]
    pub fn collect(saved: &[Saved<'_>]) -> Vec<Self> {
        let facts = saved.iter().filter(|saved| is_fact(saved.field));
        facts
            .map(|saved| Self {
                field: saved.field.to_owned(),
                instance: saved.instance.unwrap_or_default(),
                value: saved.value.plain(),
                sealed: saved.sealed,
            })
            .collect()
    }
}

impl Visit {
    /// Collects the typed fields from a finished form. `goals` and `referrals` are in the order of the form's
    /// instances, which count from 1.
    #[must_use]
    pub fn collect(saved: &[Saved<'_>], goals: &[GoalId], referrals: &[ReferralId]) -> Self {
        let mut visit = Self::default();
        for Saved {
            field,
            instance,
            value,
            sealed: _,
        } in saved
        {
            // A form about one goal has no rows: it speaks of the first.
            let nth = usize::from(instance.unwrap_or(1)).checked_sub(1);
            match *field {
                "visit.outcome" => {
                    visit.outcome = match word(value) {
                        Some("happened") => Some(Outcome::Happened),
                        Some("could_not") => Some(Outcome::CouldNot),
                        Some(_) | None => None,
                    }
                }
                "visit.danger" => {
                    visit.danger = match word(value) {
                        Some("no") => Some(Danger::No),
                        Some("worried") => Some(Danger::Worried),
                        Some("now") => Some(Danger::Now),
                        Some(_) | None => None,
                    }
                }
                "visit.happened_on" => visit.happened_on = day(value),
                "visit.next_on" => visit.next_on = day(value),
                "visit.reason" => visit.reason = word(value).map(str::to_owned),
                "visit.seen" => visit.seen = words(value),
                "visit.worries" => visit.worries = words(value),
                "goal_update.score" => {
                    let goal = nth.and_then(|nth| goals.get(nth));
                    visit.goals.extend(goal.copied().zip(number(value)));
                }
                "referral.outcome" => {
                    let referral = nth.and_then(|nth| referrals.get(nth));
                    visit
                        .referrals
                        .extend(referral.copied().zip(word(value).map(str::to_owned)));
                }
                other => {
                    if let Some(area) = other.strip_prefix("wellbeing.") {
                        visit
                            .wellbeing
                            .extend(number(value).map(|level| (area.to_owned(), level)));
                    }
                }
            }
        }
        visit
    }
}

fn word(value: &Value) -> Option<&str> {
    match value {
        Value::One(name) | Value::Text(name) => Some(name),
        _ => None,
    }
}

fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Many(names) => names.clone(),
        Value::One(name) => vec![name.clone()],
        _ => Vec::new(),
    }
}

fn day(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Date(day) => Some(*day),
        Value::Text(text) => text.parse().ok(),
        _ => None,
    }
}

fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "scores and levels are single digits"
        )]
        Value::Decimal(number) => Some(*number as i64),
        Value::One(text) | Value::Text(text) => text.parse().ok(),
        _ => None,
    }
}

/// A report that its sender asks to correct or to take back.
#[derive(Clone, Debug)]
pub struct ReportInHand {
    /// Which report.
    pub id: ReportId,
    /// Who sent it.
    pub person: PersonId,
    /// About which case.
    pub case: Case,
    /// The form version it answers.
    pub form_id: FormId,
    /// That form.
    pub form: Arc<Form>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Whether it still counts.
    pub state: ReportState,
    /// All that was answered.
    pub answers: super::form::Answers,
    /// What the case had brought in.
    pub brought: super::draft::Brought,
}

/// Whether a report counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// It counts.
    Sent,
    /// A correction took its place.
    Superseded,
    /// Its sender took it back.
    Undone,
    /// It counts once a supervisor has approved it.
    Waiting,
    /// A supervisor sent it back; its correction may count.
    Returned,
}
