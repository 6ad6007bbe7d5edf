//! How somebody is told of what is due: what they choose comes in, how it is from now on and when the next message comes
//! go out.
//!
//! It holds back no danger: that reaches who works here at any hour. A family is never written to outside of what it
//! chose.

use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::absence::{self, InAbsence};
use super::access::{Action, Relation, may};
use super::coming;
use super::due::civil::{WEEK, Weekdays};
use super::due::hours::{SHORTEST, Span};
use super::due::preference::{Habit, Preference};
use super::effect::{Effect, Object};
use super::event::{Event, Happened};
use super::form::read;
use super::people::{Person, Role};
use super::place::{Place, zone_chosen, zone_named};
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::step::{go, old_button, show_at};
use super::world::World;

/// Hours of the morning that are offered; any other time is typed.
const MORNINGS: [u32; 7] = [6, 7, 8, 9, 10, 11, 12];
/// When quiet hours begin and end.
const QUIET_FROM: [u32; 6] = [18, 19, 20, 21, 22, 23];
const QUIET_UNTIL: [u32; 6] = [5, 6, 7, 8, 9, 10];
/// When the hours of a family begin and end.
const SAFE_FROM: [u32; 7] = [6, 8, 10, 12, 14, 16, 18];
const SAFE_UNTIL: [u32; 7] = [9, 12, 14, 16, 18, 20, 22];
/// Whoever wants to be told before this ends their quiet hours then.
const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("a time of the day");

/// What a button says about how somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InPreference {
    /// How it is now.
    Show,
    /// Ask for this.
    Ask(Asked),
    /// The day's reminders come at this time.
    Morning(NaiveTime),
    /// The day with this number, Monday 0, is one of those, or no longer.
    Day(u8, bool),
    /// The hours begin then, in the words of the question.
    From(NaiveTime),
    /// They go from the one to the other.
    Between(NaiveTime, NaiveTime),
    /// Ask for the time zone.
    Zone,
    /// As the programme does.
    AsUsual,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// The hour of the day's reminders.
    Morning,
    /// The days.
    Days,
    /// When the quiet hours begin; of a family, when the others do.
    From,
    /// When they end, if they begin then.
    Until(NaiveTime),
}

/// A press about it.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InPreference) -> Vec<Effect> {
    let before = person.preference;
    match what {
        InPreference::Show => go(world, event, Place::Preferences),
        InPreference::Ask(asked) if fits(person, asked) => {
            go(world, event, Place::Preferring { asked })
        }
        InPreference::Ask(_) => old_button(world, event),
        InPreference::Zone => go(world, event, Place::Zones),
        InPreference::AsUsual
            if world.chat.place == Place::Preferences && before != Preference::default() =>
        {
            set(world, event, person, Preference::default())
        }
        // What is asked for is answered where it is asked: the same button again does nothing more.
        InPreference::Morning(time) if is_asked(world, Asked::Morning) => {
            morning(world, event, person, time)
        }
        InPreference::Day(day, on) if is_asked(world, Asked::Days) => {
            days(world, event, person, day, on)
        }
        InPreference::From(from) if is_asked(world, Asked::From) => {
            let asked = Asked::Until(from);
            go(world, event, Place::Preferring { asked })
        }
        InPreference::Between(from, until) if is_asked(world, Asked::Until(from)) => {
            let open = Span { from, until };
            let open = match person.role {
                Role::Family => open,
                Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
                    open.rest()
                }
            };
            if open.length() < SHORTEST {
                return slip(world, event, Asked::From, Line::HoursTooShort);
            }
            let open = Some(open);
            set(world, event, person, Preference { open, ..before })
        }
        InPreference::Morning(_)
        | InPreference::Day(..)
        | InPreference::From(_)
        | InPreference::Between(..)
        | InPreference::AsUsual => old_button(world, event),
    }
}

/// Something else than a press where a time is asked for: a typed time.
#[must_use]
pub fn typed(world: &World, event: &Event, person: &Person, asked: Asked) -> Vec<Effect> {
    let time = match &event.happened {
        Happened::Text { text, .. } => read::time(text).ok(),
        _ => None,
    };
    let press_of = |what| press(world, event, person, what);
    match (asked, time) {
        (Asked::Morning, Some(time)) => press_of(InPreference::Morning(time)),
        (Asked::From, Some(time)) => press_of(InPreference::From(time)),
        (Asked::Until(from), Some(time)) => press_of(InPreference::Between(from, time)),
        (Asked::Days, _) => slip(world, event, asked, Line::NoSuchChoice),
        (Asked::Morning | Asked::From | Asked::Until(_), None) => {
            slip(world, event, asked, Line::NotATime)
        }
    }
}

/// Somebody who has a zone chooses another one.
#[must_use]
pub fn zone(world: &World, event: &Event, person: &Person, chosen: Option<u16>) -> Vec<Effect> {
    let chosen = zone_chosen(chosen, world.programme.zone);
    match chosen.filter(|_| world.chat.place == Place::Zones) {
        Some(zone) => move_to(world, event, person, zone),
        None => old_button(world, event),
    }
}

/// Somebody who has a zone types where they are.
#[must_use]
pub fn typed_zone(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let named = match &event.happened {
        Happened::Text { text, .. } => zone_named(text),
        _ => None,
    };
    match named {
        Some(zone) => move_to(world, event, person, zone),
        None => {
            let screen = super::step::screen(world, event, &Place::Zones);
            show_at(Place::Zones, screen.headed(Line::ZoneUnknown))
        }
    }
}

/// How this person is told now.
#[must_use]
pub fn screen(world: &World, at: DateTime<Utc>) -> Screen {
    let Some(person) = &world.person else {
        return Screen::gone();
    };
    let Habit {
        morning,
        days,
        open,
    } = habit(world, person);
    let next = Line::NextTold(coming::coming(world, person, at));
    let ask = |asked| Press::Preference(InPreference::Ask(asked));
    let mut screen = Screen::of([Line::PreferencesTitle]);
    match person.role {
        Role::Family => {
            let told = Line::ToldBetween { days, open };
            screen.lines.extend([told, next, Line::OnlyThen]);
            screen = screen
                .button(Label::ChooseDays, ask(Asked::Days))
                .button(Label::ChooseHours, ask(Asked::From));
        }
        Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
            let told = Line::ToldFrom {
                days,
                morning,
                open,
            };
            screen.lines.extend([told, next]);
            if person.role != Role::Volunteer {
                screen.lines.push(Line::DangerAnyHour);
            }
            screen = screen
                .button(Label::ChooseMorning, ask(Asked::Morning))
                .button(Label::ChooseDays, ask(Asked::Days))
                .button(Label::ChooseQuiet, ask(Asked::From));
        }
    }
    screen = screen
        .button(Label::Languages, Press::Languages)
        .button(Label::TimeZone, Press::Preference(InPreference::Zone));
    if absence::may_be_away(person) {
        screen = screen.button(Label::Away, Press::Absence(InAbsence::Ask));
    }
    if person.preference != Preference::default() {
        let as_usual = Press::Preference(InPreference::AsUsual);
        screen = screen.button(Label::AsUsual, as_usual);
    }
    screen.button(Label::Menu, Press::Menu)
}

/// What is asked for.
#[must_use]
pub fn asking(world: &World, asked: Asked) -> Screen {
    let Some(person) = &world.person else {
        return Screen::gone();
    };
    let family = person.role == Role::Family;
    let (line, offered): (Line, &[u32]) = match (asked, family) {
        (Asked::Days, _) => return asking_days(world, person),
        (Asked::Morning, _) => (Line::AskMorning, &MORNINGS),
        (Asked::From, true) => (Line::AskSafeFrom, &SAFE_FROM),
        (Asked::From, false) => (Line::AskQuietFrom, &QUIET_FROM),
        (Asked::Until(_), true) => (Line::AskUntil, &SAFE_UNTIL),
        (Asked::Until(_), false) => (Line::AskUntil, &QUIET_UNTIL),
    };
    let times = offered.iter().map(|&hour| Span::of_hours(hour, hour).from);
    let mut screen = Screen::of([line]);
    for time in times {
        let what = match asked {
            Asked::Morning => InPreference::Morning(time),
            Asked::Days | Asked::From => InPreference::From(time),
            // A family's hours do not go past midnight on a button.
            Asked::Until(from) if family && time <= from => continue,
            Asked::Until(from) => InPreference::Between(from, time),
        };
        screen = screen.button(Label::Time(time), Press::Preference(what));
    }
    screen.button(Label::Back, Press::Preference(InPreference::Show))
}

fn asking_days(world: &World, person: &Person) -> Screen {
    let days = habit(world, person).days;
    let mut screen = Screen::of([Line::AskDays]);
    for (number, day) in (0u8..).zip(WEEK) {
        let on = days.contains(day);
        let press = Press::Preference(InPreference::Day(number, !on));
        screen = screen.button(Label::DayTicked { day, on }, press);
    }
    screen.button(Label::Back, Press::Preference(InPreference::Show))
}

fn morning(world: &World, event: &Event, person: &Person, time: NaiveTime) -> Vec<Effect> {
    let open = habit(world, person).open;
    let mut preference = person.preference;
    preference.morning = Some(time);
    if !open.contains(time) {
        if time >= NOON || time >= open.from {
            return slip(world, event, Asked::Morning, Line::InQuietHours);
        }
        preference.open = Some(Span { from: time, ..open });
    }
    set(world, event, person, preference)
}

fn days(world: &World, event: &Event, person: &Person, day: u8, on: bool) -> Vec<Effect> {
    let before = habit(world, person).days;
    let numbered = (0u8..).zip(WEEK);
    let after: Weekdays = numbered
        .filter(|(number, known)| match *number == day {
            true => on,
            false => before.contains(*known),
        })
        .map(|(_, known)| known)
        .collect();
    if after == Weekdays::NONE {
        return slip(world, event, Asked::Days, Line::OneDayAtLeast);
    }
    let days = Some(after);
    let preference = Preference {
        days,
        ..person.preference
    };
    let Some(after) = preferring(world, person, preference) else {
        return old_button(world, event);
    };
    let asked = Asked::Days;
    let mut effects = changed(person, Effect::SetPreference(preference));
    effects.extend(show_at(Place::Preferring { asked }, asking(&after, asked)));
    effects
}

fn set(world: &World, event: &Event, person: &Person, preference: Preference) -> Vec<Effect> {
    let Some(after) = preferring(world, person, preference) else {
        return old_button(world, event);
    };
    let mut effects = changed(person, Effect::SetPreference(preference));
    let screen = screen(&after, event.at).headed(Line::PreferenceSet);
    effects.extend(show_at(Place::Preferences, screen));
    effects
}

fn move_to(world: &World, event: &Event, person: &Person, zone: Tz) -> Vec<Effect> {
    let Some(mut after) = preferring(world, person, person.preference) else {
        return old_button(world, event);
    };
    if let Some(person) = &mut after.person {
        person.zone = Some(zone);
    }
    let mut effects = changed(person, Effect::SetZone(zone));
    let screen = screen(&after, event.at).headed(Line::ZoneSet(zone));
    effects.extend(show_at(Place::Preferences, screen));
    effects
}

/// The world in which this person prefers this, if they may.
fn preferring(world: &World, person: &Person, preference: Preference) -> Option<World> {
    let allowed = may(person, Relation::Own, Action::ChangeSelf);
    let possible = preference.hours(
        person.role,
        &world.programme.profile,
        person.zone.unwrap_or(Tz::UTC),
    );
    let mut after = world.clone();
    after.person = Some(Person {
        preference,
        ..person.clone()
    });
    (allowed && possible.is_some()).then_some(after)
}

fn changed(person: &Person, effect: Effect) -> Vec<Effect> {
    let note = Effect::note(Action::ChangeSelf, Object::Person(person.id));
    vec![effect, note]
}

fn slip(world: &World, event: &Event, asked: Asked, line: Line) -> Vec<Effect> {
    let place = Place::Preferring { asked };
    let screen = super::step::screen(world, event, &place).headed(line);
    show_at(place, screen)
}

fn is_asked(world: &World, asked: Asked) -> bool {
    world.chat.place == Place::Preferring { asked }
}

/// A family chooses its hours, not an hour of the morning.
fn fits(person: &Person, asked: Asked) -> bool {
    match asked {
        Asked::Morning => person.role != Role::Family,
        Asked::Days | Asked::From => true,
        // Asked only after the one before.
        Asked::Until(_) => false,
    }
}

fn habit(world: &World, person: &Person) -> Habit {
    let profile = &world.programme.profile;
    person.preference.habit(person.role, profile)
}
