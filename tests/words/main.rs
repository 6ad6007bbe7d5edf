//! Every line and button in every language: complete, short, isolated, neutral where nobody asked for it.

mod files;
mod samples;
mod typing;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use chrono_tz::Tz;
use kinkeeper::core::event::Command;
use kinkeeper::core::form::words::Part;
use kinkeeper::core::form::{Form, Kind, Phrase, Piece, Value};
use kinkeeper::core::people::Role;
use kinkeeper::core::press::Press;
use kinkeeper::core::screen::{Button, Label, Line, Reader, Screen};
use kinkeeper::programme::forms::BUILT_IN;
use kinkeeper::words::{Rendered, TOAST_CHARS, Words};

use samples::{
    ALIAS, FORM, NAME, at, button, code, inserted, isolated, isolates_are_paired, labels,
    languages, length, lines, markup_removed, on, reader, shown, visible, words,
};

/// Characters of a message that a locked phone shows, by the simulator's phones.
const LOCK_SCREEN_CHARS: usize = 100;

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
                Line::HelpWords(_) => 1200,
                Line::PrivacyWords | Line::ChildWords => 900,
                _ => 300,
            };
            assert!(length(&plain) <= limit, "{} {what}", length(&plain));
        }
    }
    assert_eq!(words.misses(), 0);
}

#[test]
fn every_button_has_at_most_30_characters_in_every_language() {
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
                | Line::AlertStill { .. }
                | Line::OutcomeMissing { .. }
                | Line::NobodyYet(_)
                | Line::DraftWarning { .. }
                | Line::AlertTaken { .. }
                | Line::AlertLookedAfter(_)
                | Line::AlertMore(_)
                | Line::PlaceNews { .. }
                | Line::ApprovalWaits(_)
                | Line::ReviewNews { .. }
                | Line::Receipt { .. }
                | Line::DetailsAsked(_)
                | Line::ReportSent(_)
                | Line::ServiceAnswered(_)
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
            let locked: String = plain.chars().take(LOCK_SCREEN_CHARS).collect();
            for name in [NAME, ALIAS] {
                assert!(!locked.contains(name), "{language}: {locked}");
            }
        }
    }
}

#[test]
fn a_question_that_is_shown_unasked_is_not_on_the_lock_screen() {
    let words = words();
    for language in languages() {
        let above = shown(&words, &Line::BackAgain, &language).plain;
        let count = visible(&above).chars().count();
        assert!(count >= 60, "{language}: {count} characters above it");
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
fn the_lists_of_commands_describe_each_command_in_every_language() {
    let words = words();
    for language in words.languages() {
        for role in Role::ALL.map(Some).into_iter().chain([None]) {
            let list = words.commands(role, &language);
            let commands: Vec<&str> = list.iter().map(|(command, _)| command.as_str()).collect();
            assert_eq!(commands, Command::listed(role));
            for (command, description) in list {
                assert!(
                    Command::parse(&format!("/{command}")).is_some(),
                    "{command}"
                );
                assert!(
                    (3..=60).contains(&description.chars().count()),
                    "{description}"
                );
            }
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
fn every_built_in_form_fits_screens_and_buttons_in_every_language() {
    for source in BUILT_IN {
        let (form, _) = kinkeeper::programme::forms::compile(source).unwrap();
        for language in languages() {
            fits(&form, &language);
        }
    }
}

/// Every text of the form is there in this language, and short enough for where it stands.
fn fits(form: &Form, language: &str) {
    let words = words();
    let of = format!("{} in {language}", form.name);
    assert!(form.title.0.contains_key(language), "{of} has no title");
    for question in &form.questions {
        let name = &question.name;
        let asked = question.kind.is_asked() || question.kind == Kind::Note;
        for (what, texts) in [
            ("label", &question.label),
            ("hint", &question.hint),
            ("skip", &question.skip),
            ("constraint_message", &question.constraint_message),
        ] {
            let needed = !texts.is_empty() || (asked && what == "label");
            assert!(
                !needed || texts.0.contains_key(language),
                "{of}: {name} has no {what}"
            );
        }
        if !asked {
            continue;
        }
        let text = question.label.in_language(language, "en").unwrap();
        let pieces = text.0.iter().map(|part| match part {
            Part::Fixed(words) => Piece::Fixed(words.clone()),
            Part::Value(_) => Piece::Inserted(Value::Text("Neema goes to school again".into())),
        });
        let phrase = Phrase(pieces.collect());
        let plain = shown(&words, &Line::Question(phrase), language).plain;
        assert!(length(&plain) <= 300, "{of}: {plain}");
        assert!(isolates_are_paired(&plain), "{plain:?}");
    }
    for choice in form.lists.iter().flat_map(|list| &list.choices) {
        let text = choice.label.0.get(language);
        let text = text.unwrap_or_else(|| panic!("{of}: {} has no label", choice.name));
        let label = Label::Choice {
            label: Phrase::fixed(text.fixed_words()),
            ticked: None,
        };
        let shown = button(&words, &label, language);
        assert!(length(&shown) <= 30, "{of}: {shown}");
        assert!(!shown.ends_with('…'), "{of}: {shown}");
    }
    let part = kinkeeper::core::part::Part::of(form).unwrap();
    let label = Label::Form {
        icon: part.icon,
        title: form.title_in(language),
    };
    let shown = button(&words, &label, language);
    assert!(
        !shown.ends_with('…'),
        "{of}: its title is too long for a button: {shown}"
    );
}

#[test]
fn buttons_of_one_screen_never_share_their_words() {
    let words = words();
    for language in languages() {
        let mut seen = BTreeMap::new();
        for label in labels() {
            // These stand for one thing on different screens.
            if matches!(label, Label::Choice { .. } | Label::Done(_)) {
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
fn words_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Words>();
}
