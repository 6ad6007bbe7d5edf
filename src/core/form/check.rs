//! Sheets of cells come in, a checked form or all that is wrong with them goes out.

use super::{finding::Finding, model::Form, table::Tables};

/// Compiles tables into a form, with warnings.
///
/// # Errors
/// All that would change the meaning of the form, each with sheet, row, column, and what to do.
pub fn compile(tables: &Tables) -> Result<(Form, Vec<Finding>), Vec<Finding>> {
    let _ = tables;
    todo!()
}
