//! The ladder of a danger: an alert and those who answer for it come in; who is called now, and when it is looked at
//! again, goes out.
//!
//! [`super::due::danger`] says which step comes when; here stand the people on each step and the words that they read.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, allows};
use super::alert::{Alert, AlertInHand, AlertState};
use super::case::Membership;
use super::danger::{reporter, writing};
use super::due::danger::{
    self as ladder, Contact, Facts, Fate, Message, Place, ROUNDS, Reach, State, Step, Waits, Whom,
};
use super::effect::{Effect, Object};
use super::event::Event;
use super::id::{Code, MessageId, PersonId};
use super::people::{Recipient, Role};
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::world::World;

/// Somebody who answers for the dangers of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answerer {
    /// Who, and where.
    pub to: Recipient,
    /// What they are.
    pub role: Role,
    /// How they stand to the case.
    pub relation: Relation,
    /// Whether danger is told to them at this hour, as a supervisor of the team.
    pub on_duty: bool,
    /// Whether they can be told.
    pub reach: Reach,
}

/// A call about an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// To whom, when, and what became of it.
    pub message: Message,
    /// The message on a phone, if Telegram has taken it.
    pub shown: Option<(Recipient, MessageId)>,
}

/// A way besides the chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// An e-mail.
    Email,
    /// A signed call of a programme of theirs.
    Webhook,
}

/// What raising an alert calls out at once.
#[derive(Debug)]
pub struct Begun {
    /// The calls, and when it is looked at again.
    pub effects: Vec<Effect>,
    /// How many people are called.
    pub told: u16,
}

/// The first step of an alert that is being raised; those who lead the case hear of it as well.
#[must_use]
pub fn begin(world: &World, event: &Event, alert: &Alert) -> Begun {
    let climb = Climb {
        alert,
        waits: &world.programme.profile.danger,
        facts: facts(world, alert, State::Open { since: event.at }, Vec::new()),
        begins: event.at,
    };
    let mut effects = Vec::new();
    let mut told: Vec<PersonId> = Vec::new();
    let mut next_at = event.at;
    if let Some(step) = climb.next(event.at).filter(|step| step.at <= event.at) {
        effects.extend(climb.calls(world, event, &step));
        told.extend(step.tell.iter().filter_map(person));
        next_at = climb.after(&step, event.at);
    }
    if !told.is_empty() {
        let seen = Screen::of([pushed(alert.code.clone())]);
        let seen = seen.button(Label::Show, Press::ShowAlert(alert.id));
        for leader in leaders(world, alert) {
            if !told.contains(&leader.person) {
                told.push(leader.person);
                effects.push(Effect::called(alert.id, leader, &seen));
            }
        }
    }
    effects.push(Effect::LookAgain {
        alert: alert.id,
        at: next_at,
    });
    Begun {
        effects,
        told: u16::try_from(told.len()).unwrap_or(u16::MAX),
    }
}

/// The clock, or something that changed, asks who is to be called about the alert in question.
#[must_use]
pub fn due(world: &World, event: &Event) -> Vec<Effect> {
    let Some((found, looked_at)) = world
        .alert
        .as_ref()
        .and_then(|found| Some((found, found.next_at?)))
    else {
        return Vec::new();
    };
    let alert = &found.alert;
    let climbed = |next| Effect::Climbed {
        alert: alert.id,
        from: looked_at,
        next,
    };
    let waits = &world.programme.profile.danger;
    let state = state(found);
    let Some(begins) = state.begins(waits) else {
        return vec![climbed(None)];
    };
    let messages = found.calls.iter().map(|call| call.message).collect();
    let climb = Climb {
        alert,
        waits,
        facts: facts(world, alert, state, messages),
        begins,
    };
    let Some(step) = climb.next(event.at) else {
        return vec![climbed(None)];
    };
    if step.at > event.at {
        return vec![climbed(Some(step.at))];
    }
    let mut effects = vec![climbed(Some(climb.after(&step, event.at)))];
    effects.extend(climb.calls(world, event, &step));
    effects.push(Effect::note(Action::HearAlert, Object::Alert(alert.id)));
    if climb.enters_last_round(step.place) && alert.state == AlertState::Open {
        let mut words = Screen::of([Line::NobodyYet(alert.code.clone())]);
        words.lines.extend(emergency(world));
        effects.extend(reporter(found).map(|to| Effect::tell(to, &words)));
    }
    effects
}

/// Whether nothing was written about a danger for so long after it was taken that the ladder has begun again.
#[must_use]
pub fn is_overdue(found: &AlertInHand, waits: &Waits, now: DateTime<Utc>) -> bool {
    let taken = matches!(found.alert.state, AlertState::Taken { .. });
    let begins = state(found).begins(waits);
    taken && begins.is_some_and(|begins| begins <= now)
}

/// Whether this person was called about it, on whichever step.
#[must_use]
pub fn was_called(found: &AlertInHand, person: PersonId) -> bool {
    let mut calls = found.calls.iter();
    calls.any(|call| call.message.to == Whom::Person(person))
}

/// Whom to call if it cannot wait.
#[must_use]
pub fn emergency(world: &World) -> Vec<Line> {
    let numbers = &world.programme.profile.emergency;
    if numbers.is_empty() {
        return vec![Line::CallEmergency];
    }
    let numbers = numbers.iter().cloned().map(Line::EmergencyNumber);
    [Line::CallOneOf].into_iter().chain(numbers).collect()
}

/// How an alert stands.
fn state(found: &AlertInHand) -> State {
    match &found.alert.state {
        _ if found.is_ended() => State::Over,
        AlertState::Open => State::Open {
            since: found.alert.raised_at,
        },
        AlertState::Taken { at, .. } => {
            let written = found.outcomes.iter().map(|outcome| outcome.report.sent_at);
            State::Taken {
                since: written.max().map_or(*at, |written| written.max(*at)),
            }
        }
    }
}

/// Who is on which step. Where no supervisor on duty is there, the managers are on duty; where no manager is either, it is
/// those who are away. Whoever has it is told again with those on duty.
fn facts(world: &World, alert: &Alert, state: State, messages: Vec<Message>) -> Facts {
    let taker = match &alert.state {
        AlertState::Open => None,
        AlertState::Taken { by, .. } => Some(*by),
    };
    let those = |wanted: &dyn Fn(&Answerer) -> bool| -> Vec<Contact> {
        let answer = answerers(world, alert).filter(|one| wanted(one));
        answer.map(Answerer::contact).collect()
    };
    let managers = those(&|one| one.role == Role::Manager);
    let mut on_duty = those(&|one| one.on_duty);
    let there = |contacts: &[Contact]| contacts.iter().any(|one| one.reach == Reach::Open);
    if !there(&on_duty) {
        if there(&managers) {
            on_duty.extend(managers.iter().copied());
        } else {
            let away = on_duty.iter_mut().filter(|one| one.reach == Reach::Absent);
            away.for_each(|one| one.reach = Reach::Open);
        }
    }
    on_duty.extend(those(&|one| Some(one.to.person) == taker));
    Facts {
        state,
        on_duty,
        deputies: those(&|one| one.role != Role::Manager && !one.on_duty),
        managers,
        messages,
    }
}

/// Those who may take this alert, but for whoever reported it.
fn answerers<'a>(world: &'a World, alert: &'a Alert) -> impl Iterator<Item = &'a Answerer> {
    world.alerts.answerers.iter().filter(move |one| {
        one.to.person != alert.raised_by.person
            && allows(one.role, one.relation, Action::HearAlert)
            && allows(one.role, one.relation, Action::TakeAlert)
    })
}

fn leaders<'a>(world: &'a World, alert: &'a Alert) -> impl Iterator<Item = &'a Recipient> {
    let leads = |one: &&Answerer| {
        one.relation == Relation::Member(Membership::Leads) && one.reach == Reach::Open
    };
    answerers(world, alert).filter(leads).map(|one| &one.to)
}

impl Answerer {
    fn contact(&self) -> Contact {
        Contact {
            person: self.to.person,
            reach: self.reach,
        }
    }
}

/// The ladder of one alert at one moment.
struct Climb<'a> {
    alert: &'a Alert,
    waits: &'a Waits,
    facts: Facts,
    /// When it began.
    begins: DateTime<Utc>,
}

impl Climb<'_> {
    /// What is done next.
    fn next(&self, now: DateTime<Utc>) -> Option<Step> {
        ladder::next(&self.facts, self.waits, now)
    }

    /// When to look again, once this step is made.
    fn after(&self, step: &Step, now: DateTime<Utc>) -> DateTime<Utc> {
        let mut facts = self.facts.clone();
        facts.messages.extend(step.tell.iter().map(|to| Message {
            place: step.place,
            to: *to,
            at: now,
            fate: Fate::Waiting,
        }));
        ladder::next(&facts, self.waits, now).map_or(now, |after| after.at)
    }

    fn calls(&self, world: &World, event: &Event, step: &Step) -> Vec<Effect> {
        let calls = step.tell.iter().filter_map(|whom| match whom {
            Whom::Person(called) => {
                let mut answerers = answerers(world, self.alert);
                let to = &answerers.find(|one| one.to.person == *called)?.to;
                Some(Effect::Call {
                    alert: self.alert.id,
                    since: self.begins,
                    place: step.place,
                    to: to.clone(),
                    screen: Box::new(self.words(world, event, to)),
                })
            }
            Whom::SecondChannel => Some(Effect::CallSecond {
                alert: self.alert.id,
                since: self.begins,
                place: step.place,
                channels: world.programme.second_channels.clone(),
            }),
        });
        calls.collect()
    }

    /// What somebody who is called reads: neutral, for anybody may see it.
    fn words(&self, world: &World, event: &Event, to: &Recipient) -> Screen {
        let alert = self.alert;
        let taken = match &alert.state {
            AlertState::Open => None,
            AlertState::Taken { by, at, .. } => Some((*by, *at)),
        };
        let line = said(
            &alert.code,
            alert.raised_at,
            taken.map(|(_, at)| at),
            event.at,
        );
        let mut screen = Screen::of([line]).button(Label::Show, Press::ShowAlert(alert.id));
        if taken.is_some_and(|(by, _)| by == to.person) {
            screen.rows.extend(writing(world, alert.id, &to.language));
            return screen;
        }
        screen.button(Label::IHaveIt, Press::TakeAlert(alert.id))
    }

    fn said(&self) -> impl Iterator<Item = &Message> {
        let messages = self.facts.messages.iter();
        messages.filter(|message| message.at >= self.begins)
    }

    /// Whether this step is the first of the last round.
    fn enters_last_round(&self, place: Place) -> bool {
        let before = self.said().map(|message| message.place.round).max();
        place.round + 1 >= ROUNDS && before.is_some_and(|before| before + 1 < ROUNDS)
    }
}

/// What a call about a danger says: that it is new, for how long nobody has it, or since when nothing was written of it.
#[must_use]
pub fn said(
    code: &Code,
    raised_at: DateTime<Utc>,
    taken_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Line {
    let code = code.clone();
    match taken_at {
        Some(taken_at) => Line::OutcomeMissing {
            code,
            hours: whole((now - taken_at).num_hours()),
        },
        None => match whole((now - raised_at).num_minutes()) {
            0 => pushed(code),
            minutes => Line::AlertStill { code, minutes },
        },
    }
}

fn pushed(code: Code) -> Line {
    Line::AlertPush { count: 1, code }
}

fn person(whom: &Whom) -> Option<PersonId> {
    match whom {
        Whom::Person(person) => Some(*person),
        Whom::SecondChannel => None,
    }
}

/// Minutes or hours that have passed; a clock that was set back has none.
fn whole(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}
