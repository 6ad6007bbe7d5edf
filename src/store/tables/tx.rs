//! A transaction: begun, undone, or committed with its lines of the audit.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sqlx::Transaction;

use crate::core::effect::Audit;
use crate::core::id::{CaseId, DraftId, PersonId};
use crate::core::world::DraftInHand;

use super::chain::Line;
use super::draft::{Moment, SavedRow};
use super::obligation::Telling;
use super::seal::Sealer;
use super::{BEGIN, Base, Db, Error, cases};

/// A transaction on this engine.
pub struct Tx {
    pub(super) inner: Transaction<'static, Db>,
    pub(super) base: Arc<Base>,
    /// Data keys of the cases met so far.
    keys: HashMap<CaseId, Sealer>,
    /// Written at commit, so that the end of the chain is locked for a moment only.
    lines: Vec<Line>,
    /// Drafts read before they are asked for, by who will ask.
    pub(super) foreseen: HashMap<(Option<PersonId>, DraftId), DraftInHand>,
    /// Drafts to be saved, by when they were touched and are due.
    pub(super) saves: BTreeMap<Moment, Vec<SavedRow>>,
    /// Cases of which something else may be due; in order, so that no two transactions wait for each other in a circle.
    pub(super) changed: BTreeSet<CaseId>,
    /// Something else may be due of every case, and people told of it anew or not.
    pub(super) all_changed: Option<Telling>,
}

impl Tx {
    pub async fn begin(base: &Arc<Base>) -> Result<Self, Error> {
        let inner = base.write.begin_with(BEGIN).await?;
        Ok(Self::on(inner, base))
    }

    /// One that only reads, beside whoever writes.
    pub async fn look(base: &Arc<Base>) -> Result<Self, Error> {
        let inner = base.read.begin().await?;
        Ok(Self::on(inner, base))
    }

    fn on(inner: Transaction<'static, Db>, base: &Arc<Base>) -> Self {
        Self {
            inner,
            base: Arc::clone(base),
            keys: HashMap::new(),
            lines: Vec::new(),
            foreseen: HashMap::new(),
            saves: BTreeMap::new(),
            changed: BTreeSet::new(),
            all_changed: None,
        }
    }

    pub async fn commit(mut self) -> Result<(), Error> {
        self.save_drafts().await?;
        self.queue_changed().await?;
        let lines = std::mem::take(&mut self.lines);
        self.append(&lines).await?;
        Ok(self.inner.commit().await?)
    }

    pub async fn rollback(self) -> Result<(), Error> {
        Ok(self.inner.rollback().await?)
    }

    pub fn note(&mut self, actor: Option<PersonId>, audit: Audit, at: DateTime<Utc>) {
        self.lines.push(Line { at, actor, audit });
    }

    /// Whether something else may be due of a case after this.
    #[must_use]
    pub fn stirs(&self) -> bool {
        self.all_changed.is_some() || !self.changed.is_empty()
    }

    /// The data key of a case, opened from what its row holds.
    pub(super) fn keep_key(&mut self, case: CaseId, sealed: &[u8]) -> Result<Sealer, Error> {
        if let Some(key) = self.keys.get(&case) {
            return Ok(key.clone());
        }
        let key = self.base.seals.cases.open_case_key(case, sealed)?;
        self.keys.insert(case, key.clone());
        Ok(key)
    }

    /// The data key of a case, read if it was not met before.
    pub(super) async fn key_of(&mut self, case: CaseId) -> Result<Sealer, Error> {
        if let Some(key) = self.keys.get(&case) {
            return Ok(key.clone());
        }
        let sealed = cases::sealed_key(&mut self.inner, case).await?;
        self.keep_key(case, &sealed)
    }
}

impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tx")
    }
}
