//! The survey sheet comes in, its questions and groups with their places in the tree go out, cells unread.

use std::collections::HashMap;

use super::{
    Findings,
    choices::RawList,
    columns::{Cells, Columns},
    types::{self, RowType},
};
use crate::core::form::{
    expr::{Names, Target},
    limits,
    model::Kind,
};

/// The tree of a form and the names in it.
#[derive(Debug, Default)]
pub(super) struct Outline<'t> {
    pub questions: Vec<Leaf<'t>>,
    pub groups: Vec<Branch<'t>>,
    targets: HashMap<String, Target>,
    calls: usize,
}

/// A question before its cells are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf<'t> {
    pub cells: Cells<'t>,
    pub kind: Kind,
    pub group: Option<usize>,
    pub repeat: Option<usize>,
}

/// A group or repeat before its cells are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Branch<'t> {
    pub cells: Cells<'t>,
    pub is_repeat: bool,
    pub parent: Option<usize>,
    pub repeat: Option<usize>,
}

pub(super) fn read<'t>(
    columns: &'t Columns<'t>,
    lists: &[RawList<'_>],
    findings: &mut Findings,
) -> Outline<'t> {
    let mut outline = Outline::default();
    let mut open: Vec<usize> = Vec::new();
    for cells in columns
        .rows()
        .filter(|cells| cells.get("disabled").to_lowercase() != "yes")
    {
        let row_type = match types::read(cells.get("type")) {
            Ok(row_type) => row_type,
            Err((problem, advice)) => {
                findings.refuse(cells.at("type"), problem, advice);
                continue;
            }
        };
        let kind = match row_type {
            RowType::BeginGroup | RowType::BeginRepeat => {
                outline.open(cells, row_type == RowType::BeginRepeat, &mut open, findings);
                continue;
            }
            RowType::EndGroup | RowType::EndRepeat => {
                let wanted = open.pop().map(|group| outline.groups[group].is_repeat);
                if wanted != Some(row_type == RowType::EndRepeat) {
                    findings.refuse(
                        cells.at("type"),
                        "it closes nothing that is open here",
                        "check the begin and end rows",
                    );
                }
                continue;
            }
            RowType::Select { list, many } => {
                match lists.iter().position(|known| known.name == list) {
                    Some(index) if many => Kind::Many(index),
                    Some(index) => Kind::One(index),
                    None => {
                        findings.refuse(
                            cells.at("type"),
                            format!("unknown list {list}"),
                            "write its choices in the choices sheet",
                        );
                        continue;
                    }
                }
            }
            RowType::Range => match types::range(cells.get("parameters")) {
                Ok(range) => Kind::Range(range),
                Err(problem) => {
                    findings.refuse(
                        cells.at("parameters"),
                        problem,
                        "write start=1 end=5 step=1",
                    );
                    continue;
                }
            },
            RowType::Device => {
                findings.warn(
                    cells.at("type"),
                    "a chat does not have this, it stays blank",
                    "nothing, if that is all right",
                );
                Kind::Hidden
            }
            RowType::Question(kind) => kind,
        };
        let group = open.last().copied();
        let repeat = group.and_then(|group| outline.groups[group].repeat);
        outline.name(&cells, Target::Question(outline.questions.len()), findings);
        outline.questions.push(Leaf {
            cells,
            kind,
            group,
            repeat,
        });
    }
    if let Some(group) = open.last() {
        findings.refuse(
            outline.groups[*group].cells.at("type"),
            "it is never closed",
            "write its end row",
        );
    }
    outline
}

impl<'t> Outline<'t> {
    fn open(
        &mut self,
        cells: Cells<'t>,
        is_repeat: bool,
        open: &mut Vec<usize>,
        findings: &mut Findings,
    ) {
        let index = self.groups.len();
        let parent = open.last().copied();
        let around = parent.and_then(|parent| self.groups[parent].repeat);
        if is_repeat && around.is_some() {
            findings.refuse(
                cells.at("type"),
                "a repeat inside a repeat cannot be asked in a chat",
                "make one repeat of both",
            );
        }
        if open.len() == limits::GROUP_DEPTH {
            findings.refuse(
                cells.at("type"),
                format!("groups nested deeper than {}", limits::GROUP_DEPTH),
                "nest them less",
            );
        }
        self.name(
            &cells,
            if is_repeat {
                Target::Repeat(index)
            } else {
                Target::Group
            },
            findings,
        );
        self.groups.push(Branch {
            cells,
            is_repeat,
            parent,
            repeat: if is_repeat { Some(index) } else { around },
        });
        open.push(index);
    }

    fn name(&mut self, cells: &Cells<'t>, target: Target, findings: &mut Findings) {
        let name = cells.get("name");
        if !is_name(name) {
            findings.refuse(
                cells.at("name"),
                format!("{name:?} is no name"),
                format!(
                    "write at most {} letters, digits, _ and -, the first no digit",
                    limits::NAME_CHARS
                ),
            );
        } else if self.targets.insert(name.to_owned(), target).is_some() {
            findings.refuse(
                cells.at("name"),
                format!("a second row is named {name}"),
                "give each its own name",
            );
        }
    }
}

impl Names for Outline<'_> {
    fn target(&self, name: &str) -> Option<Target> {
        self.targets.get(name).copied()
    }

    fn list(&self, question: usize) -> Option<usize> {
        match self.questions[question].kind {
            Kind::One(list) | Kind::Many(list) => Some(list),
            Kind::Text
            | Kind::Integer
            | Kind::Decimal
            | Kind::Range(_)
            | Kind::Date
            | Kind::Time
            | Kind::DateTime
            | Kind::Acknowledge
            | Kind::Media(_)
            | Kind::Note
            | Kind::Calculate
            | Kind::Hidden
            | Kind::Today
            | Kind::Start
            | Kind::End
            | Kind::Username => None,
        }
    }

    fn fresh(&mut self) -> usize {
        self.calls += 1;
        self.calls
    }
}

fn is_name(name: &str) -> bool {
    let mut signs = name.chars();
    signs
        .next()
        .is_some_and(|first| first.is_alphabetic() || first == '_')
        && signs.all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.'))
        && name.len() <= limits::NAME_CHARS
}
