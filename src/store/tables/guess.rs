//! `guess`: invitations that did not exist come in; how many there were within an hour goes out.

use chrono::{DateTime, TimeDelta, Utc};

use crate::core::id::UserId;

use super::output::GUESSED;
use super::{Error, Tx};

pub const STATEMENTS: &[&str] = &[ADD, OF_USER, OF_ALL, FORGET];

/// Within it guesses are counted together; older ones go when the next one comes.
pub const COUNTED_FOR: TimeDelta = TimeDelta::hours(1);
/// After so many, nothing that this user tries is looked at.
const OF_ONE: i64 = 5;

const ADD: &str = "INSERT INTO guess (user_id, guessed_at) VALUES ($1, $2)";
const OF_USER: &str = "SELECT COUNT(*) FROM guess WHERE user_id = $1 AND guessed_at > $2";
pub const OF_ALL: &str = "SELECT COUNT(*) FROM guess WHERE guessed_at > $1";
const FORGET: &str = "DELETE FROM guess WHERE guessed_at <= $1";

impl Tx {
    /// Whether this user has guessed so often that nothing of theirs is looked at for now.
    pub(super) async fn guessed_too_often(
        &mut self,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let asked = sqlx::query_scalar(OF_USER)
            .bind(user.0)
            .bind(at - COUNTED_FOR);
        let guesses: i64 = asked.fetch_one(&mut *self.inner).await?;
        Ok(guesses >= OF_ONE)
    }

    /// Counts a guess, unless it was not even looked at: whoever goes on is not shut out for longer.
    pub(super) async fn note_guess(
        &mut self,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        if self.guessed_too_often(user, at).await? {
            return Ok(());
        }
        let since = at - COUNTED_FOR;
        let forgetting = sqlx::query(FORGET).bind(since);
        forgetting.execute(&mut *self.inner).await?;
        let adding = sqlx::query(ADD).bind(user.0).bind(at);
        adding.execute(&mut *self.inner).await?;
        let asked = sqlx::query_scalar(OF_ALL).bind(since);
        let guesses: i64 = asked.fetch_one(&mut *self.inner).await?;
        if guesses == GUESSED {
            tracing::error!(guesses, "somebody is guessing invitations");
        }
        Ok(())
    }
}
