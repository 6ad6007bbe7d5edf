//! Sheets of cells come in, a checked form or all that is wrong with them goes out.

mod choices;
mod columns;
mod languages;
mod order;
mod outline;
mod settings;
mod survey;
#[cfg(test)]
mod tests;
mod texts;
mod types;

use super::{
    finding::{Finding, Sheet},
    model::Form,
    table::Tables,
};

/// Compiles tables into a form, with warnings.
///
/// # Errors
/// All that would change the meaning of the form, each with sheet, row, column, and what to do.
pub fn compile(tables: &Tables) -> Result<(Form, Vec<Finding>), Vec<Finding>> {
    let mut findings = Findings::default();
    let settings = settings::read(&tables.settings, &mut findings);
    let survey = columns::read(
        Sheet::Survey,
        &tables.survey,
        &settings.default_language,
        &mut findings,
    );
    let choices = columns::read(
        Sheet::Choices,
        &tables.choices,
        &settings.default_language,
        &mut findings,
    );
    let languages = languages::of_form(&survey, &choices);
    if let Some(code) = settings.default_language.as_ref()
        && !languages.is_empty()
        && !languages.contains(code)
    {
        let at = At {
            sheet: Sheet::Settings,
            row: 2,
            column: Some("default_language"),
        };
        findings.refuse(
            at,
            format!("no label is in {code}"),
            "name a language of the label columns",
        );
    }
    let lists = choices::read(&choices, &mut findings);
    let mut parts = survey::read(&survey, &lists, &languages, &mut findings);
    let order = order::of(&parts, &mut findings);
    order::seal(&mut parts.questions, &order);
    let default_language = settings
        .default_language
        .or_else(|| languages.first().cloned());
    findings
        .errors
        .sort_by_key(|finding| (finding.sheet, finding.row));
    findings
        .warnings
        .sort_by_key(|finding| (finding.sheet, finding.row));
    if !findings.errors.is_empty() {
        return Err(findings.errors);
    }
    let form = Form {
        name: settings.name,
        title: settings.title,
        version: settings.version,
        own: settings.own,
        default_language: default_language.unwrap_or_else(|| languages::UNKNOWN.to_owned()),
        languages,
        questions: parts.questions,
        groups: parts.groups,
        lists: parts.lists,
        order,
    };
    Ok((form, findings.warnings))
}

/// What has been found so far.
#[derive(Debug, Default)]
struct Findings {
    errors: Vec<Finding>,
    warnings: Vec<Finding>,
}

/// Where a finding is.
#[derive(Debug, Clone, Copy)]
struct At<'t> {
    sheet: Sheet,
    row: usize,
    column: Option<&'t str>,
}

impl Findings {
    fn refuse(&mut self, at: At<'_>, problem: impl Into<String>, advice: impl Into<String>) {
        self.errors.push(at.finding(problem.into(), advice.into()));
    }

    fn warn(&mut self, at: At<'_>, problem: impl Into<String>, advice: impl Into<String>) {
        self.warnings
            .push(at.finding(problem.into(), advice.into()));
    }
}

impl At<'_> {
    fn finding(self, problem: String, advice: String) -> Finding {
        Finding {
            sheet: self.sheet,
            row: self.row,
            column: self.column.map(str::to_owned),
            problem,
            advice,
        }
    }
}
