//! A supervisor who takes what danger comes: a phone comes in, "I have it" goes out.

use std::collections::BTreeSet;

use kinkeeper::core::id::AlertId;
use kinkeeper::core::press::Press;

use super::dice::Dice;
use super::phone::Phone;

pub struct Supervisor {
    pub phone: Phone,
    /// Alerts that the phone has shown.
    pub told: BTreeSet<AlertId>,
    /// Those of them that the supervisor has taken.
    pub taken: BTreeSet<AlertId>,
    /// The bot has shown the menu, so it has the agreement.
    pub agreed: bool,
    waiting: Vec<(i64, AlertId, String)>,
    dice: Dice,
}

impl Supervisor {
    pub fn new(phone: Phone, dice: Dice) -> Self {
        Self {
            phone,
            told: BTreeSet::new(),
            taken: BTreeSet::new(),
            agreed: false,
            waiting: Vec::new(),
            dice,
        }
    }

    pub fn look(&mut self) {
        for news in self.phone.look() {
            for (press, data) in news.presses {
                match press {
                    Press::Agree => self.phone.press(news.message.id, &data),
                    Press::Help => self.agreed = true,
                    Press::ShowAlert(alert) => drop(self.told.insert(alert)),
                    Press::TakeAlert(alert) => {
                        self.told.insert(alert);
                        self.waiting.push((news.message.id, alert, data));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Takes most of what waits; all of it if `all`.
    pub fn act(&mut self, all: bool) {
        let mut later = Vec::new();
        for (message, alert, data) in std::mem::take(&mut self.waiting) {
            if !all && self.dice.percent(30) {
                later.push((message, alert, data));
                continue;
            }
            self.phone.press(message, &data);
            if self.dice.percent(20) {
                self.phone.press(message, &data);
            }
            self.taken.insert(alert);
        }
        self.waiting = later;
    }
}
