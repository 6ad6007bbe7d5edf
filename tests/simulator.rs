//! The simulator over real HTTP: strict where Telegram is strict, and able to fail on command.

#[path = "simulator/calls.rs"]
mod calls;
#[path = "simulator/failing.rs"]
mod failing;
#[path = "simulator/libraries.rs"]
mod libraries;
#[path = "simulator/people.rs"]
mod people;
#[path = "simulator/receiving.rs"]
mod receiving;
#[path = "simulator/refusals.rs"]
mod refusals;
#[path = "simulator/resuming.rs"]
mod resuming;
#[path = "simulator/stand.rs"]
mod stand;
