//! What a form is about beside its case: a press names it, the draft keeps it.

use serde::{Deserialize, Serialize};

use super::goal;
use super::id::{AlertId, CaseId, GoalId, ReferralId, ServiceId};
use super::service::Lack;

/// The kinds of things that a form can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The whole case.
    Case,
    /// One goal.
    Goal,
    /// One service that was asked for.
    Referral,
    /// A service.
    Service,
    /// One danger that was reported.
    Alert,
}

/// One thing that a form is about, as a button names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// A goal.
    Goal(GoalId),
    /// A service that was asked for.
    Referral(ReferralId),
    /// A service of the directory, for a case.
    Service(CaseId, ServiceId),
    /// A service outside the directory that answers to this need, for a case.
    Elsewhere(CaseId, Lack),
    /// A danger that was reported.
    Alert(AlertId),
}

/// The same as a draft keeps it, as it was when the form was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A goal.
    Goal(goal::About),
    /// A service that was asked for.
    Referral {
        /// Which.
        id: ReferralId,
        /// What was asked for.
        words: String,
    },
    /// A service.
    Service {
        /// Which, if it is one of the directory.
        id: Option<ServiceId>,
        /// What it is called there; the form asks it of any other.
        name: Option<String>,
        /// What it answers to.
        lack: Lack,
        /// The names of the services that were asked and have not answered, folded.
        #[serde(default)]
        waiting: Vec<String>,
        /// What was asked for before for the same need and is not answered.
        before: Option<String>,
        /// The referral that a report may make of it; a correction is about the same one.
        referral: ReferralId,
    },
    /// A danger that was reported.
    Alert(AlertId),
}

impl Kind {
    /// Reads the word of a form's settings.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "case" => Some(Self::Case),
            "goal" => Some(Self::Goal),
            "referral" => Some(Self::Referral),
            "service" => Some(Self::Service),
            "alert" => Some(Self::Alert),
            _ => None,
        }
    }
}

impl Subject {
    /// What kind of thing it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Goal(_) => Kind::Goal,
            Self::Referral { .. } => Kind::Referral,
            Self::Service { .. } => Kind::Service,
            Self::Alert(_) => Kind::Alert,
        }
    }

    /// As a button about `case` names it.
    #[must_use]
    pub fn topic(&self, case: CaseId) -> Topic {
        match self {
            Self::Goal(about) => Topic::Goal(about.goal),
            Self::Referral { id, .. } => Topic::Referral(*id),
            Self::Service { id: Some(id), .. } => Topic::Service(case, *id),
            Self::Service { id: None, lack, .. } => Topic::Elsewhere(case, *lack),
            Self::Alert(id) => Topic::Alert(*id),
        }
    }

    /// The goal, if it is one.
    #[must_use]
    pub fn goal(&self) -> Option<&goal::About> {
        match self {
            Self::Goal(about) => Some(about),
            Self::Referral { .. } | Self::Service { .. } | Self::Alert(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_from_before_other_services_could_be_asked_is_read() {
        let id = "00000000-0000-0000-0000-000000000001";
        let kept = format!(
            r#"{{"Service":{{"id":"{id}","name":"Eye clinic","lack":"health","before":null,"referral":"{id}"}}}}"#
        );
        let subject: Subject = serde_json::from_str(&kept).unwrap();
        let case = CaseId(uuid::Uuid::nil());
        assert!(matches!(subject.topic(case), Topic::Service(..)));
    }
}
