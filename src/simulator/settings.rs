//! What a bot tells about itself: commands, names, descriptions and menu buttons, by scope and language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The stored settings.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// By scope and language; the empty language is the default.
    commands: BTreeMap<(String, String), Vec<Value>>,
    /// By field (`name`, `description`, `short_description`) and language.
    texts: BTreeMap<(&'static str, String), String>,
    /// By chat; 0 is the default.
    menu_buttons: BTreeMap<i64, Value>,
}

impl Settings {
    pub fn set_commands(&mut self, scope: String, language: String, commands: Vec<Value>) {
        if commands.is_empty() {
            self.commands.remove(&(scope, language));
        } else {
            self.commands.insert((scope, language), commands);
        }
    }

    /// Exactly what was set for a scope and a language.
    pub fn commands(&self, scope: &str, language: &str) -> &[Value] {
        let key = (scope.to_owned(), language.to_owned());
        self.commands.get(&key).map_or(&[], Vec::as_slice)
    }

    /// What a phone shows in a private chat: the narrowest scope that has any, the own language first.
    pub fn commands_for(&self, chat: i64, language: &str) -> &[Value] {
        let language = language.split(['-', '_']).next().unwrap_or_default();
        [
            format!("chat:{chat}"),
            "all_private_chats".to_owned(),
            "default".to_owned(),
        ]
        .iter()
        .flat_map(|scope| [self.commands(scope, language), self.commands(scope, "")])
        .find(|commands| !commands.is_empty())
        .unwrap_or_default()
    }

    pub fn set_text(&mut self, field: &'static str, language: String, text: String) {
        self.texts.insert((field, language), text);
    }

    pub fn text(&self, field: &'static str, language: &str) -> &str {
        let own = self
            .texts
            .get(&(field, language.to_owned()))
            .filter(|text| !text.is_empty());
        own.or_else(|| self.texts.get(&(field, String::new())))
            .map_or("", String::as_str)
    }

    pub fn set_menu_button(&mut self, chat: i64, button: Value) {
        self.menu_buttons.insert(chat, button);
    }

    pub fn menu_button(&self, chat: i64) -> Value {
        let set = self
            .menu_buttons
            .get(&chat)
            .or_else(|| self.menu_buttons.get(&0));
        set.cloned().unwrap_or_else(|| json!({"type": "commands"}))
    }
}
