//! Expressions of a form as flat programs with all names resolved: text comes in once, at compile time.

mod calls;
mod dates;
mod eval;
mod functions;
mod parse;
mod pattern;
mod scalar;
#[cfg(test)]
mod tests;
mod tokens;

pub use eval::Scope;
pub use functions::Function;
pub use parse::{Fault, Names, Target, parse};
pub use pattern::Pattern;
pub use scalar::Scalar;
use serde::{Deserialize, Serialize};

/// An expression in postfix order: operands before what takes them. A flat program, so that neither evaluation nor JSON
/// nests however deep the form's author did. Questions, groups and lists are named by their index in the form.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(transparent)]
pub struct Expr(pub(super) Vec<Op>);

/// One step of an expression's program.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// Fixed text.
    Text(String),
    /// A fixed number.
    Number(f64),
    /// `true()` or `false()`.
    Bool(bool),
    /// The value of a question, `${name}`.
    Question(usize),
    /// The rows of a repeat, `${name}` of a repeat.
    Repeat(usize),
    /// The answer being checked, `.`.
    This,
    /// The row of the repeat, `position(..)`.
    Position,
    /// `today()`.
    Today(Instant),
    /// `now()`.
    Now(Instant),
    /// `random()`; the number tells apart the calls of one form.
    Random(usize),
    /// `uuid()`, in the same way.
    Uuid(usize),
    /// `-x`.
    Negate,
    /// Takes two operands.
    Binary(Operator),
    /// Takes as many operands as the number says.
    Call(Function, usize),
    /// `regex(x, 'pattern')`: the whole text matches.
    Matches(Pattern),
    /// `jr:choice-name(x, '${question}')`: the label of a choice in the list with this index.
    ChoiceName(usize),
    /// `indexed-repeat(${question}, ${repeat}, row)`: the question's value in that row.
    RowOf(usize),
}

/// Which instant a function of time reads.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum Instant {
    /// The present one.
    Present,
    /// The draft's start: inside `once(…)`.
    Start,
}

/// What stands between two sides.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// `or`
    Or,
    /// `and`
    And,
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `div`
    Divide,
    /// `mod`
    Modulo,
}

impl Expr {
    /// The expression `true()`.
    #[must_use]
    pub fn always() -> Self {
        Self(vec![Op::Bool(true)])
    }

    /// A fixed text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self(vec![Op::Text(text.into())])
    }

    /// The questions whose values it reads.
    pub fn questions(&self) -> impl Iterator<Item = usize> {
        self.0.iter().filter_map(|op| match op {
            Op::Question(index) | Op::RowOf(index) => Some(*index),
            Op::Text(_)
            | Op::Number(_)
            | Op::Bool(_)
            | Op::Repeat(_)
            | Op::This
            | Op::Position
            | Op::Today(_)
            | Op::Now(_)
            | Op::Random(_)
            | Op::Uuid(_)
            | Op::Negate
            | Op::Binary(_)
            | Op::Call(..)
            | Op::Matches(_)
            | Op::ChoiceName(_) => None,
        })
    }

    /// The regular expressions in it.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.0.iter().filter_map(|op| {
            if let Op::Matches(pattern) = op {
                Some(pattern)
            } else {
                None
            }
        })
    }

    /// The repeats whose rows it counts.
    pub fn repeats(&self) -> impl Iterator<Item = usize> {
        self.0.iter().filter_map(|op| {
            if let Op::Repeat(index) = op {
                Some(*index)
            } else {
                None
            }
        })
    }
}
