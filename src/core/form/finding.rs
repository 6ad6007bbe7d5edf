//! What is wrong with a form, where, and what to do about it.

use std::fmt;

/// One finding of the importer. Printed as one line for the person who writes the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The sheet it is in.
    pub sheet: Sheet,
    /// The row as a spreadsheet counts it: the header is row 1. 0 when the finding is about the whole sheet.
    pub row: usize,
    /// The header of the column, when it is about one cell.
    pub column: Option<String>,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub advice: String,
}

/// The sheets of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// The questions.
    Survey,
    /// The lists of choices.
    Choices,
    /// The form's own data.
    Settings,
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Survey => "survey",
            Self::Choices => "choices",
            Self::Settings => "settings",
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.sheet)?;
        if self.row > 0 {
            write!(f, " row {}", self.row)?;
        }
        if let Some(column) = &self.column {
            write!(f, " column {column}")?;
        }
        write!(f, ": {}; {}", self.problem, self.advice)
    }
}
