//! New words of goals, and new goals: a finished form comes in, what it proposes goes out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::form::Saved;
use super::goal::{About, Goal, Levels, Side, TASKS, Task};
use super::id::{GoalId, TaskId};

/// New words of a goal, or a new goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Which goal.
    pub goal: GoalId,
    /// Whether it is a new one; else these are new words of one that is there.
    pub is_new: bool,
    /// The family's own words.
    pub words: String,
    /// The ready goal that was chosen: its list and its choice, joined by a full stop.
    pub ready: Option<String>,
    /// What "as agreed" looks like.
    pub means: Option<String>,
    /// What the other steps of the scale look like.
    pub levels: Option<Levels>,
    /// The area of life, a choice name.
    pub domain: Option<String>,
    /// When it is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Who does what by when; each with the id it will have.
    pub tasks: Vec<Task>,
    /// Steps of the version before that go on as they are.
    pub kept: Vec<TaskId>,
}

impl Proposal {
    /// What a finished form proposes: new words of the goal that it is about, or of those of its rows, or a new goal.
    #[must_use]
    pub fn collect(
        saved: &[Saved<'_>],
        about: Option<&About>,
        goals: &[GoalId],
        fresh: (GoalId, [TaskId; TASKS]),
    ) -> Vec<Self> {
        let all = saved.iter().filter(|saved| saved.field == "goal.words");
        let worded = all.filter(|saved| !saved.value.plain().trim().is_empty());
        worded
            .filter_map(|words| {
                let row = words.instance.map(usize::from);
                let (goal, is_new) = match (row, about) {
                    (Some(row), _) => (*goals.get(row.checked_sub(1)?)?, false),
                    (None, Some(about)) => (about.goal, false),
                    (None, None) => (fresh.0, true),
                };
                // Each row speaks of its own goal.
                let said = |name: &str| {
                    let mut here = saved
                        .iter()
                        .filter(|saved| saved.instance == words.instance);
                    let found = here.find(|saved| saved.field == name)?;
                    Some(found.value.plain()).filter(|said| !said.trim().is_empty())
                };
                let tasks = match row {
                    Some(_) => Vec::new(),
                    None => tasks(saved, fresh.1),
                };
                Some(Self {
                    goal,
                    is_new,
                    words: words.value.plain(),
                    ready: said("goal.ready"),
                    means: said("goal.means"),
                    levels: levels(said),
                    domain: said("goal.domain"),
                    review_on: said("goal.review_on").and_then(|day| day.parse().ok()),
                    tasks,
                    kept: Vec::new(),
                })
            })
            .collect()
    }

    /// New words alone leave the rest of the goal as it was: what a form that asks for no more does not say is kept.
    pub fn keep(&mut self, goal: &Goal, next_review: Option<NaiveDate>) {
        if self.means.is_none() {
            self.means.clone_from(&goal.means);
            self.levels.clone_from(&goal.levels);
        }
        self.kept = goal.tasks.iter().map(|task| task.id).collect();
        self.review_on = self.review_on.or(next_review).or(goal.review_on);
    }
}

/// What the other steps of the scale look like, if a form describes each of them.
fn levels(said: impl Fn(&str) -> Option<String>) -> Option<Levels> {
    Some(Levels {
        much_less: said("goal.much_less")?,
        less: said("goal.less")?,
        more: said("goal.more")?,
        much_more: said("goal.much_more")?,
    })
}

/// The steps that a finished form promises.
fn tasks(saved: &[Saved<'_>], fresh: [TaskId; TASKS]) -> Vec<Task> {
    let at = |name: &str, row: u16| {
        let mut rows = saved.iter().filter(|saved| saved.field == name);
        rows.find(|saved| saved.instance.unwrap_or(1) == row)
            .map(|saved| saved.value.plain())
    };
    let tasks = (1..).zip(fresh).filter_map(|(row, id)| {
        Some(Task {
            id,
            words: at("task.words", row)?,
            side: at("task.by", row).and_then(|word| Side::parse(&word))?,
            due_on: at("task.due_on", row).and_then(|day| day.parse().ok()),
            done_at: None,
        })
    });
    tasks.collect()
}
