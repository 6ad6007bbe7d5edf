//! Telegram's limits on sending: a chat and a moment come in, the earliest moment for a message goes out.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::core::id::ChatId;

/// One message a second in a chat, but short bursts are let pass (Bot API FAQ).
const CHAT_GAP: TimeDelta = TimeDelta::seconds(1);
/// How many messages such a burst may have.
const CHAT_BURST: i32 = 5;
/// Chats are forgotten once this many are remembered and idle.
const CHATS_REMEMBERED: usize = 4096;

/// Keeps sending within the limits. Holds, for the bot and for each chat, the moment at which an unbroken row of
/// messages at the allowed pace would end; a message may go while that is no further ahead than one burst.
#[derive(Debug)]
pub struct Pace {
    gap: TimeDelta,
    all_until: DateTime<Utc>,
    chats: HashMap<ChatId, DateTime<Utc>>,
    frozen_until: DateTime<Utc>,
}

impl Pace {
    /// At most so many messages a second over all chats; 0 = no limit of ours, in chats neither.
    #[must_use]
    pub fn new(per_second: u32) -> Self {
        let gap = match per_second {
            0 => TimeDelta::zero(),
            rate => TimeDelta::microseconds(1_000_000 / i64::from(rate)),
        };
        Self {
            gap,
            all_until: DateTime::UNIX_EPOCH,
            chats: HashMap::new(),
            frozen_until: DateTime::UNIX_EPOCH,
        }
    }

    /// The earliest moment, `now` or later, at which a message to `chat` may go.
    #[must_use]
    pub fn earliest(&self, chat: ChatId, now: DateTime<Utc>) -> DateTime<Utc> {
        if self.gap.is_zero() {
            return now.max(self.frozen_until);
        }
        // Over all chats, one second's worth may go in a burst.
        let all = self.all_until - TimeDelta::seconds(1);
        let chat = self
            .chats
            .get(&chat)
            .map_or(now, |until| *until - CHAT_GAP * (CHAT_BURST - 1));
        now.max(self.frozen_until).max(all).max(chat)
    }

    /// Counts a message that goes now.
    pub fn count(&mut self, chat: ChatId, now: DateTime<Utc>) {
        if self.gap.is_zero() {
            return;
        }
        self.all_until = self.all_until.max(now) + self.gap;
        if self.chats.len() >= CHATS_REMEMBERED {
            self.chats.retain(|_, until| *until > now);
        }
        let until = self.chats.entry(chat).or_insert(now);
        *until = (*until).max(now) + CHAT_GAP;
    }

    /// Telegram asked to wait: nothing goes before `until`.
    pub fn freeze(&mut self, until: DateTime<Utc>) {
        self.frozen_until = self.frozen_until.max(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many messages go within `seconds` if one is tried every 10 ms.
    fn sent(pace: &mut Pace, seconds: i64, chat: impl Fn(i64) -> i64) -> usize {
        let start = DateTime::UNIX_EPOCH + TimeDelta::days(1);
        let mut sent = 0;
        for tick in 0..seconds * 100 {
            let now = start + TimeDelta::milliseconds(tick * 10);
            let chat = ChatId(chat(tick));
            if pace.earliest(chat, now) <= now {
                pace.count(chat, now);
                sent += 1;
            }
        }
        sent
    }

    #[test]
    fn the_whole_bot_keeps_its_pace() {
        // Ten seconds at 25 a second, and one second's burst at the start.
        let sent = sent(&mut Pace::new(25), 10, |tick| tick);
        assert!((250..=276).contains(&sent), "{sent}");
    }

    #[test]
    fn one_chat_gets_a_short_burst_and_then_one_a_second() {
        let sent = sent(&mut Pace::new(25), 10, |_| 7);
        assert!((13..=15).contains(&sent), "{sent}");
    }

    #[test]
    fn without_a_limit_everything_goes_until_telegram_asks_to_wait() {
        let mut pace = Pace::new(0);
        assert_eq!(sent(&mut pace, 1, |_| 7), 100);
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(2);
        pace.freeze(now + TimeDelta::seconds(3));
        assert_eq!(pace.earliest(ChatId(8), now), now + TimeDelta::seconds(3));
    }
}
