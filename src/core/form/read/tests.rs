//! Typed words and the answers they mean, as data.

use chrono::NaiveDate;

use super::{Vocabulary, typed};
use crate::core::form::{
    answers::Place,
    asked::{Asked, Given, Offer, Slip},
    model::{Accept, Kind, Range},
    words::Phrase,
};

/// Monday.
const TODAY: &str = "2026-03-02";

const WHOLE: &[(&str, Result<i64, Slip>)] = &[
    ("7", Ok(7)),
    (" 7 ", Ok(7)),
    ("-7", Ok(-7)),
    ("−7", Ok(-7)),
    ("+7", Ok(7)),
    ("007", Ok(7)),
    ("٣٥", Ok(35)),
    ("٩٠", Ok(90)),
    ("𝟡𝟘", Ok(90)),
    ("۳۵", Ok(35)),
    ("३५", Ok(35)),
    ("৩৫", Ok(35)),
    ("၃၅", Ok(35)),
    ("３５", Ok(35)),
    ("𝟛𝟝", Ok(35)),
    ("\u{200f}٣٥\u{200e}", Ok(35)),
    ("1,000", Ok(1000)),
    ("1.000", Ok(1000)),
    ("1 000 000", Ok(1_000_000)),
    ("1\u{a0}000", Ok(1000)),
    ("1.000.000", Ok(1_000_000)),
    ("١٬٠٠٠", Ok(1000)),
    ("3.0", Ok(3)),
    ("3,5", Err(Slip::NotAWholeNumber)),
    ("three", Err(Slip::NotANumber)),
    ("3 years", Err(Slip::NotANumber)),
    ("1 2", Err(Slip::NotANumber)),
    ("-", Err(Slip::NotANumber)),
    ("1e3", Err(Slip::NotANumber)),
    ("1234567890123456", Err(Slip::TooManyDigits { limit: 15 })),
];

const DECIMAL: &[(&str, Result<f64, Slip>)] = &[
    ("3,5", Ok(3.5)),
    ("3.5", Ok(3.5)),
    ("٣٫٥", Ok(3.5)),
    ("३.५", Ok(3.5)),
    (",5", Ok(0.5)),
    ("-0.25", Ok(-0.25)),
    ("0,125", Ok(0.125)),
    ("1,234.5", Ok(1234.5)),
    ("1.234,5", Ok(1234.5)),
    ("1 234,5", Ok(1234.5)),
    ("1,234,567", Ok(1_234_567.0)),
    ("1,250", Err(Slip::AmbiguousNumber)),
    ("1.2.3", Err(Slip::NotANumber)),
    ("12,34,5", Err(Slip::NotANumber)),
    ("3.", Err(Slip::NotANumber)),
];

const DATES: &[(&str, &str, Result<&str, Slip>)] = &[
    ("en", "2026-02-28", Ok("2026-02-28")),
    ("en", "2026/2/28", Ok("2026-02-28")),
    ("en", "28/2/2026", Ok("2026-02-28")),
    ("en", "2/28/2026", Ok("2026-02-28")),
    ("en", "28.2.", Ok("2026-02-28")),
    ("en", "28-2-26", Ok("2026-02-28")),
    ("en", "2/2", Ok("2026-02-02")),
    ("en", "3/4/2026", Err(Slip::AmbiguousDate)),
    ("en", "03/04", Err(Slip::AmbiguousDate)),
    ("en", "31/2/2026", Err(Slip::NotADate)),
    ("en", "13/13", Err(Slip::NotADate)),
    ("en", "28 February", Ok("2026-02-28")),
    ("en", "Feb 28th, 2026", Ok("2026-02-28")),
    ("en", "Saturday 28 FEB", Ok("2026-02-28")),
    ("en", "the 28th of february", Ok("2026-02-28")),
    ("en", "30 December", Ok("2025-12-30")),
    ("en", "1 Sept", Err(Slip::NotADate)),
    ("en", "February", Err(Slip::NotADate)),
    ("en", "some day in February 3", Err(Slip::NotADate)),
    ("en", "today", Ok("2026-03-02")),
    ("en", "Yesterday!", Ok("2026-03-01")),
    ("en", "tomorrow", Ok("2026-03-03")),
    ("en", "friday", Ok("2026-02-27")),
    ("en", "monday", Ok("2026-02-23")),
    ("en", "1/1/1066", Err(Slip::NotADate)),
    ("en", "12", Err(Slip::NotADate)),
    ("en", "soon", Err(Slip::NotADate)),
    ("fr", "le 28 février 2026", Ok("2026-02-28")),
    ("fr", "1er mars", Ok("2026-03-01")),
    ("fr", "28 FEVRIER", Ok("2026-02-28")),
    ("fr", "Aujourd’hui", Ok("2026-03-02")),
    ("fr", "aujourd'hui", Ok("2026-03-02")),
    ("fr", "hier", Ok("2026-03-01")),
    ("es", "28 de febrero de 2026", Ok("2026-02-28")),
    ("es", "mañana", Ok("2026-03-03")),
    ("es", "manana", Ok("2026-03-03")),
    ("es", "sábado", Ok("2026-02-28")),
    ("sw", "28 Februari 2026", Ok("2026-02-28")),
    ("sw", "tarehe 28 mwezi wa pili", Ok("2026-02-28")),
    ("sw", "28 mwezi wa kumi na mbili 2025", Ok("2025-12-28")),
    ("sw", "jana", Ok("2026-03-01")),
    ("ar", "٢٨ فبراير ٢٠٢٦", Ok("2026-02-28")),
    ("ar", "٢٨ شباط", Ok("2026-02-28")),
    ("ar", "٢٠٢٦-٠٢-٢٨", Ok("2026-02-28")),
    ("ar", "٢٨/٢/٢٠٢٦", Ok("2026-02-28")),
    ("ar", "أمس", Ok("2026-03-01")),
    ("ar", "امس", Ok("2026-03-01")),
];

const TIMES: &[(&str, Option<&str>)] = &[
    ("14:30", Some("14:30:00")),
    ("١٤:٣٠", Some("14:30:00")),
    ("14h30", Some("14:30:00")),
    ("9h", Some("09:00:00")),
    ("14.30", Some("14:30:00")),
    ("2:30 pm", Some("14:30:00")),
    ("12 am", Some("00:00:00")),
    ("12:05 PM", Some("12:05:00")),
    ("13 pm", None),
    ("25:00", None),
    ("9", None),
    ("noon", None),
];

const CHOICES: [(&str, &str); 5] = [
    ("no", "💚 No"),
    ("worried", "🟡 I am worried"),
    ("now", "🔴 Danger now"),
    ("soon", "⚠️ Danger soon"),
    ("family", "Família/Ähnlich"),
];

const ONE: &[(&str, Result<&str, Slip>)] = &[
    ("💚 No", Ok("no")),
    ("no", Ok("no")),
    ("NOPE", Ok("no")),
    ("1", Ok("no")),
    ("٣", Ok("now")),
    ("3.", Ok("now")),
    ("worried", Ok("worried")),
    ("danger now", Ok("now")),
    ("Danger  NOW!", Ok("now")),
    ("danger", Err(Slip::NoSuchChoice)),
    ("🔴", Ok("now")),
    ("⚠", Ok("soon")),
    ("familia", Ok("family")),
    ("ahnlich", Ok("family")),
    ("yes", Err(Slip::NoSuchChoice)),
    ("6", Err(Slip::NoSuchChoice)),
    ("0", Err(Slip::NoSuchChoice)),
    ("-1", Err(Slip::NoSuchChoice)),
    ("purple", Err(Slip::NoSuchChoice)),
    ("🟣", Err(Slip::NoSuchChoice)),
    ("", Err(Slip::Blank)),
    ("\u{200f} ", Err(Slip::Blank)),
];

const MANY: &[(&str, Result<&[usize], Slip>)] = &[
    ("worried", Ok(&[1])),
    ("2, 3", Ok(&[1, 2])),
    ("3 2", Ok(&[1, 2])),
    ("٢، ٣", Ok(&[1, 2])),
    ("danger now; worried; worried", Ok(&[1, 2])),
    ("nothing", Ok(&[0])),
    ("2, purple", Err(Slip::NoSuchChoice)),
];

#[test]
fn whole_numbers_are_read() {
    for (text, expected) in WHOLE {
        assert_eq!(
            read(Kind::Integer, "en", text),
            expected.clone().map(Given::Integer),
            "{text}"
        );
    }
}

#[test]
fn decimals_are_read() {
    for (text, expected) in DECIMAL {
        let read = read(Kind::Decimal, "en", text).map(|given| match given {
            Given::Integer(number) => Given::Decimal(number as f64),
            other => other,
        });
        assert_eq!(read, expected.clone().map(Given::Decimal), "{text}");
    }
}

#[test]
fn a_number_of_a_range_is_itself_and_no_place_in_a_list() {
    let range = Range {
        start: 0.0,
        end: 10.0,
        step: 1.0,
    };
    assert_eq!(read(Kind::Range(range), "en", "3"), Ok(Given::Integer(3)));
}

#[test]
fn dates_are_read_in_five_languages() {
    for (language, text, expected) in DATES {
        let expected = expected.clone().map(|date| Given::Date(day(date)));
        assert_eq!(
            read(Kind::Date, language, text),
            expected,
            "{language} {text}"
        );
    }
}

#[test]
fn a_weekday_is_to_come_where_only_days_to_come_are_asked_for() {
    let mut asked = asked(Kind::Date);
    asked.quick_dates = vec![day("2026-03-03")];
    let read = typed(&asked, "friday", &vocabulary("en"), day(TODAY));
    assert_eq!(read, Ok(Given::Date(day("2026-03-06"))));
    asked.quick_dates.push(day("2026-03-01"));
    assert_eq!(
        typed(&asked, "friday", &vocabulary("en"), day(TODAY)),
        Err(Slip::NotADate)
    );
}

#[test]
fn times_are_read() {
    for (text, expected) in TIMES {
        let expected = expected
            .map(|time| Given::Time(time.parse().unwrap()))
            .ok_or(Slip::NotATime);
        assert_eq!(read(Kind::Time, "en", text), expected, "{text}");
    }
    let both = "2026-02-28T14:30:00".parse().unwrap();
    assert_eq!(
        read(Kind::DateTime, "en", "28 Feb 14:30"),
        Ok(Given::DateTime(both))
    );
}

#[test]
fn a_choice_is_read_by_label_number_sign_or_beginning() {
    for (text, expected) in ONE {
        let expected = match (*text, expected) {
            ("danger", _) => Err(Slip::SeveralChoices(vec![2, 3])),
            (_, Ok(name)) => Ok(Given::Choice(
                CHOICES.iter().position(|choice| choice.0 == *name).unwrap(),
            )),
            (_, Err(slip)) => Err(slip.clone()),
        };
        assert_eq!(read(Kind::One(0), "en", text), expected, "{text}");
    }
}

#[test]
fn several_choices_are_read() {
    for (text, expected) in MANY {
        assert_eq!(
            read(Kind::Many(0), "en", text),
            expected.clone().map(|all| Given::Choices(all.to_vec())),
            "{text}"
        );
    }
}

#[test]
fn no_means_none_of_an_optional_list_without_such_a_choice() {
    let mut asked = asked(Kind::Many(0));
    asked.choices.remove(0);
    let nothing = |asked: &Asked| typed(asked, "nothing", &vocabulary("en"), day(TODAY));
    assert_eq!(nothing(&asked), Ok(Given::Choices(Vec::new())));
    asked.required = true;
    assert_eq!(nothing(&asked), Err(Slip::NoSuchChoice));
}

#[test]
fn words_stay_as_they_are_typed_but_not_beyond_the_limit() {
    assert_eq!(
        read(Kind::Text, "en", " Né  à Lomé \n"),
        Ok(Given::Text("Né  à Lomé".to_owned()))
    );
    assert_eq!(
        read(Kind::Text, "en", &"x".repeat(4_001)),
        Err(Slip::TooLong { limit: 4_000 })
    );
    assert_eq!(
        read(Kind::Acknowledge, "fr", "Oui"),
        Ok(Given::Acknowledged)
    );
    assert_eq!(
        read(Kind::Acknowledge, "fr", "quoi ?"),
        Err(Slip::NoSuchChoice)
    );
}

fn read(kind: Kind, language: &str, text: &str) -> Result<Given, Slip> {
    typed(&asked(kind), text, &vocabulary(language), day(TODAY))
}

fn asked(kind: Kind) -> Asked {
    let offer = |(name, label): (&str, &str)| Offer {
        name: name.to_owned(),
        label: Phrase::fixed(label),
    };
    Asked {
        place: Place::new("x"),
        kind,
        heading: None,
        row: None,
        notes: Vec::new(),
        label: Phrase::fixed("X"),
        hint: None,
        choices: CHOICES.into_iter().map(offer).collect(),
        required: false,
        skip: None,
        accept: Accept::default(),
        quick_dates: vec![day("2026-03-01")],
        answered: None,
        default: None,
        appearance: Vec::new(),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The few words that the tables need.
fn vocabulary(language: &str) -> Vocabulary {
    let words = |words: &str| words.split('|').map(str::to_owned).collect::<Vec<_>>();
    let months = |named: &[(usize, &str)]| {
        let mut months = vec![Vec::new(); 12];
        for (month, names) in named {
            months[month - 1] = words(names);
        }
        months
    };
    let weekdays = |names: &str| words(names).into_iter().map(|name| vec![name]).collect();
    let [yes, no, today, yesterday, tomorrow, fillers] = match language {
        "fr" => ["oui", "non", "aujourd’hui", "hier", "demain", "le|de"],
        "es" => ["sí", "no", "hoy", "ayer", "mañana", "de|el|del"],
        "sw" => ["ndiyo", "hapana", "leo", "jana", "kesho", "tarehe|ya"],
        "ar" => ["نعم", "لا", "اليوم", "أمس", "غدًا", "من"],
        _ => [
            "yes",
            "no|nope|nothing",
            "today",
            "yesterday",
            "tomorrow",
            "the|of|on",
        ],
    }
    .map(words);
    let (months, weekdays) = match language {
        "fr" => (
            months(&[(2, "février|févr"), (3, "mars")]),
            weekdays("lundi"),
        ),
        "es" => (
            months(&[(2, "febrero|feb"), (3, "marzo")]),
            weekdays("lunes|martes|miércoles|jueves|viernes|sábado|domingo"),
        ),
        "sw" => (
            months(&[
                (2, "Februari|mwezi wa pili"),
                (10, "mwezi wa kumi"),
                (12, "Desemba|mwezi wa kumi na mbili"),
            ]),
            weekdays("Jumatatu"),
        ),
        "ar" => (
            months(&[(2, "فبراير|شباط"), (3, "مارس|آذار")]),
            weekdays("الاثنين"),
        ),
        _ => (
            months(&[(2, "February|Feb"), (12, "December|Dec")]),
            weekdays("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
        ),
    };
    Vocabulary {
        yes,
        no,
        today,
        yesterday,
        tomorrow,
        months,
        weekdays,
        fillers,
        ..Vocabulary::default()
    }
}
