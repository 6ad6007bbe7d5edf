//! Who has a place in a case: a press comes in; places that begin and end, and who is told of it, go out.
//!
//! Places end and are not deleted. What is due follows the case; an open draft stays with whoever wrote it, and can no
//! longer be sent by somebody who has lost the case.
//!
//! Long because a place that moves, its screens and who is told of it are one subject.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, may, may_with};
use super::alert::Note;
use super::card;
use super::case::{Case, CaseInHand, Membership};
use super::effect::{Effect, Object};
use super::event::Event;
use super::form::Phrase;
use super::giving_back;
use super::goal::Task;
use super::id::{CaseId, MemberId, PersonId};
use super::part::VISIT;
use super::pause;
use super::people::{Person, Recipient, Role};
use super::place::Place;
use super::plan::promise;
use super::press::Press;
use super::screen::{BUTTONS_PER_PAGE, Label, Line, Screen, page};
use super::step::{go, old_button, show_at};
use super::world::World;

/// Somebody with a place in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which place.
    pub id: MemberId,
    /// Who.
    pub person: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// As what.
    pub place: Membership,
    /// Whether the family would rather have somebody else.
    pub objected: bool,
    /// Where they are told, if they can be.
    pub to: Option<Recipient>,
}

/// Somebody of the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// As colleagues call them.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// In how many cases they have a place.
    pub cases: u16,
    /// The day on which they are, or were, back; none if they said no such day.
    pub back_on: Option<NaiveDate>,
    /// Where they are told, if they can be.
    pub to: Option<Recipient>,
}

/// A case of somebody else's, with all who have a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The case as the asking person stands to it.
    pub case: Case,
    /// Everybody in it.
    pub places: Vec<Placed>,
}

/// What a button about places says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InHandOver {
    /// Show who is in a case.
    People(CaseId),
    /// Choose who gets a place in a case; the page counts from 0.
    Assign(CaseId, u16),
    /// This person gets one.
    AssignTo(CaseId, PersonId),
    /// This place ends.
    End(MemberId),
    /// Choose who takes a place over; the page counts from 0.
    Give(MemberId, u16),
    /// This person does.
    GiveTo(MemberId, PersonId),
    /// Show the team; the page counts from 0.
    Team(u16),
    /// Choose who takes all cases of this person over; the page counts from 0.
    GiveAll(PersonId, u16),
    /// All cases of the first go to the second.
    GiveAllTo(PersonId, PersonId),
    /// What others have of this person since an absence goes back.
    GiveBack(PersonId),
    /// What somebody new must know of a case.
    Brief(CaseId),
    /// The family would rather have somebody else than this person.
    Object(CaseId, PersonId),
}

/// What a message about places says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceNews {
    /// To somebody who has a new place.
    Given,
    /// To somebody whose place ended.
    Taken,
    /// To the family.
    Family,
    /// To supervisors: the family objects.
    Objection,
}

impl PlaceNews {
    /// The word in the bot's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Taken => "taken",
            Self::Family => "family",
            Self::Objection => "objection",
        }
    }
}

/// A press about places.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InHandOver) -> Vec<Effect> {
    match what {
        InHandOver::People(case) => shown(world, event, person, Place::People { case }),
        InHandOver::Assign(case, page) => {
            shown(world, event, person, Place::Assigning { case, page })
        }
        InHandOver::Give(member, page) => {
            shown(world, event, person, Place::Giving { member, page })
        }
        InHandOver::AssignTo(_, to) => assign(world, event, person, to),
        InHandOver::End(member) => end(world, event, person, member),
        InHandOver::GiveTo(member, to) => give(world, event, person, member, to),
        InHandOver::Team(_)
        | InHandOver::GiveAll(..)
        | InHandOver::GiveAllTo(..)
        | InHandOver::GiveBack(_)
            if !moves_all(person) =>
        {
            old_button(world, event)
        }
        InHandOver::Team(page) => go(world, event, Place::Team { page }),
        InHandOver::GiveAll(from, page) => go(world, event, Place::GivingAll { from, page }),
        InHandOver::GiveAllTo(from, to) => give_all(world, event, person, from, to),
        InHandOver::GiveBack(to) => giving_back::give_back(world, event, person, to),
        InHandOver::Brief(case) => match briefed(world, person) {
            Some(found) => {
                let mut effects = vec![Effect::note(Action::SeeCase, Object::Case(found.case.id))];
                effects.extend(go(world, event, Place::Brief { case }));
                effects
            }
            None => old_button(world, event),
        },
        InHandOver::Object(_, about) => object(world, event, person, about),
    }
}

/// Who is in the case, and what can be changed about it.
#[must_use]
pub fn people(world: &World) -> Screen {
    let Some(found) = led(world) else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([Line::PeopleTitle(case.code.clone())]);
    screen.protected = true;
    for placed in &world.leading.places {
        screen.lines.push(Line::Involved {
            name: placed.name.clone(),
            place: placed.place,
        });
        if placed.objected {
            screen.lines.push(Line::FamilyObjected(placed.name.clone()));
        }
    }
    let workers = world.leading.places.iter();
    let workers = workers.filter(|placed| placed.place != Membership::Family);
    for placed in workers.take(BUTTONS_PER_PAGE) {
        let give = Label::GivePlace(placed.name.clone());
        let end = Label::EndPlace(placed.name.clone());
        screen = screen
            .button(give, Press::HandOver(InHandOver::Give(placed.id, 0)))
            .button(end, Press::HandOver(InHandOver::End(placed.id)));
    }
    screen
        .button(
            Label::Assign,
            Press::HandOver(InHandOver::Assign(case.id, 0)),
        )
        .button(Label::Brief, Press::HandOver(InHandOver::Brief(case.id)))
        .button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0))
        .button(Label::Menu, Press::Menu)
}

/// "Who gets a place?"
#[must_use]
pub fn assigning(world: &World, at: DateTime<Utc>, case: CaseId, shown: u16) -> Screen {
    let Some(found) = led(world) else {
        return Screen::gone();
    };
    let free = colleagues(world).filter(|colleague| place_of(world, colleague.person).is_none());
    let title = Line::AskWho(found.case.code.clone());
    let turn = |page| InHandOver::Assign(case, page);
    choosing(world, at, title, free.collect(), shown, turn, |to| {
        InHandOver::AssignTo(case, to)
    })
}

/// "Who takes this place over?"
#[must_use]
pub fn giving(world: &World, at: DateTime<Utc>, member: MemberId, shown: u16) -> Screen {
    let placed = led(world).and_then(|found| Some((found, placed(world, member)?)));
    let Some((found, from)) = placed else {
        return Screen::gone();
    };
    let able = colleagues(world).filter(|colleague| can_take(colleague, from));
    let title = Line::AskWho(found.case.code.clone());
    let turn = |page| InHandOver::Give(member, page);
    choosing(world, at, title, able.collect(), shown, turn, |to| {
        InHandOver::GiveTo(member, to)
    })
}

/// The people of the team, each with the way to hand all their cases over.
#[must_use]
pub fn team(world: &World, at: DateTime<Utc>, shown: u16) -> Screen {
    if !world.person.as_ref().is_some_and(moves_all) {
        return Screen::gone();
    }
    let busy = colleagues(world).filter(|colleague| colleague.cases > 0);
    let turn = |page| InHandOver::Team(page);
    let mut screen = choosing(
        world,
        at,
        Line::TeamTitle,
        busy.collect(),
        shown,
        turn,
        |who| InHandOver::GiveAll(who, 0),
    );
    // Also of those who have no case now.
    let today = world.today(at);
    let away = colleagues(world).filter_map(|colleague| {
        let day = colleague.back_on.filter(|&day| day > today)?;
        let name = colleague.name.clone();
        Some(Line::AwayUntil { name, day })
    });
    screen.lines.extend(away);
    let back = giving_back::offers(world, at);
    screen
        .rows
        .splice(0..0, back.into_iter().map(|button| vec![button]));
    screen
}

/// "Who takes all of these cases over?"
#[must_use]
pub fn giving_all(world: &World, at: DateTime<Utc>, from: PersonId, shown: u16) -> Screen {
    let mover = world.person.as_ref().filter(|person| moves_all(person));
    let name = colleagues(world).find(|colleague| mover.is_some() && colleague.person == from);
    let Some(name) = name.map(|colleague| colleague.name.clone()) else {
        return Screen::gone();
    };
    let cases = movable(world, from).count();
    let title = Line::AskWhoForAll {
        name,
        cases: u16::try_from(cases).unwrap_or(u16::MAX),
    };
    let able = colleagues(world).filter(|colleague| {
        colleague.person != from
            && movable(world, from).any(|(_, placed)| can_take(colleague, placed))
    });
    let turn = |page| InHandOver::GiveAll(from, page);
    choosing(world, at, title, able.collect(), shown, turn, |to| {
        InHandOver::GiveAllTo(from, to)
    })
}

/// What somebody new must know: strengths first, then worries, promises and the next days.
#[must_use]
pub fn brief(world: &World, at: DateTime<Utc>) -> Screen {
    let person = world.person.as_ref();
    let found = person.and_then(|person| briefed(world, person));
    let Some((found, record)) = found.zip(world.record.as_ref()) else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([Line::BriefTitle {
        code: case.code.clone(),
        alias: case.alias.clone(),
    }]);
    screen.protected = true;
    let lines = &mut screen.lines;
    lines.push(Line::CaseStands {
        stage: case.stage,
        risk: case.risk,
    });
    lines.extend(pause::now(case, at).map(Line::Paused));
    let strengths = record.strengths.iter().take(BRIEFED);
    lines.extend(strengths.filter_map(Note::words).map(Line::Strength));
    let worries = world.leading.worries.iter();
    lines.extend(worries.map(|worry| Line::Worry(words_of_worry(world, worry))));
    let goals = found.goals.iter().filter(|goal| goal.is_agreed());
    lines.extend(goals.clone().map(|goal| card::stands(world, record, goal)));
    let today = at.with_timezone(&case.zone).date_naive();
    let open = goals.clone().flat_map(|goal| &goal.tasks);
    let open = open.filter(|task: &&Task| task.done_at.is_none());
    lines.extend(open.map(|task| promise(task, today)));
    let asked_for = found.referrals.iter();
    lines.extend(asked_for.map(|referral| Line::AskedFor(referral.words.clone())));
    lines.extend(
        goals
            .filter_map(|goal| goal.review_on)
            .min()
            .map(Line::GoalReviewedOn),
    );
    lines.push(Line::NextVisitOn(
        case.next_visit_on(&world.programme.profile),
    ));
    screen
        .button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0))
        .button(Label::Menu, Press::Menu)
}

/// Strengths in a brief.
const BRIEFED: usize = 5;

fn shown(world: &World, event: &Event, person: &Person, place: Place) -> Vec<Effect> {
    match leads(world, person) {
        Some(found) => {
            let mut effects = vec![Effect::note(
                Action::AssignPeople,
                Object::Case(found.case.id),
            )];
            effects.extend(go(world, event, place));
            effects
        }
        None => old_button(world, event),
    }
}

fn assign(world: &World, event: &Event, person: &Person, to: PersonId) -> Vec<Effect> {
    let found = leads(world, person);
    let colleague = colleagues(world).find(|colleague| colleague.person == to);
    let free = place_of(world, to).is_none();
    let Some((found, colleague)) = found.zip(colleague).filter(|_| free) else {
        return old_button(world, event);
    };
    let case = &found.case;
    let mut places = world.leading.places.iter();
    let led = places.any(|placed| placed.place == Membership::Leads);
    let place = match (colleague.role, led) {
        (Role::Volunteer, _) => Membership::Visits,
        (Role::Caseworker, false) => Membership::Leads,
        (Role::Caseworker, true) | (Role::Supervisor, _) => Membership::Supports,
        (Role::Family | Role::Manager, _) => return old_button(world, event),
    };
    let mut effects = vec![
        Effect::BeginPlaces(vec![(case.id, to, place)]),
        Effect::note(Action::AssignPeople, Object::Case(case.id)),
    ];
    effects.extend(told(
        person,
        case,
        Some(colleague),
        None,
        &world.leading.places,
    ));
    effects.extend(done(Line::PlaceChanged(case.code.clone()), case));
    effects
}

fn end(world: &World, event: &Event, person: &Person, member: MemberId) -> Vec<Effect> {
    let from = placed(world, member);
    let Some((found, from)) = leads(world, person).zip(from) else {
        return old_button(world, event);
    };
    let case = &found.case;
    let mut effects = vec![
        Effect::EndPlaces(vec![member]),
        Effect::note(Action::AssignPeople, Object::Case(case.id)),
    ];
    effects.extend(told(person, case, None, Some(from), &[]));
    effects.extend(done(Line::PlaceChanged(case.code.clone()), case));
    effects
}

fn give(
    world: &World,
    event: &Event,
    person: &Person,
    member: MemberId,
    to: PersonId,
) -> Vec<Effect> {
    let from = placed(world, member);
    let colleague = colleagues(world).find(|colleague| colleague.person == to);
    let all = leads(world, person).zip(from).zip(colleague);
    let Some(((found, from), colleague)) = all.filter(|((_, from), to)| can_take(to, from)) else {
        return old_button(world, event);
    };
    let case = &found.case;
    let (ended, begun) = moved(from, colleague, case.id, &world.leading.places);
    // Whoever had this place already, or a higher one, is nobody new.
    let new = begun.is_some().then_some(colleague);
    let mut effects = vec![
        Effect::EndPlaces(ended),
        Effect::BeginPlaces(begun.into_iter().collect()),
        Effect::note(Action::AssignPeople, Object::Case(case.id)),
    ];
    let places = &world.leading.places;
    effects.extend(told(person, case, new, Some(from), places));
    effects.extend(done(Line::PlaceChanged(case.code.clone()), case));
    effects
}

/// All cases of one go to another, each in the same place; those that the other cannot take stay.
fn give_all(
    world: &World,
    event: &Event,
    person: &Person,
    from: PersonId,
    to: PersonId,
) -> Vec<Effect> {
    let colleague = colleagues(world).find(|colleague| colleague.person == to && to != from);
    let Some(colleague) = colleague else {
        return old_button(world, event);
    };
    let moving = movable(world, from).filter(|(_, placed)| can_take(colleague, placed));
    let moving: Vec<(&Carried, &Placed)> = moving.collect();
    let Some((_, first)) = moving.first() else {
        return old_button(world, event);
    };
    let count = u16::try_from(moving.len()).unwrap_or(u16::MAX);
    let (mut ended, mut begun) = (Vec::new(), Vec::new());
    let mut notes = Vec::new();
    let mut tells = Vec::new();
    // Where they had this place already, or a higher one, they are nobody new.
    let mut new = Vec::new();
    for (carried, placed) in &moving {
        let case = &carried.case;
        let (ends, begins) = moved(placed, colleague, case.id, &carried.places);
        if begins.is_some() {
            new.push(case);
            tells.extend(introduced(case, colleague, &carried.places));
        }
        ended.extend(ends);
        begun.extend(begins);
        notes.push(Effect::note(Action::AssignPeople, Object::Case(case.id)));
    }
    let mut effects = vec![Effect::EndPlaces(ended), Effect::BeginPlaces(begun)];
    effects.extend(notes);
    let others = |to: &Option<Recipient>| to.clone().filter(|to| to.person != person.id);
    if !new.is_empty() {
        let given = caseload(new);
        effects.extend(others(&colleague.to).map(|to| Effect::tell(&to, &given)));
    }
    let taken = Screen::of([Line::CaseloadTaken(count)]);
    effects.extend(others(&first.to).map(|to| Effect::tell(&to, &taken)));
    effects.extend(tells);
    effects.extend(caseload_moved(moving.len()));
    effects
}

/// What somebody hears who has all these cases from now on.
pub(super) fn caseload(cases: Vec<&Case>) -> Screen {
    let count = u16::try_from(cases.len()).unwrap_or(u16::MAX);
    // The first of them lead to what to know; from there, and from the list, the others are found.
    let briefs = cases.into_iter().take(BUTTONS_PER_PAGE);
    let given = briefs.fold(Screen::of([Line::CaseloadGiven(count)]), |screen, case| {
        let brief = Press::HandOver(InHandOver::Brief(case.id));
        screen.button(Label::CaseCard(case.code.clone()), brief)
    });
    given.button(Label::Caseload, Press::Caseload(0))
}

/// What whoever moved so many cases sees.
pub(super) fn caseload_moved(cases: usize) -> Vec<Effect> {
    let count = u16::try_from(cases).unwrap_or(u16::MAX);
    let screen = Screen::of([Line::CaseloadMoved(count)])
        .button(Label::TeamPeople, Press::HandOver(InHandOver::Team(0)))
        .button(Label::Menu, Press::Menu);
    show_at(Place::Nowhere, screen)
}

/// The family would rather have somebody else: the supervisors hear of it, once.
fn object(world: &World, event: &Event, person: &Person, about: PersonId) -> Vec<Effect> {
    let found = world.case.as_ref().filter(|found| {
        person.role == Role::Family && may_with(person, &found.case, Action::SpeakAsFamily)
    });
    let placed = place_of(world, about).filter(|placed| placed.place != Membership::Family);
    let Some((found, placed)) = found.zip(placed) else {
        return old_button(world, event);
    };
    let case = &found.case;
    let mut effects = Vec::new();
    if !placed.objected {
        effects.push(Effect::Object(placed.id));
        effects.push(Effect::note(Action::SpeakAsFamily, Object::Case(case.id)));
        let news = Line::PlaceNews {
            which: PlaceNews::Objection,
            code: case.code.clone(),
        };
        let people = Press::HandOver(InHandOver::People(case.id));
        let screen = Screen::of([news]).button(Label::Show, people);
        let supervisors = world.leading.supervisors.iter();
        effects.extend(supervisors.map(|to| Effect::tell(to, &screen)));
    }
    let screen = Screen::of([Line::ObjectionSent(case.code.clone())]);
    effects.push(Effect::Amend(Box::new(
        screen.button(Label::Menu, Press::Menu),
    )));
    effects
}

/// The places that end and begin when somebody takes one over: whoever has a lesser one already rises to it.
pub(super) fn moved(
    from: &Placed,
    to: &Colleague,
    case: CaseId,
    places: &[Placed],
) -> (Vec<MemberId>, Option<(CaseId, PersonId, Membership)>) {
    let mut places = places.iter();
    let before = places.find(|placed| placed.person == to.person);
    match before {
        Some(before) if rank(before.place) <= rank(from.place) => (vec![from.id], None),
        Some(before) => (
            vec![from.id, before.id],
            Some((case, to.person, from.place)),
        ),
        None => (vec![from.id], Some((case, to.person, from.place))),
    }
}

fn rank(place: Membership) -> u8 {
    match place {
        Membership::Leads => 0,
        Membership::Supports => 1,
        Membership::Visits => 2,
        Membership::Family => 3,
    }
}

/// Everybody hears what concerns them: who is new, who was there before, and the family.
fn told(
    person: &Person,
    case: &Case,
    new: Option<&Colleague>,
    old: Option<&Placed>,
    places: &[Placed],
) -> Vec<Effect> {
    let others = |to: Option<&Recipient>| to.filter(|to| to.person != person.id).cloned();
    let mut effects = Vec::new();
    let given = given(case);
    let to = others(new.and_then(|new| new.to.as_ref()));
    effects.extend(to.map(|to| Effect::tell(&to, &given)));
    let which = PlaceNews::Taken;
    let code = case.code.clone();
    let taken = Screen::of([Line::PlaceNews { which, code }]);
    let to = others(old.and_then(|old| old.to.as_ref()));
    effects.extend(to.map(|to| Effect::tell(&to, &taken)));
    effects.extend(
        new.into_iter()
            .flat_map(|new| introduced(case, new, places)),
    );
    effects
}

/// What somebody hears who has a new place in a case.
pub(super) fn given(case: &Case) -> Screen {
    let which = PlaceNews::Given;
    let code = case.code.clone();
    Screen::of([Line::PlaceNews { which, code }])
        .button(Label::Show, Press::HandOver(InHandOver::Brief(case.id)))
}

/// The family hears in its hours that somebody new is there, and may say no.
pub(super) fn introduced(case: &Case, new: &Colleague, places: &[Placed]) -> Vec<Effect> {
    let code = case.code.clone();
    let which = PlaceNews::Family;
    let screen = Screen::of([Line::PlaceNews { which, code }])
        .button(Label::Show, Press::Case(case.id, 0))
        .button(
            Label::RatherNot,
            Press::HandOver(InHandOver::Object(case.id, new.person)),
        );
    let family = places.iter();
    let family = family.filter(|placed| placed.place == Membership::Family);
    family
        .filter_map(|placed| placed.to.as_ref())
        .map(|to| Effect::tell(to, &screen))
        .collect()
}

fn done(line: Line, case: &Case) -> Vec<Effect> {
    let screen = Screen::of([line])
        .button(Label::People, Press::HandOver(InHandOver::People(case.id)))
        .button(Label::Menu, Press::Menu);
    show_at(Place::Nowhere, screen)
}

fn choosing(
    world: &World,
    at: DateTime<Utc>,
    title: Line,
    colleagues: Vec<&Colleague>,
    shown: u16,
    turn: impl Fn(u16) -> InHandOver,
    choose: impl Fn(PersonId) -> InHandOver,
) -> Screen {
    let mut screen = Screen::of([title]);
    screen.protected = true;
    if colleagues.is_empty() {
        screen.lines.push(Line::NobodyElse);
    }
    let (listed, turns) = page(&colleagues, shown, BUTTONS_PER_PAGE, |page| {
        Press::HandOver(turn(page))
    });
    for (_, colleague) in listed {
        let label = Label::Colleague {
            name: colleague.name.clone(),
            cases: colleague.cases,
            away: colleague.back_on.filter(|&day| day > world.today(at)),
        };
        screen = screen.button(label, Press::HandOver(choose(colleague.person)));
    }
    screen.row(turns).button(Label::Menu, Press::Menu)
}

/// Whether this person can have this place: leading is for those who lead.
pub(super) fn can_take(colleague: &Colleague, from: &Placed) -> bool {
    let able = match colleague.role {
        Role::Volunteer => from.place == Membership::Visits,
        Role::Caseworker | Role::Supervisor => from.place != Membership::Family,
        Role::Family | Role::Manager => false,
    };
    able && colleague.person != from.person
}

/// The places of this person in cases whose people may be changed.
fn movable(world: &World, from: PersonId) -> impl Iterator<Item = (&Carried, &Placed)> {
    let person = world.person.as_ref();
    let supervisor = person.filter(|person| person.role == Role::Supervisor);
    let cases = world.leading.carried.iter();
    let cases = cases.filter(move |carried| {
        supervisor.is_some_and(|person| may_with(person, &carried.case, Action::AssignPeople))
    });
    cases.filter_map(move |carried| {
        let mut places = carried.places.iter();
        let placed = places.find(|placed| placed.person == from)?;
        (placed.place != Membership::Family).then_some((carried, placed))
    })
}

/// The people of the team, to whoever may change places in its cases.
pub(super) fn colleagues(world: &World) -> impl Iterator<Item = &Colleague> {
    world.leading.team.iter()
}

/// Whether this person moves whole caseloads of their team.
fn moves_all(person: &Person) -> bool {
    may(person, Relation::Team, Action::AssignPeople)
}

fn place_of(world: &World, person: PersonId) -> Option<&Placed> {
    let mut places = world.leading.places.iter();
    places.find(|placed| placed.person == person)
}

/// A worker's place in the case in question.
fn placed(world: &World, member: MemberId) -> Option<&Placed> {
    let mut places = world.leading.places.iter();
    let placed = places.find(|placed| placed.id == member)?;
    (placed.place != Membership::Family).then_some(placed)
}

/// The case in question, if the asking person may change who is in it.
fn led(world: &World) -> Option<&CaseInHand> {
    let person = world.person.as_ref()?;
    leads(world, person)
}

fn leads<'a>(world: &'a World, person: &Person) -> Option<&'a CaseInHand> {
    let found = world.case.as_ref()?;
    may_with(person, &found.case, Action::AssignPeople).then_some(found)
}

/// The case in question, if this person works on it.
fn briefed<'a>(world: &'a World, person: &Person) -> Option<&'a CaseInHand> {
    let found = world.case.as_ref()?;
    let works = person.role != Role::Family && may_with(person, &found.case, Action::SeeCase);
    works.then_some(found)
}

/// What the visit form calls an area of worry.
fn words_of_worry(world: &World, worry: &str) -> Phrase {
    let form = world.programme.form(VISIT);
    let label = form.and_then(|form| form.form.choice_in(&world.language().0, worry));
    Phrase::fixed(label.unwrap_or_else(|| worry.to_owned()))
}
