//! Headers of a sheet as people write them come in, cells by one name each go out.

use std::collections::BTreeMap;

use super::{At, Findings, languages};
use crate::core::form::{
    finding::Sheet,
    table::{Row, Table},
};

/// A sheet whose columns are known by their one name.
#[derive(Debug)]
pub(super) struct Columns<'t> {
    pub sheet: Sheet,
    table: &'t Table,
    plain: BTreeMap<&'static str, usize>,
    /// Per text, its columns with their language.
    translated: BTreeMap<&'static str, Vec<(String, usize)>>,
}

/// One row, read by the names of its columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells<'c> {
    columns: &'c Columns<'c>,
    row: &'c Row,
}

/// Texts that have a column for each language.
const TRANSLATED: [&str; 6] = [
    "label",
    "hint",
    "skip",
    "constraint_message",
    "guidance_hint",
    "required_message",
];

/// One name for each column that means something here, and other ways to write it.
const SURVEY: [(&str, &[&str]); 19] = [
    ("type", &[]),
    ("name", &["value"]),
    ("relevant", &["relevance", "bind::relevant"]),
    ("constraint", &["bind::constraint"]),
    ("calculation", &["calculate", "bind::calculate"]),
    ("default", &[]),
    ("required", &["bind::required"]),
    ("read_only", &["readonly", "read only", "bind::readonly"]),
    ("repeat_count", &["jr:count", "repeat count"]),
    ("appearance", &["control::appearance", "body::appearance"]),
    ("parameters", &[]),
    ("choice_filter", &["choice filter"]),
    ("trigger", &[]),
    ("disabled", &[]),
    ("hxl", &[]),
    ("save_to", &["bind::kin:save_to"]),
    ("pii", &["bind::kin:pii"]),
    ("accept", &["bind::kin:accept"]),
    ("alert", &["bind::kin:alert"]),
];

const CHOICES: [(&str, &[&str]); 2] = [
    ("list_name", &["list name", "listname"]),
    ("name", &["value"]),
];

/// Columns without effect in a chat; a warning says so where they are filled.
const TOLERATED: [&str; 12] = [
    "image",
    "audio",
    "video",
    "media",
    "big-image",
    "autoplay",
    "accuracythreshold",
    "instance",
    "body",
    "bind",
    "control",
    "note",
];

pub(super) fn read<'t>(
    sheet: Sheet,
    table: &'t Table,
    default_language: &Option<String>,
    findings: &mut Findings,
) -> Columns<'t> {
    let mut columns = Columns {
        sheet,
        table,
        plain: BTreeMap::new(),
        translated: BTreeMap::new(),
    };
    for (index, header) in table.columns.iter().enumerate() {
        let at = At {
            sheet,
            row: 1,
            column: Some(header),
        };
        let written = header
            .trim()
            .to_lowercase()
            .replace(" ::", "::")
            .replace(":: ", "::");
        let (base, language) = split_language(&written, header);
        let known = match sheet {
            Sheet::Survey => plain_name(&SURVEY, &written),
            Sheet::Choices => plain_name(&CHOICES, &written),
            Sheet::Settings => None,
        };
        if let Some(name) = known {
            if columns.plain.insert(name, index).is_some() {
                findings.refuse(
                    at,
                    format!("a second column for {name}"),
                    "keep one of them",
                );
            }
        } else if let Some(name) = TRANSLATED.into_iter().find(|name| *name == base) {
            match language.map_or_else(
                || {
                    Ok(default_language
                        .clone()
                        .unwrap_or_else(|| languages::UNKNOWN.to_owned()))
                },
                languages::code,
            ) {
                Ok(code) => columns
                    .translated
                    .entry(name)
                    .or_default()
                    .push((code, index)),
                Err(name) => findings.refuse(
                    at,
                    format!("the language {name} has no code here"),
                    "write its code in brackets, such as Swahili (sw)",
                ),
            }
        } else {
            let filled = table.rows.iter().find(|row| !row.cells[index].is_empty());
            let (Some(row), Sheet::Survey) = (filled, sheet) else {
                continue;
            };
            let at = At {
                row: row.number,
                ..at
            };
            if TOLERATED.contains(&base.as_str()) {
                findings.warn(
                    at,
                    "this column has no effect in a chat",
                    "nothing, if that is all right",
                );
            } else {
                findings.refuse(at, "unknown column", "check its spelling, or leave it out");
            }
        }
    }
    columns
}

impl<'t> Columns<'t> {
    pub(super) fn rows(&'t self) -> impl Iterator<Item = Cells<'t>> {
        self.table
            .rows
            .iter()
            .map(move |row| Cells { columns: self, row })
    }

    /// The languages of a text's columns.
    pub(super) fn languages(&self, text: &str) -> impl Iterator<Item = &str> {
        self.translated
            .get(text)
            .into_iter()
            .flatten()
            .map(|(code, _)| code.as_str())
    }
}

impl<'c> Cells<'c> {
    pub(super) fn get(&self, column: &str) -> &'c str {
        self.columns
            .plain
            .get(column)
            .map_or("", |index| self.row.cells[*index].as_str())
    }

    /// The cells of a text by language, blank ones left out.
    pub(super) fn texts(&self, text: &str) -> impl Iterator<Item = (&'c str, &'c str, At<'c>)> {
        let columns = self.columns.translated.get(text).into_iter().flatten();
        columns.filter_map(|(code, index)| {
            let cell = self.row.cells[*index].as_str();
            let at = At {
                column: Some(&self.columns.table.columns[*index]),
                ..self.at_row()
            };
            (!cell.is_empty()).then_some((code.as_str(), cell, at))
        })
    }

    /// Where a column's cell is, under the header that was written.
    pub(super) fn at(&self, column: &'c str) -> At<'c> {
        let written = self
            .columns
            .plain
            .get(column)
            .map_or(column, |index| &self.columns.table.columns[*index]);
        At {
            column: Some(written),
            ..self.at_row()
        }
    }

    pub(super) fn at_row(&self) -> At<'c> {
        At {
            sheet: self.columns.sheet,
            row: self.row.number,
            column: None,
        }
    }
}

fn plain_name(known: &[(&'static str, &[&str])], written: &str) -> Option<&'static str> {
    let found = known
        .iter()
        .find(|(name, others)| *name == written || others.contains(&written))?;
    Some(found.0)
}

/// `label::French (fr)` and the older `label:French` into `label` and the language as written.
fn split_language<'h>(written: &str, header: &'h str) -> (String, Option<&'h str>) {
    let separator = if written.contains("::") { "::" } else { ":" };
    let base = written.split(separator).next().unwrap_or_default();
    let base = match base {
        "constraint message" | "constraint_msg" | "jr:constraintmsg" => "constraint_message",
        other => other,
    };
    let language = header
        .split_once(separator)
        .map(|(_, language)| language.trim());
    (base.to_owned(), language)
}
