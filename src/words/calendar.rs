//! A language comes in, its names of months and weekdays and its decimal separator go out, as ICU has them.
//!
//! Three decisions live here. Dates are Gregorian, because the calendar of buttons is. Digits are Latin, which is
//! what ICU prefers for each of our languages. Numbers have no thousands separator, because "1.234" reads as two
//! different numbers in two languages. The names are copied out of ICU once: its formatters cannot be shared
//! between threads, and the locale file orders the parts of a date.

use anyhow::{Context, Result};
use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{E, M};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::{Locale, LocaleDirectionality};

/// Names and signs of one language.
pub(super) struct Calendar {
    locale: Locale,
    /// From January.
    pub months: Vec<String>,
    /// The same, abbreviated.
    pub short_months: Vec<String>,
    /// From Monday.
    pub weekdays: Vec<String>,
    /// The same, abbreviated.
    pub short_weekdays: Vec<String>,
    decimal_separator: String,
    /// Whether the language is written from right to left.
    pub right_to_left: bool,
}

impl Calendar {
    /// What ICU knows about the language with this BCP 47 tag.
    pub fn of(tag: &str) -> Result<Self> {
        let locale: Locale = tag.parse().context("no BCP 47 tag")?;
        let names = |count: u8, form: Form| (1..=count).map(|n| form.name(n)).collect();
        let half = DecimalFormatter::try_new((&locale).into(), Default::default())
            .context("no numbers in ICU")?
            .format_to_string(&"0.5".parse::<Decimal>().context("a number")?);
        Ok(Self {
            months: names(12, Form::month(&locale, M::long())?),
            short_months: names(12, Form::month(&locale, M::medium())?),
            weekdays: names(7, Form::weekday(&locale, E::long())?),
            short_weekdays: names(7, Form::weekday(&locale, E::short())?),
            decimal_separator: half.trim_matches(|c: char| c.is_numeric()).to_owned(),
            right_to_left: LocaleDirectionality::new_common().is_right_to_left(&locale.id),
            locale,
        })
    }

    /// A number as the language writes it.
    pub fn number(&self, number: f64) -> String {
        number.to_string().replace('.', &self.decimal_separator)
    }

    /// "x, y and z". Built anew each time: lists are rare.
    pub fn list(&self, items: &[String]) -> String {
        ListFormatter::try_new_and((&self.locale).into(), ListFormatterOptions::default())
            .map_or_else(
                |_| items.join(", "),
                |list| list.format_to_string(items.iter()),
            )
    }
}

/// What ICU writes for a month or a weekday.
enum Form {
    Month(FixedCalendarDateTimeFormatter<Gregorian, M>),
    Weekday(FixedCalendarDateTimeFormatter<Gregorian, E>),
}

impl Form {
    fn month(locale: &Locale, fields: M) -> Result<Self> {
        let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), fields);
        Ok(Self::Month(formatter.context("no months in ICU")?))
    }

    fn weekday(locale: &Locale, fields: E) -> Result<Self> {
        let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), fields);
        Ok(Self::Weekday(formatter.context("no weekdays in ICU")?))
    }

    /// The name of the month or weekday that is the `n`th, counted from 1.
    fn name(&self, n: u8) -> String {
        // 1 January 2024 was a Monday.
        let date = |month, day| {
            Date::try_new_gregorian(2024, month, day).expect("a month and a day in January")
        };
        match self {
            Self::Month(formatter) => formatter.format(&date(n, 1)).to_string(),
            Self::Weekday(formatter) => formatter.format(&date(1, n)).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_signs_are_those_of_the_language() {
        for (tag, march, monday, half, right_to_left) in [
            ("en", "March", "Monday", "2.5", false),
            ("fr", "mars", "lundi", "2,5", false),
            ("es", "marzo", "lunes", "2,5", false),
            ("sw", "Machi", "Jumatatu", "2.5", false),
            ("ar", "مارس", "الاثنين", "2.5", true),
        ] {
            let calendar = Calendar::of(tag).unwrap();
            assert_eq!(calendar.months[2], march);
            assert_eq!(calendar.weekdays[0], monday);
            assert_eq!(calendar.number(2.5), half);
            assert_eq!(calendar.number(1200.0), "1200");
            assert_eq!(calendar.right_to_left, right_to_left);
        }
    }

    #[test]
    fn lists_end_as_the_language_ends_them() {
        let items = ["x", "y", "z"].map(str::to_owned);
        assert_eq!(Calendar::of("fr").unwrap().list(&items), "x, y et z");
        assert_eq!(Calendar::of("sw").unwrap().list(&items), "x, y na z");
    }
}
