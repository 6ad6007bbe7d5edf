//! Every line and button in every language: complete, short, isolated, neutral where nobody asked for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use fluent_syntax::ast;
use kinkeeper::core::event::Command;
use kinkeeper::core::form::{Media, MediaKind, Phrase, Piece, Value};
use kinkeeper::core::id::{CaseId, Code, DraftId};
use kinkeeper::core::people::Language;
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::screen::{Button, Due, Label, Line, Reader, Screen};
use kinkeeper::words::{Rendered, TOAST_CHARS, Words, understand};
use uuid::Uuid;

const FORM: &str = "Ziara";
const ALIAS: &str = "Zawadi";
const NAME: &str = "Otieno";

fn words() -> Words {
    Words::load(None).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn code() -> Code {
    Code::parse("K7M2QX").unwrap()
}

/// Monday 2 March 2026, 18:00 in Nairobi.
fn reader(language: &str) -> Reader {
    Reader {
        language: Language(language.into()),
        zone: Tz::Africa__Nairobi,
        now: at("2026-03-02T15:00:00Z"),
    }
}

fn languages() -> Vec<String> {
    words()
        .languages()
        .into_iter()
        .map(|language| language.0)
        .collect()
}

fn inserted(value: Value) -> Phrase {
    Phrase(vec![Piece::Inserted(value)])
}

/// Samples of each variant; a variant without one does not compile.
macro_rules! samples {
    ($all:ident: $kind:ty { $($variant:pat => [$($sample:expr),+ $(,)?],)+ }) => {
        fn $all() -> Vec<$kind> {
            #[deny(unreachable_patterns)]
            fn exhaustive(sample: &$kind) {
                match sample { $($variant => {})+ }
            }
            let mut all = Vec::new();
            $($(
                assert!(matches!($sample, $variant));
                all.push($sample);
            )+)+
            all.iter().for_each(exhaustive);
            all
        }
    };
}

samples!(lines: Line {
    Line::Welcome => [Line::Welcome],
    Line::AskLanguage => [Line::AskLanguage],
    Line::AskZone { .. } => [Line::AskZone { zone: Tz::Africa__Dar_es_Salaam, now: at("2026-03-02T15:04:00Z") }],
    Line::ZoneUnknown => [Line::ZoneUnknown],
    Line::PrivacyWords => [Line::PrivacyWords],
    Line::AskConsent => [Line::AskConsent],
    Line::NotAgreed => [Line::NotAgreed],
    Line::InvitationOnly => [Line::InvitationOnly],
    Line::InvitationWrong => [Line::InvitationWrong],
    Line::LanguageSet => [Line::LanguageSet],
    Line::MenuTitle => [Line::MenuTitle],
    Line::VisitsDue(_) => [Line::VisitsDue(0), Line::VisitsDue(1), Line::VisitsDue(2), Line::VisitsDue(3), Line::VisitsDue(11), Line::VisitsDue(100)],
    Line::NothingDue => [Line::NothingDue],
    Line::DraftsOpen(_) => [Line::DraftsOpen(0), Line::DraftsOpen(1), Line::DraftsOpen(2), Line::DraftsOpen(5), Line::DraftsOpen(12), Line::DraftsOpen(100)],
    Line::HelpWords => [Line::HelpWords],
    Line::NothingToReport => [Line::NothingToReport],
    Line::AskCase => [Line::AskCase],
    Line::NoCases => [Line::NoCases],
    Line::CaseUnknown => [Line::CaseUnknown],
    Line::DraftsTitle => [Line::DraftsTitle],
    Line::NoDrafts => [Line::NoDrafts],
    Line::DraftBegun { .. } => [Line::DraftBegun { code: code(), touched: at("2026-03-01T09:30:00Z") }],
    Line::SameVisit { .. } => [Line::SameVisit { code: code(), sent: at("2026-03-02T11:30:00Z") }],
    Line::AskLeaving(_) => [Line::AskLeaving(code())],
    Line::DraftKept { .. } => [
        Line::DraftKept { code: code(), until: Some(at("2026-03-09T15:00:00Z")) },
        Line::DraftKept { code: code(), until: None },
    ],
    Line::DraftDiscarded(_) => [Line::DraftDiscarded(code())],
    Line::NothingToCancel => [Line::NothingToCancel],
    Line::DraftWarning { .. } => [Line::DraftWarning { code: code(), until: at("2026-03-04T15:00:00Z") }],
    Line::FormTitle { .. } => [
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 7, minutes: 2 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 1, minutes: 1 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 11, minutes: 3 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 2, minutes: 11 },
        Line::FormTitle { title: Phrase::fixed(FORM), code: code(), questions: 100, minutes: 100 },
    ],
    Line::Progress { .. } => [Line::Progress { title: Phrase::fixed(FORM), code: code(), step: 3, of: 7 }],
    Line::Heading(_) => [Line::Heading(Phrase::fixed("Goals"))],
    Line::Note(_) => [Line::Note(Phrase::fixed("A note"))],
    Line::Question(_) => [
        Line::Question(Phrase::fixed("Who was seen?")),
        Line::Question(Phrase(vec![Piece::Fixed("How is it going: ".into()), Piece::Inserted(Value::Text(ALIAS.into()))])),
    ],
    Line::Hint(_) => [Line::Hint(Phrase::fixed("A hint"))],
    Line::AnsweredBefore(_) => [
        Line::AnsweredBefore(inserted(Value::Text(ALIAS.into()))),
        Line::AnsweredBefore(inserted(Value::Acknowledged)),
        Line::AnsweredBefore(inserted(Value::Many(vec!["a".into(), "b".into(), "c".into()]))),
    ],
    Line::ChooseSeveral => [Line::ChooseSeveral],
    Line::MayAnswerBy { .. } => [
        Line::MayAnswerBy { voice: true, photo: true },
        Line::MayAnswerBy { voice: true, photo: false },
        Line::MayAnswerBy { voice: false, photo: true },
        Line::MayAnswerBy { voice: false, photo: false },
    ],
    Line::AlertRaised { .. } => [Line::AlertRaised { told: 1 }, Line::AlertRaised { told: 2 }, Line::AlertRaised { told: 3 }, Line::AlertRaised { told: 11 }, Line::AlertRaised { told: 100 }],
    Line::AlertReachedNobody => [Line::AlertReachedNobody],
    Line::NotANumber => [Line::NotANumber],
    Line::NotAWholeNumber => [Line::NotAWholeNumber],
    Line::TooManyDigits { .. } => [Line::TooManyDigits { limit: 15 }],
    Line::OutOfRange { .. } => [Line::OutOfRange { start: -2.0, end: 2.5 }],
    Line::NotAllowedPlain => [Line::NotAllowedPlain],
    Line::NotAllowed(_) => [Line::NotAllowed(Phrase::fixed("The day cannot lie ahead."))],
    Line::NotADate { .. } => [Line::NotADate { example: on("2026-03-01") }],
    Line::AmbiguousDate { .. } => [Line::AmbiguousDate { example: on("2026-03-01") }],
    Line::NotATime => [Line::NotATime],
    Line::NoSuchChoice => [Line::NoSuchChoice],
    Line::SeveralChoices => [Line::SeveralChoices],
    Line::TooLong { .. } => [Line::TooLong { limit: 4000 }],
    Line::AnswerNeeded => [Line::AnswerNeeded],
    Line::MediaNotTaken => [Line::MediaNotTaken],
    Line::FileTooLarge => [Line::FileTooLarge],
    Line::MediaNeeded => [Line::MediaNeeded],
    Line::TextNotTaken => [Line::TextNotTaken],
    Line::SlipHelp { .. } => [Line::SlipHelp { skip: true }, Line::SlipHelp { skip: false }],
    Line::StickerThanks => [Line::StickerThanks],
    Line::NotAnAnswer => [Line::NotAnAnswer],
    Line::AskForwarded => [Line::AskForwarded],
    Line::Quoted(_) => [Line::Quoted("Two\nlines".into())],
    Line::CheckTitle { .. } => [Line::CheckTitle { title: Phrase::fixed(FORM), code: code() }],
    Line::CheckLine { .. } => [
        Line::CheckLine { number: 3, question: Phrase::fixed("Who was seen?"), answer: Some(inserted(Value::Text(ALIAS.into()))) },
        Line::CheckLine { number: 4, question: Phrase::fixed("When?"), answer: Some(inserted(Value::Date(on("2026-03-01")))) },
        Line::CheckLine { number: 5, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::Audio))) },
        Line::CheckLine { number: 6, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::Image))) },
        Line::CheckLine { number: 7, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::Video))) },
        Line::CheckLine { number: 8, question: Phrase::fixed("What went well?"), answer: Some(inserted(media(MediaKind::File))) },
        Line::CheckLine { number: 9, question: Phrase::fixed("What did the child say?"), answer: None },
    ],
    Line::AskSend => [Line::AskSend],
    Line::AskChange => [Line::AskChange],
    Line::ReportSent(_) => [Line::ReportSent(code())],
    Line::Receipt { .. } => [
        Line::Receipt { code: code(), next: on("2026-03-09"), corrected: false },
        Line::Receipt { code: code(), next: on("2026-03-03"), corrected: true },
    ],
    Line::ReceiptHelp => [Line::ReceiptHelp],
    Line::Undone(_) => [Line::Undone(code())],
    Line::UndoTooLate => [Line::UndoTooLate],
    Line::ReportClosed => [Line::ReportClosed],
    Line::AskReason { .. } => [Line::AskReason { code: code() }],
    Line::AlertPush { .. } => [
        Line::AlertPush { count: 1, code: code() },
        Line::AlertPush { count: 2, code: code() },
        Line::AlertPush { count: 3, code: code() },
        Line::AlertPush { count: 11, code: code() },
        Line::AlertPush { count: 100, code: code() },
    ],
    Line::DetailsAsked(_) => [Line::DetailsAsked(code())],
    Line::AlertAbout { .. } => [
        Line::AlertAbout { code: code(), alias: Some(ALIAS.into()), reporter: NAME.into(), at: at("2026-03-02T14:55:00Z") },
        Line::AlertAbout { code: code(), alias: None, reporter: NAME.into(), at: at("2026-02-27T14:55:00Z") },
    ],
    Line::AlertNote(_) => [Line::AlertNote("What was seen".into())],
    Line::AlertOpen => [Line::AlertOpen],
    Line::AlertTaken { .. } => [Line::AlertTaken { code: code(), name: NAME.into() }],
    Line::AlertYours(_) => [Line::AlertYours(code())],
    Line::OldButton => [Line::OldButton],
    Line::Noted => [Line::Noted],
    Line::EditNoted => [Line::EditNoted],
    Line::EditTooLate => [Line::EditTooLate],
    Line::NothingAsked => [Line::NothingAsked],
    Line::PrivateOnly => [Line::PrivateOnly],
    Line::NotAllowedHere => [Line::NotAllowedHere],
    Line::NotSavedYet => [Line::NotSavedYet],
    Line::Repeated => [Line::Repeated],
});

samples!(labels: Label {
    Label::Menu => [Label::Menu],
    Label::Visit => [Label::Visit],
    Label::VisitCase { .. } => [
        Label::VisitCase { code: code(), due: Due::Overdue(on("2026-02-27")) },
        Label::VisitCase { code: code(), due: Due::Overdue(on("2025-12-17")) },
        Label::VisitCase { code: code(), due: Due::Today },
        Label::VisitCase { code: code(), due: Due::On(on("2026-09-23")) },
    ],
    Label::Drafts => [Label::Drafts],
    Label::Draft(_) => [Label::Draft(code())],
    Label::Languages => [Label::Languages],
    Label::Language(_) => [Label::Language(Language("sw".into()))],
    Label::Zone(_) => [Label::Zone(Tz::Africa__Dar_es_Salaam)],
    Label::Privacy => [Label::Privacy],
    Label::Help => [Label::Help],
    Label::Agree => [Label::Agree],
    Label::NotNow => [Label::NotNow],
    Label::More => [Label::More],
    Label::Earlier => [Label::Earlier],
    Label::Back => [Label::Back],
    Label::Skip => [Label::Skip],
    Label::SkipAs(_) => [Label::SkipAs(Phrase::fixed("Nothing worries me"))],
    Label::Cancel => [Label::Cancel],
    Label::Done(_) => [Label::Done(0), Label::Done(3)],
    Label::Choice { .. } => [
        Label::Choice { label: Phrase::fixed("🍲 Food"), ticked: None },
        Label::Choice { label: Phrase::fixed("🍲 Food"), ticked: Some(true) },
        Label::Choice { label: Phrase::fixed("🍲 Food"), ticked: Some(false) },
    ],
    Label::Ok => [Label::Ok],
    Label::Day { .. } => [
        Label::Day { day: on("2026-03-02"), today: on("2026-03-02") },
        Label::Day { day: on("2026-03-01"), today: on("2026-03-02") },
        Label::Day { day: on("2026-03-03"), today: on("2026-03-02") },
        Label::Day { day: on("2026-09-23"), today: on("2026-03-02") },
    ],
    Label::PickDay => [Label::PickDay],
    Label::Month(_) => [Label::Month(on("2026-09-01"))],
    Label::DayOfMonth(_) => [Label::DayOfMonth(31)],
    Label::MonthBefore => [Label::MonthBefore],
    Label::MonthAfter => [Label::MonthAfter],
    Label::Send => [Label::Send],
    Label::ChangeAny => [Label::ChangeAny],
    Label::Change(_) => [Label::Change(3)],
    Label::Continue => [Label::Continue],
    Label::StartAgain => [Label::StartAgain],
    Label::Discard => [Label::Discard],
    Label::Keep => [Label::Keep],
    Label::CorrectThat => [Label::CorrectThat],
    Label::AnotherVisit => [Label::AnotherVisit],
    Label::Mine => [Label::Mine],
    Label::NotMine => [Label::NotMine],
    Label::Correct => [Label::Correct],
    Label::Undo => [Label::Undo],
    Label::Show => [Label::Show],
    Label::IHaveIt => [Label::IHaveIt],
});

fn media(kind: MediaKind) -> Value {
    Value::Media(Media {
        kind,
        file: "opaque".into(),
        caption: Some(ALIAS.into()),
    })
}

fn shown(words: &Words, line: &Line, language: &str) -> Rendered {
    words.render(&Screen::of([line.clone()]), &reader(language))
}

fn button(words: &Words, label: &Label, language: &str) -> String {
    let screen = Screen::default().button(label.clone(), Press::Menu);
    words.render(&screen, &reader(language)).rows[0][0]
        .label
        .clone()
}

fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// What a person sees: without the marks that only direct.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// Characters as a person counts them: an emoji with its variation mark is one.
fn length(text: &str) -> usize {
    visible(text).chars().filter(|&c| c != '\u{FE0F}').count()
}

#[test]
fn every_line_has_short_words_in_every_language() {
    let words = words();
    for language in languages() {
        for line in lines() {
            let Rendered { html, plain, .. } = shown(&words, &line, &language);
            let what = format!("{language} {line:?}: {plain}");
            assert!(!plain.trim().is_empty(), "{what}");
            assert!(!plain.contains(['{', '}']), "{what}");
            assert!(!plain.contains("  "), "{what}");
            assert_eq!(markup_removed(&html), plain, "{what}");
            let limit = match line {
                Line::HelpWords => 1200,
                Line::PrivacyWords => 900,
                _ => 300,
            };
            assert!(length(&plain) <= limit, "{} {what}", length(&plain));
        }
    }
    assert_eq!(words.misses(), 0);
}

#[test]
fn every_button_has_an_icon_and_at_most_30_characters_in_every_language() {
    let words = words();
    for language in languages() {
        for label in labels() {
            let text = button(&words, &label, &language);
            let what = format!("{language} {label:?}: {text}");
            assert!(
                !text.trim().is_empty() && !text.contains(['{', '\n']),
                "{what}"
            );
            assert!(length(&text) <= 30, "{} {what}", length(&text));
        }
    }
    assert_eq!(words.misses(), 0);
}

#[test]
fn everything_inserted_is_shown_and_isolated() {
    let words = words();
    for language in languages() {
        for line in lines() {
            let Rendered { plain, .. } = shown(&words, &line, &language);
            for value in ["K7M2QX", FORM, ALIAS, NAME] {
                // Within a media answer the whole answer is isolated.
                if !format!("{line:?}").contains(value) || format!("{line:?}").contains("Media") {
                    continue;
                }
                assert!(
                    plain.contains(&isolated(value)),
                    "{language} {line:?}: {plain}"
                );
            }
        }
        for label in labels()
            .iter()
            .filter(|label| format!("{label:?}").contains("K7M2QX"))
        {
            let text = button(&words, label, &language);
            assert!(text.contains(&isolated("K7M2QX")), "{language} {text}");
        }
    }
}

#[test]
fn numbers_of_a_message_are_shown_in_every_language() {
    let words = words();
    let numbers = [
        (Line::VisitsDue(100), vec!["100"]),
        (Line::VisitsDue(3), vec!["3"]),
        (Line::DraftsOpen(11), vec!["11"]),
        (
            Line::AlertPush {
                count: 7,
                code: code(),
            },
            vec!["7"],
        ),
        (Line::AlertRaised { told: 5 }, vec!["5"]),
        (Line::TooLong { limit: 4000 }, vec!["4000"]),
        (Line::TooManyDigits { limit: 15 }, vec!["15"]),
        (
            Line::FormTitle {
                title: Phrase::fixed(FORM),
                code: code(),
                questions: 7,
                minutes: 3,
            },
            vec!["7", "3"],
        ),
        (
            Line::Progress {
                title: Phrase::fixed(FORM),
                code: code(),
                step: 3,
                of: 9,
            },
            vec!["3", "9"],
        ),
    ];
    for language in languages() {
        for (line, numbers) in &numbers {
            let plain = visible(&shown(&words, line, &language).plain).replace("K7M2QX", "");
            for number in numbers {
                assert!(plain.contains(number), "{language}: {plain}");
            }
        }
    }
}

#[test]
fn what_nobody_asked_for_says_nothing_about_a_family() {
    // Stems of what a stranger who reads a lock screen must not see; lower case.
    let forbidden: BTreeMap<&str, &[&str]> = BTreeMap::from([
        (
            "en",
            &[
                "child", "abuse", "danger", "protect", "famil", "violen", "harm", "neglect",
            ][..],
        ),
        (
            "fr",
            &[
                "enfant", "maltrait", "danger", "protec", "famil", "violen", "abus", "néglig",
            ],
        ),
        (
            "es",
            &[
                "niñ", "menor", "maltrat", "peligro", "protec", "famil", "violen", "abus",
            ],
        ),
        (
            "sw",
            &[
                "mtoto", "watoto", "hatari", "ulinzi", "familia", "ukatili", "unyanyas", "jeuri",
            ],
        ),
        (
            "ar",
            &[
                "طفل",
                "أطفال",
                "خطر",
                "حماية",
                "أسرة",
                "عائلة",
                "عنف",
                "إساءة",
                "أذى",
            ],
        ),
    ]);
    let unasked = |line: &Line| {
        matches!(
            line,
            Line::AlertPush { .. }
                | Line::DraftWarning { .. }
                | Line::AlertTaken { .. }
                | Line::Receipt { .. }
                | Line::DetailsAsked(_)
                | Line::ReportSent(_)
        )
    };
    let words = words();
    for language in languages() {
        for line in lines().iter().filter(|line| unasked(line)) {
            let plain = visible(&shown(&words, line, &language).plain);
            let first: String = plain.chars().take(60).collect::<String>().to_lowercase();
            assert!(first.contains("k7m2qx"), "{language}: {first}");
            for stem in forbidden[language.as_str()] {
                assert!(
                    !plain.to_lowercase().contains(stem),
                    "{language} {stem}: {plain}"
                );
            }
            for name in [NAME, ALIAS] {
                assert!(!first.contains(&name.to_lowercase()), "{language}: {first}");
            }
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let words = words();
    let hostile = "<b>x</b> &lt; \u{202E}evil\u{2069}\n/cancel { $code }\u{0}";
    for language in languages() {
        for line in [
            Line::AlertTaken {
                code: code(),
                name: hostile.into(),
            },
            Line::AlertAbout {
                code: code(),
                alias: Some(hostile.into()),
                reporter: hostile.into(),
                at: at("2026-03-02T14:55:00Z"),
            },
            Line::Question(inserted(Value::Text(hostile.into()))),
            Line::CheckLine {
                number: 1,
                question: inserted(Value::Text(hostile.into())),
                answer: Some(inserted(Value::Text(hostile.into()))),
            },
            Line::Quoted(hostile.into()),
        ] {
            let Rendered { html, plain, .. } = shown(&words, &line, &language);
            assert!(!html.contains("<b>x"), "{html}");
            assert!(html.contains("&lt;b&gt;x&lt;/b&gt; &amp;lt;"), "{html}");
            assert_eq!(markup_removed(&html), plain);
            assert!(!plain.contains(['\u{202E}', '\u{0}']), "{plain:?}");
            assert!(isolates_are_paired(&plain), "{plain:?}");
        }
    }
}

#[test]
fn a_long_report_fits_one_message_and_keeps_its_last_question() {
    let words = words();
    let answer = "<Ni hadithi ndefu> 🙂 ".repeat(300);
    for count in [5, 20, 40] {
        let lines = (1..=count).map(|number| Line::CheckLine {
            number,
            question: Phrase::fixed("What did the child want to pass on to you?"),
            answer: Some(inserted(Value::Text(answer.clone()))),
        });
        let screen = Screen::of(lines.chain([Line::AskSend]));
        let Rendered { plain, html, .. } = words.render(&screen, &reader("en"));
        assert!(plain.encode_utf16().count() <= 4096);
        assert!(plain.ends_with("Is everything right?"), "{count}: {plain}");
        assert_eq!(markup_removed(&html), plain);
    }
}

#[test]
fn toasts_are_short_and_without_markup() {
    let words = words();
    for language in languages() {
        for line in lines() {
            let toast = words.toast(&line, &reader(&language));
            assert!(toast.encode_utf16().count() <= TOAST_CHARS);
        }
        let toast = words.toast(&Line::OldButton, &reader(&language));
        assert_eq!(toast, shown(&words, &Line::OldButton, &language).plain);
    }
}

#[test]
fn days_are_named_as_the_reader_lives_them() {
    let words = words();
    let receipt = |day: &str, language: &str| {
        let line = Line::Receipt {
            code: code(),
            next: on(day),
            corrected: false,
        };
        visible(&shown(&words, &line, language).plain)
    };
    assert!(receipt("2026-03-03", "en").contains("tomorrow, Tuesday 3 March 2026"));
    assert!(receipt("2026-03-09", "en").contains(": Monday 9 March 2026"));
    let begun = |touched: &str, zone| {
        let line = Line::DraftBegun {
            code: code(),
            touched: at(touched),
        };
        let reader = Reader {
            zone,
            ..reader("en")
        };
        visible(&words.render(&Screen::of([line]), &reader).plain)
    };
    // 22:30 on the first in London is 01:30 on the second in Nairobi.
    assert!(begun("2026-03-01T22:30:00Z", Tz::Africa__Nairobi).contains("today, 01:30"));
    assert!(begun("2026-03-01T22:30:00Z", Tz::Europe__London).contains("yesterday, 22:30"));
}

#[test]
fn an_unknown_language_is_answered_in_its_base_language_or_english() {
    let words = words();
    for (tag, like) in [("en-KE", "en"), ("xx", "en"), ("sw-TZ", "sw")] {
        let line = Line::NothingDue;
        assert_eq!(
            shown(&words, &line, tag),
            shown(&words, &line, like),
            "{tag}"
        );
    }
    assert_eq!(words.misses(), 0);
}

#[test]
fn rows_stand_from_the_reading_side() {
    let screen = Screen::default().row(vec![
        Button {
            label: Label::Back,
            press: Press::Menu,
        },
        Button {
            label: Label::Cancel,
            press: Press::Help,
        },
    ]);
    let data = |language| -> Vec<String> {
        let row = &words().render(&screen, &reader(language)).rows[0];
        row.iter().map(|key| key.data.clone()).collect()
    };
    assert_eq!(data("en"), [Press::Menu.encode(), Press::Help.encode()]);
    assert_eq!(data("ar"), [Press::Help.encode(), Press::Menu.encode()]);
}

#[test]
fn the_command_menu_describes_each_command_in_every_language() {
    let words = words();
    for language in words.languages() {
        let menu = words.command_menu(&language);
        let commands: Vec<&str> = menu.iter().map(|(command, _)| command.as_str()).collect();
        assert_eq!(commands, Command::SHOWN);
        for (_, description) in menu {
            assert!(
                (3..=60).contains(&description.chars().count()),
                "{description}"
            );
        }
    }
}

#[test]
fn languages_are_offered_in_their_own_words() {
    let words = words();
    let offered: Vec<String> = words
        .languages()
        .into_iter()
        .map(|language| button(&words, &Label::Language(language), "en"))
        .collect();
    assert_eq!(
        offered,
        ["English", "Français", "Español", "Kiswahili", "العربية"]
    );
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

#[test]
fn buttons_of_one_screen_never_share_their_words() {
    let words = words();
    for language in languages() {
        let mut seen = BTreeMap::new();
        for label in labels() {
            // These stand for one thing on different screens.
            if matches!(
                label,
                Label::Choice { .. } | Label::ChangeAny | Label::Done(_)
            ) {
                continue;
            }
            let text = button(&words, &label, &language);
            if let Some(other) = seen.insert(text.clone(), label.clone()) {
                panic!("{language}: {other:?} and {label:?} both say {text}");
            }
        }
    }
}

#[test]
fn a_programme_may_replace_single_messages() {
    let folder = tempfile::tempdir().unwrap();
    let write = |language: &str, text: &str| {
        fs::create_dir_all(folder.path().join(language)).unwrap();
        fs::write(folder.path().join(language).join("kinkeeper.ftl"), text).unwrap();
    };
    write(
        "sw",
        "line-nothing-due = Leo ni shwari.\nline-undone = { $wrong }\n",
    );
    let words = Words::load(Some(folder.path())).unwrap();
    assert!(
        shown(&words, &Line::NothingDue, "sw")
            .plain
            .ends_with("Leo ni shwari.")
    );
    assert_eq!(words.misses(), 0);
    // A message that inserts what there is not gives way to our own.
    let own = shown(&self::words(), &Line::Undone(code()), "sw");
    assert_eq!(shown(&words, &Line::Undone(code()), "sw"), own);
    assert_eq!(words.misses(), 1);

    write("sw", "line-nothing-dew = Leo ni shwari.\n");
    let error = Words::load(Some(folder.path())).err().unwrap();
    assert!(
        format!("{error:#}").contains("line-nothing-dew"),
        "{error:#}"
    );
    write("sw", "line-nothing-due = { $count ->\n");
    assert!(
        Words::load(Some(folder.path())).is_err(),
        "a broken file is refused"
    );
    write("sw", "");
    write("tlh", "");
    let error = Words::load(Some(folder.path())).err().unwrap();
    assert!(format!("{error:#}").contains("tlh"), "{error:#}");
}

#[test]
fn locale_files_have_the_same_messages_attributes_and_variables() {
    let english = catalogue("en");
    for language in languages() {
        let other = catalogue(&language);
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !other.contains_key(*key))
            .collect();
        let unknown: Vec<_> = other
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language}: missing {missing:?}, unknown {unknown:?}"
        );
        for (key, variables) in &english {
            assert_eq!(&other[key], variables, "{language} {key}");
        }
    }
}

#[test]
fn every_plural_form_of_a_language_is_written() {
    let forms: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("en", &["one", "other"][..]),
        ("fr", &["one", "other"]),
        ("es", &["one", "other"]),
        ("sw", &["one", "other"]),
        ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ]);
    for language in languages() {
        let written = |variants: &[ast::Variant<String>]| -> Vec<String> {
            variants
                .iter()
                .map(|variant| variant_name(&variant.key))
                .collect()
        };
        let mut counted = 0;
        for_each_select(&resource(&language), &mut |variants| {
            let names = written(variants);
            // Other selections choose between words that are no plural forms.
            if names.contains(&"one".to_owned()) {
                assert_eq!(names, forms[language.as_str()], "{language}");
                counted += 1;
            }
        });
        assert!(counted >= 7, "{language}");
    }
}

#[test]
fn no_message_is_left_unused() {
    let mut source = String::new();
    for file in fs::read_dir("src/words").unwrap() {
        source.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    for key in catalogue("en").keys() {
        let (message, attribute) = key.split_once('.').unwrap_or((key, ""));
        let command = message.strip_prefix("command-");
        let used = source.contains(&format!("\"{message}\""))
            || command.is_some_and(|command| Command::SHOWN.contains(&command));
        assert!(used, "{message}");
        assert!(
            attribute.is_empty() || source.contains(&format!("\"{attribute}\"")),
            "{key}"
        );
    }
}

/// Each message and attribute of a locale file with the variables it inserts or selects by.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for entry in resource(language).body {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        let name = message.id.name;
        let value = message.value.expect("a message has words");
        found.insert(name.clone(), variables(&value));
        for attribute in message.attributes {
            let key = format!("{name}.{}", attribute.id.name);
            let twice = found.insert(key, variables(&attribute.value));
            assert!(twice.is_none(), "{language} {name}");
        }
    }
    found
}

fn resource(language: &str) -> ast::Resource<String> {
    let path = Path::new("locales").join(language).join("kinkeeper.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"))
}

fn variables(pattern: &ast::Pattern<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else {
            continue;
        };
        let inline = match expression {
            ast::Expression::Inline(inline) => inline,
            ast::Expression::Select { selector, variants } => {
                found.extend(
                    variants
                        .iter()
                        .flat_map(|variant| variables(&variant.value)),
                );
                selector
            }
        };
        if let ast::InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.clone());
        }
    }
    found
}

fn for_each_select(
    resource: &ast::Resource<String>,
    see: &mut impl FnMut(&[ast::Variant<String>]),
) {
    for entry in &resource.body {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        for element in message.value.iter().flat_map(|value| &value.elements) {
            if let ast::PatternElement::Placeable {
                expression: ast::Expression::Select { variants, .. },
            } = element
            {
                see(variants);
            }
        }
    }
}

fn variant_name(key: &ast::VariantKey<String>) -> String {
    match key {
        ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name } => {
            name.clone()
        }
    }
}

/// Telegram's side of HTML: the tags we use removed, the three entities read.
fn markup_removed(html: &str) -> String {
    let mut text = html.to_owned();
    for tag in ["b", "i", "blockquote"] {
        assert_eq!(
            html.matches(&format!("<{tag}>")).count(),
            html.matches(&format!("</{tag}>")).count()
        );
        text = text
            .replace(&format!("<{tag}>"), "")
            .replace(&format!("</{tag}>"), "");
    }
    assert!(!text.contains(['<', '>']), "{html}");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn isolates_are_paired(text: &str) -> bool {
    text.lines().all(|line| {
        let mut depth = 0;
        line.chars().all(|letter| {
            match letter {
                '\u{2068}' => depth += 1,
                '\u{2069}' => depth -= 1,
                _ => {}
            }
            depth >= 0
        }) && depth == 0
    })
}

#[test]
fn a_draft_that_goes_soon_says_when() {
    let words = words();
    let until = reader("en").now + TimeDelta::days(2);
    let line = Line::DraftWarning {
        code: code(),
        until,
    };
    let plain = visible(&shown(&words, &line, "en").plain);
    assert!(plain.contains("Wednesday 4 March 2026"), "{plain}");
}
