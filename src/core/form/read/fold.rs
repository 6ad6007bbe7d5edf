//! Words as people type them come in, words that compare go out.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Letters and digits only: in lower case, without accents, digits as 0–9, one blank between words.
pub(in crate::core) fn fold(text: &str) -> String {
    let letters = text
        .nfkd()
        .filter(|sign| canonical_combining_class(*sign) == 0 && !is_ignored(*sign))
        .flat_map(char::to_lowercase)
        .map(|sign| digit(sign).unwrap_or(sign))
        .map(as_typed)
        .map(|sign| if is_word_sign(sign) { sign } else { ' ' });
    letters
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text with digits of any script as 0–9, without signs that nobody sees.
pub(super) fn visible(text: &str) -> String {
    let signs = text
        .nfkc()
        .filter(|sign| sign.general_category() != GeneralCategory::Format);
    signs
        .map(|sign| digit(sign).unwrap_or(sign))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Whether a folded text is one of these words.
pub(super) fn among(folded: &str, words: &[String]) -> bool {
    words.iter().any(|word| fold(word) == folded)
}

/// Arabic letters that are typed one for the other.
fn as_typed(sign: char) -> char {
    match sign {
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

/// Apostrophes, so that both kinds of "aujourd'hui" are one word; the Arabic stretching sign; direction marks and icon styles.
fn is_ignored(sign: char) -> bool {
    matches!(
        sign,
        '\'' | '’' | 'ʼ' | '`' | '\u{640}' | '\u{fe00}'..='\u{fe0f}'
    ) || sign.general_category() == GeneralCategory::Format
}

/// Vowel signs of Indian and Burmese scripts are no letters, but parts of words.
fn is_word_sign(sign: char) -> bool {
    sign.is_alphanumeric()
        || matches!(
            sign.general_category(),
            GeneralCategory::SpacingMark | GeneralCategory::NonspacingMark
        )
}

/// The digit 0–9 for a digit of any script. Digits stand in runs of ten that begin with zero, some runs side by side, so
/// that the place in the run tells the value.
fn digit(sign: char) -> Option<char> {
    let is_digit = |sign: char| sign.general_category() == GeneralCategory::DecimalNumber;
    if sign.is_ascii() || !is_digit(sign) {
        return sign.is_ascii_digit().then_some(sign);
    }
    let before = (1..).take_while(|back| {
        u32::from(sign)
            .checked_sub(*back)
            .and_then(char::from_u32)
            .is_some_and(is_digit)
    });
    char::from_digit(u32::try_from(before.count()).ok()? % 10, 10)
}
