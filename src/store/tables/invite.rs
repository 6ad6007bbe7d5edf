//! `invite`: invitations come in, known by the hash of their token; each lets one person join, once.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::id::{ChatId, InviteId, PersonId, TeamId, UserId};
use crate::core::people::Role;
use crate::core::world::Invitation;

use super::person::{language, zone};
use super::programme::{NewInvite, NewPerson};
use super::seal::token_hash;
use super::{Error, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[ADD, BY_TOKEN, OPEN, USE];

const ADD: &str = "INSERT INTO invite (id, token_hash, role, team_id, person_id, name, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
const BY_TOKEN: &str = "SELECT i.id, i.role, p.language, p.zone
    FROM invite i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2";
/// Locked, so that of two who use it at once one joins.
const OPEN: &str = concat!(
    "SELECT i.role, i.team_id, i.person_id, i.name FROM invite i
     WHERE i.id = $1 AND i.used_at IS NULL AND i.expires_at > $2",
    for_update!("i")
);
const USE: &str = "UPDATE invite SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL";

const NAME: &str = "invite.name";

impl Tx {
    pub async fn add_invite(&mut self, new: NewInvite) -> Result<InviteId, Error> {
        let id = InviteId(fresh_id());
        let seal = &self.base.seals.invites;
        let name = new.name.as_deref();
        let added = sqlx::query(ADD)
            .bind(id.0)
            .bind(new.token_hash.as_slice())
            .bind(new.role.word())
            .bind(new.team.map(|team| team.0))
            .bind(new.person.map(|person| person.0))
            .bind(name.map(|name| seal.seal(NAME, id, name.as_bytes())))
            .bind(new.expires_at)
            .execute(&mut *self.inner)
            .await?;
        once(added.rows_affected())?;
        Ok(id)
    }

    pub(super) async fn invitation(
        &mut self,
        token: &str,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<Option<Invitation>, Error> {
        if self.guessed_too_often(user, at).await? {
            return Ok(None);
        }
        let asked = sqlx::query(BY_TOKEN)
            .bind(token_hash(token).to_vec())
            .bind(at);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        Ok(Some(Invitation {
            id: InviteId(row.try_get("id")?),
            role: word::read("invite.role", row.try_get("role")?)?,
            language: language(&row)?,
            zone: zone(&row)?,
        }))
    }

    /// A Telegram user takes an invitation up: they become the person it names, else a new one.
    pub(super) async fn join(
        &mut self,
        invite: InviteId,
        user: UserId,
        chat: ChatId,
        telegram_name: &str,
        at: DateTime<Utc>,
    ) -> Result<PersonId, Error> {
        let asked = sqlx::query(OPEN).bind(invite.0).bind(at);
        let row = asked.fetch_optional(&mut *self.inner).await?;
        let row = row.ok_or(Error::Conflict)?;
        let named: Option<Uuid> = row.try_get("person_id")?;
        let person = if let Some(person) = named.map(PersonId) {
            person
        } else {
            let name: Option<&[u8]> = row.try_get("name")?;
            let name = name.map(|name| self.base.seals.invites.open_text(NAME, invite, name));
            let role: Role = word::read("invite.role", row.try_get("role")?)?;
            let team: Option<Uuid> = row.try_get("team_id")?;
            self.add_person(NewPerson {
                name: name
                    .transpose()?
                    .unwrap_or_else(|| telegram_name.to_owned()),
                role,
                team: team.map(TeamId),
                language: None,
                zone: None,
                user: None,
            })
            .await?
        };
        self.bind(user, person, chat).await?;
        let using = sqlx::query(USE).bind(invite.0).bind(at).bind(person.0);
        once(using.execute(&mut *self.inner).await?.rows_affected())?;
        Ok(person)
    }
}
