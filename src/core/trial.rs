//! A file of settings that a manager sent and what was found in it: the programme's profile in force and the file come
//! in, what is wrong with it or what it would change goes out.

use serde::{Deserialize, Serialize};

use super::due::obligation::{Facts, Rule};
use super::due::profile::change::{Change, DAYS_OFF, Moves, changes};
use super::due::profile::file::{self, Unreadable};
use super::due::profile::{Problem, Profile};
use super::id::{MediaId, PersonId};
use super::world::Programme;

/// A file that a manager sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Which.
    pub id: MediaId,
    /// Who sent it.
    pub by: PersonId,
    /// What was found in it, once it was looked at.
    pub found: Option<Found>,
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// It is no file of settings.
    Unreadable(Unreadable),
    /// All that is wrong with it.
    Wrong(Vec<Problem>),
    /// It was made from a version that is no longer in force: it would undo what was changed since.
    Old(u32),
    /// It sets everything as it is.
    Same,
    /// It can be put in force.
    Right(Box<Proposed>),
}

/// A profile that can be put in force, and what would follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// The version in whose place it would come.
    pub instead_of: u32,
    /// All its settings, as the file of the next version.
    pub text: String,
    /// The settings that it changes.
    pub changes: Vec<Change>,
    /// What of that which is due moves.
    pub moves: Moves,
    /// Whether people hear at other hours or days of what is due.
    pub retells: bool,
    /// Whether weekend or holidays change that are passed over.
    #[serde(default)]
    pub keeps_days_off: bool,
}

/// A file that is being looked at: two profiles to reckon every case with.
#[derive(Clone, Debug)]
pub struct Looking {
    before: Profile,
    after: Profile,
    proposed: Proposed,
}

impl Looking {
    /// Begins to look at a file: `start` is the programme without any version, `now` the one in force.
    ///
    /// # Errors
    /// What was found, if no case needs to be reckoned for it.
    pub fn at(start: &Profile, now: &Programme, bytes: &[u8]) -> Result<Self, Found> {
        let sent = file::read(start, bytes).map_err(Found::Unreadable)?;
        let version = now.profile_version;
        if let Some(from) = sent.from.filter(|from| *from != version) {
            return Err(Found::Old(from));
        }
        let before = now.profile.clone();
        let after = sent.profile.map_err(Found::Wrong)?.after(&before);
        let changes = changes(&before, &after);
        if changes.is_empty() {
            return Err(Found::Same);
        }
        let of_days_off = |change: &Change| DAYS_OFF.contains(&change.name.as_str());
        let keeps_days_off = after.days_off().is_none() && changes.iter().any(of_days_off);
        let proposed = Proposed {
            keeps_days_off,
            instead_of: version,
            text: file::write(&after, version + 1),
            changes,
            moves: Moves::default(),
            retells: retells(&before, &after),
        };
        Ok(Self {
            before,
            after,
            proposed,
        })
    }

    /// Counts what of this case moves.
    pub fn count(&mut self, facts: &Facts) {
        let moves = &mut self.proposed.moves;
        moves.count(facts, &self.before, &self.after);
    }

    /// What was found, once every case was counted.
    #[must_use]
    pub fn found(self) -> Found {
        Found::Right(Box::new(self.proposed))
    }
}

/// Whether people hear at other hours, or of something on other days of its ladder.
fn retells(before: &Profile, after: &Profile) -> bool {
    let others = |rule: &Rule| rule.days(before) != rule.days(after);
    before.morning != after.morning
        || before.days_off() != after.days_off()
        || Rule::ALL.iter().any(others)
}
