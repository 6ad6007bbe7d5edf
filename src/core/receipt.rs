//! What a finished report leads to comes in; the receipt that says so to whoever sent it goes out.

use super::access::Action;
use super::active::Turn;
use super::aftercare;
use super::case::Case;
use super::form::{Context, Phrase};
use super::keeping;
use super::part::{Part, VISIT};
use super::people::{Person, Role};
use super::plan::PROPOSING;
use super::press::Press;
use super::report::Report;
use super::screen::{Button, Label, Line, Screen};
use super::signal::Signal;
use super::stage::{Missing, Stage};
use super::wellbeing::{Fall, lowest};
use super::world::{DraftInHand, World};

/// Domains that a receipt offers a goal in, beside its own buttons; the form has them all.
const PROPOSED: usize = 4;

/// What follows from a report, as far as its receipt says so.
#[derive(Clone, Debug)]
pub struct Follows {
    /// Where it would move the case, and whether the rules agree.
    pub moved: Option<(Stage, Result<Stage, Missing>)>,
    /// What it does to the plan as a whole.
    pub turn: Turn,
    /// How the goals stand that it calls much less than agreed.
    pub behind: Behind,
    /// Whether it is an assessment.
    pub assesses: bool,
    /// What deserves a second look.
    pub signals: Vec<Signal>,
    /// What became worse since the assessment before.
    pub fell: Vec<Fall>,
}

/// How the goals that this report calls much less than agreed stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// One is stuck since this report.
    StuckNow,
    /// One is stuck, as it was before.
    StuckStill,
    /// None is stuck.
    Not,
}

/// The receipt of a report that was filed.
#[must_use]
pub fn receipt(
    world: &World,
    hand: &DraftInHand,
    report: &Report,
    context: &Context,
    follows: &Follows,
) -> Screen {
    let case = &hand.case;
    let part = hand.part();
    let proposed = proposed_goals(world, case, report, follows);
    let stuck = follows.behind != Behind::Not;
    let mut receipt = Screen::of([received(world, hand, report, context)]);
    receipt.protected = follows.assesses || report.share.is_some();
    receipt
        .lines
        .extend(consequences(world, hand, &part, report, follows));
    if !proposed.is_empty() {
        let first = lowest(&report.visit.wellbeing);
        receipt.lines.push(Line::ComeFirst(first));
    }
    if let Some(release) = &report.share {
        receipt.lines.extend(release.lines.iter().cloned());
    }
    let to_ask = keeping::way(world, hand);
    if to_ask.is_some() {
        receipt.lines.push(Line::AskToKeep);
    }
    receipt.lines.push(Line::ReceiptHelp);
    for goal in proposed {
        receipt = receipt.row(vec![goal]);
    }
    receipt = receipt.row(to_ask.into_iter().collect());
    if stuck {
        let plan = Label::Plan(case.code.clone());
        receipt = receipt.button(plan, Press::Plan(case.id));
    }
    // What a family said on somebody's phone is not that person's to read again.
    let mut person = world.person.iter();
    if !person.any(|person| is_lent(&part, person)) {
        receipt = receipt.button(Label::Correct, Press::Correct(report.id));
    }
    receipt
        .button(Label::Undo, Press::Undo(report.id))
        .button(Label::Menu, Press::Menu)
}

/// Whether the family answers this form on the phone of this person.
#[must_use]
pub fn is_lent(part: &Part, person: &Person) -> bool {
    part.access == [Action::SpeakAsFamily] && person.role != Role::Family
}

fn consequences(
    world: &World,
    hand: &DraftInHand,
    part: &Part,
    report: &Report,
    follows: &Follows,
) -> Vec<Line> {
    let waits = part.approved;
    let signals = follows.signals.iter();
    let asked = signals.map(|&signal| Line::Signal {
        signal,
        asked: true,
    });
    let mut lines: Vec<Line> = asked.collect();
    if waits {
        let told = world.leading.supervisors.len();
        lines.push(Line::ApprovalAsked {
            told: u16::try_from(told).unwrap_or(u16::MAX),
        });
    }
    lines.extend(match follows.turn {
        Turn::Begins => Some(Line::PlanBegins),
        Turn::Ends => Some(Line::PlanRests),
        Turn::Same => None,
    });
    if follows.behind != Behind::Not {
        lines.push(Line::GoalStuckNoted);
    }
    if !follows.fell.is_empty() {
        lines.push(Line::FellNoted);
        lines.extend(follows.fell.iter().copied().map(Line::Fell));
    }
    let person = world.person.as_ref();
    let action = person.and_then(|person| part.action(person, &hand.case));
    if action == Some(Action::WorkOnCase) {
        lines.extend(follows.moved.and_then(|moved| match moved {
            (_, Err(missing)) => Some(Line::StageStays(missing)),
            (stage, Ok(_)) => (!waits).then_some(Line::StageNow(stage)),
        }));
    }
    if part.opens {
        lines.push(Line::HelpFollows);
    }
    if hand.form.name == aftercare::ASKING && aftercare::wants_call(&report.facts) {
        lines.push(Line::CallFollows);
    }
    lines
}

/// A button for a goal in each domain that should come first, if this person may write one down at that stage.
fn proposed_goals(world: &World, case: &Case, report: &Report, follows: &Follows) -> Vec<Button> {
    if !follows.assesses {
        return Vec::new();
    }
    let stage = match &follows.moved {
        Some((stage, Ok(_))) => *stage,
        Some((_, Err(_))) | None => case.stage,
    };
    let form = world.programme.form(PROPOSING);
    let form = form.filter(|form| {
        let mut person = world.person.iter();
        form.part.fits(stage) && person.any(|person| form.part.lets(person, case))
    });
    let Some(form) = form else {
        return Vec::new();
    };
    let mut domains: Vec<&str> = Vec::new();
    for factor in lowest(&report.visit.wellbeing) {
        if !domains.contains(&factor.domain()) {
            domains.push(factor.domain());
        }
    }
    let language = world.language();
    let buttons = domains.into_iter().filter_map(|domain| {
        let (_, label) = form.part.begun_with(&form.form, domain)?;
        let label = label.in_language(&language.0, &form.form.default_language)?;
        Some(Button {
            label: Label::Choice {
                label: Phrase::fixed(label.fixed_words()),
                ticked: None,
            },
            press: Press::BeginWith(case.id, PROPOSING.into(), domain.into()),
        })
    });
    buttons.take(PROPOSED).collect()
}

fn received(world: &World, hand: &DraftInHand, report: &Report, context: &Context) -> Line {
    let code = hand.case.code.clone();
    let corrected = hand.draft.corrects.is_some();
    if hand.form.name == VISIT {
        let happened_on = report.visit.happened_on.unwrap_or(context.today);
        let scheduled = || {
            hand.case
                .visit_after(happened_on, &world.programme.profile.visits)
        };
        return Line::Receipt {
            code,
            next: report.visit.next_on.unwrap_or_else(scheduled),
            corrected,
        };
    }
    Line::Received {
        title: hand.form.title_in(&context.language),
        code,
        corrected,
    }
}
