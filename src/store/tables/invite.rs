//! `invite`: invitations come in, known by the hash of their token; each lets one person join, once.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::id::{CaseId, ChatId, InviteId, PersonId, TeamId, UserId};
use crate::core::inviting::{HOLDS, NewInvitation, Newcomer};
use crate::core::people::{Kin, Role};
use crate::core::world::Invitation;

use super::person::{language, recipient, zone};
use super::programme::{NewInvite, NewPerson};
use super::seal::token_hash;
use super::{Error, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    ADD,
    BY_TOKEN,
    OPEN,
    USE,
    INVITER,
    NEWCOMER,
    COME_BACK,
    STAND,
    ADMIT,
    ADMIT_TO_CASE,
    TURN_AWAY,
];

const ADD: &str = "INSERT INTO invite
    (id, token_hash, role, team_id, person_id, name, expires_at, case_id, kin, invited_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";
const BY_TOKEN: &str = "SELECT i.id, i.role, i.kin, i.invited_by, p.language, p.zone
    FROM invite i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2";
/// Locked, so that of two who use it at once one joins.
const OPEN: &str = concat!(
    "SELECT i.role, i.team_id, i.person_id, i.name, i.kin, i.invited_by FROM invite i
     WHERE i.id = $1 AND i.used_at IS NULL AND i.expires_at > $2",
    for_update!("i")
);
const INVITER: &str = "SELECT p.id AS person_id, a.chat_id, p.language, p.zone
    FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = $1";
const NEWCOMER: &str =
    "SELECT i.id, i.role, i.team_id, i.case_id, i.kin, p.id AS person_id, p.name,
        p.standing, p.language, p.zone, a.chat_id
    FROM invite i JOIN person p ON p.id = i.used_by LEFT JOIN account a ON a.person_id = p.id
    WHERE i.id = $1 AND i.invited_by IS NOT NULL";
/// Whoever comes back is what the invitation says, and agrees to the privacy words anew.
const COME_BACK: &str = "UPDATE person SET role = $2, team_id = $3, consent_at = NULL,
    consent_version = NULL WHERE id = $1 AND standing <> 'active'";
const STAND: &str = "UPDATE person SET standing = $2, kin = COALESCE($3, kin) WHERE id = $1";
const ADMIT: &str = "UPDATE person SET standing = 'active' WHERE standing = 'held'
    AND id = (SELECT i.used_by FROM invite i WHERE i.id = $1) RETURNING id";
const ADMIT_TO_CASE: &str = "INSERT INTO membership (id, case_id, person_id, place, began_at)
    SELECT $2, i.case_id, i.used_by, 'family', i.used_at FROM invite i
    WHERE i.id = $1 AND i.case_id IS NOT NULL
    ON CONFLICT (case_id, person_id) WHERE ended_at IS NULL DO NOTHING";
const TURN_AWAY: &str = "UPDATE person SET standing = 'left'
    WHERE id = (SELECT i.used_by FROM invite i WHERE i.id = $1) RETURNING id";
const USE: &str = "UPDATE invite SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL";

const NAME: &str = "invite.name";

impl Tx {
    pub async fn add_invite(&mut self, new: NewInvite) -> Result<InviteId, Error> {
        self.add_invite_as(InviteId(fresh_id()), new).await
    }

    /// An invitation made in the chat.
    pub(super) async fn invite(
        &mut self,
        new: &NewInvitation,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let invite = NewInvite {
            token_hash: token_hash(&new.token),
            role: new.role,
            team: new.team,
            person: None,
            name: None,
            case: new.case,
            kin: new.kin,
            by: Some(new.by),
            expires_at: at + HOLDS,
        };
        self.add_invite_as(new.id, invite).await?;
        Ok(())
    }

    async fn add_invite_as(&mut self, id: InviteId, new: NewInvite) -> Result<InviteId, Error> {
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
            .bind(new.case.map(|case| case.0))
            .bind(new.kin.map(Kin::word))
            .bind(new.by.map(|by| by.0))
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
        otherwise: Tz,
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
        let by = match row.try_get::<Option<Uuid>, _>("invited_by")? {
            Some(by) => {
                let asked = sqlx::query(INVITER).bind(by);
                let by = asked.fetch_optional(&mut *self.inner).await?;
                by.map(|row| recipient(&row, otherwise)).transpose()?
            }
            None => None,
        };
        Ok(Some(Invitation {
            by,
            kin: word::read_any("invite.kin", row.try_get("kin")?)?,
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
        let role: Role = word::read("invite.role", row.try_get("role")?)?;
        let team: Option<Uuid> = row.try_get("team_id")?;
        let by: Option<Uuid> = row.try_get("invited_by")?;
        let kin: Option<&str> = row.try_get("kin")?;
        let before = self.person_by_user(user).await?;
        let person = if let Some(person) = named.map(PersonId) {
            self.bind(user, person, chat, at).await?;
            person
        } else if let Some(person) = before {
            let back = sqlx::query(COME_BACK)
                .bind(person.0)
                .bind(role.word())
                .bind(team);
            once(back.execute(&mut *self.inner).await?.rows_affected())?;
            person
        } else {
            let name: Option<&[u8]> = row.try_get("name")?;
            let name = name.map(|name| self.base.seals.invites.open_text(NAME, invite, name));
            let person = self.add_person(NewPerson {
                name: name
                    .transpose()?
                    .unwrap_or_else(|| telegram_name.to_owned()),
                role,
                team: team.map(TeamId),
                language: None,
                zone: None,
                user: None,
            });
            let person = person.await?;
            self.bind(user, person, chat, at).await?;
            person
        };
        // Whoever was invited in the chat is held until the right person is confirmed.
        let standing = match by {
            Some(_) => "held",
            None => "active",
        };
        let standing = sqlx::query(STAND).bind(person.0).bind(standing).bind(kin);
        once(standing.execute(&mut *self.inner).await?.rows_affected())?;
        let using = sqlx::query(USE).bind(invite.0).bind(at).bind(person.0);
        once(using.execute(&mut *self.inner).await?.rows_affected())?;
        Ok(person)
    }

    pub(super) async fn newcomer(
        &mut self,
        invite: InviteId,
        otherwise: Tz,
    ) -> Result<Option<Newcomer>, Error> {
        let asked = sqlx::query(NEWCOMER).bind(invite.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let person = PersonId(row.try_get("person_id")?);
        let team: Option<Uuid> = row.try_get("team_id")?;
        let case: Option<Uuid> = row.try_get("case_id")?;
        let chat: Option<i64> = row.try_get("chat_id")?;
        Ok(Some(Newcomer {
            invite,
            person,
            name: self.name(person, row.try_get("name")?)?,
            role: word::read("invite.role", row.try_get("role")?)?,
            team: team.map(TeamId),
            case: case.map(CaseId),
            kin: word::read_any("invite.kin", row.try_get("kin")?)?,
            standing: word::read("person.standing", row.try_get("standing")?)?,
            to: chat.map(|_| recipient(&row, otherwise)).transpose()?,
        }))
    }

    /// Whoever took this invitation up is the right person, and has a place in the case that it is for.
    pub(super) async fn admit(&mut self, invite: InviteId, at: DateTime<Utc>) -> Result<(), Error> {
        let admitting = sqlx::query_scalar(ADMIT).bind(invite.0);
        let person: Option<Uuid> = admitting.fetch_optional(&mut *self.inner).await?;
        let person = person.ok_or(Error::Conflict)?;
        let admitting = sqlx::query(ADMIT_TO_CASE).bind(invite.0).bind(fresh_id());
        admitting.execute(&mut *self.inner).await?;
        self.want_commands(PersonId(person), at).await
    }

    /// The access of whoever took this invitation up ends.
    pub(super) async fn turn_away(
        &mut self,
        invite: InviteId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let turning = sqlx::query_scalar(TURN_AWAY).bind(invite.0);
        let person: Option<Uuid> = turning.fetch_optional(&mut *self.inner).await?;
        let person = person.ok_or(Error::Conflict)?;
        self.want_commands(PersonId(person), at).await
    }
}
