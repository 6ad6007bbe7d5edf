//! The built-in forms of a case's life: answers come in, the facts that other parts of the product read go out.

use std::collections::BTreeMap;

use chrono::DateTime;
use kinkeeper::core::form::{Answers, Context, Form, Interview, Value};
use kinkeeper::programme::forms::{BUILT_IN, compile};

/// The most points that each area of a closing has.
const POINTS: [(&str, i64); 6] = [
    ("education", 11),
    ("protection", 8),
    ("belonging", 16),
    ("health", 11),
    ("relationship", 12),
    ("economy", 7),
];

fn form(name: &str) -> Form {
    let forms = BUILT_IN.iter().map(|source| compile(source).unwrap().0);
    let mut forms = forms.filter(|form| form.name == name);
    forms.next().unwrap()
}

fn context(role: &str) -> Context {
    let now = DateTime::parse_from_rfc3339("2026-03-02T18:00:00+03:00").unwrap();
    let text = |words: &str| Value::Text(words.to_owned());
    let goal = |words: &str| BTreeMap::from([("ctx_goal_words".to_owned(), text(words))]);
    Context {
        hidden: BTreeMap::from([
            ("ctx_role".to_owned(), text(role)),
            ("ctx_risk".to_owned(), text("medium")),
            ("ctx_goals".to_owned(), Value::Integer(2)),
        ]),
        rows: BTreeMap::from([(
            "goal".to_owned(),
            vec![goal("Goes to school"), goal("Supper together")],
        )]),
        today: now.date_naive(),
        now,
        started: now,
        accepted: Answers::new(),
        seed: 7,
        language: "en".to_owned(),
    }
}

fn many(names: &[&str]) -> Value {
    Value::Many(names.iter().map(|&name| name.to_owned()).collect())
}

fn one(name: &str) -> Value {
    Value::One(name.to_owned())
}

/// What these answers save, by field; a repeat's row stands behind it.
fn saved(form: &Form, answers: &[(&str, Value)]) -> BTreeMap<String, String> {
    let answers = given(answers);
    let context = context("volunteer");
    let interview = Interview::derive(form, &answers, &context);
    let saved = interview.saved().into_iter().map(|saved| {
        let row = saved.instance.map(|row| format!("[{row}]"));
        let field = format!("{}{}", saved.field, row.unwrap_or_default());
        (field, saved.value.plain())
    });
    saved.collect()
}

fn given(answers: &[(&str, Value)]) -> Answers {
    let mut all = Answers::new();
    for (place, value) in answers {
        all.give(place.parse().unwrap(), value.clone());
    }
    all
}

/// The choices of a question that do not stand alone, less the last few; "none" if none is left.
fn choices(form: &Form, question: &str, less: usize) -> Value {
    let list = form.lists.iter().find(|list| list.name == question);
    let names = list.unwrap().choices.iter().map(|choice| &*choice.name);
    let items: Vec<&str> = names
        .filter(|name| !["all", "none"].contains(name))
        .collect();
    match &items[..items.len() - less] {
        [] => many(&["none"]),
        left => many(left),
    }
}

/// Whether a case counts as ready when these areas miss so many items, and the scores.
fn readiness(missing: &[(&str, usize)]) -> (String, BTreeMap<String, String>) {
    let form = form("closure");
    let mut answers = vec![("reason", one("goals_met"))];
    for (area, _) in POINTS {
        let less = missing.iter().find(|missing| missing.0 == area);
        let answer = match less {
            Some(&(_, less)) => choices(&form, area, less),
            None => many(&["all"]),
        };
        answers.push((area, answer));
    }
    let all = given(&answers);
    let context = context("volunteer");
    let interview = Interview::derive(&form, &all, &context);
    let ready = interview.report().open["ready"]
        .as_str()
        .unwrap()
        .to_owned();
    (ready, saved(&form, &answers))
}

#[test]
fn every_area_of_a_closing_has_its_points_whether_ticked_one_by_one_or_as_all() {
    let each: Vec<_> = POINTS.iter().map(|&(area, _)| (area, 0)).collect();
    for (ready, saved) in [readiness(&[]), readiness(&each)] {
        assert_eq!(ready, "yes");
        for (area, points) in POINTS {
            assert_eq!(saved[&format!("readiness.{area}")], points.to_string());
        }
    }
}

#[test]
fn learning_safety_and_the_caregiver_must_be_whole_and_the_others_need_not() {
    for (missing, ready) in [
        (&[("education", 1)][..], "no"),
        (&[("protection", 1)], "no"),
        (&[("relationship", 1)], "no"),
        (&[("belonging", 8), ("health", 11), ("economy", 7)], "yes"),
        (&[("belonging", 1), ("health", 1), ("economy", 1)], "yes"),
    ] {
        assert_eq!(readiness(missing).0, ready, "{missing:?}");
    }
    let (_, saved) = readiness(&[("belonging", 1), ("health", 1), ("economy", 1)]);
    assert_eq!(saved["readiness.belonging"], "14");
    assert_eq!(saved["readiness.health"], "10");
    assert_eq!(saved["readiness.economy"], "6");
}

#[test]
fn a_closing_that_is_not_ready_names_what_is_short_and_asks_why() {
    let form = form("closure");
    let mut answers = vec![("reason", one("family_wish"))];
    answers.extend(POINTS.map(|(area, _)| (area, many(&["all"]))));
    answers.push(("strength", Value::Text("They laugh again".into())));
    answers.push(("protection", many(&["none"])));
    let all = given(&answers);
    let context = context("caseworker");
    let interview = Interview::derive(&form, &all, &context);
    let next = interview.next().unwrap();
    assert_eq!(next.to_string(), "why_now");
    let asked = interview.ask(next, "en").unwrap();
    assert!(asked.required);
    assert_eq!(asked.notes.len(), 2, "{:?}", asked.notes);
    let short = format!("{:?}", asked.notes[1]);
    assert!(
        short.contains("Safety") && short.contains("Integer(0)"),
        "{short}"
    );
}

#[test]
fn nothing_about_daily_life_is_asked_of_a_child_who_has_died_or_is_out_of_reach() {
    let form = form("closure");
    for reason in ["died", "lost"] {
        let all = given(&[("reason", one(reason))]);
        let context = context("caseworker");
        let interview = Interview::derive(&form, &all, &context);
        assert_eq!(interview.next(), None, "{reason}");
        assert_eq!(interview.saved().len(), 1, "{reason}");
    }
}

#[test]
fn a_move_is_prepared_once_nothing_is_open() {
    let form = form("preparation");
    let whole = ["child", "family", "community", "school", "things"];
    let ticked = |less: usize| {
        let answers = whole.map(|group| (group, choices(&form, group, 0)));
        let mut answers = answers.to_vec();
        answers[2].1 = choices(&form, "community", less);
        saved(&form, &answers)["preparation.done"].clone()
    };
    assert_eq!(ticked(0), "yes");
    assert_eq!(ticked(1), "no");
}

#[test]
fn an_adult_s_score_is_there_only_when_all_five_were_answered() {
    let form = form("feedback_adult");
    let mut answers = vec![
        ("listened", one("4")),
        ("part", one("3")),
        ("fits", one("2")),
        ("kept", one("1")),
        ("would_tell", one("4")),
    ];
    assert_eq!(saved(&form, &answers)["feedback.score"], "14");
    answers.remove(2);
    assert!(!saved(&form, &answers).contains_key("feedback.score"));
}

#[test]
fn feedback_begins_with_who_sees_it_and_on_a_worker_s_phone_with_handing_it_over() {
    for name in ["feedback_adult", "feedback_child"] {
        let form = form(name);
        for (role, notes) in [("family", 1), ("volunteer", 2), ("caseworker", 2)] {
            let answers = Answers::new();
            let context = context(role);
            let interview = Interview::derive(&form, &answers, &context);
            let asked = interview.ask(interview.next().unwrap(), "en").unwrap();
            assert_eq!(asked.notes.len(), notes, "{name} for {role}");
            let last = format!("{:?}", asked.notes.last());
            assert!(last.contains("Only the supervisor sees"), "{last}");
            assert!(!asked.required, "{name} may be passed");
        }
    }
}

#[test]
fn a_child_who_does_not_feel_safe_is_heard_at_once() {
    let form = form("feedback_child");
    let answers = Answers::new();
    let context = context("family");
    let interview = Interview::derive(&form, &answers, &context);
    let safe = interview.next().unwrap();
    for (face, alerts) in [("1", true), ("2", false), ("4", false)] {
        assert_eq!(interview.alerts(safe, &one(face)), alerts, "{face}");
    }
}

#[test]
fn a_review_scores_each_goal_and_needs_a_reason_only_for_a_new_risk() {
    let form = form("plan_review");
    let answers = [
        ("strength", Value::Text("Two friends".into())),
        ("goal_step[1]", one("less")),
        ("goal_step[2]", one("not_talked")),
        ("risk", one("low")),
        ("review_in", one("quarter")),
    ];
    let saved = saved(&form, &answers);
    assert_eq!(saved["goal_update.score[1]"], "-1");
    assert!(!saved.contains_key("goal_update.score[2]"));
    assert_eq!(saved["review.next_on"], "2026-05-31");
    for (risk, required) in [("low", true), ("medium", false)] {
        let all = given(&[("risk", one(risk))]);
        let context = context("caseworker");
        let interview = Interview::derive(&form, &all, &context);
        let reason = "risk_reason".parse().unwrap();
        let asked = interview.ask(&reason, "en").unwrap();
        assert_eq!(asked.required, required, "{risk}");
    }
}
