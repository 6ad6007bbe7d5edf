//! One transaction on either engine: what an event needs is read in it, what follows is written in it.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::core::due::obligation::Facts;
use crate::core::due::profile::Profile;
use crate::core::effect::Audit;
use crate::core::form::Form;
use crate::core::id::{
    CaseId, ChatId, Code, DraftId, FormId, InviteId, MediaId, PersonId, TeamId, UserId,
};
use crate::core::service::Service;
use crate::core::share::Opened;
use crate::core::world::{Need, World};

use super::mail::{OutboxRow, Outgoing, Waiting};
use super::programme::{NewCase, NewInvite, NewPerson};
use super::step::{Committing, Who};
use super::{Error, forward, postgres, sqlite};

/// A transaction; dropped without [`Tx::commit`] it leaves nothing behind.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(sqlite::Tx),
    /// On PostgreSQL.
    Postgres(postgres::Tx),
}

impl Tx {
    /// Whether something else may be due of a case after this.
    #[must_use]
    pub fn stirs(&self) -> bool {
        forward!(self, tx => tx.stirs())
    }

    /// Makes it last. Drafts are saved last of all, together.
    ///
    /// [`Error::Conflict`] if one was changed meanwhile; then nothing of it lasts.
    pub async fn commit(self) -> Result<(), Error> {
        forward!(self, tx => tx.commit().await)
    }

    /// Undoes all of it.
    pub async fn rollback(self) -> Result<(), Error> {
        forward!(self, tx => tx.rollback().await)
    }

    /// The oldest waiting update of each lane that nobody else is handling, oldest first. On PostgreSQL they stay
    /// locked until this transaction ends.
    pub async fn claim_updates(
        &mut self,
        limit: i64,
        at: DateTime<Utc>,
    ) -> Result<Vec<Waiting>, Error> {
        forward!(self, tx => tx.claim_updates(limit, at).await)
    }

    /// These updates were handled.
    pub async fn finish_updates(&mut self, seqs: &[i64], at: DateTime<Utc>) -> Result<(), Error> {
        forward!(self, tx => tx.finish_updates(seqs, at).await)
    }

    /// Handling an update failed, for which `why` is a word without values; it is tried again at `next`, or is dead.
    pub async fn fail_update(
        &mut self,
        seq: i64,
        why: &str,
        next: Option<DateTime<Utc>>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        forward!(self, tx => tx.fail_update(seq, why, next, at).await)
    }

    /// Who each Telegram user is, and where each chat stands; in the order asked.
    pub async fn who(&mut self, asked: &[(UserId, ChatId)]) -> Result<Vec<Who>, Error> {
        forward!(self, tx => tx.who(asked).await)
    }

    /// Reads drafts that [`Tx::load`] will be asked for, each with the person who will ask: one statement for all.
    pub async fn foresee_drafts(
        &mut self,
        asked: &[(Option<PersonId>, DraftId)],
    ) -> Result<(), Error> {
        forward!(self, tx => tx.foresee_drafts(asked).await)
    }

    /// Fills the part of `world` that `need` names, and notes that in `world.loaded`. Whose it is does not matter; the
    /// core asks the access table. But `user`, who asks, may not look for invitations without end.
    pub async fn load(
        &mut self,
        world: &mut World,
        need: &Need,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        forward!(self, tx => tx.load(world, need, user, at).await)
    }

    /// Applies all effects of a step but those that say something; see [`Tx::post`] for these.
    ///
    /// [`Error::Conflict`] if anything was changed meanwhile; then this transaction must be rolled
    /// back.
    pub async fn commit_step(&mut self, committing: Committing<'_>) -> Result<(), Error> {
        forward!(self, tx => tx.commit_step(committing).await)
    }

    /// Puts messages into the outbox, in their order; those whose `dedup` was there before are left out.
    pub async fn post(
        &mut self,
        messages: Vec<Outgoing>,
        at: DateTime<Utc>,
    ) -> Result<Vec<OutboxRow>, Error> {
        forward!(self, tx => tx.post(messages, at).await)
    }

    /// Drafts that must be looked at, the longest due first; on PostgreSQL locked until this transaction ends.
    pub async fn drafts_due(
        &mut self,
        at: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<DraftId>, Error> {
        forward!(self, tx => tx.drafts_due(at, limit).await)
    }

    /// Takes cases off the queue of those of which something else may be due, at most so many. Read the profile after
    /// this: a version that is put in force later queues them again.
    pub async fn take_changed(&mut self, limit: i64) -> Result<Vec<CaseId>, Error> {
        forward!(self, tx => tx.take_changed(limit).await)
    }

    /// Reckons what is due of these cases.
    pub async fn reckon(
        &mut self,
        cases: &[CaseId],
        profile: &Profile,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        forward!(self, tx => tx.reckon_all(cases, profile, at).await)
    }

    /// The number of the profile's version in force; 0 before a manager put one in force.
    pub async fn profile_version(&mut self) -> Result<u32, Error> {
        forward!(self, tx => tx.profile_version().await)
    }

    /// A version of the profile. What it leaves out is as in `start`.
    pub async fn profile(&mut self, version: u32, start: &Profile) -> Result<Profile, Error> {
        forward!(self, tx => tx.profile(version, start).await)
    }

    /// What says what is due of some cases, those after this one, without who is told; and the last of them, if there are
    /// any.
    pub async fn facts_after(
        &mut self,
        case: Option<CaseId>,
        limit: i64,
    ) -> Result<(Vec<Facts>, Option<CaseId>), Error> {
        forward!(self, tx => tx.facts_after(case, limit).await)
    }

    /// Files of settings that were looked at and whose senders are not told yet.
    pub async fn trials_due(&mut self, limit: i64) -> Result<Vec<MediaId>, Error> {
        forward!(self, tx => tx.trials_due(limit).await)
    }

    /// The Telegram user and chat of whoever sent a file that was looked at.
    pub async fn trial_owner(&mut self, trial: MediaId) -> Result<Option<(UserId, ChatId)>, Error> {
        forward!(self, tx => tx.trial_owner(trial).await)
    }

    /// The people for whom something has come due, those who wait longest first.
    pub async fn people_due(
        &mut self,
        now: DateTime<Utc>,
        limit: i64,
    ) -> Result<Vec<PersonId>, Error> {
        forward!(self, tx => tx.people_due(now, limit).await)
    }

    /// Where somebody is written to, if they can be; otherwise they are looked at again later.
    pub async fn reach(
        &mut self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Result<Option<(UserId, ChatId)>, Error> {
        forward!(self, tx => tx.reach(person, now).await)
    }

    /// The Telegram user and chat of a draft's owner.
    pub async fn draft_owner(&mut self, draft: DraftId) -> Result<Option<(UserId, ChatId)>, Error> {
        forward!(self, tx => tx.draft_owner(draft).await)
    }

    /// Keeps a version of a form. The same source is the same version, whatever `id` says.
    pub async fn save_form(
        &mut self,
        id: Option<FormId>,
        name: &str,
        source: &str,
        sha256: [u8; 32],
        form: &Form,
    ) -> Result<FormId, Error> {
        forward!(self, tx => tx.save_form(id, name, source, sha256, form).await)
    }

    /// The newest version of a form.
    pub async fn newest_form(&mut self, name: &str) -> Result<Option<(FormId, Arc<Form>)>, Error> {
        forward!(self, tx => tx.newest_form(name).await)
    }

    /// The team of this name, made if there is none.
    pub async fn add_team(&mut self, name: &str) -> Result<TeamId, Error> {
        forward!(self, tx => tx.add_team(name).await)
    }

    /// Adds a person, and their account if their Telegram user is known.
    ///
    /// [`Error::Conflict`] if that user has an account already.
    pub async fn add_person(&mut self, new: NewPerson) -> Result<PersonId, Error> {
        forward!(self, tx => tx.add_person(new).await)
    }

    /// The person that a Telegram user is.
    pub async fn person_by_user(&mut self, user: UserId) -> Result<Option<PersonId>, Error> {
        forward!(self, tx => tx.person_by_user(user).await)
    }

    /// Whether there is anybody at all.
    pub async fn has_people(&mut self) -> Result<bool, Error> {
        forward!(self, tx => tx.has_people().await)
    }

    /// People of this name; case and blanks do not matter.
    pub async fn people_named(&mut self, name: &str) -> Result<Vec<PersonId>, Error> {
        forward!(self, tx => tx.people_named(name).await)
    }

    /// Opens a case with a data key of its own.
    ///
    /// [`Error::Conflict`] if its code is taken.
    pub async fn add_case(&mut self, new: NewCase) -> Result<CaseId, Error> {
        forward!(self, tx => tx.add_case(new).await)
    }

    /// Whether a case has this code.
    pub async fn code_taken(&mut self, code: &Code) -> Result<bool, Error> {
        forward!(self, tx => tx.code_taken(code).await)
    }

    /// Takes every service off the list; those that are listed anew come back.
    pub async fn close_services(&mut self) -> Result<(), Error> {
        forward!(self, tx => tx.close_services().await)
    }

    /// Lists a service, known by its name, need and area.
    pub async fn list_service(&mut self, new: Service) -> Result<(), Error> {
        forward!(self, tx => tx.list_service(new).await)
    }

    /// Opens the released summary of this token, if it opens now; it never opens again.
    pub async fn open_share(
        &mut self,
        token: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Opened>, Error> {
        forward!(self, tx => tx.open_share(token, at).await)
    }

    /// Keeps an invitation.
    ///
    /// [`Error::Conflict`] if its token is known.
    pub async fn add_invite(&mut self, new: NewInvite) -> Result<InviteId, Error> {
        forward!(self, tx => tx.add_invite(new).await)
    }

    /// Adds a line to the audit when this transaction commits.
    pub fn note(&mut self, actor: Option<PersonId>, audit: Audit, at: DateTime<Utc>) {
        forward!(self, tx => tx.note(actor, audit, at))
    }
}
