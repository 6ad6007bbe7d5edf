//! People as the core knows them: roles, languages, zones, and where each can be reached.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::due::preference::Preference;
use super::due::profile::Profile;
use super::id::{ChatId, PersonId, TeamId};

/// What a person is here (product rule: nobody sees a case because they know its code, so a role alone opens
/// nothing; see [`super::access`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A caregiver, child old enough, or relative.
    Family,
    /// A community volunteer who visits.
    Volunteer,
    /// A social worker who leads cases.
    Caseworker,
    /// Leads a team and takes danger alerts.
    Supervisor,
    /// Runs the programme.
    Manager,
}

impl Role {
    /// All roles, in the order of the product's table.
    pub const ALL: [Self; 5] = [
        Self::Family,
        Self::Volunteer,
        Self::Caseworker,
        Self::Supervisor,
        Self::Manager,
    ];

    /// The role's word in files and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Volunteer => "volunteer",
            Self::Caseworker => "caseworker",
            Self::Supervisor => "supervisor",
            Self::Manager => "manager",
        }
    }

    /// Reads [`Role::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// A language by its BCP 47 tag, such as `sw` or `ar`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(pub String);

impl Language {
    /// The language every text exists in.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }
}

/// Whether a person may use the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Works or is helped here.
    Active,
    /// Joined, and nobody has confirmed yet that it is the right person; sees nothing.
    Held,
    /// Left; sees nothing and is sent nothing.
    Left,
}

/// What somebody of a family is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kin {
    /// Cares for the child.
    Caregiver,
    /// The child, old enough to have a say of its own in the chat.
    Child,
    /// Somebody else of the family.
    Relative,
}

impl Kin {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Caregiver, Self::Child, Self::Relative];

    /// The word in tables and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Caregiver => "caregiver",
            Self::Child => "child",
            Self::Relative => "relative",
        }
    }
}

/// A person who has joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Which person.
    pub id: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// What they are in their family, for those who are invited as family.
    pub kin: Option<Kin>,
    /// Whose team they are in, if any.
    pub team: Option<TeamId>,
    /// Chosen language; asked once while `None`.
    pub language: Option<Language>,
    /// Chosen time zone; asked once while `None`.
    pub zone: Option<Tz>,
    /// What they said of how they are told.
    pub preference: Preference,
    /// When they agreed to the privacy words, and to which version of them; asked while `None`.
    pub consent: Option<Consent>,
    /// Whether they may use the bot.
    pub standing: Standing,
}

/// An agreement to the privacy words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// When.
    pub at: DateTime<Utc>,
    /// To which version of the words.
    pub version: u16,
}

/// The privacy words in force; raise it when their meaning changes, and everybody is asked again.
pub const PRIVACY_VERSION: u16 = 1;

/// Somebody else whom the bot will write to because of this event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Which person.
    pub person: PersonId,
    /// Their private chat with the bot.
    pub chat: ChatId,
    /// Which language to write.
    pub language: Language,
    /// Which zone to print times in.
    pub zone: Tz,
    /// What they are here.
    pub role: Role,
    /// What they said of how they are told.
    pub preference: Preference,
}

impl Recipient {
    /// The first moment from this one on at which news may be sent to them: a family is not written to outside of its own
    /// days and hours, others read news when they like.
    #[must_use]
    pub fn news_from(&self, profile: &Profile, at: DateTime<Utc>) -> DateTime<Utc> {
        match self.role {
            Role::Family => {
                let own = self.preference.hours(self.role, profile, self.zone);
                let usual = || Preference::default().hours(self.role, profile, self.zone);
                own.or_else(usual)
                    .map_or(at, |hours| hours.next_allowed(at))
            }
            Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => at,
        }
    }
}
