//! Expressions of a form, with all names resolved.

mod pattern;

pub use pattern::Pattern;
use serde::{Deserialize, Serialize};

/// An expression. Questions, groups and lists are named by their index in the form.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(rename_all = "snake_case")]
pub enum Expr {
    /// Fixed text.
    Text(String),
    /// A fixed number.
    Number(f64),
    /// The value of a question, `${name}`.
    Question(usize),
    /// The rows of a repeat, `${name}` of a repeat.
    Repeat(usize),
    /// The answer being checked, `.`.
    This,
    /// The row of the repeat, `position(..)`.
    Position,
    /// `-x`.
    Negate(Box<Expr>),
    /// Two sides.
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// A function.
    Call(Function, Vec<Expr>),
    /// `regex(x, 'pattern')`: the whole text matches.
    Matches(Box<Expr>, Pattern),
    /// `once(x)`: x as it was when the draft began.
    Once(Box<Expr>),
    /// `random()`; the number tells apart the calls of one form.
    Random(usize),
    /// `uuid()`, in the same way.
    Uuid(usize),
    /// `jr:choice-name(x, '${question}')`: the label of a choice in the list with this index.
    ChoiceName(Box<Expr>, usize),
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

/// The functions that take values.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub enum Function {
    /// `selected(list, name)`
    Selected,
}
