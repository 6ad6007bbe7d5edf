//! Who there is: people with their zones and habits, and cases with what is known of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use kinkeeper::core::case::{Case, CaseInHand, Membership, Risk};
use kinkeeper::core::due::obligation::{Facts, FollowUp, People};
use kinkeeper::core::due::preference::{Preference, TheirHabit};
use kinkeeper::core::due::profile::Profile;
use kinkeeper::core::id::{CaseId, ChatId, Code, GoalId, PersonId, ReferralId, TeamId};
use kinkeeper::core::people::{Consent, Language, Person, Role, Standing};
use kinkeeper::core::place::Place;
use kinkeeper::core::stage::{Known, Stage};
use kinkeeper::core::world::{Chat, Programme, World};
use uuid::Uuid;

use crate::dice::Dice;

const VOLUNTEERS_IN_TEAM: usize = 25;
const CASEWORKERS_IN_TEAM: usize = 2;
/// With and without daylight saving, on both halves of the world, and off the full hour.
const ZONES: [Tz; 6] = [
    Tz::Africa__Nairobi,
    Tz::America__New_York,
    Tz::Asia__Kathmandu,
    Tz::Europe__Kyiv,
    Tz::America__Santiago,
    Tz::Pacific__Chatham,
];

/// Somebody with their habits.
pub struct Somebody {
    pub person: Person,
    /// Of a hundred things they are told of, so many they do.
    pub does: u64,
    pub back_on: Option<NaiveDate>,
    pub blocked: bool,
    /// When they could be written to again, after the last time that they could not.
    pub unreached_until: Option<DateTime<Utc>>,
    /// When they were written to, newest last.
    pub written_to: Vec<DateTime<Utc>>,
}

/// A case: what is known of it, and who sees to it.
pub struct Family {
    pub facts: Facts,
    pub visitor: usize,
    pub leader: usize,
    pub family: Option<usize>,
}

pub struct Town {
    pub people: Vec<Somebody>,
    pub cases: Vec<Family>,
    pub volunteers: usize,
    programme: Arc<Programme>,
}

impl Town {
    /// So many volunteers with so many cases each, their caseworkers, supervisors and managers, and every tenth family
    /// with a phone of its own.
    pub fn new(
        volunteers: usize,
        cases_each: usize,
        opened_on: NaiveDate,
        profile: Profile,
        dice: &mut Dice,
    ) -> Self {
        let mut town = Self {
            people: Vec::new(),
            cases: Vec::new(),
            volunteers,
            programme: Arc::new(Programme {
                zone: ZONES[0],
                languages: vec![Language::english()],
                public_url: None,
                child_account_age: 12,
                profile,
                profile_version: 0,
                second_channels: Vec::new(),
                forms: Vec::new(),
            }),
        };
        let teams = volunteers.div_ceil(VOLUNTEERS_IN_TEAM);
        for nth in 0..volunteers {
            town.arrives(Role::Volunteer, Some(nth / VOLUNTEERS_IN_TEAM), dice);
        }
        let caseworkers = town.people.len();
        for team in 0..teams {
            for _ in 0..CASEWORKERS_IN_TEAM {
                town.arrives(Role::Caseworker, Some(team), dice);
            }
        }
        for team in 0..teams {
            town.arrives(Role::Supervisor, Some(team), dice);
        }
        town.arrives(Role::Manager, None, dice);
        for nth in 0..volunteers * cases_each {
            let visitor = nth % volunteers;
            let team = visitor / VOLUNTEERS_IN_TEAM;
            let leader = caseworkers + team * CASEWORKERS_IN_TEAM + nth % CASEWORKERS_IN_TEAM;
            let family = nth
                .is_multiple_of(10)
                .then(|| town.arrives(Role::Family, None, dice));
            let opened_on = opened_on - TimeDelta::days(i64::try_from(dice.below(90)).unwrap());
            let facts = town.facts(nth, team, visitor, opened_on, dice);
            town.cases.push(Family {
                facts,
                visitor,
                leader,
                family,
            });
        }
        town
    }

    fn arrives(&mut self, role: Role, team: Option<usize>, dice: &mut Dice) -> usize {
        let nth = self.people.len();
        let zone = ZONES[nth % ZONES.len()];
        let consent = Consent {
            at: DateTime::UNIX_EPOCH,
            version: 1,
        };
        self.people.push(Somebody {
            person: Person {
                // Spread over all ids, for the morning is spread by them.
                id: PersonId(Uuid::from_u64_pair(dice.next(), nth as u64)),
                name: String::new(),
                role,
                kin: None,
                team: team.map(team_id),
                language: Some(Language::english()),
                zone: Some(zone),
                consent: Some(consent),
                preference: Preference::default(),
                standing: Standing::Active,
            },
            does: dice.below(101),
            back_on: None,
            blocked: false,
            unreached_until: None,
            written_to: Vec::new(),
        });
        nth
    }

    fn facts(
        &self,
        nth: usize,
        team: usize,
        visitor: usize,
        opened_on: NaiveDate,
        dice: &mut Dice,
    ) -> Facts {
        let risk = match dice.below(10) {
            0 => Risk::High,
            1..=4 => Risk::Medium,
            _ => Risk::Low,
        };
        let case = Case {
            id: CaseId(Uuid::from_u128(nth as u128)),
            code: Code::from_random([0; 5]),
            alias: None,
            risk,
            stage: Stage::Monitoring,
            team: team_id(team),
            zone: self.zone(visitor),
            opened_on,
            membership: None,
            last_visit: None,
            placed_on: None,
            planned: None,
            pause: None,
            unsent: false,
        };
        let follow_up = FollowUp {
            referral: ReferralId(Uuid::from_u128(nth as u128)),
            planned_on: opened_on + TimeDelta::days(100),
            asked_on: None,
        };
        Facts {
            found: CaseInHand {
                case,
                goals: Vec::new(),
                referrals: Vec::new(),
                known: Known {
                    active_since: Some(opened_on),
                    ..Known::default()
                },
            },
            reviewed_on: None,
            review_on: None,
            proposed: match nth % 10 {
                0 => vec![(
                    GoalId(Uuid::from_u128(nth as u128)),
                    opened_on + TimeDelta::days(95),
                )],
                _ => Vec::new(),
            },
            follow_ups: if nth.is_multiple_of(5) {
                vec![follow_up]
            } else {
                Vec::new()
            },
            asked: Vec::new(),
            closed_on: None,
            checked_on: Vec::new(),
            expires_on: None,
            met_on: None,
            people: People::default(),
        }
    }

    pub fn profile(&self) -> &Profile {
        &self.programme.profile
    }

    pub fn zone(&self, who: usize) -> Tz {
        self.people[who].person.zone.unwrap_or(ZONES[0])
    }

    /// The place of somebody in a case.
    pub fn place(&self, who: usize, case: usize) -> Option<Membership> {
        let case = &self.cases[case];
        let places = [
            (Some(case.visitor), Membership::Visits),
            (Some(case.leader), Membership::Leads),
            (case.family, Membership::Family),
        ];
        let mut places = places.into_iter();
        places
            .find(|(held, _)| *held == Some(who))
            .map(|(_, place)| place)
    }

    /// What is known of a case now, with whoever may be told now.
    pub fn facts_of(&self, case: usize) -> Facts {
        let found = &self.cases[case];
        let id = |who: usize| self.people[who].person.id;
        let mut places = vec![
            (id(found.leader), Membership::Leads),
            (id(found.visitor), Membership::Visits),
        ];
        places.extend(found.family.map(|who| (id(who), Membership::Family)));
        let team = Some(found.facts.found.case.team);
        let of_role = |role: Role| {
            let staff = self.people[self.volunteers..].iter();
            let staff = staff.take_while(|one| one.person.role != Role::Family);
            let those = staff.filter(move |one| {
                one.person.role == role && (role == Role::Manager || one.person.team == team)
            });
            those.map(|one| (one.person.id, one.person.zone))
        };
        let preference = Preference::default();
        let habit = |role: Role, zone: Option<Tz>| TheirHabit {
            zone,
            role,
            preference,
        };
        let mut habits: BTreeMap<PersonId, TheirHabit> = BTreeMap::new();
        let involved = [Some(found.leader), Some(found.visitor), found.family];
        for who in involved.into_iter().flatten() {
            let role = self.people[who].person.role;
            habits.insert(id(who), habit(role, Some(self.zone(who))));
        }
        let (mut supervisors, mut managers) = (Vec::new(), Vec::new());
        for (role, people) in [
            (Role::Supervisor, &mut supervisors),
            (Role::Manager, &mut managers),
        ] {
            for (person, zone) in of_role(role) {
                people.push(person);
                habits.insert(person, habit(role, zone));
            }
        }
        Facts {
            people: People {
                places,
                supervisors,
                managers,
                habits,
            },
            ..found.facts.clone()
        }
    }

    /// The world of somebody who is told of something.
    pub fn world(&self, who: usize, place: Place) -> World {
        let somebody = &self.people[who];
        let chat = Chat {
            id: ChatId(1),
            live: None,
            place,
        };
        let programme = Arc::clone(&self.programme);
        let mut world = World::new(programme, chat, Some(somebody.person.clone()));
        world.back_on = somebody.back_on;
        world.reminders.pushed.clone_from(&somebody.written_to);
        world
    }
}

fn team_id(nth: usize) -> TeamId {
    TeamId(Uuid::from_u128(nth as u128))
}
