//! Kinkeeper: a messaging assistant for people who work with vulnerable children and their families.

pub mod clock;
pub mod core;
pub mod ids;
pub mod simulator;
pub mod store;
