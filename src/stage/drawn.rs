//! What chance drew, a case's code or an invitation's token or code, comes in; names that are the same in every play go out.

use crate::core::id::Code;
use crate::core::typed_code::TypedCode;

/// Letters of a token: sixteen bytes in base64url.
const TOKEN_LETTERS: usize = 22;
/// Letters of a code that the bot draws.
const CODE_LETTERS: usize = 6;

/// What was drawn so far, with the names that stand for it in a script: `CASE#1`, `TOKEN#1`, `TYPED#1` (or `typed#1`, as
/// somebody in a hurry types it).
#[derive(Default)]
pub(super) struct Drawn {
    /// Codes that the script itself gives.
    pub given: Vec<Code>,
    cases: Vec<String>,
    tokens: Vec<String>,
    typed: Vec<String>,
}

impl Drawn {
    /// The line with names for what was drawn.
    pub fn hide(&mut self, line: &str) -> String {
        let mut hidden = String::with_capacity(line.len());
        let mut word = String::new();
        for letter in line.chars().chain(['\n']) {
            if letter.is_ascii_alphanumeric() || letter == '_' || letter == '-' {
                word.push(letter);
                continue;
            }
            hidden.push_str(&self.named(&word));
            word.clear();
            hidden.push(letter);
        }
        hidden.pop();
        hidden
    }

    /// The line with what was drawn for the names.
    pub fn reveal(&self, line: &str) -> String {
        let mut line = line.to_owned();
        let hurried: Vec<String> = self
            .typed
            .iter()
            .map(|code| code.to_lowercase().replace('-', " "))
            .collect();
        for (kind, drawn) in [
            ("CASE#", &self.cases),
            ("TOKEN#", &self.tokens),
            ("TYPED#", &self.typed),
            ("typed#", &hurried),
        ] {
            for (nth, drawn) in drawn.iter().enumerate().rev() {
                line = line.replace(&format!("{kind}{}", nth + 1), drawn);
            }
        }
        line
    }

    fn named(&mut self, word: &str) -> String {
        let is_token = word.len() == TOKEN_LETTERS
            && word.contains(|letter: char| letter.is_ascii_lowercase())
            && word.contains(|letter: char| letter.is_ascii_uppercase());
        let code = Code::parse(word).filter(|code| {
            let drawn = word.len() == CODE_LETTERS && code.as_str() == word && code.is_confirmed();
            drawn && !self.given.contains(code)
        });
        let typed = TypedCode::parse(word).filter(|code| code.to_string() == word);
        let (kind, drawn) = match (is_token, typed, code) {
            (true, _, _) => ("TOKEN#", &mut self.tokens),
            (false, Some(_), _) => ("TYPED#", &mut self.typed),
            (false, None, Some(_)) => ("CASE#", &mut self.cases),
            (false, None, None) => return word.to_owned(),
        };
        let place = drawn.iter().position(|known| known == word);
        let place = place.unwrap_or_else(|| {
            drawn.push(word.to_owned());
            drawn.len() - 1
        });
        format!("{kind}{}", place + 1)
    }
}
