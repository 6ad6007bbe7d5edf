//! Words that people type: what a language reads, and which button a text presses.

use chrono::NaiveDate;
use chrono_tz::Tz;
use kinkeeper::core::form::read::{says, typed};
use kinkeeper::core::form::{Accept, Asked, Given, Kind, Phrase, Place, Slip, Value};
use kinkeeper::core::id::{CaseId, DraftId};
use kinkeeper::core::people::Language;
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::screen::{Button, Due, Label, Line, Screen};
use kinkeeper::core::slipping::slip_line;
use kinkeeper::words::understand;
use uuid::Uuid;

use crate::samples::{button, code, inserted, languages, on, reader, shown, words};

/// A question of this kind.
fn asked(kind: Kind) -> Asked {
    Asked {
        place: Place::new("day"),
        kind,
        heading: None,
        row: None,
        notes: vec![],
        label: Phrase::fixed("When?"),
        hint: None,
        choices: vec![],
        required: true,
        skip: None,
        accept: Accept::default(),
        quick_dates: vec![],
        answered: None,
        default: None,
        appearance: vec![],
    }
}

#[test]
fn answers_are_read_with_the_words_of_the_language() {
    let words = words();
    for (language, yes, no, today, march, monday) in [
        ("en", "yes", "no", "today", "March", "Monday"),
        ("fr", "oui", "non", "aujourd’hui", "mars", "lundi"),
        ("es", "sí", "no", "hoy", "marzo", "lunes"),
        ("sw", "ndiyo", "hapana", "leo", "Machi", "Jumatatu"),
        ("ar", "نعم", "لا", "اليوم", "مارس", "الاثنين"),
    ] {
        let vocabulary = words.vocabulary(&Language(language.into()));
        let has = |list: &[String], word: &str| list.iter().any(|known| known == word);
        assert!(has(&vocabulary.yes, yes), "{language}");
        assert!(has(&vocabulary.no, no), "{language}");
        assert!(has(&vocabulary.today, today), "{language}");
        assert!(has(&vocabulary.months[2], march), "{language}");
        assert!(has(&vocabulary.weekdays[0], monday), "{language}");
        assert_eq!(
            (vocabulary.months.len(), vocabulary.weekdays.len()),
            (12, 7)
        );
        for list in [
            &vocabulary.yesterday,
            &vocabulary.tomorrow,
            &vocabulary.fillers,
        ] {
            assert!(!list.is_empty(), "{language}");
        }
        let same = vocabulary
            .yes
            .iter()
            .filter(|word| has(&vocabulary.no, word))
            .count();
        assert_eq!(same, 0, "{language}: a word for yes and no");
        for (place, names) in vocabulary.months.iter().enumerate() {
            let others = vocabulary.months.iter().skip(place + 1).flatten();
            assert!(
                others.clone().all(|other| !names.contains(other)),
                "{language} {names:?}"
            );
        }
    }
}

#[test]
fn the_ways_on_have_their_words_in_every_language() {
    let words = words();
    for language in languages() {
        let vocabulary = words.vocabulary(&Language(language.clone()));
        let ways = [
            (Label::Skip, "skip", &vocabulary.skip),
            (Label::Back, "back", &vocabulary.back),
            (Label::Cancel, "cancel", &vocabulary.cancel),
        ];
        for (label, english, known) in &ways {
            let label = button(&words, label, &language);
            assert!(says(&label, known), "{language}: {label}");
            assert!(says(english, known), "{language}: {english}");
        }
        let lists = ways.map(|(_, _, known)| known);
        let answers = [&vocabulary.yes, &vocabulary.no, &vocabulary.today];
        for (place, list) in lists.iter().enumerate() {
            for word in *list {
                let others = lists.iter().skip(place + 1).chain(&answers);
                let also = others.filter(|other| says(word, other)).count();
                assert_eq!(also, 0, "{language}: {word} says two things");
            }
        }
    }
}

#[test]
fn dates_that_the_bot_writes_are_read_back_as_the_same_dates() {
    let words = words();
    let asked = asked(Kind::Date);
    let today = on("2026-03-02");
    for language in languages() {
        let vocabulary = words.vocabulary(&Language(language.clone()));
        for month in 1..=12 {
            for day in [1, 2, 13, 28] {
                let date = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
                let example = shown(&words, &Line::NotADate { example: date }, &language).plain;
                let example = example.split(['\u{2068}', '\u{2069}']).nth(1).unwrap();
                let answer = Line::Question(inserted(Value::Date(date)));
                let answer = shown(&words, &answer, &language).plain;
                for written in [example, &answer, &example.to_uppercase()] {
                    let read = typed(&asked, written, &vocabulary, today);
                    assert_eq!(read, Ok(Given::Date(date)), "{language}: {written}");
                }
            }
        }
        for (label, day) in [
            ("today", today),
            ("yesterday", on("2026-03-01")),
            ("tomorrow", on("2026-03-03")),
        ] {
            let written = button(&words, &Label::Day { day, today }, &language);
            let read = typed(&asked, &written, &vocabulary, today);
            assert_eq!(read, Ok(Given::Date(day)), "{language} {label}: {written}");
        }
    }
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_refused_with_examples_that_can_not() {
    let words = words();
    let asked = asked(Kind::Decimal);
    let today = on("2026-03-02");
    for language in languages() {
        let vocabulary = words.vocabulary(&Language(language.clone()));
        let read = |written| typed(&asked, written, &vocabulary, today);
        let line = slip_line(&read("2,500").unwrap_err(), today);
        let said = shown(&words, &line, &language).plain;
        let numbers: Vec<&str> = said
            .split(|sign: char| !(sign.is_ascii_digit() || matches!(sign, ',' | '.')))
            .map(|number| number.trim_matches([',', '.']))
            .filter(|number| number.len() > 1)
            .collect();
        let [ambiguous, whole, fraction] = numbers[..] else {
            panic!("{language}: {said}");
        };
        assert_eq!(read(ambiguous), Err(Slip::AmbiguousNumber), "{language}");
        assert_eq!(read(whole), Ok(Given::Integer(1234)), "{language}");
        assert_eq!(read(fraction), Ok(Given::Decimal(1.234)), "{language}");
    }
}

#[test]
fn a_typed_text_presses_the_button_it_names() {
    let words = words();
    let draft = DraftId(Uuid::nil());
    let choose = |option| Press::Draft(draft, 4, InDraft::Choose(option));
    let case = Press::Visit(CaseId(Uuid::nil()));
    let choice = |label: &str| Label::Choice {
        label: Phrase::fixed(label),
        ticked: None,
    };
    let screen = Screen::default()
        .button(choice("✅ Leo"), choose(0))
        .button(choice("📅 Siku nyingine"), choose(1))
        .button(choice("Été"), choose(2))
        .button(choice("Sawa"), choose(3))
        .button(choice("🙂 Sawa"), choose(4))
        .button(
            Label::VisitCase {
                code: code(),
                due: Due::Today,
            },
            case.clone(),
        )
        .button(Label::Done(3), Press::Draft(draft, 4, InDraft::Done))
        .button(Label::Zone(Tz::Africa__Nairobi), Press::Zone(Some(0)))
        .row(vec![
            Button {
                label: Label::Back,
                press: Press::Draft(draft, 4, InDraft::Back),
            },
            Button {
                label: Label::Cancel,
                press: Press::Draft(draft, 4, InDraft::Cancel),
            },
        ]);
    for language in languages() {
        let rendered = words.render(&screen, &reader(&language));
        for (typed, meant) in [
            ("leo", Some(choose(0))),
            (" LEO! ", Some(choose(0))),
            ("siku  nyingine", Some(choose(1))),
            ("\u{200F}ete", Some(choose(2))),
            ("sawa", None),
            ("2", Some(choose(1))),
            ("٢", Some(choose(1))),
            ("२.", Some(choose(1))),
            ("6", Some(case.clone())),
            ("k7m-2qx", Some(case.clone())),
            ("nairobi", Some(Press::Zone(Some(0)))),
            ("7", Some(Press::Zone(Some(0)))),
            ("8", None),
            ("0", None),
            ("-1", Some(choose(0))),
            ("99999999999999999999", None),
            ("", None),
            ("🙂", None),
            ("something else", None),
        ] {
            assert_eq!(
                understand(&rendered, &screen, typed, true),
                meant,
                "{typed:?}"
            );
        }
        assert_eq!(understand(&rendered, &screen, "2", false), None);
        for button in screen.rows.iter().flatten() {
            let data = button.press.encode();
            let label = &rendered
                .rows
                .iter()
                .flatten()
                .find(|key| key.data == data)
                .unwrap()
                .label;
            let meant = understand(&rendered, &screen, label, false);
            if !label.contains("Sawa") {
                assert_eq!(meant.as_ref(), Some(&button.press), "{language} {label}");
            }
        }
    }
    let english = words.render(&screen, &reader("en"));
    for typed in ["done", "Done (3)", "done 3"] {
        let meant = understand(&english, &screen, typed, true);
        assert_eq!(
            meant,
            Some(Press::Draft(draft, 4, InDraft::Done)),
            "{typed}"
        );
    }
}
