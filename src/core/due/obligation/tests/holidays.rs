//! Days off: a visit and a calendar come in, on which days its people are told is compared.

use super::*;

#[test]
fn over_a_holiday_staff_is_told_on_working_days_and_a_family_on_its_own() {
    let profile = |on_holiday| {
        let mut profile = Profile {
            on_holiday,
            ..Profile::default()
        };
        // Good Friday and Easter Monday.
        profile.calendar.dates = ["2026-04-03", "2026-04-06"].map(day).into();
        profile
    };
    let visit = Obligation {
        window: Window::around(day("2026-04-04"), 14),
        ..only(&facts(Stage::Referred, Risk::Medium), Rule::Visit).unwrap()
    };
    let said = |profile: &Profile, role: Role, told: Told, from: &str| {
        let preference = Preference::default();
        let hearer = Hearer {
            told,
            zone: NAIROBI,
            morning: profile.morning,
            working: preference.working(role, profile),
        };
        let mut now = utc(from);
        let mut said = Vec::new();
        let mut call = first_call(&visit, hearer, profile, None, now);
        while let Some(Call { rung, at, .. }) = call {
            said.push((rung, civil::day_of(at, NAIROBI).to_string()));
            now = now.max(at);
            call = next_call(&visit, hearer, profile, Some(rung), now);
        }
        said
    };
    use Rung::{After, Ahead, Last, Supervisor, Today};
    let in_march = "2026-03-30T09:00:00Z";
    let is = |said: Vec<(Rung, String)>, expected: &[(Rung, &str)]| {
        let expected = expected.iter().map(|(rung, on)| (*rung, (*on).to_owned()));
        assert_eq!(said, expected.collect::<Vec<_>>());
    };
    // The four of them, of which the last one falls on Tuesday and takes the place of all that could not be told.
    let next = profile(OnHoliday::NextWorkingDay);
    let volunteer = said(&next, Role::Volunteer, Told::Assigned, in_march);
    is(volunteer, &[(Last, "2026-04-07")]);
    let supervisor = said(&next, Role::Supervisor, Told::SupervisorDigest, in_march);
    is(supervisor, &[(Supervisor, "2026-04-07")]);
    // What is still to come is told before, what is late after.
    let previous = profile(OnHoliday::PreviousWorkingDay);
    let volunteer = said(&previous, Role::Volunteer, Told::Assigned, in_march);
    is(volunteer, &[(Today, "2026-04-02"), (Last, "2026-04-07")]);
    // That working day is over: the next one.
    let on_friday = "2026-04-03T09:00:00Z";
    let volunteer = said(&previous, Role::Volunteer, Told::Assigned, on_friday);
    is(volunteer, &[(Last, "2026-04-07")]);
    let family = [
        (Ahead, "2026-04-03"),
        (Today, "2026-04-04"),
        (After, "2026-04-05"),
        (Last, "2026-04-07"),
    ];
    for profile in [&next, &previous, &profile(OnHoliday::Ignore)] {
        is(
            said(profile, Role::Family, Told::Assigned, in_march),
            &family,
        );
    }
}
