//! `media`: files that answer questions are wanted, fetched, and kept sealed with their case's key.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::event::File;
use crate::core::hearing::Kept;
use crate::core::id::{CaseId, MediaId};

use super::mail::Wanted;
use super::{Base, Error, Tx, cases, fit, once, word};

pub const STATEMENTS: &[&str] = &[WANT, WANTED, KEY, KEEP, FAIL, READ, FORGET, SHOWN];

const WANT: &str = "INSERT INTO media (id, case_id, file_id, kind, next_at)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
const WANTED: &str = "SELECT id, case_id, file_id, attempts FROM media
    WHERE state = 'wanted' AND next_at <= $1 ORDER BY next_at LIMIT $2";
const KEY: &str = "SELECT c.id, c.key FROM media JOIN cases c ON c.id = media.case_id
    WHERE media.id = $1";
const KEEP: &str = "UPDATE media SET state = 'kept', body = $2 WHERE id = $1 AND state <> 'kept'";
/// Without a next time it is given up.
const FAIL: &str = "UPDATE media SET attempts = attempts + 1, next_at = COALESCE($2, next_at),
    state = CASE WHEN $2 IS NULL THEN 'failed' ELSE 'wanted' END
    WHERE id = $1 AND state = 'wanted'";
const READ: &str = "SELECT media.body, c.id AS case_id, c.key
    FROM media JOIN cases c ON c.id = media.case_id WHERE media.id = $1 AND media.state = 'kept'";
/// What was said of a danger outlives the draft in which it was said.
const FORGET: &str = "DELETE FROM media
    WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM alert WHERE alert.voice = $1)";
const SHOWN: &str = "SELECT media.kind, media.file_id, c.code
    FROM media JOIN cases c ON c.id = media.case_id WHERE media.id = $1";

const BODY: &str = "media.body";

impl Tx {
    pub(super) async fn want_media(
        &mut self,
        media: MediaId,
        case: CaseId,
        file: &File,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let wanted = sqlx::query(WANT)
            .bind(media.0)
            .bind(case.0)
            .bind(file.file_id.as_str())
            .bind(word::word(&file.kind)?)
            .bind(at)
            .execute(&mut *self.inner)
            .await?;
        once(wanted.rows_affected())
    }

    pub(super) async fn forget_media(&mut self, media: &[MediaId]) -> Result<(), Error> {
        for media in media {
            let forgotten = sqlx::query(FORGET).bind(media.0);
            forgotten.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    /// A file as it can be sent again.
    pub(super) async fn shown_media(&mut self, media: MediaId) -> Result<Option<Kept>, Error> {
        let asked = sqlx::query(SHOWN).bind(media.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        Ok(Some(Kept {
            media,
            kind: word::read("media.kind", row.try_get("kind")?)?,
            file_id: row.try_get("file_id")?,
            code: cases::code(&row)?,
        }))
    }
}

impl Base {
    pub async fn media_wanted(&self, limit: i64, at: DateTime<Utc>) -> Result<Vec<Wanted>, Error> {
        let rows = sqlx::query(WANTED)
            .bind(at)
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Wanted {
                    media: MediaId(row.try_get("id")?),
                    case: CaseId(row.try_get("case_id")?),
                    file: row.try_get("file_id")?,
                    attempts: fit("media.attempts", row.try_get("attempts")?)?,
                })
            })
            .collect()
    }

    pub async fn media_kept(&self, media: MediaId, bytes: &[u8]) -> Result<(), Error> {
        let row: Option<(Uuid, Vec<u8>)> = sqlx::query_as(KEY)
            .bind(media.0)
            .fetch_optional(&self.read)
            .await?;
        let Some((case, key)) = row else {
            // Its draft was given up while it was fetched.
            return Ok(());
        };
        let key = self.seals.cases.open_case_key(case, &key)?;
        let kept = sqlx::query(KEEP)
            .bind(media.0)
            .bind(key.seal(BODY, media, bytes));
        kept.execute(&self.write).await?;
        Ok(())
    }

    pub async fn media_failed(
        &self,
        media: MediaId,
        next: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let failed = sqlx::query(FAIL).bind(media.0).bind(next);
        // No row is one whose draft was given up while it was fetched.
        failed.execute(&self.write).await?;
        Ok(())
    }

    pub async fn media(&self, media: MediaId) -> Result<Option<Vec<u8>>, Error> {
        let row: Option<(Vec<u8>, Uuid, Vec<u8>)> = sqlx::query_as(READ)
            .bind(media.0)
            .fetch_optional(&self.read)
            .await?;
        let Some((body, case, key)) = row else {
            return Ok(None);
        };
        let key = self.seals.cases.open_case_key(case, &key)?;
        Ok(Some(key.open(BODY, media, &body)?))
    }
}
