//! `goal`, `goal_version`, `goal_level`, `task`, `decision` and `goal_end`: what reports say of goals comes in; goals in the version
//! in force go out, with what the family decided.

use chrono::{DateTime, Utc};
use sqlx::Row as _;
use uuid::Uuid;

use crate::core::goal::{Comment, Decided, Goal, Levels, Task};
use crate::core::id::{CaseId, GoalId, PersonId, ReportId, TaskId};
use crate::core::people::Language;
use crate::core::proposal::Proposal;
use crate::core::report::Report;

use super::alert::spoken;
use super::seal::Sealer;
use super::{Error, Row, Tx, fit, fresh_id, once, word};

pub const STATEMENTS: &[&str] = &[
    OF_CASE,
    TASKS,
    ADD,
    ADD_NEXT,
    ADD_VERSION,
    ADD_TASK,
    ADD_LEVEL,
    KEEP_TASK,
    LEVELS,
    DECIDE,
    HEAR,
    END,
    TICK,
    CASE_OF,
    CASE_OF_TASK,
];

/// Goals that have not ended. A version counts unless the report that proposed it was taken back.
const OF_CASE: &str =
    "SELECT g.id, g.agreed_before, v.number, v.report_id, v.words, v.ready, v.means, v.review_on,
        d.report_id AS decided_in, d.choice, d.listener, d.comment, d.spoken, heard.media_id, media.kind, said.sent_at AS decided_at, said.language,
        p.id AS by_id, p.name AS by_name
    FROM goal g
    JOIN goal_version v ON v.goal_id = g.id
        AND (v.report_id IS NULL
            OR EXISTS (SELECT 1 FROM report r WHERE r.id = v.report_id AND r.state = 'sent'))
    LEFT JOIN decision d ON d.report_id = (
        SELECT e.report_id FROM decision e JOIN report r ON r.id = e.report_id
        WHERE e.goal_id = g.id AND e.version = v.number AND r.state = 'sent'
        ORDER BY r.sent_at DESC, r.id DESC LIMIT 1)
    LEFT JOIN report said ON said.id = d.report_id
    LEFT JOIN decision_media heard ON heard.report_id = d.report_id
    LEFT JOIN media ON media.id = heard.media_id
    LEFT JOIN person p ON p.id = said.person_id
    WHERE g.case_id = $1
      AND v.number = (
        SELECT MAX(n.number) FROM goal_version n LEFT JOIN report r ON r.id = n.report_id
        WHERE n.goal_id = g.id AND (n.report_id IS NULL OR r.state = 'sent'))
      AND NOT EXISTS (
        SELECT 1 FROM goal_end x JOIN report r ON r.id = x.report_id
        WHERE x.goal_id = g.id AND r.state = 'sent')
    ORDER BY g.position";
/// Each step with every report whose version has it: the one that promised it, and those that kept it.
pub(super) const TASKS: &str =
    "SELECT t.id, t.goal_id, had.report_id, t.words, t.side, t.due_on, t.done_at
    FROM task t JOIN goal g ON g.id = t.goal_id
    JOIN (SELECT p.id AS task_id, p.report_id FROM task p
        UNION ALL SELECT k.task_id, k.report_id FROM task_kept k) had ON had.task_id = t.id
    WHERE g.case_id = $1 ORDER BY t.due_on, t.id";
const LEVELS: &str = "SELECT l.goal_id, l.report_id, l.much_less, l.less, l.more, l.much_more
    FROM goal_level l JOIN goal g ON g.id = l.goal_id WHERE g.case_id = $1";
const ADD: &str =
    "INSERT INTO goal (id, case_id, position, agreed_before) VALUES ($1, $2, $3, TRUE)";
const ADD_NEXT: &str = "INSERT INTO goal (id, case_id, position, domain, agreed_before)
    SELECT $1, $2, COALESCE(MAX(g.position), -1) + 1, $3, FALSE FROM goal g WHERE g.case_id = $2";
const ADD_VERSION: &str =
    "INSERT INTO goal_version (goal_id, number, report_id, words, ready, means, review_on)
    SELECT $1, COALESCE(MAX(v.number), 0) + 1, $2, $3, $4, $5, $6
    FROM goal_version v WHERE v.goal_id = $1";
const ADD_TASK: &str = "INSERT INTO task (id, goal_id, report_id, words, side, due_on)
    VALUES ($1, $2, $3, $4, $5, $6)";
const KEEP_TASK: &str = "INSERT INTO task_kept (report_id, task_id) VALUES ($1, $2)";
const ADD_LEVEL: &str =
    "INSERT INTO goal_level (report_id, goal_id, much_less, less, more, much_more)
    VALUES ($1, $2, $3, $4, $5, $6)";
const DECIDE: &str =
    "INSERT INTO decision (report_id, goal_id, version, choice, words_hash, listener, comment, spoken)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const HEAR: &str = "INSERT INTO decision_media (report_id, media_id) VALUES ($1, $2)";
const END: &str = "INSERT INTO goal_end (report_id, goal_id, how) VALUES ($1, $2, $3)";
const TICK: &str = "UPDATE task SET done_at = $2 WHERE id = $1 AND done_at IS NULL";
pub const CASE_OF: &str = "SELECT case_id FROM goal WHERE id = $1";
pub const CASE_OF_TASK: &str =
    "SELECT g.case_id FROM goal g JOIN task t ON t.goal_id = g.id WHERE t.id = $1";

pub(super) const WORDS: &str = "goal_version.words";
pub(super) const MEANS: &str = "goal_version.means";
const LEVEL: &str = "goal_level.words";
const TASK: &str = "task.words";
const LISTENER: &str = "decision.listener";
const COMMENT: &str = "decision.comment";

impl Tx {
    pub(super) async fn goals_of(&mut self, case: CaseId) -> Result<Vec<Goal>, Error> {
        let key = self.key_of(case).await?;
        let asked = sqlx::query(TASKS).bind(case.0);
        let tasks = asked.fetch_all(&mut *self.inner).await?;
        let asked = sqlx::query(LEVELS).bind(case.0);
        let levels = asked.fetch_all(&mut *self.inner).await?;
        let asked = sqlx::query(OF_CASE).bind(case.0);
        let rows = asked.fetch_all(&mut *self.inner).await?;
        let mut goals = Vec::with_capacity(rows.len());
        for row in &rows {
            let id = GoalId(row.try_get("id")?);
            let means: Option<&[u8]> = row.try_get("means")?;
            let proposed_in: Option<Uuid> = row.try_get("report_id")?;
            let mut goal = Goal {
                id,
                version: fit("goal_version.number", row.try_get("number")?)?,
                words: key.open_text(WORDS, id, row.try_get("words")?)?,
                ready: row.try_get("ready")?,
                means: means
                    .map(|means| key.open_text(MEANS, id, means))
                    .transpose()?,
                levels: None,
                review_on: row.try_get("review_on")?,
                agreed_before: row.try_get("agreed_before")?,
                decided: self.decided(&key, row)?,
                tasks: Vec::new(),
            };
            for task in &tasks {
                let of: Uuid = task.try_get("goal_id")?;
                let promised_in: Uuid = task.try_get("report_id")?;
                if of == id.0 && Some(promised_in) == proposed_in {
                    goal.tasks.push(self::task(&key, task)?);
                }
            }
            for described in &levels {
                let of: Uuid = described.try_get("goal_id")?;
                let described_in: Uuid = described.try_get("report_id")?;
                if of == id.0 && Some(described_in) == proposed_in {
                    goal.levels = Some(self::levels(&key, id, described)?);
                }
            }
            goals.push(goal);
        }
        Ok(goals)
    }

    pub(super) fn decided(&self, key: &Sealer, row: &Row) -> Result<Option<Decided>, Error> {
        let report: Option<Uuid> = row.try_get("decided_in")?;
        let Some(report) = report.map(ReportId) else {
            return Ok(None);
        };
        let listener: Option<&[u8]> = row.try_get("listener")?;
        let comment: Option<&[u8]> = row.try_get("comment")?;
        let listener = listener.map(|name| key.open_text(LISTENER, report, name));
        Ok(Some(Decided {
            choice: word::read("decision.choice", row.try_get("choice")?)?,
            at: row.try_get("decided_at")?,
            by: self.name(PersonId(row.try_get("by_id")?), row.try_get("by_name")?)?,
            listener: listener.transpose()?,
            comment: match (comment, row.try_get::<Option<bool>, _>("spoken")?) {
                (Some(words), _) => Some(Comment::Words(key.open_text(COMMENT, report, words)?)),
                (None, Some(true)) => Some(Comment::Media(spoken(row, "media_id")?)),
                (None, Some(false) | None) => None,
            },
            language: Language(row.try_get("language")?),
        }))
    }

    /// A goal that the programme brings, agreed before.
    pub(super) async fn add_goal(
        &mut self,
        case: CaseId,
        key: &Sealer,
        position: i64,
        words: &str,
    ) -> Result<(), Error> {
        let goal = GoalId(fresh_id());
        let adding = sqlx::query(ADD).bind(goal.0).bind(case.0).bind(position);
        adding.execute(&mut *self.inner).await?;
        sqlx::query(ADD_VERSION)
            .bind(goal.0)
            .bind(None::<Uuid>)
            .bind(key.seal(WORDS, goal, words.as_bytes()))
            .bind(None::<&str>)
            .bind(None::<Vec<u8>>)
            .bind(None::<chrono::NaiveDate>)
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }

    /// What a filed report says of goals.
    pub(super) async fn say_of_goals(
        &mut self,
        report: &Report,
        key: &Sealer,
    ) -> Result<(), Error> {
        for proposal in &report.proposals {
            self.propose(report, proposal, key).await?;
        }
        if let Some(decision) = &report.decision {
            let listener = decision.listener.as_deref();
            let listener = listener.map(|name| key.seal(LISTENER, report.id, name.as_bytes()));
            let (comment, spoken) = match &decision.comment {
                Some(Comment::Words(words)) => (Some(words), false),
                Some(Comment::Media(_)) => (None, true),
                None => (None, false),
            };
            sqlx::query(DECIDE)
                .bind(report.id.0)
                .bind(decision.goal.0)
                .bind(i64::from(decision.version))
                .bind(decision.choice.word())
                .bind(decision.words_hash.as_slice())
                .bind(listener)
                .bind(comment.map(|words| key.seal(COMMENT, report.id, words.as_bytes())))
                .bind(spoken)
                .execute(&mut *self.inner)
                .await?;
            if let Some(Comment::Media(Some(said))) = &decision.comment {
                let hearing = sqlx::query(HEAR).bind(report.id.0).bind(said.media.0);
                hearing.execute(&mut *self.inner).await?;
            }
        }
        for (goal, how) in &report.ended {
            let ending = sqlx::query(END).bind(report.id.0).bind(goal.0);
            let ending = ending.bind(word::word(how)?);
            ending.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    async fn propose(
        &mut self,
        report: &Report,
        proposal: &Proposal,
        key: &Sealer,
    ) -> Result<(), Error> {
        let goal = proposal.goal;
        if proposal.is_new {
            let adding = sqlx::query(ADD_NEXT).bind(goal.0).bind(report.case.0);
            let adding = adding.bind(proposal.domain.as_deref());
            adding.execute(&mut *self.inner).await?;
        }
        let means = proposal.means.as_deref();
        sqlx::query(ADD_VERSION)
            .bind(goal.0)
            .bind(report.id.0)
            .bind(key.seal(WORDS, goal, proposal.words.as_bytes()))
            .bind(proposal.ready.as_deref())
            .bind(means.map(|means| key.seal(MEANS, goal, means.as_bytes())))
            .bind(proposal.review_on)
            .execute(&mut *self.inner)
            .await?;
        if let Some(levels) = &proposal.levels {
            let seal = |words: &str| key.seal(LEVEL, goal, words.as_bytes());
            sqlx::query(ADD_LEVEL)
                .bind(report.id.0)
                .bind(goal.0)
                .bind(seal(&levels.much_less))
                .bind(seal(&levels.less))
                .bind(seal(&levels.more))
                .bind(seal(&levels.much_more))
                .execute(&mut *self.inner)
                .await?;
        }
        for kept in &proposal.kept {
            let keeping = sqlx::query(KEEP_TASK).bind(report.id.0).bind(kept.0);
            keeping.execute(&mut *self.inner).await?;
        }
        for task in &proposal.tasks {
            sqlx::query(ADD_TASK)
                .bind(task.id.0)
                .bind(goal.0)
                .bind(report.id.0)
                .bind(key.seal(TASK, task.id, task.words.as_bytes()))
                .bind(task.side.word())
                .bind(task.due_on)
                .execute(&mut *self.inner)
                .await?;
        }
        Ok(())
    }

    pub(super) async fn tick_task(&mut self, task: TaskId, at: DateTime<Utc>) -> Result<(), Error> {
        let ticking = sqlx::query(TICK).bind(task.0).bind(at);
        once(ticking.execute(&mut *self.inner).await?.rows_affected())
    }
}

fn levels(key: &Sealer, goal: GoalId, row: &Row) -> Result<Levels, Error> {
    let open = |column: &'static str| -> Result<String, Error> {
        Ok(key.open_text(LEVEL, goal, row.try_get(column)?)?)
    };
    Ok(Levels {
        much_less: open("much_less")?,
        less: open("less")?,
        more: open("more")?,
        much_more: open("much_more")?,
    })
}

pub(super) fn task(key: &Sealer, row: &Row) -> Result<Task, Error> {
    let id = TaskId(row.try_get("id")?);
    Ok(Task {
        id,
        words: key.open_text(TASK, id, row.try_get("words")?)?,
        side: word::read("task.side", row.try_get("side")?)?,
        due_on: row.try_get("due_on")?,
        done_at: row.try_get("done_at")?,
    })
}
