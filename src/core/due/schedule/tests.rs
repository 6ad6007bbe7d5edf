//! Lines of a timetable come in; the times and values that must come of them go out.

use super::*;

const BERLIN: Tz = chrono_tz::Europe::Berlin;

fn times(line: &str, zone: Tz, after: &str) -> Vec<String> {
    let schedule = Schedule::parse(line, zone).unwrap();
    let times = schedule.next_times(after.parse().unwrap());
    times
        .iter()
        .map(|at| at.to_rfc3339()[..16].to_owned())
        .collect()
}

#[test]
fn a_night_with_daylight_saving_neither_skips_nor_repeats() {
    for (line, after, expected) in [
        (
            "30 2 * * *",
            "2026-03-28T00:00:00Z",
            ["2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30"],
        ),
        (
            "30 2 * * *",
            "2026-10-24T00:00:00Z",
            ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"],
        ),
        // A weekly one would lose its week.
        (
            "0 2 * * SUN",
            "2026-03-22T12:00:00Z",
            ["2026-03-29T01:00", "2026-04-05T00:00", "2026-04-12T00:00"],
        ),
        // Two times of the missing hour are one.
        (
            "0,30 2 * * *",
            "2026-03-29T00:00:00Z",
            ["2026-03-29T01:00", "2026-03-30T00:00", "2026-03-30T00:30"],
        ),
        // Each hour is each real hour.
        (
            "0 * * * *",
            "2026-10-24T23:30:00Z",
            ["2026-10-25T00:00", "2026-10-25T01:00", "2026-10-25T02:00"],
        ),
        (
            "0 * * * *",
            "2026-03-28T23:30:00Z",
            ["2026-03-29T00:00", "2026-03-29T01:00", "2026-03-29T02:00"],
        ),
        // Asked in the second of two equal hours.
        (
            "30 2 * * *",
            "2026-10-25T01:10:00Z",
            ["2026-10-26T01:30", "2026-10-27T01:30", "2026-10-28T01:30"],
        ),
    ] {
        assert_eq!(times(line, BERLIN, after), expected, "{line}");
    }
}

#[test]
fn what_a_skipped_day_lost_comes_on_the_next() {
    let apia = chrono_tz::Pacific::Apia;
    // 30 December 2011, a Friday, was not there; Saturday has it, also when it is asked for on Saturday.
    for after in ["2011-12-29T20:00:00Z", "2011-12-30T18:00:00Z"] {
        let fridays = times("0 9 * * FRI", apia, after);
        assert_eq!(
            fridays[..2],
            ["2011-12-30T19:00", "2012-01-05T19:00"],
            "{after}"
        );
    }
    let daily = times("0 9 * * *", apia, "2011-12-28T20:00:00Z");
    assert_eq!(
        daily,
        ["2011-12-29T19:00", "2011-12-30T19:00", "2011-12-31T19:00"]
    );
}

#[test]
fn days_of_the_week_mean_what_everybody_else_means() {
    let on = |line: &str| match Schedule::parse(line, BERLIN).unwrap().says() {
        Says::Weekly { days, .. } => days.words(),
        other => format!("{other:?}"),
    };
    for (days, expected) in [
        ("0", "sun"),
        ("7", "sun"),
        ("1", "mon"),
        ("1-5", "mon tue wed thu fri"),
        ("fri", "fri"),
        ("MON,3", "mon wed"),
    ] {
        assert_eq!(on(&format!("0 9 * * {days}")), expected, "{days}");
    }
}

#[test]
fn a_line_is_told_in_values() {
    let at = NaiveTime::from_hms_opt(17, 30, 0).unwrap();
    for (line, says) in [
        ("5 * * * *", Says::Hourly { minute: 5 }),
        ("30 17 * * *", Says::Daily { at }),
        ("30 17 * * 0-6", Says::Daily { at }),
        (
            "30 17 1,15 * *",
            Says::Monthly {
                days: vec![1, 15],
                at,
            },
        ),
        (
            "30 17 1 JAN *",
            Says::Yearly {
                days: vec![1],
                months: vec![1],
                at,
            },
        ),
        ("*/5 9-17 * * *", Says::Other),
        ("30 17 * JAN MON", Says::Other),
    ] {
        assert_eq!(
            Schedule::parse(line, BERLIN).unwrap().says(),
            says,
            "{line}"
        );
    }
}

#[test]
fn a_wrong_line_is_told_what_is_wrong_with_it() {
    let wrong = |line: &str| Schedule::parse(line, BERLIN).unwrap_err();
    assert_eq!(wrong(""), Unreadable::Fields(0));
    assert_eq!(wrong("0 0 9 * * *"), Unreadable::Fields(6));
    assert_eq!(wrong("0 9 1 * MON"), Unreadable::BothDays);
    assert_eq!(wrong("0 9 31 2 *"), Unreadable::Never);
    assert_eq!(wrong("0 25 * * *"), Unreadable::Field);
    assert_eq!(wrong("0 9 * * 8"), Unreadable::Field);
    assert_eq!(wrong("0 9 * * someday"), Unreadable::Field);
    assert_eq!(wrong(&"1,".repeat(60)), Unreadable::Long);
}
