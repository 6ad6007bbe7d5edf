//! The plan as both sides see it: goals come in, screens that say what was agreed, by whom and when go out.

use chrono::NaiveDate;

use super::about::{Kind, Topic};
use super::access::{Action, may_with};
use super::active;
use super::agreed;
use super::alert::Spoken;
use super::card::{beginning, beginning_about, begun_here, looked_at, next_review, seen, stuck};
use super::case::{Case, Membership};
use super::effect::{Effect, Object};
use super::event::Event;
use super::form::Phrase;
use super::goal::{Decided, Goal, Levels, Task};
use super::hearing::{self, Heard};
use super::id::{CaseId, GoalId, TaskId};
use super::keeping;
use super::people::{Person, Role};
use super::place::Place;
use super::press::Press;
use super::screen::{BUTTONS_PER_PAGE, Button, Label, Line, Screen};
use super::share::State;
use super::stage::Stage;
use super::step::{go, old_button, show_at};
use super::world::{FormInUse, World};

/// The form in which a goal is written down; it has the ready goals.
pub const PROPOSING: &str = "goal";
/// The form in which a family decides on a goal.
pub const DECIDING: &str = "goal_decision";
/// The form that says how a goal is going.
pub const UPDATING: &str = "goal_update";

/// Shows the plan of the case in question.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person, case: CaseId) -> Vec<Effect> {
    looked_at(
        world,
        event,
        person,
        Place::Plan { case },
        Object::Case(case),
    )
}

/// Shows one goal with all that was decided on it.
#[must_use]
pub fn show_goal(world: &World, event: &Event, person: &Person, goal: GoalId) -> Vec<Effect> {
    let Some(found) = seen(world, person) else {
        return old_button(world, event);
    };
    let object = Object::Case(found.case.id);
    looked_at(world, event, person, Place::Goal { goal }, object)
}

/// The family reminds those who lead the case of a step that is late. The screen that says so takes the button away:
/// whoever would remind them again finds the way by the goal.
#[must_use]
pub fn nudge(world: &World, event: &Event, person: &Person, task: TaskId) -> Vec<Effect> {
    let found = seen(world, person);
    let found = found.filter(|found| may_with(person, &found.case, Action::SpeakAsFamily));
    let late = found.filter(|found| {
        let Place::Goal { goal: shown } = &world.chat.place else {
            return false;
        };
        let today = event.at.with_timezone(&found.case.zone).date_naive();
        let mut goals = found.goals.iter().filter(|goal| goal.id == *shown);
        goals.any(|goal| {
            let mut tasks = goal.tasks.iter();
            tasks.any(|known| known.id == task && known.side.is_ours() && known.is_late(today))
        })
    });
    let Some(found) = late else {
        return old_button(world, event);
    };
    let code = found.case.code.clone();
    let done = Screen::of([Line::NudgeSent])
        .button(Label::Plan(code.clone()), Press::Plan(found.case.id))
        .button(Label::Menu, Press::Menu);
    let screen = Screen::of([Line::Nudged(code)]).button(Label::Show, Press::Plan(found.case.id));
    let leads = world.circle.iter();
    let leads = leads.filter(|(place, _)| *place == Membership::Leads);
    let mut effects = vec![Effect::note(Action::SpeakAsFamily, Object::Task(task))];
    effects.extend(show_at(Place::Nowhere, done));
    effects.extend(leads.map(|(_, to)| Effect::tell(to, &screen)));
    effects
}

/// Whether a task is this person's to tick off: the family's by the family, the organisation's by those who work here.
fn may_tick(person: &Person, task: &Task) -> bool {
    match person.role {
        Role::Family => !task.side.is_ours(),
        Role::Volunteer | Role::Caseworker | Role::Supervisor => true,
        Role::Manager => false,
    }
}

/// Ticks a task off.
#[must_use]
pub fn tick(world: &World, event: &Event, person: &Person, task: TaskId) -> Vec<Effect> {
    let found = seen(world, person).filter(|found| {
        let works = may_with(person, &found.case, Action::WorkOnCase);
        works || may_with(person, &found.case, Action::SpeakAsFamily)
    });
    let owner = found.and_then(|found| {
        let mut goals = found.goals.iter();
        goals.find(|goal| {
            goal.tasks
                .iter()
                .any(|known| known.id == task && known.done_at.is_none() && may_tick(person, known))
        })
    });
    let Some(goal) = owner else {
        return old_button(world, event);
    };
    let mut after = world.clone();
    if let Some(found) = &mut after.case {
        let tasks = found.goals.iter_mut().flat_map(|goal| &mut goal.tasks);
        for known in tasks.filter(|known| known.id == task) {
            known.done_at = Some(event.at);
        }
    }
    let mut effects = vec![
        Effect::TickTask(task),
        Effect::note(Action::SpeakAsFamily, Object::Task(task)),
    ];
    effects.extend(go(&after, event, Place::Goal { goal: goal.id }));
    effects
}

/// The whole plan: each goal as it stands, and who promised what.
#[must_use]
pub fn plan(world: &World, event: &Event) -> Screen {
    let person = world.person.as_ref();
    let Some((person, found)) = person.and_then(|person| Some((person, seen(world, person)?)))
    else {
        return Screen::gone();
    };
    let case = &found.case;
    let code = case.code.clone();
    let mut screen = Screen::of([match active::state(found) {
        Some(state) => Line::PlanStands { code, state },
        None => Line::PlanTitle(code),
    }]);
    screen.protected = true;
    if found.goals.is_empty() {
        screen.lines.push(Line::NoGoals);
    }
    for goal in &found.goals {
        screen.lines.push(Line::GoalDecided {
            words: world.words_of(goal),
            choice: goal.choice(),
        });
        let held = agreed::held(world, goal);
        screen
            .lines
            .extend(held.map(|held| Line::HeldInPlan(agreed::words_of(world, held))));
        screen.lines.extend(stuck(world, goal));
    }
    let today = event.at.with_timezone(&case.zone).date_naive();
    let agreed = found.goals.iter().filter(|goal| goal.is_agreed());
    let mut tasks: Vec<&Task> = agreed.flat_map(|goal| &goal.tasks).collect();
    tasks.sort_by_key(|task| (task.side, task.due_on));
    screen
        .lines
        .extend(tasks.into_iter().map(|task| promise(task, today)));
    // A family sees who is at its side; for those who work here it stands on the card.
    let people = world.record.iter().flat_map(|record| &record.people);
    let people = people.filter(|_| person.role == Role::Family);
    screen.lines.extend(people.map(|someone| Line::Involved {
        name: someone.name.clone(),
        place: someone.membership,
    }));
    screen.lines.extend(next_review(world, case));
    screen.lines.extend(keeping::lines(world));
    for share in &world.shares {
        screen.lines.push(Line::SharedWith {
            to: share.to.clone(),
            state: share.state(event.at),
        });
    }
    for (number, goal) in (1u16..).zip(&found.goals).take(BUTTONS_PER_PAGE) {
        let label = Label::Goal {
            number,
            open: goal.is_open(),
        };
        screen = screen.button(label, Press::Goal(goal.id));
    }
    // On a worker's phone these stand on the card.
    let family = person.role == Role::Family;
    let speaks = |button: &Button| family && matches!(&button.press, Press::Begin(..));
    for button in begun_here(world, person, case, Action::SpeakAsFamily).filter(speaks) {
        screen = screen.row(vec![button]);
    }
    for form in reviewing(world, person, case) {
        screen = screen.row(vec![beginning(world, case, form)]);
    }
    if may_with(person, case, Action::SpeakAsFamily) {
        let waiting = world.shares.iter();
        let waiting = waiting.filter(|share| matches!(share.state(event.at), State::Waiting(_)));
        for share in waiting {
            let label = Label::EndShare(share.to.clone());
            screen = screen.button(label, Press::EndShare(share.id));
        }
    }
    screen = screen.button(Label::Services, Press::Asked(case.id));
    if may_with(person, case, Action::WorkOnCase) {
        screen = screen.button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0));
    }
    screen.button(Label::Menu, Press::Menu)
}

/// Who does what by when, and whether it is done.
#[must_use]
pub fn promise(task: &Task, today: NaiveDate) -> Line {
    Line::Promise {
        words: task.words.clone(),
        side: task.side,
        due_on: task.due_on,
        done: task.done_at.is_some(),
        late: task.is_late(today),
    }
}

/// One goal: its words, what was decided, when and by whom, and what can be said about it now.
#[must_use]
pub fn goal(world: &World, event: &Event, goal: GoalId) -> Screen {
    let person = world.person.as_ref();
    let known = person.and_then(|person| {
        let found = seen(world, person)?;
        let goal = found.goals.iter().find(|known| known.id == goal)?;
        Some((person, found, goal))
    });
    let Some((person, found, goal)) = known else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([
        Line::PlanTitle(case.code.clone()),
        Line::GoalWords(world.words_of(goal)),
    ]);
    screen.protected = true;
    screen.lines.extend(stuck(world, goal));
    screen.lines.extend(goal.means.clone().map(Line::GoalMeans));
    let levels = goal.levels.iter().flat_map(Levels::by_score);
    screen
        .lines
        .extend(levels.map(|(score, words)| Line::GoalLevel {
            score,
            words: words.to_owned(),
        }));
    let held = agreed::held(world, goal);
    let earlier = agreed::earlier(world, goal);
    match (&goal.decided, held) {
        (Some(decided), _) => screen
            .lines
            .extend(agreed::decided(world, decided, goal.version)),
        (None, _) if goal.is_agreed() => screen.lines.push(Line::AgreedBefore),
        (None, Some(_)) => screen.lines.push(Line::NewWordsWait),
        (None, None) => screen.lines.push(Line::NotDecided),
    }
    let said = earlier.iter().copied().chain(held);
    let said = said.filter_map(|said| said.decided.as_ref());
    let said = goal.decided.iter().chain(said);
    let spoken: Vec<Spoken> = said.filter_map(Decided::spoken).collect();
    screen = hearing::buttons(screen, Heard::Goal(goal.id), &spoken);
    screen
        .lines
        .extend(goal.review_on.map(Line::GoalReviewedOn));
    let today = event.at.with_timezone(&case.zone).date_naive();
    let promises = goal.tasks.iter().map(|task| promise(task, today));
    screen.lines.extend(promises);
    let held = held.map(|held| agreed::held_lines(world, held, today));
    screen.lines.extend(held.into_iter().flatten());
    screen.lines.extend(agreed::earlier_lines(world, &earlier));
    let forms = world.programme.forms.iter();
    let forms = forms.filter(|form| {
        let offered = form.part.fits(case.stage) && form.part.lets(person, case);
        form.part.about == Kind::Goal && offered && is_asked_of(form, goal)
    });
    for form in forms {
        let mut button = beginning_about(world, Topic::Goal(goal.id), form);
        if form.form.name == DECIDING {
            button.label = match (person.role, goal.is_open()) {
                (Role::Family, true) => Label::Decide,
                (Role::Family, false) => Label::ChangeMind,
                (_, _) => Label::DecideHere,
            };
        }
        screen = screen.row(vec![button]);
    }
    for (number, task) in (1u16..).zip(&goal.tasks) {
        if task.done_at.is_some() || !goal.is_agreed() {
            continue;
        }
        if may_tick(person, task) {
            screen = screen.button(Label::TickTask(number), Press::TickTask(task.id));
        } else if task.is_late(today) {
            screen = screen.button(Label::Nudge(number), Press::Nudge(task.id));
        }
    }
    screen
        .button(Label::Plan(case.code.clone()), Press::Plan(case.id))
        .button(Label::Menu, Press::Menu)
}

/// The forms in which the plan is looked at again, if this person may do so now.
fn reviewing<'a>(
    world: &'a World,
    person: &'a Person,
    case: &'a Case,
) -> impl Iterator<Item = &'a FormInUse> {
    let forms = world.programme.forms.iter();
    forms.filter(|form| {
        let looks_again = form.part.moves_to == Some(Stage::Review);
        looks_again && form.part.fits(case.stage) && form.part.lets(person, case)
    })
}

/// Whether this form about a goal makes sense for this one: how it is going is asked of what the family agreed to.
#[must_use]
pub fn is_asked_of(form: &FormInUse, goal: &Goal) -> bool {
    form.form.name != UPDATING || goal.is_agreed()
}

/// Who listened, as the form calls them in the reader's language.
#[must_use]
pub fn listener(world: &World, who: &str) -> Phrase {
    let form = world.programme.form(DECIDING);
    let label = form.and_then(|form| form.form.choice_in(&world.language().0, who));
    Phrase::fixed(label.unwrap_or_else(|| who.to_owned()))
}
