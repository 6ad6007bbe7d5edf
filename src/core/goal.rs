//! Goals as promises: a report's typed fields come in; a proposal, a decision or an end of goals goes out.
//!
//! A goal is proposed until the family decides on the version in force. Nothing is overwritten: new words are a new
//! version, a new decision stands beside the old one, and a report taken back takes back what it said.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::alert::Spoken;
use super::form::{Form, Saved, Value};
use super::id::{GoalId, TaskId};
use super::people::Language;

/// Steps of one goal; more belong to another goal.
pub const TASKS: usize = 3;

/// A goal, in the version in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Which goal.
    pub id: GoalId,
    /// The version in force, counted from 1.
    pub version: u32,
    /// The family's own words, or those of a ready goal in the language of whoever wrote it down.
    pub words: String,
    /// The ready goal that was chosen, as [`ready_words`] finds it in other languages.
    pub ready: Option<String>,
    /// What "as agreed" looks like.
    pub means: Option<String>,
    /// What the other steps of the scale look like, if somebody described them.
    pub levels: Option<Levels>,
    /// When it is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Whether the family had agreed to it before the programme brought it here; true of version 1 only.
    pub agreed_before: bool,
    /// The newest decision on this version.
    pub decided: Option<Decided>,
    /// Who does what by when.
    pub tasks: Vec<Task>,
}

/// What the steps of the scale beside "as agreed" look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    /// Much less than agreed.
    pub much_less: String,
    /// Less.
    pub less: String,
    /// More.
    pub more: String,
    /// Much more.
    pub much_more: String,
}

/// A decision as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What was decided.
    pub choice: Choice,
    /// When.
    pub at: DateTime<Utc>,
    /// On whose phone, by name.
    pub by: String,
    /// Who of the family decided on a worker's phone, a choice of the form.
    pub listener: Option<String>,
    /// What was added.
    pub comment: Option<Comment>,
    /// The language of the words shown.
    pub language: Language,
}

/// What a family adds to its decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comment {
    /// In words.
    Words(String),
    /// In a voice note or a photo; one that was kept before files were shown again is not named.
    Media(Option<Spoken>),
}

/// What a family may say about a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Agree.
    Agree,
    /// Change it.
    Change,
    /// Not now.
    NotNow,
    /// Not ours.
    NotOurs,
    /// An agreement is taken back.
    Withdraw,
}

/// A step towards a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Which.
    pub id: TaskId,
    /// What is done.
    pub words: String,
    /// Who does it.
    pub side: Side,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// When it was ticked off.
    pub done_at: Option<DateTime<Utc>>,
}

/// Who does a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The family.
    Family,
    /// The volunteer.
    Volunteer,
    /// The caseworker.
    Caseworker,
    /// A partner organisation.
    Partner,
}

/// A family's word on the version of a goal that it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Which goal.
    pub goal: GoalId,
    /// Which version.
    pub version: u32,
    /// What was decided.
    pub choice: Choice,
    /// SHA-256 of the exact words shown.
    pub words_hash: [u8; 32],
    /// Who of the family decided on a worker's phone, a choice of the form.
    pub listener: Option<String>,
    /// What was added.
    pub comment: Option<Comment>,
}

/// The goal that a form is about, as it was when the form was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Which goal.
    pub goal: GoalId,
    /// The version shown.
    pub version: u32,
    /// Its words as shown.
    pub words: String,
    /// What "as agreed" looks like, as shown.
    pub means: Option<String>,
}

/// How a goal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// It was met.
    Met,
    /// It was given up.
    Closed,
}

/// The `save_to` names of goals; those without a place in [`Proposal`] or [`Decision`] only mark where they belong.
pub const FIELDS: [&str; 16] = [
    "decision.choice",
    "decision.comment",
    "decision.listener",
    "goal.domain",
    "goal.less",
    "goal.means",
    "goal.more",
    "goal.much_less",
    "goal.much_more",
    "goal.outcome",
    "goal.ready",
    "goal.review_on",
    "goal.words",
    "task.by",
    "task.due_on",
    "task.words",
];

impl Goal {
    /// Whether the family stands by the words in force: it is worked on and asked about. While new words wait for the
    /// family, nobody asks how it goes, for a step of the scale must mean one thing, and the plan waits with them; what
    /// was agreed before stands in [`super::agreed`].
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        match &self.decided {
            Some(decided) => decided.choice == Choice::Agree,
            None => self.agreed_before && self.version == 1,
        }
    }

    /// Whether the family still has to decide.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.decided.is_none() && !self.is_agreed()
    }

    /// How it stands in the family's eyes; `None` while it has not decided.
    #[must_use]
    pub fn choice(&self) -> Option<Choice> {
        match &self.decided {
            Some(decided) => Some(decided.choice),
            None => self.is_agreed().then_some(Choice::Agree),
        }
    }

    /// Its words for a reader of `language`: a ready goal is there in every language of the form it comes from.
    #[must_use]
    pub fn words_in(&self, language: &str, form: Option<&Form>) -> String {
        words_in(&self.words, self.ready.as_deref(), language, form)
    }
}

impl Decided {
    /// The voice note or photo that was added, if it was and can be shown.
    #[must_use]
    pub fn spoken(&self) -> Option<Spoken> {
        match self.comment.as_ref()? {
            Comment::Words(_) => None,
            Comment::Media(said) => *said,
        }
    }
}

impl Levels {
    /// Each with its score, the lowest first.
    pub fn by_score(&self) -> impl Iterator<Item = (i64, &str)> {
        let levels = [
            (-2, &self.much_less),
            (-1, &self.less),
            (1, &self.more),
            (2, &self.much_more),
        ];
        levels
            .into_iter()
            .map(|(score, words)| (score, words.as_str()))
    }
}

impl Choice {
    /// The choice's word in forms, files and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Change => "change",
            Self::NotNow => "not_now",
            Self::NotOurs => "not_ours",
            Self::Withdraw => "withdraw",
        }
    }

    /// Reads [`Choice::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::Agree,
            Self::Change,
            Self::NotNow,
            Self::NotOurs,
            Self::Withdraw,
        ]
        .into_iter()
        .find(|choice| choice.word() == word)
    }
}

impl Side {
    /// The side's word in forms, files and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Volunteer => "volunteer",
            Self::Caseworker => "caseworker",
            Self::Partner => "partner",
        }
    }

    /// Reads [`Side::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::Family,
            Self::Volunteer,
            Self::Caseworker,
            Self::Partner,
        ]
        .into_iter()
        .find(|side| side.word() == word)
    }

    /// Whether the organisation promised it.
    #[must_use]
    pub fn is_ours(self) -> bool {
        match self {
            Self::Volunteer | Self::Caseworker | Self::Partner => true,
            Self::Family => false,
        }
    }
}

impl Task {
    /// Whether its day has passed and it is not done.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.done_at.is_none() && self.due_on.is_some_and(|due| due < today)
    }
}

impl Decision {
    /// The decision in a finished form about a goal.
    #[must_use]
    pub fn collect(saved: &[Saved<'_>], about: Option<&About>) -> Option<Self> {
        let about = about?;
        let choice = Choice::parse(&first(saved, "decision.choice")?)?;
        Some(Self {
            goal: about.goal,
            version: about.version,
            choice,
            words_hash: about.hash(),
            listener: first(saved, "decision.listener"),
            comment: comment(saved),
        })
    }
}

/// What a family added to its decision.
fn comment(saved: &[Saved<'_>]) -> Option<Comment> {
    let mut fields = saved.iter();
    let found = fields.find(|saved| saved.field == "decision.comment")?;
    match &found.value {
        Value::Media(media) => Some(Comment::Media(Spoken::of(media))),
        value => Some(Comment::Words(value.plain())),
    }
}

impl About {
    /// SHA-256 of the words shown, so that nobody can say later that others were.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        let means = self.means.as_deref().unwrap_or_default();
        Sha256::digest(format!("{}\n{means}", self.words)).into()
    }
}

/// The goals that a finished form ends, each named by its row among `goals`.
#[must_use]
pub fn ended(saved: &[Saved<'_>], goals: &[GoalId]) -> Vec<(GoalId, Ended)> {
    let outcomes = saved.iter().filter(|saved| saved.field == "goal.outcome");
    outcomes
        .filter_map(|saved| {
            let row = usize::from(saved.instance.unwrap_or(1)).checked_sub(1)?;
            let ended = match saved.value.plain().as_str() {
                "met" => Ended::Met,
                "closed" => Ended::Closed,
                _ => return None,
            };
            Some((*goals.get(row)?, ended))
        })
        .collect()
}

/// Words of a goal for a reader of `language`: those of the ready goal that was chosen, if the form still has it.
#[must_use]
pub fn words_in(words: &str, ready: Option<&str>, language: &str, form: Option<&Form>) -> String {
    let found = ready.zip(form);
    let found = found.and_then(|(ready, form)| ready_words(ready, language, form));
    found.unwrap_or_else(|| words.to_owned())
}

/// The words of a ready goal, `list.choice`, in `language`; `None` if the form no longer has it.
fn ready_words(ready: &str, language: &str, form: &Form) -> Option<String> {
    let (list, choice) = ready.split_once('.')?;
    let mut lists = form.lists.iter();
    let list = lists.find(|known| known.name == list)?;
    list.choice_in(language, &form.default_language, choice)
}

fn first(saved: &[Saved<'_>], name: &str) -> Option<String> {
    let found = saved.iter().find(|saved| saved.field == name)?;
    match &found.value {
        Value::Text(text) if text.trim().is_empty() => None,
        value => Some(value.plain()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_have_another_hash() {
        let about = |words: &str, means: Option<&str>| About {
            goal: GoalId(uuid::Uuid::nil()),
            version: 1,
            words: words.into(),
            means: means.map(str::to_owned),
        };
        let hash = about("Supper together", None).hash();
        assert_eq!(hash, about("Supper together", None).hash());
        assert_ne!(hash, about("Supper together.", None).hash());
        assert_ne!(
            hash,
            about("Supper together", Some("Five days a week")).hash()
        );
    }
}
