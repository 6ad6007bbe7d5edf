//! The programme's settings in the hands of a manager: who asks for their file gets it, who sends a file sees what is
//! wrong with it or what it would change, and then puts it in force or leaves everything as it is.

use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, may};
use super::due::profile::file::{LARGEST, Unreadable};
use super::effect::{Effect, Object, Purpose};
use super::event::{Event, File, Happened};
use super::form::MediaKind;
use super::id::MediaId;
use super::menu;
use super::people::Person;
use super::place::Place;
use super::press::Press;
use super::screen::{Label, Line, Screen};
use super::step::{go, old_button, show_at};
use super::trial::{Found, Proposed, Trial};
use super::world::World;

/// Wrong rows that are shown at once; who has mended these sends the file again.
const PROBLEMS: usize = 8;
/// Changed settings that are shown; of more than these, how many.
const CHANGES: usize = 12;

/// What a button says about the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InSettings {
    /// Send their file.
    File,
    /// Put this file in force.
    Use(MediaId),
    /// Leave everything as it is.
    Leave(MediaId),
}

/// Whether this person runs the programme.
#[must_use]
pub fn may_set(person: &Person) -> bool {
    may(person, Relation::Foreign, Action::RunProgramme)
}

/// Sends the file of the settings of now, with how to change it.
#[must_use]
pub fn file(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if !may_set(person) {
        let screen = menu::menu(world, event.at).headed(Line::SettingsForManagers);
        return show_at(Place::Menu, screen);
    }
    let mut effects = vec![
        Effect::note(Action::RunProgramme, Object::Programme),
        Effect::SendSettings,
    ];
    effects.extend(go(world, event, Place::Settings));
    effects
}

/// A press about the settings.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InSettings) -> Vec<Effect> {
    match what {
        InSettings::File => file(world, event, person),
        InSettings::Use(trial) => match proposed(world, person, trial) {
            Some(proposed) => put_in_force(world, event, trial, proposed),
            None => old_button(world, event),
        },
        InSettings::Leave(trial) => match own(world, person, trial) {
            Some(_) => {
                let screen = menu::menu(world, event.at).headed(Line::SettingsLeft);
                let mut effects = vec![Effect::EndTrial(trial)];
                effects.extend(show_at(Place::Menu, screen));
                effects
            }
            None => old_button(world, event),
        },
    }
}

/// Whether what came is a file that whoever runs the programme sends as its settings.
#[must_use]
pub fn is_sent(event: &Event, person: &Person) -> bool {
    may_set(person)
        && matches!(&event.happened, Happened::Media { file, .. } if file.kind == MediaKind::File)
}

/// A file that was sent where settings are asked for, or where nothing is.
#[must_use]
pub fn sent(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let refused = |line| {
        let place = Place::Settings;
        show_at(place, asked().headed(line))
    };
    if !may_set(person) {
        return go(world, event, Place::Menu);
    }
    let Happened::Media { file, .. } = &event.happened else {
        return refused(Line::NoSuchChoice);
    };
    match unfit(file) {
        Some(why) => refused(Line::SettingsUnreadable(why)),
        None => {
            let trial = event.fresh.media;
            let mut effects = vec![Effect::TrySettings {
                trial,
                file: file.clone(),
            }];
            effects.extend(show_at(Place::Trial { trial }, looking()));
            effects
        }
    }
}

fn unfit(file: &File) -> Option<Unreadable> {
    match file.kind {
        MediaKind::Audio | MediaKind::Image | MediaKind::Video => Some(Unreadable::OtherKind),
        MediaKind::File => {
            let large = file.bytes.is_some_and(|bytes| bytes > LARGEST);
            large.then_some(Unreadable::TooLarge)
        }
    }
}

/// A file was looked at: its sender sees what was found, below everything if they have gone on to something else.
#[must_use]
pub fn looked_at(world: &World, person: &Person, trial: MediaId) -> Vec<Effect> {
    if own(world, person, trial).is_none_or(|trial| trial.found.is_none()) {
        return Vec::new();
    }
    let screen = screen(world, trial);
    let place = Place::Trial { trial };
    let mut effects = vec![Effect::TrialTold(trial)];
    if world.chat.place == place {
        effects.extend(show_at(place, screen));
    } else {
        effects.push(Effect::Say {
            purpose: Purpose::News,
            screen: Box::new(screen),
        });
    }
    effects
}

fn put_in_force(world: &World, event: &Event, trial: MediaId, proposed: &Proposed) -> Vec<Effect> {
    let mut effects = vec![Effect::EndTrial(trial)];
    if proposed.instead_of != world.programme.profile_version {
        effects.extend(show_at(Place::Nowhere, meanwhile()));
        return effects;
    }
    let set = Line::SettingsSet(proposed.instead_of + 1);
    effects.extend([
        Effect::SetProfile(Box::new(proposed.clone())),
        Effect::note(Action::RunProgramme, Object::Programme),
    ]);
    effects.extend(show_at(
        Place::Menu,
        menu::menu(world, event.at).headed(set),
    ));
    effects
}

/// "Change the file and send it here."
#[must_use]
pub fn asked() -> Screen {
    Screen::of([Line::AskSettings]).button(Label::Menu, Press::Menu)
}

/// What was found in a file.
#[must_use]
pub fn screen(world: &World, trial: MediaId) -> Screen {
    let person = world.person.as_ref();
    let Some(known) = person.and_then(|person| own(world, person, trial)) else {
        return Screen::gone();
    };
    let version = world.programme.profile_version;
    match &known.found {
        None => looking(),
        Some(Found::Unreadable(why)) => anew(Screen::of([Line::SettingsUnreadable(*why)])),
        Some(Found::Wrong(problems)) => {
            let count = u16::try_from(problems.len()).unwrap_or(u16::MAX);
            let mut screen = Screen::of([Line::SettingsWrong(count)]);
            let shown = problems.iter().take(PROBLEMS).cloned();
            screen.lines.extend(shown.map(Line::SettingsProblem));
            screen.lines.extend(beyond(problems.len(), PROBLEMS));
            anew(screen)
        }
        Some(Found::Old(from)) => anew(Screen::of([Line::SettingsOld {
            from: *from,
            now: version,
        }])),
        Some(Found::Same) => anew(Screen::of([Line::SettingsSame])),
        Some(Found::Right(proposed)) if proposed.instead_of != version => meanwhile(),
        Some(Found::Right(proposed)) => effect(proposed, trial),
    }
}

/// What would follow from a file that is right.
fn effect(proposed: &Proposed, trial: MediaId) -> Screen {
    let Proposed {
        instead_of: _,
        text: _,
        changes,
        moves,
        retells,
        keeps_days_off,
    } = proposed;
    let mut screen = Screen::of([Line::SettingsEffect]);
    let shown = changes.iter().take(CHANGES).cloned();
    screen.lines.extend(shown.map(Line::SettingsChange));
    screen.lines.extend(beyond(changes.len(), CHANGES));
    let before = screen.lines.len();
    let kinds = moves.kinds();
    let moved = kinds.map(|(rule, moved)| Line::SettingsMove { rule, moved });
    screen.lines.extend(moved);
    if screen.lines.len() == before {
        screen.lines.push(Line::SettingsNothingMoves);
    }
    if *retells {
        screen.lines.push(Line::SettingsRetold);
    }
    if *keeps_days_off {
        screen.lines.push(Line::SettingsDaysOffKept);
    }
    let press = Press::Settings;
    screen
        .button(Label::UseSettings, press(InSettings::Use(trial)))
        .button(Label::LeaveSettings, press(InSettings::Leave(trial)))
}

fn looking() -> Screen {
    Screen::of([Line::SettingsLooking]).button(Label::Menu, Press::Menu)
}

fn meanwhile() -> Screen {
    anew(Screen::of([Line::SettingsMeanwhile]))
}

/// With the ways on from a file that cannot be put in force.
fn anew(screen: Screen) -> Screen {
    screen
        .button(Label::SettingsFile, Press::Settings(InSettings::File))
        .button(Label::Menu, Press::Menu)
}

fn beyond(all: usize, shown: usize) -> Option<Line> {
    let more = u16::try_from(all.saturating_sub(shown)).unwrap_or(u16::MAX);
    (more > 0).then_some(Line::SettingsMore(more))
}

fn proposed<'a>(world: &'a World, person: &Person, trial: MediaId) -> Option<&'a Proposed> {
    match &own(world, person, trial)?.found {
        Some(Found::Right(proposed)) => Some(proposed),
        Some(Found::Unreadable(_) | Found::Wrong(_) | Found::Old(_) | Found::Same) | None => None,
    }
}

/// The file in question, if this person sent it and still runs the programme.
fn own<'a>(world: &'a World, person: &Person, trial: MediaId) -> Option<&'a Trial> {
    let known = world.trial.as_ref()?;
    (may_set(person) && known.id == trial && known.by == person.id).then_some(known)
}
