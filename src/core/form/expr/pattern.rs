//! Regular expressions of forms, compiled once when a form is compiled or loaded.

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use crate::core::form::limits;

/// A regular expression that matches whole texts. Stored as its source.
#[derive(Serialize, Deserialize, Debug, Clone)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    source: String,
    whole: Regex,
}

impl Pattern {
    /// Compiles `source` so that only a whole text matches.
    ///
    /// # Errors
    /// The syntax is not understood, or the pattern is too big.
    pub fn new(source: &str) -> Result<Self, regex::Error> {
        let whole = RegexBuilder::new(&format!("\\A(?:{source})\\z"))
            .size_limit(limits::PATTERN_BYTES)
            .build()?;
        Ok(Self {
            source: source.to_owned(),
            whole,
        })
    }

    /// The pattern as written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether its author wrote that it stands for the whole text.
    #[must_use]
    pub fn is_anchored(&self) -> bool {
        self.source.starts_with('^') && self.source.ends_with('$')
    }

    /// Whether all of `text` matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.whole.is_match(text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl TryFrom<String> for Pattern {
    type Error = regex::Error;

    fn try_from(source: String) -> Result<Self, regex::Error> {
        Self::new(&source)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.source
    }
}
