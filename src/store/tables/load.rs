//! A need comes in, the part of the world that it names is filled: the exhaustive match over [`Need`].

use chrono::{DateTime, Utc};

use crate::core::id::UserId;
use crate::core::world::{Need, World};

use super::{Error, Tx};

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
                world.case = match self.case_of_goal(*goal).await? {
                    Some(case) => self.case_by_id(asking, case).await?,
                    None => None,
                }
            }
            Need::CaseOfTask(task) => {
                world.case = match self.case_of_task(*task).await? {
                    Some(case) => self.case_by_id(asking, case).await?,
                    None => None,
                }
            }
            Need::Asked(case) => world.asked = self.asked(*case).await?,
            Need::CaseOfReferral(referral) => {
                world.case = match self.case_of_referral(*referral).await? {
                    Some(case) => self.case_by_id(asking, case).await?,
                    None => None,
                }
            }
            Need::Packet(referral) => world.packet = self.packet(*referral).await?,
            Need::Services(lack) => world.services = self.services_for(*lack).await?,
            Need::Service(service) => {
                world.services = self.service(*service).await?.into_iter().collect();
            }
            Need::Shares(case) => world.shares = self.shares(*case).await?,
            Need::CaseOfShare(share) => {
                world.case = match self.case_of_share(*share).await? {
                    Some(case) => self.case_by_id(asking, case).await?,
                    None => None,
                }
            }
            Need::Circle(case) => world.circle = self.circle(*case, zone).await?,
            Need::CaseByCode(code) => world.case = self.case_by_code(asking, code).await?,
            Need::Report(report) => world.report = self.report_by_id(asking, *report).await?,
            Need::Alert(alert) => world.alert = self.alert_by_id(asking, *alert, zone).await?,
            Need::Duty(team) => world.duty = self.duty(*team, asking, zone).await?,
            Need::Invitation(token) => world.invitation = self.invitation(token, user, at).await?,
        }
        world.loaded.insert(need.clone());
        Ok(())
    }
}
