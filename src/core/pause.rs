//! A case that rests for a while: until when and why come in, whether it rests now and when the first thing of it is due
//! again go out.
//!
//! What would have been due meanwhile is due once the case goes on, each thing once. Danger is told as always, and a
//! family decides when it likes.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::case::Case;
use super::due::civil;
use super::due::window::Window;

/// The form by which a case is paused, and its choice that ends the pause.
pub const FORM: &str = "suspension";
/// See [`FORM`].
pub const GO_ON: &str = "go_on";

/// How long a case rests, or has rested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The day on which it goes on.
    pub until: NaiveDate,
    /// Why.
    pub because: Reason,
}

/// Why a case rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Somebody is ill.
    Illness,
    /// The family had to leave.
    Displacement,
    /// Holidays.
    Holidays,
    /// Another reason, or one that is over.
    Other,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Illness,
        Self::Displacement,
        Self::Holidays,
        Self::Other,
    ];

    /// The word in forms, tables and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Illness => "illness",
            Self::Displacement => "displacement",
            Self::Holidays => "holidays",
            Self::Other => "other",
        }
    }

    /// Reads [`Reason::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

impl Pause {
    /// The first day on which something may be due again: the day after the case goes on, so that on that day whoever
    /// does it hears of it.
    #[must_use]
    pub fn first_due(&self) -> NaiveDate {
        civil::add_days(self.until, 1)
    }

    /// When something may be done that would have been due in this window: if that was before the case goes on, in days as
    /// long from then on.
    #[must_use]
    pub fn after(&self, window: Window) -> Window {
        let first = self.first_due();
        if window.due >= first {
            return Window {
                opens: window.opens.max(self.until),
                ..window
            };
        }
        let days = (window.closes - window.due).num_days();
        Window {
            opens: self.until,
            due: first,
            closes: civil::add_days(first, u32::try_from(days).unwrap_or_default()),
        }
    }
}

/// The pause in which the case is now.
#[must_use]
pub fn now(case: &Case, at: DateTime<Utc>) -> Option<Pause> {
    case.pause
        .filter(|pause| civil::day_of(at, case.zone) < pause.until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_due_in_a_pause_is_due_the_day_after_it_and_all_else_when_it_was() {
        let pause = Pause {
            until: day("2026-03-20"),
            because: Reason::Illness,
        };
        let window = |opens: &str, due: &str, closes: &str| Window {
            opens: day(opens),
            due: day(due),
            closes: day(closes),
        };
        let meanwhile = window("2026-03-09", "2026-03-12", "2026-03-15");
        assert_eq!(
            pause.after(meanwhile),
            window("2026-03-20", "2026-03-21", "2026-03-24")
        );
        let later = window("2026-03-18", "2026-03-25", "2026-03-31");
        assert_eq!(
            pause.after(later),
            window("2026-03-20", "2026-03-25", "2026-03-31")
        );
    }
}
