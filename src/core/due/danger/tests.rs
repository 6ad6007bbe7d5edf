//! Dangers come in, with who was told of them and what became of it; the steps that must follow go out.

use super::*;

fn raised() -> DateTime<Utc> {
    "2026-03-02T23:00:00Z".parse().unwrap()
}

fn person(number: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number))
}

fn contact(number: u128, reach: Reach) -> Contact {
    Contact {
        person: person(number),
        reach,
    }
}

fn facts() -> Facts {
    Facts {
        state: State::Open { since: raised() },
        on_duty: vec![contact(1, Reach::Open), contact(2, Reach::Open)],
        deputies: vec![contact(3, Reach::Open)],
        managers: vec![contact(4, Reach::Open)],
        messages: Vec::new(),
    }
}

/// Does the next step, with this fate of all its messages.
fn go(facts: &mut Facts, fate: Fate) -> Step {
    let step = next(facts, &Waits::default(), raised()).expect("a step");
    let at = step.at;
    facts.messages.extend(step.tell.iter().map(|&to| Message {
        place: step.place,
        to,
        at,
        fate,
    }));
    step
}

fn soon(facts: &Facts) -> (Rung, TimeDelta) {
    let step = next(facts, &Waits::default(), raised()).expect("a step");
    (step.place.rung, step.at - raised())
}

#[test]
fn a_silent_danger_climbs_three_rounds_and_then_calls_everybody_each_hour() {
    let mut facts = facts();
    let mut now = raised();
    let mut said = Vec::new();
    for _ in 0..12 {
        let step = next(&facts, &Waits::default(), now).expect("a step");
        now = step.at;
        said.push((
            (now - raised()).num_minutes(),
            step.place.rung,
            step.tell.len(),
        ));
        facts.messages.extend(step.tell.iter().map(|&to| Message {
            place: step.place,
            to,
            at: now,
            fate: Fate::Sent,
        }));
    }
    let expected = [
        (0, Rung::OnDuty, 2),
        (15, Rung::Deputies, 1),
        (30, Rung::Managers, 2),
        (45, Rung::OnDuty, 2),
        (60, Rung::Deputies, 1),
        (75, Rung::Managers, 2),
        (90, Rung::OnDuty, 2),
        (105, Rung::Deputies, 1),
        (120, Rung::Managers, 2),
        (180, Rung::Everybody, 5),
        (240, Rung::Everybody, 5),
        (300, Rung::Everybody, 5),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_step_that_reaches_nobody_gives_way() {
    let mut blocked = facts();
    go(&mut blocked, Fate::Failed);
    assert_eq!(soon(&blocked), (Rung::Deputies, TimeDelta::zero()));
    let mut unsent = facts();
    go(&mut unsent, Fate::Waiting);
    assert_eq!(soon(&unsent), (Rung::Deputies, TimeDelta::seconds(60)));
    // One of two is enough.
    unsent.messages[1].fate = Fate::Sent;
    assert_eq!(soon(&unsent), (Rung::Deputies, TimeDelta::minutes(15)));
    // Unless that one leaves meanwhile.
    unsent.on_duty[1].reach = Reach::Removed;
    unsent.messages[0].fate = Fate::Failed;
    assert_eq!(soon(&unsent), (Rung::Deputies, TimeDelta::zero()));
}

#[test]
fn steps_without_anybody_are_passed_over_and_the_second_channel_is_always_there() {
    let mut nobody = facts();
    nobody.on_duty = vec![contact(1, Reach::Absent), contact(2, Reach::Removed)];
    nobody.deputies = vec![contact(3, Reach::Blocked)];
    nobody.managers.clear();
    let step = go(&mut nobody, Fate::Failed);
    assert_eq!(step.tell, [Whom::SecondChannel]);
    assert_eq!((step.place.rung, step.at), (Rung::Managers, raised()));
    // Not in a circle.
    assert_eq!(soon(&nobody), (Rung::Managers, TimeDelta::minutes(15)));
    assert_eq!(
        nobody.told_at(Rung::Everybody),
        [Whom::Person(person(1)), Whom::SecondChannel]
    );
}

#[test]
fn what_somebody_has_begins_again_after_a_day_without_words_and_ends_with_them() {
    let mut facts = facts();
    go(&mut facts, Fate::Sent);
    let taken = raised() + TimeDelta::minutes(5);
    facts.state = State::Taken { since: taken };
    let step = next(&facts, &Waits::default(), taken).expect("a step");
    assert_eq!(step.at, taken + TimeDelta::hours(24));
    assert_eq!((step.place, step.tell.len()), (Place::FIRST, 2));
    facts.state = State::Over;
    assert_eq!(next(&facts, &Waits::default(), taken), None);
}

#[test]
fn a_clock_that_was_set_back_does_not_stretch_a_pause() {
    let mut facts = facts();
    go(&mut facts, Fate::Sent);
    let back = raised() - TimeDelta::days(30);
    facts.state = State::Open { since: back };
    let step = next(&facts, &Waits::default(), back).expect("a step");
    assert_eq!(step.at, back + TimeDelta::minutes(15));
}
