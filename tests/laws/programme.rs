//! A small programme in memory: a moment comes in, the world that it needs goes out. It stands in for the database.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kinkeeper::core::absence::Absence;
use kinkeeper::core::access::{Action, Relation, may_with};
use kinkeeper::core::agreed::Earlier;
use kinkeeper::core::alert::{Alert, AlertInHand, AlertOnList, AlertState, Note, Origin, Spoken};
use kinkeeper::core::asking;
use kinkeeper::core::case::{Case, CaseInHand, LastVisit, Membership, Record, Referral, Risk};
use kinkeeper::core::climbing::{Answerer, Call, Channel};
use kinkeeper::core::draft::{Body, Draft, DraftOnList, View};
use kinkeeper::core::due::danger as ladder;
use kinkeeper::core::due::ladder::{Call as NextCall, Rung, Told as ToldAs};
use kinkeeper::core::due::obligation::{Because, Rule};
use kinkeeper::core::due::preference::Preference;
use kinkeeper::core::due::profile::change::{Change, Moves};
use kinkeeper::core::due::profile::file::Unreadable;
use kinkeeper::core::due::profile::{Column, Problem, Profile, Wrong};
use kinkeeper::core::due::visits::Reason;
use kinkeeper::core::due::window::Window;
use kinkeeper::core::effect::Effect;
use kinkeeper::core::event::{Event, Fresh, Happened};
use kinkeeper::core::expecting::{Compared, NumberAsked, Sent};
use kinkeeper::core::form::{
    Answer, Answers, Form, Given, Interview, Media, MediaKind, check, model::Kind, table,
};
use kinkeeper::core::giving_back::Lent;
use kinkeeper::core::goal::{Choice, Decided, Goal, Side, Task};
use kinkeeper::core::handover::{Carried, Colleague, Placed};
use kinkeeper::core::hearing::Kept;
use kinkeeper::core::id::{
    AlertId, CaseId, ChatId, Code, DraftId, FormId, GoalId, InviteId, MediaId, MemberId, MessageId,
    ObligationId, PersonId, ReferralId, ReportId, ServiceId, ShareId, TaskId, TeamId, UserId,
};
use kinkeeper::core::inviting::Newcomer;
use kinkeeper::core::keeping::{self, Keeping, Purpose};
use kinkeeper::core::late::{Doer, LateThing, Worker};
use kinkeeper::core::part::Part;
use kinkeeper::core::parting::{Erasure, OwnRecord};
use kinkeeper::core::people::{Consent, Kin, Language, Person, Recipient, Role, Standing};
use kinkeeper::core::phone::Phone;
use kinkeeper::core::place::Place;
use kinkeeper::core::press::Press;
use kinkeeper::core::referral::{Asked, Packet, Shared};
use kinkeeper::core::reminding::Reminder;
use kinkeeper::core::report::{ReportInHand, ReportState};
use kinkeeper::core::review::{ReviewInHand, ReviewState, Reviews, Said, ToRead, Verdict};
use kinkeeper::core::service::{Lack, Listed, Service};
use kinkeeper::core::share::{Released, Token};
use kinkeeper::core::signal::Signal;
use kinkeeper::core::stage::{Known, Stage};
use kinkeeper::core::step::{instead, needs, step};
use kinkeeper::core::stuck::{Scored, Viewpoint};
use kinkeeper::core::trial::{Found, Proposed, Trial};
use kinkeeper::core::typed_code::TypedCode;
use kinkeeper::core::waiting::{About, Matter, Waits};
use kinkeeper::core::world::{Chat, DraftInHand, FormInUse, Invitation, Need, Programme, World};
use kinkeeper::words::Words;
use uuid::Uuid;

use crate::dice::{MANAGERS, SUPERVISORS};

/// Rounds of needs after which the worker gives an event up.
pub const ROUNDS: usize = 8;
pub const LANGUAGES: [&str; 5] = ["en", "fr", "es", "sw", "ar"];
pub const CODES: [&str; 3] = ["K7M2QX", "AB2CD3", "ZZ2ZZ3"];
pub const TOKEN: &str = "a-good-token";
/// The phone number that is expected.
pub const NUMBER: &str = "0712 345 678";
/// A supervisor's number.
pub const SUPERVISOR: usize = 6;

pub static VISIT: LazyLock<Arc<Form>> = LazyLock::new(|| {
    let tables =
        table::read_markdown(include_str!("../../forms/visit.md")).expect("the visit form");
    Arc::new(check::compile(&tables).expect("the visit form").0)
});
/// The form with which a family's own case begins.
pub static ASKING: LazyLock<Arc<Form>> = LazyLock::new(|| {
    let tables = table::read_markdown(include_str!("../../forms/asking_for_help.md"))
        .expect("the form in which a family asks for help");
    Arc::new(
        check::compile(&tables)
            .expect("the form in which a family asks for help")
            .0,
    )
});
pub static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load(None).expect("the locales"));

pub fn id(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + number as u128)
}
pub fn goal_id(case: usize, nth: usize) -> GoalId {
    GoalId(id(7, case * 10 + nth))
}
pub fn person_id(number: usize) -> PersonId {
    PersonId(id(1, number))
}
pub fn case_id(number: usize) -> CaseId {
    CaseId(id(2, number))
}
pub fn draft_id(number: usize) -> DraftId {
    DraftId(id(3, number))
}
pub fn report_id(number: usize) -> ReportId {
    ReportId(id(4, number))
}
/// A voice note about a danger.
pub fn said_of(number: usize) -> Spoken {
    Spoken {
        media: MediaId(id(13, number)),
        kind: MediaKind::Audio,
    }
}

pub fn alert_id(number: usize) -> AlertId {
    AlertId(id(5, number))
}
pub fn trial_id(number: usize) -> MediaId {
    MediaId(id(23, number))
}
/// The files that the first manager sent; the last is gone.
fn trial(wanted: MediaId) -> Option<Trial> {
    let number = (0..7).find(|number| trial_id(*number) == wanted)?;
    let proposed = |instead_of| {
        let text = "visit_every_days_high,5".to_owned();
        let changes = vec![Change {
            name: "visit_every_days_high".into(),
            before: "7".into(),
            after: "5".into(),
        }];
        Found::Right(Box::new(Proposed {
            instead_of,
            text,
            changes,
            moves: Moves::default(),
            retells: true,
            keeps_days_off: true,
        }))
    };
    let problem = Problem {
        line: 3,
        column: Column::Setting,
        wrong: Wrong::Unknown("visits".into()),
    };
    let found = match number {
        0 => None,
        1 => Some(Found::Unreadable(Unreadable::NotText)),
        2 => Some(Found::Wrong(vec![problem; 40])),
        3 => Some(Found::Old(2)),
        4 => Some(Found::Same),
        5 => Some(proposed(2)),
        _ => Some(proposed(3)),
    };
    let by = person_id(MANAGERS);
    Some(Trial {
        id: wanted,
        by,
        found,
    })
}
pub fn obligation_id(case: usize) -> ObligationId {
    ObligationId(id(19, case))
}
pub fn invite_id(number: usize) -> InviteId {
    InviteId(id(13, number))
}
pub fn team_id(number: usize) -> TeamId {
    TeamId(id(6, number))
}
pub fn member_id(who: usize, case: usize) -> MemberId {
    MemberId(id(13, who * 10 + case))
}
pub fn referral_id(case: usize, nth: usize) -> ReferralId {
    ReferralId(id(8, case * 10 + nth))
}
pub fn service_id() -> ServiceId {
    ServiceId(id(13, 0))
}
pub fn share_id(case: usize) -> ShareId {
    ShareId(id(14, case))
}
pub fn service(lack: Lack) -> Service {
    Service {
        name: "Eye clinic".into(),
        lack,
        area: "Riverside".into(),
        contact: "0700 123 456".into(),
        hours: String::new(),
        languages: String::new(),
        notes: String::new(),
    }
}
pub fn listed(lack: Lack) -> Listed {
    Listed {
        id: service_id(),
        service: service(lack),
    }
}
pub fn typed_code() -> TypedCode {
    TypedCode::from_random([1, 2, 3, 4, 5, 6, 7])
}
pub fn code(number: usize) -> Code {
    Code::parse(CODES[number]).expect("a code")
}
pub fn start() -> DateTime<Utc> {
    "2026-03-02T15:00:00Z".parse().expect("an instant")
}

/// Who and what there is. Numbers are places in these lists; cases are 0 to 2, teams 0 and 1.
#[derive(Clone, Debug)]
pub struct Programming {
    pub people: Vec<Person>,
    pub members: BTreeMap<(usize, usize), Membership>,
    pub drafts: Vec<Told>,
    pub reports: Vec<(Told, ReportState)>,
    /// The case, who raised it, and who has it.
    pub alerts: Vec<(usize, usize, Option<usize>)>,
    /// Hours since the last visit of each case, if there was one.
    pub visited: [Option<i64>; 3],
}

/// Answers that somebody gave about a case.
#[derive(Clone, Debug)]
pub struct Told {
    pub owner: usize,
    pub case: usize,
    pub turn: u32,
    pub dice: Vec<u16>,
    pub rough: Rough,
}

/// What of a draft's body no answer tells.
#[derive(Clone, Copy, Debug)]
pub struct Rough {
    pub focus: bool,
    pub ticked: bool,
    pub view: View,
    pub forwarded: bool,
    pub alerted: bool,
    pub due_h: Option<i64>,
}

/// A moment: who does what, where, when.
#[derive(Clone, Debug)]
pub struct Moment {
    pub who: Option<usize>,
    pub place: Place,
    pub happened: Happened,
    pub after_h: i64,
}

impl Programming {
    pub fn recipient(&self, who: usize) -> Recipient {
        let person = &self.people[who];
        Recipient {
            person: person.id,
            chat: ChatId(1000 + who as i64),
            language: person.language.clone().unwrap_or_else(Language::english),
            zone: person.zone.unwrap_or(Tz::UTC),
            role: person.role,
            preference: person.preference,
        }
    }

    pub fn case(&self, number: usize, asking: Option<usize>) -> Case {
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
            stage: Stage::Implementation,
            team: team_id(number % 2),
            zone: Tz::Africa__Nairobi,
            opened_on: start().date_naive(),
            membership,
            last_visit,
            placed_on: None,
            planned: None,
            pause: None,
            unsent: false,
        }
    }

    pub fn case_in_hand(&self, number: usize, asking: Option<usize>) -> CaseInHand {
        // One agreed before, one to decide on, one agreed here with a step promised.
        let goals = (0..number).map(|nth| Goal {
            id: goal_id(number, nth),
            // The one to decide on has new words.
            version: if nth == 1 { 2 } else { 1 },
            words: format!("goal-of-{number}"),
            ready: None,
            means: Some(format!("goal-of-{number}")),
            levels: None,
            review_on: None,
            agreed_before: nth == 0,
            decided: (nth == 2).then(decided),
            tasks: vec![Task {
                id: TaskId(id(12, number * 10 + nth)),
                words: format!("goal-of-{number}"),
                side: Side::Family,
                due_on: None,
                done_at: None,
            }],
        });
        let referrals = (1..number).map(|nth| Referral {
            id: referral_id(number, nth),
            words: format!("referral-of-{number}"),
            lack: Some(Lack::Food),
        });
        CaseInHand {
            case: self.case(number, asking),
            goals: goals.collect(),
            referrals: referrals.collect(),
            known: Known::default(),
        }
    }

    /// The first family was not asked, the second lets voices be kept, the others pictures.
    fn keeping(case: usize) -> Keeping {
        let said = |purpose, given| keeping::Consent {
            purpose,
            given,
            at: start(),
            by: "Amina".into(),
            listener: None,
        };
        let words = [
            said(Purpose::Photo, case > 1),
            said(Purpose::Voice, case == 1),
        ];
        Keeping {
            said: words.into_iter().filter(|_| case > 0).collect(),
            reminded: false,
        }
    }

    fn asked(number: usize) -> Vec<Asked> {
        let asked = (1..number).map(|nth| Asked {
            id: referral_id(number, nth),
            words: format!("referral-of-{number}"),
            dates: None,
            service: Some(service(Lack::Food)),
            answer: None,
        });
        asked.collect()
    }

    fn shares(number: usize) -> Vec<Released> {
        vec![Released {
            id: share_id(number),
            to: format!("recipient-of-{number}"),
            expires_at: start() + TimeDelta::days(7),
            opened_at: None,
            ended_at: None,
        }]
    }

    fn record(number: usize) -> Record {
        Record {
            strengths: vec![Note::Words(format!("strength-of-{number}"))],
            scored: [1, 2]
                .map(|report| Scored {
                    goal: goal_id(number, 0),
                    report: report_id(report),
                    view: Viewpoint::Volunteer,
                    score: -2,
                })
                .to_vec(),
            said: vec![Earlier {
                goal: goal_id(number, 1),
                version: 1,
                words: format!("goal-of-{number}"),
                ready: None,
                means: Some(format!("goal-of-{number}")),
                decided: Some(decided()),
                tasks: Vec::new(),
            }],
            review_on: Some(start().date_naive()),
            ..Record::default()
        }
    }

    /// A draft as its owner brought it this far.
    pub fn draft(&self, number: usize, told: &Told, asking: Option<usize>) -> DraftInHand {
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
            let context = asking::context(&hand, &Language::english(), start());
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
    pub fn begun(&self, case: usize) -> Draft {
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

    pub fn world(&self, who: Option<usize>, place: Place) -> World {
        let programme = Programme {
            zone: Tz::UTC,
            languages: LANGUAGES.map(|tag| Language(tag.into())).to_vec(),
            public_url: Some("https://kinkeeper.example".into()),
            child_account_age: 12,
            second_channels: vec![Channel::Email],
            profile: Profile::default(),
            profile_version: 3,
            forms: vec![
                FormInUse {
                    id: FormId(id(9, 0)),
                    form: Arc::clone(&VISIT),
                    part: Part::default(),
                },
                FormInUse {
                    id: FormId(id(9, 1)),
                    form: Arc::clone(&ASKING),
                    part: Part::known(&ASKING),
                },
            ],
        };
        let chat = Chat {
            id: ChatId(1000 + who.unwrap_or(99) as i64),
            live: Some(MessageId(5)),
            place,
        };
        let person = who.map(|who| self.people[who].clone());
        let mut world = World::new(Arc::new(programme), chat, person);
        world.sender_name = "Somebody".into();
        world.sender_language = Some(Language("sw".into()));
        world.vocabulary = WORDS.vocabulary(&Language::english());
        world
    }

    pub fn event(&self, happened: &Happened, at: DateTime<Utc>) -> Event {
        Event {
            at,
            happened: happened.clone(),
            fresh: Fresh {
                draft: draft_id(900),
                report: report_id(900),
                alert: alert_id(900),
                media: MediaId(id(10, 900)),
                goal: GoalId(id(7, 900)),
                tasks: [901, 902, 903].map(|number| TaskId(id(12, number))),
                case: CaseId(id(2, 900)),
                code: [1, 2, 3, 4, 5],
                invite: invite_id(900),
                token: [7; 16],
                typed_code: [7; 7],
                referral: ReferralId(id(8, 900)),
                share: ShareId(id(14, 900)),
                share_token: Token([7; 16]),
                seed: 7,
            },
        }
    }

    /// The world in which a moment is decided, with all that it needs; and in how many rounds it came together.
    pub fn arrange(&self, moment: &Moment) -> (World, Event, usize) {
        let mut event = self.event(&moment.happened, start() + TimeDelta::hours(moment.after_h));
        let mut world = self.world(moment.who, moment.place.clone());
        let mut rounds = self.fill(&mut world, &event, moment.who);
        if let Some(unknown) = instead(&world, &event) {
            event.happened = unknown;
            world = world.unloaded();
            rounds = rounds.max(self.fill(&mut world, &event, moment.who));
        }
        (world, event, rounds)
    }

    /// Loads all that is needed; returns in how many rounds.
    fn fill(&self, world: &mut World, event: &Event, who: Option<usize>) -> usize {
        let mut rounds = 0;
        loop {
            let missing = needs(world, event);
            if missing.is_empty() || rounds > ROUNDS {
                return rounds;
            }
            rounds += 1;
            for need in missing {
                self.load(world, &need, who);
                world.loaded.insert(need);
            }
        }
    }

    pub fn load(&self, world: &mut World, need: &Need, who: Option<usize>) {
        let own = |told: &Told| Some(told.owner) == who;
        match need {
            Need::Cases => {
                let mine = (0..CODES.len())
                    .filter(|case| who.is_some_and(|who| self.members.contains_key(&(who, *case))));
                world.cases = mine.map(|case| self.case(case, who)).collect();
            }
            Need::TeamCases => {
                let team = who.and_then(|who| self.people[who].team);
                let ours = (0..CODES.len()).filter(|case| Some(team_id(case % 2)) == team);
                world.team = ours.map(|case| self.case(case, who)).collect();
            }
            Need::Reminders | Need::Coming => {
                let all = (0..CODES.len()).filter_map(|case| self.reminder(case, who));
                world.reminders.due = all.collect();
            }
            Need::Reminder(wanted) => {
                let found = (0..CODES.len()).find(|case| obligation_id(*case) == *wanted);
                let found = found.and_then(|case| self.reminder(case, who));
                world.reminders.due = found.into_iter().collect();
            }
            Need::Drafts => {
                let mine = self.drafts.iter().enumerate().filter(|(_, told)| own(told));
                let listed = mine.map(|(number, told)| DraftOnList {
                    id: draft_id(number),
                    code: code(told.case),
                    case: case_id(told.case),
                    form: VISIT.name.clone(),
                    touched_at: start(),
                });
                world.drafts = listed.collect();
            }
            Need::Draft(wanted) => {
                let mut drafts = self.drafts.iter().enumerate();
                let found = drafts.find(|(number, _)| draft_id(*number) == *wanted);
                world.draft = found.map(|(number, told)| self.draft(number, told, who));
            }
            Need::DraftAbout(wanted, form) => {
                let mut drafts = self.drafts.iter().enumerate();
                let found = drafts.find(|(_, told)| {
                    own(told) && case_id(told.case) == *wanted && *form == VISIT.name
                });
                world.draft = found.map(|(number, told)| self.draft(number, told, who));
            }
            Need::Case(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::CaseOfGoal(wanted) => {
                let of = |case: &usize| (0..*case).any(|nth| goal_id(*case, nth) == *wanted);
                let found = (0..CODES.len()).find(of);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::CaseOfTask(wanted) => {
                let task = |case, nth| TaskId(id(12, case * 10 + nth));
                let of = |case: &usize| (0..*case).any(|nth| task(*case, nth) == *wanted);
                let found = (0..CODES.len()).find(of);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::Keeping(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.keeping = found.map(Self::keeping).unwrap_or_default();
            }
            Need::Asked(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.asked = found.map(Self::asked).unwrap_or_default();
            }
            Need::CaseOfReferral(wanted) => {
                let of = |case: &usize| (1..*case).any(|nth| referral_id(*case, nth) == *wanted);
                let found = (0..CODES.len()).find(of);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::Packet(wanted) => {
                let of = |case: &usize| (1..*case).any(|nth| referral_id(*case, nth) == *wanted);
                let found = (0..CODES.len()).find(of);
                world.packet = found.map(|case| Packet {
                    by: "caregiver".into(),
                    how: "spoken".into(),
                    fields: vec![(Shared::Story, format!("packet-of-{case}"))],
                });
            }
            Need::Services(lack) => world.services = vec![listed(*lack)],
            Need::Service(_) => world.services = vec![listed(Lack::Food)],
            Need::Shares(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.shares = found.map(Self::shares).unwrap_or_default();
            }
            Need::CaseOfShare(wanted) => {
                let found = (0..CODES.len()).find(|case| share_id(*case) == *wanted);
                world.case = found.map(|case| self.case_in_hand(case, who));
            }
            Need::Circle(_) => world.circle = Vec::new(),
            Need::Record(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.record = found.map(Self::record);
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
            Need::CaseOfMember(wanted) => {
                let mut members = self.members.keys();
                let found = members.find(|(who, case)| member_id(*who, *case) == *wanted);
                world.case = found.map(|(_, case)| self.case_in_hand(*case, who));
            }
            Need::Places(wanted) => {
                let found = (0..CODES.len()).find(|case| case_id(*case) == *wanted);
                world.leading.places = found.map(|case| self.places(case)).unwrap_or_default();
            }
            Need::Team(team) => {
                let people = self.people.iter().enumerate();
                let ours = people.filter(|(_, person)| {
                    person.team == Some(*team)
                        && person.standing == Standing::Active
                        && person.role != Role::Family
                });
                let colleague = |(number, person): (usize, &Person)| Colleague {
                    person: person.id,
                    name: person.name.clone(),
                    role: person.role,
                    cases: 1,
                    // Some are back, and can be given back to.
                    back_on: (number % 2 == 0).then(|| start().date_naive() + TimeDelta::days(1)),
                    to: Some(self.recipient(number)),
                };
                world.leading.team = ours.map(colleague).collect();
            }
            Need::Carried(person) => {
                let theirs = self
                    .members
                    .keys()
                    .filter(|(who, _)| person_id(*who) == *person);
                let carried = theirs.map(|(_, case)| Carried {
                    case: self.case(*case, who),
                    places: self.places(*case),
                });
                world.leading.carried = carried.collect();
            }
            Need::Late(team) => {
                let ours = (0..CODES.len()).filter(|case| team_id(case % 2) == *team);
                world.leading.late = ours.map(|case| self.late(case, who)).collect();
                let people = self.people.iter().enumerate();
                let workers = people.filter(|(_, person)| {
                    let works = matches!(person.role, Role::Volunteer | Role::Caseworker);
                    works && person.team == Some(*team)
                });
                let worker = |(number, person): (usize, &Person)| Worker {
                    person: person.id,
                    name: person.name.clone(),
                    back_on: None,
                    heard_at: (number % 2 == 0).then(start),
                    cases: vec![(None, self.case(number % 3, who))],
                };
                world.leading.workers = workers.map(worker).collect();
            }
            Need::LateThing(wanted) => {
                let found = (0..CODES.len()).find(|case| obligation_id(*case) == *wanted);
                world.leading.late = found.map(|case| self.late(case, who)).into_iter().collect();
            }
            // Everybody of the team was away once, and gave away what the next one has now.
            Need::Lent(team) => {
                let ours =
                    (0..self.people.len()).filter(|who| self.people[*who].team == Some(*team));
                let ours: Vec<usize> = ours.collect();
                let absence = |who: &usize| Absence {
                    person: person_id(*who),
                    said_at: start() - TimeDelta::days(3),
                    back_on: start().date_naive(),
                    ended_at: None,
                };
                world.leading.absences = ours.iter().map(absence).collect();
                let held = self.members.keys();
                let lent = held.flat_map(|(holder, case)| {
                    let lenders = ours.iter().filter(move |who| *who != holder);
                    lenders.map(move |lender| Lent {
                        of: person_id(*lender),
                        since: start() - TimeDelta::days(2),
                        place: member_id(*holder, *case),
                        before: (lender % 2 == 0).then_some(Membership::Visits),
                        had_until: (lender % 3 == 0).then(|| start() - TimeDelta::hours(50)),
                        carried: Carried {
                            case: self.case(*case, who),
                            places: self.places(*case),
                        },
                    })
                });
                world.leading.lent = lent.collect();
            }
            Need::Worries(_) => world.leading.worries = vec!["food".into()],
            Need::Trial(wanted) => world.trial = trial(*wanted),
            Need::Absence => world.back_on = start().date_naive().succ_opt(),
            Need::Waiting => world.waiting = self.waiting(),
            Need::Reviews => world.leading.reviews = self.reviews(who),
            Need::Review(wanted) => {
                let mut reports = self.reports.iter().enumerate();
                let found = reports.find(|(number, _)| report_id(*number) == *wanted);
                world.leading.review =
                    found.map(|(number, report)| self.review(number, report, who));
            }
            Need::Supervisors(team) => {
                let mut supervisors = self.supervisors(*team);
                supervisors.retain(|to| who.is_none_or(|who| to.person != person_id(who)));
                world.leading.supervisors = supervisors;
            }
            Need::Visits(..) => world.leading.visits = Vec::new(),
            Need::Assessed(..) => world.leading.assessed = vec![("food".into(), 4)],
            Need::Alert(wanted) => {
                let mut alerts = self.alerts.iter().enumerate();
                let found = alerts.find(|(number, _)| alert_id(*number) == *wanted);
                world.alert = found.map(|(number, alert)| self.alert(number, *alert, who));
            }
            Need::Duty(team) => world.duty = self.duty(*team),
            // A manager finds those of which she was told; here a supervisor of each team was.
            Need::Standing => {
                let told = who.is_none_or(|who| self.people[who].role != Role::Manager);
                world.alerts.standing = match told {
                    true => self.listed(who, None),
                    false => Vec::new(),
                };
            }
            Need::AlertsOf(case) => world.alerts.of_case = self.listed(who, Some(*case)),
            Need::Answerers(team, case) => world.alerts.answerers = self.answerers(*team, *case),
            Need::Media(media) => {
                world.media = Some(Kept {
                    media: *media,
                    kind: MediaKind::Audio,
                    file_id: "f".into(),
                    code: code(0),
                });
            }
            // The first three were made by everybody who asks.
            Need::Sent(invite) => {
                let found = (0..3).find(|number| invite_id(*number) == *invite);
                world.expecting.sent = found.filter(|_| who.is_some()).map(|number| {
                    let (role, team, case) = led_to(number);
                    Sent {
                        id: *invite,
                        role,
                        team,
                        case,
                    }
                });
            }
            // Whoever is held is asked by the supervisor, who gave this number.
            Need::NumberAsked(number) => {
                world.expecting.asked = who.map(|who| {
                    let (_, _, case) = led_to(who % 3);
                    let case = (0..CODES.len()).find(|number| Some(case_id(*number)) == case);
                    NumberAsked {
                        invite: invite_id(who % 3),
                        inviter: self.people[SUPERVISOR].clone(),
                        to: Some(self.recipient(SUPERVISOR)),
                        case: case.map(|number| self.case(number, Some(SUPERVISOR))),
                        same: number.is_some() && *number == Phone::parse(NUMBER),
                    }
                });
            }
            // The first three took up invitations: to two cases as family, and into a team. The second had an account before.
            Need::Newcomer(invite) => {
                let found = (0..3).find(|number| invite_id(*number) == *invite);
                world.newcomer = found.map(|number| Newcomer {
                    invite: *invite,
                    person: person_id(700 + number),
                    name: format!("newcomer-{number}"),
                    role: led_to(number).0,
                    team: led_to(number).1,
                    case: led_to(number).2,
                    kin: (number < 2).then_some(Kin::Caregiver),
                    standing: Standing::Held,
                    second_place: number == 1,
                    number: (number == 2).then_some(Compared::Withheld),
                    to: Some(Recipient {
                        person: person_id(700 + number),
                        chat: ChatId(1700),
                        language: Language::english(),
                        zone: Tz::UTC,
                        role: Role::Family,
                        preference: Preference::default(),
                    }),
                });
            }
            Need::OwnRecord => {
                world.own = who.map(|who| OwnRecord {
                    user: UserId(who as i64),
                    team: None,
                    cases: Vec::new(),
                    reports: 3,
                    drafts: 1,
                    // Every third has asked already.
                    asked_at: (who % 3 == 0).then(start),
                });
            }
            Need::Managers => {
                let managers = (0..self.people.len()).filter(|number| {
                    let person = &self.people[*number];
                    person.role == Role::Manager
                        && person.standing == Standing::Active
                        && Some(*number) != who
                });
                world.managers = managers.map(|number| self.recipient(number)).collect();
            }
            Need::Erasure(person) => {
                world.erasure = Some(Erasure {
                    person: *person,
                    name: "Somebody".into(),
                    role: Role::Volunteer,
                    asked_at: start(),
                });
            }
            Need::Teams => {
                world.teams = (0..2)
                    .map(|team| (team_id(team), format!("team-{team}")))
                    .collect();
            }
            Need::BotName => world.bot = Some("kinkeeper_bot".into()),
            Need::Invitation(token) => {
                world.invitation = (token == TOKEN).then(|| Invitation {
                    id: InviteId(id(11, 0)),
                    role: Role::Volunteer,
                    case: None,
                    language: None,
                    zone: None,
                    kin: None,
                    by: Some(self.recipient(SUPERVISOR)),
                    expects_number: false,
                });
            }
            // One to a case.
            Need::InvitationByCode(code) => {
                world.invitation = (*code == typed_code()).then(|| Invitation {
                    id: InviteId(id(11, 1)),
                    role: Role::Family,
                    case: Some(case_id(1)),
                    language: None,
                    zone: None,
                    kin: Some(Kin::Caregiver),
                    by: Some(self.recipient(SUPERVISOR)),
                    expects_number: true,
                });
            }
        }
    }

    fn places(&self, case: usize) -> Vec<Placed> {
        let here = self.members.iter().filter(|((_, of), _)| *of == case);
        here.map(|((who, _), place)| Placed {
            id: member_id(*who, case),
            person: person_id(*who),
            name: self.people[*who].name.clone(),
            place: *place,
            objected: false,
            to: Some(self.recipient(*who)),
        })
        .collect()
    }

    /// Something of every kind in every case, whoever asks.
    fn waiting(&self) -> Vec<Waits> {
        let cases = (0..3).flat_map(|case| Matter::ALL.map(|matter| (case, matter)));
        let waits = cases.map(|(case, matter)| Waits {
            matter,
            case: case_id(case),
            about: match matter {
                Matter::Received | Matter::FollowUp => About::Referral(referral_id(case, 0)),
                Matter::StillFine | Matter::Aftercare | Matter::Unled | Matter::Quiet => {
                    About::Case
                }
                Matter::Decide
                | Matter::Promised
                | Matter::Reword
                | Matter::Review
                | Matter::Overdue => About::Goal(goal_id(case, 0)),
            },
        });
        waits.collect()
    }

    fn reviews(&self, who: Option<usize>) -> Reviews {
        let reports = self.reports.iter().enumerate();
        let to_read = reports.map(|(number, (told, state))| ToRead {
            report: report_id(number),
            case: self.case(told.case, who),
            danger: None,
            waits: *state == ReportState::Waiting,
            sent_at: start(),
        });
        Reviews {
            to_read: to_read.collect(),
            asked: Vec::new(),
            accepted: 1,
        }
    }

    /// A report under review; of the first one somebody asks.
    fn review(
        &self,
        number: usize,
        (told, state): &(Told, ReportState),
        who: Option<usize>,
    ) -> ReviewInHand {
        let hand = self.draft(number, told, who);
        let asker = SUPERVISORS + told.case % 2;
        ReviewInHand {
            report: ReportInHand {
                id: report_id(number),
                person: person_id(told.owner),
                case: hand.case,
                form_id: hand.draft.form,
                form: hand.form,
                sent_at: start(),
                state: *state,
                answers: hand.draft.body.answers,
                brought: hand.draft.body.brought,
            },
            fell: Vec::new(),
            opened_at: start(),
            by: self.people[told.owner].name.clone(),
            role: self.people[told.owner].role,
            reporter: Some(self.recipient(told.owner)),
            state: if number == 0 {
                ReviewState::Asked
            } else {
                ReviewState::Open
            },
            said: vec![Said {
                verdict: Verdict::Asked,
                person: person_id(asker),
                by: self.people[asker].name.clone(),
                at: start(),
                words: Some(format!("note-about-{}", told.case)),
                spoken: None,
            }],
            signals: Signal::ALL.to_vec(),
        }
    }

    /// All supervisors of a team.
    pub fn supervisors(&self, team: TeamId) -> Vec<Recipient> {
        let people = self.people.iter().enumerate();
        let ours = people.filter(|(_, person)| {
            person.role == Role::Supervisor
                && person.team == Some(team)
                && person.standing == Standing::Active
        });
        ours.map(|(who, _)| self.recipient(who)).collect()
    }

    pub fn alert(
        &self,
        number: usize,
        (case, by, taken): (usize, usize, Option<usize>),
        who: Option<usize>,
    ) -> AlertInHand {
        AlertInHand {
            alert: Alert {
                id: alert_id(number),
                case: case_id(case),
                code: code(case),
                team: team_id(case % 2),
                raised_by: self.recipient(by),
                // The second alert is a family's own call.
                origin: match number {
                    1 => Origin::Family,
                    _ => Origin::Answer(draft_id(500 + number)),
                },
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
            membership: who.and_then(|who| self.members.get(&(who, case)).copied()),
            role: self.people[by].role,
            notes: vec![
                Note::Words(format!("note-about-{case}")),
                Note::Media(said_of(number)),
            ],
            outcomes: Vec::new(),
            calls: self.calls(number),
            next_at: Some(start()),
            told: self.duty(team_id(case % 2)),
        }
    }

    /// The alerts, or those of a case, as this person sees them.
    fn listed(&self, who: Option<usize>, of: Option<CaseId>) -> Vec<AlertOnList> {
        let alerts = self.alerts.iter().enumerate();
        let listed = alerts.map(|(number, alert)| {
            let found = self.alert(number, *alert, who);
            let taken = match &found.alert.state {
                AlertState::Open => None,
                AlertState::Taken { name, at, .. } => Some((name.clone(), *at)),
            };
            AlertOnList {
                id: found.alert.id,
                code: found.alert.code.clone(),
                team: found.alert.team,
                membership: found.membership,
                raised_by: found.alert.raised_by.person,
                reporter: found.reporter,
                called: !matches!(found.alert.origin, Origin::Answer(_)),
                raised_at: found.alert.raised_at,
                taken,
                ended: None,
            }
        });
        let wanted = |alert: &AlertOnList| {
            of.is_none_or(|case| {
                self.alerts.iter().enumerate().any(|(number, (about, ..))| {
                    alert_id(number) == alert.id && case_id(*about) == case
                })
            })
        };
        listed.filter(wanted).collect()
    }

    /// Those who answer for the dangers of a case; some are away, some have blocked the bot.
    pub fn answerers(&self, team: TeamId, case: CaseId) -> Vec<Answerer> {
        let people = self.people.iter().enumerate();
        let active = people.filter(|(_, person)| person.standing == Standing::Active);
        let answer = active.filter_map(|(who, person)| {
            let places = (0..CODES.len()).filter(|number| case_id(*number) == case);
            let place = places
                .filter_map(|number| self.members.get(&(who, number)))
                .next();
            let of_team = person.team == Some(team);
            let asked = match person.role {
                Role::Manager => true,
                Role::Supervisor => of_team || place.is_some(),
                Role::Caseworker => place.is_some(),
                Role::Family | Role::Volunteer => false,
            };
            asked.then(|| Answerer {
                to: self.recipient(who),
                role: person.role,
                relation: Relation::to_case_of(person, team, place.copied()),
                on_duty: of_team && person.role == Role::Supervisor,
                reach: match who {
                    7 => ladder::Reach::Absent,
                    9 => ladder::Reach::Blocked,
                    _ => ladder::Reach::Open,
                },
            })
        });
        answer.collect()
    }

    /// The supervisors of its team were called about each alert, and the second channel about the first.
    fn calls(&self, number: usize) -> Vec<Call> {
        let (case, ..) = self.alerts[number];
        let place = ladder::Place {
            round: 0,
            rung: ladder::Rung::OnDuty,
        };
        let call = |to, shown| Call {
            message: ladder::Message {
                place,
                to,
                at: start(),
                fate: ladder::Fate::Sent,
            },
            shown,
        };
        let told = self.duty(team_id(case % 2)).into_iter();
        let people = told.map(|to| {
            let whom = ladder::Whom::Person(to.person);
            call(whom, Some((to, MessageId(900))))
        });
        let second = (number == 0).then(|| call(ladder::Whom::SecondChannel, None));
        people.chain(second).collect()
    }

    pub fn duty(&self, team: TeamId) -> Vec<Recipient> {
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
    pub fn may_see(&self, who: usize, case: usize) -> bool {
        let person = &self.people[who];
        let asked = self.case(case, Some(who));
        let alerted = self.alerts.iter().any(|(about, ..)| *about == case);
        may_with(person, &asked, Action::SeeCase)
            || (alerted && may_with(person, &asked, Action::SeeAlert))
    }

    /// What somebody is told of a case: its visit to whoever visits, that it is late to the others.
    fn reminder(&self, case: usize, who: Option<usize>) -> Option<Reminder> {
        let seen = self.case(case, who);
        let told = match self.people[who?].role {
            Role::Family | Role::Volunteer | Role::Caseworker => ToldAs::Assigned,
            Role::Supervisor => ToldAs::SupervisorDigest,
            Role::Manager => ToldAs::Manager,
        };
        let due = seen.next_visit_on(&Profile::default());
        let rule = [Rule::Visit, Rule::Decide, Rule::FollowUp][case % 3];
        Some(Reminder {
            id: obligation_id(case),
            rule,
            subject: case_id(case).0,
            window: Window::around(due, 14),
            because: Because::Visit {
                by: Reason::Agreed,
                last: None,
            },
            told,
            next: Some(NextCall {
                rung: match told {
                    ToldAs::Assigned => Rung::Today,
                    ToldAs::SupervisorDigest => Rung::Supervisor,
                    ToldAs::Manager => Rung::Manager,
                },
                on: start().date_naive(),
                at: start(),
            }),
            put_off: 0,
            again: false,
            case: seen,
        })
    }

    /// What is due of a case, with those who visit it; some of them were asked a while ago.
    fn late(&self, case: usize, who: Option<usize>) -> LateThing {
        let seen = self.case(case, who);
        let visiting = self.members.iter();
        let visiting =
            visiting.filter(|((_, of), place)| *of == case && **place == Membership::Visits);
        let doer = |((number, _), _): (&(usize, usize), &Membership)| Doer {
            person: person_id(*number),
            name: self.people[*number].name.clone(),
            place: Some(member_id(*number, case)),
            back_on: None,
            untold: case == 1,
            asked_at: (number % 2 == 0).then(|| start() - TimeDelta::days(2)),
            pushed: vec![start() - TimeDelta::minutes(20)],
            touched_at: None,
            to: Some(self.recipient(*number)),
        };
        LateThing {
            id: obligation_id(case),
            rule: [Rule::Visit, Rule::Review, Rule::FollowUp][case % 3],
            window: Window::around(start().date_naive() - TimeDelta::days(9), 14),
            because: Because::FollowUp,
            with: visiting.map(doer).collect(),
            case: seen,
        }
    }

    /// Whether this person may invite into this case or team.
    pub fn may_invite(
        &self,
        who: usize,
        role: Role,
        case: Option<CaseId>,
        team: Option<TeamId>,
    ) -> bool {
        let person = &self.people[who];
        let number = (0..CODES.len()).find(|number| Some(case_id(*number)) == case);
        match (number, team) {
            (Some(number), _) => {
                may_with(person, &self.case(number, Some(who)), Action::InviteFamily)
            }
            (None, Some(team)) if role == Role::Family => {
                let asks = matches!(person.role, Role::Caseworker | Role::Supervisor);
                asks && person.team == Some(team)
            }
            (None, Some(team)) if person.role == Role::Supervisor => person.team == Some(team),
            (None, _) => person.role == Role::Manager,
        }
    }

    /// Whether this person may open a case in the team of this one.
    pub fn may_open_beside(&self, who: usize, case: usize) -> bool {
        may_with(
            &self.people[who],
            &self.case(case, Some(who)),
            Action::OpenCase,
        )
    }

    /// Whether this person may say who is in a case.
    pub fn may_assign(&self, who: usize, case: CaseId) -> bool {
        let number = (0..CODES.len()).find(|number| case_id(*number) == case);
        number.is_some_and(|number| {
            may_with(
                &self.people[who],
                &self.case(number, Some(who)),
                Action::AssignPeople,
            )
        })
    }

    /// Whether this person may write about a case.
    pub fn may_report(&self, who: usize, case: CaseId) -> bool {
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

/// As what, and where, one of the first three invitations leads.
fn led_to(invite: usize) -> (Role, Option<TeamId>, Option<CaseId>) {
    match invite {
        2 => (Role::Volunteer, Some(team_id(0)), None),
        _ => (Role::Family, None, Some(case_id(invite))),
    }
}

pub fn settle(person: &mut Person) {
    person.language = Some(Language::english());
    person.zone = Some(Tz::Africa__Nairobi);
    person.consent = Some(Consent {
        at: start(),
        version: u16::MAX,
    });
}

/// Answers one question after another with whatever the dice say, until they are used up.
pub fn answer_on(hand: &mut DraftInHand, dice: &[u16]) {
    let context = asking::context(hand, &Language::english(), start());
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

/// What the family said of a goal: it agrees.
fn decided() -> Decided {
    Decided {
        choice: Choice::Agree,
        at: start(),
        by: "Amina".into(),
        listener: None,
        comment: None,
        language: Language("sw".into()),
    }
}
