//! What a button says when it is pressed, and how that fits Telegram's 64 bytes.
//!
//! Button data comes from the client, so nothing here is believed: who pressed is checked, and the object is
//! authorised, when the press is handled. Names of choices never travel; places and turns do.

use chrono::{Datelike, NaiveDate};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::about::Topic;
use super::id::{
    AlertId, CaseId, DraftId, GoalId, ReferralId, ReportId, ServiceId, ShareId, TaskId,
};
use super::part::{LONGEST_BESIDE_TWO, LONGEST_NAME};
use super::service::Lack;

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
    /// Show what an alert is about.
    ShowAlert(AlertId),
    /// "I have it".
    TakeAlert(AlertId),
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
            Self::ShowAlert(alert) => format!("s:{}", short(alert.0)),
            Self::TakeAlert(alert) => format!("t:{}", short(alert.0)),
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
            ("s", Some(id), None, _) => Some(Self::ShowAlert(AlertId(long(id)?))),
            ("t", Some(id), None, _) => Some(Self::TakeAlert(AlertId(long(id)?))),
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

    fn press() -> impl Strategy<Value = Press> {
        let id = any::<u128>().prop_map(Uuid::from_u128);
        prop_oneof![
            Just(Press::Menu),
            Just(Press::Help),
            Just(Press::Privacy),
            Just(Press::Drafts),
            any::<u16>().prop_map(Press::Cases),
            any::<u16>().prop_map(Press::Caseload),
            (id.clone(), any::<u16>()).prop_map(|(id, page)| Press::Case(CaseId(id), page)),
            id.clone().prop_map(|id| Press::Timeline(CaseId(id))),
            id.clone().prop_map(|id| Press::Plan(CaseId(id))),
            id.clone().prop_map(|id| Press::Goal(GoalId(id))),
            (id.clone(), "[a-z_]{1,32}")
                .prop_map(|(id, form)| Press::About(Topic::Goal(GoalId(id)), form)),
            (id.clone(), "[a-z_]{1,32}")
                .prop_map(|(id, form)| Press::About(Topic::Referral(ReferralId(id)), form)),
            (id.clone(), id.clone(), "[a-z_]{1,14}").prop_map(|(case, id, form)| {
                Press::About(Topic::Service(CaseId(case), ServiceId(id)), form)
            }),
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
            id.clone().prop_map(|id| Press::ShowAlert(AlertId(id))),
            id.prop_map(|id| Press::TakeAlert(AlertId(id))),
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
