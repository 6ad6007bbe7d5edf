//! Questions, groups and lists as cells come in, with all expressions and texts compiled they go out.

use super::{
    At, Findings,
    choices::RawList,
    columns::{Cells, Columns},
    outline::{self, Branch, Leaf, Outline},
};
use crate::core::form::{
    answers::Name,
    expr::{self, Expr, Fault},
    model::{Accept, Choice, ChoiceList, Group, Kind, Question},
};

/// The compiled parts of a form.
#[derive(Debug)]
pub(super) struct Parts<'t> {
    pub questions: Vec<Question>,
    pub groups: Vec<Group>,
    pub lists: Vec<ChoiceList>,
    /// Where the questions and groups stand in the sheet.
    pub outline: Outline<'t>,
}

pub(super) fn read<'t>(
    columns: &'t Columns<'t>,
    lists: &[RawList<'t>],
    languages: &[String],
    findings: &mut Findings,
) -> Parts<'t> {
    let mut outline = outline::read(columns, lists, findings);
    let (leaves, branches) = (outline.questions.clone(), outline.groups.clone());
    let mut compiler = Compiler {
        outline: &mut outline,
        languages,
        findings,
    };
    let questions = leaves.iter().map(|leaf| compiler.question(leaf)).collect();
    let groups = branches
        .iter()
        .map(|branch| compiler.group(branch))
        .collect();
    let lists = lists.iter().map(|list| compiler.list(list)).collect();
    Parts {
        questions,
        groups,
        lists,
        outline,
    }
}

pub(super) struct Compiler<'f, 't> {
    pub(super) outline: &'f mut Outline<'t>,
    pub(super) languages: &'f [String],
    pub(super) findings: &'f mut Findings,
}

impl<'t> Compiler<'_, 't> {
    fn question(&mut self, leaf: &Leaf<'t>) -> Question {
        let Leaf {
            cells,
            kind,
            group,
            repeat,
        } = *leaf;
        let pii = self.yes_or_no(&cells, "pii");
        let read_only = self.yes_or_no(&cells, "read_only");
        let label = self.words(&cells, "label");
        let is_shown = kind.is_asked() || kind == Kind::Note;
        self.check_texts(&cells, is_shown);
        self.refuse_unsupported(&cells, kind);
        let calculation = self.expression(&cells, "calculation");
        let default = self.default(&cells);
        if kind == Kind::Calculate
            && cells.get("calculation").is_empty()
            && cells.get("default").is_empty()
        {
            self.findings.refuse(
                cells.at("calculation"),
                "nothing is calculated",
                "write an expression",
            );
        }
        let save_to = Some(cells.get("save_to"))
            .filter(|field| !field.is_empty())
            .map(str::to_owned);
        Question {
            name: Name::from(cells.get("name")),
            kind,
            label,
            hint: self.words(&cells, "hint"),
            skip: self.words(&cells, "skip"),
            relevant: self.expression(&cells, "relevant"),
            constraint: self.expression(&cells, "constraint"),
            constraint_message: self.words(&cells, "constraint_message"),
            calculation,
            default,
            required: self.condition(&cells, "required"),
            read_only,
            pii,
            sealed: pii || matches!(kind, Kind::Text | Kind::Media(_)),
            accept: self.accept(&cells, kind),
            alert: self.expression(&cells, "alert"),
            save_to,
            appearance: cells
                .get("appearance")
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            hxl: Some(cells.get("hxl"))
                .filter(|tag| !tag.is_empty())
                .map(str::to_owned),
            group,
            repeat,
        }
    }

    fn group(&mut self, branch: &Branch<'t>) -> Group {
        let Branch {
            cells,
            is_repeat,
            parent,
            repeat,
        } = *branch;
        let count = self.expression(&cells, "repeat_count");
        if is_repeat && count.is_none() {
            self.findings.refuse(
                cells.at("repeat_count"),
                "a repeat without a count is not supported yet",
                "write how many rows it has",
            );
        }
        let label = self.words(&cells, "label");
        self.check_texts(&cells, false);
        Group {
            name: Name::from(cells.get("name")),
            label,
            relevant: self.expression(&cells, "relevant"),
            parent,
            count: count.filter(|_| is_repeat),
            repeat,
        }
    }

    fn list(&mut self, list: &RawList<'t>) -> ChoiceList {
        let choices = list.choices.iter().map(|(name, cells)| Choice {
            name: name.clone(),
            label: self.words(cells, "label"),
        });
        ChoiceList {
            name: list.name.clone(),
            choices: choices.collect(),
        }
    }

    fn expression(&mut self, cells: &Cells<'t>, column: &'t str) -> Option<Expr> {
        let text = plain_quotes(cells.get(column));
        if text.is_empty() {
            return None;
        }
        match expr::parse(&text, self.outline) {
            Ok(expr) => {
                if let Some(pattern) = expr.patterns().find(|pattern| !pattern.is_anchored()) {
                    self.findings.warn(
                        cells.at(column),
                        format!(
                            "the pattern {} has to match the whole answer",
                            pattern.source()
                        ),
                        "write ^ before and $ behind it, or .* where anything may stand",
                    );
                }
                Some(expr)
            }
            Err(Fault { problem, advice }) => {
                self.findings.refuse(cells.at(column), problem, advice);
                None
            }
        }
    }

    /// A condition that may also be written as yes or no.
    fn condition(&mut self, cells: &Cells<'t>, column: &'t str) -> Option<Expr> {
        match truth(cells.get(column)) {
            Some(true) => Some(Expr::always()),
            Some(false) => None,
            None => self.expression(cells, column),
        }
    }

    fn yes_or_no(&mut self, cells: &Cells<'t>, column: &'t str) -> bool {
        truth(cells.get(column)).unwrap_or_else(|| {
            self.findings.refuse(
                cells.at(column),
                "it is neither yes nor no",
                "write yes, or nothing",
            );
            false
        })
    }

    /// A default is the text itself unless it names a question or calls a function.
    fn default(&mut self, cells: &Cells<'t>) -> Option<Expr> {
        let cell = cells.get("default");
        if cell.contains("${") || calls_a_function(cell) {
            self.expression(cells, "default")
        } else {
            Some(cell).filter(|cell| !cell.is_empty()).map(Expr::text)
        }
    }

    fn accept(&mut self, cells: &Cells<'t>, kind: Kind) -> Accept {
        let mut accept = Accept::default();
        for word in cells.get("accept").split_whitespace() {
            match word {
                "voice" => accept.voice = true,
                "photo" => accept.photo = true,
                other => self.findings.refuse(
                    cells.at("accept"),
                    format!("unknown word {other}"),
                    "write voice, photo or both",
                ),
            }
        }
        if accept != Accept::default() && kind != Kind::Text {
            self.findings.refuse(
                cells.at("accept"),
                "only a text question takes another medium",
                "leave it out",
            );
        }
        accept
    }

    fn refuse_unsupported(&mut self, cells: &Cells<'t>, kind: Kind) {
        for column in ["choice_filter", "trigger"] {
            if !cells.get(column).is_empty() {
                self.findings.refuse(
                    cells.at(column),
                    format!("{column} is not supported yet"),
                    "leave it out",
                );
            }
        }
        if !cells.get("parameters").is_empty() && !matches!(kind, Kind::Range(_)) {
            self.findings.warn(
                cells.at("parameters"),
                "parameters have no effect in a chat",
                "nothing, if that is all right",
            );
        }
        for text in ["guidance_hint", "required_message"] {
            let filled: Option<At<'_>> = cells.texts(text).map(|(.., at)| at).next();
            if let Some(at) = filled {
                self.findings.warn(
                    at,
                    "this text has no place in a chat",
                    "nothing, if that is all right",
                );
            }
        }
    }
}

/// A bracket right behind a letter, as in `today()`; people write a blank before theirs.
fn calls_a_function(text: &str) -> bool {
    text.split_once('(')
        .is_some_and(|(before, _)| before.ends_with(char::is_alphanumeric))
}

/// Blank is no; `None` when it is something else.
fn truth(cell: &str) -> Option<bool> {
    match cell.to_lowercase().replace(' ', "").as_str() {
        "yes" | "true" | "true()" | "1" => Some(true),
        "" | "no" | "false" | "false()" | "0" => Some(false),
        _ => None,
    }
}

/// Word processors turn quotes into curly ones.
fn plain_quotes(text: &str) -> String {
    text.trim()
        .replace(['‘', '’'], "'")
        .replace(['“', '”'], "\"")
        .replace('\u{a0}', " ")
}
