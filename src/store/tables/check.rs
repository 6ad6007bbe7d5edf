//! The invariants as queries: what breaks one, or would if nothing went on, goes out as findings.

use sqlx::Row as _;

use super::output::{Finding, Weight};
use super::{Base, Error, INTEGRITY, danger};

pub const STATEMENTS: &[&str] = &[
    INCOMPLETE,
    FILED,
    REPLACED,
    TWICE,
    TWO_SUCCESSORS,
    DEAD,
    OPEN,
    SENDING,
    PENDING,
    UNTAKEN,
    UNANSWERED,
];

/// Other forms than the visit may have nothing to say in typed fields.
const INCOMPLETE: &str = "SELECT COUNT(*) FROM report r JOIN form_version f ON f.id = r.form_id
    WHERE f.name = 'visit' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.report_id = r.id)";
const FILED: &str = "SELECT COUNT(*) FROM draft d WHERE (d.state = 'filed')
    <> EXISTS (SELECT 1 FROM report r WHERE r.draft_id = d.id)";
const REPLACED: &str = "SELECT COUNT(*) FROM report r WHERE r.state <> 'undone'
    AND (r.state = 'superseded') <> EXISTS (
        SELECT 1 FROM report s WHERE s.supersedes = r.id AND s.state <> 'undone')";
const TWICE: &str = "SELECT COUNT(*) FROM
    (SELECT draft_id FROM report GROUP BY draft_id HAVING COUNT(*) > 1) doubled";
const TWO_SUCCESSORS: &str = "SELECT COUNT(*) FROM
    (SELECT supersedes FROM report WHERE supersedes IS NOT NULL AND state <> 'undone'
     GROUP BY supersedes HAVING COUNT(*) > 1) doubled";
const DEAD: &str = "SELECT seq FROM inbox WHERE state = 'dead' ORDER BY seq";
const OPEN: &str = "SELECT COUNT(*) FROM inbox WHERE state = 'open'";
const SENDING: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'sending'";
const PENDING: &str = "SELECT COUNT(*) FROM outbox WHERE state = 'pending'";
const UNTAKEN: &str = "SELECT COUNT(*) FROM alert WHERE state = 'open'";
const UNANSWERED: &str = "SELECT COUNT(*) FROM second_call WHERE state = 'pending'";

/// Updates that a finding names; more would drown the other lines.
const NAMED: usize = 20;

/// Invariant, weight, the rows that it counts, and how they are counted.
const COUNTS: [(&str, Weight, &str, &str); 11] = [
    (
        "I1",
        Weight::Broken,
        "reports without their typed fields",
        INCOMPLETE,
    ),
    (
        "I1",
        Weight::Broken,
        "drafts whose state and report disagree",
        FILED,
    ),
    (
        "I1",
        Weight::Broken,
        "reports whose state and correction disagree",
        REPLACED,
    ),
    ("I2", Weight::Broken, "drafts with several reports", TWICE),
    (
        "I2",
        Weight::Broken,
        "reports with several corrections",
        TWO_SUCCESSORS,
    ),
    (
        "I4",
        Weight::Unfinished,
        "updates that wait to be handled",
        OPEN,
    ),
    (
        "I5",
        Weight::Unfinished,
        "messages that are being sent",
        SENDING,
    ),
    (
        "I5",
        Weight::Unfinished,
        "messages that wait to be sent",
        PENDING,
    ),
    (
        "I6",
        Weight::Unfinished,
        "danger alerts that nobody has",
        UNTAKEN,
    ),
    (
        "I6",
        Weight::Broken,
        "danger alerts without an end about which nobody is called",
        danger::UNCALLED,
    ),
    (
        "I6",
        Weight::Unfinished,
        "calls by the second channel that were not answered",
        UNANSWERED,
    ),
];

impl Base {
    pub async fn check(&self) -> Result<Vec<Finding>, Error> {
        let mut findings = Vec::new();
        for &statement in INTEGRITY {
            for row in sqlx::query(statement).fetch_all(&self.read).await? {
                let line: String = row.try_get("line")?;
                if line != "ok" {
                    findings.push(Finding {
                        invariant: "I9",
                        weight: Weight::Broken,
                        what: line,
                    });
                }
            }
        }
        for (invariant, weight, rows, statement) in COUNTS {
            let count: i64 = sqlx::query_scalar(statement).fetch_one(&self.read).await?;
            if count > 0 {
                findings.push(Finding {
                    invariant,
                    weight,
                    what: format!("{rows}: {count}"),
                });
            }
        }
        findings.extend(self.given_up().await?);
        findings.extend(self.check_chain().await?);
        Ok(findings)
    }

    /// Updates that were given up, by their ids; the log says under the same id why.
    async fn given_up(&self) -> Result<Option<Finding>, Error> {
        let seqs: Vec<i64> = sqlx::query_scalar(DEAD).fetch_all(&self.read).await?;
        if seqs.is_empty() {
            return Ok(None);
        }
        let count = seqs.len();
        let mut named: Vec<String> = seqs.iter().take(NAMED).map(ToString::to_string).collect();
        if count > NAMED {
            named.push("…".into());
        }
        Ok(Some(Finding {
            invariant: "I4",
            weight: Weight::Broken,
            what: format!(
                "updates that could not be handled: {count} (inbox {}); mend the cause, then kinkeeper replay",
                named.join(", ")
            ),
        }))
    }
}
