//! Kinkeeper: a messaging assistant for people who work with vulnerable children and their families.

pub mod clock;
pub mod core;
pub mod due;
pub mod ids;
pub mod metrics;
pub mod simulator;
pub mod store;
pub mod telegram;
pub mod words;
pub mod work;
