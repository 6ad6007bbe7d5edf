//! Who may do what: one table, role by relation by action, asked before every read and write.

use serde::{Deserialize, Serialize};

use super::case::{Case, Membership};
use super::id::{PersonId, TeamId};
use super::people::{Person, Role, Standing};

/// What can be done. An action without a row in [`allows`] does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// See that a case exists, and its code.
    SeeCase,
    /// Report a visit.
    ReportVisit,
    /// Assess, plan, refer, review and close: what a caseworker does with a case.
    WorkOnCase,
    /// Open a case of one's team, and learn on the way which of its cases are called alike.
    OpenCase,
    /// Ask a team for help, as a family of no case; nobody else sees the case until this is sent.
    AskForHelp,
    /// Decide on goals and say how it is going, as the family or with the family at the worker's phone.
    SpeakAsFamily,
    // Review of reports
    /// Read reports as their supervisor, ask about them, approve them.
    ReviewReport,
    /// Read what a report about a case says, without saying anything of it.
    ReadReport,
    /// Answer a question about one's own report.
    AnswerReview,
    // Hand-over
    /// Say who has which place in a case.
    AssignPeople,
    /// See how a team's work stands: with whom what is late, and who is quiet; of which case only to those who see it.
    Oversee,
    /// Ask those who do it how it goes with what is due, and say that one of them is away.
    LeadPeople,
    /// See what a family let be shared with a service, to hand it over.
    SeePacket,
    /// Open the summary that a family released.
    OpenShare,
    /// Answer in a draft, read it, end it.
    UseDraft,
    /// Correct a sent report.
    CorrectReport,
    /// Take a sent report back.
    UndoReport,
    /// Call for help because of danger.
    RaiseAlert,
    // Danger
    /// See what an alert is about.
    SeeAlert,
    /// Say "I have it".
    TakeAlert,
    /// Be told of danger.
    HearAlert,
    /// Write what was done about a danger.
    EndAlert,
    /// Invite a colleague into a team, and say whether whoever joined is the right person.
    InviteColleague,
    /// Invite somebody of a case's family, and say whether whoever joined is the right person.
    InviteFamily,
    /// Invite a family that asks a team for help, and say whether whoever joined is the right person.
    InviteToAsk,
    /// Hear of somebody's wish to be deleted, and answer it.
    AnswerErasure,
    /// Join by an invitation.
    Join,
    /// Change one's own language, zone and consent, and how one is told.
    ChangeSelf,
    /// Bring in people and cases, invite, and take reports out; on the server.
    RunProgramme,
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 29] = [
        Self::SeeCase,
        Self::ReportVisit,
        Self::WorkOnCase,
        Self::OpenCase,
        Self::AskForHelp,
        Self::SpeakAsFamily,
        Self::ReviewReport,
        Self::ReadReport,
        Self::AnswerReview,
        Self::AssignPeople,
        Self::Oversee,
        Self::LeadPeople,
        Self::SeePacket,
        Self::OpenShare,
        Self::UseDraft,
        Self::CorrectReport,
        Self::UndoReport,
        Self::RaiseAlert,
        Self::SeeAlert,
        Self::TakeAlert,
        Self::HearAlert,
        Self::EndAlert,
        Self::InviteColleague,
        Self::InviteFamily,
        Self::InviteToAsk,
        Self::AnswerErasure,
        Self::Join,
        Self::ChangeSelf,
        Self::RunProgramme,
    ];

    /// The action's word in the audit.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::SeeCase => "see_case",
            Self::ReportVisit => "report_visit",
            Self::WorkOnCase => "work_on_case",
            Self::OpenCase => "open_case",
            Self::AskForHelp => "ask_for_help",
            Self::SpeakAsFamily => "speak_as_family",
            Self::ReviewReport => "review_report",
            Self::ReadReport => "read_report",
            Self::AnswerReview => "answer_review",
            Self::AssignPeople => "assign_people",
            Self::Oversee => "oversee",
            Self::LeadPeople => "lead_people",
            Self::SeePacket => "see_packet",
            Self::OpenShare => "open_share",
            Self::UseDraft => "use_draft",
            Self::CorrectReport => "correct_report",
            Self::UndoReport => "undo_report",
            Self::RaiseAlert => "raise_alert",
            Self::SeeAlert => "see_alert",
            Self::TakeAlert => "take_alert",
            Self::HearAlert => "hear_alert",
            Self::EndAlert => "end_alert",
            Self::InviteColleague => "invite_colleague",
            Self::InviteFamily => "invite_family",
            Self::InviteToAsk => "invite_to_ask",
            Self::AnswerErasure => "answer_erasure",
            Self::Join => "join",
            Self::ChangeSelf => "change_self",
            Self::RunProgramme => "run_programme",
        }
    }
}

/// How a person stands to what they act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Relation {
    /// It is their own: their draft, their report, themselves.
    Own,
    /// They have this place in the case.
    Member(Membership),
    /// The case belongs to their team, and they have no place in it.
    Team,
    /// None of these.
    Foreign,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 7] = [
        Self::Own,
        Self::Member(Membership::Leads),
        Self::Member(Membership::Supports),
        Self::Member(Membership::Visits),
        Self::Member(Membership::Family),
        Self::Team,
        Self::Foreign,
    ];

    /// How `person` stands to `case`.
    #[must_use]
    pub fn to_case(person: &Person, case: &Case) -> Self {
        match case.unsent {
            true => case.membership.map_or(Self::Foreign, Self::Member),
            false => Self::to_case_of(person, case.team, case.membership),
        }
    }

    /// How `person`, who has this place in a case if any, stands to it; `team` answers for it.
    #[must_use]
    pub fn to_case_of(person: &Person, team: TeamId, place: Option<Membership>) -> Self {
        match place {
            Some(place) => Self::Member(place),
            None if person.team == Some(team) => Self::Team,
            None => Self::Foreign,
        }
    }

    /// How `person` stands to something that `owner` made.
    #[must_use]
    pub fn to_owned_by(person: &Person, owner: PersonId) -> Self {
        if person.id == owner {
            Self::Own
        } else {
            Self::Foreign
        }
    }
}

/// The access table.
#[must_use]
pub fn allows(role: Role, relation: Relation, action: Action) -> bool {
    use Membership::{Family, Leads, Supports, Visits};
    use Relation::{Member, Own, Team};
    match action {
        Action::SeeCase => match role {
            Role::Family => matches!(relation, Member(Family)),
            Role::Volunteer => matches!(relation, Member(Visits)),
            Role::Caseworker => matches!(relation, Member(Leads | Supports | Visits)),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            // A manager sees cases by break-glass only, with a reason; there is no other way yet.
            Role::Manager => false,
        },
        Action::RaiseAlert => match role {
            Role::Family => matches!(relation, Member(Family)),
            Role::Volunteer => matches!(relation, Member(Visits)),
            Role::Caseworker | Role::Supervisor => {
                matches!(relation, Member(Leads | Supports | Visits))
            }
            Role::Manager => false,
        },
        Action::ReportVisit => match role {
            Role::Volunteer => matches!(relation, Member(Visits)),
            Role::Caseworker | Role::Supervisor => {
                matches!(relation, Member(Leads | Supports | Visits))
            }
            Role::Family | Role::Manager => false,
        },
        Action::WorkOnCase => match role {
            Role::Caseworker => matches!(relation, Member(Leads | Supports)),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports)),
            Role::Family | Role::Volunteer | Role::Manager => false,
        },
        Action::OpenCase => match role {
            Role::Caseworker | Role::Supervisor => matches!(relation, Team | Member(_)),
            Role::Family | Role::Volunteer | Role::Manager => false,
        },
        Action::AskForHelp => role == Role::Family && matches!(relation, Team | Member(Family)),
        Action::SpeakAsFamily => match role {
            Role::Family => matches!(relation, Member(Family)),
            Role::Volunteer => matches!(relation, Member(Visits)),
            Role::Caseworker => matches!(relation, Member(Leads | Supports | Visits)),
            Role::Supervisor | Role::Manager => false,
        },
        Action::ReviewReport => match role {
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            Role::Family | Role::Volunteer | Role::Caseworker | Role::Manager => false,
        },
        // Whoever leads a case builds on what others were told, so that no family tells its story twice.
        Action::ReadReport => match role {
            Role::Caseworker => matches!(relation, Member(Leads | Supports)),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            Role::Family | Role::Volunteer | Role::Manager => false,
        },
        Action::SeePacket => match role {
            Role::Family => matches!(relation, Member(Family)),
            Role::Caseworker => matches!(relation, Member(Leads | Supports)),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports)),
            Role::Volunteer | Role::Manager => false,
        },
        // Only whoever holds its link, who has no account here.
        Action::OpenShare => false,
        Action::AssignPeople => match role {
            Role::Caseworker => relation == Member(Leads),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports)),
            Role::Family | Role::Volunteer | Role::Manager => false,
        },
        Action::Oversee => match role {
            Role::Supervisor => relation == Team,
            Role::Manager => true,
            Role::Family | Role::Volunteer | Role::Caseworker => false,
        },
        Action::LeadPeople => match role {
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            Role::Family | Role::Volunteer | Role::Caseworker | Role::Manager => false,
        },
        Action::AnswerReview => match role {
            Role::Family | Role::Volunteer | Role::Caseworker | Role::Supervisor => relation == Own,
            Role::Manager => false,
        },
        // A manager has drafts of what was done about a danger, and no others.
        Action::UseDraft | Action::CorrectReport | Action::UndoReport => relation == Own,
        // Whoever leads a case hears of danger in it and may write what was done.
        Action::SeeAlert | Action::HearAlert | Action::EndAlert => match role {
            Role::Caseworker => relation == Member(Leads),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            // Where a team has no supervisor on duty, danger goes to the managers.
            Role::Manager => true,
            Role::Family | Role::Volunteer => false,
        },
        // Caseworkers only once they are called as deputies; danger.rs sees to it.
        Action::TakeAlert => match role {
            Role::Caseworker => relation == Member(Leads),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            Role::Manager => true,
            Role::Family | Role::Volunteer => false,
        },
        Action::InviteColleague => match role {
            Role::Supervisor => relation == Team,
            Role::Manager => true,
            Role::Family | Role::Volunteer | Role::Caseworker => false,
        },
        Action::InviteFamily => match role {
            Role::Caseworker => relation == Member(Leads),
            Role::Supervisor => matches!(relation, Team | Member(Leads | Supports | Visits)),
            Role::Family | Role::Volunteer | Role::Manager => false,
        },
        Action::InviteToAsk => match role {
            Role::Caseworker | Role::Supervisor => relation == Team,
            Role::Family | Role::Volunteer | Role::Manager => false,
        },
        Action::Join | Action::ChangeSelf => relation == Own,
        Action::AnswerErasure | Action::RunProgramme => role == Role::Manager,
    }
}

/// Whether `person`, who stands so to the object, may do this now: the table, for active people only.
#[must_use]
pub fn may(person: &Person, relation: Relation, action: Action) -> bool {
    match person.standing {
        Standing::Active => allows(person.role, relation, action),
        // Whoever is held settles their own language, zone and agreement, and nothing else.
        Standing::Held => {
            let own = matches!(action, Action::Join | Action::ChangeSelf);
            own && allows(person.role, relation, action)
        }
        Standing::Left => false,
    }
}

/// Whether `person` may do this to `case` now.
#[must_use]
pub fn may_with(person: &Person, case: &Case, action: Action) -> bool {
    may(person, Relation::to_case(person, case), action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::due::preference::Preference;

    /// Prints the table, so that a change of it is read by whoever makes it.
    #[test]
    fn the_table_is_what_the_product_says() {
        let mut table = String::new();
        for role in Role::ALL {
            for action in Action::ALL {
                let open: Vec<String> = Relation::ALL
                    .into_iter()
                    .filter(|&relation| allows(role, relation, action))
                    .map(|relation| match relation {
                        Relation::Own => "own".into(),
                        Relation::Member(membership) => membership.word().into(),
                        Relation::Team => "team".into(),
                        Relation::Foreign => "FOREIGN".into(),
                    })
                    .collect();
                if !open.is_empty() {
                    table += &format!("{} {}: {}\n", role.word(), action.word(), open.join(" "));
                }
            }
        }
        assert_eq!(table, include_str!("access.txt"));
    }

    #[test]
    fn whoever_has_left_may_do_nothing() {
        for role in Role::ALL {
            let person = Person {
                id: PersonId(uuid::Uuid::nil()),
                name: "Amina".into(),
                role,
                kin: None,
                team: None,
                language: None,
                zone: None,
                preference: Preference::default(),
                consent: None,
                standing: Standing::Left,
            };
            for action in Action::ALL {
                for relation in Relation::ALL {
                    assert!(!may(&person, relation, action));
                }
            }
        }
    }
}
