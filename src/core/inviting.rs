//! Inviting: who is wanted comes in, an invitation goes out; whoever takes it up is held until the right person is
//! confirmed.

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, may, may_with};
use super::case::{Case, CaseInHand};
use super::effect::{Effect, Object, Purpose};
use super::event::Event;
use super::expecting::{Compared, InExpecting};
use super::id::{CaseId, InviteId, PersonId, TeamId};
use super::people::{Kin, Person, Recipient, Role, Standing};
use super::place::Place;
use super::press::Press;
use super::screen::{BUTTONS_PER_PAGE, Label, Line, Screen};
use super::step::{done_with, go, old_button, show_at};
use super::typed_code::{CODE_HOLDS, TypedCode};
use super::world::{Invitation, World};

/// An invitation works for this long (programme default).
pub const HOLDS: TimeDelta = TimeDelta::days(7);

/// An invitation made in the chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewInvitation {
    /// Which.
    pub id: InviteId,
    /// What opens it; the store keeps its hash alone.
    pub token: String,
    /// What opens it as well, typed, for a shorter time; the store keeps its digest alone.
    pub code: TypedCode,
    /// As what.
    pub role: Role,
    /// Into which team; a family joins none, and asks the team for help.
    pub team: Option<TeamId>,
    /// Into which case, as family.
    pub case: Option<CaseId>,
    /// What of the family.
    pub kin: Option<Kin>,
    /// Who invites, and is asked whether it is the right person.
    pub by: PersonId,
}

/// Somebody who took up an invitation that was made in the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The invitation.
    pub invite: InviteId,
    /// Who it is here.
    pub person: PersonId,
    /// The name that they brought.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Into which team.
    pub team: Option<TeamId>,
    /// Into which case, as family.
    pub case: Option<CaseId>,
    /// What of the family.
    pub kin: Option<Kin>,
    /// Held until somebody says yes; here, whatever holds of them elsewhere.
    pub standing: Standing,
    /// Whether they had an account before, which stays as it is whatever is answered.
    pub second_place: bool,
    /// What became of the question for their phone number, if they were asked.
    pub number: Option<Compared>,
    /// Where they are written to.
    pub to: Option<Recipient>,
}

/// The roles into which somebody of this role invites.
fn invited_by(role: Role) -> &'static [Role] {
    match role {
        Role::Supervisor => &[Role::Volunteer, Role::Caseworker],
        Role::Manager => &[Role::Volunteer, Role::Caseworker, Role::Supervisor],
        Role::Family | Role::Volunteer | Role::Caseworker => &[],
    }
}

/// Whether this person may invite colleagues into any team.
#[must_use]
pub fn may_invite(person: &Person) -> bool {
    let own = person.team.map(|team| into_team(person, team));
    own.unwrap_or(false) || may(person, Relation::Foreign, Action::InviteColleague)
}

fn into_team(person: &Person, team: TeamId) -> bool {
    let relation = match person.team == Some(team) {
        true => Relation::Team,
        false => Relation::Foreign,
    };
    may(person, relation, Action::InviteColleague)
}

/// The team whose help a family may be invited to ask for.
fn asked_team(person: &Person) -> Option<TeamId> {
    let asks = may(person, Relation::Team, Action::InviteToAsk);
    person.team.filter(|_| asks)
}

/// Whom somebody may invite: a manager chooses the team first, a supervisor has one, a caseworker invites families.
#[must_use]
pub fn whom(world: &World) -> Screen {
    let Some(person) = &world.person else {
        return Screen::of([Line::NoInvite]).button(Label::Menu, Press::Menu);
    };
    if let Some(team) = person.team.filter(|team| into_team(person, *team)) {
        return roles(person, team);
    }
    let mut screen = Screen::of([Line::AskInviteTeam]);
    if may(person, Relation::Foreign, Action::InviteColleague) {
        for (team, name) in &world.teams {
            screen = screen.button(Label::Team(name.clone()), Press::InviteInto(*team));
        }
        return screen.button(Label::Menu, Press::Menu);
    }
    let families = world.cases.iter();
    let families = families.filter(|case| may_with(person, case, Action::InviteFamily));
    let families: Vec<&Case> = families.take(BUTTONS_PER_PAGE).collect();
    screen.lines = match families.is_empty() {
        true => vec![Line::NoInvite],
        false => vec![Line::AskInviteCase],
    };
    for case in families {
        screen = screen.button(
            Label::InviteTo(case.code.clone()),
            Press::InviteFamily(case.id),
        );
    }
    if asked_team(person).is_some() {
        screen.lines = vec![Line::AskInviteCase];
        screen = screen.button(Label::InviteToAsk, Press::InviteToAsk);
    }
    screen.button(Label::Menu, Press::Menu)
}

/// The roles to invite into a team.
#[must_use]
pub fn into(world: &World, team: TeamId) -> Screen {
    match &world.person {
        Some(person) if into_team(person, team) => roles(person, team),
        Some(_) | None => Screen::of([Line::NoInvite]).button(Label::Menu, Press::Menu),
    }
}

fn roles(person: &Person, team: TeamId) -> Screen {
    let mut screen = Screen::of([Line::AskInviteRole]);
    for &role in invited_by(person.role) {
        screen = screen.button(Label::InviteRole(role), Press::InviteRole(role, team));
    }
    if asked_team(person) == Some(team) {
        screen = screen.button(Label::InviteToAsk, Press::InviteToAsk);
    }
    screen.button(Label::Menu, Press::Menu)
}

/// Invites a colleague.
#[must_use]
pub fn colleague(
    world: &World,
    event: &Event,
    person: &Person,
    (role, team): (Role, TeamId),
) -> Vec<Effect> {
    if !asks_whom(world) || !into_team(person, team) || !invited_by(person.role).contains(&role) {
        return old_button(world, event);
    }
    let invitation = NewInvitation {
        role,
        team: Some(team),
        ..fresh(event, person)
    };
    let audit = Effect::note(Action::InviteColleague, Object::Programme);
    invited(world, event, invitation, audit)
}

/// Invites a family of no case, which will ask the team for help.
#[must_use]
pub fn to_ask(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(team) = asked_team(person).filter(|_| asks_whom(world)) else {
        return old_button(world, event);
    };
    let invitation = NewInvitation {
        team: Some(team),
        ..fresh(event, person)
    };
    let audit = Effect::note(Action::InviteToAsk, Object::Programme);
    invited(world, event, invitation, audit)
}

/// Whether the chat asks whom to invite. Once an invitation is made it asks no more, so that the same button makes one.
fn asks_whom(world: &World) -> bool {
    matches!(
        world.chat.place,
        Place::Inviting | Place::InvitingInto { .. }
    )
}

/// An invitation with new secrets, to a family as long as nothing else is said.
fn fresh(event: &Event, person: &Person) -> NewInvitation {
    NewInvitation {
        id: event.fresh.invite,
        token: BASE64URL_NOPAD.encode(&event.fresh.token),
        code: TypedCode::from_random(event.fresh.typed_code),
        role: Role::Family,
        team: None,
        case: None,
        kin: None,
        by: person.id,
    }
}

/// Who of a family is invited; before a child is, what must have been said.
#[must_use]
pub fn family(world: &World, place: &Place) -> Screen {
    let Some(found) = inviting_to(world) else {
        return Screen::gone();
    };
    let (id, code) = (found.case.id, found.case.code.clone());
    let screen = match place {
        Place::InvitingChild { .. } => Screen::of([Line::AskVouch {
            years: world.programme.child_account_age,
        }])
        .button(Label::BothAgreed, Press::Vouch(id)),
        _ => {
            let asked = Screen::of([Line::AskInviteKin(code.clone())]);
            Kin::ALL.into_iter().fold(asked, |screen, kin| {
                screen.button(Label::InviteKin(kin), Press::InviteKin(id, kin))
            })
        }
    };
    screen
        .button(Label::CaseCard(code), Press::Case(id, 0))
        .button(Label::Menu, Press::Menu)
}

/// Asks who of a family is invited.
#[must_use]
pub fn ask_family(world: &World, event: &Event, case: CaseId) -> Vec<Effect> {
    match inviting_to(world) {
        Some(_) => go(world, event, Place::InvitingFamily { case }),
        None => old_button(world, event),
    }
}

/// Invites somebody of a family. A child is invited only once whoever invites has said that child and caregiver want
/// it.
#[must_use]
pub fn kin(world: &World, event: &Event, person: &Person, kin: Kin, vouched: bool) -> Vec<Effect> {
    let Some(found) = inviting_to(world) else {
        return old_button(world, event);
    };
    let case = found.case.id;
    if kin == Kin::Child && !vouched {
        return go(world, event, Place::InvitingChild { case });
    }
    let asked = match vouched {
        true => Place::InvitingChild { case },
        false => Place::InvitingFamily { case },
    };
    if world.chat.place != asked {
        return old_button(world, event);
    }
    let invitation = NewInvitation {
        case: Some(case),
        kin: Some(kin),
        ..fresh(event, person)
    };
    let audit = Effect::note(Action::InviteFamily, Object::Case(case));
    invited(world, event, invitation, audit)
}

/// The case in question, if this person may invite its family.
fn inviting_to(world: &World) -> Option<&CaseInHand> {
    let person = world.person.as_ref()?;
    let found = world.case.as_ref()?;
    may_with(person, &found.case, Action::InviteFamily).then_some(found)
}

/// Keeps the invitation and gives it in a message of its own, which can be sent on and names no family.
fn invited(world: &World, event: &Event, invitation: NewInvitation, audit: Effect) -> Vec<Effect> {
    let until = event.at + HOLDS;
    let to_send = Line::Invitation {
        bot: world.bot.clone(),
        token: invitation.token.clone(),
        until,
        code: invitation.code.to_string(),
        code_until: event.at + CODE_HOLDS,
    };
    let screen = match is_held(invitation.role, invitation.case) {
        true => {
            let add = Press::Expecting(InExpecting::Ask(invitation.id));
            Screen::of([Line::Invited { until }, Line::NumberOffered]).button(Label::AddNumber, add)
        }
        false => Screen::of([Line::InvitedToAsk { until }]),
    };
    let mut effects = vec![Effect::Invite(Box::new(invitation)), audit];
    effects.extend(show_at(
        Place::Nowhere,
        screen.button(Label::Menu, Press::Menu),
    ));
    effects.push(Effect::Say {
        purpose: Purpose::Receipt,
        screen: Box::new(Screen::of([to_send])),
    });
    effects
}

/// Whether whoever takes up such an invitation waits for a yes. A family of no case sees nothing of anybody's, and to
/// ask for help needs nobody's leave.
#[must_use]
pub fn is_held(role: Role, case: Option<CaseId>) -> bool {
    role != Role::Family || case.is_some()
}

/// What whoever invited is told when the invitation is taken up. Whoever only asks for help needs no yes for that.
#[must_use]
pub fn taken_up(invitation: &Invitation, by: &Recipient) -> Effect {
    let line = match (invitation.role, invitation.case) {
        (Role::Family, None) => Line::AskerJoined,
        (_, _) => Line::NewcomerJoined,
    };
    let screen = Screen::of([line]).button(Label::Show, Press::Newcomer(invitation.id));
    Effect::tell(by, &screen)
}

/// Shows who has joined.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(newcomer) = answered_for(world, person) else {
        return old_button(world, event);
    };
    let invite = newcomer.invite;
    let mut effects = vec![audited(newcomer)];
    effects.extend(go(world, event, Place::Newcomer { invite }));
    effects
}

/// Who has joined, with the question whether it is the right person.
#[must_use]
pub fn newcomer(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some(newcomer) = person.and_then(|person| answered_for(world, person)) else {
        return Screen::gone();
    };
    let found = newcomer.case.and(world.case.as_ref());
    let mut screen = Screen::of([
        Line::NewcomerAsked,
        Line::NewcomerAbout {
            name: newcomer.name.clone(),
            role: newcomer.role,
            kin: newcomer.kin,
            code: found.map(|found| found.case.code.clone()),
        },
    ]);
    screen.lines.extend(newcomer.number.map(Line::NumberAnswer));
    screen.protected = true;
    let invite = newcomer.invite;
    screen = match newcomer.standing {
        Standing::Held => screen
            .button(Label::RightPerson, Press::RightPerson(invite))
            .button(Label::WrongPerson, Press::WrongPerson(invite)),
        Standing::Active => screen.button(Label::WrongPerson, Press::WrongPerson(invite)),
        Standing::Left => screen,
    };
    screen.button(Label::Menu, Press::Menu)
}

/// "Yes": the newcomer may begin, and is told.
#[must_use]
pub fn right(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let held = answered_for(world, person).filter(|found| found.standing == Standing::Held);
    let Some(newcomer) = held else {
        return old_button(world, event);
    };
    let mut effects = vec![Effect::Admit(newcomer.invite), audited(newcomer)];
    let told = Screen::of([Line::NewcomerIn(newcomer.name.clone())])
        .button(Label::WrongPerson, Press::WrongPerson(newcomer.invite))
        .button(Label::Menu, Press::Menu);
    let invite = newcomer.invite;
    effects.extend(show_at(Place::Newcomer { invite }, told));
    let welcome = Screen::of([Line::MayBegin]).button(Label::Menu, Press::Menu);
    effects.extend(newcomer.to.iter().map(|to| Effect::tell(to, &welcome)));
    effects
}

/// "No": the newcomer's access ends at once, also if somebody had said yes before.
#[must_use]
pub fn wrong(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let here = answered_for(world, person).filter(|found| found.standing != Standing::Left);
    let Some(newcomer) = here else {
        return old_button(world, event);
    };
    let name = newcomer.name.clone();
    let line = match newcomer.second_place {
        true => Line::NewcomerNotHere(name),
        false => Line::NewcomerOut(name),
    };
    let mut effects = vec![Effect::TurnAway(newcomer.invite), audited(newcomer)];
    effects.extend(done_with(line));
    effects
}

fn audited(newcomer: &Newcomer) -> Effect {
    let action = match (newcomer.case, newcomer.role) {
        (Some(_), _) => Action::InviteFamily,
        (None, Role::Family) => Action::InviteToAsk,
        (None, Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager) => {
            Action::InviteColleague
        }
    };
    Effect::note(action, Object::Person(newcomer.person))
}

/// The newcomer in question, if this person may invite into the same place: whoever did, or who could instead.
fn answered_for<'a>(world: &'a World, person: &Person) -> Option<&'a Newcomer> {
    let newcomer = world.newcomer.as_ref()?;
    let case = world.case.as_ref().map(|found| &found.case);
    let to = (newcomer.role, newcomer.team, newcomer.case);
    invites(person, case, to).then_some(newcomer)
}

/// Whether this person may invite somebody of this role into this team or, as family, into this case; `case` is the case
/// as they stand to it.
#[must_use]
pub fn invites(
    person: &Person,
    case: Option<&Case>,
    to: (Role, Option<TeamId>, Option<CaseId>),
) -> bool {
    match to {
        (_, _, Some(to)) => {
            case.is_some_and(|case| case.id == to && may_with(person, case, Action::InviteFamily))
        }
        (Role::Family, Some(team), None) => asked_team(person) == Some(team),
        (role, Some(team), None) => {
            into_team(person, team) && invited_by(person.role).contains(&role)
        }
        (_, None, None) => false,
    }
}
