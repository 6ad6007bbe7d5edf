//! Reports as CSV: rows of the database come in, one line a report with its typed columns goes out.

use std::io::Write;

use anyhow::Context as _;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;

use crate::core::report::{Danger, Outcome, ReportState};
use crate::store::Store;
use crate::store::output::{Page, ReportRow};

/// Reports read at once.
const PAGE: u32 = 500;
/// The areas of wellbeing of the visit form, each a column.
const AREAS: [&str; 6] = ["food", "home", "safety", "health", "feelings", "school"];

/// Writes every report, oldest first; free text only if asked for.
///
/// # Errors
/// When the database or the writing fails.
pub async fn reports(store: &Store, out: impl Write, free_text: bool) -> anyhow::Result<usize> {
    let mut csv = csv::Writer::from_writer(out);
    let mut header = vec![
        "report",
        "case_code",
        "state",
        "sent_at",
        "opened_at",
        "reporter",
        "language",
        "outcome",
        "happened_on",
        "reason",
        "seen",
        "danger",
        "worries",
        "next_on",
    ];
    let areas: Vec<String> = AREAS
        .iter()
        .map(|area| format!("wellbeing_{area}"))
        .collect();
    header.extend(areas.iter().map(String::as_str));
    header.extend([
        "goals",
        "referrals",
        "supersedes",
        "form",
        "form_name",
        "facts",
    ]);
    if free_text {
        header.extend(["strength", "danger_note", "child_says", "correction_reason"]);
    }
    csv.write_record(&header)
        .context("the export cannot be written")?;
    let mut page = Page {
        since: DateTime::<Utc>::UNIX_EPOCH,
        after: None,
        limit: PAGE,
        sealed: free_text,
    };
    let mut count = 0;
    loop {
        let rows = store.reports(&page).await?;
        for row in &rows {
            let cells = cells(row, free_text);
            csv.write_record(&cells)
                .context("the export cannot be written")?;
        }
        count += rows.len();
        match rows.last() {
            Some(last) => page.after = Some((last.sent_at, last.id)),
            None => break,
        }
    }
    csv.flush().context("the export cannot be written")?;
    Ok(count)
}

fn cells(row: &ReportRow, free_text: bool) -> Vec<String> {
    let visit = &row.visit;
    let at = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut cells = vec![
        row.id.to_string(),
        text(row.code.as_str()),
        state(row.state).to_owned(),
        at(row.sent_at),
        at(row.opened_at),
        row.person.to_string(),
        text(&row.language.0),
        visit.outcome.map(outcome).unwrap_or_default().to_owned(),
        day(visit.happened_on),
        text(visit.reason.as_deref().unwrap_or_default()),
        text(&visit.seen.join("|")),
        visit.danger.map(danger).unwrap_or_default().to_owned(),
        text(&visit.worries.join("|")),
        day(visit.next_on),
    ];
    for area in AREAS {
        let level = visit.wellbeing.iter().find(|(known, _)| known == area);
        cells.push(
            level
                .map(|(_, level)| level.to_string())
                .unwrap_or_default(),
        );
    }
    let goals = visit
        .goals
        .iter()
        .map(|(goal, score)| format!("{goal}:{score}"));
    cells.push(goals.collect::<Vec<_>>().join("|"));
    let referrals = visit
        .referrals
        .iter()
        .map(|(id, outcome)| format!("{id}:{outcome}"));
    cells.push(referrals.collect::<Vec<_>>().join("|"));
    cells.push(row.supersedes.map(|id| id.to_string()).unwrap_or_default());
    cells.push(row.form.to_string());
    cells.push(text(&row.form_name));
    let facts = row.facts.iter();
    let open = facts.filter_map(|(field, value)| Some(format!("{field}={}", value.as_ref()?)));
    cells.push(text(&open.collect::<Vec<_>>().join("|")));
    if free_text {
        let sealed = row.sealed.as_ref();
        let answer = |name: &str| {
            let found = sealed.and_then(|sealed| sealed.answers.get(name));
            text(&found.map(spoken).unwrap_or_default())
        };
        cells.extend([answer("well"), answer("danger_note"), answer("child_says")]);
        let reason = sealed.and_then(|sealed| sealed.reason.clone());
        cells.push(text(&reason.unwrap_or_default()));
    }
    cells
}

/// Free text as it was typed; a voice note or photo by its id.
fn spoken(answer: &Value) -> String {
    match answer {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A cell that a spreadsheet would run as a formula is quoted.
fn text(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        Some(_) | None => cell.to_owned(),
    }
}

fn state(state: ReportState) -> &'static str {
    match state {
        ReportState::Sent => "sent",
        ReportState::Superseded => "superseded",
        ReportState::Waiting => "waiting",
        ReportState::Returned => "returned",
        ReportState::Undone => "undone",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Happened => "happened",
        Outcome::CouldNot => "could_not",
    }
}

fn danger(danger: Danger) -> &'static str {
    match danger {
        Danger::No => "no",
        Danger::Worried => "worried",
        Danger::Now => "now",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_run_as_a_formula() {
        for cell in ["=1+1", "+254", "-2", "@SUM(A1)", "\t=1"] {
            assert!(text(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(text("food|home"), "food|home");
    }
}
