//! Who lives through the days: volunteers with their cases, those who answer for them, and a family; in a database that
//! can be had twice.

use std::process::Command;

use chrono::{DateTime, TimeDelta, Utc};
use kinkeeper::app;
use kinkeeper::core::case::Risk;
use kinkeeper::core::id::{Code, PersonId, TeamId, UserId};
use kinkeeper::core::people::{Language, Role};
use kinkeeper::core::stage::Stage;
use kinkeeper::store::Tx;
use kinkeeper::store::programme::{NewCase, NewPerson};

use super::support::{Engine, POSTGRES, Scratch, scratch};

/// Cases of each volunteer.
pub const CASES_EACH: u64 = 5;
pub const SUPERVISOR: i64 = 9001;
const DEPUTY: i64 = 9002;
const MANAGER: i64 = 9003;
const CASEWORKER: i64 = 9004;
/// The first volunteer, and the first family.
const VOLUNTEER: i64 = 10_000;
const FAMILY: i64 = 20_000;

/// A database with people and cases.
pub struct Town {
    engine: Engine,
    pub scratch: Scratch,
    pub volunteers: u64,
}

impl Town {
    /// The first moment.
    pub fn begins() -> DateTime<Utc> {
        "2026-01-01T04:00:00Z".parse().expect("a moment")
    }

    pub async fn founded(engine: Engine, volunteers: u64) -> Self {
        let town = Self {
            engine,
            scratch: scratch(engine),
            volunteers,
        };
        let store = app::open_store_for_bot(&town.scratch.settings).await;
        let store = store.expect("a database");
        let mut tx = store.begin().await.expect("a transaction");
        let team = tx.add_team("North").await.expect("a team");
        let mut leads = None;
        for (user, role) in Self::staff() {
            let person = person(&mut tx, team, user, role).await;
            if role == Role::Caseworker {
                leads = Some(person);
            }
        }
        for volunteer in 0..volunteers {
            let visits = person(&mut tx, team, user_of(volunteer), Role::Volunteer).await;
            let family = person(&mut tx, team, family_of(volunteer), Role::Family).await;
            for nth in 0..CASES_EACH {
                let days = i64::try_from(volunteer * 3 + nth * 2).expect("a few");
                let case = NewCase {
                    code: Code::parse(&code_of(volunteer, nth)).expect("a code"),
                    alias: None,
                    risk: [Risk::High, Risk::Medium, Risk::Low]
                        [usize::try_from(nth % 3).expect("few")],
                    stage: Stage::Implementation,
                    team,
                    zone: chrono_tz::Africa::Nairobi,
                    opened_on: Self::begins().date_naive() - TimeDelta::days(days % 30),
                    leads,
                    visits: vec![visits],
                    family: if nth == 0 { vec![family] } else { Vec::new() },
                    goals: vec!["Goes to school".into()],
                    referrals: Vec::new(),
                };
                tx.add_case(case).await.expect("a case");
            }
        }
        tx.commit().await.expect("committed");
        store.close().await;
        town
    }

    /// The same in a database of its own.
    pub fn twin(&self) -> Self {
        let twin = Self {
            engine: self.engine,
            scratch: scratch(self.engine),
            volunteers: self.volunteers,
        };
        let data = std::fs::read_dir(&self.scratch.settings.data).expect("a folder");
        for file in data {
            let file = file.expect("a file");
            let copy = twin.scratch.settings.data.join(file.file_name());
            std::fs::copy(file.path(), copy).expect("copied");
        }
        if self.engine == Engine::Postgres {
            let server = std::env::var(POSTGRES).expect("a PostgreSQL server");
            let name = |town: &Self| {
                let url = town.database();
                url.rsplit_once('/')
                    .expect("postgres://…/NAME")
                    .1
                    .to_owned()
            };
            let (own, from) = (name(&twin), name(self));
            let made = Command::new("psql")
                .args([&server, "-qc", &format!("DROP DATABASE {own}")])
                .args(["-c", &format!("CREATE DATABASE {own} TEMPLATE {from}")])
                .status()
                .expect("psql is installed");
            assert!(made.success(), "the database {own} was not made");
        }
        twin
    }

    pub fn database(&self) -> String {
        self.scratch.settings.database().expect("a URL")
    }

    /// Everybody who has a phone.
    pub fn users(&self) -> Vec<i64> {
        let staff = Self::staff().into_iter().map(|(user, _)| user);
        let volunteers = (0..self.volunteers).flat_map(|nth| [user_of(nth), family_of(nth)]);
        staff.chain(volunteers).collect()
    }

    fn staff() -> [(i64, Role); 4] {
        [
            (SUPERVISOR, Role::Supervisor),
            (DEPUTY, Role::Supervisor),
            (MANAGER, Role::Manager),
            (CASEWORKER, Role::Caseworker),
        ]
    }
}

/// The Telegram user of a volunteer.
pub fn user_of(volunteer: u64) -> i64 {
    VOLUNTEER + i64::try_from(volunteer).expect("not so many")
}

fn family_of(volunteer: u64) -> i64 {
    FAMILY + i64::try_from(volunteer).expect("not so many")
}

/// The code of a volunteer's case.
pub fn code_of(volunteer: u64, nth: u64) -> String {
    format!("V{volunteer:03}C{nth}")
}

async fn person(tx: &mut Tx, team: TeamId, user: i64, role: Role) -> PersonId {
    let person = NewPerson {
        name: format!("Person {user}"),
        role,
        team: Some(team),
        language: Some(Language::english()),
        zone: Some(chrono_tz::Africa::Nairobi),
        user: Some(UserId(user)),
    };
    tx.add_person(person).await.expect("a person")
}
