//! What refers to what comes in, the order of deriving goes out, or the circle that forbids one.

use std::collections::VecDeque;

use super::{Findings, columns::Cells, survey::Parts};
use crate::core::form::{
    expr::Expr,
    model::{Node, Question},
};

/// Each question and group after all that its value or relevance depends on, else in the order of the form.
pub(super) fn of(parts: &Parts<'_>, findings: &mut Findings) -> Vec<Node> {
    let needs: Vec<Vec<usize>> = (0..parts.groups.len() + parts.questions.len())
        .map(|node| needs(parts, node))
        .collect();
    let mut needed_by = vec![Vec::new(); needs.len()];
    for (node, needs) in needs.iter().enumerate() {
        for need in needs {
            needed_by[*need].push(node);
        }
    }
    let mut missing: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut ready: VecDeque<usize> = (0..needs.len())
        .filter(|node| missing[*node] == 0)
        .collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(node) = ready.pop_front() {
        order.push(parts.node(node));
        for next in &needed_by[node] {
            missing[*next] -= 1;
            if missing[*next] == 0 {
                ready.push_back(*next);
            }
        }
    }
    if let Some(start) = missing.iter().position(|missing| *missing > 0) {
        refuse_circle(parts, &needs, &missing, start, findings);
    }
    order
}

/// Seals what is calculated from sealed answers: an expression could copy them.
pub(super) fn seal(questions: &mut [Question], order: &[Node]) {
    for node in order {
        let Node::Question(index) = *node else {
            continue;
        };
        let question = &questions[index];
        let reads_sealed =
            held(question).any(|expr| expr.questions().any(|read| questions[read].sealed));
        questions[index].sealed |= reads_sealed;
    }
}

/// The expressions that make a silent question's value.
fn held(question: &Question) -> impl Iterator<Item = &Expr> {
    let silent = !question.is_asked();
    question
        .calculation
        .iter()
        .chain(&question.default)
        .filter(move |_| silent)
}

/// Groups are numbered before questions.
fn needs(parts: &Parts<'_>, node: usize) -> Vec<usize> {
    let groups = parts.groups.len();
    let (around, exprs): (Option<usize>, Vec<&Expr>) = match parts.node(node) {
        Node::Group(index) => {
            let group = &parts.groups[index];
            (
                group.parent,
                group.relevant.iter().chain(&group.count).collect(),
            )
        }
        Node::Question(index) => {
            let question = &parts.questions[index];
            (
                question.group,
                question.relevant.iter().chain(held(question)).collect(),
            )
        }
    };
    let mut needs: Vec<usize> = around.into_iter().collect();
    for expr in exprs {
        needs.extend(expr.questions().map(|question| groups + question));
        needs.extend(expr.repeats());
    }
    needs.sort_unstable();
    needs.dedup();
    needs
}

/// Follows what is missing until a row comes again.
fn refuse_circle(
    parts: &Parts<'_>,
    needs: &[Vec<usize>],
    missing: &[usize],
    start: usize,
    findings: &mut Findings,
) {
    let mut path = vec![start];
    loop {
        let last = path[path.len() - 1];
        let Some(next) = needs[last].iter().copied().find(|need| missing[*need] > 0) else {
            return;
        };
        if let Some(first) = path.iter().position(|node| *node == next) {
            path.drain(..first);
            break;
        }
        path.push(next);
    }
    let names: Vec<&str> = path
        .iter()
        .map(|node| parts.cells(*node).get("name"))
        .collect();
    findings.refuse(
        parts.cells(path[0]).at_row(),
        format!(
            "its relevance or value depends on itself: {} → {}",
            names.join(" → "),
            names[0]
        ),
        "break the circle",
    );
}

impl<'t> Parts<'t> {
    fn node(&self, node: usize) -> Node {
        match node.checked_sub(self.groups.len()) {
            None => Node::Group(node),
            Some(question) => Node::Question(question),
        }
    }

    fn cells(&self, node: usize) -> Cells<'t> {
        match self.node(node) {
            Node::Group(index) => self.outline.groups[index].cells,
            Node::Question(index) => self.outline.questions[index].cells,
        }
    }
}
