//! Screens come in, texts and buttons in the reader's language go out; and what a typed text means on a screen.
//!
//! Read in this order: this file, `paragraph` and `label` (which words a line or button takes), `voice` (one
//! reader's words), `catalogue` (the languages), `calendar` (dates and numbers), `formatted` (markup), `inserted`
//! (text from people), `understand` (typed text to a press).

mod calendar;
mod catalogue;
mod formatted;
mod inserted;
mod label;
mod paragraph;
mod settings;
mod understand;
mod voice;

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::core::event::Command;
use crate::core::form::Vocabulary;
use crate::core::people::{Language, Role};
use crate::core::screen::{Keyboard, Line, Reader, Screen};
use catalogue::Catalogue;
use formatted::Formatted;
use paragraph::{Block, Paragraph};
use voice::Voice;

pub use paragraph::way_in;
pub use understand::understand;

/// Characters of one text message (Bot API).
pub const TEXT_CHARS: usize = 4096;
/// Characters of the note that answers a button press (Bot API).
pub const TOAST_CHARS: usize = 200;
/// Characters shown of one answer on the check screen: enough to know what one said.
const EXCERPT: usize = 150;
/// What is tried in turn when a long form would not fit one message.
const SHORTER_EXCERPTS: [usize; 2] = [60, 20];

/// The bot's words in all its languages. Built once.
pub struct Words {
    catalogue: Catalogue,
}

/// A screen in words.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Rendered {
    /// For Telegram's HTML parse mode.
    pub html: String,
    /// The same without markup, for when Telegram refuses the formatting.
    pub plain: String,
    /// Buttons as they stand on the phone, from left to right.
    pub rows: Vec<Vec<Key>>,
    /// Whether the message may not be forwarded or saved.
    pub protected: bool,
    /// Where the buttons stand.
    #[serde(default)]
    pub keyboard: Keyboard,
}

/// A button in words.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
pub struct Key {
    /// What it shows.
    pub label: String,
    /// What Telegram sends back: [`crate::core::press::Press::encode`].
    pub data: String,
}

impl Words {
    /// Reads the languages that come with the program, each message replaced by the one of the same name in
    /// `overrides/<language>/kinkeeper.ftl` if there is one.
    ///
    /// # Errors
    /// An override that cannot be read, or that names a language or a message that does not exist.
    pub fn load(overrides: Option<&Path>) -> Result<Self> {
        Ok(Self {
            catalogue: Catalogue::load(overrides)?,
        })
    }

    /// The languages in the order in which they are offered.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.catalogue.languages().cloned().collect()
    }

    /// Puts `screen` into words for `reader`, in at most [`TEXT_CHARS`] characters.
    #[must_use]
    pub fn render(&self, screen: &Screen, reader: &Reader) -> Rendered {
        let mut voice = Voice::new(&self.catalogue, reader);
        let mut text = write(&screen.lines, &voice);
        for excerpt in SHORTER_EXCERPTS {
            if !text.is_cut() {
                break;
            }
            voice.excerpt = excerpt;
            text = write(&screen.lines, &voice);
        }
        Rendered {
            plain: text.plain,
            html: text.html,
            rows: keys(screen, &voice),
            protected: screen.protected,
            keyboard: screen.keyboard,
        }
    }

    /// Puts `line` into the note that answers a button press: no markup, at most [`TOAST_CHARS`] characters.
    #[must_use]
    pub fn toast(&self, line: &Line, reader: &Reader) -> String {
        let mut toast = Formatted::new(TOAST_CHARS);
        Paragraph::of(line, &Voice::new(&self.catalogue, reader)).write(&mut toast);
        toast.plain
    }

    /// The words with which answers in `language` are read.
    #[must_use]
    pub fn vocabulary(&self, language: &Language) -> Arc<Vocabulary> {
        Arc::clone(&self.catalogue.locale(language).vocabulary)
    }

    /// The commands that a phone lists for somebody of this role, or for a stranger, each with a description.
    #[must_use]
    pub fn commands(&self, role: Option<Role>, language: &Language) -> Vec<(String, String)> {
        let described = |command: &str| {
            let key = format!("command-{command}");
            (command.to_owned(), self.catalogue.plain(language, &key))
        };
        let listed = Command::listed(role).iter();
        listed.copied().map(described).collect()
    }

    /// Whether `language` is read from the right.
    #[must_use]
    pub fn right_to_left(&self, language: &Language) -> bool {
        self.catalogue.locale(language).calendar.right_to_left
    }

    /// How often a message was missing or wrong and English, or nothing, stood in for it.
    #[must_use]
    pub fn misses(&self) -> u64 {
        self.catalogue.misses()
    }
}

fn write(lines: &[Line], voice: &Voice) -> Formatted {
    let mut text = Formatted::new(TEXT_CHARS);
    let mut above = None;
    for line in lines {
        let paragraph = Paragraph::of(line, voice);
        match (above, paragraph.block) {
            (None, _) => {}
            (Some(_), Block::Under) | (Some(Block::Item), Block::Item) => text.new_line(),
            (Some(_), Block::Body | Block::Item) => text.empty_line(),
        }
        above = Some(paragraph.block);
        paragraph.write(&mut text);
    }
    text
}

/// Telegram places buttons from left to right whatever the language, so a right-to-left row is turned round.
fn keys(screen: &Screen, voice: &Voice) -> Vec<Vec<Key>> {
    let row = |buttons: &Vec<crate::core::screen::Button>| {
        let mut keys: Vec<Key> = buttons
            .iter()
            .map(|button| Key {
                label: label::words(&button.label, voice),
                data: button.press.encode(),
            })
            .collect();
        if voice.right_to_left() {
            keys.reverse();
        }
        keys
    };
    screen.rows.iter().map(row).collect()
}
