//! What can happen: all that a person or the clock can bring to [`super::step`].

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::form::MediaKind;
use super::goal::TASKS;
use super::id::{
    AlertId, CaseId, DraftId, GoalId, InviteId, MediaId, MessageId, ReferralId, ReportId, ShareId,
    TaskId,
};
use super::people::Role;
use super::phone::Phone;
use super::press::Press;
use super::share::Token;

/// One thing that happened, with all that deciding about it may need from outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it is being decided.
    pub at: DateTime<Utc>,
    /// What happened.
    pub happened: Happened,
    /// Ids for what may follow, drawn once for this event.
    pub fresh: Fresh,
}

/// Ids that a step may give to what it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fresh {
    /// For a draft that begins.
    pub draft: DraftId,
    /// For a report that is sent.
    pub report: ReportId,
    /// For an alert that is raised.
    pub alert: AlertId,
    /// For media that arrived.
    pub media: MediaId,
    /// For a goal that is proposed.
    pub goal: GoalId,
    /// For its tasks.
    pub tasks: [TaskId; TASKS],
    /// For a case that is opened.
    pub case: CaseId,
    /// What its code is made from.
    pub code: [u8; 5],
    /// For an invitation.
    pub invite: InviteId,
    /// What its token is made from.
    pub token: [u8; 16],
    /// What its typed code is made from.
    pub typed_code: [u8; 7],
    /// For a service that is asked for.
    pub referral: ReferralId,
    /// For a summary that is released.
    pub share: ShareId,
    /// For its link.
    pub share_token: Token,
    /// What `random()` and `uuid()` of a form begun now are made from.
    pub seed: u64,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Happened {
    /// A command that we know, with what followed it.
    Command(Command),
    /// A text that is no known command.
    Text {
        /// The message that carries it.
        message: MessageId,
        /// The text as typed.
        text: String,
        /// Whether it was forwarded from somebody else.
        forwarded: bool,
    },
    /// An earlier message was changed.
    Edited {
        /// Which message.
        message: MessageId,
        /// What it says now.
        text: String,
    },
    /// A button was pressed, and its data understood.
    Press {
        /// What the button says.
        press: Press,
        /// The message under which it stood.
        message: MessageId,
    },
    /// A button that means nothing to us, or that does nothing any more.
    UnknownPress {
        /// The message under which it stood, if Telegram still tells it.
        message: Option<MessageId>,
    },
    /// Telegram was away for so long that it has forgotten what the person may have pressed meanwhile.
    LostPress,
    /// A voice note, photo or other file.
    Media {
        /// The message that carries it.
        message: MessageId,
        /// Where Telegram keeps it, and what it is.
        file: File,
        /// The text beside it.
        caption: Option<String>,
        /// Whether it was forwarded from somebody else.
        forwarded: bool,
    },
    /// A sticker, animation, game or other thing without words.
    Sticker,
    /// A shared contact; `own` only when it is the sender's.
    Contact {
        /// Whether it is the sender's own.
        own: bool,
        /// Its number, if it can be read.
        phone: Option<Phone>,
    },
    /// A shared location.
    Location,
    /// Something that cannot be an answer, such as a poll or a service message.
    Other,
    /// The person blocked the bot or left.
    Blocked,
    /// The person came back.
    Unblocked,
    /// Something was written in a group.
    InGroup,
    /// A draft has rested long enough to be looked at.
    DraftDue(DraftId),
    /// Something has come due for the person.
    RemindersDue,
    /// A file of settings that the person sent was looked at.
    TrialDue(MediaId),
    /// Somebody may have to be called about a danger; nobody sends this.
    DangerDue(AlertId),
}

/// A file that Telegram keeps for us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Telegram's id of it.
    pub file_id: String,
    /// What it is.
    pub kind: MediaKind,
    /// Its size in bytes, as Telegram claims.
    pub bytes: Option<u64>,
}

/// A file larger than this cannot be fetched from Telegram (Bot API: 20 MB).
pub const LARGEST_FILE_BYTES: u64 = 20 * 1024 * 1024;

/// A command, as `/menu` lists them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// `/start`, with the token of an invitation if there was one.
    Start(Option<String>),
    /// `/menu`
    Menu,
    /// `/help`
    Help,
    /// `/cancel`
    Cancel,
    /// `/language`
    Language,
    /// `/privacy`
    Privacy,
    /// `/visit`, with what followed it.
    Visit(Option<String>),
    /// `/cases`
    Cases,
    /// `/drafts`
    Drafts,
    /// `/invite`
    Invite,
    /// `/mydata`
    OwnRecord,
    /// `/away`
    Away,
    /// `/reminders`
    Reminders,
    /// `/profile`
    Settings,
    /// `/clear`
    Clear,
    /// `/leave`
    Leave,
}

impl Command {
    /// The commands that a phone lists for somebody of this role, or for a stranger, in that order. Each is one that
    /// she uses; typed, the others are understood as well.
    #[must_use]
    pub fn listed(role: Option<Role>) -> &'static [&'static str] {
        match role {
            None => &["start", "privacy"],
            Some(Role::Family) => &[
                "menu",
                "drafts",
                "reminders",
                "language",
                "mydata",
                "privacy",
                "clear",
                "help",
                "leave",
                "cancel",
            ],
            Some(Role::Volunteer) => &[
                "menu",
                "visit",
                "cases",
                "drafts",
                "reminders",
                "away",
                "language",
                "mydata",
                "privacy",
                "clear",
                "help",
                "leave",
                "cancel",
            ],
            Some(Role::Caseworker | Role::Supervisor) => &[
                "menu",
                "cases",
                "visit",
                "drafts",
                "invite",
                "reminders",
                "away",
                "language",
                "mydata",
                "privacy",
                "clear",
                "help",
                "leave",
                "cancel",
            ],
            Some(Role::Manager) => &[
                "menu",
                "invite",
                "profile",
                "reminders",
                "language",
                "mydata",
                "privacy",
                "clear",
                "help",
                "leave",
                "cancel",
            ],
        }
    }

    /// Reads `/visit K7M2QX` or `/visit@our_bot K7M2QX`. `None` for a text that is no command of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, rest) = match text.trim().split_once(char::is_whitespace) {
            Some((name, rest)) => (name, rest.trim()),
            None => (text.trim(), ""),
        };
        let name = name.strip_prefix('/')?;
        let name = name.split_once('@').map_or(name, |(name, _bot)| name);
        let rest = (!rest.is_empty()).then(|| rest.to_owned());
        match name.to_ascii_lowercase().as_str() {
            "start" => Some(Self::Start(rest)),
            "menu" => Some(Self::Menu),
            "help" => Some(Self::Help),
            "cancel" => Some(Self::Cancel),
            "language" => Some(Self::Language),
            "privacy" => Some(Self::Privacy),
            "visit" => Some(Self::Visit(rest)),
            "cases" => Some(Self::Cases),
            "drafts" => Some(Self::Drafts),
            "invite" => Some(Self::Invite),
            "mydata" => Some(Self::OwnRecord),
            "away" => Some(Self::Away),
            "reminders" => Some(Self::Reminders),
            "profile" => Some(Self::Settings),
            "clear" => Some(Self::Clear),
            "leave" => Some(Self::Leave),
            _ => None,
        }
    }
}
