//! A year of a whole programme: a thousand volunteers and twenty thousand cases, people who are away, block the bot and
//! travel, outages, and clocks that are set back. The core decides all of it; what people are told is held against the
//! rules from outside.

#[path = "faults/dice.rs"]
mod dice;
#[path = "year/tables.rs"]
mod tables;
#[path = "year/town.rs"]
mod town;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike as _, Utc};
use chrono_tz::Tz;
use kinkeeper::core::absence;
use kinkeeper::core::case::{LastVisit, Risk};
use kinkeeper::core::due::civil::{self, Weekdays};
use kinkeeper::core::due::holidays::OnHoliday;
use kinkeeper::core::due::ladder::{Call, Rung, Told};
use kinkeeper::core::due::obligation::{Obligation, Rule};
use kinkeeper::core::due::profile::Profile;
use kinkeeper::core::due::snooze::Snooze;
use kinkeeper::core::effect::Effect;
use kinkeeper::core::event::{Event, Happened};
use kinkeeper::core::id::{CaseId, ObligationId, PersonId, ReportId};
use kinkeeper::core::people::Role;
use kinkeeper::core::place::Place;
use kinkeeper::core::reminding::{self, InReminder, Reminded, Reminder};
use kinkeeper::core::stage::Stage;
use kinkeeper::core::world::World;
use kinkeeper::ids;
use uuid::Uuid;

use dice::Dice;
use tables::{Both, Pushes, Row, Tables};
use town::Town;

/// The first and the last moment.
const YEAR: (&str, &str) = ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
/// Hours, from and to, in which the bot may write to people, on their own clocks.
const WAKING: (u32, u32) = (8, 20);
const A_DAY: usize = 3;
/// When the bot was away, and for how many hours; among them a night, a morning and a long weekend.
const OUTAGES: [(&str, i64); 4] = [
    ("2026-02-11T03:30:00Z", 6),
    ("2026-05-22T15:00:00Z", 70),
    ("2026-09-03T01:00:00Z", 12),
    ("2026-11-30T05:10:00Z", 1),
];
/// When the bot's clock was set back by an hour, and went on from there.
const SET_BACK: [&str; 2] = ["2026-04-07T06:20:00Z", "2026-10-19T12:00:00Z"];
/// Whoever has blocked the bot is looked at again after this.
const LOOKED_AT_AGAIN: TimeDelta = TimeDelta::hours(12);

/// Easter, and the week around the new year.
const HOLIDAYS: [&str; 9] = [
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-12-24",
    "2026-12-25",
    "2026-12-28",
    "2026-12-29",
    "2026-12-30",
    "2026-12-31",
];

/// What happens in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    /// Somebody does what is due; nothing, if it is done by then.
    Done(usize, Rule),
    /// Everyday life: some go away, block the bot, travel; cases change.
    Day,
    Back(usize),
    Unblocked(usize),
}

struct Year {
    town: Town,
    tables: Tables,
    who: HashMap<PersonId, usize>,
    acts: BTreeMap<(DateTime<Utc>, u64), Act>,
    dice: Dice,
    acted: u64,
    /// On which day somebody was last told of something.
    told_on: HashMap<Both, NaiveDate>,
    found: Found,
}

/// What was seen.
#[derive(Debug, Default)]
struct Found {
    messages: usize,
    told: usize,
    missed: usize,
    put_off: usize,
    done: usize,
    families: usize,
    late: usize,
    /// Messages on days off, at moments that their readers chose.
    chosen: usize,
}

#[test]
fn in_a_year_nobody_is_told_twice_or_at_night_or_too_often_and_nothing_is_lost() {
    let mut year = Year::new(1000, 20, Profile::default());
    year.passes();
    let found = &year.found;
    eprintln!("{} open at the end; {found:?}", year.tables.open());
    // A year in which nothing happened shows nothing.
    assert!(
        found.done > 100_000 && found.messages > 100_000,
        "{found:?}"
    );
    assert!(
        found.missed > 0 && found.put_off > 0 && found.families > 0 && found.late > 0,
        "{found:?}"
    );
}

#[test]
fn in_a_year_with_holidays_staff_is_told_on_working_days_and_nothing_is_lost() {
    for on_holiday in [OnHoliday::NextWorkingDay, OnHoliday::PreviousWorkingDay] {
        let mut profile = Profile {
            on_holiday,
            ..Profile::default()
        };
        profile.calendar.weekend = Weekdays::parse("fri sat").expect("days");
        profile.calendar.dates = HOLIDAYS.map(|day| day.parse().expect("a date")).into();
        let mut year = Year::new(50, 20, profile);
        year.passes();
        let found = &year.found;
        eprintln!("{on_holiday:?}: {found:?}");
        assert!(found.done > 4_000 && found.messages > 4_000, "{found:?}");
        assert!(found.families > 0 && found.late > 0, "{found:?}");
        assert!(found.chosen > 0, "{found:?}");
    }
}

impl Year {
    fn new(volunteers: usize, cases_each: usize, profile: Profile) -> Self {
        let mut dice = Dice::new(2026);
        let begins = moment(YEAR.0);
        let town = Town::new(
            volunteers,
            cases_each,
            begins.date_naive(),
            profile,
            &mut dice,
        );
        let ids = town.people.iter().enumerate();
        let who = ids.map(|(nth, one)| (one.person.id, nth)).collect();
        let mut year = Self {
            town,
            tables: Tables::default(),
            who,
            acts: BTreeMap::new(),
            dice,
            acted: 0,
            told_on: HashMap::new(),
            found: Found::default(),
        };
        for case in 0..year.town.cases.len() {
            year.reckon(case, begins);
        }
        year.acts(begins, Act::Day);
        year
    }

    fn passes(&mut self) {
        let (mut now, ends) = (moment(YEAR.0), moment(YEAR.1));
        let mut outages = OUTAGES
            .map(|(from, hours)| (moment(from), TimeDelta::hours(hours)))
            .to_vec();
        let mut set_back = SET_BACK.map(moment).to_vec();
        loop {
            let act = self.acts.first_key_value().map(|((at, _), _)| *at);
            let next = act.into_iter().chain(self.tables.next_due()).min();
            let Some(next) = next.filter(|next| *next < ends) else {
                break;
            };
            now = now.max(next);
            if outages.first().is_some_and(|(from, _)| *from <= now) {
                let (from, long) = outages.remove(0);
                now = now.max(from + long);
            }
            if set_back.first().is_some_and(|at| *at <= now) {
                set_back.remove(0);
                now -= TimeDelta::hours(1);
            }
            while let Some(((at, nth), act)) = self.acts.pop_first() {
                if at > now {
                    self.acts.insert((at, nth), act);
                    break;
                }
                self.act(act, now);
            }
            while let Some(person) = self.tables.person_due(now) {
                self.ring(person, now);
            }
        }
        self.nothing_is_lost(ends);
    }

    /// The clock's loop comes to somebody.
    fn ring(&mut self, id: PersonId, now: DateTime<Utc>) {
        let who = self.who[&id];
        if self.town.people[who].blocked {
            self.tables.unreached(id, now, LOOKED_AT_AGAIN);
            return;
        }
        let due = self.tables.due_of(id, now);
        let waited = due.iter().map(|(_, id, row)| (*id, row.next));
        let waited: Vec<(ObligationId, Option<Call>)> = waited
            .filter(|(_, next)| next.is_some_and(|next| next.at <= now))
            .collect();
        let mut world = self.town.world(who, Place::Menu);
        world.reminders.due = due.into_iter().map(|one| self.reminder(who, one)).collect();
        let event = event(now);
        let person = &self.town.people[who].person;
        let effects = reminding::due(&world, &event, person);
        for effect in effects {
            match effect {
                Effect::Remind { reminded, .. } => self.is_told(who, &reminded, now),
                Effect::Missed(reminded) => {
                    self.found.missed += reminded.len();
                    for one in &reminded {
                        self.could_not_be_told(who, one.obligation, now);
                        self.tables.reminded(id, one);
                    }
                }
                Effect::Postpone { obligations, at } => {
                    assert!(at > now, "put off to a moment that is over");
                    for obligation in obligations {
                        self.tables.postpone((obligation, id), at);
                    }
                }
                Effect::Forget(obligation) => {
                    let ended = self.tables.stop((obligation, id));
                    ended
                        .into_iter()
                        .for_each(|ended| self.is_accounted_for(&ended, now));
                }
                other => panic!("a reminder led to {other:?}"),
            }
        }
        for (obligation, before) in waited {
            let row = self.tables.reminders.get(&(obligation, id));
            let same = row.is_some_and(|row| row.next == before);
            // What did not fit into this message is looked at once more.
            let written_to = self.town.people[who].written_to.last() == Some(&now);
            assert!(!same || written_to, "{id:?} is looked at again and again");
        }
    }

    /// What became of no use before it was told did so because the person, or the bot, was away in between.
    fn could_not_be_told(&self, who: usize, obligation: ObligationId, now: DateTime<Utc>) {
        let somebody = &self.town.people[who];
        let row = self.tables.reminders[&(obligation, somebody.person.id)];
        let called = row.next.expect("somebody was to be told");
        let (morning, zone) = (self.town.profile().morning, self.town.zone(who));
        // Whoever is back gets what is of use on the next morning.
        let since = civil::at(called.on, morning, zone) - TimeDelta::days(1);
        let away = somebody.blocked
            || somebody.back_on.is_some()
            || somebody.unreached_until.is_some_and(|until| until >= since);
        let bot_away = OUTAGES.iter().any(|(from, hours)| {
            let from = moment(from);
            from <= now && from + TimeDelta::hours(*hours) >= since
        });
        // Whoever asks to be told later is told then, and hears no more than so much that day.
        let told = self.tables.pushes_of((obligation, somebody.person.id)).told;
        let again = told.contains(&called.rung) || self.written_to(who, called.on) == A_DAY;
        let one = self.tables.obligation(obligation);
        assert!(
            away || bot_away || again,
            "nobody was told of {one:?}, called on {}",
            called.on
        );
    }

    /// How often somebody was written to on a day of theirs.
    fn written_to(&self, who: usize, day: NaiveDate) -> usize {
        let zone = self.town.zone(who);
        let written_to = self.town.people[who].written_to.iter();
        written_to
            .filter(|at| civil::day_of(**at, zone) == day)
            .count()
    }

    /// A message goes out: it is held against the rules, and its reader may act on it.
    fn is_told(&mut self, who: usize, reminded: &[Reminded], now: DateTime<Utc>) {
        let somebody = &self.town.people[who];
        let (id, role, zone) = (
            somebody.person.id,
            somebody.person.role,
            self.town.zone(who),
        );
        let there = now.with_timezone(&zone);
        assert!(
            (WAKING.0..WAKING.1).contains(&there.hour()),
            "{role:?} at {there}"
        );
        let day = there.date_naive();
        assert!(
            somebody.back_on.is_none_or(|back| back <= day),
            "{role:?} is away at {there}"
        );
        let before = &somebody.written_to;
        let that_day = self.written_to(who, day);
        assert!(
            that_day < A_DAY,
            "{role:?} has had {that_day} messages by {there}"
        );
        let close = before
            .iter()
            .find(|at| (now - **at).abs() < TimeDelta::hours(1));
        assert_eq!(
            close, None,
            "{role:?} was written to within the hour before {there}"
        );
        assert!(!reminded.is_empty(), "an empty message");

        let profile = self.town.profile();
        let working = somebody.person.preference.working(role, profile);
        if working.is_off(day) {
            let chosen = reminded
                .iter()
                .all(|one| self.tables.is_again((one.obligation, id)));
            assert!(chosen, "{role:?} does not work at {there}");
            self.found.chosen += 1;
        }

        self.found.messages += 1;
        self.found.told += reminded.len();
        for one in reminded {
            let both = (one.obligation, id);
            let row = self.tables.reminders[&both];
            let obligation = self.tables.obligation(one.obligation).clone();
            match (row.told, role) {
                (Told::Assigned, Role::Family) => self.found.families += 1,
                (Told::Assigned, _) => {}
                (Told::SupervisorDigest | Told::Manager, _) => self.found.late += 1,
            }
            let again = self.tables.is_again(both);
            let before = self.told_on.insert(both, day);
            assert!(
                again || before != Some(day),
                "{role:?} is told twice on {day} of {obligation:?}"
            );
            self.tables.reminded(id, one);
            let Pushes { told, put_off, .. } = self.tables.pushes_of(both);
            let same = told.iter().filter(|rung| **rung == one.rung).count();
            assert!(
                same <= 1 + put_off,
                "{role:?} is told {same} times of {obligation:?}"
            );
            if row.told == Told::Assigned {
                self.answers(who, &obligation, both, now);
            }
        }
        let written_to = &mut self.town.people[who].written_to;
        written_to.push(now);
        if written_to.len() > 8 {
            written_to.remove(0);
        }
    }

    /// Somebody who was told does it soon, asks to be told later, or leaves it.
    fn answers(&mut self, who: usize, obligation: &Obligation, both: Both, now: DateTime<Utc>) {
        let minutes = i64::try_from(self.dice.below(3 * 24 * 60)).unwrap();
        if self.dice.percent(self.town.people[who].does) {
            let case = number(obligation.case);
            self.acts(
                now + TimeDelta::minutes(minutes),
                Act::Done(case, obligation.rule),
            );
        } else if self.dice.percent(20) {
            let choices = [Snooze::OneHour, Snooze::ThisEvening, Snooze::Tomorrow];
            let choice = self.dice.pick(&choices).unwrap();
            let place = Place::PuttingOff { obligation: both.0 };
            let mut world: World = self.town.world(who, place);
            let row = self.tables.reminders[&both];
            let asked = (obligation.clone(), both.0, row);
            world.reminders.due = vec![self.reminder(who, asked)];
            let person = &self.town.people[who].person;
            let pressed = InReminder::PutOff(both.0, choice);
            for effect in reminding::press(&world, &event(now), person, pressed) {
                if let Effect::PutOff { obligation, next } = effect {
                    self.found.put_off += 1;
                    self.tables.put_off((obligation, both.1), next);
                }
            }
        }
    }

    fn act(&mut self, act: Act, now: DateTime<Utc>) {
        match act {
            Act::Done(case, rule) => {
                let today = civil::day_of(now, self.town.cases[case].facts.found.case.zone);
                let by = self.town.people[self.town.cases[case].visitor].person.id;
                let facts = &mut self.town.cases[case].facts;
                match rule {
                    Rule::Visit => {
                        facts.found.case.last_visit = Some(LastVisit {
                            report: ReportId(Uuid::nil()),
                            by,
                            sent_at: now,
                            happened_on: Some(today),
                            next_on: None,
                        });
                        facts.met_on = Some(today);
                    }
                    Rule::Review => facts.reviewed_on = Some(today),
                    Rule::FollowUp => {
                        for follow_up in &mut facts.follow_ups {
                            follow_up.asked_on = Some(today);
                        }
                    }
                    Rule::Decide => facts.proposed.clear(),
                    Rule::AfterCare => facts.checked_on.push(today),
                    Rule::Promise | Rule::Answer | Rule::Document | Rule::Quiet => {
                        panic!("nobody has {rule:?} to do here")
                    }
                }
                self.found.done += 1;
                self.reckon(case, now);
            }
            Act::Day => {
                self.day(now);
                self.acts(now + TimeDelta::days(1), Act::Day);
            }
            Act::Back(who) => {
                let somebody = &mut self.town.people[who];
                somebody.back_on = None;
                somebody.unreached_until = Some(now);
            }
            Act::Unblocked(who) => {
                let somebody = &mut self.town.people[who];
                somebody.blocked = false;
                somebody.unreached_until = Some(now);
            }
        }
    }

    fn day(&mut self, now: DateTime<Utc>) {
        let people = self.town.people.len() as u64;
        let somebody = |dice: &mut Dice| usize::try_from(dice.below(people)).unwrap();
        for _ in 0..6 {
            let (who, days) = (somebody(&mut self.dice), 1 + self.dice.below(20));
            let long = TimeDelta::days(i64::try_from(days).unwrap());
            let away = &self.town.people[who];
            if away.back_on.is_none() && absence::may_be_away(&away.person) {
                self.town.people[who].back_on = Some((now + long).date_naive());
                self.acts(now + long + TimeDelta::days(1), Act::Back(who));
            }
        }
        for _ in 0..3 {
            let (who, days) = (somebody(&mut self.dice), 1 + self.dice.below(10));
            self.town.people[who].blocked = true;
            let until = now + TimeDelta::days(i64::try_from(days).unwrap());
            self.acts(until, Act::Unblocked(who));
        }
        for _ in 0..3 {
            let (who, to) = (somebody(&mut self.dice), somebody(&mut self.dice));
            let zone: Tz = self.town.zone(to);
            let id = self.town.people[who].person.id;
            self.town.people[who].person.zone = Some(zone);
            // The day on which they were to be told may be over where they are now.
            self.town.people[who].unreached_until = Some(now);
            let morning = self.town.profile().morning;
            self.tables.moved(id, zone, morning, now);
        }
        let cases = self.town.cases.len() as u64;
        for nth in 0..60 {
            let case = usize::try_from(self.dice.below(cases)).unwrap();
            let risk = self
                .dice
                .pick(&[Risk::High, Risk::Medium, Risk::Low])
                .unwrap();
            let volunteers = self.town.volunteers as u64;
            let other = usize::try_from(self.dice.below(volunteers)).unwrap();
            let found = &mut self.town.cases[case];
            let today = civil::day_of(now, found.facts.found.case.zone);
            match (nth % 3, found.facts.found.case.stage) {
                (0, _) => found.facts.found.case.risk = risk,
                (1, _) => found.visitor = other,
                (_, Stage::Closed) => {
                    found.facts.found.case.stage = Stage::Monitoring;
                    found.facts.closed_on = None;
                    found.facts.checked_on.clear();
                }
                (_, _) => {
                    found.facts.found.case.stage = Stage::Closed;
                    found.facts.closed_on = Some(today);
                }
            }
            self.reckon(case, now);
        }
    }

    fn reckon(&mut self, case: usize, now: DateTime<Utc>) {
        let facts = self.town.facts_of(case);
        for ended in self.tables.reckon(&facts, self.town.profile(), now) {
            self.is_accounted_for(&ended, now);
        }
    }

    fn acts(&mut self, at: DateTime<Utc>, act: Act) {
        self.acted += 1;
        self.acts.insert((at, self.acted), act);
    }

    fn reminder(&self, who: usize, (one, id, row): (Obligation, ObligationId, Row)) -> Reminder {
        let case = number(one.case);
        let mut found = self.town.cases[case].facts.found.case.clone();
        found.membership = self.town.place(who, case);
        let both = (id, self.town.people[who].person.id);
        Reminder {
            id,
            rule: one.rule,
            subject: one.subject,
            case: found,
            window: one.window,
            because: one.because,
            told: row.told,
            next: row.next,
            put_off: row.put_off,
            again: self.tables.is_again(both),
        }
    }

    /// Whoever was to be told of a thing that is over was told, or it is known why not.
    fn is_accounted_for(&self, ended: &(Obligation, PersonId, Row, Pushes), now: DateTime<Utc>) {
        let (obligation, id, row, pushes) = ended;
        if row.next.is_some() {
            // It was done, or handed over, before they were to be told next.
            return;
        }
        let last = [Rung::Last, Rung::Supervisor, Rung::Manager]
            .into_iter()
            .find(|rung| rung.told() == row.told && obligation.rule.climbs(*rung));
        let recorded = pushes.told.iter().chain(&pushes.missed).max();
        let role = self.town.people[self.who[id]].person.role;
        assert!(
            last.is_none_or(|last| recorded.is_some_and(|rung| *rung >= last)),
            "{role:?} as {:?} since {} heard only {recorded:?} of {obligation:?} by {now}",
            row.told,
            row.since
        );
    }

    /// What is open at the end waits for a moment that comes.
    fn nothing_is_lost(&self, ends: DateTime<Utc>) {
        for (both, row) in &self.tables.reminders {
            let obligation = self.tables.obligation(both.0);
            match row.next {
                Some(next) => assert!(next.at >= ends, "{obligation:?} waits since {}", next.at),
                None => {
                    let ended = (
                        obligation.clone(),
                        both.1,
                        *row,
                        self.tables.pushes_of(*both),
                    );
                    self.is_accounted_for(&ended, ends);
                }
            }
        }
    }
}

fn event(at: DateTime<Utc>) -> Event {
    Event {
        at,
        happened: Happened::RemindersDue,
        fresh: ids::fresh(at),
    }
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn number(case: CaseId) -> usize {
    usize::try_from(case.0.as_u128()).expect("a number")
}
