//! Forms with faults and what is said about them.

use super::compile;
use crate::core::form::{finding::Finding, model::Form, table::read_markdown};

/// A survey with one row below a good question, and the finding that refuses it.
const REFUSED: &[(&str, &str)] = &[
    (
        "| select_one nowhere | x | X | | | |",
        "survey row 3 column type: unknown list nowhere",
    ),
    (
        "| select_one l or_other | x | X | | | |",
        "survey row 3 column type: or_other is not supported yet",
    ),
    (
        "| geotrace | x | X | | | |",
        "survey row 3 column type: the type geotrace cannot be asked in a chat yet",
    ),
    (
        "| tekst | x | X | | | |",
        "survey row 3 column type: unknown type tekst",
    ),
    (
        "| text | first | X | | | |",
        "survey row 3 column name: a second row is named first",
    ),
    (
        "| text | 1st | X | | | |",
        "survey row 3 column name: \"1st\" is no name",
    ),
    (
        "| text | a b | X | | | |",
        "survey row 3 column name: \"a b\" is no name",
    ),
    (
        "| text | x | | | | |",
        "survey row 3 column label: there is nothing to show",
    ),
    (
        "| text | x | Hi ${you} | | | |",
        "survey row 3 column label: unknown name you",
    ),
    (
        "| text | x | Hi ${first | | | |",
        "survey row 3 column label: a ${ without }",
    ),
    (
        "| text | x | X | ${you} = 1 | | |",
        "survey row 3 column relevance: unknown name you",
    ),
    (
        "| text | x | X | | . > | |",
        "survey row 3 column constraint: the expression ends too early",
    ),
    (
        "| text | x | X | ${x} = 1 | | |",
        "survey row 3: its relevance or value depends on itself: x → x",
    ),
    (
        "| calculate | x | | | | |",
        "survey row 3 column calculation: nothing is calculated",
    ),
    (
        "| begin group | x | X | | | |",
        "survey row 3 column type: it is never closed",
    ),
    (
        "| end group | | | | | |",
        "survey row 3 column type: it closes nothing that is open here",
    ),
    (
        "| begin repeat | x | X | | | |",
        "survey row 3 column repeat_count: a repeat without a count is not supported yet",
    ),
    (
        "| date | x | X | | | voice |",
        "survey row 3 column bind::kin:accept: only a text question takes another medium",
    ),
    (
        "| text | x | X | | | sound |",
        "survey row 3 column bind::kin:accept: unknown word sound",
    ),
];

/// Whole tables and the finding that refuses them.
const REFUSED_TABLES: &[(&str, &str)] = &[
    ("no table", "survey: there are no questions"),
    (
        "| survey |\n| | type | type |\n| | text | x |",
        "survey row 1 column type: two columns have this header",
    ),
    (
        "| survey |\n| | type | name |\n| | text | x | y |",
        "survey row 2: there is a cell beyond the last column",
    ),
    (
        "| survey |\n| | type | name | relevance | bind::relevant |\n| | text | x | | |",
        "survey row 1 column bind::relevant: a second column for relevant",
    ),
    (
        "| survey |\n| | type | name | relevent |\n| | text | x | 1 |",
        "survey row 2 column relevent: unknown column",
    ),
    (
        "| survey |\n| | type | name | label::Klingon |\n| | text | x | Q |",
        "survey row 1 column label::Klingon: the language Klingon has no code here",
    ),
    (
        "| survey |\n| | type | name | label |\n| | text | x | Q |",
        "settings row 2 column form_id: the form has no id",
    ),
    (
        "| survey |\n| | type | name | choice_filter | label |\n| | text | x | a | Q |",
        "survey row 2 column choice_filter: choice_filter is not supported yet",
    ),
    (
        "| survey |\n| | type | name | label | parameters |\n| | range | x | Q | start=5 end=1 |",
        "survey row 2 column parameters: start, end and step do not fit together",
    ),
    (
        "| survey |\n| | type | name | label::fr |\n| | text | x | Q |\n| settings |\n| | form_id | default_language |\n| | f | en |",
        "settings row 2 column default_language: no label is in en",
    ),
    (
        "| survey |\n| | type | name | label |\n| | text | x | Q |\n| choices |\n| | list_name | name |\n| | l | a |\n| | l | a |",
        "choices row 3 column name: a second choice a in this list",
    ),
    (
        "| survey |\n| | type | name | label | repeat_count |\n| | begin repeat | a | | 1 |\n| | begin repeat | b | | 1 |\n| | end repeat | | | |\n| | end repeat | | | |",
        "survey row 3 column type: a repeat inside a repeat cannot be asked in a chat",
    ),
    (
        "| survey |\n| | type | name | calculation |\n| | calculate | a | ${b} |\n| | calculate | b | ${c} |\n| | calculate | c | ${a} |",
        "survey row 2: its relevance or value depends on itself: a → b → c → a",
    ),
];

/// A row below a good question, and the warning about it.
const WARNED: &[(&str, &str)] = &[
    (
        "| text | x | X | | regex(., '[0-9]+') | |",
        "survey row 3 column constraint: the pattern [0-9]+ has to match the whole answer",
    ),
    (
        "| deviceid | x | | | | |",
        "survey row 3 column type: a chat does not have this, it stays blank",
    ),
];

fn with_row(row: &str) -> String {
    format!(
        "| survey |
| | type | name | label | relevance | constraint | bind::kin:accept |
| | select_one l | first | First | | | |
| {row}
| choices |
| | list_name | name | label |
| | l | a | A |
| settings |
| | form_id |
| | test |"
    )
}

#[test]
fn faults_are_named_with_sheet_row_and_column() {
    let rows = REFUSED
        .iter()
        .map(|(row, finding)| (with_row(row), finding));
    let tables = REFUSED_TABLES
        .iter()
        .map(|(table, finding)| ((*table).to_owned(), finding));
    for (text, expected) in rows.chain(tables) {
        let findings = read(&text).expect_err(&text);
        let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert!(
            lines.iter().any(|line| line.starts_with(expected)),
            "{text}\n{expected}\n{lines:#?}"
        );
    }
}

#[test]
fn limits_of_size_are_refused_before_they_hurt() {
    let row = "| | text | x | X |\n";
    let sheet = |rows: String| format!("| survey |\n| | type | name | label |\n{rows}");
    for (text, expected) in [
        (sheet(row.repeat(5_000)), "survey row 5001: too many rows"),
        (
            sheet(format!("| | text | x | {} |", "x".repeat(10_001))),
            "survey row 2 column label: the cell is too long",
        ),
        (
            " ".repeat(5 * 1024 * 1024 + 1),
            "survey: the file is too big",
        ),
    ] {
        let findings = read(&text).unwrap_err();
        assert!(
            findings[0].to_string().starts_with(expected),
            "{}",
            findings[0]
        );
    }
}

#[test]
fn what_has_no_effect_is_warned_of() {
    for (row, expected) in WARNED {
        let (_, warnings) = read(&with_row(row)).unwrap();
        let lines: Vec<_> = warnings.iter().map(ToString::to_string).collect();
        assert!(
            lines.iter().any(|line| line.starts_with(expected)),
            "{row}\n{lines:#?}"
        );
    }
}

#[test]
fn all_faults_of_a_form_are_found_at_once() {
    let findings = read(&with_row("| text | 1st | Hi ${you} | ${me} | . > | |")).unwrap_err();
    assert_eq!(findings.len(), 4, "{findings:#?}");
}

#[test]
fn missing_translations_are_listed() {
    let text = "
| survey |
| | type | name | label::English (en) | label::Kiswahili | hint::en |
| | select_one l | x | Who? | | One |
| choices |
| | list_name | name | label::English (en) |
| | l | a | A choice label with far too many characters |
| settings |
| | form_id |
| | test |";
    let (form, warnings) = read(text).unwrap();
    assert_eq!(form.languages, ["en", "sw"]);
    let lines: Vec<_> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "survey row 2: no label in sw; translate it",
            "survey row 2: no hint in sw; translate it",
            "choices row 2 column label::English (en): longer than 30 characters; shorten it, a phone's button cuts it off",
            "choices row 2: no label in sw; translate it",
        ]
    );
}

#[test]
fn headers_and_cells_are_read_as_people_write_them() {
    let (form, warnings) = read(
        "
| survey |
| | Type | Name | label :: English | relevance | Required | constraint |
|---|---|---|---|---|---|---|
| | Select One l | a | A \\| B | | TRUE | |
| | int | b | B | ${a} = ‘x’ | | . >= 0 |
| choices |
| | list name | value | label::English |
| | l | x | X |
| settings |
| | id_string | default_language |
| | test | English |",
    )
    .unwrap();
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(form.questions[0].label.0["en"].fixed_words(), "A | B");
    assert!(form.questions[0].required.is_some() && form.questions[1].relevant.is_some());
    assert_eq!(form.default_language, "en");
}

#[test]
fn what_is_calculated_from_sealed_answers_is_sealed() {
    let (form, _) = read(
        "
| survey |
| | type | name | label | calculation |
| | calculate | second | | ${copy} |
| | calculate | copy | | ${words} |
| | text | words | W | |
| | integer | number | N | |
| | calculate | double | | ${number} * 2 |
| settings |
| | form_id |
| | test |",
    )
    .unwrap();
    let sealed: Vec<_> = form
        .questions
        .iter()
        .map(|question| question.sealed)
        .collect();
    assert_eq!(sealed, [true, true, true, false, false]);
}

fn read(text: &str) -> Result<(Form, Vec<Finding>), Vec<Finding>> {
    compile(&read_markdown(text)?)
}
