//! All that is to be told to somebody comes in; when the next message comes goes out.

use chrono::{DateTime, Utc};

use super::absence;
use super::due::civil;
use super::due::hours::Urgency;
use super::due::preference::moved;
use super::due::pushes::{self, Item, Listener};
use super::id::ObligationId;
use super::people::Person;
use super::reminding::{concerns, hours, morning, working};
use super::world::World;

/// When the next message of this kind comes, of what is known to come, if this person prefers this and is in this zone.
#[must_use]
pub fn coming(world: &World, person: &Person, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let morning = morning(world, person);
    // Each person's own few minutes after it are nothing to count on.
    let hours = hours(world, person)?.told_at(morning);
    let morning_of = |day| civil::at(day, morning, world.zone());
    let back = absence::away(world, now).map(morning_of);
    let working = working(world, person);
    let known = world.reminders.due.iter();
    let open = known.filter_map(|reminder| {
        let next = reminder.next.filter(|_| concerns(person, reminder))?;
        let at = match reminder.again {
            true => next.at,
            false => {
                let at = moved(next, morning, world.zone(), now);
                let day = world.today(at);
                match working.is_off(day) {
                    true => morning_of(working.on_or_after(day)),
                    false => at,
                }
            }
        };
        Some(Item {
            key: reminder.id,
            at: back.map_or(at, |back| at.max(back)),
            urgency: Urgency::Routine,
        })
    });
    let open: Vec<Item<ObligationId>> = open.collect();
    let listener = Listener {
        person: person.id,
        hours: &hours,
        touched_at: None,
        pushed: &world.reminders.pushed,
    };
    let next = pushes::next(&open, listener, &world.programme.profile.caps, now);
    next.map(|push| push.at)
}
