//! The queue of updates: takes what happened, gives batches as getUpdates and webhooks deliver them.

use std::collections::{BTreeSet, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Telegram keeps updates that nobody takes for a day …
const KEPT: TimeDelta = TimeDelta::hours(24);
/// … and button presses for as long as the phone waits for their answer.
pub(super) const QUERY_KEPT: TimeDelta = TimeDelta::seconds(150);
/// What a bot gets only when it asks by name.
const ONLY_WHEN_ASKED: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// One update that waits to be confirmed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WaitingUpdate {
    /// Its `update_id`.
    pub id: i64,
    /// The name of its content field, such as `message`.
    pub kind: String,
    /// The whole Update object as it is sent.
    pub body: String,
    /// When it is forgotten.
    pub expires_at: DateTime<Utc>,
}

/// Updates in order, with what was asked about them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct UpdateQueue {
    waiting: VecDeque<WaitingUpdate>,
    next_id: i64,
    /// None: the default set.
    allowed: Option<BTreeSet<String>>,
    /// What the last poll got, for the fault that sends updates again.
    last_batch: Vec<WaitingUpdate>,
}

impl UpdateQueue {
    pub fn new(first_id: i64) -> Self {
        Self {
            waiting: VecDeque::new(),
            next_id: first_id,
            allowed: None,
            last_batch: Vec::new(),
        }
    }

    pub fn set_next_id(&mut self, id: i64) {
        self.next_id = id;
    }

    /// Leaves `count` ids out; the next one is `least` or more.
    pub fn skip(&mut self, count: u32, least: i64) {
        self.next_id = least.max(self.next_id + i64::from(count));
    }

    /// Remembers which kinds the bot wants; an empty list means the default set.
    pub fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = (!kinds.is_empty()).then(|| kinds.into_iter().collect());
    }

    pub fn allowed(&self) -> Option<&BTreeSet<String>> {
        self.allowed.as_ref()
    }

    /// Queues an update unless the bot does not want this kind, which is what false says.
    pub fn push(&mut self, kind: &str, content: &str, now: DateTime<Utc>) -> bool {
        let wanted = match &self.allowed {
            None => !ONLY_WHEN_ASKED.contains(&kind),
            Some(kinds) => kinds.contains(kind),
        };
        if wanted {
            self.push_any(kind, content, now);
        }
        wanted
    }

    /// Queues `content` (a JSON object's text) as an update of `kind`, with the id spliced in before its
    /// first field so that every other byte stays.
    pub fn push_any(&mut self, kind: &str, content: &str, now: DateTime<Utc>) {
        let id = self.next_id;
        self.next_id += 1;
        let rest = content.trim_start().strip_prefix('{').unwrap_or(content);
        let comma = if rest.trim_start().starts_with('}') {
            ""
        } else {
            ","
        };
        let kept = if kind == "callback_query" {
            QUERY_KEPT
        } else {
            KEPT
        };
        self.waiting.push_back(WaitingUpdate {
            id,
            kind: kind.to_owned(),
            body: format!("{{\"update_id\":{id}{comma}{rest}"),
            expires_at: now + kept,
        });
    }

    /// Forgets what is over, and what `offset` confirms (negative: all but that many from the end).
    pub fn confirm(&mut self, offset: i64, now: DateTime<Utc>) {
        self.forget_old(now);
        if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let dropped = self.waiting.len().saturating_sub(kept);
            self.waiting.drain(..dropped);
        } else {
            self.waiting.retain(|update| update.id >= offset);
        }
    }

    pub fn forget_old(&mut self, now: DateTime<Utc>) {
        self.waiting.retain(|update| update.expires_at > now);
    }

    /// The oldest `limit` updates, which stay until they are confirmed.
    pub fn batch(&self, limit: usize) -> Vec<WaitingUpdate> {
        self.waiting.iter().take(limit).cloned().collect()
    }

    /// What was handed over last; replaced by `batch`.
    pub fn swap_last_batch(&mut self, batch: Vec<WaitingUpdate>) -> Vec<WaitingUpdate> {
        std::mem::replace(&mut self.last_batch, batch)
    }

    pub fn remove(&mut self, id: i64) {
        self.waiting.retain(|update| update.id != id);
    }

    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    pub fn all(&self) -> impl Iterator<Item = &WaitingUpdate> {
        self.waiting.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_raw_update_stays_byte_for_byte() {
        let mut queue = UpdateQueue::new(7);
        let now = DateTime::UNIX_EPOCH;
        assert!(queue.push(
            "future_kind",
            "{ \"future_kind\" : {\"x\": 1.50, \"y\":\"\\u00e9\"} }",
            now
        ));
        assert!(queue.push("empty", "{}", now));
        let bodies: Vec<_> = queue.all().map(|update| update.body.clone()).collect();
        assert_eq!(
            bodies,
            [
                "{\"update_id\":7, \"future_kind\" : {\"x\": 1.50, \"y\":\"\\u00e9\"} }",
                "{\"update_id\":8}"
            ]
        );
    }

    #[test]
    fn a_negative_offset_keeps_the_newest_and_forgets_the_others() {
        let mut queue = UpdateQueue::new(1);
        for _ in 0..5 {
            queue.push("message", "{}", DateTime::UNIX_EPOCH);
        }
        queue.confirm(-2, DateTime::UNIX_EPOCH);
        assert_eq!(
            queue.all().map(|update| update.id).collect::<Vec<_>>(),
            [4, 5]
        );
        queue.confirm(5, DateTime::UNIX_EPOCH);
        assert_eq!(queue.len(), 1);
    }
}
