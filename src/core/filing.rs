//! A finished draft comes in; its report, and the receipt that follows it, go out.

use super::access::Action;
use super::draft::Draft;
use super::effect::{Audit, Effect, Object, Purpose};
use super::event::Event;
use super::form::{Context, Interview};
use super::people::Language;
use super::place::Place;
use super::press::Press;
use super::report::{Report, Visit};
use super::screen::{Label, Line, Screen};
use super::step::show_at;
use super::world::DraftInHand;

/// Files the report and says so in a message of its own, which is sent only after both are in the database.
#[must_use]
pub fn file(
    hand: &DraftInHand,
    event: &Event,
    interview: &Interview<'_>,
    context: &Context,
) -> Vec<Effect> {
    let draft = &hand.draft;
    let case = &hand.case;
    let report = report(draft, event, interview, &context.language);
    let today = context.today;
    let next = report
        .visit
        .next_on
        .unwrap_or_else(|| case.visit_after(report.visit.happened_on.unwrap_or(today)));
    let receipt = Screen::of([
        Line::Receipt {
            code: case.code.clone(),
            next,
            corrected: draft.corrects.is_some(),
        },
        Line::ReceiptHelp,
    ])
    .button(Label::Correct, Press::Correct(report.id))
    .button(Label::Undo, Press::Undo(report.id))
    .button(Label::Menu, Press::Menu);
    let audit = Audit {
        action: match draft.corrects {
            Some(_) => Action::CorrectReport,
            None => Action::ReportVisit,
        },
        object: Object::Report(report.id),
    };
    let mut effects = vec![Effect::File(Box::new(report)), Effect::Note(audit)];
    effects.extend(show_at(
        Place::Nowhere,
        Screen::of([Line::ReportSent(case.code.clone())]),
    ));
    effects.push(Effect::Say {
        purpose: Purpose::Receipt,
        screen: Box::new(receipt),
    });
    effects
}

fn report(draft: &Draft, event: &Event, interview: &Interview<'_>, language: &str) -> Report {
    let brought = &draft.body.brought;
    let goals: Vec<_> = brought.goals.iter().map(|goal| goal.0).collect();
    let referrals: Vec<_> = brought
        .referrals
        .iter()
        .map(|referral| referral.0)
        .collect();
    let kept = interview.report();
    Report {
        id: event.fresh.report,
        draft: draft.id,
        person: draft.person,
        case: draft.case,
        form: draft.form,
        language: Language(language.to_owned()),
        opened_at: draft.opened_at,
        sent_at: event.at,
        supersedes: draft.corrects,
        reason: draft.body.reason.clone(),
        open: kept.open,
        sealed: kept.sealed,
        visit: Visit::collect(&interview.saved(), &goals, &referrals),
        answers: draft.body.answers.clone(),
        brought: brought.clone(),
    }
}
