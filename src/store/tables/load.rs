//! A need comes in, the part of the world that it names is filled: the exhaustive match over [`Need`].

use chrono::{DateTime, Utc};

use crate::core::id::UserId;
use crate::core::people::Role;
use crate::core::reminding::Reminders;
use crate::core::review::Reviews;
use crate::core::signal;
use crate::core::world::{Need, World};

use super::invite::Key;
use super::{Error, Tx, goal, handover, referral, share};

impl Tx {
    pub async fn load(
        &mut self,
        world: &mut World,
        need: &Need,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let asking = world.person.as_ref().map(|person| person.id);
        let zone = world.programme.zone;
        match need {
            Need::Cases => {
                world.cases = match asking {
                    Some(person) => self.cases_of(person).await?,
                    None => Vec::new(),
                }
            }
            Need::TeamCases => {
                world.team = match asking {
                    Some(person) => self.cases_of_team(person).await?,
                    None => Vec::new(),
                }
            }
            Need::Drafts => {
                world.drafts = match asking {
                    Some(person) => self.drafts_of(person).await?,
                    None => Vec::new(),
                }
            }
            Need::Draft(draft) => world.draft = self.draft_by_id(asking, *draft).await?,
            Need::DraftAbout(case, form) => {
                world.draft = self.draft_about(asking, *case, form).await?;
            }
            Need::Case(case) => world.case = self.case_by_id(asking, *case).await?,
            Need::Record(case) => world.record = Some(self.record(*case).await?),
            Need::CaseOfGoal(goal) => {
                world.case = self.case_with(asking, goal::CASE_OF, goal.0).await?;
            }
            Need::CaseOfTask(task) => {
                world.case = self.case_with(asking, goal::CASE_OF_TASK, task.0).await?;
            }
            Need::Keeping(case) => {
                world.keeping = self.keeping(*case, asking).await?;
            }
            Need::Asked(case) => world.asked = self.asked(*case).await?,
            Need::CaseOfReferral(referral) => {
                world.case = self
                    .case_with(asking, referral::CASE_OF, referral.0)
                    .await?;
            }
            Need::Packet(referral) => world.packet = self.packet(*referral).await?,
            Need::Services(lack) => world.services = self.services_for(*lack).await?,
            Need::Service(service) => {
                world.services = self.service(*service).await?.into_iter().collect();
            }
            Need::Shares(case) => world.shares = self.shares(*case).await?,
            Need::CaseOfShare(share) => {
                world.case = self.case_with(asking, share::CASE_OF, share.0).await?;
            }
            Need::Circle(case) => world.circle = self.circle(*case, zone).await?,
            Need::CaseByCode(code) => world.case = self.case_by_code(asking, code).await?,
            Need::Report(report) => world.report = self.report_by_id(asking, *report).await?,
            // Hand-over
            Need::CaseOfMember(member) => {
                world.case = self.case_with(asking, handover::CASE_OF, member.0).await?;
            }
            Need::Places(case) => world.leading.places = self.places(*case, zone).await?,
            Need::Team(team) => world.leading.team = self.team(*team, zone).await?,
            Need::Carried(person) => {
                world.leading.carried = self.carried(asking, *person, zone).await?;
            }
            Need::Late(team) => {
                world.leading.late = self.late_in(asking, *team, zone, at).await?;
                world.leading.workers = self.workers_of(asking, *team).await?;
            }
            Need::LateThing(obligation) => {
                let found = self.late_thing(asking, *obligation, zone, at).await?;
                world.leading.late = found.into_iter().collect();
            }
            Need::Lent(team) => {
                world.leading.absences = self.absences(*team).await?;
                world.leading.lent = self.lent(asking, *team, zone).await?;
            }
            Need::Worries(case) => world.leading.worries = self.worries(*case).await?,
            // Review of reports
            Need::Reviews => {
                world.leading.reviews = match &world.person {
                    Some(person) => self.reviews_of(person, at).await?,
                    None => Reviews::default(),
                }
            }
            Need::Waiting => {
                world.waiting = match &world.person {
                    Some(person) => {
                        let after_care = &world.programme.profile.after_care;
                        self.waiting_for(person, after_care, world.today(at))
                            .await?
                    }
                    None => Vec::new(),
                }
            }
            Need::Reminders => {
                world.reminders = match asking {
                    Some(person) => self.reminders_of(person, at).await?,
                    None => Reminders::default(),
                }
            }
            Need::Coming => {
                world.reminders = match asking {
                    Some(person) => self.coming_of(person, at).await?,
                    None => Reminders::default(),
                }
            }
            Need::Reminder(obligation) => {
                world.reminders = match asking {
                    Some(person) => self.reminder_by_id(person, *obligation).await?,
                    None => Reminders::default(),
                }
            }
            Need::Trial(trial) => world.trial = self.trial(*trial).await?,
            Need::Absence => {
                world.back_on = match asking {
                    Some(person) => self.back_on(person).await?,
                    None => None,
                }
            }
            Need::Review(report) => {
                world.leading.review = self.review_by_id(asking, *report, zone).await?;
            }
            Need::Supervisors(team) => {
                world.leading.supervisors = self.supervisors(*team, asking, zone).await?;
            }
            Need::Visits(case, but) => {
                let limit = signal::earlier(&world.programme.profile);
                world.leading.visits = self.visits(*case, *but, limit).await?;
            }
            Need::Assessed(case, but) => {
                world.leading.assessed = self.assessed(*case, *but).await?;
            }
            Need::Alert(alert) => world.alert = self.alert_by_id(asking, *alert, zone).await?,
            Need::Duty(team) => world.duty = self.duty(*team, asking, zone, at).await?,
            Need::Standing => {
                world.alerts.standing = match &world.person {
                    Some(person) if !matches!(person.role, Role::Family | Role::Volunteer) => {
                        self.standing_alerts(person.id).await?
                    }
                    Some(_) | None => Vec::new(),
                }
            }
            Need::AlertsOf(case) => world.alerts.of_case = self.alerts_of(asking, *case).await?,
            Need::Answerers(team, case) => {
                world.alerts.answerers = self.answerers(*team, *case, zone, at).await?;
            }
            Need::Media(media) => world.media = self.shown_media(*media).await?,
            Need::Sent(invite) => {
                world.expecting.sent = match asking {
                    Some(person) => self.sent_invitation(*invite, person, at).await?,
                    None => None,
                }
            }
            Need::NumberAsked(number) => {
                world.expecting.asked = match asking {
                    Some(person) => self.number_asked(person, number.as_ref(), zone).await?,
                    None => None,
                }
            }
            Need::Newcomer(invite) => world.newcomer = self.newcomer(*invite, zone).await?,
            Need::OwnRecord => {
                world.own = match asking {
                    Some(person) => self.own_record(person).await?,
                    None => None,
                }
            }
            Need::Managers => {
                world.managers = match asking {
                    Some(person) => self.managers(person, zone).await?,
                    None => Vec::new(),
                }
            }
            Need::Erasure(person) => world.erasure = self.erasure(*person).await?,
            Need::Teams => world.teams = self.teams().await?,
            Need::BotName => world.bot = self.username().await?,
            Need::Invitation(token) => {
                let key = Key::Token(token);
                world.invitation = self.invitation(key, user, at, zone).await?;
                world.invited_before = self.invited_before(key, user).await?;
            }
            Need::InvitationByCode(code) => {
                let key = Key::Code(code);
                world.invitation = self.invitation(key, user, at, zone).await?;
                world.invited_before = self.invited_before(key, user).await?;
            }
        }
        world.loaded.insert(need.clone());
        Ok(())
    }
}
