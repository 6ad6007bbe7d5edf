//! Interviews over a form that has a question of every kind.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime};
use serde_json::json;

use super::{
    Answer, Answers, Context, Form, Given, Interview, Media, MediaKind, Phrase, Place, Slip, Value,
    check::compile, table::read_markdown,
};

const FORM: &str = "
| survey |
| | type | name | label | relevant | required | constraint | constraint_message | calculation | default | read_only | repeat_count | parameters | appearance |
| | start | begun | | | | | | | | | | | |
| | today | on | | | | | | | | | | | |
| | username | who | | | | | | | | | | | |
| | note | welcome | Welcome ${who} | | | | | | | | | | |
| | text | name | Name | | yes | string-length(.) > 1 | Longer than ${name}, please | | ${who} | | | | |
| | text | shown | Begun | | | | | ${on} | | yes | | | |
| | integer | age | Age | | ${name} = 'Ada' | . >= 0 and . < 130 | | | | | | | |
| | decimal | weight | Weight | | | | | | | | | | |
| | range | mood | Mood | | | | | | 3 | | | start=1 end=5 step=1 | |
| | range | far | Far | | | | | | | | | start=0 end=100 step=0.5 | |
| | date | born | Born | | | . <= today() | | | today() - 7 | | | | |
| | time | woke | Woke | | | | | | | | | | |
| | dateTime | met | Met | | | | | | | | | | |
| | acknowledge | ready | Ready? | | yes | | | | | | | | |
| | begin group | outer | Outer | ${age} > 10 | | | | | | | | | |
| | begin group | inner | | ${mood} > 2 | | | | | | | | | |
| | image | face | Face | | | | | | | | | | |
| | select_multiple colour | likes | Likes | | | | | | red | | | | minimal columns |
| | end group | | | | | | | | | | | | |
| | end group | | | | | | | | | | | | |
| | integer | children | Children | | | | | | | | | | |
| | begin repeat | child | Child | ${children} > 0 | | | | | | | ${children} | | |
| | hidden | known | | | | | | | 'nobody' | | | | |
| | text | called | Child ${place_of} of ${children}, not ${known} | | | | | | | | | | |
| | calculate | place_of | | | | | | position(..) | | | | | |
| | note | thanks | Thank you, ${called} | ${called} != '' | | | | | | | | | |
| | end repeat | | | | | | | | | | | | |
| | calculate | all | | | | | | join(' & ', ${called}) | | | | | |
| | calculate | half | | | | | | ${age} div 2 | | | | | |
| | note | bye | Goodbye ${all} | | | | | | | | | | |
| choices |
| | list_name | name | label |
| | colour | red | Red |
| | colour | blue | Blue |
| settings |
| | form_id | version |
| | every-kind | 3 |";

fn form() -> Form {
    let tables = read_markdown(FORM).unwrap();
    let (form, warnings) = compile(&tables).unwrap_or_else(|findings| panic!("{findings:#?}"));
    assert!(warnings.is_empty(), "{warnings:#?}");
    form
}

fn context() -> Context {
    let now = DateTime::parse_from_rfc3339("2026-03-02T18:00:00+03:00").unwrap();
    let row = BTreeMap::from([("known".to_owned(), Value::Text("Tom".to_owned()))]);
    Context {
        hidden: BTreeMap::from([("username".to_owned(), Value::Text("Amina".to_owned()))]),
        accepted: Answers::new(),
        rows: BTreeMap::from([("child".to_owned(), vec![row])]),
        today: now.date_naive(),
        now,
        started: now,
        seed: 1,
        language: "en".to_owned(),
    }
}

fn place(text: &str) -> Place {
    text.parse().unwrap()
}

fn plain(phrases: &[Phrase]) -> Vec<String> {
    phrases.iter().map(Phrase::plain).collect()
}

fn answers(given: &[(&str, Value)]) -> Answers {
    given
        .iter()
        .map(|(at, value)| (place(at), Answer::Given(value.clone())))
        .collect()
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[test]
fn places_are_asked_in_order_and_repeats_row_by_row() {
    let (form, context) = (form(), context());
    let answers = answers(&[
        ("age", Value::Integer(11)),
        ("mood", Value::Integer(3)),
        ("children", Value::Integer(2)),
    ]);
    let interview = Interview::derive(&form, &answers, &context);
    let places: Vec<_> = interview
        .places()
        .iter()
        .map(|shown| shown.place.to_string())
        .collect();
    let expected =
        "name age weight mood far born woke met ready face likes children called[1] called[2]";
    assert_eq!(places.join(" "), expected);
    assert_eq!(interview.next(), Some(&place("name")));
}

#[test]
fn relevance_is_inherited_from_all_groups_around() {
    let (form, context) = (form(), context());
    for (age, mood, asked) in [(11, 3, true), (10, 3, false), (11, 2, false)] {
        let answers = answers(&[("age", Value::Integer(age)), ("mood", Value::Integer(mood))]);
        let interview = Interview::derive(&form, &answers, &context);
        assert_eq!(
            interview.shown(&place("face")).is_some(),
            asked,
            "{age} {mood}"
        );
    }
}

#[test]
fn notes_come_before_the_next_question_and_the_last_ones_on_the_check_screen() {
    let (form, context) = (form(), context());
    let answers = answers(&[
        ("children", Value::Integer(2)),
        ("called[1]", text("Bo")),
        ("called[2]", text("Cy")),
    ]);
    let interview = Interview::derive(&form, &answers, &context);
    let notes = |at: &str| plain(&interview.ask(&place(at), "en").unwrap().notes);
    assert_eq!(notes("name"), ["Welcome Amina"]);
    assert_eq!(notes("age"), ["Begun 2026-03-02"]);
    assert_eq!(notes("weight"), [""; 0]);
    assert_eq!(notes("called[2]"), ["Thank you, Bo"]);
    assert_eq!(
        plain(&interview.closing_notes("en")),
        ["Thank you, Cy", "Goodbye Bo & Cy"]
    );
}

#[test]
fn hidden_values_come_from_the_row_then_the_form_then_the_default() {
    let (form, mut context) = (form(), context());
    let answers = answers(&[("children", Value::Integer(2))]);
    let label = |context: &Context, at: &str| {
        Interview::derive(&form, &answers, context)
            .ask(&place(at), "en")
            .unwrap()
            .label
            .plain()
    };
    assert_eq!(label(&context, "called[1]"), "Child 1 of 2, not Tom");
    assert_eq!(label(&context, "called[2]"), "Child 2 of 2, not 'nobody'");
    context.hidden.insert("known".to_owned(), text("Ann"));
    assert_eq!(label(&context, "called[2]"), "Child 2 of 2, not Ann");
}

#[test]
fn a_question_says_what_answers_it() {
    let (form, context) = (form(), context());
    let answers = answers(&[("age", Value::Integer(11)), ("mood", Value::Integer(3))]);
    let interview = Interview::derive(&form, &answers, &context);
    let ask = |at: &str| interview.ask(&place(at), "en").unwrap();
    assert_eq!(ask("name").default, Some(text("Amina")));
    assert_eq!(ask("mood").default, Some(Value::Integer(3)));
    assert_eq!(
        ask("likes").default,
        Some(Value::Many(vec!["red".to_owned()]))
    );
    assert_eq!(
        ask("born").default,
        Some(Value::Date(NaiveDate::from_ymd_opt(2026, 2, 23).unwrap()))
    );
    let numbers: Vec<_> = ask("mood")
        .choices
        .iter()
        .map(|offer| offer.label.plain())
        .collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5"]);
    assert!(ask("far").choices.is_empty());
    assert_eq!(ask("likes").appearance, ["minimal", "columns"]);
    assert_eq!(ask("face").heading, Some(Phrase::fixed("Outer")));
    assert_eq!((ask("name").required, ask("age").required), (true, false));
    assert_eq!(ask("age").answered, Some(Value::Integer(11)));
    assert!(interview.ask(&place("called[1]"), "en").is_none());
}

#[test]
fn answers_are_taken_in_the_type_of_the_question_or_slip() {
    let (form, context) = (form(), context());
    let stored = answers(&[("age", Value::Integer(11)), ("mood", Value::Integer(3))]);
    let interview = Interview::derive(&form, &stored, &context);
    let answer = |at: &str, given| interview.answer(&place(at), given, "en");
    let file = |kind| Media {
        kind,
        file: "f1".to_owned(),
        caption: None,
    };
    let born = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap();
    let half_past_six = NaiveTime::from_hms_opt(6, 30, 0).unwrap();
    let out_of_range = Slip::OutOfRange {
        start: 0.0,
        end: 100.0,
        step: 0.5,
    };
    assert_eq!(answer("age", Given::Integer(7)), Ok(Value::Integer(7)));
    assert_eq!(
        answer("age", Given::Decimal(7.5)),
        Err(Slip::NotAWholeNumber)
    );
    assert_eq!(
        answer("age", Given::Text("seven".to_owned())),
        Err(Slip::NotANumber)
    );
    assert_eq!(
        answer("age", Given::Integer(130)),
        Err(Slip::Constraint(None))
    );
    assert_eq!(
        answer("age", Given::Integer(i64::MIN)),
        Err(Slip::TooManyDigits { limit: 15 })
    );
    assert_eq!(answer("weight", Given::Integer(7)), Ok(Value::Decimal(7.0)));
    assert_eq!(
        answer("weight", Given::Decimal(f64::INFINITY)),
        Err(Slip::TooManyDigits { limit: 15 })
    );
    assert_eq!(answer("mood", Given::Choice(4)), Ok(Value::Integer(5)));
    assert_eq!(answer("mood", Given::Choice(5)), Err(Slip::NoSuchChoice));
    assert_eq!(answer("far", Given::Decimal(0.5)), Ok(Value::Decimal(0.5)));
    assert_eq!(
        answer("far", Given::Decimal(0.75)),
        Err(out_of_range.clone())
    );
    assert_eq!(answer("far", Given::Integer(101)), Err(out_of_range));
    assert_eq!(
        answer("born", Given::Date(born)),
        Err(Slip::Constraint(None))
    );
    assert_eq!(
        answer("born", Given::Text("soon".to_owned())),
        Err(Slip::NotADate)
    );
    assert_eq!(
        answer("woke", Given::Time(half_past_six)),
        Ok(Value::Time(half_past_six))
    );
    let met = answer("met", Given::DateTime(born.and_time(half_past_six))).unwrap();
    assert_eq!(met.plain(), "2026-03-03T06:30:00+03:00");
    assert_eq!(
        answer("ready", Given::Acknowledged),
        Ok(Value::Acknowledged)
    );
    assert_eq!(
        answer("face", Given::Media(file(MediaKind::Image))),
        Ok(Value::Media(file(MediaKind::Image)))
    );
    assert_eq!(
        answer("face", Given::Media(file(MediaKind::Audio))),
        Err(Slip::MediaNotTaken)
    );
    assert_eq!(
        answer("face", Given::Text("me".to_owned())),
        Err(Slip::NotAMedium)
    );
    assert_eq!(
        answer("name", Given::Media(file(MediaKind::Audio))),
        Err(Slip::MediaNotTaken)
    );
    assert_eq!(
        answer("name", Given::Text(" ".to_owned())),
        Err(Slip::Blank)
    );
    assert_eq!(
        answer("likes", Given::Choices(vec![1, 0, 1])),
        Ok(Value::Many(vec!["red".to_owned(), "blue".to_owned()]))
    );
    assert_eq!(
        answer("likes", Given::Choices(vec![2])),
        Err(Slip::NoSuchChoice)
    );
    assert_eq!(
        answer("likes", Given::Choices(Vec::new())),
        Ok(Value::Many(Vec::new()))
    );
    assert_eq!(
        answer("called[1]", Given::Text("Bo".to_owned())),
        Err(Slip::NotAsked)
    );
    let Err(Slip::Constraint(Some(message))) = answer("name", Given::Text("A".to_owned())) else {
        panic!("too short")
    };
    assert_eq!(message.plain(), "Longer than , please");
}

#[test]
fn an_answer_of_another_type_is_asked_again() {
    let (form, context) = (form(), context());
    let mut answers = answers(&[
        ("name", text("Bea")),
        ("age", Value::Integer(11)),
        ("weight", text("heavy")),
        ("mood", Value::Integer(3)),
        ("likes", Value::Many(vec!["green".to_owned()])),
    ]);
    let interview = Interview::derive(&form, &answers, &context);
    assert_eq!(interview.next(), Some(&place("weight")));
    assert_eq!(interview.report().open.get("weight"), None);
    for skipped in ["weight", "far", "born", "woke", "met", "face"] {
        answers.skip(place(skipped));
    }
    answers.give(place("ready"), Value::Acknowledged);
    let interview = Interview::derive(&form, &answers, &context);
    assert_eq!(
        interview.next(),
        Some(&place("likes")),
        "green is no longer offered"
    );
}

#[test]
fn a_question_may_become_required_by_another_answer() {
    let (form, context) = (form(), context());
    let mut answers = answers(&[("name", text("Bea"))]);
    answers.skip(place("age"));
    assert_eq!(
        Interview::derive(&form, &answers, &context).next(),
        Some(&place("weight"))
    );
    answers.give(place("name"), text("Ada"));
    let interview = Interview::derive(&form, &answers, &context);
    assert_eq!(interview.next(), Some(&place("age")));
    assert_eq!(interview.skip(&place("age")), Err(Slip::Required));
}

#[test]
fn a_report_has_numbers_dates_and_rows_but_nothing_blank() {
    let (form, context) = (form(), context());
    let mut answers = answers(&[
        ("age", Value::Integer(7)),
        ("weight", Value::Decimal(20.5)),
        (
            "woke",
            Value::Time(NaiveTime::from_hms_opt(6, 30, 0).unwrap()),
        ),
        ("ready", Value::Acknowledged),
        (
            "face",
            Value::Media(Media {
                kind: MediaKind::Image,
                file: "f1".to_owned(),
                caption: None,
            }),
        ),
        ("children", Value::Integer(2)),
        ("called[2]", text("Cy")),
    ]);
    answers.skip(place("born"));
    let report = Interview::derive(&form, &answers, &context).report();
    assert_eq!(
        report.open,
        json!({
            "begun": "2026-03-02T18:00:00+03:00", "on": "2026-03-02", "who": "Amina",
            "age": 7, "half": 3.5, "weight": 20.5, "woke": "06:30", "ready": true, "children": 2,
            "child": [{"known": "Tom", "place_of": 1}, {"known": "'nobody'", "place_of": 2}],
        })
    );
    assert_eq!(
        report.sealed,
        json!({"shown": "2026-03-02", "child": [{}, {"called": "Cy"}], "all": " & Cy"})
    );
}

#[test]
fn a_repeat_has_no_more_rows_than_the_limit() {
    let (form, context) = (form(), context());
    for (children, rows) in [(-3, 0), (0, 0), (1, 1), (1_000_000, 100)] {
        let answers = answers(&[("children", Value::Integer(children))]);
        let interview = Interview::derive(&form, &answers, &context);
        let called = interview
            .places()
            .iter()
            .filter(|shown| &*shown.place.question == "called")
            .count();
        assert_eq!(called, rows, "{children}");
    }
}

#[test]
fn a_place_is_written_and_read_alike() {
    for text in ["danger", "goal_score[2]", "a.b-c_d[65535]"] {
        assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
    }
    for text in [
        "", "[1]", "a[0]", "a[x]", "a[1", "a]", "a[1][2]", "a[70000]",
    ] {
        assert!(text.parse::<Place>().is_err(), "{text}");
    }
}
