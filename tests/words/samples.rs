//! A sample of every line and button, kept complete by the compiler, and what tests ask of a rendering.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use kinkeeper::core::active::PlanState;
use kinkeeper::core::alert::DangerStep;
use kinkeeper::core::case::{Membership, Risk};
use kinkeeper::core::due::civil::Weekdays;
use kinkeeper::core::due::hours::Span;
use kinkeeper::core::due::obligation::{Because, Rule};
use kinkeeper::core::due::profile::change::{Change, Moved};
use kinkeeper::core::due::profile::file::Unreadable;
use kinkeeper::core::due::profile::{Allowed, Clash, Column, Problem, Wrong};
use kinkeeper::core::due::snooze::Snooze;
use kinkeeper::core::due::visits::Reason;
use kinkeeper::core::due::window::Window;
use kinkeeper::core::expecting::Compared;
use kinkeeper::core::form::{Media, MediaKind, Phrase, Piece, Value};
use kinkeeper::core::goal::{Choice, Side};
use kinkeeper::core::handover::PlaceNews;
use kinkeeper::core::id::Code;
use kinkeeper::core::keeping::Purpose;
use kinkeeper::core::pause::{self, Pause};
use kinkeeper::core::people::{Kin, Language, Role};
use kinkeeper::core::press::Press;
use kinkeeper::core::referral::{Outcome, Shared};
use kinkeeper::core::report::Danger;
use kinkeeper::core::review::Verdict;
use kinkeeper::core::screen::{Due, Label, Line, Reader, Screen};
use kinkeeper::core::service::{Lack, Service};
use kinkeeper::core::share::{Part, State};
use kinkeeper::core::signal::Signal;
use kinkeeper::core::stage::{Missing, Stage};
use kinkeeper::core::waiting::Matter;
use kinkeeper::core::wellbeing::{Factor, Fall};
use kinkeeper::words::{Rendered, Words};

/// What the samples insert.
pub const FORM: &str = "Ziara";
pub const ALIAS: &str = "Zawadi";
pub const NAME: &str = "Otieno";

pub fn words() -> Words {
    Words::load(None).unwrap()
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn clock(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

pub fn code() -> Code {
    Code::parse("K7M2QX").unwrap()
}

/// Monday 2 March 2026, 18:00 in Nairobi.
pub fn reader(language: &str) -> Reader {
    Reader {
        language: Language(language.into()),
        zone: Tz::Africa__Nairobi,
        now: at("2026-03-02T15:00:00Z"),
    }
}

pub fn languages() -> Vec<String> {
    words()
        .languages()
        .into_iter()
        .map(|language| language.0)
        .collect()
}

fn change(name: &str, before: &str, after: &str) -> Change {
    Change {
        name: name.into(),
        before: before.into(),
        after: after.into(),
    }
}

fn wrong(wrong: Wrong) -> Line {
    Line::SettingsProblem(Problem {
        line: 12,
        column: Column::Value,
        wrong,
    })
}

fn not_allowed(allowed: Allowed) -> Line {
    wrong(Wrong::Cell {
        name: "visit_every_days_high".into(),
        given: "soon".into(),
        allowed,
    })
}

fn clashing(clash: Clash) -> Line {
    wrong(Wrong::Clash {
        clash,
        names: vec!["visit_every_days_high".into()],
    })
}

fn moving(rule: Rule, count: u32) -> Line {
    Line::SettingsMove {
        rule,
        moved: Moved {
            earlier: count,
            later: count,
            new: count,
            gone: count,
        },
    }
}

pub fn inserted(value: Value) -> Phrase {
    Phrase(vec![Piece::Inserted(value)])
}

/// Samples of each variant; a variant without one does not compile.
macro_rules! samples {
    ($all:ident: $kind:ty { $($variant:pat => [$($sample:expr),+ $(,)?],)+ }) => {
        pub fn $all() -> Vec<$kind> {
            #[deny(unreachable_patterns)]
            fn exhaustive(sample: &$kind) {
                match sample { $($variant => {})+ }
            }
            let mut all = Vec::new();
            $($(
                assert!(matches!($sample, $variant));
                all.push($sample);
            )+)+
            all.iter().for_each(exhaustive);
            all
        }
    };
}

samples!(lines: Line {
    Line::Welcome => [Line::Welcome],
    Line::WelcomeToAsk => [Line::WelcomeToAsk],
    Line::WelcomeFamily => [Line::WelcomeFamily],
    Line::AskLanguage => [Line::AskLanguage],
    Line::AskZone { .. } => [Line::AskZone { zone: Tz::Africa__Dar_es_Salaam, now: at("2026-03-02T15:04:00Z") }],
    Line::ZoneUnknown => [Line::ZoneUnknown],
    Line::PrivacyWords => [Line::PrivacyWords],
    Line::AskConsent => [Line::AskConsent],
    Line::NotAgreed => [Line::NotAgreed],
    Line::InvitationOnly => [Line::InvitationOnly],
    Line::InvitationWrong => [Line::InvitationWrong],
    Line::AccessEnded => [Line::AccessEnded],
    Line::LanguageSet => [Line::LanguageSet],
    Line::MenuTitle => [Line::MenuTitle],
    Line::VisitsDue(_) => [Line::VisitsDue(0), Line::VisitsDue(1), Line::VisitsDue(2), Line::VisitsDue(3), Line::VisitsDue(11), Line::VisitsDue(100)],
    Line::NothingDue => [Line::NothingDue],
    Line::DraftsOpen(_) => [Line::DraftsOpen(0), Line::DraftsOpen(1), Line::DraftsOpen(2), Line::DraftsOpen(5), Line::DraftsOpen(12), Line::DraftsOpen(100)],
    Line::WaitingTitle(_) => [
        Line::WaitingTitle(Matter::Decide),
        Line::WaitingTitle(Matter::Promised),
        Line::WaitingTitle(Matter::Received),
        Line::WaitingTitle(Matter::Reword),
        Line::WaitingTitle(Matter::Review),
        Line::WaitingTitle(Matter::FollowUp),
        Line::WaitingTitle(Matter::Overdue),
        Line::WaitingTitle(Matter::Unled),
        Line::WaitingTitle(Matter::Quiet),
    ],
    Line::FamilyReminded => [Line::FamilyReminded],
    Line::Reminded(_) => [Line::Reminded(1), Line::Reminded(3)],
    Line::LateInTeam(_) => [Line::LateInTeam(1), Line::LateInTeam(11)],
    Line::LateForLong(_) => [Line::LateForLong(2), Line::LateForLong(100)],
    Line::DueIs { .. } => [
        Line::DueIs { rule: Rule::Visit, code: code() },
        Line::DueIs { rule: Rule::Review, code: code() },
        Line::DueIs { rule: Rule::FollowUp, code: code() },
        Line::DueIs { rule: Rule::Promise, code: code() },
        Line::DueIs { rule: Rule::Decide, code: code() },
        Line::DueIs { rule: Rule::Answer, code: code() },
        Line::DueIs { rule: Rule::AfterCare, code: code() },
        Line::DueIs { rule: Rule::Document, code: code() },
        Line::DueIs { rule: Rule::Quiet, code: code() },
    ],
    Line::DueWithin(_) => [
        Line::DueWithin(Window::around(on("2026-03-16"), 14)),
        Line::DueWithin(Window { opens: on("2026-03-16"), due: on("2026-03-16"), closes: on("2026-03-19") }),
    ],
    Line::DueBecause(_) => [
        Line::DueBecause(Because::Visit {
            by: Reason::Risk { risk: Risk::High, every_days: 7 },
            last: Some(on("2026-03-02")),
        }),
        Line::DueBecause(Because::Visit { by: Reason::Risk { risk: Risk::Low, every_days: 30 }, last: None }),
        Line::DueBecause(Because::Visit {
            by: Reason::Move { moved_on: on("2026-03-02"), every_days: 7 },
            last: None,
        }),
        Line::DueBecause(Because::Visit { by: Reason::Agreed, last: None }),
        Line::DueBecause(Because::Visit { by: Reason::Chosen, last: None }),
        Line::DueBecause(Because::FirstContact { risk: Risk::Medium }),
        Line::DueBecause(Because::ReviewEvery { days: 90 }),
        Line::DueBecause(Because::ReviewAgreed),
        Line::DueBecause(Because::FollowUp),
        Line::DueBecause(Because::Promised),
        Line::DueBecause(Because::Proposed { on: on("2026-03-02") }),
        Line::DueBecause(Because::Asked { on: on("2026-03-02") }),
        Line::DueBecause(Because::Closed { on: on("2026-03-02") }),
        Line::DueBecause(Because::Expires { on: on("2026-03-02") }),
        Line::DueBecause(Because::Quiet { since: on("2026-03-02"), days: 14 }),
    ],
    Line::SettingsFile(_) => [Line::SettingsFile(0), Line::SettingsFile(12)],
    Line::AskSettings => [Line::AskSettings],
    Line::SettingsForManagers => [Line::SettingsForManagers],
    Line::FileNotAsked => [Line::FileNotAsked],
    Line::SettingsLooking => [Line::SettingsLooking],
    Line::SettingsUnreadable(_) => [
        Line::SettingsUnreadable(Unreadable::OtherKind),
        Line::SettingsUnreadable(Unreadable::TooLarge),
        Line::SettingsUnreadable(Unreadable::Workbook),
        Line::SettingsUnreadable(Unreadable::NotText),
        Line::SettingsUnreadable(Unreadable::NotSettings),
        Line::SettingsUnreadable(Unreadable::Lost),
    ],
    Line::SettingsWrong(_) => [Line::SettingsWrong(1), Line::SettingsWrong(12)],
    Line::SettingsProblem(_) => [
        wrong(Wrong::Unknown("visits".into())),
        wrong(Wrong::Twice { name: "morning".into(), line: 5 }),
        wrong(Wrong::Crowded("morning".into())),
        not_allowed(Allowed::Number { from: 1, until: 90 }),
        not_allowed(Allowed::Minutes { from: 60, until: 480 }),
        not_allowed(Allowed::Hours { from: 1, until: 24 }),
        not_allowed(Allowed::Time),
        not_allowed(Allowed::Within),
        not_allowed(Allowed::Weekdays),
        not_allowed(Allowed::Dates),
        not_allowed(Allowed::Holiday),
        not_allowed(Allowed::Numbers),
        not_allowed(Allowed::AsSent),
        clashing(Clash::Visits),
        clashing(Clash::Phases),
        clashing(Clash::Contact),
        clashing(Clash::Last),
        clashing(Clash::Ahead),
        clashing(Clash::After),
        clashing(Clash::Above),
        clashing(Clash::Quiet),
        clashing(Clash::Morning),
        clashing(Clash::FamilyHours),
        clashing(Clash::FamilyDays),
        clashing(Clash::Confirm),
        clashing(Clash::Care),
        clashing(Clash::Weekend),
    ],
    Line::SettingsMore(_) => [Line::SettingsMore(1), Line::SettingsMore(12)],
    Line::SettingsOld { .. } => [Line::SettingsOld { from: 0, now: 12 }],
    Line::SettingsSame => [Line::SettingsSame],
    Line::SettingsEffect => [Line::SettingsEffect],
    Line::SettingsChange(_) => [
        Line::SettingsChange(change("visit_every_days_high", "7", "5")),
        Line::SettingsChange(change("emergency_numbers", "", "Police 999; Childline 116")),
    ],
    Line::SettingsMove { .. } => [
        moving(Rule::Visit, 12),
        moving(Rule::Review, 12),
        moving(Rule::FollowUp, 12),
        moving(Rule::Promise, 12),
        moving(Rule::Decide, 12),
        moving(Rule::Answer, 12),
        moving(Rule::AfterCare, 12),
        moving(Rule::Document, 12),
        moving(Rule::Quiet, 12),
        moving(Rule::Visit, 1),
    ],
    Line::SettingsNothingMoves => [Line::SettingsNothingMoves],
    Line::SettingsRetold => [Line::SettingsRetold],
    Line::SettingsDaysOffKept => [Line::SettingsDaysOffKept],
    Line::SettingsSet(_) => [Line::SettingsSet(1)],
    Line::SettingsLeft => [Line::SettingsLeft],
    Line::SettingsMeanwhile => [Line::SettingsMeanwhile],
    Line::PreferencesTitle => [Line::PreferencesTitle],
    Line::ToldFrom { .. } => [
        Line::ToldFrom { days: Weekdays::ALL, morning: clock("08:00:00"), open: Span::of_hours(8, 20) },
        Line::ToldFrom { days: Weekdays::parse("mon tue wed thu fri sat").unwrap(), morning: clock("09:30:00"), open: Span::of_hours(7, 22) },
    ],
    Line::ToldBetween { .. } => [Line::ToldBetween { days: Weekdays::parse("mon fri").unwrap(), open: Span::of_hours(16, 18) }],
    Line::NextTold(_) => [Line::NextTold(None), Line::NextTold(Some(at("2026-03-03T06:00:00Z")))],
    Line::DangerAnyHour => [Line::DangerAnyHour],
    Line::OnlyThen => [Line::OnlyThen],
    Line::AskMorning => [Line::AskMorning],
    Line::AskDays => [Line::AskDays],
    Line::AskQuietFrom => [Line::AskQuietFrom],
    Line::AskSafeFrom => [Line::AskSafeFrom],
    Line::AskUntil => [Line::AskUntil],
    Line::PreferenceSet => [Line::PreferenceSet],
    Line::ZoneSet(_) => [Line::ZoneSet(Tz::Africa__Kinshasa)],
    Line::InQuietHours => [Line::InQuietHours],
    Line::HoursTooShort => [Line::HoursTooShort],
    Line::OneDayAtLeast => [Line::OneDayAtLeast],
    Line::AskPutOff => [Line::AskPutOff],
    Line::PutOffTo(_) => [Line::PutOffTo(at("2026-03-03T06:00:00Z"))],
    Line::LateTitle => [Line::LateTitle],
    Line::NothingLate => [Line::NothingLate],
    Line::AskWhichTeam => [Line::AskWhichTeam],
    Line::LateWith(_) => [Line::LateWith(NAME.into())],
    Line::LateWithNobody => [Line::LateWithNobody],
    Line::LateThing { .. } => [
        Line::LateThing { rule: Rule::Visit, code: code(), days: 1, untold: false },
        Line::LateThing { rule: Rule::Review, code: code(), days: 2, untold: true },
        Line::LateThing { rule: Rule::FollowUp, code: code(), days: 5, untold: false },
        Line::LateThing { rule: Rule::Promise, code: code(), days: 12, untold: true },
        Line::LateThing { rule: Rule::Answer, code: code(), days: 3, untold: true },
        Line::LateThing { rule: Rule::AfterCare, code: code(), days: 100, untold: false },
        Line::LateThing { rule: Rule::Quiet, code: code(), days: 4, untold: false },
    ],
    Line::LateCount { .. } => [
        Line::LateCount { things: 1, days: 1 }, Line::LateCount { things: 2, days: 2 },
        Line::LateCount { things: 5, days: 5 }, Line::LateCount { things: 11, days: 100 },
    ],
    Line::QuietSince(_) => [Line::QuietSince(on("2026-02-02"))],
    Line::QuietMeans => [Line::QuietMeans],
    Line::DaysLate(_) => [Line::DaysLate(1), Line::DaysLate(2), Line::DaysLate(5), Line::DaysLate(12), Line::DaysLate(100)],
    Line::NeverTold => [Line::NeverTold],
    Line::NotReachedHere => [Line::NotReachedHere],
    Line::HowDoesItGo(_) => [Line::HowDoesItGo(code())],
    Line::AskedNow(_) => [Line::AskedNow(NAME.into())],
    Line::AskedLater { .. } => [Line::AskedLater { name: NAME.into(), at: at("2026-03-03T05:10:00Z") }],
    Line::AskedAlready(_) => [Line::AskedAlready(NAME.into())],
    Line::AskTheyBackOn(_) => [Line::AskTheyBackOn(NAME.into())],
    Line::AwayForYou(_) => [Line::AwayForYou(on("2026-03-16"))],
    Line::AwayForNoted { .. } => [Line::AwayForNoted { name: NAME.into(), day: on("2026-03-16") }],
    Line::PutOffTooOften => [Line::PutOffTooOften],
    Line::PutOffTooLate => [Line::PutOffTooLate],
    Line::AskBackOn => [Line::AskBackOn],
    Line::BackOnWrong => [Line::BackOnWrong],
    Line::YouAreAway(_) => [Line::YouAreAway(on("2026-03-16"))],
    Line::AwayNoted(_) => [Line::AwayNoted(on("2026-03-16"))],
    Line::StillOnDuty => [Line::StillOnDuty],
    Line::WelcomeBack => [Line::WelcomeBack],
    Line::ColleagueAway { .. } => [Line::ColleagueAway { name: "Amina".into(), day: on("2026-03-16") }],
    Line::ColleagueBack(_) => [Line::ColleagueBack("Amina".into())],
    Line::AwayUntil { .. } => [Line::AwayUntil { name: "Amina".into(), day: on("2026-03-16") }],
    Line::NothingWaits => [Line::NothingWaits],
    Line::HelpWords(_) => [
        Line::HelpWords(Role::Family),
        Line::HelpWords(Role::Supervisor),
    ],
    Line::NothingToReport => [Line::NothingToReport],
    Line::CaseloadTitle => [Line::CaseloadTitle],
    Line::CaseTitle { .. } => [
        Line::CaseTitle { code: code(), alias: Some(ALIAS.into()) },
        Line::CaseTitle { code: code(), alias: None },
    ],
    Line::CaseStands { .. } => [
        Line::CaseStands { stage: Stage::Referred, risk: Risk::High },
        Line::CaseStands { stage: Stage::Assessment, risk: Risk::Medium },
        Line::CaseStands { stage: Stage::Planning, risk: Risk::Low },
        Line::CaseStands { stage: Stage::Preparation, risk: Risk::Low },
        Line::CaseStands { stage: Stage::Implementation, risk: Risk::Low },
        Line::CaseStands { stage: Stage::Monitoring, risk: Risk::Low },
        Line::CaseStands { stage: Stage::Review, risk: Risk::Low },
        Line::CaseStands { stage: Stage::Closed, risk: Risk::Low },
    ],
    Line::StrengthSaid(_) => [Line::StrengthSaid(MediaKind::Audio), Line::StrengthSaid(MediaKind::Image)],
    Line::Strength(_) => [Line::Strength(ALIAS.into())],
    Line::GoalStands { .. } => [
        Line::GoalStands { words: ALIAS.into(), score: None },
        Line::GoalStands { words: ALIAS.into(), score: Some(-2) },
        Line::GoalStands { words: ALIAS.into(), score: Some(-1) },
        Line::GoalStands { words: ALIAS.into(), score: Some(0) },
        Line::GoalStands { words: ALIAS.into(), score: Some(1) },
        Line::GoalStands { words: ALIAS.into(), score: Some(2) },
    ],
    Line::AskedFor(_) => [Line::AskedFor(ALIAS.into())],
    Line::Paused(_) => [
        Line::Paused(Pause { until: on("2026-03-16"), because: pause::Reason::Illness }),
        Line::Paused(Pause { until: on("2026-03-16"), because: pause::Reason::Displacement }),
        Line::Paused(Pause { until: on("2026-03-16"), because: pause::Reason::Holidays }),
        Line::Paused(Pause { until: on("2026-03-16"), because: pause::Reason::Other }),
    ],
    Line::NextVisitOn(_) => [Line::NextVisitOn(on("2026-03-16"))],
    Line::Involved { .. } => [
        Line::Involved { name: NAME.into(), place: Membership::Leads },
        Line::Involved { name: NAME.into(), place: Membership::Supports },
        Line::Involved { name: NAME.into(), place: Membership::Visits },
        Line::Involved { name: NAME.into(), place: Membership::Family },
    ],
    Line::PlanTitle(_) => [Line::PlanTitle(code())],
    Line::PlanStands { .. } => [
        Line::PlanStands { code: code(), state: PlanState::Proposed },
        Line::PlanStands { code: code(), state: PlanState::Waits(2) },
        Line::PlanStands { code: code(), state: PlanState::Active(on("2026-03-02")) },
        Line::PlanStands { code: code(), state: PlanState::Unagreed },
        Line::PlanStands { code: code(), state: PlanState::Withdrawn(on("2026-03-02")) },
    ],
    Line::NextReviewOn(_) => [Line::NextReviewOn(on("2026-06-02"))],
    Line::GoalStuck => [Line::GoalStuck],
    Line::GoalStuckNoted => [Line::GoalStuckNoted],
    Line::GoalNeedsLook(_) => [Line::GoalNeedsLook(code())],
    Line::PlanBegins => [Line::PlanBegins],
    Line::PlanAgreed(_) => [Line::PlanAgreed(code())],
    Line::PlanRests => [Line::PlanRests],
    Line::PlanTakenBack(_) => [Line::PlanTakenBack(code())],
    Line::NoGoals => [Line::NoGoals],
    Line::GoalDecided { .. } => [
        Line::GoalDecided { words: ALIAS.into(), choice: None },
        Line::GoalDecided { words: ALIAS.into(), choice: Some(Choice::Agree) },
        Line::GoalDecided { words: ALIAS.into(), choice: Some(Choice::Change) },
        Line::GoalDecided { words: ALIAS.into(), choice: Some(Choice::NotNow) },
        Line::GoalDecided { words: ALIAS.into(), choice: Some(Choice::NotOurs) },
        Line::GoalDecided { words: ALIAS.into(), choice: Some(Choice::Withdraw) },
    ],
    Line::GoalWords(_) => [Line::GoalWords(ALIAS.into())],
    Line::GoalMeans(_) => [Line::GoalMeans(ALIAS.into())],
    Line::GoalLevel { .. } => [
        Line::GoalLevel { score: -2, words: ALIAS.into() },
        Line::GoalLevel { score: -1, words: ALIAS.into() },
        Line::GoalLevel { score: 1, words: ALIAS.into() },
        Line::GoalLevel { score: 2, words: ALIAS.into() },
    ],
    Line::DecidedBy { .. } => [
        Line::DecidedBy { choice: Choice::Agree, at: at("2026-03-02T11:30:00Z"), by: NAME.into(), listener: None, language: Language("sw".into()), version: 1 },
        Line::DecidedBy { choice: Choice::Agree, at: at("2026-03-02T11:30:00Z"), by: NAME.into(), listener: Some(Phrase::fixed(ALIAS)), language: Language("sw".into()), version: 2 },
    ],
    Line::DecisionComment(_) => [Line::DecisionComment("Not on Sundays".into())],
    Line::DecisionSpoken => [Line::DecisionSpoken],
    Line::AgreedBefore => [Line::AgreedBefore],
    Line::AskedAfter => [Line::AskedAfter],
    Line::CallWishedHere => [Line::CallWishedHere],
    Line::CallWished(_) => [Line::CallWished(code())],
    Line::CallFollows => [Line::CallFollows],
    Line::NotToKeep(_) => [Line::NotToKeep(Purpose::Photo), Line::NotToKeep(Purpose::Voice)],
    Line::MayKeep { .. } => [
        Line::MayKeep { purpose: Purpose::Photo, given: true, at: at("2026-03-02T11:30:00Z"), by: NAME.into(), listener: None },
        Line::MayKeep { purpose: Purpose::Photo, given: false, at: at("2026-03-02T11:30:00Z"), by: NAME.into(), listener: None },
        Line::MayKeep { purpose: Purpose::Voice, given: true, at: at("2026-03-02T11:30:00Z"), by: NAME.into(), listener: Some(Phrase::fixed(ALIAS)) },
        Line::MayKeep { purpose: Purpose::Voice, given: false, at: at("2026-03-02T11:30:00Z"), by: NAME.into(), listener: Some(Phrase::fixed(ALIAS)) },
    ],
    Line::AskToKeep => [Line::AskToKeep],
    Line::NotDecided => [Line::NotDecided],
    Line::NewWordsWait => [Line::NewWordsWait],
    Line::StillHolds => [Line::StillHolds],
    Line::HeldInPlan(_) => [Line::HeldInPlan(ALIAS.into())],
    Line::SaidBefore => [Line::SaidBefore],
    Line::WordsThen(_) => [Line::WordsThen(ALIAS.into())],
    Line::GoalReviewedOn(_) => [Line::GoalReviewedOn(on("2026-06-02"))],
    Line::Promise { .. } => [
        Line::Promise { words: ALIAS.into(), side: Side::Family, due_on: None, done: false, late: false },
        Line::Promise { words: ALIAS.into(), side: Side::Volunteer, due_on: Some(on("2026-03-20")), done: false, late: true },
        Line::Promise { words: ALIAS.into(), side: Side::Caseworker, due_on: Some(on("2026-03-20")), done: true, late: false },
        Line::Promise { words: ALIAS.into(), side: Side::Partner, due_on: None, done: true, late: false },
    ],
    Line::DecisionWaits(_) => [Line::DecisionWaits(code())],
    Line::DecisionMade(_) => [Line::DecisionMade(code())],
    Line::GoalChangedMeanwhile => [Line::GoalChangedMeanwhile],
    Line::Nudged(_) => [Line::Nudged(code())],
    Line::NudgeSent => [Line::NudgeSent],
    Line::AskedTitle(_) => [Line::AskedTitle(code())],
    Line::NoneAsked => [Line::NoneAsked],
    Line::AskedStands { .. } => [
        Line::AskedStands { words: ALIAS.into(), outcome: None },
        Line::AskedStands { words: ALIAS.into(), outcome: Some(Outcome::NotReceived) },
        Line::AskedStands { words: ALIAS.into(), outcome: Some(Outcome::Helped) },
        Line::AskedStands { words: ALIAS.into(), outcome: Some(Outcome::NotHelped) },
        Line::AskedStands { words: ALIAS.into(), outcome: Some(Outcome::NoLonger) },
        Line::AskedStands { words: ALIAS.into(), outcome: Some(Outcome::Withdrawn) },
    ],
    Line::AskedOn { .. } => [Line::AskedOn { on: on("2026-03-02"), again: on("2026-03-16") }],
    Line::NotAnswered => [Line::NotAnswered],
    Line::AnsweredBy { .. } => [Line::AnsweredBy { outcome: Outcome::Helped, at: at("2026-03-02T11:30:00Z"), by: NAME.into() }],
    Line::PacketTitle { .. } => [
        Line::PacketTitle { by: "caregiver".into(), how: "spoken".into() },
        Line::PacketTitle { by: "child".into(), how: "phone".into() },
        Line::PacketTitle { by: "together".into(), how: "written".into() },
        Line::PacketTitle { by: "relative".into(), how: "spoken".into() },
    ],
    Line::PacketField { .. } => [
        Line::PacketField { field: Shared::Name, words: ALIAS.into() },
        Line::PacketField { field: Shared::Contact, words: ALIAS.into() },
        Line::PacketField { field: Shared::Ages, words: ALIAS.into() },
        Line::PacketField { field: Shared::Health, words: ALIAS.into() },
        Line::PacketField { field: Shared::Story, words: ALIAS.into() },
    ],
    Line::PacketWithdrawn => [Line::PacketWithdrawn],
    Line::AskLack(_) => [Line::AskLack(code())],
    Line::ServicesFor(_) => [
        Line::ServicesFor(Lack::Food),
        Line::ServicesFor(Lack::Home),
        Line::ServicesFor(Lack::School),
        Line::ServicesFor(Lack::Health),
        Line::ServicesFor(Lack::Legal),
        Line::ServicesFor(Lack::Feelings),
        Line::ServicesFor(Lack::Safety),
        Line::ServicesFor(Lack::Income),
        Line::ServicesFor(Lack::Documents),
        Line::ServicesFor(Lack::Other),
    ],
    Line::NoServices => [Line::NoServices],
    Line::SameLack(_) => [Line::SameLack(ALIAS.into())],
    Line::ServiceIs(_) => [Line::ServiceIs(Box::new(Service {
        name: "Eye clinic".into(),
        lack: Lack::Health,
        area: "Riverside".into(),
        contact: "0700 123 456".into(),
        hours: "8–16".into(),
        languages: "sw, en".into(),
        notes: String::new(),
    }))],
    Line::ServiceAnswered(_) => [Line::ServiceAnswered(code())],
    Line::ShareUnset => [Line::ShareUnset],
    Line::ShareLink { .. } => [Line::ShareLink { url: "https://kinkeeper.example/share/x".into(), until: at("2026-03-09T15:00:00Z") }],
    Line::ShareTitle(_) => [Line::ShareTitle("Eye clinic".into())],
    Line::ShareHeading(_) => [
        Line::ShareHeading(Part::Strengths),
        Line::ShareHeading(Part::Goals),
        Line::ShareHeading(Part::Needs),
        Line::ShareHeading(Part::Contacts),
    ],
    Line::ShareNothing => [Line::ShareNothing],
    Line::SharedWith { .. } => [
        Line::SharedWith { to: "Eye clinic".into(), state: State::Waiting(at("2026-03-09T15:00:00Z")) },
        Line::SharedWith { to: "Eye clinic".into(), state: State::Opened(at("2026-03-02T11:30:00Z")) },
        Line::SharedWith { to: "Eye clinic".into(), state: State::Ended(at("2026-03-02T11:30:00Z")) },
        Line::SharedWith { to: "Eye clinic".into(), state: State::Expired(at("2026-03-01T11:30:00Z")) },
    ],
    Line::ShareTakenBack => [Line::ShareTakenBack],
    Line::ShareReady => [Line::ShareReady],
    Line::ShareGone => [Line::ShareGone],
    Line::TimelineTitle(_) => [Line::TimelineTitle(code())],
    Line::TimelineEntry { .. } => [Line::TimelineEntry { number: Some(2), on: on("2026-03-01"), title: Phrase::fixed(FORM), by: NAME.into() }],
    Line::NothingYet => [Line::NothingYet],
    Line::StageNow(_) => [Line::StageNow(Stage::Planning)],
    Line::StageStays(_) => [
        Line::StageStays(Missing::Order),
        Line::StageStays(Missing::Assessment),
        Line::StageStays(Missing::Decisions),
        Line::StageStays(Missing::AlertOutcome),
        Line::StageStays(Missing::ReferralOutcome),
    ],
    Line::AskCase => [Line::AskCase],
    Line::NoCases => [Line::NoCases],
    Line::CaseUnknown => [Line::CaseUnknown],
    Line::DraftsTitle => [Line::DraftsTitle],
    Line::NoDrafts => [Line::NoDrafts],
    Line::DraftBegun { .. } => [Line::DraftBegun { code: code(), touched: at("2026-03-01T09:30:00Z") }],
    Line::SameVisit { .. } => [Line::SameVisit { code: code(), sent: at("2026-03-02T11:30:00Z") }],
    Line::AskLeaving(_) => [Line::AskLeaving(code())],
    Line::DraftKept { .. } => [
        Line::DraftKept { code: code(), until: Some(at("2026-03-09T15:00:00Z")) },
        Line::DraftKept { code: code(), until: None },
    ],
    Line::DraftDiscarded(_) => [Line::DraftDiscarded(code())],
    Line::NothingToCancel => [Line::NothingToCancel],
    Line::DraftWarning { .. } => [Line::DraftWarning { code: code(), until: at("2026-03-04T15:00:00Z") }],
    Line::FormTitle { .. } => [
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 7, minutes: 2 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 1, minutes: 1 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 11, minutes: 3 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 2, minutes: 11 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 100, minutes: 100 },
    ],
    Line::Progress { .. } => [Line::Progress { title: Phrase::fixed(FORM), code: code(), step: 3, of: 7 }],
    Line::Heading(_) => [Line::Heading(Phrase::fixed("Goals"))],
    Line::Note(_) => [Line::Note(Phrase::fixed("A note"))],
    Line::Question(_) => [
        Line::Question(Phrase::fixed("Who was seen?")),
        Line::Question(Phrase(vec![Piece::Fixed("How is it going: ".into()), Piece::Inserted(Value::Text(ALIAS.into()))])),
    ],
    Line::Hint(_) => [Line::Hint(Phrase::fixed("A hint"))],
    Line::AnsweredBefore(_) => [
        Line::AnsweredBefore(inserted(Value::Text(ALIAS.into()))),
        Line::AnsweredBefore(inserted(Value::Acknowledged)),
        Line::AnsweredBefore(inserted(Value::Many(vec!["a".into(), "b".into(), "c".into()]))),
    ],
    Line::ChooseSeveral => [Line::ChooseSeveral],
    Line::MayAnswerBy { .. } => [
        Line::MayAnswerBy { voice: true, photo: true },
        Line::MayAnswerBy { voice: true, photo: false },
        Line::MayAnswerBy { voice: false, photo: true },
        Line::MayAnswerBy { voice: false, photo: false },
    ],
    Line::AlertRaised { .. } => [Line::AlertRaised { told: 1 }, Line::AlertRaised { told: 2 }, Line::AlertRaised { told: 3 }, Line::AlertRaised { told: 11 }, Line::AlertRaised { told: 100 }],
    Line::AlertReachedNobody => [Line::AlertReachedNobody],
    Line::NotANumber => [Line::NotANumber],
    Line::AmbiguousNumber => [Line::AmbiguousNumber],
    Line::NotAWholeNumber => [Line::NotAWholeNumber],
    Line::TooManyDigits { .. } => [Line::TooManyDigits { limit: 15 }],
    Line::OutOfRange { .. } => [Line::OutOfRange { start: -2.0, end: 2.5 }],
    Line::NotAllowedPlain => [Line::NotAllowedPlain],
    Line::NotAllowed(_) => [Line::NotAllowed(Phrase::fixed("The day cannot lie ahead."))],
    Line::NotADate { .. } => [Line::NotADate { example: on("2026-03-01") }],
    Line::AmbiguousDate { .. } => [Line::AmbiguousDate { example: on("2026-03-01") }],
    Line::NotATime => [Line::NotATime],
    Line::NoSuchChoice => [Line::NoSuchChoice],
    Line::SeveralChoices => [Line::SeveralChoices],
    Line::TooLong { .. } => [Line::TooLong { limit: 4000 }],
    Line::AnswerNeeded => [Line::AnswerNeeded],
    Line::MediaNotTaken => [Line::MediaNotTaken],
    Line::FileTooLarge => [Line::FileTooLarge],
    Line::MediaNeeded => [Line::MediaNeeded],
    Line::TextNotTaken => [Line::TextNotTaken],
    Line::SlipHelp { .. } => [Line::SlipHelp { skip: true }, Line::SlipHelp { skip: false }],
    Line::StickerThanks => [Line::StickerThanks],
    Line::NotAnAnswer => [Line::NotAnAnswer],
    Line::AskForwarded => [Line::AskForwarded],
    Line::Quoted(_) => [Line::Quoted("Two\nlines".into())],
    Line::CheckTitle { .. } => [Line::CheckTitle { title: Phrase::fixed(FORM), code: code() }],
    Line::CheckLine { .. } => [
        Line::CheckLine { number: 3, question: Phrase::fixed("Who was seen?"), answer: Some(inserted(Value::Text(ALIAS.into()))) },
        Line::CheckLine { number: 4, question: Phrase::fixed("When?"), answer: Some(inserted(Value::Date(on("2026-03-01")))) },
        Line::CheckLine { number: 5, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::Audio))) },
        Line::CheckLine { number: 6, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::Image))) },
        Line::CheckLine { number: 7, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::Video))) },
        Line::CheckLine { number: 8, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::File))) },
        Line::CheckLine { number: 9, question: Phrase::fixed("What did the child say?"), answer: None },
    ],
    Line::AskSend => [Line::AskSend],
    Line::ReportSent(_) => [Line::ReportSent(code())],
    Line::Receipt { .. } => [
        Line::Receipt { code: code(), next: on("2026-03-09"), corrected: false },
        Line::Receipt { code: code(), next: on("2026-03-03"), corrected: true },
    ],
    Line::FormSent { .. } => [Line::FormSent { title: Phrase::fixed(FORM), code: code() }],
    Line::Received { .. } => [
        Line::Received { title: Phrase::fixed(FORM), code: code(), corrected: false },
        Line::Received { title: Phrase::fixed(FORM), code: code(), corrected: true },
    ],
    Line::ReceiptHelp => [Line::ReceiptHelp],
    Line::Undone(_) => [Line::Undone(code())],
    Line::UndoTooLate => [Line::UndoTooLate],
    Line::ReportClosed => [Line::ReportClosed],
    Line::AskReason { .. } => [Line::AskReason { code: code() }],
    Line::PeopleTitle(_) => [Line::PeopleTitle(code())],
    Line::FamilyObjected(_) => [Line::FamilyObjected(NAME.into())],
    Line::AskWho(_) => [Line::AskWho(code())],
    Line::AskWhoForAll { .. } => [Line::AskWhoForAll { name: NAME.into(), cases: 3 }],
    Line::TeamTitle => [Line::TeamTitle],
    Line::NobodyElse => [Line::NobodyElse],
    Line::PlaceChanged(_) => [Line::PlaceChanged(code())],
    Line::CaseloadMoved(_) => [Line::CaseloadMoved(3)],
    Line::PlaceNews { .. } => [
        Line::PlaceNews { which: PlaceNews::Given, code: code() },
        Line::PlaceNews { which: PlaceNews::Taken, code: code() },
        Line::PlaceNews { which: PlaceNews::Family, code: code() },
        Line::PlaceNews { which: PlaceNews::Objection, code: code() },
    ],
    Line::CaseloadGiven(_) => [Line::CaseloadGiven(3)],
    Line::CaseloadTaken(_) => [Line::CaseloadTaken(3)],
    Line::ObjectionSent(_) => [Line::ObjectionSent(code())],
    Line::BriefTitle { .. } => [
        Line::BriefTitle { code: code(), alias: Some(ALIAS.into()) },
        Line::BriefTitle { code: code(), alias: None },
    ],
    Line::Worry(_) => [Line::Worry(Phrase::fixed(FORM))],
    Line::DraftOutOfReach => [Line::DraftOutOfReach],
    Line::ApprovalWaits(_) => [Line::ApprovalWaits(code())],
    Line::ApprovalAsked { .. } => [Line::ApprovalAsked { told: 0 }, Line::ApprovalAsked { told: 2 }],
    Line::ApprovedAlready(_) => [Line::ApprovedAlready(code())],
    Line::NothingToRead => [Line::NothingToRead],
    Line::ReviewsTitle => [Line::ReviewsTitle],
    Line::ReviewOf { .. } => [Line::ReviewOf { code: code(), title: Phrase::fixed(FORM), by: NAME.into(), at: at("2026-03-02T11:30:00Z") }],
    Line::Signal { .. } => [
        Line::Signal { signal: Signal::Soon, asked: true },
        Line::Signal { signal: Signal::Same, asked: true },
        Line::Signal { signal: Signal::Unseen, asked: true },
        Line::Signal { signal: Signal::Quick, asked: true },
        Line::Signal { signal: Signal::Soon, asked: false },
        Line::Signal { signal: Signal::Same, asked: false },
        Line::Signal { signal: Signal::Unseen, asked: false },
        Line::Signal { signal: Signal::Quick, asked: false },
    ],
    Line::Fell(_) => [
        Line::Fell(Fall { factor: Factor::Food, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Nutrition, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Home, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Care, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Safety, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Legal, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Health, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Treatment, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Feelings, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Behaviour, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::Learning, from: 3, to: 1 }),
        Line::Fell(Fall { factor: Factor::School, from: 3, to: 1 }),
    ],
    Line::FellNoted => [Line::FellNoted],
    Line::ComeFirst(_) => [Line::ComeFirst(vec![Factor::Food, Factor::School])],
    Line::Said { .. } => [
        Line::Said { verdict: Verdict::Accepted, by: NAME.into(), at: at("2026-03-02T11:30:00Z"), words: None, spoken: false },
        Line::Said { verdict: Verdict::Asked, by: NAME.into(), at: at("2026-03-02T11:30:00Z"), words: Some(ALIAS.into()), spoken: false },
        Line::Said { verdict: Verdict::Answered, by: NAME.into(), at: at("2026-03-02T11:30:00Z"), words: None, spoken: true },
        Line::Said { verdict: Verdict::Flagged, by: NAME.into(), at: at("2026-03-02T11:30:00Z"), words: Some(ALIAS.into()), spoken: false },
        Line::Said { verdict: Verdict::Approved, by: NAME.into(), at: at("2026-03-02T11:30:00Z"), words: None, spoken: false },
        Line::Said { verdict: Verdict::Returned, by: NAME.into(), at: at("2026-03-02T11:30:00Z"), words: Some(ALIAS.into()), spoken: false },
    ],
    Line::AskWords { .. } => [
        Line::AskWords { verdict: Verdict::Asked, code: code() },
        Line::AskWords { verdict: Verdict::Answered, code: code() },
        Line::AskWords { verdict: Verdict::Flagged, code: code() },
        Line::AskWords { verdict: Verdict::Returned, code: code() },
    ],
    Line::SaidOf { .. } => [
        Line::SaidOf { verdict: Verdict::Accepted, code: code() },
        Line::SaidOf { verdict: Verdict::Asked, code: code() },
        Line::SaidOf { verdict: Verdict::Answered, code: code() },
        Line::SaidOf { verdict: Verdict::Flagged, code: code() },
        Line::SaidOf { verdict: Verdict::Approved, code: code() },
        Line::SaidOf { verdict: Verdict::Returned, code: code() },
    ],
    Line::ReviewNews { .. } => [
        Line::ReviewNews { verdict: Verdict::Accepted, code: code() },
        Line::ReviewNews { verdict: Verdict::Asked, code: code() },
        Line::ReviewNews { verdict: Verdict::Answered, code: code() },
        Line::ReviewNews { verdict: Verdict::Flagged, code: code() },
        Line::ReviewNews { verdict: Verdict::Approved, code: code() },
        Line::ReviewNews { verdict: Verdict::Returned, code: code() },
    ],
    Line::AlreadySaid => [Line::AlreadySaid],
    Line::NotYourOwn => [Line::NotYourOwn],
    Line::OwnAlone => [Line::OwnAlone],
    Line::ReportsRead(_) => [Line::ReportsRead(1), Line::ReportsRead(2), Line::ReportsRead(3), Line::ReportsRead(11), Line::ReportsRead(100)],
    Line::AlertPush { .. } => [
        Line::AlertPush { count: 1, code: code() },
        Line::AlertPush { count: 2, code: code() },
        Line::AlertPush { count: 3, code: code() },
        Line::AlertPush { count: 11, code: code() },
        Line::AlertPush { count: 100, code: code() },
    ],
    Line::AlertStill { .. } => [
        Line::AlertStill { code: code(), minutes: 0 },
        Line::AlertStill { code: code(), minutes: 1 },
        Line::AlertStill { code: code(), minutes: 2 },
        Line::AlertStill { code: code(), minutes: 3 },
        Line::AlertStill { code: code(), minutes: 15 },
        Line::AlertStill { code: code(), minutes: 100 },
        Line::AlertStill { code: code(), minutes: 120 },
        Line::AlertStill { code: code(), minutes: 180 },
        Line::AlertStill { code: code(), minutes: 660 },
        Line::AlertStill { code: code(), minutes: 2879 },
        Line::AlertStill { code: code(), minutes: 2880 },
        Line::AlertStill { code: code(), minutes: 14400 },
    ],
    Line::OutcomeMissing { .. } => [
        Line::OutcomeMissing { code: code(), hours: 1 },
        Line::OutcomeMissing { code: code(), hours: 2 },
        Line::OutcomeMissing { code: code(), hours: 3 },
        Line::OutcomeMissing { code: code(), hours: 24 },
        Line::OutcomeMissing { code: code(), hours: 48 },
        Line::OutcomeMissing { code: code(), hours: 2400 },
    ],
    Line::NobodyYet(_) => [Line::NobodyYet(code())],
    Line::CallEmergency => [Line::CallEmergency],
    Line::CallOneOf => [Line::CallOneOf],
    Line::EmergencyNumber(_) => [Line::EmergencyNumber("Childline +254 116".into())],
    Line::DetailsAsked(_) => [Line::DetailsAsked(code())],
    Line::AlertAbout { .. } => [
        Line::AlertAbout { code: code(), alias: Some(ALIAS.into()), reporter: NAME.into(), at: at("2026-03-02T14:55:00Z") },
        Line::AlertAbout { code: code(), alias: None, reporter: NAME.into(), at: at("2026-02-27T14:55:00Z") },
    ],
    Line::AlertNote(_) => [Line::AlertNote("What was seen".into())],
    Line::AlertOpen => [Line::AlertOpen],
    Line::SaidBy(_) => [Line::SaidBy(MediaKind::Audio), Line::SaidBy(MediaKind::Image)],
    Line::FamilyNotSafe => [Line::FamilyNotSafe],
    Line::FamilyWantsCall => [Line::FamilyWantsCall],
    Line::AlertOutcome { .. } => [
        Line::AlertOutcome { by: NAME.into(), at: at("2026-03-02T14:55:00Z"), ends: true },
        Line::AlertOutcome { by: NAME.into(), at: at("2026-03-02T14:55:00Z"), ends: false },
    ],
    Line::AlertLookedAfter(_) => [Line::AlertLookedAfter(code())],
    Line::AlertMore(_) => [Line::AlertMore(code())],
    Line::AlertsStand => [Line::AlertsStand],
    Line::DangerStands { .. } => [
        Line::DangerStands { on: on("2026-03-02"), taken: None },
        Line::DangerStands { on: on("2026-02-20"), taken: Some(NAME.into()) },
    ],
    Line::DangerWas { .. } => [
        Line::DangerWas { on: on("2026-03-02"), step: DangerStep::Reported, by: NAME.into() },
        Line::DangerWas { on: on("2026-03-02"), step: DangerStep::Taken, by: NAME.into() },
        Line::DangerWas { on: on("2026-03-02"), step: DangerStep::Ended, by: NAME.into() },
    ],
    Line::AskClear => [Line::AskClear],
    Line::AskNotSafe => [Line::AskNotSafe],
    Line::NoHelpHere => [Line::NoHelpHere],
    Line::CallReached { .. } => [Line::CallReached { told: 1 }, Line::CallReached { told: 2 }, Line::CallReached { told: 3 }, Line::CallReached { told: 11 }, Line::CallReached { told: 100 }],
    Line::CallReachedNobody => [Line::CallReachedNobody],
    Line::CalledAlready => [Line::CalledAlready],
    Line::CallNext { .. } => [Line::CallNext { call: true }, Line::CallNext { call: false }],
    Line::CallMore => [Line::CallMore],
    Line::CallNoted => [Line::CallNoted],
    Line::CallFull => [Line::CallFull],
    Line::FileOf(_) => [Line::FileOf(code())],
    Line::AlertTaken { .. } => [Line::AlertTaken { code: code(), name: NAME.into() }],
    Line::AlertYours(_) => [Line::AlertYours(code())],
    Line::AskAlias => [Line::AskAlias],
    Line::SomeAlike { .. } => [Line::SomeAlike { name: ALIAS.into() }],
    Line::AlikeElsewhere(_) => [Line::AlikeElsewhere(code())],
    Line::NoneAlike { .. } => [Line::NoneAlike { name: ALIAS.into() }],
    Line::CaseOpened(_) => [Line::CaseOpened(code())],
    Line::HelpAsked(_) => [Line::HelpAsked(code())],
    Line::HelpFollows => [Line::HelpFollows],
    Line::HelpWaits(_) => [Line::HelpWaits(code())],
    Line::NobodyLeads => [Line::NobodyLeads],
    Line::AskInviteRole => [Line::AskInviteRole],
    Line::AskInviteTeam => [Line::AskInviteTeam],
    Line::AskInviteCase => [Line::AskInviteCase],
    Line::AskInviteKin(_) => [Line::AskInviteKin(code())],
    Line::AskVouch { .. } => [Line::AskVouch { years: 12 }],
    Line::NoInvite => [Line::NoInvite],
    Line::InvitedToAsk { .. } => [Line::InvitedToAsk { until: at("2026-03-09T15:00:00Z") }],
    Line::Invited { .. } => [Line::Invited { until: at("2026-03-09T15:00:00Z") }],
    Line::Invitation { .. } => [
        Line::Invitation { bot: Some("kinkeeper_bot".into()), token: "x".repeat(22), until: at("2026-03-09T15:00:00Z"), code: "K7M2-QXA9".into(), code_until: at("2026-03-03T15:00:00Z") },
        Line::Invitation { bot: None, token: "x".repeat(22), until: at("2026-03-09T15:00:00Z"), code: "K7M2-QXA9".into(), code_until: at("2026-03-03T15:00:00Z") },
    ],
    Line::NumberOffered => [Line::NumberOffered],
    Line::AskNumber => [Line::AskNumber],
    Line::NumberUse => [Line::NumberUse],
    Line::NumberUnclear => [Line::NumberUnclear],
    Line::NumberNoted => [Line::NumberNoted],
    Line::NumberTooLate => [Line::NumberTooLate],
    Line::AskToShare => [Line::AskToShare],
    Line::ShareUse => [Line::ShareUse],
    Line::ShareByButton => [Line::ShareByButton],
    Line::NumberSame => [Line::NumberSame],
    Line::NumberAnswer(_) => [
        Line::NumberAnswer(Compared::Same),
        Line::NumberAnswer(Compared::Other),
        Line::NumberAnswer(Compared::Foreign),
        Line::NumberAnswer(Compared::Withheld),
    ],
    Line::NewcomerMatched => [Line::NewcomerMatched],
    Line::NewcomerJoined => [Line::NewcomerJoined],
    Line::AskerJoined => [Line::AskerJoined],
    Line::NewcomerAsked => [Line::NewcomerAsked],
    Line::NewcomerAbout { .. } => [
        Line::NewcomerAbout { name: NAME.into(), role: Role::Family, kin: Some(Kin::Child), code: Some(code()) },
        Line::NewcomerAbout { name: NAME.into(), role: Role::Family, kin: None, code: None },
        Line::NewcomerAbout { name: NAME.into(), role: Role::Volunteer, kin: None, code: None },
    ],
    Line::NewcomerIn(_) => [Line::NewcomerIn(NAME.into())],
    Line::NewcomerOut(_) => [Line::NewcomerOut(NAME.into())],
    Line::NewcomerNotHere(_) => [Line::NewcomerNotHere(NAME.into())],
    Line::PlaceWaits => [Line::PlaceWaits],
    Line::PlaceAlready => [Line::PlaceAlready],
    Line::AccountAlready => [Line::AccountAlready],
    Line::WaitsForYes => [Line::WaitsForYes],
    Line::MayBegin => [Line::MayBegin],
    Line::ChildWords => [Line::ChildWords],
    Line::AskLeave => [Line::AskLeave],
    Line::Goodbye => [Line::Goodbye],
    Line::LastOnDuty => [Line::LastOnDuty],
    Line::ColleagueLeft(_) => [Line::ColleagueLeft(NAME.into())],
    Line::OwnTitle => [Line::OwnTitle],
    Line::OwnPerson { .. } => [
        Line::OwnPerson { name: NAME.into(), role: Role::Family, team: None },
        Line::OwnPerson { name: NAME.into(), role: Role::Volunteer, team: Some("Riverside".into()) },
        Line::OwnPerson { name: NAME.into(), role: Role::Caseworker, team: Some("Riverside".into()) },
        Line::OwnPerson { name: NAME.into(), role: Role::Supervisor, team: Some("Riverside".into()) },
        Line::OwnPerson { name: NAME.into(), role: Role::Manager, team: None },
    ],
    Line::OwnAccount { .. } => [Line::OwnAccount { user: 7_100_001, language: Language("sw".into()), zone: Tz::Africa__Nairobi }],
    Line::OwnConsent { .. } => [Line::OwnConsent { at: at("2026-02-02T11:30:00Z"), version: 1 }],
    Line::OwnReports { .. } => [
        Line::OwnReports { sent: 0, open: 0 },
        Line::OwnReports { sent: 1, open: 2 },
        Line::OwnReports { sent: 120, open: 11 },
    ],
    Line::OwnCase { .. } => [Line::OwnCase { code: code(), place: Membership::Visits }],
    Line::OwnRest => [Line::OwnRest],
    Line::AskErasure { .. } => [Line::AskErasure { days: 30 }],
    Line::ErasureAsked(_) => [Line::ErasureAsked(on("2026-04-01"))],
    Line::ErasureWaits(_) => [Line::ErasureWaits(on("2026-04-01"))],
    Line::ErasureAbout { .. } => [Line::ErasureAbout { name: NAME.into(), role: Role::Volunteer, asked_at: at("2026-03-02T11:30:00Z"), by: on("2026-04-01") }],
    Line::OldButton => [Line::OldButton],
    Line::OneAtATime => [Line::OneAtATime],
    Line::BackAgain => [Line::BackAgain],
    Line::Noted => [Line::Noted],
    Line::EditNoted => [Line::EditNoted],
    Line::EditTooLate => [Line::EditTooLate],
    Line::NothingAsked => [Line::NothingAsked],
    Line::PrivateOnly => [Line::PrivateOnly],
    Line::NotSavedYet => [Line::NotSavedYet],
    Line::NotSaved => [Line::NotSaved],
    Line::Repeated => [Line::Repeated],
});

samples!(labels: Label {
    Label::Menu => [Label::Menu],
    Label::Visit => [Label::Visit],
    Label::VisitCase { .. } => [
        Label::VisitCase { code: code(), due: Due::Overdue(on("2026-02-27")) },
        Label::VisitCase { code: code(), due: Due::Overdue(on("2025-12-17")) },
        Label::VisitCase { code: code(), due: Due::Today },
        Label::VisitCase { code: code(), due: Due::On(on("2026-09-23")) },
    ],
    Label::Drafts => [Label::Drafts],
    Label::Draft { .. } => [Label::Draft { icon: "📝".into(), code: code() }],
    Label::Waiting { .. } => [
        Label::Waiting { matter: Matter::Decide, count: 100 },
        Label::Waiting { matter: Matter::Promised, count: 100 },
        Label::Waiting { matter: Matter::Received, count: 100 },
        Label::Waiting { matter: Matter::Reword, count: 100 },
        Label::Waiting { matter: Matter::Review, count: 100 },
        Label::Waiting { matter: Matter::FollowUp, count: 100 },
        Label::Waiting { matter: Matter::Overdue, count: 100 },
        Label::Waiting { matter: Matter::Unled, count: 100 },
        Label::Waiting { matter: Matter::Quiet, count: 100 },
    ],
    Label::WaitingIn { .. } => [
        Label::WaitingIn { matter: Matter::Decide, code: code(), count: 1 },
        Label::WaitingIn { matter: Matter::Overdue, code: code(), count: 12 },
    ],
    Label::GoOn => [Label::GoOn],
    Label::Caseload => [Label::Caseload],
    Label::CaseCard(_) => [Label::CaseCard(code())],
    Label::Services => [Label::Services],
    Label::Referral { .. } => [Label::Referral { number: 1, open: true }, Label::Referral { number: 12, open: false }],
    Label::ShowPacket => [Label::ShowPacket],
    Label::FindService => [Label::FindService],
    Label::AnotherService => [Label::AnotherService],
    Label::Lack(_) => [
        Label::Lack(Lack::Food),
        Label::Lack(Lack::Home),
        Label::Lack(Lack::School),
        Label::Lack(Lack::Health),
        Label::Lack(Lack::Legal),
        Label::Lack(Lack::Feelings),
        Label::Lack(Lack::Safety),
        Label::Lack(Lack::Income),
        Label::Lack(Lack::Documents),
        Label::Lack(Lack::Other),
    ],
    Label::Area(_) => [Label::Area("Riverside".into())],
    Label::Service(_) => [Label::Service("Eye clinic".into())],
    Label::EndShare(_) => [Label::EndShare("The eye clinic at the riverside".into())],
    Label::ShowOnce => [Label::ShowOnce],
    Label::Timeline => [Label::Timeline],
    Label::Plan(_) => [Label::Plan(code())],
    Label::Goal { .. } => [Label::Goal { number: 1, open: true }, Label::Goal { number: 2, open: false }],
    Label::Decide => [Label::Decide],
    Label::DecideHere => [Label::DecideHere],
    Label::Nudge(_) => [Label::Nudge(1)],
    Label::ChangeMind => [Label::ChangeMind],
    Label::TickTask(_) => [Label::TickTask(1)],
    Label::Form { .. } => [
        Label::Form { icon: "🧭".into(), title: Phrase::fixed(FORM) },
        Label::Form { icon: "🧭".into(), title: Phrase::fixed("A title that is longer than any button can show") },
    ],
    Label::Languages => [Label::Languages],
    Label::Language(_) => [Label::Language(Language("sw".into()))],
    Label::Zone(_) => [Label::Zone(Tz::Africa__Dar_es_Salaam)],
    Label::Privacy => [Label::Privacy],
    Label::Help => [Label::Help],
    Label::Agree => [Label::Agree],
    Label::NotNow => [Label::NotNow],
    Label::More => [Label::More],
    Label::Earlier => [Label::Earlier],
    Label::Back => [Label::Back],
    Label::Skip => [Label::Skip],
    Label::SkipAs(_) => [Label::SkipAs(Phrase::fixed("Nothing worries me"))],
    Label::Cancel => [Label::Cancel],
    Label::Done(_) => [Label::Done(0), Label::Done(3)],
    Label::Choice { .. } => [
        Label::Choice { label: Phrase::fixed("🍲 Food"), ticked: None },
        Label::Choice { label: Phrase::fixed("🍲 Food"), ticked: Some(true) },
        Label::Choice { label: Phrase::fixed("🍲 Food"), ticked: Some(false) },
    ],
    Label::Ok => [Label::Ok],
    Label::Day { .. } => [
        Label::Day { day: on("2026-03-02"), today: on("2026-03-02") },
        Label::Day { day: on("2026-03-01"), today: on("2026-03-02") },
        Label::Day { day: on("2026-03-03"), today: on("2026-03-02") },
        Label::Day { day: on("2026-09-23"), today: on("2026-03-02") },
    ],
    Label::PickDay => [Label::PickDay],
    Label::Month(_) => [Label::Month(on("2026-09-01"))],
    Label::Weekday(_) => [Label::Weekday(Weekday::Mon), Label::Weekday(Weekday::Tue), Label::Weekday(Weekday::Wed), Label::Weekday(Weekday::Thu), Label::Weekday(Weekday::Fri), Label::Weekday(Weekday::Sat), Label::Weekday(Weekday::Sun)],
    Label::DayOfMonth(_) => [Label::DayOfMonth(31)],
    Label::NoDay => [Label::NoDay],
    Label::MonthBefore => [Label::MonthBefore],
    Label::MonthAfter => [Label::MonthAfter],
    Label::Send => [Label::Send],
    Label::SendWord => [Label::SendWord],
    Label::Change(_) => [Label::Change(3)],
    Label::Read(_) => [Label::Read(12)],
    Label::Continue => [Label::Continue],
    Label::StartAgain => [Label::StartAgain],
    Label::Discard => [Label::Discard],
    Label::Keep => [Label::Keep],
    Label::CorrectThat => [Label::CorrectThat],
    Label::AnotherVisit => [Label::AnotherVisit],
    Label::Mine => [Label::Mine],
    Label::NotMine => [Label::NotMine],
    Label::Correct => [Label::Correct],
    Label::Undo => [Label::Undo],
    Label::People => [Label::People],
    Label::Assign => [Label::Assign],
    Label::EndPlace(_) => [Label::EndPlace("Bartholomew the Younger".into())],
    Label::GivePlace(_) => [Label::GivePlace("Bartholomew the Younger".into())],
    Label::GiveBack { .. } => [Label::GiveBack { name: "Bartholomew the Younger".into(), cases: 12 }],
    Label::Brief => [Label::Brief],
    Label::TeamPeople => [Label::TeamPeople],
    Label::Colleague { .. } => [
        Label::Colleague { name: "Bartholomew the Younger".into(), cases: 120, away: None },
        Label::Colleague { name: "Bartholomew the Younger".into(), cases: 120, away: Some(on("2026-03-16")) },
    ],
    Label::RatherNot => [Label::RatherNot],
    Label::Reviews(_) => [Label::Reviews(1), Label::Reviews(100)],
    Label::ToRead { .. } => [
        Label::ToRead { code: code(), danger: Some(Danger::Now), waits: false, on: on("2026-09-23") },
        Label::ToRead { code: code(), danger: Some(Danger::Worried), waits: false, on: on("2026-03-02") },
        Label::ToRead { code: code(), danger: Some(Danger::No), waits: false, on: on("2026-03-02") },
        Label::ToRead { code: code(), danger: None, waits: true, on: on("2025-12-17") },
    ],
    Label::Accept => [Label::Accept],
    Label::AskAbout => [Label::AskAbout],
    Label::Flag => [Label::Flag],
    Label::Approve => [Label::Approve],
    Label::SendBack => [Label::SendBack],
    Label::Answer => [Label::Answer],
    Label::QuestionAbout(_) => [Label::QuestionAbout(code())],
    Label::Show => [Label::Show],
    Label::IHaveIt => [Label::IHaveIt],
    Label::Alert { .. } => [Label::Alert { code: code(), taken: true }, Label::Alert { code: code(), taken: false }],
    Label::AlertOf(_) => [Label::AlertOf(on("2026-03-02"))],
    Label::Hear { .. } => [
        Label::Hear { kind: MediaKind::Audio, number: None },
        Label::Hear { kind: MediaKind::Image, number: Some(7) },
        Label::Hear { kind: MediaKind::Video, number: None },
        Label::Hear { kind: MediaKind::File, number: Some(2) },
    ],
    Label::ClearChat => [Label::ClearChat],
    Label::ClearNow => [Label::ClearNow],
    Label::NotSafe => [Label::NotSafe],
    Label::TellThem(_) => [Label::TellThem(None), Label::TellThem(Some(code()))],
    Label::CallMe(_) => [Label::CallMe(None), Label::CallMe(Some(code()))],
    Label::NewCase => [Label::NewCase],
    Label::NoneOfThese => [Label::NoneOfThese],
    Label::OpenCase => [Label::OpenCase],
    Label::Invite => [Label::Invite],
    Label::Team(_) => [Label::Team("Riverside, on both banks and beyond the old bridge".into())],
    Label::InviteRole(_) => [
        Label::InviteRole(Role::Volunteer),
        Label::InviteRole(Role::Caseworker),
        Label::InviteRole(Role::Supervisor),
    ],
    Label::InviteFamily => [Label::InviteFamily],
    Label::InviteToAsk => [Label::InviteToAsk],
    Label::AskForHelp => [Label::AskForHelp],
    Label::InviteTo(_) => [Label::InviteTo(code())],
    Label::InviteKin(_) => [
        Label::InviteKin(Kin::Caregiver),
        Label::InviteKin(Kin::Child),
        Label::InviteKin(Kin::Relative),
    ],
    Label::BothAgreed => [Label::BothAgreed],
    Label::AddNumber => [Label::AddNumber],
    Label::ShareNumber => [Label::ShareNumber],
    Label::GoOnWithout => [Label::GoOnWithout],
    Label::RightPerson => [Label::RightPerson],
    Label::WrongPerson => [Label::WrongPerson],
    Label::Away => [Label::Away],
    Label::IAmBack => [Label::IAmBack],
    Label::LateAndQuiet => [Label::LateAndQuiet],
    Label::AskAfter => [Label::AskAfter],
    Label::GiveOn => [Label::GiveOn],
    Label::TheyAreAway => [Label::TheyAreAway],
    Label::Settings => [Label::Settings],
    Label::SettingsFile => [Label::SettingsFile],
    Label::UseSettings => [Label::UseSettings],
    Label::LeaveSettings => [Label::LeaveSettings],
    Label::Preferences => [Label::Preferences],
    Label::ChooseMorning => [Label::ChooseMorning],
    Label::ChooseDays => [Label::ChooseDays],
    Label::ChooseQuiet => [Label::ChooseQuiet],
    Label::ChooseHours => [Label::ChooseHours],
    Label::TimeZone => [Label::TimeZone],
    Label::AsUsual => [Label::AsUsual],
    Label::Time(_) => [Label::Time(clock("09:30:00"))],
    Label::DayTicked { .. } => [
        Label::DayTicked { day: Weekday::Mon, on: true },
        Label::DayTicked { day: Weekday::Wed, on: false },
    ],
    Label::Reminder { .. } => [
        Label::Reminder { rule: Rule::Visit, code: code(), late: false },
        Label::Reminder { rule: Rule::Review, code: code(), late: true },
        Label::Reminder { rule: Rule::FollowUp, code: code(), late: false },
        Label::Reminder { rule: Rule::Promise, code: code(), late: false },
        Label::Reminder { rule: Rule::Decide, code: code(), late: false },
        Label::Reminder { rule: Rule::Answer, code: code(), late: false },
        Label::Reminder { rule: Rule::AfterCare, code: code(), late: false },
        Label::Reminder { rule: Rule::Document, code: code(), late: false },
        Label::Reminder { rule: Rule::Quiet, code: code(), late: false },
    ],
    Label::Later => [Label::Later],
    Label::DoneAlready => [Label::DoneAlready],
    Label::CannotGo => [Label::CannotGo],
    Label::PutOff(_) => [
        Label::PutOff(Snooze::OneHour),
        Label::PutOff(Snooze::ThisEvening),
        Label::PutOff(Snooze::Tomorrow),
        Label::PutOff(Snooze::On(on("2026-03-16"))),
    ],
    Label::TheirCases => [Label::TheirCases],
    Label::OwnRecord => [Label::OwnRecord],
    Label::Leave => [Label::Leave],
    Label::LeaveNow => [Label::LeaveNow],
    Label::AskErasure => [Label::AskErasure],
    Label::EraseNow => [Label::EraseNow],
    Label::ErasureDone => [Label::ErasureDone],
});

pub fn media(kind: MediaKind) -> Value {
    Value::Media(Media {
        kind,
        file: "opaque".into(),
        caption: Some(ALIAS.into()),
    })
}

pub fn shown(words: &Words, line: &Line, language: &str) -> Rendered {
    words.render(&Screen::of([line.clone()]), &reader(language))
}

pub fn button(words: &Words, label: &Label, language: &str) -> String {
    let screen = Screen::default().button(label.clone(), Press::Menu);
    words.render(&screen, &reader(language)).rows[0][0]
        .label
        .clone()
}

pub fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// What a person sees: without the marks that only direct.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// Characters as a person counts them: an emoji with its variation mark is one.
pub fn length(text: &str) -> usize {
    visible(text).chars().filter(|&c| c != '\u{FE0F}').count()
}

/// Telegram's side of HTML: the tags we use removed, the three entities read.
pub fn markup_removed(html: &str) -> String {
    let mut text = html.to_owned();
    for tag in ["b", "i", "blockquote"] {
        assert_eq!(
            html.matches(&format!("<{tag}>")).count(),
            html.matches(&format!("</{tag}>")).count()
        );
        text = text
            .replace(&format!("<{tag}>"), "")
            .replace(&format!("</{tag}>"), "");
    }
    assert!(!text.contains(['<', '>']), "{html}");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

pub fn isolates_are_paired(text: &str) -> bool {
    text.lines().all(|line| {
        let mut depth = 0;
        line.chars().all(|letter| {
            match letter {
                '\u{2068}' => depth += 1,
                '\u{2069}' => depth -= 1,
                _ => {}
            }
            depth >= 0
        }) && depth == 0
    })
}
