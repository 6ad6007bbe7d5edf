//! Supervisors read what was sent: a press or some words come in; what they said of a report, and who hears of it,
//! goes out.
//!
//! What is said of a report only grows, so that a question, its answer and a decision stay beside it for good. A
//! supervisor's thanks are not pushed: the reporter's menu counts what was read in the last days.
//!
//! Long because what is said, its screens and who may say it are one subject.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::access::{Action, Relation, may, may_with};
use super::alert::{Note, Spoken};
use super::asking::{answered, context};
use super::case::Case;
use super::draft::{Body, Draft};
use super::effect::{Effect, Object};
use super::event::Event;
use super::filing::wish;
use super::form::{Answer, Interview, MediaKind, Value};
use super::hearing::{self, Heard};
use super::id::{CaseId, Code, DraftId, MediaId, PersonId, ReportId};
use super::keeping;
use super::note::noted;
use super::part::Part;
use super::people::{Language, Person, Recipient, Role};
use super::place::Place;
use super::press::Press;
use super::report::{Danger, Fact, ReportInHand, ReportState};
use super::screen::{BUTTONS_PER_PAGE, Label, Line, Screen, page};
use super::signal::Signal;
use super::step::{done_with, go, old_button, show_at};
use super::wellbeing::Fall;
use super::world::{DraftInHand, World};

/// For so long the menu thanks for a report that was read.
pub const THANKED: TimeDelta = TimeDelta::days(7);

/// Whether supervisors still look at a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    /// They need not.
    None,
    /// They have not yet, or an answer has come.
    Open,
    /// A question waits for its answer, or what was sent back for its correction.
    Asked,
    /// They have.
    Done,
}

/// What is said of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was read, with thanks.
    Accepted,
    /// A question about it.
    Asked,
    /// The reporter's answer.
    Answered,
    /// It needs a talk; the reason stays among supervisors.
    Flagged,
    /// It counts from now on.
    Approved,
    /// It does not count yet; why.
    Returned,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Accepted,
        Self::Asked,
        Self::Answered,
        Self::Flagged,
        Self::Approved,
        Self::Returned,
    ];

    /// The word in tables and in the bot's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Asked => "asked",
            Self::Answered => "answered",
            Self::Flagged => "flagged",
            Self::Approved => "approved",
            Self::Returned => "returned",
        }
    }

    /// What becomes of the review.
    #[must_use]
    pub fn leads_to(self) -> ReviewState {
        match self {
            Self::Asked | Self::Returned => ReviewState::Asked,
            Self::Answered => ReviewState::Open,
            Self::Accepted | Self::Flagged | Self::Approved => ReviewState::Done,
        }
    }
}

/// Something said of a report, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Of which report.
    pub report: ReportId,
    /// About which case, with whose key the words are sealed.
    pub case: CaseId,
    /// What it does.
    pub verdict: Verdict,
    /// The words.
    pub words: Option<String>,
    /// The voice note that says it instead.
    pub voice: Option<MediaId>,
}

/// The same as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it did.
    pub verdict: Verdict,
    /// Who said it.
    pub person: PersonId,
    /// Their name.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The words.
    pub words: Option<String>,
    /// The voice note that says it instead.
    pub spoken: Option<MediaId>,
}

/// A report on the list of those to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToRead {
    /// Which.
    pub report: ReportId,
    /// About which case.
    pub case: Case,
    /// What it said about danger.
    pub danger: Option<Danger>,
    /// Whether it counts only once it is approved.
    pub waits: bool,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
}

/// What is to be read, answered and thanked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    /// Reports that a supervisor has not read; the oldest first.
    pub to_read: Vec<ToRead>,
    /// Own reports about which somebody asks.
    pub asked: Vec<(ReportId, Code)>,
    /// Own reports that were accepted in the last days.
    pub accepted: u16,
}

/// A report with all that was said of it.
#[derive(Clone, Debug)]
pub struct ReviewInHand {
    /// The report.
    pub report: ReportInHand,
    /// When it was begun.
    pub opened_at: DateTime<Utc>,
    /// The name of whoever sent it.
    pub by: String,
    /// What they are.
    pub role: Role,
    /// Where they are told, if they can be.
    pub reporter: Option<Recipient>,
    /// How far the review is.
    pub state: ReviewState,
    /// What was said, oldest first.
    pub said: Vec<Said>,
    /// What deserves a second look.
    pub signals: Vec<Signal>,
    /// What became worse since the assessment before.
    pub fell: Vec<Fall>,
}

/// What a button of a review says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InReview {
    /// Show the reports to read; the page counts from 0.
    List(u16),
    /// Show one.
    Show(ReportId),
    /// It was read; thanks.
    Accept(ReportId),
    /// It counts from now on.
    Approve(ReportId),
    /// Show the reporter what is asked.
    Question(ReportId),
    /// Begin to say this.
    Say(ReportId, Verdict),
}

/// A report comes to a supervisor; she reads it.
#[must_use]
pub fn press(world: &World, event: &Event, person: &Person, what: InReview) -> Vec<Effect> {
    match what {
        InReview::List(page) => go(world, event, Place::Reviews { page }),
        InReview::Show(report) => show(world, event, person, report),
        InReview::Accept(_) => accept(world, event, person),
        InReview::Approve(_) => approve(world, event, person),
        InReview::Question(report) => match own(world, person) {
            Some(_) => go(world, event, Place::Question { report }),
            None => old_button(world, event),
        },
        InReview::Say(report, verdict) => match may_say(world, person, verdict) {
            Ok(_) => go(world, event, Place::Saying { report, verdict }),
            Err(line) => refused(world, event, line),
        },
    }
}

/// Words, or a voice note, for what was begun to be said.
#[must_use]
pub fn content(world: &World, event: &Event, person: &Person, verdict: Verdict) -> Vec<Effect> {
    let found = match may_say(world, person, verdict) {
        Ok(found) => found,
        Err(line) => return refused(world, event, line),
    };
    let again = |line: Line| {
        let report = found.report.id;
        let screen = saying(world, verdict).headed(line);
        show_at(Place::Saying { report, verdict }, screen)
    };
    let kinds: &[MediaKind] = match verdict {
        Verdict::Answered => &[MediaKind::Audio],
        Verdict::Accepted
        | Verdict::Asked
        | Verdict::Flagged
        | Verdict::Approved
        | Verdict::Returned => &[],
    };
    let (note, keep) = match noted(event, found.report.case.id, kinds) {
        Ok(noted) => noted,
        Err(slip) => return again(slip),
    };
    if let Note::Media(said) = &note
        && let Some(purpose) = keeping::refused_of(world, &found.report, said.kind)
    {
        return again(Line::NotToKeep(purpose));
    }
    let mut remark = bare(found, verdict);
    match note {
        Note::Words(words) => remark.words = Some(words),
        Note::Media(said) => remark.voice = Some(said.media),
    }
    let mut effects: Vec<Effect> = keep.into_iter().collect();
    effects.extend(said(world, found, remark));
    effects
}

/// The reports to read: those that speak of danger first, then the oldest.
#[must_use]
pub fn list(world: &World, shown: u16) -> Screen {
    let reports = to_read(world);
    let line = match reports.is_empty() {
        true => Line::NothingToRead,
        false => Line::ReviewsTitle,
    };
    let mut screen = Screen::of([line]);
    let turn = |page| Press::Review(InReview::List(page));
    let (listed, turns) = page(&reports, shown, BUTTONS_PER_PAGE, turn);
    for (_, report) in listed {
        let label = Label::ToRead {
            code: report.case.code.clone(),
            danger: report.danger,
            waits: report.waits,
            on: report.sent_at.with_timezone(&report.case.zone).date_naive(),
        };
        screen = screen.button(label, Press::Review(InReview::Show(report.report)));
    }
    screen.row(turns).button(Label::Menu, Press::Menu)
}

/// The reports that this person may read and has not, in their order.
#[must_use]
pub fn to_read(world: &World) -> Vec<&ToRead> {
    let Some(person) = &world.person else {
        return Vec::new();
    };
    let reports = world.leading.reviews.to_read.iter();
    let mut reports: Vec<&ToRead> = reports
        .filter(|report| may_with(person, &report.case, Action::ReviewReport))
        .collect();
    reports.sort_by_key(|report| {
        let urgency = match report.danger {
            Some(Danger::Now) => 0,
            Some(Danger::Worried) => 1,
            Some(Danger::No) | None => 2,
        };
        (urgency, report.sent_at, report.report)
    });
    reports
}

/// One report with its answers, and what can be said of it.
#[must_use]
pub fn screen(world: &World) -> Screen {
    let person = world.person.as_ref();
    let read = person.and_then(|person| Some((person, read_by(world, person)?)));
    let Some((person, (found, action))) = read else {
        return Screen::gone();
    };
    let report = &found.report;
    let language = world.language();
    let mut screen = Screen::of([Line::ReviewOf {
        code: report.case.code.clone(),
        title: report.form.title_in(&language.0),
        by: found.by.clone(),
        at: report.sent_at,
    }]);
    screen.protected = true;
    if action == Action::ReadReport {
        // What supervisors and the reporter say of it is between them.
        let (answers, spoken) = answers_of(report, &language);
        screen.lines.extend(answers);
        let case = &report.case;
        return hearing::buttons(screen, Heard::Report(report.id), &spoken)
            .button(Label::Timeline, Press::Timeline(case.id))
            .button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0))
            .button(Label::Menu, Press::Menu);
    }
    let signals = found.signals.iter();
    screen.lines.extend(signals.map(|&signal| Line::Signal {
        signal,
        asked: false,
    }));
    screen
        .lines
        .extend(found.fell.iter().copied().map(Line::Fell));
    let (answers, mut spoken) = answers_of(report, &language);
    screen.lines.extend(answers);
    screen.lines.extend(found.said.iter().map(line_of));
    let said = found.said.iter().filter_map(|said| said.spoken);
    spoken.extend(said.map(|media| Spoken {
        media,
        kind: MediaKind::Audio,
    }));
    let id = report.id;
    screen = hearing::buttons(screen, Heard::Report(id), &spoken);
    let say = |verdict| Press::Review(InReview::Say(id, verdict));
    match open(world, person, found) {
        Ok(Step::Approve) => {
            if report.person == person.id {
                screen.lines.push(Line::OwnAlone);
            }
            screen = screen
                .button(Label::Approve, Press::Review(InReview::Approve(id)))
                .button(Label::SendBack, say(Verdict::Returned));
        }
        Ok(Step::Read) => {
            screen = screen
                .button(Label::Accept, Press::Review(InReview::Accept(id)))
                .button(Label::AskAbout, say(Verdict::Asked))
                .button(Label::Flag, say(Verdict::Flagged));
        }
        Err(line) => screen.lines.push(line),
    }
    // Whoever reads what a family asks for goes on to say who leads its case.
    if Part::known(&report.form).opens {
        let case = &report.case;
        screen = screen.button(Label::CaseCard(case.code.clone()), Press::Case(case.id, 0));
    }
    let left = others_to_read(world, id);
    if left > 0 {
        let label = Label::Reviews(u16::try_from(left).unwrap_or(u16::MAX));
        screen = screen.button(label, Press::Review(InReview::List(0)));
    }
    screen.button(Label::Menu, Press::Menu)
}

/// What a supervisor asks, to the reporter.
#[must_use]
pub fn question(world: &World) -> Screen {
    let person = world.person.as_ref();
    let Some(found) = person.and_then(|person| own(world, person)) else {
        return Screen::gone();
    };
    let code = found.report.case.code.clone();
    let mut screen = Screen::of([Line::DetailsAsked(code)]);
    screen.protected = true;
    let mut said = found.said.iter().rev();
    let asked = said.find(|said| matches!(said.verdict, Verdict::Asked | Verdict::Returned));
    screen.lines.extend(asked.map(line_of));
    let id = found.report.id;
    match (found.report.state, found.state) {
        (ReportState::Returned, _) => screen.button(Label::Correct, Press::Correct(id)),
        (ReportState::Sent, ReviewState::Asked) => screen.button(
            Label::Answer,
            Press::Review(InReview::Say(id, Verdict::Answered)),
        ),
        (_, _) => {
            screen.lines.push(Line::AlreadySaid);
            screen
        }
    }
    .button(Label::Menu, Press::Menu)
}

/// "Type it, in your own words."
#[must_use]
pub fn saying(world: &World, verdict: Verdict) -> Screen {
    let person = world.person.as_ref();
    let Some(found) = person.and_then(|person| may_say(world, person, verdict).ok()) else {
        return Screen::gone();
    };
    let code = found.report.case.code.clone();
    let mut screen = Screen::of([Line::AskWords { verdict, code }]);
    if verdict == Verdict::Answered {
        screen.lines.extend(last_asked(found).map(line_of));
        screen.protected = true;
    }
    screen.button(Label::Menu, Press::Menu)
}

/// What a supervisor can do with a report next.
enum Step {
    /// Approve it or send it back.
    Approve,
    /// Accept it, ask or flag.
    Read,
}

/// How many reports besides this one are to be read.
fn others_to_read(world: &World, report: ReportId) -> usize {
    let reports = to_read(world).into_iter();
    reports.filter(|other| other.report != report).count()
}

fn show(world: &World, event: &Event, person: &Person, report: ReportId) -> Vec<Effect> {
    let Some((_, action)) = read_by(world, person) else {
        return old_button(world, event);
    };
    let mut effects = vec![Effect::note(action, Object::Report(report))];
    effects.extend(go(world, event, Place::Review { report }));
    effects
}

fn accept(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    match may_say(world, person, Verdict::Accepted) {
        Ok(found) => said(world, found, bare(found, Verdict::Accepted)),
        Err(line) => refused(world, event, line),
    }
}

/// What waited counts from now on, if nothing is missing by now.
fn approve(world: &World, event: &Event, person: &Person) -> Vec<Effect> {
    let found = match may_say(world, person, Verdict::Approved) {
        Ok(found) => found,
        Err(line) => return refused(world, event, line),
    };
    let case = world.case.as_ref();
    let case = case.filter(|case| case.case.id == found.report.case.id);
    let Some(case) = case else {
        return old_button(world, event);
    };
    let hand = hand_of(&found.report);
    let language = world.language();
    let context = context(&hand, &language, found.report.sent_at);
    let interview = Interview::derive(&hand.form, &hand.draft.body.answers, &context);
    let facts = Fact::collect(&interview.saved());
    let stage = case.case.stage;
    let to = wish(&hand.part(), &facts).unwrap_or(stage);
    if let Err(missing) = stage.enter(to, &case.known) {
        return refused(world, event, Some(Line::StageStays(missing)));
    }
    said(world, found, bare(found, Verdict::Approved))
}

fn bare(found: &ReviewInHand, verdict: Verdict) -> Remark {
    Remark {
        report: found.report.id,
        case: found.report.case.id,
        verdict,
        words: None,
        voice: None,
    }
}

/// Keeps what was said, tells whoever it concerns, and goes on to the next report.
fn said(world: &World, found: &ReviewInHand, remark: Remark) -> Vec<Effect> {
    let report = &found.report;
    let verdict = remark.verdict;
    let action = match verdict {
        Verdict::Answered => Action::AnswerReview,
        Verdict::Accepted
        | Verdict::Asked
        | Verdict::Flagged
        | Verdict::Approved
        | Verdict::Returned => Action::ReviewReport,
    };
    let mut effects = vec![
        Effect::Remark(Box::new(remark)),
        Effect::note(action, Object::Report(report.id)),
    ];
    let news = Screen::of([Line::ReviewNews {
        verdict,
        code: report.case.code.clone(),
    }]);
    match verdict {
        // The menu thanks.
        Verdict::Accepted => {}
        Verdict::Answered => {
            let show = Press::Review(InReview::Show(report.id));
            let asker = last_asked(found);
            let supervisors = &world.leading.supervisors;
            let asking = |to: &&Recipient| asker.is_none_or(|asker| asker.person == to.person);
            let mut told: Vec<&Recipient> = supervisors.iter().filter(asking).collect();
            if told.is_empty() {
                told = supervisors.iter().collect();
            }
            let screen = news.button(Label::Show, show);
            effects.extend(told.into_iter().map(|to| Effect::tell(to, &screen)));
        }
        Verdict::Asked | Verdict::Returned => {
            let show = Press::Review(InReview::Question(report.id));
            let screen = news.button(Label::Show, show);
            effects.extend(to_reporter(found, &screen));
        }
        Verdict::Approved => {
            let screen = news.button(Label::Show, Press::Timeline(report.case.id));
            effects.extend(to_reporter(found, &screen));
        }
        Verdict::Flagged => effects.extend(to_reporter(found, &news)),
    }
    let mut screen = Screen::of([Line::SaidOf {
        verdict,
        code: report.case.code.clone(),
    }]);
    let left = others_to_read(world, report.id);
    if left > 0 {
        let label = Label::Reviews(u16::try_from(left).unwrap_or(u16::MAX));
        screen = screen.button(label, Press::Review(InReview::List(0)));
    }
    effects.extend(show_at(
        Place::Nowhere,
        screen.button(Label::Menu, Press::Menu),
    ));
    effects
}

/// The reporter hears of it, unless they said it themselves; a family in its hours.
fn to_reporter(found: &ReviewInHand, screen: &Screen) -> Option<Effect> {
    let to = found.reporter.as_ref()?;
    Some(Effect::tell(to, screen))
}

fn refused(world: &World, event: &Event, line: Option<Line>) -> Vec<Effect> {
    let Some(line) = line else {
        return old_button(world, event);
    };
    done_with(line)
}

/// The report in question, if this person may read it, and by which row of the access table: as its supervisor, or as
/// somebody who leads the case once it counts.
#[must_use]
pub fn read_by<'a>(world: &'a World, person: &Person) -> Option<(&'a ReviewInHand, Action)> {
    if let Some(found) = judged(world, person) {
        return Some((found, Action::ReviewReport));
    }
    let found = world.leading.review.as_ref()?;
    let case = &found.report.case;
    let part = Part::known(&found.report.form);
    let reads = may_with(person, case, Action::ReadReport)
        && found.report.state == ReportState::Sent
        && part.shows(person, case);
    reads.then_some((found, Action::ReadReport))
}

/// The report in question, if this person may say something of it.
fn judged<'a>(world: &'a World, person: &Person) -> Option<&'a ReviewInHand> {
    let found = world.leading.review.as_ref()?;
    may_with(person, &found.report.case, Action::ReviewReport).then_some(found)
}

/// The report in question, if it is this person's own and about a case they still have.
fn own<'a>(world: &'a World, person: &Person) -> Option<&'a ReviewInHand> {
    let found = world.leading.review.as_ref()?;
    let relation = Relation::to_owned_by(person, found.report.person);
    let part = Part::known(&found.report.form);
    let allowed =
        may(person, relation, Action::AnswerReview) && part.lets(person, &found.report.case);
    allowed.then_some(found)
}

/// Whether this person may say this of the report in question now.
///
/// # Errors
/// Why not, or `None` for a button that was never theirs.
fn may_say<'a>(
    world: &'a World,
    person: &Person,
    verdict: Verdict,
) -> Result<&'a ReviewInHand, Option<Line>> {
    if verdict == Verdict::Answered {
        let found = own(world, person).ok_or(None)?;
        let waits = found.state == ReviewState::Asked && found.report.state == ReportState::Sent;
        return if waits {
            Ok(found)
        } else {
            Err(Some(Line::AlreadySaid))
        };
    }
    let found = judged(world, person).ok_or(None)?;
    let next = open(world, person, found).map_err(Some)?;
    let fits = match verdict {
        Verdict::Accepted | Verdict::Asked | Verdict::Flagged => matches!(next, Step::Read),
        Verdict::Approved | Verdict::Returned => matches!(next, Step::Approve),
        Verdict::Answered => false,
    };
    if fits { Ok(found) } else { Err(None) }
}

/// What can be done with a report, unless it is settled, or one's own while somebody else could judge it.
fn open(world: &World, person: &Person, found: &ReviewInHand) -> Result<Step, Line> {
    let next = match (found.report.state, found.state) {
        (ReportState::Waiting, _) => Step::Approve,
        (ReportState::Sent, ReviewState::Open | ReviewState::Asked) => Step::Read,
        (ReportState::Sent, ReviewState::Done | ReviewState::None)
        | (ReportState::Superseded | ReportState::Undone | ReportState::Returned, _) => {
            return Err(Line::AlreadySaid);
        }
    };
    let others = !world.leading.supervisors.is_empty();
    if found.report.person == person.id && others {
        return Err(Line::NotYourOwn);
    }
    Ok(next)
}

/// The newest question.
fn last_asked(found: &ReviewInHand) -> Option<&Said> {
    let mut said = found.said.iter().rev();
    said.find(|said| said.verdict == Verdict::Asked)
}

/// What was said, in a line.
fn line_of(said: &Said) -> Line {
    Line::Said {
        verdict: said.verdict,
        by: said.by.clone(),
        at: said.at,
        words: said.words.clone(),
        spoken: said.spoken.is_some(),
    }
}

/// The answers of a report in this language, and the files among them.
#[must_use]
pub fn answers_of(report: &ReportInHand, language: &Language) -> (Vec<Line>, Vec<Spoken>) {
    let hand = hand_of(report);
    let context = context(&hand, language, report.sent_at);
    let interview = Interview::derive(&hand.form, &hand.draft.body.answers, &context);
    let places = interview.places().iter();
    let answers = places.filter_map(|shown| hand.draft.body.answers.get(&shown.place));
    let spoken = answers.filter_map(|answer| match answer {
        Answer::Given(Value::Media(media)) => Spoken::of(media),
        Answer::Given(_) | Answer::Skipped => None,
    });
    let spoken = spoken.collect();
    (answered(&interview, &language.0), spoken)
}

/// The report as the draft that it was, from which its answers are read.
fn hand_of(report: &ReportInHand) -> DraftInHand {
    DraftInHand {
        draft: Draft {
            id: DraftId(report.id.0),
            person: report.person,
            case: report.case.id,
            form: report.form_id,
            turn: 0,
            opened_at: report.sent_at,
            touched_at: report.sent_at,
            due_at: None,
            corrects: None,
            body: Body {
                answers: report.answers.clone(),
                corrected: report.answers.clone(),
                brought: report.brought.clone(),
                ..Body::default()
            },
        },
        form: report.form.clone(),
        case: report.case.clone(),
    }
}
