//! What somebody said of how they are told comes in; their hours, their morning and the new moments of what they are told
//! go out.
//!
//! What they did not say is the programme's default. A family says in which hours it may be written to, and is told
//! when they begin; who works here also says at which hour the day's reminders come.

use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil::{self, Weekdays};
use super::holidays::Working;
use super::hours::{Hours, Span};
use super::ladder::Call;
use super::profile::Profile;
use crate::core::people::Role;

/// What somebody said of how they are told; each part is the programme's default while it is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preference {
    /// At which hour the day's reminders come; of those who work here.
    pub morning: Option<NaiveTime>,
    /// On which days.
    pub days: Option<Weekdays>,
    /// Between which times.
    pub open: Option<Span>,
}

/// How somebody is told, whether they said so or the programme did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habit {
    /// When the day's reminders come.
    pub morning: NaiveTime,
    /// On which days.
    pub days: Weekdays,
    /// Between which times.
    pub open: Span,
}

/// What is known of how one of those who may be told is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TheirHabit {
    /// Where they are, if they said so.
    pub zone: Option<Tz>,
    /// As whom they are told.
    pub role: Role,
    /// What they said of it.
    pub preference: Preference,
}

impl Preference {
    /// How somebody of this role is told.
    #[must_use]
    pub fn habit(&self, role: Role, profile: &Profile) -> Habit {
        let (days, open) = match role {
            Role::Family => (profile.family_days, profile.family_hours),
            Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
                (Weekdays::ALL, profile.quiet.rest())
            }
        };
        let open = self.open.unwrap_or(open);
        let morning = self.morning.unwrap_or(profile.morning);
        Habit {
            morning: match open.contains(morning) {
                true => morning,
                false => open.from,
            },
            days: self.days.unwrap_or(days),
            open,
        }
    }

    /// The days on which somebody of this role is told of what is due. Weekend and holidays are those of the people who
    /// work here: a family has days of its own, and the day before a holiday may be the very day on which it has time.
    /// Whoever chose days works on those, be they a weekend.
    #[must_use]
    pub fn working(self, role: Role, profile: &Profile) -> Working<'_> {
        match role {
            Role::Family => Working::EVERY_DAY,
            Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
                Working::of_staff(&profile.calendar, profile.on_holiday, self.days)
            }
        }
    }

    /// The hours in which somebody of this role is written to without having asked. `None` only for hours that nobody
    /// could have chosen.
    #[must_use]
    pub fn hours(&self, role: Role, profile: &Profile, zone: Tz) -> Option<Hours> {
        let habit = self.habit(role, profile);
        match role {
            Role::Family => Hours::of_family(habit.open, habit.days, zone),
            Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
                let hours = Hours::of_staff(habit.open.rest(), habit.days, zone)?;
                Some(match self.morning {
                    Some(_) => hours.told_at(habit.morning),
                    None => hours,
                })
            }
        }
    }
}

/// When something that somebody is still to be told comes, now that their morning or zone is another: on its day, and
/// where that is over on the day to which it was put off. What comes later today stays there; nothing is told earlier
/// than now.
#[must_use]
pub fn moved(call: Call, morning: NaiveTime, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let days = [call.on, civil::day_of(call.at, zone)];
    let mornings = days.map(|day| civil::at(day, morning, zone));
    let to_come = mornings.into_iter().find(|morning| *morning > now);
    to_come.unwrap_or(call.at)
}

#[cfg(test)]
mod tests {
    use super::super::hours::Urgency;
    use super::super::ladder::Rung;
    use super::*;
    use crate::core::id::PersonId;

    const ZONE: Tz = Tz::Africa__Nairobi;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn somebody() -> PersonId {
        PersonId(uuid::Uuid::from_u128(7))
    }

    #[test]
    fn who_said_nothing_is_told_as_the_programme_does() {
        let profile = Profile::default();
        let nothing = Preference::default();
        for role in Role::ALL {
            let habit = nothing.habit(role, &profile);
            assert_eq!(habit.morning, time("08:00:00"), "{role:?}");
            assert_eq!(habit.days, Weekdays::ALL);
            assert_eq!(habit.open, Span::of_hours(8, 20));
        }
    }

    #[test]
    fn what_is_held_comes_at_the_hour_that_was_chosen() {
        let chosen = Preference {
            morning: Some(time("11:00:00")),
            days: Weekdays::parse("mon tue wed thu fri"),
            open: None,
        };
        let hours = chosen.hours(Role::Volunteer, &Profile::default(), ZONE);
        let hours = hours.unwrap();
        let release = |at| hours.release(Urgency::Routine, utc(at), somebody());
        // Saturday and the night before Monday; a thing of Monday afternoon comes at once.
        let monday = utc("2026-03-09T08:00:00Z");
        assert_eq!(release("2026-03-07T05:00:00Z"), monday);
        assert_eq!(release("2026-03-08T22:00:00Z"), monday);
        assert_eq!(release("2026-03-09T10:00:00Z"), utc("2026-03-09T10:00:00Z"));
        let danger = hours.release(Urgency::Danger, utc("2026-03-07T22:00:00Z"), somebody());
        assert_eq!(danger, utc("2026-03-07T22:00:00Z"));
    }

    #[test]
    fn a_family_is_told_when_its_own_hours_begin() {
        let own = Preference {
            morning: None,
            days: None,
            open: Some(Span::of_hours(16, 18)),
        };
        let habit = own.habit(Role::Family, &Profile::default());
        assert_eq!(habit.morning, time("16:00:00"));
    }

    #[test]
    fn what_is_still_to_be_told_moves_to_the_new_morning_of_its_day() {
        let call = |on: &str, at: &str| Call {
            rung: Rung::Today,
            on: on.parse().unwrap(),
            at: utc(at),
        };
        let now = utc("2026-03-05T07:00:00Z");
        for (on, at, expected) in [
            // Of tomorrow.
            ("2026-03-06", "2026-03-06T05:00:00Z", "2026-03-06T08:00:00Z"),
            // Of today.
            ("2026-03-05", "2026-03-05T09:00:00Z", "2026-03-05T08:00:00Z"),
            // Of yesterday, held until tomorrow.
            ("2026-03-04", "2026-03-06T05:30:00Z", "2026-03-06T08:00:00Z"),
        ] {
            let moved = moved(call(on, at), time("11:00:00"), ZONE, now);
            assert_eq!(moved, utc(expected), "{on} {at}");
        }
        // The new hour is over today: it comes when it was to come.
        let later = call("2026-03-05", "2026-03-05T09:00:00Z");
        let moved = moved(later, time("09:00:00"), ZONE, now);
        assert_eq!(moved, utc("2026-03-05T09:00:00Z"));
    }
}
