//! What the tables `obligation`, `reminder` and `push` do, in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use kinkeeper::core::due::ladder::{Call, Rung, Told};
use kinkeeper::core::due::obligation::{self, Facts, Obligation, Rule};
use kinkeeper::core::due::preference;
use kinkeeper::core::due::profile::Profile;
use kinkeeper::core::due::pushes::TOGETHER;
use kinkeeper::core::id::{CaseId, ObligationId, PersonId};
use kinkeeper::core::reminding::Reminded;
use uuid::Uuid;

/// An obligation and somebody who is told of it.
pub type Both = (ObligationId, PersonId);
type Subject = (Rule, Uuid);

/// Who is told of it as what, and when next.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub told: Told,
    pub next: Option<Call>,
    pub put_off: u8,
    /// Since when they are told of it.
    pub since: DateTime<Utc>,
}

/// What was told of one thing to one person, on which rungs, and what had become of no use.
#[derive(Clone, Debug, Default)]
pub struct Pushes {
    pub told: Vec<Rung>,
    pub missed: Vec<Rung>,
    /// How often they asked to be told later.
    pub put_off: usize,
}

#[derive(Default)]
pub struct Tables {
    subjects: HashMap<Subject, ObligationId>,
    obligations: HashMap<ObligationId, Obligation>,
    of_case: HashMap<CaseId, BTreeSet<ObligationId>>,
    pub reminders: BTreeMap<Both, Row>,
    due: BTreeSet<(DateTime<Utc>, PersonId, ObligationId)>,
    due_of: HashMap<PersonId, BTreeSet<(DateTime<Utc>, ObligationId)>>,
    pub pushes: HashMap<(Subject, NaiveDate, PersonId), Pushes>,
    made: u128,
}

impl Tables {
    pub fn next_due(&self) -> Option<DateTime<Utc>> {
        self.due.first().map(|(at, ..)| *at)
    }

    /// Whoever waits longest to be told something by now.
    pub fn person_due(&self, now: DateTime<Utc>) -> Option<PersonId> {
        let first = self.due.first().filter(|(at, ..)| *at <= now);
        first.map(|(_, person, _)| *person)
    }

    /// What has come due for a person, the oldest first.
    pub fn due_of(
        &self,
        person: PersonId,
        now: DateTime<Utc>,
    ) -> Vec<(Obligation, ObligationId, Row)> {
        let due = self.due_of.get(&person).into_iter().flatten();
        let due = due.take_while(|(at, _)| *at <= now + TOGETHER);
        due.map(|(_, id)| {
            (
                self.obligations[id].clone(),
                *id,
                self.reminders[&(*id, person)],
            )
        })
        .collect()
    }

    pub fn open(&self) -> usize {
        self.obligations.len()
    }

    pub fn obligation(&self, id: ObligationId) -> &Obligation {
        &self.obligations[&id]
    }

    pub fn pushes_of(&self, (id, person): Both) -> Pushes {
        let key = self.key(id, person);
        self.pushes.get(&key).cloned().unwrap_or_default()
    }

    fn key(&self, id: ObligationId, person: PersonId) -> (Subject, NaiveDate, PersonId) {
        let one = &self.obligations[&id];
        ((one.rule, one.subject), one.window.due, person)
    }

    /// Reckons anew what is due of a case; gives what is due no more, with whoever was told of it.
    pub fn reckon(
        &mut self,
        facts: &Facts,
        profile: &Profile,
        at: DateTime<Utc>,
    ) -> Vec<(Obligation, PersonId, Row, Pushes)> {
        let case = facts.found.case.id;
        let mut over = self.of_case.get(&case).cloned().unwrap_or_default();
        let mut ended = Vec::new();
        for obligation in obligation::of_case(facts, profile) {
            let subject = (obligation.rule, obligation.subject);
            let known = self.subjects.get(&subject).copied();
            let id = match known.filter(|id| self.obligations[id].window == obligation.window) {
                Some(same) => {
                    over.remove(&same);
                    self.obligations.insert(same, obligation.clone());
                    same
                }
                None => {
                    if let Some(known) = known {
                        over.remove(&known);
                        ended.extend(self.drop(known));
                    }
                    self.made += 1;
                    let id = ObligationId(Uuid::from_u128(self.made));
                    self.subjects.insert(subject, id);
                    self.of_case.entry(case).or_default().insert(id);
                    self.obligations.insert(id, obligation.clone());
                    id
                }
            };
            ended.extend(self.tell_of(id, &obligation, facts, profile, at));
        }
        for over in over {
            ended.extend(self.drop(over));
        }
        ended
    }

    fn drop(&mut self, id: ObligationId) -> Vec<(Obligation, PersonId, Row, Pushes)> {
        let nobody = PersonId(Uuid::nil());
        let told = self.reminders.range((id, nobody)..).map(|(both, _)| *both);
        let told: Vec<Both> = told.take_while(|(of, _)| *of == id).collect();
        let ended = told
            .into_iter()
            .filter_map(|both| self.stop(both))
            .collect();
        let gone = self.obligations.remove(&id).expect("an obligation");
        self.subjects.remove(&(gone.rule, gone.subject));
        if let Some(of_case) = self.of_case.get_mut(&gone.case) {
            of_case.remove(&id);
        }
        ended
    }

    fn tell_of(
        &mut self,
        id: ObligationId,
        obligation: &Obligation,
        facts: &Facts,
        profile: &Profile,
        at: DateTime<Utc>,
    ) -> Vec<(Obligation, PersonId, Row, Pushes)> {
        let nobody = PersonId(Uuid::nil());
        let before = self.reminders.range((id, nobody)..);
        let before = before.take_while(|((of, _), _)| *of == id);
        let mut before: BTreeMap<PersonId, Told> = before
            .map(|((_, person), row)| (*person, row.told))
            .collect();
        let mut ended = Vec::new();
        for (person, told) in obligation::hearers(obligation, facts) {
            match before.remove(&person) {
                Some(same) if same == told => continue,
                Some(_) => ended.extend(self.stop((id, person))),
                None => {}
            }
            let hearer = facts.hearer(person, told, profile);
            let pushes = self.pushes_of((id, person));
            let last = pushes.told.iter().chain(&pushes.missed).max().copied();
            let next = obligation::first_call(obligation, hearer, profile, last, at);
            let row = Row {
                told,
                next: None,
                put_off: 0,
                since: at,
            };
            self.reminders.insert((id, person), row);
            self.set_next((id, person), next);
        }
        for person in before.into_keys() {
            ended.extend(self.stop((id, person)));
        }
        ended
    }

    /// They are told of it no more.
    pub fn stop(&mut self, both: Both) -> Option<(Obligation, PersonId, Row, Pushes)> {
        let row = *self.reminders.get(&both)?;
        self.set_next(both, None);
        self.reminders.remove(&both);
        let pushes = self.pushes_of(both);
        Some((self.obligations[&both.0].clone(), both.1, row, pushes))
    }

    fn set_next(&mut self, both: Both, next: Option<Call>) {
        let (id, person) = both;
        let Some(row) = self.reminders.get_mut(&both) else {
            return;
        };
        let due_of = self.due_of.entry(person).or_default();
        if let Some(before) = row.next {
            self.due.remove(&(before.at, person, id));
            due_of.remove(&(before.at, id));
        }
        row.next = next;
        if let Some(next) = next {
            self.due.insert((next.at, person, id));
            due_of.insert((next.at, id));
        }
    }

    /// Somebody was told, or it had become of no use to tell them.
    pub fn reminded(&mut self, person: PersonId, one: &Reminded) {
        let both = (one.obligation, person);
        let key = self.key(one.obligation, person);
        let pushes = self.pushes.entry(key).or_default();
        match one.told {
            true => pushes.told.push(one.rung),
            false => pushes.missed.push(one.rung),
        }
        self.set_next(both, one.next);
    }

    pub fn postpone(&mut self, both: Both, at: DateTime<Utc>) {
        let next = self.reminders.get(&both).and_then(|row| row.next);
        if let Some(call) = next {
            self.set_next(both, Some(Call { at, ..call }));
        }
    }

    pub fn put_off(&mut self, both: Both, next: Call) {
        let key = self.key(both.0, both.1);
        self.pushes.entry(key).or_default().put_off += 1;
        self.set_next(both, Some(next));
        if let Some(row) = self.reminders.get_mut(&both) {
            row.put_off += 1;
        }
    }

    /// Whoever cannot be written to is looked at again later.
    pub fn unreached(&mut self, person: PersonId, now: DateTime<Utc>, later: TimeDelta) {
        let due = self.due_of.get(&person).into_iter().flatten();
        let due: Vec<ObligationId> = due
            .take_while(|(at, _)| *at <= now)
            .map(|(_, id)| *id)
            .collect();
        for id in due {
            self.postpone((id, person), now + later);
        }
    }

    /// Whether what comes next was told before, and was put off.
    pub fn is_again(&self, both: Both) -> bool {
        let next = self.reminders.get(&both).and_then(|row| row.next);
        let pushes = self.pushes_of(both);
        next.is_some_and(|next| {
            pushes
                .told
                .iter()
                .chain(&pushes.missed)
                .any(|rung| *rung == next.rung)
        })
    }

    /// Somebody is in another zone.
    pub fn moved(&mut self, person: PersonId, zone: Tz, morning: NaiveTime, now: DateTime<Utc>) {
        let due = self.due_of.get(&person).into_iter().flatten();
        let all: Vec<ObligationId> = due.map(|(_, id)| *id).collect();
        for id in all {
            let both = (id, person);
            let next = self.reminders[&both].next.filter(|_| !self.is_again(both));
            if let Some(call) = next {
                self.postpone(both, preference::moved(call, morning, zone, now));
            }
        }
    }
}
