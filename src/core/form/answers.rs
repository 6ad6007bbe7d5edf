//! The answers of one draft, keyed by place; their JSON round trip is the identity.

use std::{borrow::Borrow, collections::BTreeMap, fmt, ops::Deref, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};

use super::value::Value;

/// The name of a question, as the form's `name` column says. Cheap to clone.
#[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Clone)]
#[serde(from = "String", into = "String")]
pub struct Name(Arc<str>);

/// Where an answer belongs: a question, and inside a repeat the row, counted from 1. Written `danger` or `goal_score[2]`.
#[derive(Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Clone)]
#[serde(try_from = "String", into = "String")]
pub struct Place {
    /// The question's name; names are unique within a form.
    pub question: Name,
    /// The row of the repeat that the question stands in.
    pub instance: Option<u16>,
}

/// What a person did with a question.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Answered it.
    Given(Value),
    /// Passed over it; counts only while the question is optional.
    Skipped,
}

/// All answers of a draft, also those that other answers have made irrelevant.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Default)]
#[serde(transparent)]
pub struct Answers(BTreeMap<Place, Answer>);

/// A text that is no place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a place: {0:?} (expected a name, or a name and a row such as goal_score[2])")]
pub struct NotAPlace(pub String);

impl Answers {
    /// No answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer at `place`.
    #[must_use]
    pub fn get(&self, place: &Place) -> Option<&Answer> {
        self.0.get(place)
    }

    /// Stores an answer and returns the one it replaces.
    pub fn put(&mut self, place: Place, answer: Answer) -> Option<Answer> {
        self.0.insert(place, answer)
    }

    /// Stores a value as given.
    pub fn give(&mut self, place: Place, value: Value) -> Option<Answer> {
        self.put(place, Answer::Given(value))
    }

    /// Stores that the question was passed over.
    pub fn skip(&mut self, place: Place) -> Option<Answer> {
        self.put(place, Answer::Skipped)
    }

    /// Forgets the answer at `place`, so that it is asked again.
    pub fn clear(&mut self, place: &Place) -> Option<Answer> {
        self.0.remove(place)
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All answers in the order of their places' names.
    pub fn iter(&self) -> impl Iterator<Item = (&Place, &Answer)> {
        self.0.iter()
    }
}

impl FromIterator<(Place, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Place, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

impl Place {
    /// A question outside any repeat.
    #[must_use]
    pub fn new(question: impl Into<Name>) -> Self {
        Self {
            question: question.into(),
            instance: None,
        }
    }

    /// A question in the given row of its repeat, counted from 1.
    #[must_use]
    pub fn at(question: impl Into<Name>, row: u16) -> Self {
        Self {
            question: question.into(),
            instance: Some(row),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.instance {
            None => write!(f, "{}", self.question),
            Some(row) => write!(f, "{}[{row}]", self.question),
        }
    }
}

impl FromStr for Place {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let wrong = || NotAPlace(text.to_owned());
        let (name, instance) = match text.split_once('[') {
            None => (text, None),
            Some((name, row)) => {
                let row: u16 = row
                    .strip_suffix(']')
                    .and_then(|row| row.parse().ok())
                    .ok_or_else(wrong)?;
                (name, Some(row))
            }
        };
        if name.is_empty() || name.contains(']') || instance == Some(0) {
            return Err(wrong());
        }
        Ok(Self {
            question: name.into(),
            instance,
        })
    }
}

impl TryFrom<String> for Place {
    type Error = NotAPlace;

    fn try_from(text: String) -> Result<Self, NotAPlace> {
        text.parse()
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        Self(name.into())
    }
}

impl From<&Name> for Name {
    fn from(name: &Name) -> Self {
        name.clone()
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0.as_ref().to_owned()
    }
}
