//! The text of an expression comes in, a program with resolved names or the first fault goes out.

use std::{iter::Peekable, vec};

use super::{
    Expr, Function, Instant, Op, Operator, Pattern,
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

struct Parser<'n, N> {
    tokens: Peekable<vec::IntoIter<Token>>,
    names: &'n mut N,
    code: Vec<Op>,
    depth: usize,
    /// Inside `once(…)`, where time stands at the draft's start.
    once: bool,
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
    fn level(&mut self, least: usize) -> Result<(), Fault> {
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
    fn path(&mut self) -> Result<(), Fault> {
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

    fn call(&mut self, name: &str) -> Result<(), Fault> {
        self.expect(&Token::Open)?;
        let instant = if self.once {
            Instant::Start
        } else {
            Instant::Present
        };
        match name {
            "true" => self.constant(Op::Bool(true)),
            "false" => self.constant(Op::Bool(false)),
            "today" => self.constant(Op::Today(instant)),
            "now" => self.constant(Op::Now(instant)),
            "random" => {
                let call = self.names.fresh();
                self.constant(Op::Random(call))
            }
            "uuid" => {
                let call = self.names.fresh();
                self.constant(Op::Uuid(call))
            }
            "position" => {
                self.expect(&Token::DotDot)?;
                self.constant(Op::Position)
            }
            "current" => {
                self.expect(&Token::Close)?;
                self.path()
            }
            "once" => {
                let outside = std::mem::replace(&mut self.once, true);
                self.level(0)?;
                self.once = outside;
                self.expect(&Token::Close)
            }
            "regex" => self.regex(),
            "jr:choice-name" => self.choice_name(),
            "indexed-repeat" => self.indexed_repeat(),
            "pulldata" | "instance" => Err(Fault::new(
                format!("{name} reads a file, which is not supported yet"),
                "write the list in the choices sheet",
            )),
            name => self.function(name),
        }
    }

    fn constant(&mut self, op: Op) -> Result<(), Fault> {
        self.code.push(op);
        self.expect(&Token::Close)
    }

    fn function(&mut self, name: &str) -> Result<(), Fault> {
        let function = Function::named(name).ok_or_else(|| {
            Fault::new(
                format!("unknown function {name}"),
                "see the list of functions in the form guide",
            )
        })?;
        let mut count = 0;
        if self.tokens.next_if_eq(&Token::Close).is_none() {
            loop {
                self.level(0)?;
                count += 1;
                if self.tokens.next_if_eq(&Token::Comma).is_none() {
                    break;
                }
            }
            self.expect(&Token::Close)?;
        }
        let (least, most) = function.arguments();
        if count < least || count > most {
            let wanted = if least == most {
                least.to_string()
            } else if most == usize::MAX {
                format!("at least {least}")
            } else {
                format!("{least} to {most}")
            };
            return Err(Fault::new(
                format!("{name} has {count} arguments"),
                format!("it takes {wanted}"),
            ));
        }
        self.code.push(Op::Call(function, count));
        Ok(())
    }

    fn regex(&mut self) -> Result<(), Fault> {
        self.level(0)?;
        self.expect(&Token::Comma)?;
        let Some(Token::Text(source)) = self.tokens.next() else {
            return Err(Fault::new(
                "the pattern of regex is calculated",
                "write the pattern as a text in quotes",
            ));
        };
        self.expect(&Token::Close)?;
        let pattern = Pattern::new(&source).map_err(|error| {
            let reason = error.to_string();
            let reason = reason
                .lines()
                .last()
                .unwrap_or_default()
                .trim_start_matches("error: ")
                .to_owned();
            Fault::new(
                format!("the pattern {source} is not understood: {reason}"),
                "write it without look-around and back references",
            )
        })?;
        self.code.push(Op::Matches(pattern));
        Ok(())
    }

    /// Both `'${q}'` in quotes, as XLSForm writes it, and `${q}`.
    fn choice_name(&mut self) -> Result<(), Fault> {
        let wrong = || {
            Fault::new(
                "the second part of jr:choice-name is no select question",
                "write '${question}'",
            )
        };
        self.level(0)?;
        self.expect(&Token::Comma)?;
        let name = match self.tokens.next() {
            Some(Token::Reference(name)) => name,
            Some(Token::Text(text)) => text
                .trim()
                .trim_start_matches("${")
                .trim_end_matches('}')
                .trim()
                .to_owned(),
            _ => return Err(wrong()),
        };
        self.expect(&Token::Close)?;
        let Some(Target::Question(index)) = self.names.target(&name) else {
            return Err(wrong());
        };
        let list = self.names.list(index).ok_or_else(wrong)?;
        self.code.push(Op::ChoiceName(list));
        Ok(())
    }

    /// The row is what is calculated; question and repeat are known.
    fn indexed_repeat(&mut self) -> Result<(), Fault> {
        let wrong = || {
            Fault::new(
                "indexed-repeat has other parts than a question, its repeat and a row",
                "write indexed-repeat(${question}, ${repeat}, row)",
            )
        };
        let Some(Token::Reference(question)) = self.tokens.next() else {
            return Err(wrong());
        };
        self.expect(&Token::Comma)?;
        let Some(Token::Reference(repeat)) = self.tokens.next() else {
            return Err(wrong());
        };
        self.expect(&Token::Comma)?;
        let (Some(Target::Question(question)), Some(Target::Repeat(_))) =
            (self.names.target(&question), self.names.target(&repeat))
        else {
            return Err(wrong());
        };
        self.level(0)?;
        self.code.push(Op::RowOf(question));
        self.expect(&Token::Close)
    }

    fn expect(&mut self, wanted: &Token) -> Result<(), Fault> {
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
