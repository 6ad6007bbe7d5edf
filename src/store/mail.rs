//! What goes in and out of the inbox and the outbox.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::core::climbing::Channel;
use crate::core::effect::Purpose;
use crate::core::id::{AlertId, ChatId, Code, MessageId, PersonId};
use crate::core::people::{Language, Role};

/// An update as it arrived.
#[derive(Clone, Copy, Debug)]
pub struct Arrived<'a> {
    /// Telegram's number of it.
    pub update_id: i64,
    /// Updates of one lane are handled one after another; the sender's id.
    pub lane: i64,
    /// The message, if somebody wrote one in their own chat.
    pub message: Option<MessageId>,
    /// The raw text.
    pub body: &'a str,
}

/// An update that waits to be handled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its place in the order of arrival.
    pub seq: i64,
    /// The bot that received it.
    pub bot: i64,
    /// Telegram's number of it.
    pub update_id: i64,
    /// Whose it is.
    pub lane: i64,
    /// The raw text; `None` if its seal does not open, so that others behind it still go on.
    pub body: Option<String>,
    /// Whether more of its lane than a person sends in a hurry wait behind it.
    pub crowded: bool,
    /// How often handling it failed.
    pub attempts: i32,
    /// When it arrived.
    pub received_at: DateTime<Utc>,
}

/// What a bot knows of its place in Telegram's queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offset {
    /// The first update that is not confirmed; `None` before the first.
    pub next: Option<i64>,
    /// When Telegram last gave what it had; `None` before the first time.
    pub polled_at: Option<DateTime<Utc>>,
    /// The bot's name, for links.
    pub username: Option<String>,
}

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// To which chat.
    pub chat: ChatId,
    /// Whose right to it is checked again when it is sent: set for what nobody asked for, `None` for an answer.
    pub person: Option<PersonId>,
    /// Why.
    pub purpose: Purpose,
    /// The message that it replaces.
    pub edit: Option<MessageId>,
    /// Whether it is a live screen that must be a new message.
    pub fresh: bool,
    /// Text and buttons, as JSON; the store seals it.
    pub body: String,
    /// What makes a repeat harmless: `u{seq}:{n}` or `due:…`.
    pub dedup: String,
    /// Not sent before.
    pub not_before: Option<DateTime<Utc>>,
}

/// A message in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    /// Its place in the order of decisions.
    pub seq: i64,
    /// To which chat.
    pub chat: ChatId,
    /// Whose right to it is checked again.
    pub person: Option<PersonId>,
    /// Why.
    pub purpose: Purpose,
    /// The message that it replaces.
    pub edit: Option<MessageId>,
    /// Whether it is a live screen that must be a new message.
    pub fresh: bool,
    /// Text and buttons, as JSON.
    pub body: String,
    /// How often it was taken up.
    pub attempts: i32,
    /// How often it is sent again after a doubt; more than 0 is said on the message.
    pub repeats: i32,
    /// Not sent before.
    pub not_before: DateTime<Utc>,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
}

/// A message that may be sent now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Which.
    pub seq: i64,
    /// The live screen of its chat at this moment.
    pub live: Option<MessageId>,
}

/// What became of a message that was claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Which.
    pub seq: i64,
    /// Its chat.
    pub chat: ChatId,
    /// What became of it.
    pub result: Outcome,
    /// When.
    pub at: DateTime<Utc>,
}

impl Settled {
    /// Whether it was taken up at all.
    #[must_use]
    pub fn flew(&self) -> bool {
        !matches!(self.result, Outcome::Withdrawn)
    }
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Telegram took it.
    Sent {
        /// The message it became, where Telegram tells.
        message: Option<MessageId>,
        /// Whether that is the chat's live screen from now on.
        live: bool,
    },
    /// It was not taken up, for a newer screen takes its place.
    Withdrawn,
    /// Telegram will never take it.
    Failed {
        /// A word for why; no values.
        why: String,
    },
    /// It was not sent, and is tried again.
    Retry {
        /// Not before.
        not_before: DateTime<Utc>,
    },
    /// It may have been sent.
    Doubt {
        /// If it is sent again, not before.
        not_before: DateTime<Utc>,
        /// What to do.
        then: InDoubt,
    },
}

/// What to do with a message that may have been sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InDoubt {
    /// Send it again, marked as a repeat.
    Resend,
    /// Let it go: the next input redraws it.
    Expire,
}

/// A list of commands that Telegram is to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListWanted {
    /// The private chat whose list it is.
    pub chat: ChatId,
    /// Which change of it this is.
    pub wanted: i64,
    /// How often telling it failed.
    pub attempts: i32,
    /// For somebody of which role it is, in which language; `None` if the chat has no list of its own any more.
    pub reader: Option<(Role, Language)>,
}

/// A call about a danger by a way besides the chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondCall {
    /// Which; the same however often it is sent.
    pub id: Uuid,
    /// About which alert.
    pub alert: AlertId,
    /// By which way.
    pub channel: Channel,
    /// The case's code.
    pub code: Code,
    /// When it was reported.
    pub raised_at: DateTime<Utc>,
    /// Since when somebody has it; nothing was written then.
    pub taken_at: Option<DateTime<Utc>>,
    /// How often it was tried, with the try of now.
    pub attempts: i32,
}

/// A medium to be fetched from Telegram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which.
    pub media: crate::core::id::MediaId,
    /// Whose case.
    pub case: crate::core::id::CaseId,
    /// What Telegram calls it.
    pub file: String,
    /// How often fetching it failed.
    pub attempts: i32,
}

/// Messages that are to go from a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToClear {
    /// From which.
    pub chat: ChatId,
    /// Those that are deleted.
    pub delete: Vec<MessageId>,
    /// Those that are too old for it, and are to say nothing.
    pub blank: Vec<MessageId>,
    /// How often it failed.
    pub attempts: i32,
}

/// A file of settings to be fetched from Telegram and looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    /// Which.
    pub trial: crate::core::id::MediaId,
    /// What Telegram calls it.
    pub file: String,
    /// How often fetching it failed.
    pub attempts: i32,
}
