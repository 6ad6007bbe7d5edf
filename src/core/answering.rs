//! Within a draft: a press, a text or a file comes in; the draft with its next question goes out.
//!
//! Long because every way to answer ends in the same few ways to go on, which stand here together.

use chrono::{DateTime, Utc};

use super::asking::{Asking, context, current};
use super::draft::{Body, View};
use super::effect::Effect;
use super::event::{Event, Happened, LARGEST_FILE_BYTES};
use super::form::read::{says, typed, yes_or_no};
use super::form::{self, Answer, Answers, Asked, Context, Given, Interview, Slip, Value};
use super::id::{DraftId, MessageId};
use super::keeping;
use super::people::Language;
use super::place::Place;
use super::press::{InDraft, Press};
use super::reporting::{meant, out_of_reach, own_draft};
use super::screen::{Line, Screen};
use super::slipping::slip_line;
use super::step::{done_with, go, old_button, show_at};
use super::world::{DraftInHand, World};
use super::{danger, filing, self_referral};

/// After this many slips on one question, other ways out are offered.
const SLIPS_BEFORE_HELP: u8 = 2;

/// The screen of the draft in question, or the menu if it is gone.
#[must_use]
pub fn screen(world: &World, at: DateTime<Utc>) -> Screen {
    match own_draft(world) {
        Some(hand) => screen_of(world, hand, at),
        None => super::menu::menu(world, at),
    }
}

/// The screen of this draft.
#[must_use]
pub fn screen_of(world: &World, hand: &DraftInHand, at: DateTime<Utc>) -> Screen {
    Talk::over(world, hand, at, |talk| talk.screen(&hand.draft.body))
}

/// Whether this event may be the answer that raises an alert, so that those on duty must be known.
#[must_use]
pub fn may_alert(hand: &DraftInHand, event: &Event) -> bool {
    let answers = match &event.happened {
        Happened::Press { press, .. } => matches!(
            press,
            Press::Draft(_, _, InDraft::Choose(_) | InDraft::Done | InDraft::Mine)
        ),
        Happened::Text { .. } | Happened::Edited { .. } => true,
        _ => false,
    };
    let any = || {
        hand.form
            .questions
            .iter()
            .any(|question| question.alert.is_some())
    };
    answers && !hand.draft.body.alerted && any()
}

/// A press within a draft.
#[must_use]
pub fn press(
    world: &World,
    event: &Event,
    draft: DraftId,
    turn: u32,
    what: InDraft,
) -> Vec<Effect> {
    let Some(hand) = meant(world, draft).filter(|hand| hand.draft.turn == turn) else {
        return old_button(world, event);
    };
    Talk::over(world, hand, event.at, |talk| talk.press(event, what))
}

/// A text, a file, a changed message or anything else while a draft is on the screen.
#[must_use]
pub fn content(world: &World, event: &Event) -> Vec<Effect> {
    let Some(hand) = own_draft(world) else {
        return match out_of_reach(world) {
            true => done_with(Line::DraftOutOfReach),
            false => go(world, event, Place::Menu),
        };
    };
    Talk::over(world, hand, event.at, |talk| talk.content(event))
}

/// A draft with its interview, while one event is decided.
struct Talk<'a> {
    world: &'a World,
    hand: &'a DraftInHand,
    language: Language,
    context: Context,
    at: DateTime<Utc>,
}

impl Talk<'_> {
    fn over<T>(
        world: &World,
        hand: &DraftInHand,
        at: DateTime<Utc>,
        tell: impl FnOnce(&Talk<'_>) -> T,
    ) -> T {
        let language = world.language();
        let context = context(hand, &language, at);
        tell(&Talk {
            world,
            hand,
            language,
            context,
            at,
        })
    }

    fn interview<'a>(&'a self, answers: &'a Answers) -> Interview<'a> {
        Interview::derive(&self.hand.form, answers, &self.context)
    }

    /// The screen that follows once the draft says this.
    fn screen(&self, body: &Body) -> Screen {
        let mut hand = self.hand.clone();
        hand.draft.body = body.clone();
        self.screen_with(&hand)
    }

    fn screen_with(&self, hand: &DraftInHand) -> Screen {
        let interview = self.interview(&hand.draft.body.answers);
        let asking = Asking {
            hand,
            interview: &interview,
            language: &self.language,
            at: self.at,
        };
        asking.screen(current(&interview, &hand.draft.body))
    }

    fn press(&self, event: &Event, what: InDraft) -> Vec<Effect> {
        let body = &self.hand.draft.body;
        let interview = self.interview(&body.answers);
        let Some(place) = current(&interview, body).cloned() else {
            return self.press_on_check(event, &interview, what);
        };
        match what {
            InDraft::Choose(option) => self.give(event, &place, Given::Choice(usize::from(option))),
            InDraft::Day(day) => self.give(event, &place, Given::Date(day)),
            InDraft::Done => match interview
                .ask(&place, &self.language.0)
                .map(|asked| asked.kind)
            {
                Some(form::Kind::Acknowledge) => self.give(event, &place, Given::Acknowledged),
                Some(_) | None => self.give(event, &place, Given::Choices(body.ticked.clone())),
            },
            InDraft::Tick(option, on) => self.look(|body| {
                let option = usize::from(option);
                body.ticked.retain(|&ticked| ticked != option);
                if on {
                    body.ticked.push(option);
                    body.ticked.sort_unstable();
                }
            }),
            InDraft::Month(month) => self.look(|body| body.view = View::Month(month)),
            InDraft::Page(page) => self.look(|body| body.view = View::Page(page)),
            InDraft::Skip => match interview.skip(&place) {
                Ok(answer) => self.proceed(event, |body| {
                    body.answers.put(place.clone(), answer);
                    settle(body);
                }),
                Err(slip) => self.slip(&place, None, &slip),
            },
            InDraft::Back => match interview.before(&place).cloned() {
                Some(before) => self.turn_to(before),
                None => go(self.world, event, self.place()),
            },
            InDraft::Cancel => self.leave(event),
            InDraft::Mine => match body.forwarded.clone() {
                Some(text) => self.read(event, &place, None, &text),
                None => go(self.world, event, self.place()),
            },
            InDraft::NotMine => self.forget_forwarded(),
            // Buttons of the check screen; its turn has passed if a question is open.
            InDraft::Change(_) | InDraft::Send => old_button(self.world, event),
        }
    }

    fn press_on_check(
        &self,
        event: &Event,
        interview: &Interview<'_>,
        what: InDraft,
    ) -> Vec<Effect> {
        match what {
            InDraft::Send => filing::file(self.world, self.hand, event, interview, &self.context),
            InDraft::Change(number) => match interview.places().get(usize::from(number)) {
                Some(shown) => self.turn_to(shown.place.clone()),
                None => old_button(self.world, event),
            },
            InDraft::Back => match interview.places().last() {
                Some(shown) => self.turn_to(shown.place.clone()),
                None => go(self.world, event, self.place()),
            },
            InDraft::Page(page) => self.look(|body| body.view = View::Page(page)),
            InDraft::Cancel => self.leave(event),
            InDraft::Choose(_)
            | InDraft::Tick(..)
            | InDraft::Done
            | InDraft::Day(_)
            | InDraft::Month(_)
            | InDraft::Skip
            | InDraft::Mine
            | InDraft::NotMine => old_button(self.world, event),
        }
    }

    fn content(&self, event: &Event) -> Vec<Effect> {
        let body = &self.hand.draft.body;
        if let Happened::Edited { message, text } = &event.happened {
            return self.edited(event, *message, text);
        }
        let interview = self.interview(&body.answers);
        let Some(place) = current(&interview, body).cloned() else {
            return self.content_on_check(event, &interview);
        };
        match &event.happened {
            Happened::Text {
                text,
                forwarded: true,
                ..
            } => self.look(|body| body.forwarded = Some(text.clone())),
            Happened::Text { message, text, .. } => {
                let asked = interview.ask(&place, &self.language.0);
                let offers = asked.map(|asked| asked.choices).unwrap_or_default();
                let chosen = |offer: &form::Offer| says(text, &[offer.label.plain()]);
                let way = self.way_on(text);
                if let Some(way) = way.filter(|_| !offers.iter().any(chosen)) {
                    return self.press(event, way);
                }
                let about_forwarded = body.forwarded.as_ref().and_then(|forwarded| {
                    let mine = yes_or_no(text, &self.world.vocabulary)?;
                    Some((forwarded, mine))
                });
                match about_forwarded {
                    Some((forwarded, true)) => self.read(event, &place, None, forwarded),
                    Some((_, false)) => self.forget_forwarded(),
                    None => self.read(event, &place, Some(*message), text),
                }
            }
            Happened::Media { file, caption, .. } => {
                if file.bytes.is_some_and(|bytes| bytes > LARGEST_FILE_BYTES) {
                    return self.remark(Line::FileTooLarge);
                }
                let media = form::Media {
                    kind: file.kind,
                    file: event.fresh.media.to_string(),
                    caption: caption.clone(),
                };
                let mut effects = self.give(event, &place, Given::Media(media));
                if is_taken(&effects) {
                    if let Some(purpose) =
                        keeping::refused(self.world, self.hand, &place, file.kind)
                    {
                        return self.remark(Line::NotToKeep(purpose));
                    }
                    // First, for what follows may name it.
                    let keeping = Effect::KeepMedia {
                        media: event.fresh.media,
                        case: self.hand.case.id,
                        file: file.clone(),
                    };
                    effects.insert(0, keeping);
                }
                effects
            }
            Happened::Sticker => self.remark(Line::StickerThanks),
            _ => self.remark(Line::NotAnAnswer),
        }
    }

    /// The button that a typed word stands for, whatever name this question's button carries.
    fn way_on(&self, text: &str) -> Option<InDraft> {
        let vocabulary = &self.world.vocabulary;
        [
            (InDraft::Skip, &vocabulary.skip),
            (InDraft::Back, &vocabulary.back),
            (InDraft::Cancel, &vocabulary.cancel),
        ]
        .into_iter()
        .find_map(|(what, words)| says(text, words).then_some(what))
    }

    /// On the check screen a number means "change this answer"; anything else gets the screen again.
    fn content_on_check(&self, event: &Event, interview: &Interview<'_>) -> Vec<Effect> {
        let (number, way) = match &event.happened {
            Happened::Text { text, .. } => (form::read::whole_number(text), self.way_on(text)),
            _ => (None, None),
        };
        if let Some(way @ (InDraft::Back | InDraft::Cancel)) = way {
            return self.press_on_check(event, interview, way);
        }
        let shown = number.and_then(|number| {
            let nth = usize::try_from(number).ok()?.checked_sub(1)?;
            interview.places().get(nth)
        });
        match (shown, &event.happened) {
            (Some(shown), _) => self.turn_to(shown.place.clone()),
            (None, Happened::Sticker) => self.remark(Line::StickerThanks),
            (None, _) => self.remark(Line::NotAnAnswer),
        }
    }

    /// A changed message changes the answer that it gave.
    fn edited(&self, event: &Event, message: MessageId, text: &str) -> Vec<Effect> {
        let body = &self.hand.draft.body;
        let Some(place) = body.typed_in.get(&message.0).cloned() else {
            return self.remark(Line::EditTooLate);
        };
        let mut effects = self.read(event, &place, Some(message), text);
        if is_taken(&effects) {
            head(&mut effects, &Line::EditNoted);
        }
        effects
    }

    /// Reads a typed text as the answer at `place`.
    fn read(
        &self,
        event: &Event,
        place: &form::Place,
        message: Option<MessageId>,
        text: &str,
    ) -> Vec<Effect> {
        let interview = self.interview(&self.hand.draft.body.answers);
        let Some(asked) = interview.ask(place, &self.language.0) else {
            return self.remark(Line::EditTooLate);
        };
        match typed(&asked, text, &self.world.vocabulary, self.context.today) {
            Ok(given) => self.take(event, place, message, given),
            Err(slip) => self.slip(place, message, &slip),
        }
    }

    fn give(&self, event: &Event, place: &form::Place, given: Given) -> Vec<Effect> {
        self.take(event, place, None, given)
    }

    /// Takes an answer: saves it at once, calls for help if it says danger, and asks what comes next.
    fn take(
        &self,
        event: &Event,
        place: &form::Place,
        message: Option<MessageId>,
        given: Given,
    ) -> Vec<Effect> {
        let answers = &self.hand.draft.body.answers;
        let interview = self.interview(answers);
        let value = match interview.answer(place, given, &self.language.0) {
            Ok(value) => value,
            Err(slip) => return self.slip(place, message, &slip),
        };
        let alert = !self.hand.draft.body.alerted && interview.alerts(place, &value);
        let first = interview.before(place).is_none();
        let mut effects = self.proceed(event, |body| {
            body.alerted |= alert;
            if first {
                body.brought.started = Some(event.at);
            }
            if let Value::Media(_) = value {
                body.files.push(event.fresh.media);
            }
            body.answers.put(place.clone(), Answer::Given(value));
            if let Some(message) = message {
                body.typed_in.insert(message.0, place.clone());
            }
            settle(body);
        });
        if alert {
            let called = danger::raise(self.world, event, self.hand);
            head(&mut effects, &called.line);
            effects.extend(called.effects);
            effects.extend(self_referral::in_danger(self.hand));
        }
        effects
    }

    /// The draft after an answer, at its next turn, and the screen that follows. A form that wants no check is
    /// sent with its last answer.
    fn proceed(&self, event: &Event, change: impl FnOnce(&mut Body)) -> Vec<Effect> {
        let mut hand = self.hand.clone();
        change(&mut hand.draft.body);
        hand.draft.turn += 1;
        hand.draft.touch(event.at);
        if !hand.part().checked {
            let interview = self.interview(&hand.draft.body.answers);
            if current(&interview, &hand.draft.body).is_none() {
                return filing::file(self.world, &hand, event, &interview, &self.context);
            }
        }
        self.saved(hand)
    }

    /// The draft with another view of the same question; its buttons stay good, and one that is pressed again finds
    /// nothing to save.
    fn look(&self, change: impl FnOnce(&mut Body)) -> Vec<Effect> {
        let mut hand = self.hand.clone();
        change(&mut hand.draft.body);
        if hand.draft.body == self.hand.draft.body {
            return show_at(self.place(), self.screen_with(&hand));
        }
        hand.draft.touch(self.at);
        self.saved(hand)
    }

    fn forget_forwarded(&self) -> Vec<Effect> {
        self.look(|body| body.forwarded = None)
    }

    /// Shows another question again, with what was ticked there.
    fn turn_to(&self, place: form::Place) -> Vec<Effect> {
        let mut hand = self.hand.clone();
        let body = &mut hand.draft.body;
        settle(body);
        body.ticked = self.ticked_before(&place);
        body.focus = Some(place);
        hand.draft.turn += 1;
        hand.draft.touch(self.at);
        self.saved(hand)
    }

    fn ticked_before(&self, place: &form::Place) -> Vec<usize> {
        let interview = self.interview(&self.hand.draft.body.answers);
        let Some(Asked {
            answered: Some(Value::Many(names)),
            choices,
            ..
        }) = interview.ask(place, &self.language.0)
        else {
            return Vec::new();
        };
        let places = choices.iter().enumerate();
        let ticked = places.filter(|(_, offer)| names.contains(&offer.name));
        ticked.map(|(place, _)| place).collect()
    }

    /// Says why an answer was not taken and asks again; nothing that was answered is touched.
    fn slip(&self, place: &form::Place, message: Option<MessageId>, slip: &Slip) -> Vec<Effect> {
        let interview = self.interview(&self.hand.draft.body.answers);
        let skip = interview
            .ask(place, &self.language.0)
            .is_some_and(|asked| !asked.required);
        let mut effects = self.look(|body| {
            body.slips = body.slips.saturating_add(1);
            body.forwarded = None;
            if let Some(message) = message {
                body.typed_in.insert(message.0, place.clone());
            }
        });
        let help = self.hand.draft.body.slips + 1 >= SLIPS_BEFORE_HELP;
        if help {
            head(&mut effects, &Line::SlipHelp { skip });
        }
        head(&mut effects, &slip_line(slip, self.context.today));
        effects
    }

    /// Says something and shows the question again.
    fn remark(&self, line: Line) -> Vec<Effect> {
        let screen = self.screen_with(self.hand).headed(line);
        show_at(self.place(), screen)
    }

    fn leave(&self, event: &Event) -> Vec<Effect> {
        let draft = self.hand.draft.id;
        go(self.world, event, Place::Leaving { draft })
    }

    fn saved(&self, hand: DraftInHand) -> Vec<Effect> {
        let screen = self.screen_with(&hand);
        let mut effects = vec![Effect::SaveDraft {
            from_turn: self.hand.draft.turn,
            draft: Box::new(hand.draft),
        }];
        effects.extend(show_at(self.place(), screen));
        effects
    }

    fn place(&self) -> Place {
        Place::Draft {
            draft: self.hand.draft.id,
        }
    }
}

/// Whether an answer was taken: only then has the draft a new turn, or become a report where it was the last one.
fn is_taken(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| match effect {
        Effect::SaveDraft { draft, from_turn } => draft.turn != *from_turn,
        Effect::File(_) => true,
        _ => false,
    })
}

/// Says something above the screen that follows.
fn head(effects: &mut [Effect], line: &Line) {
    for effect in effects {
        if let Effect::Show(screen) = effect {
            screen.lines.insert(0, line.clone());
        }
    }
}

/// Whatever was half done on the question before is over.
fn settle(body: &mut Body) {
    body.focus = None;
    body.ticked = Vec::new();
    body.view = View::Plain;
    body.forwarded = None;
    body.slips = 0;
}
