//! What goes wrong on command: takes the faults that were set and a call, gives what shall befall that call.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Everything that can be made to fail; the default is a Telegram in good health.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Every connection of the bot is closed without an answer, and webhooks rest.
    pub outage: bool,
    /// Calls that fail, in order; the first rule that applies decides.
    pub rules: Vec<FaultRule>,
    /// Every update comes twice in its batch, and again with the next batch.
    pub duplicate_updates: bool,
    /// The updates of a batch come in any order.
    pub shuffle_updates: bool,
    /// Telegram's own limits: 30 messages a second overall, 1 a second and short bursts per chat.
    pub flood_limits: bool,
    /// Where chance begins, so that a run can be repeated.
    pub seed: u64,
}

/// A fault of some calls.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRule {
    /// What happens.
    pub fault: Fault,
    /// Only calls of this method, in any letter case.
    #[serde(default)]
    pub method: Option<String>,
    /// How many calls; without it, until cleared.
    #[serde(default)]
    pub count: Option<u32>,
    /// How likely a call is hit, 0 to 1; without it, always.
    #[serde(default)]
    pub probability: Option<f64>,
}

/// What can happen to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// 429, without effect.
    TooManyRequests {
        /// Seconds.
        retry_after: u64,
    },
    /// A gateway's HTML page instead of JSON, without effect.
    ServerError {
        /// 500 or 502.
        status: u16,
    },
    /// The connection closes without an answer, and the call had no effect.
    ResetBefore,
    /// The connection closes without an answer, after the call took effect.
    ResetAfter,
    /// The answer waits before the call takes effect.
    Slow {
        /// Milliseconds of real time.
        delay_ms: u64,
    },
    /// The call takes effect, and half of the answer's body is missing.
    Truncated,
}

/// What befalls one call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Blow {
    pub delay: Option<Duration>,
    pub fault: Option<Fault>,
}

/// The faults in force with their dice.
#[derive(Debug, Default)]
pub(super) struct FaultState {
    faults: Faults,
    dice: u64,
}

impl FaultState {
    pub fn set(&mut self, faults: Faults) {
        self.dice = faults.seed;
        self.faults = faults;
    }

    pub fn get(&self) -> &Faults {
        &self.faults
    }

    /// Decides about a call of `method`, and counts it.
    pub fn strike(&mut self, method: &str) -> Blow {
        let mut blow = Blow::default();
        for index in 0..self.faults.rules.len() {
            let probability = self.faults.rules[index].probability;
            let lucky = probability.is_some_and(|p| self.chance() >= p);
            let rule = &mut self.faults.rules[index];
            let other_method = rule
                .method
                .as_ref()
                .is_some_and(|only| !only.eq_ignore_ascii_case(method));
            let slow = matches!(rule.fault, Fault::Slow { .. });
            if lucky || other_method || rule.count == Some(0) || (blow.fault.is_some() && !slow) {
                continue;
            }
            if let Some(count) = &mut rule.count {
                *count -= 1;
            }
            match rule.fault {
                Fault::Slow { delay_ms } => {
                    blow.delay =
                        Some(blow.delay.unwrap_or_default() + Duration::from_millis(delay_ms));
                }
                fault @ (Fault::TooManyRequests { .. }
                | Fault::ServerError { .. }
                | Fault::ResetBefore
                | Fault::ResetAfter
                | Fault::Truncated) => blow.fault = Some(fault),
            }
        }
        self.faults.rules.retain(|rule| rule.count != Some(0));
        blow
    }

    /// Puts `items` in any order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = usize::try_from(self.next() % (last as u64 + 1)).unwrap_or_default();
            items.swap(last, other);
        }
    }

    fn chance(&mut self) -> f64 {
        // 53 bits fill a double's mantissa.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// SplitMix64: short, and good enough for dice.
    fn next(&mut self) -> u64 {
        self.dice = self.dice.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(
        fault: Fault,
        method: Option<&str>,
        count: Option<u32>,
        probability: Option<f64>,
    ) -> FaultRule {
        FaultRule {
            fault,
            method: method.map(str::to_owned),
            count,
            probability,
        }
    }

    #[test]
    fn rules_count_only_the_calls_that_they_hit() {
        let mut state = FaultState::default();
        state.set(Faults {
            rules: vec![rule(Fault::ResetAfter, Some("sendMessage"), Some(2), None)],
            ..Faults::default()
        });
        let hits = ["getMe", "SENDMESSAGE", "sendMessage", "sendMessage"]
            .map(|method| state.strike(method).fault);
        assert_eq!(
            hits,
            [None, Some(Fault::ResetAfter), Some(Fault::ResetAfter), None]
        );
        assert!(state.get().rules.is_empty());
    }

    #[test]
    fn chance_repeats_with_its_seed() {
        let run = || {
            let mut state = FaultState::default();
            state.set(Faults {
                rules: vec![rule(Fault::Truncated, None, None, Some(0.3))],
                seed: 42,
                ..Faults::default()
            });
            (0..1000)
                .map(|_| state.strike("x").fault.is_some())
                .collect::<Vec<_>>()
        };
        let hits = run().iter().filter(|hit| **hit).count();
        assert!((250..350).contains(&hits), "{hits}");
        assert_eq!(run(), run());
    }
}
