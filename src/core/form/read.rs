//! Typed words come in, the answer they mean goes out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::asked::{Asked, Given, Slip};

/// The words of one language that answers are read with. Case, accents and direction marks are ignored.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Default)]
#[serde(default)]
pub struct Vocabulary {
    /// Words for yes.
    pub yes: Vec<String>,
    /// Words for no.
    pub no: Vec<String>,
    /// Words for today.
    pub today: Vec<String>,
    /// Words for yesterday.
    pub yesterday: Vec<String>,
    /// Words for tomorrow.
    pub tomorrow: Vec<String>,
    /// Names of the twelve months, each full, short and otherwise.
    pub months: Vec<Vec<String>>,
    /// Names of the seven weekdays from Monday, each full, short and otherwise.
    pub weekdays: Vec<Vec<String>>,
    /// Words between day and month that carry nothing, such as "of", "de", "le".
    pub fillers: Vec<String>,
}

/// Reads `text` as an answer to `asked`.
///
/// # Errors
/// The slip that tells why the text is no answer.
pub fn typed(
    asked: &Asked,
    text: &str,
    vocabulary: &Vocabulary,
    today: NaiveDate,
) -> Result<Given, Slip> {
    let _ = (asked, text, vocabulary, today);
    todo!()
}
