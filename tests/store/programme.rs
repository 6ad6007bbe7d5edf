//! A small programme to test with: a team, its people, a case, and what they do.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kinkeeper::core::case::Risk;
use kinkeeper::core::draft::{Body, Draft};
use kinkeeper::core::due::profile::Profile;
use kinkeeper::core::effect::{Effect, Purpose, Step};
use kinkeeper::core::event::{Event, Happened};
use kinkeeper::core::form::{Accept, Form, Kind, Question, Value, Words};
use kinkeeper::core::id::{CaseId, ChatId, Code, DraftId, FormId, PersonId, TeamId, UserId};
use kinkeeper::core::part::Part;
use kinkeeper::core::people::{Consent, Language, Role};
use kinkeeper::core::reminding::Reminder;
use kinkeeper::core::report::{Danger, Outcome, Report, Visit};
use kinkeeper::core::stage::Stage;
use kinkeeper::core::world::{FormInUse, Need, Programme, World};
use kinkeeper::ids;
use kinkeeper::store::mail::{OutboxRow, Outgoing};
use kinkeeper::store::programme::{NewCase, NewPerson};
use kinkeeper::store::step::Committing;
use kinkeeper::store::{Error, Store, Tx};

pub const AMINA: UserId = UserId(101);
pub const GRACE: UserId = UserId(102);
pub const MOSES: UserId = UserId(103);

/// What must never stand readable in a database.
pub const CANARIES: [&str; 5] = [
    "AminaCanary",
    "BlueHouseCanary",
    "GoesToSchoolCanary",
    "BruisesCanary",
    "HelloCanary",
];

/// Noon of a Monday.
pub fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00.123456Z".parse().unwrap()
}

pub struct Fixture {
    pub store: Store,
    pub programme: Arc<Programme>,
    pub team: TeamId,
    pub amina: PersonId,
    pub grace: PersonId,
    pub moses: PersonId,
    pub case: CaseId,
}

impl Fixture {
    /// Amina visits the case K7M2QX, Grace supervises the team, Moses manages; all have agreed to the privacy words.
    pub async fn new(store: Store) -> Self {
        let mut tx = store.begin().await.unwrap();
        let team = tx.add_team("Kibera").await.unwrap();
        let mut people = Vec::new();
        for (name, role, user) in [
            ("AminaCanary", Role::Volunteer, AMINA),
            ("Grace", Role::Supervisor, GRACE),
            ("Moses", Role::Manager, MOSES),
        ] {
            let new = NewPerson {
                name: name.into(),
                role,
                team: Some(team),
                language: Some(Language("sw".into())),
                zone: None,
                user: Some(user),
            };
            people.push(tx.add_person(new).await.unwrap());
        }
        let new = new_case(team, "K7M2QX", people[0]);
        let case = tx.add_case(new).await.unwrap();
        let form = form();
        let form_id = tx
            .save_form(None, "visit", "the source", [1; 32], &form)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let programme = Programme {
            zone: Tz::Africa__Nairobi,
            languages: vec![Language::english()],
            public_url: Some("https://kinkeeper.example".into()),
            child_account_age: 12,
            second_channels: Vec::new(),
            profile: Profile::default(),
            profile_version: 0,
            forms: vec![FormInUse {
                id: form_id,
                form: Arc::new(form),
                part: Part::default(),
            }],
        };
        let fixture = Self {
            store,
            programme: Arc::new(programme),
            team,
            amina: people[0],
            grace: people[1],
            moses: people[2],
            case,
        };
        for user in [AMINA, GRACE, MOSES] {
            let consent = Consent {
                at: noon(),
                version: 1,
            };
            let agreed = fixture.act(user, noon(), vec![Effect::SetConsent(consent)], vec![]);
            agreed.await.unwrap();
        }
        fixture
    }

    /// The world of a user in their private chat, with these parts loaded.
    pub async fn world(&self, tx: &mut Tx, user: UserId, needs: &[Need]) -> World {
        let who = tx.who(&[(user, ChatId(user.0))]).await.unwrap().remove(0);
        let mut world = World::new(Arc::clone(&self.programme), who.chat, who.person);
        world.sender_name = "Somebody".into();
        for need in needs {
            tx.load(&mut world, need, user, noon()).await.unwrap();
            assert!(world.loaded.contains(need));
        }
        world
    }

    /// The same, in a transaction of its own.
    pub async fn look(&self, user: UserId, needs: &[Need]) -> World {
        let mut tx = self.store.begin().await.unwrap();
        let world = self.world(&mut tx, user, needs).await;
        tx.rollback().await.unwrap();
        world
    }

    /// Commits what a user does.
    pub async fn act(
        &self,
        user: UserId,
        at: DateTime<Utc>,
        effects: Vec<Effect>,
        messages: Vec<Outgoing>,
    ) -> Result<Vec<OutboxRow>, Error> {
        let mut tx = self.store.begin().await?;
        let world = self.world(&mut tx, user, &[]).await;
        let rows = commit(&mut tx, &world, user, at, effects, messages).await?;
        tx.commit().await?;
        Ok(rows)
    }

    /// Reckons anew what is due of all cases that changed.
    pub async fn reckon(&self) {
        let mut tx = self.store.begin().await.unwrap();
        let profile = &self.programme.profile;
        let cases = tx.take_changed(100).await.unwrap();
        tx.reckon(&cases, profile, noon()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What a user is told of in the next weeks.
    pub async fn reminders(&self, user: UserId) -> Vec<Reminder> {
        let mut tx = self.store.begin().await.unwrap();
        let mut world = self.world(&mut tx, user, &[]).await;
        let later = noon() + TimeDelta::days(30);
        let due = tx.load(&mut world, &Need::Reminders, user, later);
        due.await.unwrap();
        tx.rollback().await.unwrap();
        world.reminders.due
    }

    /// A draft of Amina's about her case, with one canary answer.
    pub fn draft(&self) -> Draft {
        let mut body = Body::default();
        let note = Value::Text("BruisesCanary".into());
        body.answers.give("danger_note".parse().unwrap(), note);
        body.brought.goals = Vec::new();
        Draft {
            id: DraftId(ids::id_at(noon())),
            person: self.amina,
            case: self.case,
            form: self.programme.forms[0].id,
            turn: 0,
            opened_at: noon(),
            touched_at: noon(),
            due_at: Some(noon() + TimeDelta::days(5)),
            corrects: None,
            body,
        }
    }

    /// The report that `draft` becomes.
    pub fn report(&self, draft: &Draft, sent_at: DateTime<Utc>) -> Report {
        Report {
            alert: None,
            id: kinkeeper::core::id::ReportId(ids::id_at(sent_at)),
            draft: draft.id,
            person: draft.person,
            case: draft.case,
            form: draft.form,
            language: Language("sw".into()),
            opened_at: draft.opened_at,
            sent_at,
            supersedes: draft.corrects,
            reason: None,
            state: kinkeeper::core::report::ReportState::Sent,
            review: kinkeeper::core::review::ReviewState::None,
            open: serde_json::json!({"danger": "no", "seen": ["child"]}),
            sealed: serde_json::json!({"danger_note": "BruisesCanary"}),
            visit: Visit {
                outcome: Some(Outcome::Happened),
                happened_on: Some(sent_at.date_naive()),
                danger: Some(Danger::No),
                seen: vec!["child".into()],
                worries: vec!["food".into(), "school".into()],
                wellbeing: vec![("food".into(), 2), ("school".into(), 3)],
                next_on: None,
                ..Visit::default()
            },
            facts: Vec::new(),
            proposals: Vec::new(),
            decision: None,
            request: None,
            share: None,
            ended: Vec::new(),
            answers: draft.body.answers.clone(),
            brought: draft.body.brought.clone(),
        }
    }
}

/// The key of what is done at a moment; its first message is `KEY:0`.
pub fn key_of(at: DateTime<Utc>) -> String {
    format!("test:{}", at.timestamp_micros())
}

pub async fn commit(
    tx: &mut Tx,
    world: &World,
    user: UserId,
    at: DateTime<Utc>,
    effects: Vec<Effect>,
    messages: Vec<Outgoing>,
) -> Result<Vec<OutboxRow>, Error> {
    let event = Event {
        at,
        happened: Happened::Other,
        fresh: ids::fresh(at),
    };
    let committing = Committing {
        world,
        event: &event,
        user,
        update: None,
        step: &Step { effects },
        key: &key_of(at),
    };
    tx.commit_step(committing).await?;
    tx.post(messages, at).await
}

pub fn new_case(team: TeamId, code: &str, visits: PersonId) -> NewCase {
    NewCase {
        code: Code::parse(code).unwrap(),
        alias: Some("BlueHouseCanary".into()),
        risk: Risk::High,
        stage: Stage::Implementation,
        team,
        zone: Tz::Africa__Nairobi,
        opened_on: "2026-02-20".parse().unwrap(),
        leads: None,
        visits: vec![visits],
        family: Vec::new(),
        goals: vec!["GoesToSchoolCanary".into(), "Eats twice a day".into()],
        referrals: vec!["Birth certificate".into()],
    }
}

/// A message with a canary in it.
pub fn message(user: UserId, purpose: Purpose, dedup: &str) -> Outgoing {
    Outgoing {
        chat: ChatId(user.0),
        person: None,
        purpose,
        edit: None,
        fresh: false,
        body: r#"{"text":"HelloCanary"}"#.into(),
        dedup: dedup.into(),
        not_before: None,
    }
}

/// A form that asks for one thing.
pub fn form() -> Form {
    let question = Question {
        name: "danger_note".into(),
        kind: Kind::Text,
        label: Words::default(),
        hint: Words::default(),
        skip: Words::default(),
        relevant: None,
        constraint: None,
        constraint_message: Words::default(),
        calculation: None,
        default: None,
        required: None,
        read_only: false,
        pii: true,
        sealed: true,
        accept: Accept::default(),
        alert: None,
        save_to: Some("visit.danger_note".into()),
        appearance: Vec::new(),
        hxl: None,
        group: None,
        repeat: None,
    };
    Form {
        name: "visit".into(),
        title: Words::default(),
        version: "1".into(),
        own: BTreeMap::new(),
        default_language: "en".into(),
        languages: vec!["en".into()],
        questions: vec![question],
        groups: Vec::new(),
        lists: Vec::new(),
        order: Vec::new(),
    }
}

/// A form id that nothing has.
pub fn no_form() -> FormId {
    FormId(ids::id_at(noon()))
}
