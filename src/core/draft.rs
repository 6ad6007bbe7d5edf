//! An open conversation: what was answered so far, and when the bot must look at it again.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::about::Subject;
use super::form;
use super::id::{CaseId, Code, DraftId, FormId, GoalId, MediaId, PersonId, ReferralId, ReportId};

/// A draft is kept this long after its last touch.
pub const KEPT: TimeDelta = TimeDelta::days(7);
/// Its owner is told this long after its last touch that it will go.
pub const WARNED: TimeDelta = TimeDelta::days(5);

/// An open form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Which draft.
    pub id: DraftId,
    /// Whose.
    pub person: PersonId,
    /// About which case.
    pub case: CaseId,
    /// The form version it began with and will finish with.
    pub form: FormId,
    /// Counts the answers; a button of an earlier turn no longer does anything.
    pub turn: u32,
    /// When it was begun.
    pub opened_at: DateTime<Utc>,
    /// When its owner last did something in it.
    pub touched_at: DateTime<Utc>,
    /// When the bot looks at it next, to warn or to let it go; `None` for a draft that holds a danger answer.
    pub due_at: Option<DateTime<Utc>>,
    /// The report that it will replace, if it is a correction.
    pub corrects: Option<ReportId>,
    /// Everything that was said; sealed at rest.
    pub body: Body,
}

/// What was said in a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Answers by place in the form.
    pub answers: form::Answers,
    /// What the case brought in when the draft was begun.
    pub brought: Brought,
    /// A question that its owner asked to see again; otherwise the first unanswered one is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<form::Place>,
    /// Choices ticked so far on a question with several; not an answer until Done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<usize>,
    /// What of the current question is shown.
    #[serde(default)]
    pub view: View,
    /// A forwarded text that waits for "yes, this is my answer".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded: Option<String>,
    /// Slips in a row on the current question.
    #[serde(default)]
    pub slips: u8,
    /// Which message gave which typed answer, so that an edited message updates it.
    #[serde(default)]
    pub typed_in: BTreeMap<i32, form::Place>,
    /// The files that came with this draft, also those that no answer names any more; they go when it goes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<MediaId>,
    /// Why a late correction is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the report says that this draft corrects: such an answer counts until another takes its place.
    #[serde(default, skip_serializing_if = "form::Answers::is_empty")]
    pub corrected: form::Answers,
    /// Whether this draft raised an alert already.
    #[serde(default)]
    pub alerted: bool,
}

/// What the case brought into a draft when it was begun.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Brought {
    /// What `random()` and `uuid()` are made from.
    pub seed: u64,
    /// When the form's first question was answered, which is what "today" in an answer means from then on.
    #[serde(default)]
    pub started: Option<DateTime<Utc>>,
    /// Hidden fields by name.
    pub hidden: BTreeMap<String, form::Value>,
    /// What the form is about beside the case, if it is about one thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Subject>,
    /// The goals asked about, in the order of their instances.
    pub goals: Vec<(GoalId, String)>,
    /// What "as agreed" looks like for each of them that says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<(GoalId, String)>,
    /// The referrals asked about, in the order of their instances.
    pub referrals: Vec<(ReferralId, String)>,
}

/// Which part of a question is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// The question, with the first page of its choices.
    #[default]
    Plain,
    /// A later page of its choices, counted from 0.
    Page(u16),
    /// A calendar of the month that begins on this day.
    Month(NaiveDate),
}

impl Draft {
    /// Remembers a touch at `now`: the days until it is let go begin anew.
    pub fn touch(&mut self, now: DateTime<Utc>) {
        self.touched_at = now;
        self.due_at = (!self.body.alerted).then(|| now + WARNED);
    }
}

/// A draft on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftOnList {
    /// Which draft.
    pub id: DraftId,
    /// The case's code.
    pub code: Code,
    /// The case.
    pub case: CaseId,
    /// The form's name.
    pub form: String,
    /// When it was last touched.
    pub touched_at: DateTime<Utc>,
}
