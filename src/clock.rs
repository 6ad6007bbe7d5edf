//! The one place that reads time: a running clock, moved ahead by a demo, or a frozen one, moved by tests.

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use tokio::sync::watch;

/// Gives the current instant and waits for a later one. Clones share the same hands.
#[derive(Clone, Debug)]
pub struct Clock {
    hands: Arc<watch::Sender<Hands>>,
}

#[derive(Clone, Copy, Debug)]
enum Hands {
    /// The system's time plus an offset (zero in production, moved by a demo).
    Running { ahead: TimeDelta },
    /// Stands still until it is moved.
    Frozen { at: DateTime<Utc> },
}

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self::with(Hands::Running {
            ahead: TimeDelta::zero(),
        })
    }

    /// A clock that stands at `at` until [`Clock::advance`] moves it.
    #[must_use]
    pub fn frozen(at: DateTime<Utc>) -> Self {
        Self::with(Hands::Frozen { at })
    }

    fn with(hands: Hands) -> Self {
        Self {
            hands: Arc::new(watch::Sender::new(hands)),
        }
    }

    /// The current instant in whole microseconds, which is what both databases keep.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let hands = *self.hands.borrow();
        hands.read()
    }

    /// Moves the clock by `by`; whoever sleeps on it looks again.
    pub fn advance(&self, by: TimeDelta) {
        self.hands.send_modify(|hands| match hands {
            Hands::Running { ahead } => *ahead += by,
            Hands::Frozen { at } => *at += by,
        });
    }

    /// How far this clock is ahead of the system's; zero for one that was never moved.
    #[must_use]
    pub fn ahead(&self) -> TimeDelta {
        self.now() - Hands::system()
    }

    /// Returns when the clock shows `until` or later.
    pub async fn sleep_until(&self, until: DateTime<Utc>) {
        let mut moved = self.hands.subscribe();
        loop {
            let hands = *moved.borrow_and_update();
            let left = until - hands.read();
            if left <= TimeDelta::zero() {
                return;
            }
            match hands {
                Hands::Running { .. } => {
                    let left = left.to_std().unwrap_or_default();
                    tokio::select! {
                        () = tokio::time::sleep(left) => {}
                        _ = moved.changed() => {}
                    }
                }
                // The sender lives in `self`, so waiting for it cannot fail.
                Hands::Frozen { .. } => drop(moved.changed().await),
            }
        }
    }

    /// Returns after `duration` on this clock.
    pub async fn sleep(&self, duration: TimeDelta) {
        self.sleep_until(self.now() + duration).await;
    }
}

/// A clock that differs by more than this from one that nobody sets was set, or its machine slept.
const SET: TimeDelta = TimeDelta::seconds(60);

/// Compares a clock with one that nobody sets.
#[derive(Debug)]
pub struct Steady {
    shown: DateTime<Utc>,
    since: Instant,
}

impl Steady {
    /// From now on.
    #[must_use]
    pub fn beside(clock: &Clock) -> Self {
        Self {
            shown: clock.now(),
            since: Instant::now(),
        }
    }

    /// How far the clock was set ahead, or back if it is negative, since this was asked last; `None` if it was not.
    pub fn jump(&mut self, clock: &Clock) -> Option<TimeDelta> {
        let before = std::mem::replace(self, Self::beside(clock));
        let passed = TimeDelta::from_std(self.since - before.since).unwrap_or(TimeDelta::MAX);
        let jump = (self.shown - before.shown) - passed;
        (jump.abs() > SET).then_some(jump)
    }
}

impl Hands {
    fn read(self) -> DateTime<Utc> {
        match self {
            Self::Running { ahead } => Self::system() + ahead,
            Self::Frozen { at } => at,
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the edge that reads the system's clock"
    )]
    fn system() -> DateTime<Utc> {
        Utc::now().trunc_subsecs(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_frozen_clock_moves_only_when_told_and_wakes_sleepers() {
        let start = DateTime::UNIX_EPOCH;
        let clock = Clock::frozen(start);
        let sleeper = tokio::spawn({
            let clock = clock.clone();
            async move {
                clock.sleep_until(start + TimeDelta::days(1)).await;
                clock.now()
            }
        });
        assert_eq!(clock.now(), start);
        clock.advance(TimeDelta::days(2));
        assert_eq!(sleeper.await.unwrap(), start + TimeDelta::days(2));
    }

    #[test]
    fn a_clock_that_is_set_is_seen_once() {
        let clock = Clock::frozen(DateTime::UNIX_EPOCH);
        let mut steady = Steady::beside(&clock);
        assert_eq!(steady.jump(&clock), None);
        for days in [2, -1] {
            clock.advance(TimeDelta::days(days));
            let jump = steady.jump(&clock).map(|jump| jump.num_hours());
            // The little time that passed meanwhile is no hour.
            assert!(
                jump.is_some_and(|jump| (jump - days * 24).abs() <= 1),
                "{jump:?}"
            );
            assert_eq!(steady.jump(&clock), None);
        }
    }
}
