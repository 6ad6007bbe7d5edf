//! `profile`: versions of the programme's profile come in, the one in force goes out; and `profile_trial`: the files that
//! managers sent, until they are put in force or left.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::due::obligation::Facts;
use crate::core::due::profile::{Profile, file};
use crate::core::event::File;
use crate::core::id::{CaseId, ChatId, MediaId, PersonId, UserId};
use crate::core::trial::{Found, Proposed, Trial};

use super::mail::SentFile;
use super::obligation::Telling;
use super::{Base, Error, Tx, fit, once};

pub const STATEMENTS: &[&str] = &[
    VERSION, VERSIONS, SET, FORGET, WANT, WANTED, CLAIM, FOUND, LATER, TOLD, END, DUE, OWNER, READ,
    CASES,
];

const VERSION: &str = "SELECT COALESCE(MAX(version), 0) FROM profile";
const VERSIONS: &str = "SELECT version, body FROM profile WHERE version <= $1 ORDER BY version";
/// Of two managers at once, the key refuses one.
const SET: &str = "INSERT INTO profile (version, body, set_by, set_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING";
/// Of a manager who sends another file, or leaves, the one before is over.
const FORGET: &str = "DELETE FROM profile_trial WHERE person_id = $1";
const WANT: &str = "INSERT INTO profile_trial (id, person_id, file_id, state, next_at)
    VALUES ($1, $2, $3, 'wanted', $4)";
const WANTED: &str = "SELECT id FROM profile_trial WHERE state = 'wanted' AND next_at <= $1
    ORDER BY next_at, id LIMIT 1";
const CLAIM: &str = "UPDATE profile_trial SET next_at = $3
    WHERE id = $1 AND state = 'wanted' AND next_at <= $2
    RETURNING id, file_id, attempts";
/// No row is a file that was sent anew while this one was looked at.
const FOUND: &str = "UPDATE profile_trial SET state = 'looked', outcome = $2
    WHERE id = $1 AND state = 'wanted'";
const LATER: &str = "UPDATE profile_trial SET attempts = attempts + 1, next_at = $2
    WHERE id = $1 AND state = 'wanted'";
const TOLD: &str = "UPDATE profile_trial SET state = 'told' WHERE id = $1 AND state = 'looked'";
const END: &str = "DELETE FROM profile_trial WHERE id = $1";
/// Whoever cannot be written to is told when they come back.
const DUE: &str = "SELECT t.id FROM profile_trial t
    JOIN account a ON a.person_id = t.person_id JOIN person p ON p.id = t.person_id
    WHERE t.state = 'looked' AND a.reachable AND p.standing = 'active' ORDER BY t.id LIMIT $1";
const OWNER: &str = "SELECT a.user_id, a.chat_id FROM profile_trial t
    JOIN account a ON a.person_id = t.person_id WHERE t.id = $1 AND t.state = 'looked'";
const READ: &str = "SELECT person_id, outcome FROM profile_trial WHERE id = $1";
const CASES: &str = "SELECT id FROM cases WHERE id > $1 ORDER BY id LIMIT $2";

const BODY: &str = "profile.body";
const OUTCOME: &str = "profile_trial.outcome";

impl Tx {
    /// The number of the version in force; 0 before a manager put one in force.
    pub async fn profile_version(&mut self) -> Result<u32, Error> {
        let asked = sqlx::query_scalar(VERSION);
        fit("profile.version", asked.fetch_one(&mut *self.inner).await?)
    }

    /// A version of the profile. What it leaves out is as in `start`.
    pub async fn profile(&mut self, version: u32, start: &Profile) -> Result<Profile, Error> {
        let asked = sqlx::query(VERSIONS).bind(i64::from(version));
        let mut profile = start.clone();
        for row in asked.fetch_all(&mut *self.inner).await? {
            let number: i64 = row.try_get("version")?;
            let text = self
                .base
                .seals
                .profiles
                .open_text(BODY, number, row.try_get("body")?)?;
            let next = file::read(start, text.as_bytes()).ok();
            match next.and_then(|sent| sent.profile.ok()) {
                Some(next) => profile = next.after(&profile),
                // Nothing that is due may wait for it: the version before holds on.
                None => tracing::error!(number, "a version of the profile cannot be read"),
            }
        }
        Ok(profile)
    }

    /// Puts a profile in force; all cases are reckoned with it.
    pub(super) async fn set_profile(
        &mut self,
        proposed: &Proposed,
        by: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let version = i64::from(proposed.instead_of) + 1;
        let seal = &self.base.seals.profiles;
        let set = sqlx::query(SET)
            .bind(version)
            .bind(seal.seal(BODY, version, proposed.text.as_bytes()))
            .bind(by.0)
            .bind(at)
            .execute(&mut *self.inner)
            .await?;
        once(set.rows_affected())?;
        self.all_changed = Some(match proposed.retells {
            true => Telling::Anew,
            false => Telling::AsBefore,
        });
        Ok(())
    }

    pub(super) async fn try_profile(
        &mut self,
        trial: MediaId,
        by: PersonId,
        file: &File,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.forget_trials(by).await?;
        sqlx::query(WANT)
            .bind(trial.0)
            .bind(by.0)
            .bind(file.file_id.as_str())
            .bind(at)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// Nothing that somebody sent is looked at any more.
    pub(super) async fn forget_trials(&mut self, by: PersonId) -> Result<(), Error> {
        let forgetting = sqlx::query(FORGET).bind(by.0);
        forgetting.execute(&mut *self.inner).await?;
        Ok(())
    }

    /// Its sender is told what was found, once.
    pub(super) async fn trial_told(&mut self, trial: MediaId) -> Result<(), Error> {
        let told = sqlx::query(TOLD).bind(trial.0);
        once(told.execute(&mut *self.inner).await?.rows_affected())
    }

    pub(super) async fn end_trial(&mut self, trial: MediaId) -> Result<(), Error> {
        let ended = sqlx::query(END).bind(trial.0);
        once(ended.execute(&mut *self.inner).await?.rows_affected())
    }

    pub(super) async fn trial(&mut self, trial: MediaId) -> Result<Option<Trial>, Error> {
        let asked = sqlx::query(READ).bind(trial.0);
        let Some(row) = asked.fetch_optional(&mut *self.inner).await? else {
            return Ok(None);
        };
        let sealed: Option<&[u8]> = row.try_get("outcome")?;
        let seal = &self.base.seals.profiles;
        let found = sealed.map(|sealed| seal.open_text(OUTCOME, trial, sealed));
        let found = found.transpose()?.map(|text| serde_json::from_str(&text));
        Ok(Some(Trial {
            id: trial,
            by: PersonId(row.try_get("person_id")?),
            found: found.transpose().map_err(|_| Error::Damaged(OUTCOME))?,
        }))
    }

    /// Files that were looked at and whose senders are not told yet.
    pub async fn trials_due(&mut self, limit: i64) -> Result<Vec<MediaId>, Error> {
        let asked = sqlx::query_scalar(DUE).bind(limit);
        let due: Vec<Uuid> = asked.fetch_all(&mut *self.inner).await?;
        Ok(due.into_iter().map(MediaId).collect())
    }

    /// The Telegram user and chat of whoever sent a file that was looked at.
    pub async fn trial_owner(&mut self, trial: MediaId) -> Result<Option<(UserId, ChatId)>, Error> {
        let asked = sqlx::query_as(OWNER).bind(trial.0);
        let owner: Option<(i64, i64)> = asked.fetch_optional(&mut *self.inner).await?;
        Ok(owner.map(|(user, chat)| (UserId(user), ChatId(chat))))
    }

    /// What says what is due of some cases, those after this one; and the last of them, if there are any.
    pub async fn facts_after(
        &mut self,
        case: Option<CaseId>,
        limit: i64,
    ) -> Result<(Vec<Facts>, Option<CaseId>), Error> {
        // No case has the id of nothing.
        let after = case.map_or(Uuid::nil(), |case| case.0);
        let asked = sqlx::query_scalar(CASES).bind(after);
        let cases: Vec<Uuid> = asked.bind(limit).fetch_all(&mut *self.inner).await?;
        let last = cases.last().copied().map(CaseId);
        let mut all = Vec::with_capacity(cases.len());
        for case in cases.into_iter().map(CaseId) {
            match self.facts_without_people(case).await {
                Ok(facts) => all.extend(facts),
                // It cannot be reckoned either.
                Err(Error::Damaged(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok((all, last))
    }
}

impl Base {
    /// A file to be looked at now, kept from other processes until `until`.
    pub async fn claim_trial(
        &self,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<Option<SentFile>, Error> {
        // Most looks find nothing, and must not wait for the writer.
        let wanted = sqlx::query_scalar(WANTED).bind(at);
        let wanted: Option<Uuid> = wanted.fetch_optional(&self.read).await?;
        let Some(wanted) = wanted else {
            return Ok(None);
        };
        let claimed = sqlx::query(CLAIM).bind(wanted).bind(at).bind(until);
        let Some(row) = claimed.fetch_optional(&self.write).await? else {
            return Ok(None);
        };
        Ok(Some(SentFile {
            trial: MediaId(row.try_get("id")?),
            file: row.try_get("file_id")?,
            attempts: fit("profile_trial.attempts", row.try_get("attempts")?)?,
        }))
    }

    pub async fn trial_found(&self, trial: MediaId, found: &Found) -> Result<(), Error> {
        let text = serde_json::to_string(found).map_err(|_| Error::Unfit("what was found"))?;
        let sealed = self.seals.profiles.seal(OUTCOME, trial, text.as_bytes());
        let writing = sqlx::query(FOUND).bind(trial.0).bind(sealed);
        writing.execute(&self.write).await?;
        Ok(())
    }

    pub async fn trial_later(&self, trial: MediaId, next: DateTime<Utc>) -> Result<(), Error> {
        let writing = sqlx::query(LATER).bind(trial.0).bind(next);
        writing.execute(&self.write).await?;
        Ok(())
    }
}
