//! Rows of `setting,value` come in and a profile goes out, or a profile comes in and its rows go out.

use std::collections::BTreeMap;
use std::fmt;

use super::{Profile, cells, sense};

/// The first row of the file.
const HEADER: [&str; 2] = ["setting", "value"];

/// A row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line, as the manager's editor counts: from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub line: usize,
    /// What.
    pub problem: String,
    /// What is allowed.
    pub advice: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}; {}", self.line, self.problem, self.advice)
    }
}

/// Reads a profile. A setting that is left out has its default; empty rows and the header are passed over.
///
/// # Errors
/// All that is wrong, from the first line on.
pub fn read(rows: &[Row]) -> Result<Profile, Vec<Problem>> {
    let mut profile = Profile::default();
    let mut problems = Vec::new();
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    let mut settings = cells::of(&mut profile);
    for row in rows {
        let mut problem = |problem: String, advice: String| {
            problems.push(Problem {
                line: row.line,
                problem,
                advice,
            });
        };
        let mut given: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).collect();
        // A spreadsheet writes empty cells up to its widest row.
        while given.last().is_some_and(|cell| cell.is_empty()) {
            given.pop();
        }
        let (name, value) = match given[..] {
            [] => continue,
            [name, value] if [name, value] == HEADER && lines.is_empty() => continue,
            // Some settings may be empty, such as the holidays.
            [name] => (name, ""),
            [name, value] => (name, value),
            [name, _, _, ..] => {
                problem(
                    format!("{name} has more than one value"),
                    "write one value, in quotes if it has a comma".into(),
                );
                continue;
            }
        };
        let Some((name, cell)) = settings.iter_mut().find(|(known, _)| *known == name) else {
            problem(
                format!("there is no setting {name:?}"),
                "take the names from the file that is written out".into(),
            );
            continue;
        };
        if let Some(before) = lines.get(name) {
            problem(
                format!("{name} is set in line {before} already"),
                "keep one of the two lines".into(),
            );
            continue;
        }
        lines.insert(name, row.line);
        if let Err(advice) = cell.read(value) {
            problem(format!("{name} cannot be {value:?}"), advice);
        }
    }
    drop(settings);
    // Numbers that are no numbers contradict nothing yet.
    if problems.is_empty() {
        let line_of = |names: &[&str]| {
            let set = names.iter().filter_map(|name| lines.get(name));
            set.max().copied().unwrap_or_default()
        };
        problems = sense::contradictions(&profile)
            .into_iter()
            .map(|found| Problem {
                line: line_of(found.settings),
                problem: found.problem,
                advice: found.advice.into(),
            })
            .collect();
    }
    problems.sort_by_key(|problem| problem.line);
    match problems.is_empty() {
        true => Ok(profile),
        false => Err(problems),
    }
}

/// The rows of a profile with all its settings, the header first.
#[must_use]
pub fn write(profile: &Profile) -> Vec<Row> {
    let mut profile = profile.clone();
    let settings = cells::of(&mut profile);
    let settings = settings
        .iter()
        .map(|(name, cell)| vec![(*name).to_owned(), cell.write()]);
    let header = HEADER.map(str::to_owned).to_vec();
    let cells = std::iter::once(header).chain(settings);
    (1..)
        .zip(cells)
        .map(|(line, cells)| Row { line, cells })
        .collect()
}
