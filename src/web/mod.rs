//! What the program serves over HTTP: its health, its counters and Telegram's webhook.

pub mod health;
pub mod webhook;
