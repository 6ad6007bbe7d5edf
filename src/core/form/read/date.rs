//! A typed date or time: ISO, with a month's name, in numbers when they can mean one day only, or a word like today.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::{
    Vocabulary,
    fold::{among, fold, visible},
};
use crate::core::form::asked::Slip;

/// Dates of people who live, and of plans for them.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The date that `text` means. A weekday alone is the last or the next one, as `near` dates are all past or all to come.
pub(super) fn read(
    text: &str,
    vocabulary: &Vocabulary,
    today: NaiveDate,
    near: &[NaiveDate],
) -> Result<NaiveDate, Slip> {
    let folded = fold(text);
    let date = if among(&folded, &vocabulary.today) {
        Some(today)
    } else if among(&folded, &vocabulary.yesterday) {
        today.pred_opt()
    } else if among(&folded, &vocabulary.tomorrow) {
        today.succ_opt()
    } else if let Some(weekday) = named(&folded, &vocabulary.weekdays)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(index, _)| index)
    {
        Some(on_weekday(weekday, today, near)?)
    } else if let Some((month, rest)) = named(&folded, &vocabulary.months) {
        Some(with_month(month, &rest, vocabulary, today)?)
    } else {
        Some(in_numbers(text, today)?)
    };
    date.filter(|date| YEARS.contains(&date.year()))
        .ok_or(Slip::NotADate)
}

/// The time that `text` means: `14:30`, `14h30`, `2:30 pm`, `9h`.
pub(super) fn read_time(text: &str) -> Result<NaiveTime, Slip> {
    let text = visible(text).to_lowercase().replace(' ', "");
    let (clock, afternoon) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(false)),
        (_, Some(clock)) => (clock, Some(true)),
        (None, None) => (text.as_str(), None),
    };
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some((hour, "")) => (hour, "0"),
        Some((hour, minute)) => (hour, minute),
        None if afternoon.is_some() => (clock, "0"),
        None => return Err(Slip::NotATime),
    };
    let (hour, minute) = small(hour).zip(small(minute)).ok_or(Slip::NotATime)?;
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Err(Slip::NotATime),
        Some(false) => hour % 12,
        Some(true) => hour % 12 + 12,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(Slip::NotATime)
}

/// A date, then a time.
pub(super) fn read_both(
    text: &str,
    vocabulary: &Vocabulary,
    today: NaiveDate,
) -> Result<NaiveDateTime, Slip> {
    let text = visible(text);
    let (date, time) = text.rsplit_once([' ', 'T', ',']).ok_or(Slip::NotATime)?;
    let time = read_time(time)?;
    Ok(read(date, vocabulary, today, &[])?.and_time(time))
}

/// The name that stands in the words, and the words without it. The longest goes first: "mwezi wa kumi na moja" holds
/// "mwezi wa kumi".
fn named(folded: &str, names: &[Vec<String>]) -> Option<(usize, Vec<String>)> {
    let padded = format!(" {folded} ");
    let found = names
        .iter()
        .enumerate()
        .flat_map(|(index, names)| names.iter().map(move |name| (index, fold(name))));
    let (index, name) = found
        .filter(|(_, name)| !name.is_empty() && padded.contains(&format!(" {name} ")))
        .max_by_key(|(_, name)| name.len())?;
    let rest = padded.replacen(&format!(" {name} "), " ", 1);
    Some((index, rest.split_whitespace().map(str::to_owned).collect()))
}

fn on_weekday(index: usize, today: NaiveDate, near: &[NaiveDate]) -> Result<NaiveDate, Slip> {
    let weekday = u8::try_from(index)
        .ok()
        .and_then(|index| Weekday::try_from(index).ok())
        .ok_or(Slip::NotADate)?;
    let past = near.iter().any(|date| *date < today);
    let to_come = near.iter().any(|date| *date > today);
    let week = (1..=7).filter_map(|days| match (past, to_come) {
        (true, false) => today.checked_sub_days(Days::new(days)),
        (false, true) => today.checked_add_days(Days::new(days)),
        (true, true) | (false, false) => None,
    });
    week.into_iter()
        .find(|date| date.weekday() == weekday)
        .ok_or(Slip::NotADate)
}

/// A day, perhaps a year, around a month's name; weekdays and words like "de" carry nothing.
fn with_month(
    month: usize,
    rest: &[String],
    vocabulary: &Vocabulary,
    today: NaiveDate,
) -> Result<NaiveDate, Slip> {
    let mut numbers = Vec::new();
    for word in rest {
        let end = word
            .find(|sign: char| !sign.is_ascii_digit())
            .unwrap_or(word.len());
        let (digits, suffix) = word.split_at(end);
        match digits {
            // "1er" and "22nd" are days.
            _ if !digits.is_empty() && suffix.chars().count() <= 2 => numbers.push(digits),
            "" if among(word, &vocabulary.fillers)
                || vocabulary.weekdays.iter().any(|names| among(word, names)) => {}
            _ => return Err(Slip::NotADate),
        }
    }
    let month = u32::try_from(month + 1).map_err(|_| Slip::NotADate)?;
    match numbers[..] {
        [day] => without_year(small(day), month, today),
        [year, day] if year.len() == 4 => date(full_year(year), month, small(day)),
        [day, year] => date(full_year(year), month, small(day)),
        [..] => Err(Slip::NotADate),
    }
}

/// ISO order, or day and month in either order when one is above 12 or both are the same.
fn in_numbers(text: &str, today: NaiveDate) -> Result<NaiveDate, Slip> {
    let text = visible(text);
    let parts: Vec<&str> = text
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    if !parts
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(Slip::NotADate);
    }
    if let [year, month, day] = parts[..]
        && year.len() == 4
    {
        return date(
            full_year(year),
            small(month).ok_or(Slip::NotADate)?,
            small(day),
        );
    }
    let (first, second, year) = match parts[..] {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year)),
        [..] => return Err(Slip::NotADate),
    };
    let (first, second) = small(first).zip(small(second)).ok_or(Slip::NotADate)?;
    let (day, month) = match (first, second) {
        (1..=12, 1..=12) if first != second => return Err(Slip::AmbiguousDate),
        (_, 1..=12) => (first, second),
        _ => (second, first),
    };
    match year {
        Some(year) => date(full_year(year), month, Some(day)),
        None => without_year(Some(day), month, today),
    }
}

/// The date nearest to today; of two as near the one that has been.
fn without_year(day: Option<u32>, month: u32, today: NaiveDate) -> Result<NaiveDate, Slip> {
    let day = day.ok_or(Slip::NotADate)?;
    let years = [today.year(), today.year() - 1, today.year() + 1];
    let dates = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    dates
        .min_by_key(|date| (date.signed_duration_since(today).num_days().abs(), *date))
        .ok_or(Slip::NotADate)
}

fn date(year: Option<i32>, month: u32, day: Option<u32>) -> Result<NaiveDate, Slip> {
    year.zip(day)
        .and_then(|(year, day)| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(Slip::NotADate)
}

/// Two digits are of this century.
fn full_year(digits: &str) -> Option<i32> {
    match (digits.len(), digits.parse::<i32>().ok()?) {
        (2, year) => Some(2000 + year),
        (4, year) => Some(year),
        (_, _) => None,
    }
}

fn small(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 2 {
        None
    } else {
        digits.parse().ok()
    }
}
