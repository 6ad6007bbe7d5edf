//! A place of an interview comes in, the question in one language goes out.

use chrono::{Days, NaiveDate};

use super::{
    answers::{Answer, Place},
    asked::{Asked, Offer},
    expr::{Scalar, Scope},
    interview::{Interview, Shown},
    limits,
    model::{Kind, Question},
    value::Value,
    words::{Part, Phrase, Piece, Words},
};

/// Days from today worth a button, the likeliest first.
const NEAR_DAYS: [i64; 9] = [0, -1, -2, -3, 1, 2, 3, 7, 14];

impl Interview<'_> {
    /// The question at `place` in `language`; `None` when it is not asked.
    #[must_use]
    pub fn ask(&self, place: &Place, language: &str) -> Option<Asked> {
        let Shown {
            question,
            required,
            answered,
            ..
        } = self.shown(place)?;
        let scope = self.scope(question, place.instance);
        let words = |words: &Words| self.words(words, language, &scope);
        Some(Asked {
            place: place.clone(),
            kind: question.kind,
            heading: self.heading(question, language, &scope),
            row: scope
                .row
                .map(|(repeat, row)| (row, self.state.row_count(repeat))),
            notes: self.notes(Some(place), language),
            label: words(&question.label).unwrap_or_else(|| Phrase::fixed(&*question.name)),
            hint: words(&question.hint),
            choices: self.offers(question, language, &scope),
            required: *required,
            skip: words(&question.skip),
            accept: question.accept,
            quick_dates: self.quick_dates(question, &scope),
            answered: answered.and_then(|answer| match answer {
                Answer::Given(value) => Some(value.clone()),
                Answer::Skipped => None,
            }),
            default: self.default(question, &scope),
            appearance: question.appearance.clone(),
        })
    }

    /// Notes after the last question, for the check screen.
    #[must_use]
    pub fn closing_notes(&self, language: &str) -> Vec<Phrase> {
        self.notes(None, language)
    }

    /// How the check screen names an answer: the labels of choices, else the value itself.
    #[must_use]
    pub fn phrases(&self, place: &Place, value: &Value, language: &str) -> Vec<Phrase> {
        let Some(Shown { question, .. }) = self.shown(place) else {
            return Vec::new();
        };
        let offers = self.offers(question, language, &self.scope(question, place.instance));
        let label = |name: &String| {
            let offer = offers.iter().find(|offer| offer.name == *name);
            offer.map_or_else(|| Phrase::fixed(name), |offer| offer.label.clone())
        };
        match value {
            Value::One(name) => vec![label(name)],
            Value::Many(names) => names.iter().map(label).collect(),
            Value::Text(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Date(_)
            | Value::Time(_)
            | Value::DateTime(_)
            | Value::Media(_)
            | Value::Acknowledged => vec![Phrase(vec![Piece::Inserted(value.clone())])],
        }
    }

    /// A text of the form with its values inserted; `None` when the form says nothing.
    pub(super) fn words(
        &self,
        words: &Words,
        language: &str,
        scope: &Scope<'_, '_>,
    ) -> Option<Phrase> {
        let text = words.in_language(language, &self.form.default_language)?;
        let pieces = text.0.iter().filter_map(|part| match part {
            Part::Fixed(words) => Some(Piece::Fixed(words.clone())),
            Part::Value(question) => scope
                .question(*question)
                .into_value(scope.offset())
                .map(Piece::Inserted),
        });
        Some(Phrase(pieces.collect()))
    }

    fn heading(
        &self,
        question: &Question,
        language: &str,
        scope: &Scope<'_, '_>,
    ) -> Option<Phrase> {
        let around = std::iter::successors(question.group, |group| self.form.groups[*group].parent);
        around
            .map(|group| &self.form.groups[group].label)
            .find_map(|label| self.words(label, language, scope))
    }

    /// Notes and read-only questions between the last question before `until`, or before the end, and that.
    fn notes(&self, until: Option<&Place>, language: &str) -> Vec<Phrase> {
        let mut notes = Vec::new();
        for (index, row, cell) in self.walk().filter(|(.., cell)| cell.relevant) {
            let question = &self.form.questions[index];
            if question.is_asked() {
                if until
                    .is_some_and(|until| until.question == question.name && until.instance == row)
                {
                    return notes;
                }
                notes.clear();
            } else if question.kind == Kind::Note || question.read_only {
                let note = self.words(&question.label, language, &self.scope(question, row));
                let value = cell.value.clone().into_value(*self.context.now.offset());
                notes.extend(note.map(|mut note| {
                    if let Some(value) = value {
                        note.0
                            .extend([Piece::Fixed(" ".to_owned()), Piece::Inserted(value)]);
                    }
                    note
                }));
            }
        }
        notes
    }

    fn offers(&self, question: &Question, language: &str, scope: &Scope<'_, '_>) -> Vec<Offer> {
        match question.kind {
            Kind::One(list) | Kind::Many(list) => {
                let offer = |choice: &super::model::Choice| Offer {
                    name: choice.name.clone(),
                    label: self
                        .words(&choice.label, language, scope)
                        .unwrap_or_else(|| Phrase::fixed(&choice.name)),
                };
                self.form.lists[list].choices.iter().map(offer).collect()
            }
            Kind::Range(range) => {
                let offer = |number: f64| {
                    let value = Scalar::Number(number).into_value(scope.offset());
                    Offer {
                        name: number.to_string(),
                        label: Phrase(value.map(Piece::Inserted).into_iter().collect()),
                    }
                };
                range.buttons().into_iter().map(offer).collect()
            }
            Kind::Text
            | Kind::Integer
            | Kind::Decimal
            | Kind::Date
            | Kind::Time
            | Kind::DateTime
            | Kind::Acknowledge
            | Kind::Media(_)
            | Kind::Note
            | Kind::Calculate
            | Kind::Hidden
            | Kind::Today
            | Kind::Start
            | Kind::End
            | Kind::Username => Vec::new(),
        }
    }

    fn quick_dates(&self, question: &Question, scope: &Scope<'_, '_>) -> Vec<NaiveDate> {
        if question.kind != Kind::Date {
            return Vec::new();
        }
        let today = self.context.today;
        let near = NEAR_DAYS
            .iter()
            .filter_map(|days| match days.unsigned_abs() {
                ahead if *days >= 0 => today.checked_add_days(Days::new(ahead)),
                back => today.checked_sub_days(Days::new(back)),
            });
        let allowed = near.filter(|date| {
            let this = Scalar::Date(*date);
            Scope {
                this: Some(&this),
                ..*scope
            }
            .holds(question.constraint.as_ref())
        });
        allowed.take(limits::QUICK_DATES).collect()
    }

    /// The proposed answer, in the type of the question.
    fn default(&self, question: &Question, scope: &Scope<'_, '_>) -> Option<Value> {
        let expr = question
            .default
            .as_ref()
            .or(question.calculation.as_ref())?;
        let proposed = scope.evaluate(expr);
        if proposed.is_blank() {
            return None;
        }
        let offered = |list: usize, name: &str| {
            self.form.lists[list]
                .choices
                .iter()
                .any(|choice| choice.name == name)
        };
        match question.kind {
            Kind::Text => Some(Value::Text(proposed.text().into_owned())),
            Kind::Integer | Kind::Decimal | Kind::Range(_) => {
                Scalar::Number(proposed.number()).into_value(scope.offset())
            }
            Kind::Date => proposed
                .moment(scope.offset())
                .map(|at| Value::Date(at.date())),
            Kind::DateTime => {
                Scalar::Moment(proposed.moment(scope.offset())?).into_value(scope.offset())
            }
            Kind::One(list) => Some(proposed.text())
                .filter(|name| offered(list, name))
                .map(|name| Value::One(name.into_owned())),
            Kind::Many(list) => {
                let text = proposed.text();
                let names: Vec<_> = text
                    .split_whitespace()
                    .filter(|name| offered(list, name))
                    .map(str::to_owned)
                    .collect();
                (!names.is_empty()).then_some(Value::Many(names))
            }
            Kind::Time
            | Kind::Acknowledge
            | Kind::Media(_)
            | Kind::Note
            | Kind::Calculate
            | Kind::Hidden
            | Kind::Today
            | Kind::Start
            | Kind::End
            | Kind::Username => None,
        }
    }
}
