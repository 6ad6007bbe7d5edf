//! What is late comes in, with who was told of it; who is told next and when goes out.
//!
//! The routine ladder: a day before, on the day, a day and three days after to whoever does it; then once the
//! supervisor, once the manager, and from then on it stands in the weekly list only. Nobody is nagged for ever.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::civil;
use super::holidays::Working;
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
pub struct Open<'a> {
    /// The day of the plan, in the case's zone.
    pub due: NaiveDate,
    /// How likely harm is.
    pub risk: Risk,
    /// The zone of whoever is told.
    pub zone: Tz,
    /// At what time of their day.
    pub morning: NaiveTime,
    /// On which days.
    pub working: Working<'a>,
    /// The rungs that are theirs, in their order.
    pub rungs: &'a [Rung],
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
    /// The day of a rung, by the plan.
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

    /// The same, with nobody above hearing of it before the day after this many.
    #[must_use]
    pub fn heard_after(self, days: u16) -> Self {
        let after = days.saturating_add(1);
        Self {
            supervisor: self.supervisor.max(after),
            supervisor_high: self.supervisor_high.max(after),
            manager: self.manager.max(after),
            ..self
        }
    }

    /// The next push about something that is open to one of those who are told of it: the first rung of theirs after
    /// the last one they were told on. Of several that are over, or that holidays moved to one day, only the newest is
    /// left: whoever was away, or whose bot was down, is told once. `None` when they were told all: from then on it
    /// stands in lists only.
    #[must_use]
    pub fn next(&self, open: Open<'_>, last: Option<Rung>, now: DateTime<Utc>) -> Option<Call> {
        let ahead = open.rungs.iter().copied();
        let ahead = ahead.filter(|rung| last.is_none_or(|last| *rung > last));
        let calls: Vec<Call> = ahead.map(|rung| self.call(rung, open)).collect();
        let until = calls.first()?.at.max(now);
        calls.into_iter().rfind(|call| call.at <= until)
    }

    /// The rung that somebody is told on who is told on this day: the newest of theirs by then.
    #[must_use]
    pub fn told_on(&self, open: Open<'_>, called: Rung, day: NaiveDate) -> Rung {
        let mut rungs = open.rungs.iter().copied();
        let by_then = rungs.rfind(|&rung| rung > called && self.call(rung, open).on <= day);
        by_then.unwrap_or(called)
    }

    /// The newest rung of theirs that is told before this call and not together with it.
    #[must_use]
    pub fn before(&self, open: Open<'_>, next: Call) -> Option<Rung> {
        let mut rungs = open.rungs.iter().copied();
        rungs.rfind(|&rung| rung < next.rung && self.call(rung, open).on < next.on)
    }

    /// Whether nobody is told any more and it stands in the weekly list only.
    #[must_use]
    pub fn only_listed(&self, due: NaiveDate, today: NaiveDate) -> bool {
        civil::add_days(due, self.manager.max(self.last).into()) < today
    }

    /// What says that something is due may come before its day; what says that it is late never does.
    fn call(&self, rung: Rung, open: Open<'_>) -> Call {
        let planned = self.day(rung, open.due, open.risk);
        let on = match rung {
            Rung::Ahead | Rung::Today => open.working.by(planned),
            Rung::After | Rung::Last | Rung::Supervisor | Rung::Manager => {
                open.working.on_or_after(planned)
            }
        };
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

    const OF_WHOEVER_DOES_IT: [Rung; 4] = [Rung::Ahead, Rung::Today, Rung::After, Rung::Last];

    fn open(risk: Risk, rungs: &[Rung]) -> Open<'_> {
        Open {
            due: "2026-03-12".parse().unwrap(),
            risk,
            zone: chrono_tz::Africa::Nairobi,
            morning: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
            working: Working::EVERY_DAY,
            rungs,
        }
    }

    #[test]
    fn whoever_does_it_is_told_four_times_the_supervisor_and_the_manager_once() {
        let days = Days::default();
        let mut said = Vec::new();
        for rungs in [
            OF_WHOEVER_DOES_IT.as_slice(),
            &[Rung::Supervisor],
            &[Rung::Manager],
        ] {
            let mut last = None;
            let mut now = utc("2026-03-01T05:00:00Z");
            while let Some(call) = days.next(open(Risk::Medium, rungs), last, now) {
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
        let call = Days::default().next(open(Risk::High, &[Rung::Supervisor]), None, now);
        assert_eq!(call.map(|call| call.at), Some(utc("2026-03-13T05:00:00Z")));
    }

    #[test]
    fn of_several_rungs_that_were_missed_only_the_newest_is_told() {
        let days = Days::default();
        let now = utc("2026-03-13T09:00:00Z");
        let open = open(Risk::Low, &OF_WHOEVER_DOES_IT);
        let call = days.next(open, None, now).unwrap();
        assert_eq!(
            (call.rung, call.at),
            (Rung::After, utc("2026-03-13T05:00:00Z"))
        );
        let next = days.next(open, Some(call.rung), now);
        assert_eq!(next.map(|call| call.rung), Some(Rung::Last));
        let after = days.next(open, Some(Rung::Last), now);
        assert_eq!(after, None);
    }

    #[test]
    fn rungs_are_written_as_they_are_read() {
        for rung in Rung::ALL {
            assert_eq!(Rung::parse(rung.word()), Some(rung));
        }
    }
}
