//! What a family is called comes in with what the team's cases are called; the cases that may be the same go out.
//!
//! Case, accents, apostrophes and the ways in which one Arabic letter is typed for another do not matter. Words are
//! compared by three letters at a time and by slips of the finger. Nothing is carried from one script to another: a
//! name in Arabic letters is not found by the same name in Latin ones.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::form::read::fold::fold as folded;

/// Cases shown at most; the most alike come first.
pub const SHOWN: usize = 5;
/// Cases of a team that are compared, the newest first.
pub const COMPARED: u16 = 2000;
/// From so much in common on, of 1, two names are alike. A case shown in vain costs a look; one missed is a family
/// that tells its story twice.
const ENOUGH: f64 = 0.5;
/// Of eight letters so many may differ within one word.
const SLIPS_IN_EIGHT: usize = 3;
/// Shorter words are articles and such; a short name is found by its parts.
const SHORTEST_WORD: usize = 4;

/// The cases whose code or alias is like `typed`, the most alike first.
#[must_use]
pub fn alike<'a>(typed: &str, cases: &[&'a Case]) -> Vec<&'a Case> {
    let wanted = folded(typed);
    let called: Vec<String> = cases
        .iter()
        .map(|case| folded(case.alias.as_deref().unwrap_or_default()))
        .collect();
    let known = Known::of(&called);
    let mut found: Vec<(f64, &Case)> = cases
        .iter()
        .zip(&called)
        .map(|(case, alias)| {
            let coded = close(&wanted.replace(' ', ""), &folded(case.code.as_str()));
            let score = match coded {
                true => 1.0,
                false => known.in_common(&wanted, alias),
            };
            (score, *case)
        })
        .filter(|(score, _)| *score >= ENOUGH)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.code.cmp(&b.1.code)));
    found
        .into_iter()
        .take(SHOWN)
        .map(|(_, case)| case)
        .collect()
}

/// In how many names each part stands; what stands in many tells little.
struct Known {
    names: usize,
    parts: BTreeMap<String, usize>,
    words: BTreeMap<String, usize>,
}

impl Known {
    fn of(names: &[String]) -> Self {
        let mut known = Self {
            names: names.len(),
            parts: BTreeMap::new(),
            words: BTreeMap::new(),
        };
        for name in names {
            for part in parts(name) {
                *known.parts.entry(part).or_default() += 1;
            }
            let words: BTreeSet<&str> = name.split(' ').collect();
            for word in words {
                *known.words.entry(word.to_owned()).or_default() += 1;
            }
        }
        known
    }

    /// How much of the shorter name the other has as well, 0 to 1.
    fn in_common(&self, one: &str, other: &str) -> f64 {
        let (ours, theirs) = (parts(one), parts(other));
        let shorter = self.weight(&ours).min(self.weight(&theirs));
        if shorter == 0.0 {
            return 0.0;
        }
        let both: BTreeSet<String> = ours.intersection(&theirs).cloned().collect();
        let shared = self.weight(&both) / shorter;
        match self.share_a_rare_word(one, other) {
            true => shared.max(ENOUGH),
            false => shared,
        }
    }

    fn weight(&self, parts: &BTreeSet<String>) -> f64 {
        let many = |part| self.parts.get(part).copied().unwrap_or(1);
        let weights = parts.iter().map(|part| u32::try_from(many(part)));
        weights
            .map(|many| 1.0 / f64::from(many.unwrap_or(u32::MAX)))
            .sum()
    }

    /// Whether a word of one is a word of the other but for slips, and few names have it.
    fn share_a_rare_word(&self, one: &str, other: &str) -> bool {
        let few = 1 + self.names / 10;
        let is_rare = |word: &&str| self.words.get(*word).copied().unwrap_or_default() <= few;
        let theirs: Vec<&str> = other.split(' ').filter(is_rare).collect();
        let mut ours = one.split(' ').filter(is_rare);
        ours.any(|word| theirs.iter().any(|other| close(word, other)))
    }
}

/// The parts of three letters of each word, with a blank on either side.
fn parts(name: &str) -> BTreeSet<String> {
    let words = name.split(' ').filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let letters: Vec<char> = format!(" {word} ").chars().collect();
            let parts = letters.windows(3).map(|part| part.iter().collect());
            parts.collect::<Vec<String>>()
        })
        .collect()
}

/// Whether two words are the same but for a few letters that are missing, added or another.
fn close(one: &str, other: &str) -> bool {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let longest = one.len().max(other.len());
    one.len().min(other.len()) >= SHORTEST_WORD
        && slips(&one, &other) * 8 <= longest * SLIPS_IN_EIGHT
}

/// Levenshtein's distance.
fn slips(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = before + usize::from(a != b);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::case::Risk;
    use crate::core::id::{CaseId, Code, TeamId};
    use crate::core::stage::Stage;
    use uuid::Uuid;

    const TEAM: [(&str, &str); 8] = [
        ("K7M2QX", "The tailor's family"),
        ("R4TWN9", "The house by the pump"),
        ("B3HY6D", "Juma's grandmother"),
        ("P8CZ5E", "The baker's family"),
        ("AB2CD3", "La famille Traoré"),
        ("XY2ZZ3", "أسرة مريم الخيّاطة"),
        ("CD4EF5", "Mohammed and his sisters"),
        ("GH6JK7", "The three brothers"),
    ];

    fn found(typed: &str) -> Vec<&'static str> {
        let cases: Vec<Case> = TEAM
            .iter()
            .map(|(code, alias)| Case {
                id: CaseId(Uuid::nil()),
                code: Code::parse(code).unwrap(),
                alias: Some((*alias).to_owned()),
                risk: Risk::Low,
                stage: Stage::Referred,
                team: TeamId(Uuid::nil()),
                zone: chrono_tz::Tz::UTC,
                opened_on: chrono::NaiveDate::MIN,
                membership: None,
                placed_on: None,
                unsent: false,
                last_visit: None,
            })
            .collect();
        let cases: Vec<&Case> = cases.iter().collect();
        let found = alike(typed, &cases).into_iter();
        found
            .map(|case| {
                let mut team = TEAM.iter().map(|(code, _)| *code);
                team.find(|code| *code == case.code.as_str()).unwrap()
            })
            .collect()
    }

    #[test]
    fn a_family_is_found_however_its_name_is_spelt() {
        for (typed, code) in [
            ("the TAILORS family", "K7M2QX"),
            ("Taylor family", "K7M2QX"),
            ("tailor", "K7M2QX"),
            ("grandmother of juma", "B3HY6D"),
            ("Jumaa", "B3HY6D"),
            ("famille traore", "AB2CD3"),
            ("مريم الخياطه", "XY2ZZ3"),
            ("Muhamad", "CD4EF5"),
            ("k7m 2qx", "K7M2QX"),
            ("K7M2QY", "K7M2QX"),
        ] {
            assert_eq!(
                found(typed).first(),
                Some(&code),
                "{typed}: {:?}",
                found(typed)
            );
        }
    }

    #[test]
    fn words_that_many_families_are_called_by_do_not_make_them_alike() {
        for typed in [
            "The Otieno family",
            "The house on the hill of Grace",
            "Zuhura",
            "م",
            "",
        ] {
            let found = found(typed);
            assert!(found.len() <= 1, "{typed}: {found:?}");
        }
        assert_eq!(found("Zuhura"), Vec::<&str>::new());
        assert_eq!(found(""), Vec::<&str>::new());
    }
}
