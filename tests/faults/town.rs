//! Everybody with a phone: the simulator's changes come in, everybody looks and acts until a moment.

use std::collections::BTreeSet;

use kinkeeper::simulator::{Change, NewPerson, Simulator};
use tokio::sync::broadcast::{self, error::RecvError, error::TryRecvError};
use tokio::time::{Instant, timeout_at};

use super::answers::{FIRST_GOAL, SECOND_GOAL};
use super::dice::Dice;
use super::phone::Phone;
use super::supervisor::Supervisor;
use super::volunteer::Volunteer;

/// Volunteers, and so conversations side by side.
const VOLUNTEERS: i64 = 20;
const FIRST_VOLUNTEER: i64 = 1001;
/// Takes the dangers of the team.
const SUPERVISOR: i64 = 2001;
/// A supervisor of another team, whom none of this concerns.
const STRANGER: i64 = 2002;
/// A volunteer who never agrees.
const SILENT: i64 = 2003;

pub struct Town {
    pub simulator: Simulator,
    pub volunteers: Vec<Volunteer>,
    pub supervisor: Supervisor,
    pub stranger: Supervisor,
    pub silent: Phone,
    /// Whether the volunteers act, or only look.
    pub at_work: bool,
    /// How often somebody's phone showed that the bot had done something.
    pub seen: usize,
    changes: broadcast::Receiver<Change>,
}

impl Town {
    pub fn new(simulator: Simulator, dice: &mut Dice) -> Self {
        let phone = |user, name: &str| {
            simulator.add_person(NewPerson {
                id: Some(user),
                first_name: name.to_owned(),
                language_code: Some("en".into()),
                ..NewPerson::default()
            });
            let phone = Phone::new(user, simulator.clone());
            phone.start();
            phone
        };
        let users = FIRST_VOLUNTEER..FIRST_VOLUNTEER + VOLUNTEERS;
        let volunteers =
            users.map(|user| Volunteer::new(phone(user, "Vera"), Dice::new(dice.next())));
        Self {
            volunteers: volunteers.collect(),
            supervisor: Supervisor::new(phone(SUPERVISOR, "Grace"), Dice::new(dice.next())),
            stranger: Supervisor::new(phone(STRANGER, "Odd"), Dice::new(dice.next())),
            silent: phone(SILENT, "Mum"),
            at_work: true,
            seen: 0,
            changes: simulator.changes(),
            simulator,
        }
    }

    /// Everybody, as `import people` takes them.
    pub fn people() -> String {
        let mut csv = "name,role,team,language,time_zone,telegram_id\n".to_owned();
        for user in FIRST_VOLUNTEER..FIRST_VOLUNTEER + VOLUNTEERS {
            csv += &format!("Vera {user},volunteer,East,en,Africa/Nairobi,{user}\n");
        }
        csv += &format!("Grace,supervisor,East,en,Africa/Nairobi,{SUPERVISOR}\n");
        csv += &format!("Odd,supervisor,West,en,Africa/Nairobi,{STRANGER}\n");
        csv + &format!("Mum,volunteer,East,en,Africa/Nairobi,{SILENT}\n")
    }

    /// The cases, as `import cases` takes them: two of each volunteer, two volunteers each.
    pub fn cases() -> String {
        let mut csv = "code,alias,risk,team,caseworker,volunteers,opened_on,goals\n".to_owned();
        for nth in 0..VOLUNTEERS {
            let (one, other) = (
                FIRST_VOLUNTEER + nth,
                FIRST_VOLUNTEER + (nth + 1) % VOLUNTEERS,
            );
            let code = code(nth);
            csv += &format!(
                "{code},Family {nth},medium,East,,{one}|{other},2026-01-05,{FIRST_GOAL}|{SECOND_GOAL}\n"
            );
        }
        csv
    }

    /// The cases' codes that the phone of this volunteer, counted from 0, may show.
    pub fn codes_of(nth: usize) -> [String; 2] {
        let nth = i64::try_from(nth).unwrap_or_default();
        [code(nth), code((nth + VOLUNTEERS - 1) % VOLUNTEERS)]
    }

    pub fn all_codes() -> Vec<String> {
        (0..VOLUNTEERS).map(code).collect()
    }

    /// How many updates the simulator has made: one of each act.
    pub fn acts(&self) -> i64 {
        let volunteers = self.volunteers.iter().map(|volunteer| &volunteer.phone);
        let others = [&self.supervisor.phone, &self.stranger.phone, &self.silent];
        volunteers.chain(others).map(|phone| phone.acts.get()).sum()
    }

    /// Whether all who want to have agreed to the privacy words.
    pub fn agreed(&self) -> bool {
        let volunteers = self.volunteers.iter().all(|volunteer| volunteer.agreed);
        volunteers && self.supervisor.agreed && self.stranger.agreed
    }

    /// Lets everybody look and act until `deadline`, or until it is enough; says which.
    pub async fn live(&mut self, deadline: Instant, enough: impl Fn(&Self) -> bool) -> bool {
        loop {
            self.act();
            if enough(self) {
                return true;
            }
            if Instant::now() >= deadline {
                return false;
            }
            let patience = self.volunteers.iter().map(Volunteer::patient_until).min();
            let wake = patience
                .filter(|_| self.at_work)
                .map_or(deadline, |until| until.min(deadline));
            let touched = match timeout_at(wake, self.changes.recv()).await {
                Ok(Ok(change)) => self.drain(Some(change.person)),
                Ok(Err(RecvError::Lagged(_))) => self.drain(None),
                Ok(Err(RecvError::Closed)) => panic!("the simulator is gone"),
                Err(_) => continue,
            };
            self.look(touched.as_ref());
        }
    }

    /// Who is touched by what has changed; none for everybody.
    fn drain(&mut self, first: Option<i64>) -> Option<BTreeSet<i64>> {
        let mut touched = first.map(|person| BTreeSet::from([person]));
        loop {
            match self.changes.try_recv() {
                Ok(change) => {
                    if let Some(touched) = &mut touched {
                        touched.insert(change.person);
                    }
                }
                Err(TryRecvError::Lagged(_)) => touched = None,
                Err(TryRecvError::Empty | TryRecvError::Closed) => return touched,
            }
        }
    }

    fn look(&mut self, touched: Option<&BTreeSet<i64>>) {
        let concerns = |user: i64| touched.is_none_or(|touched| touched.contains(&user));
        for volunteer in &mut self.volunteers {
            if concerns(volunteer.phone.user) && volunteer.look() {
                self.seen += 1;
            }
        }
        for supervisor in [&mut self.supervisor, &mut self.stranger] {
            if concerns(supervisor.phone.user) {
                supervisor.look();
            }
        }
    }

    fn act(&mut self) {
        if self.at_work {
            self.volunteers.iter_mut().for_each(Volunteer::act);
        }
        self.supervisor.act(!self.at_work);
    }
}

fn code(nth: i64) -> String {
    format!("FAM{}", 200 + nth)
}
