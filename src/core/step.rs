//! Decides: a world and an event come in, the effects that follow go out.
//!
//! [`needs`] says which parts of the world an event can touch; the edge loads them and calls [`step`]. Both
//! route by one match over what happened; the rules stand in the modules that the match names.
//!
//! Long because each command, button and place has a row in one match or another.

use super::about::{Kind, Topic};
use super::absence::{self, InAbsence};
use super::calling::{self, InCalling};
use super::clearing::{self, InClearing};
use super::effect::{Effect, Purpose, Step};
use super::event::{Command, Event, Happened};
use super::expecting::{self, InExpecting};
use super::form::MediaKind;
use super::handover::{self, InHandOver};
use super::hearing::{self, Heard};
use super::late::{self, InLate};
use super::part::VISIT;
use super::people::{Kin, Person, Standing};
use super::place::Place;
use super::press::{InDraft, Press};
use super::reminding::{self, InReminder};
use super::review::{self, InReview};
use super::screen::{Label, Line, Screen};
use super::settings::{self, InSettings};
use super::stuck::SCORE;
use super::world::{Need, World};
use super::{
    aftercare, answering, asking_after, away_for, card, climbing, danger, filing, inviting,
    joining, mending, menu, opening, parting, plan, preferring, reporting, resting, self_referral,
    services, share, waiting,
};

/// The parts of the world that deciding about `event` takes and that are not loaded yet. What comes in may
/// raise further needs, so ask until nothing is returned; each need is returned once.
#[must_use]
pub fn needs(world: &World, event: &Event) -> Vec<Need> {
    let mut needs = Vec::new();
    match (&world.person, &event.happened) {
        (_, Happened::DangerDue(alert)) => {
            needs.push(Need::Alert(*alert));
            let alert = world.alert.as_ref().map(|found| &found.alert);
            needs.extend(alert.map(|alert| Need::Answerers(alert.team, alert.case)));
        }
        (None, _) => {}
        (Some(person), happened) => {
            if person.standing == Standing::Held {
                let number = expecting::own_number(event).cloned();
                needs.push(Need::NumberAsked(number));
            }
            match happened {
                Happened::Command(command) => {
                    needs_of_command(command, &world.chat.place, &mut needs)
                }
                Happened::Press { press, .. } => needs_of_press(press, world, &mut needs),
                Happened::DraftDue(draft) => needs.push(Need::Draft(*draft)),
                Happened::RemindersDue => needs.extend([Need::Reminders, Need::Absence]),
                Happened::TrialDue(trial) => needs.push(Need::Trial(*trial)),
                Happened::Text { .. }
                | Happened::Edited { .. }
                | Happened::Media { .. }
                | Happened::Sticker
                | Happened::Contact { .. }
                | Happened::Location
                | Happened::Other
                | Happened::UnknownPress { .. }
                | Happened::LostPress => {
                    needs_of_place(&world.chat.place, &mut needs);
                    if world.chat.place == Place::Away {
                        needs_of_absence(world, &mut needs);
                    }
                }
                Happened::Blocked
                | Happened::Unblocked
                | Happened::InGroup
                | Happened::DangerDue(_) => {}
            }
            needs_that_follow(world, event, &mut needs);
        }
    }
    needs.extend(joining::tried(world, event));
    needs.retain(|need| !world.loaded.contains(need));
    needs
}

/// What a press that does nothing is instead: one that nobody knows. What is asked now is shown again, by a world that
/// is loaded anew and so holds nothing of what was pressed. That may be something that this person may not see, and a
/// screen with gaps would say that it exists.
#[must_use]
pub fn instead(world: &World, event: &Event) -> Option<Happened> {
    let (Some(person), Happened::Press { press, message }) = (&world.person, &event.happened)
    else {
        return None;
    };
    if person.standing != Standing::Active || joining::pending(world).is_some() {
        return None;
    }
    // Answers are the most frequent of all, and not decided twice: what they show is the report at hand in any case.
    if let (Press::Draft(named, ..), Some(hand)) = (press, &world.draft)
        && (hand.draft.person, world.chat.place.draft()) == (person.id, Some(*named))
    {
        return None;
    }
    let old = |effect: &Effect| matches!(effect, Effect::Toast(Line::OldButton));
    let does_nothing = step(world, event).effects.iter().any(old);
    does_nothing.then_some(Happened::UnknownPress {
        message: Some(*message),
    })
}

/// Decides what follows from `event` in `world`. Total: whatever comes, something sensible follows.
#[must_use]
pub fn step(world: &World, event: &Event) -> Step {
    let effects = match (&event.happened, &world.person) {
        (Happened::DangerDue(_), _) => climbing::due(world, event),
        (Happened::Blocked, Some(_)) => vec![Effect::SetReachable(false)],
        (Happened::Unblocked, Some(_)) => vec![Effect::SetReachable(true)],
        (Happened::Blocked | Happened::Unblocked | Happened::LostPress, None) => Vec::new(),
        (Happened::InGroup, _) => vec![Effect::Say {
            purpose: Purpose::News,
            screen: Box::new(Screen::of([Line::PrivateOnly])),
        }],
        (_, None) => joining::stranger(world, event),
        // The clock moves a draft on to its end, whatever became of its owner.
        (Happened::DraftDue(draft), Some(_)) => resting::due(world, event, *draft),
        (Happened::RemindersDue, Some(person)) => reminding::due(world, event, person),
        (Happened::TrialDue(trial), Some(person)) => settings::looked_at(world, person, *trial),
        (Happened::LostPress, Some(person)) => again(world, event, person),
        (_, Some(person)) => match (person.standing, joining::pending(world)) {
            (Standing::Left, _) => joining::left(world, event),
            (Standing::Held, None) => match &event.happened {
                Happened::Command(Command::Leave)
                | Happened::Press {
                    press: Press::Leave,
                    ..
                } => go(world, event, Place::Parting),
                Happened::Press {
                    press: Press::LeaveNow,
                    ..
                } => parting::leave(world, event, person),
                _ => joining::held(world, event),
            },
            (Standing::Active | Standing::Held, Some(place)) => {
                joining::member(world, event, person, place)
            }
            (Standing::Active, None) => member(world, event, person),
        },
    };
    Step { effects }
}

/// Somebody who has joined, chosen a language and zone, and agreed to the privacy words.
fn member(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    match &event.happened {
        Happened::Command(command) => by_command(world, event, person, command),
        Happened::Press { press, .. } => by_press(world, event, person, press),
        Happened::Text { .. }
        | Happened::Edited { .. }
        | Happened::Media { .. }
        | Happened::Sticker
        | Happened::Contact { .. }
        | Happened::Location
        | Happened::Other => by_content(world, event, person),
        Happened::UnknownPress { .. } => old_button(world, event),
        Happened::Blocked
        | Happened::Unblocked
        | Happened::InGroup
        | Happened::DraftDue(_)
        | Happened::RemindersDue
        | Happened::TrialDue(_)
        | Happened::DangerDue(_)
        | Happened::LostPress => Vec::new(),
    }
}

fn by_command(world: &World, event: &Event, person: &Person, command: &Command) -> Vec<Effect> {
    match command {
        Command::Start(None) | Command::Menu => go(world, event, Place::Menu),
        Command::Start(Some(_)) => joining::also(world, event, person),
        Command::Help => go(world, event, Place::Help),
        Command::Privacy => go(world, event, Place::Privacy),
        Command::Cases => go(world, event, Place::Caseload { page: 0 }),
        Command::Drafts => go(world, event, Place::Drafts),
        Command::Invite => go(world, event, Place::Inviting),
        Command::OwnRecord => go(world, event, Place::OwnRecord),
        Command::Away => absence::ask(world, event, person),
        Command::Reminders => go(world, event, Place::Preferences),
        Command::Settings => settings::file(world, event, person),
        Command::Clear => go(world, event, Place::Clearing),
        Command::Leave => go(world, event, Place::Parting),
        Command::Language => {
            let draft = world.chat.place.draft();
            go(world, event, Place::Languages { draft })
        }
        Command::Visit(None) => go(world, event, Place::Cases { page: 0 }),
        Command::Visit(Some(_)) => reporting::begin(world, event, person, VISIT),
        Command::Cancel => match world.chat.place.draft() {
            Some(draft) => go(world, event, Place::Leaving { draft }),
            None => show_at(
                Place::Menu,
                menu::menu(world, event.at).headed(Line::NothingToCancel),
            ),
        },
    }
}

fn by_press(world: &World, event: &Event, person: &Person, press: &Press) -> Vec<Effect> {
    match press {
        Press::Menu => go(world, event, Place::Menu),
        Press::Help => go(world, event, Place::Help),
        Press::Privacy => go(world, event, Place::Privacy),
        Press::Drafts => go(world, event, Place::Drafts),
        Press::Cases(page) => go(world, event, Place::Cases { page: *page }),
        Press::Due(page) => go(world, event, Place::Due { page: *page }),
        &Press::Waiting(matter, page) => go(world, event, Place::Waiting { matter, page }),
        Press::Caseload(page) => go(world, event, Place::Caseload { page: *page }),
        Press::Case(case, page) => card::show(world, event, person, *case, *page),
        Press::Timeline(case) => card::history(world, event, person, *case),
        Press::Plan(case) => plan::show(world, event, person, *case),
        Press::Goal(goal) => plan::show_goal(world, event, person, *goal),
        Press::About(_, form) => reporting::begin(world, event, person, form),
        Press::TickTask(task) => plan::tick(world, event, person, *task),
        Press::Nudge(task) => plan::nudge(world, event, person, *task),
        Press::Languages => go(world, event, Place::Languages { draft: None }),
        Press::Language(tag) => joining::set_language(world, event, tag),
        // Asked once; a later press of that button is an old one.
        Press::Agree | Press::NotNow => old_button(world, event),
        Press::Zone(chosen) => preferring::zone(world, event, person, *chosen),
        Press::Visit(_) => reporting::begin(world, event, person, VISIT),
        Press::Begin(_, form) | Press::BeginWith(_, form, _) => {
            reporting::begin(world, event, person, form)
        }
        Press::AnotherVisit(_) => reporting::begin_another(world, event, person),
        Press::StartAgain(draft) => reporting::begin_anew(world, event, person, *draft),
        Press::Continue(draft) => reporting::resume(world, event, *draft),
        Press::Discard(draft) => reporting::discard(world, event, *draft),
        Press::Keep(draft) => reporting::keep(world, event, *draft),
        Press::Draft(draft, turn, what) => answering::press(world, event, *draft, *turn, *what),
        Press::Correct(_) => mending::correct(world, event, person),
        Press::Undo(_) => mending::undo(world, event, person),
        Press::HandOver(what) => handover::press(world, event, person, *what),
        Press::Review(what) => review::press(world, event, person, *what),
        Press::ShowAlert(_) => danger::show(world, event, person),
        Press::TakeAlert(_) => danger::take(world, event, person),
        Press::Calling(what) => calling::press(world, event, person, *what),
        Press::Reminder(what) => reminding::press(world, event, person, *what),
        Press::Late(what) => late::press(world, event, person, *what),
        Press::Preference(what) => preferring::press(world, event, person, *what),
        Press::Settings(what) => settings::press(world, event, person, *what),
        Press::Clear(what) => clearing::press(world, event, *what),
        Press::Hear(heard, media) => hearing::play(world, event, *heard, *media),
        Press::NewCase => opening::ask(world, event, person),
        Press::OpenCase => opening::open(world, event, person),
        Press::AskForHelp => self_referral::ask(world, event, person),
        Press::Invite => go(world, event, Place::Inviting),
        Press::InviteInto(team) => go(world, event, Place::InvitingInto { team: *team }),
        Press::InviteRole(role, team) => inviting::colleague(world, event, person, (*role, *team)),
        Press::InviteToAsk => inviting::to_ask(world, event, person),
        Press::InviteFamily(case) => inviting::ask_family(world, event, *case),
        Press::InviteKin(_, kin) => inviting::kin(world, event, person, *kin, false),
        Press::Vouch(_) => inviting::kin(world, event, person, Kin::Child, true),
        Press::Leave => go(world, event, Place::Parting),
        Press::LeaveNow => parting::leave(world, event, person),
        Press::OwnRecord => go(world, event, Place::OwnRecord),
        Press::Absence(what) => absence::press(world, event, person, *what),
        Press::AskErasure => go(world, event, Place::Erasing),
        Press::EraseNow => parting::erase(world, event, person),
        Press::Erasure(_) => parting::show(world, event, person),
        Press::ErasureDone(_) => parting::done(world, event, person),
        Press::Expecting(what) => expecting::press(world, event, person, *what),
        Press::Newcomer(_) => inviting::show(world, event, person),
        Press::RightPerson(_) => inviting::right(world, event, person),
        Press::WrongPerson(_) => inviting::wrong(world, event, person),
        // Services and sharing
        Press::Asked(case) => services::show(world, event, person, *case),
        Press::Referral(referral) => services::show_one(world, event, person, *referral),
        Press::Packet(referral) => services::show_packet(world, event, person, *referral),
        &Press::Lacks(case, page) => {
            services::look(world, event, person, Place::Lacks { case, page })
        }
        &Press::Services(case, lack, area, page) => {
            let place = Place::Services {
                case,
                lack,
                area,
                page,
            };
            services::look(world, event, person, place)
        }
        &Press::Service(case, service) => {
            services::look(world, event, person, Place::Service { case, service })
        }
        Press::EndShare(share) => share::end(world, event, person, *share),
    }
}

/// A text, file or other thing means what the place says that it means; where it means nothing, a code that was read out
/// to somebody who has an account opens a second case.
fn by_content(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    if joining::tried(world, event).is_some() {
        return joining::also(world, event, person);
    }
    match &world.chat.place {
        Place::Draft { .. } => answering::content(world, event),
        Place::Reason { .. } => mending::reason(world, event, person),
        Place::Away => absence::typed(world, event, person),
        &Place::AwayFor { person: who } => away_for::typed(world, event, person, who),
        Place::Zones => preferring::typed_zone(world, event, person),
        &Place::Preferring { asked } => preferring::typed(world, event, person, asked),
        Place::NewCase | Place::Alike { .. } => opening::called(world, event, person),
        Place::Saying { verdict, .. } => review::content(world, event, person, *verdict),
        Place::Called { .. } => calling::content(world, event),
        Place::Expecting { .. } => expecting::given(world, event, person),
        Place::Settings | Place::Trial { .. } => settings::sent(world, event, person),
        Place::Nowhere
        | Place::Languages { .. }
        | Place::Consent
        | Place::SharingNumber
        | Place::Menu
        | Place::Help
        | Place::Privacy
        | Place::Preferences
        | Place::Cases { .. }
        | Place::Due { .. }
        | Place::Waiting { .. }
        | Place::Caseload { .. }
        | Place::Case { .. }
        | Place::Timeline { .. }
        | Place::Plan { .. }
        | Place::Goal { .. }
        | Place::People { .. }
        | Place::Assigning { .. }
        | Place::Giving { .. }
        | Place::Team { .. }
        | Place::GivingAll { .. }
        | Place::Brief { .. }
        | Place::Reviews { .. }
        | Place::Review { .. }
        | Place::Question { .. }
        | Place::Asked { .. }
        | Place::Referral { .. }
        | Place::Lacks { .. }
        | Place::Services { .. }
        | Place::Service { .. }
        | Place::Reminder { .. }
        | Place::PuttingOff { .. }
        | Place::LateTeams
        | Place::Late { .. }
        | Place::LateThing { .. }
        | Place::LatePerson { .. }
        | Place::Drafts
        | Place::Begun { .. }
        | Place::SameVisit { .. }
        | Place::Leaving { .. }
        | Place::Inviting
        | Place::Parting
        | Place::OwnRecord
        | Place::Erasing
        | Place::Erasure { .. }
        | Place::Newcomer { .. }
        | Place::InvitingInto { .. }
        | Place::InvitingFamily { .. }
        | Place::InvitingChild { .. }
        | Place::Clearing
        | Place::NotSafe
        | Place::Alert { .. } => {
            if settings::is_sent(event, person) {
                return settings::sent(world, event, person);
            }
            let place = match &world.chat.place {
                Place::Nowhere => Place::Menu,
                other => other.clone(),
            };
            let screen = screen(world, event, &place).headed(unfit(&event.happened, &place));
            show_at(place, screen)
        }
    }
}

/// Why something means nothing at this place.
fn unfit(happened: &Happened, place: &Place) -> Line {
    match (happened, place) {
        (Happened::Edited { .. }, _) => Line::EditTooLate,
        (Happened::Sticker, _) => Line::StickerThanks,
        (Happened::Media { file, .. }, _) if file.kind == MediaKind::File => Line::FileNotAsked,
        (Happened::Text { .. }, Place::Cases { .. }) => Line::CaseUnknown,
        (
            Happened::Text { .. },
            Place::Languages { .. }
            | Place::Drafts
            | Place::Begun { .. }
            | Place::SameVisit { .. }
            | Place::Inviting
            | Place::Parting
            | Place::Erasing
            | Place::Newcomer { .. }
            | Place::InvitingInto { .. }
            | Place::InvitingFamily { .. }
            | Place::InvitingChild { .. }
            | Place::Clearing
            | Place::NotSafe
            | Place::Leaving { .. },
        ) => Line::NoSuchChoice,
        (_, _) => Line::NothingAsked,
    }
}

/// The screen of a place, as it is now.
#[must_use]
pub fn screen(world: &World, event: &Event, place: &Place) -> Screen {
    match place {
        Place::Nowhere | Place::Menu => menu::menu(world, event.at),
        Place::Help => menu::help(world),
        Place::Privacy => menu::privacy(world),
        Place::Cases { page } => menu::cases(world, event.at, *page),
        Place::Due { page } => menu::more_due(world, event.at, *page),
        Place::Waiting { matter, page } => waiting::list(world, event.at, *matter, *page),
        Place::Caseload { page } => card::caseload(world, *page),
        Place::Case { page, .. } => card::card(world, event.at, *page),
        Place::Timeline { .. } => card::timeline(world),
        Place::Plan { .. } => plan::plan(world, event),
        Place::Goal { goal } => plan::goal(world, event, *goal),
        Place::People { .. } => handover::people(world),
        Place::Assigning { case, page } => handover::assigning(world, event.at, *case, *page),
        Place::Giving { member, page } => handover::giving(world, event.at, *member, *page),
        Place::Team { page } => handover::team(world, event.at, *page),
        Place::GivingAll { from, page } => handover::giving_all(world, event.at, *from, *page),
        Place::Brief { .. } => handover::brief(world, event.at),
        Place::Reviews { page } => review::list(world, *page),
        Place::Review { .. } => review::screen(world),
        Place::Question { .. } => review::question(world),
        Place::Saying { verdict, .. } => review::saying(world, *verdict),
        Place::Asked { .. } => services::asked(world),
        Place::Referral { referral } => services::one(world, *referral),
        Place::Lacks { page, .. } => services::lacks(world, *page),
        Place::Services {
            lack, area, page, ..
        } => services::list(world, *lack, *area, *page),
        Place::Service { service, .. } => services::service(world, *service),
        Place::Reminder { .. } => reminding::screen(world, event.at),
        Place::PuttingOff { .. } => reminding::later(world, event.at),
        Place::LateTeams => late::teams(world),
        Place::Late { team, page } => late::list(world, event.at, *team, *page),
        Place::LateThing { .. } => asking_after::screen(world, event.at),
        Place::LatePerson { person } => away_for::screen(world, event.at, *person),
        Place::AwayFor { person } => away_for::asked(world, event.at, *person),
        Place::Preferences => preferring::screen(world, event.at),
        Place::Preferring { asked } => preferring::asking(world, *asked),
        Place::Settings => settings::asked(),
        Place::Trial { trial } => settings::screen(world, *trial),
        Place::Drafts => menu::drafts(world),
        Place::Languages { draft } => joining::languages(world, *draft),
        Place::Zones => joining::zones(world, event.at),
        Place::Consent => joining::consent(world),
        Place::Begun { .. } => reporting::begun(world),
        Place::SameVisit { .. } => reporting::same_visit(world),
        Place::Draft { .. } => answering::screen(world, event.at),
        Place::Leaving { .. } => reporting::leaving(world),
        Place::Reason { .. } => mending::ask_reason(world),
        Place::Alert { .. } => danger::details(world),
        Place::Clearing => clearing::asked(),
        Place::NotSafe => calling::asked(world),
        Place::Called { .. } => calling::called(world),
        Place::NewCase => opening::asked(),
        Place::Alike { name } => opening::found(world, name),
        Place::Inviting => inviting::whom(world),
        Place::Expecting { .. } => expecting::asked(world),
        Place::SharingNumber => expecting::share(),
        Place::Newcomer { .. } => inviting::newcomer(world),
        Place::Parting => parting::ask_leave(),
        Place::OwnRecord => parting::own_record(world, event.at),
        Place::Away => absence::asked(world, event.at),
        Place::Erasing => parting::ask_erasure(world),
        Place::Erasure { .. } => parting::erasure(world),
        Place::InvitingInto { team } => inviting::into(world, *team),
        Place::InvitingFamily { .. } | Place::InvitingChild { .. } => {
            inviting::family(world, place)
        }
    }
}

/// Goes to a place and shows it.
#[must_use]
pub fn go(world: &World, event: &Event, place: Place) -> Vec<Effect> {
    let screen = screen(world, event, &place);
    show_at(place, screen)
}

/// Goes to a place and shows this screen there.
#[must_use]
pub fn show_at(place: Place, screen: Screen) -> Vec<Effect> {
    vec![Effect::Go(place), Effect::Show(Box::new(screen))]
}

/// Answers a button that no longer does anything: says so, and shows what is asked now.
#[must_use]
pub fn old_button(world: &World, event: &Event) -> Vec<Effect> {
    let place = match &world.chat.place {
        Place::Nowhere => Place::Menu,
        other => other.clone(),
    };
    // Somebody else has the case now: the draft stays, and goes nowhere.
    if reporting::out_of_reach(world) {
        return done_with(Line::DraftOutOfReach);
    }
    let mut effects = vec![Effect::Toast(Line::OldButton)];
    effects.extend(go(world, event, place));
    effects
}

/// Shows the open question once again, without being asked; whoever is not in a report misses nothing.
fn again(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let place = world.chat.place.clone();
    let asked = matches!(place, Place::Draft { .. }) && joining::pending(world).is_none();
    if !asked || person.standing != Standing::Active {
        return Vec::new();
    }
    let screen = screen(world, event, &place).headed(Line::BackAgain);
    show_at(place, screen)
}

/// A short message with the way back to the menu, when nothing is open any more.
#[must_use]
pub fn done_with(line: Line) -> Vec<Effect> {
    show_at(
        Place::Nowhere,
        Screen::of([line]).button(Label::Menu, Press::Menu),
    )
}

fn needs_of_command(command: &Command, place: &Place, needs: &mut Vec<Need>) {
    match command {
        Command::Start(_) | Command::Menu => needs_of_place(&Place::Menu, needs),
        Command::Drafts => needs_of_place(&Place::Drafts, needs),
        Command::Invite => needs_of_place(&Place::Inviting, needs),
        Command::OwnRecord => needs_of_place(&Place::OwnRecord, needs),
        Command::Reminders => needs_of_place(&Place::Preferences, needs),
        // Whoever runs no programme finds the menu.
        Command::Settings => needs_of_place(&Place::Menu, needs),
        // Whoever cannot be away finds the menu.
        Command::Away => {
            needs_of_place(&Place::Away, needs);
            needs_of_place(&Place::Menu, needs);
        }
        Command::Leave | Command::Clear => {}
        Command::Help | Command::Privacy => {}
        Command::Language => needs.extend(place.draft().map(Need::Draft)),
        Command::Visit(None) | Command::Cases => needs.push(Need::Cases),
        Command::Visit(Some(code)) => {
            needs.push(Need::Cases);
            needs.extend(super::id::Code::parse(code).map(Need::CaseByCode));
        }
        Command::Cancel => match place.draft() {
            Some(draft) => needs.push(Need::Draft(draft)),
            None => needs_of_place(&Place::Menu, needs),
        },
    }
}

fn needs_of_place(place: &Place, needs: &mut Vec<Need>) {
    needs.extend(place.draft().map(Need::Draft));
    match place {
        Place::Nowhere | Place::Menu | Place::Due { .. } | Place::Drafts => {
            needs.extend([Need::Cases, Need::Drafts]);
        }
        Place::Waiting { .. } => needs.extend([Need::Cases, Need::Waiting]),
        Place::Cases { .. } | Place::Caseload { .. } | Place::NotSafe => needs.push(Need::Cases),
        Place::Case { case, .. } => {
            let (record, asked) = (Need::Record(*case), Need::Asked(*case));
            let keeping = Need::Keeping(*case);
            needs.extend([
                Need::Case(*case),
                record,
                asked,
                Need::AlertsOf(*case),
                keeping,
            ]);
        }
        Place::Timeline { case } => {
            needs.extend([
                Need::Case(*case),
                Need::Record(*case),
                Need::AlertsOf(*case),
            ]);
        }
        Place::Plan { case } => {
            let (record, keeping) = (Need::Record(*case), Need::Keeping(*case));
            needs.extend([Need::Case(*case), Need::Shares(*case), record, keeping]);
        }
        Place::Asked { case } => needs.extend([Need::Case(*case), Need::Asked(*case)]),
        Place::Referral { referral } => {
            needs.extend([Need::CaseOfReferral(*referral), Need::Packet(*referral)]);
        }
        Place::Lacks { case, .. } => needs.push(Need::Case(*case)),
        Place::Services { case, lack, .. } => {
            needs.extend([Need::Case(*case), Need::Services(*lack)]);
        }
        Place::Service { case, service } => {
            needs.extend([Need::Case(*case), Need::Service(*service)]);
        }
        Place::People { case } | Place::Assigning { case, .. } => needs.push(Need::Case(*case)),
        Place::Giving { member, .. } => needs.push(Need::CaseOfMember(*member)),
        Place::GivingAll { from, .. } => needs.push(Need::Carried(*from)),
        Place::Brief { case } => {
            needs.extend([Need::Case(*case), Need::Record(*case), Need::Worries(*case)]);
        }
        Place::Reviews { .. } => needs.push(Need::Reviews),
        Place::Review { report } | Place::Question { report } | Place::Saying { report, .. } => {
            needs.extend([Need::Review(*report), Need::Reviews]);
        }
        Place::Goal { goal } => needs.push(Need::CaseOfGoal(*goal)),
        Place::Reminder { obligation } | Place::PuttingOff { obligation } => {
            needs.push(Need::Reminder(*obligation));
        }
        Place::Zones | Place::Preferences | Place::Preferring { .. } => {
            needs.extend([Need::Coming, Need::Absence]);
        }
        Place::Trial { trial } => needs.push(Need::Trial(*trial)),
        Place::SameVisit { case, report } => {
            needs.extend([Need::Case(*case), Need::Report(*report)]);
        }
        Place::Reason { report } => needs.push(Need::Report(*report)),
        Place::Alert { alert } | Place::Called { alert } => needs.push(Need::Alert(*alert)),
        // A text there is what a family is called.
        Place::NewCase | Place::Alike { .. } => needs.push(Need::TeamCases),
        Place::LateTeams => needs.push(Need::Teams),
        Place::Late { team, .. } => needs.push(Need::Late(*team)),
        Place::LateThing { obligation } => needs.push(Need::LateThing(*obligation)),
        Place::Inviting => needs.extend([Need::Cases, Need::Teams]),
        Place::Expecting { invite } => needs.push(Need::Sent(*invite)),
        Place::Newcomer { invite } => needs.push(Need::Newcomer(*invite)),
        Place::OwnRecord => needs.extend([Need::OwnRecord, Need::Absence]),
        Place::Away => needs.push(Need::Absence),
        Place::Erasing => needs.push(Need::OwnRecord),
        Place::Erasure { person } => needs.push(Need::Erasure(*person)),
        Place::InvitingFamily { case } | Place::InvitingChild { case } => {
            needs.push(Need::Case(*case));
        }
        Place::Draft { .. }
        | Place::Begun { .. }
        | Place::Leaving { .. }
        | Place::InvitingInto { .. }
        | Place::Parting
        | Place::Languages { .. }
        | Place::Consent
        | Place::SharingNumber
        | Place::Help
        | Place::Clearing
        | Place::Team { .. }
        | Place::LatePerson { .. }
        | Place::AwayFor { .. }
        | Place::Settings
        | Place::Privacy => {}
    }
}

fn needs_of_press(press: &Press, world: &World, needs: &mut Vec<Need>) {
    match press {
        Press::Menu => needs_of_place(&Place::Menu, needs),
        Press::Drafts => needs_of_place(&Place::Drafts, needs),
        &Press::Due(page) => needs_of_place(&Place::Due { page }, needs),
        &Press::Waiting(matter, page) => needs_of_place(&Place::Waiting { matter, page }, needs),
        Press::Cases(_) | Press::Caseload(_) => needs.push(Need::Cases),
        &Press::Case(case, page) => needs_of_place(&Place::Case { case, page }, needs),
        Press::Timeline(case) => needs_of_place(&Place::Timeline { case: *case }, needs),
        Press::Plan(case) => needs_of_place(&Place::Plan { case: *case }, needs),
        Press::Goal(goal) | Press::About(Topic::Goal(goal), _) => {
            needs.push(Need::CaseOfGoal(*goal));
        }
        Press::About(Topic::Referral(referral), _) => needs.push(Need::CaseOfReferral(*referral)),
        Press::About(Topic::Service(case, service), _) => {
            needs.extend([
                Need::Case(*case),
                Need::Service(*service),
                Need::Asked(*case),
            ]);
        }
        Press::About(Topic::Elsewhere(case, _), _) => {
            needs.extend([Need::Case(*case), Need::Asked(*case)]);
        }
        Press::About(Topic::Alert(alert), _) => needs.push(Need::Alert(*alert)),
        &Press::Asked(case) => needs_of_place(&Place::Asked { case }, needs),
        &Press::Referral(referral) | &Press::Packet(referral) => {
            needs_of_place(&Place::Referral { referral }, needs);
        }
        Press::Lacks(case, _) => needs.push(Need::Case(*case)),
        Press::Services(case, lack, ..) => {
            needs.extend([Need::Case(*case), Need::Services(*lack)]);
        }
        &Press::Service(case, service) => {
            needs_of_place(&Place::Service { case, service }, needs);
        }
        Press::EndShare(share) => needs.push(Need::CaseOfShare(*share)),
        Press::TickTask(task) | Press::Nudge(task) => needs.push(Need::CaseOfTask(*task)),
        Press::Help | Press::Privacy | Press::Languages => {}
        Press::Language(_) | Press::Zone(_) | Press::Agree | Press::NotNow => {
            needs_of_place(&world.chat.place, needs);
            needs.extend([Need::Cases, Need::Drafts]);
        }
        Press::Visit(case) | Press::AnotherVisit(case) => {
            let draft = Need::DraftAbout(*case, VISIT.into());
            needs.extend([Need::Cases, Need::Case(*case), draft]);
        }
        Press::Begin(case, form) | Press::BeginWith(case, form, _) => {
            let draft = Need::DraftAbout(*case, form.clone());
            needs.extend([Need::Cases, Need::Case(*case), draft]);
        }
        Press::Continue(draft)
        | Press::StartAgain(draft)
        | Press::Discard(draft)
        | Press::Keep(draft)
        | Press::Draft(draft, ..) => needs.push(Need::Draft(*draft)),
        Press::Correct(report) | Press::Undo(report) => needs.push(Need::Report(*report)),
        Press::HandOver(what) => match what {
            InHandOver::People(case)
            | InHandOver::Assign(case, _)
            | InHandOver::AssignTo(case, _)
            | InHandOver::Object(case, _) => needs.push(Need::Case(*case)),
            InHandOver::End(member)
            | InHandOver::Give(member, _)
            | InHandOver::GiveTo(member, _) => {
                needs.push(Need::CaseOfMember(*member));
            }
            InHandOver::Team(_) | InHandOver::GiveBack(_) => {}
            InHandOver::GiveAll(from, _) | InHandOver::GiveAllTo(from, _) => {
                needs.push(Need::Carried(*from));
            }
            InHandOver::Brief(case) => needs_of_place(&Place::Brief { case: *case }, needs),
        },
        Press::Review(InReview::List(_)) => needs.push(Need::Reviews),
        Press::Review(
            InReview::Show(report)
            | InReview::Accept(report)
            | InReview::Approve(report)
            | InReview::Question(report)
            | InReview::Say(report, _),
        ) => needs.extend([Need::Review(*report), Need::Reviews]),
        Press::Reminder(
            InReminder::Show(obligation)
            | InReminder::Later(obligation)
            | InReminder::PutOff(obligation, _),
        ) => needs.push(Need::Reminder(*obligation)),
        Press::Late(InLate::Teams) => needs.push(Need::Teams),
        Press::Late(InLate::List(team, _)) => needs.push(Need::Late(*team)),
        Press::Late(InLate::Show(obligation) | InLate::Ask(obligation)) => {
            needs.push(Need::LateThing(*obligation));
        }
        Press::Late(InLate::Person(_) | InLate::Away(_) | InLate::AwayUntil(..)) => {}
        Press::Preference(_) => {
            needs_of_place(&Place::Preferences, needs);
            needs_of_place(&world.chat.place, needs);
        }
        Press::Clear(what) => match what {
            InClearing::Ask => {}
            InClearing::Now => {
                needs_of_place(&world.chat.place, needs);
                needs_of_place(&Place::Menu, needs);
            }
        },
        Press::Settings(what) => {
            needs_of_place(&Place::Menu, needs);
            match what {
                InSettings::File => {}
                InSettings::Use(trial) | InSettings::Leave(trial) => {
                    needs.push(Need::Trial(*trial));
                }
            }
        }
        Press::ShowAlert(alert) | Press::TakeAlert(alert) => needs.push(Need::Alert(*alert)),
        Press::Calling(InCalling::Ask) => needs.push(Need::Cases),
        Press::Calling(InCalling::Tell(case) | InCalling::Call(case)) => {
            needs.extend([Need::Case(*case), Need::AlertsOf(*case)]);
        }
        Press::Hear(heard, media) => {
            needs.push(Need::Media(*media));
            match *heard {
                Heard::Alert(alert) => needs.push(Need::Alert(alert)),
                Heard::Report(report) => needs_of_place(&Place::Review { report }, needs),
                Heard::Goal(goal) => needs.push(Need::CaseOfGoal(goal)),
                Heard::Case(case) => needs_of_place(&Place::Case { case, page: 0 }, needs),
            }
        }
        Press::NewCase | Press::OpenCase => needs_of_place(&world.chat.place, needs),
        Press::AskForHelp => {
            needs_of_place(&world.chat.place, needs);
            needs.push(Need::Cases);
        }
        Press::Leave => {}
        Press::LeaveNow => {
            needs_of_place(&world.chat.place, needs);
            let person = world.person.as_ref();
            needs.extend(person.and_then(|person| person.team).map(Need::Duty));
            needs.push(Need::Managers);
        }
        Press::Absence(what) => {
            needs_of_place(&world.chat.place, needs);
            needs_of_place(&Place::Away, needs);
            match what {
                InAbsence::Ask => needs_of_place(&Place::Menu, needs),
                InAbsence::BackOn(_) | InAbsence::Back => needs_of_absence(world, needs),
            }
        }
        Press::OwnRecord => needs_of_place(&Place::OwnRecord, needs),
        Press::AskErasure => needs.push(Need::OwnRecord),
        Press::EraseNow => {
            needs_of_place(&world.chat.place, needs);
            needs.extend([Need::OwnRecord, Need::Managers]);
        }
        Press::Erasure(person) | Press::ErasureDone(person) => {
            needs.push(Need::Erasure(*person));
        }
        Press::Invite => needs_of_place(&Place::Inviting, needs),
        Press::InviteInto(_) => {}
        Press::InviteToAsk => {
            needs_of_place(&world.chat.place, needs);
            needs.push(Need::BotName);
        }
        Press::InviteRole(..) => {
            needs_of_place(&world.chat.place, needs);
            needs.push(Need::BotName);
        }
        Press::InviteFamily(case) | Press::InviteKin(case, _) | Press::Vouch(case) => {
            needs.extend([Need::Case(*case), Need::BotName]);
        }
        Press::Expecting(InExpecting::Ask(invite)) => needs.push(Need::Sent(*invite)),
        Press::Expecting(InExpecting::Share | InExpecting::Without) => {
            needs_of_place(&world.chat.place, needs);
        }
        Press::Newcomer(invite) | Press::RightPerson(invite) | Press::WrongPerson(invite) => {
            needs.push(Need::Newcomer(*invite));
        }
    }
}

/// Who hears that somebody is away, and who of danger meanwhile.
fn needs_of_absence(world: &World, needs: &mut Vec<Need>) {
    let team = world.person.as_ref().and_then(|person| person.team);
    needs.extend(
        team.into_iter()
            .flat_map(|team| [Need::Supervisors(team), Need::Duty(team)]),
    );
}

/// Needs that show only once something else has come in.
fn needs_that_follow(world: &World, event: &Event, needs: &mut Vec<Need>) {
    let press = match &event.happened {
        Happened::Press { press, .. } => Some(press),
        _ => None,
    };
    if let (Some(found), Happened::Command(Command::Visit(_))) = (&world.case, &event.happened) {
        needs.push(Need::DraftAbout(found.case.id, VISIT.into()));
    }
    if let (Some(found), Some(Press::Nudge(_))) = (&world.case, press) {
        needs.push(Need::Circle(found.case.id));
    }
    if let (Some(found), Some(Press::EndShare(_))) = (&world.case, press) {
        needs.push(Need::Shares(found.case.id));
    }
    // A goal is shown with what was said of it.
    let of_goal = |need: &Need| matches!(need, Need::CaseOfGoal(_) | Need::CaseOfTask(_));
    if let (Some(found), true) = (&world.case, world.loaded.iter().any(of_goal)) {
        needs.push(Need::Record(found.case.id));
    }
    let of_referral = |need: &Need| matches!(need, Need::CaseOfReferral(_));
    let of_referral = world.loaded.iter().any(of_referral);
    if let (Some(found), true) = (&world.case, of_referral) {
        needs.push(Need::Asked(found.case.id));
    }
    // The case of a danger is looked at by whoever writes what was done.
    if let (Some(found), Some(Press::About(Topic::Alert(_), _))) = (&world.alert, press) {
        needs.push(Need::Case(found.alert.case));
    }
    if let (Some(found), Some(Press::Calling(InCalling::Tell(_) | InCalling::Call(_)))) =
        (&world.case, press)
    {
        needs.push(Need::Answerers(found.case.team, found.case.id));
    }
    if let (Some(found), Some(Press::About(_, form))) = (&world.case, press) {
        needs.push(Need::DraftAbout(found.case.id, form.clone()));
    }
    if let (Some(begun), Some(form), Some(Press::AskForHelp)) = (
        self_referral::begun(world),
        self_referral::form(world),
        press,
    ) {
        let draft = Need::DraftAbout(begun.id, form.form.name.clone());
        needs.extend([Need::Case(begun.id), draft]);
    }
    if let Some(asked) = &world.expecting.asked {
        needs.push(Need::Newcomer(asked.invite));
    }
    if let Some(case) = world.newcomer.as_ref().and_then(|newcomer| newcomer.case) {
        needs.push(Need::Case(case));
    }
    if let Some(case) = world.expecting.sent.as_ref().and_then(|sent| sent.case) {
        needs.push(Need::Case(case));
    }
    if let Some(report) = &world.report {
        let form = report.form.name.clone();
        needs.push(Need::DraftAbout(report.case.id, form));
    }
    // Who is in a case is changed by whoever knows the team. What is pressed counts, else where they are.
    let place = match press {
        Some(_) => &Place::Nowhere,
        None => &world.chat.place,
    };
    let placing = matches!(press, Some(Press::HandOver(_)))
        || matches!(
            place,
            Place::People { .. } | Place::Assigning { .. } | Place::Giving { .. }
        );
    if let (Some(found), true) = (&world.case, placing) {
        let (case, team) = (found.case.id, found.case.team);
        needs.extend([
            Need::Places(case),
            Need::Team(team),
            Need::Supervisors(team),
        ]);
    }
    let team = world.person.as_ref().and_then(|person| person.team);
    let leading = matches!(place, Place::Team { .. } | Place::GivingAll { .. })
        || matches!(
            press,
            Some(Press::HandOver(
                InHandOver::Team(_)
                    | InHandOver::GiveAll(..)
                    | InHandOver::GiveAllTo(..)
                    | InHandOver::GiveBack(_)
            ))
        );
    needs.extend(team.filter(|_| leading).map(Need::Team));
    // Somebody of the list of what is late is one of the team.
    let at_list = matches!(
        place,
        Place::LateThing { .. } | Place::LatePerson { .. } | Place::AwayFor { .. }
    );
    let of_list = matches!(
        press,
        Some(Press::Late(
            InLate::Show(_)
                | InLate::Ask(_)
                | InLate::Person(_)
                | InLate::Away(_)
                | InLate::AwayUntil(..)
        ))
    );
    needs.extend(team.filter(|_| at_list || of_list).map(Need::Team));
    let shows_one = matches!(place, Place::LatePerson { .. })
        || matches!(press, Some(Press::Late(InLate::Person(_))));
    needs.extend(team.filter(|_| shows_one).map(Need::Late));
    let says_so = matches!(place, Place::AwayFor { .. })
        || matches!(press, Some(Press::Late(InLate::AwayUntil(..))));
    needs.extend(team.filter(|_| says_so).map(Need::Supervisors));
    let returning = matches!(place, Place::Team { .. })
        || matches!(
            press,
            Some(
                Press::HandOver(InHandOver::Team(_) | InHandOver::GiveBack(_))
                    | Press::Absence(InAbsence::Back)
            )
        );
    needs.extend(team.filter(|_| returning).map(Need::Lent));
    // The menu is where drafts are named.
    if world.loaded.contains(&Need::Drafts) {
        needs.extend([Need::Reviews, Need::Waiting, Need::Absence, Need::Standing]);
    }
    if let Some(found) = &world.leading.review {
        // Looked at again when a file comes in, for the family may have changed its mind.
        if matches!(event.happened, Happened::Media { .. }) {
            needs.push(Need::Keeping(found.report.case.id));
        }
        needs.push(Need::Supervisors(found.report.case.team));
        if let Some(Press::Review(InReview::Approve(_))) = press {
            needs.push(Need::Case(found.report.case.id));
        }
    }
    if let Some(hand) = &world.draft {
        if hand.part().approved || hand.part().opens {
            needs.push(Need::Supervisors(hand.case.team));
        }
        if hand.form.name == VISIT && matches!(press, Some(Press::Draft(_, _, InDraft::Send))) {
            needs.push(Need::Visits(hand.case.id, hand.draft.corrects));
        }
        let ends = matches!(press, Some(Press::StartAgain(_)))
            || hand.part().moves_to.is_some()
            || hand.fills("case.stage")
            || hand.about().is_some();
        if ends {
            needs.push(Need::Case(hand.draft.case));
        }
        if hand.fills("goal.words")
            || hand.fills("decision.choice")
            || hand.part().about == Kind::Referral
        {
            needs.push(Need::Circle(hand.draft.case));
        }
        let file = matches!(event.happened, Happened::Media { .. });
        if file || !hand.draft.body.files.is_empty() {
            needs.push(Need::Keeping(hand.draft.case));
        }
        if hand.fills(aftercare::STATE) {
            needs.extend([
                Need::Circle(hand.draft.case),
                Need::Supervisors(hand.case.team),
            ]);
        }
        // What was said of goals before is asked once, when the report is filed.
        let files = matches!(press, Some(Press::Draft(_, _, InDraft::Send)));
        if hand.fills(SCORE) && (files || !hand.part().checked) {
            let case = hand.draft.case;
            needs.extend([Need::Case(case), Need::Record(case), Need::Circle(case)]);
        }
        if hand.fills(filing::ASSESSED) && files {
            needs.push(Need::Assessed(hand.case.id, hand.draft.corrects));
        }
        if hand.fills(share::PARTS) {
            let case = hand.draft.case;
            needs.extend([Need::Case(case), Need::Record(case)]);
        }
        if answering::may_alert(hand, event) {
            needs.push(Need::Answerers(hand.case.team, hand.case.id));
        }
        if let Some(Topic::Alert(alert)) = hand.about() {
            needs.push(Need::Alert(alert));
        }
    }
    // A draft that is gone leaves the person at the menu.
    let asked_for_draft = world
        .loaded
        .iter()
        .any(|need| matches!(need, Need::Draft(_) | Need::Report(_) | Need::Alert(_)));
    let found_nothing = world.draft.is_none() && world.report.is_none() && world.alert.is_none();
    if asked_for_draft && found_nothing {
        needs.extend([Need::Cases, Need::Drafts]);
    }
    if matches!(press, Some(Press::Draft(_, _, InDraft::Cancel))) {
        needs_of_place(&world.chat.place, needs);
    }
}
