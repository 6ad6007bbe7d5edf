//! Text from people comes in, text that cannot disturb what stands around it goes out.

use std::borrow::Cow;

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// Marks on one letter; the scripts we know need four, more only serves to smear a screen.
const MARKS_ON_A_LETTER: usize = 4;

/// `text` on one line, at most `limit` characters, the rest shown as "…".
pub(super) fn one_line(text: &str, limit: usize) -> Cow<'_, str> {
    match text.len() <= limit && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        true => Cow::Borrowed(text),
        false => {
            let words: Vec<String> = text.split_whitespace().map(harmless).collect();
            Cow::Owned(shortened(&words.join(" "), limit))
        }
    }
}

/// `text` with its lines, at most `limit` characters, the rest shown as "…".
pub(super) fn paragraphs(text: &str, limit: usize) -> String {
    let lines: Vec<String> = text.lines().map(|line| harmless(line.trim())).collect();
    shortened(lines.join("\n").trim(), limit)
}

/// `text` between marks that keep its direction of writing from changing that of the text around it.
pub(super) fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Without control characters, without what turns the direction of text or hides in it. The joiners U+200C and
/// U+200D stay: scripts and emoji need them.
fn harmless(text: &str) -> String {
    let mut marks = 0;
    text.chars()
        .filter(|&letter| {
            let is_mark = is_mark(letter);
            marks = if is_mark { marks + 1 } else { 0 };
            marks <= MARKS_ON_A_LETTER && !is_unwanted(letter)
        })
        .collect()
}

fn is_unwanted(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{00AD}' // soft hyphen
            | '\u{061C}' | '\u{200E}' | '\u{200F}' // direction marks
            | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' // without width
            | '\u{2028}' | '\u{2029}' // line ends
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' // embeddings, overrides, isolates
            | '\u{FFF9}'..='\u{FFFB}') // annotations
}

/// Whether `letter` belongs to the letter before it.
fn is_mark(letter: char) -> bool {
    letter.general_category_group() == GeneralCategoryGroup::Mark
}

/// At most `limit` characters of `text`, never part of a letter, the rest shown as "…".
pub(super) fn shortened(text: &str, limit: usize) -> String {
    if text.len() <= limit {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= limit {
        return text.to_owned();
    }
    let mut end = limit.saturating_sub(1);
    while end > 0
        && (is_mark(letters[end]) || letters[end] == '\u{200D}' || letters[end - 1] == '\u{200D}')
    {
        end -= 1;
    }
    let kept: String = letters[..end].iter().collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_become_harmless_and_honest_ones_stay() {
        for (written, shown) in [
            ("Amina", "Amina"),
            ("a\u{202E}nim\u{2066}A\u{200B}", "animA"),
            (" two\r\n lines\t", "two lines"),
            ("\u{0}\u{7}x\u{1B}[31m", "x[31m"),
            ("نور\u{200C}الدين", "نور\u{200C}الدين"),
            ("👩\u{200D}👧", "👩\u{200D}👧"),
            ("ក្រុមគ្រួសារ", "ក្រុមគ្រួសារ"),
            (
                "z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
                "z\u{301}\u{301}\u{301}\u{301}",
            ),
        ] {
            assert_eq!(one_line(written, 50), shown, "{written:?}");
        }
    }

    #[test]
    fn long_text_is_cut_between_whole_letters() {
        assert_eq!(one_line("abcdef", 6), "abcdef");
        assert_eq!(one_line("abcdefg", 6), "abcde…");
        assert_eq!(one_line("abcde\u{301}fgh", 6), "abcd…");
        assert_eq!(paragraphs(" a \n\n b\u{202E} ", 20), "a\n\nb");
    }
}
