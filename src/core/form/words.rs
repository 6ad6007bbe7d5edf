//! Texts of a form in its languages, and the phrases they become once values are inserted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::value::Value;

/// One text in the languages it was written in, keyed by BCP 47 code. Empty when the form says nothing.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Default)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, Text>);

/// A text in one language, with places where values are inserted.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Default)]
#[serde(transparent)]
pub struct Text(pub Vec<Part>);

/// A part of a [`Text`].
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Written as it stands.
    Fixed(String),
    /// The value of the question with this index.
    Value(usize),
}

/// A text ready to be shown; inserted values stay values, so that the words layer can print dates and numbers in the
/// person's language and isolate inserted text.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Default)]
pub struct Phrase(pub Vec<Piece>);

/// A piece of a [`Phrase`].
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Words of the form.
    Fixed(String),
    /// A value that the form inserts.
    Inserted(Value),
}

impl Words {
    /// True when the form has this text in no language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in `language`, else in its base language, else in `default`, else in any.
    #[must_use]
    pub fn in_language(&self, language: &str, default: &str) -> Option<&Text> {
        let base = language.split('-').next().unwrap_or(language);
        [language, base, default]
            .iter()
            .find_map(|code| self.0.get(*code))
            .or_else(|| self.0.values().next())
    }
}

impl Text {
    /// The fixed words alone, for choice labels inside expressions.
    #[must_use]
    pub fn fixed_words(&self) -> String {
        self.0
            .iter()
            .map(|part| match part {
                Part::Fixed(words) => words.as_str(),
                Part::Value(_) => "",
            })
            .collect()
    }
}

impl Phrase {
    /// A phrase of fixed words.
    #[must_use]
    pub fn fixed(words: impl Into<String>) -> Self {
        Self(vec![Piece::Fixed(words.into())])
    }

    /// True when nothing would be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words with values in their plain form (ISO dates, choice names): for matching and logs of tests, not for people.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Fixed(words) => words.clone(),
                Piece::Inserted(value) => value.plain(),
            })
            .collect()
    }
}
