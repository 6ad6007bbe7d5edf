//! Laws of when people are told: any zone, any day and any dice come in; nobody is told twice, never, or at night.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use kinkeeper::core::case::Risk;
use kinkeeper::core::due::civil::{self, WEEK, Weekdays};
use kinkeeper::core::due::danger::{
    self, Contact, Facts, Fate, Message, Reach, State, Step, Waits, Whom,
};
use kinkeeper::core::due::holidays::{Calendar, OnHoliday, Working};
use kinkeeper::core::due::hours::{Hours, SPREAD, Span, Urgency, Whose};
use kinkeeper::core::due::ladder::{Days, Rung, Told};
use kinkeeper::core::due::missed::next_daily;
use kinkeeper::core::due::obligation::{
    Because, Hearer, Obligation, Rule, first_call, next_call, told_on,
};
use kinkeeper::core::due::profile::Profile;
use kinkeeper::core::due::pushes::{self, Caps, Item, Listener, TOGETHER};
use kinkeeper::core::due::schedule::Schedule;
use kinkeeper::core::due::window::Window;
use kinkeeper::core::id::{CaseId, PersonId};

/// Dice that fall the same way each time (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.roll() % u64::from(end)).expect("below a u32")
    }

    fn zone(&mut self) -> Tz {
        let zones = u32::try_from(TZ_VARIANTS.len()).expect("few zones");
        TZ_VARIANTS[self.below(zones) as usize]
    }

    fn time(&mut self) -> NaiveTime {
        let minute = self.below(24 * 60);
        NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).expect("a time")
    }

    fn moment(&mut self) -> DateTime<Utc> {
        let from = civil::start_of(day("2024-01-01"), Tz::UTC);
        from + TimeDelta::seconds(self.below(12 * 365 * 24 * 3600).into())
    }

    fn person(&mut self) -> PersonId {
        PersonId(uuid::Uuid::from_u128(self.roll().into()))
    }

    fn hours(&mut self) -> (Whose, Hours) {
        loop {
            let span = Span {
                from: self.time(),
                until: self.time(),
            };
            let days = Weekdays::ALL.iter().filter(|_| self.below(3) > 0).collect();
            let zone = self.zone();
            let (whose, hours) = match self.below(2) {
                0 => (Whose::Staff, Hours::of_staff(span, days, zone)),
                _ => (Whose::Family, Hours::of_family(span, days, zone)),
            };
            if let Some(hours) = hours {
                return (whose, hours);
            }
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn eight() -> NaiveTime {
    NaiveTime::from_hms_opt(8, 0, 0).expect("a time")
}

#[test]
fn a_daily_eight_o_clock_fires_once_on_each_date_of_each_zone() {
    let (first, end) = (day("2024-01-01"), day("2036-01-01"));
    for zone in TZ_VARIANTS {
        let mut now = civil::start_of(first, zone);
        let mut fired_on = None;
        let mut date = first;
        while date < end {
            let (on, at) = next_daily(eight(), zone, fired_on, now);
            assert_eq!(on, date, "{zone}");
            assert!(at >= now, "{zone} {date}");
            assert_eq!(at, civil::at(date, eight(), zone), "{zone}");
            assert_eq!(civil::local(at, zone), date.and_time(eight()), "{zone}");
            (now, fired_on) = (at, Some(on));
            date = civil::add_days(date, 1);
        }
    }
}

#[test]
fn a_timetable_fires_once_on_each_date_around_each_change_of_clocks() {
    let lines = ["0 8 * * *", "30 2 * * *", "15 0 * * *", "45 23 * * *"];
    let mut changes = 0;
    for zone in TZ_VARIANTS {
        let schedules = lines.map(|line| Schedule::parse(line, zone).expect("a line"));
        let offset = |date: NaiveDate| {
            let start = civil::start_of(date, zone);
            civil::local(start, zone) - start.naive_utc()
        };
        let mut date = day("2024-01-01");
        while date < day("2036-01-01") {
            let next = civil::add_days(date, 1);
            if offset(date) != offset(next) {
                changes += 1;
                for schedule in &schedules {
                    once_a_date(schedule, zone, civil::sub_days(date, 1));
                }
            }
            date = next;
        }
    }
    assert!(changes > 3_000, "{changes} changes of clocks");
}

/// Four fires from a date on are on four dates, but for a time that a gap at midnight moves to the next.
fn once_a_date(schedule: &Schedule, zone: Tz, from: NaiveDate) {
    let mut after = civil::start_of(from, zone) - TimeDelta::seconds(1);
    for days in 0..4 {
        let at = schedule.next_after(after).expect("a next time");
        let date = civil::add_days(from, days);
        let fired = civil::local(at, zone);
        let moved = fired.time() == NaiveTime::MIN && fired.date() == civil::add_days(date, 1);
        assert!(
            fired.date() == date || moved,
            "{zone} {}: {fired} for {date}",
            schedule.line()
        );
        after = at;
    }
}

#[test]
fn a_hundred_thousand_random_moments_keep_to_the_hours_of_whoever_is_told() {
    let mut dice = Dice(1);
    for _ in 0..100_000 {
        let (whose, hours) = dice.hours();
        let (at, person) = (dice.moment(), dice.person());
        let zone = hours.zone();
        let next = hours.next_allowed(at);
        assert!(hours.allowed(next) && next >= at, "{hours:?} {at}");
        let routine = hours.release(Urgency::Routine, at, person);
        assert!(hours.allowed(routine), "{hours:?} {at}: {routine}");
        assert!(
            next <= routine && routine <= next + SPREAD,
            "{hours:?} {at}: {routine}"
        );
        assert_eq!(hours.release(Urgency::Routine, at, person), routine);
        let danger = hours.release(Urgency::Danger, at, person);
        match whose {
            Whose::Staff => assert_eq!(danger, at),
            Whose::Family => assert_eq!(danger, routine),
        }
        // Nothing is held for longer than it must be. The second of two equal hours need not count.
        let waits = u32::try_from((next - at).num_seconds()).expect("some days");
        let probe = at + TimeDelta::seconds(dice.below(waits + 1).into());
        let first = civil::instant(civil::local(probe, zone), zone);
        assert!(
            probe == next || probe != first || !hours.allowed(probe),
            "{hours:?} {at}: {probe}"
        );
    }
}

#[test]
fn random_things_are_all_told_within_the_caps_and_danger_at_once() {
    let mut dice = Dice(2);
    for _ in 0..400 {
        one_listener(&mut dice);
    }
}

fn one_listener(dice: &mut Dice) {
    let (whose, hours) = dice.hours();
    let (person, begin) = (dice.person(), dice.moment());
    let zone = hours.zone();
    let caps = Caps::default();
    let mut coming: Vec<Item<usize>> = (0..30)
        .map(|key| Item {
            key,
            at: begin + TimeDelta::seconds(dice.below(2 * 24 * 3600).into()),
            urgency: match dice.below(8) {
                0 => Urgency::Danger,
                _ => Urgency::Routine,
            },
        })
        .collect();
    coming.sort_by_key(|item| std::cmp::Reverse(item.at));
    let mut told: BTreeMap<usize, DateTime<Utc>> = BTreeMap::new();
    let (mut items, mut sent, mut touched_at) = (Vec::new(), Vec::new(), None);
    let mut now = begin;
    while told.len() < 30 {
        let to = Listener {
            person,
            hours: &hours,
            touched_at,
            pushed: &sent,
        };
        let push = pushes::next(&items, to, &caps, now);
        assert_eq!(push.is_none(), items.is_empty());
        let push = push.filter(|push| coming.last().is_none_or(|next| push.at <= next.at));
        let Some(push) = push else {
            // Something comes up, and sometimes the person is answering just then.
            let next: Item<usize> = coming.pop().expect("something to come");
            now = next.at;
            touched_at = (dice.below(3) == 0).then_some(now);
            items.push(next);
            continue;
        };
        assert!(push.at >= now);
        now = push.at;
        assert!(hours.allowed_for(push.urgency, now), "{hours:?} {now}");
        let carried = items.iter().filter(|item| push.carries.contains(&item.key));
        for item in carried {
            assert_eq!(item.urgency, push.urgency);
            assert!(item.at <= now + TOGETHER);
            assert_eq!(told.insert(item.key, now), None, "told twice");
            if (item.urgency, whose) == (Urgency::Danger, Whose::Staff) {
                assert_eq!(now, item.at);
            }
        }
        match push.urgency {
            Urgency::Danger => assert_eq!(push.carries.len(), 1),
            Urgency::Routine => {
                assert!(touched_at.is_none_or(|touched| now - touched >= pushes::ANSWERING));
                sent.push(now);
            }
        }
        items.retain(|item| !push.carries.contains(&item.key));
    }
    assert!(items.is_empty() && coming.is_empty());
    let mut a_day: BTreeMap<NaiveDate, u16> = BTreeMap::new();
    for at in &sent {
        *a_day.entry(civil::day_of(*at, zone)).or_default() += 1;
    }
    assert!(a_day.values().all(|sent| *sent <= 3), "{a_day:?}");
    let apart = sent
        .windows(2)
        .all(|pair| pair[1] - pair[0] >= TimeDelta::hours(1));
    assert!(apart, "{sent:?}");
}

#[test]
fn after_six_hours_down_each_person_hears_of_danger_first_and_of_the_rest_in_one_message() {
    let zone = chrono_tz::Africa::Nairobi;
    let hours = Hours::of_staff(Span::of_hours(20, 8), Weekdays::ALL, zone).expect("hours");
    let now: DateTime<Utc> = "2026-03-02T12:00:00Z".parse().expect("a moment");
    let mut dice = Dice(3);
    for _ in 0..500 {
        let (person, danger) = (dice.person(), usize::from(dice.below(2) == 0));
        let mut items: Vec<Item<usize>> = (0..40)
            .map(|key| Item {
                key,
                at: now - TimeDelta::minutes(dice.below(6 * 60).into()),
                urgency: match key < danger {
                    true => Urgency::Danger,
                    false => Urgency::Routine,
                },
            })
            .collect();
        let mut carried = Vec::new();
        let mut urgencies = Vec::new();
        while !items.is_empty() {
            let to = Listener {
                person,
                hours: &hours,
                touched_at: None,
                pushed: &[],
            };
            let push = pushes::next(&items, to, &Caps::default(), now).expect("a message");
            assert_eq!(push.at, now);
            items.retain(|item| !push.carries.contains(&item.key));
            carried.push(push.carries.len());
            urgencies.push(push.urgency);
        }
        match danger {
            0 => assert_eq!(carried, [40]),
            _ => assert_eq!((carried, urgencies[0]), (vec![1, 39], Urgency::Danger)),
        }
    }
}

/// What somebody who answers for dangers does when the bot writes to them, or why it does not.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Habit {
    Answers,
    Silent,
    KnownToBlock,
    BlocksUnnoticed,
    Unsent,
    Absent,
    Removed,
    RemovedMeanwhile,
}

impl Habit {
    const ALL: [Self; 8] = [
        Self::Answers,
        Self::Silent,
        Self::KnownToBlock,
        Self::BlocksUnnoticed,
        Self::Unsent,
        Self::Absent,
        Self::Removed,
        Self::RemovedMeanwhile,
    ];

    fn reach(self) -> Reach {
        match self {
            Self::KnownToBlock => Reach::Blocked,
            Self::Absent => Reach::Absent,
            Self::Removed => Reach::Removed,
            Self::Answers
            | Self::Silent
            | Self::BlocksUnnoticed
            | Self::Unsent
            | Self::RemovedMeanwhile => Reach::Open,
        }
    }

    fn fate(self) -> Fate {
        match self {
            Self::Answers | Self::Silent | Self::RemovedMeanwhile => Fate::Sent,
            Self::Unsent => Fate::Waiting,
            Self::KnownToBlock | Self::BlocksUnnoticed | Self::Absent | Self::Removed => {
                Fate::Failed
            }
        }
    }
}

/// All teams of so many people at most.
fn teams(most: u32) -> Vec<Vec<Habit>> {
    let mut teams: Vec<Vec<Habit>> = vec![Vec::new()];
    let mut last = teams.clone();
    for _ in 0..most {
        last = last
            .iter()
            .flat_map(|team| Habit::ALL.map(|habit| [&team[..], &[habit]].concat()))
            .collect();
        teams.extend(last.clone());
    }
    teams
}

#[test]
fn every_danger_reaches_somebody_who_has_it_or_the_second_channel_within_31_minutes() {
    let (supervisors, others) = (teams(3), teams(1));
    for on_duty in &supervisors {
        for deputies in &others {
            for managers in &others {
                let people = [&on_duty[..], deputies, managers];
                let after = ends_after(&people);
                assert!(after <= TimeDelta::minutes(31), "{people:?}: {after}");
            }
        }
    }
}

/// How long after it was raised somebody has a danger, or the second channel has it.
fn ends_after(people: &[&[Habit]; 3]) -> TimeDelta {
    let raised: DateTime<Utc> = "2026-03-02T23:00:00Z".parse().expect("a moment");
    let habits: Vec<Habit> = people.concat();
    let id = |number: usize| PersonId(uuid::Uuid::from_u128(number as u128));
    let mut number = 0;
    let [on_duty, deputies, managers] = people.map(|habits| {
        let contacts = habits.iter().map(|habit| {
            number += 1;
            Contact {
                person: id(number - 1),
                reach: habit.reach(),
            }
        });
        contacts.collect::<Vec<Contact>>()
    });
    let mut facts = Facts {
        state: State::Open { since: raised },
        on_duty,
        deputies,
        managers,
        messages: Vec::new(),
    };
    let mut now = raised;
    let mut removed_at: BTreeMap<PersonId, DateTime<Utc>> = BTreeMap::new();
    loop {
        let step: Step = danger::next(&facts, &Waits::default(), now).expect("it never ends");
        let at = step.at.max(now);
        if let Some((&person, &leaves)) = removed_at.iter().min_by_key(|(_, at)| **at)
            && leaves <= at
        {
            now = leaves;
            removed_at.remove(&person);
            let contacts = [&mut facts.on_duty, &mut facts.deputies, &mut facts.managers];
            let mut contacts = contacts.into_iter().flatten();
            let contact = contacts.find(|contact| contact.person == person);
            contact.expect("a contact").reach = Reach::Removed;
            continue;
        }
        now = at;
        assert!(now - raised < TimeDelta::hours(2), "{people:?}");
        for to in step.tell {
            let Whom::Person(person) = to else {
                return now - raised;
            };
            let habit = habits[usize::try_from(person.0.as_u128()).expect("a number")];
            match habit {
                Habit::Answers => return now - raised,
                Habit::RemovedMeanwhile => {
                    removed_at.insert(person, now + TimeDelta::minutes(3));
                }
                Habit::KnownToBlock | Habit::Absent | Habit::Removed => {
                    panic!("{person} cannot be told")
                }
                Habit::Silent | Habit::BlocksUnnoticed | Habit::Unsent => {}
            }
            facts.messages.push(Message {
                place: step.place,
                to,
                at: now,
                fate: habit.fate(),
            });
        }
    }
}

/// Which days of a year nobody works on, what happens to reminders then, and which days somebody chose.
fn days_off(dice: &mut Dice) -> (Calendar, OnHoliday, Option<Weekdays>) {
    let some = |dice: &mut Dice| {
        let days: Weekdays = WEEK.into_iter().filter(|_| dice.below(4) == 0).collect();
        match days {
            Weekdays::ALL => Weekdays::NONE,
            days => days,
        }
    };
    let mut dates = BTreeSet::new();
    for _ in 0..dice.below(12) {
        let first = civil::add_days(day("2026-01-01"), dice.below(365));
        dates.extend((0..=dice.below(9)).map(|days| civil::add_days(first, days)));
    }
    let calendar = Calendar {
        weekend: some(dice),
        dates,
    };
    let rules = [OnHoliday::NextWorkingDay, OnHoliday::PreviousWorkingDay];
    let rule = rules[dice.below(2) as usize];
    let chosen = (dice.below(3) == 0).then(|| some(dice).rest());
    (calendar, rule, chosen)
}

#[test]
fn holidays_move_reminders_to_working_days_in_their_order_and_lose_none() {
    let mut dice = Dice(12);
    let mut merged = 0;
    for nth in 0..60_000 {
        let (calendar, rule, chosen) = days_off(&mut dice);
        let working = Working::of_staff(&calendar, rule, chosen);
        let after = 1 + dice.below(5);
        let days = |days: u32| u16::try_from(days).expect("a few days");
        let ladder = Days {
            ahead: days(1 + dice.below(4)),
            after: days(after),
            last: days(after + 1 + dice.below(9)),
            ..Days::default()
        };
        let profile = Profile {
            ladder,
            ..Profile::default()
        };
        let due = civil::add_days(day("2026-02-01"), dice.below(300));
        let obligation = Obligation {
            rule: Rule::ALL[dice.below(8) as usize],
            subject: uuid::Uuid::nil(),
            case: CaseId(uuid::Uuid::nil()),
            risk: Risk::Medium,
            window: Window::around(due, 14),
            because: Because::Promised,
        };
        let told = [Told::Assigned, Told::SupervisorDigest][dice.below(2) as usize];
        let hearer = Hearer {
            told,
            zone: dice.zone(),
            morning: dice.time(),
            working,
        };
        let zone = hearer.zone;
        let off = |on: NaiveDate| {
            let closed = chosen.map_or(calendar.weekend, Weekdays::rest).has(on);
            closed || calendar.dates.contains(&on)
        };
        let begun = civil::add_days(due, dice.below(25));
        let mut now = civil::start_of(civil::sub_days(begun, 15), zone);
        let mut call = first_call(&obligation, hearer, &profile, None, now);
        let (mut last, mut before): (Option<Rung>, Option<NaiveDate>) = (None, None);
        let mut calls = 0;
        while let Some(next) = call {
            let on = civil::day_of(next.at, zone);
            assert!(!off(on), "{nth}: told on {on}, a day off");
            assert!(last.is_none_or(|last| last < next.rung), "{nth}: {next:?}");
            assert!(before.is_none_or(|before| before < on), "{nth}: {next:?}");
            let late = match next.rung {
                Rung::Ahead | Rung::Today => false,
                Rung::After | Rung::Last | Rung::Supervisor | Rung::Manager => true,
            };
            assert!(!late || due < on, "{nth}: late on {on}, due on {due}");
            (last, before, now) = (Some(next.rung), Some(on), now.max(next.at));
            calls += 1;
            call = next_call(&obligation, hearer, &profile, last, now);
        }
        let rungs = obligation.rule.rungs(told);
        assert_eq!(last, rungs.last().copied(), "{nth}: something is lost");
        merged += usize::from(calls < rungs.len());
        // The rung on which each is told on its day is itself, or one that took its place.
        for rung in rungs {
            let on = obligation.rule.days(&profile).day(rung, due, Risk::Medium);
            let told_on = told_on(&obligation, hearer, &profile, rung, on);
            assert!(told_on >= rung, "{nth}");
        }
    }
    assert!(merged > 1_000, "{merged} of them had two rungs on a day");
}
