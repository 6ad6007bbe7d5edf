//! A message's name and what it inserts come in, words for one reader go out.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use fluent_bundle::{FluentArgs, FluentValue};

use super::catalogue::{Catalogue, Key, Locale};
use super::inserted;
use crate::core::due::civil::Weekdays;
use crate::core::form::{Media, MediaKind, Phrase, Piece, Value};
use crate::core::people::Language;
use crate::core::screen::Reader;

/// Characters of an inserted name, place or goal: it stands within a sentence.
const INSERTED_CHARS: usize = 100;

/// What is inserted into a message: its name there and its value.
pub(super) type Insert<'a> = (&'static str, FluentValue<'a>);

/// The words of one reader, now.
pub(super) struct Voice<'a> {
    catalogue: &'a Catalogue,
    locale: &'a Locale,
    zone: Tz,
    today: NaiveDate,
    now: DateTime<Utc>,
    /// Characters shown of one answer on the check screen.
    pub excerpt: usize,
}

impl<'a> Voice<'a> {
    pub fn new(catalogue: &'a Catalogue, reader: &Reader) -> Self {
        Self {
            catalogue,
            locale: catalogue.locale(&reader.language),
            zone: reader.zone,
            today: reader.now.with_timezone(&reader.zone).date_naive(),
            now: reader.now,
            excerpt: super::EXCERPT,
        }
    }

    /// The message without insertions.
    pub fn say(&self, message: &'static str) -> String {
        self.say_with(message, [])
    }

    /// The message with insertions.
    pub fn say_with<const N: usize>(&self, message: &'static str, inserts: [Insert; N]) -> String {
        self.message(message, None, inserts)
    }

    /// An attribute of the message.
    pub fn attribute<const N: usize>(
        &self,
        message: &'static str,
        attribute: &'static str,
        inserts: [Insert; N],
    ) -> String {
        self.message(message, Some(attribute), inserts)
    }

    fn message<const N: usize>(
        &self,
        message: &str,
        attribute: Option<&str>,
        inserts: [Insert; N],
    ) -> String {
        let args = FluentArgs::from_iter(inserts);
        let key = Key { message, attribute };
        self.catalogue.message(self.locale, key, &args)
    }

    /// What a command does.
    pub fn command(&self, command: &str) -> String {
        self.message(&format!("command-{command}"), None, [])
    }

    /// A language in its own words.
    pub fn language(&self, language: &Language) -> String {
        let known = self.catalogue.known(language);
        known.map_or_else(|| language.0.clone(), |locale| locale.name.clone())
    }

    /// The zone in which the reader reads times.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    pub fn right_to_left(&self) -> bool {
        self.locale.calendar.right_to_left
    }

    /// A day within a sentence: "tomorrow, Tuesday 3 March 2026".
    pub fn day(&self, day: NaiveDate) -> String {
        let date = self.date(day);
        if self.near(day) == "other" {
            return date;
        }
        let near = self.near_word(day);
        self.say_with("day-and-date", [("near", text(near)), ("date", text(date))])
    }

    /// A date in full: "Tuesday 3 March 2026".
    pub fn date(&self, day: NaiveDate) -> String {
        let names = &self.locale.calendar;
        self.dated("date-long", day, &names.weekdays, &names.months)
    }

    /// A day on a button: "Tue 3 Mar", or with its year if that is another than now.
    pub fn short_date(&self, day: NaiveDate) -> String {
        self.abbreviated("date-short", day)
    }

    /// The day since which something waits: "27 Feb", or with its year if that is another than now.
    pub fn brief_date(&self, day: NaiveDate) -> String {
        self.abbreviated("date-brief", day)
    }

    /// A month and its year.
    pub fn month(&self, day: NaiveDate) -> String {
        let names = &self.locale.calendar;
        self.dated("label-month", day, &names.weekdays, &names.months)
    }

    fn abbreviated(&self, this_year: &'static str, day: NaiveDate) -> String {
        let names = &self.locale.calendar;
        let message = match day.year() == self.today.year() {
            true => this_year,
            false => "date-short-year",
        };
        self.dated(message, day, &names.short_weekdays, &names.short_months)
    }

    fn dated(
        &self,
        message: &'static str,
        day: NaiveDate,
        weekdays: &[String],
        months: &[String],
    ) -> String {
        let weekday = &weekdays[day.weekday().num_days_from_monday() as usize];
        let month = &months[day.month0() as usize];
        self.say_with(
            message,
            [
                ("weekday", FluentValue::from(weekday.as_str())),
                ("day", FluentValue::from(day.day())),
                ("month", FluentValue::from(month.as_str())),
                ("year", FluentValue::from(day.year().to_string())),
            ],
        )
    }

    /// A day of the week.
    pub fn weekday(&self, day: Weekday) -> &str {
        &self.locale.calendar.weekdays[day.num_days_from_monday() as usize]
    }

    /// Days of the week: "Mon, Wed and Fri".
    pub fn weekdays(&self, days: Weekdays) -> String {
        if days == Weekdays::ALL {
            return self.say("every-day");
        }
        let names = &self.locale.calendar.short_weekdays;
        let names = days
            .iter()
            .map(|day| names[day.num_days_from_monday() as usize].clone());
        self.list(&names.collect::<Vec<_>>())
    }

    /// A time of the day.
    pub fn clock(&self, at: NaiveTime) -> String {
        time(&at)
    }

    /// The reader's language in its own words.
    pub fn own_language(&self) -> &str {
        &self.locale.name
    }

    /// Which message variant a day near today takes: "today", "yesterday", "tomorrow" or "other".
    pub fn near(&self, day: NaiveDate) -> &'static str {
        nearness(day, self.today)
    }

    /// An instant: "today, 18:04", "Friday 27 February 2026, 18:04".
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let day = at.with_timezone(&self.zone).date_naive();
        let day = match self.near(day) {
            "other" => self.date(day),
            _ => self.near_word(day),
        };
        let time = time(&at.with_timezone(&self.zone));
        self.say_with("moment", [("day", text(day)), ("time", text(time))])
    }

    /// The civil day of an instant where the reader is.
    pub fn day_of(&self, at: DateTime<Utc>) -> String {
        self.day(at.with_timezone(&self.zone).date_naive())
    }

    /// The time of day now in a zone.
    pub fn time_in(&self, zone: Tz) -> String {
        self.time_at(self.now, zone)
    }

    /// The time of day of an instant in a zone.
    pub fn time_at(&self, at: DateTime<Utc>, zone: Tz) -> String {
        time(&at.with_timezone(&zone))
    }

    /// A date as a person would type it: "3 March 2026".
    pub fn example_date(&self, day: NaiveDate) -> String {
        let names = &self.locale.calendar;
        self.dated("date-typed", day, &names.weekdays, &names.months)
    }

    fn near_word(&self, day: NaiveDate) -> String {
        self.say_with("day-near", [("near", self.near(day).into())])
    }

    pub fn number(&self, number: f64) -> String {
        self.locale.calendar.number(number)
    }

    /// Several things as the language lists them.
    pub fn list(&self, items: &[String]) -> String {
        self.locale.calendar.list(items)
    }

    /// A phrase of a form with its values printed and isolated.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        let mut words = String::new();
        for piece in &phrase.0 {
            match piece {
                Piece::Fixed(fixed) => words.push_str(fixed),
                Piece::Inserted(value) => {
                    words.push_str(&inserted::isolated(&self.value(value, INSERTED_CHARS)));
                }
            }
        }
        words
    }

    /// A phrase as an answer on the check screen: on one line, not longer than the excerpt.
    pub fn answer(&self, phrase: &Phrase) -> String {
        let words: String = phrase
            .0
            .iter()
            .map(|piece| match piece {
                Piece::Fixed(fixed) => Cow::Borrowed(fixed.as_str()),
                Piece::Inserted(value) => Cow::Owned(self.value(value, self.excerpt)),
            })
            .collect();
        inserted::one_line(&words, self.excerpt).into_owned()
    }

    fn value(&self, value: &Value, limit: usize) -> String {
        match value {
            Value::Text(words) | Value::One(words) => inserted::one_line(words, limit).into_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Decimal(number) => self.number(*number),
            Value::Date(day) => self.date(*day),
            Value::Time(at) => time(at),
            Value::DateTime(at) => self.moment(at.with_timezone(&Utc)),
            Value::Many(names) => {
                let names: Vec<String> = names
                    .iter()
                    .map(|name| inserted::one_line(name, limit).into_owned())
                    .collect();
                self.locale.calendar.list(&names)
            }
            Value::Media(media) => self.media(media, limit),
            Value::Acknowledged => self.say("label-ok"),
        }
    }

    fn media(&self, media: &Media, limit: usize) -> String {
        let kind = self.kind_of_media(media.kind);
        match &media.caption {
            Some(caption) => format!("{kind} – {}", inserted::one_line(caption, limit)),
            None => kind,
        }
    }

    /// What a file is, with its icon.
    pub(super) fn kind_of_media(&self, kind: MediaKind) -> String {
        let (icon, message) = match kind {
            MediaKind::Image => ("📷", "media-image"),
            MediaKind::Audio => ("🎤", "media-audio"),
            MediaKind::Video => ("🎬", "media-video"),
            MediaKind::File => ("📎", "media-file"),
        };
        format!("{icon} {}", self.say(message))
    }
}

/// A text to insert: on one line, harmless, not too long, isolated.
pub(super) fn text<'a>(words: impl AsRef<str>) -> FluentValue<'a> {
    let words = inserted::one_line(words.as_ref(), INSERTED_CHARS);
    FluentValue::from(inserted::isolated(&words))
}

/// How `day` stands to `today`, as the locale files name it.
pub(super) fn nearness(day: NaiveDate, today: NaiveDate) -> &'static str {
    match day.signed_duration_since(today).num_days() {
        -1 => "yesterday",
        0 => "today",
        1 => "tomorrow",
        _ => "other",
    }
}

fn time(at: &impl Timelike) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}
