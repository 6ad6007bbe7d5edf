//! Being asked after once a case is closed: when it was closed and what was heard since come in; whether somebody should
//! ask, or call, goes out.

use chrono::NaiveDate;

use super::due::profile::AfterCare;
use super::report::Fact;

/// The form in which the family itself says how it goes.
pub const ASKING: &str = "aftercare_family";
/// The fact of how a family is after its case was closed.
pub const STATE: &str = "aftercare.state";
/// The word of a family that would like to be called.
pub const CALL: &str = "call_me";

/// What is known of a closed case, as days where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aftercare {
    /// When it was closed.
    pub closed_on: NaiveDate,
    /// When somebody last said how it goes, if anybody has since.
    pub heard_on: Option<NaiveDate>,
    /// Whether the family itself asked to be called, and nobody has said anything since.
    pub call: bool,
}

impl Aftercare {
    /// Whether the day of a round has come and nothing was said since: one word answers for both sides, and a round that
    /// was missed is not asked for a second time beside the next.
    #[must_use]
    pub fn is_due(&self, after_care: &AfterCare, today: NaiveDate) -> bool {
        let days = after_care.rounds(self.closed_on);
        let round = days.into_iter().filter(|day| *day <= today).max();
        round.is_some_and(|day| self.heard_on.is_none_or(|heard| heard < day))
    }
}

/// Whether these facts say that the family would like to be called.
#[must_use]
pub fn wants_call(facts: &[Fact]) -> bool {
    let mut facts = facts.iter();
    facts.any(|fact| fact.field == STATE && fact.value == CALL)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::core::due::profile::Profile;

    #[test]
    fn a_round_is_due_until_somebody_has_said_how_it_goes_since_its_day() {
        let closed_on = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let after = |days| closed_on + TimeDelta::days(days);
        let due = |heard: Option<i64>, today| {
            let heard_on = heard.map(after);
            let known = Aftercare {
                closed_on,
                heard_on,
                call: false,
            };
            known.is_due(&Profile::default().after_care, after(today))
        };
        assert!(!due(None, 29));
        assert!(due(None, 30));
        assert!(due(None, 200));
        assert!(due(Some(29), 30));
        assert!(!due(Some(30), 30));
        assert!(!due(Some(31), 89));
        assert!(due(Some(31), 90));
        assert!(!due(Some(90), 400));
    }
}
