//! An embedded Telegram.
