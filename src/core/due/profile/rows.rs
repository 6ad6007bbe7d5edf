//! Rows of `setting,value` come in and a profile goes out, or a profile comes in and its rows go out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Allowed, Clash, Profile, cells, sense};

/// The first row of the file.
pub(super) const HEADER: [&str; 2] = ["setting", "value"];
/// Characters of a wrong value that are told back; whoever wrote it knows it by these.
const GIVEN_CHARS: usize = 40;

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line, as the manager's editor counts: from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// In which row.
    pub line: usize,
    /// In which column.
    pub column: Column,
    /// What, and by that what would be right.
    pub wrong: Wrong,
}

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The name.
    Setting,
    /// What it is set to.
    Value,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// There is no setting of this name.
    Unknown(String),
    /// A row above has set it.
    Twice {
        /// Which setting.
        name: String,
        /// The row above.
        line: usize,
    },
    /// It has more than one value.
    Crowded(String),
    /// It cannot be this.
    Cell {
        /// Which setting.
        name: String,
        /// What was written.
        given: String,
        /// What it may be.
        allowed: Allowed,
    },
    /// It cannot hold together with others.
    Clash {
        /// How.
        clash: Clash,
        /// The settings, the one of this row first.
        names: Vec<String>,
    },
}

impl Column {
    /// As the first row of the file calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        let [setting, value] = HEADER;
        match self {
            Self::Setting => setting,
            Self::Value => value,
        }
    }
}

/// Something that cannot stand in a cell.
#[must_use]
pub fn wrong_cell(line: usize, name: &str, given: &str, allowed: Allowed) -> Problem {
    Problem {
        line,
        column: Column::Value,
        wrong: Wrong::Cell {
            name: name.to_owned(),
            given: given.chars().take(GIVEN_CHARS).collect(),
            allowed,
        },
    }
}

/// Reads a profile. A setting that is left out is as in `defaults`; empty rows and the header are passed over.
///
/// # Errors
/// All that is wrong, from the first line on.
pub fn read(defaults: &Profile, rows: &[Row]) -> Result<Profile, Vec<Problem>> {
    let mut profile = defaults.clone();
    let mut problems = Vec::new();
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    let mut settings = cells::of(&mut profile);
    for row in rows {
        let line = row.line;
        let mut problem = |column, wrong| {
            problems.push(Problem {
                line,
                column,
                wrong,
            });
        };
        let (name, value) = match row.given()[..] {
            [] => continue,
            [name, value] if [name, value] == HEADER && lines.is_empty() => continue,
            // Some settings may be empty, such as the holidays.
            [name] => (name, ""),
            [name, value] => (name, value),
            [name, _, _, ..] => {
                problem(Column::Value, Wrong::Crowded(shortened(name)));
                continue;
            }
        };
        let Some((name, cell)) = settings.iter_mut().find(|(known, _)| *known == name) else {
            problem(Column::Setting, Wrong::Unknown(shortened(name)));
            continue;
        };
        if let Some(before) = lines.get(name) {
            let (name, line) = ((*name).to_owned(), *before);
            problem(Column::Setting, Wrong::Twice { name, line });
            continue;
        }
        lines.insert(name, line);
        if let Err(allowed) = cell.read(value) {
            problems.push(wrong_cell(line, name, value, allowed));
        }
    }
    drop(settings);
    // Numbers that are no numbers contradict nothing yet.
    if problems.is_empty() {
        let clashing = sense::contradictions(&profile).into_iter();
        problems = clashing.map(|clash| at_the_later(clash, &lines)).collect();
    }
    problems.sort_by_key(|problem| problem.line);
    match problems.is_empty() {
        true => Ok(profile),
        false => Err(problems),
    }
}

/// A contradiction stands at the last of the rows that make it.
fn at_the_later(clash: Clash, lines: &BTreeMap<&str, usize>) -> Problem {
    let settings = clash.settings().iter().copied();
    let mut named: Vec<(usize, &str)> = settings
        .map(|name| (lines.get(name).copied().unwrap_or_default(), name))
        .collect();
    named.sort_by_key(|(line, _)| std::cmp::Reverse(*line));
    Problem {
        line: named.first().map_or(0, |(line, _)| *line),
        column: Column::Value,
        wrong: Wrong::Clash {
            clash,
            names: named.iter().map(|(_, name)| (*name).to_owned()).collect(),
        },
    }
}

fn shortened(name: &str) -> String {
    name.chars().take(GIVEN_CHARS).collect()
}

impl Row {
    /// Its cells without the empty ones that a spreadsheet writes up to its widest row.
    #[must_use]
    pub fn given(&self) -> Vec<&str> {
        let mut given: Vec<&str> = self.cells.iter().map(|cell| cell.trim()).collect();
        while given.last().is_some_and(|cell| cell.is_empty()) {
            given.pop();
        }
        given
    }
}

/// The settings of a profile with what each of them is, in the order of its file.
#[must_use]
pub fn settings(profile: &Profile) -> Vec<(&'static str, String)> {
    let mut profile = profile.clone();
    let settings = cells::of(&mut profile);
    settings
        .iter()
        .map(|(name, cell)| (*name, cell.write()))
        .collect()
}
