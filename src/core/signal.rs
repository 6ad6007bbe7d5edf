//! What deserves a second look in a visit report: it and the visits before it come in, questions go out. They are
//! asked, never held against anybody, and stop nothing.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::form::{Answer, Answers, Value};
use super::report::{Fact, SAME_VISIT};

/// Filled in faster than this, nobody can have read the questions.
const QUICK: TimeDelta = TimeDelta::seconds(20);
/// Visits in a row without the child before it is asked about.
const UNSEEN: usize = 3;
/// Visits that are looked at beside the new one.
pub const EARLIER: usize = UNSEEN - 1;
/// The choices of the visit form that say the child was seen begin so.
const CHILD: &str = "child";
/// The fact under which signals are kept with their report.
pub const FIELD: &str = "visit.signal";

/// What deserves a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// The second visit within a few hours.
    Soon,
    /// The same answers as the last time.
    Same,
    /// The child was not seen three times in a row.
    Unseen,
    /// It took seconds.
    Quick,
}

impl Signal {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Soon, Self::Same, Self::Unseen, Self::Quick];

    /// The word in facts and in the bot's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Same => "same",
            Self::Unseen => "unseen",
            Self::Quick => "quick",
        }
    }

    /// Reads [`Signal::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.word() == word)
    }
}

/// A visit as the signals look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Visited {
    /// When its report was sent.
    pub sent_at: DateTime<Utc>,
    /// Whether it took place.
    pub happened: bool,
    /// Who was seen, choice names.
    pub seen: Vec<String>,
    /// What was answered.
    pub answers: Answers,
}

/// What deserves a second look in a visit whose report was begun at `opened_at`; `earlier` are the case's visits before
/// it, newest first.
#[must_use]
pub fn signals(new: &Visited, opened_at: DateTime<Utc>, earlier: &[Visited]) -> Vec<Signal> {
    let mut signals = Vec::new();
    let last = earlier.first();
    if last.is_some_and(|last| {
        last.happened && new.happened && new.sent_at - last.sent_at < SAME_VISIT
    }) {
        signals.push(Signal::Soon);
    }
    if last.is_some_and(|last| says_the_same(&last.answers, &new.answers)) {
        signals.push(Signal::Same);
    }
    let unseen =
        |visit: &Visited| visit.happened && !visit.seen.iter().any(|who| who.starts_with(CHILD));
    let row = std::iter::once(new).chain(earlier).take(UNSEEN);
    if row.clone().count() == UNSEEN && row.clone().all(unseen) {
        signals.push(Signal::Unseen);
    }
    // A clock that stood still has measured nothing.
    let took = new.sent_at - opened_at;
    if took > TimeDelta::zero() && took < QUICK {
        signals.push(Signal::Quick);
    }
    signals
}

/// The same as facts of the report.
pub fn facts(signals: &[Signal]) -> impl Iterator<Item = Fact> {
    (1u16..).zip(signals).map(|(instance, signal)| Fact {
        field: FIELD.into(),
        instance,
        value: signal.word().into(),
        sealed: false,
    })
}

/// Whether two sets of answers say the same; the days on which they say it do not matter.
fn says_the_same(one: &Answers, other: &Answers) -> bool {
    let lasting = |answers: &Answers| -> Vec<(String, Answer)> {
        let given = answers.iter().filter(|(_, answer)| match answer {
            Answer::Given(Value::Date(_) | Value::DateTime(_) | Value::Time(_)) => false,
            Answer::Given(_) | Answer::Skipped => true,
        });
        given
            .map(|(place, answer)| (place.to_string(), answer.clone()))
            .collect()
    };
    lasting(one) == lasting(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn visit(sent_at: &str, seen: &[&str], note: &str) -> Visited {
        let mut answers = Answers::new();
        answers.give("note".parse().unwrap(), Value::Text(note.into()));
        let day = at(sent_at).date_naive();
        answers.give("day".parse().unwrap(), Value::Date(day));
        Visited {
            sent_at: at(sent_at),
            happened: true,
            seen: seen.iter().map(|&who| who.to_owned()).collect(),
            answers,
        }
    }

    /// Ten minutes for the form.
    fn of(new: &Visited, earlier: &[Visited]) -> Vec<Signal> {
        signals(new, new.sent_at - TimeDelta::minutes(10), earlier)
    }

    #[test]
    fn an_ordinary_visit_raises_nothing() {
        let last = visit("2026-03-02T09:00:00Z", &["child_alone"], "Good");
        let new = visit("2026-03-09T09:00:00Z", &["caregiver"], "Also good");
        assert_eq!(of(&new, &[last]), []);
        assert_eq!(of(&new, &[]), []);
    }

    #[test]
    fn a_second_visit_within_eight_hours_is_asked_about() {
        let last = visit("2026-03-02T09:00:00Z", &["child_alone"], "Good");
        let new = visit("2026-03-02T16:59:59Z", &["child_with"], "Also good");
        assert_eq!(of(&new, std::slice::from_ref(&last)), [Signal::Soon]);
        let later = visit("2026-03-02T17:00:00Z", &["child_with"], "Also good");
        assert_eq!(of(&later, std::slice::from_ref(&last)), []);
        let mut failed = new;
        failed.happened = false;
        assert_eq!(of(&failed, &[last]), []);
    }

    #[test]
    fn the_same_answers_are_asked_about_whatever_their_days() {
        let last = visit("2026-03-02T09:00:00Z", &["child_alone"], "Good");
        let new = visit("2026-03-09T09:00:00Z", &["child_alone"], "Good");
        assert_eq!(of(&new, &[last]), [Signal::Same]);
    }

    #[test]
    fn a_child_not_seen_three_times_in_a_row_is_asked_about() {
        let unseen = |day: &str, note: &str| {
            visit(&format!("2026-03-{day}T09:00:00Z"), &["caregiver"], note)
        };
        let (first, second, third) = (unseen("02", "a"), unseen("09", "b"), unseen("16", "c"));
        assert_eq!(
            of(&third, &[second.clone(), first.clone()]),
            [Signal::Unseen]
        );
        assert_eq!(of(&third, std::slice::from_ref(&second)), []);
        let mut seen = first;
        seen.seen = vec!["child_with".into()];
        assert_eq!(of(&third, &[second, seen]), []);
    }

    #[test]
    fn a_form_filled_in_seconds_is_asked_about() {
        let new = visit("2026-03-02T09:00:00Z", &["child_alone"], "Good");
        let begun = |seconds| signals(&new, new.sent_at - TimeDelta::seconds(seconds), &[]);
        assert_eq!(begun(19), [Signal::Quick]);
        assert_eq!(begun(20), []);
        assert_eq!(begun(0), []);
    }
}
