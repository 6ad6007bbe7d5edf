//! What a button says when it is pressed, and how that fits Telegram's 64 bytes.
//!
//! Button data comes from the client, so nothing here is believed: who pressed is checked, and the object is
//! authorised, when the press is handled. Names of choices never travel; places and turns do.
//!
//! Long because every button has its row here, in both directions.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::about::Topic;
use super::absence::InAbsence;
use super::calling::InCalling;
use super::clearing::InClearing;
use super::due::snooze::Snooze;
use super::expecting::InExpecting;
use super::handover::InHandOver;
use super::hearing::Heard;
use super::id::{
    AlertId, CaseId, DraftId, GoalId, InviteId, MediaId, MemberId, ObligationId, PersonId,
    ReferralId, ReportId, ServiceId, ShareId, TaskId, TeamId,
};
use super::late::InLate;
use super::part::{LONGEST_BESIDE_TWO, LONGEST_NAME, LONGEST_WITH_CHOICE};
use super::people::{Kin, Role};
use super::preferring::{Asked, InPreference};
use super::reminding::InReminder;
use super::review::{InReview, Verdict};
use super::service::Lack;
use super::settings::InSettings;
use super::waiting::Matter;

/// What a button says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Press {
    /// Show the menu.
    Menu,
    /// Show help.
    Help,
    /// Show the privacy words.
    Privacy,
    /// Show the open drafts.
    Drafts,
    /// Show the cases to report about; the page counts from 0.
    Cases(u16),
    /// Show more of what is due; the page counts from 0.
    Due(u16),
    /// Show the cases in which something of this kind waits; the page counts from 0.
    Waiting(Matter, u16),
    /// Show the cases that I may see; the page counts from 0.
    Caseload(u16),
    /// Show a case's card; the page of its forms counts from 0.
    Case(CaseId, u16),
    /// Show a case's plan.
    Plan(CaseId),
    /// Show a goal.
    Goal(GoalId),
    /// Begin the form of this name about one thing.
    About(Topic, String),
    /// A task is done.
    TickTask(TaskId),
    /// Remind those who promised a task.
    Nudge(TaskId),
    /// Show a case's reports.
    Timeline(CaseId),
    /// Show the languages.
    Languages,
    /// Use this language (BCP 47).
    Language(String),
    /// Use the zone that stands at this place of [`super::place::ZONES`], or the programme's own for `None`.
    Zone(Option<u16>),
    /// Agree to the privacy words.
    Agree,
    /// Do not agree now.
    NotNow,
    /// Begin a visit report.
    Visit(CaseId),
    /// Begin the form of this name about a case.
    Begin(CaseId, String),
    /// The same, with its first choice made already.
    BeginWith(CaseId, String, String),
    /// Begin one although there was a visit a few hours ago.
    AnotherVisit(CaseId),
    /// Go on with a draft.
    Continue(DraftId),
    /// Leave a draft and begin the same report anew.
    StartAgain(DraftId),
    /// Give a draft up.
    Discard(DraftId),
    /// Close a draft for now, keeping it.
    Keep(DraftId),
    /// Something within a draft, at its turn.
    Draft(DraftId, u32, InDraft),
    /// Correct a sent report.
    Correct(ReportId),
    /// Take a sent report back.
    Undo(ReportId),
    // Hand-over
    /// Something about who is in a case.
    HandOver(InHandOver),
    // Review of reports
    /// Something about a report that a supervisor reads.
    Review(InReview),
    /// Show what an alert is about.
    ShowAlert(AlertId),
    /// "I have it".
    TakeAlert(AlertId),
    /// Something about a family's own call.
    Calling(InCalling),
    /// Send a file again that is shown there.
    Hear(Heard, MediaId),
    /// Within a reminder.
    Reminder(InReminder),
    /// Something about what is late in a team, and who is quiet.
    Late(InLate),
    /// Something about how I am told.
    Preference(InPreference),
    /// About the programme's settings.
    Settings(InSettings),
    /// Clearing the chat.
    Clear(InClearing),
    // Joining and opening; their letters begin with a j.
    /// Ask what a new family is called.
    NewCase,
    /// Open the case that was asked about.
    OpenCase,
    /// Begin to ask for help, as a family of no case.
    AskForHelp,
    /// Ask whom to invite.
    Invite,
    /// Ask as what somebody is invited into this team.
    InviteInto(TeamId),
    /// Invite a colleague into a team.
    InviteRole(Role, TeamId),
    /// Invite a family that asks for help.
    InviteToAsk,
    /// Ask who of a case's family is invited.
    InviteFamily(CaseId),
    /// Invite somebody of a case's family.
    InviteKin(CaseId, Kin),
    /// Child and caregiver have both said yes: invite the child.
    Vouch(CaseId),
    /// Something about the number of whoever is invited.
    Expecting(InExpecting),
    /// Show who took up an invitation.
    Newcomer(InviteId),
    /// It is the right person.
    RightPerson(InviteId),
    /// It is not: end the access.
    WrongPerson(InviteId),
    /// Ask whether to leave.
    Leave,
    /// Leave.
    LeaveNow,
    /// Show what is kept about me.
    OwnRecord,
    /// Something about being away.
    Absence(InAbsence),
    /// Ask whether it is to be deleted.
    AskErasure,
    /// Ask for it to be deleted.
    EraseNow,
    /// Show somebody's wish to be deleted.
    Erasure(PersonId),
    /// It is seen to.
    ErasureDone(PersonId),
    // Services and sharing
    /// Show what was asked of services for a case.
    Asked(CaseId),
    /// Show one of these requests.
    Referral(ReferralId),
    /// Show what may be handed over with one.
    Packet(ReferralId),
    /// Show what can be needed; the page counts from 0.
    Lacks(CaseId, u16),
    /// Show the services that answer to a need, in the area at this place; the page counts from 0.
    Services(CaseId, Lack, Option<u16>, u16),
    /// Show a service.
    Service(CaseId, ServiceId),
    /// Take a released summary back.
    EndShare(ShareId),
}

/// What a button within a draft says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InDraft {
    /// Choose the option at this place.
    Choose(u16),
    /// Tick or untick the option at this place; the same press again changes nothing.
    Tick(u16, bool),
    /// The ticked options are the answer; or "read" of a note.
    Done,
    /// This day is the answer.
    Day(NaiveDate),
    /// Show the calendar of the month that begins on this day.
    Month(NaiveDate),
    /// Show this page of the options, counted from 0.
    Page(u16),
    /// Leave the question unanswered.
    Skip,
    /// Show the question before.
    Back,
    /// Ask what to do with the draft.
    Cancel,
    /// Show the question at this place of the check screen again.
    Change(u16),
    /// Send the report.
    Send,
    /// The forwarded text is the answer.
    Mine,
    /// It is not.
    NotMine,
}

impl Press {
    /// As button data of at most 64 bytes (a law in this file's tests).
    #[must_use]
    pub fn encode(&self) -> String {
        match self {
            Self::Menu => "m".into(),
            Self::Help => "h".into(),
            Self::Privacy => "p".into(),
            Self::Drafts => "o".into(),
            Self::Cases(page) => format!("c:{page}"),
            Self::Due(page) => format!("E:{page}"),
            Self::Waiting(matter, page) => format!("W:{}:{page}", matter.word()),
            Self::Caseload(page) => format!("e:{page}"),
            Self::Case(case, page) => format!("f:{}:{page}", short(case.0)),
            Self::Plan(case) => format!("P:{}", short(case.0)),
            Self::Goal(goal) => format!("G:{}", short(goal.0)),
            Self::About(Topic::Goal(goal), form) => format!("A:{}:{form}", short(goal.0)),
            Self::About(Topic::Referral(referral), form) => {
                format!("B:{}:{form}", short(referral.0))
            }
            Self::About(Topic::Service(case, service), form) => {
                format!("S:{}:{}:{form}", short(case.0), short(service.0))
            }
            Self::About(Topic::Elsewhere(case, lack), form) => {
                format!("Z:{}:{}:{form}", short(case.0), lack.word())
            }
            Self::About(Topic::Alert(alert), form) => format!("E:{}:{form}", short(alert.0)),
            Self::TickTask(task) => format!("T:{}", short(task.0)),
            Self::Nudge(task) => format!("N:{}", short(task.0)),
            Self::Timeline(case) => format!("i:{}", short(case.0)),
            Self::Languages => "l".into(),
            Self::Language(tag) => format!("l:{tag}"),
            Self::Zone(None) => "z".into(),
            Self::Zone(Some(place)) => format!("z:{place}"),
            Self::Agree => "y".into(),
            Self::NotNow => "n".into(),
            Self::Visit(case) => format!("v:{}", short(case.0)),
            Self::Begin(case, form) => format!("b:{}:{form}", short(case.0)),
            Self::BeginWith(case, form, choice) => format!("b:{}:{form}:{choice}", short(case.0)),
            Self::AnotherVisit(case) => format!("w:{}", short(case.0)),
            Self::Continue(draft) => format!("g:{}", short(draft.0)),
            Self::StartAgain(draft) => format!("a:{}", short(draft.0)),
            Self::Discard(draft) => format!("x:{}", short(draft.0)),
            Self::Keep(draft) => format!("k:{}", short(draft.0)),
            Self::Draft(draft, turn, what) => {
                format!("d:{}:{turn}:{}", short(draft.0), what.encode())
            }
            Self::Correct(report) => format!("r:{}", short(report.0)),
            Self::Undo(report) => format!("u:{}", short(report.0)),
            Self::HandOver(what) => what.encode(),
            Self::Review(what) => what.encode(),
            Self::ShowAlert(alert) => format!("s:{}", short(alert.0)),
            Self::TakeAlert(alert) => format!("t:{}", short(alert.0)),
            Self::Calling(what) => what.encode(),
            Self::Reminder(what) => what.encode(),
            Self::Late(what) => what.encode(),
            Self::Preference(what) => what.encode(),
            Self::Settings(what) => what.encode(),
            Self::Clear(InClearing::Ask) => "jz".into(),
            Self::Clear(InClearing::Now) => "jZ".into(),
            Self::Hear(heard, media) => {
                let (kind, id) = match heard {
                    Heard::Alert(alert) => ("a", alert.0),
                    Heard::Report(report) => ("r", report.0),
                    Heard::Goal(goal) => ("g", goal.0),
                    Heard::Case(case) => ("c", case.0),
                };
                format!("M:{kind}:{}:{}", short(id), short(media.0))
            }
            Self::NewCase => "jn".into(),
            Self::OpenCase => "jo".into(),
            Self::AskForHelp => "jh".into(),
            Self::Invite => "ji".into(),
            Self::InviteInto(team) => format!("jt:{}", short(team.0)),
            Self::InviteRole(role, team) => format!("jr:{}:{}", role.word(), short(team.0)),
            Self::InviteToAsk => "jq".into(),
            Self::InviteFamily(case) => format!("jf:{}", short(case.0)),
            Self::InviteKin(case, kin) => format!("jk:{}:{}", kin.word(), short(case.0)),
            Self::Vouch(case) => format!("jv:{}", short(case.0)),
            Self::Expecting(InExpecting::Ask(invite)) => format!("jp:{}", short(invite.0)),
            Self::Expecting(InExpecting::Share) => "js".into(),
            Self::Expecting(InExpecting::Without) => "jg".into(),
            Self::Newcomer(invite) => format!("jc:{}", short(invite.0)),
            Self::RightPerson(invite) => format!("jy:{}", short(invite.0)),
            Self::WrongPerson(invite) => format!("jx:{}", short(invite.0)),
            Self::Leave => "jl".into(),
            Self::LeaveNow => "jL".into(),
            Self::OwnRecord => "jm".into(),
            Self::Absence(InAbsence::Ask) => "ja".into(),
            Self::Absence(InAbsence::BackOn(day)) => format!("ju:{}", day.num_days_from_ce()),
            Self::Absence(InAbsence::Back) => "jb".into(),
            Self::AskErasure => "je".into(),
            Self::EraseNow => "jE".into(),
            Self::Erasure(person) => format!("jw:{}", short(person.0)),
            Self::ErasureDone(person) => format!("jd:{}", short(person.0)),
            Self::Asked(case) => format!("H:{}", short(case.0)),
            Self::Referral(referral) => format!("R:{}", short(referral.0)),
            Self::Packet(referral) => format!("K:{}", short(referral.0)),
            Self::Lacks(case, page) => format!("D:{}:{page}", short(case.0)),
            Self::Services(case, lack, area, page) => {
                let lack = lack.word();
                let area = area.map(|area| format!("{area}-")).unwrap_or_default();
                format!("L:{}:{lack}:{area}{page}", short(case.0))
            }
            Self::Service(case, service) => format!("Q:{}:{}", short(case.0), short(service.0)),
            Self::EndShare(share) => format!("X:{}", short(share.0)),
        }
    }

    /// Reads [`Press::encode`]; `None` for anything else.
    #[must_use]
    pub fn decode(data: &str) -> Option<Self> {
        let mut parts = data.split(':');
        let kind = parts.next()?;
        let (first, second, third) = (parts.next(), parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        match (kind, first, second, third) {
            ("m", None, ..) => Some(Self::Menu),
            ("h", None, ..) => Some(Self::Help),
            ("p", None, ..) => Some(Self::Privacy),
            ("o", None, ..) => Some(Self::Drafts),
            ("c", Some(page), None, _) => Some(Self::Cases(page.parse().ok()?)),
            ("E", Some(page), None, _) => Some(Self::Due(page.parse().ok()?)),
            ("W", Some(matter), Some(page), None) => {
                Some(Self::Waiting(Matter::parse(matter)?, page.parse().ok()?))
            }
            ("e", Some(page), None, _) => Some(Self::Caseload(page.parse().ok()?)),
            ("f", Some(id), Some(page), None) => {
                Some(Self::Case(CaseId(long(id)?), page.parse().ok()?))
            }
            ("P", Some(id), None, _) => Some(Self::Plan(CaseId(long(id)?))),
            ("G", Some(id), None, _) => Some(Self::Goal(GoalId(long(id)?))),
            ("A", Some(id), Some(form), None) => {
                let topic = Topic::Goal(GoalId(long(id)?));
                named(form).map(|form| Self::About(topic, form))
            }
            ("B", Some(id), Some(form), None) => {
                let topic = Topic::Referral(ReferralId(long(id)?));
                named(form).map(|form| Self::About(topic, form))
            }
            ("S", Some(case), Some(service), Some(form)) => {
                let topic = Topic::Service(CaseId(long(case)?), ServiceId(long(service)?));
                let short = form.len() <= LONGEST_BESIDE_TWO;
                short.then(|| Self::About(topic, form.to_owned()))
            }
            ("Z", Some(case), Some(lack), Some(form)) => {
                let topic = Topic::Elsewhere(CaseId(long(case)?), Lack::parse(lack)?);
                let short = form.len() <= LONGEST_BESIDE_TWO;
                short.then(|| Self::About(topic, form.to_owned()))
            }
            ("E", Some(id), Some(form), None) => {
                let topic = Topic::Alert(AlertId(long(id)?));
                named(form).map(|form| Self::About(topic, form))
            }
            ("N", Some(id), None, _) => Some(Self::Nudge(TaskId(long(id)?))),
            ("T", Some(id), None, _) => Some(Self::TickTask(TaskId(long(id)?))),
            ("i", Some(id), None, _) => Some(Self::Timeline(CaseId(long(id)?))),
            ("l", None, ..) => Some(Self::Languages),
            ("l", Some(tag), None, _) => {
                (tag.len() <= LONGEST_TAG).then(|| Self::Language(tag.into()))
            }
            ("z", None, ..) => Some(Self::Zone(None)),
            ("z", Some(place), None, _) => Some(Self::Zone(Some(place.parse().ok()?))),
            ("y", None, ..) => Some(Self::Agree),
            ("n", None, ..) => Some(Self::NotNow),
            ("v", Some(id), None, _) => Some(Self::Visit(CaseId(long(id)?))),
            ("b", Some(id), Some(form), None) => {
                named(form).and_then(|form| Some(Self::Begin(CaseId(long(id)?), form)))
            }
            ("b", Some(id), Some(form), Some(choice)) => {
                let fits = form.len() + choice.len() <= LONGEST_WITH_CHOICE;
                let case = CaseId(long(id)?);
                fits.then(|| Self::BeginWith(case, form.to_owned(), choice.to_owned()))
            }
            ("w", Some(id), None, _) => Some(Self::AnotherVisit(CaseId(long(id)?))),
            ("g", Some(id), None, _) => Some(Self::Continue(DraftId(long(id)?))),
            ("a", Some(id), None, _) => Some(Self::StartAgain(DraftId(long(id)?))),
            ("x", Some(id), None, _) => Some(Self::Discard(DraftId(long(id)?))),
            ("k", Some(id), None, _) => Some(Self::Keep(DraftId(long(id)?))),
            ("d", Some(id), Some(turn), Some(what)) => Some(Self::Draft(
                DraftId(long(id)?),
                turn.parse().ok()?,
                InDraft::decode(what)?,
            )),
            ("r", Some(id), None, _) => Some(Self::Correct(ReportId(long(id)?))),
            ("u", Some(id), None, _) => Some(Self::Undo(ReportId(long(id)?))),
            ("H", Some(kind), Some(first), second) => {
                InHandOver::decode(kind, first, second).map(Self::HandOver)
            }
            ("R", Some(kind), Some(rest), None) => InReview::decode(kind, rest).map(Self::Review),
            ("s", Some(id), None, _) => Some(Self::ShowAlert(AlertId(long(id)?))),
            ("t", Some(id), None, _) => Some(Self::TakeAlert(AlertId(long(id)?))),
            ("C", Some(kind), case, None) => InCalling::decode(kind, case).map(Self::Calling),
            ("M", Some(kind), Some(id), Some(media)) => {
                let id = long(id)?;
                let heard = match kind {
                    "a" => Heard::Alert(AlertId(id)),
                    "r" => Heard::Report(ReportId(id)),
                    "g" => Heard::Goal(GoalId(id)),
                    "c" => Heard::Case(CaseId(id)),
                    _ => return None,
                };
                Some(Self::Hear(heard, MediaId(long(media)?)))
            }
            ("F", Some(kind), Some(id), when) => {
                InReminder::decode(kind, id, when).map(Self::Reminder)
            }
            ("O", Some(kind), first, second) => InLate::decode(kind, first, second).map(Self::Late),
            ("Y", Some(kind), first, second) => {
                InPreference::decode(kind, first, second).map(Self::Preference)
            }
            ("q", Some(kind), trial, None) => InSettings::decode(kind, trial).map(Self::Settings),
            ("jz", None, ..) => Some(Self::Clear(InClearing::Ask)),
            ("jZ", None, ..) => Some(Self::Clear(InClearing::Now)),
            ("jn", None, ..) => Some(Self::NewCase),
            ("jo", None, ..) => Some(Self::OpenCase),
            ("jh", None, ..) => Some(Self::AskForHelp),
            ("ji", None, ..) => Some(Self::Invite),
            ("jt", Some(id), None, _) => Some(Self::InviteInto(TeamId(long(id)?))),
            ("jr", Some(role), Some(id), None) => {
                Some(Self::InviteRole(Role::parse(role)?, TeamId(long(id)?)))
            }
            ("jq", None, ..) => Some(Self::InviteToAsk),
            ("jf", Some(id), None, _) => Some(Self::InviteFamily(CaseId(long(id)?))),
            ("jk", Some(kin), Some(id), None) => {
                let kin = Kin::ALL.into_iter().find(|known| known.word() == kin)?;
                Some(Self::InviteKin(CaseId(long(id)?), kin))
            }
            ("jv", Some(id), None, _) => Some(Self::Vouch(CaseId(long(id)?))),
            ("jp", Some(id), None, _) => {
                Some(Self::Expecting(InExpecting::Ask(InviteId(long(id)?))))
            }
            ("js", None, ..) => Some(Self::Expecting(InExpecting::Share)),
            ("jg", None, ..) => Some(Self::Expecting(InExpecting::Without)),
            ("jc", Some(id), None, _) => Some(Self::Newcomer(InviteId(long(id)?))),
            ("jy", Some(id), None, _) => Some(Self::RightPerson(InviteId(long(id)?))),
            ("jx", Some(id), None, _) => Some(Self::WrongPerson(InviteId(long(id)?))),
            ("jl", None, ..) => Some(Self::Leave),
            ("jL", None, ..) => Some(Self::LeaveNow),
            ("jm", None, ..) => Some(Self::OwnRecord),
            ("ja", None, ..) => Some(Self::Absence(InAbsence::Ask)),
            ("ju", Some(day), None, _) => {
                let day = NaiveDate::from_num_days_from_ce_opt(day.parse().ok()?)?;
                Some(Self::Absence(InAbsence::BackOn(day)))
            }
            ("jb", None, ..) => Some(Self::Absence(InAbsence::Back)),
            ("je", None, ..) => Some(Self::AskErasure),
            ("jE", None, ..) => Some(Self::EraseNow),
            ("jw", Some(id), None, _) => Some(Self::Erasure(PersonId(long(id)?))),
            ("jd", Some(id), None, _) => Some(Self::ErasureDone(PersonId(long(id)?))),
            ("H", Some(id), None, _) => Some(Self::Asked(CaseId(long(id)?))),
            ("R", Some(id), None, _) => Some(Self::Referral(ReferralId(long(id)?))),
            ("K", Some(id), None, _) => Some(Self::Packet(ReferralId(long(id)?))),
            ("D", Some(id), Some(page), None) => {
                Some(Self::Lacks(CaseId(long(id)?), page.parse().ok()?))
            }
            ("L", Some(id), Some(lack), Some(page)) => {
                let (area, page) = match page.split_once('-') {
                    Some((area, page)) => (Some(area.parse().ok()?), page),
                    None => (None, page),
                };
                let (case, lack) = (CaseId(long(id)?), Lack::parse(lack)?);
                Some(Self::Services(case, lack, area, page.parse().ok()?))
            }
            ("Q", Some(case), Some(service), None) => Some(Self::Service(
                CaseId(long(case)?),
                ServiceId(long(service)?),
            )),
            ("X", Some(id), None, _) => Some(Self::EndShare(ShareId(long(id)?))),
            _ => None,
        }
    }
}

/// A form's name, if it is short enough to be one.
fn named(form: &str) -> Option<String> {
    (form.len() <= LONGEST_NAME).then(|| form.to_owned())
}

/// The longest BCP 47 tag that we take from a button.
const LONGEST_TAG: usize = 35;

impl InDraft {
    fn encode(self) -> String {
        match self {
            Self::Choose(option) => format!("o{option}"),
            Self::Tick(option, true) => format!("t{option}"),
            Self::Tick(option, false) => format!("u{option}"),
            Self::Done => "d".into(),
            Self::Day(day) => format!("y{}", day.num_days_from_ce()),
            Self::Month(day) => format!("m{}", day.num_days_from_ce()),
            Self::Page(page) => format!("p{page}"),
            Self::Skip => "s".into(),
            Self::Back => "b".into(),
            Self::Cancel => "x".into(),
            Self::Change(place) => format!("c{place}"),
            Self::Send => "g".into(),
            Self::Mine => "k".into(),
            Self::NotMine => "n".into(),
        }
    }

    fn decode(what: &str) -> Option<Self> {
        let mut letters = what.chars();
        let kind = letters.next()?;
        let rest = letters.as_str();
        let number = || rest.parse::<u16>().ok();
        let day = || NaiveDate::from_num_days_from_ce_opt(rest.parse().ok()?);
        match (kind, rest.is_empty()) {
            ('o', false) => number().map(Self::Choose),
            ('t', false) => number().map(|option| Self::Tick(option, true)),
            ('u', false) => number().map(|option| Self::Tick(option, false)),
            ('d', true) => Some(Self::Done),
            ('y', false) => day().map(Self::Day),
            ('m', false) => day().map(Self::Month),
            ('p', false) => number().map(Self::Page),
            ('s', true) => Some(Self::Skip),
            ('b', true) => Some(Self::Back),
            ('x', true) => Some(Self::Cancel),
            ('c', false) => number().map(Self::Change),
            ('g', true) => Some(Self::Send),
            ('k', true) => Some(Self::Mine),
            ('n', true) => Some(Self::NotMine),
            _ => None,
        }
    }
}

impl InHandOver {
    fn encode(self) -> String {
        match self {
            Self::People(case) => format!("H:p:{}", short(case.0)),
            Self::Assign(case, page) => format!("H:a:{}:{page}", short(case.0)),
            Self::AssignTo(case, to) => format!("H:A:{}:{}", short(case.0), short(to.0)),
            Self::End(member) => format!("H:e:{}", short(member.0)),
            Self::Give(member, page) => format!("H:g:{}:{page}", short(member.0)),
            Self::GiveTo(member, to) => format!("H:G:{}:{}", short(member.0), short(to.0)),
            Self::Team(page) => format!("H:t:{page}"),
            Self::GiveAll(from, page) => format!("H:c:{}:{page}", short(from.0)),
            Self::GiveAllTo(from, to) => format!("H:C:{}:{}", short(from.0), short(to.0)),
            Self::GiveBack(to) => format!("H:r:{}", short(to.0)),
            Self::Brief(case) => format!("H:b:{}", short(case.0)),
            Self::Object(case, about) => format!("H:o:{}:{}", short(case.0), short(about.0)),
        }
    }

    fn decode(kind: &str, first: &str, second: Option<&str>) -> Option<Self> {
        let case = || long(first).map(CaseId);
        let member = || long(first).map(MemberId);
        let person = |text: &str| long(text).map(PersonId);
        match (kind, second) {
            ("p", None) => case().map(Self::People),
            ("a", Some(page)) => Some(Self::Assign(case()?, page.parse().ok()?)),
            ("A", Some(to)) => Some(Self::AssignTo(case()?, person(to)?)),
            ("e", None) => member().map(Self::End),
            ("g", Some(page)) => Some(Self::Give(member()?, page.parse().ok()?)),
            ("G", Some(to)) => Some(Self::GiveTo(member()?, person(to)?)),
            ("t", None) => first.parse().ok().map(Self::Team),
            ("c", Some(page)) => Some(Self::GiveAll(person(first)?, page.parse().ok()?)),
            ("C", Some(to)) => Some(Self::GiveAllTo(person(first)?, person(to)?)),
            ("r", None) => person(first).map(Self::GiveBack),
            ("b", None) => case().map(Self::Brief),
            ("o", Some(about)) => Some(Self::Object(case()?, person(about)?)),
            (_, _) => None,
        }
    }
}

impl InReminder {
    fn encode(self) -> String {
        match self {
            Self::Show(id) => format!("F:s:{}", short(id.0)),
            Self::Later(id) => format!("F:l:{}", short(id.0)),
            Self::PutOff(id, choice) => {
                let when = match choice {
                    Snooze::OneHour => "h".to_owned(),
                    Snooze::ThisEvening => "e".to_owned(),
                    Snooze::Tomorrow => "t".to_owned(),
                    Snooze::On(day) => day.num_days_from_ce().to_string(),
                };
                format!("F:o:{}:{when}", short(id.0))
            }
        }
    }

    fn decode(kind: &str, id: &str, when: Option<&str>) -> Option<Self> {
        let id = ObligationId(long(id)?);
        match (kind, when) {
            ("s", None) => Some(Self::Show(id)),
            ("l", None) => Some(Self::Later(id)),
            ("o", Some("h")) => Some(Self::PutOff(id, Snooze::OneHour)),
            ("o", Some("e")) => Some(Self::PutOff(id, Snooze::ThisEvening)),
            ("o", Some("t")) => Some(Self::PutOff(id, Snooze::Tomorrow)),
            ("o", Some(day)) => {
                let day = NaiveDate::from_num_days_from_ce_opt(day.parse().ok()?)?;
                Some(Self::PutOff(id, Snooze::On(day)))
            }
            (_, _) => None,
        }
    }
}

impl InLate {
    fn encode(self) -> String {
        match self {
            Self::Teams => "O:t".into(),
            Self::List(team, page) => format!("O:l:{}:{page}", short(team.0)),
            Self::Show(id) => format!("O:s:{}", short(id.0)),
            Self::Ask(id) => format!("O:a:{}", short(id.0)),
            Self::Person(who) => format!("O:p:{}", short(who.0)),
            Self::Away(who) => format!("O:w:{}", short(who.0)),
            Self::AwayUntil(who, day) => {
                format!("O:u:{}:{}", short(who.0), day.num_days_from_ce())
            }
        }
    }

    fn decode(kind: &str, first: Option<&str>, second: Option<&str>) -> Option<Self> {
        let id = || first.and_then(long);
        match (kind, second) {
            ("t", None) if first.is_none() => Some(Self::Teams),
            ("l", Some(page)) => Some(Self::List(TeamId(id()?), page.parse().ok()?)),
            ("s", None) => id().map(|id| Self::Show(ObligationId(id))),
            ("a", None) => id().map(|id| Self::Ask(ObligationId(id))),
            ("p", None) => id().map(|id| Self::Person(PersonId(id))),
            ("w", None) => id().map(|id| Self::Away(PersonId(id))),
            ("u", Some(day)) => {
                let day = NaiveDate::from_num_days_from_ce_opt(day.parse().ok()?)?;
                Some(Self::AwayUntil(PersonId(id()?), day))
            }
            (_, _) => None,
        }
    }
}

impl InPreference {
    fn encode(self) -> String {
        match self {
            Self::Show => "Y:s".into(),
            Self::Ask(Asked::Morning) => "Y:m".into(),
            Self::Ask(Asked::Days) => "Y:d".into(),
            Self::Ask(Asked::From) => "Y:f".into(),
            Self::Ask(Asked::Until(from)) => format!("Y:u:{}", minutes(from)),
            Self::Morning(time) => format!("Y:M:{}", minutes(time)),
            Self::Day(day, on) => format!("Y:D:{day}:{}", u8::from(on)),
            Self::From(from) => format!("Y:F:{}", minutes(from)),
            Self::Between(from, until) => {
                format!("Y:U:{}:{}", minutes(from), minutes(until))
            }
            Self::Zone => "Y:z".into(),
            Self::AsUsual => "Y:r".into(),
        }
    }

    fn decode(kind: &str, first: Option<&str>, second: Option<&str>) -> Option<Self> {
        match (kind, first, second) {
            ("s", None, None) => Some(Self::Show),
            ("m", None, None) => Some(Self::Ask(Asked::Morning)),
            ("d", None, None) => Some(Self::Ask(Asked::Days)),
            ("f", None, None) => Some(Self::Ask(Asked::From)),
            ("u", Some(from), None) => time(from).map(|from| Self::Ask(Asked::Until(from))),
            ("M", Some(at), None) => time(at).map(Self::Morning),
            ("D", Some(day), Some(on)) => {
                let day = day.parse().ok().filter(|day| *day < 7)?;
                let on = ["0", "1"].iter().position(|known| *known == on)?;
                Some(Self::Day(day, on == 1))
            }
            ("F", Some(from), None) => time(from).map(Self::From),
            ("U", Some(from), Some(until)) => Some(Self::Between(time(from)?, time(until)?)),
            ("z", None, None) => Some(Self::Zone),
            ("r", None, None) => Some(Self::AsUsual),
            (_, _, _) => None,
        }
    }
}

/// A time of the day in minutes: seconds are not chosen.
fn minutes(time: NaiveTime) -> u32 {
    time.num_seconds_from_midnight() / 60
}

fn time(minutes: &str) -> Option<NaiveTime> {
    let minutes: u32 = minutes.parse().ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(minutes.checked_mul(60)?, 0)
}

impl InSettings {
    fn encode(self) -> String {
        match self {
            Self::File => "q:f".into(),
            Self::Use(trial) => format!("q:u:{}", short(trial.0)),
            Self::Leave(trial) => format!("q:l:{}", short(trial.0)),
        }
    }

    fn decode(kind: &str, trial: Option<&str>) -> Option<Self> {
        match (kind, trial) {
            ("f", None) => Some(Self::File),
            ("u", Some(trial)) => Some(Self::Use(MediaId(long(trial)?))),
            ("l", Some(trial)) => Some(Self::Leave(MediaId(long(trial)?))),
            (_, _) => None,
        }
    }
}

impl InCalling {
    fn encode(self) -> String {
        match self {
            Self::Ask => "C:a".into(),
            Self::Tell(case) => format!("C:t:{}", short(case.0)),
            Self::Call(case) => format!("C:c:{}", short(case.0)),
        }
    }

    fn decode(kind: &str, case: Option<&str>) -> Option<Self> {
        let case = match case {
            Some(case) => Some(CaseId(long(case)?)),
            None => None,
        };
        match (kind, case) {
            ("a", None) => Some(Self::Ask),
            ("t", Some(case)) => Some(Self::Tell(case)),
            ("c", Some(case)) => Some(Self::Call(case)),
            _ => None,
        }
    }
}

impl InReview {
    fn encode(self) -> String {
        let of = |kind: char, report: ReportId| format!("R:{kind}:{}", short(report.0));
        match self {
            Self::List(page) => format!("R:l:{page}"),
            Self::Show(report) => of('s', report),
            Self::Accept(report) => of('a', report),
            Self::Approve(report) => of('y', report),
            Self::Question(report) => of('q', report),
            Self::Say(report, verdict) => of(verdict_letter(verdict), report),
        }
    }

    fn decode(kind: &str, rest: &str) -> Option<Self> {
        let report = || long(rest).map(ReportId);
        match kind {
            "l" => rest.parse().ok().map(Self::List),
            "s" => report().map(Self::Show),
            "a" => report().map(Self::Accept),
            "y" => report().map(Self::Approve),
            "q" => report().map(Self::Question),
            other => {
                let verdict = Verdict::ALL
                    .into_iter()
                    .find(|&verdict| other == verdict_letter(verdict).to_string())?;
                Some(Self::Say(report()?, verdict))
            }
        }
    }
}

/// The letter of what will be said of a report, none of those above.
fn verdict_letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Accepted => '1',
        Verdict::Asked => '2',
        Verdict::Answered => '3',
        Verdict::Flagged => '4',
        Verdict::Approved => '5',
        Verdict::Returned => '6',
    }
}

fn short(id: Uuid) -> String {
    BASE64URL_NOPAD.encode(id.as_bytes())
}

fn long(text: &str) -> Option<Uuid> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    Uuid::from_slice(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn in_draft() -> impl Strategy<Value = InDraft> {
        let day =
            (0i32..3_650_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap());
        prop_oneof![
            any::<u16>().prop_map(InDraft::Choose),
            any::<(u16, bool)>().prop_map(|(option, on)| InDraft::Tick(option, on)),
            Just(InDraft::Done),
            day.clone().prop_map(InDraft::Day),
            day.prop_map(InDraft::Month),
            any::<u16>().prop_map(InDraft::Page),
            Just(InDraft::Skip),
            Just(InDraft::Back),
            Just(InDraft::Cancel),
            any::<u16>().prop_map(InDraft::Change),
            Just(InDraft::Send),
            Just(InDraft::Mine),
            Just(InDraft::NotMine),
        ]
    }

    fn hand_over() -> impl Strategy<Value = InHandOver> {
        let id = || any::<u128>().prop_map(Uuid::from_u128);
        let page = any::<u16>;
        prop_oneof![
            id().prop_map(|id| InHandOver::People(CaseId(id))),
            (id(), page()).prop_map(|(id, page)| InHandOver::Assign(CaseId(id), page)),
            (id(), id()).prop_map(|(id, to)| InHandOver::AssignTo(CaseId(id), PersonId(to))),
            id().prop_map(|id| InHandOver::End(MemberId(id))),
            (id(), page()).prop_map(|(id, page)| InHandOver::Give(MemberId(id), page)),
            (id(), id()).prop_map(|(id, to)| InHandOver::GiveTo(MemberId(id), PersonId(to))),
            page().prop_map(InHandOver::Team),
            (id(), page()).prop_map(|(id, page)| InHandOver::GiveAll(PersonId(id), page)),
            (id(), id()).prop_map(|(id, to)| InHandOver::GiveAllTo(PersonId(id), PersonId(to))),
            id().prop_map(|id| InHandOver::GiveBack(PersonId(id))),
            id().prop_map(|id| InHandOver::Brief(CaseId(id))),
            (id(), id()).prop_map(|(id, who)| InHandOver::Object(CaseId(id), PersonId(who))),
        ]
    }

    fn in_review() -> impl Strategy<Value = InReview> {
        let report = || any::<u128>().prop_map(|id| ReportId(Uuid::from_u128(id)));
        prop_oneof![
            any::<u16>().prop_map(InReview::List),
            report().prop_map(InReview::Show),
            report().prop_map(InReview::Accept),
            report().prop_map(InReview::Approve),
            report().prop_map(InReview::Question),
            (report(), proptest::sample::select(&Verdict::ALL[..]))
                .prop_map(|(report, verdict)| InReview::Say(report, verdict)),
        ]
    }

    fn late() -> impl Strategy<Value = InLate> {
        let id = || any::<u128>().prop_map(Uuid::from_u128);
        let day =
            || (0i32..3_650_000).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap());
        prop_oneof![
            Just(InLate::Teams),
            (id(), any::<u16>()).prop_map(|(id, page)| InLate::List(TeamId(id), page)),
            id().prop_map(|id| InLate::Show(ObligationId(id))),
            id().prop_map(|id| InLate::Ask(ObligationId(id))),
            id().prop_map(|id| InLate::Person(PersonId(id))),
            id().prop_map(|id| InLate::Away(PersonId(id))),
            (id(), day()).prop_map(|(id, day)| InLate::AwayUntil(PersonId(id), day)),
        ]
    }

    fn preference() -> impl Strategy<Value = InPreference> {
        let time = || (0u32..1440).prop_map(|minutes| time(&minutes.to_string()).unwrap());
        prop_oneof![
            Just(InPreference::Show),
            Just(InPreference::Ask(Asked::Morning)),
            Just(InPreference::Ask(Asked::Days)),
            Just(InPreference::Ask(Asked::From)),
            time().prop_map(|from| InPreference::Ask(Asked::Until(from))),
            time().prop_map(InPreference::Morning),
            (0u8..7, any::<bool>()).prop_map(|(day, on)| InPreference::Day(day, on)),
            time().prop_map(InPreference::From),
            (time(), time()).prop_map(|(from, until)| InPreference::Between(from, until)),
            Just(InPreference::Zone),
            Just(InPreference::AsUsual),
        ]
    }

    fn press() -> impl Strategy<Value = Press> {
        let id = any::<u128>().prop_map(Uuid::from_u128);
        prop_oneof![
            Just(Press::Menu),
            Just(Press::Help),
            Just(Press::Privacy),
            Just(Press::Drafts),
            any::<u16>().prop_map(Press::Cases),
            any::<u16>().prop_map(Press::Due),
            (proptest::sample::select(&Matter::ALL[..]), any::<u16>())
                .prop_map(|(matter, page)| Press::Waiting(matter, page)),
            any::<u16>().prop_map(Press::Caseload),
            (id.clone(), any::<u16>()).prop_map(|(id, page)| Press::Case(CaseId(id), page)),
            id.clone().prop_map(|id| Press::Timeline(CaseId(id))),
            id.clone().prop_map(|id| Press::Plan(CaseId(id))),
            id.clone().prop_map(|id| Press::Goal(GoalId(id))),
            (id.clone(), "[a-z_]{1,32}")
                .prop_map(|(id, form)| Press::About(Topic::Goal(GoalId(id)), form)),
            (id.clone(), "[a-z_]{1,32}")
                .prop_map(|(id, form)| Press::About(Topic::Referral(ReferralId(id)), form)),
            (id.clone(), "[a-z_]{1,32}")
                .prop_map(|(id, form)| Press::About(Topic::Alert(AlertId(id)), form)),
            (id.clone(), id.clone(), "[a-z_]{1,14}").prop_map(|(case, id, form)| {
                Press::About(Topic::Service(CaseId(case), ServiceId(id)), form)
            }),
            (
                id.clone(),
                proptest::sample::select(&Lack::ALL[..]),
                "[a-z_]{1,14}"
            )
                .prop_map(|(case, lack, form)| Press::About(
                    Topic::Elsewhere(CaseId(case), lack),
                    form
                )),
            id.clone().prop_map(|id| Press::Asked(CaseId(id))),
            id.clone().prop_map(|id| Press::Referral(ReferralId(id))),
            id.clone().prop_map(|id| Press::Packet(ReferralId(id))),
            (id.clone(), any::<u16>()).prop_map(|(id, page)| Press::Lacks(CaseId(id), page)),
            (
                id.clone(),
                proptest::sample::select(&Lack::ALL[..]),
                any::<Option<u16>>(),
                any::<u16>()
            )
                .prop_map(|(id, lack, area, page)| Press::Services(
                    CaseId(id),
                    lack,
                    area,
                    page
                )),
            (id.clone(), id.clone())
                .prop_map(|(case, id)| Press::Service(CaseId(case), ServiceId(id))),
            id.clone().prop_map(|id| Press::EndShare(ShareId(id))),
            id.clone().prop_map(|id| Press::TickTask(TaskId(id))),
            id.clone().prop_map(|id| Press::Nudge(TaskId(id))),
            Just(Press::Languages),
            "[a-z]{2,3}(-[A-Z]{2})?".prop_map(Press::Language),
            any::<Option<u16>>().prop_map(Press::Zone),
            Just(Press::Agree),
            Just(Press::NotNow),
            id.clone().prop_map(|id| Press::Visit(CaseId(id))),
            (id.clone(), "[a-z_]{1,32}").prop_map(|(id, form)| Press::Begin(CaseId(id), form)),
            (id.clone(), "[a-z_]{1,19}", "[a-z_]{1,19}")
                .prop_map(|(id, form, choice)| Press::BeginWith(CaseId(id), form, choice)),
            id.clone().prop_map(|id| Press::AnotherVisit(CaseId(id))),
            id.clone().prop_map(|id| Press::Continue(DraftId(id))),
            id.clone().prop_map(|id| Press::StartAgain(DraftId(id))),
            id.clone().prop_map(|id| Press::Discard(DraftId(id))),
            id.clone().prop_map(|id| Press::Keep(DraftId(id))),
            (id.clone(), any::<u32>(), in_draft()).prop_map(|(id, turn, what)| Press::Draft(
                DraftId(id),
                turn,
                what
            )),
            id.clone().prop_map(|id| Press::Correct(ReportId(id))),
            id.clone().prop_map(|id| Press::Undo(ReportId(id))),
            hand_over().prop_map(Press::HandOver),
            in_review().prop_map(Press::Review),
            id.clone().prop_map(|id| Press::ShowAlert(AlertId(id))),
            id.clone().prop_map(|id| Press::TakeAlert(AlertId(id))),
            Just(Press::Calling(InCalling::Ask)),
            id.clone()
                .prop_map(|id| Press::Calling(InCalling::Tell(CaseId(id)))),
            id.clone()
                .prop_map(|id| Press::Calling(InCalling::Call(CaseId(id)))),
            (id.clone(), id.clone())
                .prop_map(|(id, media)| Press::Hear(Heard::Alert(AlertId(id)), MediaId(media))),
            (id.clone(), id.clone())
                .prop_map(|(id, media)| Press::Hear(Heard::Report(ReportId(id)), MediaId(media))),
            (id.clone(), id.clone())
                .prop_map(|(id, media)| Press::Hear(Heard::Goal(GoalId(id)), MediaId(media))),
            (id.clone(), id.clone())
                .prop_map(|(id, media)| Press::Hear(Heard::Case(CaseId(id)), MediaId(media))),
            late().prop_map(Press::Late),
            preference().prop_map(Press::Preference),
            Just(Press::Settings(InSettings::File)),
            id.clone()
                .prop_map(|id| Press::Settings(InSettings::Use(MediaId(id)))),
            id.clone()
                .prop_map(|id| Press::Settings(InSettings::Leave(MediaId(id)))),
            Just(Press::Clear(InClearing::Ask)),
            Just(Press::Clear(InClearing::Now)),
            Just(Press::NewCase),
            Just(Press::OpenCase),
            Just(Press::AskForHelp),
            Just(Press::InviteToAsk),
            Just(Press::Invite),
            id.clone().prop_map(|id| Press::InviteInto(TeamId(id))),
            (prop::sample::select(Role::ALL.to_vec()), id.clone())
                .prop_map(|(role, id)| Press::InviteRole(role, TeamId(id))),
            id.clone().prop_map(|id| Press::InviteFamily(CaseId(id))),
            (prop::sample::select(Kin::ALL.to_vec()), id.clone())
                .prop_map(|(kin, id)| Press::InviteKin(CaseId(id), kin)),
            id.clone().prop_map(|id| Press::Vouch(CaseId(id))),
            id.clone()
                .prop_map(|id| Press::Expecting(InExpecting::Ask(InviteId(id)))),
            Just(Press::Expecting(InExpecting::Share)),
            Just(Press::Expecting(InExpecting::Without)),
            id.clone().prop_map(|id| Press::Newcomer(InviteId(id))),
            id.clone().prop_map(|id| Press::RightPerson(InviteId(id))),
            id.clone().prop_map(|id| Press::WrongPerson(InviteId(id))),
            Just(Press::Leave),
            Just(Press::LeaveNow),
            Just(Press::OwnRecord),
            Just(Press::Absence(InAbsence::Ask)),
            (0i32..3_650_000)
                .prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap())
                .prop_map(|day| Press::Absence(InAbsence::BackOn(day))),
            Just(Press::Absence(InAbsence::Back)),
            Just(Press::AskErasure),
            Just(Press::EraseNow),
            id.clone().prop_map(|id| Press::Erasure(PersonId(id))),
            id.prop_map(|id| Press::ErasureDone(PersonId(id))),
        ]
    }

    proptest! {
        #[test]
        fn every_press_fits_64_bytes_and_reads_back(press in press()) {
            let data = press.encode();
            prop_assert!(data.len() <= 64, "{data}");
            prop_assert_eq!(Press::decode(&data), Some(press));
        }

        #[test]
        fn foreign_data_never_panics(data in "\\PC{0,70}") {
            let _ = Press::decode(&data);
        }
    }
}
