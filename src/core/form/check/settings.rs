//! The settings sheet comes in, the form's own data goes out.

use std::collections::BTreeMap;

use super::{At, Findings, languages};
use crate::core::form::{
    finding::Sheet,
    table::Table,
    words::{Part, Text, Words},
};

/// What the name of a column begins with that is for this program alone.
const OWN: &str = "kin_";

/// What the settings sheet says.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub name: String,
    pub title: Words,
    pub version: String,
    pub default_language: Option<String>,
    pub own: BTreeMap<String, String>,
}

pub(super) fn read(table: &Table, findings: &mut Findings) -> Settings {
    let mut settings = Settings::default();
    let mut titles = Vec::new();
    let row = table.rows.first();
    for (index, header) in table.columns.iter().enumerate() {
        let cell = row.map_or("", |row| row.cells[index].trim());
        if cell.is_empty() {
            continue;
        }
        let at = At {
            sheet: Sheet::Settings,
            row: 2,
            column: Some(header),
        };
        let (base, language) = header
            .split_once("::")
            .map_or((header.as_str(), None), |(base, language)| {
                (base, Some(language))
            });
        match base.trim().to_lowercase().as_str() {
            "form_id" | "id_string" => settings.name = cell.to_owned(),
            "form_title" | "title" | "label" => titles.push((language, cell)),
            "version" => settings.version = cell.to_owned(),
            "default_language" => match languages::code(cell) {
                Ok(code) => settings.default_language = Some(code),
                Err(name) => findings.refuse(
                    at,
                    format!("the language {name} has no code here"),
                    "write its code in brackets, such as Swahili (sw)",
                ),
            },
            "public_key" | "submission_url" => {
                findings.refuse(
                    at,
                    "answers are sealed and kept by this program alone",
                    "leave it out",
                );
            }
            "namespaces" | "attribute" | "style" => {}
            own if own.starts_with(OWN) => {
                let name = own.trim_start_matches(OWN).to_owned();
                settings.own.insert(name, cell.to_owned());
            }
            _ => findings.warn(
                at,
                "this setting has no effect in a chat",
                "nothing, if that is all right",
            ),
        }
    }
    if settings.name.is_empty() {
        let at = At {
            sheet: Sheet::Settings,
            row: 2,
            column: Some("form_id"),
        };
        findings.refuse(
            at,
            "the form has no id",
            "write a short name such as visit under form_id",
        );
    }
    for (language, title) in titles {
        let code = language.map_or_else(
            || settings.default_language.clone(),
            |language| languages::code(language).ok(),
        );
        let text = Text(vec![Part::Fixed(title.to_owned())]);
        settings
            .title
            .0
            .insert(code.unwrap_or_else(|| languages::UNKNOWN.to_owned()), text);
    }
    settings
}
