//! What holds of every form, every answer and every typed word.

use std::{collections::BTreeMap, sync::LazyLock};

use chrono::{DateTime, NaiveDate, NaiveTime};
use kinkeeper::core::form::{
    Answer, Answers, Asked, Context, Form, Given, Interview, Kind, Media, MediaKind, Place, Slip,
    Value, Vocabulary, check::compile, read::typed, table::read_markdown,
};
use proptest::{collection::vec, prelude::*, sample::Index};

const VISIT: &str = include_str!("../forms/visit.md");

static VISIT_FORM: LazyLock<Form> =
    LazyLock::new(|| compile(&read_markdown(VISIT).unwrap()).unwrap().0);

fn visit() -> &'static Form {
    &VISIT_FORM
}

fn context(goals: i64, referrals: i64) -> Context {
    let now = DateTime::parse_from_rfc3339("2026-03-02T18:00:00+03:00").unwrap();
    Context {
        hidden: BTreeMap::from([
            ("ctx_goals".to_owned(), Value::Integer(goals)),
            ("ctx_referrals".to_owned(), Value::Integer(referrals)),
            ("ctx_visit_days".to_owned(), Value::Integer(14)),
        ]),
        accepted: Answers::new(),
        rows: BTreeMap::new(),
        today: now.date_naive(),
        now,
        started: now,
        seed: 7,
        language: "en".to_owned(),
    }
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1..=3_000_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

fn name() -> impl Strategy<Value = String> {
    let known: Vec<String> = visit()
        .lists
        .iter()
        .flat_map(|list| list.choices.iter().map(|choice| choice.name.clone()))
        .collect();
    prop_oneof![4 => any::<Index>().prop_map(move |index| index.get(&known).clone()), 1 => ".*"]
}

fn media() -> impl Strategy<Value = Media> {
    let kinds = [
        MediaKind::Image,
        MediaKind::Audio,
        MediaKind::Video,
        MediaKind::File,
    ];
    (any::<Index>(), ".*", any::<Option<String>>()).prop_map(move |(kind, file, caption)| Media {
        kind: *kind.get(&kinds),
        file,
        caption,
    })
}

/// Any value; decimals have as many digits as typing allows.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        ".*".prop_map(Value::Text),
        any::<i64>().prop_map(Value::Integer),
        (-999_999_999_999_999i64..=999_999_999_999_999, 0..=9).prop_map(|(digits, places)| {
            Value::Decimal(format!("{digits}e-{places}").parse().unwrap())
        }),
        date().prop_map(Value::Date),
        (0..86_400u32).prop_map(|second| Value::Time(
            NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap()
        )),
        (0..4_000_000_000i64, -12..=14).prop_map(|(second, hours)| {
            let zone = chrono::FixedOffset::east_opt(hours * 3_600).unwrap();
            Value::DateTime(
                DateTime::from_timestamp(second, 0)
                    .unwrap()
                    .with_timezone(&zone),
            )
        }),
        name().prop_map(Value::One),
        vec(name(), 0..4).prop_map(Value::Many),
        media().prop_map(Value::Media),
        Just(Value::Acknowledged),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![5 => value().prop_map(Answer::Given), 1 => Just(Answer::Skipped)]
}

/// Answers at places of the visit form, and at some that it has not.
fn answers() -> impl Strategy<Value = Answers> {
    let questions: Vec<String> = visit()
        .questions
        .iter()
        .map(|question| question.name.to_string())
        .collect();
    let place = (any::<Index>(), proptest::option::of(1..5u16), 0..20).prop_map(
        move |(index, instance, strange)| {
            let question = if strange == 0 {
                "elsewhere"
            } else {
                index.get(&questions)
            };
            Place {
                question: question.into(),
                instance,
            }
        },
    );
    vec((place, answer()), 0..40).prop_map(Answers::from_iter)
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        ".*".prop_map(Given::Text),
        (0..8usize).prop_map(Given::Choice),
        vec(0..8usize, 0..5).prop_map(Given::Choices),
        any::<i64>().prop_map(Given::Integer),
        any::<f64>().prop_map(Given::Decimal),
        date().prop_map(Given::Date),
        media().prop_map(Given::Media),
        Just(Given::Acknowledged),
    ]
}

/// Something that the question may take, chosen by `dice`.
fn fitting(asked: &Asked, dice: usize) -> Given {
    match asked.kind {
        Kind::One(_) | Kind::Many(_) => Given::Choice(dice % asked.choices.len()),
        Kind::Date => Given::Date(asked.quick_dates[dice % asked.quick_dates.len()]),
        Kind::Text => Given::Text(format!("answer {dice}")),
        other => panic!("the visit form asks no {other:?}"),
    }
}

proptest! {
    #[test]
    fn whatever_is_stored_can_be_walked(answers in answers(), goals in -1..4i64, given in given(), value in value()) {
        let (form, context) = (visit(), context(goals, 1));
        let interview = Interview::derive(form, &answers, &context);
        for shown in interview.places() {
            let asked = interview.ask(&shown.place, "sw").expect("a shown place is asked");
            prop_assert_eq!(&asked.place, &shown.place);
            prop_assert_eq!(interview.place(shown.index, shown.place.instance), Some(&shown.place));
            let _ = interview.alerts(&shown.place, &value);
            let _ = interview.phrases(&shown.place, &value, "ar");
            if let Ok(taken) = interview.answer(&shown.place, given.clone(), "fr") {
                let mut answers = answers.clone();
                answers.give(shown.place.clone(), taken);
                let after = Interview::derive(form, &answers, &context);
                let shown = after.shown(&shown.place).expect("an answer does not make its own question irrelevant");
                prop_assert!(shown.answered.is_some(), "{} forgot {given:?}", shown.place);
            }
        }
        let _ = interview.saved();
        let report = interview.report();
        prop_assert!(report.open.is_object() && report.sealed.is_object());
    }

    #[test]
    fn the_same_answers_give_the_same_interview(answers in answers()) {
        let (form, context) = (visit(), context(2, 1));
        let (one, other) = (Interview::derive(form, &answers, &context), Interview::derive(form, &answers, &context));
        prop_assert_eq!(one.places(), other.places());
        prop_assert_eq!(one.saved(), other.saved());
        prop_assert_eq!(one.report(), other.report());
    }

    #[test]
    fn answers_come_back_from_json_as_they_were(answers in answers()) {
        let json = serde_json::to_string(&answers).unwrap();
        prop_assert_eq!(serde_json::from_str::<Answers>(&json).unwrap(), answers);
    }

    #[test]
    fn every_question_is_asked_once_until_the_form_is_complete(dice in vec(any::<usize>(), 64), goals in 0..4i64, referrals in 0..3i64) {
        let (form, context) = (visit(), context(goals, referrals));
        let mut answers = Answers::new();
        let mut asked_so_far = Vec::new();
        for dice in dice {
            let interview = Interview::derive(form, &answers, &context);
            let Some(place) = interview.next().cloned() else { break };
            prop_assert!(!asked_so_far.contains(&place), "{place} is asked twice");
            let asked = interview.ask(&place, "en").unwrap();
            let answer = match interview.skip(&place) {
                Ok(skipped) if dice % 3 == 0 => skipped,
                Ok(_) | Err(Slip::Required) => Answer::Given(interview.answer(&place, fitting(&asked, dice / 3), "en").unwrap()),
                Err(slip) => panic!("{slip:?}"),
            };
            asked_so_far.push(place.clone());
            answers.put(place, answer);
        }
        let interview = Interview::derive(form, &answers, &context);
        prop_assert_eq!(interview.next(), None);
        let places: Vec<_> = interview.places().iter().map(|shown| shown.place.clone()).collect();
        prop_assert_eq!(asked_so_far, places);
        for field in ["visit.outcome", "visit.danger", "visit.next_on"] {
            prop_assert!(interview.saved().iter().any(|saved| saved.field == field), "{field} is not saved");
        }
    }

    #[test]
    fn nothing_typed_breaks_the_reading(text in "[0-9٠-٩ ./:,;hpm€–-]{0,12}|\\PC{0,20}", kind in 0..4usize) {
        let (form, context) = (visit(), context(1, 0));
        let answers: Answers = [("happened", "another_day"), ("danger", "worried")]
            .into_iter()
            .map(|(name, choice)| (Place::new(name), Answer::Given(Value::One(choice.to_owned()))))
            .collect();
        let interview = Interview::derive(form, &answers, &context);
        let place = Place::new(["visit_date", "seen", "danger", "danger_note"][kind]);
        let mut asked = interview.ask(&place, "en").unwrap();
        for kind in [asked.kind, Kind::Integer, Kind::Decimal, Kind::Time, Kind::DateTime] {
            asked.kind = kind;
            let _ = typed(&asked, &text, &Vocabulary::default(), context.today);
        }
    }

    #[test]
    fn no_file_breaks_the_importer(cuts in vec((any::<Index>(), "[|${}()'.a-z -]{0,3}"), 1..4)) {
        let mut text: Vec<char> = VISIT.chars().collect();
        for (index, new) in cuts {
            let at = index.index(text.len());
            text.splice(at..(at + 2).min(text.len()), new.chars());
        }
        if let Ok(tables) = read_markdown(&text.into_iter().collect::<String>()) {
            let _ = compile(&tables);
        }
    }

    #[test]
    fn no_expression_breaks_the_parser(expression in "([$][{]x[}]|[.]|today\\(\\)|if\\(|selected\\(|'a'|[0-9.]{1,3}|[(),/=<>+*-]| (and|or|div|mod) |\\PC){0,12}") {
        let cell = expression.replace('|', "\\|");
        let text = format!(
            "| survey |\n| | type | name | calculation | label |\n| | integer | x | | X |\n| | calculate | y | {cell} | |\n\
             | settings |\n| | form_id |\n| | f |\n"
        );
        if let Ok((form, _)) = read_markdown(&text).and_then(|tables| compile(&tables)) {
            let json = serde_json::to_string(&form).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Form>(&json).unwrap(), &form);
            let (answers, context) = (Answers::new(), context(0, 0));
            let _ = Interview::derive(&form, &answers, &context).report();
        }
    }
}

#[test]
fn the_visit_form_comes_back_from_json_as_it_was() {
    let form = visit();
    let json = serde_json::to_string(form).unwrap();
    assert_eq!(&serde_json::from_str::<Form>(&json).unwrap(), form);
}
