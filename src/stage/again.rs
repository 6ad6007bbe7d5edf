//! Presses that come once more: a button that was shown comes in and is pressed, from the same phone or from one of a
//! team that has nothing to do with it.

use anyhow::Context as _;

use super::notice::visible;
use super::{Stage, Waiting, agree, capital};
use crate::core::id::UserId;
use crate::core::people::{Language, Role};
use crate::simulator::{NewPerson as NewPhone, Press, Simulator};
use crate::store::programme::NewPerson;

/// The team of whoever is an outsider to everybody in the script.
const ELSEWHERE: &str = "Elsewhere";
/// The first Telegram id of outsiders.
const FIRST_OUTSIDER: i64 = 9501;

/// A button as its press would be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The message that it is under.
    pub message_id: i64,
    /// What is on it.
    pub label: String,
    /// What it sends.
    pub data: String,
}

impl Button {
    /// Its press, whether the phone still shows it or not.
    #[must_use]
    pub fn pressed(&self) -> Press {
        Press::Forged {
            message_id: self.message_id,
            data: self.data.clone(),
            forged: true,
        }
    }
}

impl Stage {
    /// The buttons that this person's phone shows, the newest message first.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn buttons_of(&self, who: &str) -> anyhow::Result<Vec<Button>> {
        let chat = self.simulator.chat(self.person(who)?, 0)?;
        let newest_first = chat.messages.into_iter().rev();
        let buttons = newest_first.flat_map(|message| {
            let shown = message.buttons.into_iter().flatten();
            shown.filter_map(move |button| {
                Some(Button {
                    message_id: message.id,
                    label: visible(&button.text),
                    data: button.data?,
                })
            })
        });
        Ok(buttons.collect())
    }

    /// A label of the script as the phone shows it.
    #[must_use]
    pub fn label(&self, written: &str) -> String {
        visible(&self.drawn.reveal(written))
    }

    /// Presses a button that the phone may show no more, and returns what would be noticed.
    ///
    /// # Errors
    /// As for any act.
    pub async fn press(&mut self, who: &str, button: &Button) -> anyhow::Result<Vec<String>> {
        self.send_press(who, button.pressed())?;
        self.come_to_rest(Some(who), Vec::new()).await
    }

    pub(super) fn send_press(&mut self, who: &str, press: Press) -> anyhow::Result<()> {
        let pressed = self.simulator.press(self.person(who)?, press)?;
        if let Some(query) = pressed.callback_query_id() {
            self.waiting.push(Waiting {
                who: who.to_owned(),
                query: query.to_owned(),
                since: self.clock.now(),
            });
        }
        Ok(())
    }

    /// Somebody of this role in a team that no script knows, who has agreed to the privacy words; gives their Telegram
    /// id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn outsider(&mut self, role: Role) -> anyhow::Result<i64> {
        let nth = Role::ALL.iter().position(|known| *known == role);
        let user = FIRST_OUTSIDER + i64::try_from(nth.context("a role")?)?;
        if self.simulator.chat(user, 0).is_ok() {
            return Ok(user);
        }
        let name = capital(&format!("outside-{}", role.word()));
        self.simulator.add_person(NewPhone {
            id: Some(user),
            first_name: name.clone(),
            language_code: Some(Language::english().0),
            started: true,
            ..NewPhone::default()
        });
        let mut tx = self.base().store.begin().await?;
        let team = tx.add_team(ELSEWHERE).await?;
        tx.add_person(NewPerson {
            name,
            role,
            team: (role != Role::Manager).then_some(team),
            language: Some(Language::english()),
            zone: Some(self.zone()),
            user: Some(UserId(user)),
        })
        .await?;
        tx.commit().await?;
        agree(&self.simulator, &mut self.parts(), user).await?;
        Ok(user)
    }

    /// Runs the bot, started anew, until nothing moves.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn settle(&self) -> anyhow::Result<()> {
        self.rest().await
    }

    /// The Telegram that the stage stands on.
    #[must_use]
    pub fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    /// The Telegram id of somebody of the cast.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn user(&self, who: &str) -> anyhow::Result<i64> {
        self.person(who)
    }
}
