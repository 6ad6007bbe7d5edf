//! A danger that nobody has comes in, with who was told and what became of it; who is told next and when goes out.
//!
//! All supervisors on duty at once, then the deputies, then the managers and a second channel; three rounds, then
//! everybody each hour. A step that reached nobody gives way at once. It never ends before somebody has it, and begins
//! again if nothing was written a day later. Nothing here is held, merged, put off or expired.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::core::id::PersonId;

/// A message that has not left by then reaches nobody.
pub const UNSENT: TimeDelta = TimeDelta::seconds(60);
/// Rounds of three steps, before everybody is told each hour.
pub const ROUNDS: u32 = 3;

/// How long a danger waits; a programme may change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// For "I have it", on each step.
    pub answer: TimeDelta,
    /// Between two calls to everybody.
    pub again: TimeDelta,
    /// For words on what was done, since somebody has it.
    pub outcome: TimeDelta,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            answer: TimeDelta::minutes(15),
            again: TimeDelta::hours(1),
            outcome: TimeDelta::hours(24),
        }
    }
}

/// A step of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// All supervisors on duty.
    OnDuty,
    /// Those who stand in for them.
    Deputies,
    /// The managers, and the second channel.
    Managers,
    /// All of them, and the second channel; once the rounds are over.
    Everybody,
}

/// Where on the ladder: which round, from 0, and which step of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Rounds before this one; each call to everybody counts as one.
    pub round: u32,
    /// The step.
    pub rung: Rung,
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// A person, in their chat.
    Person(PersonId),
    /// The programme's e-mail or webhook.
    SecondChannel,
}

/// Whether a person can be told of a danger, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Yes.
    Open,
    /// They blocked the bot.
    Blocked,
    /// They said that they are away.
    Absent,
    /// They left, or lost their role.
    Removed,
}

/// Somebody who answers for dangers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who.
    pub person: PersonId,
    /// Whether they can be told.
    pub reach: Reach,
}

/// What became of a message about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It has not left yet.
    Waiting,
    /// Telegram, or the second channel, has taken it.
    Sent,
    /// It never will: blocked, or refused.
    Failed,
}

/// A message about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The step it was part of.
    pub place: Place,
    /// To whom.
    pub to: Whom,
    /// When it was put on its way.
    pub at: DateTime<Utc>,
    /// What became of it.
    pub fate: Fate,
}

/// How a danger stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum State {
    /// Nobody has it.
    Open {
        /// Since when.
        since: DateTime<Utc>,
    },
    /// Somebody has it.
    Taken {
        /// Since when; or since the newest words on what was done, that did not end it.
        since: DateTime<Utc>,
    },
    /// It was written that it is over.
    Over,
}

impl State {
    /// When the climb of now began, or will begin; none once it is over. Messages of before belong to an earlier one.
    #[must_use]
    pub fn begins(self, waits: &Waits) -> Option<DateTime<Utc>> {
        match self {
            Self::Open { since } => Some(since),
            Self::Taken { since } => Some(since + waits.outcome),
            Self::Over => None,
        }
    }
}

/// All that the ladder looks at. Leave out whoever reported it: they know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How it stands.
    pub state: State,
    /// The supervisors on duty, and those who are away or gone.
    pub on_duty: Vec<Contact>,
    /// Those who stand in for them.
    pub deputies: Vec<Contact>,
    /// The managers.
    pub managers: Vec<Contact>,
    /// The messages about it so far, in any order.
    pub messages: Vec<Message>,
}

/// What is done next; a moment that is over is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where on the ladder.
    pub place: Place,
    /// When.
    pub at: DateTime<Utc>,
    /// Who is told, each once. Never empty.
    pub tell: Vec<Whom>,
}

/// The next step of a danger; `None` only once it is over. Ask again whenever a fact changes: a message sent or failed,
/// somebody blocked, away or gone, taken, written about.
#[must_use]
pub fn next(facts: &Facts, waits: &Waits, now: DateTime<Utc>) -> Option<Step> {
    let begins = facts.state.begins(waits)?;
    let said = || facts.messages.iter().filter(|message| message.at >= begins);
    let Some(last) = said().map(|message| message.place).max() else {
        return Some(with_somebody(facts, Place::FIRST, begins));
    };
    let of_last: Vec<&Message> = said().filter(|message| message.place == last).collect();
    let told_at = of_last
        .iter()
        .map(|message| message.at)
        .min()
        .unwrap_or(begins);
    let pause = last.pause(waits);
    let at = match (last.rung, reached(facts, &of_last)) {
        // Whom it did not reach is told again after a pause, not in a circle.
        (Rung::Managers | Rung::Everybody, _) | (_, Reached::Yes) => told_at + pause,
        (Rung::OnDuty | Rung::Deputies, Reached::NotYet) => told_at + UNSENT,
        (Rung::OnDuty | Rung::Deputies, Reached::No) => told_at,
    };
    // A clock that was set back must not stretch the pause.
    Some(with_somebody(facts, last.after(), at.min(now + pause)))
}

impl Place {
    const FIRST: Self = Self {
        round: 0,
        rung: Rung::OnDuty,
    };

    fn after(self) -> Self {
        let round = self.round;
        let (round, rung) = match self.rung {
            Rung::OnDuty => (round, Rung::Deputies),
            Rung::Deputies => (round, Rung::Managers),
            Rung::Managers if round + 1 < ROUNDS => (round + 1, Rung::OnDuty),
            Rung::Managers | Rung::Everybody => (round.saturating_add(1), Rung::Everybody),
        };
        Self { round, rung }
    }

    /// How long the next step waits for this one.
    fn pause(self, waits: &Waits) -> TimeDelta {
        match self.rung {
            Rung::Managers if self.round + 1 >= ROUNDS => waits.again,
            Rung::OnDuty | Rung::Deputies | Rung::Managers => waits.answer,
            Rung::Everybody => waits.again,
        }
    }
}

/// Whether a step has reached somebody who can still answer.
enum Reached {
    Yes,
    NotYet,
    No,
}

fn reached(facts: &Facts, messages: &[&Message]) -> Reached {
    let counts = |message: &&&Message| match message.to {
        Whom::SecondChannel => true,
        Whom::Person(person) => facts.can_be_told(person),
    };
    let counted = messages.iter().filter(counts);
    let fates: Vec<Fate> = counted.map(|message| message.fate).collect();
    if fates.contains(&Fate::Sent) {
        Reached::Yes
    } else if fates.contains(&Fate::Waiting) {
        Reached::NotYet
    } else {
        Reached::No
    }
}

/// The step at this place; where it has nobody to tell, the first after it that has.
fn with_somebody(facts: &Facts, place: Place, at: DateTime<Utc>) -> Step {
    let mut place = place;
    loop {
        let tell = facts.told_at(place.rung);
        if !tell.is_empty() {
            return Step { place, at, tell };
        }
        // The managers' step always has the second channel.
        place = place.after();
    }
}

impl Facts {
    fn contacts(&self) -> impl Iterator<Item = &Contact> {
        let (on_duty, deputies) = (self.on_duty.iter(), self.deputies.iter());
        on_duty.chain(deputies).chain(self.managers.iter())
    }

    fn can_be_told(&self, person: PersonId) -> bool {
        let mut contacts = self.contacts();
        contacts.any(|contact| contact.person == person && contact.reach == Reach::Open)
    }

    fn told_at(&self, rung: Rung) -> Vec<Whom> {
        let open = |contacts: &[Contact]| Self::those(contacts.iter(), &[Reach::Open]);
        let mut tell = match rung {
            Rung::OnDuty => open(&self.on_duty),
            Rung::Deputies => open(&self.deputies),
            Rung::Managers => open(&self.managers),
            // By now whoever is away is told as well: better in their holidays than never.
            Rung::Everybody => Self::those(self.contacts(), &[Reach::Open, Reach::Absent]),
        };
        match rung {
            Rung::OnDuty | Rung::Deputies => {}
            Rung::Managers | Rung::Everybody => tell.push(Whom::SecondChannel),
        }
        tell
    }

    fn those<'a>(contacts: impl Iterator<Item = &'a Contact>, reaches: &[Reach]) -> Vec<Whom> {
        let mut tell = Vec::new();
        for contact in contacts.filter(|contact| reaches.contains(&contact.reach)) {
            let whom = Whom::Person(contact.person);
            if !tell.contains(&whom) {
                tell.push(whom);
            }
        }
        tell
    }
}

#[cfg(test)]
mod tests;
