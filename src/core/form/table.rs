//! XLSForm tables written in Markdown come in, sheets of cells go out.

use super::finding::Finding;

/// The sheets of a form as cells, whatever file they came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tables {
    /// The questions.
    pub survey: Table,
    /// The lists of choices.
    pub choices: Table,
    /// The form's own data.
    pub settings: Table,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The header of each column, as written.
    pub columns: Vec<String>,
    /// The rows below the header, blank ones left out.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// As a spreadsheet counts it: the header is row 1.
    pub number: usize,
    /// A cell a column, blank ones empty.
    pub cells: Vec<String>,
}

/// Reads XLSForm tables written in Markdown, in the layout of pyxform: a row whose first cell names the sheet, then
/// rows whose first cell is empty, the first of them the header.
///
/// # Errors
/// All that hinders reading, each with its sheet and row.
pub fn read_markdown(text: &str) -> Result<Tables, Vec<Finding>> {
    let _ = text;
    todo!()
}
