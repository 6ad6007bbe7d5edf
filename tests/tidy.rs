//! The invariants of the architecture, by searching the source: files come in, lines that break a rule go out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Lines of a file; a longer one says why in its first comment, in a sentence with this word.
const LINES: usize = 500;
const REASON: &str = "Long because";

/// A source file.
struct Source {
    /// Its path below the package, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The lines that are compiled into the program, numbered, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        // Tests stand at the end of a file, or in a file of their own.
        let own = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let own = own.then_some(0);
        let tests = own.or_else(|| self.text.find("\n#[cfg(test)]\nmod tests"));
        let program = &self.text[..tests.unwrap_or(self.text.len())];
        let lines = (1..).zip(program.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Its first comment.
    fn head(&self) -> String {
        let head = self.text.lines().take_while(|line| line.starts_with("//!"));
        head.collect::<Vec<_>>().join("\n")
    }
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below these folders whose names end so, in the order of their paths.
fn files(folders: &[&str], ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = folders
        .iter()
        .map(|folder| package().join(folder))
        .collect();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending)
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                let path = path.strip_prefix(package()).expect("below the package");
                found.push(Source {
                    path: path.to_string_lossy().into_owned(),
                    text,
                });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty());
    found
}

/// Lines of the program with this pattern, outside of the places where it belongs.
fn lines_with(pattern: &str, below: &[&str], belongs: &[&str]) -> String {
    let pattern = Regex::new(pattern).expect("a pattern");
    let mut lines = String::new();
    for file in files(below, ".rs") {
        if belongs.iter().any(|place| file.path.starts_with(place)) {
            continue;
        }
        for (number, line) in file.code().filter(|(_, line)| pattern.is_match(line)) {
            writeln!(lines, "{}:{number}: {}", file.path, line.trim()).expect("written");
        }
    }
    lines
}

#[test]
fn only_telegram_names_teloxide() {
    assert_eq!(
        lines_with(r"\bteloxide(_core)?\s*::", &["src"], &["src/telegram/"]),
        ""
    );
}

#[test]
fn only_the_store_names_sqlx() {
    assert_eq!(
        lines_with(r"\bsqlx(_core)?\s*::", &["src"], &["src/store/"]),
        ""
    );
}

#[test]
fn only_the_clock_reads_time() {
    let clocks = r"\b(Utc|Local|SystemTime)::now\b|\bnow_v7\b|CURRENT_TIMESTAMP|\('now'\)";
    assert_eq!(lines_with(clocks, &["src"], &["src/clock.rs"]), "");
    // The simulator holds real connections open for as long as a real server does.
    assert_eq!(
        lines_with(
            r"\bInstant::now\b",
            &["src"],
            &["src/clock.rs", "src/simulator/"]
        ),
        ""
    );
}

#[test]
fn only_work_calls_step() {
    assert_eq!(
        lines_with(
            r"(^|[^\w.])step\(",
            &["src"],
            &["src/work.rs", "src/core/step.rs"]
        ),
        ""
    );
}

#[test]
fn the_core_is_pure() {
    let outside = [
        r"\basync\b|\.await\b",
        r"\b(tokio|sqlx|teloxide|axum|reqwest|tracing|log|rand|getrandom|futures_util)\s*::",
        r"\bstd::(fs|io|net|env|process|thread|time)\b",
        r"\b(println|eprintln|print|eprint|dbg)!",
        r"\bcrate::(store|telegram|work|web|simulator|stage|app|cli|demo|clock|ids|words|metrics|config)\b",
    ];
    for pattern in outside {
        assert_eq!(lines_with(pattern, &["src/core"], &[]), "", "{pattern}");
    }
}

#[test]
fn the_bot_says_every_line_and_offers_every_button_that_has_words() {
    let variant = Regex::new(r"(?m)^    ([A-Z]\w*)").expect("a pattern");
    let mut unsaid = String::new();
    for (file, name) in [
        ("src/core/screen.rs", "Line"),
        ("src/core/label.rs", "Label"),
    ] {
        let text = std::fs::read_to_string(package().join(file)).expect("the file of the enum");
        let body = text.split_once(&format!("pub enum {name} {{"));
        let body = body.and_then(|(_, rest)| rest.split_once("\n}"));
        let (body, _) = body.expect("the enum");
        for (_, [variant]) in variant.captures_iter(body).map(|found| found.extract()) {
            let said = format!(r"\b{name}::{variant}\b");
            if lines_with(&said, &["src"], &["src/words/"]).is_empty() {
                writeln!(unsaid, "{name}::{variant}").expect("written");
            }
        }
    }
    assert_eq!(unsaid, "");
}

#[test]
fn the_program_never_unwraps() {
    assert_eq!(
        lines_with(
            r"\.unwrap\(\)|\.unwrap_err\(\)|\btodo!|\bunimplemented!",
            &["src"],
            &[]
        ),
        ""
    );
}

#[test]
fn every_file_opens_with_what_comes_in_and_goes_out() {
    let files = files(&["src", "tests", "benches"], ".rs");
    let without = files.iter().filter(|file| !file.text.starts_with("//! "));
    assert_eq!(
        without.map(|file| file.path.as_str()).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn a_long_file_says_why() {
    let files = files(&["src"], ".rs");
    let long = files
        .iter()
        .filter(|file| file.text.lines().count() > LINES);
    let unsaid = long.filter(|file| !file.head().contains(REASON));
    assert_eq!(
        unsaid.map(|file| file.path.as_str()).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn nothing_is_left_for_later_and_nobodys_machine_is_named() {
    // Put together here, so that this file does not name them.
    let marks = ["TO\u{44}O", "FIX\u{4d}E", "XX\u{58}"];
    let folders = ["work", "tmp", "root", "home"].map(|folder| format!("/{folder}/"));
    let text = [
        "src",
        "tests",
        "benches",
        "locales",
        "forms",
        "migrations",
        "scripts",
        "docs",
        ".ci",
    ];
    let mut lines = String::new();
    for file in files(&text, "") {
        for (number, line) in (1..).zip(file.text.lines()) {
            let named = marks.iter().any(|mark| line.contains(mark))
                || folders.iter().any(|folder| line.contains(folder.as_str()));
            if named {
                writeln!(lines, "{}:{number}: {line}", file.path).expect("written");
            }
        }
    }
    assert_eq!(lines, "");
}

#[test]
fn no_test_is_left_out() {
    let ignored = Regex::new(r"^\s*#\[ignore\b").expect("a pattern");
    let files = files(&["src", "tests"], ".rs");
    let with = files
        .iter()
        .filter(|file| file.text.lines().any(|line| ignored.is_match(line)));
    assert_eq!(
        with.map(|file| file.path.as_str()).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn migrations_have_the_same_numbers_and_names_on_both_engines() {
    let names = |engine: &str| {
        let folder = format!("migrations/{engine}");
        let files = files(&[&folder], ".sql");
        files
            .iter()
            .map(|file| file.path.replace(engine, ""))
            .collect::<Vec<_>>()
    };
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    assert_eq!(sqlite, postgres);
    for (number, name) in (1..).zip(&sqlite) {
        assert!(
            name.contains(&format!("/{number:04}_")),
            "{name} is not number {number}"
        );
    }
}

#[test]
fn tables_and_columns_are_the_same_on_both_engines() {
    let columns = |engine: &str| {
        // A table that is made anew has its columns once.
        let mut columns = BTreeSet::new();
        let added = Regex::new(r"^ALTER TABLE (\w+) ADD COLUMN (\w+)").expect("a pattern");
        for file in files(&[&format!("migrations/{engine}")], ".sql") {
            let mut table = None;
            for line in file.text.lines() {
                if let Some(found) = added.captures(line) {
                    columns.insert(format!("{}.{}", &found[1], &found[2]));
                } else if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                    table = rest.split(' ').next();
                } else if line.starts_with(')') {
                    table = None;
                } else if let (Some(table), Some(line)) = (table, line.strip_prefix("    ")) {
                    let word = line.split(' ').next().unwrap_or_default();
                    // Rules begin with a capital; deeper lines go on with the line above.
                    if word.starts_with(|first: char| first.is_ascii_lowercase()) {
                        columns.insert(format!("{table}.{word}"));
                    }
                }
            }
        }
        columns
    };
    let sqlite = columns("sqlite");
    assert!(sqlite.contains("inbox.body"), "{sqlite:?}");
    assert_eq!(sqlite, columns("postgres"));
}
