//! What the bot says, as values: the core names the lines and buttons, [`crate::words`] puts them into words.
//!
//! Long because everything that the bot can say stands in one list.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::active::PlanState;
use super::alert::DangerStep;
use super::case::{Membership, Risk};
use super::due::civil::Weekdays;
use super::due::hours::Span;
use super::due::obligation::{Because, Rule};
use super::due::profile::Problem;
use super::due::profile::change::{Change, Moved};
use super::due::profile::file::Unreadable;
use super::due::window::Window;
use super::expecting::Compared;
use super::form::MediaKind;
use super::form::Phrase;
use super::goal::{Choice, Side};
use super::handover::PlaceNews;
use super::id::Code;
use super::keeping::Purpose;
use super::pause::Pause;
use super::people::{Kin, Language, Role};
use super::press::Press;
use super::referral::{Outcome, Shared};
use super::review::Verdict;
use super::service::{Lack, Service};
use super::share;
use super::signal::Signal;
use super::stage::{Missing, Stage};
use super::waiting::Matter;
use super::wellbeing::{Factor, Fall};

pub use super::label::{Due, Label};

/// Buttons of one kind on a screen before "More".
pub const BUTTONS_PER_PAGE: usize = 7;

/// One message: lines from top to bottom, then rows of buttons.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Screen {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// From top to bottom, each from its reading side.
    pub rows: Vec<Vec<Button>>,
    /// Whether the message may not be forwarded or saved.
    pub protected: bool,
    /// Where the buttons stand.
    #[serde(default)]
    pub keyboard: Keyboard,
}

/// Where the buttons of a message stand, and what becomes of the phone's own keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keyboard {
    /// Under the message; the phone's keyboard stays as it is.
    #[default]
    Under,
    /// In place of the phone's keyboard, where alone Telegram lets somebody share their number. Such a message is always a
    /// new one.
    Entry,
    /// There are none, and the phone's keyboard comes back.
    Gone,
}

/// A button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Button {
    /// What it shows.
    pub label: Label,
    /// What it says when pressed.
    pub press: Press,
}

impl Screen {
    /// A screen of these lines.
    #[must_use]
    pub fn of(lines: impl IntoIterator<Item = Line>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
            ..Self::default()
        }
    }

    /// What a button leads to that is not there any more, or not for this reader.
    #[must_use]
    pub fn gone() -> Self {
        Self::of([Line::OldButton]).button(Label::Menu, Press::Menu)
    }

    /// Adds a button on a row of its own.
    #[must_use]
    pub fn button(mut self, label: Label, press: Press) -> Self {
        self.rows.push(vec![Button { label, press }]);
        self
    }

    /// Adds buttons side by side.
    #[must_use]
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(buttons);
        }
        self
    }

    /// Puts a line before all others.
    #[must_use]
    pub fn headed(mut self, line: Line) -> Self {
        self.lines.insert(0, line);
        self
    }
}

/// The entries on a page of a list, each with its place in the list, and the buttons to the pages beside it. A page
/// that is past the end is the last one.
pub fn page<T>(
    list: &[T],
    page: u16,
    per_page: usize,
    turn: impl Fn(u16) -> Press,
) -> (impl Iterator<Item = (u16, &T)>, Vec<Button>) {
    let last = list.len().saturating_sub(1) / per_page;
    let page = page.min(u16::try_from(last).unwrap_or(u16::MAX));
    let from = usize::from(page) * per_page;
    let before = page.checked_sub(1).map(|before| (Label::Earlier, before));
    let after = (usize::from(page) < last).then(|| (Label::More, page + 1));
    let turns = [before, after].into_iter().flatten();
    let turns = turns.map(|(label, to)| Button {
        label,
        press: turn(to),
    });
    let entries = (0u16..).zip(list).skip(from).take(per_page);
    (entries, turns.collect())
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Line {
    // Joining
    /// Greeting to somebody who has just joined.
    Welcome,
    /// The same to somebody of a family.
    WelcomeFamily,
    /// The same to a family that will ask for help.
    WelcomeToAsk,
    /// "Which language?"
    AskLanguage,
    /// "Where are you?", with the time there now.
    AskZone {
        /// The programme's zone.
        zone: Tz,
        /// Now.
        now: DateTime<Utc>,
    },
    /// No zone has that name.
    ZoneUnknown,
    /// What is kept, why, and what may be refused.
    PrivacyWords,
    /// "Do you agree?"
    AskConsent,
    /// What happens without agreement.
    NotAgreed,
    /// To somebody without an account: this is by invitation.
    InvitationOnly,
    /// The invitation does not work; the same words whatever the reason.
    InvitationWrong,
    /// To somebody who has left: the access has ended, and whom to ask.
    AccessEnded,
    /// The language is set.
    LanguageSet,
    // Menu
    /// The menu's first line.
    MenuTitle,
    /// How many visits are due up to today.
    VisitsDue(u16),
    /// No visit is due today.
    NothingDue,
    /// How many drafts are open.
    DraftsOpen(u16),
    /// What stands on this list, and why.
    WaitingTitle(Matter),
    /// "On which day are you back?"
    AskBackOn,
    /// That day is none that one can be back on.
    BackOnWrong,
    /// You are away, and back on this day.
    YouAreAway(NaiveDate),
    // Reminders
    /// To a family: there is something to look at.
    FamilyReminded,
    /// So many things wait for the person.
    Reminded(u16),
    /// So many things of the person's team are late.
    LateInTeam(u16),
    /// So many things of the programme have been late for a week.
    LateForLong(u16),
    /// What is due.
    DueIs {
        /// By which rule.
        rule: Rule,
        /// Of which case.
        code: Code,
    },
    /// On which days it may be done.
    DueWithin(Window),
    /// Why then.
    DueBecause(Because),
    /// Heads the list of what is late in a team, and of who is quiet.
    LateTitle,
    /// Nothing is, and nobody.
    NothingLate,
    /// "Which team?"
    AskWhichTeam,
    /// Heads what is late with somebody.
    LateWith(String),
    /// Heads what is late and is nobody's to do.
    LateWithNobody,
    /// Something that is late.
    LateThing {
        /// By which rule.
        rule: Rule,
        /// Of which case.
        code: Code,
        /// How many days.
        days: u16,
        /// Whether they were told nothing of it.
        untold: bool,
    },
    /// How much is late with somebody.
    LateCount {
        /// How many things.
        things: u16,
        /// How many days the longest.
        days: u16,
    },
    /// Since when somebody is quiet.
    QuietSince(NaiveDate),
    /// What being quiet means.
    QuietMeans,
    /// So many days late.
    DaysLate(u16),
    /// They were told nothing of it.
    NeverTold,
    /// They cannot be written to here now.
    NotReachedHere,
    /// Somebody is asked how it goes with this case (sent without being asked for).
    HowDoesItGo(Code),
    /// They are asked now.
    AskedNow(String),
    /// They are asked then.
    AskedLater {
        /// Who.
        name: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// They were asked today, or are to be.
    AskedAlready(String),
    /// "On which day are they back?"
    AskTheyBackOn(String),
    /// To whoever is away: somebody else said so (sent without being asked for).
    AwayForYou(NaiveDate),
    /// It is noted that they are.
    AwayForNoted {
        /// Who.
        name: String,
        /// And back on this day.
        day: NaiveDate,
    },
    /// "When shall I tell you again?"
    AskPutOff,
    // Settings of the programme
    /// Under the file of the settings: which version it holds.
    SettingsFile(u32),
    /// "Change it and send it here."
    AskSettings,
    /// To somebody who does not run the programme.
    SettingsForManagers,
    /// A file came where none is asked for.
    FileNotAsked,
    /// The file is being looked at.
    SettingsLooking,
    /// Why something is no file of settings.
    SettingsUnreadable(Unreadable),
    /// So many rows of the file are wrong.
    SettingsWrong(u16),
    /// One of them.
    SettingsProblem(Problem),
    /// So many more.
    SettingsMore(u16),
    /// The file was made from a version that is no longer in force.
    SettingsOld {
        /// From which.
        from: u32,
        /// Which is in force.
        now: u32,
    },
    /// The file changes nothing.
    SettingsSame,
    /// Heads what would follow from a file.
    SettingsEffect,
    /// A setting that it changes.
    SettingsChange(Change),
    /// What is due by a rule and moves.
    SettingsMove {
        /// Which rule.
        rule: Rule,
        /// How many.
        moved: Moved,
    },
    /// Nothing that is due moves.
    SettingsNothingMoves,
    /// People hear at other hours or days.
    SettingsRetold,
    /// Weekend and holidays are kept, and passed over until `on_holiday` says otherwise.
    SettingsDaysOffKept,
    /// The settings of this version are in force.
    SettingsSet(u32),
    /// Everything stays as it is.
    SettingsLeft,
    /// Somebody else changed the settings meanwhile.
    SettingsMeanwhile,
    /// Heads how somebody is told.
    PreferencesTitle,
    /// On which days, from when, and in which hours not.
    ToldFrom {
        /// The days.
        days: Weekdays,
        /// When the day's reminders come.
        morning: NaiveTime,
        /// Between which times.
        open: Span,
    },
    /// To a family: on which days and in which hours.
    ToldBetween {
        /// The days.
        days: Weekdays,
        /// Between which times.
        open: Span,
    },
    /// When the next message comes; none if none is known to come.
    NextTold(Option<DateTime<Utc>>),
    /// Danger is told at any hour to whoever is on duty.
    DangerAnyHour,
    /// To a family: it is never written to at other times.
    OnlyThen,
    /// "At which hour?"
    AskMorning,
    /// "On which days?"
    AskDays,
    /// "From when on is it quiet?"
    AskQuietFrom,
    /// To a family: "From when on may I write to you?"
    AskSafeFrom,
    /// "Until when?"
    AskUntil,
    /// It is so from now on.
    PreferenceSet,
    /// The times are those of this zone from now on; days that are due stay.
    ZoneSet(Tz),
    /// That is in the quiet hours.
    InQuietHours,
    /// Hardly an hour of the day is left.
    HoursTooShort,
    /// No day is left.
    OneDayAtLeast,
    /// They are told again then.
    PutOffTo(DateTime<Utc>),
    /// It was put off too often.
    PutOffTooOften,
    /// That moment is too late, or over.
    PutOffTooLate,
    /// It is noted that you are.
    AwayNoted(NaiveDate),
    /// Danger is still told to you.
    StillOnDuty,
    /// Good to have you back.
    WelcomeBack,
    /// To supervisors: somebody of the team is away.
    ColleagueAway {
        /// Who.
        name: String,
        /// And back on this day.
        day: NaiveDate,
    },
    /// To supervisors: somebody of the team came back early.
    ColleagueBack(String),
    /// Somebody of the team list is away.
    AwayUntil {
        /// Who.
        name: String,
        /// And back on this day.
        day: NaiveDate,
    },
    /// What waited is seen to.
    NothingWaits,
    /// To a family whose case was closed a while ago: it may say how it is, or not.
    AskedAfter,
    /// What the bot can do and what each command is for.
    HelpWords(Role),
    /// Nothing can be reported by this role yet.
    NothingToReport,
    // The life of a case
    /// Heads the list of cases.
    CaseloadTitle,
    /// Heads the card of a case.
    CaseTitle {
        /// The case.
        code: Code,
        /// What its people call it.
        alias: Option<String>,
    },
    /// Where the case stands.
    CaseStands {
        /// Its stage.
        stage: Stage,
        /// How likely harm is.
        risk: Risk,
    },
    /// A strength that was named.
    Strength(String),
    /// A strength in a voice note or a photo.
    StrengthSaid(MediaKind),
    /// A goal and how far it has come.
    GoalStands {
        /// The family's own words.
        words: String,
        /// -2 to 2; `None` before the first report of it.
        score: Option<i64>,
    },
    /// A service that was asked for.
    AskedFor(String),
    /// When the next visit is.
    NextVisitOn(NaiveDate),
    /// The case rests until a day, and why.
    Paused(Pause),
    /// Somebody with a place in the case.
    Involved {
        /// As colleagues call them.
        name: String,
        /// Their place.
        place: Membership,
    },
    /// Heads the plan of a case.
    PlanTitle(Code),
    /// Heads the plan of a case with how it stands.
    PlanStands {
        /// The case.
        code: Code,
        /// How.
        state: PlanState,
    },
    /// When the plan is looked at next.
    NextReviewOn(NaiveDate),
    /// The goal in the line before was much less than agreed twice in a row.
    GoalStuck,
    /// To whoever reported that.
    GoalStuckNoted,
    /// Something in a plan deserves a look (sent without being asked for).
    GoalNeedsLook(Code),
    /// Every goal is decided and at least one agreed: it begins.
    PlanBegins,
    /// The same (sent without being asked for).
    PlanAgreed(Code),
    /// The last agreement was taken back: it rests.
    PlanRests,
    /// The same (sent without being asked for).
    PlanTakenBack(Code),
    /// No goal is there yet.
    NoGoals,
    /// A goal and what the family decided on it.
    GoalDecided {
        /// The family's own words.
        words: String,
        /// `None` while it has not decided.
        choice: Option<Choice>,
    },
    /// A goal's words.
    GoalWords(String),
    /// What "as agreed" looks like.
    GoalMeans(String),
    /// What another step of the scale looks like.
    GoalLevel {
        /// Which, -2 to 2.
        score: i64,
        /// What it looks like.
        words: String,
    },
    /// What the family decided, when, on which version, in which language, and on whose phone.
    DecidedBy {
        /// What.
        choice: Choice,
        /// When.
        at: DateTime<Utc>,
        /// On whose phone.
        by: String,
        /// Who of the family, on a worker's phone.
        listener: Option<Phrase>,
        /// The language of the words shown.
        language: Language,
        /// The version of the words.
        version: u32,
    },
    /// What the family added in words.
    DecisionComment(String),
    /// The family added something in a voice note or photo.
    DecisionSpoken,
    /// It was agreed before the programme came here.
    AgreedBefore,
    /// To those who lead a closed case: its family would like to be called.
    CallWished(Code),
    /// The same on the card of the case.
    CallWishedHere,
    /// To a family that asked to be called: they know now, and what to do in danger.
    CallFollows,
    /// The family has not decided yet.
    NotDecided,
    /// The words are new, and the family has not decided on them yet.
    NewWordsWait,
    /// What follows was agreed before and holds until the family has decided on the new words.
    StillHolds,
    /// On the plan: the words that were agreed before and hold until then.
    HeldInPlan(String),
    /// What follows was decided before.
    SaidBefore,
    /// The words that an earlier decision was about.
    WordsThen(String),
    /// When a goal is looked at again.
    GoalReviewedOn(NaiveDate),
    /// Who does what by when.
    Promise {
        /// What.
        words: String,
        /// Who.
        side: Side,
        /// By when.
        due_on: Option<NaiveDate>,
        /// Whether it is done.
        done: bool,
        /// Whether its day has passed.
        late: bool,
    },
    /// Something waits for the family's word (sent without being asked for).
    DecisionWaits(Code),
    /// The family has said something about a goal (sent without being asked for).
    DecisionMade(Code),
    /// Somebody gave the goal other words meanwhile; nothing was sent.
    GoalChangedMeanwhile,
    /// The family reminds of a step that is late (sent without being asked for).
    Nudged(Code),
    /// Those who promised a step are reminded.
    NudgeSent,
    // Services and sharing
    /// Heads what was asked of services.
    AskedTitle(Code),
    /// Nothing was.
    NoneAsked,
    /// A request and what became of it.
    AskedStands {
        /// What was asked for.
        words: String,
        /// `None` while nobody has said.
        outcome: Option<Outcome>,
    },
    /// When a request was made, and when somebody asks about it.
    AskedOn {
        /// The day.
        on: NaiveDate,
        /// The other day.
        again: NaiveDate,
    },
    /// Nobody has said what became of it.
    NotAnswered,
    /// What became of it, said when and by whom.
    AnsweredBy {
        /// What.
        outcome: Outcome,
        /// When.
        at: DateTime<Utc>,
        /// By whom.
        by: String,
    },
    /// Heads what may be handed over.
    PacketTitle {
        /// Who of the family agreed, a choice name.
        by: String,
        /// How, a choice name.
        how: String,
    },
    /// A field that may be handed over.
    PacketField {
        /// Which.
        field: Shared,
        /// What it holds.
        words: String,
    },
    /// The family took its agreement back.
    PacketWithdrawn,
    /// "What is needed?"
    AskLack(Code),
    /// Heads the services that answer to a need.
    ServicesFor(Lack),
    /// There are none.
    NoServices,
    /// For the same need something was asked for that is not answered.
    SameLack(String),
    /// A service with all that the directory says of it.
    ServiceIs(Box<Service>),
    /// Somebody has said what became of a request (sent without being asked for).
    ServiceAnswered(Code),
    /// Nothing can be shared by a link here, and whom to ask.
    ShareUnset,
    /// The link to a released summary.
    ShareLink {
        /// The link.
        url: String,
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// Heads a released summary.
    ShareTitle(String),
    /// Heads a part of it.
    ShareHeading(share::Part),
    /// The part is empty.
    ShareNothing,
    /// A summary that was released to somebody.
    SharedWith {
        /// To whom.
        to: String,
        /// How it stands.
        state: share::State,
    },
    /// A released summary is taken back.
    ShareTakenBack,
    /// To whoever follows the link: what it is, and that it opens once.
    ShareReady,
    /// To whoever follows a link that does not open; the same words whatever the reason.
    ShareGone,
    /// Heads the reports of a case.
    TimelineTitle(Code),
    /// A report of a case.
    TimelineEntry {
        /// Its place among those that the reader may open, from 1.
        number: Option<u16>,
        /// The day on which it was sent.
        on: NaiveDate,
        /// The form's name.
        title: Phrase,
        /// Who sent it.
        by: String,
    },
    /// Nothing was reported yet.
    NothingYet,
    /// The case is in this stage now.
    StageNow(Stage),
    /// The case stays where it is, or the form cannot begin, because this is missing.
    StageStays(Missing),
    // Cases and drafts
    /// "Which family?"
    AskCase,
    /// No case is assigned.
    NoCases,
    /// That code is none of the person's cases; the same words whether or not it exists.
    CaseUnknown,
    /// Heads the list of drafts.
    DraftsTitle,
    /// There are none.
    NoDrafts,
    /// A report about this case was begun.
    DraftBegun {
        /// The case.
        code: Code,
        /// When it was last touched.
        touched: DateTime<Utc>,
    },
    /// A report of this case was sent a few hours ago.
    SameVisit {
        /// The case.
        code: Code,
        /// When.
        sent: DateTime<Utc>,
    },
    /// "Keep it or discard it?"
    AskLeaving(Code),
    /// The draft is kept until then; `None` for one that is kept without end.
    DraftKept {
        /// The case.
        code: Code,
        /// Until when.
        until: Option<DateTime<Utc>>,
    },
    /// The draft is gone.
    DraftDiscarded(Code),
    /// Nothing is open that could be cancelled.
    NothingToCancel,
    /// A draft will go soon (sent without being asked for).
    DraftWarning {
        /// The case.
        code: Code,
        /// When it goes.
        until: DateTime<Utc>,
    },
    // Within a form
    /// The form's first line: what it is and how long it takes.
    FormTitle {
        /// The form's name.
        title: Phrase,
        /// The case.
        code: Code,
        /// Questions to come.
        questions: u16,
        /// Minutes it takes.
        minutes: u16,
    },
    /// The first line of a later screen: which question of how many.
    Progress {
        /// The form's name.
        title: Phrase,
        /// The case.
        code: Code,
        /// This question, counted from 1.
        step: u16,
        /// Of how many.
        of: u16,
    },
    /// A group's heading.
    Heading(Phrase),
    /// A note before the question.
    Note(Phrase),
    /// The question.
    Question(Phrase),
    /// A hint below it.
    Hint(Phrase),
    /// What was answered to it before.
    AnsweredBefore(Phrase),
    /// Several may be chosen.
    ChooseSeveral,
    /// Typing, a voice note and a photo are all welcome, as far as the question takes them.
    MayAnswerBy {
        /// A voice note is.
        voice: bool,
        /// A photo is.
        photo: bool,
    },
    /// Alerts were sent because of the answer just given.
    AlertRaised {
        /// To how many people.
        told: u16,
    },
    /// Nobody could be told of an alert; what to do instead.
    AlertReachedNobody,
    // Slips
    /// That is no number.
    NotANumber,
    /// The sign in the number could stand before thousands or before decimals; with examples that cannot.
    AmbiguousNumber,
    /// A number without fractions is asked for.
    NotAWholeNumber,
    /// The number has more digits than can be kept.
    TooManyDigits {
        /// How many can.
        limit: u32,
    },
    /// The number is outside the range.
    OutOfRange {
        /// The first number.
        start: f64,
        /// The last number.
        end: f64,
    },
    /// The answer is not allowed, and the form does not say why.
    NotAllowedPlain,
    /// The form's own words about an answer that is not allowed.
    NotAllowed(Phrase),
    /// That is no date; with an example.
    NotADate {
        /// A day to show as an example.
        example: NaiveDate,
    },
    /// The date can be read in two ways: write the month's name; with an example.
    AmbiguousDate {
        /// A day to show as an example.
        example: NaiveDate,
    },
    /// That is no time; with an example.
    NotATime,
    /// That is none of the choices.
    NoSuchChoice,
    /// Several choices fit.
    SeveralChoices,
    /// The text is longer than can be kept.
    TooLong {
        /// How many characters can.
        limit: u32,
    },
    /// An answer is needed here.
    AnswerNeeded,
    /// A voice note or photo cannot answer this question.
    MediaNotTaken,
    /// The family does not want such a file kept, and nothing of it was.
    NotToKeep(Purpose),
    /// What the family lets be kept, or not.
    MayKeep {
        /// What.
        purpose: Purpose,
        /// Whether it may.
        given: bool,
        /// When the family said so.
        at: DateTime<Utc>,
        /// On whose phone.
        by: String,
        /// Who of the family, on a worker's phone.
        listener: Option<Phrase>,
    },
    /// To whoever sent a file: the family has not been asked yet whether such may be kept.
    AskToKeep,
    /// The file is too large.
    FileTooLarge,
    /// A voice note, photo or file is asked for.
    MediaNeeded,
    /// A text cannot answer this question.
    TextNotTaken,
    /// After two slips: what else can be done.
    SlipHelp {
        /// Whether the question may be skipped.
        skip: bool,
    },
    /// Kind words about a sticker.
    StickerThanks,
    /// That kind of message cannot be an answer.
    NotAnAnswer,
    /// "Is this forwarded text your answer?"
    AskForwarded,
    /// The forwarded text itself.
    Quoted(String),
    // Check and receipt
    /// Heads the check screen.
    CheckTitle {
        /// The form's name.
        title: Phrase,
        /// The case.
        code: Code,
    },
    /// One answer on the check screen.
    CheckLine {
        /// Its number, counted from 1.
        number: u16,
        /// The question.
        question: Phrase,
        /// The answer; `None` where it was skipped.
        answer: Option<Phrase>,
    },
    /// "Is everything right?"
    AskSend,
    /// What the screen of another form than a visit's becomes when it is sent.
    FormSent {
        /// The form's name.
        title: Phrase,
        /// The case.
        code: Code,
    },
    /// What the check screen becomes when its report is sent.
    ReportSent(Code),
    /// The report is in the database.
    Receipt {
        /// The case.
        code: Code,
        /// The day of the next visit.
        next: NaiveDate,
        /// Whether it replaced an earlier report.
        corrected: bool,
    },
    /// A report other than a visit's is in the database.
    Received {
        /// The form's name.
        title: Phrase,
        /// The case.
        code: Code,
        /// Whether it replaced an earlier report.
        corrected: bool,
    },
    /// How to mend it.
    ReceiptHelp,
    /// A report that was sent is taken back.
    Undone(Code),
    /// It is too late to take it back; it can be corrected.
    UndoTooLate,
    /// It was replaced or taken back already.
    ReportClosed,
    /// "Why do you correct it now?"
    AskReason {
        /// The case.
        code: Code,
    },
    // Hand-over
    /// Heads who is in a case.
    PeopleTitle(Code),
    /// The family would rather have somebody else than this person.
    FamilyObjected(String),
    /// "Who takes this on?"
    AskWho(Code),
    /// "Who takes all cases of this person over?"
    AskWhoForAll {
        /// Whose.
        name: String,
        /// How many move.
        cases: u16,
    },
    /// Heads the people of the team.
    TeamTitle,
    /// Nobody can be chosen.
    NobodyElse,
    /// Who is in the case has changed.
    PlaceChanged(Code),
    /// So many cases have moved.
    CaseloadMoved(u16),
    /// A place in a case has changed (sent without being asked for).
    PlaceNews {
        /// For whom.
        which: PlaceNews,
        /// The case.
        code: Code,
    },
    /// So many cases are yours now (sent without being asked for).
    CaseloadGiven(u16),
    /// So many cases are somebody else's now (sent without being asked for).
    CaseloadTaken(u16),
    /// The family's wish was passed on.
    ObjectionSent(Code),
    /// Heads what somebody new must know.
    BriefTitle {
        /// The case.
        code: Code,
        /// What its people call it.
        alias: Option<String>,
    },
    /// An area that worried at the last visit.
    Worry(Phrase),
    /// The draft cannot be sent, for somebody else has the case, which is named to them no more.
    DraftOutOfReach,
    // Review of reports
    /// A report waits for approval (sent without being asked for).
    ApprovalWaits(Code),
    /// The report counts once it is approved, on the receipt.
    ApprovalAsked {
        /// How many supervisors were told.
        told: u16,
    },
    /// It was approved, and no longer changes.
    ApprovedAlready(Code),
    /// Nothing is left to read.
    NothingToRead,
    /// Heads the reports to read.
    ReviewsTitle,
    /// Heads a report that a supervisor reads.
    ReviewOf {
        /// The case.
        code: Code,
        /// The form's name.
        title: Phrase,
        /// Who sent it.
        by: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// What deserves a second look.
    Signal {
        /// What.
        signal: Signal,
        /// Whether the reporter is asked, rather than a supervisor told.
        asked: bool,
    },
    /// A factor of wellbeing that became worse since the assessment before.
    Fell(Fall),
    /// To the reporter, above such: the supervisor reads it, too.
    FellNoted,
    /// The factors of wellbeing that should come first; a goal can begin with one.
    ComeFirst(Vec<Factor>),
    /// What was said of a report.
    Said {
        /// What it did.
        verdict: Verdict,
        /// Who.
        by: String,
        /// When.
        at: DateTime<Utc>,
        /// The words.
        words: Option<String>,
        /// Whether it is a voice note.
        spoken: bool,
    },
    /// "Write it in your own words."
    AskWords {
        /// What it will do.
        verdict: Verdict,
        /// The case.
        code: Code,
    },
    /// It is said.
    SaidOf {
        /// What.
        verdict: Verdict,
        /// The case.
        code: Code,
    },
    /// What was said of one's report (sent without being asked for).
    ReviewNews {
        /// What it did.
        verdict: Verdict,
        /// The case.
        code: Code,
    },
    /// Somebody has settled it already.
    AlreadySaid,
    /// Another supervisor judges one's own report.
    NotYourOwn,
    /// There is no other supervisor, so that one approves one's own.
    OwnAlone,
    /// So many own reports were read in the last days.
    ReportsRead(u16),
    // Danger
    /// Somebody must look now (sent without being asked for).
    AlertPush {
        /// How many wait.
        count: u16,
        /// The case.
        code: Code,
    },
    /// Still nobody has it (sent without being asked for).
    AlertStill {
        /// The case.
        code: Code,
        /// For how long.
        minutes: u32,
    },
    /// Somebody has it, and nothing was written about it since (sent without being asked for).
    OutcomeMissing {
        /// The case.
        code: Code,
        /// For how long.
        hours: u32,
    },
    /// Nobody has taken what the reader reported, though everybody was called (sent without being asked for).
    NobodyYet(Code),
    /// Call the emergency number if it cannot wait; the programme named none.
    CallEmergency,
    /// Call one of these if it cannot wait; they follow.
    CallOneOf,
    /// Whom to call, and the number, as the programme writes them.
    EmergencyNumber(String),
    /// Heads what somebody asked to see; neutral, for it is what a lock screen shows.
    DetailsAsked(Code),
    /// What the alert is about: case and reporter.
    AlertAbout {
        /// The case.
        code: Code,
        /// What its people call it.
        alias: Option<String>,
        /// Who raised it.
        reporter: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// What was written about the danger.
    AlertNote(String),
    /// It was said in a voice note or shown in a photo.
    SaidBy(MediaKind),
    /// The family itself says that it is not safe.
    FamilyNotSafe,
    /// The same, and it would rather be called.
    FamilyWantsCall,
    /// What was done: by whom it was written.
    AlertOutcome {
        /// Who wrote it.
        by: String,
        /// When.
        at: DateTime<Utc>,
        /// Whether the danger is over by it.
        ends: bool,
    },
    /// It is looked after (sent without being asked for).
    AlertLookedAfter(Code),
    /// More was said of it (sent without being asked for).
    AlertMore(Code),
    /// Alerts without an end are listed below.
    AlertsStand,
    /// A danger that is not over, on a card.
    DangerStands {
        /// The day on which it was reported.
        on: NaiveDate,
        /// Who has it.
        taken: Option<String>,
    },
    /// A danger on a timeline.
    DangerWas {
        /// On which day.
        on: NaiveDate,
        /// What happened.
        step: DangerStep,
        /// Who did it.
        by: String,
    },
    // A family's own call
    /// "Are you or the child in danger now?"
    AskNotSafe,
    /// "Clear this chat?", with what goes and what stays.
    AskClear,
    /// Nobody can be told from here; what to do instead.
    NoHelpHere,
    /// So many were told.
    CallReached {
        /// How many.
        told: u16,
    },
    /// Nobody could be told; what to do instead.
    CallReachedNobody,
    /// They know already.
    CalledAlready,
    /// What happens next.
    CallNext {
        /// Whether a call is wanted.
        call: bool,
    },
    /// The offer to say more.
    CallMore,
    /// It is kept, and they know.
    CallNoted,
    /// So much was said that no more is kept here.
    CallFull,
    /// Heads a file that is sent again.
    FileOf(Code),
    /// Nobody has it yet.
    AlertOpen,
    /// Somebody has it.
    AlertTaken {
        /// The case.
        code: Code,
        /// Who.
        name: String,
    },
    /// You have it.
    AlertYours(Code),
    // Opening a case
    /// "What do those who know the family call it?"
    AskAlias,
    /// "Is it one of these?" above the cases that are called alike.
    SomeAlike {
        /// What the new family is called.
        name: String,
    },
    /// A case that is called alike, of which its reader may know no more than that.
    AlikeElsewhere(Code),
    /// No case of the team is called alike.
    NoneAlike {
        /// What the new family is called.
        name: String,
    },
    /// The case is open.
    CaseOpened(Code),
    // Self-referral
    /// A family asks for help (sent without being asked for).
    HelpAsked(Code),
    /// To that family: what happens next.
    HelpFollows,
    /// To that family, on its menu: the team has it.
    HelpWaits(Code),
    /// Nobody leads this case yet.
    NobodyLeads,
    // Inviting
    /// As what?
    AskInviteRole,
    /// Into which team?
    AskInviteTeam,
    /// Of which case's family?
    AskInviteCase,
    /// Who of the family?
    AskInviteKin(Code),
    /// What child and caregiver must have said.
    AskVouch {
        /// From which age on.
        years: u16,
    },
    /// There is nobody whom this person could invite.
    NoInvite,
    /// What to do with the message that follows.
    Invited {
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// The same where a family asks for help, which waits for no yes.
    InvitedToAsk {
        /// Until when it works.
        until: DateTime<Utc>,
    },
    /// The invitation itself, to be sent on; it names no family.
    Invitation {
        /// The bot's name, for a link.
        bot: Option<String>,
        /// What opens it.
        token: String,
        /// Until when it works.
        until: DateTime<Utc>,
        /// What opens it as well, when typed.
        code: String,
        /// Until when that does.
        code_until: DateTime<Utc>,
    },
    /// A number may be added.
    NumberOffered,
    /// "What is their number?"
    AskNumber,
    /// What is done with it.
    NumberUse,
    /// That is no number.
    NumberUnclear,
    /// It is noted, and what happens with it.
    NumberNoted,
    /// The invitation is used, or over.
    NumberTooLate,
    /// To a newcomer: share your number, and why.
    AskToShare,
    /// What is done with it, and that it may be refused.
    ShareUse,
    /// Only the button shows whose number it is.
    ShareByButton,
    /// It is the number that was expected.
    NumberSame,
    /// What a newcomer answered.
    NumberAnswer(Compared),
    /// Somebody has joined with the number that was given (sent without being asked for).
    NewcomerMatched,
    /// Somebody has taken up an invitation (sent without being asked for).
    NewcomerJoined,
    /// Somebody has who asks for help as a family of no case (sent without being asked for).
    AskerJoined,
    /// Heads what was asked for; neutral, for it is what a lock screen shows.
    NewcomerAsked,
    /// Who has joined: is it the right person?
    NewcomerAbout {
        /// The name that they brought.
        name: String,
        /// As what.
        role: Role,
        /// What of the family.
        kin: Option<Kin>,
        /// Of which case.
        code: Option<Code>,
    },
    /// They have access now.
    NewcomerIn(String),
    /// Their access has ended.
    NewcomerOut(String),
    /// They have no place in this case; what else they have here stays.
    NewcomerNotHere(String),
    /// To somebody who has joined: whoever invited them will confirm that it is them.
    WaitsForYes,
    /// To somebody who has an account: the same of a second case.
    PlaceWaits,
    /// They have a place in that case already.
    PlaceAlready,
    /// They have an account; this invitation is for somebody who has none.
    AccountAlready,
    /// It is confirmed (sent without being asked for).
    MayBegin,
    /// The privacy words for a child.
    ChildWords,
    // Leaving, and one's own record
    /// "Do you want to leave?"
    AskLeave,
    /// To whoever has just left.
    Goodbye,
    /// Nobody else would hear of danger: find somebody first.
    LastOnDuty,
    /// A colleague has left, by name at the end (sent without being asked for).
    ColleagueLeft(String),
    /// Heads what is kept about the reader.
    OwnTitle,
    /// Who they are here.
    OwnPerson {
        /// As colleagues call them.
        name: String,
        /// What they are.
        role: Role,
        /// Their team.
        team: Option<String>,
    },
    /// Where and how they are written to.
    OwnAccount {
        /// Their Telegram number.
        user: i64,
        /// Their language.
        language: Language,
        /// Their zone.
        zone: Tz,
    },
    /// When they agreed.
    OwnConsent {
        /// When.
        at: DateTime<Utc>,
        /// To which version of the privacy words.
        version: u16,
    },
    /// How much they have reported.
    OwnReports {
        /// Sent.
        sent: u16,
        /// Begun.
        open: u16,
    },
    /// A case that they have a place in.
    OwnCase {
        /// The case.
        code: Code,
        /// The place.
        place: Membership,
    },
    /// What else is kept, and how to see and correct it.
    OwnRest,
    /// "Do you want it deleted?"
    AskErasure {
        /// Within how many days somebody answers.
        days: u16,
    },
    /// The wish is kept; until then somebody answers.
    ErasureAsked(NaiveDate),
    /// Somebody's wish waits until then (sent without being asked for).
    ErasureWaits(NaiveDate),
    /// Whose wish.
    ErasureAbout {
        /// Their name.
        name: String,
        /// What they are here.
        role: Role,
        /// When they asked.
        asked_at: DateTime<Utc>,
        /// Until when somebody must have answered.
        by: NaiveDate,
    },
    // Anywhere
    /// That button is of an earlier question; here is the current one.
    OldButton,
    /// Much came at once; all of it is handled, but only the last of it is answered.
    OneAtATime,
    /// Taps may have been lost; long enough to fill what a lock screen shows of the question below it.
    BackAgain,
    /// The press was noted.
    Noted,
    /// A changed message changed the draft.
    EditNoted,
    /// A changed message can no longer change anything.
    EditTooLate,
    /// Nothing waits for a text now.
    NothingAsked,
    /// In a group: write to me alone.
    PrivateOnly,
    /// Nothing was lost; it will be tried again.
    NotSavedYet,
    /// It was tried in vain; ask to send it once more.
    NotSaved,
    /// Said before a message that may have arrived already.
    Repeated,
}

/// In which language and zone a screen is read, and on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// The language.
    pub language: Language,
    /// The zone that times are printed in.
    pub zone: Tz,
    /// Now, against which "today" and "yesterday" are printed.
    pub now: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_turns_its_pages_and_ends_where_it_ends() {
        let list: Vec<u16> = (0..15).collect();
        for (shown, entries, turns) in [
            (0, 0..7, vec![(Label::More, 1)]),
            (1, 7..14, vec![(Label::Earlier, 0), (Label::More, 2)]),
            (2, 14..15, vec![(Label::Earlier, 1)]),
            (u16::MAX, 14..15, vec![(Label::Earlier, 1)]),
        ] {
            let (on_page, buttons) = page(&list, shown, 7, Press::Cases);
            let entries: Vec<_> = entries.map(|n| (n, n)).collect();
            assert_eq!(
                on_page.map(|(place, n)| (place, *n)).collect::<Vec<_>>(),
                entries
            );
            let turns = turns.into_iter().map(|(label, to)| Button {
                label,
                press: Press::Cases(to),
            });
            assert_eq!(buttons, turns.collect::<Vec<_>>(), "page {shown}");
        }
        for full in [&list[..0], &list[..7]] {
            assert_eq!(page(full, 0, 7, Press::Cases).1, []);
        }
    }
}
