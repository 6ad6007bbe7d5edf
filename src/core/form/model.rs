//! A checked form: what `check` compiles and the store keeps as an immutable version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    answers::Name,
    expr::Expr,
    limits,
    value::MediaKind,
    words::{Phrase, Text, Words},
};

/// A compiled form. Indices in it (of questions, groups, lists) are valid within this version only.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct Form {
    /// The form's id, such as `visit`.
    pub name: String,
    /// What people call it.
    pub title: Words,
    /// The version as its author wrote it; empty when not stated.
    pub version: String,
    /// The language shown when a text has none in the person's own.
    pub default_language: String,
    /// What its settings say for this program beside XLSForm's own: columns `kin_…`, by name without `kin_`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own: BTreeMap<String, String>,
    /// The languages of the form, as BCP 47 codes, in the order of the columns.
    pub languages: Vec<String>,
    /// All questions in order, also silent ones; groups and repeats are named by index.
    pub questions: Vec<Question>,
    /// Groups and repeats, each after the one that contains it.
    pub groups: Vec<Group>,
    /// The lists of choices.
    pub lists: Vec<ChoiceList>,
    /// The order in which values are derived: each after all that it refers to.
    pub order: Vec<Node>,
}

/// A question, asked or silent.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct Question {
    /// Unique within the form.
    pub name: Name,
    /// What answers it.
    pub kind: Kind,
    /// What is asked.
    pub label: Words,
    /// A line of explanation below.
    pub hint: Words,
    /// The Skip button's own words, where "skip" would not say what passing over means.
    pub skip: Words,
    /// Asked only while this is true.
    pub relevant: Option<Expr>,
    /// What an answer must satisfy, with `.` for the answer.
    pub constraint: Option<Expr>,
    /// Shown when the constraint is not met.
    pub constraint_message: Words,
    /// What a silent question holds.
    pub calculation: Option<Expr>,
    /// The answer offered, or held by a silent question that nothing else fills.
    pub default: Option<Expr>,
    /// Whether it must be answered.
    pub required: Option<Expr>,
    /// Shown but not asked.
    pub read_only: bool,
    /// Marked as personal.
    pub pii: bool,
    /// Kept apart and sealed: personal, free text, a medium, or calculated from such.
    pub sealed: bool,
    /// What beside typed words answers a text question.
    pub accept: Accept,
    /// Raises an alert when true, with `.` for the answer.
    pub alert: Option<Expr>,
    /// The typed field of the report that it fills, such as `visit.danger`.
    pub save_to: Option<String>,
    /// The `appearance` column, split at blanks.
    pub appearance: Vec<String>,
    /// The tag of the Humanitarian Exchange Language.
    pub hxl: Option<String>,
    /// The group or repeat that it stands in.
    pub group: Option<usize>,
    /// The repeat that it or a group around it stands in.
    pub repeat: Option<usize>,
}

/// A group, or a repeat with a fixed count.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct Group {
    /// Unique within the form, also among questions.
    pub name: Name,
    /// Shown as the heading of its questions.
    pub label: Words,
    /// Its questions are asked only while this is true.
    pub relevant: Option<Expr>,
    /// The group that contains it.
    pub parent: Option<usize>,
    /// For a repeat: how many rows.
    pub count: Option<Expr>,
    /// The repeat that it is, or stands in.
    pub repeat: Option<usize>,
}

/// A list of choices.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct ChoiceList {
    /// The `list_name`.
    pub name: String,
    /// The choices in order.
    pub choices: Vec<Choice>,
}

/// One choice.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct Choice {
    /// What is stored.
    pub name: String,
    /// What the button says.
    pub label: Words,
}

/// What answers a question.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// A number between two, in steps.
    Range(Range),
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A date and a time.
    DateTime,
    /// One choice of the list with this index.
    One(usize),
    /// Any number of choices of the list with this index.
    Many(usize),
    /// "OK".
    Acknowledge,
    /// A medium.
    Media(MediaKind),
    /// Silent: shown before the next question.
    Note,
    /// Silent: its calculation.
    Calculate,
    /// Silent: comes with the context.
    Hidden,
    /// Silent: the date of the draft's start.
    Today,
    /// Silent: the instant of the draft's start.
    Start,
    /// Silent: the instant now.
    End,
    /// Silent: the context's `username`.
    Username,
}

/// The numbers of a range question, as start, start + step, … end.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Copy)]
pub struct Range {
    /// The first number.
    pub start: f64,
    /// The last number.
    pub end: f64,
    /// Positive.
    pub step: f64,
}

/// What beside typed words answers a text question.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy, Default)]
pub struct Accept {
    /// A voice note.
    pub voice: bool,
    /// A photo.
    pub photo: bool,
}

/// What has a derived state.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// The question with this index.
    Question(usize),
    /// The group with this index.
    Group(usize),
}

impl Kind {
    /// Whether a person is asked; the others are silent.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        match self {
            Self::Text
            | Self::Integer
            | Self::Decimal
            | Self::Range(_)
            | Self::Date
            | Self::Time
            | Self::DateTime
            | Self::One(_)
            | Self::Many(_)
            | Self::Acknowledge
            | Self::Media(_) => true,
            Self::Note
            | Self::Calculate
            | Self::Hidden
            | Self::Today
            | Self::Start
            | Self::End
            | Self::Username => false,
        }
    }
}

impl Question {
    /// Whether a person is asked for it.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.kind.is_asked() && !self.read_only
    }
}

impl Range {
    /// Its numbers when they are few enough for buttons, else none.
    #[must_use]
    pub fn buttons(&self) -> Vec<f64> {
        let steps = ((self.end - self.start) / self.step).round();
        #[expect(clippy::cast_precision_loss, reason = "the limit is a small number")]
        if !(0.0..limits::RANGE_BUTTONS as f64).contains(&steps) {
            return Vec::new();
        }
        std::iter::successors(Some(0.0), |step| Some(step + 1.0))
            .take_while(|step| *step <= steps)
            .map(|step| self.start + step * self.step)
            .collect()
    }

    /// Whether `number` is one of its numbers.
    #[must_use]
    pub fn contains(&self, number: f64) -> bool {
        let steps = (number - self.start) / self.step;
        number >= self.start && number <= self.end && (steps - steps.round()).abs() < 1.0e-9
    }
}

impl Accept {
    /// Whether a medium of this kind answers the question.
    #[must_use]
    pub fn takes(self, kind: MediaKind) -> bool {
        match kind {
            MediaKind::Audio => self.voice,
            MediaKind::Image => self.photo,
            MediaKind::Video | MediaKind::File => false,
        }
    }
}

impl ChoiceList {
    /// What its choice of this name is called in `language`, else in `default`.
    #[must_use]
    pub fn choice_in(&self, language: &str, default: &str, choice: &str) -> Option<String> {
        let mut choices = self.choices.iter();
        let choice = choices.find(|known| known.name == choice)?;
        let text = choice.label.in_language(language, default)?;
        Some(text.fixed_words())
    }
}

impl Form {
    /// What people call it in `language`; a title stands outside every question, so it has no values.
    #[must_use]
    pub fn title_in(&self, language: &str) -> Phrase {
        let text = self.title.in_language(language, &self.default_language);
        Phrase::fixed(text.map_or_else(|| self.name.clone(), Text::fixed_words))
    }

    /// Whether one of its questions saves to this typed field.
    #[must_use]
    pub fn saves_to(&self, field: &str) -> bool {
        let mut questions = self.questions.iter();
        questions.any(|question| question.save_to.as_deref() == Some(field))
    }

    /// What the choice of this name is called in `language`, in whichever list it stands first.
    #[must_use]
    pub fn choice_in(&self, language: &str, choice: &str) -> Option<String> {
        let mut lists = self.lists.iter();
        lists.find_map(|list| list.choice_in(language, &self.default_language, choice))
    }

    /// The question with this name and its index.
    #[must_use]
    pub fn question(&self, name: &str) -> Option<(usize, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .find(|(_, question)| &*question.name == name)
    }
}
