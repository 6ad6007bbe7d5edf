//! A small programme in memory: a moment comes in, the world that it needs goes out. It stands in for the database.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kinkeeper::core::access::{Action, Relation, may, may_with};
use kinkeeper::core::alert::{Alert, AlertInHand, AlertState};
use kinkeeper::core::asking;
use kinkeeper::core::case::{Case, CaseInHand, LastVisit, Membership, Record, Referral, Risk};
use kinkeeper::core::draft::{Body, Draft, DraftOnList, View};
use kinkeeper::core::effect::Effect;
use kinkeeper::core::event::{Event, Fresh, Happened};
use kinkeeper::core::form::{
    Answer, Answers, Form, Given, Interview, Media, MediaKind, check, model::Kind, table,
};
use kinkeeper::core::goal::{Choice, Decided, Goal, Side, Task};
use kinkeeper::core::id::{
    AlertId, CaseId, ChatId, Code, DraftId, FormId, GoalId, InviteId, MediaId, MessageId, PersonId,
    ReferralId, ReportId, TaskId, TeamId,
};
use kinkeeper::core::part::Part;
use kinkeeper::core::people::{Consent, Language, Person, Recipient, Role, Standing};
use kinkeeper::core::place::Place;
use kinkeeper::core::press::Press;
use kinkeeper::core::report::{ReportInHand, ReportState};
use kinkeeper::core::stage::{Known, Stage};
use kinkeeper::core::step::{needs, step};
use kinkeeper::core::world::{Chat, DraftInHand, FormInUse, Invitation, Need, Programme, World};
use kinkeeper::words::Words;
use uuid::Uuid;

/// Rounds of needs after which the worker gives an event up.
pub const ROUNDS: usize = 8;
pub const LANGUAGES: [&str; 5] = ["en", "fr", "es", "sw", "ar"];
pub const CODES: [&str; 3] = ["K7M2QX", "AB2CD3", "ZZ2ZZ3"];
pub const TOKEN: &str = "a-good-token";

pub static VISIT: LazyLock<Arc<Form>> = LazyLock::new(|| {
    let tables =
        table::read_markdown(include_str!("../../forms/visit.md")).expect("the visit form");
    Arc::new(check::compile(&tables).expect("the visit form").0)
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
pub fn alert_id(number: usize) -> AlertId {
    AlertId(id(5, number))
}
pub fn team_id(number: usize) -> TeamId {
    TeamId(id(6, number))
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
        }
    }

    pub fn case_in_hand(&self, number: usize, asking: Option<usize>) -> CaseInHand {
        // One agreed before, one to decide on, one agreed here with a step promised.
        let goals = (0..number).map(|nth| Goal {
            id: goal_id(number, nth),
            version: 1,
            words: format!("goal-of-{number}"),
            ready: None,
            means: Some(format!("goal-of-{number}")),
            review_on: None,
            agreed_before: nth == 0,
            decided: (nth == 2).then(|| Decided {
                choice: Choice::Agree,
                at: start(),
                by: "Amina".into(),
                listener: None,
                comment: None,
                language: Language("sw".into()),
            }),
            tasks: vec![Task {
                id: TaskId(id(12, number * 10 + nth)),
                words: format!("goal-of-{number}"),
                side: Side::Family,
                due_on: None,
                done_at: None,
            }],
        });
        let referrals = (1..number).map(|nth| Referral {
            id: ReferralId(id(8, number * 10 + nth)),
            words: format!("referral-of-{number}"),
        });
        CaseInHand {
            case: self.case(number, asking),
            goals: goals.collect(),
            referrals: referrals.collect(),
            known: Known::default(),
        }
    }

    fn record(number: usize) -> Record {
        Record {
            strengths: vec![format!("strength-of-{number}")],
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
        World {
            programme: Arc::new(Programme {
                zone: Tz::UTC,
                languages: LANGUAGES.map(|tag| Language(tag.into())).to_vec(),
                forms: vec![FormInUse {
                    id: FormId(id(9, 0)),
                    form: Arc::clone(&VISIT),
                    part: Part::default(),
                }],
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
            record: None,
            report: None,
            alert: None,
            circle: Vec::new(),
            duty: Vec::new(),
            invitation: None,
        }
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
                seed: 7,
            },
        }
    }

    /// The world in which a moment is decided, with all that it needs; and in how many rounds it came together.
    pub fn arrange(&self, moment: &Moment) -> (World, Event, usize) {
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

    pub fn load(&self, world: &mut World, need: &Need, who: Option<usize>) {
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

    pub fn alert(
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
        let relation = if person.team == Some(asked.team) {
            Relation::Team
        } else {
            Relation::Foreign
        };
        may_with(person, &asked, Action::SeeCase)
            || (alerted && may(person, relation, Action::SeeAlert))
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
