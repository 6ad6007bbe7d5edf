//! A kind of thing that is due comes in; its word, the rungs that it climbs and on which days it does go out.

use serde::{Deserialize, Serialize};

use super::super::ladder::{Days, Rung, Told};
use super::super::profile::{Confirmation, Profile};

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// A visit to the family; the first one of a case is its first contact.
    Visit,
    /// A look at the plan.
    Review,
    /// A question after a service that was asked.
    FollowUp,
    /// A step that somebody promised.
    Promise,
    /// A family's word on a goal.
    Decide,
    /// An answer to a question about one's own report.
    Answer,
    /// A check on a family whose case was closed.
    AfterCare,
    /// A document that expires.
    Document,
    /// A family that nobody here has met for too long.
    Quiet,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Visit,
        Self::Review,
        Self::FollowUp,
        Self::Promise,
        Self::Decide,
        Self::Answer,
        Self::AfterCare,
        Self::Document,
        Self::Quiet,
    ];

    /// The word in tables and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Review => "review",
            Self::FollowUp => "follow_up",
            Self::Promise => "promise",
            Self::Decide => "decide",
            Self::Answer => "answer",
            Self::AfterCare => "aftercare",
            Self::Document => "document",
            Self::Quiet => "quiet",
        }
    }

    /// Reads [`Rule::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// The rungs on which somebody is told who is told as this, in their order.
    #[must_use]
    pub fn rungs(self, told: Told) -> Vec<Rung> {
        let theirs = |rung: &Rung| rung.told() == told && self.climbs(*rung);
        Rung::ALL.into_iter().filter(theirs).collect()
    }

    /// Whether it has a day that somebody planned, or only one since which it is due.
    #[must_use]
    pub fn is_planned(self) -> bool {
        match self {
            Self::Visit
            | Self::Review
            | Self::FollowUp
            | Self::Promise
            | Self::Decide
            | Self::Answer
            | Self::AfterCare
            | Self::Document => true,
            Self::Quiet => false,
        }
    }

    /// The rungs that it climbs: a family is asked for its word twice, and somebody for an answer once. Whoever visits a
    /// quiet family is reminded of the visit already.
    #[must_use]
    pub fn climbs(self, rung: Rung) -> bool {
        match (self, rung) {
            (Self::Decide, Rung::Ahead | Rung::After | Rung::Manager)
            | (Self::Answer, Rung::Ahead | Rung::Last | Rung::Manager)
            | (Self::Promise | Self::Document, Rung::Manager)
            | (Self::Quiet, Rung::Ahead | Rung::Today | Rung::After | Rung::Last) => false,
            (_, _) => true,
        }
    }

    /// The days of its rungs. A rule that says itself when somebody hears of it again says so here; all others go by
    /// the ladder.
    #[must_use]
    pub fn days(self, profile: &Profile) -> Days {
        let ladder = profile.ladder;
        match self {
            Self::Decide => {
                let Confirmation {
                    first_days,
                    second_days,
                } = profile.confirmation;
                let last = second_days.saturating_sub(first_days);
                Days { last, ..ladder }.heard_after(last)
            }
            // Its day is the last one in time, and who hears of it has waited that long.
            Self::Quiet => Days {
                supervisor: 1,
                supervisor_high: 1,
                ..ladder
            },
            Self::Visit
            | Self::Review
            | Self::FollowUp
            | Self::Promise
            | Self::Answer
            | Self::AfterCare
            | Self::Document => ladder,
        }
    }
}
