//! Random programmes and moments: nothing comes in, strategies go out. Sense is likelier than nonsense.

use chrono::{NaiveTime, TimeDelta};
use kinkeeper::core::about::Topic;
use kinkeeper::core::absence::InAbsence;
use kinkeeper::core::calling::InCalling;
use kinkeeper::core::case::Membership;
use kinkeeper::core::clearing::InClearing;
use kinkeeper::core::draft::View;
use kinkeeper::core::due::civil::Weekdays;
use kinkeeper::core::due::hours::Span;
use kinkeeper::core::due::preference::Preference;
use kinkeeper::core::due::snooze::Snooze;
use kinkeeper::core::event::{Command, File, Happened};
use kinkeeper::core::expecting::InExpecting;
use kinkeeper::core::form::MediaKind;
use kinkeeper::core::handover::InHandOver;
use kinkeeper::core::hearing::Heard;
use kinkeeper::core::id::{DraftId, MediaId, MessageId};
use kinkeeper::core::late::InLate;
use kinkeeper::core::people::{Kin, Language, Person, Role, Standing};
use kinkeeper::core::phone::Phone;
use kinkeeper::core::place::Place;
use kinkeeper::core::preferring::{Asked, InPreference};
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::reminding::InReminder;
use kinkeeper::core::report::ReportState;
use kinkeeper::core::review::{InReview, Verdict};
use kinkeeper::core::service::Lack;
use kinkeeper::core::settings::InSettings;
use kinkeeper::core::waiting::Matter;
use proptest::prelude::*;
use proptest::sample::select;

use crate::programme::*;

pub fn people() -> impl Strategy<Value = Vec<Person>> {
    // Two of each role, one in each team, so that everybody has a namesake next door.
    let person = |(role, team): (Role, usize)| {
        let number = Role::ALL
            .iter()
            .position(|known| *known == role)
            .unwrap_or_default()
            * 2
            + team;
        let left = prop::bool::weighted(0.1);
        let held = prop::bool::weighted(0.1);
        // How much a newcomer has settled: language, zone, consent.
        let settled = prop_oneof![8 => Just(3), 2 => 0..3usize];
        let drawn = (select(&LANGUAGES[..]), left, held, settled, preference());
        drawn.prop_map(move |(language, left, held, settled, preference)| {
            let mut person = Person {
                id: person_id(number),
                name: format!("name-{number}"),
                role,
                kin: None,
                team: (role != Role::Manager).then(|| team_id(team)),
                language: None,
                zone: None,
                preference,
                consent: None,
                standing: if left {
                    Standing::Left
                } else if held {
                    Standing::Held
                } else {
                    Standing::Active
                },
            };
            settle(&mut person);
            person.language = (settled > 0).then(|| Language(language.into()));
            person.zone = person.zone.filter(|_| settled > 1);
            person.consent = person.consent.filter(|_| settled > 2);
            person
        })
    };
    Role::ALL
        .into_iter()
        .flat_map(|role| [(role, 0), (role, 1)])
        .map(person)
        .collect::<Vec<_>>()
}

pub const PEOPLE: usize = 10;
/// The first supervisor's number; the second's is the next.
pub const SUPERVISORS: usize = 6;
/// The first of the managers.
pub const MANAGERS: usize = 8;
/// A volunteer's number.
pub const VOLUNTEER: usize = 2;

pub fn told() -> impl Strategy<Value = Told> {
    let view = prop_oneof![
        3 => Just(View::Plain),
        1 => (0u16..4).prop_map(View::Page),
        1 => Just(View::Month(start().date_naive())),
    ];
    let few = prop::bool::weighted(0.1);
    let due = prop::option::of(0i64..200);
    // Mostly those who report: volunteers, caseworkers, supervisors.
    let owner = prop_oneof![5 => 2..8usize, 1 => 0..PEOPLE];
    let rough = (few, few, view, few, few, due).prop_map(
        |(focus, ticked, view, forwarded, alerted, due_h)| Rough {
            focus,
            ticked,
            view,
            forwarded,
            alerted,
            due_h,
        },
    );
    (
        owner,
        0..CODES.len(),
        0u32..2,
        prop_oneof![
            prop::collection::vec(any::<u16>(), 0..6),
            prop::collection::vec(any::<u16>(), 12..40)
        ],
        rough,
    )
        .prop_map(|(owner, case, turn, dice, rough)| Told {
            owner,
            case,
            turn,
            dice,
            rough,
        })
}

pub fn programming() -> impl Strategy<Value = Programming> {
    let membership = select(vec![
        Membership::Leads,
        Membership::Supports,
        Membership::Visits,
        Membership::Family,
    ]);
    let members = prop::collection::btree_map((0..PEOPLE, 0..CODES.len()), membership, 0..15);
    let state = select(vec![
        ReportState::Sent,
        ReportState::Sent,
        ReportState::Superseded,
        ReportState::Undone,
        ReportState::Waiting,
        ReportState::Returned,
    ]);
    let alert = (0..CODES.len(), 0..PEOPLE, prop::option::of(0..PEOPLE));
    let visited = prop::array::uniform3(prop::option::of(0i64..100));
    (
        people(),
        members,
        prop::collection::vec(told(), 3),
        prop::collection::vec((told(), state), 2),
        prop::collection::vec(alert, 2),
        visited,
    )
        .prop_map(|(people, mut members, drafts, reports, alerts, visited)| {
            // Most drafts and reports are of people who have a place in the case.
            let owners = drafts.iter().chain(reports.iter().map(|(told, _)| told));
            for told in owners.filter(|told| told.dice.len() % 4 != 0) {
                members.insert((told.owner, told.case), Membership::Visits);
            }
            Programming {
                people,
                members,
                drafts,
                reports,
                alerts,
                visited,
            }
        })
}

pub fn typed() -> impl Strategy<Value = String> {
    let known = [
        "",
        "1",
        "2",
        "danger now",
        "yes",
        "no",
        "today",
        "3 March",
        "03/04/26",
        "٣",
        "K7M2QX",
        NUMBER,
        "/nothing",
        "<b>&amp;</b>",
        "\u{202e}evil\u{2066}",
        "a\u{200b}b",
        "👩‍👩‍👧‍👦",
    ];
    prop_oneof![
        4 => select(known.map(str::to_owned).to_vec()),
        1 => Just(typed_code().to_string().to_lowercase()),
        1 => "\\PC{0,40}",
        1 => Just("long ".repeat(900)),
    ]
}

pub fn place() -> impl Strategy<Value = Place> {
    let draft = || (0..4usize).prop_map(draft_id);
    let report = || (0..3usize).prop_map(report_id);
    prop_oneof![
        1 => Just(Place::Nowhere),
        1 => prop::option::of(draft()).prop_map(|draft| Place::Languages { draft }),
        4 => Just(Place::Zones),
        4 => Just(Place::Consent),
        1 => Just(Place::Menu),
        1 => Just(Place::Help),
        1 => Just(Place::Privacy),
        1 => (0u16..3).prop_map(|page| Place::Cases { page }),
        1 => (0u16..3).prop_map(|page| Place::Due { page }),
        1 => (matter(), 0u16..3).prop_map(|(matter, page)| Place::Waiting { matter, page }),
        1 => (0u16..3).prop_map(|page| Place::Caseload { page }),
        2 => (0..4usize).prop_map(|case| Place::Case { case: case_id(case), page: 0 }),
        1 => (0..4usize).prop_map(|case| Place::Timeline { case: case_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::Plan { case: case_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::Asked { case: case_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::Referral { referral: referral_id(case, 1) }),
        1 => (0..4usize).prop_map(|case| Place::Lacks { case: case_id(case), page: 1 }),
        1 => (0..4usize, lack()).prop_map(|(case, lack)| Place::Services { case: case_id(case), lack, area: None, page: 0 }),
        1 => (0..4usize).prop_map(|case| Place::Service { case: case_id(case), service: service_id() }),
        1 => Just(Place::Drafts),
        1 => draft().prop_map(|draft| Place::Begun { draft }),
        1 => (0..4usize, report()).prop_map(|(case, report)| Place::SameVisit { case: case_id(case), report }),
        1 => (0..4usize).prop_map(|case| Place::People { case: case_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::Assigning { case: case_id(case), page: 0 }),
        1 => (0..PEOPLE, 0..3usize).prop_map(|(who, case)| Place::Giving { member: member_id(who, case), page: 0 }),
        1 => Just(Place::Team { page: 0 }),
        1 => (0..PEOPLE).prop_map(|from| Place::GivingAll { from: person_id(from), page: 0 }),
        1 => (0..4usize).prop_map(|case| Place::Brief { case: case_id(case) }),
        1 => (0u16..3).prop_map(|page| Place::Reviews { page }),
        1 => report().prop_map(|report| Place::Review { report }),
        1 => report().prop_map(|report| Place::Question { report }),
        4 => (report(), select(&Verdict::ALL[..])).prop_map(|(report, verdict)| Place::Saying { report, verdict }),
        14 => draft().prop_map(|draft| Place::Draft { draft }),
        1 => draft().prop_map(|draft| Place::Leaving { draft }),
        1 => report().prop_map(|report| Place::Reason { report }),
        1 => (0..3usize).prop_map(|alert| Place::Alert { alert: alert_id(alert) }),
        2 => Just(Place::Clearing),
        1 => Just(Place::NotSafe),
        2 => (0..3usize).prop_map(|alert| Place::Called { alert: alert_id(alert) }),
        2 => Just(Place::Parting),
        1 => Just(Place::OwnRecord),
        1 => Just(Place::Away),
        1 => Just(Place::Preferences),
        9 => asked().prop_map(|asked| Place::Preferring { asked }),
        3 => Just(Place::Settings),
        3 => trial().prop_map(|trial| Place::Trial { trial }),
        2 => Just(Place::Erasing),
        1 => (0..PEOPLE).prop_map(|who| Place::Erasure { person: person_id(who) }),
        1 => Just(Place::Inviting),
        18 => (0..4usize).prop_map(|invite| Place::Expecting { invite: invite_id(invite) }),
        1 => Just(Place::SharingNumber),
        1 => (0..4usize).prop_map(|invite| Place::Newcomer { invite: invite_id(invite) }),
        1 => (0..4usize).prop_map(|case| Place::InvitingFamily { case: case_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::Reminder { obligation: obligation_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::PuttingOff { obligation: obligation_id(case) }),
        1 => (0..4usize).prop_map(|case| Place::InvitingChild { case: case_id(case) }),
        1 => Just(Place::LateTeams),
        1 => (0..2usize, 0u16..2).prop_map(|(team, page)| Place::Late { team: team_id(team), page }),
        1 => (0..4usize).prop_map(|case| Place::LateThing { obligation: obligation_id(case) }),
        1 => (0..PEOPLE).prop_map(|who| Place::LatePerson { person: person_id(who) }),
        1 => (0..PEOPLE).prop_map(|who| Place::AwayFor { person: person_id(who) }),
        1 => Just(Place::NewCase),
        3 => select(vec!["alias-of-1", "Zuhura"]).prop_map(|name| Place::Alike { name: name.into() }),
    ]
}

fn late() -> impl Strategy<Value = InLate> {
    let obligation = || (0..4usize).prop_map(obligation_id);
    let person = || (0..PEOPLE).prop_map(person_id);
    let day = prop::sample::select(vec!["2026-03-01", "2026-03-09", "2030-01-01"]);
    prop_oneof![
        1 => Just(InLate::Teams),
        2 => (0..2usize, 0u16..2).prop_map(|(team, page)| InLate::List(team_id(team), page)),
        2 => obligation().prop_map(InLate::Show),
        3 => obligation().prop_map(InLate::Ask),
        2 => person().prop_map(InLate::Person),
        1 => person().prop_map(InLate::Away),
        4 => (person(), day).prop_map(|(who, day)| InLate::AwayUntil(who, day.parse().expect("a day"))),
    ]
}

fn absence() -> impl Strategy<Value = InAbsence> {
    let day = prop::sample::select(vec!["2026-03-01", "2026-03-09", "2030-01-01"]);
    prop_oneof![
        Just(InAbsence::Ask),
        day.prop_map(|day| InAbsence::BackOn(day.parse().expect("a day"))),
        Just(InAbsence::Back),
    ]
}

fn preference() -> impl Strategy<Value = Preference> {
    let open = select(vec![
        Span::of_hours(8, 20),
        Span::of_hours(16, 18),
        Span::of_hours(22, 6),
    ]);
    let days = select(vec!["mon tue wed thu fri", "sun", "mon"]);
    let days = days.prop_map(|days| Weekdays::parse(days).expect("days"));
    let parts = (
        prop::option::of(time()),
        prop::option::of(days),
        prop::option::of(open),
    );
    let said = parts.prop_map(|(morning, days, open)| Preference {
        morning,
        days,
        open,
    });
    prop_oneof![2 => Just(Preference::default()), 1 => said]
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0u32..24).prop_map(|hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour"))
}

fn asked() -> impl Strategy<Value = Asked> {
    prop_oneof![
        Just(Asked::Morning),
        Just(Asked::Days),
        Just(Asked::From),
        time().prop_map(Asked::Until),
    ]
}

fn trial() -> impl Strategy<Value = MediaId> {
    (0..8usize).prop_map(trial_id)
}

fn in_preference() -> impl Strategy<Value = InPreference> {
    prop_oneof![
        Just(InPreference::Show),
        asked().prop_map(InPreference::Ask),
        time().prop_map(InPreference::Morning),
        (0u8..9, any::<bool>()).prop_map(|(day, on)| InPreference::Day(day, on)),
        time().prop_map(InPreference::From),
        (time(), time()).prop_map(|(from, until)| InPreference::Between(from, until)),
        Just(InPreference::Zone),
        Just(InPreference::AsUsual),
    ]
}

fn in_reminder() -> impl Strategy<Value = InReminder> {
    let obligation = || (0..4usize).prop_map(obligation_id);
    let choice = select(vec![Snooze::OneHour, Snooze::ThisEvening, Snooze::Tomorrow]);
    prop_oneof![
        obligation().prop_map(InReminder::Show),
        obligation().prop_map(InReminder::Later),
        (obligation(), choice).prop_map(|(which, choice)| InReminder::PutOff(which, choice)),
    ]
}

fn matter() -> impl Strategy<Value = Matter> {
    prop::sample::select(&Matter::ALL[..])
}

pub fn lack() -> impl Strategy<Value = Lack> {
    select(&Lack::ALL[..])
}

pub fn in_draft() -> impl Strategy<Value = InDraft> {
    let day = || (-20i64..20).prop_map(|days| start().date_naive() + TimeDelta::days(days));
    prop_oneof![
        4 => (0u16..7).prop_map(InDraft::Choose),
        2 => (0u16..7, any::<bool>()).prop_map(|(option, on)| InDraft::Tick(option, on)),
        3 => Just(InDraft::Done),
        1 => day().prop_map(InDraft::Day),
        1 => day().prop_map(InDraft::Month),
        1 => any::<u16>().prop_map(InDraft::Page),
        1 => Just(InDraft::Skip),
        1 => Just(InDraft::Back),
        1 => Just(InDraft::Cancel),
        1 => any::<u16>().prop_map(InDraft::Change),
        4 => Just(InDraft::Send),
        2 => Just(InDraft::Mine),
        1 => Just(InDraft::NotMine),
    ]
}

fn hand_over() -> impl Strategy<Value = InHandOver> {
    let case = || (0..4usize).prop_map(case_id);
    let person = || (0..PEOPLE).prop_map(person_id);
    let member = || (0..PEOPLE, 0..3usize).prop_map(|(who, case)| member_id(who, case));
    prop_oneof![
        2 => case().prop_map(InHandOver::People),
        1 => case().prop_map(|case| InHandOver::Assign(case, 0)),
        4 => (case(), person()).prop_map(|(case, to)| InHandOver::AssignTo(case, to)),
        4 => member().prop_map(InHandOver::End),
        1 => member().prop_map(|member| InHandOver::Give(member, 0)),
        4 => (member(), person()).prop_map(|(member, to)| InHandOver::GiveTo(member, to)),
        1 => Just(InHandOver::Team(0)),
        1 => person().prop_map(|from| InHandOver::GiveAll(from, 0)),
        4 => (person(), person()).prop_map(|(from, to)| InHandOver::GiveAllTo(from, to)),
        4 => person().prop_map(InHandOver::GiveBack),
        2 => case().prop_map(InHandOver::Brief),
        3 => (case(), person()).prop_map(|(case, about)| InHandOver::Object(case, about)),
    ]
}

fn in_review() -> impl Strategy<Value = InReview> {
    let report = || (0..3usize).prop_map(report_id);
    prop_oneof![
        1 => (0u16..3).prop_map(InReview::List),
        2 => report().prop_map(InReview::Show),
        2 => report().prop_map(InReview::Accept),
        2 => report().prop_map(InReview::Approve),
        2 => report().prop_map(InReview::Question),
        3 => (report(), select(&Verdict::ALL[..])).prop_map(|(report, verdict)| InReview::Say(report, verdict)),
    ]
}

pub fn press() -> impl Strategy<Value = Press> {
    let draft = || (0..4usize).prop_map(draft_id);
    let case = || (0..4usize).prop_map(case_id);
    let report = || (0..3usize).prop_map(report_id);
    let alert = || (0..3usize).prop_map(alert_id);
    let invite = || (0..4usize).prop_map(invite_id);
    prop_oneof![
        1 => Just(Press::Menu),
        1 => Just(Press::Help),
        1 => Just(Press::Privacy),
        1 => Just(Press::Drafts),
        1 => (0u16..3).prop_map(Press::Cases),
        1 => (0u16..3).prop_map(Press::Due),
        1 => (matter(), 0u16..3).prop_map(|(matter, page)| Press::Waiting(matter, page)),
        1 => (0u16..3).prop_map(Press::Caseload),
        2 => (case(), 0..3u16).prop_map(|(case, page)| Press::Case(case, page)),
        1 => case().prop_map(Press::Timeline),
        2 => (case(), select(vec!["visit", "no_such_form"])).prop_map(|(case, form)| Press::Begin(case, form.into())),
        1 => (case(), select(vec!["visit", "no_such_form"]), select(vec!["food", "no_such_choice"]))
            .prop_map(|(case, form, choice)| Press::BeginWith(case, form.into(), choice.into())),
        1 => Just(Press::Languages),
        1 => select(vec!["en", "ar", "tlh"]).prop_map(|tag| Press::Language(tag.into())),
        12 => prop::option::of(0u16..9).prop_map(Press::Zone),
        12 => Just(Press::Agree),
        1 => Just(Press::NotNow),
        2 => case().prop_map(Press::Visit),
        1 => case().prop_map(Press::AnotherVisit),
        1 => draft().prop_map(Press::Continue),
        2 => draft().prop_map(Press::StartAgain),
        1 => draft().prop_map(Press::Discard),
        1 => draft().prop_map(Press::Keep),
        30 => (draft(), 0u32..2, in_draft()).prop_map(|(draft, turn, what)| Press::Draft(draft, turn, what)),
        3 => report().prop_map(Press::Correct),
        6 => report().prop_map(Press::Undo),
        10 => hand_over().prop_map(Press::HandOver),
        8 => in_review().prop_map(Press::Review),
        2 => alert().prop_map(Press::ShowAlert),
        2 => alert().prop_map(Press::TakeAlert),
        1 => alert().prop_map(|alert| Press::About(Topic::Alert(alert), "visit".into())),
        1 => Just(Press::Calling(InCalling::Ask)),
        4 => case().prop_map(|case| Press::Calling(InCalling::Tell(case))),
        2 => case().prop_map(|case| Press::Calling(InCalling::Call(case))),
        3 => (0..3usize).prop_map(|number| Press::Hear(Heard::Alert(alert_id(number)), said_of(number).media)),
        1 => (case(), report()).prop_map(|(case, _)| Press::Hear(Heard::Case(case), said_of(0).media)),
        1 => Just(Press::Leave),
        4 => Just(Press::LeaveNow),
        1 => Just(Press::OwnRecord),
        1 => absence().prop_map(Press::Absence),
        3 => in_reminder().prop_map(Press::Reminder),
        6 => late().prop_map(Press::Late),
        6 => in_preference().prop_map(Press::Preference),
        1 => Just(Press::Settings(InSettings::File)),
        4 => trial().prop_map(|trial| Press::Settings(InSettings::Use(trial))),
        2 => trial().prop_map(|trial| Press::Settings(InSettings::Leave(trial))),
        1 => Just(Press::Clear(InClearing::Ask)),
        3 => Just(Press::Clear(InClearing::Now)),
        1 => Just(Press::AskErasure),
        4 => Just(Press::EraseNow),
        2 => (0..PEOPLE).prop_map(|who| Press::Erasure(person_id(who))),
        9 => (0..PEOPLE).prop_map(|who| Press::ErasureDone(person_id(who))),
        1 => Just(Press::Invite),
        3 => Just(Press::InviteToAsk),
        6 => Just(Press::AskForHelp),
        1 => (0..2usize).prop_map(|team| Press::InviteInto(team_id(team))),
        3 => (select(Role::ALL.to_vec()), 0..2usize)
            .prop_map(|(role, team)| Press::InviteRole(role, team_id(team))),
        1 => case().prop_map(Press::InviteFamily),
        2 => (case(), select(Kin::ALL.to_vec())).prop_map(|(case, kin)| Press::InviteKin(case, kin)),
        1 => case().prop_map(Press::Vouch),
        2 => invite().prop_map(|invite| Press::Expecting(InExpecting::Ask(invite))),
        1 => Just(Press::Expecting(InExpecting::Share)),
        2 => Just(Press::Expecting(InExpecting::Without)),
        2 => invite().prop_map(Press::Newcomer),
        8 => invite().prop_map(Press::RightPerson),
        8 => invite().prop_map(Press::WrongPerson),
        1 => Just(Press::NewCase),
        3 => Just(Press::OpenCase),
        1 => case().prop_map(Press::Plan),
        1 => case().prop_map(Press::Asked),
        2 => (0..4usize).prop_map(|case| Press::Referral(referral_id(case, 1))),
        2 => (0..4usize).prop_map(|case| Press::Packet(referral_id(case, 1))),
        1 => (case(), 0u16..3).prop_map(|(case, page)| Press::Lacks(case, page)),
        1 => (case(), lack(), prop::option::of(0u16..3), 0u16..2).prop_map(|(case, lack, area, page)| Press::Services(case, lack, area, page)),
        1 => case().prop_map(|case| Press::Service(case, service_id())),
        4 => (0..4usize).prop_map(|case| Press::EndShare(share_id(case))),
        1 => (case(), select(vec!["visit", "sharing"])).prop_map(|(case, form)| Press::About(Topic::Service(case, service_id()), form.into())),
        1 => (case(), lack(), select(vec!["visit", "referral"])).prop_map(|(case, lack, form)| Press::About(Topic::Elsewhere(case, lack), form.into())),
        1 => (0..4usize).prop_map(|case| Press::About(Topic::Referral(referral_id(case, 1)), "visit".into())),
    ]
}

pub fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        prop::option::of(select(vec![
            TOKEN.to_owned(),
            "bad".into(),
            typed_code().to_string()
        ]))
        .prop_map(Command::Start),
        Just(Command::Menu),
        Just(Command::Help),
        Just(Command::Cancel),
        Just(Command::Language),
        Just(Command::Privacy),
        prop::option::of(select(CODES.to_vec()))
            .prop_map(|code| Command::Visit(code.map(str::to_owned))),
        Just(Command::Cases),
        Just(Command::Away),
        Just(Command::Reminders),
        Just(Command::Settings),
        Just(Command::Drafts),
        Just(Command::Invite),
        Just(Command::OwnRecord),
        Just(Command::Clear),
        Just(Command::Leave),
    ]
}

pub fn happened() -> impl Strategy<Value = Happened> {
    let message = || (1i32..9).prop_map(MessageId);
    let kind = select(vec![MediaKind::Audio, MediaKind::Image, MediaKind::File]);
    let file = (kind, prop::option::of(0u64..40_000_000)).prop_map(|(kind, bytes)| File {
        file_id: "f".into(),
        kind,
        bytes,
    });
    prop_oneof![
        3 => command().prop_map(Happened::Command),
        6 => (message(), typed(), prop::bool::weighted(0.3))
            .prop_map(|(message, text, forwarded)| Happened::Text { message, text, forwarded }),
        1 => (message(), typed()).prop_map(|(message, text)| Happened::Edited { message, text }),
        14 => (press(), message()).prop_map(|(press, message)| Happened::Press { press, message }),
        1 => Just(Happened::UnknownPress { message: Some(MessageId(4)) }),
        1 => Just(Happened::LostPress),
        8 => (message(), file, prop::option::of(typed()), any::<bool>()).prop_map(
            |(message, file, caption, forwarded)| Happened::Media { message, file, caption, forwarded }
        ),
        1 => Just(Happened::Sticker),
        2 => (any::<bool>(), select(vec![NUMBER, "0712 345 679", "7"])).prop_map(|(own, number)| {
            Happened::Contact { own, phone: Phone::parse(number) }
        }),
        1 => Just(Happened::Location),
        1 => Just(Happened::Other),
        1 => Just(Happened::Blocked),
        1 => Just(Happened::Unblocked),
        1 => Just(Happened::InGroup),
        2 => (0..4usize).prop_map(|draft| Happened::DraftDue(draft_id(draft))),
        2 => Just(Happened::RemindersDue),
        2 => trial().prop_map(Happened::TrialDue),
        2 => (0..3usize).prop_map(|alert| Happened::DangerDue(alert_id(alert))),
    ]
}

/// Who would most naturally do this; `None` if anybody would.
pub fn natural(
    programming: &Programming,
    place: &Place,
    happened: &Happened,
) -> Option<Option<usize>> {
    let owner = |draft: &DraftId| {
        let number = (0..programming.drafts.len()).find(|number| draft_id(*number) == *draft)?;
        Some(Some(programming.drafts[number].owner))
    };
    match (happened, place) {
        // A code opens a second case for a family; a link opens the door.
        (Happened::Command(Command::Start(Some(token))), _)
            if *token == typed_code().to_string() =>
        {
            Some(Some(0))
        }
        (Happened::Command(Command::Start(Some(_))), _) => Some(None),
        (Happened::DraftDue(draft), _) => owner(draft),
        (Happened::TrialDue(_), _)
        | (Happened::Command(Command::Settings), _)
        | (
            Happened::Press {
                press: Press::Settings(_),
                ..
            },
            _,
        )
        | (Happened::Media { .. }, Place::Settings | Place::Trial { .. } | Place::Menu) => {
            Some(Some(MANAGERS))
        }
        // The clock rings for nobody.
        (Happened::DangerDue(_), _) => Some(None),
        // A supervisor gives the number of whoever was invited into the team.
        (Happened::Contact { own: false, .. } | Happened::Text { .. }, Place::Expecting { .. }) => {
            Some(Some(SUPERVISORS))
        }
        (Happened::Press { press, .. }, _) => match press {
            Press::Late(_) => Some(Some(SUPERVISORS)),
            Press::Draft(draft, ..)
            | Press::Continue(draft)
            | Press::StartAgain(draft)
            | Press::Discard(draft)
            | Press::Keep(draft) => owner(draft),
            Press::Review(
                InReview::Show(report)
                | InReview::Accept(report)
                | InReview::Approve(report)
                | InReview::Say(report, Verdict::Asked | Verdict::Flagged | Verdict::Returned),
            ) => {
                let mut reports = (0..programming.reports.len()).zip(&programming.reports);
                let found = reports.find(|(number, _)| report_id(*number) == *report);
                found.map(|(_, (told, _))| Some(SUPERVISORS + told.case % 2))
            }
            Press::Correct(report)
            | Press::Undo(report)
            | Press::Review(InReview::Question(report) | InReview::Say(report, _)) => {
                let mut reports = (0..programming.reports.len()).zip(&programming.reports);
                let found = reports.find(|(number, _)| report_id(*number) == *report);
                found.map(|(_, (told, _))| Some(told.owner))
            }
            Press::ShowAlert(alert) | Press::TakeAlert(alert) => {
                let mut alerts = (0..programming.alerts.len()).zip(&programming.alerts);
                let found = alerts.find(|(number, _)| alert_id(*number) == *alert);
                found.map(|(_, (case, ..))| Some(SUPERVISORS + case % 2))
            }
            _ => None,
        },
        (_, Place::Draft { draft }) => owner(draft),
        (_, Place::Saying { report, verdict }) => {
            let mut reports = (0..programming.reports.len()).zip(&programming.reports);
            let found = reports.find(|(number, _)| report_id(*number) == *report);
            found.map(|(_, (told, _))| match verdict {
                Verdict::Answered => Some(told.owner),
                _ => Some(SUPERVISORS + told.case % 2),
            })
        }
        _ => None,
    }
}

/// Any moment at all, or one in the middle of a report.
pub fn situation() -> impl Strategy<Value = (Programming, Moment)> {
    prop_oneof![3 => anything(), 3 => reporting(), 1 => settling()]
}

/// Where it is asked until when somebody is away, and the answer.
fn away_for(who: usize) -> (Place, Press) {
    let person = person_id(who);
    let day = "2026-03-23".parse().expect("a day");
    let press = Press::Late(InLate::AwayUntil(person, day));
    (Place::AwayFor { person }, press)
}

/// Somebody who does what the place asks for: agrees, opens a case, leaves, asks to be deleted.
pub fn settling() -> impl Strategy<Value = (Programming, Moment)> {
    let asked = select(vec![
        (Place::Consent, Press::Agree),
        (
            Place::Alike {
                name: "Zuhura".into(),
            },
            Press::OpenCase,
        ),
        (Place::Parting, Press::LeaveNow),
        (Place::Erasing, Press::EraseNow),
        (Place::Inviting, Press::InviteToAsk),
        away_for(VOLUNTEER),
        away_for(SUPERVISORS),
        (
            Place::InvitingInto { team: team_id(0) },
            Press::InviteRole(Role::Volunteer, team_id(0)),
        ),
        (
            Place::InvitingFamily { case: case_id(0) },
            Press::InviteKin(case_id(0), Kin::Caregiver),
        ),
    ]);
    (programming(), 0..PEOPLE, asked).prop_map(|(mut programming, who, (place, press))| {
        let person = &mut programming.people[who];
        settle(person);
        if place == Place::Consent {
            person.consent = None;
        }
        let moment = Moment {
            who: Some(who),
            place,
            happened: Happened::Press {
                press,
                message: MessageId(5),
            },
            after_h: 0,
        };
        (programming, moment)
    })
}

/// A volunteer with an open report, who does what can be done in one.
pub fn reporting() -> impl Strategy<Value = (Programming, Moment)> {
    let place = prop_oneof![6 => Just(Place::Draft { draft: draft_id(0) }), 1 => place()];
    let press = |programming: &Programming, named: usize, fresh: bool, what: InDraft| {
        let turn = programming.drafts.get(named).map_or(0, |told| told.turn) + u32::from(!fresh);
        Press::Draft(draft_id(named), turn, what)
    };
    // The last is a draft that is gone.
    let named = prop_oneof![4 => Just(0), 2 => 0..4usize];
    let pressed = (named, prop::bool::weighted(0.8), in_draft());
    let sent = prop_oneof![
        2 => Just(None),
        1 => happened().prop_filter("from a person", |happened| !matches!(happened, Happened::DraftDue(_) | Happened::RemindersDue | Happened::TrialDue(_) | Happened::DangerDue(_) | Happened::LostPress)).prop_map(Some),
    ];
    let stays = prop::bool::weighted(0.9);
    (programming(), place, pressed, sent, stays).prop_map(
        move |(mut programming, place, (named, fresh, what), sent, stays)| {
            let told = &mut programming.drafts[0];
            told.owner = VOLUNTEER;
            let case = told.case;
            if stays {
                programming
                    .members
                    .insert((VOLUNTEER, case), Membership::Visits);
            }
            let person = &mut programming.people[VOLUNTEER];
            person.standing = Standing::Active;
            settle(person);
            let happened = sent.unwrap_or_else(|| Happened::Press {
                press: press(&programming, named, fresh, what),
                message: MessageId(5),
            });
            let moment = Moment {
                who: Some(VOLUNTEER),
                place,
                happened,
                after_h: 0,
            };
            (programming, moment)
        },
    )
}

/// A programme and a moment in it. The clock rings only for the owner of a draft, as the edge sees to.
pub fn anything() -> impl Strategy<Value = (Programming, Moment)> {
    let anybody = prop_oneof![1 => Just(None), 12 => (0..PEOPLE).prop_map(Some)];
    let at_home = prop::bool::weighted(0.7);
    let hours = prop_oneof![Just(0i64), 0i64..300];
    let parts = (programming(), anybody, place(), happened(), hours, at_home);
    parts.prop_map(
        |(programming, anybody, place, happened, after_h, at_home)| {
            let rings = matches!(
                happened,
                Happened::DraftDue(_) | Happened::TrialDue(_) | Happened::DangerDue(_)
            );
            let natural = natural(&programming, &place, &happened);
            let who = natural.filter(|_| at_home || rings).unwrap_or(anybody);
            let moment = Moment {
                who,
                place,
                happened,
                after_h,
            };
            (programming, moment)
        },
    )
}
