//! Where a chat stands: what its live screen shows, so that a typed label or number means what is shown.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::id::{
    AlertId, CaseId, DraftId, GoalId, InviteId, MediaId, MemberId, ObligationId, PersonId,
    ReferralId, ReportId, ServiceId, TeamId,
};
use super::preferring::Asked;
use super::review::Verdict;
use super::service::Lack;
use super::waiting::Matter;

/// What the live screen of a chat shows. Kept with the chat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "at")]
pub enum Place {
    /// Nothing yet.
    #[default]
    Nowhere,
    /// The languages.
    Languages {
        /// The draft to go back to.
        draft: Option<DraftId>,
    },
    /// The time zones.
    Zones,
    /// The privacy words and the question whether they are agreed to.
    Consent,
    /// The menu.
    Menu,
    /// Help.
    Help,
    /// The privacy words, to read.
    Privacy,
    /// The cases to report about.
    Cases {
        /// Which page, counted from 0.
        page: u16,
    },
    /// More of what is due than the menu has room for.
    Due {
        /// Which page, counted from 0.
        page: u16,
    },
    /// The cases in which something waits.
    Waiting {
        /// What.
        matter: Matter,
        /// Which page, counted from 0.
        page: u16,
    },
    /// The cases that the person may see.
    Caseload {
        /// Which page, counted from 0.
        page: u16,
    },
    /// "What do those who know the family call it?"
    NewCase,
    /// The cases that are called alike.
    Alike {
        /// What the new family is called. The store keeps it sealed, apart from the rest of the place.
        name: String,
    },
    /// Whom to invite.
    Inviting,
    /// As what somebody is invited into a team.
    InvitingInto {
        /// The team.
        team: TeamId,
    },
    /// Who of a family is invited.
    InvitingFamily {
        /// The case.
        case: CaseId,
    },
    /// What must have been said before a child is invited.
    InvitingChild {
        /// The case.
        case: CaseId,
    },
    /// "What is their phone number?"
    Expecting {
        /// Of whoever this invitation is for.
        invite: InviteId,
    },
    /// "Share your number", to a newcomer.
    SharingNumber,
    /// Who took up an invitation.
    Newcomer {
        /// The invitation.
        invite: InviteId,
    },
    /// "Do you want to leave?"
    Parting,
    /// What is kept about the person.
    OwnRecord,
    /// "On which day are you back?"
    Away,
    /// "Do you want it deleted?"
    Erasing,
    /// Somebody's wish to be deleted.
    Erasure {
        /// Whose.
        person: PersonId,
    },
    /// The card of a case.
    Case {
        /// The case.
        case: CaseId,
        /// Which page of its forms, counted from 0.
        page: u16,
    },
    /// The plan of a case.
    Plan {
        /// The case.
        case: CaseId,
    },
    /// One goal.
    Goal {
        /// The goal.
        goal: GoalId,
    },
    /// What was asked of services for a case.
    Asked {
        /// The case.
        case: CaseId,
    },
    /// One of these requests.
    Referral {
        /// Which.
        referral: ReferralId,
    },
    /// "What is needed?"
    Lacks {
        /// The case.
        case: CaseId,
        /// Which page, counted from 0.
        page: u16,
    },
    /// The services that answer to a need.
    Services {
        /// The case.
        case: CaseId,
        /// The need.
        lack: Lack,
        /// The place of the area among those that have one, if it was chosen.
        area: Option<u16>,
        /// Which page, counted from 0.
        page: u16,
    },
    /// One service of the directory.
    Service {
        /// The case.
        case: CaseId,
        /// Which.
        service: ServiceId,
    },
    /// The reports of a case.
    Timeline {
        /// The case.
        case: CaseId,
    },
    // Hand-over
    /// Who is in a case.
    People {
        /// The case.
        case: CaseId,
    },
    /// "Who gets a place?"
    Assigning {
        /// The case.
        case: CaseId,
        /// Which page, counted from 0.
        page: u16,
    },
    /// "Who takes this place over?"
    Giving {
        /// The place.
        member: MemberId,
        /// Which page, counted from 0.
        page: u16,
    },
    /// The people of the team.
    Team {
        /// Which page, counted from 0.
        page: u16,
    },
    /// "Who takes all of these cases over?"
    GivingAll {
        /// Whose.
        from: PersonId,
        /// Which page, counted from 0.
        page: u16,
    },
    /// What somebody new must know of a case.
    Brief {
        /// The case.
        case: CaseId,
    },
    // Review of reports
    /// The reports that a supervisor has not read.
    Reviews {
        /// Which page, counted from 0.
        page: u16,
    },
    /// One report with its answers, to a supervisor.
    Review {
        /// The report.
        report: ReportId,
    },
    /// What a supervisor asks about a report, to its reporter.
    Question {
        /// The report.
        report: ReportId,
    },
    /// Words are waited for.
    Saying {
        /// Of which report.
        report: ReportId,
        /// What they will do.
        verdict: Verdict,
    },
    // Reminders
    /// Something that is due.
    Reminder {
        /// Which.
        obligation: ObligationId,
    },
    /// "When shall I tell you again?"
    PuttingOff {
        /// Of which.
        obligation: ObligationId,
    },
    /// The teams, to choose whose list of what is late is shown.
    LateTeams,
    /// What is late in a team, and who is quiet.
    Late {
        /// Which team.
        team: TeamId,
        /// Which page, counted from 0.
        page: u16,
    },
    /// Something of that list.
    LateThing {
        /// Which.
        obligation: ObligationId,
    },
    /// Somebody of that list.
    LatePerson {
        /// Who.
        person: PersonId,
    },
    /// "On which day are they back?"
    AwayFor {
        /// Who.
        person: PersonId,
    },
    /// How the person is told.
    Preferences,
    /// The question how they would like it.
    Preferring {
        /// What is asked for.
        asked: Asked,
    },
    /// The programme's settings: their file was sent, and is waited for.
    Settings,
    /// A file of settings that was sent.
    Trial {
        /// Which.
        trial: MediaId,
    },
    /// The open drafts.
    Drafts,
    /// "You began this report already."
    Begun {
        /// The draft that exists.
        draft: DraftId,
    },
    /// "Is it the same visit?"
    SameVisit {
        /// The case.
        case: CaseId,
        /// The visit a few hours ago.
        report: ReportId,
    },
    /// A question or the check screen of a draft; which one follows from its answers.
    Draft {
        /// The draft.
        draft: DraftId,
    },
    /// "Keep the draft, or discard it?"
    Leaving {
        /// The draft.
        draft: DraftId,
    },
    /// "Why is it corrected so late?"
    Reason {
        /// The report to correct.
        report: ReportId,
    },
    /// "Clear this chat?"
    Clearing,
    /// "Are you or the child in danger now?"
    NotSafe,
    /// What happens after a family's call; words are waited for.
    Called {
        /// The alert.
        alert: AlertId,
    },
    /// What an alert is about.
    Alert {
        /// The alert.
        alert: AlertId,
    },
}

impl Place {
    /// The draft that is open here, or that one goes back to from here.
    #[must_use]
    pub fn draft(&self) -> Option<DraftId> {
        match self {
            Self::Draft { draft } | Self::Leaving { draft } | Self::Begun { draft } => Some(*draft),
            Self::Languages { draft } => *draft,
            Self::Nowhere
            | Self::Zones
            | Self::Consent
            | Self::Menu
            | Self::Help
            | Self::Privacy
            | Self::Cases { .. }
            | Self::Due { .. }
            | Self::Waiting { .. }
            | Self::Caseload { .. }
            | Self::NewCase
            | Self::Inviting
            | Self::Parting
            | Self::OwnRecord
            | Self::Away
            | Self::Erasing
            | Self::Erasure { .. }
            | Self::Expecting { .. }
            | Self::SharingNumber
            | Self::Newcomer { .. }
            | Self::InvitingInto { .. }
            | Self::InvitingFamily { .. }
            | Self::InvitingChild { .. }
            | Self::Alike { .. }
            | Self::Case { .. }
            | Self::Plan { .. }
            | Self::Goal { .. }
            | Self::Timeline { .. }
            | Self::People { .. }
            | Self::Assigning { .. }
            | Self::Giving { .. }
            | Self::Team { .. }
            | Self::GivingAll { .. }
            | Self::Brief { .. }
            | Self::Reviews { .. }
            | Self::Review { .. }
            | Self::Question { .. }
            | Self::Saying { .. }
            | Self::Asked { .. }
            | Self::Referral { .. }
            | Self::Lacks { .. }
            | Self::Services { .. }
            | Self::Service { .. }
            | Self::Reminder { .. }
            | Self::PuttingOff { .. }
            | Self::LateTeams
            | Self::Late { .. }
            | Self::LateThing { .. }
            | Self::LatePerson { .. }
            | Self::AwayFor { .. }
            | Self::Preferences
            | Self::Preferring { .. }
            | Self::Settings
            | Self::Trial { .. }
            | Self::Drafts
            | Self::SameVisit { .. }
            | Self::Reason { .. }
            | Self::Clearing
            | Self::NotSafe
            | Self::Called { .. }
            | Self::Alert { .. } => None,
        }
    }

    /// The place without what somebody typed there, and that.
    #[must_use]
    pub fn parted(&self) -> (Self, Option<&str>) {
        match self {
            Self::Alike { name } => {
                let name_apart = String::new();
                (Self::Alike { name: name_apart }, Some(name))
            }
            other => (other.clone(), None),
        }
    }

    /// The place with what was kept apart by [`Place::parted`].
    #[must_use]
    pub fn joined(self, typed: String) -> Self {
        match self {
            Self::Alike { .. } => Self::Alike { name: typed },
            other => other,
        }
    }
}

/// Zones offered as buttons beside the programme's own: one for each region whose languages we speak. Any
/// other is found by typing a city.
pub const ZONES: [Tz; 6] = [
    Tz::Africa__Nairobi,
    Tz::Africa__Kinshasa,
    Tz::Africa__Abidjan,
    Tz::Asia__Amman,
    Tz::America__Guatemala,
    Tz::America__Bogota,
];

/// The zone that a button chooses: by its place in [`ZONES`], or the programme's own.
#[must_use]
pub fn zone_chosen(chosen: Option<u16>, own: Tz) -> Option<Tz> {
    match chosen {
        None => Some(own),
        Some(place) => ZONES.get(usize::from(place)).copied(),
    }
}

/// The zone that a typed city or zone name means: exact first, then the only zone whose city is so spelt.
#[must_use]
pub fn zone_named(typed: &str) -> Option<Tz> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(typed);
    let whole = chrono_tz::TZ_VARIANTS
        .into_iter()
        .find(|zone| plain(zone.name()) == wanted);
    whole.or_else(|| {
        chrono_tz::TZ_VARIANTS.into_iter().find(|zone| {
            let city = zone.name().rsplit('/').next();
            city.is_some_and(|city| plain(city) == wanted)
        })
    })
}

/// The city of a zone as people read it: `Dar es Salaam`.
#[must_use]
pub fn city(zone: Tz) -> String {
    let name = zone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_city_and_by_name() {
        for typed in ["Africa/Dar_es_Salaam", "dar es salaam", "Dar-es-Salaam"] {
            assert_eq!(
                zone_named(typed),
                Some(Tz::Africa__Dar_es_Salaam),
                "{typed}"
            );
        }
        assert_eq!(zone_named("Atlantis"), None);
        assert_eq!(zone_named(""), None);
        assert_eq!(city(Tz::Africa__Dar_es_Salaam), "Dar es Salaam");
    }
}
