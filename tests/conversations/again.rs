//! Transcripts, played by people whose fingers tremble and whose buttons others send, too: what a press did once it
//! does not do again, and nobody else can do it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context as _;
use kinkeeper::core::people::Role;
use kinkeeper::core::press::Press;
use kinkeeper::simulator::Faults;
use kinkeeper::stage::{Act, Button, Setup, Stage, parse_act, parse_setup};

use crate::kinds::{ALL, kind};
use crate::rows::{Rows, difference};
use crate::support::{Engine, scratch};

/// A press comes so often once more.
const AGAIN: usize = 4;
/// A typed text that is shorter may be a word of the bot, too.
const LONG_ENOUGH: usize = 12;

/// What nearly every script presses; to press it again in one of so many is enough.
const EVERYWHERE: [&str; 11] = [
    "menu",
    "case",
    "visit",
    "begin",
    "plan",
    "goal",
    "draft-choose",
    "draft-tick",
    "draft-done",
    "draft-skip",
    "draft-send",
];
const ONE_IN: usize = 4;
/// What no transcript taps yet: a second page of what is due and of a question, and a voice note on a case's card; and the
/// buttons in place of a phone's keyboard, which send a contact and words instead. The laws press them.
const NOT_TAPPED: [&str; 5] = [
    "due",
    "draft-page",
    "hear-case",
    "expecting-share",
    "expecting-without",
];

/// Which kinds were pressed again.
pub type Pressed = BTreeSet<&'static str>;

/// That every kind of press was among them.
pub fn all_were_pressed(pressed: &Pressed) -> Result<(), String> {
    let never: Vec<&str> = ALL
        .iter()
        .copied()
        .filter(|kind| !pressed.contains(kind) && !NOT_TAPPED.contains(kind))
        .collect();
    match never.is_empty() {
        true => Ok(()),
        false => Err(format!("no transcript presses {}", never.join(", "))),
    }
}

/// Plays a script with each press again and from elsewhere; gives the kinds that it presses. What is noticed is not
/// compared here. `nth` is the script's place among all.
pub async fn play(script: &Path, nth: usize, engine: Engine) -> anyhow::Result<Pressed> {
    let written = std::fs::read_to_string(script)?;
    let place = scratch(engine);
    let mut acts = Vec::new();
    let mut head = Vec::new();
    for line in written.lines() {
        match parse_act(line).with_context(|| line.to_owned())? {
            Some(act) => acts.push((line, act)),
            None if acts.is_empty() => head.push(line),
            None => {}
        }
    }
    let setup = parse_setup(head)?;
    let stage = Stage::set(place.settings.clone(), &setup).await?;
    let mut play = Play {
        rows: Rows::of(&place, engine).await?,
        stage,
        shown: BTreeMap::new(),
        secrets: secrets(&setup, acts.iter().map(|(_, act)| act)),
        roles: roles(&setup),
        spares: !nth.is_multiple_of(ONE_IN),
        pressed: Pressed::new(),
        tried: BTreeSet::new(),
    };
    for (line, act) in &acts {
        play.act(act).await.with_context(|| format!("at {line}"))?;
    }
    play.stage.end().await?;
    Ok(play.pressed)
}

/// A script while it is played.
struct Play {
    stage: Stage,
    rows: Rows,
    /// The newest button of each label that a phone has shown.
    shown: BTreeMap<String, BTreeMap<String, Button>>,
    /// What nobody else may read.
    secrets: BTreeSet<String>,
    /// What everybody is; nothing, who has not joined.
    roles: BTreeMap<String, Option<Role>>,
    /// Whether this script leaves to others what is pressed everywhere.
    spares: bool,
    pressed: Pressed,
    /// What was pressed again already: once for each kind, and for each that leaves a record.
    tried: BTreeSet<(&'static str, bool)>,
}

impl Play {
    async fn act(&mut self, act: &Act) -> anyhow::Result<()> {
        let Act::Presses {
            who,
            label,
            further_up,
        } = act
        else {
            self.stage.play(act).await?;
            return self.look();
        };
        let label = self.stage.label(label);
        let having = self.stage.buttons_of(who)?.into_iter();
        let mut having = having.filter(|button| button.label == label);
        let found = having.nth(usize::from(*further_up));
        let noticed;
        let button = match found {
            Some(button) => {
                noticed = self.stage.play(act).await?;
                button
            }
            // A repeat has drawn the screen anew; on a slow phone it still stands as it was.
            None => {
                let before = self.shown.get(who).and_then(|shown| shown.get(&label));
                let Some(button) = before.cloned() else {
                    // An address, which the phone opens by itself.
                    self.stage.play(act).await?;
                    return self.look();
                };
                noticed = self.stage.press(who, &button).await?;
                button
            }
        };
        self.look()?;
        let press = Press::decode(&button.data).context("a button of the bot")?;
        let kind = kind(&press);
        let records = noticed
            .iter()
            .any(|line| line.starts_with("save|") || line.starts_with("alert|"));
        let spared = self.spares && !records && EVERYWHERE.contains(&kind);
        // While Telegram is away nothing comes, once or again.
        let heard = self.stage.away_for().is_none();
        if heard && !spared && self.tried.insert((kind, records)) {
            self.pressed.insert(kind);
            self.again(who, &button).await.context("pressed again")?;
            self.by_an_outsider(who, &button)
                .await
                .context("pressed by an outsider")?;
            self.look()?;
        }
        Ok(())
    }

    /// Remembers which buttons are shown.
    fn look(&mut self) -> anyhow::Result<()> {
        for who in self.roles.keys() {
            let shown = self.shown.entry(who.clone()).or_default();
            let mut buttons = self.stage.buttons_of(who)?;
            buttons.reverse();
            shown.extend(
                buttons
                    .into_iter()
                    .map(|button| (button.label.clone(), button)),
            );
        }
        Ok(())
    }

    /// The same person sends the same press again and again, and Telegram brings each several times and in any order.
    async fn again(&mut self, who: &str, button: &Button) -> anyhow::Result<()> {
        let user = self.stage.user(who)?;
        let before = self.rows.but_for(user).await?;
        self.stage.simulator().set_faults(Faults {
            duplicate_updates: true,
            shuffle_updates: true,
            seed: u64::try_from(self.tried.len())?,
            ..Faults::default()
        });
        let queries = (0..AGAIN).map(|_| self.send(user, button));
        let queries = queries.collect::<anyhow::Result<Vec<String>>>()?;
        self.stage.settle().await?;
        self.stage.simulator().set_faults(Faults::default());
        self.stage.settle().await?;
        for query in queries {
            let answer = self.stage.simulator().answer_to(&query)?;
            answer.context("a repeated press was never answered")?;
        }
        same(&before, &self.rows.but_for(user).await?)
    }

    /// Somebody of the same role in another team sends it, as a changed client can.
    async fn by_an_outsider(&mut self, who: &str, button: &Button) -> anyhow::Result<()> {
        let role = match self.roles.get(who).copied().flatten() {
            // A manager of elsewhere is a manager here.
            Some(Role::Manager) => Role::Supervisor,
            Some(role) => role,
            None => Role::Volunteer,
        };
        let user = self.stage.outsider(role).await?;
        let before = self.rows.but_for(user).await?;
        let chat = self.stage.simulator().chat(user, 0)?;
        let newest = chat.messages.iter().rev().find(|it| it.from == "bot");
        let button = Button {
            message_id: newest.context("the bot wrote something")?.id,
            ..button.clone()
        };
        // From where everybody begins, whatever was pressed before.
        self.stage.simulator().write(user, "/menu")?;
        let query = self.send(user, &button)?;
        self.stage.settle().await?;
        let answer = self.stage.simulator().answer_to(&query)?;
        let answer = answer.context("a press from elsewhere was never answered")?;
        let chat = self.stage.simulator().chat(user, 0)?;
        let texts = chat.messages.into_iter().flat_map(|message| {
            let labels = message.buttons.into_iter().flatten();
            let labels: Vec<String> = labels.map(|button| button.text).collect();
            std::iter::once(message.text).chain(labels)
        });
        for text in texts.chain([answer.text]) {
            for secret in &self.secrets {
                anyhow::ensure!(!text.contains(secret), "{secret:?} is read in {text:?}");
            }
        }
        same(&before, &self.rows.but_for(user).await?)
    }

    fn send(&self, user: i64, button: &Button) -> anyhow::Result<String> {
        let pressed = self.stage.simulator().press(user, button.pressed())?;
        let query = pressed.callback_query_id().context("a button with data")?;
        Ok(query.to_owned())
    }
}

fn same(before: &BTreeSet<String>, after: &BTreeSet<String>) -> anyhow::Result<()> {
    let difference = difference(before, after);
    anyhow::ensure!(difference.is_empty(), "it changed\n{difference}");
    Ok(())
}

fn roles(setup: &Setup) -> BTreeMap<String, Option<Role>> {
    let cast = setup.cast.iter();
    let roles = cast.map(|cast| {
        let role = cast.member.as_ref().map(|member| member.role);
        (cast.name.clone(), role)
    });
    roles.collect()
}

/// What the script says of people and cases: codes, what families are called, goals, names, and all that is typed.
fn secrets<'a>(setup: &Setup, acts: impl Iterator<Item = &'a Act>) -> BTreeSet<String> {
    let mut secrets = BTreeSet::new();
    for case in &setup.cases {
        secrets.insert(case.code.to_string());
        secrets.extend(case.alias.clone());
        secrets.extend(case.goals.iter().cloned());
        secrets.extend(case.referrals.iter().cloned());
    }
    for cast in &setup.cast {
        let mut letters = cast.name.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        secrets.extend(first.map(|first| format!("{first}{}", letters.as_str())));
    }
    for act in acts {
        if let Act::Says { what, .. } = act {
            let typed = !what.starts_with(['/', '(']);
            if typed && what.chars().count() >= LONG_ENOUGH {
                secrets.insert(what.clone());
            }
        }
    }
    secrets
}
