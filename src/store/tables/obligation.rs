//! `obligation`: what a case's records say is due is reckoned and kept, with who is told of it when; and `push`: what
//! people were told.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::case::Membership;
use crate::core::due::ladder::{Rung, Told};
use crate::core::due::obligation::{self, Because, Facts, Obligation, People, Rule};
use crate::core::due::preference::TheirHabit;
use crate::core::due::profile::Profile;
use crate::core::due::window::Window;
use crate::core::id::{CaseId, ObligationId, PersonId};
use crate::core::people::Role;

use super::person::{preference, reader_columns, role, zone};
use super::{Error, Row, Tx, fresh_id, word};

pub const STATEMENTS: &[&str] = &[
    HEARERS,
    KNOWN,
    ADD,
    CHANGE,
    DROP,
    REMINDED,
    TELL,
    TOLD_BEFORE,
    STOP,
    QUEUE,
    QUEUE_ALL,
    RETELL_ALL,
    UNQUEUE,
    RETELL,
    PLACES_OF,
];

/// Whoever has a place in the case, the supervisors of its team and the managers, with their zones. Who has not joined
/// can be told nothing.
const HEARERS: &str = concat!(
    "SELECT p.id, m.place, ",
    reader_columns!(),
    " FROM member m JOIN person p ON p.id = m.person_id JOIN account a ON a.person_id = p.id
    WHERE m.case_id = $1 AND p.standing = 'active'
    UNION ALL SELECT p.id, NULL, ",
    reader_columns!(),
    " FROM cases c JOIN person p ON p.team_id = c.team_id AND p.role = 'supervisor'
    JOIN account a ON a.person_id = p.id
    WHERE c.id = $1 AND p.standing = 'active'
    UNION ALL SELECT p.id, NULL, ",
    reader_columns!(),
    " FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.role = 'manager' AND p.standing = 'active'
    ORDER BY 1"
);
const KNOWN: &str =
    "SELECT id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because
    FROM obligation WHERE case_id = $1";
const ADD: &str = "INSERT INTO obligation
    (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const CHANGE: &str = "UPDATE obligation SET risk = $2, because = $3 WHERE id = $1";
const DROP: &str = "DELETE FROM obligation WHERE id = $1";
/// With whether it stays whatever the programme's hours are: the person put it off, or hears of it at this moment.
const REMINDED: &str =
    "SELECT person_id, told, put_off > 0 OR (at IS NOT NULL AND at <= $2) AS stays
    FROM reminder WHERE obligation_id = $1";
const TELL: &str = "INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at)
    VALUES ($1, $2, $3, $4, $5, $6)";
/// What a supervisor asked is on no rung.
const TOLD_BEFORE: &str = "SELECT rung FROM push
    WHERE rule = $1 AND subject_id = $2 AND due_on = $3 AND person_id = $4 AND rung <> 'asked'";
const STOP: &str = "DELETE FROM reminder WHERE obligation_id = $1 AND person_id = $2";
/// A case that is queued already is touched: whoever is taking it off the queue then waits for what changed it now.
const QUEUE: &str = concat!(
    "INSERT INTO to_reckon (case_id) SELECT ",
    uuid!("each.value ->> 0"),
    " FROM ",
    each!("$1"),
    " WHERE TRUE ON CONFLICT (case_id) DO UPDATE SET case_id = excluded.case_id"
);
/// In the order in which others queue them; so nobody waits in a circle.
const QUEUE_ALL: &str =
    "INSERT INTO to_reckon (case_id) SELECT id FROM cases WHERE TRUE ORDER BY id
    ON CONFLICT (case_id) DO UPDATE SET case_id = excluded.case_id";
const RETELL_ALL: &str =
    "INSERT INTO to_retell (case_id) SELECT id FROM cases WHERE TRUE ORDER BY id
    ON CONFLICT (case_id) DO NOTHING";
const UNQUEUE: &str = concat!(
    "DELETE FROM to_reckon WHERE case_id IN (
        SELECT queued.case_id FROM to_reckon queued ORDER BY queued.case_id LIMIT $1",
    skip_locked!("queued"),
    ") RETURNING case_id"
);
const RETELL: &str = "DELETE FROM to_retell WHERE case_id = $1";
const PLACES_OF: &str = "SELECT DISTINCT case_id FROM membership WHERE person_id = $1";

/// Whether people hear when they would have heard, or the programme has other hours and days now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    AsBefore,
    Anew,
}

impl Tx {
    /// Reckons anew what is due of a case: what is over goes, what is new comes, what is as it was stays with all that
    /// was told of it.
    async fn reckon(
        &mut self,
        case: CaseId,
        profile: &Profile,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let Some(found) = self.case_by_id(None, case).await? else {
            return Ok(());
        };
        let mut facts = self.facts_of(found).await?;
        facts.people = self.people_of(case).await?;
        let retelling = sqlx::query(RETELL).bind(case.0);
        let telling = match retelling.execute(&mut *self.inner).await?.rows_affected() {
            0 => Telling::AsBefore,
            _ => Telling::Anew,
        };
        let wanted = obligation::of_case(&facts, profile);
        let asked = sqlx::query(KNOWN).bind(case.0);
        let mut known: BTreeMap<(Rule, Uuid), (ObligationId, Obligation)> = BTreeMap::new();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let (id, found) = obligation_of(&row)?;
            known.insert((found.rule, found.subject), (id, found));
        }
        for obligation in wanted {
            let key = (obligation.rule, obligation.subject);
            let id = match known.remove(&key) {
                Some((id, same)) if same.window == obligation.window => {
                    if same != obligation {
                        self.change_obligation(id, &obligation).await?;
                    }
                    id
                }
                other => {
                    if let Some((over, _)) = other {
                        self.drop_obligation(over).await?;
                    }
                    self.add_obligation(&obligation).await?
                }
            };
            self.tell_of(id, &obligation, &facts, (profile, telling), at)
                .await?;
        }
        for (over, _) in known.into_values() {
            self.drop_obligation(over).await?;
        }
        Ok(())
    }

    /// The cases that this transaction changed are reckoned when the clock's loop comes to them. Queued last of all, so
    /// that whoever waits for a case on the queue holds nothing that others wait for.
    pub(super) async fn queue_changed(&mut self) -> Result<(), Error> {
        if let Some(telling) = self.all_changed {
            sqlx::query(QUEUE_ALL).execute(&mut *self.inner).await?;
            if telling == Telling::Anew {
                sqlx::query(RETELL_ALL).execute(&mut *self.inner).await?;
            }
            return Ok(());
        }
        let changed = std::mem::take(&mut self.changed);
        if changed.is_empty() {
            return Ok(());
        }
        let ids = changed.iter().map(|case| [case.0.simple().to_string()]);
        let queueing = sqlx::query(QUEUE).bind(Json(ids.collect::<Vec<_>>()));
        queueing.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Takes cases off the queue.
    pub async fn take_changed(&mut self, limit: i64) -> Result<Vec<CaseId>, Error> {
        let taken = sqlx::query_scalar(UNQUEUE).bind(limit);
        let cases: Vec<Uuid> = taken.fetch_all(&mut *self.inner).await?;
        Ok(cases.into_iter().map(CaseId).collect())
    }

    /// Reckons cases. One whose records are damaged holds up no other.
    pub async fn reckon_all(
        &mut self,
        cases: &[CaseId],
        profile: &Profile,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        for &case in cases {
            match self.reckon(case, profile, at).await {
                Ok(()) => {}
                Err(Error::Damaged(column)) => {
                    tracing::error!(%case, column, "what is due of a case cannot be reckoned");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The cases in which somebody has or had a place.
    pub(super) async fn cases_with(&mut self, person: PersonId) -> Result<Vec<CaseId>, Error> {
        let asked = sqlx::query_scalar(PLACES_OF).bind(person.0);
        let cases: Vec<Uuid> = asked.fetch_all(&mut *self.inner).await?;
        Ok(cases.into_iter().map(CaseId).collect())
    }

    async fn people_of(&mut self, case: CaseId) -> Result<People, Error> {
        let mut people = People::default();
        let asked = sqlx::query(HEARERS).bind(case.0);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let person = PersonId(row.try_get("id")?);
            let role: Role = role(&row)?;
            let habit = TheirHabit {
                zone: zone(&row)?,
                role,
                preference: preference(&row)?,
            };
            people.habits.insert(person, habit);
            let place: Option<Membership> = word::read_any("member.place", row.try_get("place")?)?;
            match (place, role) {
                (Some(place), _) => people.places.push((person, place)),
                (None, Role::Manager) => people.managers.push(person),
                (None, Role::Family | Role::Volunteer | Role::Caseworker | Role::Supervisor) => {
                    people.supervisors.push(person);
                }
            }
        }
        Ok(people)
    }

    async fn add_obligation(&mut self, obligation: &Obligation) -> Result<ObligationId, Error> {
        let id = fresh_id();
        sqlx::query(ADD)
            .bind(id)
            .bind(obligation.rule.word())
            .bind(obligation.subject)
            .bind(obligation.case.0)
            .bind(obligation.risk.word())
            .bind(obligation.window.opens)
            .bind(obligation.window.due)
            .bind(obligation.window.closes)
            .bind(Json(obligation.because))
            .execute(&mut *self.inner)
            .await?;
        Ok(ObligationId(id))
    }

    async fn change_obligation(&mut self, id: ObligationId, to: &Obligation) -> Result<(), Error> {
        let changing = sqlx::query(CHANGE).bind(id.0).bind(to.risk.word());
        let changing = changing.bind(Json(to.because));
        changing.execute(&mut *self.inner).await?;
        Ok(())
    }

    async fn drop_obligation(&mut self, id: ObligationId) -> Result<(), Error> {
        let dropping = sqlx::query(DROP).bind(id.0);
        dropping.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Those who should be told of it are from now on, and nobody else is.
    async fn tell_of(
        &mut self,
        id: ObligationId,
        obligation: &Obligation,
        facts: &Facts,
        (profile, telling): (&Profile, Telling),
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let mut before: BTreeMap<PersonId, (Told, bool)> = BTreeMap::new();
        let asked = sqlx::query(REMINDED).bind(id.0).bind(at);
        for row in asked.fetch_all(&mut *self.inner).await? {
            let known = (told(row.try_get("told")?)?, row.try_get("stays")?);
            before.insert(PersonId(row.try_get("person_id")?), known);
        }
        for (person, told) in obligation::hearers(obligation, facts) {
            match (before.remove(&person), telling) {
                (Some((same, _)), Telling::AsBefore) if same == told => continue,
                (Some((same, true)), Telling::Anew) if same == told => continue,
                (Some(_), _) => self.stop_telling(id, person).await?,
                (None, _) => {}
            }
            let hearer = facts.hearer(person, told, profile);
            let last = self.told_before(obligation, person).await?;
            let call = obligation::first_call(obligation, hearer, profile, last, at);
            sqlx::query(TELL)
                .bind(id.0)
                .bind(person.0)
                .bind(told_word(told))
                .bind(call.map(|call| call.rung.word()))
                .bind(call.map(|call| call.on))
                .bind(call.map(|call| call.at))
                .execute(&mut *self.inner)
                .await?;
        }
        for person in before.into_keys() {
            self.stop_telling(id, person).await?;
        }
        Ok(())
    }

    /// The last rung on which somebody was told of the same, perhaps before they left the case and came back.
    async fn told_before(
        &mut self,
        obligation: &Obligation,
        person: PersonId,
    ) -> Result<Option<Rung>, Error> {
        let rows = sqlx::query(TOLD_BEFORE)
            .bind(obligation.rule.word())
            .bind(obligation.subject)
            .bind(obligation.window.due)
            .bind(person.0)
            .fetch_all(&mut *self.inner)
            .await?;
        let mut last = None;
        for row in &rows {
            last = last.max(rung(row)?);
        }
        Ok(last)
    }

    pub(super) async fn stop_telling(
        &mut self,
        id: ObligationId,
        person: PersonId,
    ) -> Result<(), Error> {
        let stopping = sqlx::query(STOP).bind(id.0).bind(person.0);
        stopping.execute(&mut *self.inner).await?;
        Ok(())
    }
}

fn obligation_of(row: &Row) -> Result<(ObligationId, Obligation), Error> {
    let Json(because) = row.try_get::<Json<Because>, _>("because")?;
    let obligation = Obligation {
        rule: rule(row)?,
        subject: row.try_get("subject_id")?,
        case: CaseId(row.try_get("case_id")?),
        risk: word::read("obligation.risk", row.try_get("risk")?)?,
        window: window(row)?,
        because,
    };
    Ok((ObligationId(row.try_get("id")?), obligation))
}

/// The column `rule`.
pub fn rule(row: &Row) -> Result<Rule, Error> {
    Rule::parse(row.try_get("rule")?).ok_or(Error::Damaged("obligation.rule"))
}

/// The columns `opens_on`, `due_on` and `closes_on`.
pub fn window(row: &Row) -> Result<Window, Error> {
    Ok(Window {
        opens: row.try_get("opens_on")?,
        due: row.try_get("due_on")?,
        closes: row.try_get("closes_on")?,
    })
}

/// The column `rung`.
pub fn rung(row: &Row) -> Result<Option<Rung>, Error> {
    let rung: Option<&str> = row.try_get("rung")?;
    let read = |word| Rung::parse(word).ok_or(Error::Damaged("reminder.rung"));
    rung.map(read).transpose()
}

/// The column `told`.
pub fn told(word: &str) -> Result<Told, Error> {
    let mut all = [Told::Assigned, Told::SupervisorDigest, Told::Manager].into_iter();
    let told = all.find(|told| told_word(*told) == word);
    told.ok_or(Error::Damaged("reminder.told"))
}

fn told_word(told: Told) -> &'static str {
    match told {
        Told::Assigned => "assigned",
        Told::SupervisorDigest => "supervisor",
        Told::Manager => "manager",
    }
}
