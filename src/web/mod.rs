//! What the program serves over HTTP: its health, its counters what families share, and Telegram's webhook.

pub mod health;
pub mod share;
pub mod webhook;
