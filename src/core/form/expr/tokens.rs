//! Splits the text of an expression into tokens.

use super::{Operator, parse::Fault};

/// A token of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Text(String),
    Number(f64),
    /// `${name}`
    Reference(String),
    /// A function's or a path's name.
    Name(String),
    Operator(Operator),
    Open,
    Close,
    Comma,
    Slash,
    Dot,
    DotDot,
}

pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (token, length) = next(rest, first, found.last())?;
        found.push(token);
        rest = &rest[length..];
    }
    Ok(found)
}

/// The token at the start of `rest` and its length in bytes.
fn next(rest: &str, first: char, before: Option<&Token>) -> Result<(Token, usize), Fault> {
    let operator = |operator, length| Ok((Token::Operator(operator), length));
    match first {
        '\'' | '"' => {
            let inner = &rest[1..];
            let end = inner.find(first).ok_or_else(|| {
                Fault::new(
                    "a text has no closing quote",
                    "write the same quote at both ends",
                )
            })?;
            Ok((Token::Text(inner[..end].to_owned()), end + 2))
        }
        '$' => {
            let inner = rest
                .strip_prefix("${")
                .ok_or_else(|| Fault::new("a $ without {", "write ${name}"))?;
            let end = inner
                .find('}')
                .ok_or_else(|| Fault::new("a ${ without }", "write ${name}"))?;
            Ok((Token::Reference(inner[..end].trim().to_owned()), end + 3))
        }
        '(' => Ok((Token::Open, 1)),
        ')' => Ok((Token::Close, 1)),
        ',' => Ok((Token::Comma, 1)),
        '/' => Ok((Token::Slash, 1)),
        '=' => operator(Operator::Equal, if rest.starts_with("==") { 2 } else { 1 }),
        '!' if rest.starts_with("!=") => operator(Operator::NotEqual, 2),
        '<' if rest.starts_with("<=") => operator(Operator::LessOrEqual, 2),
        '<' => operator(Operator::Less, 1),
        '>' if rest.starts_with(">=") => operator(Operator::GreaterOrEqual, 2),
        '>' => operator(Operator::Greater, 1),
        '+' => operator(Operator::Add, 1),
        '-' => operator(Operator::Subtract, 1),
        '*' => operator(Operator::Multiply, 1),
        '.' if rest.starts_with("..") => Ok((Token::DotDot, 2)),
        '.' if !rest[1..].starts_with(|c: char| c.is_ascii_digit()) => Ok((Token::Dot, 1)),
        '.' | '0'..='9' => {
            let length = rest
                .find(|c: char| !c.is_ascii_digit() && c != '.')
                .unwrap_or(rest.len());
            let number = rest[..length].parse().map_err(|_| {
                Fault::new(
                    format!("{} is no number", &rest[..length]),
                    "write digits and one point",
                )
            })?;
            Ok((Token::Number(number), length))
        }
        c if c.is_alphabetic() || c == '_' => {
            let length = rest
                .find(|c: char| !c.is_alphanumeric() && !"_-.:".contains(c))
                .unwrap_or(rest.len());
            Ok((word(&rest[..length], before), length))
        }
        other => Err(Fault::new(
            format!("the sign {other} has no meaning in an expression"),
            "see the list of operators in the form guide",
        )),
    }
}

/// `and`, `or`, `div`, `mod` are operators only behind an operand, as XPath says.
fn word(name: &str, before: Option<&Token>) -> Token {
    let behind_operand = matches!(
        before,
        Some(
            Token::Text(_)
                | Token::Number(_)
                | Token::Reference(_)
                | Token::Name(_)
                | Token::Close
                | Token::Dot
                | Token::DotDot
        )
    );
    match name {
        "and" if behind_operand => Token::Operator(Operator::And),
        "or" if behind_operand => Token::Operator(Operator::Or),
        "div" if behind_operand => Token::Operator(Operator::Divide),
        "mod" if behind_operand => Token::Operator(Operator::Modulo),
        name => Token::Name(name.to_owned()),
    }
}
