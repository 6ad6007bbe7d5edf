//! What is late comes in, with who was told of it; who is told next and when goes out.
//!
//! The routine ladder: a day before, on the day, a day and three days after to whoever does it; then once the
//! supervisor, once the manager, and from then on it stands in the weekly list only. Nobody is nagged for ever.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil;
use crate::core::case::Risk;

/// A rung of the ladder, in the order in which they are climbed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// The day before it is due.
    Ahead,
    /// The day.
    Today,
    /// The first reminder after it.
    After,
    /// The last reminder to whoever does it.
    Last,
    /// The supervisor reads of it in their digest.
    Supervisor,
    /// The manager does.
    Manager,
}

/// Who is told on a rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Whoever is to do it.
    Assigned,
    /// The supervisor, as one line of a digest.
    SupervisorDigest,
    /// The manager.
    Manager,
}

/// Days of the rungs before and after the due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// Before it, to whoever does it.
    pub ahead: u16,
    /// After it, to them.
    pub after: u16,
    /// After it, to them for the last time.
    pub last: u16,
    /// After it, to the supervisor.
    pub supervisor: u16,
    /// The same at high risk.
    pub supervisor_high: u16,
    /// After it, to the manager.
    pub manager: u16,
}

/// Something that is due and not done, seen by one of those who are told of it.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    /// The day of the plan, in the case's zone.
    pub due: NaiveDate,
    /// How likely harm is.
    pub risk: Risk,
    /// The zone of whoever is told.
    pub zone: Tz,
    /// At what time of their day.
    pub morning: NaiveTime,
}

/// Somebody to tell at a moment; a moment that is over is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The rung.
    pub rung: Rung,
    /// The day, in the zone of whoever is told.
    pub on: NaiveDate,
    /// The instant.
    pub at: DateTime<Utc>,
}

impl Rung {
    /// All, in their order.
    pub const ALL: [Self; 6] = [
        Self::Ahead,
        Self::Today,
        Self::After,
        Self::Last,
        Self::Supervisor,
        Self::Manager,
    ];

    /// Who is told.
    #[must_use]
    pub fn told(self) -> Told {
        match self {
            Self::Ahead | Self::Today | Self::After | Self::Last => Told::Assigned,
            Self::Supervisor => Told::SupervisorDigest,
            Self::Manager => Told::Manager,
        }
    }

    /// The word in tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Today => "today",
            Self::After => "after",
            Self::Last => "last",
            Self::Supervisor => "supervisor",
            Self::Manager => "manager",
        }
    }

    /// Reads [`Rung::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| rung.word() == word)
    }
}

impl Default for Days {
    fn default() -> Self {
        Self {
            ahead: 1,
            after: 1,
            last: 3,
            supervisor: 3,
            supervisor_high: 1,
            manager: 7,
        }
    }
}

impl Days {
    /// The day of a rung.
    #[must_use]
    pub fn day(&self, rung: Rung, due: NaiveDate, risk: Risk) -> NaiveDate {
        let days = match (rung, risk) {
            (Rung::Ahead, _) => return civil::sub_days(due, self.ahead.into()),
            (Rung::Today, _) => 0,
            (Rung::After, _) => self.after,
            (Rung::Last, _) => self.last,
            (Rung::Supervisor, Risk::High) => self.supervisor_high,
            (Rung::Supervisor, Risk::Medium | Risk::Low) => self.supervisor,
            (Rung::Manager, _) => self.manager,
        };
        civil::add_days(due, days.into())
    }

    /// The next push about something that is open to one of those who are told of it: the first rung of theirs after
    /// the last one they were told on. Of several that are over only the newest is left: whoever was away, or whose bot was
    /// down, is told once. `None` when they were told all: from then on it stands in lists only.
    #[must_use]
    pub fn next(
        &self,
        told: Told,
        open: Open,
        last: Option<Rung>,
        now: DateTime<Utc>,
    ) -> Option<Call> {
        let theirs = Rung::ALL.into_iter().filter(|rung| rung.told() == told);
        let ahead = theirs.filter(|rung| last.is_none_or(|last| *rung > last));
        let calls: Vec<Call> = ahead.map(|rung| self.call(rung, open)).collect();
        let over = calls.iter().rfind(|call| call.at <= now);
        over.or_else(|| calls.iter().min_by_key(|call| call.at))
            .copied()
    }

    /// Whether nobody is told any more and it stands in the weekly list only.
    #[must_use]
    pub fn only_listed(&self, due: NaiveDate, today: NaiveDate) -> bool {
        civil::add_days(due, self.manager.max(self.last).into()) < today
    }

    fn call(&self, rung: Rung, open: Open) -> Call {
        let on = self.day(rung, open.due, open.risk);
        Call {
            rung,
            on,
            at: civil::at(on, open.morning, open.zone),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn open(risk: Risk) -> Open {
        Open {
            due: "2026-03-12".parse().unwrap(),
            risk,
            zone: chrono_tz::Africa::Nairobi,
            morning: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
        }
    }

    #[test]
    fn whoever_does_it_is_told_four_times_the_supervisor_and_the_manager_once() {
        let days = Days::default();
        let mut said = Vec::new();
        for told in [Told::Assigned, Told::SupervisorDigest, Told::Manager] {
            let mut last = None;
            let mut now = utc("2026-03-01T05:00:00Z");
            while let Some(call) = days.next(told, open(Risk::Medium), last, now) {
                now = now.max(call.at);
                last = Some(call.rung);
                said.push((call.rung, call.on.to_string()));
            }
        }
        let expected = [
            (Rung::Ahead, "2026-03-11"),
            (Rung::Today, "2026-03-12"),
            (Rung::After, "2026-03-13"),
            (Rung::Last, "2026-03-15"),
            (Rung::Supervisor, "2026-03-15"),
            (Rung::Manager, "2026-03-19"),
        ];
        assert_eq!(said, expected.map(|(rung, on)| (rung, on.to_owned())));
        let on = |text: &str| text.parse().unwrap();
        assert!(!days.only_listed(on("2026-03-12"), on("2026-03-19")));
        assert!(days.only_listed(on("2026-03-12"), on("2026-03-20")));
    }

    #[test]
    fn at_high_risk_the_supervisor_hears_of_it_after_a_day() {
        let now = utc("2026-03-12T05:00:00Z");
        let call = Days::default().next(Told::SupervisorDigest, open(Risk::High), None, now);
        assert_eq!(call.map(|call| call.at), Some(utc("2026-03-13T05:00:00Z")));
    }

    #[test]
    fn of_several_rungs_that_were_missed_only_the_newest_is_told() {
        let days = Days::default();
        let now = utc("2026-03-13T09:00:00Z");
        let call = days
            .next(Told::Assigned, open(Risk::Low), None, now)
            .unwrap();
        assert_eq!(
            (call.rung, call.at),
            (Rung::After, utc("2026-03-13T05:00:00Z"))
        );
        let next = days.next(Told::Assigned, open(Risk::Low), Some(call.rung), now);
        assert_eq!(next.map(|call| call.rung), Some(Rung::Last));
        let after = days.next(Told::Assigned, open(Risk::Low), Some(Rung::Last), now);
        assert_eq!(after, None);
    }

    #[test]
    fn rungs_are_written_as_they_are_read() {
        for rung in Rung::ALL {
            assert_eq!(Rung::parse(rung.word()), Some(rung));
        }
    }
}
