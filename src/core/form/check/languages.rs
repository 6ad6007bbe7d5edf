//! Names of languages as people write them come in, BCP 47 codes go out.

use super::columns::Columns;

/// BCP 47 for a language that is not stated.
pub(super) const UNKNOWN: &str = "und";

/// Languages that public forms name without a code.
const NAMES: [(&str, &str); 24] = [
    ("amharic", "am"),
    ("arabic", "ar"),
    ("bengali", "bn"),
    ("burmese", "my"),
    ("dari", "prs"),
    ("english", "en"),
    ("farsi", "fa"),
    ("french", "fr"),
    ("français", "fr"),
    ("hausa", "ha"),
    ("hindi", "hi"),
    ("kiswahili", "sw"),
    ("kurdish", "ku"),
    ("nepali", "ne"),
    ("pashto", "ps"),
    ("portuguese", "pt"),
    ("russian", "ru"),
    ("somali", "so"),
    ("spanish", "es"),
    ("español", "es"),
    ("swahili", "sw"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("default", UNKNOWN),
];

/// The code of a language written `Swahili (sw)`, `sw` or `Swahili`.
///
/// # Errors
/// The name, when no code is known for it.
pub(super) fn code(written: &str) -> Result<String, String> {
    let bracketed = written
        .trim()
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    let candidate = bracketed.map_or(written, |(_, code)| code).trim();
    if let Some((_, code)) = NAMES
        .iter()
        .find(|(name, _)| *name == candidate.to_lowercase())
    {
        return Ok((*code).to_owned());
    }
    if is_code(candidate) {
        Ok(candidate.to_owned())
    } else {
        Err(written.to_owned())
    }
}

/// All languages of the labels, in the order of the columns.
pub(super) fn of_form(survey: &Columns<'_>, choices: &Columns<'_>) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    for code in survey.languages("label").chain(choices.languages("label")) {
        if !languages.iter().any(|known| known == code) {
            languages.push(code.to_owned());
        }
    }
    languages
}

/// A language of two or three letters, then subtags.
fn is_code(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    let plain = |part: &str| part.chars().all(|sign| sign.is_ascii_alphanumeric());
    matches!(language.len(), 2 | 3)
        && language.chars().all(|sign| sign.is_ascii_lowercase())
        && parts.all(|part| matches!(part.len(), 1..=8) && plain(part))
}
