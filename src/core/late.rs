//! What is late in a team, what of it nobody was told in time, and who is quiet: the team's things and people come in; a
//! list goes out, person by person, the longest late first.
//!
//! What a family decides or promised is not on it. Of which case something is learns only who sees the case; a manager
//! reads how much there is.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, may, may_with};
use super::case::Case;
use super::due::civil;
use super::due::obligation::{Because, Rule};
use super::due::window::Window;
use super::effect::{Effect, Object};
use super::event::Event;
use super::id::{MemberId, ObligationId, PersonId, TeamId};
use super::menu::is_visited;
use super::people::{Person, Recipient};
use super::place::Place;
use super::press::Press;
use super::screen::{BUTTONS_PER_PAGE, Button, Label, Line, Screen, page};
use super::stage::Stage;
use super::step::{go, old_button};
use super::world::World;
use super::{asking_after, away_for, pause};

/// Somebody is quiet who sent no report for longer than so many times the shortest time between visits of their cases.
const QUIET_PACES: u16 = 2;

/// Something of a team that is late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateThing {
    /// Which.
    pub id: ObligationId,
    /// The rule.
    pub rule: Rule,
    /// When it may be done.
    pub window: Window,
    /// Why then.
    pub because: Because,
    /// Of which case, as the asking person stands to it.
    pub case: Case,
    /// Those who work here and are to do it; nobody if nobody has it.
    pub with: Vec<Doer>,
}

/// Somebody who is to do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doer {
    /// Who.
    pub person: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// Their place in the case, if they have one.
    pub place: Option<MemberId>,
    /// The day on which they are, or were, back; none if they said no such day.
    pub back_on: Option<NaiveDate>,
    /// Whether what they were to be told of it had become of no use, and they were told nothing of it.
    pub untold: bool,
    /// When they were last asked how it goes with it.
    pub asked_at: Option<DateTime<Utc>>,
    /// When they were sent messages that they had not asked for, in the last two days; not known on lists.
    pub pushed: Vec<DateTime<Utc>>,
    /// When they last did something in an open draft; not known on lists.
    pub touched_at: Option<DateTime<Utc>>,
    /// Where they are told, if they can be reached there now.
    pub to: Option<Recipient>,
}

/// A volunteer or caseworker of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Who.
    pub person: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// The day on which they are, or were, back; none if they said no such day.
    pub back_on: Option<NaiveDate>,
    /// When they sent their newest report.
    pub heard_at: Option<DateTime<Utc>>,
    /// Their cases, each with since when, if that is known.
    pub cases: Vec<(Option<DateTime<Utc>>, Case)>,
}

/// What a button of the list, or of what it leads to, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InLate {
    /// Show the teams.
    Teams,
    /// Show the list of a team; the page counts from 0.
    List(TeamId, u16),
    /// Show one thing of it.
    Show(ObligationId),
    /// Ask those who are to do it how it goes.
    Ask(ObligationId),
    /// Show somebody of it.
    Person(PersonId),
    /// Somebody is away: until when?
    Away(PersonId),
    /// They are back on this day.
    AwayUntil(PersonId, NaiveDate),
}

/// A press about it.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InLate) -> Vec<Effect> {
    match what {
        InLate::Teams if may(person, Relation::Foreign, Action::Oversee) => {
            go(world, event, Place::LateTeams)
        }
        InLate::List(team, page) if oversees(person, team) => {
            let mut effects = vec![Effect::note(Action::Oversee, Object::Programme)];
            effects.extend(go(world, event, Place::Late { team, page }));
            effects
        }
        InLate::Teams | InLate::List(..) => old_button(world, event),
        InLate::Show(obligation) => asking_after::show(world, event, person, obligation),
        InLate::Ask(obligation) => asking_after::ask(world, event, person, obligation),
        InLate::Person(who) => away_for::show(world, event, person, who),
        InLate::Away(who) => away_for::ask(world, event, person, who),
        InLate::AwayUntil(who, day) => away_for::until(world, event, person, who, day),
    }
}

/// The way to the list, for whoever may read one.
#[must_use]
pub fn way(person: &Person) -> Option<Button> {
    let own = person.team.filter(|&team| oversees(person, team));
    let press = match own {
        Some(team) => InLate::List(team, 0),
        None if may(person, Relation::Foreign, Action::Oversee) => InLate::Teams,
        None => return None,
    };
    Some(Button {
        label: Label::LateAndQuiet,
        press: Press::Late(press),
    })
}

/// The teams, to somebody who oversees them all.
#[must_use]
pub fn teams(world: &World) -> Screen {
    let person = world.person.as_ref();
    let oversees = |team: TeamId| person.is_some_and(|person| oversees(person, team));
    let teams = world.teams.iter().filter(|(team, _)| oversees(*team));
    let screen = teams.fold(Screen::of([Line::AskWhichTeam]), |screen, (team, name)| {
        screen.button(
            Label::Team(name.clone()),
            Press::Late(InLate::List(*team, 0)),
        )
    });
    screen.button(Label::Menu, Press::Menu)
}

/// The list of a team.
#[must_use]
pub fn list(world: &World, at: DateTime<Utc>, team: TeamId, shown: u16) -> Screen {
    let person = world.person.as_ref();
    let Some(person) = person.filter(|person| oversees(person, team)) else {
        return Screen::gone();
    };
    let groups = groups(world, at);
    if groups.is_empty() {
        return Screen::of([Line::NothingLate]).button(Label::Menu, Press::Menu);
    }
    let entries: Vec<(&Group, Entry)> = groups
        .iter()
        .flat_map(|group| {
            group
                .entries(person)
                .into_iter()
                .map(move |one| (group, one))
        })
        .collect();
    let mut screen = Screen::of([Line::LateTitle]);
    screen.protected = true;
    let turn = |page| Press::Late(InLate::List(team, page));
    let (listed, turns) = page(&entries, shown, BUTTONS_PER_PAGE, turn);
    let mut before = None;
    let mut quiet = false;
    for (_, (group, entry)) in listed {
        if before != Some(group.person) {
            before = Some(group.person);
            screen.lines.push(group.head(world, at));
        }
        quiet |= group.quiet_since.is_some();
        match entry {
            Entry::Count => {
                screen.lines.extend(group.quiet_since.map(Line::QuietSince));
                screen.lines.extend(group.counted());
            }
            Entry::Quiet(day) => {
                screen.lines.push(Line::QuietSince(*day));
                screen = screen.row(group.way().into_iter().collect());
            }
            Entry::Thing(one) => {
                let (thing, code) = (one.thing, one.thing.case.code.clone());
                screen.lines.push(Line::LateThing {
                    rule: thing.rule,
                    code: code.clone(),
                    days: one.days,
                    untold: one.untold,
                });
                let label = Label::Reminder {
                    rule: thing.rule,
                    code,
                    late: true,
                };
                screen = screen.button(label, Press::Late(InLate::Show(thing.id)));
            }
        }
    }
    screen.lines.extend(quiet.then_some(Line::QuietMeans));
    screen.row(turns).button(Label::Menu, Press::Menu)
}

/// Since when somebody of the team is quiet, if they are.
#[must_use]
pub fn quiet_since(world: &World, who: PersonId, at: DateTime<Utc>) -> Option<NaiveDate> {
    let worker = worker(world, who)?;
    let today = world.today(at);
    let visited = worker.cases.iter().filter(|(_, case)| {
        let closed = case.stage == Stage::Closed || case.unsent;
        !closed && is_visited(world, case) && pause::now(case, at).is_none()
    });
    // Nothing was expected of them while a case rested.
    let since = |(since, case): &(Option<DateTime<Utc>>, Case)| {
        let began = since.map_or(case.opened_on, |since| civil::day_of(since, case.zone));
        case.pause.map_or(began, |pause| began.max(pause.until))
    };
    let paces = &world.programme.profile.visits;
    let pace = visited
        .clone()
        .map(|(_, case)| case.visit_every_days(today, paces))
        .min()?;
    let began = visited.map(since).min()?;
    let heard = worker.heard_at.map(|heard_at| world.today(heard_at));
    let known = [heard, worker.back_on];
    let since = known.into_iter().flatten().fold(began, NaiveDate::max);
    let silent = (today - since).num_days();
    (silent > i64::from(pace.saturating_mul(QUIET_PACES))).then_some(since)
}

/// How many days late something is, by the days of its case; 0 if it is not.
#[must_use]
pub fn days_late(thing: &LateThing, at: DateTime<Utc>) -> u16 {
    let days = (civil::day_of(at, thing.case.zone) - thing.window.due).num_days();
    u16::try_from(days.max(0)).unwrap_or(u16::MAX)
}

/// Whether this person reads the list of this team.
fn oversees(person: &Person, team: TeamId) -> bool {
    let relation = Relation::to_case_of(person, team, None);
    may(person, relation, Action::Oversee)
}

/// All of the list that is one person's, or nobody's.
struct Group<'a> {
    person: Option<PersonId>,
    name: Option<&'a str>,
    back_on: Option<NaiveDate>,
    quiet_since: Option<NaiveDate>,
    cases: u16,
    things: Vec<Listed<'a>>,
}

struct Listed<'a> {
    thing: &'a LateThing,
    days: u16,
    untold: bool,
}

enum Entry<'a> {
    /// Only how much it is.
    Count,
    Quiet(NaiveDate),
    Thing(&'a Listed<'a>),
}

fn groups(world: &World, at: DateTime<Utc>) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<Option<PersonId>, Group<'_>> = BTreeMap::new();
    let begun = |person, name, back_on| Group {
        person,
        name,
        back_on,
        quiet_since: person.and_then(|who| quiet_since(world, who, at)),
        cases: person
            .and_then(|who| worker(world, who))
            .map_or(0, cases_of),
        things: Vec::new(),
    };
    for worker in &world.leading.workers {
        let person = Some(worker.person);
        let group = begun(person, Some(worker.name.as_str()), worker.back_on);
        if group.quiet_since.is_some() {
            groups.insert(person, group);
        }
    }
    let late = world.leading.late.iter().filter(|thing| is_of_work(thing));
    let late = late.map(|thing| (thing, days_late(thing, at)));
    for (thing, days) in late.filter(|(_, days)| *days > 0) {
        let listed = |untold| Listed {
            thing,
            days,
            untold,
        };
        for doer in &thing.with {
            let (person, name) = (Some(doer.person), Some(doer.name.as_str()));
            let group = groups.entry(person);
            let group = group.or_insert_with(|| begun(person, name, doer.back_on));
            group.things.push(listed(doer.untold));
        }
        if thing.with.is_empty() {
            let group = groups.entry(None);
            let group = group.or_insert_with(|| begun(None, None, None));
            group.things.push(listed(false));
        }
    }
    let mut groups: Vec<Group<'_>> = groups.into_values().collect();
    for group in &mut groups {
        let things = &mut group.things;
        things.sort_by(|a, b| {
            let longer = b.days.cmp(&a.days);
            longer.then_with(|| a.thing.case.code.cmp(&b.thing.case.code))
        });
    }
    groups.sort_by_key(|group| (Reverse(group.longest()), group.quiet_since, group.name));
    groups
}

fn worker(world: &World, who: PersonId) -> Option<&Worker> {
    let mut workers = world.leading.workers.iter();
    workers.find(|worker| worker.person == who)
}

fn cases_of(worker: &Worker) -> u16 {
    u16::try_from(worker.cases.len()).unwrap_or(u16::MAX)
}

/// Whether it is for somebody who works here: a family decides when it likes, and what it promised is its own.
fn is_of_work(thing: &LateThing) -> bool {
    match thing.rule {
        Rule::Decide => false,
        Rule::Promise => !thing.with.is_empty(),
        Rule::Visit
        | Rule::Review
        | Rule::FollowUp
        | Rule::Answer
        | Rule::AfterCare
        | Rule::Document
        | Rule::Quiet => true,
    }
}

impl Group<'_> {
    fn longest(&self) -> u16 {
        let days = self.things.iter().map(|one| one.days);
        days.max().unwrap_or_default()
    }

    fn entries(&self, person: &Person) -> Vec<Entry<'_>> {
        if !may(person, Relation::Team, Action::SeeCase) {
            return vec![Entry::Count];
        }
        let seen = |one: &&Listed<'_>| may_with(person, &one.thing.case, Action::SeeCase);
        let things = self.things.iter().filter(seen).map(Entry::Thing);
        let quiet = self.quiet_since.map(Entry::Quiet);
        quiet.into_iter().chain(things).collect()
    }

    fn head(&self, world: &World, at: DateTime<Utc>) -> Line {
        match self.name {
            Some(name) => with(world, at, name, self.back_on),
            None => Line::LateWithNobody,
        }
    }

    fn counted(&self) -> Option<Line> {
        let things = u16::try_from(self.things.len()).unwrap_or(u16::MAX);
        (things > 0).then(|| Line::LateCount {
            things,
            days: self.longest(),
        })
    }

    /// The way to the person.
    fn way(&self) -> Option<Button> {
        Some(Button {
            label: Label::Colleague {
                name: self.name?.to_owned(),
                cases: self.cases,
                away: None,
            },
            press: Press::Late(InLate::Person(self.person?)),
        })
    }
}

/// Who it is with, and until when they are away, if they are.
#[must_use]
pub fn with(world: &World, at: DateTime<Utc>, name: &str, back_on: Option<NaiveDate>) -> Line {
    let name = name.to_owned();
    match back_on.filter(|&day| day > world.today(at)) {
        Some(day) => Line::AwayUntil { name, day },
        None => Line::LateWith(name),
    }
}
