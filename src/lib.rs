//! Kinkeeper: a messaging assistant for people who work with vulnerable children and their families.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod core;
pub mod demo;
pub mod due;
pub mod ids;
pub mod letters;
pub mod metrics;
pub mod programme;
pub mod second;
pub mod simulator;
pub mod stage;
pub mod store;
pub mod telegram;
pub mod web;
pub mod words;
pub mod work;
