//! What buttons say, as values; [`crate::words`] puts them into words.

use chrono::{NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::due::obligation::Rule;
use super::due::snooze::Snooze;
use super::form::{MediaKind, Phrase};
use super::id::Code;
use super::people::{Kin, Language, Role};
use super::report::Danger;
use super::service::Lack;
use super::waiting::Matter;

/// A button's label; at most 30 characters in every language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Label {
    /// Go to the menu.
    Menu,
    /// Report a visit.
    Visit,
    /// Report a visit of this case.
    VisitCase {
        /// The case.
        code: Code,
        /// How its next visit stands.
        due: Due,
    },
    /// Open drafts.
    Drafts,
    /// A draft on the list.
    Draft {
        /// The form's own icon.
        icon: String,
        /// The case.
        code: Code,
    },
    /// Things of this kind that wait, and how many.
    Waiting {
        /// What.
        matter: Matter,
        /// How many.
        count: u16,
    },
    /// The same of one case on a list.
    WaitingIn {
        /// What.
        matter: Matter,
        /// The case.
        code: Code,
        /// How many.
        count: u16,
    },
    /// The cases that one may see.
    Caseload,
    /// The pause of a case ends.
    GoOn,
    /// The card of a case.
    CaseCard(Code),
    /// The reports of a case.
    Timeline,
    /// The plan of a case.
    Plan(Code),
    /// A goal of the plan.
    Goal {
        /// Its number on the plan, counted from 1.
        number: u16,
        /// Whether the family still has to decide.
        open: bool,
    },
    /// Decide on a goal.
    Decide,
    /// The family decides on the worker's phone.
    DecideHere,
    /// Remind those who promised the step with this number.
    Nudge(u16),
    /// Decide anew.
    ChangeMind,
    /// The step with this number is done.
    TickTask(u16),
    /// What was asked of services.
    Services,
    /// A request on that list.
    Referral {
        /// Its number there, counted from 1.
        number: u16,
        /// Whether nobody has said what became of it.
        open: bool,
    },
    /// Show what may be handed over.
    ShowPacket,
    /// Look for a service.
    FindService,
    /// Ask a service outside the directory.
    AnotherService,
    /// A need.
    Lack(Lack),
    /// An area of the directory.
    Area(String),
    /// A service.
    Service(String),
    /// Take back the summary released to this service.
    EndShare(String),
    /// Show a released summary, which can be done once.
    ShowOnce,
    /// Begin a form.
    Form {
        /// The form's own icon.
        icon: String,
        /// The form's title.
        title: Phrase,
    },
    /// Choose the language.
    Languages,
    /// A language in its own words, in that language.
    Language(Language),
    /// A zone by its city, with the time there now.
    Zone(Tz),
    /// Privacy.
    Privacy,
    /// Help.
    Help,
    /// Agree.
    Agree,
    /// Not now.
    NotNow,
    /// More of the list.
    More,
    /// The part of the list before.
    Earlier,
    /// Back to the question before.
    Back,
    /// Leave it unanswered.
    Skip,
    /// Leave it unanswered, in the form's own words.
    SkipAs(Phrase),
    /// Close the form.
    Cancel,
    /// The ticked ones are all.
    Done(u16),
    /// A choice of the form; ticked or not where several may be.
    Choice {
        /// Its label.
        label: Phrase,
        /// Whether it is ticked.
        ticked: Option<bool>,
    },
    /// Seen, go on.
    Ok,
    /// A day near today.
    Day {
        /// The day.
        day: NaiveDate,
        /// Today in the case's zone.
        today: NaiveDate,
    },
    /// Pick another day.
    PickDay,
    /// A month and its year, between the arrows of a calendar.
    Month(NaiveDate),
    /// Heads a column of a calendar; does nothing.
    Weekday(Weekday),
    /// A day of the month.
    DayOfMonth(u8),
    /// A place in a calendar that holds no day, or one that cannot be the answer; does nothing.
    NoDay,
    /// The month before.
    MonthBefore,
    /// The month after.
    MonthAfter,
    /// Send the report.
    Send,
    /// Send what a family says.
    SendWord,
    /// Change the answer with this number.
    Change(u16),
    /// Read the report with this number.
    Read(u16),
    /// Go on with it.
    Continue,
    /// Begin anew.
    StartAgain,
    /// Give it up.
    Discard,
    /// Keep it for later.
    Keep,
    /// The same visit: correct that report.
    CorrectThat,
    /// Another visit.
    AnotherVisit,
    /// Yes, my answer.
    Mine,
    /// No.
    NotMine,
    /// Correct a sent report.
    Correct,
    /// Take it back.
    Undo,
    // Hand-over
    /// Who is in the case.
    People,
    /// Give somebody a place.
    Assign,
    /// This person's place ends.
    EndPlace(String),
    /// This person's place goes to somebody else.
    GivePlace(String),
    /// What others have of this person since an absence goes back.
    GiveBack {
        /// Whose it was.
        name: String,
        /// How many cases.
        cases: u16,
    },
    /// What somebody new must know.
    Brief,
    /// The people of the team.
    TeamPeople,
    /// Somebody of the team, and in how many cases they are.
    Colleague {
        /// Their name.
        name: String,
        /// How many.
        cases: u16,
        /// Until when they are away, if they are.
        away: Option<NaiveDate>,
    },
    /// The family would rather have somebody else.
    RatherNot,
    // Review of reports
    /// The reports that one has not read, and how many.
    Reviews(u16),
    /// A report to read.
    ToRead {
        /// The case.
        code: Code,
        /// What it said about danger.
        danger: Option<Danger>,
        /// Whether it waits for approval.
        waits: bool,
        /// The day on which it was sent.
        on: NaiveDate,
    },
    /// Read, with thanks.
    Accept,
    /// Ask about it.
    AskAbout,
    /// It needs a talk.
    Flag,
    /// It counts.
    Approve,
    /// It does not count yet.
    SendBack,
    /// Answer.
    Answer,
    /// A question about a report of this case.
    QuestionAbout(Code),
    /// Show details.
    Show,
    /// "I have it."
    IHaveIt,
    /// An alert without an end, on a menu.
    Alert {
        /// The case.
        code: Code,
        /// Whether somebody has it.
        taken: bool,
    },
    /// The danger of this day.
    AlertOf(NaiveDate),
    /// A voice note or another file that can be heard or seen.
    Hear {
        /// What it is.
        kind: MediaKind,
        /// Which, where there are several.
        number: Option<u16>,
    },
    // A family's own call
    /// "I am not safe."
    NotSafe,
    /// Clear this chat.
    ClearChat,
    /// Yes, clear it.
    ClearNow,
    /// Yes, tell them; about this case, where there are several.
    TellThem(Option<Code>),
    /// Call me instead; about this case, where there are several.
    CallMe(Option<Code>),
    // Joining and opening
    /// A family that is new.
    NewCase,
    /// None of the cases that are called alike: open a new one.
    NoneOfThese,
    /// No case is called alike: open one.
    OpenCase,
    /// Invite somebody.
    Invite,
    /// A team by its name.
    Team(String),
    /// Somebody of this role.
    InviteRole(Role),
    /// Invite somebody of the family of the case on the card.
    InviteFamily,
    /// Somebody of the family of this case.
    InviteTo(Code),
    /// A family that asks for help.
    InviteToAsk,
    /// Ask for help.
    AskForHelp,
    /// Who of a family.
    InviteKin(Kin),
    /// Child and caregiver have both said yes.
    BothAgreed,
    /// Say which number is expected.
    AddNumber,
    /// Share my number.
    ShareNumber,
    /// Go on without sharing it.
    GoOnWithout,
    /// Yes, it is the right person.
    RightPerson,
    /// No, end the access.
    WrongPerson,
    /// What is kept about me.
    OwnRecord,
    /// I will be away.
    Away,
    /// I am back.
    IAmBack,
    // Reminders
    /// Something that is due.
    Reminder {
        /// By which rule.
        rule: Rule,
        /// Of which case.
        code: Code,
        /// Whether its day has passed.
        late: bool,
    },
    /// What is late in a team, and who is quiet.
    LateAndQuiet,
    /// Ask how it goes.
    AskAfter,
    /// Somebody else takes it over.
    GiveOn,
    /// Somebody of the team is away.
    TheyAreAway,
    /// The programme's settings.
    Settings,
    /// Their file.
    SettingsFile,
    /// Put this file in force.
    UseSettings,
    /// Leave everything as it is.
    LeaveSettings,
    /// How I am told.
    Preferences,
    /// At which hour.
    ChooseMorning,
    /// On which days.
    ChooseDays,
    /// In which hours not.
    ChooseQuiet,
    /// In which hours.
    ChooseHours,
    /// In which time zone.
    TimeZone,
    /// As the programme does.
    AsUsual,
    /// A time of the day.
    Time(NaiveTime),
    /// A day of the week, ticked or not.
    DayTicked {
        /// Which.
        day: Weekday,
        /// Whether it is.
        on: bool,
    },
    /// Tell me later.
    Later,
    /// It is done already.
    DoneAlready,
    /// It cannot be done.
    CannotGo,
    /// Tell me then.
    PutOff(Snooze),
    /// The cases of whoever is away.
    TheirCases,
    /// Leave.
    Leave,
    /// Yes, leave now.
    LeaveNow,
    /// Ask that it be deleted.
    AskErasure,
    /// Yes, ask for it.
    EraseNow,
    /// It is seen to.
    ErasureDone,
}

/// How a case's next visit stands, on a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// Days ago.
    Overdue(NaiveDate),
    /// Today.
    Today,
    /// On a later day.
    On(NaiveDate),
}

impl Due {
    /// How a visit due on `day` stands on `today`.
    #[must_use]
    pub fn of(day: NaiveDate, today: NaiveDate) -> Self {
        match day.cmp(&today) {
            std::cmp::Ordering::Less => Self::Overdue(day),
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Greater => Self::On(day),
        }
    }
}
