//! The directory of services: what a family may need, and who answers to it where.

use serde::{Deserialize, Serialize};

use super::id::ServiceId;

/// What a family may need of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// Food.
    Food,
    /// A home.
    Home,
    /// School or training.
    School,
    /// Health.
    Health,
    /// Law and courts.
    Legal,
    /// Somebody to talk with.
    Feelings,
    /// Protection.
    Safety,
    /// Income.
    Income,
    /// Papers.
    Documents,
    /// Anything else.
    Other,
}

/// A service of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which.
    pub id: ServiceId,
    /// The service.
    pub service: Service,
}

/// A service, of the directory or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// What it is called.
    pub name: String,
    /// What it answers to.
    pub lack: Lack,
    /// Where it works.
    pub area: String,
    /// How it is reached.
    pub contact: String,
    /// When it is open.
    pub hours: String,
    /// In which languages.
    pub languages: String,
    /// What else one should know.
    pub notes: String,
}

impl Lack {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Food,
        Self::Home,
        Self::School,
        Self::Health,
        Self::Legal,
        Self::Feelings,
        Self::Safety,
        Self::Income,
        Self::Documents,
        Self::Other,
    ];

    /// The word in files, forms and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Food => "food",
            Self::Home => "home",
            Self::School => "school",
            Self::Health => "health",
            Self::Legal => "legal",
            Self::Feelings => "feelings",
            Self::Safety => "safety",
            Self::Income => "income",
            Self::Documents => "documents",
            Self::Other => "other",
        }
    }

    /// Reads [`Lack::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lack| lack.word() == word)
    }
}
