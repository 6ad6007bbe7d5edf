//! `reminder` and `push`: who is to be told of what goes out, and what they were told comes back.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::due::ladder::Call;
use crate::core::due::obligation::Because;
use crate::core::due::preference::moved;
use crate::core::due::pushes::TOGETHER;
use crate::core::id::{ChatId, ObligationId, PersonId, UserId};
use crate::core::reminding::{Reminded, Reminder, Reminders};

use super::cases::{case_columns, case_joins, newest_fact};
use super::obligation::{rule, rung, told, window};
use super::{Base, Error, Row, Tx, fit, once};

pub const STATEMENTS: &[&str] = &[
    DUE, NEXT, OWNER, OF_PERSON, ONE, PUSHED, TOUCHED, KEEP, OPEN, AFTER, POSTPONE, PUT_OFF,
    UNREACHED,
];

/// Read from the index on `at`: what is not due costs nothing.
pub const DUE: &str = "SELECT person_id FROM reminder WHERE at IS NOT NULL AND at <= $1
    ORDER BY at LIMIT $2";
pub const NEXT: &str = "SELECT MIN(at) FROM reminder WHERE at IS NOT NULL";
const OWNER: &str = "SELECT a.user_id, a.chat_id FROM account a JOIN person p ON p.id = a.person_id
    WHERE p.id = $1 AND a.reachable AND p.standing = 'active' AND p.consent_at IS NOT NULL";
/// Whether what comes next of the reminder `w` of the obligation `o` was told before, and was put off.
macro_rules! told_before {
    () => {
        "EXISTS (SELECT 1 FROM push b WHERE b.rule = o.rule AND b.subject_id = o.subject_id
            AND b.due_on = o.due_on AND b.person_id = w.person_id AND b.rung = w.rung)"
    };
}
macro_rules! reminder_columns {
    () => {
        concat!(
            "SELECT o.id AS obligation_id, o.rule, o.subject_id, o.opens_on, o.due_on, o.closes_on,
                o.because, w.told, w.rung, w.rung_on, w.at, w.put_off, ",
            told_before!(),
            " AS again, ",
            case_columns!(),
            " FROM reminder w JOIN obligation o ON o.id = w.obligation_id
              JOIN cases c ON c.id = o.case_id",
            case_joins!("$1")
        )
    };
}
/// What is reckoned anew first may be due no longer.
pub const OF_PERSON: &str = concat!(
    reminder_columns!(),
    "WHERE w.person_id = $1 AND w.at IS NOT NULL AND w.at <= $2
       AND NOT EXISTS (SELECT 1 FROM to_reckon WHERE to_reckon.case_id = o.case_id)
     ORDER BY w.at, o.id LIMIT $3"
);
const ONE: &str = concat!(
    reminder_columns!(),
    "WHERE w.person_id = $1 AND w.obligation_id = $2"
);
const PUSHED: &str = "SELECT DISTINCT at FROM push
    WHERE person_id = $1 AND at >= $2 AND fate = 'told'";
const TOUCHED: &str = "SELECT MAX(touched_at) FROM draft WHERE person_id = $1 AND state = 'open'";
/// Of two processes that tell the same at once, the key refuses one, and its event with it.
const KEEP: &str = "INSERT INTO push
    (rule, subject_id, due_on, person_id, rung, nth, obligation_id, at, fate, dedup)
    SELECT o.rule, o.subject_id, o.due_on, w.person_id, $3, (
        SELECT COUNT(*) FROM push b WHERE b.rule = o.rule AND b.subject_id = o.subject_id
          AND b.due_on = o.due_on AND b.person_id = w.person_id AND b.rung = $3),
        o.id, $4, $5, $6
    FROM reminder w JOIN obligation o ON o.id = w.obligation_id
    WHERE w.obligation_id = $1 AND w.person_id = $2";
const OPEN: &str = concat!(
    "SELECT w.obligation_id, w.rung, w.rung_on, w.at
    FROM reminder w JOIN obligation o ON o.id = w.obligation_id
    WHERE w.person_id = $1 AND w.at IS NOT NULL AND NOT ",
    told_before!()
);
const AFTER: &str = "UPDATE reminder SET rung = $3, rung_on = $4, at = $5
    WHERE obligation_id = $1 AND person_id = $2";
const POSTPONE: &str = "UPDATE reminder SET at = $3
    WHERE obligation_id = $1 AND person_id = $2 AND at IS NOT NULL";
const PUT_OFF: &str = "UPDATE reminder SET rung = $3, rung_on = $4, at = $5, put_off = put_off + 1
    WHERE obligation_id = $1 AND person_id = $2";
/// Whoever cannot be written to is looked at again later; what they were to be told stays open.
const UNREACHED: &str = "UPDATE reminder SET at = $2
    WHERE person_id = $1 AND at IS NOT NULL AND at <= $3";

/// What stands in the place of a rung where somebody else asked how it goes.
const ASKED: &str = "asked";
/// Things that one person is told of at once; a button names a few, the menu the rest.
const AT_ONCE: i64 = 200;
/// So far ahead a person hears when the next message comes: past every schedule of the profile.
const AHEAD: TimeDelta = TimeDelta::days(366);
/// Caps count the messages of a day, and a person may change the zone.
const REMEMBERED: TimeDelta = TimeDelta::days(2);
/// Somebody who blocked the bot, or has not agreed to the privacy words yet, is looked at again after this.
const UNREACHABLE_FOR: TimeDelta = TimeDelta::hours(12);

impl Tx {
    /// The people for whom something has come due, those who wait longest first.
    pub async fn people_due(
        &mut self,
        now: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<PersonId>, Error> {
        let asked = sqlx::query_scalar(DUE).bind(now).bind(limit);
        let due: Vec<Uuid> = asked.fetch_all(&mut *self.inner).await?;
        let mut people: Vec<PersonId> = Vec::new();
        for person in due.into_iter().map(PersonId) {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        Ok(people)
    }

    /// Where somebody is written to, if they can be; otherwise they are looked at again later.
    pub async fn reach(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Option<(UserId, ChatId)>, Error> {
        let asked = sqlx::query(OWNER).bind(person.0);
        if let Some(row) = asked.fetch_optional(&mut *self.inner).await? {
            let owner = (
                UserId(row.try_get("user_id")?),
                ChatId(row.try_get("chat_id")?),
            );
            return Ok(Some(owner));
        }
        sqlx::query(UNREACHED)
            .bind(person.0)
            .bind(now + UNREACHABLE_FOR)
            .bind(now)
            .execute(&mut *self.inner)
            .await?;
        Ok(None)
    }

    /// What has come due for a person, with what they were told before.
    pub(super) async fn reminders_of(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Reminders, Error> {
        self.reminders_until(person, now + TOGETHER, now).await
    }

    /// What comes next for a person, with what they were told before.
    pub(super) async fn coming_of(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Reminders, Error> {
        self.reminders_until(person, now + AHEAD, now).await
    }

    async fn reminders_until(
        &mut self,
        person: PersonId,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Reminders, Error> {
        let rows = sqlx::query(OF_PERSON)
            .bind(person.0)
            .bind(until)
            .bind(AT_ONCE)
            .fetch_all(&mut *self.inner)
            .await?;
        let mut due = Vec::with_capacity(rows.len());
        for row in &rows {
            due.push(self.reminder(row)?);
        }
        let (pushed, touched_at) = self.told_lately(person, now).await?;
        Ok(Reminders {
            due,
            pushed,
            touched_at,
        })
    }

    /// One thing that this person is told of.
    pub(super) async fn reminder_by_id(
        &mut self,
        person: PersonId,
        obligation: ObligationId,
    ) -> Result<Reminders, Error> {
        let asked = sqlx::query(ONE).bind(person.0).bind(obligation.0);
        let row = asked.fetch_optional(&mut *self.inner).await?;
        let due = match &row {
            Some(row) => vec![self.reminder(row)?],
            None => Vec::new(),
        };
        Ok(Reminders {
            due,
            ..Reminders::default()
        })
    }

    fn reminder(&mut self, row: &Row) -> Result<Reminder, Error> {
        let Json(because) = row.try_get::<Json<Because>, _>("because")?;
        Ok(Reminder {
            id: ObligationId(row.try_get("obligation_id")?),
            rule: rule(row)?,
            subject: row.try_get("subject_id")?,
            window: window(row)?,
            because,
            told: told(row.try_get("told")?)?,
            next: call(row)?,
            put_off: fit("reminder.put_off", row.try_get("put_off")?)?,
            again: row.try_get("again")?,
            case: self.case(row)?,
        })
    }

    /// Keeps that somebody was told, in the message with this key, or that telling them had become of no use.
    pub(super) async fn reminded(
        &mut self,
        person: PersonId,
        reminded: &[Reminded],
        dedup: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for one in reminded {
            let (fate, dedup) = match one.told {
                true => ("told", Some(dedup)),
                false => ("missed", None),
            };
            let kept = sqlx::query(KEEP)
                .bind(one.obligation.0)
                .bind(person.0)
                .bind(one.rung.word())
                .bind(at)
                .bind(fate)
                .bind(dedup)
                .execute(&mut *self.inner)
                .await?;
            once(kept.rows_affected())?;
            sqlx::query(AFTER)
                .bind(one.obligation.0)
                .bind(person.0)
                .bind(one.next.map(|next| next.rung.word()))
                .bind(one.next.map(|next| next.on))
                .bind(one.next.map(|next| next.at))
                .execute(&mut *self.inner)
                .await?;
        }
        Ok(())
    }

    /// Keeps that somebody is asked how it goes, in the message with this key.
    pub(super) async fn asked_after(
        &mut self,
        obligation: ObligationId,
        person: PersonId,
        dedup: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let kept = sqlx::query(KEEP)
            .bind(obligation.0)
            .bind(person.0)
            .bind(ASKED)
            .bind(at)
            .bind("told")
            .bind(dedup)
            .execute(&mut *self.inner)
            .await?;
        once(kept.rows_affected())
    }

    /// When somebody was sent messages that they had not asked for, and when they last touched a draft.
    pub(super) async fn told_lately(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<(Vec<DateTime<Utc>>, Option<DateTime<Utc>>), Error> {
        let asked = sqlx::query_scalar(PUSHED).bind(person.0);
        let pushed = asked.bind(now - REMEMBERED);
        let pushed = pushed.fetch_all(&mut *self.inner).await?;
        let asked = sqlx::query_scalar(TOUCHED).bind(person.0);
        let touched_at = asked.fetch_one(&mut *self.inner).await?;
        Ok((pushed, touched_at))
    }

    /// These are told at that moment, which more rules allow.
    pub(super) async fn postpone(
        &mut self,
        person: PersonId,
        obligations: &[ObligationId],
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for obligation in obligations {
            let postponing = sqlx::query(POSTPONE).bind(obligation.0).bind(person.0);
            postponing.bind(at).execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// Somebody is in another zone, or has another morning: what they are still to be told comes in that, on the same
    /// days. What they put off themselves stays where they put it.
    pub(super) async fn move_reminders(
        &mut self,
        person: PersonId,
        zone: Tz,
        morning: NaiveTime,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let asked = sqlx::query(OPEN).bind(person.0);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let obligation = ObligationId(row.try_get("obligation_id")?);
            if let Some(call) = call(&row)? {
                let at = moved(call, morning, zone, now);
                self.postpone(person, &[obligation], at).await?;
            }
        }
        Ok(())
    }

    /// The person asked to be told of it then.
    pub(super) async fn put_off(
        &mut self,
        person: PersonId,
        obligation: ObligationId,
        next: Call,
    ) -> Result<(), Error> {
        let put = sqlx::query(PUT_OFF)
            .bind(obligation.0)
            .bind(person.0)
            .bind(next.rung.word())
            .bind(next.on)
            .bind(next.at)
            .execute(&mut *self.inner)
            .await?;
        once(put.rows_affected())
    }
}

/// The columns `rung`, `rung_on` and `at`.
fn call(row: &Row) -> Result<Option<Call>, Error> {
    Ok(
        match (rung(row)?, row.try_get("rung_on")?, row.try_get("at")?) {
            (Some(rung), Some(on), Some(at)) => Some(Call { rung, on, at }),
            (_, _, _) => None,
        },
    )
}

impl Base {
    /// When the next thing comes due for anybody.
    pub async fn next_reminder(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let asked = sqlx::query_scalar(NEXT);
        Ok(asked.fetch_one(&self.read).await?)
    }
}
