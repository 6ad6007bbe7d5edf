//! Something that is due and one of those who are told of it come in; when they are told next, and on which rung, goes
//! out.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::super::civil;
use super::super::holidays::Working;
use super::super::ladder::{Call, Open, Rung, Told};
use super::super::missed;
use super::super::preference::TheirHabit;
use super::super::profile::Profile;
use super::{Facts, Obligation};
use crate::core::id::PersonId;

/// One of those who are told, with the days and the hour at which they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hearer<'a> {
    /// As what.
    pub told: Told,
    /// Their zone.
    pub zone: Tz,
    /// Their morning.
    pub morning: NaiveTime,
    /// Their days.
    pub working: Working<'a>,
}

impl Facts {
    /// Somebody who is told, as this. Whoever did not say where they are is where the case is.
    #[must_use]
    pub fn hearer<'a>(&self, person: PersonId, told: Told, profile: &'a Profile) -> Hearer<'a> {
        let zone = self.found.case.zone;
        let Some(habit) = self.people.habits.get(&person) else {
            return Hearer {
                told,
                zone,
                morning: profile.morning,
                working: Working::EVERY_DAY,
            };
        };
        let TheirHabit {
            zone: theirs,
            role,
            preference,
        } = habit;
        Hearer {
            told,
            zone: theirs.unwrap_or(zone),
            morning: preference.habit(*role, profile).morning,
            working: preference.working(*role, profile),
        }
    }
}

/// When somebody is told of it who was not so far, or not after this rung. What has come due already is told on the next
/// morning of a working day, for whoever changed the case knows; and then it counts for that day, however late it is:
/// nobody told this person before.
#[must_use]
pub fn first_call(
    obligation: &Obligation,
    hearer: Hearer<'_>,
    profile: &Profile,
    last: Option<Rung>,
    now: DateTime<Utc>,
) -> Option<Call> {
    let later = now + TimeDelta::microseconds(1);
    let (next, _) = missed::next_daily(hearer.morning, hearer.zone, None, later);
    let on = hearer.working.on_or_after(next);
    let morning = civil::at(on, hearer.morning, hearer.zone);
    let call = next_call(obligation, hearer, profile, last, morning)?;
    if call.at >= morning {
        return Some(call);
    }
    Some(Call {
        rung: call.rung,
        on,
        at: morning,
    })
}

/// When they are told next, after this rung.
#[must_use]
pub fn next_call(
    obligation: &Obligation,
    hearer: Hearer<'_>,
    profile: &Profile,
    last: Option<Rung>,
    now: DateTime<Utc>,
) -> Option<Call> {
    let rungs = obligation.rule.rungs(hearer.told);
    let days = obligation.rule.days(profile);
    days.next(obligation.open(hearer, &rungs), last, now)
}

/// The rung that they are told on who were called on this one and are told on this day. What was held until then takes
/// the place of what comes that day: nobody is told twice of one thing in a day.
#[must_use]
pub fn told_on(
    obligation: &Obligation,
    hearer: Hearer<'_>,
    profile: &Profile,
    called: Rung,
    day: NaiveDate,
) -> Rung {
    let rungs = obligation.rule.rungs(hearer.told);
    let days = obligation.rule.days(profile);
    days.told_on(obligation.open(hearer, &rungs), called, day)
}

/// The rung that they were told on last whose next call is this one; the last of all if there is none.
#[must_use]
pub fn told_before(
    obligation: &Obligation,
    hearer: Hearer<'_>,
    profile: &Profile,
    next: Option<Call>,
) -> Option<Rung> {
    let rungs = obligation.rule.rungs(hearer.told);
    let days = obligation.rule.days(profile);
    match next {
        Some(next) => days.before(obligation.open(hearer, &rungs), next),
        None => rungs.last().copied(),
    }
}

impl Obligation {
    fn open<'a>(&self, hearer: Hearer<'a>, rungs: &'a [Rung]) -> Open<'a> {
        Open {
            due: self.window.due,
            risk: self.risk,
            zone: hearer.zone,
            morning: hearer.morning,
            working: hearer.working,
            rungs,
        }
    }
}
