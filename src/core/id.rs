//! What things are called: ids of records, numbers that Telegram gives, and the codes of cases.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

record_ids! {
    /// A person who works here or is helped here.
    PersonId,
    /// A team and, for some, the area it serves.
    TeamId,
    /// A child's or family's case.
    CaseId,
    /// A goal of a case.
    GoalId,
    /// A step towards a goal.
    TaskId,
    /// A referral of a case to a service.
    ReferralId,
    /// A service of the directory.
    ServiceId,
    /// A summary that a family released to a service.
    ShareId,
    /// An immutable version of a form.
    FormId,
    /// An open conversation that will become a report.
    DraftId,
    /// A sent form.
    ReportId,
    /// A danger that somebody reported.
    AlertId,
    /// A voice note, photo or file that answers a question.
    MediaId,
    /// Somebody's place in a case.
    MemberId,
    /// Something that is due.
    ObligationId,
    /// An invitation to join.
    InviteId,
}

/// A Telegram user, as `from.id` tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserId(pub i64);

/// A Telegram chat; negative for groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChatId(pub i64);

/// A message within one chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub i32);

/// The name that a case goes by in messages: six characters of `A-Z2-9` without `O` and `I`, the last one a
/// check character. Derived from nothing, so that it tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    const ALPHABET: &'static [u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    /// A programme may bring its own codes; this long fits a button and a form of any peer system.
    const LONGEST: usize = 16;

    /// A code from five random bytes.
    #[must_use]
    pub fn from_random(random: [u8; 5]) -> Self {
        Self(Self::checked(&random))
    }

    /// A letter for each random byte, and a check character.
    pub(super) fn checked(random: &[u8]) -> String {
        let digits: Vec<u8> = random.iter().map(|byte| byte % 32).collect();
        let mut code: String = digits.iter().map(|&digit| Self::letter(digit)).collect();
        code.push(Self::letter(Self::check(&digits)));
        code
    }

    /// Whether the last of these letters confirms the others.
    pub(super) fn is_checked(letters: &str) -> bool {
        let digits: Option<Vec<u8>> = letters.bytes().map(Self::digit).collect();
        match digits.as_deref() {
            Some([body @ .., last]) => Self::check(body) == *last,
            Some([]) | None => false,
        }
    }

    /// Whether all of these letters are of the alphabet of codes.
    pub(super) fn can_spell(letters: &str) -> bool {
        letters.bytes().all(|letter| Self::digit(letter).is_some())
    }

    /// Reads a code as a person types it: any case, blanks around and dashes within are forgiven. `None` if it
    /// cannot be a code: other characters than letters and digits, shorter than 3 or longer than 16.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let code: String = typed
            .trim()
            .chars()
            .filter(|&c| c != '-' && c != ' ')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let fits = (3..=Self::LONGEST).contains(&code.len());
        (fits && code.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(Self(code))
    }

    /// Whether the last character confirms the others; codes that a programme brought need not.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.0.len() == 6 && Self::is_checked(&self.0)
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Luhn's sum in base 32: finds every single wrong character and nearly every swap of neighbours.
    fn check(digits: &[u8]) -> u8 {
        let sum: u8 = digits
            .iter()
            .rev()
            .enumerate()
            .map(|(place, &digit)| {
                let weighed = if place % 2 == 0 { digit * 2 } else { digit };
                weighed / 32 + weighed % 32
            })
            .fold(0, |sum, part| (sum + part) % 32);
        (32 - sum) % 32
    }

    fn letter(digit: u8) -> char {
        char::from(Self::ALPHABET[usize::from(digit)])
    }

    fn digit(letter: u8) -> Option<u8> {
        let place = Self::ALPHABET.iter().position(|&known| known == letter)?;
        u8::try_from(place).ok()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_single_wrong_character_of_a_code_is_found() {
        let code = Code::from_random([9, 200, 31, 77, 14]);
        assert!(code.is_confirmed());
        for place in 0..6 {
            for &other in Code::ALPHABET {
                let mut wrong = code.as_str().as_bytes().to_vec();
                if wrong[place] == other {
                    continue;
                }
                wrong[place] = other;
                let wrong = Code::parse(std::str::from_utf8(&wrong).unwrap()).unwrap();
                assert!(!wrong.is_confirmed(), "{wrong} passes for {code}");
            }
        }
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        assert_eq!(Code::parse(" k7m-2qx ").unwrap().as_str(), "K7M2QX");
        assert_eq!(Code::parse("ab"), None);
        assert_eq!(Code::parse("K7M2Q'"), None);
    }
}
