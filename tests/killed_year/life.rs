//! The days pass: what phones show comes in, and people report, put off, are in danger, block the bot; which of it depends
//! on the day and the seed alone.

use std::time::Duration;

use chrono::{DateTime, DurationRound as _, NaiveTime, TimeDelta, Utc};
use kinkeeper::clock::Clock;
use kinkeeper::simulator::{Listening, NewPerson, Press, ShownMessage, Simulator};

use super::bot::{Bot, Home, Moment, TOKEN};
use super::dice::Dice;
use super::town::{CASES_EACH, SUPERVISOR, Town, code_of, user_of};

/// When people act, by their own clocks; what came in the morning is read by then.
const AFTERNOON: NaiveTime = NaiveTime::from_hms_opt(11, 0, 0).expect("an hour");
/// The bot is looked at so often at least.
const LOOK_EVERY: TimeDelta = TimeDelta::minutes(30);
/// After a kill, what was under way comes again after a minute, and what that held up a minute later.
const IN_DOUBT: TimeDelta = TimeDelta::seconds(61);
const LOOKS_AFTER_A_KILL: usize = 3;
/// A kill comes up to so many microseconds after the bot was told the time, while it starts up to so many.
const KILLED_WITHIN_US: u64 = 60_000;
const STARTING_FOR_US: u64 = 600_000;
/// Of a hundred starts after a kill, so many are killed as well.
const AT_START: u64 = 10;
/// So often, and for so long, the bot is away.
const AWAY_EVERY: TimeDelta = TimeDelta::days(10);
const AWAY_FOR: TimeDelta = TimeDelta::hours(52);

/// How often somebody taps or asks who sees no answer.
const PATIENT: usize = 6;
/// So many messages are on the screen of a phone.
const NEWEST: usize = 4;
const MENU: &str = "What would you like to do";

/// What a volunteer does about something that is due.
#[derive(Clone, Copy)]
enum Act {
    Visit,
    Danger,
    CouldNot,
    Later,
    Nothing,
}

/// How often each, of a dozen.
const ACTS: &[Act] = {
    use Act::{CouldNot, Danger, Later, Nothing, Visit};
    &[
        Visit, Visit, Visit, Visit, Visit, Visit, Danger, CouldNot, Later, Later, Nothing, Nothing,
    ]
};
const VISIT: &[&str] = &[
    "today",
    "caregiver",
    "no",
    "nothing worries me",
    "They eat together.",
    "as agreed",
    "as planned",
    "send report",
];
const DANGER: &[&str] = &[
    "today",
    "caregiver",
    "danger now",
    "He was hit.",
    "nothing worries me",
    "They eat together.",
    "as agreed",
    "as planned",
    "send report",
];
const COULD_NOT: &[&str] = &["3", "1", "tomorrow", "no", "send report"];
const OUTCOME: &[&str] = &["1", "1", "nothing else", "send report"];

/// What happens to the days of one town.
pub struct Life<'a> {
    pub town: &'a Town,
    pub simulator: Simulator,
    clock: Clock,
    bot: Bot,
    seed: u64,
    killed: u64,
    /// When something is due next, as the bot said last.
    next: Option<DateTime<Utc>>,
    _listening: Listening,
}

impl<'a> Life<'a> {
    /// Everybody agrees to the privacy words.
    pub async fn begin(town: &'a Town, seed: u64) -> Self {
        let clock = Clock::frozen(Town::begins());
        let simulator = Simulator::new(clock.clone(), TOKEN.into());
        let listening = simulator.listen(([127, 0, 0, 1], 0).into()).await;
        let listening = listening.expect("a free port");
        let bot = Bot::of(Home {
            data: town.scratch.settings.data.clone(),
            database: town.database(),
            api_url: format!("http://{}", listening.addr),
        });
        let mut life = Self {
            town,
            simulator,
            clock,
            bot,
            seed,
            killed: 0,
            next: None,
            _listening: listening,
        };
        for user in town.users() {
            life.simulator.add_person(NewPerson {
                id: Some(user),
                first_name: format!("Person {user}"),
                language_code: Some("en".into()),
                started: true,
                ..NewPerson::default()
            });
            life.simulator.start(user, None).expect("a phone");
        }
        life.rests(None).await;
        for user in town.users() {
            life.taps(user, "agree", MENU, None).await;
        }
        life
    }

    pub fn kills(&self) -> u64 {
        self.killed
    }

    /// So many days pass; the bot is killed so often meanwhile, if at all.
    pub async fn goes_on(&mut self, days: u64, mut kills: Option<(u64, &mut Dice)>) {
        for day in 0..days {
            let wanted = kills
                .as_ref()
                .map_or(0, |(kills, _)| kills * (day + 1) / days);
            let mut hunter = kills.as_mut().map(|(_, dice)| Hunter { wanted, dice });
            self.day(day, hunter.as_mut()).await;
        }
        // What the last kill held up ends.
        for _ in 0..LOOKS_AFTER_A_KILL {
            self.clock.advance(IN_DOUBT);
            self.rests(None).await;
        }
        self.bot.dies().await;
    }

    async fn day(&mut self, day: u64, mut hunter: Option<&mut Hunter<'_>>) {
        let begins = Town::begins() + TimeDelta::days(i64::try_from(day).expect("not so many"));
        let acts_at = begins.date_naive().and_time(AFTERNOON).and_utc();
        let mut acted = false;
        while self.clock.now() < begins + TimeDelta::days(1) {
            let now = self.clock.now();
            let look = now.duration_trunc(LOOK_EVERY).expect("a half hour") + LOOK_EVERY;
            let due = self.next.filter(|next| *next > now);
            let mut next = due.map_or(look, |due| due.min(look));
            if let Some(back) = is_away(next) {
                self.bot.dies().await;
                next = back;
            }
            if !acted && now <= acts_at && next >= acts_at {
                acted = true;
                self.clock.advance(acts_at.max(now) - now);
                self.rests(hunter.as_deref_mut()).await;
                self.people_act(day, hunter.as_deref_mut()).await;
                continue;
            }
            self.clock.advance(next - now);
            self.rests(hunter.as_deref_mut()).await;
        }
    }

    /// The bot does what is due at this moment, however often it is killed over it.
    async fn rests(&mut self, mut hunter: Option<&mut Hunter<'_>>) {
        let mut again = 0;
        loop {
            // A message that is in doubt a second time is given up, so nothing is killed while it comes again.
            let kill = match again {
                0 => hunter.as_mut().and_then(|hunter| hunter.aims(self.killed)),
                LOOKS_AFTER_A_KILL => hunter.as_mut().and_then(|hunter| hunter.aims_at_start()),
                _ => None,
            };
            match self.bot.rests_at(self.clock.now(), kill).await {
                Moment::Rested(next) => {
                    self.next = next;
                    if again == 0 {
                        return;
                    }
                    again -= 1;
                    self.clock.advance(IN_DOUBT);
                }
                Moment::Killed => {
                    self.killed += 1;
                    again = LOOKS_AFTER_A_KILL;
                }
            }
        }
    }

    async fn people_act(&mut self, day: u64, mut hunter: Option<&mut Hunter<'_>>) {
        for volunteer in 0..self.town.volunteers {
            let user = user_of(volunteer);
            if self.blocks(day, volunteer) {
                self.simulator.block(user).expect("a phone");
            }
            if self.has_blocked(day, volunteer) {
                continue;
            }
            for nth in 0..CASES_EACH {
                let code = code_of(volunteer, nth);
                if !self.is_told_of(user, &code) {
                    continue;
                }
                let visit = format!("/visit {code}");
                match self.dice(day, volunteer, nth).pick(ACTS) {
                    Some(Act::Visit) => self.writes(user, &visit, VISIT),
                    Some(Act::Danger) => self.writes(user, &visit, DANGER),
                    Some(Act::CouldNot) => self.writes(user, &visit, COULD_NOT),
                    Some(Act::Later) => {
                        let mut tapping = hunter.as_deref_mut();
                        self.taps(user, &code, "Why", tapping.as_deref_mut()).await;
                        // What is late cannot be put off.
                        if self.shows(user, "Later").is_some() {
                            self.taps(user, "Later", "When shall", tapping.as_deref_mut())
                                .await;
                            self.taps(user, "hour", "I will tell you", tapping).await;
                        }
                    }
                    Some(Act::Nothing) | None => {}
                }
                self.rests(hunter.as_deref_mut()).await;
            }
        }
        self.dangers_end(hunter).await;
    }

    /// The supervisor takes every danger on the menu, and writes what was done.
    async fn dangers_end(&mut self, mut hunter: Option<&mut Hunter<'_>>) {
        loop {
            let menu = self.menu(SUPERVISOR, hunter.as_deref_mut()).await;
            let mut buttons = menu.buttons.iter().flatten();
            let Some(danger) = buttons.find(|button| button.text.starts_with(['🔔', '🤝']))
            else {
                return;
            };
            let ways = [
                (danger.text.as_str(), "The details"),
                ("I have it", "You have"),
                ("What was done", "What did you find"),
            ];
            for (words, then) in ways {
                if words != "I have it" || danger.text.starts_with('🔔') {
                    self.taps(SUPERVISOR, words, then, hunter.as_deref_mut())
                        .await;
                }
            }
            self.writes(SUPERVISOR, "They are with their aunt.", OUTCOME);
            self.rests(hunter.as_deref_mut()).await;
        }
    }

    /// Whether somebody blocks the bot on this day.
    fn blocks(&self, day: u64, volunteer: u64) -> bool {
        self.dice(day, volunteer, CASES_EACH).percent(3)
    }

    /// Whether somebody has blocked the bot; three days later they are back.
    fn has_blocked(&self, day: u64, volunteer: u64) -> bool {
        let blocked = |ago: u64| day >= ago && self.blocks(day - ago, volunteer);
        if blocked(0) || blocked(1) || blocked(2) {
            return true;
        }
        if blocked(3) {
            self.simulator.unblock(user_of(volunteer)).expect("a phone");
        }
        false
    }

    /// The same for the same day, person and case, in both lives.
    fn dice(&self, day: u64, volunteer: u64, nth: u64) -> Dice {
        Dice::new(self.seed ^ (day << 32) ^ (volunteer << 8) ^ nth)
    }

    fn writes(&self, user: i64, first: &str, then: &[&str]) {
        for text in [first].iter().chain(then) {
            self.simulator.write(user, text).expect("a phone");
        }
    }

    /// Whether a message of today has a button for this case.
    fn is_told_of(&self, user: i64, code: &str) -> bool {
        let today = self.clock.now().date_naive();
        let mut messages = self.of_bot(user).into_iter();
        messages.any(|message| {
            let mut buttons = message.buttons.iter().flatten();
            message.at.date_naive() == today && buttons.any(|button| button.text.contains(code))
        })
    }

    pub fn of_bot(&self, user: i64) -> Vec<ShownMessage> {
        let chat = self.simulator.chat(user, 0).expect("a phone");
        let messages = chat.messages.into_iter();
        messages.filter(|message| message.from == "bot").collect()
    }

    /// The newest button with these words.
    fn shows(&self, user: i64, words: &str) -> Option<Press> {
        self.of_bot(user).into_iter().rev().find_map(|message| {
            let mut buttons = message.buttons.into_iter().flatten();
            let button = buttons.find(|button| button.text.contains(words))?;
            Some(Press::On {
                message_id: message.id,
                text: button.text,
            })
        })
    }

    /// What `/menu` shows.
    async fn menu(&mut self, user: i64, mut hunter: Option<&mut Hunter<'_>>) -> ShownMessage {
        for _ in 0..PATIENT {
            self.writes(user, "/menu", &[]);
            self.rests(hunter.as_deref_mut()).await;
            let newest = self.of_bot(user).pop().expect("an answer");
            if newest.text.starts_with(MENU) {
                return newest;
            }
        }
        panic!("{user} sees no menu");
    }

    /// Taps the newest button with these words, and again where the screen that follows was lost on its way.
    async fn taps(
        &mut self,
        user: i64,
        words: &str,
        then: &str,
        mut hunter: Option<&mut Hunter<'_>>,
    ) {
        for _ in 0..PATIENT {
            let press = self.shows(user, words);
            let press = press.unwrap_or_else(|| panic!("{user} sees no button {words:?}"));
            self.simulator
                .press(user, press)
                .expect("the button is there");
            self.rests(hunter.as_deref_mut()).await;
            let mut newest = self.of_bot(user).into_iter().rev().take(NEWEST);
            if newest.any(|message| message.text.contains(then)) {
                return;
            }
        }
        panic!("{user} taps {words:?} and never sees {then:?}");
    }
}

/// When the bot is back, if it is away at this moment.
fn is_away(at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let passed = (at - Town::begins()).num_seconds();
    let since_last = TimeDelta::seconds(passed % AWAY_EVERY.num_seconds());
    let left = AWAY_EVERY - since_last;
    (left <= AWAY_FOR).then(|| at + left)
}

/// Kills the bot.
struct Hunter<'a> {
    wanted: u64,
    dice: &'a mut Dice,
}

impl Hunter<'_> {
    /// When to kill, if it is time.
    fn aims(&mut self, killed: u64) -> Option<Duration> {
        (killed < self.wanted).then(|| Duration::from_micros(self.dice.below(KILLED_WITHIN_US)))
    }

    /// When to kill it while it starts, now and then.
    fn aims_at_start(&mut self) -> Option<Duration> {
        let within = Duration::from_micros(self.dice.below(STARTING_FOR_US));
        self.dice.percent(AT_START).then_some(within)
    }
}
