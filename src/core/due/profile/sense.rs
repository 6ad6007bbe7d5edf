//! A profile whose cells are right comes in; what in it contradicts itself goes out.

use serde::{Deserialize, Serialize};

use super::super::civil::Weekdays;
use super::super::hours::SHORTEST;
use super::super::window::Within;
use super::Profile;

/// Settings that cannot all hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// A higher risk is visited less often.
    Visits,
    /// The times after a move do not end one after the other.
    Phases,
    /// A new case of higher risk is met later than one of lower risk.
    Contact,
    /// The last reminder comes when the next visit is due already.
    Last,
    /// The first reminder comes when the visit before is hardly over.
    Ahead,
    /// The first reminder after the day does not come before the last one.
    After,
    /// Supervisors at high risk, supervisors and managers hear in another order than this.
    Above,
    /// Quiet hours leave no hour to write in.
    Quiet,
    /// Reminders of the day are sent in the quiet hours.
    Morning,
    /// Families are written to for less than an hour.
    FamilyHours,
    /// Families are written to on no day.
    FamilyDays,
    /// A family is reminded of a goal a second time before the first.
    Confirm,
    /// A family is asked a second time after closure before the first.
    Care,
    /// All days are weekend.
    Weekend,
}

impl Clash {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Visits,
        Self::Phases,
        Self::Contact,
        Self::Last,
        Self::Ahead,
        Self::After,
        Self::Above,
        Self::Quiet,
        Self::Morning,
        Self::FamilyHours,
        Self::FamilyDays,
        Self::Confirm,
        Self::Care,
        Self::Weekend,
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::Phases => "phases",
            Self::Contact => "contact",
            Self::Last => "last",
            Self::Ahead => "ahead",
            Self::After => "after",
            Self::Above => "above",
            Self::Quiet => "quiet",
            Self::Morning => "morning",
            Self::FamilyHours => "family_hours",
            Self::FamilyDays => "family_days",
            Self::Confirm => "confirm",
            Self::Care => "care",
            Self::Weekend => "weekend",
        }
    }

    /// The settings that make it.
    #[must_use]
    pub fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Visits => VISITS,
            Self::Phases => PHASES,
            Self::Contact => CONTACT,
            Self::Last => LAST,
            Self::Ahead => AHEAD,
            Self::After => AFTER,
            Self::Above => ABOVE,
            Self::Quiet => QUIET,
            Self::Morning => MORNING,
            Self::FamilyHours => FAMILY,
            Self::FamilyDays => &["family_days"],
            Self::Confirm => CONFIRM,
            Self::Care => CARE,
            Self::Weekend => &["weekend"],
        }
    }

    /// Whether a profile is free of it.
    fn is_away(self, profile: &Profile) -> bool {
        let Profile {
            visits,
            first_contact: contact,
            ladder,
            quiet,
            morning,
            family_hours,
            confirmation,
            after_care,
            ..
        } = profile;
        match self {
            Self::Visits => visits.high <= visits.medium && visits.medium <= visits.low,
            Self::Phases => {
                let [first, second, third] = &visits.after_move;
                first.until_day < second.until_day && second.until_day < third.until_day
            }
            Self::Contact => {
                let [high, medium, low] = [contact.high, contact.medium, contact.low].map(hours);
                high <= medium && medium <= low
            }
            Self::Last => ladder.last < visits.shortest(),
            Self::Ahead => ladder.ahead < visits.shortest(),
            Self::After => ladder.after < ladder.last,
            Self::Above => {
                ladder.supervisor_high <= ladder.supervisor && ladder.supervisor <= ladder.manager
            }
            Self::Quiet => quiet.rest().length() >= SHORTEST,
            Self::Morning => !quiet.contains(*morning),
            Self::FamilyHours => family_hours.length() >= SHORTEST,
            Self::FamilyDays => profile.family_days != Weekdays::NONE,
            Self::Confirm => confirmation.first_days < confirmation.second_days,
            Self::Care => after_care.first_days < after_care.second_days,
            Self::Weekend => profile.calendar.weekend != Weekdays::ALL,
        }
    }
}

/// All contradictions of a profile.
pub fn contradictions(profile: &Profile) -> Vec<Clash> {
    let mut all = Clash::ALL.to_vec();
    all.retain(|clash| !clash.is_away(profile));
    all
}

const VISITS: &[&str] = &[
    "visit_every_days_high",
    "visit_every_days_medium",
    "visit_every_days_low",
];
const PHASES: &[&str] = &[
    "after_move_1_until_day",
    "after_move_2_until_day",
    "after_move_3_until_day",
];
const CONTACT: &[&str] = &[
    "first_contact_high",
    "first_contact_medium",
    "first_contact_low",
];
const PACES: [&str; 6] = [
    "visit_every_days_high",
    "visit_every_days_medium",
    "visit_every_days_low",
    "after_move_1_visit_every_days",
    "after_move_2_visit_every_days",
    "after_move_3_visit_every_days",
];
const LAST: &[&str] = &with_paces("remind_last_days_after");
const AHEAD: &[&str] = &with_paces("remind_days_before");
const AFTER: &[&str] = &["remind_days_after", "remind_last_days_after"];
const ABOVE: &[&str] = &[
    "supervisor_days_after",
    "supervisor_days_after_high",
    "manager_days_after",
];
const QUIET: &[&str] = &["quiet_hours_from", "quiet_hours_until"];
const MORNING: &[&str] = &["morning", "quiet_hours_from", "quiet_hours_until"];
const FAMILY: &[&str] = &["family_hours_from", "family_hours_until"];
const CONFIRM: &[&str] = &["confirm_goal_first_days", "confirm_goal_second_days"];
const CARE: &[&str] = &["after_care_first_days", "after_care_second_days"];

const fn with_paces(name: &'static str) -> [&'static str; 7] {
    let [high, medium, low, weeks, months, year] = PACES;
    [name, high, medium, low, weeks, months, year]
}

fn hours(within: Within) -> u32 {
    match within {
        Within::Hours(hours) => hours.into(),
        Within::Days(days) => u32::from(days) * 24,
    }
}
