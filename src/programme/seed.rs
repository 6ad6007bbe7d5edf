//! A small believable programme for the demo: one team, its people with their phones, eight families
//! in different stages. All invented.

use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;

use crate::core::case::Risk;
use crate::core::id::{Code, PersonId, UserId};
use crate::core::people::{Language, Role};
use crate::core::service::{Lack, Service};
use crate::core::stage::Stage;
use crate::store::Store;
use crate::store::programme::{NewCase, NewPerson};

/// The zone in which the seeded programme works.
pub const ZONE: Tz = Tz::Africa__Nairobi;

/// Somebody of the seeded programme.
#[derive(Clone, Copy, Debug)]
pub struct Seeded {
    /// Their Telegram number.
    pub user: i64,
    /// First and last name.
    pub name: (&'static str, &'static str),
    /// What they are.
    pub role: Role,
    /// Their language.
    pub language: &'static str,
    /// What the page says beside the name.
    pub note: &'static str,
}

/// Everybody, in the order of their phones.
pub const PEOPLE: [Seeded; 6] = [
    Seeded {
        user: 7_100_001,
        name: ("Amina", "Otieno"),
        role: Role::Volunteer,
        language: "sw",
        note: "volunteer · Kiswahili",
    },
    Seeded {
        user: 7_100_002,
        name: ("Grace", "Wanjiru"),
        role: Role::Supervisor,
        language: "en",
        note: "supervisor · English",
    },
    Seeded {
        user: 7_100_003,
        name: ("Salma", "Haddad"),
        role: Role::Volunteer,
        language: "ar",
        note: "volunteer · العربية",
    },
    Seeded {
        user: 7_100_004,
        name: ("Joseph", "Kamau"),
        role: Role::Caseworker,
        language: "en",
        note: "caseworker · English",
    },
    Seeded {
        user: 7_100_005,
        name: ("Claire", "Mbuyi"),
        role: Role::Volunteer,
        language: "fr",
        note: "volunteer · français",
    },
    Seeded {
        user: 7_100_006,
        name: ("Halima", "Yusuf"),
        role: Role::Family,
        language: "sw",
        note: "family of K7M2QX · Kiswahili",
    },
];

/// A family of the seeded programme.
struct Family {
    code: &'static str,
    alias: &'static str,
    risk: Risk,
    stage: Stage,
    opened_days_ago: u64,
    /// Places in [`PEOPLE`] of those who visit.
    visits: &'static [usize],
    /// Places in [`PEOPLE`] of its members.
    family: &'static [usize],
    goals: &'static [&'static str],
    referrals: &'static [&'static str],
}

const FAMILIES: [Family; 8] = [
    Family {
        code: "K7M2QX",
        alias: "The tailor's family",
        risk: Risk::Medium,
        stage: Stage::Implementation,
        opened_days_ago: 20,
        visits: &[0],
        family: &[5],
        goals: &[
            "Juma anakwenda shuleni kila siku",
            "Bibi anapata dawa zake kila mwezi",
        ],
        referrals: &[],
    },
    Family {
        code: "R4TWN9",
        alias: "The house by the pump",
        risk: Risk::High,
        stage: Stage::Monitoring,
        opened_days_ago: 4,
        visits: &[0, 4],
        family: &[],
        goals: &["Mama na watoto wanakula pamoja jioni"],
        referrals: &["Kliniki ya macho"],
    },
    Family {
        code: "B3HY6D",
        alias: "The three sisters",
        risk: Risk::Low,
        stage: Stage::Planning,
        opened_days_ago: 12,
        visits: &[2],
        family: &[],
        goals: &["تذهب ليان إلى المدرسة كل يوم"],
        referrals: &[],
    },
    Family {
        code: "P8CZ5E",
        alias: "The baker's family",
        risk: Risk::Medium,
        stage: Stage::Assessment,
        opened_days_ago: 15,
        visits: &[4],
        family: &[],
        goals: &["Papa rentre avant la nuit pour le repas"],
        referrals: &[],
    },
    Family {
        code: "W6NDJ4",
        alias: "The family at the mill",
        risk: Risk::Medium,
        stage: Stage::Referred,
        opened_days_ago: 1,
        visits: &[],
        family: &[],
        goals: &[],
        referrals: &[],
    },
    Family {
        code: "T9GQF3",
        alias: "The brothers by the lake",
        risk: Risk::High,
        stage: Stage::Preparation,
        opened_days_ago: 60,
        visits: &[],
        family: &[],
        goals: &["The brothers go home before the rains"],
        referrals: &[],
    },
    Family {
        code: "H2VKS8",
        alias: "The weaver's family",
        risk: Risk::Low,
        stage: Stage::Review,
        opened_days_ago: 120,
        visits: &[],
        family: &[],
        goals: &["Each child has a bed"],
        referrals: &[],
    },
    Family {
        code: "Y5LMA7",
        alias: "The family on the hill",
        risk: Risk::Low,
        stage: Stage::Closed,
        opened_days_ago: 400,
        visits: &[],
        family: &[],
        goals: &["We save a little each month"],
        referrals: &[],
    },
];

/// Name, need, area, contact, hours and languages of each service; all invented.
const SERVICES: [(&str, Lack, &str, &str, &str, &str); 6] = [
    (
        "Riverside clinic",
        Lack::Health,
        "Riverside",
        "0700 000 101",
        "8–16",
        "sw, en",
    ),
    (
        "Eye clinic of the mission",
        Lack::Health,
        "Old Town",
        "0700 000 102",
        "9–13",
        "sw, ar",
    ),
    (
        "School meals",
        Lack::Food,
        "Riverside",
        "0700 000 103",
        "",
        "sw",
    ),
    (
        "Hill school",
        Lack::School,
        "Riverside",
        "0700 000 104",
        "7–15",
        "sw, en, fr",
    ),
    (
        "Registry office",
        Lack::Documents,
        "Old Town",
        "0700 000 105",
        "8–14",
        "sw, en",
    ),
    (
        "Women's savings group",
        Lack::Income,
        "Riverside",
        "0700 000 106",
        "",
        "sw",
    ),
];

/// Stores the programme, unless the database holds people already; tells whether it did.
///
/// # Errors
/// When the database fails.
pub async fn seed(store: &Store, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let mut tx = store.begin().await?;
    if tx.person_by_user(UserId(PEOPLE[0].user)).await?.is_some() {
        tx.rollback().await?;
        return Ok(false);
    }
    let team = tx.add_team("Riverside").await?;
    for (name, lack, area, contact, hours, languages) in SERVICES {
        let service = Service {
            name: name.into(),
            lack,
            area: area.into(),
            contact: contact.into(),
            hours: hours.into(),
            languages: languages.into(),
            notes: String::new(),
        };
        tx.list_service(service).await?;
    }
    let mut people: Vec<PersonId> = Vec::new();
    for seeded in PEOPLE {
        let (first, last) = seeded.name;
        let person = tx
            .add_person(NewPerson {
                name: format!("{first} {last}"),
                role: seeded.role,
                team: Some(team),
                language: Some(Language(seeded.language.into())),
                zone: Some(ZONE),
                user: Some(UserId(seeded.user)),
            })
            .await?;
        people.push(person);
    }
    let leads = PEOPLE
        .iter()
        .position(|seeded| seeded.role == Role::Caseworker);
    let today = now.with_timezone(&ZONE).date_naive();
    for family in FAMILIES {
        let Some(code) = Code::parse(family.code) else {
            continue;
        };
        let owned = |words: &[&str]| words.iter().map(|&words| words.to_owned()).collect();
        tx.add_case(NewCase {
            code,
            alias: Some(family.alias.into()),
            risk: family.risk,
            stage: family.stage,
            team,
            zone: ZONE,
            opened_on: today - Days::new(family.opened_days_ago),
            leads: leads.map(|place| people[place]),
            visits: family.visits.iter().map(|&place| people[place]).collect(),
            family: family.family.iter().map(|&place| people[place]).collect(),
            goals: owned(family.goals),
            referrals: owned(family.referrals),
        })
        .await?;
    }
    tx.commit().await?;
    Ok(true)
}
