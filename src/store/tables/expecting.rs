//! `expected_phone`: the number of whoever is invited comes in, its keyed digest is kept until it is compared, and what came
//! of that goes out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::expecting::{Compared, NumberAsked, Sent};
use crate::core::id::{CaseId, InviteId, PersonId, TeamId};
use crate::core::phone::Phone;

use super::invite::INVITER;
use super::person::recipient;
use super::{Error, Tx, once, word};

pub const STATEMENTS: &[&str] = &[EXPECT, SENT, ASKED, ANSWER];

/// While nobody has taken the invitation up, the number may be given anew.
const EXPECT: &str = "INSERT INTO expected_phone (invite_id, digest)
    SELECT i.id, $2 FROM invite i WHERE i.id = $1 AND i.used_at IS NULL AND i.expires_at > $3
    ON CONFLICT (invite_id) DO UPDATE SET digest = excluded.digest";
const SENT: &str = "SELECT i.id, i.role, i.team_id, i.case_id FROM invite i
    WHERE i.id = $1 AND i.invited_by = $2 AND i.used_at IS NULL AND i.expires_at > $3";
/// Of several invitations that one person took up, the last one holds. Whoever had an account before is not held, and is not
/// asked.
const ASKED: &str = "SELECT i.id, i.case_id, i.invited_by, e.digest
    FROM invite i JOIN expected_phone e ON e.invite_id = i.id
    WHERE i.used_by = $1 AND e.answer IS NULL
      AND i.id NOT IN (SELECT also.invite_id FROM second_place also)
      AND NOT EXISTS (
        SELECT 1 FROM invite later WHERE later.used_by = i.used_by AND later.used_at > i.used_at
          AND later.id NOT IN (SELECT also.invite_id FROM second_place also))";
/// What it was compared by is of no more use.
const ANSWER: &str = "UPDATE expected_phone SET answer = $2, digest = NULL
    WHERE invite_id = $1 AND answer IS NULL";

impl Tx {
    pub(super) async fn expect_number(
        &mut self,
        invite: InviteId,
        number: &Phone,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let expecting = sqlx::query(EXPECT)
            .bind(invite.0)
            .bind(self.base.seals.phone_index(invite, number))
            .bind(at);
        once(expecting.execute(&mut *self.inner).await?.rows_affected())
    }

    /// An invitation, if this person made it and nobody has taken it up.
    pub(super) async fn sent_invitation(
        &mut self,
        invite: InviteId,
        by: PersonId,
        at: DateTime<Utc>,
    ) -> Result<Option<Sent>, Error> {
        let asked = sqlx::query(SENT).bind(invite.0).bind(by.0).bind(at);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let team: Option<Uuid> = row.try_get("team_id")?;
        let case: Option<Uuid> = row.try_get("case_id")?;
        Ok(Some(Sent {
            id: invite,
            role: word::read("invite.role", row.try_get("role")?)?,
            team: team.map(TeamId),
            case: case.map(CaseId),
        }))
    }

    /// Whether somebody who took an invitation up is still asked for their number, and whether it is this one.
    pub(super) async fn number_asked(
        &mut self,
        person: PersonId,
        number: Option<&Phone>,
        zone: Tz,
    ) -> Result<Option<NumberAsked>, Error> {
        let asked = sqlx::query(ASKED).bind(person.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let invite = InviteId(row.try_get("id")?);
        let digest: &[u8] = row.try_get("digest")?;
        let seals = &self.base.seals;
        let same = number.is_some_and(|number| seals.phone_index(invite, number) == digest);
        let by = PersonId(row.try_get("invited_by")?);
        let case: Option<Uuid> = row.try_get("case_id")?;
        let Some(inviter) = self.person_by_id(by).await? else {
            return Ok(None);
        };
        let to = sqlx::query(INVITER).bind(by.0);
        let to = to.fetch_optional(&mut *self.inner).await?;
        let case = match case.map(CaseId) {
            Some(case) => self.case_by_id(Some(by), case).await?,
            None => None,
        };
        Ok(Some(NumberAsked {
            invite,
            inviter,
            to: to.map(|row| recipient(&row, zone)).transpose()?,
            case: case.map(|found| found.case),
            same,
        }))
    }

    pub(super) async fn answer_number(
        &mut self,
        invite: InviteId,
        answer: Compared,
    ) -> Result<(), Error> {
        let answering = sqlx::query(ANSWER).bind(invite.0).bind(answer.word());
        once(answering.execute(&mut *self.inner).await?.rows_affected())
    }
}
