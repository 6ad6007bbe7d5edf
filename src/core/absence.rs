//! Being away until a day: a day comes in; the supervisors hear of it, and whoever is away is marked so and is not called
//! out of it.
//!
//! Nothing ends an absence but its day or its owner; all that follows from it is derived from that day.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, may};
use super::effect::{Effect, Object};
use super::event::{Event, Happened};
use super::form::read;
use super::giving_back;
use super::handover::InHandOver;
use super::id::PersonId;
use super::people::{Person, Recipient, Role};
use super::place::Place;
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::step::{done_with, go, old_button, show_at};
use super::world::World;

/// Days from today that are offered; any other is typed.
const OFFERED: [u64; 5] = [1, 3, 7, 14, 30];
/// Whoever is away longer leaves, and is invited anew.
const LONGEST: Days = Days::new(366);

/// What a button about being away says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InAbsence {
    /// Ask for the day.
    Ask,
    /// Back on this day.
    BackOn(NaiveDate),
    /// Back now.
    Back,
}

/// One time of being away, as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub said_at: DateTime<Utc>,
    /// The day on which they are back.
    pub back_on: NaiveDate,
    /// When they came back early, or said another day; none if the day itself ends it.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Absence {
    /// Whether it lasted then; `day` is the date on which something happens.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>, day: impl Fn(DateTime<Utc>) -> NaiveDate) -> bool {
        let ended = self.ended_at.is_some_and(|ended_at| ended_at < at);
        self.said_at <= at && day(at) < self.back_on && !ended
    }

    /// The day on which it is over.
    #[must_use]
    pub fn over_on(&self, day: impl Fn(DateTime<Utc>) -> NaiveDate) -> NaiveDate {
        let ended_on = self.ended_at.map(day);
        ended_on.map_or(self.back_on, |ended_on| ended_on.min(self.back_on))
    }
}

/// The newest absence of somebody, of all in the order in which they were said: one of which the day was changed while it
/// lasted is one.
#[must_use]
pub fn newest(
    absences: &[Absence],
    of: PersonId,
    day: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> Option<Absence> {
    let theirs = absences.iter().filter(|absence| absence.person == of);
    theirs.copied().reduce(|before, absence| {
        let goes_on =
            before.ended_at == Some(absence.said_at) && day(absence.said_at) < before.back_on;
        let said_at = if goes_on {
            before.said_at
        } else {
            absence.said_at
        };
        Absence { said_at, ..absence }
    })
}

/// Whether this person says so here: those who have cases or lead, whom somebody else can stand in for.
#[must_use]
pub fn may_be_away(person: &Person) -> bool {
    let works = match person.role {
        Role::Volunteer | Role::Caseworker | Role::Supervisor => true,
        Role::Family | Role::Manager => false,
    };
    works && may(person, Relation::Own, Action::ChangeSelf)
}

/// The day on which the person is back, while it has not come.
#[must_use]
pub fn away(world: &World, at: DateTime<Utc>) -> Option<NaiveDate> {
    let day = world.back_on.filter(|&day| day > world.today(at))?;
    world.person.as_ref().filter(|person| may_be_away(person))?;
    Some(day)
}

/// A press about being away.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InAbsence) -> Vec<Effect> {
    match what {
        InAbsence::Ask => ask(world, event, person),
        InAbsence::BackOn(day) if world.chat.place == Place::Away => {
            leave_until(world, event, person, day)
        }
        InAbsence::BackOn(_) => old_button(world, event),
        InAbsence::Back => back(world, event, person),
    }
}

/// Asks for the day.
#[must_use]
pub fn ask(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if may_be_away(person) {
        go(world, event, Place::Away)
    } else {
        go(world, event, Place::Menu)
    }
}

/// "On which day are you back?"
#[must_use]
pub fn asked(world: &World, at: DateTime<Utc>) -> Screen {
    let today = world.today(at);
    let mut screen = Screen::of([Line::AskBackOn]);
    if let Some(day) = away(world, at) {
        screen = Screen::of([Line::YouAreAway(day), Line::AskBackOn])
            .button(Label::IAmBack, Press::Absence(InAbsence::Back));
    }
    for day in offered(today) {
        screen = screen.button(
            Label::Day { day, today },
            Press::Absence(InAbsence::BackOn(day)),
        );
    }
    screen.button(Label::Menu, Press::Menu)
}

/// The days that are offered.
pub fn offered(today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let days = OFFERED.iter();
    days.filter_map(move |&days| today.checked_add_days(Days::new(days)))
}

/// Whether somebody who goes away today can be back on this day.
#[must_use]
pub fn is_offered(day: NaiveDate, today: NaiveDate) -> bool {
    let last = today.checked_add_days(LONGEST);
    day > today && last.is_some_and(|last| day <= last)
}

/// Something else than a press where the day is asked for: a typed day.
#[must_use]
pub fn typed(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let today = world.today(event.at);
    let day = match &event.happened {
        Happened::Text { text, .. } => read::day(text, &world.vocabulary, today).ok(),
        _ => None,
    };
    match day {
        Some(day) => leave_until(world, event, person, day),
        None => refused(world, event),
    }
}

fn leave_until(world: &World, event: &Event, person: &Person, day: NaiveDate) -> Vec<Effect> {
    if !may_be_away(person) || !is_offered(day, world.today(event.at)) {
        return refused(world, event);
    }
    let mut effects = vec![
        Effect::SetAway {
            person: person.id,
            day,
        },
        Effect::note(Action::ChangeSelf, Object::Person(person.id)),
    ];
    let noted = match world.leading.supervisors.as_slice() {
        [] => Line::YouAreAway(day),
        [_, ..] => Line::AwayNoted(day),
    };
    let mut screen = Screen::of([noted]);
    // Danger must be heard by somebody.
    if person.role == Role::Supervisor && world.duty.is_empty() {
        screen.lines.push(Line::StillOnDuty);
    }
    let screen = screen
        .button(Label::IAmBack, Press::Absence(InAbsence::Back))
        .button(Label::Menu, Press::Menu);
    effects.extend(show_at(Place::Nowhere, screen));
    effects.extend(told_away(world, person.id, &person.name, day));
    effects
}

/// The other supervisors of the team hear that somebody is away.
#[must_use]
pub fn told_away(world: &World, who: PersonId, name: &str, day: NaiveDate) -> Vec<Effect> {
    let name = name.to_owned();
    let theirs = Press::HandOver(InHandOver::GiveAll(who, 0));
    let news = Screen::of([Line::ColleagueAway { name, day }]).button(Label::TheirCases, theirs);
    told(world, &news)
}

fn back(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if away(world, event.at).is_none() {
        return old_button(world, event);
    }
    let mut effects = vec![
        Effect::EndAway,
        Effect::note(Action::ChangeSelf, Object::Person(person.id)),
    ];
    effects.extend(done_with(Line::WelcomeBack));
    let give_back = giving_back::to_returned(world, event.at, person);
    let news = Screen::of([Line::ColleagueBack(person.name.clone())])
        .row(give_back.into_iter().collect())
        .button(Label::TeamPeople, Press::HandOver(InHandOver::Team(0)));
    effects.extend(told(world, &news));
    effects
}

/// The other supervisors of the team, who can give cases to somebody for that time.
fn told(world: &World, screen: &Screen) -> Vec<Effect> {
    let supervisors: &[Recipient] = &world.leading.supervisors;
    let tell = |to| Effect::tell(to, screen);
    supervisors.iter().map(tell).collect()
}

fn refused(world: &World, event: &Event) -> Vec<Effect> {
    let screen = asked(world, event.at).headed(Line::BackOnWrong);
    show_at(Place::Away, screen)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(at: DateTime<Utc>) -> NaiveDate {
        at.date_naive()
    }

    fn said(said_at: &str, back_on: &str, ended_at: Option<&str>) -> Absence {
        Absence {
            person: PersonId(Uuid::from_u128(1)),
            said_at: at(said_at),
            back_on: back_on.parse().unwrap(),
            ended_at: ended_at.map(at),
        }
    }

    fn newest_of(absences: &[Absence]) -> Absence {
        newest(absences, PersonId(Uuid::from_u128(1)), day).unwrap()
    }

    #[test]
    fn an_absence_of_which_the_day_was_changed_is_one() {
        let first = said(
            "2026-03-02T08:00:00Z",
            "2026-03-09",
            Some("2026-03-05T08:00:00Z"),
        );
        let longer = said("2026-03-05T08:00:00Z", "2026-04-16", None);
        let whole = newest_of(&[first, longer]);
        assert!(whole.covers(at("2026-03-03T08:00:00Z"), day));
        assert!(whole.covers(at("2026-04-15T08:00:00Z"), day));
        assert!(!whole.covers(at("2026-04-16T08:00:00Z"), day));
        assert_eq!(whole.over_on(day), "2026-04-16".parse().unwrap());
    }

    #[test]
    fn an_absence_that_was_over_is_another_one() {
        // Its day ended it; the next one marks it so.
        let before = said(
            "2026-03-02T08:00:00Z",
            "2026-03-09",
            Some("2026-06-01T08:00:00Z"),
        );
        let now = said(
            "2026-06-01T08:00:00Z",
            "2026-06-10",
            Some("2026-06-05T08:00:00Z"),
        );
        let newest = newest_of(&[before, now]);
        assert!(!newest.covers(at("2026-03-03T08:00:00Z"), day));
        assert!(newest.covers(at("2026-06-05T08:00:00Z"), day));
        assert!(!newest.covers(at("2026-06-05T08:00:01Z"), day));
        assert_eq!(newest.over_on(day), "2026-06-05".parse().unwrap());
    }
}
