//! Two words of names come in, in whatever scripts; whether they are the same name goes out.
//!
//! What a script spells out is carried to Latin letters and compared by slips of the finger. Arabic and Hebrew leave
//! short vowels out, so there the consonants decide; two names in one script are never compared by those, since
//! too many would be alike.

use any_ascii::any_ascii;

/// From so many consonants on, the last vowel does not matter.
const TELLING: usize = 3;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// In Latin letters.
    Latin,
    /// In a script without short vowels.
    Abjad,
    /// In another script, which has all sounds.
    Full,
}

/// A word as it is written and as it sounds.
#[derive(Clone, Debug)]
pub struct Spelt {
    /// Folded.
    pub word: String,
    script: Script,
    /// In Latin letters.
    latin: String,
    consonants: String,
    begins: bool,
    ends: End,
}

/// What a word ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// A consonant.
    Closed,
    /// An open sound.
    A,
    /// One between open and narrow.
    E,
    /// A narrow one.
    I,
    /// A round one.
    U,
    /// A letter that is read as an open or a narrow one.
    AorI,
}

/// Folded words with Latin letters of other alphabets (ø, ł, ß) as those of English.
#[must_use]
pub fn plain(folded: &str) -> String {
    let is_latin = |sign: &char| matches!(sign, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    if !folded.contains(|sign| is_latin(&sign)) {
        return folded.to_owned();
    }
    let signs = folded.chars().map(|sign| match is_latin(&sign) {
        true => any_ascii(&sign.to_string()).to_lowercase(),
        false => sign.to_string(),
    });
    signs.collect()
}

/// The words of a folded name, and each two neighbours as one word: "Abd Allah" is Abdallah to others.
#[must_use]
pub fn spelt(name: &str) -> Vec<Spelt> {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).map(|pair| pair.concat());
    let single = words.iter().map(|word| (*word).to_owned());
    single.chain(pairs).map(Spelt::of).collect()
}

/// Whether a name has letters that are not Latin.
#[must_use]
pub fn is_foreign(folded: &str) -> bool {
    folded.contains(|sign: char| !sign.is_ascii() && sign.is_alphabetic())
}

impl Spelt {
    fn of(word: String) -> Self {
        let script = match word.chars().find(|sign| sign.is_alphabetic()) {
            Some('\u{590}'..='\u{8ff}') => Script::Abjad,
            Some(sign) if !sign.is_ascii() => Script::Full,
            Some(_) | None => Script::Latin,
        };
        let latin: String = any_ascii(&word)
            .to_lowercase()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        Self {
            begins: begins_with_vowel(&word, script, &latin),
            ends: end(&word, script, &latin),
            consonants: consonants(&latin),
            latin,
            script,
            word,
        }
    }

    /// Whether it is the other word in another script; `close` says which Latin spellings are the same.
    #[must_use]
    pub fn is_carried_from(&self, other: &Self, close: fn(&str, &str) -> bool) -> bool {
        match (self.script, other.script) {
            (Script::Latin, Script::Latin)
            | (Script::Abjad, Script::Abjad)
            | (Script::Full, Script::Full) => false,
            (Script::Latin, Script::Full) | (Script::Full, Script::Latin) => {
                close(&self.latin, &other.latin)
            }
            (Script::Abjad, Script::Latin | Script::Full) => self.sounds_like(other),
            (Script::Latin | Script::Full, Script::Abjad) => other.sounds_like(self),
        }
    }

    /// Whether a word without short vowels may be this one with them.
    fn sounds_like(&self, voiced: &Self) -> bool {
        let same = !self.consonants.is_empty() && self.consonants == voiced.consonants;
        let ends = match self.ends {
            // Swahili closes a borrowed name with an i.
            End::Closed => matches!(voiced.ends, End::Closed | End::I),
            End::A => matches!(voiced.ends, End::A | End::E),
            End::AorI => matches!(voiced.ends, End::A | End::E | End::I),
            other @ (End::E | End::I | End::U) => other == voiced.ends,
        };
        same && self.begins == voiced.begins && (ends || self.consonants.len() >= TELLING)
    }
}

fn begins_with_vowel(word: &str, script: Script, latin: &str) -> bool {
    match script {
        Script::Abjad => word.starts_with(['ا', 'ع', 'ء', 'א', 'ע']),
        Script::Latin | Script::Full => latin.starts_with(['a', 'e', 'i', 'o', 'u']),
    }
}

fn end(word: &str, script: Script, latin: &str) -> End {
    match (script, word.chars().last(), latin.trim_end_matches('h')) {
        (Script::Abjad, Some('ا' | 'ه' | 'א' | 'ה'), _) => End::A,
        (Script::Abjad, Some('ي' | 'ی' | 'י'), _) => End::AorI,
        (Script::Abjad, Some('و' | 'ו'), _) => End::U,
        (Script::Abjad, ..) => End::Closed,
        (Script::Latin | Script::Full, _, latin) => match latin.chars().last() {
            Some('a') => End::A,
            Some('e') => End::E,
            Some('i' | 'y') => End::I,
            Some('o' | 'u' | 'w') => End::U,
            Some(_) | None => End::Closed,
        },
    }
}

/// The consonants, those that scripts and languages write one for another as one; y and w are vowels but at the
/// beginning, and the last h is hardly heard.
fn consonants(latin: &str) -> String {
    let mut left = latin.trim_end_matches('h');
    let mut found = String::new();
    let mut before = None;
    while let Some(first) = left.chars().next() {
        let pairs = [
            ("kh", 'h'),
            ("sh", 's'),
            ("ch", 's'),
            ("gh", 'g'),
            ("th", 't'),
            ("dh", 'd'),
            ("zh", 'z'),
            ("ph", 'f'),
            ("ck", 'k'),
            ("dj", 'j'),
        ];
        let pair = pairs.into_iter().find(|(pair, _)| left.starts_with(pair));
        let (sound, length) = match (pair, first) {
            (Some((_, sound)), _) => (Some(sound), 2),
            (None, 'a' | 'e' | 'i' | 'o' | 'u') => (None, 1),
            (None, 'y' | 'w') if left.len() < latin.len() => (None, 1),
            (None, 'c' | 'q') => (Some('k'), 1),
            (None, 'p') => (Some('b'), 1),
            (None, 'v') => (Some('f'), 1),
            (None, other) => (Some(other), 1),
        };
        // Both of a double letter are one sound, but not two with a vowel between them.
        if sound != before {
            found.extend(sound);
        }
        before = sound;
        left = &left[length..];
    }
    found
}
