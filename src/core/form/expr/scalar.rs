//! The values that expressions work with, and JavaRosa's conversions between them.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::dates;
use crate::core::form::value::Value;

/// A value inside an expression. Texts and lists are borrowed from the answers wherever they can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar<'a> {
    /// Text; the empty one is what a blank answer gives.
    Text(Cow<'a, str>),
    /// A number, perhaps NaN.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A civil date.
    Date(NaiveDate),
    /// A civil date and time in the zone of the case.
    Moment(NaiveDateTime),
    /// A time of day.
    Time(NaiveTime),
    /// The names of several choices.
    Names(&'a [String]),
    /// One value a row of a repeat; alone it stands for its first.
    Rows(Vec<Scalar<'a>>),
}

/// How far apart two numbers may be and still count as equal, as in JavaRosa.
const EQUAL_WITHIN: f64 = 1.0e-12;

impl<'a> Scalar<'a> {
    /// What a question without an answer gives.
    pub const BLANK: Self = Self::Text(Cow::Borrowed(""));

    /// A stored value as expressions see it, with instants in the zone of `offset`.
    #[must_use]
    pub fn of(value: &'a Value, offset: FixedOffset) -> Self {
        match value {
            Value::Text(text) | Value::One(text) => Self::Text(Cow::Borrowed(text)),
            #[expect(
                clippy::cast_precision_loss,
                reason = "expressions know doubles only, as in JavaRosa"
            )]
            Value::Integer(number) => Self::Number(*number as f64),
            Value::Decimal(number) => Self::Number(*number),
            Value::Date(date) => Self::Date(*date),
            Value::Time(time) => Self::Time(*time),
            Value::DateTime(at) => Self::Moment(at.with_timezone(&offset).naive_local()),
            Value::Many(names) => Self::Names(names),
            Value::Media(media) => Self::Text(Cow::Borrowed(&media.file)),
            Value::Acknowledged => Self::Text(Cow::Borrowed("OK")),
        }
    }

    /// The value to keep of a calculated result; `None` when it is blank or not a number.
    #[must_use]
    pub fn into_value(self, offset: FixedOffset) -> Option<Value> {
        match self {
            Self::Text(text) if text.is_empty() => None,
            Self::Text(text) => Some(Value::Text(text.into_owned())),
            Self::Number(number) if !number.is_finite() => None,
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whole and far inside the range"
            )]
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1.0e15 => {
                Some(Value::Integer(number as i64))
            }
            Self::Number(number) => Some(Value::Decimal(number)),
            Self::Bool(truth) => Some(Value::Text(truth.to_string())),
            Self::Date(date) => Some(Value::Date(date)),
            Self::Moment(at) => at.and_local_timezone(offset).single().map(Value::DateTime),
            Self::Time(time) => Some(Value::Time(time)),
            Self::Names([]) => None,
            Self::Names(names) => Some(Value::Many(names.to_vec())),
            Self::Rows(rows) => rows.into_iter().next()?.into_value(offset),
        }
    }

    /// True when it stands for no answer.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Number(number) => number.is_nan(),
            Self::Names(names) => names.is_empty(),
            Self::Rows(rows) => rows.first().is_none_or(Self::is_blank),
            Self::Bool(_) | Self::Date(_) | Self::Moment(_) | Self::Time(_) => false,
        }
    }

    /// XPath's boolean(): numbers but 0 and NaN, texts but the empty one.
    #[must_use]
    pub fn truth(&self) -> bool {
        match self {
            Self::Bool(truth) => *truth,
            Self::Number(number) => number.abs() > EQUAL_WITHIN,
            Self::Text(text) => !text.is_empty(),
            Self::Names(names) => !names.is_empty(),
            Self::Rows(rows) => rows.first().is_some_and(Self::truth),
            Self::Date(_) | Self::Moment(_) | Self::Time(_) => true,
        }
    }

    /// XPath's number(); dates and ISO date texts are days since 1970, times parts of a day.
    #[must_use]
    pub fn number(&self) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Bool(truth) => f64::from(u8::from(*truth)),
            Self::Text(text) => number_in(text),
            Self::Date(date) => dates::day_number(date.and_time(NaiveTime::MIN)),
            Self::Moment(at) => dates::day_number(*at),
            Self::Time(time) => f64::from(time.num_seconds_from_midnight()) / dates::DAY_SECONDS,
            Self::Names(names) => number_in(&names.join(" ")),
            Self::Rows(rows) => rows.first().map_or(f64::NAN, Self::number),
        }
    }

    /// XPath's string().
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => Cow::Owned(number_text(*number)),
            Self::Bool(true) => Cow::Borrowed("true"),
            Self::Bool(false) => Cow::Borrowed("false"),
            Self::Date(date) => Cow::Owned(date.to_string()),
            // A midnight prints as a date.
            Self::Moment(at) if at.time() == NaiveTime::MIN => Cow::Owned(at.date().to_string()),
            Self::Moment(at) => Cow::Owned(at.format("%Y-%m-%dT%H:%M:%S").to_string()),
            Self::Time(time) => Cow::Owned(time.format("%H:%M").to_string()),
            Self::Names([name]) => Cow::Borrowed(name),
            Self::Names(names) => Cow::Owned(names.join(" ")),
            Self::Rows(rows) => rows.first().map_or(Cow::Borrowed(""), Self::text),
        }
    }

    /// The date and time it names; `None` when it names none.
    #[must_use]
    pub fn moment(&self, offset: FixedOffset) -> Option<NaiveDateTime> {
        match self {
            Self::Date(date) => Some(date.and_time(NaiveTime::MIN)),
            Self::Moment(at) => Some(*at),
            Self::Number(days) => dates::from_day_number(*days),
            Self::Text(text) => dates::parse(text, offset),
            Self::Rows(rows) => rows.first()?.moment(offset),
            Self::Bool(_) | Self::Time(_) | Self::Names(_) => None,
        }
    }

    /// XPath's `=`: as booleans, else as numbers, else as texts.
    #[must_use]
    pub fn equals(&self, other: &Self) -> bool {
        match (self.first(), other.first()) {
            (Self::Bool(_), _) | (_, Self::Bool(_)) => self.truth() == other.truth(),
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Date(a), Self::Date(b)) => a == b,
            (Self::Number(_), _) | (_, Self::Number(_)) => {
                (self.number() - other.number()).abs() < EQUAL_WITHIN
            }
            (
                Self::Text(_)
                | Self::Date(_)
                | Self::Moment(_)
                | Self::Time(_)
                | Self::Names(_)
                | Self::Rows(_),
                _,
            ) => self.text() == other.text(),
        }
    }

    fn first(&self) -> &Self {
        match self {
            Self::Rows(rows) => rows.first().unwrap_or(self),
            Self::Text(_)
            | Self::Number(_)
            | Self::Bool(_)
            | Self::Date(_)
            | Self::Moment(_)
            | Self::Time(_)
            | Self::Names(_) => self,
        }
    }
}

impl From<DateTime<FixedOffset>> for Scalar<'_> {
    fn from(at: DateTime<FixedOffset>) -> Self {
        Self::Moment(at.naive_local())
    }
}

/// Digits, points and minus signs only, as in JavaRosa: neither exponents nor `inf`. Else an ISO date as its day number.
fn number_in(text: &str) -> f64 {
    let text = text.trim();
    if text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-')
        && let Ok(number) = text.parse()
    {
        return number;
    }
    dates::parse_plain(text).map_or(f64::NAN, dates::day_number)
}

fn number_text(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .to_owned()
    } else if (number - number.trunc()).abs() < EQUAL_WITHIN {
        // Adding zero turns -0 into 0.
        format!("{:.0}", number.trunc() + 0.0)
    } else {
        number.to_string()
    }
}
