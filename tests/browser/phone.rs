//! One phone of the page: taps and words go in, what its owner sees comes out.

use std::cell::Cell;

use crate::webdriver::Browser;

/// The volunteer whose language is Swahili.
pub const AMINA: i64 = 7_100_001;
/// Her supervisor, whose language is English.
pub const GRACE: i64 = 7_100_002;

/// Another volunteer, whose language is Arabic.
pub const SALMA: i64 = 7_100_003;

/// A phone, and how often it was tapped and written on.
pub struct Phone<'a> {
    browser: &'a Browser,
    person: i64,
    taps: Cell<usize>,
    texts: Cell<usize>,
}

impl<'a> Phone<'a> {
    /// This person's phone.
    pub fn of(browser: &'a Browser, person: i64) -> Self {
        Self {
            browser,
            person,
            taps: Cell::new(0),
            texts: Cell::new(0),
        }
    }

    /// Taps the button with these words under the message that says so.
    pub fn tap(&self, message: &str, label: &str) {
        let button = self.button(message, label);
        self.browser.click(&button);
        self.taps.set(self.taps.get() + 1);
    }

    /// Types a text and sends it, once the bot has asked for it.
    pub fn write(&self, asked: &str, text: &str) {
        self.sees(asked);
        let entry = self.within("//textarea[@name='text']");
        self.browser.type_into(&entry, text);
        self.browser.click(&self.within("//button[@name='send']"));
        self.texts.set(self.texts.get() + 1);
    }

    /// Waits for the bot's message with these words; returns all of it.
    pub fn sees(&self, words: &str) -> String {
        let message = self.within(&message_with(words));
        plain(&self.browser.text(&message))
    }

    /// Locks it, as a phone in a pocket is.
    pub fn lock(&self) {
        self.browser.click(&self.within("//button[@name='lock']"));
    }

    /// Unlocks it.
    pub fn unlock(&self) {
        self.browser.click(&self.within("//button[@name='unlock']"));
    }

    /// Waits until the lock screen shows something; returns each notification's title and text.
    pub fn notifications(&self) -> Vec<(String, String)> {
        let shown = self.within("//*[contains(@class, 'locked')]//li[.//b]");
        self.browser.wait_for(&shown);
        let script = format!(
            "return [...document.querySelectorAll('[data-person=\"{}\"] .locked li')]
                .map((note) => [note.querySelector('b').innerText, note.querySelector('p').innerText]);",
            self.person
        );
        let notes: Vec<(String, String)> =
            serde_json::from_value(self.browser.evaluate(&script)).expect("titles and texts");
        notes
            .into_iter()
            .map(|(title, text)| (plain(&title), plain(&text)))
            .collect()
    }

    /// Where the button with these words is, under the newest message that says so.
    pub fn button(&self, message: &str, label: &str) -> String {
        let message = message_with(message);
        self.within(&format!(
            "{message}//button[contains(@class, 'inline')][contains(., \"{label}\")]"
        ))
    }

    /// How often it was tapped, and how many texts were typed.
    pub fn effort(&self) -> (usize, usize) {
        (self.taps.get(), self.texts.get())
    }

    /// The newest of what this XPath names on the phone.
    fn within(&self, xpath: &str) -> String {
        format!("(//*[@data-person='{}']{xpath})[last()]", self.person)
    }
}

fn message_with(words: &str) -> String {
    format!("//article[@data-message][contains(@class, 'bot')][contains(., \"{words}\")]")
}

/// A text without the marks that isolate what was inserted; nobody sees them.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
