//! What a family lets be kept in pictures and in voice: its word for each comes in; whether a file is taken, and what both
//! sides read about it, goes out.
//!
//! Until a family has been asked, files are kept and whoever sent one is reminded to ask. What the family itself sends is
//! its own choice.

use chrono::{DateTime, Utc};

use super::about::Kind;
use super::access::{Action, may_with};
use super::card::beginning;
use super::form::model::Question;
use super::form::{MediaKind, Place};
use super::people::Role;
use super::plan::listener;
use super::receipt::is_lent;
use super::report::{DANGER_NOTE, ReportInHand};
use super::screen::{Button, Line};
use super::world::{DraftInHand, World};

/// The form in which a family says what may be kept.
const ASKING: &str = "keeping";
/// The `save_to` names of facts about keeping.
pub const FACTS: [&str; 3] = ["consent.listener", "consent.photo", "consent.voice"];
/// The word of a family that lets something be kept.
const YES: &str = "yes";

/// What may be kept, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Pictures of the child or the home.
    Photo,
    /// Voices.
    Voice,
}

/// A family's word on one of them, the newest that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// On what.
    pub purpose: Purpose,
    /// Whether it may be kept.
    pub given: bool,
    /// When it was said.
    pub at: DateTime<Utc>,
    /// On whose phone, by name.
    pub by: String,
    /// Who of the family said it on a worker's phone, a choice of the form.
    pub listener: Option<String>,
}

/// What is known of a case about keeping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// What the family said, newest first; nothing if it was not asked.
    pub said: Vec<Consent>,
    /// Whether whoever looks was reminded before to ask the family.
    pub reminded: bool,
}

impl Keeping {
    /// The family's newest word on this.
    #[must_use]
    pub fn newest(&self, purpose: Purpose) -> Option<&Consent> {
        self.said.iter().find(|consent| consent.purpose == purpose)
    }

    fn refuses(&self, purpose: Purpose) -> bool {
        self.newest(purpose).is_some_and(|consent| !consent.given)
    }
}

impl Purpose {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Photo, Self::Voice];

    /// What a file of this kind shows or says.
    #[must_use]
    pub fn of(kind: MediaKind) -> Self {
        match kind {
            MediaKind::Image | MediaKind::Video | MediaKind::File => Self::Photo,
            MediaKind::Audio => Self::Voice,
        }
    }

    /// The typed field that says it.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Photo => "consent.photo",
            Self::Voice => "consent.voice",
        }
    }

    /// Reads [`Purpose::field`].
    #[must_use]
    pub fn parse(field: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.field() == field)
    }
}

impl Consent {
    /// Whether this word of a form lets it be kept.
    #[must_use]
    pub fn is_given(value: &str) -> bool {
        value == YES
    }
}

/// Whether a file that answers the question at `place` is not to be kept, because the family of the draft's case said so.
/// Danger comes first: what tells of it is never refused.
#[must_use]
pub fn refused(
    world: &World,
    hand: &DraftInHand,
    place: &Place,
    kind: MediaKind,
) -> Option<Purpose> {
    let question = hand.form.question(&place.question);
    let note = question.is_some_and(|(_, question)| tells_of_danger(question));
    let danger = note || hand.draft.body.alerted || hand.part().about == Kind::Alert;
    let purpose = Purpose::of(kind);
    (world.keeping.refuses(purpose) && !danger && !is_own(world, hand)).then_some(purpose)
}

/// The same for a file that answers what somebody asked about a report.
#[must_use]
pub fn refused_of(world: &World, report: &ReportInHand, kind: MediaKind) -> Option<Purpose> {
    let mut questions = report.form.questions.iter();
    let danger = questions.any(|question| {
        tells_of_danger(question) && report.answers.get(&Place::new(&question.name)).is_some()
    });
    let mut person = world.person.iter();
    let family = person.any(|person| person.role == Role::Family);
    let purpose = Purpose::of(kind);
    (world.keeping.refuses(purpose) && !danger && !family).then_some(purpose)
}

/// Whether whoever sends a report with a file is reminded that the family was not asked yet; once, and only somebody
/// who may ask it.
#[must_use]
pub fn is_to_ask(world: &World, hand: &DraftInHand) -> bool {
    let open = world.keeping.said.is_empty() && !world.keeping.reminded;
    let mut person = world.person.iter();
    open && !hand.draft.body.files.is_empty()
        && !is_own(world, hand)
        && person.any(|person| may_with(person, &hand.case, Action::SpeakAsFamily))
}

/// The way to ask it, beside that reminder.
#[must_use]
pub fn way(world: &World, hand: &DraftInHand) -> Option<Button> {
    let form = world.programme.form(ASKING);
    let form = form.filter(|_| is_to_ask(world, hand))?;
    Some(beginning(world, &hand.case, form))
}

/// What the family said, for both sides to read.
pub fn lines(world: &World) -> impl Iterator<Item = Line> {
    let purposes = Purpose::ALL.into_iter();
    let consents = purposes.filter_map(|purpose| world.keeping.newest(purpose));
    consents.map(|consent| Line::MayKeep {
        purpose: consent.purpose,
        given: consent.given,
        at: consent.at,
        by: consent.by.clone(),
        listener: consent.listener.as_deref().map(|who| listener(world, who)),
    })
}

/// Whether a question asks what was seen or heard of a danger.
fn tells_of_danger(question: &Question) -> bool {
    question.save_to.as_deref() == Some(DANGER_NOTE)
}

/// Whether the family itself answers, on its own phone or on one that was handed to it.
fn is_own(world: &World, hand: &DraftInHand) -> bool {
    let mut person = world.person.iter();
    person.any(|person| person.role == Role::Family || is_lent(&hand.part(), person))
}
