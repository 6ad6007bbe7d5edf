//! "Later" comes in, with what was put off before; the new moment of the push goes out, or why there is none.
//!
//! Only the push moves. The due day stays, and so does the supervisor's clock.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil;
use super::hours::Hours;
use super::window::Window;

/// A reminder is put off so often, then it is answered or left.
pub const MOST: u8 = 3;
/// When the evening begins.
const EVENING: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("an hour of the day");

/// How long a reminder is put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// For an hour.
    OneHour,
    /// To this evening.
    ThisEvening,
    /// To tomorrow morning.
    Tomorrow,
    /// To the morning of a day.
    On(NaiveDate),
}

/// Why a reminder is not put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// It was put off [`MOST`] times.
    TooOften,
    /// That moment is over.
    Past,
    /// It would come after the last day on which the thing may be done.
    AfterWindow,
}

/// A reminder that may be put off.
#[derive(Clone, Copy, Debug)]
pub struct Put<'a> {
    /// How often it was put off already.
    pub before: u8,
    /// When the thing may be done.
    pub window: Window,
    /// The zone in which the window's days are meant.
    pub case_zone: Tz,
    /// When the person may be written to.
    pub hours: &'a Hours,
    /// The person's morning.
    pub morning: NaiveTime,
}

impl Put<'_> {
    /// When the reminder comes again.
    ///
    /// # Errors
    /// Why it does not.
    pub fn off(&self, choice: Snooze, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refused> {
        if self.before >= MOST {
            return Err(Refused::TooOften);
        }
        let zone = self.hours.zone();
        let today = civil::day_of(now, zone);
        let wanted = match choice {
            Snooze::OneHour => now + TimeDelta::hours(1),
            Snooze::ThisEvening => civil::at(today, EVENING, zone),
            Snooze::Tomorrow => civil::at(civil::add_days(today, 1), self.morning, zone),
            Snooze::On(day) => civil::at(day, self.morning, zone),
        };
        if wanted <= now {
            return Err(Refused::Past);
        }
        let again = self.hours.next_allowed(wanted);
        match again < self.window.ends_at(self.case_zone) {
            true => Ok(again),
            false => Err(Refused::AfterWindow),
        }
    }

    /// The choices that can be offered now and mean what they say; any other day is typed.
    #[must_use]
    pub fn offered(&self, now: DateTime<Utc>) -> Vec<Snooze> {
        let zone = self.hours.zone();
        let today = civil::day_of(now, zone);
        let choices = [Snooze::OneHour, Snooze::ThisEvening, Snooze::Tomorrow];
        let fits = |choice: &Snooze| match (self.off(*choice, now), *choice) {
            // In quiet hours it would be tomorrow after all.
            (Ok(again), Snooze::OneHour | Snooze::ThisEvening) => {
                civil::day_of(again, zone) == today
            }
            (Ok(_), Snooze::Tomorrow | Snooze::On(_)) => true,
            (Err(Refused::TooOften | Refused::Past | Refused::AfterWindow), _) => false,
        };
        choices.into_iter().filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::civil::Weekdays;
    use super::super::hours::Span;
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn hours() -> Hours {
        let zone = chrono_tz::Africa::Nairobi;
        Hours::of_staff(Span::of_hours(20, 8), Weekdays::ALL, zone).unwrap()
    }

    fn put(hours: &Hours) -> Put<'_> {
        Put {
            before: 0,
            window: Window::around("2026-03-05".parse().unwrap(), 14),
            case_zone: chrono_tz::Africa::Nairobi,
            hours,
            morning: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
        }
    }

    #[test]
    fn a_reminder_is_put_off_to_an_hour_in_which_it_may_come() {
        let hours = hours();
        let put = put(&hours);
        let now = utc("2026-03-05T07:10:00Z");
        for (choice, again) in [
            (Snooze::OneHour, "2026-03-05T08:10:00Z"),
            (Snooze::ThisEvening, "2026-03-05T15:00:00Z"),
            (Snooze::Tomorrow, "2026-03-06T05:00:00Z"),
            (
                Snooze::On("2026-03-07".parse().unwrap()),
                "2026-03-07T05:00:00Z",
            ),
        ] {
            assert_eq!(put.off(choice, now), Ok(utc(again)), "{choice:?}");
        }
        // An hour after half past seven in the evening is quiet.
        let evening = utc("2026-03-05T16:30:00Z");
        assert_eq!(
            put.off(Snooze::OneHour, evening),
            Ok(utc("2026-03-06T05:00:00Z"))
        );
        assert_eq!(put.off(Snooze::ThisEvening, evening), Err(Refused::Past));
        assert_eq!(put.offered(evening), [Snooze::Tomorrow]);
    }

    #[test]
    fn a_reminder_is_put_off_thrice_and_never_past_its_window() {
        let hours = hours();
        let mut put = put(&hours);
        let last = utc("2026-03-08T09:00:00Z");
        assert_eq!(put.off(Snooze::Tomorrow, last), Err(Refused::AfterWindow));
        let day = Snooze::On("2026-03-20".parse().unwrap());
        assert_eq!(put.off(day, last), Err(Refused::AfterWindow));
        assert_eq!(put.offered(last), [Snooze::OneHour, Snooze::ThisEvening]);
        put.before = MOST;
        assert_eq!(put.off(Snooze::OneHour, last), Err(Refused::TooOften));
        assert!(put.offered(last).is_empty());
    }
}
