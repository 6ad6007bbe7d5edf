//! When somebody here last met a family comes in; whether the case is quiet by now goes out.

use chrono::NaiveDate;

use super::super::civil;
use super::super::ladder::Rung;
use super::super::profile::Profile;
use super::super::window::Window;
use super::{Because, Facts, Rule, on_the};
use crate::core::case::Case;

/// So long a reminder about a quiet case can be put off.
const QUIET_DAYS: u32 = 7;

/// The last day on which a contact is in time that follows one on `since`, and within how many days it is expected. A
/// family that is visited less often than that is not quiet before the visit could have been made.
#[must_use]
pub fn contact_by(case: &Case, since: NaiveDate, profile: &Profile) -> (NaiveDate, u16) {
    let pace = case.visit_every_days(since, &profile.visits);
    let visit = Window::around(civil::add_days(since, pace.into()), pace);
    let quiet = civil::add_days(since, profile.quiet_after_days.into());
    (quiet.max(visit.closes), pace.max(profile.quiet_after_days))
}

/// The case of a family that nobody here has met for too long. A day that was only planned for a visit changes nothing in
/// this; where the supervisors hear by then that the visit is late, that says it.
pub(super) fn quiet(facts: &Facts, visit: Window, profile: &Profile) -> Option<(Window, Because)> {
    let case = &facts.found.case;
    let met = facts.met_on.unwrap_or(case.opened_on);
    // Nobody was expected to come while it rested.
    let since = case.pause.map_or(met, |pause| met.max(pause.until));
    let (day, days) = contact_by(case, since, profile);
    let heard = |rule: Rule, due| rule.days(profile).day(Rung::Supervisor, due, case.risk);
    let said_by_visit = heard(Rule::Visit, visit.due) <= heard(Rule::Quiet, day);
    let because = Because::Quiet { since, days };
    (!said_by_visit).then_some((on_the(day, QUIET_DAYS), because))
}
