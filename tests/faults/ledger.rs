//! What a volunteer knows to have done and seen: acts and receipts come in, what the database must hold goes out.

use std::collections::{BTreeMap, BTreeSet};

use kinkeeper::core::id::{DraftId, ReportId};
use serde_json::Value;

use super::answers::Told;

/// One volunteer's own book.
#[derive(Default)]
pub struct Ledger {
    conversations: BTreeMap<DraftId, Conversation>,
    /// Conversations whose report was sent, with its answers, in the order of sending.
    pub sent: Vec<(DraftId, Told)>,
    /// Conversations in which "danger now" was answered.
    pub dangers: BTreeSet<DraftId>,
    /// Receipts in the order in which they appeared.
    pub receipts: Vec<Receipt>,
    /// Every act and every screen, for whoever must find out what happened.
    pub story: Vec<String>,
}

/// A receipt as the phone showed it.
pub struct Receipt {
    pub report: ReportId,
    pub text: String,
    /// It says of itself that it may have come before.
    pub repeated: bool,
}

#[derive(Default)]
struct Conversation {
    told: Told,
    /// The newest turn that the phone has shown.
    turn: u32,
    /// The turn at which its owner has acted; the first act on a turn is the one that counts.
    acted: Option<u32>,
    /// What was done then may be refused: words that are no answer, or nothing ticked.
    unsure: bool,
    /// Its owner came back since, and may do something else on that turn if it is shown once more.
    resumed: bool,
    /// What is ticked at which turn, once all presses so far are handled; the phone may not show all of it yet.
    ticked: Option<(u32, BTreeSet<u16>)>,
    /// Given up or sent: nothing counts any more.
    over: bool,
}

impl Ledger {
    /// Notes that a screen of this conversation is shown; whether it is older than one shown before.
    pub fn shown(&mut self, draft: DraftId, turn: u32) -> bool {
        let conversation = self.conversations.entry(draft).or_default();
        let stale = turn < conversation.turn;
        conversation.turn = turn.max(conversation.turn);
        stale
    }

    /// Whether an act on this turn would be the first.
    pub fn may_act(&self, draft: DraftId, turn: u32) -> bool {
        let conversation = self.conversations.get(&draft);
        conversation.is_some_and(|it| (it.acted != Some(turn) || it.resumed) && it.turn == turn)
    }

    /// What is ticked at this turn; `shown` is where it began.
    pub fn ticked(&mut self, draft: DraftId, turn: u32, shown: &[u16]) -> &mut BTreeSet<u16> {
        let ticked = &mut self.conversations.entry(draft).or_default().ticked;
        if ticked.as_ref().is_none_or(|(known, _)| *known != turn) {
            *ticked = Some((turn, shown.iter().copied().collect()));
        }
        let (_, ticked) = ticked.as_mut().expect("it was just set");
        ticked
    }

    /// An act that ends the turn: an answer, or going elsewhere in the form.
    pub fn act(
        &mut self,
        draft: DraftId,
        turn: u32,
        answer: Option<(&'static str, Option<Value>)>,
    ) {
        let conversation = self.conversations.entry(draft).or_default();
        if conversation.over {
            return;
        }
        let again = conversation.acted == Some(turn);
        conversation.acted = Some(turn);
        conversation.unsure = false;
        conversation.resumed = false;
        let Some((question, value)) = answer else {
            return;
        };
        if question == "danger" && value.as_ref().is_some_and(|value| value == "now") {
            self.dangers.insert(draft);
        }
        conversation.told.answer(question, value, again);
    }

    /// The same with an answer that may be refused.
    pub fn try_to(
        &mut self,
        draft: DraftId,
        turn: u32,
        question: &'static str,
        answer: Option<Value>,
    ) {
        self.act(draft, turn, Some((question, answer)));
        self.conversations.entry(draft).or_default().unsure = true;
    }

    pub fn send(&mut self, draft: DraftId, turn: u32) {
        let conversation = self.conversations.entry(draft).or_default();
        if !conversation.over {
            conversation.acted = Some(turn);
            conversation.over = true;
            self.sent.push((draft, conversation.told.clone()));
        }
    }

    pub fn give_up(&mut self, draft: DraftId) {
        self.conversations.entry(draft).or_default().over = true;
    }

    /// Its owner comes back to it. What was refused can be answered anew; whether it was, nobody knows before the bot has
    /// caught up.
    pub fn resume(&mut self, draft: DraftId) {
        let conversation = self.conversations.entry(draft).or_default();
        conversation.resumed = conversation.unsure;
    }
}
