//! Services that were asked for: a report's typed fields come in; a request goes out, with what the family let be shared.
//!
//! A referral stays open until somebody says what became of it. Only what the family agreed to is ever kept for a
//! service to see, and the family may take that back.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::about::Subject;
use super::form::Saved;
use super::id::{ReferralId, ServiceId};
use super::service::{Lack, Service};

/// Days from a request to the first question about it (programme default; Primero's follow-up tile).
const FOLLOWED_UP_AFTER: Days = Days::new(14);
/// The `save_to` name of what is asked for.
pub const WORDS: &str = "referral.words";
/// The `save_to` name of what a service outside the directory is called.
pub const SERVICE: &str = "referral.service";
/// The `save_to` name of how that is reached.
pub const REACHED: &str = "referral.reached";
/// The `save_to` name of what became of it.
pub const OUTCOME: &str = "referral.outcome";

/// The `save_to` names of facts about referrals.
pub const FACTS: [&str; 11] = [
    "packet.ages",
    "packet.contact",
    "packet.health",
    "packet.name",
    "packet.story",
    "referral.consent",
    "referral.consent_by",
    "referral.consent_how",
    REACHED,
    "referral.said",
    SERVICE,
];

/// A new request, or what a correction makes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which referral.
    pub referral: ReferralId,
    /// What is asked for, in the family's words.
    pub words: String,
    /// For which need.
    pub lack: Lack,
    /// Of which service of the directory; another is named by the report's facts.
    pub service: Option<ServiceId>,
    /// When somebody asks what became of it.
    pub follow_up_on: NaiveDate,
}

/// A request as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which referral.
    pub id: ReferralId,
    /// What was asked for.
    pub words: String,
    /// The day, and when somebody asks about it; those that the programme brought have neither.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    /// Of whom; those that the programme brought do not say.
    pub service: Option<Service>,
    /// The newest word on it.
    pub answer: Option<Answer>,
}

/// What somebody said became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub outcome: Outcome,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name.
    pub by: String,
    /// In the family's own words.
    pub said: Option<String>,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not received yet.
    NotReceived,
    /// Received, and it helped.
    Helped,
    /// Received, and it did not help.
    NotHelped,
    /// Not needed any more.
    NoLonger,
    /// The family took back what it had let be shared.
    Withdrawn,
}

/// What a family let be shared with the service it asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// Who agreed, a choice name.
    pub by: String,
    /// How, a choice name.
    pub how: String,
    /// The fields it agreed to, with what they hold; none once the agreement was taken back.
    pub fields: Vec<(Shared, String)>,
}

/// A field that a family may let be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// Names.
    Name,
    /// Address and phone.
    Contact,
    /// The children's ages.
    Ages,
    /// Health.
    Health,
    /// What happened.
    Story,
}

impl Request {
    /// The request in a finished form about a service; `today` is the case's.
    #[must_use]
    pub fn collect(saved: &[Saved<'_>], about: Option<&Subject>, today: NaiveDate) -> Option<Self> {
        let Some(Subject::Service {
            id, lack, referral, ..
        }) = about
        else {
            return None;
        };
        let words = saved.iter().find(|saved| saved.field == WORDS)?;
        Some(Self {
            referral: *referral,
            words: words.value.plain(),
            lack: *lack,
            service: *id,
            follow_up_on: today.checked_add_days(FOLLOWED_UP_AFTER).unwrap_or(today),
        })
    }
}

impl Asked {
    /// Whether nobody has said yet that it came or is no longer wanted.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let answer = self.answer.as_ref();
        answer.is_none_or(|answer| answer.outcome == Outcome::NotReceived)
    }
}

impl Outcome {
    /// The outcome's word in forms, words and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotReceived => "not_received",
            Self::Helped => "helped",
            Self::NotHelped => "not_helped",
            Self::NoLonger => "no_longer",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Shared {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Name,
        Self::Contact,
        Self::Ages,
        Self::Health,
        Self::Story,
    ];

    /// The field's word in forms and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Contact => "contact",
            Self::Ages => "ages",
            Self::Health => "health",
            Self::Story => "story",
        }
    }
}

impl Packet {
    /// The packet in the facts of the report that asked: a field counts only if the family agreed to it.
    #[must_use]
    pub fn of(facts: &[(String, String)], withdrawn: bool) -> Option<Self> {
        let fact = |name: &str| {
            let found = facts.iter().find(|(field, _)| field == name);
            found.map(|(_, value)| value.clone())
        };
        let agreed = fact("referral.consent")?;
        let field = |shared: Shared| {
            let agreed = agreed.split_whitespace().any(|word| word == shared.word());
            let value = fact(&format!("packet.{}", shared.word()))?;
            (agreed && !withdrawn).then_some((shared, value))
        };
        Some(Self {
            by: fact("referral.consent_by").unwrap_or_default(),
            how: fact("referral.consent_how").unwrap_or_default(),
            fields: Shared::ALL.into_iter().filter_map(field).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(agreed: &str) -> Vec<(String, String)> {
        [
            ("referral.consent", agreed),
            ("packet.name", "Zawadi"),
            ("packet.health", "Asthma"),
        ]
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .to_vec()
    }

    #[test]
    fn only_what_was_agreed_to_is_in_the_packet() {
        let packet = Packet::of(&facts("name story"), false).unwrap();
        assert_eq!(packet.fields, [(Shared::Name, "Zawadi".to_owned())]);
        assert_eq!(Packet::of(&facts("name"), true).unwrap().fields, []);
        assert_eq!(Packet::of(&facts("name")[1..], false), None);
    }
}
