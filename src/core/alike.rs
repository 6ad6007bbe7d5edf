//! What a family is called comes in with what the team's cases are called; the cases that may be the same go out.
//!
//! Case, accents, apostrophes and the ways in which one Arabic letter is typed for another do not matter. Words are
//! compared by three letters at a time and by slips of the finger, and from one script to another by how they sound.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::form::read::fold::fold;
use super::spelling::{Spelt, is_foreign, plain, spelt};

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
    let wanted = Wanted {
        code: wanted.replace(' ', ""),
        parts: parts(&wanted),
        spelt: spelt(&wanted),
        name: wanted,
    };
    let mut found: Vec<(f64, &Case)> = cases
        .iter()
        .zip(&called)
        .map(|(case, alias)| {
            let coded = close(&wanted.code, &case.code.as_str().to_lowercase());
            let score = match coded {
                true => 1.0,
                false => known
                    .in_common(&wanted, alias)
                    .max(known.carried(&wanted, alias)),
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

fn folded(text: &str) -> String {
    plain(&fold(text))
}

/// A part of a word: three letters of it.
type Part = [char; 3];

/// The name that is looked for, read once.
struct Wanted {
    name: String,
    code: String,
    parts: BTreeSet<Part>,
    spelt: Vec<Spelt>,
}

/// In how many names each part stands; what stands in many tells little.
struct Known {
    names: usize,
    parts: BTreeMap<Part, usize>,
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
    fn in_common(&self, wanted: &Wanted, other: &str) -> f64 {
        let theirs = parts(other);
        let shorter = self.weight(&wanted.parts).min(self.weight(&theirs));
        if shorter == 0.0 {
            return 0.0;
        }
        let shared = self.weight(wanted.parts.intersection(&theirs)) / shorter;
        match self.share_a_rare_word(&wanted.name, other) {
            true => shared.max(ENOUGH),
            false => shared,
        }
    }

    /// How much of the wanted name the other has in another script, 0 to 1.
    fn carried(&self, wanted: &Wanted, other: &str) -> f64 {
        if !is_foreign(&wanted.name) && !is_foreign(other) {
            return 0.0;
        }
        let theirs = spelt(other);
        let is_rare = |spelt: &&Spelt| self.is_rare(&spelt.word);
        let has = |ours: &&Spelt| {
            let mut theirs = theirs.iter().filter(is_rare);
            theirs.any(|their| ours.is_carried_from(their, close))
        };
        let both = wanted.spelt.iter().filter(is_rare).filter(has).count();
        match u32::try_from(both).unwrap_or(u32::MAX) {
            0 => 0.0,
            // The more words, the more alike.
            both => 1.0 - ENOUGH / f64::from(both),
        }
    }

    fn is_rare(&self, word: &str) -> bool {
        let few = 1 + self.names / 10;
        self.words.get(word).copied().unwrap_or_default() <= few
    }

    fn weight<'a>(&self, parts: impl IntoIterator<Item = &'a Part>) -> f64 {
        let many = |part| self.parts.get(part).copied().unwrap_or(1);
        let parts = parts.into_iter();
        let weights = parts.map(|part| u32::try_from(many(part)));
        weights
            .map(|many| 1.0 / f64::from(many.unwrap_or(u32::MAX)))
            .sum()
    }

    /// Whether a word of one is a word of the other but for slips, and few names have it.
    fn share_a_rare_word(&self, one: &str, other: &str) -> bool {
        let is_rare = |word: &&str| self.is_rare(word);
        let theirs: Vec<&str> = other.split(' ').filter(is_rare).collect();
        let mut ours = one.split(' ').filter(is_rare);
        ours.any(|word| theirs.iter().any(|other| close(word, other)))
    }
}

/// The parts of three letters of each word, with a blank on either side.
fn parts(name: &str) -> BTreeSet<Part> {
    let words = name.split(' ').filter(|word| !word.is_empty());
    words
        .flat_map(|word| {
            let letters = || word.chars().chain([' ']);
            let second = letters().skip(1);
            let before = [' '].into_iter().chain(letters());
            before
                .zip(letters())
                .zip(second)
                .map(|((a, b), c)| [a, b, c])
        })
        .collect()
}

/// Whether two words are the same but for a few letters that are missing, added or another.
fn close(one: &str, other: &str) -> bool {
    let (length, others) = (one.chars().count(), other.chars().count());
    let (longest, shortest) = (length.max(others), length.min(others));
    let allowed = longest * SLIPS_IN_EIGHT;
    if shortest < SHORTEST_WORD || (longest - shortest) * 8 > allowed {
        return false;
    }
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    slips(&one, &other) * 8 <= allowed
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

    fn cases(team: &[(&str, &str)]) -> Vec<Case> {
        team.iter()
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
                planned: None,
                pause: None,
                unsent: false,
                last_visit: None,
            })
            .collect()
    }

    /// Whether a search for one name finds a family of the other.
    fn is_same(typed: &str, alias: &str) -> bool {
        let cases = cases(&[("K7M2QX", alias)]);
        !alike(typed, &[&cases[0]]).is_empty()
    }

    fn found(typed: &str) -> Vec<&'static str> {
        let cases = cases(&TEAM);
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

    #[test]
    fn one_name_in_two_scripts_is_one_name() {
        for (one, other) in [
            ("محمد", "Mohamed"),
            ("محمد", "Muhammad"),
            ("محمد", "Mohammed"),
            ("محمّد", "Mahamadou Muhamadi"),
            ("فاطمة", "Fatima"),
            ("فاطمه", "Fatuma"),
            ("عائشة", "Aisha"),
            ("عائشة", "Aïcha"),
            ("خديجة", "Khadija"),
            ("خديجة", "Hadija"),
            ("خميس", "Hamisi"),
            ("يوسف", "Youssef"),
            ("مريم", "Maryam"),
            ("عبد الله", "Abdullah"),
            ("أبو بكر", "Abubakar"),
            ("علي", "Ali"),
            ("ليلى", "Layla"),
            ("عمر", "Omar"),
            ("زينب", "Zainab"),
            ("أسرة مريم الخيّاطة", "Maryam the tailor"),
            ("אברהם", "Avraham"),
            ("አበበ", "Abebe"),
            ("ተስፋዬ", "Tesfaye"),
            ("Олена", "Olena"),
            ("Сергій", "Serhii"),
            ("Юлія Коваленко", "Yulia Kovalenko"),
            ("សុខា", "Sokha"),
            ("ژاله", "Zhaleh"),
            ("Traoré", "traore"),
            ("Søren", "Soren"),
            ("Łukasz", "Lukasz"),
            ("Mwanaïdi", "Mwanaidi"),
        ] {
            assert!(is_same(one, other), "{one} is {other}");
            assert!(is_same(other, one), "{other} is {one}");
        }
    }

    #[test]
    fn other_names_are_other_names() {
        for (one, other) in [
            ("محمد", "Ahmed"),
            ("محمد", "Hamid"),
            ("محمد", "Maimuna"),
            ("أحمد", "Hamida"),
            ("فاطمة", "Fatou"),
            ("فاطمة", "Tamima"),
            ("عائشة", "Sarah"),
            ("عائشة", "Isabel"),
            ("علي", "Layla"),
            ("علي", "Lulu"),
            ("ليلى", "Ali"),
            ("عمر", "Maria"),
            ("عمر", "Amira"),
            ("نور", "Nora"),
            ("يوسف", "Safia"),
            ("خديجة", "Jihad"),
            ("أسرة", "Sara"),
            ("Олена", "Ivan"),
            ("Олена", "Alina"),
            ("Тарас", "Tamara"),
            ("አበበ", "Kebede"),
            ("ሰላም", "Salim Juma"),
            ("សុខា", "Bopha"),
            ("Rashidi", "Rushda"),
            ("Salma", "Selim"),
            ("Амина", "አበበ"),
        ] {
            assert!(!is_same(one, other), "{one} is not {other}");
            assert!(!is_same(other, one), "{other} is not {one}");
        }
    }
}
