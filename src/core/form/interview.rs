//! Derives from form, answers and context what is asked, in which order, and what comes next.

use super::{
    answers::{Answer, Answers, Place},
    context::Context,
    expr::{Scalar, Scope},
    model::{Form, Kind, Question},
    state::{Cell, State},
    value::Value,
};

/// A walk through a form, derived afresh from what is stored; it holds no state of its own.
#[derive(Debug)]
pub struct Interview<'a> {
    pub(super) form: &'a Form,
    pub(super) context: &'a Context,
    pub(super) state: State<'a>,
    shown: Vec<Shown<'a>>,
}

/// A relevant question that a person answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    /// Where its answer belongs.
    pub place: Place,
    /// Its index in [`Form::questions`], for button data.
    pub index: usize,
    /// The question.
    pub question: &'a Question,
    /// Whether it must be answered.
    pub required: bool,
    /// Its answer, if that still fits the question: its type, its choices, its constraint unless
    /// it was accepted before.
    pub answered: Option<&'a Answer>,
}

impl<'a> Interview<'a> {
    /// Derives relevance, calculations and the places to ask. Same input, same interview.
    #[must_use]
    pub fn derive(form: &'a Form, answers: &'a Answers, context: &'a Context) -> Self {
        let state = State::derive(form, answers, context);
        let mut interview = Self {
            form,
            context,
            state,
            shown: Vec::new(),
        };
        interview.shown = interview
            .walk()
            .filter(|(_, _, cell)| cell.relevant)
            .filter(|(index, ..)| form.questions[*index].is_asked())
            .map(|(index, row, cell)| interview.show(index, row, cell))
            .collect();
        interview
    }

    /// The first place without an answer; `None` when all is answered and the answers can be checked and sent.
    #[must_use]
    pub fn next(&self) -> Option<&Place> {
        self.shown
            .iter()
            .find(|shown| shown.answered.is_none())
            .map(|shown| &shown.place)
    }

    /// All relevant places in the order of asking: for progress, Back and the check screen.
    #[must_use]
    pub fn places(&self) -> &[Shown<'a>] {
        &self.shown
    }

    /// Which question of how many stands at `place`, counted from 1.
    #[must_use]
    pub fn progress(&self, place: &Place) -> Option<(usize, usize)> {
        let index = self.shown.iter().position(|shown| shown.place == *place)?;
        Some((index + 1, self.shown.len()))
    }

    /// The place asked before `place`.
    #[must_use]
    pub fn before(&self, place: &Place) -> Option<&Place> {
        let index = self.shown.iter().position(|shown| shown.place == *place)?;
        Some(&self.shown[index.checked_sub(1)?].place)
    }

    /// The place of the question with this index, in this row: from button data.
    #[must_use]
    pub fn place(&self, index: usize, instance: Option<u16>) -> Option<&Place> {
        let found = self
            .shown
            .iter()
            .find(|shown| shown.index == index && shown.place.instance == instance)?;
        Some(&found.place)
    }

    /// The relevant question at `place`.
    #[must_use]
    pub fn shown(&self, place: &Place) -> Option<&Shown<'a>> {
        self.shown.iter().find(|shown| shown.place == *place)
    }

    /// Whether `value` at `place` raises an alert.
    #[must_use]
    pub fn alerts(&self, place: &Place, value: &Value) -> bool {
        let Some(Shown { question, .. }) = self.shown(place) else {
            return false;
        };
        let Some(alert) = &question.alert else {
            return false;
        };
        // The value need not live as long as the answers, which the scope's lifetime demands of `.`.
        let interview: &Interview<'_> = self;
        let this = Scalar::of(value, *interview.context.now.offset());
        Scope {
            this: Some(&this),
            ..interview.scope(question, place.instance)
        }
        .evaluate(alert)
        .truth()
    }

    /// Every question in every row, in the order of asking: a repeat's questions row by row.
    pub(super) fn walk(&self) -> impl Iterator<Item = (usize, Option<u16>, &Cell<'a>)> {
        let questions = &self.form.questions;
        questions
            .chunk_by(|a, b| a.repeat == b.repeat)
            .scan(0, |start, block| {
                let first = *start;
                *start += block.len();
                Some((first..first + block.len(), block[0].repeat))
            })
            .flat_map(move |(block, repeat)| {
                let rows = self
                    .state
                    .rows_in(repeat)
                    .map(|row| row.map(|(_, row)| row));
                rows.flat_map(move |row| block.clone().map(move |index| (index, row)))
            })
            .filter_map(|(index, row)| Some((index, row, self.state.cell(index, row)?)))
    }

    /// What expressions of `question` in this row see.
    pub(super) fn scope(&self, question: &Question, row: Option<u16>) -> Scope<'_, 'a> {
        Scope {
            form: self.form,
            context: self.context,
            state: &self.state,
            row: question.repeat.zip(row),
            this: None,
        }
    }

    fn show(&self, index: usize, row: Option<u16>, cell: &Cell<'a>) -> Shown<'a> {
        let question = &self.form.questions[index];
        let scope = self.scope(question, row);
        let required = question
            .required
            .as_ref()
            .is_some_and(|required| scope.evaluate(required).truth());
        let place = Place {
            question: question.name.clone(),
            instance: row,
        };
        let accepted = self.context.accepted.get(&place);
        let answered = cell.answer.filter(|&answer| match answer {
            Answer::Skipped => !required,
            Answer::Given(value) if value.is_blank() => !required,
            Answer::Given(Value::Media(_)) if question.kind == Kind::Text => true,
            Answer::Given(_) if accepted == Some(answer) => true,
            Answer::Given(_) => Scope {
                this: Some(&cell.value),
                ..scope
            }
            .holds(question.constraint.as_ref()),
        });
        Shown {
            place,
            index,
            question,
            required,
            answered,
        }
    }
}
