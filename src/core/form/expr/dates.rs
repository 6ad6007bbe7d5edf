//! Dates of expressions: ISO texts and day numbers to civil dates and back, and date formats.

use chrono::{
    DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike,
};

pub(super) const DAY_SECONDS: f64 = 86_400.0;

/// From 0001-01-01 to before 10000-01-01: beyond, ISO texts get a sign and calendars end.
const DAYS: std::ops::Range<f64> = -719_162.0..2_932_897.0;

/// Days since 1970-01-01, with the time as a part of a day.
pub(super) fn day_number(at: NaiveDateTime) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of all civil dates fit in 53 bits"
    )]
    let milliseconds = (at - NaiveDateTime::default()).num_milliseconds() as f64;
    milliseconds / (DAY_SECONDS * 1_000.0)
}

/// The civil date and time of a day number; `None` for NaN and for years of more than four digits.
pub(super) fn from_day_number(days: f64) -> Option<NaiveDateTime> {
    if !DAYS.contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let milliseconds = (days * DAY_SECONDS * 1_000.0).round() as i64;
    NaiveDateTime::default().checked_add_signed(Duration::milliseconds(milliseconds))
}

/// An ISO date, or date and time; one with an offset is moved into the zone of `offset`.
pub(super) fn parse(text: &str, offset: FixedOffset) -> Option<NaiveDateTime> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text.trim()) {
        return Some(at.with_timezone(&offset).naive_local());
    }
    parse_plain(text.trim())
}

/// An ISO date, or date and time without an offset.
pub(super) fn parse_plain(text: &str) -> Option<NaiveDateTime> {
    // Most texts are no dates: the look at the first bytes keeps them cheap.
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() < 8 {
        return None;
    }
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some(date.and_time(NaiveTime::MIN));
    }
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
}

/// Whole months from `a` to `b`; negative when `b` is earlier.
pub(super) fn months_between(a: NaiveDate, b: NaiveDate) -> i32 {
    let months = (b.year() - a.year()) * 12 + i32::try_from(b.month()).unwrap_or(0)
        - i32::try_from(a.month()).unwrap_or(0);
    if months > 0 && b.day() < a.day() {
        months - 1
    } else if months < 0 && b.day() > a.day() {
        months + 1
    } else {
        months
    }
}

/// Writes a date by JavaRosa's format letters; what is no such letter stands for itself.
pub(super) fn format(at: NaiveDateTime, pattern: &str) -> String {
    let mut written = String::new();
    let mut signs = pattern.chars();
    while let Some(sign) = signs.next() {
        if sign != '%' {
            written.push(sign);
            continue;
        }
        match signs.next() {
            Some('Y') => written += &format!("{:04}", at.year()),
            Some('y') => written += &format!("{:02}", at.year().rem_euclid(100)),
            Some('m') => written += &format!("{:02}", at.month()),
            Some('n') => written += &at.month().to_string(),
            Some('b') => written += &at.format("%b").to_string(),
            Some('d') => written += &format!("{:02}", at.day()),
            Some('e') => written += &at.day().to_string(),
            Some('H') => written += &format!("{:02}", at.hour()),
            Some('h') => written += &at.hour().to_string(),
            Some('M') => written += &format!("{:02}", at.minute()),
            Some('S') => written += &format!("{:02}", at.second()),
            Some('3') => written += &format!("{:03}", at.and_utc().timestamp_subsec_millis()),
            Some('a') => written += &at.format("%a").to_string(),
            Some('%') | None => written.push('%'),
            Some(other) => {
                written.push('%');
                written.push(other);
            }
        }
    }
    written
}
