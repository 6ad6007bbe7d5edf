//! Laws of deciding: any world and any event come in, and whatever follows keeps to the rules.
//!
//! The programme below stands in for the database: it fills a world exactly as the needs ask, whoever asks. So what
//! keeps people apart here is the core alone.

#[path = "laws/dice.rs"]
mod dice;
#[path = "laws/matrix.rs"]
mod matrix;
#[path = "laws/programme.rs"]
mod programme;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use chrono_tz::Tz;
use kinkeeper::core::about::Subject;
use kinkeeper::core::access::{Action, may_with};
use kinkeeper::core::alert::Origin;
use kinkeeper::core::case::Membership;
use kinkeeper::core::climbing::was_called;
use kinkeeper::core::draft::{Body, Brought, View};
use kinkeeper::core::due::preference::Preference;
use kinkeeper::core::effect::{Effect, Step, Timing};
use kinkeeper::core::event::{Event, File, Happened};
use kinkeeper::core::form::{MediaKind, check, table};
use kinkeeper::core::goal::About;
use kinkeeper::core::id::{DraftId, MediaId, MessageId, PersonId};
use kinkeeper::core::people::{Kin, Language, Person, Role, Standing};
use kinkeeper::core::place::Place;
use kinkeeper::core::press::{InDraft, Press};
use kinkeeper::core::reminding;
use kinkeeper::core::review::Verdict;
use kinkeeper::core::screen::{Line, Reader, Screen};
use kinkeeper::core::step::step;
use kinkeeper::core::world::{Need, World};
use kinkeeper::words::{TEXT_CHARS, TOAST_CHARS};
use proptest::prelude::*;

use dice::*;
use programme::*;

/// Effects of one event; the widest is an alert that a whole team hears.
const MOST_EFFECTS: usize = 40;
/// Characters of a button; more is cut off by a phone.
const LABEL_CHARS: usize = 30;
/// Buttons under one message (Bot API).
const MOST_BUTTONS: usize = 100;
/// What the sender is shown, as one text with everything in it.
fn shown(step: &Step) -> String {
    let screens = step.effects.iter().filter_map(|effect| match effect {
        Effect::Show(screen) | Effect::Amend(screen) | Effect::Say { screen, .. } => Some(screen),
        _ => None,
    });
    screens
        .map(|screen| serde_json::to_string(screen).expect("a screen is JSON"))
        .collect()
}

fn screens(step: &Step) -> impl Iterator<Item = &Screen> {
    step.effects.iter().filter_map(|effect| match effect {
        Effect::Show(screen) | Effect::Amend(screen) => Some(&**screen),
        Effect::Say { screen, .. } | Effect::Tell { screen, .. } => Some(&**screen),
        _ => None,
    })
}

fn changes_a_draft(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::SaveDraft { .. }
            | Effect::DropDraft { .. }
            | Effect::File(_)
            | Effect::RaiseAlert(_)
            | Effect::KeepMedia { .. }
            | Effect::OpenDraft(_)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn deciding_is_total_bounded_and_repeatable((programming, moment) in situation()) {
        let (world, event, rounds) = programming.arrange(&moment);
        prop_assert!(rounds <= ROUNDS, "needs do not end");
        let decided = step(&world, &event);
        prop_assert!(decided.effects.len() <= MOST_EFFECTS, "{} effects", decided.effects.len());
        prop_assert_eq!(&step(&world.clone(), &event.clone()), &decided);
        let answered = !decided.effects.is_empty();
        let silent = matches!(
            moment.happened,
            Happened::DraftDue(_) | Happened::RemindersDue | Happened::TrialDue(_) | Happened::DangerDue(_) | Happened::LostPress | Happened::Blocked | Happened::Unblocked
        );
        prop_assert!(answered || silent, "nobody answers");
    }

    #[test]
    fn events_and_effects_survive_json((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let written = serde_json::to_string(&event).expect("an event is JSON");
        prop_assert_eq!(&serde_json::from_str::<Event>(&written).expect("an event"), &event);
        let decided = step(&world, &event);
        let written = serde_json::to_string(&decided).expect("a step is JSON");
        prop_assert_eq!(serde_json::from_str::<Step>(&written).expect("a step"), decided);
    }

    #[test]
    fn nobody_changes_what_is_not_theirs((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        for effect in &step(&world, &event).effects {
            let Some(who) = moment.who else {
                let rung = matches!(moment.happened, Happened::DangerDue(_));
                let harmless = rung && matches!(effect, Effect::Call { .. } | Effect::CallSecond { .. } | Effect::Climbed { .. });
                let harmless = harmless || matches!(
                    effect,
                    Effect::Show(_) | Effect::Go(_) | Effect::Say { .. } | Effect::Toast(_) | Effect::Note(_)
                        | Effect::Join { .. } | Effect::GuessWrong | Effect::Tell { .. }
                );
                prop_assert!(harmless, "a stranger does {effect:?}");
                continue;
            };
            let person = &programming.people[who];
            let owner_of = |draft: DraftId| {
                let told = (0..3).find(|number| draft_id(*number) == draft);
                told.map(|number| person_id(programming.drafts[number].owner))
            };
            match effect {
                Effect::OpenDraft(draft) => {
                    prop_assert_eq!(draft.person, person.id);
                    // A family writes about the case that it has just opened.
                    let own = draft.case == event.fresh.case && person.role == Role::Family;
                    prop_assert!(own || programming.may_report(who, draft.case), "{effect:?}");
                }
                Effect::SaveDraft { draft, .. } => {
                    prop_assert_eq!(Some(person.id), owner_of(draft.id));
                    prop_assert_eq!(draft.person, person.id);
                    // The clock moves a draft on to its end, whatever became of its owner.
                    let before = world.draft.as_ref().map(|hand| &hand.draft.body);
                    let moved_on = matches!(moment.happened, Happened::DraftDue(_))
                        && before == Some(&draft.body);
                    prop_assert!(moved_on || programming.may_report(who, draft.case), "{effect:?}");
                }
                Effect::DropDraft { draft, .. } => {
                    prop_assert_eq!(Some(person.id), owner_of(*draft));
                }
                Effect::File(report) => {
                    prop_assert_eq!(Some(person.id), owner_of(report.draft));
                    prop_assert_eq!(report.person, person.id);
                    prop_assert!(programming.may_report(who, report.case), "{effect:?}");
                }
                Effect::Undo(report) => {
                    let number = (0..2).find(|number| report_id(*number) == *report).expect("known");
                    prop_assert_eq!(programming.reports[number].0.owner, who);
                }
                Effect::EndPlaces(places) => {
                    for place in places {
                        let held = programming.members.keys();
                        let found = held.copied().find(|(who, case)| member_id(*who, *case) == *place);
                        let (_, case) = found.expect("a place that is held");
                        prop_assert!(programming.may_assign(who, case_id(case)), "{effect:?}");
                    }
                }
                Effect::BeginPlaces(places) => {
                    let begun: std::collections::BTreeSet<_> =
                        places.iter().map(|(case, to, _)| (*case, *to)).collect();
                    prop_assert_eq!(begun.len(), places.len(), "one place of a person in a case");
                    for (case, to, _) in places {
                        prop_assert!(programming.may_assign(who, *case), "{effect:?}");
                        let to = programming.people.iter().find(|person| person.id == *to).expect("known");
                        let number = (0..3).find(|number| case_id(*number) == *case).expect("known");
                        let ours = [Some(team_id(number % 2)), person.team].contains(&to.team);
                        prop_assert!(ours && to.role != Role::Family, "{effect:?}");
                    }
                }
                Effect::Object(place) => {
                    prop_assert_eq!(person.role, Role::Family);
                    let held = programming.members.keys();
                    let found = held.copied().find(|(who, case)| member_id(*who, *case) == *place);
                    let (_, case) = found.expect("a place that is held");
                    prop_assert_eq!(programming.members.get(&(who, case)), Some(&Membership::Family));
                }
                Effect::Remark(remark) => {
                    let number = (0..2).find(|number| report_id(*number) == remark.report).expect("known");
                    let told = &programming.reports[number].0;
                    let own = told.owner == who;
                    let team = team_id(told.case % 2);
                    let supervises = person.role == Role::Supervisor
                        && (person.team == Some(team) || programming.members.contains_key(&(who, told.case)));
                    let alone = !own || world.leading.supervisors.is_empty();
                    prop_assert!(
                        if remark.verdict == Verdict::Answered { own } else { supervises && alone },
                        "{effect:?}"
                    );
                }
                Effect::TickTask(_) => {
                    let case = world.case.as_ref().expect("the case of the task");
                    let number = (0..3).find(|number| case_id(*number) == case.case.id).expect("known");
                    prop_assert!(programming.may_see(who, number), "{effect:?}");
                }
                Effect::OpenCase(opening) => {
                    prop_assert_eq!(opening.by, person.id);
                    prop_assert_eq!(Some(opening.team), person.team);
                    // A family opens its own, which nobody else sees yet.
                    let own = person.role == Role::Family
                        && opening.unsent
                        && opening.place == Membership::Family;
                    let works = matches!(person.role, Role::Caseworker | Role::Supervisor)
                        && !opening.unsent
                        && opening.place == Membership::Leads;
                    prop_assert!(own || works, "{effect:?}");
                    prop_assert_eq!(person.standing, Standing::Active);
                }
                Effect::HandInCase { case, .. } => {
                    let number = (0..3).find(|number| case_id(*number) == *case).expect("known");
                    prop_assert_eq!(programming.members.get(&(who, number)), Some(&Membership::Family));
                }
                Effect::EndShare(share) => {
                    let case = (0..3).find(|case| share_id(*case) == *share).expect("known");
                    let case = programming.case(case, Some(who));
                    prop_assert!(may_with(person, &case, Action::SpeakAsFamily), "{effect:?}");
                }
                Effect::RaiseAlert(alert) => {
                    prop_assert_eq!(alert.raised_by.person, person.id);
                    let number = (0..3).find(|number| case_id(*number) == alert.case).expect("known");
                    let case = programming.case(number, Some(who));
                    let answered = matches!(alert.origin, Origin::Answer(_));
                    prop_assert!(may_with(person, &case, Action::RaiseAlert), "{effect:?}");
                    prop_assert!(answered || person.role == Role::Family, "{effect:?}");
                    prop_assert!(
                        world.loaded.contains(&Need::Answerers(alert.team, alert.case)),
                        "danger is called out without anybody to hear it"
                    );
                }
                Effect::TakeAlert { alert, .. } => {
                    let number = (0..2).find(|number| alert_id(*number) == *alert).expect("known");
                    let case = programming.case(programming.alerts[number].0, Some(who));
                    prop_assert!(may_with(person, &case, Action::TakeAlert), "{effect:?}");
                    // A caseworker only once she was called as a deputy.
                    let called = world.alert.as_ref().is_some_and(|found| was_called(found, person.id));
                    prop_assert!(matches!(person.role, Role::Supervisor | Role::Manager) || called);
                }
                Effect::SayOfAlert { alert, case, .. } => {
                    let number = (0..2).find(|number| alert_id(*number) == *alert).expect("known");
                    let (about, by, _) = programming.alerts[number];
                    prop_assert_eq!((by, case_id(about)), (who, *case));
                    prop_assert_eq!(person.role, Role::Family);
                }
                Effect::Play(kept) => {
                    let number = (0..2).find(|number| said_of(*number).media == kept.media);
                    let (about, ..) = programming.alerts[number.expect("an alert's voice note")];
                    let case = programming.case(about, Some(who));
                    prop_assert!(may_with(person, &case, Action::SeeAlert), "{effect:?}");
                }
                Effect::KeepMedia { case, .. } => {
                    prop_assert!(programming.may_report(who, *case), "{effect:?}");
                    prop_assert!(
                        world.loaded.contains(&Need::Keeping(*case)) || person.role == Role::Family,
                        "a file is kept, whatever the family said"
                    );
                }
                Effect::RemindedToAsk(case) => {
                    prop_assert!(programming.may_report(who, *case), "{effect:?}");
                    prop_assert!(world.keeping.said.is_empty(), "{effect:?}");
                }
                Effect::Join { .. } => {
                    prop_assert!(person.standing != Standing::Active, "a member joins again");
                }
                Effect::JoinAlso(_) => {
                    prop_assert_eq!(person.standing, Standing::Active);
                    prop_assert_eq!(person.role, Role::Family);
                    let invitation = world.invitation.as_ref().expect("an invitation");
                    let theirs = (0..3).filter(|number| programming.members.contains_key(&(who, *number)));
                    prop_assert!(!theirs.map(case_id).any(|case| Some(case) == invitation.case));
                }
                Effect::GuessWrong => prop_assert!(world.invitation.is_none()),
                Effect::Remind { reminded, screen } => {
                    prop_assert!(!reminded.is_empty() && reminded.iter().all(|one| one.told));
                    for one in reminded {
                        let number = (0..3).find(|case| obligation_id(*case) == one.obligation);
                        let seen = programming.may_see(who, number.expect("known"));
                        prop_assert!(seen || person.role == Role::Manager, "{effect:?}");
                    }
                    let hours = reminding::hours(&world, person).expect("hours");
                    prop_assert!(hours.allowed(event.at), "somebody is woken");
                    prop_assert!(!screen.protected, "what nobody asked for holds nothing to protect");
                }
                // Of what was put before the sender by the store.
                Effect::Missed(_) | Effect::Postpone { .. } | Effect::Forget(_) => {}
                Effect::PutOff { obligation, next } => {
                    let number = (0..3).find(|case| obligation_id(*case) == *obligation);
                    prop_assert!(programming.may_see(who, number.expect("known")), "{effect:?}");
                    prop_assert!(next.at > event.at);
                }
                // About oneself alone.
                Effect::Leave | Effect::AskErasure | Effect::EndAway => {
                    prop_assert!(person.standing != Standing::Left);
                }
                // Only after the question what goes and what stays.
                Effect::ClearChat => prop_assert_eq!(&world.chat.place, &Place::Clearing),
                // About oneself, or about a worker of the team that one leads.
                Effect::SetAway { person: who, day } => {
                    prop_assert!(person.standing == Standing::Active && *day > event.at.date_naive());
                    let mut people = programming.people.iter();
                    let theirs = people.find(|known| known.id == *who).expect("known");
                    let works = matches!(theirs.role, Role::Volunteer | Role::Caseworker);
                    let led = person.role == Role::Supervisor && theirs.team == person.team && works;
                    // Whoever hears of danger says it themselves.
                    let of_list = matches!(event.happened, Happened::Press { press: Press::Late(_), .. });
                    prop_assert!(led || *who == person.id && !of_list, "{effect:?}");
                }
                Effect::AskAfter { obligation, to, at, screen } => {
                    let number = (0..3).find(|case| obligation_id(*case) == *obligation).expect("known");
                    prop_assert!(person.role == Role::Supervisor && programming.may_see(who, number));
                    prop_assert!(to.person != person.id && *at >= event.at);
                    let profile = &world.programme.profile;
                    let hours = to.preference.hours(to.role, profile, to.zone).expect("hours");
                    prop_assert!(hours.allowed(*at), "somebody is woken");
                    prop_assert!(!screen.protected, "what nobody asked for holds nothing to protect");
                }
                Effect::EndErasure(_) => {
                    prop_assert_eq!(person.role, Role::Manager);
                    prop_assert_eq!(person.standing, Standing::Active);
                }
                Effect::Invite(invitation) => {
                    prop_assert_eq!(invitation.by, person.id);
                    prop_assert_eq!(person.standing, Standing::Active);
                    let (case, team) = (invitation.case, invitation.team);
                    prop_assert!(programming.may_invite(who, invitation.role, case, team));
                }
                Effect::ExpectNumber { .. } => {
                    let sent = world.expecting.sent.as_ref().expect("an invitation");
                    prop_assert_eq!(person.standing, Standing::Active);
                    prop_assert!(programming.may_invite(who, sent.role, sent.case, sent.team));
                }
                Effect::WipeUpdate => {
                    let texts = matches!(event.happened, Happened::Text { .. } | Happened::Edited { .. });
                    let asked = matches!(world.chat.place, Place::Expecting { .. });
                    prop_assert!(asked || person.standing == Standing::Held || !texts);
                }
                Effect::AnswerNumber { .. } => prop_assert_eq!(person.standing, Standing::Held),
                // By the number that was expected, from somebody who may still invite.
                Effect::Admit(_) if person.standing == Standing::Held => {
                    let asked = world.expecting.asked.as_ref().expect("a number");
                    let own = matches!(event.happened, Happened::Contact { own: true, .. });
                    prop_assert!(own && asked.same);
                    let newcomer = world.newcomer.as_ref().expect("the newcomer");
                    let (case, team) = (newcomer.case, newcomer.team);
                    prop_assert!(programming.may_invite(SUPERVISOR, newcomer.role, case, team));
                    prop_assert_eq!(programming.people[SUPERVISOR].standing, Standing::Active);
                }
                Effect::Admit(_) | Effect::TurnAway(_) => {
                    let newcomer = world.newcomer.as_ref().expect("the newcomer");
                    prop_assert_eq!(person.standing, Standing::Active);
                    let (case, team) = (newcomer.case, newcomer.team);
                    prop_assert!(programming.may_invite(who, newcomer.role, case, team));
                }
                Effect::SetPreference(preference) => {
                    prop_assert_eq!(person.standing, Standing::Active);
                    let profile = &world.programme.profile;
                    let hours = preference.hours(person.role, profile, world.zone());
                    prop_assert!(hours.is_some(), "somebody is never told");
                }
                // The programme is a manager's; of what others sent nothing follows.
                Effect::SendSettings | Effect::TrySettings { .. } => {
                    prop_assert_eq!(person.role, Role::Manager);
                }
                Effect::TrialTold(trial) | Effect::EndTrial(trial) => {
                    let known = world.trial.as_ref().expect("the file");
                    prop_assert_eq!((known.id, known.by), (*trial, person.id));
                    prop_assert_eq!(person.role, Role::Manager);
                }
                Effect::SetProfile(proposed) => {
                    prop_assert_eq!(person.role, Role::Manager);
                    prop_assert_eq!(proposed.instead_of, world.programme.profile_version);
                }
                // Danger goes to staff; a family waits for an answer to its own call.
                Effect::Tell { to, timing: Timing::AtOnce, .. } if to.role == Role::Family => {
                    let taken = matches!(&event.happened, Happened::Press { press: Press::TakeAlert(_), .. });
                    prop_assert!(taken, "a family is written to at any hour: {effect:?}");
                }
                Effect::SetLanguage(_)
                | Effect::SetZone(_)
                | Effect::SetConsent(_)
                | Effect::SetReachable(_)
                | Effect::Go(_)
                | Effect::Show(_)
                | Effect::Amend(_)
                | Effect::Say { .. }
                | Effect::Tell { .. }
                | Effect::LookAgain { .. }
                | Effect::Rewrite { .. }
                | Effect::Toast(_)
                | Effect::Note(_) => {}
                Effect::Call { .. } => {
                    let raised = |effect: &Effect| matches!(effect, Effect::RaiseAlert(_));
                    prop_assert!(step(&world, &event).effects.iter().any(raised), "{effect:?}");
                }
                Effect::CallSecond { .. } => prop_assert!(world.loaded.iter().any(|need| matches!(need, Need::Answerers(..)))),
                Effect::Climbed { .. } => prop_assert!(false, "somebody rings for the clock"),
            }
        }
    }

    #[test]
    fn whoever_has_left_hears_that_and_nothing_else((programming, moment) in situation()) {
        let (mut world, event, _) = programming.arrange(&moment);
        // Another invitation lets them in again.
        world.invitation = None;
        let Some(person) = &mut world.person else {
            return Ok(());
        };
        person.standing = Standing::Left;
        let unheard = matches!(
            event.happened,
            Happened::DraftDue(_) | Happened::RemindersDue | Happened::TrialDue(_) | Happened::DangerDue(_) | Happened::LostPress | Happened::Blocked
                | Happened::Unblocked | Happened::InGroup
        );
        let effects = step(&world, &event).effects;
        let told = match &effects[..] {
            [Effect::Go(Place::Nowhere), Effect::Show(screen)]
            | [Effect::Go(Place::Nowhere), Effect::Show(screen), Effect::GuessWrong] => {
                matches!(screen.lines[..], [Line::AccessEnded] | [Line::PrivacyWords])
            }
            _ => false,
        };
        prop_assert!(told || unheard, "{effects:?}");
    }

    #[test]
    fn nobody_is_shown_what_is_not_theirs((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let decided = step(&world, &event);
        let shown = shown(&decided);
        // What somebody types themselves may be shown to them as their answer.
        let typed = match &event.happened {
            Happened::Text { text, .. } | Happened::Edited { text, .. } => text.as_str(),
            Happened::Media { caption: Some(caption), .. } => caption.as_str(),
            _ => "",
        };
        for case in 0..CODES.len() {
            let may = |who| {
                let asked = programming.case(case, Some(who));
                may_with(&programming.people[who], &asked, Action::SeePacket)
            };
            let packet = format!("packet-of-{case}");
            prop_assert!(moment.who.is_some_and(may) || !shown.contains(&packet), "{shown}");
        }
        for (case, code) in CODES.iter().enumerate() {
            if moment.who.is_some_and(|who| programming.may_see(who, case)) {
                continue;
            }
            // Whoever opens a case learns which codes of the team are called alike, and no more.
            let opening = matches!(moment.place, Place::NewCase | Place::Alike { .. });
            let coded = opening && moment.who.is_some_and(|who| programming.may_open_beside(who, case));
            for secret in [
                (*code).to_owned(),
                format!("alias-of-{case}"),
                format!("goal-of-{case}"),
                format!("strength-of-{case}"),
                format!("referral-of-{case}"),
                format!("packet-of-{case}"),
                format!("recipient-of-{case}"),
                format!("answer-about-{case}"),
                format!("note-about-{case}"),
            ] {
                let searched = matches!(&moment.place, Place::Alike { name } if *name == secret);
                let said = typed.contains(&secret) || searched || (coded && secret == *code);
                prop_assert!(said || !shown.contains(&secret), "{secret} is shown: {shown}");
            }
        }
    }

    #[test]
    fn others_hear_of_danger_only_and_only_those_on_duty_and_the_reporter(
        (programming, moment) in situation()
    ) {
        let (world, event, _) = programming.arrange(&moment);
        for effect in &step(&world, &event).effects {
            let (Effect::Tell { to, screen, .. }
            | Effect::Call { to, screen, .. }
            | Effect::Rewrite { to, screen, .. }) = effect
            else {
                continue;
            };
            let alert = world.alert.as_ref();
            let hearers: Vec<PersonId> = alert
                .into_iter()
                .flat_map(|found| found.told.iter().chain([&found.alert.raised_by]))
                .chain(world.alerts.answerers.iter().map(|answerer| &answerer.to))
                .chain(&world.leading.supervisors)
                .chain(world.leading.team.iter().filter_map(|colleague| colleague.to.as_ref()))
                .chain(world.leading.places.iter().filter_map(|placed| placed.to.as_ref()))
                .chain(
                    world.leading.carried.iter()
                        .chain(world.leading.lent.iter().map(|lent| &lent.carried))
                        .flat_map(|carried| &carried.places)
                        .filter_map(|placed| placed.to.as_ref()),
                )
                .chain(world.leading.review.iter().filter_map(|found| found.reporter.as_ref()))
                .map(|hearer| hearer.person)
                .collect();
            // Whoever invited hears that somebody came, and the newcomer that it is confirmed.
            let invited = world.invitation.iter().filter_map(|invitation| invitation.by.as_ref());
            let newcomer = world.newcomer.iter().filter_map(|newcomer| newcomer.to.as_ref());
            let asked = world.expecting.asked.iter().filter_map(|asked| asked.to.as_ref());
            let joining = invited.chain(newcomer).chain(asked).any(|hearer| hearer.person == to.person);
            // Those on duty hear that somebody left, the managers of a wish to be deleted.
            let parting = world.duty.iter().chain(&world.managers);
            let parting = parting.map(|hearer| hearer.person).any(|hearer| hearer == to.person);
            prop_assert!(hearers.contains(&to.person) || joining || parting);
            let told = serde_json::to_string(screen).expect("a screen is JSON");
            for case in 0..CODES.len() {
                for secret in ["alias-of", "goal-of", "strength-of", "answer-about", "note-about"] {
                    prop_assert!(!told.contains(&format!("{secret}-{case}")), "{told}");
                }
            }
        }
    }

    /// Invariant I6: a danger ends in somebody who has it, or somebody is called, and it is looked at again.
    #[test]
    fn every_danger_is_called_out_and_looked_at_until_somebody_has_it((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let effects = step(&world, &event).effects;
        let calls = effects.iter().any(|effect| matches!(effect, Effect::Call { .. } | Effect::CallSecond { .. }));
        for effect in &effects {
            match effect {
                Effect::RaiseAlert(alert) => {
                    prop_assert!(calls, "nobody is called");
                    let again = effects.iter().find_map(|effect| match effect {
                        Effect::LookAgain { alert: of, at } if *of == alert.id => Some(*at),
                        _ => None,
                    });
                    let soon = again.is_some_and(|at| at <= event.at + TimeDelta::minutes(15));
                    prop_assert!(soon, "nobody looks at it again: {again:?}");
                }
                Effect::TakeAlert { alert, .. } => {
                    let again = |effect: &Effect| matches!(effect, Effect::LookAgain { alert: of, .. } if of == alert);
                    prop_assert!(effects.iter().any(again), "nobody looks whether an outcome was written");
                }
                Effect::Climbed { next, .. } => {
                    let found = world.alert.as_ref().expect("it was loaded");
                    prop_assert_eq!(next.is_none(), found.is_ended());
                    prop_assert!(next.is_none_or(|next| next > event.at), "it is looked at without end");
                }
                _ => {}
            }
        }
        let alone = |effect: &Effect| {
            matches!(effect, Effect::Call { to, .. } if world.alert.as_ref().is_some_and(|found| found.alert.raised_by.person == to.person))
        };
        prop_assert!(!effects.iter().any(alone), "whoever reported it is called about it");
    }

    #[test]
    fn a_button_acts_on_its_own_draft_alone((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let Happened::Press { press, .. } = &moment.happened else { return Ok(()) };
        let (Press::Draft(named, ..)
            | Press::Continue(named)
            | Press::StartAgain(named)
            | Press::Discard(named)
            | Press::Keep(named)) = press
        else {
            return Ok(());
        };
        for effect in &step(&world, &event).effects {
            let touched = match effect {
                Effect::SaveDraft { draft, .. } => draft.id,
                Effect::DropDraft { draft, .. } => *draft,
                Effect::File(report) => report.draft,
                Effect::RaiseAlert(alert) => match alert.origin {
                    Origin::Answer(draft) => draft,
                    Origin::Family | Origin::Call => continue,
                },
                _ => continue,
            };
            prop_assert_eq!(touched, *named);
        }
    }

    #[test]
    fn an_old_button_in_an_open_report_shows_its_question((programming, moment) in reporting()) {
        let Happened::Press { press: Press::Draft(named, ..), .. } = &moment.happened else {
            return Ok(());
        };
        let at_home = moment.place == Place::Draft { draft: draft_id(0) };
        let gone = *named != draft_id(0) && (0..3).all(|number| draft_id(number) != *named);
        let told = &programming.drafts[0];
        if !at_home || !gone || !programming.may_report(VOLUNTEER, case_id(told.case)) {
            return Ok(());
        }
        let (world, event, _) = programming.arrange(&moment);
        let shown = shown(&step(&world, &event));
        prop_assert!(shown.contains("Progress") || shown.contains("FormTitle") || shown.contains("CheckTitle") || shown.contains("AskForwarded"), "{shown}");
    }

    #[test]
    fn a_button_of_an_earlier_turn_changes_no_draft((programming, moment) in situation()) {
        let (world, event, _) = programming.arrange(&moment);
        let Happened::Press { press: Press::Draft(draft, turn, _), .. } = &moment.happened else {
            return Ok(());
        };
        let current = (0..3).find(|number| draft_id(*number) == *draft);
        let current = current.map(|number| programming.drafts[number].turn);
        let decided = step(&world, &event);
        if current != Some(*turn) {
            prop_assert!(!decided.effects.iter().any(changes_a_draft), "{decided:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_screen_fits_telegram_in_every_language((programming, moment) in situation()) {
        let (mut world, event, _) = programming.arrange(&moment);
        for tag in LANGUAGES {
            let language = Language(tag.into());
            if let Some(person) = &mut world.person
                && person.language.is_some()
            {
                person.language = Some(language.clone());
            }
            let reader = Reader { language, zone: Tz::Asia__Amman, now: event.at };
            let decided = step(&world, &event);
            for screen in screens(&decided) {
                let message = WORDS.render(screen, &reader);
                prop_assert!(!message.plain.trim().is_empty(), "an empty message: {screen:?}");
                let units = message.plain.encode_utf16().count();
                prop_assert!(units <= TEXT_CHARS, "{units} characters in {tag}");
                let keys: Vec<_> = message.rows.iter().flatten().collect();
                prop_assert!(keys.len() <= MOST_BUTTONS, "{} buttons", keys.len());
                for key in keys {
                    // Marks that keep inserted text apart take no room.
                    let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
                    let count = key.label.chars().filter(|letter| !marks.contains(letter)).count();
                    prop_assert!(count <= LABEL_CHARS && count > 0, "{tag} {:?}", key.label);
                    prop_assert!((1..=64).contains(&key.data.len()), "{:?}", key.data);
                    prop_assert!(Press::decode(&key.data).is_some(), "{:?}", key.data);
                }
            }
            for effect in &decided.effects {
                if let Effect::Toast(line) = effect {
                    let toast = WORDS.toast(line, &reader);
                    prop_assert!((1..=TOAST_CHARS).contains(&toast.chars().count()));
                }
            }
        }
        prop_assert_eq!(WORDS.misses(), 0);
    }
}

/// The laws above are empty if the dice never lead anywhere; this counts where they lead.
#[test]
fn the_dice_reach_every_effect() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..30_000 {
        let (programming, moment) = situation()
            .new_tree(&mut runner)
            .expect("a situation")
            .current();
        let (world, event, _) = programming.arrange(&moment);
        for effect in step(&world, &event).effects {
            let name = format!("{effect:?}");
            let name = name
                .split(|letter: char| !letter.is_alphanumeric())
                .next()
                .unwrap_or_default();
            *reached.entry(name.to_owned()).or_default() += 1;
        }
    }
    let all = [
        "Admit",
        "Amend",
        "AnswerNumber",
        "AskAfter",
        "AskErasure",
        "Call",
        "CallSecond",
        "Climbed",
        "DropDraft",
        "EndTrial",
        "EndErasure",
        "EndShare",
        "ExpectNumber",
        "File",
        "Go",
        "GuessWrong",
        "Invite",
        "Join",
        "JoinAlso",
        "KeepMedia",
        "Leave",
        "LookAgain",
        "Note",
        "OpenCase",
        "OpenDraft",
        "RaiseAlert",
        "Rewrite",
        "SaveDraft",
        "Say",
        "SetAway",
        "SendSettings",
        "SetConsent",
        "SetLanguage",
        "SetPreference",
        "SetProfile",
        "SetReachable",
        "SetZone",
        "Show",
        "TakeAlert",
        "Tell",
        "Toast",
        "TrialTold",
        "TrySettings",
        "TurnAway",
        "Undo",
        "WipeUpdate",
    ];
    let missed: Vec<_> = all
        .iter()
        .filter(|name| !reached.contains_key(**name))
        .collect();
    assert!(
        missed.is_empty(),
        "never reached: {missed:?}; reached: {reached:?}"
    );
}

/// However the answer comes, those on duty hear it at once.
#[test]
fn danger_reaches_those_on_duty_by_whatever_way_it_is_said() {
    let message = MessageId(4);
    let press = |what| Happened::Press {
        press: Press::Draft(draft_id(0), 0, what),
        message,
    };
    let typed = |forwarded| Happened::Text {
        message,
        text: "danger now".into(),
        forwarded,
    };
    let edited = Happened::Edited {
        message,
        text: "danger now".into(),
    };
    for (happened, waiting, typed_in) in [
        (press(InDraft::Choose(2)), false, false),
        (typed(false), false, false),
        (press(InDraft::Mine), true, false),
        (edited, false, true),
    ] {
        let said = format!("{happened:?}");
        let (mut world, event) = in_her_draft(happened, 0);
        let hand = world.draft.as_mut().expect("her draft");
        let danger = kinkeeper::core::form::Place::new("danger");
        hand.draft.body.forwarded = waiting.then(|| "danger now".into());
        if typed_in {
            hand.draft.body.typed_in.insert(message.0, danger);
        }
        let effects = step(&world, &event).effects;
        let raised = effects
            .iter()
            .any(|effect| matches!(effect, Effect::RaiseAlert(_)));
        assert!(raised, "{said} raises no alert");
        let soon = event.at + TimeDelta::minutes(15);
        let again = |effect: &Effect| matches!(effect, Effect::LookAgain { at, .. } if *at <= soon);
        assert!(
            effects.iter().any(again),
            "{said}: nobody looks whether somebody has it"
        );
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::Tell { to, .. } | Effect::Call { to, .. } => Some(to.person),
            _ => None,
        });
        assert_eq!(told.collect::<Vec<_>>(), [person_id(SUPERVISORS)], "{said}");
    }
}

/// Whoever visits learns what became of a request, but what a family lets a service know is for those who hand it over
/// and for the family itself.
#[test]
fn what_a_family_lets_be_shared_is_shown_to_those_who_hand_it_over_alone() {
    let press = Happened::Press {
        press: Press::Packet(referral_id(2, 1)),
        message: MessageId(4),
    };
    for (role, place, shown_to) in [
        (Role::Family, Some(Membership::Family), true),
        (Role::Volunteer, Some(Membership::Visits), false),
        (Role::Caseworker, Some(Membership::Leads), true),
        (Role::Caseworker, Some(Membership::Visits), false),
        (Role::Caseworker, None, false),
        (Role::Manager, None, false),
    ] {
        let who = 2 * Role::ALL
            .iter()
            .position(|known| *known == role)
            .unwrap_or_default();
        let mut programming = with_people();
        programming.members = place.map(|place| ((who, 2), place)).into_iter().collect();
        let moment = Moment {
            who: Some(who),
            place: Place::Menu,
            happened: press.clone(),
            after_h: 0,
        };
        let (world, event, _) = programming.arrange(&moment);
        let decided = step(&world, &event);
        let shown = shown(&decided);
        assert_eq!(
            shown.contains("packet-of-2"),
            shown_to,
            "{role:?} {place:?}"
        );
        let audited = decided.effects.iter().any(
            |effect| matches!(effect, Effect::Note(audit) if audit.action == Action::SeePacket),
        );
        assert_eq!(audited, shown_to, "{role:?} {place:?}");
    }
}

/// Two of each role, and a volunteer who has a draft.
/// A family may think better of it before it has sent what it asks for.
#[test]
fn a_case_that_is_not_sent_is_nobodys_but_its_familys() {
    let programming = with_people();
    for (who, person) in programming.people.iter().enumerate() {
        let mut case = programming.case(0, Some(who));
        case.unsent = true;
        case.membership = None;
        let allowed = Action::ALL
            .into_iter()
            .filter(|&action| may_with(person, &case, action));
        let allowed: Vec<Action> = allowed.collect();
        // Managers stand foreign to every case alike.
        assert!(
            allowed.is_empty() || person.role == Role::Manager,
            "{allowed:?}"
        );
    }
}

/// Whoever invites a child is told the programme's own age, and answers for it.
#[test]
fn the_age_from_which_a_child_is_invited_is_the_programmes_own() {
    let mut programming = with_people();
    programming
        .members
        .insert((SUPERVISORS, 0), Membership::Leads);
    let moment = Moment {
        who: Some(SUPERVISORS),
        place: Place::InvitingFamily { case: case_id(0) },
        happened: Happened::Press {
            press: Press::InviteKin(case_id(0), Kin::Child),
            message: MessageId(4),
        },
        after_h: 0,
    };
    let (mut world, event, _) = programming.arrange(&moment);
    let mut programme = (*world.programme).clone();
    programme.child_account_age = 14;
    world.programme = programme.into();
    let decided = step(&world, &event);
    let asked = screens(&decided).any(|screen| screen.lines == [Line::AskVouch { years: 14 }]);
    assert!(asked, "{decided:?}");
}

fn with_people() -> Programming {
    let mut people: Vec<Person> = (0..PEOPLE)
        .map(|number| Person {
            id: person_id(number),
            name: format!("name-{number}"),
            role: Role::ALL[number / 2],
            kin: None,
            team: Some(team_id(number % 2)),
            language: None,
            zone: None,
            preference: Preference::default(),
            consent: None,
            standing: Standing::Active,
        })
        .collect();
    people.iter_mut().for_each(settle);
    let rough = Rough {
        focus: false,
        ticked: false,
        view: View::Plain,
        forwarded: false,
        alerted: false,
        due_h: None,
    };
    let told = Told {
        owner: VOLUNTEER,
        case: 0,
        turn: 0,
        dice: vec![0, 0],
        rough,
    };
    Programming {
        people,
        members: BTreeMap::from([((VOLUNTEER, 0), Membership::Visits)]),
        drafts: vec![told],
        reports: Vec::new(),
        alerts: Vec::new(),
        visited: [None; 3],
    }
}

/// A volunteer whose draft says that she was there today and whom she saw, and what happens some hours later.
fn in_her_draft(happened: Happened, after_h: i64) -> (World, Event) {
    let programming = with_people();
    let moment = Moment {
        who: Some(VOLUNTEER),
        place: Place::Draft { draft: draft_id(0) },
        happened,
        after_h,
    };
    let (world, event, _) = programming.arrange(&moment);
    (world, event)
}

/// A voice note as she says it.
fn voice() -> Happened {
    Happened::Media {
        message: MessageId(4),
        file: File {
            file_id: "f".into(),
            kind: MediaKind::Audio,
            bytes: None,
        },
        caption: None,
        forwarded: false,
    }
}

/// A form of one question, whose answer files it, in her draft about a goal of the case.
fn her_last_answer(version: u32) -> (World, Event) {
    let form = "
| survey |
| | type | name | label::English (en) | bind::kin:accept |
| | text | said | What do you say? | voice |

| settings |
| | form_title | form_id | version | default_language | namespaces | kin_use | kin_about | kin_check |
| | A word | word | 1 | English (en) | kin=\"https://kinkeeper.org/xforms\" | report_visit | goal | no |
";
    let form = check::compile(&table::read_markdown(form).expect("a form")).expect("a form");
    let (mut world, event) = in_her_draft(voice(), 0);
    let hand = world.draft.as_mut().expect("hers");
    hand.form = Arc::new(form.0);
    let mut found = with_people().case_in_hand(2, Some(VOLUNTEER));
    found.case = hand.case.clone();
    let goal = found.goals[0].clone();
    hand.draft.body = Body {
        brought: Brought {
            about: Some(Subject::Goal(About {
                goal: goal.id,
                version,
                words: goal.words,
                means: None,
            })),
            ..Brought::default()
        },
        ..Body::default()
    };
    world.case = Some(found);
    (world, event)
}

/// Where no answers are checked before they are sent, the last one may be a voice note, and is kept as well.
#[test]
fn a_voice_note_that_ends_a_form_is_kept() {
    let (world, event) = her_last_answer(1);
    let effects = step(&world, &event).effects;
    let filed = |effect: &Effect| matches!(effect, Effect::File(_));
    assert!(effects.iter().any(filed), "{effects:?}");
    let kept = |effect: &Effect| matches!(effect, Effect::KeepMedia { media, .. } if *media == event.fresh.media);
    assert!(effects.iter().any(kept), "{effects:?}");
}

/// What was said about a goal that meanwhile has other words is not filed, and its files are not kept.
#[test]
fn the_files_of_a_report_about_old_words_are_deleted() {
    let (mut world, event) = her_last_answer(0);
    let earlier = MediaId(id(20, 0));
    let hand = world.draft.as_mut().expect("hers");
    hand.draft.body.files = vec![earlier];
    let effects = step(&world, &event).effects;
    let gone = |effect: &Effect| matches!(effect, Effect::DropDraft { files, .. } if files.contains(&earlier));
    assert!(effects.iter().any(gone), "{effects:?}");
    let kept = |effect: &Effect| matches!(effect, Effect::KeepMedia { .. });
    assert!(!effects.iter().any(kept), "{effects:?}");
}

/// A file that came with a draft is deleted with it, however the draft ends without a report.
#[test]
fn the_files_that_came_with_a_draft_go_with_it() {
    let (mut world, event) = in_her_draft(voice(), 0);
    let strength = kinkeeper::core::form::Place::new("well");
    world.draft.as_mut().expect("hers").draft.body.focus = Some(strength);
    let effects = step(&world, &event).effects;
    let draft = effects.iter().find_map(|effect| match effect {
        Effect::SaveDraft { draft, .. } => Some((**draft).clone()),
        _ => None,
    });
    let mut draft = draft.expect("the draft goes on");
    let kept = |effect: &Effect| matches!(effect, Effect::KeepMedia { media, .. } if draft.body.files == [*media]);
    assert!(effects.iter().any(kept), "{effects:?}");
    // Another answer takes its place, and still it came with this draft.
    draft.body.answers = kinkeeper::core::form::Answers::new();
    let press = |press| Happened::Press {
        press,
        message: MessageId(4),
    };
    let id = draft.id;
    for (happened, after_h) in [
        (press(Press::Discard(id)), 0),
        (press(Press::StartAgain(id)), 0),
        (Happened::DraftDue(id), 24 * 30),
    ] {
        let (mut world, event) = in_her_draft(happened, after_h);
        world.draft.as_mut().expect("hers").draft = draft.clone();
        let effects = step(&world, &event).effects;
        let gone = effects.iter().any(|effect| {
            matches!(effect, Effect::DropDraft { files, .. } if *files == draft.body.files)
        });
        assert!(gone, "{effects:?}");
    }
}
