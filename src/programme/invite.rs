//! Invitations: a role comes in, a link that works once and for a while goes out.

use chrono::{DateTime, Utc};

use crate::core::id::{PersonId, TeamId};
use crate::core::people::Role;
use crate::store::programme::NewInvite;
use crate::store::{Store, Tx, token_hash};

pub use crate::core::inviting::HOLDS;
pub use crate::words::way_in;

/// Whom an invitation is for.
#[derive(Clone, Debug)]
pub struct Invited {
    /// As what.
    pub role: Role,
    /// Into which team.
    pub team: Option<TeamId>,
    /// Somebody who is known already.
    pub person: Option<PersonId>,
    /// Otherwise, how they are called; without it they bring their own name.
    pub name: Option<String>,
}

/// Keeps an invitation and gives its token, which is stored nowhere: only its hash is.
///
/// # Errors
/// When the database fails.
pub async fn invite(tx: &mut Tx, invited: Invited, now: DateTime<Utc>) -> anyhow::Result<String> {
    let Invited {
        role,
        team,
        person,
        name,
    } = invited;
    let token = data_encoding::BASE64URL_NOPAD.encode(&crate::ids::random::<16>());
    tx.add_invite(NewInvite {
        token_hash: token_hash(&token),
        role,
        team,
        person,
        name,
        case: None,
        kin: None,
        by: None,
        expires_at: now + HOLDS,
        code: None,
    })
    .await?;
    Ok(token)
}

/// The name of the bot that ran on this database last, for links; `None` before its first run.
///
/// # Errors
/// When the database fails.
pub async fn bot_name(store: &Store) -> anyhow::Result<Option<String>> {
    Ok(store.bot_name().await?)
}
