//! A run: an engine comes in; processes are started, killed and started again; what must hold is checked at the end.

use std::time::Duration;

use kinkeeper::clock::Clock;
use kinkeeper::simulator::{Fault, FaultRule, Faults, Simulator};
use tokio::time::Instant;

use super::dice::Dice;
use super::invariants;
use super::process::{Home, Process};
use super::records::Records;
use super::support::{Engine, scratch};
use super::town::Town;

const TOKEN: &str = "7000000001:fault-token";
/// Kills in a full test run.
const KILLS: u64 = 50;
/// Work is under way once phones have changed so often, at most; how often is drawn for each kill.
const SIGNS_OF_WORK: u64 = 50;
/// A kill comes up to so long after that.
const KILLED_WITHIN_MS: u64 = 300;
/// Of a hundred kills, so many come while the bot starts.
const AT_START: u64 = 15;
/// How long a start takes at most before such a kill.
const STARTS_WITHIN_MS: u64 = 200;
/// No bot takes longer than this to do something, on however busy a machine.
const SIGN_OF_LIFE: Duration = Duration::from_secs(60);
/// Messages in doubt are sent once more after a minute, those of a lost process another minute later.
const REST: Duration = Duration::from_secs(180);
/// How often it is looked whether everything rests.
const LOOK: Duration = Duration::from_millis(500);

/// The processes that run now; on PostgreSQL sometimes two, of which one asks Telegram for updates.
struct Bots<'a> {
    home: &'a Home,
    records: &'a Records,
    alive: Vec<Process>,
    starts: u64,
}

/// Runs the bot, kills it again and again, and checks what is left.
pub async fn run(engine: Engine) {
    let kills = setting("FAULT_KILLS").unwrap_or(KILLS);
    let seed = setting("FAULT_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    eprintln!("{engine:?}: {kills} kills; repeat with FAULT_SEED={seed}");
    let mut dice = Dice::new(seed);
    let begun = Instant::now();

    let simulator = Simulator::new(Clock::system(), TOKEN.into());
    let listening = simulator
        .listen(([127, 0, 0, 1], 0).into())
        .await
        .expect("a free port");
    let place = scratch(engine);
    let database = place.settings.database().expect("a database");
    let home = Home {
        data: place.settings.data.clone(),
        database: database.clone(),
        api_url: format!("http://{}", listening.addr),
        token: TOKEN.into(),
    };
    for (what, rows) in [("people", Town::people()), ("cases", Town::cases())] {
        let file = home.data.join(what);
        std::fs::write(&file, rows).expect("a file to import");
        home.done(&["import", what, &file.to_string_lossy()]);
    }
    let records = Records::open(&database);
    let mut town = Town::new(simulator.clone(), &mut dice);
    let mut bots = Bots {
        home: &home,
        records: &records,
        alive: Vec::new(),
        starts: 0,
    };
    bots.start().await;
    let agreed = town.live(Instant::now() + SIGN_OF_LIFE, Town::agreed).await;
    assert!(
        agreed,
        "not everybody was asked for agreement; {}",
        home.said()
    );

    for nth in 0..kills {
        simulator.set_faults(faults(&mut dice));
        let pair = engine == Engine::Postgres && dice.percent(40);
        while bots.alive.len() < if pair { 2 } else { 1 } {
            bots.start().await;
        }
        bots.until_the_kill(&mut town, &mut dice).await;
        bots.kill_one(&mut dice).await;
        if dice.percent(10) {
            bots.kill_all().await;
        }
        if nth % 100 == 99 {
            eprintln!("{engine:?}: {} kills after {:?}", nth + 1, begun.elapsed());
        }
    }

    simulator.set_faults(Faults::default());
    if bots.alive.is_empty() {
        bots.start().await;
    }
    town.at_work = false;
    rest(&mut town, &records, &home).await;
    let starts = bots.starts;
    bots.kill_all().await;
    let found = invariants::check(&town, &home, &records, &place.settings).await;
    records.close().await;
    eprintln!(
        "{engine:?}: seed {seed}, {kills} kills, {starts} starts, {found}, {} s",
        begun.elapsed().as_secs()
    );
}

impl Bots<'_> {
    async fn start(&mut self) {
        self.alive.push(self.home.run());
        self.starts += 1;
    }

    /// Lets everybody work until the moment of the next kill.
    async fn until_the_kill(&mut self, town: &mut Town, dice: &mut Dice) {
        let at_start = dice.percent(AT_START);
        let moment = Duration::from_millis(dice.below(if at_start {
            STARTS_WITHIN_MS
        } else {
            KILLED_WITHIN_MS
        }));
        if !at_start {
            let signs = usize::try_from(dice.below(SIGNS_OF_WORK)).unwrap_or_default();
            let until = town.seen + signs;
            let works = town
                .live(Instant::now() + SIGN_OF_LIFE, |town| town.seen > until)
                .await;
            assert!(works, "the bot does nothing any more; {}", self.home.said());
        }
        town.live(Instant::now() + moment, |_| false).await;
        for process in &mut self.alive {
            assert!(
                !process.ended(),
                "the bot ended by itself: {}",
                self.home.said()
            );
        }
    }

    async fn kill_one(&mut self, dice: &mut Dice) {
        let victim = usize::try_from(dice.below(self.alive.len() as u64)).unwrap_or_default();
        self.alive.remove(victim).kill();
        self.records.end_lease().await;
    }

    async fn kill_all(&mut self) {
        self.alive.drain(..).for_each(Process::kill);
        self.records.end_lease().await;
    }
}

/// Waits until no update waits to be handled and no message to be sent.
async fn rest(town: &mut Town, records: &Records, home: &Home) {
    let deadline = Instant::now() + REST;
    let mut quiet = 0;
    while quiet < 4 {
        assert!(
            Instant::now() < deadline,
            "{} updates and messages never end; {}",
            records.unfinished().await,
            home.said()
        );
        town.live(Instant::now() + LOOK, |_| false).await;
        let resting =
            town.simulator.pending_updates().is_empty() && records.unfinished().await == 0;
        quiet = if resting { quiet + 1 } else { 0 };
    }
}

/// What goes wrong on the way to Telegram until the next kill.
fn faults(dice: &mut Dice) -> Faults {
    let reset = |fault, method: &str| FaultRule {
        fault,
        method: Some(method.into()),
        count: None,
        probability: Some(0.02),
    };
    // Slow calls, so that many are under way at the moment of a kill.
    let slow = FaultRule {
        fault: Fault::Slow { delay_ms: 80 },
        method: Some("sendMessage".into()),
        count: None,
        probability: Some(0.3),
    };
    let resets = [
        reset(Fault::ResetBefore, "sendMessage"),
        reset(Fault::ResetAfter, "sendMessage"),
        reset(Fault::ResetAfter, "editMessageText"),
    ];
    let mut rules = Vec::new();
    if dice.percent(50) {
        rules.push(slow);
    }
    if dice.percent(50) {
        rules.extend(resets);
    }
    Faults {
        rules,
        duplicate_updates: dice.percent(30),
        shuffle_updates: dice.percent(30),
        seed: dice.next(),
        ..Faults::default()
    }
}

fn setting(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(
        value
            .parse()
            .unwrap_or_else(|_| panic!("{name} is no number: {value}")),
    )
}
