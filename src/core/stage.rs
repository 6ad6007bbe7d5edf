//! Where a case stands in its life, and what it takes to go on: a stage and what is known come in, the next stage or
//! what is missing goes out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A stage of a case's life, in the product's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Somebody asked for help; nobody has looked yet.
    Referred,
    /// Strengths and needs are being understood.
    Assessment,
    /// Goals are being agreed.
    Planning,
    /// A move is being prepared.
    Preparation,
    /// The plan is being carried out.
    Implementation,
    /// The family is visited after a move or once services run.
    Monitoring,
    /// The plan is being looked at again.
    Review,
    /// Ended; may be opened again at any time.
    Closed,
}

/// What the rules of going on look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// An assessment that counts.
    pub assessed: bool,
    /// A plan in which every goal is decided and at least one agreed.
    pub plan_active: bool,
    /// The day on which a family's decision made it so, if one did.
    pub active_since: Option<NaiveDate>,
    /// A danger that nobody has ended.
    pub open_alerts: bool,
    /// A service asked for and not answered for.
    pub open_referrals: bool,
    /// The stage in which the plan was carried out last, if it was.
    pub carried_out: Option<Stage>,
}

/// Why a case cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// That stage does not follow this one.
    Order,
    /// The assessment.
    Assessment,
    /// The family's decision on every goal, and at least one agreed.
    Decisions,
    /// An end of the danger that was reported.
    AlertOutcome,
    /// An answer about every service that was asked for.
    ReferralOutcome,
}

impl Missing {
    /// The word in the bot's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Assessment => "assessment",
            Self::Decisions => "decisions",
            Self::AlertOutcome => "alert",
            Self::ReferralOutcome => "referral",
        }
    }
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Self; 8] = [
        Self::Referred,
        Self::Assessment,
        Self::Planning,
        Self::Preparation,
        Self::Implementation,
        Self::Monitoring,
        Self::Review,
        Self::Closed,
    ];

    /// The stage's word in files and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Referred => "referred",
            Self::Assessment => "assessment",
            Self::Planning => "planning",
            Self::Preparation => "preparation",
            Self::Implementation => "implementation",
            Self::Monitoring => "monitoring",
            Self::Review => "review",
            Self::Closed => "closed",
        }
    }

    /// Reads [`Stage::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// Goes on to `to`, if that follows and nothing is missing; staying is always possible.
    ///
    /// # Errors
    /// What is missing first.
    pub fn enter(self, to: Self, known: &Known) -> Result<Self, Missing> {
        if self == to {
            return Ok(self);
        }
        if !self.leads_to().contains(&to) {
            return Err(Missing::Order);
        }
        match to {
            Self::Planning if !known.assessed => Err(Missing::Assessment),
            Self::Preparation | Self::Implementation if !known.plan_active => {
                Err(Missing::Decisions)
            }
            Self::Closed if known.open_alerts => Err(Missing::AlertOutcome),
            Self::Closed if known.open_referrals => Err(Missing::ReferralOutcome),
            Self::Referred
            | Self::Assessment
            | Self::Planning
            | Self::Preparation
            | Self::Implementation
            | Self::Monitoring
            | Self::Review
            | Self::Closed => Ok(to),
        }
    }

    /// The stages that may follow.
    fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Referred => &[Self::Assessment, Self::Closed],
            Self::Assessment => &[Self::Planning, Self::Closed],
            Self::Planning => &[Self::Assessment, Self::Preparation, Self::Implementation],
            Self::Preparation => &[Self::Planning, Self::Implementation, Self::Monitoring],
            Self::Implementation => &[Self::Preparation, Self::Monitoring, Self::Review],
            Self::Monitoring => &[
                Self::Preparation,
                Self::Implementation,
                Self::Review,
                Self::Closed,
            ],
            Self::Review => &[
                Self::Planning,
                Self::Preparation,
                Self::Implementation,
                Self::Monitoring,
                Self::Closed,
            ],
            // Reopened with its history; what was known is looked at again.
            Self::Closed => &[Self::Assessment],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL_KNOWN: Known = Known {
        assessed: true,
        plan_active: true,
        active_since: None,
        open_alerts: false,
        open_referrals: false,
        carried_out: None,
    };

    #[test]
    fn a_whole_life_is_possible_and_shortcuts_are_not() {
        let life = [
            Stage::Assessment,
            Stage::Planning,
            Stage::Preparation,
            Stage::Monitoring,
            Stage::Review,
            Stage::Closed,
            Stage::Assessment,
        ];
        let mut stage = Stage::Referred;
        for next in life {
            stage = stage.enter(next, &ALL_KNOWN).unwrap();
        }
        for (from, to) in [
            (Stage::Referred, Stage::Planning),
            (Stage::Assessment, Stage::Implementation),
            (Stage::Closed, Stage::Monitoring),
        ] {
            assert_eq!(from.enter(to, &ALL_KNOWN), Err(Missing::Order));
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let nothing = Known::default();
        let to_plan = Stage::Assessment.enter(Stage::Planning, &nothing);
        assert_eq!(to_plan, Err(Missing::Assessment));
        let to_act = Stage::Planning.enter(Stage::Implementation, &nothing);
        assert_eq!(to_act, Err(Missing::Decisions));
        let danger = Known {
            open_alerts: true,
            ..ALL_KNOWN
        };
        let to_end = Stage::Review.enter(Stage::Closed, &danger);
        assert_eq!(to_end, Err(Missing::AlertOutcome));
        let unanswered = Known {
            open_referrals: true,
            ..ALL_KNOWN
        };
        let to_end = Stage::Review.enter(Stage::Closed, &unanswered);
        assert_eq!(to_end, Err(Missing::ReferralOutcome));
    }

    #[test]
    fn every_stage_can_be_left() {
        for stage in Stage::ALL {
            assert!(!stage.leads_to().is_empty());
            assert_eq!(Stage::parse(stage.word()), Some(stage));
        }
    }
}
