//! The functions of expressions: names, how many arguments, and what they do with values.

use std::borrow::Cow;

use chrono::{FixedOffset, NaiveTime};
use serde::{Deserialize, Serialize};

use super::super::read::fold::fold;
use super::{Scalar, dates};

macro_rules! functions {
    ($($function:ident $name:literal $least:literal ..= $most:expr, $doc:literal;)*) => {
        /// The functions that take values and give one.
        #[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
        #[serde(rename_all = "kebab-case")]
        pub enum Function {
            $(#[doc = $doc] $function,)*
        }

        impl Function {
            /// The function that forms write as `name`.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$function),)*
                    _ => None,
                }
            }

            /// The least and the greatest number of arguments.
            #[must_use]
            pub fn arguments(self) -> (usize, usize) {
                match self {
                    $(Self::$function => ($least, $most),)*
                }
            }
        }
    };
}

functions! {
    Selected "selected" 2 ..= 2, "Whether a choice is among the selected ones.";
    SelectedAt "selected-at" 2 ..= 2, "The selected choice at an index from 0.";
    CountSelected "count-selected" 1 ..= 1, "How many choices are selected.";
    If "if" 3 ..= 3, "The second when the first is true, else the third.";
    Coalesce "coalesce" 1 ..= usize::MAX, "The first that is not blank.";
    Not "not" 1 ..= 1, "The opposite.";
    Boolean "boolean" 1 ..= 1, "Whether it counts as true.";
    BooleanFromString "boolean-from-string" 1 ..= 1, "Whether it is `true` or `1`.";
    Number "number" 1 ..= 1, "It as a number.";
    String "string" 1 ..= 1, "It as a text.";
    Int "int" 1 ..= 1, "The number without its decimals.";
    Round "round" 1 ..= 2, "The nearest number with so many decimals.";
    Floor "floor" 1 ..= 1, "The whole number below.";
    Ceiling "ceiling" 1 ..= 1, "The whole number above.";
    Abs "abs" 1 ..= 1, "The number without its sign.";
    Pow "pow" 2 ..= 2, "The first to the power of the second.";
    Sqrt "sqrt" 1 ..= 1, "The square root.";
    Min "min" 1 ..= usize::MAX, "The least number.";
    Max "max" 1 ..= usize::MAX, "The greatest number.";
    Sum "sum" 1 ..= usize::MAX, "The sum of what are numbers.";
    Count "count" 1 ..= 1, "How many rows.";
    CountNonEmpty "count-non-empty" 1 ..= 1, "How many rows are not blank.";
    Concat "concat" 0 ..= usize::MAX, "All texts in a row.";
    Join "join" 1 ..= usize::MAX, "All texts with the first between them.";
    Substring "substr" 2 ..= 3, "The characters from an index, from 0, up to another; negative ones count from the end.";
    SubstringBefore "substring-before" 2 ..= 2, "What stands before the second.";
    SubstringAfter "substring-after" 2 ..= 2, "What stands behind the second.";
    Contains "contains" 2 ..= 2, "Whether the second is in the first.";
    StartsWith "starts-with" 2 ..= 2, "Whether the first starts with the second.";
    EndsWith "ends-with" 2 ..= 2, "Whether the first ends with the second.";
    StringLength "string-length" 1 ..= 1, "How many characters.";
    NormalizeSpace "normalize-space" 1 ..= 1, "The text with single blanks.";
    Folded "folded" 1 ..= 1, "The text as names are compared: small letters without accents.";
    Translate "translate" 3 ..= 3, "The text with signs of the second replaced by those of the third.";
    Date "date" 1 ..= 1, "It as a date.";
    DateTime "date-time" 1 ..= 1, "It as a date and time.";
    DecimalDateTime "decimal-date-time" 1 ..= 1, "Days since 1970 with the time as a part of a day.";
    DecimalTime "decimal-time" 1 ..= 1, "The time as a part of a day.";
    FormatDate "format-date" 2 ..= 2, "A date written by format letters.";
    FormatDateTime "format-date-time" 2 ..= 2, "A date and time written by format letters.";
    DifferenceInMonths "difference-in-months" 2 ..= 2, "Whole months from the first date to the second.";
}

impl Function {
    /// The function's value. The number of `given` is within [`Function::arguments`], which parsing has checked.
    pub(super) fn call<'a>(self, given: &[Scalar<'a>], offset: FixedOffset) -> Scalar<'a> {
        let [first, rest @ ..] = given else {
            return Scalar::BLANK;
        };
        let second = rest.first().unwrap_or(&Scalar::BLANK);
        let third = rest.get(1).unwrap_or(&Scalar::BLANK);
        match self {
            Self::Selected => Scalar::Bool(selected(first, &second.text())),
            Self::SelectedAt => selected_at(first, second.number()),
            Self::CountSelected => count(match first {
                Scalar::Names(names) => names.len(),
                other => other.text().split_whitespace().count(),
            }),
            Self::If => if first.truth() { second } else { third }.clone(),
            Self::Coalesce => given
                .iter()
                .find(|value| !value.is_blank())
                .cloned()
                .unwrap_or(Scalar::BLANK),
            Self::Not => Scalar::Bool(!first.truth()),
            Self::Boolean => Scalar::Bool(first.truth()),
            Self::BooleanFromString => Scalar::Bool(matches!(&*first.text(), "true" | "1")),
            Self::Number => Scalar::Number(first.number()),
            Self::String => Scalar::Text(first.text()),
            Self::Int => Scalar::Number(first.number().trunc()),
            Self::Round => Scalar::Number(round(
                first.number(),
                rest.first().map_or(0.0, Scalar::number),
            )),
            Self::Floor => Scalar::Number(first.number().floor()),
            Self::Ceiling => Scalar::Number(first.number().ceil()),
            Self::Abs => Scalar::Number(first.number().abs()),
            Self::Pow => Scalar::Number(first.number().powf(second.number())),
            Self::Sqrt => Scalar::Number(first.number().sqrt()),
            Self::Min => Scalar::Number(reduce(given, f64::min)),
            Self::Max => Scalar::Number(reduce(given, f64::max)),
            Self::Sum => Scalar::Number(
                flat(given)
                    .map(Scalar::number)
                    .filter(|number| !number.is_nan())
                    .sum(),
            ),
            Self::Count => count(flat(given).count()),
            Self::CountNonEmpty => count(flat(given).filter(|value| !value.is_blank()).count()),
            Self::Concat => Scalar::Text(Cow::Owned(flat(given).map(Scalar::text).collect())),
            Self::Join => {
                let texts: Vec<_> = flat(rest).map(Scalar::text).collect();
                Scalar::Text(Cow::Owned(texts.join(&first.text())))
            }
            Self::Substring => substring(
                &first.text(),
                second.number(),
                rest.get(1).map(Scalar::number),
            ),
            Self::SubstringBefore => owned(
                first
                    .text()
                    .split_once(&*second.text())
                    .map_or("", |(before, _)| before),
            ),
            Self::SubstringAfter => owned(
                first
                    .text()
                    .split_once(&*second.text())
                    .map_or("", |(_, after)| after),
            ),
            Self::Contains => Scalar::Bool(first.text().contains(&*second.text())),
            Self::StartsWith => Scalar::Bool(first.text().starts_with(&*second.text())),
            Self::EndsWith => Scalar::Bool(first.text().ends_with(&*second.text())),
            Self::StringLength => count(first.text().chars().count()),
            Self::NormalizeSpace => {
                let text = first.text();
                Scalar::Text(Cow::Owned(
                    text.split_whitespace().collect::<Vec<_>>().join(" "),
                ))
            }
            Self::Folded => owned(&fold(&first.text())),
            Self::Translate => translate(&first.text(), &second.text(), &third.text()),
            Self::Date => first
                .moment(offset)
                .map_or(Scalar::BLANK, |at| Scalar::Date(at.date())),
            Self::DateTime => first.moment(offset).map_or(Scalar::BLANK, Scalar::Moment),
            Self::DecimalDateTime => {
                Scalar::Number(first.moment(offset).map_or(f64::NAN, dates::day_number))
            }
            Self::DecimalTime => Scalar::Number(decimal_time(first, offset)),
            Self::FormatDate | Self::FormatDateTime => match first.moment(offset) {
                Some(at) => Scalar::Text(Cow::Owned(dates::format(at, &second.text()))),
                None => Scalar::BLANK,
            },
            Self::DifferenceInMonths => match (first.moment(offset), second.moment(offset)) {
                (Some(a), Some(b)) => {
                    Scalar::Number(f64::from(dates::months_between(a.date(), b.date())))
                }
                (None, _) | (_, None) => Scalar::BLANK,
            },
        }
    }
}

/// All values, with those of rows one by one.
fn flat<'s, 'a>(given: &'s [Scalar<'a>]) -> impl Iterator<Item = &'s Scalar<'a>> {
    given.iter().flat_map(|value| match value {
        Scalar::Rows(rows) => rows.as_slice(),
        single => std::slice::from_ref(single),
    })
}

/// Among what are numbers; NaN when there are none.
fn reduce(given: &[Scalar<'_>], choose: fn(f64, f64) -> f64) -> f64 {
    flat(given)
        .map(Scalar::number)
        .filter(|number| !number.is_nan())
        .reduce(choose)
        .unwrap_or(f64::NAN)
}

fn count(number: usize) -> Scalar<'static> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of rows and characters are small"
    )]
    Scalar::Number(number as f64)
}

fn owned(text: &str) -> Scalar<'static> {
    Scalar::Text(Cow::Owned(text.to_owned()))
}

/// As JavaRosa: a blank name is among a blank list, and two names side by side are among the list that has them so.
fn selected(list: &Scalar<'_>, name: &str) -> bool {
    let name = name.trim();
    match list {
        Scalar::Names(names) if !names.is_empty() && !name.contains(' ') => {
            names.iter().any(|chosen| chosen == name)
        }
        other => format!(" {} ", other.text().trim()).contains(&format!(" {name} ")),
    }
}

fn selected_at<'a>(list: &Scalar<'a>, index: f64) -> Scalar<'a> {
    if index.is_nan() || index < 0.0 {
        return Scalar::BLANK;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative; beyond the list is blank"
    )]
    let index = index as usize;
    match list {
        Scalar::Names(names) => names
            .get(index)
            .map_or(Scalar::BLANK, |name| Scalar::Text(Cow::Borrowed(name))),
        other => owned(other.text().split_whitespace().nth(index).unwrap_or("")),
    }
}

/// Halves go up, as in XPath; negative digits round to tens, hundreds …
fn round(number: f64, digits: f64) -> f64 {
    // Shifting the written number keeps 1.255 a half, which multiplying by 100 does not.
    let shift = |number: f64, by: f64| format!("{number}e{by}").parse::<f64>().unwrap_or(f64::NAN);
    if !number.is_finite() || digits.is_nan() || digits.abs() > 15.0 {
        return number;
    }
    shift(
        (shift(number, digits.trunc()) + 0.5).floor(),
        -digits.trunc(),
    )
}

fn substring(text: &str, from: f64, to: Option<f64>) -> Scalar<'static> {
    let signs: Vec<char> = text.chars().collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "clamped to the length first"
    )]
    let index = |place: f64| {
        let length = signs.len() as f64;
        (if place < 0.0 { place + length } else { place }).clamp(0.0, length) as usize
    };
    let (from, to) = (index(from), to.map_or(signs.len(), index));
    Scalar::Text(Cow::Owned(
        signs.get(from..to).unwrap_or_default().iter().collect(),
    ))
}

fn translate(text: &str, from: &str, to: &str) -> Scalar<'static> {
    let to: Vec<char> = to.chars().collect();
    let translated = text
        .chars()
        .filter_map(
            |sign| match from.chars().position(|wanted| wanted == sign) {
                Some(index) => to.get(index).copied(),
                None => Some(sign),
            },
        )
        .collect();
    Scalar::Text(Cow::Owned(translated))
}

fn decimal_time(value: &Scalar<'_>, offset: FixedOffset) -> f64 {
    let time = match value {
        Scalar::Time(time) => Some(*time),
        other => other
            .moment(offset)
            .map(|at| at.time())
            .or_else(|| time_in(&other.text())),
    };
    time.map_or(f64::NAN, |time| Scalar::Time(time).number())
}

/// The time in `10:30`, `10:30:00`, also with an offset behind it, which says nothing here.
fn time_in(text: &str) -> Option<NaiveTime> {
    let clock = text.trim().split(['+', 'Z', '-']).next()?;
    ["%H:%M:%S%.f", "%H:%M"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(clock, format).ok())
}
