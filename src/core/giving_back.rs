//! Giving back after an absence: who was away and what others have of theirs since come in; places that move back in one
//! step go out.

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::absence;
use super::access::{Action, may_with};
use super::case::Membership;
use super::effect::{Effect, Object};
use super::event::Event;
use super::handover::{self, Carried, Colleague, InHandOver, Placed, colleagues, introduced};
use super::id::{MemberId, PersonId};
use super::people::{Person, Recipient, Role};
use super::press::Press;
use super::screen::{Button, Label, Line, Screen};
use super::world::World;

/// Days after a return for which giving back is offered: then a case that others still have is theirs.
const OFFERED: Days = Days::new(30);
/// Those to whom cases can be given back, on one screen: the team is to be seen below them.
const RETURNS_PER_SCREEN: usize = 3;

/// A place that somebody gave away, and that whoever got it still has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    /// Whose it was.
    pub of: PersonId,
    /// When it was given away.
    pub since: DateTime<Utc>,
    /// The place as somebody else has it.
    pub place: MemberId,
    /// The lesser place that they had in the case before.
    pub before: Option<Membership>,
    /// When it had come from them, if it had.
    pub had_until: Option<DateTime<Utc>>,
    /// The case, with all who are in it.
    pub carried: Carried,
}

/// The button that gives back to whoever has just said that they are back: to the supervisors of their team, about its
/// cases.
#[must_use]
pub fn to_returned(world: &World, at: DateTime<Utc>, person: &Person) -> Option<Button> {
    let ours = lent(world, at, person.id);
    let ours = ours.filter(|lent| Some(lent.carried.case.team) == person.team);
    button(person.id, &person.name, ours.count())
}

/// The buttons that give back, one for each of the team who is back and whose cases others still have.
#[must_use]
pub fn offers(world: &World, at: DateTime<Utc>) -> Vec<Button> {
    let here = here(world, at);
    let offers = here.filter_map(|colleague| {
        let returning = returning(world, at, colleague);
        button(colleague.person, &colleague.name, returning.len())
    });
    offers.take(RETURNS_PER_SCREEN).collect()
}

/// All that others have of somebody since an absence goes back, each in the place in which it is now.
#[must_use]
pub fn give_back(world: &World, event: &Event, person: &Person, to: PersonId) -> Vec<Effect> {
    let colleague = here(world, event.at).find(|colleague| colleague.person == to);
    let Some(colleague) = colleague else {
        return super::step::old_button(world, event);
    };
    let returning = returning(world, event.at, colleague);
    if returning.is_empty() {
        return super::step::old_button(world, event);
    }
    let (mut ended, mut begun) = (Vec::new(), Vec::new());
    let (mut notes, mut kept, mut families) = (Vec::new(), Vec::new(), Vec::new());
    let mut taken: Vec<(&Recipient, u16)> = Vec::new();
    for &(lent, placed) in &returning {
        let Carried { case, places } = &lent.carried;
        let (ends, begins) = handover::moved(placed, colleague, case.id, places);
        ended.extend(ends);
        begun.extend(begins);
        notes.push(Effect::note(Action::AssignPeople, Object::Case(case.id)));
        families.extend(introduced(case, colleague, places));
        let holder = placed.to.as_ref().filter(|to| to.person != person.id);
        // Whoever rose for that time is again what they were.
        let before = lent.before.filter(|_| is_of_team(world, placed.person));
        if let Some(before) = before {
            begun.push((case.id, placed.person, before));
            kept.extend(holder.map(|to| told(to, &handover::given(case))));
        } else if let Some(to) = holder {
            match taken
                .iter_mut()
                .find(|(known, _)| known.person == to.person)
            {
                Some((_, count)) => *count = count.saturating_add(1),
                None => taken.push((to, 1)),
            }
        }
    }
    let mut effects = vec![Effect::EndPlaces(ended), Effect::BeginPlaces(begun)];
    effects.extend(notes);
    let cases = returning.iter().map(|(lent, _)| &lent.carried.case);
    let given = handover::caseload(cases.collect());
    let to = colleague.to.iter().filter(|to| to.person != person.id);
    effects.extend(to.map(|to| told(to, &given)));
    effects.extend(kept);
    let taken = taken.into_iter();
    effects.extend(taken.map(|(to, count)| told(to, &Screen::of([Line::CaseloadTaken(count)]))));
    effects.extend(families);
    effects.extend(handover::caseload_moved(returning.len()));
    effects
}

fn told(to: &Recipient, screen: &Screen) -> Effect {
    Effect::tell(to, screen)
}

fn button(to: PersonId, name: &str, cases: usize) -> Option<Button> {
    let label = Label::GiveBack {
        name: name.to_owned(),
        cases: u16::try_from(cases).unwrap_or(u16::MAX),
    };
    let press = Press::HandOver(InHandOver::GiveBack(to));
    (cases > 0).then_some(Button { label, press })
}

/// Those of the team who are not away.
fn here(world: &World, at: DateTime<Utc>) -> impl Iterator<Item = &Colleague> {
    let today = world.today(at);
    colleagues(world).filter(move |colleague| colleague.back_on.is_none_or(|day| day <= today))
}

fn is_of_team(world: &World, person: PersonId) -> bool {
    colleagues(world).any(|colleague| colleague.person == person)
}

/// What the asking person may give back to somebody, with the place of whoever has it now.
fn returning<'a>(
    world: &'a World,
    at: DateTime<Utc>,
    to: &Colleague,
) -> Vec<(&'a Lent, &'a Placed)> {
    let person = world.person.as_ref();
    let Some(person) = person.filter(|person| person.role == Role::Supervisor) else {
        return Vec::new();
    };
    let lent = lent(world, at, to.person);
    let lent = lent.filter(|lent| may_with(person, &lent.carried.case, Action::AssignPeople));
    let placed = lent.filter_map(|lent| {
        let mut places = lent.carried.places.iter();
        Some((lent, places.find(|placed| placed.id == lent.place)?))
    });
    let mut returning: Vec<(&Lent, &Placed)> = Vec::new();
    for (lent, placed) in placed.filter(|(_, placed)| handover::can_take(to, placed)) {
        // Somebody has one place in a case, also if they gave two away.
        let case = lent.carried.case.id;
        if !returning
            .iter()
            .any(|(other, _)| other.carried.case.id == case)
        {
            returning.push((lent, placed));
        }
    }
    returning
}

/// What somebody gave away in the newest absence, as long as it is offered.
fn lent(world: &World, at: DateTime<Utc>, of: PersonId) -> impl Iterator<Item = &Lent> {
    let day = |at: DateTime<Utc>| -> NaiveDate { world.today(at) };
    let away = absence::newest(&world.leading.absences, of, day).filter(|away| {
        let last = away.over_on(day).checked_add_days(OFFERED);
        last.is_none_or(|last| day(at) <= last)
    });
    let lent = world.leading.lent.iter().filter(move |lent| lent.of == of);
    lent.filter(move |lent| {
        let in_it = away.is_some_and(|away| away.covers(lent.since, |at| world.today(at)));
        in_it && !was_theirs(world, lent)
    })
}

/// Whether whoever has the place had lent it themselves: then it went back to them, and is not to go to and fro.
fn was_theirs(world: &World, lent: &Lent) -> bool {
    let mut places = lent.carried.places.iter();
    let holder = places.find(|placed| placed.id == lent.place);
    let Some((holder, had_until)) = holder.zip(lent.had_until) else {
        return false;
    };
    let mut absences = world.leading.absences.iter();
    absences.any(|absence| {
        absence.person == holder.person && absence.covers(had_until, |at| world.today(at))
    })
}
