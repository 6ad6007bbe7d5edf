//! The access matrix has no hole: every button there is, pressed by everybody who has nothing to do with what it names,
//! is answered as if that did not exist.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use kinkeeper::core::about::Topic;
use kinkeeper::core::absence::InAbsence;
use kinkeeper::core::calling::InCalling;
use kinkeeper::core::case::Membership;
use kinkeeper::core::clearing::InClearing;
use kinkeeper::core::draft::View;
use kinkeeper::core::due::preference::Preference;
use kinkeeper::core::due::snooze::Snooze;
use kinkeeper::core::effect::{Effect, Step};
use kinkeeper::core::event::Happened;
use kinkeeper::core::expecting::InExpecting;
use kinkeeper::core::handover::InHandOver;
use kinkeeper::core::hearing::Heard;
use kinkeeper::core::id::{MediaId, MessageId, TaskId};
use kinkeeper::core::late::InLate;
use kinkeeper::core::people::{Kin, Language, Person, Role, Standing};
use kinkeeper::core::place::Place;
use kinkeeper::core::preferring::{Asked, InPreference};
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::reminding::InReminder;
use kinkeeper::core::report::ReportState;
use kinkeeper::core::review::{InReview, Verdict};
use kinkeeper::core::service::Lack;
use kinkeeper::core::settings::InSettings;
use kinkeeper::core::step::step;
use kinkeeper::core::waiting::Matter;

use crate::programme::*;

/// The case that the buttons are about, of team 0; it has goals, a step, requests, reports and alerts.
const THEIRS: usize = 2;
/// The case of those who press, of team 1.
const OURS: usize = 1;
/// Ids that nothing has begin here.
const NOTHING: usize = 800;

/// Whose things a button names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Things {
    /// Those of the case.
    Theirs,
    /// None that there are.
    Missing,
}

impl Things {
    fn number(self, theirs: usize) -> usize {
        match self {
            Self::Theirs => theirs,
            Self::Missing => NOTHING + theirs,
        }
    }
}

/// Every kind of something, each once or more; one that is missing here does not compile.
macro_rules! all {
    (fn $name:ident($given:ident: $of:ty) -> $what:ty; $($pattern:pat => [$($one:expr),* $(,)?],)*) => {
        fn $name($given: $of) -> Vec<$what> {
            let all = vec![$($($one),*),*];
            for one in &all {
                match one { $($pattern => {})* }
            }
            all
        }
    };
}

all! { fn every(things: Things) -> Press;
    Press::Menu => [Press::Menu],
    Press::Help => [Press::Help],
    Press::Privacy => [Press::Privacy],
    Press::Drafts => [Press::Drafts],
    Press::Cases(_) => [Press::Cases(0), Press::Cases(9)],
    Press::Due(_) => [Press::Due(0), Press::Due(9)],
    Press::Waiting(..) => [
        Press::Waiting(Matter::Decide, 0), Press::Waiting(Matter::Promised, 0),
        Press::Waiting(Matter::Received, 0), Press::Waiting(Matter::Reword, 0),
        Press::Waiting(Matter::Review, 0), Press::Waiting(Matter::FollowUp, 0),
        Press::Waiting(Matter::Overdue, 0), Press::Waiting(Matter::Unled, 0),
        Press::Waiting(Matter::Quiet, 9), Press::Waiting(Matter::StillFine, 0),
        Press::Waiting(Matter::Aftercare, 0),
    ],
    Press::Caseload(_) => [Press::Caseload(0), Press::Caseload(9)],
    Press::Case(..) => [Press::Case(case(things), 0), Press::Case(case(things), 9)],
    Press::Plan(_) => [Press::Plan(case(things))],
    Press::Goal(_) => [Press::Goal(goal_id(things.number(THEIRS), 1))],
    Press::About(Topic::Goal(_) | Topic::Referral(_) | Topic::Service(..) | Topic::Elsewhere(..) | Topic::Alert(_), _) => [
        Press::About(Topic::Alert(alert_id(things.number(0))), "danger_outcome".into()),
        Press::About(Topic::Goal(goal_id(things.number(THEIRS), 1)), "goal_decision".into()),
        Press::About(Topic::Referral(referral_id(things.number(THEIRS), 1)), "referral_followup".into()),
        Press::About(Topic::Service(case(things), service_id()), "referral".into()),
        Press::About(Topic::Elsewhere(case(things), Lack::Food), "referral".into()),
    ],
    Press::TickTask(_) => [Press::TickTask(task(things))],
    Press::Nudge(_) => [Press::Nudge(task(things))],
    Press::Timeline(_) => [Press::Timeline(case(things))],
    Press::Languages => [Press::Languages],
    Press::Language(_) => [Press::Language("tlh".into())],
    Press::Zone(_) => [Press::Zone(None), Press::Zone(Some(99))],
    Press::Agree => [Press::Agree],
    Press::NotNow => [Press::NotNow],
    Press::Visit(_) => [Press::Visit(case(things))],
    Press::Begin(..) => [Press::Begin(case(things), "visit".into()), Press::Begin(case(things), "goal".into())],
    Press::BeginWith(..) => [Press::BeginWith(case(things), "goal".into(), "health".into())],
    Press::AnotherVisit(_) => [Press::AnotherVisit(case(things))],
    Press::Continue(_) => [Press::Continue(draft_id(things.number(0)))],
    Press::StartAgain(_) => [Press::StartAgain(draft_id(things.number(0)))],
    Press::Discard(_) => [Press::Discard(draft_id(things.number(0)))],
    Press::Keep(_) => [Press::Keep(draft_id(things.number(0)))],
    Press::Draft(_, _, InDraft::Choose(_) | InDraft::Tick(..) | InDraft::Done | InDraft::Day(_)
        | InDraft::Month(_) | InDraft::Page(_) | InDraft::Skip | InDraft::Back | InDraft::Cancel
        | InDraft::Change(_) | InDraft::Send | InDraft::Mine | InDraft::NotMine) => [
        in_draft(things, InDraft::Choose(0)), in_draft(things, InDraft::Tick(0, true)),
        in_draft(things, InDraft::Done), in_draft(things, InDraft::Day(start().date_naive())),
        in_draft(things, InDraft::Month(start().date_naive())), in_draft(things, InDraft::Page(1)),
        in_draft(things, InDraft::Skip), in_draft(things, InDraft::Back),
        in_draft(things, InDraft::Cancel), in_draft(things, InDraft::Change(0)),
        in_draft(things, InDraft::Send), in_draft(things, InDraft::Mine),
        in_draft(things, InDraft::NotMine),
    ],
    Press::Correct(_) => [Press::Correct(report_id(things.number(0)))],
    Press::Undo(_) => [Press::Undo(report_id(things.number(0)))],
    Press::HandOver(InHandOver::People(_) | InHandOver::Assign(..) | InHandOver::AssignTo(..)
        | InHandOver::End(_) | InHandOver::Give(..) | InHandOver::GiveTo(..) | InHandOver::Team(_)
        | InHandOver::GiveAll(..) | InHandOver::GiveAllTo(..) | InHandOver::GiveBack(_)
        | InHandOver::Brief(_)
        | InHandOver::Object(..)) => [
        Press::HandOver(InHandOver::People(case(things))),
        Press::HandOver(InHandOver::Assign(case(things), 0)),
        Press::HandOver(InHandOver::AssignTo(case(things), person_id(3))),
        Press::HandOver(InHandOver::End(member(things))),
        Press::HandOver(InHandOver::Give(member(things), 0)),
        Press::HandOver(InHandOver::GiveTo(member(things), person_id(3))),
        Press::HandOver(InHandOver::Team(0)),
        Press::HandOver(InHandOver::GiveAll(person_id(things.number(VISITOR)), 0)),
        Press::HandOver(InHandOver::GiveAllTo(person_id(things.number(VISITOR)), person_id(3))),
        Press::HandOver(InHandOver::GiveBack(person_id(things.number(VISITOR)))),
        Press::HandOver(InHandOver::Brief(case(things))),
        Press::HandOver(InHandOver::Object(case(things), person_id(VISITOR))),
    ],
    Press::Review(InReview::List(_) | InReview::Show(_) | InReview::Accept(_)
        | InReview::Approve(_) | InReview::Question(_) | InReview::Say(..)) => [
        Press::Review(InReview::List(0)),
        Press::Review(InReview::Show(report_id(things.number(0)))),
        Press::Review(InReview::Accept(report_id(things.number(0)))),
        Press::Review(InReview::Approve(report_id(things.number(0)))),
        Press::Review(InReview::Question(report_id(things.number(0)))),
        Press::Review(InReview::Say(report_id(things.number(0)), Verdict::Flagged)),
    ],
    Press::ShowAlert(_) => [Press::ShowAlert(alert_id(things.number(0)))],
    Press::TakeAlert(_) => [Press::TakeAlert(alert_id(things.number(0)))],
    Press::Calling(InCalling::Ask | InCalling::Tell(_) | InCalling::Call(_)) => [
        Press::Calling(InCalling::Ask), Press::Calling(InCalling::Tell(case(things))),
        Press::Calling(InCalling::Call(case(things))),
    ],
    Press::Hear(Heard::Alert(_) | Heard::Report(_) | Heard::Goal(_) | Heard::Case(_), _) => [
        Press::Hear(Heard::Alert(alert_id(things.number(0))), media(things)),
        Press::Hear(Heard::Report(report_id(things.number(0))), media(things)),
        Press::Hear(Heard::Goal(goal_id(things.number(THEIRS), 1)), media(things)),
        Press::Hear(Heard::Case(case(things)), media(things)),
    ],
    Press::AskForHelp => [Press::AskForHelp],
    Press::InviteToAsk => [Press::InviteToAsk],
    Press::NewCase => [Press::NewCase],
    Press::OpenCase => [Press::OpenCase],
    Press::Invite => [Press::Invite],
    Press::InviteInto(_) => [Press::InviteInto(team_id(things.number(0)))],
    Press::InviteRole(..) => [Press::InviteRole(Role::Volunteer, team_id(things.number(0)))],
    Press::InviteFamily(_) => [Press::InviteFamily(case(things))],
    Press::InviteKin(..) => [Press::InviteKin(case(things), Kin::Caregiver), Press::InviteKin(case(things), Kin::Child)],
    Press::Vouch(_) => [Press::Vouch(case(things))],
    Press::Expecting(_) => [
        Press::Expecting(InExpecting::Ask(invite_id(things.number(2)))),
        Press::Expecting(InExpecting::Share),
        Press::Expecting(InExpecting::Without),
    ],
    Press::Newcomer(_) => [Press::Newcomer(invite_id(things.number(2)))],
    Press::RightPerson(_) => [Press::RightPerson(invite_id(things.number(2)))],
    Press::WrongPerson(_) => [Press::WrongPerson(invite_id(things.number(2)))],
    Press::Leave => [Press::Leave],
    Press::LeaveNow => [Press::LeaveNow],
    Press::OwnRecord => [Press::OwnRecord],
    Press::Absence(InAbsence::Ask | InAbsence::BackOn(_) | InAbsence::Back) => [
        Press::Absence(InAbsence::Ask),
        Press::Absence(InAbsence::BackOn(start().date_naive())),
        Press::Absence(InAbsence::Back),
    ],
    Press::Reminder(InReminder::Show(_) | InReminder::Later(_) | InReminder::PutOff(..)) => [
        Press::Reminder(InReminder::Show(obligation_id(things.number(THEIRS)))),
        Press::Reminder(InReminder::Later(obligation_id(things.number(THEIRS)))),
        Press::Reminder(InReminder::PutOff(obligation_id(things.number(THEIRS)), Snooze::OneHour)),
    ],
    Press::Late(InLate::Teams | InLate::List(..) | InLate::Show(_) | InLate::Ask(_)
        | InLate::Person(_) | InLate::Away(_) | InLate::AwayUntil(..)) => [
        Press::Late(InLate::Teams),
        Press::Late(InLate::List(team_id(things.number(0)), 0)),
        Press::Late(InLate::Show(obligation_id(things.number(THEIRS)))),
        Press::Late(InLate::Ask(obligation_id(things.number(THEIRS)))),
        Press::Late(InLate::Person(person_id(things.number(VISITOR)))),
        Press::Late(InLate::Away(person_id(things.number(VISITOR)))),
        Press::Late(InLate::AwayUntil(person_id(things.number(VISITOR)), start().date_naive())),
    ],
    Press::Preference(InPreference::Show | InPreference::Ask(_) | InPreference::Morning(_)
        | InPreference::Day(..) | InPreference::From(_) | InPreference::Between(..)
        | InPreference::Zone | InPreference::AsUsual) => [
        Press::Preference(InPreference::Show),
        Press::Preference(InPreference::Ask(Asked::From)),
        Press::Preference(InPreference::Morning(NaiveTime::MIN)),
        Press::Preference(InPreference::Day(0, true)),
        Press::Preference(InPreference::From(NaiveTime::MIN)),
        Press::Preference(InPreference::Between(NaiveTime::MIN, NaiveTime::MIN)),
        Press::Preference(InPreference::Zone),
    ],
    Press::Settings(InSettings::File | InSettings::Use(_) | InSettings::Leave(_)) => [
        Press::Settings(InSettings::File),
        Press::Settings(InSettings::Use(trial_id(things.number(6)))),
        Press::Settings(InSettings::Leave(trial_id(things.number(6)))),
    ],
    Press::Clear(InClearing::Ask | InClearing::Now) => [
        Press::Clear(InClearing::Ask),
        Press::Clear(InClearing::Now),
    ],
    Press::AskErasure => [Press::AskErasure],
    Press::EraseNow => [Press::EraseNow],
    Press::Erasure(_) => [Press::Erasure(person_id(things.number(VISITOR)))],
    Press::ErasureDone(_) => [Press::ErasureDone(person_id(things.number(VISITOR)))],
    Press::Asked(_) => [Press::Asked(case(things))],
    Press::Referral(_) => [Press::Referral(referral_id(things.number(THEIRS), 1))],
    Press::Packet(_) => [Press::Packet(referral_id(things.number(THEIRS), 1))],
    Press::Lacks(..) => [Press::Lacks(case(things), 0)],
    Press::Services(..) => [Press::Services(case(things), Lack::Food, None, 0)],
    Press::Service(..) => [Press::Service(case(things), service_id())],
    Press::EndShare(_) => [Press::EndShare(share_id(things.number(THEIRS)))],
}

// Every screen that a chat can show; those of a case are of this one.
all! { fn everywhere(case: usize) -> Place;
    Place::Nowhere => [Place::Nowhere],
    // Settled before anything else.
    Place::Languages { .. } => [Place::Languages { draft: None }],
    Place::Zones => [Place::Zones],
    Place::Consent => [Place::Consent],
    Place::SharingNumber => [Place::SharingNumber],
    Place::Menu => [Place::Menu],
    Place::Help => [Place::Help],
    Place::Privacy => [Place::Privacy],
    Place::Clearing => [Place::Clearing],
    Place::Cases { .. } => [Place::Cases { page: 0 }],
    Place::Due { .. } => [Place::Due { page: 0 }],
    Place::Waiting { .. } => [Place::Waiting { matter: Matter::Decide, page: 0 }],
    Place::Caseload { .. } => [Place::Caseload { page: 0 }],
    Place::NewCase => [Place::NewCase],
    Place::Alike { .. } => [Place::Alike { name: "somebody".into() }],
    Place::Inviting => [Place::Inviting],
    Place::InvitingInto { .. } => [Place::InvitingInto { team: team_id(case % 2) }],
    Place::InvitingFamily { .. } => [Place::InvitingFamily { case: case_id(case) }],
    Place::InvitingChild { .. } => [Place::InvitingChild { case: case_id(case) }],
    Place::Expecting { .. } => [Place::Expecting { invite: invite_id(case) }],
    Place::Newcomer { .. } => [Place::Newcomer { invite: invite_id(case) }],
    Place::Parting => [Place::Parting],
    Place::OwnRecord => [Place::OwnRecord],
    Place::Away => [Place::Away],
    Place::Erasing => [Place::Erasing],
    Place::Erasure { .. } => [Place::Erasure { person: person_id(case) }],
    Place::Case { .. } => [Place::Case { case: case_id(case), page: 0 }],
    Place::Timeline { .. } => [Place::Timeline { case: case_id(case) }],
    Place::Plan { .. } => [Place::Plan { case: case_id(case) }],
    Place::Goal { .. } => [Place::Goal { goal: goal_id(case, 0) }],
    Place::Asked { .. } => [Place::Asked { case: case_id(case) }],
    Place::Referral { .. } => [Place::Referral { referral: referral_id(case, 1) }],
    Place::Lacks { .. } => [Place::Lacks { case: case_id(case), page: 0 }],
    Place::Services { .. } => [
        Place::Services { case: case_id(case), lack: Lack::Food, area: None, page: 0 },
    ],
    Place::Service { .. } => [Place::Service { case: case_id(case), service: service_id() }],
    Place::People { .. } => [Place::People { case: case_id(case) }],
    Place::Assigning { .. } => [Place::Assigning { case: case_id(case), page: 0 }],
    Place::Giving { .. } => [Place::Giving { member: member_id(VISITOR, case), page: 0 }],
    Place::Team { .. } => [Place::Team { page: 0 }],
    Place::GivingAll { .. } => [Place::GivingAll { from: person_id(case), page: 0 }],
    Place::Brief { .. } => [Place::Brief { case: case_id(case) }],
    Place::Reviews { .. } => [Place::Reviews { page: 0 }],
    Place::Review { .. } => [Place::Review { report: report_id(case) }],
    Place::Question { .. } => [Place::Question { report: report_id(case) }],
    Place::Saying { .. } => [
        Place::Saying { report: report_id(case), verdict: Verdict::Asked },
    ],
    Place::Reason { .. } => [Place::Reason { report: report_id(case) }],
    Place::Reminder { .. } => [Place::Reminder { obligation: obligation_id(case) }],
    Place::PuttingOff { .. } => [Place::PuttingOff { obligation: obligation_id(case) }],
    Place::LateTeams => [Place::LateTeams],
    Place::Late { .. } => [Place::Late { team: team_id(case % 2), page: 0 }],
    Place::LateThing { .. } => [Place::LateThing { obligation: obligation_id(case) }],
    Place::LatePerson { .. } => [Place::LatePerson { person: person_id(case) }],
    Place::AwayFor { .. } => [Place::AwayFor { person: person_id(case) }],
    Place::Preferences => [Place::Preferences],
    Place::Preferring { .. } => [Place::Preferring { asked: Asked::Days }],
    Place::Settings => [Place::Settings],
    Place::Trial { .. } => [Place::Trial { trial: media(Things::Missing) }],
    Place::Drafts => [Place::Drafts],
    Place::Begun { .. } => [Place::Begun { draft: draft_id(case) }],
    Place::SameVisit { .. } => [
        Place::SameVisit { case: case_id(case), report: report_id(case) },
    ],
    Place::Draft { .. } => [Place::Draft { draft: draft_id(case) }],
    Place::Leaving { .. } => [Place::Leaving { draft: draft_id(case) }],
    Place::NotSafe => [Place::NotSafe],
    Place::Called { .. } => [Place::Called { alert: alert_id(case) }],
    Place::Alert { .. } => [Place::Alert { alert: alert_id(case) }],
}

/// The family, the volunteer and the caseworker of the case.
const FAMILY: usize = 0;
const VISITOR: usize = 2;
const LEADER: usize = 4;

fn case(things: Things) -> kinkeeper::core::id::CaseId {
    case_id(things.number(THEIRS))
}

fn media(things: Things) -> MediaId {
    MediaId(id(10, things.number(0)))
}

fn task(things: Things) -> TaskId {
    TaskId(id(12, things.number(THEIRS) * 10 + 1))
}

fn member(things: Things) -> kinkeeper::core::id::MemberId {
    member_id(VISITOR, things.number(THEIRS))
}

fn in_draft(things: Things, what: InDraft) -> Press {
    Press::Draft(draft_id(things.number(0)), 0, what)
}

/// Two of each role, one in each team; each of team 0 but the supervisor has a place in their case, each of team 1 in
/// another.
fn full() -> Programming {
    let person = |(number, (role, team)): (usize, (Role, usize))| {
        let mut person = Person {
            id: person_id(number),
            name: format!("name-{number}"),
            role,
            kin: None,
            team: (role != Role::Manager).then(|| team_id(team)),
            language: Some(Language::english()),
            zone: None,
            preference: Preference::default(),
            consent: None,
            standing: Standing::Active,
        };
        settle(&mut person);
        person
    };
    let people = Role::ALL
        .into_iter()
        .flat_map(|role| [(role, 0), (role, 1)]);
    let told = Told {
        owner: VISITOR,
        case: THEIRS,
        turn: 0,
        dice: vec![0; 20],
        rough: Rough {
            focus: false,
            ticked: false,
            view: View::Plain,
            forwarded: false,
            alerted: false,
            due_h: None,
        },
    };
    let places = [Membership::Family, Membership::Visits, Membership::Leads];
    let members = places
        .into_iter()
        .enumerate()
        .flat_map(|(nth, place)| [((nth * 2, THEIRS), place), ((nth * 2 + 1, OURS), place)]);
    Programming {
        people: people.enumerate().map(person).collect(),
        members: members.collect::<BTreeMap<_, _>>(),
        drafts: vec![told.clone(), told.clone(), told.clone()],
        reports: vec![
            (told.clone(), ReportState::Sent),
            (told, ReportState::Waiting),
        ],
        alerts: vec![(THEIRS, VISITOR, None), (THEIRS, VISITOR, None)],
        visited: [None; 3],
    }
}

/// What follows when this person presses this at the menu.
fn pressed(programming: &Programming, who: usize, place: &Place, press: &Press) -> Step {
    let (world, event, _) = programming.arrange(&Moment {
        who: Some(who),
        place: place.clone(),
        happened: Happened::Press {
            press: press.clone(),
            message: MessageId(5),
        },
        after_h: 0,
    });
    step(&world, &event)
}

/// A step as text, with the ids that the press named taken for those of nothing.
fn written(step: &Step, press: &Press, missing: &Press) -> String {
    let ids = |press: &Press| {
        let text = serde_json::to_string(press).expect("a press is JSON");
        let parts = text.split('"').map(str::to_owned);
        parts
            .filter(|part| part.len() == 36 && part.contains('-'))
            .collect::<Vec<_>>()
    };
    let mut text = serde_json::to_string(step).expect("a step is JSON");
    for (id, none) in ids(press).iter().zip(&ids(missing)) {
        text = text.replace(id, none);
    }
    text
}

/// Managers hear of danger where no supervisor is on duty, read how much is late in any team, invite into any team, and answer wishes to be deleted.
fn is_a_managers(press: &Press) -> bool {
    matches!(
        press,
        Press::ShowAlert(_)
            | Press::TakeAlert(_)
            | Press::Late(InLate::Teams | InLate::List(..))
            | Press::InviteInto(_)
            | Press::InviteRole(..)
            | Press::Expecting(_)
            | Press::Newcomer(_)
            | Press::RightPerson(_)
            | Press::WrongPerson(_)
            | Press::Erasure(_)
            | Press::ErasureDone(_)
            | Press::Settings(_)
    )
}

/// Whether an effect leaves nothing behind but what the sender's own chat shows.
fn only_shows(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Go(_) | Effect::Show(_) | Effect::Amend(_) | Effect::Toast(_)
    )
}

#[track_caller]
fn is_nothing_to(programming: &Programming, who: usize) {
    let person = &programming.people[who];
    // Where their own case is open, where that of others was, and everywhere else.
    for place in [everywhere(OURS), everywhere(THEIRS)].concat() {
        // These two screens are a manager's as well.
        let managers = matches!(place, Place::Alert { .. } | Place::Late { .. });
        if person.role == Role::Manager && managers {
            continue;
        }
        for (press, missing) in every(Things::Theirs).iter().zip(&every(Things::Missing)) {
            if person.role == Role::Manager && is_a_managers(press) {
                continue;
            }
            let said = format!(
                "{} {:?} presses {press:?} at {place:?}",
                person.name, person.role
            );
            let theirs = pressed(programming, who, &place, press);
            let shown = crate::shown(&theirs);
            for revealed in [CODES[THEIRS], "-of-2", "name-2", "name-4"] {
                let own = revealed == person.name;
                assert!(
                    own || !shown.contains(revealed),
                    "{said}: {revealed} in {shown}"
                );
            }
            if press == missing {
                continue;
            }
            for effect in &theirs.effects {
                assert!(only_shows(effect), "{said}: {effect:?}");
            }
            let nothing = pressed(programming, who, &place, missing);
            assert_eq!(
                written(&theirs, press, missing),
                written(&nothing, press, missing),
                "{said}"
            );
        }
    }
}

#[test]
fn to_whoever_has_nothing_to_do_with_it_a_thing_is_as_if_it_did_not_exist() {
    let programming = full();
    // Family, volunteer, caseworker and supervisor of the other team, and both managers.
    for who in [1, 3, 5, 7, 8, 9] {
        is_nothing_to(&programming, who);
    }
}

#[test]
fn whoever_has_left_the_case_finds_nothing_of_it() {
    for who in [FAMILY, VISITOR, LEADER] {
        let mut programming = full();
        programming.members.remove(&(who, THEIRS));
        // What they had begun stays with them, and is told apart from what does not exist; see the laws of drafts.
        for told in &mut programming.drafts {
            told.owner = 3;
        }
        for (told, _) in &mut programming.reports {
            told.owner = 3;
        }
        is_nothing_to(&programming, who);
    }
}

#[test]
fn whoever_has_left_altogether_hears_that_alone_whatever_is_pressed() {
    for who in 0..10 {
        let mut programming = full();
        programming.people[who].standing = Standing::Left;
        for press in every(Things::Theirs) {
            let step = pressed(&programming, who, &Place::Menu, &press);
            for effect in &step.effects {
                assert!(only_shows(effect), "{press:?}: {effect:?}");
            }
            let shown = crate::shown(&step);
            assert!(
                !shown.contains(CODES[THEIRS]) && !shown.contains("-of-"),
                "{press:?}: {shown}"
            );
        }
    }
}

/// The buttons that this person finds on the screen that a press leads to.
fn offered(programming: &Programming, who: usize, press: &Press) -> Vec<Press> {
    let step = pressed(programming, who, &Place::Menu, press);
    let screens = step.effects.into_iter().filter_map(|effect| match effect {
        // The details of a danger are a message of their own.
        Effect::Show(screen) | Effect::Say { screen, .. } => Some(screen),
        _ => None,
    });
    let buttons = screens.flat_map(|screen| screen.rows.into_iter().flatten());
    buttons.map(|button| button.press).collect()
}

#[test]
fn a_file_is_sent_again_only_to_whom_the_screen_named_offers_it() {
    let programming = full();
    let (report, goal) = (report_id(0), goal_id(THEIRS, 1));
    let theirs = case(Things::Theirs);
    let screens = [
        (Heard::Alert(alert_id(0)), Press::ShowAlert(alert_id(0))),
        (Heard::Report(report), Press::Review(InReview::Show(report))),
        (Heard::Goal(goal), Press::Goal(goal)),
        (Heard::Case(theirs), Press::Case(theirs, 0)),
    ];
    // The voice notes of two dangers, one that nothing shows, and one that is not there.
    let files = [
        said_of(0).media,
        said_of(1).media,
        media(Things::Theirs),
        media(Things::Missing),
    ];
    let (mut played, mut refused) = (0, 0);
    for who in 0..programming.people.len() {
        for (heard, way) in &screens {
            let buttons = offered(&programming, who, way);
            for file in files {
                let press = Press::Hear(*heard, file);
                let step = pressed(&programming, who, &Place::Menu, &press);
                let plays = |effect: &Effect| matches!(effect, Effect::Play(_));
                let plays = step.effects.iter().any(plays);
                let person = &programming.people[who];
                let said = format!("{} {:?} presses {press:?}", person.name, person.role);
                assert_eq!(plays, buttons.contains(&press), "{said}");
                match plays {
                    true => played += 1,
                    false => refused += 1,
                }
            }
        }
    }
    assert!(played > 0 && refused > played, "{played}, {refused}");
}
