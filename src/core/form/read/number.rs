//! A typed number: digits of any script, comma or point, thousands in groups.

use super::fold;
use crate::core::form::{
    asked::{Given, Slip},
    limits,
};

/// Which numbers answer the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Whole,
    Any,
}

pub(super) fn read(text: &str, wanted: Wanted) -> Result<Given, Slip> {
    let plain = plain(text, wanted)?;
    if plain.bytes().filter(u8::is_ascii_digit).count() > limits::DECIMAL_DIGITS {
        return Err(Slip::TooManyDigits {
            limit: limits::DECIMAL_DIGITS,
        });
    }
    if let Ok(whole) = plain.parse() {
        return Ok(Given::Integer(whole));
    }
    let number: f64 = plain.parse().map_err(|_| Slip::NotANumber)?;
    match wanted {
        Wanted::Any => Ok(Given::Decimal(number)),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole and of at most 15 digits"
        )]
        Wanted::Whole if number.fract() == 0.0 => Ok(Given::Integer(number as i64)),
        Wanted::Whole => Err(Slip::NotAWholeNumber),
    }
}

/// The number as `-1234.5`.
fn plain(text: &str, wanted: Wanted) -> Result<String, Slip> {
    let text = fold::visible(text)
        .replace(['−', '–'], "-")
        .replace('٫', ".")
        .replace(['٬', '،'], ",");
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    if !rest.contains(|sign: char| sign.is_ascii_digit()) {
        return Err(Slip::NotANumber);
    }
    let decimal = rest
        .rfind(['.', ','])
        .map(|index| (&rest[..index], &rest[index..=index], &rest[index + 1..]));
    let Some((before, separator, after)) = decimal else {
        return Ok(format!("{sign}{}", ungrouped(rest)?));
    };
    let is_group = after.len() == 3 && matches!(before.len(), 1..=3) && before != "0";
    if before.contains(separator)
        || (is_group && wanted == Wanted::Whole && !before.contains([' ', '.', ',']))
    {
        return Ok(format!("{sign}{}", ungrouped(rest)?));
    }
    if is_group && digits(before) && digits(after) {
        return Err(Slip::AmbiguousNumber);
    }
    if !digits(after) {
        return Err(Slip::NotANumber);
    }
    let before = if before.is_empty() {
        "0".to_owned()
    } else {
        ungrouped(before)?
    };
    Ok(format!("{sign}{before}.{after}"))
}

/// Digits whose thousands may be set apart by one kind of sign.
fn ungrouped(text: &str) -> Result<String, Slip> {
    if digits(text) {
        return Ok(text.to_owned());
    }
    let separator = text
        .chars()
        .find(|sign| !sign.is_ascii_digit())
        .ok_or(Slip::NotANumber)?;
    let groups: Vec<&str> = text.split(separator).collect();
    let (first, rest) = groups.split_first().ok_or(Slip::NotANumber)?;
    let grouped = matches!(separator, ' ' | '.' | ',' | '\'' | '’' | '_')
        && digits(first)
        && first.len() <= 3
        && rest.iter().all(|group| group.len() == 3 && digits(group));
    if grouped {
        Ok(groups.concat())
    } else {
        Err(Slip::NotANumber)
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
