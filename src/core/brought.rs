//! What a case brings into a form that is begun: the case and what the form is about come in, hidden fields and the rows
//! of its goals and referrals go out.

use std::collections::BTreeMap;

use super::about::Subject;
use super::agreed;
use super::case::CaseInHand;
use super::draft::Brought;
use super::event::Event;
use super::form::Value;
use super::goal::{Choice, Goal, Levels};
use super::id::ReferralId;
use super::people::Person;
use super::world::World;

/// What the case brings into a form that `person` begins about it.
#[must_use]
pub fn brought(
    world: &World,
    event: &Event,
    person: &Person,
    found: &CaseInHand,
    about: Option<Subject>,
) -> Brought {
    let case = &found.case;
    let today = event.at.with_timezone(&case.zone).date_naive();
    let count = |rows: usize| Value::Integer(i64::try_from(rows).unwrap_or(i64::MAX));
    let goal = about.as_ref().and_then(Subject::goal);
    let goal = goal.and_then(|about| found.goals.iter().find(|goal| goal.id == about.goal));
    // A form about one thing speaks of that one, any other of all that the family agreed to or still waits for.
    let goals: Vec<&Goal> = match goal {
        Some(goal) => vec![goal],
        None => found.goals.iter().filter(|goal| goal.is_agreed()).collect(),
    };
    let referrals: Vec<(ReferralId, String)> = match &about {
        Some(Subject::Referral { id, words }) => vec![(*id, words.clone())],
        Some(Subject::Goal(_) | Subject::Service { .. } | Subject::Alert(_)) | None => {
            let open = found.referrals.iter();
            open.map(|asked| (asked.id, asked.words.clone())).collect()
        }
    };
    let text = |words: &str| Value::Text(words.to_owned());
    let mut hidden = BTreeMap::from([
        ("ctx_code".to_owned(), Value::Text(case.code.to_string())),
        ("ctx_risk".to_owned(), text(case.risk.word())),
        ("ctx_stage".to_owned(), text(case.stage.word())),
        ("ctx_role".to_owned(), text(person.role.word())),
        ("ctx_goals".to_owned(), count(goals.len())),
        ("ctx_referrals".to_owned(), count(referrals.len())),
        (
            "ctx_visit_days".to_owned(),
            Value::Integer(
                case.visit_every_days(today, &world.programme.profile.visits)
                    .into(),
            ),
        ),
    ]);
    if let Some(goal) = goal {
        let level = |of: fn(&Levels) -> &String| {
            let level = goal.levels.as_ref().map(of);
            Value::Text(level.cloned().unwrap_or_default())
        };
        let held = agreed::held(world, goal);
        hidden.extend([
            ("ctx_goal".to_owned(), Value::Text(world.words_of(goal))),
            (
                "ctx_means".to_owned(),
                Value::Text(goal.means.clone().unwrap_or_default()),
            ),
            (
                "ctx_much_less".to_owned(),
                level(|levels| &levels.much_less),
            ),
            ("ctx_less".to_owned(), level(|levels| &levels.less)),
            ("ctx_more".to_owned(), level(|levels| &levels.more)),
            (
                "ctx_much_more".to_owned(),
                level(|levels| &levels.much_more),
            ),
            (
                "ctx_held".to_owned(),
                text(held.map(|_| "yes").unwrap_or_default()),
            ),
            (
                "ctx_decided".to_owned(),
                text(goal.choice().map(Choice::word).unwrap_or_default()),
            ),
        ]);
    }
    match &about {
        Some(Subject::Referral { words, .. }) => {
            hidden.insert("ctx_referral".to_owned(), text(words));
        }
        Some(Subject::Service {
            name,
            before,
            waiting,
            ..
        }) => {
            let name = name.as_deref().unwrap_or_default();
            let before = before.as_deref().unwrap_or_default();
            // A stroke on both sides, so that only a whole name is found.
            let waiting: String = waiting.iter().map(|name| format!("/{name}/")).collect();
            hidden.extend([
                ("ctx_service".to_owned(), text(name)),
                ("ctx_before".to_owned(), text(before)),
                ("ctx_waiting".to_owned(), text(&waiting)),
            ]);
        }
        Some(Subject::Goal(_) | Subject::Alert(_)) | None => {}
    }
    Brought {
        seed: event.fresh.seed,
        started: None,
        hidden,
        about,
        means: goals
            .iter()
            .filter_map(|goal| Some((goal.id, goal.means.clone()?)))
            .collect(),
        goals: goals
            .into_iter()
            .map(|goal| (goal.id, world.words_of(goal)))
            .collect(),
        referrals,
    }
}
