//! What one person is to be told comes in, with what they were sent; their next message and what it carries go out.
//!
//! Things within a quarter of an hour are one message; at most one an hour and three a day of that person; none in
//! quiet hours, and one digest after them; none while the person is answering something. Danger is outside of all that.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::civil;
use super::hours::{Hours, Urgency};
use crate::core::id::PersonId;

/// Things this close to one another are one message.
pub const TOGETHER: TimeDelta = TimeDelta::minutes(15);
/// A draft that was touched so lately is being answered.
pub const ANSWERING: TimeDelta = TimeDelta::minutes(2);
/// Moves of a message from one rule to the next until it fits all; each goes forward by minutes at least.
const MOVES: usize = 1_000;

/// How many messages a person may be sent that they did not ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caps {
    /// In a day of theirs.
    pub a_day: u16,
    /// At least so far apart.
    pub apart: TimeDelta,
}

impl Default for Caps {
    fn default() -> Self {
        Self {
            a_day: 3,
            apart: TimeDelta::hours(1),
        }
    }
}

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<K> {
    /// What.
    pub key: K,
    /// When it came up, or was put off to.
    pub at: DateTime<Utc>,
    /// How much it presses.
    pub urgency: Urgency,
}

/// Somebody who is told.
#[derive(Clone, Copy, Debug)]
pub struct Listener<'a> {
    /// Who.
    pub person: PersonId,
    /// When they may be written to.
    pub hours: &'a Hours,
    /// When their open draft was touched last, if they have one.
    pub touched_at: Option<DateTime<Utc>>,
    /// When they were sent routine messages that they had not asked for, in the last two days at least, in any order.
    pub pushed: &'a [DateTime<Utc>],
}

/// A message that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Push<K> {
    /// When; a moment that is over is now.
    pub at: DateTime<Utc>,
    /// What it carries, each with a button: one danger, or routine things in the order in which they came up.
    pub carries: Vec<K>,
    /// Whether it counts for the caps.
    pub urgency: Urgency,
}

/// The next message of one person, danger first; `None` if there is nothing to tell. Ask again when it was sent, when
/// something comes up, and when the person touches a draft.
#[must_use]
pub fn next<K: Clone>(
    items: &[Item<K>],
    to: Listener<'_>,
    caps: &Caps,
    now: DateTime<Utc>,
) -> Option<Push<K>> {
    let of = |urgency| items.iter().filter(move |item| item.urgency == urgency);
    let dangers = of(Urgency::Danger).map(|item| (to.ready(item).max(now), item));
    let danger = dangers.min_by_key(|(at, item)| (*at, item.at));
    let routine = routine(of(Urgency::Routine), to, caps, now);
    match (danger, routine) {
        (Some((at, _)), Some(routine)) if routine.at < at => Some(routine),
        (Some((at, item)), _) => Some(Push {
            at,
            carries: vec![item.key.clone()],
            urgency: Urgency::Danger,
        }),
        (None, routine) => routine,
    }
}

fn routine<'a, K: Clone + 'a>(
    items: impl Iterator<Item = &'a Item<K>>,
    to: Listener<'_>,
    caps: &Caps,
    now: DateTime<Utc>,
) -> Option<Push<K>> {
    let mut ready: Vec<(DateTime<Utc>, &Item<K>)> =
        items.map(|item| (to.ready(item), item)).collect();
    let (first, _) = ready.iter().min_by_key(|(at, _)| *at)?;
    let at = to.fits((*first).max(now), caps);
    ready.retain(|(ready, _)| *ready <= at + TOGETHER);
    ready.sort_by_key(|(ready, item)| (*ready, item.at));
    Some(Push {
        at,
        carries: ready
            .into_iter()
            .map(|(_, item)| item.key.clone())
            .collect(),
        urgency: Urgency::Routine,
    })
}

impl Listener<'_> {
    /// When an item could be sent if it were the only one.
    fn ready<K>(&self, item: &Item<K>) -> DateTime<Utc> {
        self.hours.release(item.urgency, item.at, self.person)
    }

    /// The first moment from this one on that all rules for a routine message allow.
    fn fits(&self, from: DateTime<Utc>, caps: &Caps) -> DateTime<Utc> {
        let mut at = from;
        for _ in 0..MOVES {
            let later = self.later(at, caps);
            if later == at {
                break;
            }
            at = later;
        }
        at
    }

    fn later(&self, at: DateTime<Utc>, caps: &Caps) -> DateTime<Utc> {
        if !self.hours.allowed(at) {
            return self.hours.release(Urgency::Routine, at, self.person);
        }
        if let Some(touched_at) = self.touched_at
            && (at - touched_at).abs() < ANSWERING
        {
            return touched_at + ANSWERING;
        }
        // Also what a clock that was set back since then says is still to come.
        let near = self
            .pushed
            .iter()
            .filter(|sent| (at - **sent).abs() < caps.apart);
        if let Some(last) = near.max() {
            return *last + caps.apart;
        }
        let zone = self.hours.zone();
        let day = civil::day_of(at, zone);
        let sent_on = |sent: &&DateTime<Utc>| civil::day_of(**sent, zone) == day;
        let today = self.pushed.iter().filter(sent_on).count();
        if today >= usize::from(caps.a_day) {
            let tomorrow = civil::start_of(civil::add_days(day, 1), zone);
            return self.hours.release(Urgency::Routine, tomorrow, self.person);
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::super::civil::Weekdays;
    use super::super::hours::Span;
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn hours() -> Hours {
        let zone = chrono_tz::Africa::Nairobi;
        Hours::of_staff(Span::of_hours(20, 8), Weekdays::ALL, zone).unwrap()
    }

    fn routine(key: &'static str, at: &str) -> Item<&'static str> {
        Item {
            key,
            at: utc(at),
            urgency: Urgency::Routine,
        }
    }

    fn pushed(
        items: &[Item<&'static str>],
        before: &[&str],
        touched_at: Option<&str>,
        now: &str,
    ) -> (DateTime<Utc>, Vec<&'static str>) {
        let hours = hours();
        let before: Vec<DateTime<Utc>> = before.iter().map(|at| utc(at)).collect();
        let to = Listener {
            person: PersonId(uuid::Uuid::nil()),
            hours: &hours,
            touched_at: touched_at.map(utc),
            pushed: &before,
        };
        let push = next(items, to, &Caps::default(), utc(now)).expect("a message");
        (push.at, push.carries)
    }

    #[test]
    fn things_within_a_quarter_of_an_hour_are_one_message() {
        let items = [
            routine("third", "2026-03-02T09:16:00Z"),
            routine("second", "2026-03-02T09:15:00Z"),
            routine("first", "2026-03-02T09:00:00Z"),
        ];
        let (at, carries) = pushed(&items, &[], None, "2026-03-02T08:00:00Z");
        assert_eq!(
            (at, carries),
            (utc("2026-03-02T09:00:00Z"), vec!["first", "second"])
        );
    }

    #[test]
    fn at_most_one_an_hour_and_three_a_day_of_the_person() {
        let items = [routine("one", "2026-03-02T09:00:00Z")];
        let (at, _) = pushed(
            &items,
            &["2026-03-02T08:30:00Z"],
            None,
            "2026-03-02T09:00:00Z",
        );
        assert_eq!(at, utc("2026-03-02T09:30:00Z"));
        let three = [
            "2026-03-02T05:00:00Z",
            "2026-03-02T06:00:00Z",
            "2026-03-02T07:00:00Z",
        ];
        let (at, _) = pushed(&items, &three, None, "2026-03-02T09:00:00Z");
        let morning = utc("2026-03-03T05:00:00Z");
        assert!(
            morning <= at && at < morning + TimeDelta::minutes(90),
            "{at}"
        );
        // Yesterday evening there is yesterday.
        let two = &["2026-03-01T16:00:00Z", three[0], three[1]];
        let (at, _) = pushed(&items, two, None, "2026-03-02T09:00:00Z");
        assert_eq!(at, utc("2026-03-02T09:00:00Z"));
    }

    #[test]
    fn after_the_night_one_message_carries_all_that_was_held() {
        let items = [
            routine("evening", "2026-03-02T18:00:00Z"),
            routine("night", "2026-03-02T23:00:00Z"),
            routine("morning", "2026-03-03T05:00:00Z"),
        ];
        let (at, carries) = pushed(&items, &[], None, "2026-03-02T18:00:00Z");
        assert!(utc("2026-03-03T05:00:00Z") <= at);
        assert_eq!(carries, ["evening", "night", "morning"]);
        // A restart in the middle of the spreading does not send it early.
        let again = pushed(&items, &[], None, "2026-03-03T05:00:00Z");
        assert_eq!(again, (at, carries));
    }

    #[test]
    fn a_message_waits_while_its_reader_is_answering_and_danger_does_not() {
        let mut items = vec![routine("visit", "2026-03-02T09:00:00Z")];
        let touched = Some("2026-03-02T08:59:00Z");
        let (at, _) = pushed(&items, &[], touched, "2026-03-02T09:00:00Z");
        assert_eq!(at, utc("2026-03-02T09:01:00Z"));
        for at in ["2026-03-02T09:00:30Z", "2026-03-02T09:00:00Z"] {
            items.push(Item {
                key: "danger",
                at: utc(at),
                urgency: Urgency::Danger,
            });
        }
        // Two dangers are two messages.
        let danger = pushed(
            &items,
            &["2026-03-02T08:59:00Z"],
            touched,
            "2026-03-02T09:00:00Z",
        );
        assert_eq!(danger, (utc("2026-03-02T09:00:00Z"), vec!["danger"]));
    }

    #[test]
    fn nothing_to_tell_is_no_message() {
        let hours = hours();
        let to = Listener {
            person: PersonId(uuid::Uuid::nil()),
            hours: &hours,
            touched_at: None,
            pushed: &[],
        };
        let now = utc("2026-03-02T09:00:00Z");
        assert_eq!(next::<u8>(&[], to, &Caps::default(), now), None);
    }
}
