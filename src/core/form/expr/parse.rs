//! The text of an expression comes in, a program with resolved names or the first fault goes out.

use std::{iter::Peekable, vec};

use super::{
    Expr, Op, Operator,
    tokens::{Token, tokens},
};
use crate::core::form::limits;

/// What a name in an expression stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The question with this index.
    Question(usize),
    /// The repeat with this index.
    Repeat(usize),
    /// A group that is no repeat; it has no value.
    Group,
}

/// Looks up the names of a form.
pub trait Names {
    /// What `name` stands for; `None` when the form has no such name.
    fn target(&self, name: &str) -> Option<Target>;
    /// The list of choices of the question with this index.
    fn list(&self, question: usize) -> Option<usize>;
    /// A number that no other call of the form has.
    fn fresh(&mut self) -> usize;
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub advice: String,
}

impl Fault {
    pub(super) fn new(problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            advice: advice.into(),
        }
    }
}

/// Parses an expression and resolves its names.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn parse(text: &str, names: &mut impl Names) -> Result<Expr, Fault> {
    let mut parser = Parser {
        tokens: tokens(text)?.into_iter().peekable(),
        names,
        code: Vec::new(),
        depth: 0,
        once: false,
    };
    parser.level(0)?;
    match parser.tokens.next() {
        None => Ok(Expr(parser.code)),
        Some(token) => Err(Fault::new(
            format!("{} is not expected here", shown(&token)),
            "write an operator between two values",
        )),
    }
}

pub(super) struct Parser<'n, N> {
    pub(super) tokens: Peekable<vec::IntoIter<Token>>,
    pub(super) names: &'n mut N,
    pub(super) code: Vec<Op>,
    depth: usize,
    /// Inside `once(…)`, where time stands at the draft's start.
    pub(super) once: bool,
}

/// Operators by how loosely they bind; all are left-associative.
fn precedence(operator: Operator) -> usize {
    match operator {
        Operator::Or => 0,
        Operator::And => 1,
        Operator::Equal | Operator::NotEqual => 2,
        Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual => 3,
        Operator::Add | Operator::Subtract => 4,
        Operator::Multiply | Operator::Divide | Operator::Modulo => 5,
    }
}

impl<N: Names> Parser<'_, N> {
    /// Operands joined by operators that bind at least as tightly as `least`.
    pub(super) fn level(&mut self, least: usize) -> Result<(), Fault> {
        self.operand()?;
        while let Some(&Token::Operator(operator)) = self.tokens.peek() {
            if precedence(operator) < least {
                break;
            }
            self.tokens.next();
            self.level(precedence(operator) + 1)?;
            self.code.push(Op::Binary(operator));
        }
        Ok(())
    }

    fn operand(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > limits::EXPRESSION_DEPTH {
            return Err(Fault::new(
                format!("nested deeper than {}", limits::EXPRESSION_DEPTH),
                "split it into several calculate rows",
            ));
        }
        let token = self
            .tokens
            .next()
            .ok_or_else(|| Fault::new("the expression ends too early", "complete it"))?;
        match token {
            Token::Text(text) => self.code.push(Op::Text(text)),
            Token::Number(number) => self.code.push(Op::Number(number)),
            Token::Reference(name) => self.reference(&name)?,
            Token::Operator(Operator::Subtract) => {
                self.operand()?;
                self.code.push(Op::Negate);
            }
            Token::Open => {
                self.level(0)?;
                self.expect(&Token::Close)?;
            }
            Token::Dot => match self.tokens.peek() {
                Some(Token::Slash) => self.path()?,
                _ => self.code.push(Op::This),
            },
            Token::DotDot | Token::Slash => self.path()?,
            Token::Name(name) => match self.tokens.peek() {
                Some(Token::Open) => self.call(&name)?,
                _ => {
                    return Err(Fault::new(
                        format!("the bare word {name} has no meaning here"),
                        format!("write ${{{name}}} for a question or '{name}' for a text"),
                    ));
                }
            },
            token @ (Token::Operator(_) | Token::Close | Token::Comma) => {
                return Err(Fault::new(
                    format!("{} is not expected here", shown(&token)),
                    "a value is missing before it",
                ));
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn reference(&mut self, name: &str) -> Result<(), Fault> {
        let op = match self.names.target(name) {
            Some(Target::Question(index)) => Op::Question(index),
            Some(Target::Repeat(index)) => Op::Repeat(index),
            Some(Target::Group) => {
                return Err(Fault::new(
                    format!("{name} is a group and has no value"),
                    "name a question in it",
                ));
            }
            None => {
                return Err(Fault::new(
                    format!("unknown name {name}"),
                    "name a question of this form",
                ));
            }
        };
        self.code.push(op);
        Ok(())
    }

    /// `../x` and `/data/g/x`: names are unique, so the last one says which question is meant.
    pub(super) fn path(&mut self) -> Result<(), Fault> {
        let mut last = None;
        while let Some(step) = self.tokens.next_if(|token| {
            matches!(
                token,
                Token::Slash | Token::DotDot | Token::Dot | Token::Name(_)
            )
        }) {
            last = match step {
                Token::Name(name) => Some(name),
                Token::Text(_)
                | Token::Number(_)
                | Token::Reference(_)
                | Token::Operator(_)
                | Token::Open
                | Token::Close
                | Token::Comma
                | Token::Slash
                | Token::Dot
                | Token::DotDot => last,
            };
        }
        let name =
            last.ok_or_else(|| Fault::new("a path that names no question", "write ${name}"))?;
        self.reference(&name)
    }

    pub(super) fn expect(&mut self, wanted: &Token) -> Result<(), Fault> {
        match self.tokens.next() {
            Some(token) if token == *wanted => Ok(()),
            Some(token) => Err(Fault::new(
                format!(
                    "{} stands where {} is expected",
                    shown(&token),
                    shown(wanted)
                ),
                "check the brackets and commas",
            )),
            None => Err(Fault::new(
                format!("{} is missing at the end", shown(wanted)),
                "check the brackets and commas",
            )),
        }
    }
}

fn shown(token: &Token) -> String {
    match token {
        Token::Text(text) => format!("'{text}'"),
        Token::Number(number) => number.to_string(),
        Token::Reference(name) => format!("${{{name}}}"),
        Token::Name(name) => name.clone(),
        Token::Operator(operator) => operator.written().to_owned(),
        Token::Open => "(".to_owned(),
        Token::Close => ")".to_owned(),
        Token::Comma => ",".to_owned(),
        Token::Slash => "/".to_owned(),
        Token::Dot => ".".to_owned(),
        Token::DotDot => "..".to_owned(),
    }
}

impl Operator {
    fn written(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "div",
            Self::Modulo => "mod",
        }
    }
}
