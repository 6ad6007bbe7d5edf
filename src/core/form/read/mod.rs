//! Typed words come in, the answer they mean goes out.

mod choice;
mod date;
pub(in crate::core) mod fold;
mod number;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::{
    asked::{Asked, Given, Slip},
    limits,
    model::Kind,
};

/// The words of one language that answers are read with. Case, accents, apostrophes and direction marks are ignored.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone, Default)]
#[serde(default)]
pub struct Vocabulary {
    /// Words for yes.
    pub yes: Vec<String>,
    /// Words for no, and for none.
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
    /// Words for leaving a question unanswered.
    pub skip: Vec<String>,
    /// Words for going back to the question before.
    pub back: Vec<String>,
    /// Words for closing the form.
    pub cancel: Vec<String>,
    /// Words in a date that carry nothing, such as "of", "de", "le".
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
    if fold::visible(text).is_empty() {
        return Err(Slip::Blank);
    }
    match asked.kind {
        Kind::Text => {
            let limit = limits::TEXT_ANSWER_CHARS;
            let text = text.trim();
            if text.chars().count() > limit {
                Err(Slip::TooLong { limit })
            } else {
                Ok(Given::Text(text.to_owned()))
            }
        }
        Kind::Integer => number::read(text, number::Wanted::Whole),
        Kind::Decimal => number::read(text, number::Wanted::Any),
        Kind::Range(range) => {
            let whole = range.start.fract() == 0.0 && range.step.fract() == 0.0;
            number::read(
                text,
                if whole {
                    number::Wanted::Whole
                } else {
                    number::Wanted::Any
                },
            )
        }
        Kind::Date => date::read(text, vocabulary, today, &asked.quick_dates).map(Given::Date),
        Kind::Time => date::read_time(text).map(Given::Time),
        Kind::DateTime => date::read_both(text, vocabulary, today).map(Given::DateTime),
        Kind::One(_) => choice::one(text, &asked.choices, vocabulary).map(Given::Choice),
        Kind::Many(_) => choice::many(text, asked, vocabulary).map(Given::Choices),
        Kind::Acknowledge => {
            let text = fold::fold(text);
            if text == "ok" || fold::among(&text, &vocabulary.yes) {
                Ok(Given::Acknowledged)
            } else {
                Err(Slip::NoSuchChoice)
            }
        }
        Kind::Media(_) => Err(Slip::NotAMedium),
        Kind::Note
        | Kind::Calculate
        | Kind::Hidden
        | Kind::Today
        | Kind::Start
        | Kind::End
        | Kind::Username => Err(Slip::NotAsked),
    }
}

/// The day to come that `text` means; a weekday alone is the next one.
///
/// # Errors
/// What is wrong with it.
pub fn day(text: &str, vocabulary: &Vocabulary, today: NaiveDate) -> Result<NaiveDate, Slip> {
    let to_come: Vec<NaiveDate> = today.succ_opt().into_iter().collect();
    date::read(text, vocabulary, today, &to_come)
}

/// The time of the day that `text` means; an hour alone is a whole one.
///
/// # Errors
/// What is wrong with it.
pub fn time(text: &str) -> Result<NaiveTime, Slip> {
    let hour = whole_number(text).and_then(|hour| u32::try_from(hour).ok());
    match hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0)) {
        Some(time) => Ok(time),
        None => date::read_time(text),
    }
}

/// Whether `text` says yes or no; `None` if it says anything else.
#[must_use]
pub fn yes_or_no(text: &str, vocabulary: &Vocabulary) -> Option<bool> {
    match (says(text, &vocabulary.yes), says(text, &vocabulary.no)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

/// Whether `text` is one of these words, however it is typed.
#[must_use]
pub fn says(text: &str, words: &[String]) -> bool {
    fold::among(&fold::fold(text), words)
}

/// A typed whole number, in the digits of any script.
#[must_use]
pub fn whole_number(text: &str) -> Option<i64> {
    match number::read(text, number::Wanted::Whole) {
        Ok(Given::Integer(number)) => Some(number),
        Ok(_) | Err(_) => None,
    }
}
