//! The code of an invitation that is read out and typed: random bytes or typed letters come in, eight characters go out.

use std::fmt;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::form::read::fold::fold as folded;
use super::id::Code;

/// A code works for this long. It has 35 random bits where a link has 128, so that a voice can carry it; at five guesses
/// an hour for each account, a day leaves nobody the time to find one.
pub const CODE_HOLDS: TimeDelta = TimeDelta::hours(24);
/// Letters of a code, the last one a check character.
const LETTERS: usize = 8;
/// From here on it is read out after a breath.
const HALF: usize = LETTERS / 2;

/// A code that stands for an invitation, of the alphabet of case codes and longer than they are.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TypedCode(String);

impl TypedCode {
    /// A code from seven random bytes.
    #[must_use]
    pub fn from_random(random: [u8; LETTERS - 1]) -> Self {
        Self(Code::checked(&random))
    }

    /// Reads a code as a person types it: in any case, with digits of any script, blanks or dashes within. `None` if it
    /// cannot be one, also where the check character finds a slip.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let letters = letters(typed)?;
        Code::is_checked(&letters).then_some(Self(letters))
    }

    /// Whether somebody may have meant a code and slipped: as long, of the same alphabet, with a digit in it.
    #[must_use]
    pub fn is_slip(typed: &str) -> bool {
        letters(typed).is_some_and(|letters| {
            letters.bytes().any(|letter| letter.is_ascii_digit()) && !Code::is_checked(&letters)
        })
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was typed, as a code is written; `None` if a letter or the length tells that it is none.
fn letters(typed: &str) -> Option<String> {
    let letters = folded(typed).replace(' ', "").to_ascii_uppercase();
    (letters.len() == LETTERS && Code::can_spell(&letters)).then_some(letters)
}

/// In two halves, as it is read out.
impl fmt::Display for TypedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", &self.0[..HALF], &self.0[HALF..])
    }
}

/// A secret stays out of what is printed while looking for a fault.
impl fmt::Debug for TypedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedCode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = TypedCode::from_random([24, 25, 26, 27, 28, 29, 30]);
        let plain = code.as_str().to_owned();
        assert_eq!(plain.len(), LETTERS);
        let spoken = plain.to_lowercase();
        let apart: Vec<String> = spoken.chars().map(String::from).collect();
        for typed in [
            plain.clone(),
            code.to_string(),
            format!("  {} {} ", &spoken[..HALF], &spoken[HALF..]),
            apart.join(" "),
            plain.replace('3', "٣").replace('4', "۴").replace('5', "५"),
        ] {
            assert_eq!(TypedCode::parse(&typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn a_slip_is_no_code_and_is_seen_to_be_one() {
        let code = TypedCode::from_random([7, 3, 31, 0, 12, 25, 9]);
        for place in 0..LETTERS {
            for other in "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".chars() {
                let mut wrong: Vec<char> = code.as_str().chars().collect();
                if wrong[place] == other {
                    continue;
                }
                wrong[place] = other;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(TypedCode::parse(&wrong), None, "{wrong} passes for {code}");
                let digit = wrong.contains(|letter: char| letter.is_ascii_digit());
                assert_eq!(TypedCode::is_slip(&wrong), digit, "{wrong}");
            }
        }
        for words in [
            "hello",
            "K7M2QX",
            "good evening",
            "",
            "12345678",
            "السلام عليكم",
        ] {
            assert_eq!(TypedCode::parse(words), None, "{words}");
            assert!(!TypedCode::is_slip(words), "{words}");
        }
    }
}
