//! `invite`, `invite_code` and `second_place`: invitations come in, known by the hash of their token or code; each lets one
//! person join, once, or gives whoever has an account one more place.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::id::{CaseId, ChatId, InviteId, PersonId, TeamId, UserId};
use crate::core::inviting::{HOLDS, NewInvitation, Newcomer, is_held};
use crate::core::people::{Kin, Role};
use crate::core::typed_code::{CODE_HOLDS, TypedCode};
use crate::core::world::Invitation;

use super::person::{language, reader_columns, recipient, zone};
use super::programme::{NewInvite, NewPerson};
use super::seal::token_hash;
use super::{Error, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    ADD,
    ADD_CODE,
    BY_TOKEN,
    BY_CODE,
    BEFORE_BY_TOKEN,
    BEFORE_BY_CODE,
    OPEN,
    USE,
    INVITER,
    NEWCOMER,
    COME_BACK,
    STAND,
    SECOND,
    ADMIT,
    ADMIT_TO_CASE,
    TURN_AWAY,
    REFUSE,
    END_SECOND,
];

const ADD: &str = "INSERT INTO invite
    (id, token_hash, role, team_id, person_id, name, expires_at, case_id, kin, invited_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";
/// A code that another invitation has already fails the event, whose next try draws another.
const ADD_CODE: &str = "INSERT INTO invite_code (invite_id, code_hash, expires_at)
    VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
macro_rules! looked_up {
    () => {
        "SELECT i.id, i.role, i.case_id, i.kin, i.invited_by, p.language, p.zone,
            EXISTS (SELECT 1 FROM expected_phone e WHERE e.invite_id = i.id) AS expects_number
        FROM invite i LEFT JOIN person p ON p.id = i.person_id "
    };
}
const BY_TOKEN: &str = concat!(
    looked_up!(),
    "WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2"
);
const BY_CODE: &str = concat!(
    looked_up!(),
    "JOIN invite_code c ON c.invite_id = i.id
    WHERE c.code_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2 AND c.expires_at > $2"
);
const BEFORE_BY_TOKEN: &str = "SELECT EXISTS (SELECT 1 FROM invite i
    JOIN account a ON a.person_id = i.used_by WHERE i.token_hash = $1 AND a.user_id = $2)";
const BEFORE_BY_CODE: &str = "SELECT EXISTS (SELECT 1 FROM invite i
    JOIN invite_code c ON c.invite_id = i.id
    JOIN account a ON a.person_id = i.used_by WHERE c.code_hash = $1 AND a.user_id = $2)";
/// Locked, so that of two who use it at once one joins.
const OPEN: &str = concat!(
    "SELECT i.role, i.team_id, i.person_id, i.name, i.case_id, i.kin, i.invited_by FROM invite i
     WHERE i.id = $1 AND i.used_at IS NULL AND i.expires_at > $2",
    for_update!("i")
);
pub(super) const INVITER: &str = concat!(
    "SELECT p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    " FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = $1"
);
/// Whoever took it up, and how they stand where it leads: in a case they stand by their place there. Of several that one
/// person took up without a yes, the last one holds.
const NEWCOMER: &str = concat!(
    "SELECT i.id, i.role, i.team_id, i.case_id, i.kin, p.id AS person_id, p.name,
        CASE WHEN p.standing = 'left' OR s.refused_at IS NOT NULL THEN 'left'
            WHEN i.case_id IS NULL THEN p.standing
            WHEN EXISTS (SELECT 1 FROM membership m
                WHERE m.case_id = i.case_id AND m.person_id = p.id
                  AND (m.ended_at IS NULL OR m.began_at >= i.used_at)) THEN p.standing
            ELSE 'held' END AS standing,
        s.invite_id IS NOT NULL AS second_place, e.answer, a.chat_id, ",
    reader_columns!(),
    " FROM invite i JOIN person p ON p.id = i.used_by LEFT JOIN account a ON a.person_id = p.id
    LEFT JOIN second_place s ON s.invite_id = i.id
    LEFT JOIN expected_phone e ON e.invite_id = i.id
    WHERE i.id = $1 AND i.invited_by IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM invite later WHERE later.used_by = i.used_by AND later.used_at > i.used_at
          AND later.id NOT IN (SELECT also.invite_id FROM second_place also))"
);
/// Whoever comes back is what the invitation says, and agrees to the privacy words anew.
const COME_BACK: &str = "UPDATE person SET role = $2, team_id = $3, consent_at = NULL,
    consent_version = NULL WHERE id = $1 AND standing <> 'active'";
const STAND: &str = "UPDATE person SET standing = $2, kin = COALESCE($3, kin) WHERE id = $1";
const ADMIT: &str = "UPDATE person SET standing = 'active' WHERE standing <> 'left'
    AND id = (SELECT i.used_by FROM invite i WHERE i.id = $1) RETURNING id";
const ADMIT_TO_CASE: &str = "INSERT INTO membership (id, case_id, person_id, place, began_at)
    SELECT $2, i.case_id, i.used_by, 'family', i.used_at FROM invite i
    WHERE i.id = $1 AND i.case_id IS NOT NULL
    ON CONFLICT (case_id, person_id) WHERE ended_at IS NULL DO NOTHING";
const TURN_AWAY: &str = "UPDATE person SET standing = 'left'
    WHERE id = (SELECT i.used_by FROM invite i WHERE i.id = $1) RETURNING id";
const SECOND: &str = "INSERT INTO second_place (invite_id) VALUES ($1)";
const REFUSE: &str = "UPDATE second_place SET refused_at = $2 WHERE invite_id = $1";
/// A family's place alone: whoever works in the case by now has that from somebody else.
const END_SECOND: &str = "UPDATE membership SET ended_at = $2
    WHERE ended_at IS NULL AND place = 'family' AND EXISTS (SELECT 1 FROM invite i
        WHERE i.id = $1 AND i.case_id = membership.case_id AND i.used_by = membership.person_id)";
const USE: &str = "UPDATE invite SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL";

const NAME: &str = "invite.name";

/// What opens an invitation.
#[derive(Clone, Copy)]
pub enum Key<'a> {
    /// The token of its link.
    Token(&'a str),
    /// The code that is typed.
    Code(&'a TypedCode),
}

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
            code: Some((new.code.clone(), at + CODE_HOLDS)),
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
        if let Some((code, expires_at)) = &new.code {
            let adding = sqlx::query(ADD_CODE)
                .bind(id.0)
                .bind(self.base.seals.code_index(code))
                .bind(*expires_at);
            once(adding.execute(&mut *self.inner).await?.rows_affected())?;
        }
        Ok(id)
    }

    fn digest(&self, key: Key<'_>) -> Vec<u8> {
        match key {
            Key::Token(token) => token_hash(token).to_vec(),
            Key::Code(code) => self.base.seals.code_index(code),
        }
    }

    pub(super) async fn invitation(
        &mut self,
        key: Key<'_>,
        user: UserId,
        at: DateTime<Utc>,
        otherwise: Tz,
    ) -> Result<Option<Invitation>, Error> {
        if self.guessed_too_often(user, at).await? {
            return Ok(None);
        }
        let asked = match key {
            Key::Token(_) => BY_TOKEN,
            Key::Code(_) => BY_CODE,
        };
        let asked = sqlx::query(asked).bind(self.digest(key)).bind(at);
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
        let case: Option<Uuid> = row.try_get("case_id")?;
        Ok(Some(Invitation {
            by,
            case: case.map(CaseId),
            kin: word::read_any("invite.kin", row.try_get("kin")?)?,
            id: InviteId(row.try_get("id")?),
            role: word::read("invite.role", row.try_get("role")?)?,
            language: language(&row)?,
            zone: zone(&row)?,
            expects_number: row.try_get("expects_number")?,
        }))
    }

    /// Whether this is an invitation that the user took up before.
    pub(super) async fn invited_before(
        &mut self,
        key: Key<'_>,
        user: UserId,
    ) -> Result<bool, Error> {
        let asked = match key {
            Key::Token(_) => BEFORE_BY_TOKEN,
            Key::Code(_) => BEFORE_BY_CODE,
        };
        let asked = sqlx::query_scalar(asked)
            .bind(self.digest(key))
            .bind(user.0);
        Ok(asked.fetch_one(&mut *self.inner).await?)
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
        let case: Option<Uuid> = row.try_get("case_id")?;
        // Whoever was invited in the chat is held until the right person is confirmed.
        let standing = match by {
            Some(_) if is_held(role, case.map(CaseId)) => "held",
            Some(_) | None => "active",
        };
        let standing = sqlx::query(STAND).bind(person.0).bind(standing).bind(kin);
        once(standing.execute(&mut *self.inner).await?.rows_affected())?;
        let using = sqlx::query(USE).bind(invite.0).bind(at).bind(person.0);
        once(using.execute(&mut *self.inner).await?.rows_affected())?;
        Ok(person)
    }

    /// Somebody who has an account takes an invitation to a case up; the account stays as it is.
    pub(super) async fn join_also(
        &mut self,
        invite: InviteId,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let asked = sqlx::query(OPEN).bind(invite.0).bind(at);
        let open = asked.fetch_optional(&mut *self.inner).await?;
        open.ok_or(Error::Conflict)?;
        let using = sqlx::query(USE).bind(invite.0).bind(at).bind(person.0);
        once(using.execute(&mut *self.inner).await?.rows_affected())?;
        let adding = sqlx::query(SECOND).bind(invite.0);
        once(adding.execute(&mut *self.inner).await?.rows_affected())
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
            second_place: row.try_get("second_place")?,
            number: word::read_any("expected_phone.answer", row.try_get("answer")?)?,
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

    /// The access of whoever took this invitation up ends; of whoever had an account before, their place in this case.
    pub(super) async fn turn_away(
        &mut self,
        invite: InviteId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let refusing = sqlx::query(REFUSE).bind(invite.0).bind(at);
        let refused = refusing.execute(&mut *self.inner).await?.rows_affected();
        if refused > 0 {
            let ending = sqlx::query(END_SECOND).bind(invite.0).bind(at);
            ending.execute(&mut *self.inner).await?;
            return Ok(());
        }
        let turning = sqlx::query_scalar(TURN_AWAY).bind(invite.0);
        let person: Option<Uuid> = turning.fetch_optional(&mut *self.inner).await?;
        let person = person.ok_or(Error::Conflict)?;
        self.want_commands(PersonId(person), at).await
    }
}
