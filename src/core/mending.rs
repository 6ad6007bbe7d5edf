//! After sending: a report is corrected, or taken back.

use std::collections::BTreeMap;

use super::access::{Action, Relation, may};
use super::asking::context;
use super::card;
use super::draft::{Body, Draft, WARNED};
use super::effect::{Effect, Object};
use super::event::{Event, Happened};
use super::form;
use super::part::Part;
use super::people::Person;
use super::place::Place;
use super::press::Press;
use super::receipt::is_lent;
use super::report::{CORRECTED_FREELY, Danger, ReportInHand, ReportState, UNDONE, Visit};
use super::reporting::{opened, own_draft};
use super::screen::{Label, Line, Screen};
use super::step::{go, old_button, show_at};
use super::world::{DraftInHand, World};

/// Opens a correction: the report's answers on a check screen, each with Change. A late one is asked why.
#[must_use]
pub fn correct(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(report) = own_report(world, person, Action::CorrectReport) else {
        return old_button(world, event);
    };
    if let Some(hand) = own_draft(world) {
        let draft = hand.draft.id;
        // Nothing is changed yet: the same button again shows the same.
        let untouched = hand.draft.turn == 0 && hand.draft.corrects == Some(report.id);
        return match untouched {
            true => go(world, event, Place::Draft { draft }),
            false => go(world, event, Place::Begun { draft }),
        };
    }
    match report.state {
        ReportState::Superseded | ReportState::Undone => closed(),
        // It does not count yet.
        ReportState::Waiting | ReportState::Returned => open(world, event, person, report, None),
        ReportState::Sent if Part::known(&report.form).approved => approved(report),
        ReportState::Sent if event.at - report.sent_at > CORRECTED_FREELY => {
            go(world, event, Place::Reason { report: report.id })
        }
        ReportState::Sent => open(world, event, person, report, None),
    }
}

/// The reason of a late correction opens it.
#[must_use]
pub fn reason(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(report) = own_report(world, person, Action::CorrectReport) else {
        return go(world, event, Place::Menu);
    };
    match &event.happened {
        Happened::Text { text, .. } if !text.trim().is_empty() => {
            open(world, event, person, report, Some(text.trim().to_owned()))
        }
        _ => {
            let screen = ask_reason(world).headed(Line::NotAnAnswer);
            show_at(Place::Reason { report: report.id }, screen)
        }
    }
}

/// "Why do you correct it now?"
#[must_use]
pub fn ask_reason(world: &World) -> Screen {
    let person = world.person.as_ref();
    let own = person.and_then(|person| own_report(world, person, Action::CorrectReport));
    let Some(report) = own else {
        return Screen::gone();
    };
    Screen::of([Line::AskReason {
        code: report.case.code.clone(),
    }])
    .button(Label::Menu, Press::Menu)
}

/// Takes a report back within a few minutes; it stays in the records as taken back.
#[must_use]
pub fn undo(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let Some(report) = own_report(world, person, Action::UndoReport) else {
        return old_button(world, event);
    };
    let line = match report.state {
        ReportState::Superseded | ReportState::Undone | ReportState::Returned => return closed(),
        ReportState::Sent if Part::known(&report.form).approved => return approved(report),
        ReportState::Sent | ReportState::Waiting if event.at - report.sent_at > UNDONE => {
            let screen = Screen::of([Line::UndoTooLate])
                .button(Label::Correct, Press::Correct(report.id))
                .button(Label::Menu, Press::Menu);
            return vec![Effect::Amend(Box::new(screen))];
        }
        ReportState::Sent | ReportState::Waiting => Line::Undone(report.case.code.clone()),
    };
    let form = world.programme.form(&report.form.name);
    let again = form.map(|form| card::beginning(world, &report.case, form));
    let screen = Screen::of([line])
        .row(again.into_iter().collect())
        .button(Label::Menu, Press::Menu);
    vec![
        Effect::Undo(report.id),
        Effect::note(Action::UndoReport, Object::Report(report.id)),
        Effect::Amend(Box::new(screen)),
    ]
}

/// What somebody else approved is not changed behind their back.
fn approved(report: &ReportInHand) -> Vec<Effect> {
    let line = Line::ApprovedAlready(report.case.code.clone());
    let screen = Screen::of([line]).button(Label::Menu, Press::Menu);
    vec![Effect::Amend(Box::new(screen))]
}

fn closed() -> Vec<Effect> {
    let screen = Screen::of([Line::ReportClosed]).button(Label::Menu, Press::Menu);
    vec![Effect::Amend(Box::new(screen))]
}

/// The report in question, if it is the person's own and about a case they may still report about.
fn own_report<'a>(world: &'a World, person: &Person, action: Action) -> Option<&'a ReportInHand> {
    let report = world.report.as_ref()?;
    let own = Relation::to_owned_by(person, report.person);
    let part = Part::known(&report.form);
    let allowed = may(person, own, action)
        && part.lets(person, &report.case)
        && !(action == Action::CorrectReport && is_lent(&part, person));
    allowed.then_some(report)
}

fn open(
    world: &World,
    event: &Event,
    person: &Person,
    report: &ReportInHand,
    reason: Option<String>,
) -> Vec<Effect> {
    let mut draft = Draft {
        id: event.fresh.draft,
        person: person.id,
        case: report.case.id,
        form: report.form_id,
        turn: 0,
        opened_at: event.at,
        touched_at: event.at,
        due_at: Some(event.at + WARNED),
        corrects: Some(report.id),
        body: Body {
            answers: report.answers.clone(),
            corrected: report.answers.clone(),
            brought: report.brought.clone(),
            reason,
            typed_in: BTreeMap::new(),
            ..Body::default()
        },
    };
    draft.body.alerted = told_of_danger(world, event, report, &draft);
    draft.touch(event.at);
    let hand = DraftInHand {
        draft,
        form: report.form.clone(),
        case: report.case.clone(),
    };
    opened(world, event, hand)
}

/// Whether the report raised its alert already, so that the correction does not raise it again.
fn told_of_danger(world: &World, event: &Event, report: &ReportInHand, draft: &Draft) -> bool {
    let hand = DraftInHand {
        draft: draft.clone(),
        form: report.form.clone(),
        case: report.case.clone(),
    };
    let context = context(&hand, &world.language(), event.at);
    let interview = form::Interview::derive(&report.form, &report.answers, &context);
    Visit::collect(&interview.saved(), &[], &[]).danger == Some(Danger::Now)
}
