//! Laws of deciding: any world and any event come in, and whatever follows keeps to the rules.
//!
//! The programme below stands in for the database: it fills a world exactly as the needs ask, whoever asks. So what
//! keeps people apart here is the core alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kinkeeper::core::access::{Action, Relation, may, may_with};
use kinkeeper::core::alert::{Alert, AlertInHand, AlertState};
use kinkeeper::core::answering;
use kinkeeper::core::case::{Case, CaseInHand, Goal, LastVisit, Membership, Referral, Risk};
use kinkeeper::core::draft::{Body, Draft, DraftOnList, View};
use kinkeeper::core::effect::{Effect, Step};
use kinkeeper::core::event::{Command, Event, File, Fresh, Happened};
use kinkeeper::core::form::{
    Answer, Answers, Form, Given, Interview, Media, MediaKind, check, model::Kind, table,
};
use kinkeeper::core::id::{
    AlertId, CaseId, ChatId, Code, DraftId, FormId, GoalId, InviteId, MediaId, MessageId, PersonId,
    ReferralId, ReportId, TeamId,
};
use kinkeeper::core::people::{Consent, Language, Person, Recipient, Role, Standing};
use kinkeeper::core::place::Place;
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::report::{ReportInHand, ReportState};
use kinkeeper::core::screen::{Reader, Screen};
use kinkeeper::core::step::{needs, step};
use kinkeeper::core::world::{Chat, DraftInHand, Invitation, Need, Programme, World};
use kinkeeper::words::{TEXT_CHARS, TOAST_CHARS, Words};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

/// Effects of one event; the widest is an alert that a whole team hears.
const MOST_EFFECTS: usize = 40;
/// Rounds of needs after which the worker gives an event up.
const ROUNDS: usize = 8;
/// Characters of a button; more is cut off by a phone.
const LABEL_CHARS: usize = 30;
/// Buttons under one message (Bot API).
const MOST_BUTTONS: usize = 100;
const LANGUAGES: [&str; 5] = ["en", "fr", "es", "sw", "ar"];
const CODES: [&str; 3] = ["K7M2QX", "AB2CD3", "ZZ2ZZ3"];
const TOKEN: &str = "a-good-token";

static VISIT: LazyLock<Arc<Form>> = LazyLock::new(|| {
    let tables = table::read_markdown(include_str!("../forms/visit.md")).expect("the visit form");
    Arc::new(check::compile(&tables).expect("the visit form").0)
});
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load(None).expect("the locales"));

fn id(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + number as u128)
}
fn person_id(number: usize) -> PersonId {
    PersonId(id(1, number))
}
fn case_id(number: usize) -> CaseId {
    CaseId(id(2, number))
}
fn draft_id(number: usize) -> DraftId {
    DraftId(id(3, number))
}
fn report_id(number: usize) -> ReportId {
    ReportId(id(4, number))
}
fn alert_id(number: usize) -> AlertId {
    AlertId(id(5, number))
}
fn team_id(number: usize) -> TeamId {
    TeamId(id(6, number))
}
fn code(number: usize) -> Code {
    Code::parse(CODES[number]).expect("a code")
}
fn start() -> DateTime<Utc> {
    "2026-03-02T15:00:00Z".parse().expect("an instant")
}

/// Who and what there is. Numbers are places in these lists; cases are 0 to 2, teams 0 and 1.
#[derive(Clone, Debug)]
struct Programming {
    people: Vec<Person>,
    members: BTreeMap<(usize, usize), Membership>,
    drafts: Vec<Told>,
    reports: Vec<(Told, ReportState)>,
    /// The case, who raised it, and who has it.
    alerts: Vec<(usize, usize, Option<usize>)>,
    /// Hours since the last visit of each case, if there was one.
    visited: [Option<i64>; 3],
}

/// Answers that somebody gave about a case.
#[derive(Clone, Debug)]
struct Told {
    owner: usize,
    case: usize,
    turn: u32,
    dice: Vec<u16>,
    rough: Rough,
}

/// What of a draft's body no answer tells.
#[derive(Clone, Copy, Debug)]
struct Rough {
    focus: bool,
    ticked: bool,
    view: View,
    forwarded: bool,
    alerted: bool,
    due_h: Option<i64>,
}

/// A moment: who does what, where, when.
#[derive(Clone, Debug)]
struct Moment {
    who: Option<usize>,
    place: Place,
    happened: Happened,
    after_h: i64,
}

impl Programming {
    fn recipient(&self, who: usize) -> Recipient {
        let person = &self.people[who];
        Recipient {
            person: person.id,
            chat: ChatId(1000 + who as i64),
            language: person.language.clone().unwrap_or_else(Language::english),
            zone: person.zone.unwrap_or(Tz::UTC),
        }
    }

    fn case(&self, number: usize, asking: Option<usize>) -> Case {
        let membership = asking.and_then(|who| self.members.get(&(who, number)).copied());
        let last_visit = self.visited[number].map(|hours| LastVisit {
            report: report_id(0),
            by: person_id(number),
            sent_at: start() - TimeDelta::hours(hours),
            happened_on: None,
            next_on: None,
        });
        Case {
            id: case_id(number),
            code: code(number),
            alias: Some(format!("alias-of-{number}")),
            risk: Risk::ALL[number],
            team: team_id(number % 2),
            zone: Tz::Africa__Nairobi,
            opened_on: start().date_naive(),
            membership,
            last_visit,
        }
    }

    fn case_in_hand(&self, number: usize, asking: Option<usize>) -> CaseInHand {
        let goals = (0..number).map(|nth| Goal {
            id: GoalId(id(7, number * 10 + nth)),
            words: format!("goal-of-{number}"),
        });
        let referrals = (1..number).map(|nth| Referral {
            id: ReferralId(id(8, number * 10 + nth)),
            words: format!("referral-of-{number}"),
        });
        CaseInHand {
            case: self.case(number, asking),
            goals: goals.collect(),
            referrals: referrals.collect(),
        }
    }

    /// A draft as its owner brought it this far.
    fn draft(&self, number: usize, told: &Told, asking: Option<usize>) -> DraftInHand {
        let Told {
            owner,
            case,
            turn,
            dice,
            rough,
        } = told;
        let mut draft = self.begun(*case);
        draft.id = draft_id(number);
        draft.person = person_id(*owner);
        draft.turn = *turn;
        draft.due_at = rough.due_h.map(|hours| start() + TimeDelta::hours(hours));
        let mut hand = DraftInHand {
            draft,
            form: Arc::clone(&VISIT),
            case: self.case(*case, asking),
        };
        answer_on(&mut hand, dice);
        let shown = {
            let context = answering::context(&hand, &Language::english(), start());
            let interview = Interview::derive(&VISIT, &hand.draft.body.answers, &context);
            interview.places().first().map(|shown| shown.place.clone())
        };
        let body = &mut hand.draft.body;
        body.focus = shown.filter(|_| rough.focus);
        body.ticked = if rough.ticked { vec![0, 2] } else { Vec::new() };
        body.view = rough.view;
        body.forwarded = rough.forwarded.then(|| format!("answer-about-{case}"));
        body.alerted = rough.alerted;
        hand
    }

    /// A fresh draft about a case, as the core itself begins it.
    fn begun(&self, case: usize) -> Draft {
        let mut visitor = self.people[0].clone();
        visitor.role = Role::Volunteer;
        visitor.standing = Standing::Active;
        settle(&mut visitor);
        let mut found = self.case_in_hand(case, None);
        found.case.membership = Some(Membership::Visits);
        found.case.last_visit = None;
        let event = self.event(
            &Happened::Press {
                press: Press::Visit(case_id(case)),
                message: MessageId(1),
            },
            start(),
        );
        let mut world = self.world(None, Place::Menu);
        world.person = Some(visitor);
        world.case = Some(found);
        let begun = step(&world, &event)
            .effects
            .into_iter()
            .find_map(|effect| match effect {
                Effect::OpenDraft(draft) => Some(*draft),
                _ => None,
            });
        begun.expect("a volunteer begins a report about her case")
    }

    fn world(&self, who: Option<usize>, place: Place) -> World {
        World {
            programme: Arc::new(Programme {
                zone: Tz::UTC,
                languages: LANGUAGES.map(|tag| Language(tag.into())).to_vec(),
                visit_form: FormId(id(9, 0)),
                visit: Arc::clone(&VISIT),
            }),
            chat: Chat {
                id: ChatId(1000 + who.unwrap_or(99) as i64),
                live: Some(MessageId(5)),
                place,
            },
            sender_name: "Somebody".into(),
            sender_language: Some(Language("sw".into())),
            person: who.map(|who| self.people[who].clone()),
            vocabulary: WORDS.vocabulary(&Language::english()),
            loaded: BTreeSet::new(),
            cases: Vec::new(),
            drafts: Vec::new(),
            draft: None,
            case: None,
            report: None,
            alert: None,
            duty: Vec::new(),
            invitation: None,
        }
    }

    fn event(&self, happened: &Happened, at: DateTime<Utc>) -> Event {
        Event {
            at,
            happened: happened.clone(),
            fresh: Fresh {
                draft: draft_id(900),
                report: report_id(900),
                alert: alert_id(900),
                media: MediaId(id(10, 900)),
                seed: 7,
            },
        }
    }

    /// The world in which a moment is decided, with all that it needs; and in how many rounds it came together.
    fn arrange(&self, moment: &Moment) -> (World, Event, usize) {
        let event = self.event(&moment.happened, start() + TimeDelta::hours(moment.after_h));
        let mut world = self.world(moment.who, moment.place.clone());
        let mut rounds = 0;
        loop {
            let missing = needs(&world, &event);
            if missing.is_empty() || rounds > ROUNDS {
                return (world, event, rounds);
            }
            rounds += 1;
            for need in missing {
                self.load(&mut world, &need, moment.who);
                world.loaded.insert(need);
            }
        }
    }

    fn load(&self, world: &mut World, need: &Need, who: Option<usize>) {
        let own = |told: &Told| Some(told.owner) == who;
        match need {
            Need::Cases => {
                let mine = (0..CODES.len())
                    .filter(|case| who.is_some_and(|who| self.members.contains_key(&(who, *case))));
                world.cases = mine.map(|case| self.case(case, who)).collect();
            }
            Need::Drafts => {
                let mine = self.drafts.iter().enumerate().filter(|(_, told)| own(told));
                let listed = mine.map(|(number, told)| DraftOnList {
                    id: draft_id(number),
                    code: code(told.case),
                    case: case_id(told.case),
                    touched_at: start(),
                });
                world.drafts = listed.collect();
            }
            Need::Draft(wanted) => {
                let mut drafts = self.drafts.iter().enumerate();
                let found = drafts.find(|(number, _)| draft_id(*number) == *wanted);
                world.draft = found.map(|(number, told)| self.draft(number, told, who));
            }
            Need::DraftAbout(wanted) => {
                let mut drafts = self.drafts.iter().enumerate();
                let found = drafts.find(|(_, told)| own(told) && case_id(told.case) == *wanted);
                world.draft = found.map(|(number, told)| self.draft(number, told, who));
            }
            Need::Case(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::CaseByCode(wanted) => {
                let found = (0..CODES.len()).find(|case| code(*case) == *wanted);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::Report(wanted) => {
                let mut reports = self.reports.iter().enumerate();
                let found = reports.find(|(number, _)| report_id(*number) == *wanted);
                world.report = found.map(|(number, (told, state))| {
                    let hand = self.draft(number, told, who);
                    ReportInHand {
                        id: report_id(number),
                        person: person_id(told.owner),
                        case: hand.case,
                        form_id: hand.draft.form,
                        form: hand.form,
                        sent_at: start(),
                        state: *state,
                        answers: hand.draft.body.answers,
                        brought: hand.draft.body.brought,
                    }
                });
            }
            Need::Alert(wanted) => {
                let mut alerts = self.alerts.iter().enumerate();
                let found = alerts.find(|(number, _)| alert_id(*number) == *wanted);
                world.alert = found.map(|(number, alert)| self.alert(number, *alert));
            }
            Need::Duty(team) => world.duty = self.duty(*team),
            Need::Invitation(token) => {
                world.invitation = (token == TOKEN).then(|| Invitation {
                    id: InviteId(id(11, 0)),
                    role: Role::Volunteer,
                    language: None,
                    zone: None,
                });
            }
        }
    }

    fn alert(
        &self,
        number: usize,
        (case, by, taken): (usize, usize, Option<usize>),
    ) -> AlertInHand {
        AlertInHand {
            alert: Alert {
                id: alert_id(number),
                case: case_id(case),
                code: code(case),
                team: team_id(case % 2),
                raised_by: self.recipient(by),
                draft: draft_id(500 + number),
                raised_at: start(),
                state: match taken {
                    None => AlertState::Open,
                    Some(by) => AlertState::Taken {
                        by: person_id(by),
                        name: self.people[by].name.clone(),
                        at: start(),
                    },
                },
            },
            alias: Some(format!("alias-of-{case}")),
            reporter: self.people[by].name.clone(),
            note: Some(format!("note-about-{case}")),
            told: self.duty(team_id(case % 2)),
        }
    }

    fn duty(&self, team: TeamId) -> Vec<Recipient> {
        let with = |wanted: &dyn Fn(&Person) -> bool| -> Vec<Recipient> {
            let people = self.people.iter().enumerate();
            let active = people.filter(|(_, person)| person.standing == Standing::Active);
            active
                .filter(|(_, person)| wanted(person))
                .map(|(who, _)| self.recipient(who))
                .collect()
        };
        let supervisors =
            with(&|person| person.role == Role::Supervisor && person.team == Some(team));
        if supervisors.is_empty() {
            with(&|person| person.role == Role::Manager)
        } else {
            supervisors
        }
    }

    /// Whether this person may be shown what belongs to a case.
    fn may_see(&self, who: usize, case: usize) -> bool {
        let person = &self.people[who];
        let asked = self.case(case, Some(who));
        let alerted = self.alerts.iter().any(|(about, ..)| *about == case);
        let relation = if person.team == Some(asked.team) {
            Relation::Team
        } else {
            Relation::Foreign
        };
        may_with(person, &asked, Action::SeeCase)
            || (alerted && may(person, relation, Action::SeeAlert))
    }

    /// Whether this person may write about a case.
    fn may_report(&self, who: usize, case: CaseId) -> bool {
        let number = (0..CODES.len()).find(|number| case_id(*number) == case);
        number.is_some_and(|number| {
            may_with(
                &self.people[who],
                &self.case(number, Some(who)),
                Action::ReportVisit,
            )
        })
    }
}

fn settle(person: &mut Person) {
    person.language = Some(Language::english());
    person.zone = Some(Tz::Africa__Nairobi);
    person.consent = Some(Consent {
        at: start(),
        version: u16::MAX,
    });
}

/// Answers one question after another with whatever the dice say, until they are used up.
fn answer_on(hand: &mut DraftInHand, dice: &[u16]) {
    let context = answering::context(hand, &Language::english(), start());
    let case = CODES
        .iter()
        .position(|code| *code == hand.case.code.as_str())
        .unwrap_or_default();
    let mut answers = Answers::new();
    for die in dice {
        let die = usize::from(*die);
        let interview = Interview::derive(&VISIT, &answers, &context);
        let Some(place) = interview.next().cloned() else {
            break;
        };
        let asked = interview
            .ask(&place, "en")
            .expect("the next question is asked");
        let count = asked.choices.len().max(1);
        let given = match asked.kind {
            Kind::Many(_) => Given::Choices(vec![die % count, (die / 7) % count]),
            Kind::Date => {
                let days = i64::try_from(die % 20).unwrap_or_default() - 10;
                Given::Date(context.today + TimeDelta::days(days))
            }
            Kind::Text if die % 3 == 0 => Given::Media(Media {
                kind: MediaKind::Audio,
                file: id(10, die).to_string(),
                caption: Some(format!("answer-about-{case}")),
            }),
            Kind::Text => Given::Text(format!("answer-about-{case} {die}")),
            _ => Given::Choice(die % count),
        };
        let answer = interview.answer(&place, given, "en").map(Answer::Given);
        let Ok(answer) = answer.or_else(|_| interview.skip(&place)) else {
            continue;
        };
        answers.put(place, answer);
    }
    hand.draft.body = Body {
        answers,
        ..hand.draft.body.clone()
    };
}

fn people() -> impl Strategy<Value = Vec<Person>> {
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

const PEOPLE: usize = 10;
/// The first supervisor's number; the second's is the next.
const SUPERVISORS: usize = 6;
/// A volunteer's number.
const VOLUNTEER: usize = 2;

fn told() -> impl Strategy<Value = Told> {
    let view = prop_oneof![
        3 => Just(View::Plain),
        1 => (0u16..4).prop_map(View::Page),
        1 => Just(View::Month(start().date_naive())),
    ];
    let few = prop::bool::weighted(0.1);
    let due = prop::option::of(0i64..200);
    // Mostly those who report: volunteers, caseworkers, supervisors.
    let owner = prop_oneof![5 => 2..8usize, 1 => 0..PEOPLE];
    let rough = (few.clone(), few.clone(), view, few.clone(), few, due).prop_map(
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

fn programming() -> impl Strategy<Value = Programming> {
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

fn typed() -> impl Strategy<Value = String> {
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

fn place() -> impl Strategy<Value = Place> {
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
        1 => Just(Place::Drafts),
        1 => draft().prop_map(|draft| Place::Begun { draft }),
        1 => (0..4usize, report()).prop_map(|(case, report)| Place::SameVisit { case: case_id(case), report }),
        14 => draft().prop_map(|draft| Place::Draft { draft }),
        1 => draft().prop_map(|draft| Place::Leaving { draft }),
        1 => report().prop_map(|report| Place::Reason { report }),
        1 => (0..3usize).prop_map(|alert| Place::Alert { alert: alert_id(alert) }),
    ]
}

fn in_draft() -> impl Strategy<Value = InDraft> {
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
        1 => any::<u16>().prop_map(InDraft::Changes),
        4 => Just(InDraft::Send),
        2 => Just(InDraft::Mine),
        1 => Just(InDraft::NotMine),
    ]
}

fn press() -> impl Strategy<Value = Press> {
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
        2 => report().prop_map(Press::Undo),
        2 => alert().prop_map(Press::ShowAlert),
        2 => alert().prop_map(Press::TakeAlert),
    ]
}

fn command() -> impl Strategy<Value = Command> {
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

fn happened() -> impl Strategy<Value = Happened> {
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
        4 => (message(), file, prop::option::of(typed()), any::<bool>()).prop_map(
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
fn natural(programming: &Programming, place: &Place, happened: &Happened) -> Option<Option<usize>> {
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
fn situation() -> impl Strategy<Value = (Programming, Moment)> {
    prop_oneof![anything(), reporting()]
}

/// A volunteer with an open report, who does what can be done in one.
fn reporting() -> impl Strategy<Value = (Programming, Moment)> {
    let place = prop_oneof![6 => Just(Place::Draft { draft: draft_id(0) }), 1 => place()];
    let press = |programming: &Programming, named: usize, fresh: bool, what: InDraft| {
        let turn = programming.drafts[named].turn + u32::from(!fresh);
        Press::Draft(draft_id(named), turn, what)
    };
    let named = prop_oneof![4 => Just(0), 1 => 0..3usize];
    let pressed = (named, prop::bool::weighted(0.8), in_draft());
    let sent = prop_oneof![
        2 => Just(None),
        1 => happened().prop_filter("from a person", |happened| !matches!(happened, Happened::DraftDue(_))).prop_map(Some),
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
fn anything() -> impl Strategy<Value = (Programming, Moment)> {
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

/// What the sender is shown, as one text with everything in it.
fn shown(step: &Step) -> String {
    let screens = step.effects.iter().filter_map(|effect| match effect {
        Effect::Show(screen) | Effect::Amend(screen) | Effect::Say { screen, .. } => Some(screen),
        _ => None,
    });
    screens
        .map(|screen| serde_json::to_string(screen).expect("a screen is JSON"))
        .collect()
}

fn screens(step: &Step) -> impl Iterator<Item = &Screen> {
    step.effects.iter().filter_map(|effect| match effect {
        Effect::Show(screen) | Effect::Amend(screen) => Some(&**screen),
        Effect::Say { screen, .. } | Effect::Tell { screen, .. } => Some(&**screen),
        _ => None,
    })
}

fn changes_a_draft(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::SaveDraft { .. }
            | Effect::DropDraft { .. }
            | Effect::File(_)
            | Effect::RaiseAlert(_)
            | Effect::KeepMedia { .. }
            | Effect::OpenDraft(_)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deciding_is_total_bounded_and_repeatable((programming, moment) in situation()) {
        let (world, event, rounds) = programming.arrange(&moment);
        prop_assert!(rounds <= ROUNDS, "needs do not end");
        let decided = step(&world, &event);
        prop_assert!(decided.effects.len() <= MOST_EFFECTS, "{} effects", decided.effects.len());
        prop_assert_eq!(&step(&world.clone(), &event.clone()), &decided);
        let answered = !decided.effects.is_empty();
        let silent = matches!(
            moment.happened,
            Happened::DraftDue(_) | Happened::Blocked | Happened::Unblocked
        );
        prop_assert!(answered || silent, "nobody answers");
    }

    #[test]
    fn events_and_effects_survive_json((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let written = serde_json::to_string(&event).expect("an event is JSON");
        prop_assert_eq!(&serde_json::from_str::<Event>(&written).expect("an event"), &event);
        let decided = step(&world, &event);
        let written = serde_json::to_string(&decided).expect("a step is JSON");
        prop_assert_eq!(serde_json::from_str::<Step>(&written).expect("a step"), decided);
    }

    #[test]
    fn nobody_changes_what_is_not_theirs((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        for effect in &step(&world, &event).effects {
            let Some(who) = moment.who else {
                let harmless = matches!(
                    effect,
                    Effect::Show(_) | Effect::Go(_) | Effect::Say { .. } | Effect::Toast(_) | Effect::Note(_)
                        | Effect::Join { .. }
                );
                prop_assert!(harmless, "a stranger does {effect:?}");
                continue;
            };
            let person = &programming.people[who];
            let owner_of = |draft: DraftId| {
                let told = (0..3).find(|number| draft_id(*number) == draft);
                told.map(|number| person_id(programming.drafts[number].owner))
            };
            match effect {
                Effect::OpenDraft(draft) => {
                    prop_assert_eq!(draft.person, person.id);
                    prop_assert!(programming.may_report(who, draft.case), "{effect:?}");
                }
                Effect::SaveDraft { draft, .. } => {
                    prop_assert_eq!(Some(person.id), owner_of(draft.id));
                    prop_assert_eq!(draft.person, person.id);
                    // The clock moves a draft on to its end, whatever became of its owner.
                    let before = world.draft.as_ref().map(|hand| &hand.draft.body);
                    let moved_on = matches!(moment.happened, Happened::DraftDue(_))
                        && before == Some(&draft.body);
                    prop_assert!(moved_on || programming.may_report(who, draft.case), "{effect:?}");
                }
                Effect::DropDraft { draft, .. } => {
                    prop_assert_eq!(Some(person.id), owner_of(*draft));
                }
                Effect::File(report) => {
                    prop_assert_eq!(Some(person.id), owner_of(report.draft));
                    prop_assert_eq!(report.person, person.id);
                    prop_assert!(programming.may_report(who, report.case), "{effect:?}");
                }
                Effect::Undo(report) => {
                    let number = (0..2).find(|number| report_id(*number) == *report).expect("known");
                    prop_assert_eq!(programming.reports[number].0.owner, who);
                }
                Effect::RaiseAlert(alert) => {
                    prop_assert_eq!(alert.raised_by.person, person.id);
                    prop_assert!(programming.may_report(who, alert.case), "{effect:?}");
                    prop_assert!(
                        world.loaded.contains(&Need::Duty(alert.team)),
                        "danger is called out without anybody to hear it"
                    );
                }
                Effect::TakeAlert(alert) => {
                    let number = (0..2).find(|number| alert_id(*number) == *alert).expect("known");
                    let team = team_id(programming.alerts[number].0 % 2);
                    prop_assert_eq!(person.standing, Standing::Active);
                    prop_assert!(
                        person.role == Role::Manager
                            || (person.role == Role::Supervisor && person.team == Some(team))
                    );
                }
                Effect::KeepMedia { case, .. } => {
                    prop_assert!(programming.may_report(who, *case), "{effect:?}");
                }
                Effect::Join { .. } => prop_assert!(false, "a member joins again"),
                Effect::SetLanguage(_)
                | Effect::SetZone(_)
                | Effect::SetConsent(_)
                | Effect::SetReachable(_)
                | Effect::Go(_)
                | Effect::Show(_)
                | Effect::Amend(_)
                | Effect::Say { .. }
                | Effect::Tell { .. }
                | Effect::Toast(_)
                | Effect::Note(_) => {}
            }
        }
    }

    #[test]
    fn nobody_is_shown_what_is_not_theirs((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let decided = step(&world, &event);
        let shown = shown(&decided);
        for (case, code) in CODES.iter().enumerate() {
            if moment.who.is_some_and(|who| programming.may_see(who, case)) {
                continue;
            }
            for secret in [
                (*code).to_owned(),
                format!("alias-of-{case}"),
                format!("goal-of-{case}"),
                format!("referral-of-{case}"),
                format!("answer-about-{case}"),
                format!("note-about-{case}"),
            ] {
                prop_assert!(!shown.contains(&secret), "{secret} is shown: {shown}");
            }
        }
    }

    #[test]
    fn others_hear_of_danger_only_and_only_those_on_duty_and_the_reporter(
        (programming, moment) in situation()
    ) {
        let (world, event, _) = programming.arrange(&moment);
        for effect in &step(&world, &event).effects {
            let Effect::Tell { to, screen, .. } = effect else { continue };
            let alert = world.alert.as_ref();
            let called = world.draft.as_ref().map(|hand| programming.duty(hand.case.team));
            let hearers: Vec<PersonId> = alert
                .into_iter()
                .flat_map(|found| found.told.iter().chain([&found.alert.raised_by]))
                .chain(called.iter().flatten())
                .map(|hearer| hearer.person)
                .collect();
            prop_assert!(hearers.contains(&to.person));
            let told = serde_json::to_string(screen).expect("a screen is JSON");
            for case in 0..CODES.len() {
                for secret in ["alias-of", "goal-of", "answer-about", "note-about"] {
                    prop_assert!(!told.contains(&format!("{secret}-{case}")), "{told}");
                }
            }
        }
    }

    #[test]
    fn a_button_of_an_earlier_turn_changes_no_draft((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let Happened::Press { press: Press::Draft(draft, turn, _), .. } = &moment.happened else {
            return Ok(());
        };
        let current = (0..3).find(|number| draft_id(*number) == *draft);
        let current = current.map(|number| programming.drafts[number].turn);
        let decided = step(&world, &event);
        if current != Some(*turn) {
            prop_assert!(!decided.effects.iter().any(changes_a_draft), "{decided:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_screen_fits_telegram_in_every_language((programming, moment) in situation()) {
        let (mut world, event, _) = programming.arrange(&moment);
        for tag in LANGUAGES {
            let language = Language(tag.into());
            if let Some(person) = &mut world.person
                && person.language.is_some()
            {
                person.language = Some(language.clone());
            }
            let reader = Reader { language, zone: Tz::Asia__Amman, now: event.at };
            let decided = step(&world, &event);
            for screen in screens(&decided) {
                let message = WORDS.render(screen, &reader);
                prop_assert!(!message.plain.trim().is_empty(), "an empty message: {screen:?}");
                let units = message.plain.encode_utf16().count();
                prop_assert!(units <= TEXT_CHARS, "{units} characters in {tag}");
                let keys: Vec<_> = message.rows.iter().flatten().collect();
                prop_assert!(keys.len() <= MOST_BUTTONS, "{} buttons", keys.len());
                for key in keys {
                    // Marks that keep inserted text apart take no room.
                    let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
                    let count = key.label.chars().filter(|letter| !marks.contains(letter)).count();
                    prop_assert!(count <= LABEL_CHARS && count > 0, "{tag} {:?}", key.label);
                    prop_assert!((1..=64).contains(&key.data.len()), "{:?}", key.data);
                    prop_assert!(Press::decode(&key.data).is_some(), "{:?}", key.data);
                }
            }
            for effect in &decided.effects {
                if let Effect::Toast(line) = effect {
                    let toast = WORDS.toast(line, &reader);
                    prop_assert!((1..=TOAST_CHARS).contains(&toast.chars().count()));
                }
            }
        }
        prop_assert_eq!(WORDS.misses(), 0);
    }
}

/// The laws above are empty if the dice never lead anywhere; this counts where they lead.
#[test]
fn the_dice_reach_every_effect() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..6000 {
        let (programming, moment) = situation()
            .new_tree(&mut runner)
            .expect("a situation")
            .current();
        let (world, event, _) = programming.arrange(&moment);
        for effect in step(&world, &event).effects {
            let name = format!("{effect:?}");
            let name = name
                .split(|letter: char| !letter.is_alphanumeric())
                .next()
                .unwrap_or_default();
            *reached.entry(name.to_owned()).or_default() += 1;
        }
    }
    let all = [
        "Amend",
        "DropDraft",
        "File",
        "Go",
        "Join",
        "KeepMedia",
        "Note",
        "OpenDraft",
        "RaiseAlert",
        "SaveDraft",
        "Say",
        "SetConsent",
        "SetLanguage",
        "SetReachable",
        "SetZone",
        "Show",
        "TakeAlert",
        "Tell",
        "Toast",
        "Undo",
    ];
    let missed: Vec<_> = all
        .iter()
        .filter(|name| !reached.contains_key(**name))
        .collect();
    assert!(
        missed.is_empty(),
        "never reached: {missed:?}; reached: {reached:?}"
    );
}

/// However the answer comes, those on duty hear it at once.
#[test]
fn danger_reaches_those_on_duty_by_whatever_way_it_is_said() {
    let message = MessageId(4);
    let press = |what| Happened::Press {
        press: Press::Draft(draft_id(0), 0, what),
        message,
    };
    let typed = |forwarded| Happened::Text {
        message,
        text: "danger now".into(),
        forwarded,
    };
    let edited = Happened::Edited {
        message,
        text: "danger now".into(),
    };
    for (happened, waiting, typed_in) in [
        (press(InDraft::Choose(2)), false, false),
        (typed(false), false, false),
        (press(InDraft::Mine), true, false),
        (edited, false, true),
    ] {
        let mut people: Vec<Person> = (0..PEOPLE)
            .map(|number| Person {
                id: person_id(number),
                name: format!("name-{number}"),
                role: Role::ALL[number / 2],
                team: Some(team_id(number % 2)),
                language: None,
                zone: None,
                consent: None,
                standing: Standing::Active,
            })
            .collect();
        people.iter_mut().for_each(settle);
        let rough = Rough {
            focus: false,
            ticked: false,
            view: View::Plain,
            forwarded: false,
            alerted: false,
            due_h: None,
        };
        // "Today" and whom she saw; danger is asked next.
        let told = Told {
            owner: VOLUNTEER,
            case: 0,
            turn: 0,
            dice: vec![0, 0],
            rough,
        };
        let programming = Programming {
            people,
            members: BTreeMap::from([((VOLUNTEER, 0), Membership::Visits)]),
            drafts: vec![told],
            reports: Vec::new(),
            alerts: Vec::new(),
            visited: [None; 3],
        };
        let said = format!("{happened:?}");
        let place = Place::Draft { draft: draft_id(0) };
        let moment = Moment {
            who: Some(VOLUNTEER),
            place,
            happened,
            after_h: 0,
        };
        let (mut world, event, _) = programming.arrange(&moment);
        let hand = world.draft.as_mut().expect("her draft");
        let danger = kinkeeper::core::form::Place::new("danger");
        hand.draft.body.forwarded = waiting.then(|| "danger now".into());
        if typed_in {
            hand.draft.body.typed_in.insert(message.0, danger);
        }
        let effects = step(&world, &event).effects;
        let raised = effects
            .iter()
            .any(|effect| matches!(effect, Effect::RaiseAlert(_)));
        assert!(raised, "{said} raises no alert");
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::Tell { to, .. } => Some(to.person),
            _ => None,
        });
        assert_eq!(told.collect::<Vec<_>>(), [person_id(SUPERVISORS)], "{said}");
    }
}
