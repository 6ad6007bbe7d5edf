//! A year of a programme, lived twice by real processes: once undisturbed, once killed at random moments. Whatever the
//! first told, kept and called about, the second did too, and nothing besides.
//!
//! `YEAR_DAYS` sets how many days (14), `YEAR_KILLS` how many kills (40), `YEAR_VOLUNTEERS` how many volunteers (4),
//! `YEAR_SEED` what people do (1). `docs/faults.md` has the figures of long runs.

#[path = "killed_year/bot.rs"]
mod bot;
#[path = "faults/dice.rs"]
mod dice;
#[path = "killed_year/life.rs"]
mod life;
mod support;
#[path = "killed_year/told.rs"]
mod told;
#[path = "killed_year/town.rs"]
mod town;

use std::time::Instant;

use dice::Dice;
use life::Life;
use support::Engine;
use told::Told;
use town::Town;

/// How long and hard a run is.
#[derive(Clone, Copy)]
struct Run {
    days: u64,
    kills: u64,
    volunteers: u64,
    seed: u64,
}

/// The same program is the test and, with other arguments, the bot that it kills.
fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [bot::CHILD, settings @ ..] =
        &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..]
    {
        return runtime.block_on(bot::live(settings));
    }
    let run = Run {
        days: setting("YEAR_DAYS", 14),
        kills: setting("YEAR_KILLS", 40),
        volunteers: setting("YEAR_VOLUNTEERS", 4),
        seed: setting("YEAR_SEED", 1),
    };
    for engine in Engine::at_hand() {
        runtime.block_on(twice(engine, run));
    }
}

/// Lives the same days undisturbed and killed, and compares.
async fn twice(engine: Engine, run: Run) {
    eprintln!(
        "{engine:?}: {} days of {} volunteers, seed {}",
        run.days, run.volunteers, run.seed
    );
    let begun = Instant::now();
    let undisturbed = Town::founded(engine, run.volunteers).await;
    let killed = undisturbed.twin();
    // What people do is the same each time; when the bot is killed is not.
    let mut dice = Dice::new(u64::from(std::process::id()));
    let mut first = Life::begin(&undisturbed, run.seed).await;
    first.goes_on(run.days, None).await;
    let expected = Told::by(first).await;
    let mut second = Life::begin(&killed, run.seed).await;
    second.goes_on(run.days, Some((run.kills, &mut dice))).await;
    let kills = second.kills();
    let found = Told::by(second).await;
    expected.is_lively();
    expected.keeps_the_rules();
    found.is_the_same_as(&expected);
    eprintln!(
        "{engine:?}: {kills} kills, {found}, {} s",
        begun.elapsed().as_secs()
    );
}

fn setting(name: &str, usual: u64) -> u64 {
    match std::env::var(name) {
        Ok(value) => {
            let number = value.parse();
            number.unwrap_or_else(|_| panic!("{name} is no number: {value}"))
        }
        Err(_) => usual,
    }
}
