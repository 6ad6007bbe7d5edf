//! Presses of inline buttons: each waits for the bot's answer, which is a toast or an alert on the phone.

use chrono::{DateTime, Utc};
use serde::Serialize;

/// A press.
#[derive(Clone, Debug)]
pub(super) struct Query {
    pub chat: i64,
    pub person: i64,
    pub at: DateTime<Utc>,
    pub answer: Option<CallbackAnswer>,
}

/// What the bot answered to a press.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CallbackAnswer {
    /// The words; empty when only the button's wait ends.
    pub text: String,
    /// A dialog to be closed, not a passing toast.
    pub show_alert: bool,
    /// An address to open.
    pub url: Option<String>,
}
