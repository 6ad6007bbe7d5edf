//! `cases` and `member`: new cases come in; cases as somebody sees them go out.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sqlx::{Row as _, Transaction};
use uuid::Uuid;

use crate::core::case::{Case, CaseInHand, LastVisit, Membership, Opening, Planned};
use crate::core::id::{CaseId, Code, PersonId, ReportId, TeamId};

use crate::core::active::{Held, is_active};
use crate::core::alike::COMPARED;
use crate::core::goal::Goal;
use crate::core::pause::{Pause, Reason};
use crate::core::people::Recipient;
use crate::core::stage::Known;

use super::person::{reader_columns, recipient};
use super::programme::NewCase;
use super::{Db, Error, Row, Tx, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    ADD, ADD_MEMBER, BY_CODE, BY_ID, CIRCLE, HAND_IN, KEY, KNOWN, NAME, OF_PERSON, OF_TEAM, TAKEN,
    UNSENT,
];

/// What [`Tx::case`] reads of a case `c`, seen by the person of [`case_joins`].
macro_rules! case_columns {
    () => {
        concat!(
            "c.id AS case_id, c.code, c.key, c.alias, c.team_id, c.zone, c.opened_on, m.place, COALESCE(",
            newest_fact!("case.risk"),
            ", c.risk) AS risk, COALESCE(",
            newest_fact!("case.stage"),
            ", c.stage) AS stage, ",
            newest_fact!("placement.on"),
            " AS placed_on, ",
            newest_fact!("pause.until"),
            " AS paused_until, ",
            newest_fact!("visit.planned_on"),
            " AS planned_on, ",
            newest_fact!("said.sent_at" of "visit.planned_on"),
            " AS planned_at, ",
            newest_fact!("pause.because"),
            " AS paused_because,
         EXISTS (SELECT 1 FROM unsent_case u WHERE u.case_id = c.id) AS unsent,
         last.id AS last_report, last.person_id AS last_by, last.sent_at AS last_sent_at,
         visit.happened_on AS last_happened_on, visit.next_on AS last_next_on"
        )
    };
}
/// What the newest report that counts says in this field about the case `c`.
macro_rules! newest_fact {
    ($field:literal) => {
        newest_fact!("f.value" of $field)
    };
    ($what:literal of $field:literal) => {
        concat!(
            "(SELECT ",
            $what,
            " FROM fact f JOIN report said ON said.id = f.report_id
              WHERE f.case_id = c.id AND f.field = '",
            $field,
            "' AND said.state = 'sent' ORDER BY said.sent_at DESC, said.id DESC LIMIT 1)"
        )
    };
}
/// Joins the place of a person and the newest visit that counts.
macro_rules! case_joins {
    ($person:expr) => {
        concat!(
            " LEFT JOIN member m ON m.case_id = c.id AND m.person_id = ",
            $person,
            " LEFT JOIN report last ON last.id = (
              SELECT r.id FROM report r JOIN visit v ON v.report_id = r.id
              WHERE r.case_id = c.id AND r.state = 'sent'
              ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
          LEFT JOIN visit ON visit.report_id = last.id "
        )
    };
}
pub(super) use {case_columns, case_joins, newest_fact};

const KEY: &str = "SELECT key FROM cases WHERE id = $1";
const OF_PERSON: &str = concat!(
    "SELECT ",
    case_columns!(),
    " FROM cases c",
    case_joins!("$1"),
    "WHERE c.id IN (
        SELECT mine.case_id FROM member mine WHERE mine.person_id = $1
        UNION ALL
        SELECT ours.id FROM cases ours JOIN person p ON p.team_id = ours.team_id
        WHERE p.id = $1 AND p.role = 'supervisor'
          AND NOT EXISTS (SELECT 1 FROM unsent_case u WHERE u.case_id = ours.id))
     ORDER BY c.code"
);
const OF_TEAM: &str = concat!(
    "SELECT ",
    case_columns!(),
    " FROM cases c",
    case_joins!("$1"),
    "WHERE c.team_id = (SELECT p.team_id FROM person p WHERE p.id = $1)
       AND NOT EXISTS (SELECT 1 FROM unsent_case u WHERE u.case_id = c.id)
     ORDER BY c.opened_on DESC, c.id DESC LIMIT $2"
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
/// What the rules of going on look at.
const KNOWN: &str = "SELECT
    EXISTS (SELECT 1 FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = $1 AND f.field = 'case.assessed' AND r.state = 'sent') AS assessed,
    EXISTS (SELECT 1 FROM alert a WHERE a.case_id = $1 AND NOT EXISTS (
        SELECT 1 FROM alert_end e JOIN report r ON r.id = e.report_id
        WHERE e.alert_id = a.id AND e.ends AND r.state = 'sent')) AS open_alerts,
    (SELECT f.value FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = $1 AND f.field = 'plan.active_since' AND r.state = 'sent'
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1) AS active_since,
    COALESCE(
        (SELECT f.value FROM fact f JOIN report r ON r.id = f.report_id
        WHERE f.case_id = $1 AND f.field = 'case.stage' AND r.state = 'sent'
          AND f.value IN ('implementation', 'monitoring')
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1),
        (SELECT c.stage FROM cases c
        WHERE c.id = $1 AND c.stage IN ('implementation', 'monitoring'))) AS carried_out";
/// Who can be written to; the rights to a message are looked at again when it is sent.
const CIRCLE: &str = concat!(
    "SELECT m.place, p.id AS person_id, a.chat_id, ",
    reader_columns!(),
    " FROM member m JOIN person p ON p.id = m.person_id JOIN account a ON a.person_id = p.id
    WHERE m.case_id = $1 ORDER BY p.id"
);
const ADD: &str = "INSERT INTO cases (id, code, key, alias, risk, stage, team_id, zone, opened_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (code) DO NOTHING";
const ADD_MEMBER: &str = "INSERT INTO membership (id, case_id, person_id, place)
    VALUES ($1, $2, $3, $4) ON CONFLICT (case_id, person_id) WHERE ended_at IS NULL DO NOTHING";
const UNSENT: &str = "INSERT INTO unsent_case (case_id) VALUES ($1)";
/// A correction finds it sent already.
const HAND_IN: &str = "DELETE FROM unsent_case WHERE case_id = $1";
const NAME: &str = "UPDATE cases SET alias = $2 WHERE id = $1";
const TAKEN: &str = "SELECT COUNT(*) FROM cases WHERE code = $1";

const ALIAS: &str = "cases.alias";

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

    /// The newest cases of a person's team.
    pub(super) async fn cases_of_team(&mut self, person: PersonId) -> Result<Vec<Case>, Error> {
        let rows = sqlx::query(OF_TEAM)
            .bind(person.0)
            .bind(i64::from(COMPARED))
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

    /// The case of something else, which this statement finds.
    pub(super) async fn case_with(
        &mut self,
        person: Option<PersonId>,
        case_of: &'static str,
        id: Uuid,
    ) -> Result<Option<CaseInHand>, Error> {
        let asked = sqlx::query_scalar(case_of).bind(id);
        match asked.fetch_optional(&mut *self.inner).await? {
            Some(case) => self.case_by_id(person, CaseId(case)).await,
            None => Ok(None),
        }
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
        let goals = self.goals_of(case.id).await?;
        let referrals = self.open_referrals(case.id).await?;
        let known = self.known(case.id, &goals, !referrals.is_empty()).await?;
        Ok(Some(CaseInHand {
            case,
            goals,
            referrals,
            known,
        }))
    }

    async fn known(
        &mut self,
        case: CaseId,
        goals: &[Goal],
        open_referrals: bool,
    ) -> Result<Known, Error> {
        let asked = sqlx::query(KNOWN).bind(case.0);
        let row = asked.fetch_one(&mut *self.inner).await?;
        let held: Vec<Held> = goals.iter().map(Held::of).collect();
        let active_since: Option<&str> = row.try_get("active_since")?;
        Ok(Known {
            assessed: row.try_get("assessed")?,
            plan_active: is_active(&held),
            active_since: active_since.and_then(|day| day.parse().ok()),
            open_alerts: row.try_get("open_alerts")?,
            open_referrals,
            carried_out: word::read_any("cases.stage", row.try_get("carried_out")?)?,
        })
    }

    pub(super) async fn circle(
        &mut self,
        case: CaseId,
        zone: Tz,
    ) -> Result<Vec<(Membership, Recipient)>, Error> {
        let asked = sqlx::query(CIRCLE).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        rows.iter()
            .map(|row| {
                let place = word::read("member.place", row.try_get("place")?)?;
                Ok((place, recipient(row, zone)?))
            })
            .collect()
    }

    /// A case is opened in the chat. A code that is taken already fails the event, whose next try draws another.
    pub(super) async fn open_case(&mut self, opening: &Opening) -> Result<(), Error> {
        let new = NewCase {
            code: opening.code.clone(),
            alias: opening.alias.clone(),
            risk: opening.risk,
            stage: opening.stage,
            team: opening.team,
            zone: opening.zone,
            opened_on: opening.opened_on,
            leads: None,
            visits: Vec::new(),
            family: Vec::new(),
            goals: Vec::new(),
            referrals: Vec::new(),
        };
        self.add_case_as(opening.id, new).await?;
        self.add_member(opening.id, opening.by, opening.place)
            .await?;
        if opening.unsent {
            let unsent = sqlx::query(UNSENT).bind(opening.id.0);
            once(unsent.execute(&mut *self.inner).await?.rows_affected())?;
        }
        Ok(())
    }

    /// A family's case is seen by its team from now on, and called as the family calls itself if it says so.
    pub(super) async fn hand_in_case(
        &mut self,
        case: CaseId,
        alias: Option<&str>,
    ) -> Result<(), Error> {
        let handing_in = sqlx::query(HAND_IN).bind(case.0);
        handing_in.execute(&mut *self.inner).await?;
        if let Some(alias) = alias {
            let key = self.key_of(case).await?;
            let naming = sqlx::query(NAME).bind(case.0);
            let naming = naming.bind(key.seal(ALIAS, case, alias.as_bytes()));
            once(naming.execute(&mut *self.inner).await?.rows_affected())?;
        }
        Ok(())
    }

    async fn add_member(
        &mut self,
        case: CaseId,
        person: PersonId,
        place: Membership,
    ) -> Result<(), Error> {
        sqlx::query(ADD_MEMBER)
            .bind(fresh_id())
            .bind(case.0)
            .bind(person.0)
            .bind(place.word())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    pub async fn add_case(&mut self, new: NewCase) -> Result<CaseId, Error> {
        let case = CaseId(fresh_id());
        self.add_case_as(case, new).await?;
        self.changed.insert(case);
        Ok(case)
    }

    async fn add_case_as(&mut self, case: CaseId, new: NewCase) -> Result<(), Error> {
        let (key, sealed) = self.base.seals.cases.draw_case_key(case);
        let alias = new.alias.as_deref();
        let added = sqlx::query(ADD)
            .bind(case.0)
            .bind(new.code.as_str())
            .bind(sealed)
            .bind(alias.map(|alias| key.seal(ALIAS, case, alias.as_bytes())))
            .bind(new.risk.word())
            .bind(new.stage.word())
            .bind(new.team.0)
            .bind(new.zone.name())
            .bind(new.opened_on)
            .execute(&mut *self.inner)
            .await?;
        once(added.rows_affected())?;
        let leads = new.leads.map(|person| (person, Membership::Leads));
        let visits = new.visits.into_iter();
        let family = new.family.into_iter();
        for (person, place) in leads
            .into_iter()
            .chain(visits.map(|person| (person, Membership::Visits)))
            .chain(family.map(|person| (person, Membership::Family)))
        {
            self.add_member(case, person, place).await?;
        }
        for (position, words) in (0_i64..).zip(new.goals) {
            self.add_goal(case, &key, position, &words).await?;
        }
        for (position, words) in (0_i64..).zip(new.referrals) {
            self.add_referral(case, &key, position, &words).await?;
        }
        Ok(())
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
        let placed_on: Option<&str> = row.try_get("placed_on")?;
        let zone = zone.parse().map_err(|_| Error::Damaged("cases.zone"))?;
        Ok(Case {
            id,
            code: code(row)?,
            alias: alias(&key, id, row)?,
            risk: word::read("cases.risk", row.try_get("risk")?)?,
            stage: word::read("cases.stage", row.try_get("stage")?)?,
            team: TeamId(row.try_get("team_id")?),
            zone,
            opened_on: row.try_get("opened_on")?,
            membership: word::read_any("member.place", row.try_get("place")?)?,
            last_visit: last_visit(row)?,
            placed_on: placed_on.and_then(|day| day.parse().ok()),
            planned: planned(row)?,
            pause: pause(row)?,
            unsent: row.try_get("unsent")?,
        })
    }
}

/// The columns `planned_on` and `planned_at`.
fn planned(row: &Row) -> Result<Option<Planned>, Error> {
    let on: Option<&str> = row.try_get("planned_on")?;
    let said_at: Option<DateTime<Utc>> = row.try_get("planned_at")?;
    let on = on.and_then(|day| day.parse().ok());
    Ok(on.zip(said_at).map(|(on, said_at)| Planned { on, said_at }))
}

/// The columns `paused_until` and `paused_because`; the word that ends a pause is no reason.
fn pause(row: &Row) -> Result<Option<Pause>, Error> {
    let until: Option<&str> = row.try_get("paused_until")?;
    let because: Option<&str> = row.try_get("paused_because")?;
    let until = until.and_then(|day| day.parse().ok());
    Ok(until.map(|until| Pause {
        until,
        because: because.and_then(Reason::parse).unwrap_or(Reason::Other),
    }))
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
