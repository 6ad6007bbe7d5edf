//! Nothing is ever lost: real processes of the bot are killed at random moments under twenty conversations, started
//! again, and at the end every phone is held against the database. `docs/faults.md` says how to repeat a run.
//!
//! `FAULT_KILLS` sets how many kills (50), `FAULT_SEED` where chance begins; the seed is printed.

#[path = "faults/answers.rs"]
mod answers;
#[path = "faults/dice.rs"]
mod dice;
#[path = "faults/invariants.rs"]
mod invariants;
#[path = "faults/ledger.rs"]
mod ledger;
#[path = "faults/phone.rs"]
mod phone;
#[path = "faults/process.rs"]
mod process;
#[path = "faults/records.rs"]
mod records;
#[path = "faults/run.rs"]
mod run;
#[path = "faults/supervisor.rs"]
mod supervisor;
mod support;
#[path = "faults/town.rs"]
mod town;
#[path = "faults/volunteer.rs"]
mod volunteer;

use support::Engine;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_on_sqlite() {
    run::run(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_on_postgres() {
    if Engine::at_hand().contains(&Engine::Postgres) {
        run::run(Engine::Postgres).await;
    }
}
