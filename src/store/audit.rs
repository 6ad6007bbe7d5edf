//! Lines of the audit come in, the hashes that chain them go out.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::core::access::Action;
use crate::core::effect::{Audit, Object};
use crate::core::id::PersonId;

/// A line before it has its place in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the program itself.
    pub actor: Option<PersonId>,
    /// What was done, and on what.
    pub audit: Audit,
}

/// What precedes the first line.
pub const ORIGIN: [u8; 32] = [0; 32];

impl Line {
    /// The fields as they are stored.
    #[must_use]
    pub fn stored(&self) -> Stored {
        let (object, object_id) = match self.audit.object {
            Object::Case(id) => ("case", Some(id.0)),
            Object::Report(id) => ("report", Some(id.0)),
            Object::Draft(id) => ("draft", Some(id.0)),
            Object::Alert(id) => ("alert", Some(id.0)),
            Object::Task(id) => ("task", Some(id.0)),
            Object::Referral(id) => ("referral", Some(id.0)),
            Object::Share(id) => ("share", Some(id.0)),
            Object::Person(id) => ("person", Some(id.0)),
            Object::Programme => ("programme", None),
        };
        Stored {
            at: self.at,
            actor: self.actor.map(|person| person.0),
            action: Action::word(self.audit.action).to_owned(),
            object: object.to_owned(),
            object_id,
        }
    }
}

/// A line as its row holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Option<Uuid>,
    /// What.
    pub action: String,
    /// On what kind of thing.
    pub object: String,
    /// On which.
    pub object_id: Option<Uuid>,
}

impl Stored {
    /// The hash of this line as number `seq` after the line with hash `previous`.
    #[must_use]
    pub fn hash(&self, seq: i64, previous: &[u8]) -> [u8; 32] {
        let or_dash = |id: Option<Uuid>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
        let fields = format!(
            "{seq}\n{}\n{}\n{}\n{}\n{}\n",
            self.at.timestamp_micros(),
            or_dash(self.actor),
            self.action,
            self.object,
            or_dash(self.object_id),
        );
        Sha256::new()
            .chain_update(previous)
            .chain_update(fields)
            .finalize()
            .into()
    }
}
