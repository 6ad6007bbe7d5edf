//! The demo's page in a headless browser: a person taps and types, phones show what came of it.

#[path = "browser/demo.rs"]
mod demo;
#[path = "browser/phone.rs"]
mod phone;
#[path = "browser/stories.rs"]
mod stories;
#[path = "browser/webdriver.rs"]
mod webdriver;
