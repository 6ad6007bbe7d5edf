//! Files of settings come in; what a manager who wrote them reads goes out.

use super::super::hours::Span;
use super::super::window::Within;
use super::*;

fn rows(text: &str) -> Vec<Row> {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    (1..)
        .zip(text.lines())
        .map(|(line, text)| Row {
            line,
            cells: cells(text),
        })
        .collect()
}

fn refused(text: &str) -> String {
    let problems = read(&rows(text)).expect_err("a file that is refused");
    let lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    lines.join("\n")
}

#[test]
fn an_empty_file_is_the_default_and_the_default_holds() {
    assert_eq!(read(&[]), Ok(Profile::default()));
    let written = write(&Profile::default());
    assert_eq!(read(&written), Ok(Profile::default()));
    assert_eq!(written[1].cells, ["visit_every_days_high", "7"]);
}

#[test]
fn what_was_written_is_read_as_it_was() {
    let profile = Profile {
        quiet: Span::of_hours(21, 7),
        emergency: vec!["Police 999".into(), "Childline +254 116".into()],
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
    assert_eq!(read(&write(&profile)), Ok(profile));
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
                review_every_days,30,60\nfirst_contact_high,soon\nholidays,25.12.2026\nemergency_numbers,Police";
    assert_eq!(
        refused(text),
        "line 2: visit_every_days_high cannot be \"0\"; write a whole number from 1 to 90\n\
         line 3: there is no setting \"visits\"; take the names from the file that is written out\n\
         line 5: morning cannot be \"8 o'clock\"; write a time of the day, such as 08:00 or 20:30\n\
         line 6: morning is set in line 5 already; keep one of the two lines\n\
         line 7: review_every_days has more than one value; write one value, in quotes if it has a comma\n\
         line 8: first_contact_high cannot be \"soon\"; write hours up to 72 or days up to 30, such as 24 hours \
         or 3 days\n\
         line 9: holidays cannot be \"25.12.2026\"; write at most 500 dates with blanks between, such as \
         2026-12-25 2026-12-26\n\
         line 10: emergency_numbers cannot be \"Police\"; write at most 8 names with their numbers and ; between, \
         each up to 60 characters, such as Police 999; Child helpline 116"
    );
}

#[test]
fn settings_that_cannot_all_hold_are_named_at_the_line_of_the_later_one() {
    for (text, expected) in [
        (
            "visit_every_days_high,3\nremind_last_days_after,3",
            "line 2: the last reminder comes 3 days after a visit was due, and the next visit is due after 3 days; \
             remind earlier, or visit less often",
        ),
        (
            "morning,21:00\nquiet_hours_from,9:00\nquiet_hours_until,09:00:00",
            "line 3: quiet hours from 09:00 to 09:00 leave no hour to write in; leave an hour at least; 20:00 to \
             08:00 is usual",
        ),
        (
            "morning,07:30",
            "line 1: reminders of the day are sent at 07:30, in the quiet hours; send them when the quiet hours \
             are over",
        ),
        (
            "visit_every_days_low,10",
            "line 1: visits every 7 days at high, 14 at medium and 10 at low risk: a higher risk is visited less \
             often; give a higher risk the same number of days or fewer",
        ),
        (
            "manager_days_after,2",
            "line 1: supervisors hear after 3 days, at high risk after 1, and managers after 2; tell supervisors at \
             high risk first, then supervisors, then managers",
        ),
        (
            "first_contact_high,4 days",
            "line 1: a new case of higher risk is met later than one of lower risk; give a higher risk the same \
             time or less",
        ),
        (
            "remind_days_before,7",
            "line 1: the first reminder comes 7 days before a visit is due, and visits are due every 7 days; remind \
             later, or visit less often",
        ),
        (
            "remind_days_after,3",
            "line 1: the first reminder after the day comes 3 days after it, the last one 3 days; let the last one \
             come later",
        ),
        (
            "after_move_1_until_day,400",
            "line 1: the times after a move end on days 400, 182 and 365; let each end after the one before it",
        ),
        (
            "family_hours_from,20:00\nfamily_days,",
            "line 1: families are written to from 20:00 to 20:00, which is less than an hour; leave an hour at \
             least; 08:00 to 20:00 is usual\n\
             line 2: families are written to on no day; name a day at least",
        ),
        (
            "confirm_goal_first_days,9\nafter_care_second_days,20",
            "line 1: a family is reminded of a goal after 9 days, and again after 5; let the second come later\n\
             line 2: a family is asked 30 days after closure, and again after 20; let the second come later",
        ),
        (
            "weekend,mon tue wed thu fri sat sun",
            "line 1: all days are weekend: nobody works; leave a working day",
        ),
    ] {
        assert_eq!(refused(text), expected);
    }
}
