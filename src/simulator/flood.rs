//! Telegram's sending limits: takes who is written to and when, gives how long the bot must wait.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

const OVERALL: Rate = Rate {
    every_ms: 33,
    burst: 30,
};
const PER_CHAT: Rate = Rate {
    every_ms: 1000,
    burst: 4,
};
const PER_GROUP: Rate = Rate {
    every_ms: 3000,
    burst: 20,
};

struct Rate {
    every_ms: i64,
    burst: i64,
}

/// When each budget will be full again.
#[derive(Debug, Default)]
pub(super) struct Flood {
    overall: Option<DateTime<Utc>>,
    chats: HashMap<i64, DateTime<Utc>>,
}

impl Flood {
    /// Counts one message to `chat`, or says after how many seconds to try again.
    pub fn count(&mut self, chat: i64, now: DateTime<Utc>) -> Result<(), u64> {
        let own = if chat < 0 { PER_GROUP } else { PER_CHAT };
        let overall = OVERALL.after_one(self.overall, now)?;
        let this_chat = own.after_one(self.chats.get(&chat).copied(), now)?;
        self.overall = Some(overall);
        self.chats.insert(chat, this_chat);
        Ok(())
    }
}

impl Rate {
    fn after_one(
        &self,
        full_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, u64> {
        let full_at = full_at.unwrap_or(now).max(now) + TimeDelta::milliseconds(self.every_ms);
        let over = full_at - now - TimeDelta::milliseconds(self.every_ms * self.burst);
        if over > TimeDelta::zero() {
            return Err(u64::try_from(over.num_milliseconds())
                .unwrap_or_default()
                .div_ceil(1000)
                .max(1));
        }
        Ok(full_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_takes_a_short_burst_and_then_one_message_a_second() {
        let mut flood = Flood::default();
        let start = DateTime::UNIX_EPOCH;
        let in_first_second = (0..10).filter(|_| flood.count(1, start).is_ok()).count();
        assert_eq!(in_first_second, 4);
        assert_eq!(flood.count(1, start), Err(1));
        assert!(flood.count(2, start).is_ok());
        assert!(flood.count(1, start + TimeDelta::seconds(1)).is_ok());
    }

    #[test]
    fn all_chats_together_take_thirty_a_second() {
        let mut flood = Flood::default();
        let sent = (0..100)
            .filter(|chat| flood.count(*chat, DateTime::UNIX_EPOCH).is_ok())
            .count();
        assert_eq!(sent, 30);
    }
}
