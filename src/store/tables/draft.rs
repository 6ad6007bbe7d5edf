//! `draft`: open conversations come in turn by turn and go out as they were left.

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use serde::Serialize;
use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::case::Case;
use crate::core::draft::{Body, Draft, DraftOnList};
use crate::core::effect::Dropped;
use crate::core::id::{CaseId, ChatId, DraftId, FormId, PersonId, ReportId, UserId};
use crate::core::world::DraftInHand;

use super::cases::{case_columns, case_joins, newest_fact};
use super::{Base, Error, Row, Tx, cases, fit, once, word};

pub const STATEMENTS: &[&str] = &[
    OPEN, SAVE, DROP, FILE, BY_ID, ABOUT, OF_PERSON, DUE, NEXT_DUE, OWNER, AMID,
];

const OPEN: &str = "INSERT INTO draft
    (id, person_id, case_id, form_id, turn, opened_at, touched_at, due_at, corrects, body)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";
/// Those touched in one moment, together. Compare and set: a turn that has passed touches no row.
const SAVE: &str = concat!(
    "UPDATE draft SET turn = CAST(each.value ->> 2 AS bigint), touched_at = $2, due_at = $3, body = ",
    bytes!("each.value ->> 3"),
    " FROM ",
    each!("$1"),
    " WHERE draft.id = ",
    uuid!("each.value ->> 0"),
    " AND draft.turn = CAST(each.value ->> 1 AS bigint) AND draft.state = 'open'"
);
const DROP: &str = "UPDATE draft SET state = $2, due_at = NULL, body = NULL
    WHERE id = $1 AND state = 'open'";
pub const FILE: &str = "UPDATE draft SET state = 'filed', due_at = NULL, body = NULL
    WHERE id = $1 AND state = 'open'";
macro_rules! draft_columns {
    () => {
        "d.id AS draft_id, d.person_id AS draft_person, d.form_id, d.turn, d.opened_at AS draft_opened_at,
         d.touched_at, d.due_at, d.corrects, d.body, "
    };
}
/// Pairs of who asks and for which.
const BY_ID: &str = concat!(
    "SELECT ",
    uuid!("each.value ->> 0"),
    " AS asking, ",
    draft_columns!(),
    case_columns!(),
    " FROM ",
    each!("$1"),
    " JOIN draft d ON d.id = ",
    uuid!("each.value ->> 1"),
    " JOIN cases c ON c.id = d.case_id",
    case_joins!(uuid!("each.value ->> 0")),
    "WHERE d.state = 'open'"
);
const ABOUT: &str = concat!(
    "SELECT ",
    draft_columns!(),
    case_columns!(),
    " FROM draft d JOIN cases c ON c.id = d.case_id JOIN form_version f ON f.id = d.form_id",
    case_joins!("$1"),
    "WHERE d.person_id = $1 AND d.case_id = $2 AND f.name = $3 AND d.state = 'open'
     ORDER BY d.touched_at DESC LIMIT 1"
);
const OF_PERSON: &str = "SELECT d.id, d.case_id, d.touched_at, c.code, f.name AS form
    FROM draft d JOIN cases c ON c.id = d.case_id JOIN form_version f ON f.id = d.form_id
    WHERE d.person_id = $1 AND d.state = 'open' ORDER BY d.touched_at DESC, d.id DESC";
pub const DUE: &str = concat!(
    "SELECT d.id FROM draft d WHERE d.state = 'open' AND d.due_at IS NOT NULL AND d.due_at <= $1
     ORDER BY d.due_at LIMIT $2",
    skip_locked!("d")
);
pub const NEXT_DUE: &str =
    "SELECT MIN(due_at) FROM draft WHERE state = 'open' AND due_at IS NOT NULL";
const OWNER: &str = "SELECT a.user_id, a.chat_id FROM draft d
    JOIN account a ON a.person_id = d.person_id WHERE d.id = $1";
const AMID: &str = "SELECT DISTINCT a.user_id, a.chat_id FROM draft d
    JOIN account a ON a.person_id = d.person_id
    WHERE d.state = 'open' AND d.touched_at >= $1 AND a.reachable AND NOT EXISTS (
        SELECT 1 FROM inbox i WHERE i.state = 'open' AND i.lane = a.user_id)
    ORDER BY a.user_id";

const BODY: &str = "draft.body";

/// When drafts were touched, and when they are due.
pub type Moment = (DateTime<Utc>, Option<DateTime<Utc>>);

/// A draft to be saved: which, its turn before and after, its sealed body.
#[derive(Serialize)]
pub struct SavedRow(String, u32, u32, String);

impl Tx {
    pub(super) async fn open_draft(&mut self, draft: &Draft) -> Result<(), Error> {
        let body = self.seal_body(draft).await?;
        let opened = sqlx::query(OPEN)
            .bind(draft.id.0)
            .bind(draft.person.0)
            .bind(draft.case.0)
            .bind(draft.form.0)
            .bind(i64::from(draft.turn))
            .bind(draft.opened_at)
            .bind(draft.touched_at)
            .bind(draft.due_at)
            .bind(draft.corrects.map(|report| report.0))
            .bind(body)
            .execute(&mut *self.inner)
            .await?;
        once(opened.rows_affected())
    }

    /// Saves at commit, together with the drafts of others; a draft is its owner's alone.
    pub(super) async fn save_draft(&mut self, draft: &Draft, from_turn: u32) -> Result<(), Error> {
        let body = self.seal_body(draft).await?;
        let row = SavedRow(
            draft.id.0.simple().to_string(),
            from_turn,
            draft.turn,
            HEXLOWER.encode(&body),
        );
        let moment = (draft.touched_at, draft.due_at);
        self.saves.entry(moment).or_default().push(row);
        Ok(())
    }

    /// Writes what [`Tx::save_draft`] has gathered.
    pub(super) async fn save_drafts(&mut self) -> Result<(), Error> {
        for ((touched_at, due_at), rows) in std::mem::take(&mut self.saves) {
            let all = rows.len() as u64;
            let saved = sqlx::query(SAVE)
                .bind(Json(rows))
                .bind(touched_at)
                .bind(due_at)
                .execute(&mut *self.inner)
                .await?;
            if saved.rows_affected() != all {
                return Err(Error::Conflict);
            }
        }
        Ok(())
    }

    pub(super) async fn drop_draft(&mut self, draft: DraftId, why: Dropped) -> Result<(), Error> {
        self.save_drafts().await?;
        let dropped = sqlx::query(DROP)
            .bind(draft.0)
            .bind(word::word(&why)?)
            .execute(&mut *self.inner)
            .await?;
        once(dropped.rows_affected())
    }

    async fn seal_body(&mut self, draft: &Draft) -> Result<Vec<u8>, Error> {
        let key = self.key_of(draft.case).await?;
        let body = serde_json::to_vec(&draft.body).map_err(|_| Error::Unfit("a draft's body"))?;
        Ok(key.seal(BODY, draft.id, &body))
    }

    pub(super) async fn draft_by_id(
        &mut self,
        person: Option<PersonId>,
        draft: DraftId,
    ) -> Result<Option<DraftInHand>, Error> {
        if !self.foreseen.contains_key(&(person, draft)) {
            self.foresee_drafts(&[(person, draft)]).await?;
        }
        Ok(self.foreseen.remove(&(person, draft)))
    }

    /// Reads drafts that will be asked for, each with who will ask: one statement for all of them.
    pub async fn foresee_drafts(
        &mut self,
        asked: &[(Option<PersonId>, DraftId)],
    ) -> Result<(), Error> {
        if asked.is_empty() {
            return Ok(());
        }
        let hex = |id: Uuid| id.simple().to_string();
        let pairs = asked
            .iter()
            .map(|(person, draft)| (person.map(|person| hex(person.0)), hex(draft.0)));
        let rows = sqlx::query(BY_ID)
            .bind(Json(pairs.collect::<Vec<_>>()))
            .fetch_all(&mut *self.inner)
            .await?;
        for row in rows {
            let asking: Option<Uuid> = row.try_get("asking")?;
            let hand = self.draft_in_hand(&row).await?;
            let key = (asking.map(PersonId), hand.draft.id);
            self.foreseen.insert(key, hand);
        }
        Ok(())
    }

    pub(super) async fn draft_about(
        &mut self,
        person: Option<PersonId>,
        case: CaseId,
        form: &str,
    ) -> Result<Option<DraftInHand>, Error> {
        let asked = sqlx::query(ABOUT)
            .bind(person.map(|person| person.0))
            .bind(case.0)
            .bind(form);
        match asked.fetch_optional(&mut *self.inner).await? {
            Some(row) => Ok(Some(self.draft_in_hand(&row).await?)),
            None => Ok(None),
        }
    }

    async fn draft_in_hand(&mut self, row: &Row) -> Result<DraftInHand, Error> {
        let case = self.case(row)?;
        let draft = self.draft(row, &case).await?;
        let form = self.form(draft.form).await?;
        Ok(DraftInHand { draft, form, case })
    }

    async fn draft(&mut self, row: &Row, case: &Case) -> Result<Draft, Error> {
        let id = DraftId(row.try_get("draft_id")?);
        let sealed: &[u8] = row.try_get("body")?;
        let body = self.key_of(case.id).await?.open(BODY, id, sealed)?;
        let body: Body = serde_json::from_slice(&body).map_err(|_| Error::Damaged(BODY))?;
        let corrects: Option<Uuid> = row.try_get("corrects")?;
        Ok(Draft {
            id,
            person: PersonId(row.try_get("draft_person")?),
            case: case.id,
            form: FormId(row.try_get("form_id")?),
            turn: fit("draft.turn", row.try_get("turn")?)?,
            opened_at: row.try_get("draft_opened_at")?,
            touched_at: row.try_get("touched_at")?,
            due_at: row.try_get("due_at")?,
            corrects: corrects.map(ReportId),
            body,
        })
    }

    pub(super) async fn drafts_of(&mut self, person: PersonId) -> Result<Vec<DraftOnList>, Error> {
        let rows = sqlx::query(OF_PERSON)
            .bind(person.0)
            .fetch_all(&mut *self.inner)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(DraftOnList {
                    id: DraftId(row.try_get("id")?),
                    code: cases::code(row)?,
                    case: CaseId(row.try_get("case_id")?),
                    form: row.try_get("form")?,
                    touched_at: row.try_get("touched_at")?,
                })
            })
            .collect()
    }

    pub async fn drafts_due(
        &mut self,
        at: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<DraftId>, Error> {
        let due = sqlx::query_scalar(DUE).bind(at).bind(limit);
        let due: Vec<Uuid> = due.fetch_all(&mut *self.inner).await?;
        Ok(due.into_iter().map(DraftId).collect())
    }

    pub async fn draft_owner(&mut self, draft: DraftId) -> Result<Option<(UserId, ChatId)>, Error> {
        let owner = sqlx::query_as(OWNER).bind(draft.0);
        let owner: Option<(i64, i64)> = owner.fetch_optional(&mut *self.inner).await?;
        Ok(owner.map(|(user, chat)| (UserId(user), ChatId(chat))))
    }
}

impl Base {
    pub async fn amid_report(&self, since: DateTime<Utc>) -> Result<Vec<(UserId, ChatId)>, Error> {
        let asked = sqlx::query_as(AMID).bind(since);
        let found: Vec<(i64, i64)> = asked.fetch_all(&self.read).await?;
        let amid = found
            .into_iter()
            .map(|(user, chat)| (UserId(user), ChatId(chat)));
        Ok(amid.collect())
    }

    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        Ok(sqlx::query_scalar(NEXT_DUE).fetch_one(&self.read).await?)
    }
}
