//! What a family said of a goal before its words in force: decisions that were kept come in, the lines that keep them
//! readable go out.

use chrono::NaiveDate;

use super::form::Phrase;
use super::goal::{Choice, Comment, Decided, Goal, Task};
use super::id::GoalId;
use super::plan::{listener, promise};
use super::screen::Line;
use super::world::World;

/// Earlier decisions on a goal's screen; an agreement is shown beside them however old it is.
const SHOWN: usize = 3;

/// A decision that was kept, with the words that it was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// On which goal.
    pub goal: GoalId,
    /// On which version of it.
    pub version: u32,
    /// The words of that version.
    pub words: String,
    /// The ready goal that they are, as [`super::goal::ready_words`] finds it in other languages.
    pub ready: Option<String>,
    /// What "as agreed" looked like.
    pub means: Option<String>,
    /// What was decided; `None` if the family had agreed before the programme brought the goal here.
    pub decided: Option<Decided>,
    /// Who was to do what by when.
    pub tasks: Vec<Task>,
}

impl Earlier {
    /// Whether it is an agreement.
    fn agrees(&self) -> bool {
        let decided = self.decided.as_ref();
        decided.is_none_or(|decided| decided.choice == Choice::Agree)
    }
}

/// The agreement to earlier words of this goal that still is the family's last word on it, while it has not decided on
/// the new ones. Nobody is asked how it goes by the old words, for a step of the scale must mean one thing; but what was
/// promised stands on the family's phone, and can be taken back, until then.
#[must_use]
pub fn held<'a>(world: &'a World, goal: &Goal) -> Option<&'a Earlier> {
    let newest = before(world, goal).next()?;
    (goal.is_open() && newest.agrees()).then_some(newest)
}

/// What was agreed before, in its words, with its steps.
#[must_use]
pub fn held_lines(world: &World, held: &Earlier, today: NaiveDate) -> Vec<Line> {
    let mut lines = vec![Line::StillHolds, Line::GoalWords(words_of(world, held))];
    lines.extend(held.means.clone().map(Line::GoalMeans));
    lines.extend(decision(world, held));
    lines.extend(held.tasks.iter().map(|task| promise(task, today)));
    lines
}

/// The newest decisions before the one that the screen shows already, and the newest agreement however old.
#[must_use]
pub fn earlier<'a>(world: &'a World, goal: &Goal) -> Vec<&'a Earlier> {
    let shown = usize::from(held(world, goal).is_some());
    let rest: Vec<&Earlier> = before(world, goal).skip(shown).collect();
    let mut earlier: Vec<&Earlier> = rest.iter().copied().take(SHOWN).collect();
    if shown == 0 && !earlier.iter().any(|said| said.agrees()) {
        earlier.extend(rest.into_iter().find(|said| said.agrees()));
    }
    earlier
}

/// What they say, newest first, each with its words.
#[must_use]
pub fn earlier_lines(world: &World, earlier: &[&Earlier]) -> Vec<Line> {
    let mut lines = Vec::new();
    if !earlier.is_empty() {
        lines.push(Line::SaidBefore);
    }
    for said in earlier {
        let mut decision = decision(world, said);
        // What was added is said of the words.
        decision.insert(1, Line::WordsThen(words_of(world, said)));
        lines.extend(decision);
    }
    lines
}

/// The words of an earlier version as this reader reads them.
#[must_use]
pub fn words_of(world: &World, said: &Earlier) -> String {
    world.words_in(&said.words, said.ready.as_deref())
}

/// Who decided, when, in which language and on which version, with what was added.
#[must_use]
pub fn decided(world: &World, decided: &Decided, version: u32) -> Vec<Line> {
    let listened = |who: &str| -> Phrase { listener(world, who) };
    let mut lines = vec![Line::DecidedBy {
        choice: decided.choice,
        at: decided.at,
        by: decided.by.clone(),
        listener: decided.listener.as_deref().map(listened),
        language: decided.language.clone(),
        version,
    }];
    lines.extend(decided.comment.as_ref().map(|comment| match comment {
        Comment::Words(words) => Line::DecisionComment(words.clone()),
        Comment::Media(_) => Line::DecisionSpoken,
    }));
    lines
}

fn decision(world: &World, said: &Earlier) -> Vec<Line> {
    match &said.decided {
        Some(decided) => self::decided(world, decided, said.version),
        None => vec![Line::AgreedBefore],
    }
}

/// Every decision on this goal but the one in force, newest first.
fn before<'a>(world: &'a World, goal: &Goal) -> impl Iterator<Item = &'a Earlier> {
    let said = world.record.iter().flat_map(|record| &record.said);
    let (id, version) = (goal.id, goal.version);
    let mut in_force = goal.decided.is_some();
    said.filter(move |said| {
        let shown = said.goal == id && said.version == version && std::mem::take(&mut in_force);
        said.goal == id && !shown
    })
}
