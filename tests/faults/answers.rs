//! The visit form as a volunteer knows it: a screen's words come in, the question's name and what an option means go
//! out; and, for a whole conversation, what its report must say.

use std::collections::BTreeMap;

use kinkeeper::store::output::ReportRow;
use serde_json::{Map, Value, json};

/// What was answered, by question; a question that was skipped is not in it.
pub type Answers = BTreeMap<&'static str, Value>;

/// What somebody answered in a conversation.
#[derive(Clone, Default)]
pub struct Told {
    answers: Answers,
    /// What was answered on the same turn before, null for nothing: that counts instead if the bot took it.
    before: BTreeMap<&'static str, Vec<Value>>,
}

impl Told {
    /// Notes an answer, or that there is none; `again` where the same turn was answered before.
    pub fn answer(&mut self, question: &'static str, answer: Option<Value>, again: bool) {
        let before = match answer {
            Some(answer) => self.answers.insert(question, answer),
            None => self.answers.remove(question),
        };
        let known = self.before.entry(question).or_default();
        if again {
            known.push(before.unwrap_or(Value::Null));
        } else {
            known.clear();
        }
    }

    /// The answers that count, given what was kept.
    fn settled(&self, kept: &Answers) -> Answers {
        let mut answers = self.answers.clone();
        for (question, before) in &self.before {
            let kept = kept.get(question);
            if before.contains(kept.unwrap_or(&Value::Null)) {
                match kept {
                    Some(kept) => answers.insert(question, kept.clone()),
                    None => answers.remove(question),
                };
            }
        }
        answers
    }
}

/// Words of the question on the screen, its name, and the names of its choices in their order.
const QUESTIONS: [(&str, &str, &[&str]); 21] = [
    (
        "Did the visit happen?",
        "happened",
        &["today", "another_day", "could_not"],
    ),
    ("On which day was the visit?", "visit_date", &[]),
    (
        "What was in the way?",
        "reason",
        &["nobody_home", "moved", "not_safe", "unable", "other"],
    ),
    ("What was it, in a few words?", "reason_note", &[]),
    ("When will you try again?", "new_date", &[]),
    (
        "Who did you see?",
        "seen",
        &[
            "child_alone",
            "child_with",
            "caregiver",
            "other_family",
            "nobody",
        ],
    ),
    ("Is anyone in danger?", "danger", &["no", "worried", "now"]),
    ("What did you see or hear?", "danger_note", &[]),
    ("Which areas worry you?", "worries", &AREAS),
    ("Food: how is it now?", "food", &LEVELS),
    ("Home: how is it now?", "home", &LEVELS),
    ("Safety: how is it now?", "safety", &LEVELS),
    ("Health: how is it now?", "health", &LEVELS),
    ("Feelings: how is it now?", "feelings", &LEVELS),
    ("School: how is it now?", "school", &LEVELS),
    ("What went well?", "well", &[]),
    (FIRST_GOAL, "goal/0", &STEPS),
    (SECOND_GOAL, "goal/1", &STEPS),
    ("What did the child want to pass on?", "child_says", &[]),
    (
        "When is the next visit?",
        "next",
        &["as_planned", "another_day"],
    ),
    ("On which day will you visit next?", "next_date", &[]),
];
const AREAS: [&str; 6] = ["food", "home", "safety", "health", "feelings", "school"];
const LEVELS: [&str; 4] = ["1", "2", "3", "4"];
const STEPS: [&str; 6] = [
    "much_less",
    "less",
    "as_agreed",
    "more",
    "much_more",
    "not_talked",
];
/// The goals of every case, as the import brings them.
pub const FIRST_GOAL: &str = "Goes to school every day";
pub const SECOND_GOAL: &str = "Sleeps in a bed of her own";

/// The name of the question that a screen asks.
pub fn question(text: &str) -> Option<&'static str> {
    let found = QUESTIONS.iter().find(|(words, ..)| text.contains(words));
    found.map(|(_, name, _)| *name)
}

/// The name of an option of a question.
pub fn choice(question: &str, option: u16) -> Option<&'static str> {
    let (.., choices) = QUESTIONS.iter().find(|(_, name, _)| *name == question)?;
    choices.get(usize::from(option)).copied()
}

/// What the report must say: the answers to questions that are asked, given the other answers.
fn relevant(answers: &Answers) -> Answers {
    let is = |question: &str, value: &str| answers.get(question) == Some(&json!(value));
    let holds = |question: &str, value: &str| {
        let many = answers.get(question).and_then(Value::as_array);
        many.is_some_and(|many| many.contains(&json!(value)))
    };
    let happened = !is("happened", "could_not");
    let asked = |name: &str| match name {
        "happened" | "danger" => true,
        "visit_date" => is("happened", "another_day"),
        "reason" | "new_date" => !happened,
        "reason_note" => !happened && is("reason", "other"),
        "danger_note" => is("danger", "worried") || is("danger", "now"),
        "child_says" => happened && (holds("seen", "child_alone") || holds("seen", "child_with")),
        "next_date" => happened && is("next", "another_day"),
        area if AREAS.contains(&area) => happened && holds("worries", area),
        _ => happened,
    };
    let kept = answers.iter().filter(|(name, _)| asked(name));
    kept.map(|(name, value)| (*name, value.clone())).collect()
}

/// What a report says otherwise than its sender did; empty if it says the same.
pub fn differences(sent: &Told, report: &ReportRow) -> Vec<String> {
    let kept = kept(report);
    let sent = relevant(&sent.settled(&kept));
    let mut differences = Vec::new();
    for (_, name, _) in QUESTIONS {
        let (said, kept) = (sent.get(name), kept.get(name));
        if said != kept {
            differences.push(format!("{name}: said {said:?}, kept {kept:?}"));
        }
    }
    let visit = json!(report.visit);
    for (column, name) in [("danger", "danger"), ("reason", "reason")] {
        if visit[column] != *sent.get(name).unwrap_or(&Value::Null) {
            differences.push(format!("column {column}: {}", visit[column]));
        }
    }
    for (column, name) in [("seen", "seen"), ("worries", "worries")] {
        if visit[column] != *sent.get(name).unwrap_or(&json!([])) {
            differences.push(format!("column {column}: {}", visit[column]));
        }
    }
    let levels = AREAS.iter().filter_map(|area| {
        let level: i64 = sent.get(area)?.as_str()?.parse().ok()?;
        Some(json!([area, level]))
    });
    let mut kept_levels = visit["wellbeing"].as_array().cloned().unwrap_or_default();
    let mut levels: Vec<Value> = levels.collect();
    levels.sort_by_key(Value::to_string);
    kept_levels.sort_by_key(Value::to_string);
    if levels != kept_levels {
        differences.push(format!("column wellbeing: {}", visit["wellbeing"]));
    }
    let scores = ["goal/0", "goal/1"].iter().filter_map(|goal| {
        let step = STEPS
            .iter()
            .position(|step| sent.get(goal) == Some(&json!(step)))?;
        let score = i64::try_from(step).ok()? - 2;
        (score <= 2).then_some(score)
    });
    // The columns come in the order of the goals' ids, which say nothing.
    let mut scores: Vec<i64> = scores.collect();
    let mut kept_scores: Vec<i64> = report.visit.goals.iter().map(|goal| goal.1).collect();
    scores.sort_unstable();
    kept_scores.sort_unstable();
    if scores != kept_scores {
        differences.push(format!("column goals: {}", visit["goals"]));
    }
    differences
}

/// All answers of a report, whether sealed at rest or not, by question.
fn kept(report: &ReportRow) -> Answers {
    let sealed = report.sealed.as_ref().map(|sealed| &sealed.answers);
    let parts: Vec<&Map<String, Value>> = [Some(&report.open), sealed]
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .collect();
    let found = |name: &str| match name.split_once('/') {
        None => parts.iter().find_map(|part| part.get(name)).cloned(),
        Some((rows, nth)) => {
            let nth: usize = nth.parse().ok()?;
            let row = parts
                .iter()
                .find_map(|part| part.get(rows)?.get(nth)?.get("goal_step"));
            row.cloned()
        }
    };
    QUESTIONS
        .iter()
        .filter_map(|(_, name, _)| Some((*name, found(name)?)))
        .collect()
}
