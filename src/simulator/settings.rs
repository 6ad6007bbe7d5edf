//! What a bot tells about itself: commands, names, descriptions and menu buttons, by scope and language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The stored settings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Settings {
    /// By scope, then by language; the empty language is the default.
    commands: BTreeMap<String, BTreeMap<String, Vec<Value>>>,
    /// By field (`name`, `description`, `short_description`), then by language.
    texts: BTreeMap<String, BTreeMap<String, String>>,
    /// By chat; 0 is the default.
    menu_buttons: BTreeMap<i64, Value>,
}

impl Settings {
    pub fn set_commands(&mut self, scope: String, language: String, commands: Vec<Value>) {
        let languages = self.commands.entry(scope).or_default();
        if commands.is_empty() {
            languages.remove(&language);
        } else {
            languages.insert(language, commands);
        }
    }

    /// Exactly what was set for a scope and a language.
    pub fn commands(&self, scope: &str, language: &str) -> &[Value] {
        let languages = self.commands.get(scope);
        languages
            .and_then(|languages| languages.get(language))
            .map_or(&[], Vec::as_slice)
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

    pub fn set_text(&mut self, field: &str, language: String, text: String) {
        let languages = self.texts.entry(field.to_owned()).or_default();
        languages.insert(language, text);
    }

    pub fn text(&self, field: &str, language: &str) -> &str {
        let Some(languages) = self.texts.get(field) else {
            return "";
        };
        let own = languages.get(language).filter(|text| !text.is_empty());
        own.or_else(|| languages.get("")).map_or("", String::as_str)
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
