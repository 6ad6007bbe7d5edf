//! Danger: an alert is raised at once; somebody on duty sees it and says "I have it"; in the end somebody writes what
//! was done. A family's own call is in [`super::calling`].

use chrono::{DateTime, Utc};

use super::about::{Kind, Topic};
use super::access::{Action, Relation, may};
use super::alert::{
    Alert, AlertInHand, AlertOnList, AlertState, DangerStep, Note, OUTCOMES, Origin,
};
use super::card;
use super::case::Case;
use super::climbing;
use super::effect::{Effect, Object, Purpose};
use super::event::{Event, Happened};
use super::hearing::{self, Heard};
use super::id::{AlertId, Code, PersonId};
use super::people::{Language, Person, Recipient, Role};
use super::press::Press;
use super::review;
use super::screen::{Button, Label, Line, Screen};
use super::step::old_button;
use super::world::{DraftInHand, World};

/// Calls that are put right when somebody takes an alert, the newest; an older one says who has it once it is pressed.
const REWRITTEN: usize = 20;

/// What raising an alert leads to, and the line that tells the reporter.
#[derive(Debug)]
pub struct Called {
    /// The alert, the messages and the audit.
    pub effects: Vec<Effect>,
    /// For the reporter, above the next question.
    pub line: Line,
}

/// Raises an alert because of an answer, before the rest of the form is asked.
#[must_use]
pub fn raise(world: &World, event: &Event, hand: &DraftInHand) -> Called {
    let origin = Origin::Answer(hand.draft.id);
    let (effects, told) = call(world, event, &hand.case, hand.draft.person, origin);
    let line = match told {
        0 => Line::AlertReachedNobody,
        told => Line::AlertRaised { told },
    };
    Called { effects, line }
}

/// Raises an alert: a row, the first step of its ladder, and a message to those who lead the case. Also says how many
/// were told.
#[must_use]
pub fn call(
    world: &World,
    event: &Event,
    case: &Case,
    by: PersonId,
    origin: Origin,
) -> (Vec<Effect>, u16) {
    let id = event.fresh.alert;
    let alert = Alert {
        id,
        case: case.id,
        code: case.code.clone(),
        team: case.team,
        raised_by: Recipient {
            person: by,
            chat: world.chat.id,
            language: world.language(),
            zone: world.zone(),
            role: world
                .person
                .as_ref()
                .map_or(Role::Family, |person| person.role),
            preference: world
                .person
                .as_ref()
                .map(|person| person.preference)
                .unwrap_or_default(),
        },
        origin,
        raised_at: event.at,
        state: AlertState::Open,
    };
    let begun = climbing::begin(world, event, &alert);
    let mut effects = vec![
        Effect::RaiseAlert(Box::new(alert)),
        Effect::note(Action::RaiseAlert, Object::Alert(id)),
    ];
    effects.extend(begun.effects);
    (effects, begun.told)
}

/// Shows what an alert is about, to somebody who may see it, in a message that cannot be forwarded.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(found) = allowed(world, person, Action::SeeAlert) else {
        return old_button(world, event);
    };
    vec![
        Effect::note(Action::SeeAlert, Object::Alert(found.alert.id)),
        Effect::Say {
            purpose: Purpose::News,
            screen: Box::new(details(world)),
        },
    ]
}

/// "I have it": the reporter and everybody who was told hear by name who has.
#[must_use]
pub fn take(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let found = world.alert.as_ref().filter(|found| may_take(person, found));
    let Some(found) = found else {
        return old_button(world, event);
    };
    let alert = &found.alert;
    let code = alert.code.clone();
    let waits = &world.programme.profile.danger;
    let from = match &alert.state {
        AlertState::Open => None,
        // Nobody wrote what was done for a day: whoever is called now may have it from there on.
        AlertState::Taken { by, at, .. }
            if *by != person.id && climbing::is_overdue(found, waits, event.at) =>
        {
            Some(*at)
        }
        AlertState::Taken { by, name, at: _ } => {
            let line = match found.is_ended() {
                true => Line::AlertLookedAfter(code),
                false => held(code, (*by, name), person),
            };
            return amended(world, person, found, line);
        }
    };
    let mut effects = vec![
        Effect::TakeAlert {
            alert: alert.id,
            from,
        },
        Effect::LookAgain {
            alert: alert.id,
            at: event.at + waits.outcome,
        },
        Effect::note(Action::TakeAlert, Object::Alert(alert.id)),
    ];
    let mut taken = found.clone();
    taken.alert.state = AlertState::Taken {
        by: person.id,
        name: person.name.clone(),
        at: event.at,
    };
    let yours = Line::AlertYours(code.clone());
    effects.extend(amended(world, person, &taken, yours));
    effects.extend(rewritten(world, event, person, &taken));
    let news = Screen::of([Line::AlertTaken {
        code,
        name: person.name.clone(),
    }]);
    let reporter = reporter(found).into_iter();
    let hearers = reporter.chain(others(found, person.id));
    effects.extend(hearers.map(|to| Effect::tell_at_once(to, &news)));
    effects
}

/// The calls that are on phones already say who has it, so that no old one asks for somebody.
fn rewritten(world: &World, event: &Event, person: &Person, taken: &AlertInHand) -> Vec<Effect> {
    let pressed = match &event.happened {
        Happened::Press { message, .. } => Some((world.chat.id, *message)),
        _ => None,
    };
    let alert = &taken.alert;
    let shown = taken
        .calls
        .iter()
        .rev()
        .filter_map(|call| call.shown.as_ref());
    let others = shown.filter(|(to, message)| pressed != Some((to.chat, *message)));
    let rewrite = others.take(REWRITTEN).map(|(to, message)| {
        let code = alert.code.clone();
        let line = match to.person == person.id {
            true => Line::AlertYours(code),
            false => Line::AlertTaken {
                code,
                name: person.name.clone(),
            },
        };
        let screen = match to.person == person.id {
            true => with_ways(world, person, taken, line),
            false => Screen::of([line]).button(Label::Show, Press::ShowAlert(alert.id)),
        };
        Effect::Rewrite {
            to: to.clone(),
            message: *message,
            screen: Box::new(screen),
        }
    });
    rewrite.collect()
}

/// Who has it, as this person reads it.
fn held(code: Code, by: (PersonId, &str), person: &Person) -> Line {
    let (by, name) = by;
    match by == person.id {
        true => Line::AlertYours(code),
        false => Line::AlertTaken {
            code,
            name: name.to_owned(),
        },
    }
}

/// The details of the alert in question.
#[must_use]
pub fn details(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some((person, found)) =
        person.and_then(|person| Some((person, allowed(world, person, Action::SeeAlert)?)))
    else {
        return Screen::gone();
    };
    let alert = &found.alert;
    let mut screen = Screen::of([
        Line::DetailsAsked(alert.code.clone()),
        Line::AlertAbout {
            code: alert.code.clone(),
            alias: found.alias.clone(),
            reporter: found.reporter.clone(),
            at: alert.raised_at,
        },
    ]);
    screen.protected = true;
    match alert.origin {
        Origin::Answer(_) => {}
        Origin::Family => screen.lines.push(Line::FamilyNotSafe),
        Origin::Call => screen.lines.push(Line::FamilyWantsCall),
    }
    let mut spoken = Vec::new();
    for note in &found.notes {
        screen.lines.push(match note {
            Note::Words(words) => Line::AlertNote(words.clone()),
            Note::Media(said) => {
                spoken.push(*said);
                Line::SaidBy(said.kind)
            }
        });
    }
    match &alert.state {
        AlertState::Open => screen.lines.push(Line::AlertOpen),
        AlertState::Taken { .. } if found.is_ended() => {}
        AlertState::Taken { by, name, .. } => {
            screen
                .lines
                .push(held(alert.code.clone(), (*by, name), person));
        }
    }
    for outcome in found.outcomes.iter().take(OUTCOMES) {
        screen.lines.push(Line::AlertOutcome {
            by: outcome.by.clone(),
            at: outcome.report.sent_at,
            ends: outcome.ends,
        });
        let (lines, said) = review::answers_of(&outcome.report, &world.language());
        screen.lines.extend(lines);
        spoken.extend(said);
    }
    screen = hearing::buttons(screen, Heard::Alert(alert.id), &spoken);
    if alert.state == AlertState::Open && may_take(person, found) {
        screen = screen.button(Label::IHaveIt, Press::TakeAlert(alert.id));
    }
    screen.rows.extend(writing_of(world, person, found));
    screen
}

/// Whether it is to be written what was done: somebody has it, and it is not over.
#[must_use]
pub fn wants_outcome(found: &AlertInHand) -> bool {
    matches!(found.alert.state, AlertState::Taken { .. }) && !found.is_ended()
}

/// It was written that a danger is over: the reporter and the others who were told hear that it is looked after.
#[must_use]
pub fn looked_after(world: &World, alert: AlertId, by: PersonId) -> Vec<Effect> {
    let found = world.alert.as_ref();
    let Some(found) = found.filter(|found| found.alert.id == alert && !found.is_ended()) else {
        return Vec::new();
    };
    let news = Screen::of([Line::AlertLookedAfter(found.alert.code.clone())]);
    let shown = news.clone().button(Label::Show, Press::ShowAlert(alert));
    let reporter = reporter(found).filter(|to| to.person != by);
    let reporter = reporter.map(|to| Effect::tell(to, &news));
    let others = others(found, by).map(|to| Effect::tell(to, &shown));
    reporter.into_iter().chain(others).collect()
}

/// The alerts without an end on a menu: those that nobody has, then the others; the oldest first.
#[must_use]
pub fn standing(world: &World) -> Vec<Button> {
    let Some(person) = &world.person else {
        return Vec::new();
    };
    let listed = world.alerts.standing.iter();
    let mut listed: Vec<&AlertOnList> = listed
        .filter(|alert| alert.ended.is_none() && sees(person, alert))
        .collect();
    listed.sort_by_key(|alert| (alert.taken.is_some(), alert.raised_at, alert.code.clone()));
    listed
        .into_iter()
        .map(|alert| Button {
            label: Label::Alert {
                code: alert.code.clone(),
                taken: alert.taken.is_some(),
            },
            press: Press::ShowAlert(alert.id),
        })
        .collect()
}

/// The dangers of the case in question that are not over, for a card: what is said of them and the way to each.
#[must_use]
pub fn on_card(world: &World, person: &Person, case: &Case) -> (Vec<Line>, Vec<Button>) {
    let open = seen_of_case(world, person).filter(|alert| alert.ended.is_none());
    open.map(|alert| {
        let on = alert.raised_at.with_timezone(&case.zone).date_naive();
        let line = Line::DangerStands {
            on,
            taken: alert.taken.as_ref().map(|(name, _)| name.clone()),
        };
        let button = Button {
            label: Label::AlertOf(on),
            press: Press::ShowAlert(alert.id),
        };
        (line, button)
    })
    .unzip()
}

/// The newest alerts of the case in question that this person may see.
pub fn seen_of_case<'a>(
    world: &'a World,
    person: &'a Person,
) -> impl Iterator<Item = &'a AlertOnList> {
    let alerts = world.alerts.of_case.iter();
    alerts.filter(|alert| sees(person, alert))
}

/// What became of an alert, each with its moment and who did it, newest first.
pub fn passed(
    alert: &AlertOnList,
) -> impl Iterator<Item = (DateTime<Utc>, DangerStep, String)> + use<> {
    let raised = (alert.reporter.clone(), alert.raised_at);
    let steps = [
        (DangerStep::Ended, alert.ended.clone()),
        (DangerStep::Taken, alert.taken.clone()),
        (DangerStep::Reported, Some(raised)),
    ];
    let passed = steps.into_iter();
    passed.filter_map(|(step, by)| by.map(|(name, at)| (at, step, name)))
}

/// The message whose button was pressed now says this.
fn amended(world: &World, person: &Person, found: &AlertInHand, line: Line) -> Vec<Effect> {
    vec![Effect::Amend(Box::new(with_ways(
        world, person, found, line,
    )))]
}

/// These words, with the ways to the details and to its end.
fn with_ways(world: &World, person: &Person, found: &AlertInHand, line: Line) -> Screen {
    let mut screen = Screen::of([line]).button(Label::Show, Press::ShowAlert(found.alert.id));
    screen.rows.extend(writing_of(world, person, found));
    screen
}

/// The buttons that begin to write what was done, for whoever may.
fn writing_of(world: &World, person: &Person, found: &AlertInHand) -> Vec<Vec<Button>> {
    match wants_outcome(found) && may_with(person, found, Action::EndAlert) {
        true => writing(world, found.alert.id, &world.language()),
        false => Vec::new(),
    }
}

/// The buttons that begin to write what was done about an alert, for somebody who reads this language.
#[must_use]
pub fn writing(world: &World, alert: AlertId, language: &Language) -> Vec<Vec<Button>> {
    let forms = world.programme.forms.iter();
    let forms = forms.filter(|form| form.part.about == Kind::Alert);
    let topic = Topic::Alert(alert);
    forms
        .map(|form| vec![card::beginning_for(topic, form, language)])
        .collect()
}

/// Where the reporter hears of it. A family is told nothing unasked: somebody else may read along.
#[must_use]
pub fn reporter(found: &AlertInHand) -> Option<&Recipient> {
    (found.role != Role::Family).then_some(&found.alert.raised_by)
}

/// The others who were told, once each.
fn others(found: &AlertInHand, but: PersonId) -> impl Iterator<Item = &Recipient> {
    let reporter = found.alert.raised_by.person;
    let told = found.told.iter();
    told.filter(move |told| told.person != but && told.person != reporter)
}

/// The alert in question, if this person may do this with it.
fn allowed<'a>(world: &'a World, person: &Person, action: Action) -> Option<&'a AlertInHand> {
    let found = world.alert.as_ref()?;
    may_with(person, found, action).then_some(found)
}

/// Those on duty answer for the team at that hour. A caseworker who leads the case says "I have it" once the ladder has
/// come to her: often it is she who has reported.
fn may_take(person: &Person, found: &AlertInHand) -> bool {
    let asked = person.role != Role::Caseworker || climbing::was_called(found, person.id);
    asked && may_with(person, found, Action::TakeAlert)
}

fn may_with(person: &Person, found: &AlertInHand, action: Action) -> bool {
    let relation = Relation::to_case_of(person, found.alert.team, found.membership);
    may(person, relation, action)
}

fn sees(person: &Person, alert: &AlertOnList) -> bool {
    let relation = Relation::to_case_of(person, alert.team, alert.membership);
    may(person, relation, Action::SeeAlert)
}
