//! A phone as its owner sees it: the simulator comes in, what has changed since the last look goes out.

use std::cell::Cell;
use std::collections::BTreeMap;

use kinkeeper::core::press::Press;
use kinkeeper::simulator::{Press as Finger, ShownMessage, Simulator};

/// Messages further up than this are not looked at again.
const SCREENFUL: i64 = 40;

/// One phone.
pub struct Phone {
    pub user: i64,
    /// How often its owner did something of which the bot hears.
    pub acts: Cell<i64>,
    simulator: Simulator,
    seen: BTreeMap<i64, (String, Vec<String>)>,
}

/// A message of the bot that is new, or says other than before.
pub struct News {
    pub message: ShownMessage,
    /// What its buttons say when pressed.
    pub presses: Vec<(Press, String)>,
    pub new: bool,
}

impl Phone {
    pub fn new(user: i64, simulator: Simulator) -> Self {
        Self {
            user,
            acts: Cell::new(0),
            simulator,
            seen: BTreeMap::new(),
        }
    }

    /// What the bot has written or changed since the last look, oldest message first.
    pub fn look(&mut self) -> Vec<News> {
        let last = self.seen.keys().next_back().copied().unwrap_or_default();
        let chat = self.simulator.chat(self.user, last - SCREENFUL);
        let chat = chat.expect("this phone is in the simulator");
        let mut news = Vec::new();
        for message in chat
            .messages
            .into_iter()
            .filter(|message| message.from == "bot")
        {
            let buttons = message.buttons.iter().flatten();
            let datas: Vec<String> = buttons.filter_map(|button| button.data.clone()).collect();
            let shown = (message.text.clone(), datas);
            let before = self.seen.get(&message.id);
            if before == Some(&shown) {
                continue;
            }
            let presses = shown.1.iter();
            let presses = presses.filter_map(|data| Some((Press::decode(data)?, data.clone())));
            news.push(News {
                presses: presses.collect(),
                new: before.is_none(),
                message,
            });
            let last = news.last().expect("one was added").message.id;
            self.seen.insert(last, shown);
        }
        news
    }

    /// Everything that the bot has ever written here and the phone still shows.
    pub fn everything(&self) -> Vec<ShownMessage> {
        let chat = self.simulator.chat(self.user, 0);
        chat.expect("this phone is in the simulator").messages
    }

    /// Presses a button, shown now or a moment ago.
    pub fn press(&self, message: i64, data: &str) {
        let finger = Finger::Forged {
            message_id: message,
            data: data.to_owned(),
            forged: true,
        };
        self.simulator
            .press(self.user, finger)
            .expect("a press is always possible");
        self.acts.set(self.acts.get() + 1);
    }

    pub fn write(&self, text: &str) {
        self.simulator
            .write(self.user, text)
            .expect("a text is always possible");
        self.acts.set(self.acts.get() + 1);
    }

    pub fn start(&self) {
        self.simulator
            .start(self.user, None)
            .expect("Start is always possible");
        self.acts.set(self.acts.get() + 1);
    }
}
