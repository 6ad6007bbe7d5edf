//! What the conversation brings to a form beside the answers.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{answers::Answers, value::Value};

/// Values that do not come from the person who answers. Same answers and same context give the same interview.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct Context {
    /// Values of `hidden` questions by name, such as `ctx_code`; also `username`.
    pub hidden: BTreeMap<String, Value>,
    /// For each repeat by name, one map of hidden values a row, such as the words of each goal.
    pub rows: BTreeMap<String, Vec<BTreeMap<String, Value>>>,
    /// Answers that were taken before and count although they would no longer be, such as a day to come that has
    /// passed since. Another answer at their place is held to what is allowed now.
    pub accepted: Answers,
    /// The civil date now, in the case's zone.
    pub today: NaiveDate,
    /// The instant now, in the case's zone.
    pub now: DateTime<FixedOffset>,
    /// When the draft's first answer was given, or `now` before that: what `start` holds and `once(today())` keeps.
    pub started: DateTime<FixedOffset>,
    /// Material of `random()` and `uuid()`, fixed per draft.
    pub seed: u64,
    /// The language in which `jr:choice-name` answers.
    pub language: String,
}
