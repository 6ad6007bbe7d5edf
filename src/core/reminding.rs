//! What is due is told: the things that came due for one person and what they were told before come in; one message, or
//! the moment to look again, goes out. What a button of such a message leads to is here as well.
//!
//! A message that nobody asked for names codes, days and counts, and begins with words that say nothing.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::about::Topic;
use super::absence;
use super::access::{Action, Relation, may, may_with};
use super::card::{beginning, beginning_about};
use super::case::Case;
use super::due::civil;
use super::due::holidays::Working;
use super::due::hours::{Hours, Urgency};
use super::due::ladder::{Call, Rung, Told};
use super::due::missed;
use super::due::obligation::{self, Because, Hearer, Obligation, Rule};
use super::due::pushes::{self, Item, Listener};
use super::due::snooze::{Put, Refused, Snooze};
use super::due::window::Window;
use super::effect::{Effect, Object};
use super::event::Event;
use super::id::{Code, GoalId, ObligationId, ReferralId, ReportId};
use super::late::{self, InLate};
use super::part::VISIT;
use super::people::{Person, Role};
use super::place::Place;
use super::press::Press;
use super::review::InReview;
use super::screen::{BUTTONS_PER_PAGE, Button, Label, Line, Screen};
use super::step::{done_with, go, old_button};
use super::world::World;

/// Something that a person is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Of what.
    pub id: ObligationId,
    /// The rule.
    pub rule: Rule,
    /// What it is about, as the rule says.
    pub subject: Uuid,
    /// The case.
    pub case: Case,
    /// When it may be done.
    pub window: Window,
    /// Why then.
    pub because: Because,
    /// As what the person is told.
    pub told: Told,
    /// The rung that comes next, and when; none once they were told all.
    pub next: Option<Call>,
    /// How often they asked to be told later.
    pub put_off: u8,
    /// Whether what comes next was told before, and comes again because they asked for that.
    pub again: bool,
}

/// What a person is told of now, and what they were told before.
#[derive(Clone, Debug, Default)]
pub struct Reminders {
    /// What has come due, the oldest first; or the one in question.
    pub due: Vec<Reminder>,
    /// When they were sent messages of this kind, in the last two days.
    pub pushed: Vec<DateTime<Utc>>,
    /// When they last did something in an open draft.
    pub touched_at: Option<DateTime<Utc>>,
}

/// What became of a reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// Of what.
    pub obligation: ObligationId,
    /// On which rung.
    pub rung: Rung,
    /// Whether it was told, or had become of no use.
    pub told: bool,
    /// When they are told next.
    pub next: Option<Call>,
}

/// What a button of a reminder says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InReminder {
    /// What is due, and why.
    Show(ObligationId),
    /// Tell me later: when?
    Later(ObligationId),
    /// Then.
    PutOff(ObligationId, Snooze),
}

/// The hours in which this person is written to.
#[must_use]
pub fn hours(world: &World, person: &Person) -> Option<Hours> {
    let profile = &world.programme.profile;
    person.preference.hours(person.role, profile, world.zone())
}

/// When their day's reminders come.
#[must_use]
pub fn morning(world: &World, person: &Person) -> NaiveTime {
    let profile = &world.programme.profile;
    person.preference.habit(person.role, profile).morning
}

/// The days on which they are told of what is due.
#[must_use]
pub fn working<'a>(world: &'a World, person: &Person) -> Working<'a> {
    let profile = &world.programme.profile;
    person.preference.working(person.role, profile)
}

/// Something has come due for this person: it is told, or put off to the moment that all rules allow.
#[must_use]
pub fn due(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let (mut effects, mut open) = (Vec::new(), Vec::new());
    for reminder in &world.reminders.due {
        match reminder.next {
            Some(next) if concerns(person, reminder) => open.push((reminder, next)),
            Some(_) | None => effects.push(Effect::Forget(reminder.id)),
        }
    }
    let Some(hours) = hours(world, person) else {
        return effects;
    };
    let put_off = |reminders: &[(&Reminder, Call)], at| Effect::Postpone {
        obligations: reminders.iter().map(|(reminder, _)| reminder.id).collect(),
        at,
    };
    let morning_of = |day| civil::at(day, morning(world, person), world.zone());
    if let Some(day) = absence::away(world, event.at) {
        effects.push(put_off(&open, morning_of(day)));
        return effects;
    }
    let (working, today) = (working(world, person), world.today(event.at));
    if working.is_off(today) {
        // A moment that they chose themselves stays.
        let (chosen, held) = open.into_iter().partition(|(reminder, _)| reminder.again);
        if !Vec::is_empty(&held) {
            effects.push(put_off(&held, morning_of(working.on_or_after(today))));
        }
        open = chosen;
    }
    // A rung is told on its day, also after the window's end; what nobody told by then only while it is of use.
    let (told, over): (Vec<_>, Vec<_>) = open.into_iter().partition(|(reminder, next)| {
        // The first day on which they may be told, if the day itself is none.
        let planned = morning_of(working.on_or_after(next.on));
        let told_on = civil::day_of(hours.next_allowed(planned), world.zone());
        today <= told_on || is_of_use(reminder, *next, event.at)
    });
    let after = |reminder: &Reminder, rung, told| Reminded {
        obligation: reminder.id,
        rung,
        told,
        next: next_of(reminder, world, person, rung, event.at),
    };
    if !over.is_empty() {
        let missed = over.iter();
        let missed = missed.map(|(reminder, next)| after(reminder, next.rung, false));
        effects.push(Effect::Missed(missed.collect()));
    }
    let items = told.iter().map(|(reminder, next)| Item {
        key: reminder.id,
        at: next.at,
        urgency: Urgency::Routine,
    });
    let listener = Listener {
        person: person.id,
        hours: &hours,
        touched_at: world.reminders.touched_at,
        pushed: &world.reminders.pushed,
    };
    let items: Vec<Item<ObligationId>> = items.collect();
    match pushes::next(&items, listener, &world.programme.profile.caps, event.at) {
        None => {}
        Some(push) if push.at > event.at => effects.push(put_off(&told, push.at)),
        Some(push) => {
            let carried = |one: &&(&Reminder, Call)| push.carries.contains(&one.0.id);
            let carried: Vec<&(&Reminder, Call)> = told.iter().filter(carried).collect();
            let mut reminders: Vec<&Reminder> = carried.iter().map(|one| one.0).collect();
            reminders.sort_by_key(|reminder| (reminder.window.due, reminder.case.code.clone()));
            let reminded = carried.iter().map(|(reminder, next)| {
                let hearer = hearer(reminder, world, person);
                let profile = &world.programme.profile;
                let thing = reminder.obligation();
                let rung = obligation::told_on(&thing, hearer, profile, next.rung, today);
                after(reminder, rung, true)
            });
            effects.push(Effect::Remind {
                reminded: reminded.collect(),
                screen: Box::new(message(person, &reminders, today)),
            });
        }
    }
    effects
}

/// Whether this person is still told of it: they see the case, or, as a manager, only how many.
pub(super) fn concerns(person: &Person, reminder: &Reminder) -> bool {
    match reminder.told {
        Told::Assigned | Told::SupervisorDigest => {
            may_with(person, &reminder.case, Action::SeeCase)
        }
        Told::Manager => may(person, Relation::Foreign, Action::RunProgramme),
    }
}

/// Whether telling it on this rung still helps when its day is over.
fn is_of_use(reminder: &Reminder, rung: Call, now: DateTime<Utc>) -> bool {
    let kind = match reminder.rule {
        // Who hears that something is late hears it late as well.
        _ if reminder.told != Told::Assigned => return true,
        Rule::Visit | Rule::AfterCare => missed::Kind::Visit(reminder.window),
        Rule::Review | Rule::Document => missed::Kind::Review,
        Rule::FollowUp | Rule::Promise | Rule::Decide | Rule::Answer | Rule::Quiet => {
            missed::Kind::FollowUp
        }
    };
    let until = kind.useful_until(rung.at, reminder.case.zone);
    until.is_none_or(|until| now < until)
}

fn next_of(
    reminder: &Reminder,
    world: &World,
    person: &Person,
    last: Rung,
    now: DateTime<Utc>,
) -> Option<Call> {
    let hearer = hearer(reminder, world, person);
    let profile = &world.programme.profile;
    obligation::next_call(&reminder.obligation(), hearer, profile, Some(last), now)
}

fn hearer<'a>(reminder: &Reminder, world: &'a World, person: &Person) -> Hearer<'a> {
    Hearer {
        told: reminder.told,
        zone: world.zone(),
        morning: morning(world, person),
        working: working(world, person),
    }
}

impl Reminder {
    fn obligation(&self) -> Obligation {
        Obligation {
            rule: self.rule,
            subject: self.subject,
            case: self.case.id,
            risk: self.case.risk,
            window: self.window,
            because: self.because,
        }
    }
}

/// The message: how many things, and a button for each.
fn message(person: &Person, reminders: &[&Reminder], today: NaiveDate) -> Screen {
    let of = |told: Told| reminders.iter().filter(move |one| one.told == told);
    let count = |told: Told| u16::try_from(of(told).count()).unwrap_or(u16::MAX);
    let mut screen = Screen::default();
    match (count(Told::Assigned), person.role) {
        (0, _) => {}
        (_, Role::Family) => screen.lines.push(Line::FamilyReminded),
        (assigned, _) => screen.lines.push(Line::Reminded(assigned)),
    }
    let late = count(Told::SupervisorDigest);
    if late > 0 {
        screen.lines.push(Line::LateInTeam(late));
    }
    let long = count(Told::Manager);
    if long > 0 {
        screen.lines.push(Line::LateForLong(long));
    }
    let shown = of(Told::Assigned).chain(of(Told::SupervisorDigest));
    for reminder in shown.take(BUTTONS_PER_PAGE) {
        let label = Label::Reminder {
            rule: reminder.rule,
            code: reminder.case.code.clone(),
            late: reminder.window.due < today,
        };
        let press = match (reminder.told, person.role) {
            (Told::SupervisorDigest, Role::Supervisor) => Press::Late(InLate::Show(reminder.id)),
            (_, _) => Press::Reminder(InReminder::Show(reminder.id)),
        };
        screen = screen.button(label, press);
    }
    let list = late::way(person).filter(|_| late > 0 || long > 0);
    screen
        .row(list.into_iter().collect())
        .button(Label::Menu, Press::Menu)
}

/// A press on a reminder.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InReminder) -> Vec<Effect> {
    let Some(reminder) = shown(world, person) else {
        return old_button(world, event);
    };
    let obligation = reminder.id;
    match what {
        InReminder::Show(_) => {
            let mut effects = vec![Effect::note(
                Action::SeeCase,
                Object::Case(reminder.case.id),
            )];
            effects.extend(go(world, event, Place::Reminder { obligation }));
            effects
        }
        InReminder::Later(_) => go(world, event, Place::PuttingOff { obligation }),
        // The screen asks once: the same button again puts off nothing more.
        InReminder::PutOff(..) if world.chat.place != Place::PuttingOff { obligation } => {
            old_button(world, event)
        }
        InReminder::PutOff(_, choice) => {
            let hours = hours(world, person);
            let later = hours
                .as_ref()
                .and_then(|hours| put(world, person, reminder, hours))
                .map(|put| put.off(choice, event.at));
            match later {
                Some(Ok(at)) => {
                    let mut effects = vec![Effect::PutOff {
                        obligation,
                        next: again(reminder, world, person, at),
                    }];
                    effects.extend(done_with(Line::PutOffTo(at)));
                    effects
                }
                Some(Err(Refused::TooOften)) => done_with(Line::PutOffTooOften),
                Some(Err(Refused::Past | Refused::AfterWindow)) | None => {
                    done_with(Line::PutOffTooLate)
                }
            }
        }
    }
}

/// What is due, in which days, why, and what can be done about it.
#[must_use]
pub fn screen(world: &World, at: DateTime<Utc>) -> Screen {
    let person = world.person.as_ref();
    let Some((person, reminder)) = person.and_then(|person| Some((person, shown(world, person)?)))
    else {
        return Screen::gone();
    };
    let case = &reminder.case;
    let lines = told_of(reminder.rule, &case.code, reminder.window, reminder.because);
    let mut screen = Screen::of(lines);
    if reminder.told == Told::Assigned {
        for button in answers(world, reminder) {
            screen = screen.row(vec![button]);
        }
        let offered = hours(world, person)
            .as_ref()
            .and_then(|hours| put(world, person, reminder, hours))
            .map(|put| put.offered(at));
        if offered.is_some_and(|offered| !offered.is_empty()) {
            let later = Press::Reminder(InReminder::Later(reminder.id));
            screen = screen.button(Label::Later, later);
        }
    }
    let card = match person.role {
        Role::Family => (Label::Plan(case.code.clone()), Press::Plan(case.id)),
        Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => {
            (Label::CaseCard(case.code.clone()), Press::Case(case.id, 0))
        }
    };
    screen
        .button(card.0, card.1)
        .button(Label::Menu, Press::Menu)
}

/// What is due of which case, in which days if it was planned, and why.
pub fn told_of(
    rule: Rule,
    code: &Code,
    window: Window,
    because: Because,
) -> impl Iterator<Item = Line> {
    let code = code.clone();
    let planned = rule.is_planned().then_some(Line::DueWithin(window));
    [Line::DueIs { rule, code }]
        .into_iter()
        .chain(planned)
        .chain([Line::DueBecause(because)])
}

/// "When shall I tell you again?"
#[must_use]
pub fn later(world: &World, at: DateTime<Utc>) -> Screen {
    let person = world.person.as_ref();
    let found =
        person.and_then(|person| Some((person, hours(world, person)?, shown(world, person)?)));
    let Some((person, hours, reminder)) = found else {
        return Screen::gone();
    };
    let mut screen = Screen::of([Line::AskPutOff]);
    for choice in put(world, person, reminder, &hours)
        .iter()
        .flat_map(|put| put.offered(at))
    {
        let press = Press::Reminder(InReminder::PutOff(reminder.id, choice));
        screen = screen.button(Label::PutOff(choice), press);
    }
    screen.button(Label::Menu, Press::Menu)
}

fn put<'a>(
    world: &World,
    person: &Person,
    reminder: &Reminder,
    hours: &'a Hours,
) -> Option<Put<'a>> {
    (reminder.told == Told::Assigned).then_some(Put {
        before: reminder.put_off,
        window: reminder.window,
        case_zone: reminder.case.zone,
        hours,
        morning: morning(world, person),
    })
}

/// What was told last is told again; the rungs after it stay where they are.
fn again(reminder: &Reminder, world: &World, person: &Person, at: DateTime<Utc>) -> Call {
    let hearer = hearer(reminder, world, person);
    let profile = &world.programme.profile;
    let told = obligation::told_before(&reminder.obligation(), hearer, profile, reminder.next);
    Call {
        rung: told.unwrap_or(Rung::Today),
        on: civil::day_of(at, world.zone()),
        at,
    }
}

/// What can be done about it, the likeliest first.
fn answers(world: &World, reminder: &Reminder) -> Vec<Button> {
    let case = reminder.case.id;
    let button = |label, press| Button { label, press };
    let begin = |name: &str| {
        let form = world.programme.form(name)?;
        Some(beginning(world, &reminder.case, form))
    };
    let found = match reminder.rule {
        Rule::Visit | Rule::Quiet => {
            let happened = |choice: &str| Press::BeginWith(case, VISIT.into(), choice.into());
            return vec![
                button(Label::Visit, Press::Visit(case)),
                button(Label::DoneAlready, happened("another_day")),
                button(Label::CannotGo, happened("could_not")),
            ];
        }
        Rule::Review => begin("plan_review"),
        Rule::FollowUp => {
            let topic = Topic::Referral(ReferralId(reminder.subject));
            let form = world.programme.form("referral_followup");
            form.map(|form| beginning_about(world, topic, form))
        }
        Rule::Promise => {
            let label = Label::Plan(reminder.case.code.clone());
            Some(button(label, Press::Plan(case)))
        }
        Rule::Decide => Some(button(Label::Show, Press::Goal(GoalId(reminder.subject)))),
        Rule::Answer => {
            let question = InReview::Question(ReportId(reminder.subject));
            Some(button(Label::Answer, Press::Review(question)))
        }
        Rule::AfterCare => begin("aftercare"),
        Rule::Document => begin("documents"),
    };
    found.into_iter().collect()
}

/// The reminder in question, if it is this person's.
fn shown<'a>(world: &'a World, person: &Person) -> Option<&'a Reminder> {
    let reminder = world.reminders.due.first()?;
    (reminder.told != Told::Manager && concerns(person, reminder)).then_some(reminder)
}
