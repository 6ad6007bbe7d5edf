//! The choices sheet comes in, lists of choices with labels still as written go out.

use super::{
    Findings,
    columns::{Cells, Columns},
};
use crate::core::form::limits;

/// A list whose labels wait for the names of the form.
#[derive(Debug)]
pub(super) struct RawList<'t> {
    pub name: String,
    pub choices: Vec<(String, Cells<'t>)>,
}

pub(super) fn read<'t>(columns: &'t Columns<'t>, findings: &mut Findings) -> Vec<RawList<'t>> {
    let mut lists: Vec<RawList<'t>> = Vec::new();
    for (index, cells) in columns.rows().enumerate() {
        let (list, name) = (cells.get("list_name"), cells.get("name"));
        if index >= limits::CHOICES {
            findings.refuse(cells.at_row(), "too many choices", "split the form");
            break;
        }
        if list.is_empty() {
            findings.refuse(
                cells.at("list_name"),
                "the choice is in no list",
                "write the list's name",
            );
            continue;
        }
        if name.is_empty() || name.contains(char::is_whitespace) {
            findings.refuse(
                cells.at("name"),
                "the choice has no name, or one with blanks",
                "write a short name without blanks",
            );
            continue;
        }
        let list = match lists.iter_mut().position(|known| known.name == list) {
            Some(known) => &mut lists[known],
            None => {
                lists.push(RawList {
                    name: list.to_owned(),
                    choices: Vec::new(),
                });
                lists.last_mut().expect("just pushed")
            }
        };
        if list.choices.iter().any(|(known, _)| known == name) {
            findings.refuse(
                cells.at("name"),
                format!("a second choice {name} in this list"),
                "give each its own name",
            );
            continue;
        }
        check_label(&cells, findings);
        list.choices.push((name.to_owned(), cells));
    }
    lists
}

fn check_label(cells: &Cells<'_>, findings: &mut Findings) {
    if cells.texts("label").next().is_none() {
        findings.warn(
            cells.at_row(),
            "the choice has no label",
            "write what its button says",
        );
    }
    for (_, label, at) in cells.texts("label") {
        if label.chars().count() > limits::BUTTON_CHARS {
            findings.warn(
                at,
                format!("longer than {} characters", limits::BUTTON_CHARS),
                "shorten it, a phone's button cuts it off",
            );
        }
    }
}
