//! `share`: summaries that families release come in; each opens once, by the hash of its token.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use crate::core::access::Action;
use crate::core::effect::{Audit, Object};
use crate::core::id::{CaseId, ShareId};
use crate::core::people::Language;
use crate::core::report::Report;
use crate::core::share::{Opened, Released};

use super::seal::{Sealer, token_hash};
use super::{Base, Error, Row, Tx, once};

pub const STATEMENTS: &[&str] = &[ADD, OF_CASE, CASE_OF, END, WAITING, READ, OPEN];

const ADD: &str = "INSERT INTO share
    (id, case_id, report_id, service_id, recipient, token_hash, language, body, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
/// As many as a plan lists.
const OF_CASE: &str = "SELECT s.id, s.recipient, s.expires_at, s.opened_at, s.ended_at
    FROM share s JOIN report r ON r.id = s.report_id
    WHERE s.case_id = $1 AND r.state = 'sent' ORDER BY r.sent_at DESC, s.id DESC LIMIT 5";
pub const CASE_OF: &str = "SELECT case_id FROM share WHERE id = $1";
const END: &str = "UPDATE share SET ended_at = $2
    WHERE id = $1 AND ended_at IS NULL AND opened_at IS NULL";
/// A summary whose report was taken back or corrected does not open.
const WAITING: &str = "SELECT s.language FROM share s JOIN report r ON r.id = s.report_id
    WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.opened_at IS NULL AND s.ended_at IS NULL
      AND r.state = 'sent'";
const READ: &str = "SELECT s.id, s.case_id, s.language, s.body, c.zone
    FROM share s JOIN report r ON r.id = s.report_id JOIN cases c ON c.id = s.case_id
    WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.opened_at IS NULL AND s.ended_at IS NULL
      AND r.state = 'sent'";
const OPEN: &str = "UPDATE share SET opened_at = $2
    WHERE id = $1 AND opened_at IS NULL AND ended_at IS NULL";

const RECIPIENT: &str = "share.recipient";
const BODY: &str = "share.body";

impl Tx {
    /// The summary that a filed report releases.
    pub(super) async fn release(&mut self, report: &Report, key: &Sealer) -> Result<(), Error> {
        let Some(release) = &report.share else {
            return Ok(());
        };
        let body = serde_json::to_vec(&release.lines);
        let body = body.map_err(|_| Error::Unfit("a released summary"))?;
        sqlx::query(ADD)
            .bind(release.id.0)
            .bind(report.case.0)
            .bind(report.id.0)
            .bind(release.service.0)
            .bind(key.seal(RECIPIENT, release.id, release.to.as_bytes()))
            .bind(release.token_hash.as_slice())
            .bind(release.language.0.as_str())
            .bind(key.seal(BODY, release.id, &body))
            .bind(release.expires_at)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// The newest summaries that the family of a case released.
    pub(super) async fn shares(&mut self, case: CaseId) -> Result<Vec<Released>, Error> {
        let asked = sqlx::query(OF_CASE).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.key_of(case).await?;
        let read = |row: &Row| {
            let id = ShareId(row.try_get("id")?);
            Ok(Released {
                id,
                to: key.open_text(RECIPIENT, id, row.try_get("recipient")?)?,
                expires_at: row.try_get("expires_at")?,
                opened_at: row.try_get("opened_at")?,
                ended_at: row.try_get("ended_at")?,
            })
        };
        rows.iter().map(read).collect()
    }

    pub(super) async fn end_share(
        &mut self,
        share: ShareId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let ending = sqlx::query(END).bind(share.0).bind(at);
        once(ending.execute(&mut *self.inner).await?.rows_affected())
    }

    pub async fn open_share(
        &mut self,
        token: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Opened>, Error> {
        let hash = token_hash(token).to_vec();
        let asked = sqlx::query(READ).bind(hash).bind(at);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let id = ShareId(row.try_get("id")?);
        // Of two who press at once, one touches the row.
        let opening = sqlx::query(OPEN).bind(id.0).bind(at);
        if opening.execute(&mut *self.inner).await?.rows_affected() == 0 {
            return Ok(None);
        }
        let key = self.key_of(CaseId(row.try_get("case_id")?)).await?;
        let body = key.open(BODY, id, row.try_get("body")?)?;
        let zone: &str = row.try_get("zone")?;
        let opened = Opened {
            language: Language(row.try_get("language")?),
            zone: zone.parse().map_err(|_| Error::Damaged("cases.zone"))?,
            lines: serde_json::from_slice(&body).map_err(|_| Error::Damaged(BODY))?,
        };
        let audit = Audit {
            action: Action::OpenShare,
            object: Object::Share(id),
        };
        self.note(None, audit, at);
        Ok(Some(opened))
    }
}

impl Base {
    pub async fn share_waiting(
        &self,
        token: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Language>, Error> {
        let hash = token_hash(token).to_vec();
        let asked = sqlx::query_scalar(WAITING).bind(hash).bind(at);
        let language: Option<String> = asked.fetch_optional(&self.read).await?;
        Ok(language.map(Language))
    }
}
