//! One question as it is asked, what may come back, and why it may not be taken.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{
    answers::Place,
    model::{Accept, Kind},
    value::{Media, Value},
    words::Phrase,
};

/// A question in one language, ready to become a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Which question.
    pub place: Place,
    /// What answers it.
    pub kind: Kind,
    /// The label of the innermost labelled group around it.
    pub heading: Option<Phrase>,
    /// Inside a repeat: the row and the number of rows.
    pub row: Option<(u16, u16)>,
    /// Notes and read-only questions that stand between the question before and this one.
    pub notes: Vec<Phrase>,
    /// What is asked.
    pub label: Phrase,
    /// A line of explanation.
    pub hint: Option<Phrase>,
    /// The choices in order; also the numbers of a short range. [`Given::Choice`] counts in this list.
    pub choices: Vec<Offer>,
    /// Whether it must be answered; if not, Skip is offered.
    pub required: bool,
    /// The form's own words for Skip.
    pub skip: Option<Phrase>,
    /// What beside typed words answers it.
    pub accept: Accept,
    /// Dates worth a button, nearest first; each satisfies the constraint.
    pub quick_dates: Vec<NaiveDate>,
    /// The answer that counts now.
    pub answered: Option<Value>,
    /// The answer that the form proposes.
    pub default: Option<Value>,
    /// The `appearance` column, split at blanks.
    pub appearance: Vec<String>,
}

/// A choice as it is offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// What is stored.
    pub name: String,
    /// What the button says.
    pub label: Phrase,
}

/// What a person gave, already separated from the transport.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Words.
    Text(String),
    /// The choice with this index in [`Asked::choices`].
    Choice(usize),
    /// The choices with these indices.
    Choices(Vec<usize>),
    /// A whole number.
    Integer(i64),
    /// A number.
    Decimal(f64),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A date and a time in the zone of the case.
    DateTime(NaiveDateTime),
    /// A voice note, photo, video or file.
    Media(Media),
    /// "OK".
    Acknowledged,
}

/// Why an answer was not taken. It becomes a screen with one example and the same question.
#[derive(Debug, Clone, PartialEq)]
pub enum Slip {
    /// Nothing was given.
    Blank,
    /// A number is needed.
    NotANumber,
    /// A number without decimals is needed.
    NotAWholeNumber,
    /// The point or comma could stand before decimals or before thousands: it must be written without.
    AmbiguousNumber,
    /// More digits than a number can keep.
    TooManyDigits {
        /// How many are kept.
        limit: usize,
    },
    /// The number is outside the range, or between its steps.
    OutOfRange {
        /// The first number.
        start: f64,
        /// The last number.
        end: f64,
        /// The step between numbers.
        step: f64,
    },
    /// The form's own condition is not met; its message, if it has one.
    Constraint(Option<Phrase>),
    /// A date is needed.
    NotADate,
    /// Day and month could be either way round: the month's name is needed.
    AmbiguousDate,
    /// A time of day is needed.
    NotATime,
    /// None of the choices.
    NoSuchChoice,
    /// Several choices fit the words; their indices in [`Asked::choices`].
    SeveralChoices(Vec<usize>),
    /// Longer than a text answer may be.
    TooLong {
        /// Characters that are kept.
        limit: usize,
    },
    /// This kind of medium does not answer the question.
    MediaNotTaken,
    /// A medium is needed.
    NotAMedium,
    /// Words are needed.
    NotText,
    /// It must be answered.
    Required,
    /// The question is not asked, or no longer.
    NotAsked,
}
