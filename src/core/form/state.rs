//! Relevance and value of every question, derived from form, answers and context in one pass.

use super::{
    answers::{Answer, Answers, Place},
    context::Context,
    expr::{Scalar, Scope},
    limits,
    model::{Form, Kind, Node, Question},
    value::Value,
};

/// The derived state of a form: a cell for each question and row.
#[derive(Debug, Default)]
pub struct State<'a> {
    cells: Vec<Cell<'a>>,
    /// Per question: where its cells begin, and how many.
    spans: Vec<(usize, usize)>,
    /// Per group: relevance for each row, or one outside repeats.
    relevant_groups: Vec<Vec<bool>>,
    /// Per group: the number of rows, 1 for what is no repeat.
    row_counts: Vec<u16>,
}

/// One question in one row.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    pub relevant: bool,
    /// The stored answer if it is of the question's type.
    pub answer: Option<&'a Answer>,
    /// What expressions see: blank while not relevant.
    pub value: Scalar<'a>,
}

impl<'a> State<'a> {
    pub(super) fn derive(form: &'a Form, answers: &'a Answers, context: &'a Context) -> Self {
        let mut state = State {
            cells: Vec::with_capacity(form.questions.len()),
            spans: vec![(0, 0); form.questions.len()],
            relevant_groups: vec![Vec::new(); form.groups.len()],
            row_counts: vec![1; form.groups.len()],
        };
        for node in &form.order {
            match *node {
                Node::Group(index) => state.add_group(form, context, index),
                Node::Question(index) => state.add_question(form, answers, context, index),
            }
        }
        state
    }

    /// What expressions see of a question in a row.
    pub(super) fn value(&self, question: usize, row: Option<u16>) -> Scalar<'a> {
        self.cell(question, row)
            .map_or(Scalar::BLANK, |cell| cell.value.clone())
    }

    /// The values of all rows of a question.
    pub(super) fn rows(&self, question: usize) -> impl Iterator<Item = Scalar<'a>> {
        let (start, count) = self.spans[question];
        self.cells[start..start + count]
            .iter()
            .map(|cell| cell.value.clone())
    }

    pub(super) fn cell(&self, question: usize, row: Option<u16>) -> Option<&Cell<'a>> {
        let (start, count) = self.spans[question];
        let index = usize::from(row.unwrap_or(1)).checked_sub(1)?;
        (index < count).then(|| &self.cells[start + index])
    }

    /// How many rows a repeat has.
    pub(super) fn row_count(&self, group: usize) -> u16 {
        self.row_counts[group]
    }

    /// The rows of what stands in `repeat`, each with the repeat; a single one outside repeats.
    pub(super) fn rows_in(
        &self,
        repeat: Option<usize>,
    ) -> impl Iterator<Item = Option<(usize, u16)>> + use<> {
        let count = repeat.map_or(1, |repeat| self.row_counts[repeat]);
        (1..=count).map(move |row| repeat.map(|repeat| (repeat, row)))
    }

    fn group_relevant(&self, group: Option<usize>, row: Option<u16>) -> bool {
        let Some(group) = group else { return true };
        let relevant = &self.relevant_groups[group];
        let index = usize::from(row.unwrap_or(1)).saturating_sub(1);
        // A group around a repeat has one state for all rows.
        relevant
            .get(index)
            .or(relevant.first())
            .copied()
            .unwrap_or(false)
    }

    fn add_group(&mut self, form: &'a Form, context: &'a Context, index: usize) {
        let group = &form.groups[index];
        if let Some(count) = &group.count {
            let scope = Scope {
                form,
                context,
                state: self,
                row: None,
                this: None,
            };
            self.row_counts[index] = row_count(scope.evaluate(count).number());
        }
        let relevant = self
            .rows_in(group.repeat)
            .map(|row| {
                let scope = Scope {
                    form,
                    context,
                    state: self,
                    row,
                    this: None,
                };
                let row = row.map(|(_, row)| row);
                self.group_relevant(group.parent, row) && scope.holds(group.relevant.as_ref())
            })
            .collect();
        self.relevant_groups[index] = relevant;
    }

    fn add_question(
        &mut self,
        form: &'a Form,
        answers: &'a Answers,
        context: &'a Context,
        index: usize,
    ) {
        let question = &form.questions[index];
        let start = self.cells.len();
        for row in self.rows_in(question.repeat) {
            let scope = Scope {
                form,
                context,
                state: self,
                row,
                this: None,
            };
            let relevant = self.group_relevant(question.group, row.map(|(_, row)| row))
                && scope.holds(question.relevant.as_ref());
            let answer = stored(form, question, answers, row.map(|(_, row)| row));
            let value = match relevant {
                true => value(question, answer, &scope),
                false => Scalar::BLANK,
            };
            self.cells.push(Cell {
                relevant,
                answer,
                value,
            });
        }
        self.spans[index] = (start, self.cells.len() - start);
    }
}

/// What expressions see of a relevant question.
fn value<'a>(
    question: &'a Question,
    answer: Option<&'a Answer>,
    scope: &Scope<'_, 'a>,
) -> Scalar<'a> {
    let context = scope.context;
    let held = |value: &'a Value| Scalar::of(value, *context.now.offset());
    let calculated = || {
        let expr = question.calculation.as_ref().or(question.default.as_ref());
        expr.map(|expr| scope.evaluate(expr))
            .filter(|value| !value.is_blank())
            .unwrap_or(Scalar::BLANK)
    };
    match question.kind {
        Kind::Note => Scalar::BLANK,
        Kind::Calculate => calculated(),
        Kind::Hidden => hidden(&question.name, scope).map_or_else(calculated, held),
        Kind::Username => context.hidden.get("username").map_or(Scalar::BLANK, held),
        Kind::Today => Scalar::Date(
            context
                .started
                .with_timezone(context.now.offset())
                .date_naive(),
        ),
        Kind::Start => Scalar::from(context.started.with_timezone(context.now.offset())),
        Kind::End => Scalar::from(context.now),
        Kind::Text
        | Kind::Integer
        | Kind::Decimal
        | Kind::Range(_)
        | Kind::Date
        | Kind::Time
        | Kind::DateTime
        | Kind::One(_)
        | Kind::Many(_)
        | Kind::Acknowledge
        | Kind::Media(_) => match answer {
            Some(Answer::Given(value)) => held(value),
            Some(Answer::Skipped) | None if question.read_only => calculated(),
            Some(Answer::Skipped) | None => Scalar::BLANK,
        },
    }
}

/// The row's own value, else the one for the whole form.
fn hidden<'a>(name: &str, scope: &Scope<'_, 'a>) -> Option<&'a Value> {
    let context = scope.context;
    let of_row = scope.row.and_then(|(repeat, row)| {
        let rows = context.rows.get(&*scope.form.groups[repeat].name)?;
        rows.get(usize::from(row).checked_sub(1)?)?.get(name)
    });
    of_row.or_else(|| context.hidden.get(name))
}

/// The stored answer; only one of the question's type counts.
fn stored<'a>(
    form: &Form,
    question: &Question,
    answers: &'a Answers,
    instance: Option<u16>,
) -> Option<&'a Answer> {
    if !question.is_asked() {
        return None;
    }
    let place = Place {
        question: question.name.clone(),
        instance,
    };
    answers
        .get(&place)
        .filter(|answer| fits(form, question, answer))
}

/// Whether an answer is of the question's type: an answer of an older version may not be.
fn fits(form: &Form, question: &Question, answer: &Answer) -> bool {
    let Answer::Given(value) = answer else {
        return true;
    };
    let offered = |list: usize, name: &String| {
        form.lists[list]
            .choices
            .iter()
            .any(|choice| choice.name == *name)
    };
    match question.kind {
        Kind::Text => match value {
            Value::Media(media) => question.accept.takes(media.kind),
            other => matches!(other, Value::Text(_)),
        },
        Kind::Integer => matches!(value, Value::Integer(_)),
        Kind::Decimal | Kind::Range(_) => matches!(value, Value::Integer(_) | Value::Decimal(_)),
        Kind::Date => matches!(value, Value::Date(_)),
        Kind::Time => matches!(value, Value::Time(_)),
        Kind::DateTime => matches!(value, Value::DateTime(_)),
        Kind::One(list) => matches!(value, Value::One(name) if offered(list, name)),
        Kind::Many(list) => {
            matches!(value, Value::Many(names) if names.iter().all(|name| offered(list, name)))
        }
        Kind::Acknowledge => matches!(value, Value::Acknowledged),
        Kind::Media(kind) => matches!(value, Value::Media(media) if kind.takes(media.kind)),
        Kind::Note
        | Kind::Calculate
        | Kind::Hidden
        | Kind::Today
        | Kind::Start
        | Kind::End
        | Kind::Username => false,
    }
}

/// A count that is blank, not a number or negative is no rows.
fn row_count(count: f64) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the limit first"
    )]
    if count.is_nan() {
        0
    } else {
        count.clamp(0.0, f64::from(limits::INSTANCES)) as u16
    }
}
