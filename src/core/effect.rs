//! What can follow from an event: everything that a step may ask for, committed in one transaction.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::access::Action;
use super::alert::{Alert, Note};
use super::case::{Membership, Opening};
use super::climbing::Channel;
use super::draft::Draft;
use super::due::danger;
use super::due::ladder::Call;
use super::due::preference::Preference;
use super::event::File;
use super::expecting::Compared;
use super::hearing::Kept;
use super::id::{
    AlertId, CaseId, DraftId, InviteId, MediaId, MemberId, MessageId, ObligationId, PersonId,
    ReferralId, ReportId, ShareId, TaskId,
};
use super::inviting::NewInvitation;
use super::people::{Consent, Language, Recipient};
use super::phone::Phone;
use super::place::Place;
use super::reminding::Reminded;
use super::report::Report;
use super::review::Remark;
use super::screen::{Line, Screen};
use super::trial::Proposed;

/// What an event leads to, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// In the order in which they are committed.
    pub effects: Vec<Effect>,
}

/// One thing that follows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// The sender takes up an invitation, under this name if it names nobody.
    Join {
        /// Which invitation.
        invite: InviteId,
        /// The name that Telegram gives.
        name: String,
    },
    /// The sender, who has an account, takes up an invitation to one more case.
    JoinAlso(InviteId),
    /// The sender tried an invitation that does not exist, or not any more.
    GuessWrong,
    /// The sender's language is now this.
    SetLanguage(Language),
    /// The sender's zone is now this.
    SetZone(chrono_tz::Tz),
    /// The sender is told like this from now on.
    SetPreference(Preference),
    /// The sender agreed to the privacy words.
    SetConsent(Consent),
    /// The sender can, or cannot, be reached.
    SetReachable(bool),
    /// The chat's live screen shows this place now.
    Go(Place),
    /// A draft begins.
    OpenDraft(Box<Draft>),
    /// A draft goes on. Nothing of this step happens if its turn is no longer `from_turn`.
    SaveDraft {
        /// The draft as it is now.
        draft: Box<Draft>,
        /// The turn that it was read at.
        from_turn: u32,
    },
    /// A draft ends without a report.
    DropDraft {
        /// Which draft.
        draft: DraftId,
        /// Why.
        why: Dropped,
        /// The files that came with it, which are deleted.
        files: Vec<MediaId>,
    },
    /// A draft becomes a report; the draft ends, and the report it corrects no longer counts.
    File(Box<Report>),
    /// A report is taken back.
    Undo(ReportId),
    // Hand-over
    /// These places end.
    EndPlaces(Vec<MemberId>),
    /// These people have these places from now on.
    BeginPlaces(Vec<(CaseId, PersonId, Membership)>),
    /// The family would rather have somebody else in this place.
    Object(MemberId),
    // Review of reports
    /// Something is said of a report, and the report goes where that leads.
    Remark(Box<Remark>),
    /// A step towards a goal is done.
    TickTask(TaskId),
    /// Somebody is invited.
    Invite(Box<NewInvitation>),
    /// Whoever takes up this invitation is expected to have this number.
    ExpectNumber {
        /// Which invitation.
        invite: InviteId,
        /// The number; the store keeps its digest alone.
        number: Phone,
    },
    /// The sender has answered the question for their number; it is not asked again, and nothing of it is kept.
    AnswerNumber {
        /// By which invitation.
        invite: InviteId,
        /// How.
        answer: Compared,
    },
    /// What Telegram brought holds somebody's number, and is wiped once it is handled.
    WipeUpdate,
    /// Whoever took up this invitation is the right person.
    Admit(InviteId),
    /// Whoever took up this invitation is not the right person; their access ends.
    TurnAway(InviteId),
    /// The sender leaves.
    Leave,
    /// Somebody is away, and back on this day: the sender, or one of those whom the sender leads.
    SetAway {
        /// Who.
        person: PersonId,
        /// The day.
        day: NaiveDate,
    },
    /// The sender is back.
    EndAway,
    /// The sender asks that what is kept about them be deleted.
    AskErasure,
    /// Somebody's wish to be deleted is seen to.
    EndErasure(PersonId),
    /// A case is opened.
    OpenCase(Box<Opening>),
    /// What the family of a case asks for is sent: its team sees the case from now on, under what the family calls
    /// itself, if it said so.
    HandInCase {
        /// Which case.
        case: CaseId,
        /// What the family calls itself.
        alias: Option<String>,
    },
    /// A summary that a family released can no longer be opened.
    EndShare(ShareId),
    /// Danger.
    RaiseAlert(Box<Alert>),
    /// The sender has an alert.
    TakeAlert {
        /// Which.
        alert: AlertId,
        /// Since when the one before had it; none if nobody had.
        from: Option<DateTime<Utc>>,
    },
    /// Somebody is called about a danger, on a step of its ladder.
    Call {
        /// Which danger.
        alert: AlertId,
        /// When this climb began.
        since: DateTime<Utc>,
        /// Which step.
        place: danger::Place,
        /// Who.
        to: Recipient,
        /// The message.
        screen: Box<Screen>,
    },
    /// The same by the ways besides the chat that are set up.
    CallSecond {
        /// Which danger.
        alert: AlertId,
        /// When this climb began.
        since: DateTime<Utc>,
        /// Which step.
        place: danger::Place,
        /// By which ways; none if none is set up.
        channels: Vec<Channel>,
    },
    /// The ladder of a danger is looked at again at this moment.
    LookAgain {
        /// Which danger.
        alert: AlertId,
        /// When.
        at: DateTime<Utc>,
    },
    /// The ladder of a danger was looked at. Nothing of this step happens if something changed it meanwhile.
    Climbed {
        /// Which danger.
        alert: AlertId,
        /// The moment at which it was to be looked at.
        from: DateTime<Utc>,
        /// The next one; none once it is over.
        next: Option<DateTime<Utc>>,
    },
    /// More is said of an alert.
    SayOfAlert {
        /// Of which.
        alert: AlertId,
        /// About which case, with whose key the words are sealed.
        case: CaseId,
        /// What.
        note: Note,
    },
    /// A file is fetched from Telegram and kept, sealed with the case's key.
    KeepMedia {
        /// The id under which answers name it.
        media: MediaId,
        /// Whose case.
        case: CaseId,
        /// Where Telegram keeps it.
        file: File,
    },
    /// The sender was reminded to ask the family of this case what may be kept; not again.
    RemindedToAsk(CaseId),
    /// A kept file is sent to the sender again, protected.
    Play(Box<Kept>),
    /// The chat's live screen becomes this one.
    Show(Box<Screen>),
    /// The message whose button was pressed becomes this one; the live screen stays as it is.
    Amend(Box<Screen>),
    /// A new message to the sender, below everything.
    Say {
        /// Why.
        purpose: Purpose,
        /// What.
        screen: Box<Screen>,
    },
    /// A new message to somebody else.
    Tell {
        /// To whom.
        to: Recipient,
        /// Why.
        purpose: Purpose,
        /// What.
        screen: Box<Screen>,
        /// When.
        timing: Timing,
    },
    /// A message that somebody else got before says this from now on.
    Rewrite {
        /// Whose.
        to: Recipient,
        /// Which.
        message: MessageId,
        /// What.
        screen: Box<Screen>,
    },
    // Settings of the programme
    /// The file of the settings of now is sent to the sender.
    SendSettings,
    /// A file of settings is fetched from Telegram and looked at; what the sender sent before is not any more.
    TrySettings {
        /// Under which id.
        trial: MediaId,
        /// Where Telegram keeps it.
        file: File,
    },
    /// The sender is told what was found in a file of settings. Nothing of this step happens if they were before.
    TrialTold(MediaId),
    /// A file of settings is looked at no more.
    EndTrial(MediaId),
    /// Settings are in force from now on. Nothing of this step happens if others came into force meanwhile.
    SetProfile(Box<Proposed>),
    // Reminders
    /// The sender is told of what is due, in a message that they did not ask for.
    Remind {
        /// Of what.
        reminded: Vec<Reminded>,
        /// The message.
        screen: Box<Screen>,
    },
    /// What had become of no use before it could be told.
    Missed(Vec<Reminded>),
    /// The sender is told of these at that moment, which more rules allow.
    Postpone {
        /// Of which.
        obligations: Vec<ObligationId>,
        /// When.
        at: DateTime<Utc>,
    },
    /// The sender asked to be told later.
    PutOff {
        /// Of which.
        obligation: ObligationId,
        /// What is told again, and when.
        next: Call,
    },
    /// The sender is told of this no more.
    Forget(ObligationId),
    /// Somebody else is asked how it goes with what they are told of, unless it is over by then.
    AskAfter {
        /// With what.
        obligation: ObligationId,
        /// Whom.
        to: Recipient,
        /// When.
        at: DateTime<Utc>,
        /// The message.
        screen: Box<Screen>,
    },
    /// What both sides wrote in the sender's chat lately is deleted there; what follows is a new message.
    ClearChat,
    /// A few words over the chat that answer a press; lost without harm.
    Toast(Line),
    /// A line for the audit.
    Note(Audit),
}

impl Effect {
    /// A line for the audit: what was done, and on what.
    #[must_use]
    pub fn note(action: Action, object: Object) -> Self {
        Self::Note(Audit { action, object })
    }

    /// A message about a danger to somebody who hears of it.
    #[must_use]
    pub fn called(alert: AlertId, to: &Recipient, screen: &Screen) -> Self {
        Self::Tell {
            to: to.clone(),
            purpose: Purpose::Danger(alert),
            screen: Box::new(screen.clone()),
            timing: Timing::AtOnce,
        }
    }

    /// News for somebody who takes part in it, in their hours.
    #[must_use]
    pub fn tell(to: &Recipient, screen: &Screen) -> Self {
        Self::told(to, screen, Timing::InHours)
    }

    /// News for somebody who waits for it, at whatever hour.
    #[must_use]
    pub fn tell_at_once(to: &Recipient, screen: &Screen) -> Self {
        Self::told(to, screen, Timing::AtOnce)
    }

    fn told(to: &Recipient, screen: &Screen, timing: Timing) -> Self {
        Self::Tell {
            to: to.clone(),
            purpose: Purpose::News,
            screen: Box::new(screen.clone()),
            timing,
        }
    }
}

/// When a message to somebody else is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// A family reads it in the days and hours that it called safe, others at once.
    InHours,
    /// At once: danger to staff, and the answer to a family that has just called for help and waits for it.
    AtOnce,
}

/// Why a draft ended without a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dropped {
    /// Its owner gave it up.
    Discarded,
    /// It rested too long.
    Expired,
}

/// Why a message is sent: sets its place in the queue and what happens when a send is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Danger; repeated until it is acknowledged. About this alert.
    Danger(AlertId),
    /// The live screen; in doubt, the next input redraws it.
    Screen,
    /// That something is in the database; in doubt, once more after a minute.
    Receipt,
    /// News about something the reader takes part in; in doubt, as a receipt.
    News,
    /// Something is due; in doubt, once more if it still is.
    Reminder,
}

/// What the audit keeps of an action; ids only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// What was done.
    pub action: Action,
    /// On what.
    pub object: Object,
}

/// What an action was done on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Object {
    /// A case.
    Case(CaseId),
    /// A report.
    Report(ReportId),
    /// A draft.
    Draft(DraftId),
    /// An alert.
    Alert(AlertId),
    /// A step towards a goal.
    Task(TaskId),
    /// A service that was asked for.
    Referral(ReferralId),
    /// A summary that a family released.
    Share(ShareId),
    /// A person.
    Person(PersonId),
    /// The programme as a whole.
    Programme,
}
