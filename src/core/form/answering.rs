//! What a person gave comes in, the value to store or the slip goes out.

use chrono::FixedOffset;

use super::{
    answers::{Answer, Place},
    asked::{Given, Slip},
    expr::{Scalar, Scope},
    interview::{Interview, Shown},
    limits,
    model::{Choice, Form, Kind, Question, Range},
    value::{Media, Value},
};

impl Interview<'_> {
    /// The value that `given` means as an answer at `place`; it has to be stored in the answers by the caller. Messages
    /// of the form are in `language`.
    ///
    /// # Errors
    /// The slip that tells why it is not taken.
    pub fn answer(&self, place: &Place, given: Given, language: &str) -> Result<Value, Slip> {
        let Shown {
            question, required, ..
        } = self.shown(place).ok_or(Slip::NotAsked)?;
        let value = value(self.form, question, given, *self.context.now.offset())?;
        if value.is_blank() {
            return if *required {
                Err(Slip::Required)
            } else {
                Ok(value)
            };
        }
        let a_medium_for_text = question.kind == Kind::Text && matches!(value, Value::Media(_));
        if a_medium_for_text || self.meets_constraint(question, place, &value) {
            return Ok(value);
        }
        let message = self.words(
            &question.constraint_message,
            language,
            &self.scope(question, place.instance),
        );
        Err(Slip::Constraint(message))
    }

    /// The answer "skipped" for `place`.
    ///
    /// # Errors
    /// [`Slip::Required`] when it must be answered, [`Slip::NotAsked`] when it is not asked.
    pub fn skip(&self, place: &Place) -> Result<Answer, Slip> {
        let shown = self.shown(place).ok_or(Slip::NotAsked)?;
        if shown.required {
            Err(Slip::Required)
        } else {
            Ok(Answer::Skipped)
        }
    }

    /// Whether the constraint of the question at `place` lets `value` answer it.
    #[must_use]
    pub fn allows(&self, place: &Place, value: &Value) -> bool {
        let shown = self.shown(place);
        shown.is_some_and(|shown| self.meets_constraint(shown.question, place, value))
    }

    fn meets_constraint(&self, question: &Question, place: &Place, value: &Value) -> bool {
        let Some(constraint) = &question.constraint else {
            return true;
        };
        let interview: &Interview<'_> = self;
        let this = Scalar::of(value, *interview.context.now.offset());
        Scope {
            this: Some(&this),
            ..interview.scope(question, place.instance)
        }
        .evaluate(constraint)
        .truth()
    }
}

/// What is given in the type of the question.
fn value(
    form: &Form,
    question: &Question,
    given: Given,
    offset: FixedOffset,
) -> Result<Value, Slip> {
    let choices = |list: usize| &form.lists[list].choices;
    let takes_media = matches!(question.kind, Kind::Text | Kind::Media(_));
    if matches!(given, Given::Media(_)) && !takes_media {
        return Err(Slip::MediaNotTaken);
    }
    match question.kind {
        Kind::Text => match given {
            Given::Text(text) => self::text(&text),
            Given::Media(media) if question.accept.takes(media.kind) => medium(media),
            Given::Media(_) => Err(Slip::MediaNotTaken),
            Given::Integer(number) => Ok(Value::Text(number.to_string())),
            Given::Decimal(number) => Ok(Value::Text(number.to_string())),
            Given::Choice(_)
            | Given::Choices(_)
            | Given::Date(_)
            | Given::Time(_)
            | Given::DateTime(_)
            | Given::Acknowledged => Err(Slip::NotText),
        },
        Kind::Integer => {
            let number = number(&given)?;
            if number.fract() == 0.0 {
                Ok(whole_value(number))
            } else {
                Err(Slip::NotAWholeNumber)
            }
        }
        Kind::Decimal => number(&given).map(Value::Decimal),
        Kind::Range(range) => in_range(range, &given),
        Kind::Date => {
            let Given::Date(date) = given else {
                return Err(Slip::NotADate);
            };
            Ok(Value::Date(date))
        }
        Kind::Time => {
            let Given::Time(time) = given else {
                return Err(Slip::NotATime);
            };
            Ok(Value::Time(time))
        }
        Kind::DateTime => {
            let Given::DateTime(at) = given else {
                return Err(Slip::NotADate);
            };
            let at = at.and_local_timezone(offset).single();
            at.map(Value::DateTime).ok_or(Slip::NotADate)
        }
        Kind::One(list) => {
            let Given::Choice(index) = given else {
                return Err(Slip::NoSuchChoice);
            };
            let choice = choices(list).get(index).ok_or(Slip::NoSuchChoice)?;
            Ok(Value::One(choice.name.clone()))
        }
        Kind::Many(list) => {
            let chosen = if let Given::Choice(index) = given {
                vec![index]
            } else if let Given::Choices(indices) = given {
                indices
            } else {
                return Err(Slip::NoSuchChoice);
            };
            many(choices(list), &chosen)
        }
        Kind::Acknowledge => Ok(Value::Acknowledged),
        Kind::Media(kind) => {
            let Given::Media(media) = given else {
                return Err(Slip::NotAMedium);
            };
            if kind.takes(media.kind) {
                medium(media)
            } else {
                Err(Slip::MediaNotTaken)
            }
        }
        Kind::Note
        | Kind::Calculate
        | Kind::Hidden
        | Kind::Today
        | Kind::Start
        | Kind::End
        | Kind::Username => Err(Slip::NotAsked),
    }
}

fn text(text: &str) -> Result<Value, Slip> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Slip::Blank);
    }
    within_limit(text)?;
    Ok(Value::Text(text.to_owned()))
}

/// The names in the order of the list, each once.
fn many(choices: &[Choice], chosen: &[usize]) -> Result<Value, Slip> {
    if chosen.iter().any(|index| *index >= choices.len()) {
        return Err(Slip::NoSuchChoice);
    }
    let chosen = choices
        .iter()
        .enumerate()
        .filter(|(index, _)| chosen.contains(index));
    Ok(Value::Many(
        chosen.map(|(_, choice)| choice.name.clone()).collect(),
    ))
}

fn medium(media: Media) -> Result<Value, Slip> {
    within_limit(media.caption.as_deref().unwrap_or_default())?;
    Ok(Value::Media(media))
}

fn within_limit(text: &str) -> Result<(), Slip> {
    let limit = limits::TEXT_ANSWER_CHARS;
    if text.chars().count() > limit {
        Err(Slip::TooLong { limit })
    } else {
        Ok(())
    }
}

fn number(given: &Given) -> Result<f64, Slip> {
    let limit = limits::DECIMAL_DIGITS;
    match given {
        #[expect(
            clippy::cast_precision_loss,
            reason = "at most 15 digits, which a double keeps"
        )]
        Given::Integer(number) if number.unsigned_abs() < 10u64.pow(15) => Ok(*number as f64),
        Given::Integer(_) => Err(Slip::TooManyDigits { limit }),
        Given::Decimal(number) if number.is_finite() && number.abs() < 1.0e15 => Ok(*number),
        Given::Decimal(_) => Err(Slip::TooManyDigits { limit }),
        Given::Text(_)
        | Given::Choice(_)
        | Given::Choices(_)
        | Given::Date(_)
        | Given::Time(_)
        | Given::DateTime(_)
        | Given::Media(_)
        | Given::Acknowledged => Err(Slip::NotANumber),
    }
}

fn in_range(range: Range, given: &Given) -> Result<Value, Slip> {
    let number = match given {
        Given::Choice(index) => *range.buttons().get(*index).ok_or(Slip::NoSuchChoice)?,
        other => number(other)?,
    };
    if !range.contains(number) {
        return Err(Slip::OutOfRange {
            start: range.start,
            end: range.end,
            step: range.step,
        });
    }
    Ok(if number.fract() == 0.0 {
        whole_value(number)
    } else {
        Value::Decimal(number)
    })
}

fn whole_value(number: f64) -> Value {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole and of at most 15 digits"
    )]
    Value::Integer(number as i64)
}
