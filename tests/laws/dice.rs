//! Random programmes and moments: nothing comes in, strategies go out. Sense is likelier than nonsense.

use chrono::TimeDelta;
use kinkeeper::core::about::Topic;
use kinkeeper::core::case::Membership;
use kinkeeper::core::draft::View;
use kinkeeper::core::event::{Command, File, Happened};
use kinkeeper::core::form::MediaKind;
use kinkeeper::core::id::{DraftId, MessageId};
use kinkeeper::core::people::{Language, Person, Role, Standing};
use kinkeeper::core::place::Place;
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::report::ReportState;
use kinkeeper::core::service::Lack;
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
        // How much a newcomer has settled: language, zone, consent.
        let settled = prop_oneof![8 => Just(3), 2 => 0..3usize];
        (select(&LANGUAGES[..]), left, settled).prop_map(move |(language, left, settled)| {
            let mut person = Person {
                id: person_id(number),
                name: format!("name-{number}"),
                role,
                team: (role != Role::Manager).then(|| team_id(team)),
                language: None,
                zone: None,
                consent: None,
                standing: if left {
                    Standing::Left
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
        "/nothing",
        "<b>&amp;</b>",
        "\u{202e}evil\u{2066}",
        "a\u{200b}b",
        "👩‍👩‍👧‍👦",
    ];
    prop_oneof![
        4 => select(known.map(str::to_owned).to_vec()),
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
        1 => Just(Place::Zones),
        1 => Just(Place::Consent),
        1 => Just(Place::Menu),
        1 => Just(Place::Help),
        1 => Just(Place::Privacy),
        1 => (0u16..3).prop_map(|page| Place::Cases { page }),
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
        14 => draft().prop_map(|draft| Place::Draft { draft }),
        1 => draft().prop_map(|draft| Place::Leaving { draft }),
        1 => report().prop_map(|report| Place::Reason { report }),
        1 => (0..3usize).prop_map(|alert| Place::Alert { alert: alert_id(alert) }),
    ]
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

pub fn press() -> impl Strategy<Value = Press> {
    let draft = || (0..4usize).prop_map(draft_id);
    let case = || (0..4usize).prop_map(case_id);
    let report = || (0..3usize).prop_map(report_id);
    let alert = || (0..3usize).prop_map(alert_id);
    prop_oneof![
        1 => Just(Press::Menu),
        1 => Just(Press::Help),
        1 => Just(Press::Privacy),
        1 => Just(Press::Drafts),
        1 => (0u16..3).prop_map(Press::Cases),
        1 => (0u16..3).prop_map(Press::Caseload),
        2 => (case(), 0..3u16).prop_map(|(case, page)| Press::Case(case, page)),
        1 => case().prop_map(Press::Timeline),
        2 => (case(), select(vec!["visit", "no_such_form"])).prop_map(|(case, form)| Press::Begin(case, form.into())),
        1 => Just(Press::Languages),
        1 => select(vec!["en", "ar", "tlh"]).prop_map(|tag| Press::Language(tag.into())),
        4 => prop::option::of(0u16..9).prop_map(Press::Zone),
        3 => Just(Press::Agree),
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
        2 => alert().prop_map(Press::ShowAlert),
        2 => alert().prop_map(Press::TakeAlert),
        1 => case().prop_map(Press::Plan),
        1 => case().prop_map(Press::Asked),
        2 => (0..4usize).prop_map(|case| Press::Referral(referral_id(case, 1))),
        2 => (0..4usize).prop_map(|case| Press::Packet(referral_id(case, 1))),
        1 => (case(), 0u16..3).prop_map(|(case, page)| Press::Lacks(case, page)),
        1 => (case(), lack(), prop::option::of(0u16..3), 0u16..2).prop_map(|(case, lack, area, page)| Press::Services(case, lack, area, page)),
        1 => case().prop_map(|case| Press::Service(case, service_id())),
        4 => (0..4usize).prop_map(|case| Press::EndShare(share_id(case))),
        1 => (case(), select(vec!["visit", "sharing"])).prop_map(|(case, form)| Press::About(Topic::Service(case, service_id()), form.into())),
        1 => (0..4usize).prop_map(|case| Press::About(Topic::Referral(referral_id(case, 1)), "visit".into())),
    ]
}

pub fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        prop::option::of(select(vec![TOKEN, "bad"]))
            .prop_map(|token| Command::Start(token.map(str::to_owned))),
        Just(Command::Menu),
        Just(Command::Help),
        Just(Command::Cancel),
        Just(Command::Language),
        Just(Command::Privacy),
        prop::option::of(select(CODES.to_vec()))
            .prop_map(|code| Command::Visit(code.map(str::to_owned))),
        Just(Command::Drafts),
    ]
}

pub fn happened() -> impl Strategy<Value = Happened> {
    let message = || (1i32..9).prop_map(MessageId);
    let file =
        (any::<bool>(), prop::option::of(0u64..40_000_000)).prop_map(|(sound, bytes)| File {
            file_id: "f".into(),
            kind: if sound {
                MediaKind::Audio
            } else {
                MediaKind::Image
            },
            bytes,
        });
    prop_oneof![
        3 => command().prop_map(Happened::Command),
        6 => (message(), typed(), prop::bool::weighted(0.3))
            .prop_map(|(message, text, forwarded)| Happened::Text { message, text, forwarded }),
        1 => (message(), typed()).prop_map(|(message, text)| Happened::Edited { message, text }),
        14 => (press(), message()).prop_map(|(press, message)| Happened::Press { press, message }),
        1 => Just(Happened::UnknownPress),
        1 => Just(Happened::LostPress),
        8 => (message(), file, prop::option::of(typed()), any::<bool>()).prop_map(
            |(message, file, caption, forwarded)| Happened::Media { message, file, caption, forwarded }
        ),
        1 => Just(Happened::Sticker),
        1 => any::<bool>().prop_map(|own| Happened::Contact { own }),
        1 => Just(Happened::Location),
        1 => Just(Happened::Other),
        1 => Just(Happened::Blocked),
        1 => Just(Happened::Unblocked),
        1 => Just(Happened::InGroup),
        2 => (0..4usize).prop_map(|draft| Happened::DraftDue(draft_id(draft))),
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
        (Happened::Command(Command::Start(Some(_))), _) => Some(None),
        (Happened::DraftDue(draft), _) => owner(draft),
        (Happened::Press { press, .. }, _) => match press {
            Press::Draft(draft, ..)
            | Press::Continue(draft)
            | Press::StartAgain(draft)
            | Press::Discard(draft)
            | Press::Keep(draft) => owner(draft),
            Press::Correct(report) | Press::Undo(report) => {
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
        _ => None,
    }
}

/// Any moment at all, or one in the middle of a report.
pub fn situation() -> impl Strategy<Value = (Programming, Moment)> {
    prop_oneof![anything(), reporting()]
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
        1 => happened().prop_filter("from a person", |happened| !matches!(happened, Happened::DraftDue(_) | Happened::LostPress)).prop_map(Some),
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
            let rings = matches!(happened, Happened::DraftDue(_));
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
