//! The built-in visit form, walked as a volunteer would.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use kinkeeper::core::form::{
    Answer, Answers, Asked, Context, Form, Given, Interview, Kind, Media, MediaKind, Phrase, Piece,
    Place, Slip, Value, check::compile, table::read_markdown,
};
use serde_json::json;

fn visit() -> Form {
    let tables = read_markdown(include_str!("../forms/visit.md")).unwrap();
    let (form, warnings) =
        compile(&tables).unwrap_or_else(|findings| panic!("{}", lines(&findings)));
    assert!(warnings.is_empty(), "{}", lines(&warnings));
    form
}

fn lines(findings: &[kinkeeper::core::form::Finding]) -> String {
    findings
        .iter()
        .map(|finding| format!("{finding}\n"))
        .collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn place(text: &str) -> Place {
    text.parse().unwrap()
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// Monday 2026-03-02, two goals, no referral, next visit planned for the 16th.
fn context() -> Context {
    let now = DateTime::parse_from_rfc3339("2026-03-02T18:00:00+03:00").unwrap();
    let goal = |words: &str| BTreeMap::from([("ctx_goal_words".to_owned(), text(words))]);
    Context {
        hidden: BTreeMap::from([
            ("ctx_code".to_owned(), text("K7M2QX")),
            ("ctx_risk".to_owned(), text("medium")),
            ("ctx_goals".to_owned(), Value::Integer(2)),
            ("ctx_referrals".to_owned(), Value::Integer(0)),
            ("ctx_visit_days".to_owned(), Value::Integer(14)),
        ]),
        accepted: Answers::new(),
        rows: BTreeMap::from([(
            "goal".to_owned(),
            vec![goal("Neema goes to school"), goal("Supper together")],
        )]),
        today: now.date_naive(),
        now,
        started: now,
        seed: 7,
        language: "en".to_owned(),
    }
}

fn with_a_referral() -> Context {
    let mut context = context();
    context
        .hidden
        .insert("ctx_referrals".to_owned(), Value::Integer(1));
    let row = BTreeMap::from([("ctx_referral_words".to_owned(), text("Birth certificate"))]);
    context.rows.insert("referral".to_owned(), vec![row]);
    context
}

/// A draft and what its author does with it.
struct Walk {
    form: Form,
    context: Context,
    answers: Answers,
    taps: usize,
}

impl Walk {
    fn new(context: Context) -> Self {
        Self {
            form: visit(),
            context,
            answers: Answers::new(),
            taps: 0,
        }
    }

    fn interview(&self) -> Interview<'_> {
        Interview::derive(&self.form, &self.answers, &self.context)
    }

    fn next(&self) -> String {
        self.interview()
            .next()
            .map_or("the check screen".to_owned(), Place::to_string)
    }

    fn ask(&self, at: &str) -> Asked {
        self.interview()
            .ask(&place(at), "en")
            .unwrap_or_else(|| panic!("{at} is not asked"))
    }

    fn try_give(&self, at: &str, given: Given) -> Result<Value, Slip> {
        self.interview().answer(&place(at), given, "en")
    }

    fn give(&mut self, at: &str, given: Given) -> &mut Self {
        assert_eq!(self.next(), at);
        self.change(at, given)
    }

    /// Answers a question again, whatever comes next.
    fn change(&mut self, at: &str, given: Given) -> &mut Self {
        let value = self.try_give(at, given).unwrap();
        self.answers.give(place(at), value);
        self
    }

    fn choice(&self, at: &str, name: &str) -> usize {
        let choices = self.ask(at).choices;
        choices
            .iter()
            .position(|offer| offer.name == name)
            .unwrap_or_else(|| panic!("{at} has no choice {name}"))
    }

    fn tap(&mut self, at: &str, name: &str) -> &mut Self {
        self.taps += 1;
        let choice = self.choice(at, name);
        self.give(at, Given::Choice(choice))
    }

    /// A tap on each, and one on Done.
    fn toggle(&mut self, at: &str, names: &[&str]) -> &mut Self {
        self.taps += names.len() + 1;
        let choices = names.iter().map(|name| self.choice(at, name)).collect();
        self.give(at, Given::Choices(choices))
    }

    fn write(&mut self, at: &str, words: &str) -> &mut Self {
        self.give(at, Given::Text(words.to_owned()))
    }

    fn skip(&mut self, at: &str) -> &mut Self {
        self.taps += 1;
        assert_eq!(self.next(), at);
        let answer = self.interview().skip(&place(at)).unwrap();
        self.answers.put(place(at), answer);
        self
    }

    fn ordinary(&mut self) -> &mut Self {
        self.tap("happened", "today")
            .toggle("seen", &["child_alone", "caregiver"])
            .tap("danger", "no")
            .skip("worries")
            .write("well", "They cook together again.")
            .tap("goal_step[1]", "as_agreed")
            .tap("goal_step[2]", "not_talked")
            .skip("child_says")
            .tap("next", "as_planned")
    }

    fn saved(&self) -> BTreeMap<String, Value> {
        let interview = self.interview();
        let name = |field: &str, instance: Option<u16>| {
            instance.map_or(field.to_owned(), |row| format!("{field}[{row}]"))
        };
        interview
            .saved()
            .into_iter()
            .map(|saved| (name(saved.field, saved.instance), saved.value))
            .collect()
    }
}

#[test]
fn an_ordinary_visit_takes_eleven_taps_with_the_sending_one_and_one_typed_text() {
    let mut walk = Walk::new(context());
    let promised = walk.interview().places().len();
    walk.ordinary();
    assert_eq!(walk.next(), "the check screen");
    let sending = 1;
    assert_eq!(walk.taps + sending, 11);
    assert_eq!(walk.interview().places().len(), 7 + 2);
    assert_eq!(promised, 7 + 2, "progress should not run away");
}

#[test]
fn the_planned_visit_counts_from_the_day_of_the_visit_not_of_the_report() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "another_day")
        .give("visit_date", Given::Date(day("2026-02-26")))
        .toggle("seen", &["caregiver"])
        .tap("danger", "no")
        .skip("worries")
        .write("well", "They cook together again.")
        .tap("goal_step[1]", "as_agreed")
        .tap("goal_step[2]", "not_talked")
        .tap("next", "as_planned");
    let saved = walk.saved();
    assert_eq!(saved["visit.happened_on"], Value::Date(day("2026-02-26")));
    assert_eq!(saved["visit.next_on"], Value::Date(day("2026-03-12")));
}

#[test]
fn an_ordinary_visit_fills_its_typed_fields() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    let expected = [
        ("visit.outcome", text("happened")),
        ("visit.happened_on", Value::Date(day("2026-03-02"))),
        (
            "visit.seen",
            Value::Many(vec!["child_alone".to_owned(), "caregiver".to_owned()]),
        ),
        ("visit.danger", Value::One("no".to_owned())),
        ("visit.strength", text("They cook together again.")),
        ("goal_update.score[1]", Value::Integer(0)),
        ("visit.next_on", Value::Date(day("2026-03-16"))),
    ];
    let expected: BTreeMap<_, _> = expected
        .into_iter()
        .map(|(field, value)| (field.to_owned(), value))
        .collect();
    assert_eq!(walk.saved(), expected);
    let interview = walk.interview();
    let sealed: Vec<_> = interview
        .saved()
        .into_iter()
        .filter(|saved| saved.sealed)
        .map(|saved| saved.field)
        .collect();
    assert_eq!(sealed, ["visit.strength"]);
}

#[test]
fn a_report_keeps_words_apart_from_what_may_be_counted() {
    let mut walk = Walk::new(with_a_referral());
    walk.tap("happened", "today")
        .toggle("seen", &["child_with"])
        .tap("danger", "no")
        .toggle("worries", &["food"])
        .tap("food", "2")
        .give("well", Given::Media(voice("v1", Some("Listen"))))
        .tap("goal_step[1]", "more")
        .tap("goal_step[2]", "much_less")
        .tap("referral_outcome[1]", "helped")
        .skip("child_says")
        .tap("next", "another_day")
        .give("next_date", Given::Date(day("2026-03-09")));
    let report = walk.interview().report();
    assert_eq!(
        report.open,
        json!({
            "ctx_code": "K7M2QX", "ctx_risk": "medium", "ctx_goals": 2, "ctx_referrals": 1, "ctx_visit_days": 14,
            "happened": "today", "outcome": "happened", "happened_on": "2026-03-02", "seen": ["child_with"], "danger": "no",
            "worries": ["food"], "food": "2", "food_level": 2,
            "goal": [{"goal_step": "more", "goal_score": 1}, {"goal_step": "much_less", "goal_score": -2}],
            "referral": [{"referral_outcome": "helped"}],
            "planned_on": "2026-03-16", "next": "another_day", "next_date": "2026-03-09", "next_on": "2026-03-09",
        })
    );
    assert_eq!(
        report.sealed,
        json!({
            "well": {"kind": "audio", "file": "v1", "caption": "Listen"},
            "goal": [{"ctx_goal_words": "Neema goes to school"}, {"ctx_goal_words": "Supper together"}],
            "referral": [{"ctx_referral_words": "Birth certificate"}],
        })
    );
}

#[test]
fn a_visit_that_could_not_happen_asks_why_and_when_and_still_about_danger() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "could_not")
        .tap("reason", "other")
        .write("reason_note", "A wedding")
        .give("new_date", Given::Date(day("2026-03-04")))
        .tap("danger", "worried")
        .write("danger_note", "Shouting next door");
    assert_eq!(walk.next(), "the check screen");
    let saved = walk.saved();
    assert_eq!(saved["visit.outcome"], text("could_not"));
    assert_eq!(saved["visit.reason"], Value::One("other".to_owned()));
    assert_eq!(saved["visit.next_on"], Value::Date(day("2026-03-04")));
    assert_eq!(saved["visit.danger_note"], text("Shouting next door"));
    assert!(!saved.contains_key("visit.happened_on"));
}

#[test]
fn only_danger_now_alerts() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "today").toggle("seen", &["nobody"]);
    let interview = walk.interview();
    for (name, alerts) in [("no", false), ("worried", false), ("now", true)] {
        assert_eq!(
            interview.alerts(&place("danger"), &Value::One(name.to_owned())),
            alerts,
            "{name}"
        );
    }
    assert!(!interview.alerts(&place("happened"), &Value::One("today".to_owned())));
}

#[test]
fn a_visit_day_is_neither_to_come_nor_older_than_sixty_days() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "another_day");
    for (date, taken) in [
        ("2026-03-03", false),
        ("2026-03-02", true),
        ("2026-01-01", true),
        ("2025-12-31", false),
    ] {
        let answer = walk.try_give("visit_date", Given::Date(day(date)));
        match taken {
            true => assert_eq!(answer, Ok(Value::Date(day(date)))),
            false => assert!(
                matches!(answer, Err(Slip::Constraint(Some(_)))),
                "{date}: {answer:?}"
            ),
        }
    }
    let near = ["2026-03-02", "2026-03-01", "2026-02-28", "2026-02-27"].map(day);
    assert_eq!(walk.ask("visit_date").quick_dates, near);
    walk.give("visit_date", Given::Date(day("2026-02-28")));
    assert_eq!(
        walk.saved()["visit.happened_on"],
        Value::Date(day("2026-02-28"))
    );
}

#[test]
fn nobody_is_seen_together_with_others() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "today");
    let both = vec![
        walk.choice("seen", "caregiver"),
        walk.choice("seen", "nobody"),
    ];
    assert!(matches!(
        walk.try_give("seen", Given::Choices(both)),
        Err(Slip::Constraint(Some(_)))
    ));
    assert_eq!(
        walk.try_give("seen", Given::Choices(Vec::new())),
        Err(Slip::Required)
    );
}

#[test]
fn changing_an_answer_drops_what_is_not_relevant_and_brings_it_back() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "today")
        .toggle("seen", &["nobody"])
        .tap("danger", "now")
        .write("danger_note", "He is hurt");
    let now = Given::Choice(walk.choice("danger", "now"));
    let no = Given::Choice(walk.choice("danger", "no"));
    walk.change("danger", no);
    assert_eq!(walk.next(), "worries");
    assert!(!walk.saved().contains_key("visit.danger_note"));
    assert_eq!(walk.interview().report().sealed.get("danger_note"), None);
    walk.change("danger", now);
    assert_eq!(walk.next(), "worries");
    assert_eq!(walk.saved()["visit.danger_note"], text("He is hurt"));
}

#[test]
fn back_goes_through_what_was_asked_and_clears_nothing() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    let before = walk.answers.clone();
    let mut at = place("next");
    let mut path = Vec::new();
    while let Some(earlier) = walk.interview().before(&at).cloned() {
        path.push(earlier.to_string());
        at = earlier;
    }
    let asked = [
        "child_says",
        "goal_step[2]",
        "goal_step[1]",
        "well",
        "worries",
        "danger",
        "seen",
        "happened",
    ];
    assert_eq!(path, asked);
    let progress = |at: &str| walk.interview().progress(&place(at));
    assert_eq!(progress("happened"), Some((1, 9)));
    assert_eq!(progress("next"), Some((9, 9)));
    assert_eq!(progress("reason"), None);
    assert_eq!(walk.answers, before);
}

#[test]
fn the_day_called_today_stays_the_day_the_draft_began() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    let later = walk.context.now + chrono::TimeDelta::days(3);
    walk.context.now = later;
    walk.context.today = later.date_naive();
    assert_eq!(
        walk.saved()["visit.happened_on"],
        Value::Date(day("2026-03-02"))
    );
}

#[test]
fn an_answer_that_its_constraint_no_longer_allows_is_asked_again() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    let other = Given::Choice(walk.choice("next", "another_day"));
    walk.change("next", other)
        .give("next_date", Given::Date(day("2026-03-03")));
    assert_eq!(walk.next(), "the check screen");
    walk.context.today = day("2026-03-05");
    assert_eq!(walk.next(), "next_date");
}

#[test]
fn each_goal_is_asked_in_its_own_words() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    let asked = walk.ask("goal_step[2]");
    assert_eq!(asked.row, Some((2, 2)));
    assert_eq!(asked.heading, Some(Phrase::fixed("Goals of the family")));
    assert!(
        asked
            .label
            .0
            .contains(&Piece::Inserted(text("Supper together"))),
        "{:?}",
        asked.label
    );
    let arabic = walk.interview().ask(&place("next"), "ar-EG").unwrap();
    assert!(
        arabic
            .label
            .0
            .contains(&Piece::Inserted(Value::Date(day("2026-03-16"))))
    );
    assert!(arabic.label.plain().starts_with("متى"));
}

#[test]
fn voice_answers_a_question_for_words_only_where_the_form_allows() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    assert_eq!(
        walk.try_give("well", Given::Media(voice("v2", None))),
        Ok(Value::Media(voice("v2", None)))
    );
    let video = Media {
        kind: MediaKind::Video,
        ..voice("v3", None)
    };
    assert_eq!(
        walk.try_give("well", Given::Media(video)),
        Err(Slip::MediaNotTaken)
    );
    assert_eq!(
        walk.try_give("danger", Given::Media(voice("v4", None))),
        Err(Slip::MediaNotTaken)
    );
}

#[test]
fn what_the_check_screen_says_is_in_the_persons_language() {
    let mut walk = Walk::new(context());
    walk.ordinary();
    let interview = walk.interview();
    let seen = Value::Many(vec!["child_alone".to_owned(), "caregiver".to_owned()]);
    let phrases = interview.phrases(&place("seen"), &seen, "sw");
    let words: Vec<_> = phrases.iter().map(Phrase::plain).collect();
    assert_eq!(words, ["🧒 Mtoto peke yake", "🤲 Mlezi"]);
}

#[test]
fn a_required_question_cannot_be_skipped() {
    let mut walk = Walk::new(context());
    walk.tap("happened", "today");
    assert_eq!(walk.interview().skip(&place("seen")), Err(Slip::Required));
    assert_eq!(walk.interview().skip(&place("reason")), Err(Slip::NotAsked));
    walk.answers.put(place("seen"), Answer::Skipped);
    assert_eq!(walk.next(), "seen");
}

#[test]
fn free_words_and_words_of_the_family_are_sealed() {
    let form = visit();
    for question in &form.questions {
        let words = matches!(question.kind, Kind::Text | Kind::Media(_));
        let of_family = ["ctx_goal_words", "ctx_referral_words"].contains(&&*question.name);
        assert_eq!(question.sealed, words || of_family, "{}", question.name);
    }
}

fn voice(file: &str, caption: Option<&str>) -> Media {
    Media {
        kind: MediaKind::Audio,
        file: file.to_owned(),
        caption: caption.map(str::to_owned),
    }
}
