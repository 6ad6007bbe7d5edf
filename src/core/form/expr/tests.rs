//! Expressions and their results as data.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime};

use crate::core::form::{
    answers::Answers, check::compile, context::Context, model::Form, state::State,
    table::read_markdown, value::Value,
};

/// What JavaRosa answers too: the engine inside ODK Validate was asked each of these.
const AS_JAVAROSA: &[(&str, &str)] = &[
    (r#"1 + 2 * 3"#, "7"),
    (r#"(1 + 2) * 3"#, "9"),
    (r#"7 div 2"#, "3.5"),
    (r#"7 mod 3"#, "1"),
    (r#"-7 mod 3"#, "-1"),
    (r#"1 div 0"#, "Infinity"),
    (r#"0 div 0"#, "NaN"),
    (r#"-1 div 0"#, "-Infinity"),
    (r#"'a' + 1"#, "NaN"),
    (r#"'' + 1"#, "NaN"),
    (r#"1 = '1'"#, "true"),
    (r#"'1.0' = 1"#, "true"),
    (r#"'1.0' = '1'"#, "false"),
    (r#"'' = ''"#, "true"),
    (r#"0 = ''"#, "false"),
    (r#"true() = 'x'"#, "true"),
    (r#"false() = ''"#, "true"),
    (r#"1 < 'x'"#, "false"),
    (r#"'a' < 'b'"#, "false"),
    (r#"2 > 1 = true()"#, "true"),
    (r#"1 or 0 and 0"#, "true"),
    (r#"not('')"#, "true"),
    (r#"not(0)"#, "true"),
    (r#"not('0')"#, "false"),
    (r#"not('false')"#, "false"),
    (r#"boolean('')"#, "false"),
    (r#"boolean('a')"#, "true"),
    (r#"boolean(0)"#, "false"),
    (r#"boolean(number('x'))"#, "false"),
    (r#"boolean-from-string('true')"#, "true"),
    (r#"boolean-from-string('1')"#, "true"),
    (r#"boolean-from-string('yes')"#, "false"),
    (r#"number('12')"#, "12"),
    (r#"number(' 12 ')"#, "12"),
    (r#"number('1e3')"#, "NaN"),
    (r#"number('abc')"#, "NaN"),
    (r#"number('')"#, "NaN"),
    (r#"number(true())"#, "1"),
    (r#"number('.5')"#, "0.5"),
    (r#"number('5.')"#, "5"),
    (r#"string(5.0)"#, "5"),
    (r#"string(5.5)"#, "5.5"),
    (r#"string(true())"#, "true"),
    (r#"string(number('x'))"#, "NaN"),
    (r#"string(-0.0)"#, "0"),
    (r#"int(2.9)"#, "2"),
    (r#"int(-2.9)"#, "-2"),
    (r#"int('x')"#, "NaN"),
    (r#"round(2.5)"#, "3"),
    (r#"round(-2.5)"#, "-2"),
    (r#"round(2.4)"#, "2"),
    (r#"round(1.255, 2)"#, "1.26"),
    (r#"round(2.345, 2)"#, "2.35"),
    (r#"round(1234.5, -2)"#, "1200"),
    (r#"round(-1.5, 0)"#, "-1"),
    (r#"round('x')"#, "NaN"),
    (r#"abs(-3)"#, "3"),
    (r#"pow(2, 10)"#, "1024"),
    (r#"sqrt(9)"#, "3"),
    (r#"sqrt(-1)"#, "NaN"),
    (r#"min(3, 1, 2)"#, "1"),
    (r#"max(3, 1, 2)"#, "3"),
    (r#"max('', 5)"#, "5"),
    (r#"min('x', 1)"#, "1"),
    (r#"selected('a b c', 'b')"#, "true"),
    (r#"selected('a b c', 'd')"#, "false"),
    (r#"selected('', '')"#, "true"),
    (r#"selected('a', '')"#, "false"),
    (r#"selected('a b', 'a b')"#, "true"),
    (r#"selected('ab', 'a')"#, "false"),
    (r#"selected(' a ', 'a')"#, "true"),
    (r#"selected-at('a b c', 1)"#, "b"),
    (r#"selected-at('a b c', 9)"#, ""),
    (r#"selected-at('a b c', -1)"#, ""),
    (r#"count-selected('a b  c')"#, "3"),
    (r#"count-selected('')"#, "0"),
    (r#"count-selected('  ')"#, "0"),
    (r#"if(true(), 'a', 'b')"#, "a"),
    (r#"if('', 'a', 'b')"#, "b"),
    (r#"if(0, 1, 2)"#, "2"),
    (r#"coalesce('', 'b')"#, "b"),
    (r#"coalesce('a', 'b')"#, "a"),
    (r#"coalesce('', '')"#, ""),
    (r#"concat('a', 1, true())"#, "a1true"),
    (r#"concat()"#, ""),
    (r#"join('-', 'a', 'b', 'c')"#, "a-b-c"),
    (r#"join(', ', 'a', '', 'c')"#, "a, , c"),
    (r#"substr('hello', 1, 3)"#, "el"),
    (r#"substr('hello', -2)"#, "lo"),
    (r#"substr('hello', 2)"#, "llo"),
    (r#"substr('hello', 3, 1)"#, ""),
    (r#"substr('hello', 0, 99)"#, "hello"),
    (r#"substr('hello', -4, -1)"#, "ell"),
    (r#"substring-before('a-b-c', '-')"#, "a"),
    (r#"substring-after('a-b-c', '-')"#, "b-c"),
    (r#"substring-before('abc', 'x')"#, ""),
    (r#"substring-after('abc', 'x')"#, ""),
    (r#"substring-before('abc', '')"#, ""),
    (r#"substring-after('abc', '')"#, "abc"),
    (r#"contains('hello', 'ell')"#, "true"),
    (r#"contains('hello', '')"#, "true"),
    (r#"starts-with('hello', 'he')"#, "true"),
    (r#"ends-with('hello', 'lo')"#, "true"),
    (r#"string-length('héllo')"#, "5"),
    (r#"string-length('')"#, "0"),
    (r#"normalize-space('  a   b ')"#, "a b"),
    (r#"translate('abcabc', 'ab', 'x')"#, "xcxc"),
    (r#"translate('aab', 'aa', 'xy')"#, "xxb"),
    (r#"regex('0712345678', '[0-9]{10}')"#, "true"),
    (r#"regex('07123456789', '[0-9]{10}')"#, "false"),
    (r#"regex('abc', '^[a-z]+$')"#, "true"),
    (r#"regex('', '.*')"#, "true"),
    (r#"date('2020-01-31')"#, "2020-01-31"),
    (r#"date(18262)"#, "2020-01-01"),
    (r#"date(18262.7)"#, "2020-01-01"),
    (r#"date('')"#, ""),
    (r#"date-time('2020-01-31')"#, "2020-01-31"),
    (r#"date('2020-01-31') + 1"#, "18293"),
    (r#"date('2020-01-31') = '2020-01-31'"#, "true"),
    (r#"date('2020-01-31') < date('2020-02-01')"#, "true"),
    (r#"date('2020-01-31') - date('2020-01-01')"#, "30"),
    (r#"date('2020-01-31') = date('2020-01-31')"#, "true"),
    (r#"date('2020-01-31') != ''"#, "true"),
    (r#"decimal-date-time('2020-01-02')"#, "18263"),
    (r#"decimal-date-time(date('2020-01-02'))"#, "18263"),
    (r#"format-date('2020-03-04', '%Y-%m-%d')"#, "2020-03-04"),
    (r#"format-date('2020-03-04', '%e/%n/%y')"#, "4/3/20"),
    (r#"format-date('2020-03-04', '%d %b %Y')"#, "04 Mar 2020"),
    (r#"format-date('2020-03-04', '%a %%')"#, "Wed %"),
    (r#"format-date('', '%Y')"#, ""),
    (
        r#"format-date-time('2020-03-04T05:06:07.089', '%H:%M:%S.%3')"#,
        "05:06:07.089",
    ),
    (r#"format-date-time('2020-03-04T05:06:07.089', '%h')"#, "5"),
    (r#"5 - -3"#, "8"),
    (r#"--5"#, "5"),
    (r#"2 - 1"#, "1"),
    (r#"'a' = "a""#, "true"),
    (r#"1 != 1"#, "false"),
    (r#"'x' != 1"#, "true"),
    (r#"true() + true()"#, "2"),
    (r#"1 > true()"#, "false"),
    (r#"number('x') = number('x')"#, "false"),
    (r#"number('x') != number('x')"#, "true"),
    (r#"true() and 'false'"#, "true"),
    (r#"string-length(12)"#, "2"),
    (r#"round(0.5)"#, "1"),
    (r#"round(-0.5)"#, "0"),
    (r#"round(2.675, 2)"#, "2.68"),
    (r#"round(5, 1)"#, "5"),
    (r#"date('2020-1-2')"#, "2020-01-02"),
    (r#"concat('a', '')"#, "a"),
    (r#"if('false', 1, 2)"#, "1"),
];

/// Where this evaluator goes its own, documented way, and what needs answers.
const OURS: &[(&str, &str)] = &[
    ("number('2020-01-02')", "18263"),
    ("'2020-01-01' < '2020-01-02'", "true"),
    ("date(number('x'))", ""),
    ("date('x')", ""),
    ("date(-719162)", "0001-01-01"),
    ("date(2932896)", "9999-12-31"),
    ("date(2932897)", ""),
    ("date('2020-02-30')", ""),
    ("date(date('2020-01-31') + 1)", "2020-02-01"),
    ("format-date('x', '%Y')", ""),
    ("string(12345678.9)", "12345678.9"),
    ("floor(2.7)", "2"),
    ("floor(-2.1)", "-3"),
    ("ceiling(2.1)", "3"),
    (
        "date-time('2020-03-04T05:06:07.089')",
        "2020-03-04T05:06:07",
    ),
    ("date-time('2020-03-04T00:00:00')", "2020-03-04"),
    ("date-time('2020-03-04T05:00:00Z')", "2020-03-04T08:00:00"),
    // Noon in Greenwich is three in the afternoon in the zone of the case.
    ("decimal-date-time('2020-01-01T12:00:00.000Z')", "18262.625"),
    ("decimal-time('12:00')", "0.5"),
    ("difference-in-months('2020-01-31', '2020-03-30')", "1"),
    ("difference-in-months('2020-03-30', '2020-01-31')", "-1"),
    ("difference-in-months('', '2020-01-31')", ""),
    ("today()", "2026-03-02"),
    ("now()", "2026-03-02T01:30:00"),
    ("once(today())", "2026-03-01"),
    ("once(concat(today(), ' ', 1 + 1))", "2026-03-01 2"),
    ("today() - ${day}", "60"),
    ("${day} + 0", "20454"),
    ("${day} = '2026-01-01'", "true"),
    ("${day} <= today()", "true"),
    ("${blank} = ''", "true"),
    ("${blank} > 0", "false"),
    ("${blank} < 1", "false"),
    ("boolean(${blank})", "false"),
    ("if(${blank}, 1, 2)", "2"),
    ("${blank} + 1", "NaN"),
    ("coalesce(${blank}, ${five})", "5"),
    ("${five} = '5'", "true"),
    ("${five} - 1", "4"),
    ("${five}-1", "4"),
    ("${five} div 2", "2.5"),
    ("boolean(${zero})", "false"),
    ("selected(${several}, 'b')", "true"),
    ("selected(${several}, 'ab')", "false"),
    ("selected(${several}, 'a b')", "true"),
    ("selected(${blank}, '')", "true"),
    ("count-selected(${several})", "2"),
    ("selected-at(${several}, 1)", "b"),
    ("concat(${several}, '!')", "a b!"),
    ("jr:choice-name('b', '${pick}')", "Bee"),
    ("jr:choice-name('z', '${pick}')", ""),
    ("../five + /data/five + current()/../five", "15"),
    ("decimal-time(${clock})", "0.25"),
    ("concat(${clock})", "06:00"),
    ("${at}", "2026-03-02T01:00:00"),
    ("sum(${score})", "7"),
    ("max(${score})", "4"),
    ("min(${score}, 1)", "1"),
    ("count(${score})", "3"),
    ("count(${rows})", "3"),
    ("count-non-empty(${score})", "2"),
    ("join('+', ${score})", "3++4"),
    ("${score}", "3"),
    ("indexed-repeat(${score}, ${rows}, 3)", "4"),
    ("indexed-repeat(${score}, ${rows}, 9)", ""),
    ("position(..)", "1"),
    ("string-length(uuid())", "36"),
    ("random() >= 0 and random() < 1", "true"),
    ("regex(${blank}, '[0-9]+')", "false"),
    ("regex('١٢', '[0-9]+')", "false"),
];

/// Expressions that are refused, and a word of the reason.
const REFUSED: &[(&str, &str)] = &[
    ("${nobody}", "unknown name nobody"),
    ("five + 1", "bare word five"),
    ("frobnicate(1)", "unknown function frobnicate"),
    ("substr('a')", "has 1 arguments"),
    ("1 +", "ends too early"),
    ("(1", "missing at the end"),
    ("1 2", "not expected"),
    ("'a", "no closing quote"),
    ("${five", "without }"),
    ("1 # 2", "the sign #"),
    ("regex(${five}, ${blank})", "pattern of regex is calculated"),
    ("regex(${five}, '(a')", "not understood"),
    ("regex(${five}, '(?=a)b')", "look-around"),
    ("pulldata('a', 'b', 'c', 'd')", "reads a file"),
    ("jr:choice-name('a', '${five}')", "no select question"),
    ("1.2.3", "is no number"),
    ("${group} + 1", "is a group"),
    ("..", "names no question"),
];

const FORM: &str = "
| survey |
| | type | name | calculation | label | repeat_count |
| | hidden | blank | | | |
| | hidden | five | | | |
| | hidden | zero | | | |
| | hidden | several | | | |
| | hidden | day | | | |
| | hidden | clock | | | |
| | hidden | at | | | |
| | select_one list | pick | | Pick | |
| | begin group | group | | | |
| | end group | | | | |
| | begin repeat | rows | | | 3 |
| | hidden | score | | | |
| | end repeat | | | | |
| | calculate | result | EXPRESSION | | |
| choices |
| | list_name | name | label |
| | list | a | Ay |
| | list | b | Bee |
| settings |
| | form_id |
| | test |
";

#[test]
fn expressions_give_their_results() {
    for (expression, expected) in AS_JAVAROSA.iter().chain(OURS) {
        let form = form(expression).unwrap_or_else(|problem| panic!("{expression}: {problem}"));
        assert_eq!(result(&form), *expected, "{expression}");
    }
}

#[test]
fn expressions_that_cannot_work_are_refused_with_the_reason() {
    for (expression, reason) in REFUSED {
        let problem = form(expression).expect_err(expression);
        assert!(problem.contains(reason), "{expression}: {problem}");
        assert!(
            problem.starts_with("survey row 15 column calculation: "),
            "{expression}: {problem}"
        );
    }
}

#[test]
fn deep_expressions_are_refused_and_long_ones_work() {
    let deep = format!("{}1{}", "(".repeat(1_000), ")".repeat(1_000));
    assert!(form(&deep).unwrap_err().contains("nested deeper"));
    let long = vec!["1"; 2_000].join(" + ");
    assert_eq!(result(&form(&long).unwrap()), "2000");
}

#[test]
fn random_material_is_fixed_per_draft_and_differs_between_calls_and_drafts() {
    let form = form("concat(uuid(), ' ', uuid())").unwrap();
    let first = result(&form);
    assert_eq!(first, result(&form));
    let (one, other) = first.split_once(' ').unwrap();
    assert_ne!(one, other);
    let mut context = context();
    context.seed = 8;
    assert_ne!(first, result_in(&form, &context));
}

/// The form with this calculation, or all that is wrong with it.
fn form(expression: &str) -> Result<Form, String> {
    let text = FORM.replace("EXPRESSION", &expression.replace('|', "\\|"));
    let tables = read_markdown(&text).unwrap();
    let form = compile(&tables).map_err(|findings| {
        findings
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    Ok(form.0)
}

fn result(form: &Form) -> String {
    result_in(form, &context())
}

fn result_in(form: &Form, context: &Context) -> String {
    let answers = Answers::new();
    let state = State::derive(form, &answers, context);
    let (index, question) = form.question("result").unwrap();
    let scope = super::Scope {
        form,
        context,
        state: &state,
        row: None,
        this: None,
    };
    let evaluated = scope.evaluate(question.calculation.as_ref().unwrap());
    let value = state.value(index, None);
    // A question holds what its calculation gives, but nothing instead of NaN.
    assert!(evaluated.is_blank() || evaluated.text() == value.text());
    evaluated.text().into_owned()
}

fn context() -> Context {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
    let now = at("2026-03-02T01:30:00+03:00");
    let hidden = [
        ("five", Value::Integer(5)),
        ("zero", Value::Integer(0)),
        ("several", Value::Many(vec!["a".to_owned(), "b".to_owned()])),
        ("day", Value::Date("2026-01-01".parse().unwrap())),
        (
            "clock",
            Value::Time(NaiveTime::from_hms_opt(6, 0, 0).unwrap()),
        ),
        ("at", Value::DateTime(at("2026-03-01T22:00:00Z"))),
    ];
    let score = |score: i64| BTreeMap::from([("score".to_owned(), Value::Integer(score))]);
    Context {
        hidden: hidden
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        accepted: Answers::new(),
        rows: BTreeMap::from([("rows".to_owned(), vec![score(3), BTreeMap::new(), score(4)])]),
        today: now.date_naive(),
        now,
        // In the zone of the case this is the 1st of March already.
        started: at("2026-02-28T22:00:00Z"),
        seed: 7,
        language: "en".to_owned(),
    }
}
