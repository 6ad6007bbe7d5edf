//! What a programme is set up from: people, cases and invitations before they have ids.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::core::case::Risk;
use crate::core::id::{CaseId, Code, PersonId, TeamId, UserId};
use crate::core::people::{Kin, Language, Role};
use crate::core::stage::Stage;
use crate::core::typed_code::TypedCode;

/// Somebody to be known.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// As colleagues call them.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// Whose team they are in.
    pub team: Option<TeamId>,
    /// Their language, if known.
    pub language: Option<Language>,
    /// Their zone, if known.
    pub zone: Option<Tz>,
    /// Their Telegram user, if known; others join by an invitation.
    pub user: Option<UserId>,
}

/// A case to be opened.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// What messages will call it.
    pub code: Code,
    /// What its people call it.
    pub alias: Option<String>,
    /// How likely harm is.
    pub risk: Risk,
    /// Where it stands.
    pub stage: Stage,
    /// Which team answers for it.
    pub team: TeamId,
    /// The zone in which its dates are meant.
    pub zone: Tz,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// The caseworker who leads it.
    pub leads: Option<PersonId>,
    /// The volunteers who visit; one who leads as well keeps that place.
    pub visits: Vec<PersonId>,
    /// Family members with an account.
    pub family: Vec<PersonId>,
    /// The goals in the family's words, in their order.
    pub goals: Vec<String>,
    /// Open referrals, in their order.
    pub referrals: Vec<String>,
}

/// An invitation to be sent.
#[derive(Clone, Debug)]
pub struct NewInvite {
    /// [`super::token_hash`] of the token.
    pub token_hash: [u8; 32],
    /// As what.
    pub role: Role,
    /// Into which team.
    pub team: Option<TeamId>,
    /// Whom it names, if they are known.
    pub person: Option<PersonId>,
    /// How they will be called, if they are not.
    pub name: Option<String>,
    /// Into which case, as family.
    pub case: Option<CaseId>,
    /// What of the family.
    pub kin: Option<Kin>,
    /// Who invites in the chat, and is asked whether it is the right person.
    pub by: Option<PersonId>,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
    /// The code that opens it as well, and until when that does.
    pub code: Option<(TypedCode, DateTime<Utc>)>,
}
