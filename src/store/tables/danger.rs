//! `danger_due`, `danger_call` and `second_call`: calls about a danger come in; what became of them, who could be called
//! and which danger is looked at next goes out.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sqlx::{Row as _, Transaction};
use uuid::Uuid;

use crate::core::access::Relation;
use crate::core::case::Membership;
use crate::core::climbing::{Answerer, Call, Channel};
use crate::core::due::danger::{Fate, Message, Place, Reach, Whom};
use crate::core::id::{AlertId, CaseId, ChatId, PersonId, ReportId, TeamId, UserId};
use crate::core::people::{Recipient, Role};

use super::alert::ended_by;
use super::outbox::message_id;
use super::person::{away, reader_columns, recipient};
use super::{Base, Db, Error, Row, Tx, fit, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    DUE,
    NEXT,
    AT,
    LOOK_AGAIN,
    CLIMBED,
    OVER,
    SOON_OF_PERSON,
    SOON_OF_USER,
    SOON_OF_CHAT,
    SOON_OF_REPORT,
    SOON_OF_MESSAGES,
    CALL,
    CALLS,
    CALL_SECOND,
    REPLACE_SECOND,
    SECOND_CALLS,
    WITHDRAW,
    WITHDRAW_SECOND,
    ANSWERERS,
    UNCALLED,
];

/// Read from the index on `at`: what is not due costs nothing.
const DUE: &str = "SELECT alert_id FROM danger_due WHERE at <= $1 ORDER BY at LIMIT $2";
const NEXT: &str = "SELECT MIN(at) FROM danger_due";
const AT: &str = "SELECT at FROM danger_due WHERE alert_id = $1";
const LOOK_AGAIN: &str = "INSERT INTO danger_due (alert_id, at) VALUES ($1, $2)
    ON CONFLICT (alert_id) DO UPDATE SET at = excluded.at";
/// Compare and set: of two processes that look at once, or of one that looks and somebody who takes it, one goes on.
const CLIMBED: &str = "UPDATE danger_due SET at = $3 WHERE alert_id = $1 AND at = $2";
const OVER: &str = "DELETE FROM danger_due WHERE alert_id = $1 AND at = $2";
/// Whoever was called can be told no longer, or again.
const SOON_OF_PERSON: &str = "UPDATE danger_due SET at = $2 WHERE at > $2 AND alert_id IN (
    SELECT c.alert_id FROM danger_call c WHERE c.person_id = $1)";
const SOON_OF_USER: &str = "UPDATE danger_due SET at = $2 WHERE at > $2 AND alert_id IN (
    SELECT c.alert_id FROM danger_call c JOIN account a ON a.person_id = c.person_id
    WHERE a.user_id = $1)";
const SOON_OF_CHAT: &str = "UPDATE danger_due SET at = $2 WHERE at > $2 AND alert_id IN (
    SELECT c.alert_id FROM danger_call c JOIN account a ON a.person_id = c.person_id
    WHERE a.chat_id = $1)";
/// A report that said what was done was sent or taken back; also an alert that was over may be open again.
const SOON_OF_REPORT: &str = "INSERT INTO danger_due (alert_id, at)
    SELECT e.alert_id, $2 FROM alert_end e WHERE e.report_id = $1
    ON CONFLICT (alert_id) DO UPDATE SET at = excluded.at";
/// Messages that will never be sent.
const SOON_OF_MESSAGES: &str = concat!(
    "UPDATE danger_due SET at = $2 WHERE at > $2 AND alert_id IN (
        SELECT o.alert_id FROM outbox o WHERE o.alert_id IS NOT NULL
          AND o.state IN ('failed', 'withdrawn', 'expired')
          AND o.seq IN (SELECT CAST(each.value AS bigint) FROM ",
    each!("$1"),
    "))"
);
/// The key refuses what was called before.
const CALL: &str = "INSERT INTO danger_call (alert_id, since, round, rung, person_id, at, dedup)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
const CALLS: &str = concat!(
    "SELECT c.round, c.rung, c.person_id, c.at, o.state, o.message_id,
        COALESCE(o.chat_id, 0) AS chat_id, ",
    reader_columns!(),
    " FROM danger_call c JOIN person p ON p.id = c.person_id LEFT JOIN outbox o ON o.dedup = c.dedup
    WHERE c.alert_id = $1 ORDER BY c.at, c.person_id"
);
const CALL_SECOND: &str = "INSERT INTO second_call
    (id, alert_id, since, round, rung, channel, at, state, not_before, ended_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9)";
/// The newest call says all that those before it said.
const REPLACE_SECOND: &str = "UPDATE second_call SET state = 'withdrawn', ended_at = $2
    WHERE alert_id = $1 AND state = 'pending'";
const SECOND_CALLS: &str =
    "SELECT round, rung, at, state FROM second_call WHERE alert_id = $1 ORDER BY at";
/// What was not sent before somebody had it says nothing any more.
const WITHDRAW: &str = "UPDATE outbox SET state = 'withdrawn', body = NULL, ended_at = $2
    WHERE alert_id = $1 AND state = 'pending'";
const WITHDRAW_SECOND: &str = "UPDATE second_call SET state = 'withdrawn', ended_at = $2
    WHERE alert_id = $1 AND state = 'pending'";
/// Everybody who answers for a case of a team: the team's supervisors, the managers, and those with a place in it who may.
const ANSWERERS: &str = concat!(
    "SELECT p.id AS person_id, a.chat_id, a.reachable, m.place,
        COALESCE(p.team_id = $1, FALSE) AS of_team, p.on_duty, ",
    reader_columns!(),
    ", ",
    away!("$3"),
    " FROM person p JOIN account a ON a.person_id = p.id
    LEFT JOIN member m ON m.person_id = p.id AND m.case_id = $2
    WHERE p.standing = 'active' AND p.id IN (
        SELECT manager.id FROM person manager WHERE manager.role = 'manager'
        UNION SELECT leader.id FROM person leader
            WHERE leader.team_id = $1 AND leader.role = 'supervisor' AND leader.consent_at IS NOT NULL
        UNION SELECT placed.person_id FROM member placed JOIN person staff ON staff.id = placed.person_id
            WHERE placed.case_id = $2 AND staff.role IN ('supervisor', 'caseworker')
              AND staff.consent_at IS NOT NULL)
    ORDER BY p.id"
);
/// Dangers that nobody would be called about any more.
pub const UNCALLED: &str = concat!(
    "SELECT COUNT(*) FROM alert WHERE ",
    ended_by!(),
    " IS NULL AND NOT EXISTS (SELECT 1 FROM danger_due d WHERE d.alert_id = alert.id)"
);

impl Tx {
    pub(super) async fn looked_at(
        &mut self,
        alert: AlertId,
    ) -> Result<Option<DateTime<Utc>>, Error> {
        let asked = sqlx::query_scalar(AT).bind(alert.0);
        Ok(asked.fetch_optional(&mut *self.inner).await?)
    }

    pub(super) async fn look_again(
        &mut self,
        alert: AlertId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let looking = sqlx::query(LOOK_AGAIN).bind(alert.0).bind(at);
        looking.execute(&mut *self.inner).await?;
        Ok(())
    }

    pub(super) async fn climbed(
        &mut self,
        alert: AlertId,
        from: DateTime<Utc>,
        next: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let climbing = match next {
            Some(next) => sqlx::query(CLIMBED).bind(alert.0).bind(from).bind(next),
            None => sqlx::query(OVER).bind(alert.0).bind(from),
        };
        once(climbing.execute(&mut *self.inner).await?.rows_affected())
    }

    /// Somebody who may have been called left, or went away.
    pub(super) async fn look_soon_of(
        &mut self,
        person: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let looking = sqlx::query(SOON_OF_PERSON).bind(person.0).bind(at);
        looking.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// A Telegram user who may have been called blocked the bot, or came back.
    pub(super) async fn look_soon_of_user(
        &mut self,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let looking = sqlx::query(SOON_OF_USER).bind(user.0).bind(at);
        looking.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// What a report says of a danger counts from now on, or no longer.
    pub(super) async fn look_soon_of_report(
        &mut self,
        report: ReportId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let looking = sqlx::query(SOON_OF_REPORT).bind(report.0).bind(at);
        looking.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Keeps that somebody is called by the message with this key.
    pub(super) async fn call(
        &mut self,
        (alert, since, place): (AlertId, DateTime<Utc>, Place),
        to: PersonId,
        dedup: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let calling = sqlx::query(CALL)
            .bind(alert.0)
            .bind(since)
            .bind(i64::from(place.round))
            .bind(word::word(&place.rung)?)
            .bind(to.0)
            .bind(at)
            .bind(dedup);
        calling.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Puts a call on its way by each of these channels; where there is none, keeps that it was called for.
    pub(super) async fn call_second(
        &mut self,
        (alert, since, place): (AlertId, DateTime<Utc>, Place),
        channels: &[Channel],
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let replacing = sqlx::query(REPLACE_SECOND).bind(alert.0).bind(at);
        replacing.execute(&mut *self.inner).await?;
        let mut rows: Vec<(String, &str, Option<DateTime<Utc>>)> = Vec::new();
        for channel in channels {
            rows.push((word::word(channel)?, "pending", None));
        }
        if rows.is_empty() {
            rows.push(("none".into(), "missing", Some(at)));
        }
        for (channel, state, ended_at) in rows {
            let calling = sqlx::query(CALL_SECOND)
                .bind(fresh_id())
                .bind(alert.0)
                .bind(since)
                .bind(i64::from(place.round))
                .bind(word::word(&place.rung)?)
                .bind(channel)
                .bind(at)
                .bind(state)
                .bind(ended_at);
            calling.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// Calls about a danger that have not left are not sent any more.
    pub(super) async fn withdraw_calls(
        &mut self,
        alert: AlertId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for statement in [WITHDRAW, WITHDRAW_SECOND] {
            let withdrawing = sqlx::query(statement).bind(alert.0).bind(at);
            withdrawing.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// The calls about a danger, those to people first, each kind the oldest first.
    pub(super) async fn calls(&mut self, alert: AlertId, zone: Tz) -> Result<Vec<Call>, Error> {
        let mut calls = Vec::new();
        let asked = sqlx::query(CALLS).bind(alert.0);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let to = PersonId(row.try_get("person_id")?);
            let message = message_id("outbox.message_id", row.try_get("message_id")?)?;
            let reader = message.map(|message| Ok::<_, Error>((recipient(&row, zone)?, message)));
            calls.push(Call {
                message: Message {
                    place: place(&row)?,
                    to: Whom::Person(to),
                    at: row.try_get("at")?,
                    fate: match row.try_get::<Option<&str>, _>("state")? {
                        Some("pending" | "sending") => Fate::Waiting,
                        Some("sent") | None => Fate::Sent,
                        Some(_) => Fate::Failed,
                    },
                },
                shown: reader.transpose()?,
            });
        }
        let asked = sqlx::query(SECOND_CALLS).bind(alert.0);
        for row in asked.fetch_all(&mut *self.inner).await? {
            calls.push(Call {
                message: Message {
                    place: place(&row)?,
                    to: Whom::SecondChannel,
                    at: row.try_get("at")?,
                    fate: match row.try_get("state")? {
                        "pending" => Fate::Waiting,
                        "sent" => Fate::Sent,
                        _ => Fate::Failed,
                    },
                },
                shown: None,
            });
        }
        Ok(calls)
    }

    /// Those who answer for the dangers of a case; `zone` is the programme's.
    pub(super) async fn answerers(
        &mut self,
        team: TeamId,
        case: CaseId,
        zone: Tz,
        at: DateTime<Utc>,
    ) -> Result<Vec<Answerer>, Error> {
        let asked = sqlx::query(ANSWERERS)
            .bind(team.0)
            .bind(case.0)
            .bind(at.with_timezone(&zone).date_naive());
        let rows = asked.fetch_all(&mut *self.inner).await?;
        rows.iter().map(|row| answerer(row, zone)).collect()
    }
}

impl Base {
    /// The dangers of which the ladder is to be looked at, those that wait longest first.
    pub async fn dangers_due(&self, now: DateTime<Utc>, limit: i64) -> Result<Vec<AlertId>, Error> {
        let asked = sqlx::query_scalar(DUE).bind(now).bind(limit);
        let due: Vec<Uuid> = asked.fetch_all(&self.read).await?;
        Ok(due.into_iter().map(AlertId).collect())
    }

    /// When the ladder of a danger is looked at next.
    pub async fn next_danger(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let asked = sqlx::query_scalar(NEXT);
        Ok(asked.fetch_one(&self.read).await?)
    }

    /// Nobody can be written to in this chat, who may have been called.
    pub(super) async fn look_soon_of_chat(
        &self,
        chat: ChatId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let looking = sqlx::query(SOON_OF_CHAT).bind(chat.0).bind(at);
        looking.execute(&self.write).await?;
        Ok(())
    }
}

/// These messages may have become such that will never be sent.
pub async fn look_soon(
    tx: &mut Transaction<'_, Db>,
    seqs: &[i64],
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let looking = sqlx::query(SOON_OF_MESSAGES).bind(sqlx::types::Json(seqs));
    looking.bind(at).execute(&mut **tx).await?;
    Ok(())
}

fn place(row: &Row) -> Result<Place, Error> {
    Ok(Place {
        round: fit("danger_call.round", row.try_get("round")?)?,
        rung: word::read("danger_call.rung", row.try_get("rung")?)?,
    })
}

fn answerer(row: &Row, zone: Tz) -> Result<Answerer, Error> {
    let to: Recipient = recipient(row, zone)?;
    let role = to.role;
    let membership: Option<Membership> = word::read_any("member.place", row.try_get("place")?)?;
    let of_team: bool = row.try_get("of_team")?;
    let relation = match membership {
        Some(place) => Relation::Member(place),
        None if of_team => Relation::Team,
        None => Relation::Foreign,
    };
    let reach = match (row.try_get("reachable")?, row.try_get("away")?) {
        (false, _) => Reach::Blocked,
        (true, true) => Reach::Absent,
        (true, false) => Reach::Open,
    };
    let on_duty: bool = row.try_get("on_duty")?;
    Ok(Answerer {
        to,
        role,
        relation,
        on_duty: on_duty && of_team && role == Role::Supervisor,
        reach,
    })
}
