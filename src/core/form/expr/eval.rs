//! Runs an expression's program against the derived state of a form.

use std::borrow::Cow;

use chrono::FixedOffset;

use super::{Expr, Instant, Op, Operator, Scalar};
use crate::core::form::{context::Context, model::Form, state::State};

/// Where an expression stands and what it can see.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'s, 'a> {
    /// The form.
    pub form: &'a Form,
    /// What the conversation brings.
    pub context: &'a Context,
    /// The values derived so far.
    pub state: &'s State<'a>,
    /// The repeat that the expression stands in, and its row counted from 1.
    pub row: Option<(usize, u16)>,
    /// The answer being checked.
    pub this: Option<&'s Scalar<'a>>,
}

impl<'a> Scope<'_, 'a> {
    /// The expression's value.
    #[must_use]
    pub fn evaluate(&self, expr: &'a Expr) -> Scalar<'a> {
        let mut stack: Vec<Scalar<'a>> = Vec::with_capacity(expr.0.len());
        for op in &expr.0 {
            let value = match op {
                Op::Negate => Scalar::Number(-pop(&mut stack).number()),
                Op::Binary(operator) => {
                    let right = pop(&mut stack);
                    let left = pop(&mut stack);
                    operator.apply(&left, &right)
                }
                Op::Call(function, count) => {
                    let start = stack.len().saturating_sub(*count);
                    let called = function.call(&stack[start..], self.offset());
                    stack.truncate(start);
                    called
                }
                Op::Matches(pattern) => Scalar::Bool(pattern.matches(&pop(&mut stack).text())),
                Op::ChoiceName(list) => self.choice_name(*list, &pop(&mut stack).text()),
                Op::RowOf(question) => {
                    let row = pop(&mut stack).number();
                    self.state
                        .rows(*question)
                        .nth(index_before(row))
                        .unwrap_or(Scalar::BLANK)
                }
                Op::Text(text) => Scalar::Text(Cow::Borrowed(text)),
                Op::Number(number) => Scalar::Number(*number),
                Op::Bool(truth) => Scalar::Bool(*truth),
                Op::Question(question) => self.question(*question),
                Op::Repeat(group) => Scalar::Rows(vec![
                    Scalar::Bool(true);
                    self.state.row_count(*group).into()
                ]),
                Op::This => self.this.cloned().unwrap_or(Scalar::BLANK),
                Op::Position => Scalar::Number(self.row.map_or(1.0, |(_, row)| f64::from(row))),
                Op::Today(Instant::Present) => Scalar::Date(self.context.today),
                Op::Today(Instant::Start) => Scalar::Date(
                    self.context
                        .started
                        .with_timezone(&self.offset())
                        .date_naive(),
                ),
                Op::Now(Instant::Present) => Scalar::from(self.context.now),
                Op::Now(Instant::Start) => {
                    Scalar::from(self.context.started.with_timezone(&self.offset()))
                }
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "53 bits of the material are what a double keeps"
                )]
                Op::Random(call) => {
                    Scalar::Number((self.material(*call) >> 11) as f64 / (1u64 << 53) as f64)
                }
                Op::Uuid(call) => Scalar::Text(Cow::Owned(self.uuid(*call))),
            };
            stack.push(value);
        }
        stack.pop().unwrap_or(Scalar::BLANK)
    }

    /// Whether the expression is true; one that is absent is.
    #[must_use]
    pub fn holds(&self, expr: Option<&'a Expr>) -> bool {
        expr.is_none_or(|expr| self.evaluate(expr).truth())
    }

    /// The offset of the case's zone now.
    #[must_use]
    pub fn offset(&self) -> FixedOffset {
        *self.context.now.offset()
    }

    /// The value in the same row, or outside any; from outside a repeat the values of all its rows.
    #[must_use]
    pub fn question(&self, question: usize) -> Scalar<'a> {
        match (self.form.questions[question].repeat, self.row) {
            (None, _) => self.state.value(question, None),
            (Some(repeat), Some((here, row))) if repeat == here => {
                self.state.value(question, Some(row))
            }
            (Some(_), _) => Scalar::Rows(self.state.rows(question).collect()),
        }
    }

    fn choice_name(&self, list: usize, name: &str) -> Scalar<'a> {
        let choice = self.form.lists[list]
            .choices
            .iter()
            .find(|choice| choice.name == name);
        let text = choice.and_then(|choice| {
            choice
                .label
                .in_language(&self.context.language, &self.form.default_language)
        });
        text.map_or(Scalar::BLANK, |text| {
            Scalar::Text(Cow::Owned(text.fixed_words()))
        })
    }

    /// 64 bits that depend on nothing but the draft, the call and the row.
    fn material(&self, call: usize) -> u64 {
        let row = self.row.map_or(0, |(_, row)| u64::from(row));
        mix(mix(mix(self.context.seed) ^ call as u64) ^ row)
    }

    /// A version 4 UUID made of the draft's material.
    fn uuid(&self, call: usize) -> String {
        let high = self.material(call);
        let low = mix(high);
        format!(
            "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xfff,
            (low >> 48) & 0x3fff | 0x8000,
            low & 0xffff_ffff_ffff
        )
    }
}

/// The step of SplitMix64, which spreads near seeds far apart.
fn mix(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Parsing leaves an operand for every operator, so that a blank comes of a damaged program only.
fn pop<'a>(stack: &mut Vec<Scalar<'a>>) -> Scalar<'a> {
    stack.pop().unwrap_or(Scalar::BLANK)
}

/// The index from 0 of a row counted from 1; beyond every list when there is no such row.
fn index_before(row: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at least 1, and too big is beyond"
    )]
    if row >= 1.0 {
        row as usize - 1
    } else {
        usize::MAX
    }
}

impl Operator {
    fn apply<'a>(self, left: &Scalar<'a>, right: &Scalar<'a>) -> Scalar<'a> {
        match self {
            Self::Or => Scalar::Bool(left.truth() || right.truth()),
            Self::And => Scalar::Bool(left.truth() && right.truth()),
            Self::Equal => Scalar::Bool(left.equals(right)),
            Self::NotEqual => Scalar::Bool(!left.equals(right)),
            Self::Less => Scalar::Bool(left.number() < right.number()),
            Self::LessOrEqual => Scalar::Bool(left.number() <= right.number()),
            Self::Greater => Scalar::Bool(left.number() > right.number()),
            Self::GreaterOrEqual => Scalar::Bool(left.number() >= right.number()),
            Self::Add => Scalar::Number(left.number() + right.number()),
            Self::Subtract => Scalar::Number(left.number() - right.number()),
            Self::Multiply => Scalar::Number(left.number() * right.number()),
            Self::Divide => Scalar::Number(left.number() / right.number()),
            Self::Modulo => Scalar::Number(left.number() % right.number()),
        }
    }
}
