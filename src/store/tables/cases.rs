//! `cases`, `member`, `goal` and `referral`: new cases come in; cases as somebody sees them go out.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{Row as _, Transaction};
use uuid::Uuid;

use crate::core::case::{Case, CaseInHand, Goal, LastVisit, Membership, Referral};
use crate::core::id::{CaseId, Code, GoalId, PersonId, ReferralId, ReportId, TeamId};

use super::programme::NewCase;
use super::{Db, Error, Row, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    KEY,
    OF_PERSON,
    BY_ID,
    BY_CODE,
    GOALS,
    REFERRALS,
    ADD,
    ADD_MEMBER,
    ADD_GOAL,
    ADD_REFERRAL,
    TAKEN,
];

/// What [`Tx::case`] reads of a case `c`, seen by the person of [`case_joins`].
macro_rules! case_columns {
    () => {
        "c.id AS case_id, c.code, c.key, c.alias, c.risk, c.team_id, c.zone, c.opened_on, m.place,
         last.id AS last_report, last.person_id AS last_by, last.sent_at AS last_sent_at,
         visit.happened_on AS last_happened_on, visit.next_on AS last_next_on"
    };
}
/// Joins the place of a person and the newest report that counts.
macro_rules! case_joins {
    ($person:expr) => {
        concat!(
            " LEFT JOIN member m ON m.case_id = c.id AND m.person_id = ",
            $person,
            " LEFT JOIN report last ON last.id = (
              SELECT r.id FROM report r WHERE r.case_id = c.id AND r.state = 'sent'
              ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
          LEFT JOIN visit ON visit.report_id = last.id "
        )
    };
}
pub(super) use {case_columns, case_joins};

const KEY: &str = "SELECT key FROM cases WHERE id = $1";
const OF_PERSON: &str = concat!(
    "SELECT ",
    case_columns!(),
    " FROM cases c",
    case_joins!("$1"),
    "WHERE c.id IN (SELECT mine.case_id FROM member mine WHERE mine.person_id = $1) ORDER BY c.code"
);
const BY_ID: &str = concat!(
    "SELECT ",
    case_columns!(),
    " FROM cases c",
    case_joins!("$1"),
    "WHERE c.id = $2"
);
const BY_CODE: &str = concat!(
    "SELECT ",
    case_columns!(),
    " FROM cases c",
    case_joins!("$1"),
    "WHERE c.code = $2"
);
const GOALS: &str = "SELECT id, words FROM goal WHERE case_id = $1 ORDER BY position";
/// A referral stays open until a report that counts says that the family received what was asked for.
const REFERRALS: &str = "SELECT f.id, f.words FROM referral f WHERE f.case_id = $1
      AND NOT EXISTS (
        SELECT 1 FROM referral_answer answer JOIN report r ON r.id = answer.report_id
        WHERE answer.referral_id = f.id AND r.state = 'sent'
          AND answer.outcome <> 'not_received')
    ORDER BY f.position";
const ADD: &str = "INSERT INTO cases (id, code, key, alias, risk, team_id, zone, opened_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code) DO NOTHING";
const ADD_MEMBER: &str = "INSERT INTO member (case_id, person_id, place) VALUES ($1, $2, $3)
    ON CONFLICT (case_id, person_id) DO NOTHING";
const ADD_GOAL: &str = "INSERT INTO goal (id, case_id, position, words) VALUES ($1, $2, $3, $4)";
const ADD_REFERRAL: &str =
    "INSERT INTO referral (id, case_id, position, words) VALUES ($1, $2, $3, $4)";
const TAKEN: &str = "SELECT COUNT(*) FROM cases WHERE code = $1";

const ALIAS: &str = "cases.alias";
const GOAL: &str = "goal.words";
const REFERRAL: &str = "referral.words";

/// A case's data key, still sealed.
pub async fn sealed_key(tx: &mut Transaction<'static, Db>, case: CaseId) -> Result<Vec<u8>, Error> {
    let key = sqlx::query_scalar(KEY).bind(case.0);
    let key = key.fetch_optional(&mut **tx).await?;
    key.ok_or(Error::Unfit("a case that does not exist"))
}

impl Tx {
    pub(super) async fn cases_of(&mut self, person: PersonId) -> Result<Vec<Case>, Error> {
        let rows = sqlx::query(OF_PERSON)
            .bind(person.0)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter().map(|row| self.case(row)).collect()
    }

    pub(super) async fn case_by_id(
        &mut self,
        person: Option<PersonId>,
        case: CaseId,
    ) -> Result<Option<CaseInHand>, Error> {
        let asked = sqlx::query(BY_ID)
            .bind(person.map(|person| person.0))
            .bind(case.0);
        let row = asked.fetch_optional(&mut *self.inner).await?;
        self.case_in_hand(row).await
    }

    pub(super) async fn case_by_code(
        &mut self,
        person: Option<PersonId>,
        code: &Code,
    ) -> Result<Option<CaseInHand>, Error> {
        let asked = sqlx::query(BY_CODE)
            .bind(person.map(|person| person.0))
            .bind(code.as_str());
        let row = asked.fetch_optional(&mut *self.inner).await?;
        self.case_in_hand(row).await
    }

    async fn case_in_hand(&mut self, row: Option<Row>) -> Result<Option<CaseInHand>, Error> {
        let Some(row) = row else {
            return Ok(None);
        };
        let case = self.case(&row)?;
        let goals = self.worded(GOALS, GOAL, case.id).await?;
        let referrals = self.worded(REFERRALS, REFERRAL, case.id).await?;
        let goal = |(id, words)| Goal {
            id: GoalId(id),
            words,
        };
        let referral = |(id, words)| Referral {
            id: ReferralId(id),
            words,
        };
        Ok(Some(CaseInHand {
            case,
            goals: goals.into_iter().map(goal).collect(),
            referrals: referrals.into_iter().map(referral).collect(),
        }))
    }

    /// The ids and opened words of a case's goals or referrals.
    async fn worded(
        &mut self,
        statement: &'static str,
        column: &'static str,
        case: CaseId,
    ) -> Result<Vec<(Uuid, String)>, Error> {
        let key = self.key_of(case).await?;
        let rows = sqlx::query(statement)
            .bind(case.0)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter()
            .map(|row| {
                let id: Uuid = row.try_get("id")?;
                let words: &[u8] = row.try_get("words")?;
                Ok((id, key.open_text(column, id, words)?))
            })
            .collect()
    }

    pub async fn add_case(&mut self, new: NewCase) -> Result<CaseId, Error> {
        let case = CaseId(fresh_id());
        let (key, sealed) = self.base.seals.cases.draw_case_key(case);
        let alias = new.alias.as_deref();
        let added = sqlx::query(ADD)
            .bind(case.0)
            .bind(new.code.as_str())
            .bind(sealed)
            .bind(alias.map(|alias| key.seal(ALIAS, case, alias.as_bytes())))
            .bind(new.risk.word())
            .bind(new.team.0)
            .bind(new.zone.name())
            .bind(new.opened_on)
            .execute(&mut *self.inner)
            .await?;
        once(added.rows_affected())?;
        let leads = new.leads.map(|person| (person, Membership::Leads));
        let visits = new.visits.into_iter();
        for (person, place) in leads
            .into_iter()
            .chain(visits.map(|person| (person, Membership::Visits)))
        {
            sqlx::query(ADD_MEMBER)
                .bind(case.0)
                .bind(person.0)
                .bind(place.word())
                .execute(&mut *self.inner)
                .await?;
        }
        for (statement, column, texts) in [
            (ADD_GOAL, GOAL, new.goals),
            (ADD_REFERRAL, REFERRAL, new.referrals),
        ] {
            for (position, words) in (0_i64..).zip(texts) {
                let id = fresh_id();
                sqlx::query(statement)
                    .bind(id)
                    .bind(case.0)
                    .bind(position)
                    .bind(key.seal(column, id, words.as_bytes()))
                    .execute(&mut *self.inner)
                    .await?;
            }
        }
        Ok(case)
    }

    pub async fn code_taken(&mut self, code: &Code) -> Result<bool, Error> {
        let taken = sqlx::query_scalar(TAKEN).bind(code.as_str());
        let taken: i64 = taken.fetch_one(&mut *self.inner).await?;
        Ok(taken > 0)
    }

    /// A case from the columns of `case_columns`.
    pub(super) fn case(&mut self, row: &Row) -> Result<Case, Error> {
        let id = CaseId(row.try_get("case_id")?);
        let key = self.keep_key(id, row.try_get("key")?)?;
        let zone: &str = row.try_get("zone")?;
        let zone = zone.parse().map_err(|_| Error::Damaged("cases.zone"))?;
        Ok(Case {
            id,
            code: code(row)?,
            alias: alias(&key, id, row)?,
            risk: word::read("cases.risk", row.try_get("risk")?)?,
            team: TeamId(row.try_get("team_id")?),
            zone,
            opened_on: row.try_get("opened_on")?,
            membership: word::read_any("member.place", row.try_get("place")?)?,
            last_visit: last_visit(row)?,
        })
    }
}

fn last_visit(row: &Row) -> Result<Option<LastVisit>, Error> {
    let report: Option<Uuid> = row.try_get("last_report")?;
    let Some(report) = report.map(ReportId) else {
        return Ok(None);
    };
    Ok(Some(LastVisit {
        report,
        by: PersonId(row.try_get("last_by")?),
        sent_at: row.try_get::<DateTime<Utc>, _>("last_sent_at")?,
        happened_on: row.try_get::<Option<NaiveDate>, _>("last_happened_on")?,
        next_on: row.try_get("last_next_on")?,
    }))
}

/// The column `code`.
pub fn code(row: &Row) -> Result<Code, Error> {
    Code::parse(row.try_get("code")?).ok_or(Error::Damaged("cases.code"))
}

/// Opens the alias that stands in the row of `case`.
pub fn alias(key: &super::seal::Sealer, case: CaseId, row: &Row) -> Result<Option<String>, Error> {
    let alias: Option<&[u8]> = row.try_get("alias")?;
    let alias = alias.map(|alias| key.open_text(ALIAS, case, alias));
    Ok(alias.transpose()?)
}
