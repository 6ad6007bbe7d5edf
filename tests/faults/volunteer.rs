//! A volunteer who reports visits without end: a phone comes in, presses and words go out, each noted in the ledger.

use std::time::Duration;

use kinkeeper::core::id::DraftId;
use kinkeeper::core::press::{InDraft, Press};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::answers::{choice, question};
use super::dice::Dice;
use super::ledger::{Ledger, Receipt};
use super::phone::{News, Phone};

/// After this long without an answer a person writes /menu.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// Button data that is remembered, to press one that is no longer shown.
const OLD_BUTTONS: usize = 8;

/// Where the conversation will be once everything done so far is handled; what is typed goes there.
#[derive(Clone, Copy, PartialEq)]
enum Heading {
    Draft(DraftId),
    Elsewhere,
}

pub struct Volunteer {
    pub phone: Phone,
    pub ledger: Ledger,
    /// What the phone asks now; none while its owner waits.
    screen: Option<News>,
    /// A receipt that nothing was done with yet.
    receipt: Option<News>,
    /// A report was sent and no receipt has come since.
    expects_receipt: bool,
    /// The bot has shown the menu, so it has the agreement.
    pub agreed: bool,
    heading: Heading,
    old: Vec<String>,
    last: Instant,
    dice: Dice,
    /// Screens that were shown after newer ones.
    pub stale: usize,
    said: usize,
}

impl Volunteer {
    pub fn new(phone: Phone, dice: Dice) -> Self {
        Self {
            phone,
            ledger: Ledger::default(),
            screen: None,
            receipt: None,
            expects_receipt: false,
            agreed: false,
            heading: Heading::Elsewhere,
            old: Vec::new(),
            last: Instant::now(),
            dice,
            stale: 0,
            said: 0,
        }
    }

    /// Looks at the phone; whether the bot has done something.
    pub fn look(&mut self) -> bool {
        let news = self.phone.look();
        let changed = !news.is_empty();
        for one in news {
            self.last = Instant::now();
            self.note(one);
        }
        changed
    }

    fn note(&mut self, news: News) {
        let first = news.message.text.lines().next().unwrap_or_default();
        let said = format!("   sees {} {first:?} {:?}", news.message.id, turn(&news));
        self.ledger.story.push(said);
        let receipt = news.presses.iter().find_map(|(press, _)| match press {
            Press::Undo(report) => Some(*report),
            _ => None,
        });
        if let Some(report) = receipt {
            if news.new {
                self.ledger.receipts.push(Receipt {
                    report,
                    text: news.message.text.clone(),
                    repeated: news.message.text.starts_with("(repeat)"),
                });
            }
            self.receipt = Some(news);
            return;
        }
        if news.presses.is_empty() {
            let ended = self.screen.as_ref();
            if ended.is_some_and(|screen| screen.message.id == news.message.id) {
                self.screen = None;
            }
            return;
        }
        if let Some((draft, turn)) = turn(&news)
            && self.ledger.shown(draft, turn)
        {
            self.stale += 1;
        }
        self.agreed |= news
            .presses
            .iter()
            .any(|(press, _)| matches!(press, Press::Visit(_)));
        self.screen = Some(news);
    }

    /// Does the next sensible thing, if there is one.
    pub fn act(&mut self) {
        let impatient = self.last.elapsed() >= PATIENCE;
        let screen = self.screen.take().or_else(|| {
            let ready = self.expects_receipt || impatient;
            self.receipt.take_if(|_| ready)
        });
        match screen {
            Some(screen) => {
                self.last = Instant::now();
                self.answer(&screen);
            }
            None if impatient => {
                self.last = Instant::now();
                self.heading = Heading::Elsewhere;
                self.write("/menu");
            }
            None => {}
        }
    }

    /// When patience ends, unless something happens before.
    pub fn patient_until(&self) -> Instant {
        self.last + PATIENCE
    }

    fn answer(&mut self, screen: &News) {
        self.expects_receipt = false;
        let presses = screen.presses.clone();
        let draft = turn(screen);
        if let Some((draft, turn)) = draft {
            self.answer_in_draft(screen, draft, turn);
        } else {
            let wanted = |dice: &mut Dice, press: &Press| match press {
                Press::Visit(_) | Press::AnotherVisit(_) | Press::Agree => 20,
                Press::Continue(_) => 40,
                Press::StartAgain(_) | Press::Discard(_) | Press::Keep(_) => 1,
                Press::Drafts if dice.percent(20) => 20,
                Press::Menu => 2,
                _ => 0,
            };
            let Some((press, data)) = self.weigh(&presses, wanted) else {
                return;
            };
            match press {
                Press::StartAgain(draft) | Press::Discard(draft) => self.ledger.give_up(draft),
                Press::Continue(draft) => self.ledger.resume(draft),
                _ => {}
            }
            self.heading = match press {
                Press::Continue(draft) => Heading::Draft(draft),
                _ => Heading::Elsewhere,
            };
            self.press(screen, &data);
        }
        self.fidget(screen);
    }

    fn answer_in_draft(&mut self, screen: &News, draft: DraftId, turn: u32) {
        let text = &screen.message.text;
        let asked = question(text);
        let may_type = self.heading == Heading::Draft(draft);
        let sends = screen
            .presses
            .iter()
            .any(|(press, _)| within(press) == Some(InDraft::Send));
        if !self.ledger.may_act(draft, turn) {
            // Done already, or a screen of long ago: wait for what comes.
            return;
        }
        if sends {
            self.heading = Heading::Draft(draft);
            let wanted = |_: &mut Dice, press: &Press| match within(press) {
                Some(InDraft::Send) => 60,
                Some(InDraft::Change(_)) => 3,
                Some(InDraft::Back) => 3,
                _ => 0,
            };
            if let Some((press, data)) = self.weigh(&screen.presses, wanted) {
                match within(&press) {
                    Some(InDraft::Send) => {
                        self.expects_receipt = true;
                        self.ledger.send(draft, turn);
                    }
                    _ => self.ledger.act(draft, turn, None),
                }
                self.press(screen, &data);
            }
            return;
        }
        let Some(asked) = asked else {
            panic!("nobody knows this question: {text}");
        };
        let shown: Vec<u16> = screen
            .presses
            .iter()
            .filter_map(|(press, _)| match within(press) {
                Some(InDraft::Tick(option, false)) => Some(option),
                _ => None,
            })
            .collect();
        let ticked = self.ledger.ticked(draft, turn, &shown).clone();
        let wanted = |dice: &mut Dice, press: &Press| match within(press) {
            Some(InDraft::Choose(2)) if asked == "danger" => 12,
            Some(InDraft::Choose(0)) if asked == "danger" || asked == "happened" => 70,
            Some(InDraft::Choose(_) | InDraft::Day(_)) => 10,
            // "Nobody" does not go together with others.
            Some(InDraft::Tick(4, true)) if asked == "seen" => u64::from(ticked.is_empty()),
            Some(InDraft::Tick(_, true)) if asked == "seen" && ticked.contains(&4) => 0,
            Some(InDraft::Tick(_, on)) => {
                if on {
                    10
                } else {
                    1
                }
            }
            Some(InDraft::Done) => 50,
            Some(InDraft::Back) => 3,
            Some(InDraft::Skip) if dice.percent(50) => 50,
            Some(InDraft::Cancel) => 1,
            _ => 0,
        };
        let takes_text = !screen.presses.iter().any(|(press, _)| {
            matches!(
                within(press),
                Some(InDraft::Choose(_) | InDraft::Tick(..) | InDraft::Day(_) | InDraft::Month(_))
            )
        });
        if takes_text && !may_type {
            // Something else was begun meanwhile, and the words would go there.
            return;
        }
        self.heading = Heading::Draft(draft);
        if takes_text && self.dice.percent(80) {
            self.said += 1;
            let words = format!("{asked} {} of {}", self.said, self.phone.user);
            self.ledger.try_to(draft, turn, asked, Some(json!(words)));
            self.write(&words);
            return;
        }
        let Some((press, data)) = self.weigh(&screen.presses, wanted) else {
            return;
        };
        let said = match within(&press) {
            Some(InDraft::Choose(option)) => Some(choice(asked, option).map(Value::from)),
            Some(InDraft::Day(day)) => Some(Some(json!(day))),
            Some(InDraft::Done) => {
                let names: Vec<_> = ticked.iter().filter_map(|on| choice(asked, *on)).collect();
                // Nothing ticked is no answer.
                Some((!names.is_empty()).then(|| json!(names)))
            }
            Some(InDraft::Skip) => Some(None),
            Some(InDraft::Tick(option, on)) => {
                let ticked = self.ledger.ticked(draft, turn, &shown);
                if on {
                    ticked.insert(option);
                } else {
                    ticked.remove(&option);
                }
                None
            }
            _ => None,
        };
        match (within(&press), said) {
            (Some(InDraft::Choose(option)), said)
                if may_type && asked != "danger" && self.dice.percent(10) =>
            {
                // Typed instead: the number of the option.
                self.ledger.try_to(draft, turn, asked, said.flatten());
                self.write(&(option + 1).to_string());
                return;
            }
            (Some(InDraft::Done), Some(said)) => self.ledger.try_to(draft, turn, asked, said),
            (_, Some(said)) => self.ledger.act(draft, turn, Some((asked, said))),
            (Some(InDraft::Back), None) => self.ledger.act(draft, turn, None),
            (_, None) => {}
        }
        self.press(screen, &data);
    }

    /// A second press of the same button, or one of a button that is gone.
    fn fidget(&mut self, screen: &News) {
        if self.dice.percent(5)
            && let Some(data) = self.dice.pick(&self.old)
            && let Some(Press::Draft(draft, turn, _)) = Press::decode(&data)
            && !self.ledger.may_act(draft, turn)
        {
            self.press(screen, &data);
        }
    }

    fn press(&mut self, screen: &News, data: &str) {
        self.ledger
            .story
            .push(format!("presses {data} on {}", screen.message.id));
        self.phone.press(screen.message.id, data);
        if self.dice.percent(10) {
            self.ledger.story.push("… twice".into());
            self.phone.press(screen.message.id, data);
        }
        self.old.push(data.to_owned());
        if self.old.len() > OLD_BUTTONS {
            self.old.remove(0);
        }
    }

    fn write(&mut self, text: &str) {
        self.ledger.story.push(format!("writes {text:?}"));
        self.phone.write(text);
    }

    /// One of the buttons, by how much each is wanted.
    fn weigh(
        &mut self,
        presses: &[(Press, String)],
        wanted: impl Fn(&mut Dice, &Press) -> u64,
    ) -> Option<(Press, String)> {
        let weights: Vec<u64> = presses
            .iter()
            .map(|(press, _)| wanted(&mut self.dice, press))
            .collect();
        let mut left = self.dice.below(weights.iter().sum());
        let found = presses.iter().zip(weights).find(|(_, weight)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        });
        found.map(|(press, _)| press.clone())
    }
}

/// The conversation and turn of a screen.
fn turn(screen: &News) -> Option<(DraftId, u32)> {
    screen.presses.iter().find_map(|(press, _)| match press {
        Press::Draft(draft, turn, _) => Some((*draft, *turn)),
        _ => None,
    })
}

fn within(press: &Press) -> Option<InDraft> {
    match press {
        Press::Draft(_, _, what) => Some(*what),
        _ => None,
    }
}
