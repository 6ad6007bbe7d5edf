//! What waits for somebody, by role: what the records say has come due goes in; counts on the menu and lists go out.
//!
//! Nothing is pushed and nothing is kept: it follows from dates that stand in the records already.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::access::{Action, may_with};
use super::aftercare;
use super::case::Case;
use super::due::obligation::contact_by;
use super::handover::InHandOver;
use super::id::{CaseId, GoalId, ReferralId};
use super::menu::is_visited;
use super::pause;
use super::people::{Person, Role};
use super::press::Press;
use super::screen::{BUTTONS_PER_PAGE, Button, Label, Line, Screen, page};
use super::world::World;

/// What can wait for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// For a family: a goal that it has not decided on.
    Decide,
    /// For a family: a step that it promised and whose day has come.
    Promised,
    /// For a family: a service that it has not said anything of since it was asked for.
    Received,
    /// For a family: some time has passed since its case was closed, and nobody has asked yet how it goes.
    StillFine,
    /// For a caseworker: a goal that the family wants changed.
    Reword,
    /// For a caseworker: a goal whose day to be looked at again has come.
    Review,
    /// For a caseworker: a request whose day to be followed up has come.
    FollowUp,
    /// For a caseworker: a step that the organisation promised and whose day has passed.
    Overdue,
    /// For a caseworker: a closed case whose day to be asked after has come, or whose family wants to be called.
    Aftercare,
    /// For a supervisor: a case that nobody leads.
    Unled,
    /// For a supervisor: a case that is visited, and of which no visit was reported for longer than a family may be quiet.
    Quiet,
}

impl Matter {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 11] = [
        Self::Decide,
        Self::Promised,
        Self::Received,
        Self::StillFine,
        Self::Reword,
        Self::Review,
        Self::FollowUp,
        Self::Overdue,
        Self::Aftercare,
        Self::Unled,
        Self::Quiet,
    ];

    /// The word in buttons, queries and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Decide => "decide",
            Self::Promised => "promised",
            Self::Received => "received",
            Self::StillFine => "still_fine",
            Self::Reword => "reword",
            Self::Review => "review",
            Self::FollowUp => "follow_up",
            Self::Overdue => "overdue",
            Self::Aftercare => "aftercare",
            Self::Unled => "unled",
            Self::Quiet => "quiet",
        }
    }

    /// Reads [`Matter::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|matter| matter.word() == word)
    }

    /// Whether it waits no longer while its case is paused. What is a family's to decide does, and so does what nobody
    /// leads.
    fn rests(self) -> bool {
        match self {
            Self::Promised
            | Self::Received
            | Self::Review
            | Self::FollowUp
            | Self::Overdue
            | Self::Quiet => true,
            Self::Decide | Self::Reword | Self::StillFine | Self::Aftercare | Self::Unled => false,
        }
    }

    /// For whom it waits, and by which row of the access table.
    fn of(self) -> (Role, Action) {
        match self {
            Self::Decide | Self::Promised | Self::Received | Self::StillFine => {
                (Role::Family, Action::SpeakAsFamily)
            }
            Self::Reword | Self::Review | Self::FollowUp | Self::Overdue | Self::Aftercare => {
                (Role::Caseworker, Action::WorkOnCase)
            }
            Self::Unled => (Role::Supervisor, Action::AssignPeople),
            Self::Quiet => (Role::Supervisor, Action::SeeCase),
        }
    }
}

/// One thing that waits, as the records say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// What it is.
    pub matter: Matter,
    /// In which case.
    pub case: CaseId,
    /// What it is about beside its case.
    pub about: About,
}

/// What something that waits is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Its case as a whole.
    Case,
    /// A goal.
    Goal(GoalId),
    /// A request.
    Referral(ReferralId),
}

/// The buttons of the menu: each kind of thing that waits for this person, with how many.
pub fn buttons(world: &World, at: DateTime<Utc>) -> impl Iterator<Item = Button> {
    Matter::ALL.into_iter().filter_map(move |matter| {
        let by_case = by_case(world, matter, at);
        let press = match by_case.as_slice() {
            [] => return None,
            [(case, things)] => press(matter, case, things),
            [_, ..] => Press::Waiting(matter, 0),
        };
        let count = match matter {
            // A plan is reviewed as a whole.
            Matter::Review => by_case.len(),
            _ => by_case.iter().map(|(_, things)| things.len()).sum(),
        };
        Some(Button {
            label: Label::Waiting {
                matter,
                count: counted(count),
            },
            press,
        })
    })
}

/// What a family reads above its menu before it is asked something that nobody agreed with it.
pub fn lines(world: &World, at: DateTime<Utc>) -> impl Iterator<Item = Line> {
    let asked = by_case(world, Matter::StillFine, at);
    (!asked.is_empty()).then_some(Line::AskedAfter).into_iter()
}

/// The cases in which something of this kind waits.
#[must_use]
pub fn list(world: &World, at: DateTime<Utc>, matter: Matter, shown: u16) -> Screen {
    let by_case = by_case(world, matter, at);
    let title = match by_case.is_empty() {
        true => Line::NothingWaits,
        false => Line::WaitingTitle(matter),
    };
    let mut screen = Screen::of([title]);
    let turn = |page| Press::Waiting(matter, page);
    let (listed, turns) = page(&by_case, shown, BUTTONS_PER_PAGE, turn);
    for (_, (case, things)) in listed {
        let label = Label::WaitingIn {
            matter,
            code: case.code.clone(),
            count: counted(things.len()),
        };
        screen = screen.button(label, press(matter, case, things));
    }
    screen.row(turns).button(Label::Menu, Press::Menu)
}

/// What of this kind waits for the person, by case, in the order of the cases' codes.
fn by_case(world: &World, matter: Matter, at: DateTime<Utc>) -> Vec<(&Case, Vec<About>)> {
    let Some(person) = &world.person else {
        return Vec::new();
    };
    let (role, action) = matter.of();
    let cases = world.cases.iter();
    let cases = cases.filter(|case| person.role == role && may_with(person, case, action));
    let with_things = cases.map(|case| (case, things(world, person, case, matter, at)));
    with_things
        .filter(|(_, things)| !things.is_empty())
        .collect()
}

fn things(
    world: &World,
    person: &Person,
    case: &Case,
    matter: Matter,
    at: DateTime<Utc>,
) -> Vec<About> {
    if pause::now(case, at).is_some() && matter.rests() {
        return Vec::new();
    }
    match matter {
        Matter::Decide
        | Matter::Promised
        | Matter::Received
        | Matter::StillFine
        | Matter::Reword
        | Matter::Review
        | Matter::FollowUp
        | Matter::Overdue
        | Matter::Aftercare
        | Matter::Unled => {
            let waiting = world.waiting.iter();
            let waiting = waiting.filter(|waits| waits.matter == matter && waits.case == case.id);
            waiting.map(|waits| waits.about).collect()
        }
        Matter::Quiet => {
            let ours = person.team == Some(case.team);
            let (by, _) = contact_by(case, heard_of(case), &world.programme.profile);
            let quiet = ours && is_visited(world, case) && by < today(case, at);
            quiet.then_some(About::Case).into_iter().collect()
        }
    }
}

/// The day on which something was last reported of a visit, or on which the case was opened or went on after a pause.
fn heard_of(case: &Case) -> chrono::NaiveDate {
    let last = case.last_visit.as_ref();
    let heard = last.map_or(case.opened_on, |visit| today(case, visit.sent_at));
    case.pause.map_or(heard, |pause| heard.max(pause.until))
}

fn today(case: &Case, at: DateTime<Utc>) -> chrono::NaiveDate {
    at.with_timezone(&case.zone).date_naive()
}

/// Where these things of a case are seen to: the one thing itself, else where all of them are listed.
fn press(matter: Matter, case: &Case, things: &[About]) -> Press {
    match things {
        [About::Goal(goal)] if matter != Matter::Review => Press::Goal(*goal),
        [About::Referral(referral)] => Press::Referral(*referral),
        _ => match matter {
            Matter::Decide | Matter::Promised | Matter::Reword | Matter::Overdue => {
                Press::Plan(case.id)
            }
            Matter::Received | Matter::FollowUp => Press::Asked(case.id),
            // One tap, and it is asked.
            Matter::StillFine => Press::Begin(case.id, aftercare::ASKING.into()),
            // The plan is reviewed as a whole, from the card.
            Matter::Review | Matter::Quiet | Matter::Aftercare => Press::Case(case.id, 0),
            Matter::Unled => Press::HandOver(InHandOver::People(case.id)),
        },
    }
}

fn counted(things: usize) -> u16 {
    u16::try_from(things).unwrap_or(u16::MAX)
}
