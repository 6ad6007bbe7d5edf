//! What deserves a second look in a visit report: it and the visits before it come in, questions go out. They are
//! asked, never held against anybody, and stop nothing.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::due::profile::Profile;
use super::form::{Answer, Answers, Value};
use super::report::{Fact, SAME_VISIT};

/// Filled in faster than this, nobody can have read the questions.
const QUICK: TimeDelta = TimeDelta::seconds(20);
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
    /// The child was not seen at so many visits in a row as the programme says.
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

/// A visit that took place, as the signals look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Visited {
    /// When its report was sent.
    pub sent_at: DateTime<Utc>,
    /// Who was seen, choice names.
    pub seen: Vec<String>,
    /// What was answered.
    pub answers: Answers,
}

/// What deserves a second look in a visit beside those before it, of which `earlier` are the newest, newest first. A visit
/// that did not take place says nothing here: nobody could see the child.
#[must_use]
pub fn beside(new: &Visited, earlier: &[Visited], profile: &Profile) -> Vec<Signal> {
    let mut signals = Vec::new();
    let last = earlier.first();
    if last.is_some_and(|last| new.sent_at - last.sent_at < SAME_VISIT) {
        signals.push(Signal::Soon);
    }
    if last.is_some_and(|last| says_the_same(&last.answers, &new.answers)) {
        signals.push(Signal::Same);
    }
    let unseen = |visit: &&Visited| !visit.seen.iter().any(|who| who.starts_with(CHILD));
    let row = std::iter::once(new).chain(earlier);
    if row.take_while(unseen).count() >= profile.child_unseen_visits.into() {
        signals.push(Signal::Unseen);
    }
    signals
}

/// The visits that a new one is looked at beside.
#[must_use]
pub fn earlier(profile: &Profile) -> u16 {
    profile.child_unseen_visits.saturating_sub(1).max(1)
}

/// Whether a report took so little time that nobody can have read its questions.
#[must_use]
pub fn is_quick(opened_at: DateTime<Utc>, sent_at: DateTime<Utc>) -> bool {
    let took = sent_at - opened_at;
    // A clock that stood still has measured nothing.
    took > TimeDelta::zero() && took < QUICK
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
            seen: seen.iter().map(|&who| who.to_owned()).collect(),
            answers,
        }
    }

    fn of(new: &Visited, earlier: &[Visited]) -> Vec<Signal> {
        beside(new, earlier, &Profile::default())
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
    }

    #[test]
    fn the_same_answers_are_asked_about_whatever_their_days() {
        let last = visit("2026-03-02T09:00:00Z", &["child_alone"], "Good");
        let new = visit("2026-03-09T09:00:00Z", &["child_alone"], "Good");
        assert_eq!(of(&new, &[last]), [Signal::Same]);
    }

    #[test]
    fn a_child_not_seen_at_so_many_visits_as_the_programme_says_is_asked_about() {
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
        let before = [second, seen];
        assert_eq!(of(&third, &before), []);
        for (visits, asked) in [(1, true), (2, true), (3, false)] {
            let profile = Profile {
                child_unseen_visits: visits,
                ..Profile::default()
            };
            assert!(before.len() >= earlier(&profile).into());
            let signals = beside(&third, &before, &profile);
            assert_eq!(signals.contains(&Signal::Unseen), asked, "{visits}");
        }
    }

    #[test]
    fn a_form_filled_in_seconds_is_asked_about() {
        let sent_at = at("2026-03-02T09:00:00Z");
        let within = |seconds| is_quick(sent_at - TimeDelta::seconds(seconds), sent_at);
        assert!(within(19) && !within(20) && !within(0));
    }
}
