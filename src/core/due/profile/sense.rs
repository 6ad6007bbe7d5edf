//! A profile whose cells are right comes in; what in it contradicts itself goes out.

use chrono::NaiveTime;

use super::super::civil::Weekdays;
use super::super::hours::SHORTEST;
use super::super::window::Within;
use super::Profile;

/// Two or more settings that cannot all hold.
pub struct Contradiction {
    /// Their names.
    pub settings: &'static [&'static str],
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub advice: &'static str,
}

/// All contradictions of a profile.
pub fn contradictions(profile: &Profile) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut refuse = |holds: bool, settings, problem: String, advice| {
        if !holds {
            found.push(Contradiction {
                settings,
                problem,
                advice,
            });
        }
    };
    let visits = &profile.visits;
    refuse(
        visits.high <= visits.medium && visits.medium <= visits.low,
        VISITS,
        format!(
            "visits every {} days at high, {} at medium and {} at low risk: a higher risk is visited less often",
            visits.high, visits.medium, visits.low
        ),
        "give a higher risk the same number of days or fewer",
    );
    let [first, second, third] = &visits.after_move;
    refuse(
        first.until_day < second.until_day && second.until_day < third.until_day,
        PHASES,
        format!(
            "the times after a move end on days {}, {} and {}",
            first.until_day, second.until_day, third.until_day
        ),
        "let each end after the one before it",
    );
    let contact = &profile.first_contact;
    let [high, medium, low] = [contact.high, contact.medium, contact.low].map(hours);
    refuse(
        high <= medium && medium <= low,
        CONTACT,
        "a new case of higher risk is met later than one of lower risk".into(),
        "give a higher risk the same time or less",
    );
    let ladder = &profile.ladder;
    refuse(
        ladder.last < visits.shortest(),
        LAST,
        format!(
            "the last reminder comes {} days after a visit was due, and the next visit is due after {} days",
            ladder.last,
            visits.shortest()
        ),
        "remind earlier, or visit less often",
    );
    refuse(
        ladder.ahead < visits.shortest(),
        AHEAD,
        format!(
            "the first reminder comes {} days before a visit is due, and visits are due every {} days",
            ladder.ahead,
            visits.shortest()
        ),
        "remind later, or visit less often",
    );
    refuse(
        ladder.after < ladder.last,
        AFTER,
        format!(
            "the first reminder after the day comes {} days after it, the last one {} days",
            ladder.after, ladder.last
        ),
        "let the last one come later",
    );
    refuse(
        ladder.supervisor_high <= ladder.supervisor && ladder.supervisor <= ladder.manager,
        ABOVE,
        format!(
            "supervisors hear after {} days, at high risk after {}, and managers after {}",
            ladder.supervisor, ladder.supervisor_high, ladder.manager
        ),
        "tell supervisors at high risk first, then supervisors, then managers",
    );
    refuse(
        profile.quiet.rest().length() >= SHORTEST,
        QUIET,
        format!(
            "quiet hours from {} to {} leave no hour to write in",
            shown(profile.quiet.from),
            shown(profile.quiet.until)
        ),
        "leave an hour at least; 20:00 to 08:00 is usual",
    );
    refuse(
        !profile.quiet.contains(profile.morning),
        MORNING,
        format!(
            "reminders of the day are sent at {}, in the quiet hours",
            shown(profile.morning)
        ),
        "send them when the quiet hours are over",
    );
    refuse(
        profile.family_hours.length() >= SHORTEST,
        FAMILY,
        format!(
            "families are written to from {} to {}, which is less than an hour",
            shown(profile.family_hours.from),
            shown(profile.family_hours.until)
        ),
        "leave an hour at least; 08:00 to 20:00 is usual",
    );
    refuse(
        profile.family_days != Weekdays::NONE,
        &["family_days"],
        "families are written to on no day".into(),
        "name a day at least",
    );
    let confirmation = &profile.confirmation;
    refuse(
        confirmation.first_days < confirmation.second_days,
        CONFIRM,
        format!(
            "a family is reminded of a goal after {} days, and again after {}",
            confirmation.first_days, confirmation.second_days
        ),
        "let the second come later",
    );
    let care = &profile.after_care;
    refuse(
        care.first_days < care.second_days,
        CARE,
        format!(
            "a family is asked {} days after closure, and again after {}",
            care.first_days, care.second_days
        ),
        "let the second come later",
    );
    refuse(
        profile.calendar.weekend != Weekdays::ALL,
        &["weekend"],
        "all days are weekend: nobody works".into(),
        "leave a working day",
    );
    found
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

fn shown(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
