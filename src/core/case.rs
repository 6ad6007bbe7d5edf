//! A case as a reporting person sees it: code, risk, goals, open referrals, and when the next visit is due.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::agreed::Earlier;
use super::alert::Note;
use super::due::profile::Profile;
use super::due::visits::Paces;
use super::goal::Goal;
use super::id::{CaseId, Code, GoalId, PersonId, ReferralId, ReportId, TeamId};
use super::pause::Pause;
use super::service::Lack;
use super::stage::{Known, Stage};
use super::stuck::Scored;

/// How likely harm is; sets the pace of visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Significant harm is likely without protection.
    High,
    /// Some harm, none significant expected.
    Medium,
    /// At risk if nothing is done.
    Low,
}

impl Risk {
    /// All levels, highest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The level's word in files and tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// Reads [`Risk::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|risk| risk.word() == word)
    }
}

/// A person's place in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// The caseworker who leads it.
    Leads,
    /// A caseworker who helps.
    Supports,
    /// A volunteer who visits.
    Visits,
    /// The family itself.
    Family,
}

impl Membership {
    /// The word in tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Supports => "supports",
            Self::Visits => "visits",
            Self::Family => "family",
        }
    }

    /// Reads [`Membership::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Leads, Self::Supports, Self::Visits, Self::Family]
            .into_iter()
            .find(|membership| membership.word() == word)
    }
}

/// A case on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Which case.
    pub id: CaseId,
    /// What messages call it.
    pub code: Code,
    /// What those who know the family call it; shown only on request.
    pub alias: Option<String>,
    /// How likely harm is.
    pub risk: Risk,
    /// Where it stands.
    pub stage: Stage,
    /// Which team answers for it.
    pub team: TeamId,
    /// The zone in which its dates are meant.
    pub zone: Tz,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// The asking person's place in it, if any.
    pub membership: Option<Membership>,
    /// The newest visit report that counts.
    pub last_visit: Option<LastVisit>,
    /// The day of the newest move, planned or done.
    pub placed_on: Option<NaiveDate>,
    /// The day that somebody chose for the next visit since.
    pub planned: Option<Planned>,
    /// How long it rests, or has rested.
    pub pause: Option<Pause>,
    /// Whether its family has begun to ask for help and not yet sent it; nobody else may see it until then.
    pub unsent: bool,
}

/// A day that was chosen for the next visit apart from a visit report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// The day.
    pub on: NaiveDate,
    /// When it was chosen: a visit that was reported later has its own next day.
    pub said_at: DateTime<Utc>,
}

/// A case to be opened in the chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Which case.
    pub id: CaseId,
    /// What messages will call it.
    pub code: Code,
    /// What those who know the family call it, once somebody has said it.
    pub alias: Option<String>,
    /// How likely harm is, until somebody has looked.
    pub risk: Risk,
    /// Where it stands.
    pub stage: Stage,
    /// Which team answers for it.
    pub team: TeamId,
    /// The zone in which its dates are meant.
    pub zone: Tz,
    /// Today there.
    pub opened_on: NaiveDate,
    /// Who opens it.
    pub by: PersonId,
    /// The place that this gives them.
    pub place: Membership,
    /// Whether nobody else may see it until its family has sent what it asks for.
    pub unsent: bool,
}

impl Opening {
    /// The new case as whoever opens it sees it.
    #[must_use]
    pub fn in_hand(&self) -> CaseInHand {
        CaseInHand {
            case: Case {
                id: self.id,
                code: self.code.clone(),
                alias: self.alias.clone(),
                risk: self.risk,
                stage: self.stage,
                team: self.team,
                zone: self.zone,
                opened_on: self.opened_on,
                membership: Some(self.place),
                last_visit: None,
                placed_on: None,
                planned: None,
                pause: None,
                unsent: self.unsent,
            },
            goals: Vec::new(),
            referrals: Vec::new(),
            known: Known::default(),
        }
    }
}

/// The newest visit report of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastVisit {
    /// The report.
    pub report: ReportId,
    /// Who sent it.
    pub by: PersonId,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// The day of the visit, if it took place.
    pub happened_on: Option<NaiveDate>,
    /// The day that was agreed for the next one, if any.
    pub next_on: Option<NaiveDate>,
}

/// A service that was asked for and not yet answered for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Which referral.
    pub id: ReferralId,
    /// What was asked for.
    pub words: String,
    /// For which need, if it came from the directory.
    pub lack: Option<Lack>,
}

/// A case with all that a visit report needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseInHand {
    /// The case.
    pub case: Case,
    /// Goals that have not ended, in their order; also those that the family has not decided on.
    pub goals: Vec<Goal>,
    /// Referrals to ask about, in their order.
    pub referrals: Vec<Referral>,
    /// What the rules of going on look at.
    pub known: Known,
}

impl CaseInHand {
    /// Since when there is a plan that the family agreed to. One that it had agreed to before the programme brought the
    /// case here is as old as the case.
    #[must_use]
    pub fn plan_since(&self) -> Option<NaiveDate> {
        let agreed = self.goals.iter().any(Goal::is_agreed);
        let brought = agreed.then_some(self.case.opened_on);
        self.known.active_since.or(brought)
    }
}

/// What the reports of a case have made of it, for its card and timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Strengths that were named, newest first.
    pub strengths: Vec<Note>,
    /// How far each goal has come by the newest report that says so, -2 to 2.
    pub scores: Vec<(GoalId, i64)>,
    /// What was said of each goal since it has the words in force, newest first.
    pub scored: Vec<Scored>,
    /// What the family decided on its goals, in any words of theirs, newest first.
    pub said: Vec<Earlier>,
    /// The day of the next plan review, if one was agreed.
    pub review_on: Option<NaiveDate>,
    /// Whether the family itself, after closing, asked to be called and nobody has said anything since.
    pub call_wished: bool,
    /// Who has a place in the case.
    pub people: Vec<Involved>,
    /// The newest reports that count, newest first.
    pub reports: Vec<Entry>,
}

/// Somebody with a place in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Involved {
    /// As colleagues call them.
    pub name: String,
    /// Their place.
    pub membership: Membership,
}

/// A report on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which report.
    pub report: ReportId,
    /// The form's name.
    pub form: String,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// The name of whoever sent it.
    pub by: String,
}

impl Case {
    /// The day on which the next visit is due: the day agreed at the last report, else one interval after the
    /// last visit (or after that report, if the visit failed), or after a move since then, else the day the case was
    /// opened. What would have been in a pause is after it.
    #[must_use]
    pub fn next_visit_on(&self, profile: &Profile) -> NaiveDate {
        let planned = self.visit_planned_on(profile);
        self.pause
            .map_or(planned, |pause| planned.max(pause.first_due()))
    }

    /// The day that was chosen for the next visit, until a visit is reported or the child moves.
    #[must_use]
    pub fn visit_chosen_on(&self) -> Option<NaiveDate> {
        let day = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        let last = self.last_visit.as_ref();
        let planned = self.planned.filter(|planned| {
            let visited = last.is_some_and(|last| planned.said_at < last.sent_at);
            let moved = self.moved_on().is_some_and(|on| day(planned.said_at) < on);
            !visited && !moved
        });
        planned.map(|planned| planned.on)
    }

    fn visit_planned_on(&self, profile: &Profile) -> NaiveDate {
        if let Some(day) = self.visit_chosen_on() {
            return day;
        }
        let paces = &profile.visits;
        let seen = self.last_visit.as_ref().map(|last| {
            let sent_on = last.sent_at.with_timezone(&self.zone).date_naive();
            (last, last.happened_on.unwrap_or(sent_on))
        });
        match (seen, self.moved_on()) {
            // A move begins the schedule anew; what was agreed before no longer holds.
            (Some((_, seen_on)), Some(moved_on)) if seen_on < moved_on => {
                self.visit_after(moved_on, paces)
            }
            (Some((last, seen_on)), _) => last
                .next_on
                .filter(|agreed| !self.was_planned(*agreed, seen_on, profile))
                .unwrap_or_else(|| self.visit_after(seen_on, paces)),
            (None, Some(moved_on)) => self.visit_after(moved_on, paces),
            (None, None) => self.opened_on,
        }
    }

    /// Whether the day that a report named is the one that the plan had then. Nobody chose it, so it moves with the plan.
    fn was_planned(&self, agreed: NaiveDate, seen_on: NaiveDate, profile: &Profile) -> bool {
        let mut before = profile.visits_before.iter();
        before.any(|paces| self.visit_after(seen_on, paces) == agreed)
    }

    /// The scheduled day of the visit after one on `day`.
    #[must_use]
    pub fn visit_after(&self, day: NaiveDate, paces: &Paces) -> NaiveDate {
        day.checked_add_days(Days::new(self.visit_every_days(day, paces).into()))
            .unwrap_or(NaiveDate::MAX)
    }

    /// Days from a visit on `day` to the next: by risk, and for a year after a move as often as that asks for.
    #[must_use]
    pub fn visit_every_days(&self, day: NaiveDate, paces: &Paces) -> u16 {
        paces.every_days(self.risk, self.moved_on(), day)
    }

    /// The day of the move after which the family is visited, if it is.
    #[must_use]
    pub fn moved_on(&self) -> Option<NaiveDate> {
        match self.stage {
            Stage::Monitoring | Stage::Review => self.placed_on,
            Stage::Referred
            | Stage::Assessment
            | Stage::Planning
            | Stage::Preparation
            | Stage::Implementation
            | Stage::Closed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn moved(risk: Risk) -> Case {
        Case {
            id: CaseId(uuid::Uuid::nil()),
            code: Code::parse("K7M2QX").unwrap(),
            alias: None,
            risk,
            stage: Stage::Monitoring,
            team: TeamId(uuid::Uuid::nil()),
            zone: chrono_tz::Africa::Nairobi,
            opened_on: day("2026-01-05"),
            membership: None,
            last_visit: None,
            placed_on: Some(day("2026-03-21")),
            planned: None,
            pause: None,
            unsent: false,
        }
    }

    #[test]
    fn after_a_move_visits_are_weekly_then_fortnightly_then_monthly() {
        let case = moved(Risk::Low);
        for (visited, next) in [
            ("2026-03-21", "2026-03-28"),
            ("2026-05-15", "2026-05-22"),
            ("2026-05-16", "2026-05-30"),
            ("2026-09-19", "2026-10-19"),
        ] {
            let after = case.visit_after(day(visited), &Paces::default());
            assert_eq!(after, day(next), "{visited}");
        }
        let high = moved(Risk::High).visit_after(day("2026-09-19"), &Paces::default());
        assert_eq!(high, day("2026-09-26"));
    }

    #[test]
    fn a_move_begins_the_schedule_anew_once_it_has_taken_place() {
        let usual = &Profile::default();
        let mut case = moved(Risk::Medium);
        assert_eq!(case.next_visit_on(usual), day("2026-03-28"));
        let visit = |happened_on, next_on| LastVisit {
            report: ReportId(uuid::Uuid::nil()),
            by: PersonId(uuid::Uuid::nil()),
            sent_at: "2026-02-10T09:00:00Z".parse().unwrap(),
            happened_on: Some(day(happened_on)),
            next_on: Some(day(next_on)),
        };
        case.last_visit = Some(visit("2026-02-10", "2026-02-24"));
        assert_eq!(case.next_visit_on(usual), day("2026-03-28"));
        case.last_visit = Some(visit("2026-03-28", "2026-03-30"));
        assert_eq!(case.next_visit_on(usual), day("2026-03-30"));
        case.stage = Stage::Preparation;
        case.last_visit = None;
        assert_eq!(case.next_visit_on(usual), day("2026-01-05"));
    }

    #[test]
    fn a_day_that_the_plan_had_moves_with_the_plan_and_one_that_was_chosen_stays() {
        let mut case = moved(Risk::Medium);
        case.stage = Stage::Implementation;
        let usual = Profile::default();
        let mut denser = Profile {
            visits_before: vec![usual.visits],
            ..Profile::default()
        };
        denser.visits.medium = 10;
        for (agreed, before, after) in [
            (Some("2026-03-16"), "2026-03-16", "2026-03-12"),
            (Some("2026-03-18"), "2026-03-18", "2026-03-18"),
            (None, "2026-03-16", "2026-03-12"),
        ] {
            case.last_visit = Some(LastVisit {
                report: ReportId(uuid::Uuid::nil()),
                by: PersonId(uuid::Uuid::nil()),
                sent_at: "2026-03-02T09:00:00Z".parse().unwrap(),
                happened_on: Some(day("2026-03-02")),
                next_on: agreed.map(day),
            });
            assert_eq!(case.next_visit_on(&usual), day(before), "{agreed:?}");
            assert_eq!(case.next_visit_on(&denser), day(after), "{agreed:?}");
        }
    }

    #[test]
    fn a_chosen_day_holds_until_a_visit_is_reported_or_the_child_moves() {
        let mut case = moved(Risk::Medium);
        let planned = |said_at: &str| {
            Some(Planned {
                on: day("2026-04-02"),
                said_at: said_at.parse().unwrap(),
            })
        };
        case.planned = planned("2026-03-20T09:00:00Z");
        assert_eq!(case.next_visit_on(&Profile::default()), day("2026-03-28"));
        case.planned = planned("2026-03-22T09:00:00Z");
        assert_eq!(case.next_visit_on(&Profile::default()), day("2026-04-02"));
        case.last_visit = Some(LastVisit {
            report: ReportId(uuid::Uuid::nil()),
            by: PersonId(uuid::Uuid::nil()),
            sent_at: "2026-03-22T10:00:00Z".parse().unwrap(),
            happened_on: Some(day("2026-03-22")),
            next_on: None,
        });
        assert_eq!(case.next_visit_on(&Profile::default()), day("2026-03-29"));
    }
}
