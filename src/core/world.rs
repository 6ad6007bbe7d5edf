//! The slice of the world that one event can touch, and how the core says which slice that is.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::about::Topic;
use super::absence::Absence;
use super::alert::{AlertInHand, Alerts};
use super::case::{Case, CaseInHand, Membership, Record};
use super::climbing::Channel;
use super::draft::{Draft, DraftOnList};
use super::due::profile::Profile;
use super::expecting::Expecting;
use super::form::{Form, Vocabulary};
use super::giving_back::Lent;
use super::goal::{self, Goal};
use super::handover::{Carried, Colleague, Placed};
use super::hearing::Kept;
use super::id::{
    AlertId, CaseId, ChatId, Code, DraftId, FormId, GoalId, InviteId, MediaId, MemberId, MessageId,
    ObligationId, PersonId, ReferralId, ReportId, ServiceId, ShareId, TaskId, TeamId,
};
use super::inviting::Newcomer;
use super::keeping::Keeping;
use super::late::{LateThing, Worker};
use super::part::Part;
use super::parting::{Erasure, OwnRecord};
use super::people::{Kin, Language, Person, Recipient, Role};
use super::phone::Phone;
use super::place::Place;
use super::plan::PROPOSING;
use super::referral::{Asked, Packet};
use super::reminding::Reminders;
use super::report::ReportInHand;
use super::review::{ReviewInHand, Reviews};
use super::service::{Lack, Listed};
use super::share::Released;
use super::signal::Visited;
use super::trial::Trial;
use super::typed_code::TypedCode;
use super::waiting::Waits;

/// What [`super::step::step`] may look at.
#[derive(Clone, Debug)]
pub struct World {
    /// What holds for everybody.
    pub programme: Arc<Programme>,
    /// The chat in which it happened.
    pub chat: Chat,
    /// How the sender calls themselves on Telegram.
    pub sender_name: String,
    /// The language of the sender's phone, if Telegram tells it.
    pub sender_language: Option<Language>,
    /// Who the sender is here; `None` without an account.
    pub person: Option<Person>,
    /// Words by which typed yes, no, days and months are known in the sender's language.
    pub vocabulary: Arc<Vocabulary>,
    /// What was loaded; an empty field below means "there is none" only if its need is here.
    pub loaded: BTreeSet<Need>,
    /// The cases the person has a place in.
    pub cases: Vec<Case>,
    /// The newest cases of the person's team, whether or not the person has a place in them.
    pub team: Vec<Case>,
    /// The day on which the person is, or was, back; none if they said no such day.
    pub back_on: Option<NaiveDate>,
    /// What waits for the person today.
    pub waiting: Vec<Waits>,
    /// What the person is told of.
    pub reminders: Reminders,
    /// The file of settings in question.
    pub trial: Option<Trial>,
    /// The person's open drafts, newest first.
    pub drafts: Vec<DraftOnList>,
    /// The draft in question.
    pub draft: Option<DraftInHand>,
    /// The case in question.
    pub case: Option<CaseInHand>,
    /// What reports have made of the case in question.
    pub record: Option<Record>,
    /// The report in question.
    pub report: Option<ReportInHand>,
    /// The alert in question.
    pub alert: Option<AlertInHand>,
    /// The others.
    pub alerts: Alerts,
    /// The file in question.
    pub media: Option<Kept>,
    /// What was asked of services for the case in question, open ones first.
    pub asked: Vec<Asked>,
    /// What may be kept of the family in question.
    pub keeping: Keeping,
    /// What the family let be shared with the service in question.
    pub packet: Option<Packet>,
    /// The services in question.
    pub services: Vec<Listed>,
    /// The newest summaries that the family of the case in question released, newest first.
    pub shares: Vec<Released>,
    /// The people with a place in the case who can be written to.
    pub circle: Vec<(Membership, Recipient)>,
    /// Who hears of danger in the case's team now.
    pub duty: Vec<Recipient>,
    /// The invitation in question.
    pub invitation: Option<Invitation>,
    /// Whether it is one that the sender took up before.
    pub invited_before: bool,
    /// The phone number of whoever is invited.
    pub expecting: Expecting,
    /// Whoever took up the invitation in question.
    pub newcomer: Option<Newcomer>,
    /// What is kept about the person.
    pub own: Option<OwnRecord>,
    /// The managers besides the person.
    pub managers: Vec<Recipient>,
    /// The wish to be deleted that is in question.
    pub erasure: Option<Erasure>,
    /// All teams with their names.
    pub teams: Vec<(TeamId, String)>,
    /// The name of the bot, for links.
    pub bot: Option<String>,
    /// What those who lead look at.
    pub leading: Leading,
}

/// What those who lead look at, and what they ask of others.
#[derive(Clone, Debug, Default)]
pub struct Leading {
    /// Who has a place in the case in question.
    pub places: Vec<Placed>,
    /// The people of the team in question.
    pub team: Vec<Colleague>,
    /// The cases of the person in question.
    pub carried: Vec<Carried>,
    /// The absences of the people of the team in question, in the order in which they were said.
    pub absences: Vec<Absence>,
    /// What others have of those people since they gave it away.
    pub lent: Vec<Lent>,
    /// Areas that worried at the newest visit of the case in question, choice names.
    pub worries: Vec<String>,
    /// What is to be read, answered and thanked for.
    pub reviews: Reviews,
    /// The report in question, as its supervisor reads it.
    pub review: Option<ReviewInHand>,
    /// The other supervisors of the team in question who can be written to.
    pub supervisors: Vec<Recipient>,
    /// The newest visits of the case in question, newest first.
    pub visits: Vec<Visited>,
    /// The levels of wellbeing at the newest assessment of the case in question.
    pub assessed: Vec<(String, i64)>,
    /// What is late in the team in question; or the one thing in question.
    pub late: Vec<LateThing>,
    /// The volunteers and caseworkers of the team in question.
    pub workers: Vec<Worker>,
}

/// What holds for everybody.
#[derive(Clone, Debug)]
pub struct Programme {
    /// The programme's time zone.
    pub zone: Tz,
    /// The languages that the bot speaks, in the order in which they are offered.
    pub languages: Vec<Language>,
    /// Where the bot's own pages are reached, if they are.
    pub public_url: Option<String>,
    /// The age from which a child may have an account of its own.
    pub child_account_age: u16,
    /// The ways besides the chat by which it hears of a danger that nobody has.
    pub second_channels: Vec<Channel>,
    /// What it decided about what is due and when people are told.
    pub profile: Profile,
    /// The number of that version; 0 before a manager put one in force.
    pub profile_version: u32,
    /// The forms with which new drafts begin, in the order of their names.
    pub forms: Vec<FormInUse>,
}

/// The newest version of a form.
#[derive(Clone, Debug)]
pub struct FormInUse {
    /// Which version.
    pub id: FormId,
    /// The form.
    pub form: Arc<Form>,
    /// The part of a case's life that it serves.
    pub part: Part,
}

/// A chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chat {
    /// Which chat.
    pub id: ChatId,
    /// Its live screen, once Telegram has told its id.
    pub live: Option<MessageId>,
    /// What the live screen shows.
    pub place: Place,
}

/// A draft with its form and case.
#[derive(Clone, Debug)]
pub struct DraftInHand {
    /// The draft.
    pub draft: Draft,
    /// The form version it uses.
    pub form: Arc<Form>,
    /// Its case.
    pub case: Case,
}

impl DraftInHand {
    /// The part of the case's life that its form serves.
    #[must_use]
    pub fn part(&self) -> Part {
        Part::known(&self.form)
    }

    /// What it is about beside its case, if it is about one thing.
    #[must_use]
    pub fn about(&self) -> Option<Topic> {
        let about = self.draft.body.brought.about.as_ref();
        about.map(|about| about.topic(self.draft.case))
    }

    /// Whether its form has an answer for this typed field.
    #[must_use]
    pub fn fills(&self, field: &str) -> bool {
        self.form.saves_to(field)
    }
}

/// An invitation that can still be taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which.
    pub id: InviteId,
    /// As what.
    pub role: Role,
    /// Into which case, as family.
    pub case: Option<CaseId>,
    /// The language that is known already, if any.
    pub language: Option<Language>,
    /// The zone that is known already, if any.
    pub zone: Option<Tz>,
    /// What of a family whoever takes it up is.
    pub kin: Option<Kin>,
    /// Who invited in the chat, and is asked whether it is the right person.
    pub by: Option<Recipient>,
    /// Whether they said which phone number they expect.
    pub expects_number: bool,
}

/// One part of the world that must be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// The person's cases.
    Cases,
    /// The cases of the person's team, to compare a new one with.
    TeamCases,
    /// What waits for the person today.
    Waiting,
    /// What has come due for the person, and what they were told before.
    Reminders,
    /// What the person is told of next, and what they were told before.
    Coming,
    /// One thing that the person is told of.
    Reminder(ObligationId),
    /// A file of settings that was sent.
    Trial(MediaId),
    /// Until when the person is away.
    Absence,
    /// The person's open drafts.
    Drafts,
    /// A draft, its form and its case; absent if it is not open.
    Draft(DraftId),
    /// The person's open draft of a form about a case.
    DraftAbout(CaseId, String),
    /// A case with goals and referrals.
    Case(CaseId),
    /// What reports have made of a case.
    Record(CaseId),
    /// The case of a goal.
    CaseOfGoal(GoalId),
    /// The case of a task.
    CaseOfTask(TaskId),
    /// What was asked of services for a case.
    Asked(CaseId),
    /// What may be kept of a family.
    Keeping(CaseId),
    /// The case of a request.
    CaseOfReferral(ReferralId),
    /// What was let be shared with the service of a request.
    Packet(ReferralId),
    /// The services that answer to a need.
    Services(Lack),
    /// One service that is offered.
    Service(ServiceId),
    /// The summaries that the family of a case released.
    Shares(CaseId),
    /// The case of such a summary.
    CaseOfShare(ShareId),
    /// The people with a place in a case.
    Circle(CaseId),
    /// The same as [`Need::Case`], by its code.
    CaseByCode(Code),
    /// A report.
    Report(ReportId),
    // Hand-over
    /// The case of a place.
    CaseOfMember(MemberId),
    /// Who has a place in a case.
    Places(CaseId),
    /// The people of a team.
    Team(TeamId),
    /// The cases of a person.
    Carried(PersonId),
    /// What is late in a team, with the reports and cases of its people.
    Late(TeamId),
    /// One thing that is due, with who is to do it.
    LateThing(ObligationId),
    /// The absences of a team's people, and what others have of them since.
    Lent(TeamId),
    /// What worried at the newest visit of a case.
    Worries(CaseId),
    // Review of reports
    /// What is to be read, answered and thanked for.
    Reviews,
    /// A report with all that was said of it.
    Review(ReportId),
    /// The other supervisors of a team.
    Supervisors(TeamId),
    /// The newest visits of a case, but for those of this report.
    Visits(CaseId, Option<ReportId>),
    // Danger
    /// What the newest assessment of a case said, but for this report.
    Assessed(CaseId, Option<ReportId>),
    /// An alert.
    Alert(AlertId),
    /// The alerts without an end that the person may be asked about.
    Standing,
    /// The newest alerts of a case.
    AlertsOf(CaseId),
    /// Those who answer for the dangers of a case, which this team answers for.
    Answerers(TeamId, CaseId),
    /// A file that was kept.
    Media(MediaId),
    /// Who hears of danger in a team: its supervisors on duty, else the managers.
    Duty(TeamId),
    /// An invitation by its token; absent if used, expired or unknown.
    Invitation(String),
    /// The same by the code that was typed.
    InvitationByCode(TypedCode),
    /// An invitation that the person made and nobody has taken up.
    Sent(InviteId),
    /// Whether the person is asked for their number, and whether it is this one.
    NumberAsked(Option<Phone>),
    /// Whoever took up an invitation.
    Newcomer(InviteId),
    /// What is kept about the person.
    OwnRecord,
    /// The managers besides the person.
    Managers,
    /// Somebody's wish to be deleted; absent if there is none or it is seen to.
    Erasure(PersonId),
    /// All teams.
    Teams,
    /// The name of the bot.
    BotName,
}

impl Programme {
    /// The form of this name.
    #[must_use]
    pub fn form(&self, name: &str) -> Option<&FormInUse> {
        self.forms.iter().find(|found| found.form.name == name)
    }
}

impl World {
    /// Who wrote, and where, before anything else is loaded.
    #[must_use]
    pub fn new(programme: Arc<Programme>, chat: Chat, person: Option<Person>) -> Self {
        Self {
            programme,
            chat,
            sender_name: String::new(),
            sender_language: None,
            person,
            vocabulary: Arc::default(),
            loaded: BTreeSet::new(),
            cases: Vec::new(),
            team: Vec::new(),
            back_on: None,
            waiting: Vec::new(),
            reminders: Reminders::default(),
            trial: None,
            drafts: Vec::new(),
            draft: None,
            case: None,
            record: None,
            report: None,
            alert: None,
            alerts: Alerts::default(),
            media: None,
            asked: Vec::new(),
            keeping: Keeping::default(),
            packet: None,
            services: Vec::new(),
            shares: Vec::new(),
            circle: Vec::new(),
            duty: Vec::new(),
            invitation: None,
            invited_before: false,
            expecting: Expecting::default(),
            newcomer: None,
            own: None,
            managers: Vec::new(),
            erasure: None,
            teams: Vec::new(),
            bot: None,
            leading: Leading::default(),
        }
    }

    /// The same person at the same place, before anything else is loaded.
    #[must_use]
    pub fn unloaded(&self) -> Self {
        Self {
            sender_name: self.sender_name.clone(),
            sender_language: self.sender_language.clone(),
            vocabulary: Arc::clone(&self.vocabulary),
            ..Self::new(
                Arc::clone(&self.programme),
                self.chat.clone(),
                self.person.clone(),
            )
        }
    }

    /// The zone in which this person reads times.
    #[must_use]
    pub fn zone(&self) -> Tz {
        let chosen = self.person.as_ref().and_then(|person| person.zone);
        chosen.unwrap_or(self.programme.zone)
    }

    /// The language in which this person reads: chosen, else the phone's if we speak it, else English.
    #[must_use]
    pub fn language(&self) -> Language {
        let chosen = self
            .person
            .as_ref()
            .and_then(|person| person.language.clone());
        chosen
            .or_else(|| self.sender_language.clone())
            .filter(|language| self.programme.languages.contains(language))
            .unwrap_or_else(Language::english)
    }

    /// A goal's words as this person reads them.
    #[must_use]
    pub fn words_of(&self, goal: &Goal) -> String {
        self.words_in(&goal.words, goal.ready.as_deref())
    }

    /// Words of a goal, in any version of it, as this person reads them.
    #[must_use]
    pub fn words_in(&self, words: &str, ready: Option<&str>) -> String {
        let form = self.programme.form(PROPOSING);
        let form = form.map(|form| form.form.as_ref());
        goal::words_in(words, ready, &self.language().0, form)
    }

    /// Today where this person is.
    #[must_use]
    pub fn today(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone()).date_naive()
    }
}
