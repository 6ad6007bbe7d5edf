//! Files of settings come in; what a manager who wrote them reads goes out.

use super::super::hours::Span;
use super::super::window::Within;
use super::*;

fn refused(text: &str) -> Vec<String> {
    let sent = file::read(&Profile::default(), text.as_bytes()).expect("a file of settings");
    let problems = sent.profile.expect_err("a file that is refused");
    problems.iter().map(shown).collect()
}

fn shown(problem: &Problem) -> String {
    let Problem {
        line,
        column,
        wrong,
    } = problem;
    let wrong = match wrong {
        Wrong::Unknown(name) => format!("{name} is unknown"),
        Wrong::Twice { name, line } => format!("{name} as in {line}"),
        Wrong::Crowded(name) => format!("{name} is crowded"),
        Wrong::Cell {
            name,
            given,
            allowed,
        } => format!("{name} {given:?} {allowed:?}"),
        Wrong::Clash { clash, names } => format!("{clash:?} of {}", names[0]),
    };
    format!("{line} {}: {wrong}", column.word())
}

fn written(profile: &Profile) -> Result<Profile, Vec<Problem>> {
    let file = file::write(profile, 3);
    let sent = file::read(&Profile::default(), file.as_bytes()).expect("a file of settings");
    assert_eq!(sent.from, Some(3));
    sent.profile
}

#[test]
fn an_empty_file_is_the_default_and_the_default_holds() {
    assert_eq!(read(&Profile::default(), &[]), Ok(Profile::default()));
    assert_eq!(written(&Profile::default()), Ok(Profile::default()));
    let file = file::write(&Profile::default(), 0);
    assert!(file.starts_with("setting,value\nversion,0\nvisit_every_days_high,7\n"));
}

#[test]
fn what_was_written_is_read_as_it_was() {
    let profile = Profile {
        quiet: Span::of_hours(21, 7),
        emergency: vec!["Police, any hour 999".into(), "Childline +254 116".into()],
        on_holiday: OnHoliday::NextWorkingDay,
        first_contact: FirstContact {
            high: Within::Hours(1),
            medium: Within::Days(1),
            low: Within::Days(30),
        },
        calendar: Calendar {
            weekend: Weekdays::parse("fri").unwrap(),
            dates: ["2026-12-25", "2027-01-01"]
                .map(|day| day.parse().unwrap())
                .into(),
        },
        ..Profile::default()
    };
    assert_eq!(written(&profile), Ok(profile));
}

#[test]
fn a_setting_that_is_left_out_is_as_the_programme_started_with_it() {
    let defaults = Profile {
        emergency: vec!["Police 999".into()],
        ..Profile::default()
    };
    let file = b"visit_every_days_high,5";
    let profile = file::read(&defaults, file).unwrap().profile.unwrap();
    assert_eq!(profile.emergency, defaults.emergency);
    let file = b"visit_every_days_high,5\nemergency_numbers,";
    let profile = file::read(&defaults, file).unwrap().profile.unwrap();
    assert_eq!(profile.emergency, Vec::<String>::new());
}

#[test]
fn a_file_is_read_as_spreadsheets_of_other_countries_write_it() {
    for file in [
        "\u{feff}setting;value\r\nversion;2\r\nemergency_numbers;\"Police 999; Childline 116\"\r\n",
        "setting\tvalue\nversion\t2\n\nemergency_numbers\tPolice 999; Childline 116\n",
        "\"setting\",\"value\",\n\"version\",\"2\",,\n\"emergency_numbers\",\"Police 999; Childline 116\"",
    ] {
        let sent = file::read(&Profile::default(), file.as_bytes()).unwrap();
        assert_eq!(sent.from, Some(2));
        let numbers = sent.profile.unwrap().emergency;
        assert_eq!(numbers, ["Police 999", "Childline 116"]);
    }
}

#[test]
fn what_is_no_such_file_is_named() {
    use file::Unreadable;
    let large = "x".repeat(usize::try_from(file::LARGEST).unwrap() + 1);
    for (bytes, why) in [
        (large.as_bytes(), Unreadable::TooLarge),
        (b"PK\x03\x04workbook", Unreadable::Workbook),
        (b"\xd0\xcf\x11\xe0workbook", Unreadable::Workbook),
        (b"\xff\xfes\0e\0", Unreadable::NotText),
        (b"", Unreadable::NotSettings),
        (b"Dear all,\nhello", Unreadable::NotSettings),
        (b"setting,value\nversion,1", Unreadable::NotSettings),
    ] {
        assert_eq!(file::read(&Profile::default(), bytes), Err(why));
    }
}

#[test]
fn every_setting_is_read_back_at_both_of_its_ends() {
    let mut known = Profile::default();
    for (name, cell) in cells::of(&mut known) {
        let ends = match &cell {
            cells::Cell::Number(_, range) => {
                vec![range.start().to_string(), range.end().to_string()]
            }
            cells::Cell::Minutes(_, range) | cells::Cell::Hours(_, range) => {
                vec![range.start().to_string(), range.end().to_string()]
            }
            cells::Cell::Time(_) => vec!["00:00".into(), "23:59".into()],
            cells::Cell::Within(_) => vec!["1 hour".into(), "72 hours".into(), "1 day".into()],
            cells::Cell::Weekdays(_) => vec!["mon tue wed thu fri sat sun".into(), String::new()],
            cells::Cell::Dates(_) => vec![String::new(), "2024-02-29 2026-12-25".into()],
            cells::Cell::Holiday(_) => OnHoliday::ALL.map(|rule| rule.word().into()).into(),
            cells::Cell::Numbers(_) => vec![String::new(), "A 1; B 2".into()],
        };
        for end in ends {
            let mut other = Profile::default();
            let mut cells = cells::of(&mut other);
            let (_, cell) = cells.iter_mut().find(|(other, _)| *other == name).unwrap();
            assert_eq!(cell.read(&end), Ok(()), "{name}");
            assert_eq!(cell.write(), end, "{name}");
        }
    }
}

#[test]
fn each_wrong_line_is_named_with_what_is_allowed() {
    let text = "setting,value\nvisit_every_days_high,0\nvisits,7\n,,\nmorning,8 o'clock\nmorning,09:00\n\
                review_every_days,30,60\nfirst_contact_high,soon\nholidays,25.12.2026\nemergency_numbers,Police\n\
                version,the last\nquiet_hours_from,8";
    let expected = "2 value: visit_every_days_high \"0\" Number { from: 1, until: 90 }\n\
        3 setting: visits is unknown\n\
        5 value: morning \"8 o'clock\" Time\n\
        6 setting: morning as in 5\n\
        7 value: review_every_days is crowded\n\
        8 value: first_contact_high \"soon\" Within\n\
        9 value: holidays \"25.12.2026\" Dates\n\
        10 value: emergency_numbers \"Police\" Numbers\n\
        11 value: version \"the last\" AsSent\n\
        12 value: quiet_hours_from \"8\" Time";
    assert_eq!(refused(text).join("\n"), expected);
}

#[test]
fn settings_that_cannot_all_hold_are_named_at_the_line_of_the_later_one() {
    for (text, expected) in [
        (
            "visit_every_days_high,3\nremind_last_days_after,3",
            "2 value: Last of remind_last_days_after",
        ),
        (
            "morning,21:00\nquiet_hours_from,9:00\nquiet_hours_until,09:00:00",
            "3 value: Quiet of quiet_hours_until",
        ),
        ("morning,07:30", "1 value: Morning of morning"),
        (
            "visit_every_days_low,10",
            "1 value: Visits of visit_every_days_low",
        ),
        (
            "manager_days_after,2",
            "1 value: Above of manager_days_after",
        ),
        (
            "first_contact_high,4 days",
            "1 value: Contact of first_contact_high",
        ),
        (
            "remind_days_before,7",
            "1 value: Ahead of remind_days_before",
        ),
        ("remind_days_after,3", "1 value: After of remind_days_after"),
        (
            "after_move_1_until_day,400",
            "1 value: Phases of after_move_1_until_day",
        ),
        (
            "family_hours_from,20:00\nfamily_days,",
            "1 value: FamilyHours of family_hours_from\n2 value: FamilyDays of family_days",
        ),
        (
            "confirm_goal_first_days,9\nafter_care_second_days,20",
            "1 value: Confirm of confirm_goal_first_days\n2 value: Care of after_care_second_days",
        ),
        (
            "weekend,mon tue wed thu fri sat sun",
            "1 value: Weekend of weekend",
        ),
    ] {
        assert_eq!(refused(text).join("\n"), expected);
    }
}

#[test]
fn the_page_for_managers_has_every_setting_with_its_default() {
    let page = include_str!("../../../../docs/settings.md");
    for (name, value) in rows::settings(&Profile::default()) {
        let row = format!("| `{name}` | {value} |").replace("|  |", "| |");
        assert!(page.contains(&row), "{row}");
    }
}

#[test]
fn only_what_is_set_otherwise_is_a_change() {
    let mut after = Profile::default();
    after.visits.high = 5;
    after.child_unseen_visits = 4;
    let changes = change::changes(&Profile::default(), &after);
    let named: Vec<_> = changes.iter().map(|change| change.name.as_str()).collect();
    assert_eq!(named, ["visit_every_days_high", "child_not_seen_visits"]);
    assert_eq!((&*changes[0].before, &*changes[0].after), ("7", "5"));
    let mut all = Profile::default();
    let known = cells::of(&mut all);
    for day_off in &change::DAYS_OFF {
        assert!(known.iter().any(|(name, _)| name == day_off), "{day_off}");
    }
}
