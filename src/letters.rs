//! A step comes in, the messages that it sends go out: rendered for each reader, ready for the outbox.

use chrono::{DateTime, Utc};

use crate::core::due::profile::file;
use crate::core::effect::{Effect, Purpose, Step, Timing};
use crate::core::event::{Event, Happened};
use crate::core::id::{ChatId, MessageId, PersonId, UserId};
use crate::core::people::{Language, Recipient};
use crate::core::screen::{Keyboard, Line, Reader, Screen};
use crate::core::world::World;
use crate::store::mail::Outgoing;
use crate::telegram::calls::Document;
use crate::telegram::flight::Letter;
use crate::words::Words;

/// Whoever floods is told so once within this time.
const FLOOD_NOTICE_SECONDS: i64 = 60;

/// Where an event came from.
#[derive(Debug)]
pub struct Origin {
    /// The Telegram user who caused it.
    pub user: UserId,
    /// Their chat.
    pub chat: ChatId,
    /// How they call themselves on Telegram.
    pub name: String,
    /// The language of their phone.
    pub language: Option<Language>,
    /// The press that waits for an answer.
    pub callback: Option<String>,
    /// Whether so much of theirs waits behind it that a screen of now would be old when it is shown.
    pub hurried: bool,
    /// The stored update that it came in; none where the clock brought it.
    pub update: Option<i64>,
    /// Unique among all events; makes the outbox rows of a repeat fall away.
    pub key: String,
}

/// The messages of a step, in words: one for each effect that says something. Of what comes in a flood nothing is lost
/// and no news is held back, but instead of its screens there is one notice.
#[must_use]
pub fn messages(
    words: &Words,
    world: &World,
    event: &Event,
    origin: &Origin,
    step: &Step,
) -> Vec<Outgoing> {
    let mut own = reader(world, event.at);
    let profile = &world.programme.profile;
    let mut messages = Vec::new();
    let mut cleared = false;
    for (nth, effect) in step.effects.iter().enumerate() {
        let dedup = dedup(&origin.key, nth);
        let to_sender =
            |screen: &Screen, own: &Reader, purpose: Purpose, edit: Option<MessageId>| Outgoing {
                chat: origin.chat,
                person: None,
                purpose,
                edit,
                fresh: edit.is_none(),
                body: letter(words, screen, own),
                dedup: dedup.clone(),
                not_before: None,
            };
        let to_other = |to: &Recipient, screen: &Screen, purpose: Purpose| Outgoing {
            chat: to.chat,
            person: Some(to.person),
            purpose,
            edit: None,
            fresh: false,
            body: letter(words, screen, &reader_of(to, event.at)),
            dedup: dedup.clone(),
            not_before: None,
        };
        match effect {
            Effect::SetLanguage(language) => own.language = language.clone(),
            Effect::SetZone(zone) => own.zone = *zone,
            Effect::ClearChat => cleared = true,
            Effect::Show(_) if origin.hurried => {}
            Effect::Show(screen) => {
                let edit = pressed(event, origin).filter(|message| {
                    // An edit does not keep a message from being forwarded: what may not be is a new one.
                    // Until Telegram has told the live screen's id, the pressed message is it.
                    // Nor does it change what stands in place of the phone's keyboard.
                    // In a chat that is cleared there is nothing to change.
                    let changes = screen.protected || screen.keyboard != Keyboard::Under;
                    !changes && !cleared && world.chat.live.is_none_or(|live| live == *message)
                });
                messages.push(to_sender(screen, &own, Purpose::Screen, edit));
            }
            Effect::Amend(screen) => {
                let edit = pressed(event, origin);
                messages.push(to_sender(screen, &own, Purpose::News, edit));
            }
            Effect::Say { purpose, screen } => {
                let mut message = to_sender(screen, &own, *purpose, None);
                message.person = pushed(*purpose, world.person.as_ref().map(|person| person.id));
                messages.push(message);
            }
            Effect::Remind { screen, .. } => {
                let mut message = to_sender(screen, &own, Purpose::Reminder, None);
                message.person = world.person.as_ref().map(|person| person.id);
                messages.push(message);
            }
            Effect::Play(kept) => {
                let mut screen = Screen::of([Line::FileOf(kept.code.clone())]);
                screen.protected = true;
                let mut message = to_sender(&screen, &own, Purpose::News, None);
                let letter = Letter {
                    file: Some(kept.as_ref().clone()),
                    ..letter_of(words, &screen, &own)
                };
                message.body = body(&letter);
                messages.push(message);
            }
            Effect::SendSettings => {
                let version = world.programme.profile_version;
                let screen = Screen::of([Line::SettingsFile(version)]);
                let mut message = to_sender(&screen, &own, Purpose::News, None);
                let document = Document {
                    name: format!("settings-{version}.csv"),
                    text: file::write(profile, version),
                };
                let letter = Letter {
                    document: Some(document),
                    ..letter_of(words, &screen, &own)
                };
                message.body = body(&letter);
                messages.push(message);
            }
            Effect::Call {
                alert, to, screen, ..
            } => {
                messages.push(to_other(to, screen, Purpose::Danger(*alert)));
            }
            Effect::Rewrite {
                to,
                message,
                screen,
            } => {
                let mut rewritten = to_other(to, screen, Purpose::News);
                rewritten.edit = Some(*message);
                messages.push(rewritten);
            }
            Effect::Tell {
                to,
                purpose,
                screen,
                timing,
            } => {
                let mut told = to_other(to, screen, *purpose);
                told.not_before = match timing {
                    Timing::InHours => {
                        Some(to.news_from(profile, event.at)).filter(|from| *from > event.at)
                    }
                    Timing::AtOnce => None,
                };
                messages.push(told);
            }
            Effect::AskAfter { to, at, screen, .. } => {
                messages.push(Outgoing {
                    chat: to.chat,
                    person: Some(to.person),
                    purpose: Purpose::Reminder,
                    edit: None,
                    fresh: false,
                    body: letter(words, screen, &reader_of(to, event.at)),
                    dedup,
                    not_before: Some(*at).filter(|at| *at > event.at),
                });
            }
            Effect::Join { .. }
            | Effect::JoinAlso(_)
            | Effect::GuessWrong
            | Effect::SetPreference(_)
            | Effect::SetConsent(_)
            | Effect::SetReachable(_)
            | Effect::Go(_)
            | Effect::OpenDraft(_)
            | Effect::SaveDraft { .. }
            | Effect::DropDraft { .. }
            | Effect::File(_)
            | Effect::Undo(_)
            | Effect::EndPlaces(_)
            | Effect::BeginPlaces(_)
            | Effect::Object(_)
            | Effect::Remark(_)
            | Effect::TickTask(_)
            | Effect::Invite(_)
            | Effect::ExpectNumber { .. }
            | Effect::AnswerNumber { .. }
            | Effect::WipeUpdate
            | Effect::Admit(_)
            | Effect::TurnAway(_)
            | Effect::Leave
            | Effect::SetAway { .. }
            | Effect::EndAway
            | Effect::AskErasure
            | Effect::EndErasure(_)
            | Effect::OpenCase(_)
            | Effect::HandInCase { .. }
            | Effect::EndShare(_)
            | Effect::RaiseAlert(_)
            | Effect::TakeAlert { .. }
            | Effect::CallSecond { .. }
            | Effect::LookAgain { .. }
            | Effect::Climbed { .. }
            | Effect::SayOfAlert { .. }
            | Effect::KeepMedia { .. }
            | Effect::RemindedToAsk(_)
            | Effect::TrySettings { .. }
            | Effect::TrialTold(_)
            | Effect::EndTrial(_)
            | Effect::SetProfile(_)
            | Effect::Missed(_)
            | Effect::Postpone { .. }
            | Effect::PutOff { .. }
            | Effect::Forget(_)
            | Effect::Toast(_)
            | Effect::Note(_) => {}
        }
    }
    if origin.hurried && origin.callback.is_none() {
        let minute = event.at.timestamp() / FLOOD_NOTICE_SECONDS;
        messages.push(Outgoing {
            chat: origin.chat,
            person: None,
            purpose: Purpose::News,
            edit: None,
            fresh: false,
            body: letter(words, &Screen::of([Line::OneAtATime]), &own),
            // The same for all of a flood, so that the outbox takes it once.
            dedup: format!("flood:{}:{minute}", origin.chat.0),
            not_before: None,
        });
    }
    messages
}

/// What makes a repeat of the message of an event's effect harmless.
#[must_use]
pub fn dedup(key: &str, nth: usize) -> String {
    format!("{key}:{nth}")
}

/// The words over the chat that answer a press, if the step has any.
#[must_use]
pub fn toast(
    words: &Words,
    world: &World,
    event: &Event,
    origin: &Origin,
    step: &Step,
) -> Option<String> {
    let line = step.effects.iter().find_map(|effect| match effect {
        Effect::Toast(line) => Some(line),
        _ => None,
    });
    let hurried = origin.hurried.then_some(&Line::OneAtATime);
    hurried
        .or(line)
        .map(|line| words.toast(line, &reader(world, event.at)))
}

fn letter(words: &Words, screen: &Screen, reader: &Reader) -> String {
    body(&letter_of(words, screen, reader))
}

fn letter_of(words: &Words, screen: &Screen, reader: &Reader) -> Letter {
    Letter {
        message: words.render(screen, reader),
        repeated: words.toast(&Line::Repeated, reader),
        file: None,
        document: None,
    }
}

fn body(letter: &Letter) -> String {
    serde_json::json!(letter).to_string()
}

/// The message whose button was pressed; none where a typed text stands for the press.
fn pressed(event: &Event, origin: &Origin) -> Option<MessageId> {
    match (&event.happened, &origin.callback) {
        (Happened::Press { message, .. }, Some(_)) => Some(*message),
        (Happened::UnknownPress { message }, Some(_)) => *message,
        _ => None,
    }
}

/// Whose right to a message is checked again when it is sent: of those that nobody asked for.
fn pushed(purpose: Purpose, person: Option<PersonId>) -> Option<PersonId> {
    match purpose {
        Purpose::Reminder | Purpose::Danger(_) => person,
        Purpose::Screen | Purpose::Receipt | Purpose::News => None,
    }
}

/// In which language and zone the sender reads.
#[must_use]
pub fn reader(world: &World, now: DateTime<Utc>) -> Reader {
    Reader {
        language: world.language(),
        zone: world.zone(),
        now,
    }
}

fn reader_of(recipient: &Recipient, now: DateTime<Utc>) -> Reader {
    Reader {
        language: recipient.language.clone(),
        zone: recipient.zone,
        now,
    }
}
