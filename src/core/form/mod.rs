//! Guided conversations as data: XLSForm tables come in, a checked [`Form`] and the [`Interview`] that walks it go out.
//!
//! Read in this order: `table` (cells) → `check` (cells to a form) → `model` (the form) → `expr` (its expressions) →
//! `answers` (what was given) → `state` (what follows from it) → `interview` (what to ask next) → `asked` (one question
//! and what may answer it) → `read` (typed words to an answer) → `report` (what is kept).

mod answering;
pub mod answers;
pub mod asked;
mod asking;
pub mod check;
pub mod context;
pub mod expr;
pub mod finding;
pub mod interview;
pub mod limits;
pub mod model;
pub mod read;
pub mod report;
mod state;
pub mod table;
#[cfg(test)]
mod tests;
pub mod value;
pub mod words;

pub use answers::{Answer, Answers, Name, Place};
pub use asked::{Asked, Given, Offer, Slip};
pub use context::Context;
pub use finding::{Finding, Sheet};
pub use interview::{Interview, Shown};
pub use model::{Accept, Choice, ChoiceList, Form, Group, Kind, Question, Range};
pub use read::Vocabulary;
pub use report::{Report, Saved};
pub use value::{Media, MediaKind, Value};
pub use words::{Phrase, Piece, Text, Words};
