//! What is due of cases, and who is told of it: a case and a day come in, what should be is compared.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::*;
use crate::core::case::{Case, LastVisit};
use crate::core::due::holidays::{OnHoliday, Working};
use crate::core::due::ladder::{Call, Days, Rung};
use crate::core::due::preference::Preference;
use crate::core::due::profile::Confirmation;
use crate::core::due::profile::change::{Moved, Moves};
use crate::core::goal::{Goal, Task};
use crate::core::id::{Code, TaskId, TeamId};
use crate::core::pause::{self, Pause};
use crate::core::people::Role;
use crate::core::stage::Known;

const LEADER: PersonId = PersonId(Uuid::from_u128(1));
const VISITOR: PersonId = PersonId(Uuid::from_u128(2));
const MOTHER: PersonId = PersonId(Uuid::from_u128(3));
const SUPERVISOR: PersonId = PersonId(Uuid::from_u128(4));
const MANAGER: PersonId = PersonId(Uuid::from_u128(5));
const NAIROBI: Tz = Tz::Africa__Nairobi;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A goal that the family had agreed to when the case came here.
fn agreed_before() -> Goal {
    Goal {
        id: GoalId(Uuid::from_u128(7)),
        version: 1,
        words: String::new(),
        ready: None,
        means: None,
        levels: None,
        review_on: None,
        agreed_before: true,
        decided: None,
        tasks: Vec::new(),
    }
}

/// A case that was opened on the first Monday of March and has everybody.
fn facts(stage: Stage, risk: Risk) -> Facts {
    let case = Case {
        id: CaseId(Uuid::from_u128(9)),
        code: Code::parse("K7M2QX").unwrap(),
        alias: None,
        risk,
        stage,
        team: TeamId(Uuid::from_u128(8)),
        zone: NAIROBI,
        opened_on: day("2026-03-02"),
        membership: None,
        last_visit: None,
        placed_on: None,
        planned: None,
        pause: None,
        unsent: false,
    };
    Facts {
        found: CaseInHand {
            case,
            goals: Vec::new(),
            referrals: Vec::new(),
            known: Known::default(),
        },
        reviewed_on: None,
        review_on: None,
        proposed: Vec::new(),
        follow_ups: Vec::new(),
        asked: Vec::new(),
        closed_on: None,
        checked_on: Vec::new(),
        expires_on: None,
        met_on: None,
        people: People {
            places: vec![
                (LEADER, Membership::Leads),
                (VISITOR, Membership::Visits),
                (MOTHER, Membership::Family),
            ],
            supervisors: vec![SUPERVISOR],
            managers: vec![MANAGER],
            habits: BTreeMap::new(),
        },
    }
}

fn only(facts: &Facts, rule: Rule) -> Option<Obligation> {
    let due = of_case(facts, &Profile::default());
    let mut of_rule = due.into_iter().filter(|one| one.rule == rule);
    let found = of_rule.next();
    assert!(of_rule.next().is_none(), "one of each rule");
    found
}

fn days(obligation: &Obligation) -> (String, String, String) {
    let window = obligation.window;
    let [opens, due, closes] = [window.opens, window.due, window.closes].map(|day| day.to_string());
    (opens, due, closes)
}

#[test]
fn a_family_that_nobody_has_met_is_met_sooner_the_likelier_harm_is() {
    for (risk, due) in [
        (Risk::High, "2026-03-03"),
        (Risk::Medium, "2026-03-05"),
        (Risk::Low, "2026-03-09"),
    ] {
        let visit = only(&facts(Stage::Referred, risk), Rule::Visit).unwrap();
        assert_eq!(visit.window.due, day(due));
        assert_eq!(visit.because, Because::FirstContact { risk });
    }
}

#[test]
fn the_next_visit_may_be_made_on_any_day_of_its_window() {
    let mut facts = facts(Stage::Implementation, Risk::Medium);
    facts.found.case.last_visit = Some(LastVisit {
        report: ReportId(Uuid::nil()),
        by: VISITOR,
        sent_at: utc("2026-03-02T09:00:00Z"),
        happened_on: Some(day("2026-03-02")),
        next_on: None,
    });
    let visit = only(&facts, Rule::Visit).unwrap();
    let window = ("2026-03-13", "2026-03-16", "2026-03-19");
    assert_eq!(
        days(&visit),
        (window.0.into(), window.1.into(), window.2.into())
    );
    let by = Reason::Risk {
        risk: Risk::Medium,
        every_days: 14,
    };
    let last = Some(day("2026-03-02"));
    assert_eq!(visit.because, Because::Visit { by, last });
    // Another day was agreed at the door.
    let last_visit = facts.found.case.last_visit.as_mut().unwrap();
    last_visit.next_on = Some(day("2026-03-10"));
    let visit = only(&facts, Rule::Visit).unwrap();
    assert_eq!(visit.window.due, day("2026-03-10"));
    let by = Reason::Agreed;
    assert_eq!(visit.because, Because::Visit { by, last });
}

#[test]
fn a_plan_is_looked_at_again_after_ninety_days_or_when_the_last_review_said() {
    let mut facts = facts(Stage::Implementation, Risk::Low);
    assert_eq!(only(&facts, Rule::Review), None, "there is no plan yet");
    facts.found.goals = vec![agreed_before()];
    let review = only(&facts, Rule::Review).unwrap();
    let opened_on = facts.found.case.opened_on;
    assert_eq!(review.window.due, civil::add_days(opened_on, 90));
    facts.found.known.active_since = Some(day("2026-03-02"));
    let review = only(&facts, Rule::Review).unwrap();
    assert_eq!(review.window.due, day("2026-05-31"));
    facts.reviewed_on = Some(day("2026-06-10"));
    let review = only(&facts, Rule::Review).unwrap();
    assert_eq!(review.window.due, day("2026-09-08"));
    facts.review_on = Some(day("2026-07-01"));
    let review = only(&facts, Rule::Review).unwrap();
    assert_eq!(
        (review.window.due, review.because),
        (day("2026-07-01"), Because::ReviewAgreed)
    );
    facts.found.case.stage = Stage::Review;
    assert_eq!(only(&facts, Rule::Review), None, "it is being looked at");
}

#[test]
fn after_a_case_was_closed_nothing_but_two_checks_is_due() {
    let mut facts = facts(Stage::Closed, Risk::Low);
    facts.closed_on = Some(day("2026-03-02"));
    facts.follow_ups = vec![FollowUp {
        referral: ReferralId(Uuid::nil()),
        planned_on: day("2026-03-09"),
        asked_on: None,
    }];
    let due = |facts: &Facts| {
        let due = of_case(facts, &Profile::default());
        due.into_iter()
            .map(|one| (one.rule, one.window.due.to_string()))
            .collect::<Vec<_>>()
    };
    assert_eq!(due(&facts), [(Rule::AfterCare, "2026-04-01".to_owned())]);
    facts.checked_on = vec![day("2026-03-30")];
    assert_eq!(due(&facts), [(Rule::AfterCare, "2026-05-31".to_owned())]);
    facts.checked_on.push(day("2026-05-30"));
    assert_eq!(due(&facts), []);
}

#[test]
fn another_profile_moves_what_is_due_makes_it_due_and_lets_it_fall_away() {
    let mut later = Profile::default();
    later.after_care.second_days = 120;
    later.first_contact.low = Within::Days(9);
    let mut closed = facts(Stage::Closed, Risk::Low);
    closed.closed_on = Some(day("2026-03-02"));
    closed.checked_on = vec![day("2026-05-30")];
    let moved = facts(Stage::Planning, Risk::Low);
    let count = |before: &Profile, after: &Profile| {
        let mut moves = Moves::default();
        for facts in [&closed, &moved, &facts(Stage::Planning, Risk::High)] {
            moves.count(facts, before, after);
        }
        moves.kinds().collect::<Vec<_>>()
    };
    let usual = Profile::default();
    let (one, none) = (1, Moved::default());
    assert_eq!(
        count(&usual, &later),
        [
            (Rule::Visit, Moved { later: one, ..none }),
            (Rule::AfterCare, Moved { new: one, ..none }),
        ]
    );
    assert_eq!(
        count(&later, &usual),
        [
            (
                Rule::Visit,
                Moved {
                    earlier: one,
                    ..none
                }
            ),
            (Rule::AfterCare, Moved { gone: one, ..none }),
        ]
    );
    assert_eq!(count(&usual, &usual), []);
}

#[test]
fn a_service_is_asked_after_on_the_day_that_was_named_and_then_every_fortnight() {
    let mut facts = facts(Stage::Implementation, Risk::Medium);
    for (asked_on, due) in [
        (None, "2026-03-20"),
        (Some("2026-03-04"), "2026-03-20"),
        (Some("2026-03-21"), "2026-04-04"),
    ] {
        facts.follow_ups = vec![FollowUp {
            referral: ReferralId(Uuid::nil()),
            planned_on: day("2026-03-20"),
            asked_on: asked_on.map(day),
        }];
        let follow_up = only(&facts, Rule::FollowUp).unwrap();
        assert_eq!(follow_up.window.due, day(due), "{asked_on:?}");
    }
}

#[test]
fn a_family_is_asked_for_its_word_twice_and_then_whoever_leads_talks_it_over() {
    let mut facts = facts(Stage::Planning, Risk::Medium);
    facts.proposed = vec![(GoalId(Uuid::from_u128(7)), day("2026-03-02"))];
    let decide = only(&facts, Rule::Decide).unwrap();
    let told = hearers(&decide, &facts);
    assert_eq!(
        told[..2],
        [(MOTHER, Told::Assigned), (LEADER, Told::SupervisorDigest)]
    );
    let profile = Profile::default();
    let mut said = Vec::new();
    for told in [Told::Assigned, Told::SupervisorDigest, Told::Manager] {
        let hearer = Hearer {
            told,
            zone: NAIROBI,
            morning: Profile::default().morning,
            working: Working::EVERY_DAY,
        };
        let mut last = None;
        let mut now = utc("2026-03-02T09:00:00Z");
        while let Some(call) = next_call(&decide, hearer, &profile, last, now) {
            said.push((told, call.on.to_string()));
            (last, now) = (Some(call.rung), now.max(call.at));
        }
    }
    let expected = [
        (Told::Assigned, "2026-03-04"),
        (Told::Assigned, "2026-03-07"),
        (Told::SupervisorDigest, "2026-03-08"),
    ];
    assert_eq!(said, expected.map(|(told, on)| (told, on.to_owned())));
}

#[test]
fn a_family_is_reminded_on_the_days_of_the_profile_and_nobody_above_hears_before_that() {
    let later = Profile {
        confirmation: Confirmation {
            first_days: 3,
            second_days: 12,
        },
        ..Profile::default()
    };
    let mut facts = facts(Stage::Planning, Risk::High);
    facts.proposed = vec![(GoalId(Uuid::from_u128(7)), day("2026-03-02"))];
    for (profile, expected) in [
        (
            Profile::default(),
            ["2026-03-04", "2026-03-07", "2026-03-08"],
        ),
        (later, ["2026-03-05", "2026-03-14", "2026-03-15"]),
    ] {
        let due = of_case(&facts, &profile);
        let decide = due.iter().find(|one| one.rule == Rule::Decide).unwrap();
        let day = |rung| {
            let day = Rule::Decide
                .days(&profile)
                .day(rung, decide.window.due, Risk::High);
            day.to_string()
        };
        let said = [Rung::Today, Rung::Last, Rung::Supervisor].map(day);
        assert_eq!(said, expected);
        // Whoever puts the second one off is told again.
        assert!(decide.window.closes > civil::add_days(decide.window.due, 3));
    }
    let late = Profile {
        ladder: Days {
            supervisor: 9,
            ..Days::default()
        },
        ..Profile::default()
    };
    assert_eq!(Rule::Decide.days(&late).supervisor, 9);
    assert_eq!(Rule::Visit.days(&late), late.ladder);
}

#[test]
fn a_promise_is_told_to_whoever_made_it() {
    let mut facts = facts(Stage::Implementation, Risk::Medium);
    let task = |number: u128, side| Task {
        id: TaskId(Uuid::from_u128(number)),
        words: String::new(),
        side,
        due_on: Some(day("2026-03-20")),
        done_at: None,
    };
    facts.found.goals = vec![Goal {
        tasks: vec![
            task(11, Side::Family),
            task(12, Side::Volunteer),
            task(13, Side::Caseworker),
            Task {
                done_at: Some(utc("2026-03-05T09:00:00Z")),
                ..task(14, Side::Partner)
            },
        ],
        ..agreed_before()
    }];
    let due = of_case(&facts, &Profile::default());
    let promises: Vec<PersonId> = due
        .iter()
        .filter(|one| one.rule == Rule::Promise)
        .map(|one| hearers(one, &facts)[0].0)
        .collect();
    assert_eq!(promises, [MOTHER, VISITOR, LEADER]);
}

#[test]
fn a_case_that_nobody_visits_is_visited_by_whoever_leads_it() {
    let mut facts = facts(Stage::Implementation, Risk::Medium);
    let told = |facts: &Facts| hearers(&only(facts, Rule::Visit).unwrap(), facts);
    let all = [
        (VISITOR, Told::Assigned),
        (SUPERVISOR, Told::SupervisorDigest),
        (MANAGER, Told::Manager),
    ];
    assert_eq!(told(&facts), all);
    facts
        .people
        .places
        .retain(|(_, place)| *place != Membership::Visits);
    assert_eq!(told(&facts)[0], (LEADER, Told::Assigned));
    // A supervisor who leads it is told as the one who leads.
    facts.people.places = vec![(SUPERVISOR, Membership::Leads)];
    assert_eq!(
        told(&facts),
        [(SUPERVISOR, Told::Assigned), (MANAGER, Told::Manager)]
    );
}

#[test]
fn whoever_changed_a_case_is_told_of_what_is_due_on_the_next_morning() {
    let visit = only(&facts(Stage::Referred, Risk::High), Rule::Visit).unwrap();
    let hearer = Hearer {
        told: Told::Assigned,
        zone: NAIROBI,
        morning: Profile::default().morning,
        working: Working::EVERY_DAY,
    };
    let profile = Profile::default();
    let first = |last, now| first_call(&visit, hearer, &profile, last, utc(now));
    // Opened at noon on Monday, due on Tuesday.
    let call = first(None, "2026-03-02T09:00:00Z").unwrap();
    assert_eq!(
        (call.rung, call.at),
        (Rung::Today, utc("2026-03-03T05:00:00Z"))
    );
    // What was told before the person came back is not told again.
    let call = first(Some(Rung::Today), "2026-03-02T09:00:00Z").unwrap();
    assert_eq!((call.rung, call.on), (Rung::After, day("2026-03-04")));
    assert_eq!(first(Some(Rung::Last), "2026-03-02T09:00:00Z"), None);
}

#[test]
fn while_a_case_rests_nothing_of_it_is_due_but_what_a_family_decides() {
    let mut facts = facts(Stage::Implementation, Risk::Medium);
    facts.proposed = vec![(GoalId(Uuid::from_u128(20)), day("2026-03-02"))];
    facts.follow_ups = vec![FollowUp {
        referral: ReferralId(Uuid::from_u128(21)),
        planned_on: day("2026-04-13"),
        asked_on: None,
    }];
    facts.found.case.pause = Some(Pause {
        until: day("2026-03-20"),
        because: pause::Reason::Illness,
    });
    let due = of_case(&facts, &Profile::default());
    let of = |rule| due.iter().find(|one| one.rule == rule).unwrap().window;
    // The day after the case goes on; whoever visits is told a day ahead.
    assert_eq!(of(Rule::Visit).opens, day("2026-03-20"));
    assert_eq!(of(Rule::Visit).due, day("2026-03-21"));
    assert_eq!(of(Rule::Decide).due, day("2026-03-04"));
    assert_eq!(of(Rule::FollowUp).due, day("2026-04-13"));
}

mod contact;
mod holidays;
