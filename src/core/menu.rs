//! The menu and the lists it opens: what is due first, then drafts, then the rest.

use chrono::{DateTime, Utc};

use super::absence::{self, InAbsence};
use super::access::{Action, may_with};
use super::case::{Case, Membership};
use super::draft::DraftOnList;
use super::id::Code;
use super::part::VISIT;
use super::people::{Person, Role};
use super::place::Place;
use super::preferring::InPreference;
use super::press::Press;
use super::review::{self, InReview};
use super::screen::{BUTTONS_PER_PAGE, Button, Due, Label, Line, Screen, page};
use super::settings::{self, InSettings};
use super::stage::Stage;
use super::world::World;
use super::{calling, clearing, danger, inviting, joining, late, opening, self_referral, waiting};

/// Due visits on the menu itself; the others are behind "Report a visit".
const DUE_ON_MENU: usize = 3;

/// The menu: what is due now, then what can be done.
#[must_use]
pub fn menu(world: &World, at: DateTime<Utc>) -> Screen {
    let cases = visitable(world);
    let mut screen = Screen::of([Line::MenuTitle]);
    // A family's way to help, and what those who answer for danger must not forget, come before all else.
    let called = world
        .cases
        .iter()
        .any(|case| case.membership == Some(Membership::Family));
    screen = screen.row(calling::way(world).filter(|_| called).into_iter().collect());
    if !danger::standing(world).is_empty() {
        screen.lines.push(Line::AlertsStand);
    }
    let asks = world.person.as_ref();
    let asks = asks.is_some_and(|person| self_referral::may_ask(world, person));
    if asks {
        screen = screen.button(Label::AskForHelp, Press::AskForHelp);
    }
    if cases.is_empty() {
        // Whoever sees a case finds it below.
        if world.cases.is_empty() && !asks {
            screen.lines.push(Line::NothingToReport);
        }
    } else {
        screen.lines.push(match due_count(world, &cases, at) {
            0 => Line::NothingDue,
            count => Line::VisitsDue(count),
        });
        let drafts = reachable(world).count();
        if drafts > 0 {
            let open = u16::try_from(drafts).unwrap_or(u16::MAX);
            screen.lines.push(Line::DraftsOpen(open));
        }
    }
    let away = absence::away(world, at);
    screen.lines.extend(away.map(Line::YouAreAway));
    screen.lines.extend(waiting::lines(world, at));
    let accepted = world.leading.reviews.accepted;
    if accepted > 0 {
        screen.lines.push(Line::ReportsRead(accepted));
    }
    let due = due(world, at);
    let (listed, turns) = page(&due, 0, BUTTONS_PER_PAGE, Press::Due);
    for (_, button) in listed {
        screen = screen.row(vec![button.clone()]);
    }
    screen = screen.row(turns);
    if away.is_some() {
        screen = screen.button(Label::IAmBack, Press::Absence(InAbsence::Back));
    }
    let families = world.cases.iter();
    let own = |case: &&Case| {
        let person = world.person.as_ref();
        case.membership == Some(Membership::Family)
            && person.is_some_and(|person| may_with(person, case, Action::SeeCase))
    };
    for case in families.filter(own).filter(|case| !case.unsent) {
        // Danger was told before the rest was written.
        if let Some(draft) = self_referral::open_draft(world, case) {
            let icon = self_referral::form(world).map(|form| form.part.icon.clone());
            let label = Label::Draft {
                icon: icon.unwrap_or_default(),
                code: case.code.clone(),
            };
            screen = screen.button(label, Press::Continue(draft));
        } else if case.stage == Stage::Referred {
            screen.lines.push(Line::HelpWaits(case.code.clone()));
        }
        screen = screen.button(Label::Plan(case.code.clone()), Press::Plan(case.id));
    }
    let seeing = |person: &Person| {
        opening::may_open(person)
            || person.role != Role::Family
                && world
                    .cases
                    .iter()
                    .any(|case| may_with(person, case, Action::SeeCase))
    };
    if world.person.as_ref().is_some_and(seeing) {
        screen = screen.button(Label::Caseload, Press::Caseload(0));
    }
    let late = world.person.as_ref().and_then(late::way);
    screen = screen.row(late.into_iter().collect());
    if world.person.as_ref().is_some_and(inviting::may_invite) {
        screen = screen.button(Label::Invite, Press::Invite);
    }
    if world.person.as_ref().is_some_and(settings::may_set) {
        screen = screen.button(Label::Settings, Press::Settings(InSettings::File));
    }
    screen
        .button(Label::Languages, Press::Languages)
        .button(Label::Help, Press::Help)
}

/// What is due beyond the first page, which is on the menu itself.
#[must_use]
pub fn more_due(world: &World, at: DateTime<Utc>, shown: u16) -> Screen {
    let due = due(world, at);
    let mut screen = Screen::of([match due.is_empty() {
        true => Line::NothingWaits,
        false => Line::MenuTitle,
    }]);
    let (listed, turns) = page(&due, shown, BUTTONS_PER_PAGE, Press::Due);
    for (_, button) in listed {
        screen = screen.row(vec![button.clone()]);
    }
    screen.row(turns).button(Label::Menu, Press::Menu)
}

/// What is due now: dangers without an end, visits, drafts, questions, reports to read, then what else waits.
fn due(world: &World, at: DateTime<Utc>) -> Vec<Button> {
    let cases = visitable(world);
    let button = |label, press| Button { label, press };
    let visits = cases.iter().take(DUE_ON_MENU);
    let visits = visits.map(|case| button(visit_label(world, case, at), Press::Visit(case.id)));
    let mut due: Vec<Button> = danger::standing(world).into_iter().chain(visits).collect();
    if cases.len() > DUE_ON_MENU {
        due.push(button(Label::Visit, Press::Cases(0)));
    }
    if !cases.is_empty() && reachable(world).next().is_some() {
        due.push(button(Label::Drafts, Press::Drafts));
    }
    for (report, code) in &world.leading.reviews.asked {
        let press = Press::Review(InReview::Question(*report));
        due.push(button(Label::QuestionAbout(code.clone()), press));
    }
    let to_read = review::to_read(world).len();
    if to_read > 0 {
        let label = Label::Reviews(u16::try_from(to_read).unwrap_or(u16::MAX));
        due.push(button(label, Press::Review(InReview::List(0))));
    }
    due.extend(waiting::buttons(world, at));
    due
}

/// Help, with the way to the privacy words.
#[must_use]
pub fn help(world: &World) -> Screen {
    let role = world.person.as_ref().map(|person| person.role);
    Screen::of(role.map(Line::HelpWords))
        .button(Label::Preferences, Press::Preference(InPreference::Show))
        .button(Label::Privacy, Press::Privacy)
        .button(Label::Menu, Press::Menu)
}

/// The privacy words, to read.
#[must_use]
pub fn privacy(world: &World) -> Screen {
    Screen::of([joining::privacy_words(world)])
        .button(Label::OwnRecord, Press::OwnRecord)
        .row(vec![clearing::way()])
        .button(Label::Leave, Press::Leave)
        .button(Label::Menu, Press::Menu)
}

/// "Which family?", due ones first.
#[must_use]
pub fn cases(world: &World, at: DateTime<Utc>, shown: u16) -> Screen {
    let cases = visitable(world);
    if cases.is_empty() {
        let line = match world.person.as_ref().map(|person| person.role) {
            Some(Role::Volunteer | Role::Caseworker) => Line::NoCases,
            Some(Role::Family | Role::Supervisor | Role::Manager) | None => Line::NothingToReport,
        };
        return Screen::of([line]).button(Label::Menu, Press::Menu);
    }
    let mut screen = Screen::of([Line::AskCase]);
    let (listed, turns) = page(&cases, shown, BUTTONS_PER_PAGE, Press::Cases);
    for (_, case) in listed {
        screen = screen.button(visit_label(world, case, at), Press::Visit(case.id));
    }
    screen.row(turns).button(Label::Menu, Press::Menu)
}

/// The visit that a typed code asks for where cases are listed, also of a case that is not on the screen.
#[must_use]
pub fn visit_by_code(world: &World, place: &Place, typed: &str) -> Option<Press> {
    if !matches!(place, Place::Nowhere | Place::Menu | Place::Cases { .. }) {
        return None;
    }
    let code = Code::parse(typed)?;
    let mut cases = visitable(world).into_iter();
    let case = cases.find(|case| case.code == code)?;
    Some(Press::Visit(case.id))
}

/// The open drafts.
#[must_use]
pub fn drafts(world: &World) -> Screen {
    let line = match reachable(world).next() {
        None => Line::NoDrafts,
        Some(_) => Line::DraftsTitle,
    };
    let mut screen = Screen::of([line]);
    for draft in reachable(world).take(BUTTONS_PER_PAGE) {
        let form = world.programme.form(&draft.form);
        let label = Label::Draft {
            icon: form.map_or_else(String::new, |form| form.part.icon.clone()),
            code: draft.code.clone(),
        };
        screen = screen.button(label, Press::Continue(draft.id));
    }
    screen.button(Label::Menu, Press::Menu)
}

/// The drafts that this person may still go on with.
fn reachable(world: &World) -> impl Iterator<Item = &DraftOnList> {
    let person = world.person.as_ref();
    let drafts = world.drafts.iter();
    drafts.filter(move |draft| {
        let form = world.programme.form(&draft.form);
        let case = world.cases.iter().find(|case| case.id == draft.case);
        let all = person.zip(form).zip(case);
        all.is_some_and(|((person, form), case)| form.part.lets(person, case))
    })
}

/// The cases that this person may report visits of, the one due first at the top.
#[must_use]
pub fn visitable(world: &World) -> Vec<&Case> {
    let Some(person) = &world.person else {
        return Vec::new();
    };
    let mut cases: Vec<&Case> = world
        .cases
        .iter()
        .filter(|case| may_with(person, case, Action::ReportVisit))
        .filter(|case| is_visited(world, case))
        .collect();
    cases.sort_by(|a, b| {
        let next = |case: &Case| case.next_visit_on(&world.programme.profile);
        let due = next(a).cmp(&next(b));
        due.then_with(|| a.code.cmp(&b.code))
    });
    cases
}

/// Whether visits are asked for where this case stands.
#[must_use]
pub fn is_visited(world: &World, case: &Case) -> bool {
    let visit = world.programme.form(VISIT);
    visit.is_none_or(|form| form.part.fits(case.stage))
}

fn visit_label(world: &World, case: &Case, at: DateTime<Utc>) -> Label {
    let today = at.with_timezone(&case.zone).date_naive();
    Label::VisitCase {
        code: case.code.clone(),
        due: Due::of(case.next_visit_on(&world.programme.profile), today),
    }
}

fn due_count(world: &World, cases: &[&Case], at: DateTime<Utc>) -> u16 {
    let due = cases.iter().filter(|case| {
        let today = at.with_timezone(&case.zone).date_naive();
        case.next_visit_on(&world.programme.profile) <= today
    });
    u16::try_from(due.count()).unwrap_or(u16::MAX)
}
