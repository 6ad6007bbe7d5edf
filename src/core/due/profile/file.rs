//! The file of a profile: what a manager sent comes in, what it sets goes out; or a profile comes in and its file goes out.
//!
//! CSV, because every spreadsheet and every phone writes it. A row beside the settings says from which version the file
//! was made, so that an old file undoes nothing that was changed since.

use serde::{Deserialize, Serialize};

use super::rows::{self, HEADER, Problem, Row};
use super::{Allowed, Profile, cells};

/// Bytes of the largest file that is fetched; a full one has a few thousand.
pub const LARGEST: u64 = 64 * 1024;
/// The row that says from which version the file was made.
const VERSION: &str = "version";
/// What cells are kept apart by; a spreadsheet writes what its country is used to.
const BETWEEN: [char; 3] = [',', ';', '\t'];

/// What was sent, if it is such a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The version it was made from, if it says so.
    pub from: Option<u32>,
    /// What it sets, or all that is wrong with it.
    pub profile: Result<Profile, Vec<Problem>>,
}

/// Why something that was sent is no such file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreadable {
    /// A photo, a voice note, a video.
    OtherKind,
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It is a workbook and not saved as CSV.
    Workbook,
    /// It is no text.
    NotText,
    /// It is text and names no setting.
    NotSettings,
    /// Telegram did not give it.
    Lost,
}

impl Unreadable {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::OtherKind,
        Self::TooLarge,
        Self::Workbook,
        Self::NotText,
        Self::NotSettings,
        Self::Lost,
    ];
}

/// Reads a file. A setting that is left out is as in `defaults`.
///
/// # Errors
/// When it is no such file.
pub fn read(defaults: &Profile, bytes: &[u8]) -> Result<Sent, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    // Workbooks of today are archives, those of before are what Windows calls compound files.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::Workbook);
    }
    let text = str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    let mut rows = cells_of(text.trim_start_matches('\u{feff}'))?;
    let mut scratch = defaults.clone();
    let known: Vec<&str> = cells::of(&mut scratch)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    let names = |row: &Row, name: &str| row.given().first() == Some(&name);
    if !rows
        .iter()
        .any(|row| known.iter().any(|name| names(row, name)))
    {
        return Err(Unreadable::NotSettings);
    }
    let (of_version, settings): (Vec<Row>, Vec<Row>) =
        rows.drain(..).partition(|row| names(row, VERSION));
    let mut from = None;
    let mut problems = Vec::new();
    for row in &of_version {
        let given = row.given().get(1).copied().unwrap_or_default();
        match given.parse() {
            Ok(version) => from = Some(version),
            Err(_) => problems.push(rows::wrong_cell(row.line, VERSION, given, Allowed::AsSent)),
        }
    }
    let profile = match rows::read(defaults, &settings) {
        Ok(profile) if problems.is_empty() => Ok(profile),
        Ok(_) => Err(problems),
        Err(others) => {
            problems.extend(others);
            problems.sort_by_key(|problem| problem.line);
            Err(problems)
        }
    };
    Ok(Sent { from, profile })
}

fn cells_of(text: &str) -> Result<Vec<Row>, Unreadable> {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let between = first.and_then(|line| line.chars().find(|sign| BETWEEN.contains(sign)));
    let between = u8::try_from(between.unwrap_or(',')).map_err(|_| Unreadable::NotText)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(between)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::NotText)?;
        let line = record.position().map_or(0, csv::Position::line);
        rows.push(Row {
            line: usize::try_from(line).unwrap_or(usize::MAX),
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    Ok(rows)
}

/// The file of a version of the profile, with all its settings.
#[must_use]
pub fn write(profile: &Profile, version: u32) -> String {
    let version = version.to_string();
    let settings = rows::settings(profile);
    let settings = settings.iter().map(|(name, value)| [*name, value.as_str()]);
    let rows = [HEADER, [VERSION, &version]].into_iter().chain(settings);
    rows.map(|[name, value]| format!("{name},{}\n", quoted(value)))
        .collect()
}

/// As CSV has it: in quotes if it would be read as more than one cell.
fn quoted(value: &str) -> String {
    let special = |sign: char| BETWEEN.contains(&sign) || matches!(sign, '"' | '\n' | '\r');
    match value.contains(special) {
        true => format!("\"{}\"", value.replace('"', "\"\"")),
        false => value.to_owned(),
    }
}
