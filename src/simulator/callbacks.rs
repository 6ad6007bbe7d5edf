//! Presses of inline buttons: each waits for the bot's answer, which is a toast or an alert on the phone.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The most presses that are remembered, so that a long benchmark does not fill memory.
const KEPT: usize = 10_000;
/// Ids are numbers as long as Telegram's.
const FIRST_ID: u64 = 4_300_000_000_000_000_001;

/// Presses by id, the oldest first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Queries {
    by_id: BTreeMap<u64, Query>,
    next_id: u64,
}

impl Default for Queries {
    fn default() -> Self {
        Self {
            by_id: BTreeMap::new(),
            next_id: FIRST_ID,
        }
    }
}

impl Queries {
    /// Keeps a press; gives its id.
    pub fn add(&mut self, query: Query) -> String {
        let id = self.next_id;
        self.next_id += 1;
        if self.by_id.len() == KEPT {
            self.by_id.pop_first();
        }
        self.by_id.insert(id, query);
        id.to_string()
    }

    /// Leaves `count` ids out.
    pub fn skip(&mut self, count: u32) {
        self.next_id += u64::from(count);
    }

    pub fn get(&self, id: &str) -> Option<&Query> {
        self.by_id.get(&id.parse().ok()?)
    }

    pub fn get_mut(&mut self, id: &str) -> Option<&mut Query> {
        self.by_id.get_mut(&id.parse().ok()?)
    }
}

/// A press.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Query {
    pub chat: i64,
    pub person: i64,
    pub at: DateTime<Utc>,
    pub answer: Option<CallbackAnswer>,
}

/// What the bot answered to a press.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackAnswer {
    /// The words; empty when only the button's wait ends.
    pub text: String,
    /// A dialog to be closed, not a passing toast.
    pub show_alert: bool,
    /// An address to open.
    pub url: Option<String>,
}
