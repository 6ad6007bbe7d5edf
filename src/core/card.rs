//! The case card and the timeline: a case's record comes in, screens go out, strengths first.

use chrono::{DateTime, Utc};

use super::about::{Kind, Topic};
use super::access::{Action, Relation, may, may_with};
use super::alert::Note;
use super::case::{Case, CaseInHand, Entry, Membership, Record};
use super::danger;
use super::effect::{Effect, Object};
use super::event::Event;
use super::goal::Goal;
use super::handover::InHandOver;
use super::hearing::{self, Heard};
use super::id::CaseId;
use super::keeping;
use super::menu::is_visited;
use super::opening;
use super::part::VISIT;
use super::pause;
use super::people::{Language, Person, Role};
use super::place::Place;
use super::press::Press;
use super::review::InReview;
use super::screen::{BUTTONS_PER_PAGE, Button, Label, Line, Screen, page as paged};
use super::services;
use super::stage::Stage;
use super::step::{go, old_button};
use super::stuck::is_stuck;
use super::world::{FormInUse, World};

/// Strengths on the card; the newest say most.
const STRENGTHS: usize = 5;
/// Requests on the card that were answered, beside those that are open.
const ANSWERED: usize = 2;
/// Buttons side by side that open reports of the timeline.
const READS_PER_ROW: usize = 4;
/// Reports and dangers on the timeline.
const ENTRIES: usize = 15;

/// Shows the card of the case in question.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person, case: CaseId, page: u16) -> Vec<Effect> {
    looked_at(
        world,
        event,
        person,
        Place::Case { case, page },
        Object::Case(case),
    )
}

/// Shows the timeline of the case in question.
#[must_use]
pub fn history(world: &World, event: &Event, person: &Person, case: CaseId) -> Vec<Effect> {
    looked_at(
        world,
        event,
        person,
        Place::Timeline { case },
        Object::Case(case),
    )
}

/// Goes to a place that shows something of the case in question, for those who may see it; the audit keeps on what.
#[must_use]
pub fn looked_at(
    world: &World,
    event: &Event,
    person: &Person,
    place: Place,
    object: Object,
) -> Vec<Effect> {
    if seen(world, person).is_none() {
        return old_button(world, event);
    }
    let mut effects = vec![Effect::note(Action::SeeCase, object)];
    effects.extend(go(world, event, place));
    effects
}

/// The case in question, if this person may see it.
#[must_use]
pub fn seen<'a>(world: &'a World, person: &Person) -> Option<&'a CaseInHand> {
    let found = world.case.as_ref()?;
    may_with(person, &found.case, Action::SeeCase).then_some(found)
}

/// The card: strengths, goals and how far they have come, who is involved, what is due, what can be done.
#[must_use]
pub fn card(world: &World, at: DateTime<Utc>, page: u16) -> Screen {
    let person = world.person.as_ref();
    let Some((person, (found, record))) =
        person.and_then(|person| Some((person, recorded(world, person)?)))
    else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([Line::CaseTitle {
        code: case.code.clone(),
        alias: case.alias.clone(),
    }]);
    screen.protected = true;
    if person.role != Role::Family {
        screen.lines.push(Line::CaseStands {
            stage: case.stage,
            risk: case.risk,
        });
    }
    if record.call_wished && case.stage == Stage::Closed && person.role != Role::Family {
        screen.lines.push(Line::CallWishedHere);
    }
    let paused = pause::now(case, at);
    if person.role != Role::Family {
        screen.lines.extend(paused.map(Line::Paused));
    }
    let (dangers, to_dangers) = danger::on_card(world, person, case);
    screen.lines.extend(dangers);
    let mut spoken = Vec::new();
    for strength in record.strengths.iter().take(STRENGTHS) {
        screen.lines.push(match strength {
            Note::Words(words) => Line::Strength(words.clone()),
            Note::Media(said) => {
                spoken.push(*said);
                Line::StrengthSaid(said.kind)
            }
        });
    }
    for goal in found.goals.iter().filter(|goal| goal.is_agreed()) {
        screen.lines.push(stands(world, record, goal));
        screen.lines.extend(stuck(world, goal));
    }
    let asked_for = found.referrals.iter();
    screen
        .lines
        .extend(asked_for.map(|referral| Line::AskedFor(referral.words.clone())));
    if is_visited(world, case) {
        let next = case.next_visit_on(&world.programme.profile);
        screen.lines.push(Line::NextVisitOn(next));
    }
    screen.lines.extend(next_review(world, case));
    screen.lines.extend(keeping::lines(world));
    let answered = world.asked.iter().filter(|asked| !asked.is_open());
    screen
        .lines
        .extend(answered.take(ANSWERED).map(services::stands));
    screen
        .lines
        .extend(record.people.iter().map(|involved| Line::Involved {
            name: involved.name.clone(),
            place: involved.membership,
        }));
    let mut people = record.people.iter();
    let led = people.any(|involved| involved.membership == Membership::Leads);
    if !led && may_with(person, case, Action::AssignPeople) && case.stage == Stage::Referred {
        screen.lines.push(Line::NobodyLeads);
    }
    let invite = may_with(person, case, Action::InviteFamily).then_some(Button {
        label: Label::InviteFamily,
        press: Press::InviteFamily(case.id),
    });
    for button in to_dangers {
        screen = screen.row(vec![button]);
    }
    screen = hearing::buttons(screen, Heard::Case(case.id), &spoken);
    if paused.is_some() {
        screen = screen.row(going_on(world, person, case).into_iter().collect());
    }
    let forms: Vec<Button> = begun_here(world, person, case, Action::SeeCase).collect();
    let turn = |page| Press::Case(case.id, page);
    let (shown, turns) = paged(&forms, page, BUTTONS_PER_PAGE, turn);
    for (_, button) in shown {
        screen = screen.row(vec![button.clone()]);
    }
    screen
        .row(turns)
        .button(Label::Plan(case.code.clone()), Press::Plan(case.id))
        .button(Label::Services, Press::Asked(case.id))
        .button(Label::Timeline, Press::Timeline(case.id))
        .row(invite.into_iter().collect())
        .row(changing_people(person, case).into_iter().collect())
        .button(Label::Menu, Press::Menu)
}

/// A goal, and how far it has come by the newest report that says so.
#[must_use]
pub fn stands(world: &World, record: &Record, goal: &Goal) -> Line {
    let score = record.scores.iter().find(|score| score.0 == goal.id);
    Line::GoalStands {
        words: world.words_of(goal),
        score: score.map(|score| score.1),
    }
}

/// Says that this goal is stuck, if it is one that the family agrees to.
#[must_use]
pub fn stuck(world: &World, goal: &Goal) -> Option<Line> {
    let record = world.record.as_ref()?;
    let stuck = goal.is_agreed() && is_stuck(goal.id, &record.scored);
    stuck.then_some(Line::GoalStuck)
}

/// When the plan is looked at next, if a review said so and there still is a plan to look at.
#[must_use]
pub fn next_review(world: &World, case: &Case) -> Option<Line> {
    let record = world.record.as_ref()?;
    let day = record.review_on.filter(|_| case.stage != Stage::Closed)?;
    Some(Line::NextReviewOn(day))
}

/// The way to end a pause, for whoever may begin one.
fn going_on(world: &World, person: &Person, case: &Case) -> Option<Button> {
    let form = world.programme.form(pause::FORM)?;
    form.part.lets(person, case).then(|| Button {
        label: Label::GoOn,
        press: Press::BeginWith(case.id, pause::FORM.into(), pause::GO_ON.into()),
    })
}

/// The way to who is in the case, for whoever may change that.
fn changing_people(person: &Person, case: &Case) -> Option<Button> {
    may_with(person, case, Action::AssignPeople).then_some(Button {
        label: Label::People,
        press: Press::HandOver(InHandOver::People(case.id)),
    })
}

/// The newest reports, newest first.
#[must_use]
pub fn timeline(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some((person, (found, record))) =
        person.and_then(|person| Some((person, recorded(world, person)?)))
    else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([Line::TimelineTitle(case.code.clone())]);
    screen.protected = true;
    let language = world.language();
    let day = |at: DateTime<Utc>| at.with_timezone(&case.zone).date_naive();
    let opens = may_with(person, case, Action::ReadReport);
    let shown = |entry: &&Entry| {
        let form = world.programme.form(&entry.form);
        form.is_none_or(|form| form.part.shows(person, case))
    };
    let reports = record.reports.iter().filter(shown).zip(1..);
    let reports = reports.map(|(entry, number)| {
        let form = world.programme.form(&entry.form);
        let line = Line::TimelineEntry {
            number: opens.then_some(number),
            on: day(entry.sent_at),
            title: form.map_or_else(
                || super::form::Phrase::fixed(entry.form.clone()),
                |form| form.form.title_in(&language.0),
            ),
            by: entry.by.clone(),
        };
        let read = opens.then_some(Button {
            label: Label::Read(number),
            press: Press::Review(InReview::Show(entry.report)),
        });
        (entry.sent_at, line, read)
    });
    let dangers = danger::seen_of_case(world, person).flat_map(danger::passed);
    let dangers = dangers.map(|(at, step, by)| {
        let on = day(at);
        (at, Line::DangerWas { on, step, by }, None)
    });
    let mut entries: Vec<(DateTime<Utc>, Line, Option<Button>)> = reports.chain(dangers).collect();
    entries.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    entries.truncate(ENTRIES);
    if entries.is_empty() {
        screen.lines.push(Line::NothingYet);
    }
    let mut reads = Vec::new();
    for (_, line, read) in entries {
        screen.lines.push(line);
        reads.extend(read);
    }
    for row in reads.chunks(READS_PER_ROW) {
        screen = screen.row(row.to_vec());
    }
    screen
        .button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0))
        .button(Label::Menu, Press::Menu)
}

/// The cases that this person may see.
#[must_use]
pub fn caseload(world: &World, page: u16) -> Screen {
    let Some(person) = &world.person else {
        return Screen::of([Line::NoCases]).button(Label::Menu, Press::Menu);
    };
    let cases = world
        .cases
        .iter()
        .filter(|case| may_with(person, case, Action::SeeCase));
    let cases: Vec<&Case> = cases.collect();
    let mut screen = Screen::of([match cases.is_empty() {
        true => Line::NoCases,
        false => Line::CaseloadTitle,
    }]);
    let (shown, turns) = paged(&cases, page, BUTTONS_PER_PAGE, Press::Caseload);
    for (_, case) in shown {
        screen = screen.button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0));
    }
    let new = opening::may_open(person).then_some(Button {
        label: Label::NewCase,
        press: Press::NewCase,
    });
    let leads = may(person, Relation::Team, Action::AssignPeople) && !cases.is_empty();
    let team = leads.then_some(Button {
        label: Label::TeamPeople,
        press: Press::HandOver(InHandOver::Team(0)),
    });
    screen
        .row(turns)
        .row(new.into_iter().collect())
        .row(team.into_iter().collect())
        .button(Label::Menu, Press::Menu)
}

/// A button for each form that this person may begin about this case now, by this row of the access table or, for
/// [`Action::SeeCase`], by any: the visit, then forms of few stages, which are what comes next, then those of all.
pub fn begun_here<'a>(
    world: &'a World,
    person: &'a Person,
    case: &'a Case,
    by: Action,
) -> impl Iterator<Item = Button> + 'a {
    let forms = world.programme.forms.iter();
    let mut forms: Vec<_> = forms
        .filter(|form| {
            let action = form.part.action(person, case);
            let asked = action.is_some() && (by == Action::SeeCase || action == Some(by));
            asked && form.part.about == Kind::Case && form.part.fits(case.stage)
        })
        .collect();
    forms.sort_by_key(|form| {
        let stages = Stage::ALL.into_iter();
        let stages = stages.filter(|&stage| form.part.fits(stage));
        (form.form.name != VISIT, stages.count())
    });
    forms
        .into_iter()
        .map(move |form| beginning(world, case, form))
}

/// The button that begins this form about this case.
#[must_use]
pub fn beginning(world: &World, case: &Case, form: &FormInUse) -> Button {
    if form.form.name == VISIT {
        return Button {
            label: Label::Visit,
            press: Press::Visit(case.id),
        };
    }
    Button {
        label: titled(form, &world.language()),
        press: Press::Begin(case.id, form.form.name.clone()),
    }
}

/// The button that begins this form about a goal, a request or a service.
#[must_use]
pub fn beginning_about(world: &World, topic: Topic, form: &FormInUse) -> Button {
    beginning_for(topic, form, &world.language())
}

/// The same on the screen of somebody else, who reads this language.
#[must_use]
pub fn beginning_for(topic: Topic, form: &FormInUse, language: &Language) -> Button {
    Button {
        label: titled(form, language),
        press: Press::About(topic, form.form.name.clone()),
    }
}

fn titled(form: &FormInUse, language: &Language) -> Label {
    Label::Form {
        icon: form.part.icon.clone(),
        title: form.form.title_in(&language.0),
    }
}

/// The case in question with its record, if this person may see it.
fn recorded<'a>(world: &'a World, person: &Person) -> Option<(&'a CaseInHand, &'a Record)> {
    Some((seen(world, person)?, world.record.as_ref()?))
}
