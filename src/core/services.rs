//! Finding a service, and what became of those that were asked: the directory and a case's requests come in, screens go
//! out.

use super::about::{Kind, Topic};
use super::access::{Action, may_with};
use super::card::{beginning_about, looked_at, seen};
use super::case::CaseInHand;
use super::effect::{Effect, Object, Purpose};
use super::event::Event;
use super::id::{CaseId, ReferralId, ServiceId};
use super::people::Person;
use super::place::Place;
use super::press::Press;
use super::referral;
use super::referral::Asked;
use super::screen::{BUTTONS_PER_PAGE, Label, Line, Screen, page as paged};
use super::service::{Lack, Listed};
use super::step::{go, old_button};
use super::world::{FormInUse, World};

/// The form in which a family takes back what it let be shared.
pub const WITHDRAWING: &str = "referral_withdrawal";

/// Shows what was asked of services for a case.
#[must_use]
pub fn show(world: &World, event: &Event, person: &Person, case: CaseId) -> Vec<Effect> {
    looked_at(
        world,
        event,
        person,
        Place::Asked { case },
        Object::Case(case),
    )
}

/// Shows one request.
#[must_use]
pub fn show_one(world: &World, event: &Event, person: &Person, id: ReferralId) -> Vec<Effect> {
    let place = Place::Referral { referral: id };
    looked_at(world, event, person, place, Object::Referral(id))
}

/// Goes to a place of the directory, for those who may use it for this case.
#[must_use]
pub fn look(world: &World, event: &Event, person: &Person, place: Place) -> Vec<Effect> {
    match searching(world, person) {
        Some(_) => go(world, event, place),
        None => old_button(world, event),
    }
}

/// All that was asked for, open ones first.
#[must_use]
pub fn asked(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some((person, found)) = person.and_then(|person| Some((person, seen(world, person)?)))
    else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([Line::AskedTitle(case.code.clone())]);
    screen.protected = true;
    if world.asked.is_empty() {
        screen.lines.push(Line::NoneAsked);
    }
    for (number, asked) in (1u16..).zip(&world.asked).take(BUTTONS_PER_PAGE) {
        screen.lines.push(stands(asked));
        let label = Label::Referral {
            number,
            open: asked.is_open(),
        };
        screen = screen.button(label, Press::Referral(asked.id));
    }
    if searching(world, person).is_some() {
        screen = screen.button(Label::FindService, Press::Lacks(case.id, 0));
    }
    screen
        .button(Label::Plan(case.code.clone()), Press::Plan(case.id))
        .button(Label::Menu, Press::Menu)
}

/// A request and how it stands.
#[must_use]
pub fn stands(asked: &Asked) -> Line {
    Line::AskedStands {
        words: asked.words.clone(),
        outcome: asked.answer.as_ref().map(|answer| answer.outcome),
    }
}

/// One request: of whom, since when, what became of it, and what may be handed over.
#[must_use]
pub fn one(world: &World, id: ReferralId) -> Screen {
    let person = world.person.as_ref();
    let known = person.and_then(|person| {
        let found = seen(world, person)?;
        let asked = world.asked.iter().find(|asked| asked.id == id)?;
        Some((person, found, asked))
    });
    let Some((person, found, asked)) = known else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([
        Line::AskedTitle(case.code.clone()),
        Line::GoalWords(asked.words.clone()),
    ]);
    screen.protected = true;
    screen.lines.extend(of_whom(asked));
    screen
        .lines
        .extend(asked.dates.map(|(on, again)| Line::AskedOn { on, again }));
    match &asked.answer {
        None => screen.lines.push(Line::NotAnswered),
        Some(answer) => {
            screen.lines.push(Line::AnsweredBy {
                outcome: answer.outcome,
                at: answer.at,
                by: answer.by.clone(),
            });
            screen.lines.extend(answer.said.clone().map(Line::Quoted));
        }
    }
    let packet = world.packet.as_ref();
    let shared = packet.is_some_and(|packet| !packet.fields.is_empty());
    if packet.is_some() && may_with(person, case, Action::SeePacket) {
        if shared {
            screen = screen.button(Label::ShowPacket, Press::Packet(id));
        } else {
            screen.lines.push(Line::PacketWithdrawn);
        }
    }
    let forms = world.programme.forms.iter();
    let forms = forms.filter(|form| {
        let offered = form.part.about == Kind::Referral && form.part.fits(case.stage);
        let something = form.form.name != WITHDRAWING || shared;
        offered && something && form.part.lets(person, case)
    });
    for form in forms {
        screen = screen.row(vec![beginning_about(world, Topic::Referral(id), form)]);
    }
    screen
        .button(Label::Services, Press::Asked(case.id))
        .button(Label::Menu, Press::Menu)
}

/// The service that was asked, and how it is reached.
fn of_whom(asked: &Asked) -> Option<Line> {
    let service = asked.service.clone()?;
    Some(Line::ServiceIs(Box::new(service)))
}

/// Shows what may be handed over, in a message of its own that cannot be passed on.
#[must_use]
pub fn show_packet(world: &World, event: &Event, person: &Person, id: ReferralId) -> Vec<Effect> {
    let found = world.case.as_ref();
    let found = found.filter(|found| may_with(person, &found.case, Action::SeePacket));
    let packet = world.packet.as_ref();
    let packet = packet.filter(|packet| !packet.fields.is_empty());
    let asked = world.asked.iter().find(|asked| asked.id == id);
    let (Some(found), Some(packet), Some(asked)) = (found, packet, asked) else {
        return old_button(world, event);
    };
    let mut screen = Screen::of([
        Line::AskedTitle(found.case.code.clone()),
        Line::GoalWords(asked.words.clone()),
    ]);
    screen.protected = true;
    screen.lines.extend(of_whom(asked));
    screen.lines.push(Line::PacketTitle {
        by: packet.by.clone(),
        how: packet.how.clone(),
    });
    let fields = packet.fields.iter();
    screen
        .lines
        .extend(fields.map(|(field, words)| Line::PacketField {
            field: *field,
            words: words.clone(),
        }));
    vec![
        Effect::note(Action::SeePacket, Object::Referral(id)),
        Effect::Say {
            purpose: Purpose::News,
            screen: Box::new(screen),
        },
    ]
}

/// "What is needed?"
#[must_use]
pub fn lacks(world: &World, page: u16) -> Screen {
    let Some(found) = searched(world) else {
        return Screen::gone();
    };
    let case = found.case.id;
    let mut screen = Screen::of([Line::AskLack(found.case.code.clone())]);
    let turn = |page| Press::Lacks(case, page);
    let (shown, turns) = paged(&Lack::ALL, page, BUTTONS_PER_PAGE, turn);
    for (_, lack) in shown {
        let press = Press::Services(case, *lack, None, 0);
        screen = screen.button(Label::Lack(*lack), press);
    }
    elsewhere(world, case, Lack::Other, screen.row(turns))
        .button(Label::Services, Press::Asked(case))
        .button(Label::Menu, Press::Menu)
}

/// The services that answer to a need: their areas first, if there are several.
#[must_use]
pub fn list(world: &World, lack: Lack, area: Option<u16>, page: u16) -> Screen {
    let Some(found) = searched(world) else {
        return Screen::gone();
    };
    let case = found.case.id;
    let mut screen = Screen::of([Line::ServicesFor(lack)]);
    let same = found
        .referrals
        .iter()
        .filter(|asked| asked.lack == Some(lack));
    screen
        .lines
        .extend(same.map(|asked| Line::SameLack(asked.words.clone())));
    let areas = areas(&world.services);
    if areas.is_empty() {
        screen.lines.push(Line::NoServices);
    }
    let turn = |page| Press::Services(case, lack, area, page);
    let chosen = match (areas.as_slice(), area) {
        ([_] | [], _) => areas.first(),
        (several, Some(area)) => several.get(usize::from(area)),
        (_, None) => None,
    };
    if chosen.is_none() && !areas.is_empty() {
        let (shown, turns) = paged(&areas, page, BUTTONS_PER_PAGE, turn);
        for (nth, area) in shown {
            let press = Press::Services(case, lack, Some(nth), 0);
            screen = screen.button(Label::Area((*area).to_owned()), press);
        }
        screen = screen.row(turns);
    } else {
        let there: Vec<&Listed> = world
            .services
            .iter()
            .filter(|listed| Some(&listed.service.area.as_str()) == chosen)
            .collect();
        let (shown, turns) = paged(&there, page, BUTTONS_PER_PAGE, turn);
        for (_, listed) in shown {
            let press = Press::Service(case, listed.id);
            screen = screen.button(Label::Service(listed.service.name.clone()), press);
        }
        screen = screen.row(turns);
    }
    elsewhere(world, case, lack, screen)
        .button(Label::FindService, Press::Lacks(case, 0))
        .button(Label::Menu, Press::Menu)
}

/// One service, and what can be asked of it.
#[must_use]
pub fn service(world: &World, id: ServiceId) -> Screen {
    let person = world.person.as_ref();
    let known = person.and_then(|person| {
        let found = searching(world, person)?;
        let listed = world.services.iter().find(|listed| listed.id == id)?;
        Some((person, found, &listed.service))
    });
    let Some((person, found, service)) = known else {
        return Screen::gone();
    };
    let case = &found.case;
    let mut screen = Screen::of([Line::ServiceIs(Box::new(service.clone()))]);
    let forms = world.programme.forms.iter();
    let forms = forms.filter(|form| {
        let offered = form.part.about == Kind::Service && form.part.fits(case.stage);
        offered && form.part.lets(person, case)
    });
    for form in forms {
        screen = screen.row(vec![beginning_about(
            world,
            Topic::Service(case.id, id),
            form,
        )]);
    }
    screen
        .button(
            Label::FindService,
            Press::Services(case.id, service.lack, None, 0),
        )
        .button(Label::Menu, Press::Menu)
}

/// A screen that also lets a service be asked that is not in the directory, if a form asks for its name.
fn elsewhere(world: &World, case: CaseId, lack: Lack, screen: Screen) -> Screen {
    let person = world.person.as_ref();
    let asking = person.zip(world.case.as_ref()).and_then(|(person, found)| {
        let mut forms = world.programme.forms.iter();
        forms.find(|form| {
            let offered = form.part.about == Kind::Service && form.part.fits(found.case.stage);
            offered && names_its_service(form) && form.part.lets(person, &found.case)
        })
    });
    match asking {
        None => screen,
        Some(form) => {
            let press = Press::About(Topic::Elsewhere(case, lack), form.form.name.clone());
            screen.button(Label::AnotherService, press)
        }
    }
}

/// Whether a form about a service asks what that is called, if it is not in the directory.
#[must_use]
pub fn names_its_service(form: &FormInUse) -> bool {
    form.form.saves_to(referral::SERVICE)
}

/// The areas of these services, each once.
fn areas(services: &[Listed]) -> Vec<&str> {
    let mut areas: Vec<&str> = services
        .iter()
        .map(|listed| listed.service.area.as_str())
        .collect();
    areas.sort_unstable();
    areas.dedup();
    areas
}

/// The case in question, if this person may look for services for it.
fn searching<'a>(world: &'a World, person: &Person) -> Option<&'a CaseInHand> {
    let found = seen(world, person)?;
    let works = may_with(person, &found.case, Action::WorkOnCase);
    (works || may_with(person, &found.case, Action::SpeakAsFamily)).then_some(found)
}

fn searched(world: &World) -> Option<&CaseInHand> {
    let person = world.person.as_ref()?;
    searching(world, person)
}
