//! XLSForm tables written in Markdown come in, sheets of cells go out.

use super::{
    finding::{Finding, Sheet},
    limits,
};

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
/// rows whose first cell is empty, the first of them the header. Lines that are no table row are left out.
///
/// # Errors
/// All that hinders reading, each with its sheet and row.
pub fn read_markdown(text: &str) -> Result<Tables, Vec<Finding>> {
    if text.len() > limits::FILE_BYTES {
        return Err(vec![whole(
            "the file is too big",
            "split the form, or leave out what is no form",
        )]);
    }
    let mut tables = Tables::default();
    let mut findings = Vec::new();
    let mut sheet = None;
    let mut row = 0;
    for line in text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with('|'))
    {
        let cells = cells(line);
        if cells
            .iter()
            .all(|cell| cell.chars().all(|sign| matches!(sign, '-' | ':' | ' ')))
        {
            // The line that Markdown wants below a header, or a blank row.
            continue;
        }
        let (first, cells) = cells
            .split_first()
            .expect("a line that starts with | has a cell");
        if !first.is_empty() {
            sheet = sheet_named(first);
            row = 0;
        }
        let Some(sheet) = sheet else { continue };
        if cells.iter().all(String::is_empty) {
            continue;
        }
        row += 1;
        let table = tables.sheet(sheet);
        if let Err(finding) = add_row(table, sheet, row, cells) {
            findings.push(finding);
        }
    }
    if tables.survey.rows.is_empty() {
        findings.push(whole(
            "there are no questions",
            "write a line | survey | and the rows below it",
        ));
    }
    if findings.is_empty() {
        Ok(tables)
    } else {
        Err(findings)
    }
}

impl Tables {
    fn sheet(&mut self, sheet: Sheet) -> &mut Table {
        match sheet {
            Sheet::Survey => &mut self.survey,
            Sheet::Choices => &mut self.choices,
            Sheet::Settings => &mut self.settings,
        }
    }
}

/// A finding about the whole file.
fn whole(problem: &str, advice: &str) -> Finding {
    Finding {
        sheet: Sheet::Survey,
        row: 0,
        column: None,
        problem: problem.to_owned(),
        advice: advice.to_owned(),
    }
}

/// Sheets of other names hold notes of the form's author.
fn sheet_named(name: &str) -> Option<Sheet> {
    [Sheet::Survey, Sheet::Choices, Sheet::Settings]
        .into_iter()
        .find(|sheet| sheet.to_string() == name.to_lowercase())
}

fn add_row(
    table: &mut Table,
    sheet: Sheet,
    number: usize,
    cells: &[String],
) -> Result<(), Finding> {
    let finding = |column: Option<&String>, problem: &str, advice: &str| Finding {
        sheet,
        row: number,
        column: column.cloned(),
        problem: problem.to_owned(),
        advice: advice.to_owned(),
    };
    if table.columns.is_empty() {
        let used = cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1);
        table.columns = cells[..used].to_vec();
        let twice =
            table.columns.iter().enumerate().find(|(index, column)| {
                !column.is_empty() && table.columns[..*index].contains(column)
            });
        return match twice {
            Some((_, column)) => Err(finding(
                Some(column),
                "two columns have this header",
                "rename or remove one",
            )),
            None => Ok(()),
        };
    }
    if number > limits::ROWS {
        return Err(finding(None, "too many rows", "split the form"));
    }
    if let Some(index) = cells
        .iter()
        .position(|cell| cell.chars().count() > limits::CELL_CHARS)
    {
        return Err(finding(
            table.columns.get(index),
            "the cell is too long",
            "shorten it",
        ));
    }
    let width = table.columns.len();
    if cells.iter().skip(width).any(|cell| !cell.is_empty()) {
        return Err(finding(
            None,
            "there is a cell beyond the last column",
            "count the | signs, or write \\| for a | inside a cell",
        ));
    }
    let mut cells: Vec<String> = cells.iter().take(width).cloned().collect();
    cells.resize(width, String::new());
    table.rows.push(Row { number, cells });
    Ok(())
}

/// The cells between the pipes of a line; what stands behind the last pipe is a comment.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut signs = line.chars().skip(1).peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek() == Some(&'|') => {
                signs.next();
                cell.push('|');
            }
            '|' => {
                cells.push(cell.trim().to_owned());
                cell.clear();
            }
            other => cell.push(other),
        }
    }
    if cells.is_empty() {
        cells.push(String::new());
    }
    cells
}
