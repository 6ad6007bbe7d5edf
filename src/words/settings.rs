//! What is said of the programme's settings: problems of a file and what it would move come in, sentences go out.

use fluent_bundle::FluentValue;

use super::voice::{Voice, text};
use crate::core::due::holidays::OnHoliday;
use crate::core::due::obligation::Rule;
use crate::core::due::profile::change::{Change, Moved};
use crate::core::due::profile::file::Unreadable;
use crate::core::due::profile::{Allowed, Problem, Wrong};

/// Stands for a setting that is empty.
const EMPTY: &str = "–";

/// Where something is wrong, what, and what would be right.
pub(super) fn problem(voice: &Voice, problem: &Problem) -> String {
    let place = voice.say_with(
        "line-settings-problem",
        [
            ("row", row(problem.line)),
            ("column", text(problem.column.word())),
        ],
    );
    let sentences = match &problem.wrong {
        Wrong::Unknown(name) => vec![voice.say_with("settings-unknown", [("name", text(name))])],
        Wrong::Twice { name, line } => {
            let inserts = [("name", text(name)), ("row", row(*line))];
            vec![voice.say_with("settings-twice", inserts)]
        }
        Wrong::Crowded(name) => vec![voice.say_with("settings-crowded", [("name", text(name))])],
        Wrong::Cell {
            name,
            given,
            allowed,
        } => {
            let inserts = [("name", text(name)), ("given", text(shown(given)))];
            vec![
                voice.say_with("settings-cell", inserts),
                right(voice, *allowed),
            ]
        }
        Wrong::Clash { clash, names } => {
            let name = names.first().map(String::as_str).unwrap_or_default();
            let clash = FluentValue::from(clash.word());
            vec![
                voice.say_with("settings-clash", [("name", text(name))]),
                voice.say_with("settings-sense", [("clash", clash)]),
            ]
        }
    };
    // What is inserted into a sentence is kept short; these are sentences.
    format!("{place} {}", sentences.join(" "))
}

fn row<'a>(line: usize) -> FluentValue<'a> {
    text(line.to_string())
}

/// What may stand in a cell.
fn right(voice: &Voice, allowed: Allowed) -> String {
    let (kind, from, until) = match allowed {
        Allowed::Number { from, until } => ("number", from, until),
        Allowed::Minutes { from, until } => ("minutes", from, until),
        Allowed::Hours { from, until } => ("hours", from, until),
        Allowed::Time => ("time", 0, 0),
        Allowed::Within => ("within", 0, 0),
        Allowed::Weekdays => ("weekdays", 0, 0),
        Allowed::Dates => ("dates", 0, 0),
        Allowed::Holiday => ("holiday", 0, 0),
        Allowed::Numbers => ("numbers", 0, 0),
        Allowed::AsSent => ("as_sent", 0, 0),
    };
    voice.say_with(
        "settings-right",
        [
            ("kind", FluentValue::from(kind)),
            ("from", text(from.to_string())),
            ("until", text(until.to_string())),
            (
                "words",
                text(OnHoliday::ALL.map(OnHoliday::word).join(", ")),
            ),
        ],
    )
}

pub(super) fn unreadable(voice: &Voice, why: Unreadable) -> String {
    let why = match why {
        Unreadable::OtherKind => "other_kind",
        Unreadable::TooLarge => "too_large",
        Unreadable::Workbook => "workbook",
        Unreadable::NotText => "not_text",
        Unreadable::NotSettings => "not_settings",
        Unreadable::Lost => "lost",
    };
    voice.say_with("line-settings-unreadable", [("why", why.into())])
}

pub(super) fn change(voice: &Voice, change: &Change) -> String {
    let Change {
        name,
        before,
        after,
    } = change;
    voice.say_with(
        "line-settings-change",
        [
            ("name", text(name)),
            ("before", text(shown(before))),
            ("after", text(shown(after))),
        ],
    )
}

/// "Visits: 12 earlier, 3 later".
pub(super) fn moved(voice: &Voice, rule: Rule, moved: Moved) -> String {
    let Moved {
        earlier,
        later,
        new,
        gone,
    } = moved;
    let parts = [
        ("settings-earlier", earlier),
        ("settings-later", later),
        ("settings-new", new),
        ("settings-gone", gone),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts = parts.map(|(said, count)| voice.say_with(said, [("count", count.into())]));
    let parts: Vec<String> = parts.collect();
    voice.say_with(
        "line-settings-move",
        [
            ("rule", FluentValue::from(rule.word())),
            ("parts", text(parts.join(" · "))),
        ],
    )
}

fn shown(value: &str) -> &str {
    if value.is_empty() { EMPTY } else { value }
}
