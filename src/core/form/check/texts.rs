//! Labels, hints and messages of a row come in, with their inserted values resolved they go out.

use super::{columns::Cells, survey::Compiler};
use crate::core::form::{
    expr::{Names, Target},
    limits,
    words::{Part, Text, Words},
};

impl<'t> Compiler<'_, 't> {
    /// The texts of a row in all languages, with the names in them resolved.
    pub(super) fn words(&mut self, cells: &Cells<'t>, column: &str) -> Words {
        let mut words = Words::default();
        for (language, cell, at) in cells.texts(column) {
            match self.text(cell) {
                Ok(text) => {
                    words.0.insert(language.to_owned(), text);
                }
                Err((problem, advice)) => self.findings.refuse(at, problem, advice),
            }
        }
        for language in self
            .languages
            .iter()
            .filter(|language| !words.is_empty() && !words.0.contains_key(*language))
        {
            self.findings.warn(
                cells.at_row(),
                format!("no {column} in {language}"),
                "translate it",
            );
        }
        words
    }

    fn text(&self, cell: &str) -> Result<Text, (String, &'static str)> {
        let mut parts = Vec::new();
        let mut rest = cell;
        while let Some((before, behind)) = rest.split_once("${") {
            let (name, after) = behind
                .split_once('}')
                .ok_or_else(|| ("a ${ without }".to_owned(), "write ${name}"))?;
            let Some(Target::Question(index)) = self.outline.target(name.trim()) else {
                return Err((
                    format!("unknown name {name}"),
                    "name a question of this form",
                ));
            };
            if !before.is_empty() {
                parts.push(Part::Fixed(before.to_owned()));
            }
            parts.push(Part::Value(index));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Fixed(rest.to_owned()));
        }
        Ok(Text(parts))
    }

    pub(super) fn check_texts(&mut self, cells: &Cells<'t>, is_shown: bool) {
        if is_shown && cells.texts("label").next().is_none() {
            self.findings.refuse(
                cells.at("label"),
                "there is nothing to show",
                "write a label",
            );
        }
        for text in ["label", "hint", "constraint_message"] {
            for (_, cell, at) in cells.texts(text) {
                if cell.chars().count() > limits::LABEL_CHARS {
                    self.findings.warn(
                        at,
                        format!("longer than {} characters", limits::LABEL_CHARS),
                        "shorten it to fit a small phone",
                    );
                }
            }
        }
        for (_, cell, at) in cells.texts("skip") {
            if cell.chars().count() > limits::BUTTON_CHARS {
                self.findings.warn(
                    at,
                    format!("longer than {} characters", limits::BUTTON_CHARS),
                    "shorten it, a phone's button cuts it off",
                );
            }
        }
    }
}
