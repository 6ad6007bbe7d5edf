//! The phone number of whoever is invited: whoever invites may give it; whoever comes shares their own, and one that is
//! the same lets them in at once.
//!
//! A number is compared and never kept, nor is what Telegram brought it in. One answer is taken, so that nobody finds a number out by trying.

use serde::{Deserialize, Serialize};

use super::access::Action;
use super::case::Case;
use super::effect::{Effect, Object};
use super::event::{Event, Happened};
use super::id::{CaseId, InviteId, TeamId};
use super::inviting::{self, Newcomer};
use super::people::{Person, Recipient, Role, Standing};
use super::phone::Phone;
use super::place::Place;
use super::press::Press;
use super::screen::{Keyboard, Label, Line, Screen};
use super::step::{done_with, go, old_button, show_at};
use super::world::World;

/// What a button about it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InExpecting {
    /// Ask for the number of whoever this invitation is for.
    Ask(InviteId),
    /// "Share my number", as words: by the button itself a phone sends a contact.
    Share,
    /// "Go on without".
    Without,
}

/// What became of the question for a newcomer's own number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// The number that was given.
    Same,
    /// Their own, and another one.
    Other,
    /// Somebody else's contact.
    Foreign,
    /// They went on without.
    Withheld,
}

impl Compared {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Same, Self::Other, Self::Foreign, Self::Withheld];

    /// The word in tables and words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Other => "other",
            Self::Foreign => "foreign",
            Self::Withheld => "withheld",
        }
    }
}

/// The questions for a number in which the sender has a part.
#[derive(Clone, Debug, Default)]
pub struct Expecting {
    /// The invitation in question, if the sender made it and nobody has taken it up.
    pub sent: Option<Sent>,
    /// The number that the sender, who is held, is asked for.
    pub asked: Option<NumberAsked>,
}

/// An invitation that somebody made and nobody has taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Which.
    pub id: InviteId,
    /// As what.
    pub role: Role,
    /// Into which team.
    pub team: Option<TeamId>,
    /// Into which case, as family.
    pub case: Option<CaseId>,
}

/// A number that somebody who is held is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberAsked {
    /// By which invitation.
    pub invite: InviteId,
    /// Who gave the number.
    pub inviter: Person,
    /// Where they are told of the answer.
    pub to: Option<Recipient>,
    /// The case that the invitation leads to, as the inviter stands to it now.
    pub case: Option<Case>,
    /// Whether the number in the event is the one that they gave.
    pub same: bool,
}

/// The number that an event shares as the sender's own.
#[must_use]
pub fn own_number(event: &Event) -> Option<&Phone> {
    match &event.happened {
        Happened::Contact { own: true, phone } => phone.as_ref(),
        _ => None,
    }
}

// Whoever invites

/// A button of whoever invites.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InExpecting) -> Vec<Effect> {
    match what {
        InExpecting::Ask(invite) => match expecting(world, person) {
            Some(_) => go(world, event, Place::Expecting { invite }),
            None => done_with(Line::NumberTooLate),
        },
        // Whoever is inside is asked for no number.
        InExpecting::Share | InExpecting::Without => old_button(world, event),
    }
}

/// "What is their number?", and what is done with it.
#[must_use]
pub fn asked(world: &World) -> Screen {
    let person = world.person.as_ref();
    match person.and_then(|person| expecting(world, person)) {
        Some(_) => asks([Line::AskNumber, Line::NumberUse]),
        None => Screen::of([Line::NumberTooLate]).button(Label::Menu, Press::Menu),
    }
}

fn asks(lines: [Line; 2]) -> Screen {
    Screen::of(lines).button(Label::Skip, Press::Menu)
}

/// What is typed or shared there is the number, or a slip.
#[must_use]
pub fn given(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(sent) = expecting(world, person) else {
        return done_with(Line::NumberTooLate);
    };
    let number = match &event.happened {
        Happened::Text { text, .. } | Happened::Edited { text, .. } => Phone::parse(text),
        Happened::Contact { own: false, phone } => phone.clone(),
        _ => None,
    };
    let invite = sent.id;
    let Some(number) = number else {
        // It may be one but for a digit.
        let mut effects = vec![Effect::WipeUpdate];
        let again = asks([Line::NumberUnclear, Line::AskNumber]);
        effects.extend(show_at(Place::Expecting { invite }, again));
        return effects;
    };
    let mut effects = vec![Effect::WipeUpdate, Effect::ExpectNumber { invite, number }];
    effects.push(match sent.case {
        Some(case) => Effect::note(Action::InviteFamily, Object::Case(case)),
        None => Effect::note(Action::InviteColleague, Object::Programme),
    });
    effects.extend(done_with(Line::NumberNoted));
    effects
}

/// The invitation in question, if this person still may invite so.
fn expecting<'a>(world: &'a World, person: &Person) -> Option<&'a Sent> {
    let sent = world.expecting.sent.as_ref()?;
    let case = world.case.as_ref().map(|found| &found.case);
    let allowed = inviting::invites(person, case, (sent.role, sent.team, sent.case));
    allowed.then_some(sent)
}

// Whoever comes

/// "Share your number", with the two buttons that take the place of the phone's keyboard.
#[must_use]
pub fn share() -> Screen {
    shares([Line::AskToShare, Line::ShareUse])
}

fn shares(lines: [Line; 2]) -> Screen {
    let mut screen = Screen::of(lines)
        .button(Label::ShareNumber, Press::Expecting(InExpecting::Share))
        .button(Label::GoOnWithout, Press::Expecting(InExpecting::Without));
    screen.keyboard = Keyboard::Entry;
    screen
}

/// The newcomer's answer. Only a contact that Telegram says is the sender's own shows whose number it is.
#[must_use]
pub fn shared(world: &World, event: &Event) -> Vec<Effect> {
    let Some(asked) = &world.expecting.asked else {
        return Vec::new();
    };
    let answer = match &event.happened {
        Happened::Contact { own: true, .. } if asked.same => Compared::Same,
        Happened::Contact { own: true, .. } => Compared::Other,
        Happened::Contact { own: false, .. } => Compared::Foreign,
        Happened::Press {
            press: Press::Expecting(InExpecting::Without),
            ..
        } => Compared::Withheld,
        _ => {
            let again = shares([Line::ShareByButton, Line::AskToShare]);
            let mut effects = vec![Effect::WipeUpdate];
            effects.extend(show_at(Place::SharingNumber, again));
            return effects;
        }
    };
    let invite = asked.invite;
    let mut effects = vec![
        Effect::WipeUpdate,
        Effect::AnswerNumber { invite, answer },
        Effect::note(Action::Join, Object::Programme),
    ];
    let admitted = match answer {
        Compared::Same => admitted(world, asked),
        Compared::Other | Compared::Foreign | Compared::Withheld => None,
    };
    let (lines, told) = match admitted {
        Some(_) => {
            effects.push(Effect::Admit(invite));
            let lines = vec![Line::NumberSame, Line::MayBegin];
            (lines, Line::NewcomerMatched)
        }
        None => (vec![Line::WaitsForYes], Line::NewcomerJoined),
    };
    let mut screen = Screen::of(lines);
    // A message that gives the phone its keyboard back has no buttons of its own.
    screen.keyboard = Keyboard::Gone;
    effects.extend(show_at(Place::Nowhere, screen));
    let told = Screen::of([told]).button(Label::Show, Press::Newcomer(invite));
    let to = asked.to.iter();
    effects.extend(to.map(|to| Effect::tell(to, &told)));
    effects
}

/// Whoever shared the right number, if the inviter could still say yes.
fn admitted<'a>(world: &'a World, asked: &NumberAsked) -> Option<&'a Newcomer> {
    let newcomer = world.newcomer.as_ref()?;
    let (held, to) = (
        newcomer.standing == Standing::Held,
        (newcomer.role, newcomer.team, newcomer.case),
    );
    (held && inviting::invites(&asked.inviter, asked.case.as_ref(), to)).then_some(newcomer)
}
