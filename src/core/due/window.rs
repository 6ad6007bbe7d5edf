//! Plans and what was done come in; the windows in which something is due go out.
//!
//! Visits and reviews follow the plan: a late one closes what was due up to its day and moves nothing. Follow-ups
//! follow what was done last. All days are civil dates in the case's zone.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil::{self, Pace};
use crate::core::case::Risk;

/// Occurrences that a plan is followed for; more than a case sees, and an end to every search.
pub(super) const FOLLOWED: u32 = 10_000;

/// The days on which something may be done, any of them as good as the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Window {
    /// The first day.
    pub opens: NaiveDate,
    /// The day of the plan.
    pub due: NaiveDate,
    /// The last day.
    pub closes: NaiveDate,
}

/// How long something may take before it begins to matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// Hours, by the clock.
    Hours(u16),
    /// Calendar days, to the end of the last.
    Days(u16),
}

/// How soon a new case is met for the first time, by risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstContact {
    /// At high risk.
    pub high: Within,
    /// At medium risk.
    pub medium: Within,
    /// At low risk.
    pub low: Within,
}

/// What one kind of obligation of one case follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "anchor")]
pub enum Anchor {
    /// The plan: each occurrence stands on its own day, whatever was done when (reviews).
    Plan {
        /// The day that it is counted from; nothing is due on it.
        from: NaiveDate,
        /// How far apart.
        pace: Pace,
    },
    /// What was done last: the next is so far after it (follow-ups of referrals).
    Completion {
        /// The day that the first is counted from.
        from: NaiveDate,
        /// How far apart.
        pace: Pace,
    },
}

impl Window {
    /// A fifth of the interval to both sides of the day, at least a day.
    #[must_use]
    pub fn around(due: NaiveDate, interval_days: u16) -> Self {
        // Rounded to the nearest day: 7 days give one, 14 give three.
        let slack = ((u32::from(interval_days) * 2 + 5) / 10).max(1);
        Self {
            opens: civil::sub_days(due, slack),
            due,
            closes: civil::add_days(due, slack),
        }
    }

    /// Whether doing it on this day is doing it in time.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.opens..=self.closes).contains(&day)
    }

    /// The first instant after it, in the case's zone.
    #[must_use]
    pub fn ends_at(self, zone: Tz) -> DateTime<Utc> {
        civil::start_of(civil::add_days(self.closes, 1), zone)
    }

    /// Whether what was done on this day closes it: it was open by then.
    pub(super) fn is_closed_by(self, done_on: NaiveDate) -> bool {
        self.opens <= done_on
    }
}

impl Within {
    /// The instant by which something is to be done that came up at `from`.
    #[must_use]
    pub fn after(self, from: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Hours(hours) => from + TimeDelta::hours(hours.into()),
            Self::Days(days) => {
                let last = civil::add_days(civil::day_of(from, zone), days.into());
                civil::start_of(civil::add_days(last, 1), zone)
            }
        }
    }

    /// The calendar day by which it is to be done.
    #[must_use]
    pub fn day(self, from: DateTime<Utc>, zone: Tz) -> NaiveDate {
        match self {
            Self::Hours(_) => civil::day_of(self.after(from, zone), zone),
            Self::Days(days) => civil::add_days(civil::day_of(from, zone), days.into()),
        }
    }
}

impl FirstContact {
    /// How soon at this risk.
    #[must_use]
    pub fn within(&self, risk: Risk) -> Within {
        match risk {
            Risk::High => self.high,
            Risk::Medium => self.medium,
            Risk::Low => self.low,
        }
    }
}

impl Default for FirstContact {
    /// A day, three days, a week (programme default).
    fn default() -> Self {
        Self {
            high: Within::Hours(24),
            medium: Within::Days(3),
            low: Within::Days(7),
        }
    }
}

impl Anchor {
    /// The next occurrence that is open after what was done last.
    #[must_use]
    pub fn next_open(self, done_on: Option<NaiveDate>) -> Window {
        match self {
            Self::Plan { from, pace } => {
                let mut planned = (1..=FOLLOWED).map(|number| window_of(pace, from, number));
                let open =
                    planned.find(|window| !done_on.is_some_and(|day| window.is_closed_by(day)));
                open.unwrap_or_else(|| window_of(pace, from, FOLLOWED))
            }
            Self::Completion { from, pace } => {
                window_of(pace, done_on.map_or(from, |day| day.max(from)), 1)
            }
        }
    }

    /// What is due by the plan from one day to another, both included. What follows completion is due once.
    pub fn between(
        self,
        done_on: Option<NaiveDate>,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = Window> {
        let next = self.next_open(done_on);
        let windows = (1..=FOLLOWED).map_while(move |number| match self {
            Self::Plan { from, pace } => Some(window_of(pace, from, number)),
            Self::Completion { .. } => (number == 1).then_some(next),
        });
        windows
            .skip_while(move |window| window.due < first.max(next.due))
            .take_while(move |window| window.due <= last)
    }
}

fn window_of(pace: Pace, from: NaiveDate, number: u32) -> Window {
    let due = pace.nth(from, number);
    let days = (due - pace.nth(from, number.saturating_sub(1))).num_days();
    Window::around(due, u16::try_from(days).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_window_is_a_fifth_of_the_interval_to_both_sides_and_at_least_a_day() {
        for (interval, opens, closes) in [
            (1, "2026-08-05", "2026-08-07"),
            (7, "2026-08-05", "2026-08-07"),
            // Any day from Monday 3 to Sunday 9.
            (14, "2026-08-03", "2026-08-09"),
            (30, "2026-07-31", "2026-08-12"),
            (90, "2026-07-19", "2026-08-24"),
        ] {
            let window = Window::around(day("2026-08-06"), interval);
            assert_eq!(
                (window.opens, window.closes),
                (day(opens), day(closes)),
                "{interval}"
            );
        }
        let window = Window::around(day("2026-08-06"), 14);
        assert!(window.contains(day("2026-08-09")) && !window.contains(day("2026-08-10")));
        let end = window.ends_at(chrono_tz::Africa::Nairobi);
        assert_eq!(end, utc("2026-08-09T21:00:00Z"));
    }

    #[test]
    fn reviews_follow_the_plan_and_follow_ups_what_was_done() {
        let pace = Pace::Months(1);
        let from = day("2027-01-31");
        let review = Anchor::Plan { from, pace };
        assert_eq!(review.next_open(None).due, day("2027-02-28"));
        assert_eq!(
            review.next_open(Some(day("2027-03-10"))).due,
            day("2027-03-31")
        );
        let due = |anchor: Anchor, done_on: Option<&str>| -> Vec<NaiveDate> {
            let windows = anchor.between(done_on.map(day), from, day("2027-05-15"));
            windows.map(|window| window.due).collect()
        };
        let days = ["2027-02-28", "2027-03-31", "2027-04-30"].map(day);
        assert_eq!(due(review, None), days);
        assert_eq!(due(review, Some("2027-03-10")), days[1..]);
        let follow_up = Anchor::Completion {
            from,
            pace: Pace::Days(14),
        };
        assert_eq!(due(follow_up, None), [day("2027-02-14")]);
        assert_eq!(due(follow_up, Some("2027-02-20")), [day("2027-03-06")]);
    }

    #[test]
    fn a_first_contact_is_due_by_the_clock_at_high_risk_and_by_the_calendar_else() {
        let contact = FirstContact::default();
        let berlin = chrono_tz::Europe::Berlin;
        // The night in which an hour is missing.
        let opened = utc("2026-03-28T12:00:00Z");
        for (risk, by, on) in [
            (Risk::High, "2026-03-29T12:00:00Z", "2026-03-29"),
            (Risk::Medium, "2026-03-31T22:00:00Z", "2026-03-31"),
            (Risk::Low, "2026-04-04T22:00:00Z", "2026-04-04"),
        ] {
            let within = contact.within(risk);
            assert_eq!(within.after(opened, berlin), utc(by));
            assert_eq!(within.day(opened, berlin), day(on));
        }
    }
}
