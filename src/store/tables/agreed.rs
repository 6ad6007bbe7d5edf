//! What the family decided on the goals of a case, in any words of theirs: decisions go out, newest first.

use sqlx::Row as _;
use uuid::Uuid;

use crate::core::agreed::Earlier;
use crate::core::goal::Decided;
use crate::core::id::{CaseId, GoalId};

use super::goal::{MEANS, TASKS, WORDS, task};
use super::seal::Sealer;
use super::{Error, Row, Tx, fit};

pub const STATEMENTS: &[&str] = &[AGREED_BEFORE, SAID];

/// Words that were corrected had been read and decided on, so that they stay; words that were taken back had not been
/// meant for the family. Nobody decides on words that are no longer in force, so that the highest version is the newest.
const SAID: &str = "SELECT g.id, v.number, v.report_id, v.words, v.ready, v.means,
        d.report_id AS decided_in, d.choice, d.listener, d.comment, d.spoken, heard.media_id, media.kind, said.sent_at AS decided_at, said.language,
        p.id AS by_id, p.name AS by_name
    FROM goal g JOIN decision d ON d.goal_id = g.id
    JOIN report said ON said.id = d.report_id AND said.state = 'sent'
    JOIN person p ON p.id = said.person_id
    JOIN goal_version v ON v.goal_id = g.id AND v.number = d.version
    LEFT JOIN report proposed ON proposed.id = v.report_id
    LEFT JOIN decision_media heard ON heard.report_id = d.report_id
    LEFT JOIN media ON media.id = heard.media_id
    WHERE g.case_id = $1 AND (v.report_id IS NULL OR proposed.state <> 'undone')
    ORDER BY d.version DESC, said.sent_at DESC, said.id DESC LIMIT $2";
/// Goals that the programme brought as agreed, and that have other words since.
const AGREED_BEFORE: &str = "SELECT g.id, v.number, v.report_id, v.words, v.ready, v.means
    FROM goal g JOIN goal_version v ON v.goal_id = g.id AND v.number = 1
    WHERE g.case_id = $1 AND g.agreed_before AND EXISTS (
        SELECT 1 FROM goal_version n JOIN report r ON r.id = n.report_id
        WHERE n.goal_id = g.id AND n.number > 1 AND r.state = 'sent')
    ORDER BY g.position";

/// Decisions that are read for a plan: of three goals, a dozen each.
const READ: i64 = 36;

impl Tx {
    pub(super) async fn said_of_goals(
        &mut self,
        key: &Sealer,
        case: CaseId,
    ) -> Result<Vec<Earlier>, Error> {
        let asked = sqlx::query(SAID).bind(case.0).bind(READ);
        let decisions = asked.fetch_all(&mut *self.inner).await?;
        let asked = sqlx::query(AGREED_BEFORE).bind(case.0);
        let agreed_before = asked.fetch_all(&mut *self.inner).await?;
        let mut said = Vec::new();
        for row in &decisions {
            said.push(version(key, row, self.decided(key, row)?)?);
        }
        for row in &agreed_before {
            said.push(version(key, row, None)?);
        }
        if said.is_empty() {
            return Ok(said);
        }
        let asked = sqlx::query(TASKS).bind(case.0);
        let tasks = asked.fetch_all(&mut *self.inner).await?;
        let proposed_in = decisions.iter().chain(&agreed_before);
        for (said, row) in said.iter_mut().zip(proposed_in) {
            let proposed_in: Option<Uuid> = row.try_get("report_id")?;
            for row in &tasks {
                let promised_in: Uuid = row.try_get("report_id")?;
                if Some(promised_in) == proposed_in
                    && row.try_get::<Uuid, _>("goal_id")? == said.goal.0
                {
                    said.tasks.push(task(key, row)?);
                }
            }
        }
        Ok(said)
    }
}

/// The words that were decided on.
fn version(key: &Sealer, row: &Row, decided: Option<Decided>) -> Result<Earlier, Error> {
    let goal = GoalId(row.try_get("id")?);
    let means: Option<&[u8]> = row.try_get("means")?;
    Ok(Earlier {
        goal,
        version: fit("goal_version.number", row.try_get("number")?)?,
        words: key.open_text(WORDS, goal, row.try_get("words")?)?,
        ready: row.try_get("ready")?,
        means: means
            .map(|means| key.open_text(MEANS, goal, means))
            .transpose()?,
        decided,
        tasks: Vec::new(),
    })
}
