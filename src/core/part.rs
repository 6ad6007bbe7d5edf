//! A form comes in, the part of a case's life that it serves goes out: who uses it, when, and what sending it leads to.
//!
//! A form says so itself, in columns of its settings sheet that begin with `kin_` (docs/forms.md): a new part of a
//! case's life is a new form, not a new mechanism.

use super::about;
use super::access::{Action, may_with};
use super::case::Case;
use super::form::model::Kind;
use super::form::{Form, Words};
use super::people::Person;
use super::stage::Stage;

/// The form of the main job.
pub const VISIT: &str = "visit";
/// The longest name of a form that fits a button beside the id of a case.
pub const LONGEST_NAME: usize = 32;

/// The longest that a form's name and a choice are together beside the id of a case.
pub const LONGEST_WITH_CHOICE: usize = 38;
/// The longest that fits beside the ids of a case and a service.
pub const LONGEST_BESIDE_TWO: usize = 14;

/// The part of a case's life that a form serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `kin_use`: the rows of the access table that say who uses it; `report_visit` if not said.
    pub access: Vec<Action>,
    /// `kin_about`: what it is about, if not the whole case.
    pub about: about::Kind,
    /// `kin_stages`: offered while a case is in one of these; in all but closed if not said.
    pub stages: Vec<Stage>,
    /// `kin_moves_to`: the stage that a case enters when it is sent.
    pub moves_to: Option<Stage>,
    /// `kin_check`: whether all answers are shown before sending; `no` sends with the last answer.
    pub checked: bool,
    /// `kin_approval`: `supervisor` if it counts only once one of them has approved it.
    pub approved: bool,
    /// `kin_readers`: `supervisor` if nobody else learns that it was sent.
    pub confidential: bool,
    /// `kin_opens`: `case` if a family of no case begins with it, and its case is seen by others once it is sent.
    pub opens: bool,
    /// `kin_begins_with`: the question that the button which begins it may have answered already.
    pub begins_with: Option<String>,
    /// `kin_icon`: what stands before its name on a button.
    pub icon: String,
}

impl Part {
    /// Reads the settings of a form.
    ///
    /// # Errors
    /// What is wrong with them, in words.
    pub fn of(form: &Form) -> Result<Self, String> {
        if form.name.len() > LONGEST_NAME || form.name.contains(':') {
            return Err(format!(
                "its form_id must be at most {LONGEST_NAME} characters without a colon"
            ));
        }
        let mut part = Self::default();
        for (setting, value) in &form.own {
            match setting.as_str() {
                "use" => {
                    part.access = value
                        .split_whitespace()
                        .map(access)
                        .collect::<Result<_, _>>()?;
                }
                "about" => {
                    part.about = about::Kind::parse(value).ok_or_else(|| {
                        format!(
                            "kin_about is {value:?}, none of case, goal, referral, service, alert"
                        )
                    })?;
                }
                "stages" => {
                    part.stages = value
                        .split_whitespace()
                        .map(stage)
                        .collect::<Result<_, _>>()?;
                }
                "moves_to" => part.moves_to = Some(stage(value)?),
                "check" => {
                    part.checked = match value.as_str() {
                        "yes" => true,
                        "no" => false,
                        other => return Err(format!("kin_check is {other:?}, not yes or no")),
                    }
                }
                "approval" => part.approved = for_supervisor(setting, value)?,
                "readers" => part.confidential = for_supervisor(setting, value)?,
                "opens" => match value.as_str() {
                    "case" => part.opens = true,
                    other => return Err(format!("kin_opens is {other:?}, not case")),
                },
                "begins_with" => part.begins_with = Some(beginning(form, value)?),
                "icon" => part.icon.clone_from(value),
                other => return Err(format!("kin_{other} is no setting of a form")),
            }
        }
        if part.about == about::Kind::Service && form.name.len() > LONGEST_BESIDE_TWO {
            return Err(format!(
                "its form_id must be at most {LONGEST_BESIDE_TWO} characters if it is about a service"
            ));
        }
        Ok(part)
    }

    /// The same for a form that was checked when it came in.
    #[must_use]
    pub fn known(form: &Form) -> Self {
        Self::of(form).unwrap_or_default()
    }

    /// The question that a button may have answered already, and what this choice of it is called, if it has it.
    #[must_use]
    pub fn begun_with<'a>(&'a self, form: &'a Form, choice: &str) -> Option<(&'a str, &'a Words)> {
        let question = self.begins_with.as_deref()?;
        let (_, found) = form.question(question)?;
        let Kind::One(list) = found.kind else {
            return None;
        };
        let mut choices = form.lists[list].choices.iter();
        let choice = choices.find(|known| known.name == choice)?;
        Some((question, &choice.label))
    }

    /// By which row of the access table `person` may use it about `case` now, if by any.
    #[must_use]
    pub fn action(&self, person: &Person, case: &Case) -> Option<Action> {
        let mut rows = self.access.iter().copied();
        rows.find(|&action| may_with(person, case, action))
    }

    /// Whether `person` may use it about `case` now.
    #[must_use]
    pub fn lets(&self, person: &Person, case: &Case) -> bool {
        self.action(person, case).is_some()
    }

    /// Whether `person` may learn that it was sent about `case`, who may see the case: what is confidential, or about a
    /// danger, stays with those who answer for it.
    #[must_use]
    pub fn shows(&self, person: &Person, case: &Case) -> bool {
        (!self.confidential || may_with(person, case, Action::ReviewReport))
            && (self.about != about::Kind::Alert || may_with(person, case, Action::SeeAlert))
    }

    /// Whether it is offered for a case in this stage.
    #[must_use]
    pub fn fits(&self, stage: Stage) -> bool {
        match self.stages.as_slice() {
            [] => stage != Stage::Closed,
            stages => stages.contains(&stage),
        }
    }
}

impl Default for Part {
    fn default() -> Self {
        Self {
            access: vec![Action::ReportVisit],
            about: about::Kind::Case,
            stages: Vec::new(),
            moves_to: None,
            checked: true,
            approved: false,
            confidential: false,
            opens: false,
            begins_with: None,
            icon: "📝".into(),
        }
    }
}

/// The rows of the access table that a form may name.
const USES: [Action; 5] = [
    Action::ReportVisit,
    Action::WorkOnCase,
    Action::AskForHelp,
    Action::SpeakAsFamily,
    Action::EndAlert,
];

fn access(word: &str) -> Result<Action, String> {
    let found = USES.into_iter().find(|action| action.word() == word);
    found.ok_or_else(|| {
        let words = USES.map(Action::word).join(", ");
        format!("kin_use is {word:?}, none of {words}")
    })
}

/// A question with one choice, outside any repeat, whose choices all fit a button.
fn beginning(form: &Form, question: &str) -> Result<String, String> {
    let found = form.question(question).map(|(_, question)| question);
    let found = found.filter(|question| question.repeat.is_none());
    let Some(Kind::One(list)) = found.map(|question| question.kind) else {
        return Err(format!(
            "kin_begins_with is {question:?}, no question with one choice"
        ));
    };
    let mut choices = form.lists[list].choices.iter();
    match choices.find(|choice| form.name.len() + choice.name.len() > LONGEST_WITH_CHOICE) {
        None => Ok(question.to_owned()),
        Some(choice) => Err(format!(
            "the choice {:?} of {question:?} is too long beside its form_id",
            choice.name
        )),
    }
}

fn for_supervisor(setting: &str, word: &str) -> Result<bool, String> {
    match word {
        "supervisor" => Ok(true),
        other => Err(format!("kin_{setting} is {other:?}, not supervisor")),
    }
}

fn stage(word: &str) -> Result<Stage, String> {
    Stage::parse(word).ok_or_else(|| format!("{word:?} is no stage of a case"))
}
