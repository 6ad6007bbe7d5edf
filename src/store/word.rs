//! Enums of the core come in, the words that columns hold go out, and back.

use serde::{Serialize, de::DeserializeOwned};

use super::Error;

/// The word of a plain enum, as its JSON has it.
///
/// # Errors
/// [`Error::Unfit`] for a value that carries more than a word.
pub fn word(value: &impl Serialize) -> Result<String, Error> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(_) | Err(_) => Err(Error::Unfit("a value that is more than a word")),
    }
}

/// Reads [`word`]; `column` names where it stands.
///
/// # Errors
/// [`Error::Damaged`] for a word that the enum does not have.
pub fn read<T: DeserializeOwned>(column: &'static str, word: &str) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|_| Error::Damaged(column))
}

/// Reads [`word`] where there may be none.
///
/// # Errors
/// As [`read`].
pub fn read_any<T: DeserializeOwned>(
    column: &'static str,
    word: Option<String>,
) -> Result<Option<T>, Error> {
    word.map(|word| read(column, &word)).transpose()
}
