//! The only place that names teloxide: raw updates come in from Telegram, messages go out to it.

pub mod calls;
pub mod clearer;
pub mod deliver;
pub mod flight;
pub mod lists;
pub mod media;
pub mod pace;
pub mod reading;
pub mod receive;
pub mod trier;
