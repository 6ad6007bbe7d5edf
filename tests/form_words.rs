//! The words of the visit form: complete, short, and understood when typed.

use std::collections::BTreeMap;

use chrono::DateTime;
use kinkeeper::core::form::{
    Answer, Answers, Context, Form, Given, Interview, Kind, Place, Value, Vocabulary,
    check::compile,
    limits,
    model::Question,
    read::typed,
    table::read_markdown,
    words::{Part, Words},
};

const LANGUAGES: [&str; 5] = ["en", "fr", "es", "sw", "ar"];

#[test]
fn every_text_is_short_and_in_five_languages() {
    let form = visit();
    assert_eq!(form.languages, LANGUAGES);
    let complete = |words: &Words, limit: usize, what: &str| {
        for language in LANGUAGES.iter().filter(|_| !words.is_empty()) {
            let text = words
                .0
                .get(*language)
                .unwrap_or_else(|| panic!("{what} has no {language}"));
            let length: usize = text.0.iter().map(part_length).sum();
            assert!(
                (1..=limit).contains(&length),
                "{what} in {language} has {length} characters"
            );
        }
    };
    complete(&form.title, limits::BUTTON_CHARS, "the title");
    assert!(!form.title.is_empty());
    for Question {
        name,
        kind,
        label,
        hint,
        skip,
        constraint,
        constraint_message,
        ..
    } in &form.questions
    {
        assert!(!kind.is_asked() || !label.is_empty(), "{name}");
        assert_eq!(
            constraint.is_some(),
            !constraint_message.is_empty(),
            "{name}"
        );
        complete(label, 200, name);
        complete(hint, 200, name);
        complete(constraint_message, 200, name);
        complete(skip, limits::BUTTON_CHARS, name);
    }
    for (list, choice) in form
        .lists
        .iter()
        .flat_map(|list| list.choices.iter().map(move |choice| (list, choice)))
    {
        let what = format!("{} {}", list.name, choice.name);
        assert!(!choice.label.is_empty(), "{what}");
        complete(&choice.label, limits::BUTTON_CHARS, &what);
        for text in choice.label.0.values() {
            let label = text.fixed_words();
            let (icon, words) = label.split_once(' ').unwrap();
            assert!(
                !icon.chars().any(char::is_alphanumeric) && !words.is_empty(),
                "{label} has no icon"
            );
        }
    }
}

#[test]
fn the_words_of_a_button_are_read_as_its_choice_in_every_language() {
    let (form, context) = (visit(), context());
    let answers = Answers::from_iter([
        (
            Place::new("happened"),
            Answer::Given(Value::One("today".to_owned())),
        ),
        (
            Place::new("worries"),
            Answer::Given(Value::Many(vec!["food".to_owned()])),
        ),
    ]);
    let interview = Interview::derive(&form, &answers, &context);
    let mut read = 0;
    for (shown, language) in interview
        .places()
        .iter()
        .flat_map(|shown| LANGUAGES.map(|language| (shown, language)))
    {
        let mut asked = interview.ask(&shown.place, language).unwrap();
        for (index, offer) in asked.choices.clone().into_iter().enumerate() {
            let label = offer.label.plain();
            let words = label.split_once(' ').unwrap().1;
            for text in [
                &*label,
                words,
                &words.to_uppercase(),
                &(index + 1).to_string(),
            ] {
                asked.kind = Kind::One(0);
                let given = typed(&asked, text, &Vocabulary::default(), context.today);
                assert_eq!(
                    given,
                    Ok(Given::Choice(index)),
                    "{} in {language}: {text}",
                    shown.place
                );
                asked.kind = Kind::Many(0);
                let given = typed(&asked, text, &Vocabulary::default(), context.today);
                assert_eq!(
                    given,
                    Ok(Given::Choices(vec![index])),
                    "{} in {language}: {text}",
                    shown.place
                );
                read += 1;
            }
        }
    }
    assert!(read > 500, "{read}");
}

fn visit() -> Form {
    let tables = read_markdown(include_str!("../forms/visit.md")).unwrap();
    compile(&tables).unwrap().0
}

/// One goal and one referral.
fn context() -> Context {
    let now = DateTime::parse_from_rfc3339("2026-03-02T18:00:00+03:00").unwrap();
    let one = |name: &str| (name.to_owned(), Value::Integer(1));
    Context {
        hidden: BTreeMap::from([one("ctx_goals"), one("ctx_referrals")]),
        accepted: Answers::new(),
        rows: BTreeMap::new(),
        today: now.date_naive(),
        now,
        started: now,
        seed: 7,
        language: "en".to_owned(),
    }
}

fn part_length(part: &Part) -> usize {
    match part {
        Part::Fixed(words) => words.chars().count(),
        Part::Value(_) => 10,
    }
}
