//! Dates, times and zones come in, the odd ones too; the instants that must come of them go out.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_time_that_does_not_exist_is_the_end_of_the_gap_and_one_that_exists_twice_the_first() {
    for (on, hour, zone, expected) in [
        (
            "2026-03-29",
            "02:30:00",
            "Europe/Berlin",
            "2026-03-29T01:00:00Z",
        ),
        (
            "2026-10-25",
            "02:30:00",
            "Europe/Berlin",
            "2026-10-25T00:30:00Z",
        ),
        (
            "2026-03-08",
            "02:00:00",
            "America/New_York",
            "2026-03-08T07:00:00Z",
        ),
        (
            "2026-11-01",
            "01:30:00",
            "America/New_York",
            "2026-11-01T05:30:00Z",
        ),
        // Half an hour of daylight saving, a gap before midnight and one at midnight.
        (
            "2026-10-04",
            "02:15:00",
            "Australia/Lord_Howe",
            "2026-10-03T15:30:00Z",
        ),
        (
            "2024-03-30",
            "23:30:00",
            "America/Nuuk",
            "2024-03-31T01:00:00Z",
        ),
        (
            "2026-04-24",
            "00:00:00",
            "Africa/Cairo",
            "2026-04-23T22:00:00Z",
        ),
        (
            "2026-03-02",
            "08:00:00",
            "Africa/Nairobi",
            "2026-03-02T05:00:00Z",
        ),
    ] {
        let zone: Tz = zone.parse().unwrap();
        assert_eq!(at(day(on), time(hour), zone), utc(expected), "{on} {zone}");
    }
}

#[test]
fn a_day_that_a_zone_skipped_is_the_next_day() {
    let zone = chrono_tz::Pacific::Apia;
    let eight = time("08:00:00");
    assert!(is_skipped(day("2011-12-30"), zone));
    assert!(!is_skipped(day("2011-12-29"), zone));
    assert!(!is_skipped(day("2011-12-31"), zone));
    assert_eq!(
        at(day("2011-12-30"), eight, zone),
        at(day("2011-12-31"), eight, zone)
    );
    let berlin = chrono_tz::Europe::Berlin;
    assert!(!is_skipped(day("2026-03-29"), berlin));
}

#[test]
fn a_monthly_plan_keeps_its_day() {
    let days: Vec<NaiveDate> = (0..4)
        .map(|number| Pace::Months(1).nth(day("2027-01-31"), number))
        .collect();
    let expected = ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"];
    assert_eq!(days, expected.map(day));
    assert_eq!(Pace::Months(1).nth(day("2028-01-31"), 1), day("2028-02-29"));
    assert_eq!(Pace::Days(14).nth(day("2026-03-02"), 2), day("2026-03-30"));
}

#[test]
fn days_of_the_week_are_written_as_they_are_read() {
    for set in 0..=0b111_1111 {
        let set = Weekdays(set);
        assert_eq!(Weekdays::parse(&set.words()), Some(set));
    }
    let weekend = Weekdays::parse("Sat, sun").unwrap();
    assert!(weekend.has(day("2026-03-01")) && !weekend.has(day("2026-03-02")));
    assert_eq!(Weekdays::parse("someday"), None);
}
