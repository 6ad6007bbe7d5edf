//! Joining: an invitation, then language, zone and consent, each asked once.

use chrono::{DateTime, Utc};

use super::access::Action;
use super::effect::{Effect, Object};
use super::event::{Command, Event, Happened};
use super::id::DraftId;
use super::people::{Consent, Kin, Language, PRIVACY_VERSION, Person, Role, Standing};
use super::place::{Place, ZONES, zone_chosen, zone_named};
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::step::{go, show_at};
use super::typed_code::TypedCode;
use super::world::{Invitation, Need, World};
use super::{expecting, inviting, menu};

/// Somebody without an account: an invitation opens the door, everything else gets one and the same answer.
#[must_use]
pub fn stranger(world: &World, event: &Event) -> Vec<Effect> {
    match (tried(world, event), &world.invitation, &event.happened) {
        (Some(_), Some(invitation), _) => join(world, event, invitation),
        (Some(_), None, _) => {
            let mut effects = closed_door(world, event, Line::InvitationWrong);
            effects.push(Effect::GuessWrong);
            effects
        }
        // What cannot be a code guesses at none.
        (None, _, Happened::Text { text, .. }) if TypedCode::is_slip(text) => {
            closed_door(world, event, Line::InvitationWrong)
        }
        (None, _, _) => closed_door(world, event, Line::InvitationOnly),
    }
}

/// The invitation that an event tries to open: by a link, by a code after `/start`, or by the bare code where a text
/// means nothing else.
#[must_use]
pub fn tried(world: &World, event: &Event) -> Option<Need> {
    let by_code = |text: &str| TypedCode::parse(text).map(Need::InvitationByCode);
    match &event.happened {
        Happened::Command(Command::Start(Some(token))) => {
            Some(by_code(token).unwrap_or_else(|| Need::Invitation(token.clone())))
        }
        Happened::Text {
            text,
            forwarded: false,
            ..
        } if hears_codes(world) => by_code(text),
        _ => None,
    }
}

/// Whether a text of the sender may be a code: without access, or as family where nothing is asked.
fn hears_codes(world: &World) -> bool {
    let Some(person) = &world.person else {
        return true;
    };
    let idle = matches!(world.chat.place, Place::Nowhere | Place::Menu);
    pending(world).is_none()
        && match person.standing {
            Standing::Active => person.role == Role::Family && idle,
            Standing::Held | Standing::Left => true,
        }
}

/// Somebody who has an account opens an invitation: one to another family's case leads to a second place there, which
/// whoever invited has to confirm; no other does anything to an account.
#[must_use]
pub fn also(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let with_menu = |line: Line| {
        let screen = menu::menu(world, event.at).headed(line);
        show_at(Place::Menu, screen)
    };
    let Some(invitation) = &world.invitation else {
        if world.invited_before {
            return go(world, event, Place::Menu);
        }
        let mut effects = with_menu(Line::InvitationWrong);
        effects.push(Effect::GuessWrong);
        return effects;
    };
    let Some(case) = invitation.case.filter(|_| person.role == Role::Family) else {
        return with_menu(Line::AccountAlready);
    };
    if world.cases.iter().any(|known| known.id == case) {
        return with_menu(Line::PlaceAlready);
    }
    let mut effects = vec![
        Effect::JoinAlso(invitation.id),
        Effect::note(Action::Join, Object::Case(case)),
    ];
    effects.extend(with_menu(Line::PlaceWaits));
    let by = invitation.by.iter();
    effects.extend(by.map(|by| inviting::taken_up(invitation, by)));
    effects
}

/// Takes an invitation up, and asks whoever made it in the chat whether it is the right person.
fn join(world: &World, event: &Event, invitation: &Invitation) -> Vec<Effect> {
    let person = world.person.as_ref();
    let known = person.and_then(|person| person.language.clone());
    let language = known.or_else(|| invitation.language.clone());
    let zone = person.and_then(|person| person.zone).or(invitation.zone);
    let next = match (&language, zone) {
        (None, _) => Place::Languages { draft: None },
        (Some(_), None) => Place::Zones,
        (Some(_), Some(_)) => Place::Consent,
    };
    let welcome = match invitation.role {
        Role::Family if invitation.case.is_none() => Line::WelcomeToAsk,
        Role::Family => Line::WelcomeFamily,
        Role::Volunteer | Role::Caseworker | Role::Supervisor | Role::Manager => Line::Welcome,
    };
    let screen = ask(world, event.at, &next).headed(welcome);
    let mut effects = vec![Effect::Join {
        invite: invitation.id,
        name: world.sender_name.clone(),
    }];
    effects.extend(language.map(Effect::SetLanguage));
    effects.push(Effect::note(Action::Join, Object::Programme));
    effects.extend(show_at(next, screen));
    // Where a number is expected, the question whether it is they follows its answer.
    let by = invitation.by.iter().filter(|_| !invitation.expects_number);
    effects.extend(by.map(|by| inviting::taken_up(invitation, by)));
    effects
}

/// Somebody who has left: whatever they do, they hear that their access has ended, until they are invited anew.
#[must_use]
pub fn left(world: &World, event: &Event) -> Vec<Effect> {
    again(world, event, Line::AccessEnded)
}

/// Somebody whom nobody has confirmed yet.
#[must_use]
pub fn held(world: &World, event: &Event) -> Vec<Effect> {
    again(world, event, Line::WaitsForYes)
}

/// Another invitation opens the door again; a token that is none counts as a guess, as a stranger's does.
fn again(world: &World, event: &Event, line: Line) -> Vec<Effect> {
    match (tried(world, event), &world.invitation) {
        (Some(_), Some(invitation)) => join(world, event, invitation),
        (Some(_), None) if !world.invited_before => {
            let mut effects = closed_door(world, event, line);
            effects.push(Effect::GuessWrong);
            effects
        }
        (Some(_) | None, _) => closed_door(world, event, line),
    }
}

/// All that somebody without access is told: this line, and the privacy words if they ask for them.
fn closed_door(world: &World, event: &Event, line: Line) -> Vec<Effect> {
    let screen = match &event.happened {
        Happened::Command(Command::Privacy)
        | Happened::Press {
            press: Press::Privacy,
            ..
        } => Screen::of([privacy_words(world)]),
        _ => Screen::of([line]).button(Label::Privacy, Press::Privacy),
    };
    show_at(Place::Nowhere, screen)
}

/// What must be settled before anything else: language, then zone, then consent, then the number that is expected.
#[must_use]
pub fn pending(world: &World) -> Option<Place> {
    let person = world.person.as_ref()?;
    let agreed = person
        .consent
        .is_some_and(|consent| consent.version >= PRIVACY_VERSION);
    if person.language.is_none() {
        Some(Place::Languages { draft: None })
    } else if person.zone.is_none() {
        Some(Place::Zones)
    } else if !agreed {
        Some(Place::Consent)
    } else {
        // Asked once they have read what becomes of what they share.
        let asked = person.standing == Standing::Held && world.expecting.asked.is_some();
        asked.then_some(Place::SharingNumber)
    }
}

fn has_settled(world: &World) -> bool {
    world.person.is_some() && pending(world).is_none()
}

/// Somebody who has joined, with `place` still to settle.
#[must_use]
pub fn member(world: &World, event: &Event, person: &Person, place: Place) -> Vec<Effect> {
    if place == Place::SharingNumber {
        return expecting::shared(world, event);
    }
    let settled = settle(world, event, &place);
    let Some(effect) = settled else {
        return unsettled(world, event, place);
    };
    let mut after = world.clone();
    let mut now = person.clone();
    match &effect {
        Effect::SetLanguage(language) => now.language = Some(language.clone()),
        Effect::SetZone(zone) => now.zone = Some(*zone),
        Effect::SetConsent(consent) => now.consent = Some(*consent),
        _ => {}
    }
    after.person = Some(now);
    let mut effects = vec![effect];
    if matches!(effects[0], Effect::SetConsent(_)) {
        effects.push(Effect::note(Action::ChangeSelf, Object::Person(person.id)));
    }
    let next = pending(&after);
    match next {
        Some(place) => effects.extend(show_at(place.clone(), ask(&after, event.at, &place))),
        None if person.standing == Standing::Held => {
            effects.extend(closed_door(world, event, Line::WaitsForYes));
        }
        None => effects.extend(go(&after, event, Place::Menu)),
    }
    effects
}

/// The change that an event makes to what is pending, if it answers it.
fn settle(world: &World, event: &Event, place: &Place) -> Option<Effect> {
    match (place, &event.happened) {
        (
            Place::Languages { .. },
            Happened::Press {
                press: Press::Language(tag),
                ..
            },
        ) => spoken(world, tag).map(Effect::SetLanguage),
        (
            Place::Zones,
            Happened::Press {
                press: Press::Zone(chosen),
                ..
            },
        ) => zone_chosen(*chosen, world.programme.zone).map(Effect::SetZone),
        (Place::Zones, Happened::Text { text, .. }) => zone_named(text).map(Effect::SetZone),
        (
            Place::Consent,
            Happened::Press {
                press: Press::Agree,
                ..
            },
        ) => Some(Effect::SetConsent(Consent {
            at: event.at,
            version: PRIVACY_VERSION,
        })),
        _ => None,
    }
}

/// Shows again what is pending, with a word about what came instead.
fn unsettled(world: &World, event: &Event, place: Place) -> Vec<Effect> {
    let again = || ask(world, event.at, &place);
    let screen = match (&place, &event.happened) {
        (
            Place::Consent,
            Happened::Press {
                press: Press::NotNow,
                ..
            },
        ) => Screen::of([Line::NotAgreed]).button(Label::Agree, Press::Agree),
        (Place::Zones, Happened::Text { .. }) => again().headed(Line::ZoneUnknown),
        (_, Happened::Text { .. }) => again().headed(Line::NoSuchChoice),
        _ => again(),
    };
    show_at(place, screen)
}

/// The language that a button names, if we speak it.
fn spoken(world: &World, tag: &str) -> Option<Language> {
    let language = Language(tag.to_owned());
    world
        .programme
        .languages
        .contains(&language)
        .then_some(language)
}

/// A member changes the language at any time; an open draft goes on in it.
#[must_use]
pub fn set_language(world: &World, event: &Event, tag: &str) -> Vec<Effect> {
    // Once it is chosen the list is gone: the same button again leads nobody away from what they do by then.
    let asked = matches!(world.chat.place, Place::Languages { .. });
    let Some(language) = spoken(world, tag).filter(|_| asked) else {
        return super::step::old_button(world, event);
    };
    let mut after = world.clone();
    if let Some(person) = &mut after.person {
        person.language = Some(language.clone());
    }
    let mut effects = vec![Effect::SetLanguage(language)];
    let place = match (&world.chat.place, &world.draft) {
        (Place::Languages { draft: Some(_) }, Some(hand)) => Place::Draft {
            draft: hand.draft.id,
        },
        _ => Place::Menu,
    };
    let screen = super::step::screen(&after, event, &place).headed(Line::LanguageSet);
    effects.extend(show_at(place, screen));
    effects
}

/// The question about a pending place.
fn ask(world: &World, at: DateTime<Utc>, place: &Place) -> Screen {
    match place {
        Place::Zones => zones(world, at),
        Place::Consent => consent(world),
        Place::SharingNumber => expecting::share(),
        _ => languages(world, None),
    }
}

/// The languages, each in its own words.
#[must_use]
pub fn languages(world: &World, draft: Option<DraftId>) -> Screen {
    let mut screen = Screen::of([Line::AskLanguage]);
    for language in &world.programme.languages {
        screen = screen.button(
            Label::Language(language.clone()),
            Press::Language(language.0.clone()),
        );
    }
    match draft {
        Some(draft) => screen.button(Label::Continue, Press::Continue(draft)),
        None if has_settled(world) => screen.button(Label::Menu, Press::Menu),
        None => screen,
    }
}

/// The programme's own zone and a few others; any other is typed.
#[must_use]
pub fn zones(world: &World, at: DateTime<Utc>) -> Screen {
    let own = world.programme.zone;
    let mut screen = Screen::of([Line::AskZone { zone: own, now: at }])
        .button(Label::Zone(own), Press::Zone(None));
    for (place, zone) in (0u16..).zip(ZONES) {
        if zone != own {
            screen = screen.button(Label::Zone(zone), Press::Zone(Some(place)));
        }
    }
    match has_settled(world) {
        true => screen.button(Label::Menu, Press::Menu),
        false => screen,
    }
}

/// The privacy words; a child has its own.
#[must_use]
pub fn privacy_words(world: &World) -> Line {
    let kin = match (&world.person, &world.invitation) {
        (_, Some(invitation)) => invitation.kin,
        (Some(person), None) => person.kin,
        (None, None) => None,
    };
    match kin {
        Some(Kin::Child) => Line::ChildWords,
        Some(Kin::Caregiver | Kin::Relative) | None => Line::PrivacyWords,
    }
}

/// The privacy words with the question whether they are agreed to.
#[must_use]
pub fn consent(world: &World) -> Screen {
    Screen::of([privacy_words(world), Line::AskConsent])
        .button(Label::Agree, Press::Agree)
        .button(Label::NotNow, Press::NotNow)
}
