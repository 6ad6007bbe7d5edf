//! Derives from form, answers and context what is asked, in which order, and what comes next.

use super::{
    answers::{Answer, Answers, Place},
    asked::{Asked, Given, Slip},
    context::Context,
    model::{Form, Question},
    value::Value,
    words::Phrase,
};

/// A walk through a form, derived afresh from what is stored; it holds no state of its own.
#[derive(Debug)]
pub struct Interview<'a> {
    form: &'a Form,
    answers: &'a Answers,
    context: &'a Context,
    shown: Vec<Shown<'a>>,
}

/// A relevant question that a person answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    /// Where its answer belongs.
    pub place: Place,
    /// Its index in [`Form::questions`], for button data.
    pub index: usize,
    /// The question.
    pub question: &'a Question,
    /// Whether it must be answered.
    pub required: bool,
    /// Its answer, if that still fits the question.
    pub answered: Option<&'a Answer>,
}

impl<'a> Interview<'a> {
    /// Derives relevance, calculations and the places to ask. Same input, same interview.
    #[must_use]
    pub fn derive(form: &'a Form, answers: &'a Answers, context: &'a Context) -> Self {
        let _ = (form, answers, context);
        todo!()
    }

    /// The first place without an answer; `None` when all is answered and the answers can be checked and sent.
    #[must_use]
    pub fn next(&self) -> Option<&Place> {
        todo!()
    }

    /// All relevant places in the order of asking: for progress, Back and the check screen.
    #[must_use]
    pub fn places(&self) -> &[Shown<'a>] {
        &self.shown
    }

    /// The place asked before `place`.
    #[must_use]
    pub fn before(&self, place: &Place) -> Option<&Place> {
        let _ = place;
        todo!()
    }

    /// The place of the question with this index, in this row: from button data.
    #[must_use]
    pub fn place(&self, index: usize, instance: Option<u16>) -> Option<&Place> {
        let _ = (index, instance);
        todo!()
    }

    /// The question at `place` in `language`; `None` when it is not asked.
    #[must_use]
    pub fn ask(&self, place: &Place, language: &str) -> Option<Asked> {
        let _ = (place, language);
        todo!()
    }

    /// Notes after the last question, for the check screen.
    #[must_use]
    pub fn closing_notes(&self, language: &str) -> Vec<Phrase> {
        let _ = language;
        todo!()
    }

    /// The value that `given` means as an answer at `place`; it has to be stored in the answers by the caller.
    ///
    /// # Errors
    /// The slip that tells why it is not taken.
    pub fn answer(&self, place: &Place, given: Given, language: &str) -> Result<Value, Slip> {
        let _ = (place, given, language);
        todo!()
    }

    /// The answer "skipped" for `place`.
    ///
    /// # Errors
    /// [`Slip::Required`] when it must be answered, [`Slip::NotAsked`] when it is not asked.
    pub fn skip(&self, place: &Place) -> Result<Answer, Slip> {
        let _ = place;
        todo!()
    }

    /// Whether `value` at `place` raises an alert.
    #[must_use]
    pub fn alerts(&self, place: &Place, value: &Value) -> bool {
        let _ = (place, value);
        todo!()
    }

    /// How the check screen names an answer: the label of a choice, else the value itself.
    #[must_use]
    pub fn phrase(&self, place: &Place, value: &Value, language: &str) -> Vec<Phrase> {
        let _ = (place, value, language);
        todo!()
    }
}
