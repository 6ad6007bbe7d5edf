//! Families that nobody meets: visits and days come in, who hears of it and when is compared.

use super::*;

/// A visit report of noon.
fn visited(on: &str, happened: bool, next_on: Option<&str>) -> Option<LastVisit> {
    Some(LastVisit {
        report: ReportId(Uuid::nil()),
        by: VISITOR,
        sent_at: utc(&format!("{on}T09:00:00Z")),
        happened_on: happened.then(|| day(on)),
        next_on: next_on.map(day),
    })
}

#[test]
fn a_family_is_quiet_whose_visits_are_moved_and_not_while_the_late_visit_says_so() {
    let quiet = |risk, last_visit: Option<LastVisit>| {
        let mut facts = facts(Stage::Implementation, risk);
        facts.met_on = Some(day("2026-03-02"));
        facts.found.case.last_visit = last_visit;
        only(&facts, Rule::Quiet).map(|one| (one.window.due, one.because))
    };
    let met = || visited("2026-03-02", true, None);
    for risk in Risk::ALL {
        assert_eq!(quiet(risk, met()), None, "{risk:?}: the late visit says it");
    }
    let since = |due, days| {
        let since = day("2026-03-02");
        Some((day(due), Because::Quiet { since, days }))
    };
    let moved = || visited("2026-03-10", false, Some("2026-04-20"));
    assert_eq!(quiet(Risk::High, moved()), since("2026-03-16", 14));
    assert_eq!(quiet(Risk::Medium, moved()), since("2026-03-19", 14));
    // Not before the visit of a month could have been made.
    assert_eq!(quiet(Risk::Low, moved()), since("2026-04-07", 30));
    // Nobody was met at the newest visit.
    let nobody = visited("2026-03-16", true, None);
    assert_eq!(quiet(Risk::Medium, nobody), since("2026-03-19", 14));
    // It will be tried again before that.
    let soon = visited("2026-03-10", false, Some("2026-03-15"));
    assert_eq!(quiet(Risk::Medium, soon), None);
}

#[test]
fn a_family_is_quiet_by_the_days_of_the_profile_and_counted_anew_after_a_pause() {
    let mut facts = facts(Stage::Implementation, Risk::High);
    facts.found.case.last_visit = visited("2026-03-10", false, Some("2026-06-20"));
    let quiet = |facts: &Facts, profile: &Profile| {
        let due = of_case(facts, profile).into_iter();
        let mut due = due.filter(|one| one.rule == Rule::Quiet);
        due.next().map(|one| one.window.due)
    };
    let usual = Profile::default();
    // Since the case was opened, if nobody has met the family at all.
    assert_eq!(quiet(&facts, &usual), Some(day("2026-03-16")));
    let longer = Profile {
        quiet_after_days: 40,
        ..Profile::default()
    };
    assert_eq!(quiet(&facts, &longer), Some(day("2026-04-11")));
    let mut moves = Moves::default();
    moves.count(&facts, &usual, &longer);
    let later = Moved {
        later: 1,
        ..Moved::default()
    };
    assert_eq!(moves.kinds().collect::<Vec<_>>(), [(Rule::Quiet, later)]);
    facts.found.case.pause = Some(Pause {
        until: day("2026-04-01"),
        because: pause::Reason::Illness,
    });
    assert_eq!(quiet(&facts, &usual), Some(day("2026-04-15")));
    facts.found.case.stage = Stage::Closed;
    assert_eq!(quiet(&facts, &usual), None);
}

#[test]
fn of_a_quiet_family_supervisors_hear_once_and_whoever_visits_is_not_reminded() {
    let mut facts = facts(Stage::Implementation, Risk::Medium);
    facts.found.case.last_visit = visited("2026-03-10", false, Some("2026-04-20"));
    let quiet = only(&facts, Rule::Quiet).unwrap();
    let profile = Profile::default();
    let mut said = Vec::new();
    for (person, told) in hearers(&quiet, &facts) {
        let hearer = facts.hearer(person, told, &profile);
        let mut last = None;
        let mut now = utc("2026-03-11T09:00:00Z");
        while let Some(call) = next_call(&quiet, hearer, &profile, last, now) {
            said.push((person, call.on.to_string()));
            (last, now) = (Some(call.rung), now.max(call.at));
        }
    }
    let expected = [(SUPERVISOR, "2026-03-20"), (MANAGER, "2026-03-26")];
    assert_eq!(said, expected.map(|(who, on)| (who, on.to_owned())));
}
