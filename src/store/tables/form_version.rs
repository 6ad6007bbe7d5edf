//! `form_version`: compiled forms come in once, shared forms go out.

use std::sync::Arc;

use sqlx::Row as _;
use sqlx::types::Json;
use uuid::Uuid;

use crate::core::form::Form;
use crate::core::id::FormId;

use super::{Error, Tx, fresh_id};

pub const STATEMENTS: &[&str] = &[SAVE, READ, NEWEST];

/// The same source is the same version; what a later program makes of it replaces what an earlier one made.
const SAVE: &str = "INSERT INTO form_version (id, name, number, source, sha256, compiled)
    SELECT $1, $2, COALESCE(MAX(v.number), 0) + 1, $3, $4, $5 FROM form_version v WHERE v.name = $2
    ON CONFLICT (name, sha256) DO UPDATE SET compiled = excluded.compiled
    RETURNING id";
const READ: &str = "SELECT compiled FROM form_version WHERE id = $1";
const NEWEST: &str = "SELECT id, compiled FROM form_version WHERE name = $1
    ORDER BY number DESC LIMIT 1";

impl Tx {
    pub async fn save_form(
        &mut self,
        id: Option<FormId>,
        name: &str,
        source: &str,
        sha256: [u8; 32],
        form: &Form,
    ) -> Result<FormId, Error> {
        let saved = sqlx::query_scalar(SAVE)
            .bind(id.map_or_else(fresh_id, |id| id.0))
            .bind(name)
            .bind(source)
            .bind(sha256.as_slice())
            .bind(Json(form));
        let saved: Uuid = saved.fetch_one(&mut *self.inner).await?;
        Ok(FormId(saved))
    }

    pub async fn newest_form(&mut self, name: &str) -> Result<Option<(FormId, Arc<Form>)>, Error> {
        let row = sqlx::query(NEWEST)
            .bind(name)
            .fetch_optional(&mut *self.inner)
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let id = FormId(row.try_get("id")?);
        let Json(form) = row.try_get("compiled")?;
        Ok(Some((id, self.base.keep_form(id, form))))
    }

    /// A version of a form, read once and then remembered.
    pub(super) async fn form(&mut self, id: FormId) -> Result<Arc<Form>, Error> {
        if let Some(form) = self.base.known_form(id) {
            return Ok(form);
        }
        let compiled = sqlx::query_scalar(READ).bind(id.0);
        let compiled = compiled.fetch_optional(&mut *self.inner).await?;
        let Json(form) = compiled.ok_or(Error::Unfit("a form that does not exist"))?;
        Ok(self.base.keep_form(id, form))
    }
}
