//! A finished draft comes in; its report, what it does to the case, and the receipt that follows go out.

use super::about::Subject;
use super::access::Action;
use super::active::{Turn, after, is_active};
use super::case::CaseInHand;
use super::effect::{Dropped, Effect, Object, Purpose};
use super::event::Event;
use super::form::{Context, Interview};
use super::goal::{self, Decision};
use super::keeping;
use super::part::{Part, VISIT};
use super::people::Language;
use super::place::Place;
use super::press::Press;
use super::proposal::Proposal;
use super::receipt::{Behind, Follows, receipt};
use super::referral::Request;
use super::report::{AlertEnd, Fact, Outcome, Report, ReportState, Visit};
use super::reporting;
use super::review::ReviewState;
use super::screen::{Label, Line, Screen};
use super::self_referral;
use super::share::Release;
use super::signal::{self, Signal, Visited};
use super::stage::{Missing, Stage};
use super::step::show_at;
use super::stuck::{Scored, is_stuck};
use super::telling::{asked_to_approve, told};
use super::wellbeing::{self, falls};
use super::world::{DraftInHand, World};

/// The fact that a case is understood well enough to plan.
pub const ASSESSED: &str = "case.assessed";
/// The fact of what the family of a case calls itself.
pub const ALIAS: &str = "case.alias";
/// The fact of where a case stands.
const STAGE: &str = "case.stage";
/// The fact since when a plan is carried out.
const ACTIVE_SINCE: &str = "plan.active_since";
/// The fact when the plan is looked at next.
const NEXT_REVIEW: &str = "review.next_on";

/// Files the report and says so in a message of its own, which is sent only after both are in the database.
#[must_use]
pub fn file(
    world: &World,
    hand: &DraftInHand,
    event: &Event,
    interview: &Interview<'_>,
    context: &Context,
) -> Vec<Effect> {
    let draft = &hand.draft;
    let case = &hand.case;
    let part = hand.part();
    let mut report = report(world, hand, event, interview, context);
    if let Some(changed) = changed_meanwhile(world, hand, &report) {
        return changed;
    }
    keep_the_rest(world, hand, &mut report);
    let turn = known(world, hand).map_or(Turn::Same, |found| Turn::of(&found.goals, &report));
    let moved = moved(world, hand, &part, &report);
    let behind = match wish(&part, &report.facts) {
        // That is the look which it deserves.
        Some(Stage::Review) => Behind::Not,
        Some(_) | None => behind(world, hand, &report),
    };
    // Where the form would move the case is a wish until the rules of going on agree.
    report.facts.retain(|fact| fact.field != STAGE);
    let waits = part.approved;
    if waits {
        report.state = ReportState::Waiting;
    }
    if waits || part.confidential || part.opens || hand.form.name == VISIT {
        report.review = ReviewState::Open;
    }
    // Only a visit has a row with a column for it.
    if let (None, Some(danger)) = (report.visit.outcome, report.visit.danger) {
        report.facts.push(Fact {
            field: "visit.danger".into(),
            instance: 0,
            value: danger.word().into(),
            sealed: false,
        });
    }
    let signals = signals(world, hand, &report);
    report.facts.extend(signal::facts(&signals));
    let assesses = report.facts.iter().any(|fact| fact.field == ASSESSED);
    let fell = match assesses {
        true => falls(&report.visit.wellbeing, &world.leading.assessed),
        false => Vec::new(),
    };
    if !fell.is_empty() {
        report.review = ReviewState::Open;
    }
    report.facts.extend(wellbeing::facts(&fell));
    // Where the case stands by the time of the approval is not known yet; the rules are asked again then.
    let fact = match &moved {
        Some((to, _)) if waits => Some(*to),
        Some((to, Ok(_))) if *to != case.stage => Some(*to),
        Some((_, Ok(_) | Err(_))) | None => None,
    };
    report.facts.extend(fact.map(|stage| Fact {
        field: STAGE.into(),
        instance: 0,
        value: stage.word().into(),
        sealed: false,
    }));
    report
        .facts
        .extend(active_since(world, hand, &report, turn));
    let follows = Follows {
        moved,
        turn,
        behind,
        assesses,
        signals,
        fell,
    };
    let receipt = receipt(world, hand, &report, context, &follows);
    // What the service will read stands on the receipt; the link, which may be forwarded, in a message of its own.
    let public_url = world.programme.public_url.as_deref();
    let shared = report.share.as_ref().zip(public_url);
    let shared = shared.map(|(release, url)| release.link(url, event.fresh.share_token));
    let action = match draft.corrects {
        Some(_) => Action::CorrectReport,
        None => used(world, hand, &part),
    };
    let audit = Effect::note(action, Object::Report(report.id));
    let reminded = keeping::is_to_ask(world, hand).then_some(Effect::RemindedToAsk(case.id));
    let told = match (waits, part.opens) {
        (true, _) => asked_to_approve(world, &report, hand),
        (false, true) => self_referral::sent(hand, &report, &world.leading.supervisors),
        (false, false) => told(world, hand, &report, &follows),
    };
    let mut effects = vec![Effect::File(Box::new(report)), audit];
    effects.extend(reminded);
    effects.extend(show_at(
        Place::Nowhere,
        Screen::of([sent(hand, &context.language)]),
    ));
    effects.push(Effect::Say {
        purpose: Purpose::Receipt,
        screen: Box::new(receipt),
    });
    if let Some(release) = shared {
        effects.push(Effect::Say {
            purpose: Purpose::News,
            screen: Box::new(release),
        });
    }
    effects.extend(told);
    effects
}

/// What deserves a second look in a new visit report.
fn signals(world: &World, hand: &DraftInHand, report: &Report) -> Vec<Signal> {
    if hand.form.name != VISIT {
        return Vec::new();
    }
    let mut signals = Vec::new();
    if report.visit.outcome == Some(Outcome::Happened) {
        let new = Visited {
            sent_at: report.sent_at,
            seen: report.visit.seen.clone(),
            answers: report.answers.clone(),
        };
        let (earlier, profile) = (&world.leading.visits, &world.programme.profile);
        signals = signal::beside(&new, earlier, profile);
    }
    // A correction begins with all its answers.
    if report.supersedes.is_none() && signal::is_quick(report.opened_at, report.sent_at) {
        signals.push(Signal::Quick);
    }
    signals
}

/// Somebody gave the goal other words since this form about it was begun: nothing is filed, and the goal is shown as it
/// is now, with what was written.
fn changed_meanwhile(world: &World, hand: &DraftInHand, report: &Report) -> Option<Vec<Effect>> {
    let about = hand.draft.body.brought.about.as_ref();
    let about = about.and_then(Subject::goal)?;
    let found = world.case.as_ref()?;
    let goal = found.goals.iter().find(|goal| goal.id == about.goal);
    if goal.is_some_and(|goal| goal.version == about.version) {
        return None;
    }
    let written = report
        .proposals
        .iter()
        .map(|proposal| Line::Quoted(proposal.words.clone()));
    let mut screen = Screen::of([Line::GoalChangedMeanwhile]);
    screen.lines.extend(written);
    let screen = screen
        .button(
            Label::Plan(hand.case.code.clone()),
            Press::Plan(hand.case.id),
        )
        .button(Label::Menu, Press::Menu);
    let mut effects = vec![reporting::drop(&hand.draft, Dropped::Discarded)];
    effects.extend(show_at(Place::Nowhere, screen));
    Some(effects)
}

/// Where a report would move its case: as its answers say, else as its form does.
#[must_use]
pub fn wish(part: &Part, facts: &[Fact]) -> Option<Stage> {
    let mut said = facts.iter().filter(|fact| fact.field == STAGE);
    let said = said.find_map(|fact| Stage::parse(&fact.value));
    said.or(part.moves_to)
}

/// The stage that this report moves the case to, and whether the rules agree: the report's own wish, or on to carrying
/// out the plan (after a review, back to it) once the family has decided on every goal. `None` if neither says anything.
fn moved(
    world: &World,
    hand: &DraftInHand,
    part: &Part,
    report: &Report,
) -> Option<(Stage, Result<Stage, Missing>)> {
    let found = known(world, hand)?;
    let mut known = found.known;
    known.assessed |= report.facts.iter().any(|fact| fact.field == ASSESSED);
    known.plan_active = is_active(&after(&found.goals, report));
    let decides = report.decision.is_some();
    let stage = found.case.stage;
    let to = match wish(part, &report.facts) {
        // A review that leaves nothing to decide is over with its report.
        Some(Stage::Review) if known.plan_active => match stage {
            Stage::Implementation | Stage::Monitoring => stage,
            Stage::Referred
            | Stage::Assessment
            | Stage::Planning
            | Stage::Preparation
            | Stage::Review
            | Stage::Closed => known.carried_out.unwrap_or(Stage::Implementation),
        },
        Some(to) => to,
        None if known.plan_active && decides && stage == Stage::Planning => Stage::Implementation,
        // The family's last word on what a review changed ends the review.
        None if known.plan_active && decides && stage == Stage::Review => {
            known.carried_out.unwrap_or(Stage::Implementation)
        }
        None => return None,
    };
    Some((to, stage.enter(to, &known)))
}

/// New words that a row gives leave the rest of that goal as it was.
fn keep_the_rest(world: &World, hand: &DraftInHand, report: &mut Report) {
    let Some(found) = known(world, hand) else {
        return;
    };
    if report.brought.about.is_some() {
        return;
    }
    let mut facts = report.facts.iter();
    let next = facts.find(|fact| fact.field == NEXT_REVIEW);
    let next = next.and_then(|fact| fact.value.parse().ok());
    for proposal in &mut report.proposals {
        let mut goals = found.goals.iter();
        if let Some(goal) = goals.find(|goal| goal.id == proposal.goal) {
            proposal.keep(goal, next);
        }
    }
}

/// Since when the plan is carried out, if this report says so: it begins with it, or it corrects the one with which it
/// began.
fn active_since(world: &World, hand: &DraftInHand, report: &Report, turn: Turn) -> Option<Fact> {
    let found = known(world, hand)?;
    let corrects = report.supersedes.is_some() && is_active(&after(&found.goals, report));
    let day = match turn {
        Turn::Begins => Some(report.sent_at.with_timezone(&hand.case.zone).date_naive()),
        Turn::Same if corrects => found.known.active_since,
        Turn::Same | Turn::Ends => None,
    };
    day.map(|day| Fact {
        field: ACTIVE_SINCE.into(),
        instance: 0,
        value: day.to_string(),
        sealed: false,
    })
}

fn behind(world: &World, hand: &DraftInHand, report: &Report) -> Behind {
    let before = world.record.as_ref();
    let before = before.map_or(&[][..], |record| record.scored.as_slice());
    let role = world.person.as_ref().map(|person| person.role);
    let new: Vec<Scored> = role
        .into_iter()
        .flat_map(|role| Scored::of(report, role))
        .collect();
    let kept = before
        .iter()
        .filter(|said| Some(said.report) != hand.draft.corrects);
    let all: Vec<Scored> = new.iter().chain(kept).copied().collect();
    let stuck = || new.iter().filter(|said| is_stuck(said.goal, &all));
    match (
        stuck().next(),
        stuck().any(|said| !is_stuck(said.goal, before)),
    ) {
        (None, _) => Behind::Not,
        (Some(_), true) => Behind::StuckNow,
        (Some(_), false) => Behind::StuckStill,
    }
}

/// By which row of the access table the form was used.
fn used(world: &World, hand: &DraftInHand, part: &Part) -> Action {
    let person = world.person.as_ref();
    let action = person.and_then(|person| part.action(person, &hand.case));
    action.unwrap_or(Action::UseDraft)
}

/// The case of the draft, if it was loaded.
fn known<'a>(world: &'a World, hand: &DraftInHand) -> Option<&'a CaseInHand> {
    let found = world.case.as_ref();
    found.filter(|found| found.case.id == hand.case.id)
}

/// What the screen becomes.
fn sent(hand: &DraftInHand, language: &str) -> Line {
    let code = hand.case.code.clone();
    match hand.form.name.as_str() {
        VISIT => Line::ReportSent(code),
        _ => Line::FormSent {
            title: hand.form.title_in(language),
            code,
        },
    }
}

fn report(
    world: &World,
    hand: &DraftInHand,
    event: &Event,
    interview: &Interview<'_>,
    context: &Context,
) -> Report {
    let draft = &hand.draft;
    let brought = &draft.body.brought;
    let goals: Vec<_> = brought.goals.iter().map(|goal| goal.0).collect();
    let referrals: Vec<_> = brought
        .referrals
        .iter()
        .map(|referral| referral.0)
        .collect();
    let subject = brought.about.as_ref();
    let about = subject.and_then(Subject::goal);
    let kept = interview.report();
    let saved = interview.saved();
    Report {
        id: event.fresh.report,
        draft: draft.id,
        person: draft.person,
        case: draft.case,
        form: draft.form,
        language: Language(context.language.clone()),
        opened_at: draft.opened_at,
        sent_at: event.at,
        supersedes: draft.corrects,
        reason: draft.body.reason.clone(),
        state: ReportState::Sent,
        review: ReviewState::None,
        open: kept.open,
        sealed: kept.sealed,
        visit: Visit::collect(&saved, &goals, &referrals),
        facts: Fact::collect(&saved),
        proposals: Proposal::collect(&saved, about, &goals, (event.fresh.goal, event.fresh.tasks)),
        decision: Decision::collect(&saved, about),
        ended: goal::ended(&saved, &goals),
        request: Request::collect(&saved, subject, context.today),
        alert: AlertEnd::collect(&saved, subject),
        share: Release::collect(&saved, subject, world, event),
        answers: draft.body.answers.clone(),
        brought: brought.clone(),
    }
}
