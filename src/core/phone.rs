//! A phone number comes in as somebody types it or as a phone shares it; what it is compared by goes out.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::form::read::fold::fold as folded;

/// The last digits alone are compared: one person writes the country code before them, another a zero.
const COMPARED: usize = 9;
/// The longest number that there is (E.164).
const LONGEST: usize = 15;
/// With `00` and no plus before it.
const LONGEST_TYPED: usize = LONGEST + 2;

/// The last nine digits of a phone number. They are in memory while an event is decided, and nowhere else.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Reads a number with digits of any script, and blanks, dashes or brackets among them. `None` where there are too few
    /// digits to compare, too many, or letters.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let digits = folded(typed).replace(' ', "");
        let fits = (COMPARED..=LONGEST_TYPED).contains(&digits.len());
        let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
        (fits && is_number).then(|| Self(digits[digits.len() - COMPARED..].to_owned()))
    }

    /// These digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody's number stays out of what is printed while looking for a fault.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let number = Phone::parse("254712345678");
        assert!(number.is_some());
        for typed in [
            "+254 712 345 678",
            "0712345678",
            "(0712) 345-678",
            "00254.712.345.678",
            "712 345 678",
            "+٢٥٤ ٧١٢ ٣٤٥ ٦٧٨",
            "\u{2066}+254 712–345–678\u{2069}",
            "+२५४ ७१२ ३४५ ६७८",
        ] {
            assert_eq!(Phone::parse(typed), number, "{typed}");
        }
        assert_ne!(Phone::parse("+254 712 345 679"), number);
        assert_eq!(format!("{number:?}"), "Some(Phone)");
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in [
            "",
            "12345678",
            "call 0712345678",
            "I do not know",
            "123456789012345678",
            "½½½½½½½½½",
            "أمس",
        ] {
            assert_eq!(Phone::parse(typed), None, "{typed}");
        }
    }
}
