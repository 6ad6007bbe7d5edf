//! A person's slip comes in, the line that explains it goes out.

use chrono::NaiveDate;

use super::form::Slip;
use super::screen::Line;

/// The line that says why an answer was not taken; `example` is a day to show as one.
#[must_use]
pub fn slip_line(slip: &Slip, example: NaiveDate) -> Line {
    let limit = |limit: usize| u32::try_from(limit).unwrap_or(u32::MAX);
    match slip {
        Slip::Blank | Slip::Required => Line::AnswerNeeded,
        Slip::NotANumber => Line::NotANumber,
        Slip::AmbiguousNumber => Line::AmbiguousNumber,
        Slip::NotAWholeNumber => Line::NotAWholeNumber,
        Slip::TooManyDigits { limit: digits } => Line::TooManyDigits {
            limit: limit(*digits),
        },
        Slip::OutOfRange {
            start,
            end,
            step: _,
        } => Line::OutOfRange {
            start: *start,
            end: *end,
        },
        Slip::Constraint(Some(words)) => Line::NotAllowed(words.clone()),
        Slip::Constraint(None) => Line::NotAllowedPlain,
        Slip::NotADate => Line::NotADate { example },
        Slip::AmbiguousDate => Line::AmbiguousDate { example },
        Slip::NotATime => Line::NotATime,
        Slip::NoSuchChoice => Line::NoSuchChoice,
        Slip::SeveralChoices(_) => Line::SeveralChoices,
        Slip::TooLong { limit: characters } => Line::TooLong {
            limit: limit(*characters),
        },
        Slip::MediaNotTaken => Line::MediaNotTaken,
        Slip::NotAMedium => Line::MediaNeeded,
        Slip::NotText => Line::TextNotTaken,
        Slip::NotAsked => Line::EditTooLate,
    }
}
