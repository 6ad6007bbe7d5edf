//! What is kept of a finished interview: typed fields, open answers, sealed answers.

use super::{interview::Interview, value::Value};

/// A value for a typed field of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved<'a> {
    /// The `save_to` of the question, such as `visit.danger`.
    pub field: &'a str,
    /// The row of the repeat, counted from 1.
    pub instance: Option<u16>,
    /// What to save.
    pub value: Value,
    /// Whether it must be kept sealed.
    pub sealed: bool,
}

/// The answers of a report as two JSON objects by question name; a repeat is an array of objects under its own name.
/// Multi-selects are arrays, numbers are numbers, dates ISO text; what is blank or not relevant is absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What exports may show.
    pub open: serde_json::Value,
    /// Personal data, free text, media and captions.
    pub sealed: serde_json::Value,
}

impl Interview<'_> {
    /// The typed fields, in the order of the form; relevant and filled ones only, also calculated.
    #[must_use]
    pub fn saved(&self) -> Vec<Saved<'_>> {
        todo!()
    }

    /// The open and the sealed answers.
    #[must_use]
    pub fn report(&self) -> Report {
        todo!()
    }
}
