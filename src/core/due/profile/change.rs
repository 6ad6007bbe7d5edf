//! Two profiles and the records of cases come in; which settings differ and what of the open obligations moves go out.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::obligation::{Facts, Obligation, Rule, of_case};
use super::Profile;
use super::rows::settings;

/// Settings that name days off, which count only if reminders are not to come on them.
pub const DAYS_OFF: [&str; 2] = ["weekend", "holidays"];

/// A setting that another profile sets otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub name: String,
    /// What it is.
    pub before: String,
    /// What it would be.
    pub after: String,
}

/// The settings that `after` sets otherwise than `before`.
#[must_use]
pub fn changes(before: &Profile, after: &Profile) -> Vec<Change> {
    let pairs = settings(before).into_iter().zip(settings(after));
    pairs
        .filter(|(before, after)| before.1 != after.1)
        .map(|((name, before), (_, after))| Change {
            name: name.to_owned(),
            before,
            after,
        })
        .collect()
}

/// What of the open obligations moves, by their kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moves(BTreeMap<Rule, Moved>);

/// How many of one kind move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Are due earlier.
    pub earlier: u32,
    /// Are due later.
    pub later: u32,
    /// Are due that were not.
    pub new: u32,
    /// Are due no longer.
    pub gone: u32,
}

impl Moves {
    /// Counts what of one case moves if it is reckoned with `after` in place of `before`.
    pub fn count(&mut self, facts: &Facts, before: &Profile, after: &Profile) {
        let key = |one: &Obligation| (one.rule, one.subject);
        let due = |profile| of_case(facts, profile).into_iter();
        let mut old: BTreeMap<_, _> = due(before).map(|one| (key(&one), one.window.due)).collect();
        for one in due(after) {
            let was = old.remove(&key(&one));
            let change: fn(&mut Moved) -> &mut u32 = match was.map(|was| one.window.due.cmp(&was)) {
                Some(Ordering::Equal) => continue,
                Some(Ordering::Less) => |moved| &mut moved.earlier,
                Some(Ordering::Greater) => |moved| &mut moved.later,
                None => |moved| &mut moved.new,
            };
            self.add(one.rule, change);
        }
        for (rule, _) in old.into_keys() {
            self.add(rule, |moved| &mut moved.gone);
        }
    }

    fn add(&mut self, rule: Rule, change: fn(&mut Moved) -> &mut u32) {
        *change(self.0.entry(rule).or_default()) += 1;
    }

    /// Each kind of which something moves.
    pub fn kinds(&self) -> impl Iterator<Item = (Rule, Moved)> {
        self.0.iter().map(|(rule, moved)| (*rule, *moved))
    }
}
