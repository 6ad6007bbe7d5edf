//! Takes a message's text as a bot or a person wrote it, gives it as Telegram keeps it: trimmed, with entities.

use serde_json::{Value, json};

use super::{bot_api::Params, bot_api::Refusal, html};

/// Text with its entities as Bot API objects; offsets and lengths are UTF-16 units.
#[derive(Debug, Default)]
pub(super) struct Formatted {
    pub text: String,
    pub entities: Vec<Value>,
}

/// The length of `text` in UTF-16 units, which is what entities count.
pub(super) fn utf16_length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

impl Formatted {
    /// What a person typed.
    pub fn typed(text: &str) -> Self {
        let mut formatted = Self {
            text: text.to_owned(),
            entities: Vec::new(),
        };
        formatted.finish();
        formatted
    }

    /// What a bot sent as `field` with `parse_mode` or `entities_field`.
    ///
    /// # Errors
    /// 400 in Telegram's words when the formatting cannot be read.
    pub fn sent(params: &Params, field: &str, entities_field: &str) -> Result<Self, Refusal> {
        let source = params.text(field).unwrap_or_default();
        let unparsable = |why: String| Refusal::bad_request(format!("can't parse entities: {why}"));
        let mut formatted = match params.text("parse_mode").map(str::to_lowercase).as_deref() {
            None | Some("") => Self {
                text: source.to_owned(),
                entities: given_entities(params, entities_field, source)?,
            },
            Some("html") => html::parse(source).map_err(unparsable)?,
            Some("markdown" | "markdownv2") => {
                return Err(unparsable(
                    "the simulator does not read Markdown".to_owned(),
                ));
            }
            Some(_) => return Err(Refusal::bad_request("unsupported parse_mode")),
        };
        formatted.finish();
        Ok(formatted)
    }

    fn finish(&mut self) {
        self.trim();
        self.entities.extend(detect(&self.text, &self.entities));
        self.entities.sort_by_key(|entity| {
            let place = |key: &str| entity[key].as_i64().unwrap_or_default();
            (place("offset"), -place("length"))
        });
    }

    fn trim(&mut self) {
        let kept = self.text.trim_start();
        let cut = utf16_length(&self.text) - utf16_length(kept);
        let kept = kept.trim_end().to_owned();
        let length = utf16_length(&kept);
        self.text = kept;
        self.entities.retain_mut(|entity| {
            let place = |key: &str| {
                entity[key]
                    .as_u64()
                    .and_then(|n| usize::try_from(n).ok())
                    .unwrap_or_default()
            };
            let start = place("offset").saturating_sub(cut);
            let end = (place("offset") + place("length"))
                .saturating_sub(cut)
                .min(length);
            entity["offset"] = json!(start);
            entity["length"] = json!(end.saturating_sub(start));
            end > start
        });
    }
}

fn given_entities(params: &Params, field: &str, text: &str) -> Result<Vec<Value>, Refusal> {
    let Some(entities) = params.array(
        field,
        "can't parse entities: Expected an Array of MessageEntity",
    )?
    else {
        return Ok(Vec::new());
    };
    let length = utf16_length(text) as u64;
    for entity in &entities {
        let (Some(_), Some(offset), Some(size)) = (
            entity["type"].as_str(),
            entity["offset"].as_u64(),
            entity["length"].as_u64(),
        ) else {
            return Err(Refusal::bad_request(
                "can't parse MessageEntity: Field \"type\", \"offset\" or \"length\" is wrong",
            ));
        };
        if offset + size > length {
            return Err(Refusal::bad_request("ENTITY_BOUNDS_INVALID"));
        }
    }
    Ok(entities)
}

/// Commands, mentions and addresses, which Telegram marks by itself outside code and links.
fn detect(text: &str, known: &[Value]) -> Vec<Value> {
    let taken = |offset: usize| {
        known.iter().any(|entity| {
            let start = entity["offset"].as_u64().unwrap_or_default();
            let end = start + entity["length"].as_u64().unwrap_or_default();
            let opaque = matches!(
                entity["type"].as_str(),
                Some("code" | "pre" | "text_link" | "bot_command" | "url" | "mention")
            );
            opaque && (start..end).contains(&(offset as u64))
        })
    };
    let mut found = Vec::new();
    let mut offset = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_start_matches(['(', '"', '«', '“']);
        let start = offset + utf16_length(&piece[..piece.len() - word.len()]);
        offset += utf16_length(piece);
        if let Some((kind, length)) = kind_of_word(word.trim_end())
            && !taken(start)
        {
            found.push(json!({"type": kind, "offset": start, "length": length}));
        }
    }
    found
}

fn kind_of_word(word: &str) -> Option<(&'static str, usize)> {
    let name = |text: &str| {
        text.bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            .count()
    };
    if let Some(rest) = word.strip_prefix('/') {
        let command = name(rest);
        let mention = rest[command..]
            .strip_prefix('@')
            .map_or(0, |bot| match name(bot) {
                0 => 0,
                length => length + 1,
            });
        return (1..=64)
            .contains(&command)
            .then_some(("bot_command", 1 + command + mention));
    }
    if let Some(rest) = word.strip_prefix('@') {
        let length = name(rest);
        return (5..=32)
            .contains(&length)
            .then_some(("mention", 1 + length));
    }
    let has_scheme = word.starts_with("https://") || word.starts_with("http://");
    let address = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '»', '”']);
    (has_scheme && address.len() > "https://".len()).then(|| ("url", utf16_length(address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_is_trimmed_and_its_commands_are_marked() {
        let typed = Formatted::typed("  😀 /visit@kin_bot K7 (https://a.org/b). \n");
        assert_eq!(typed.text, "😀 /visit@kin_bot K7 (https://a.org/b).");
        assert_eq!(
            typed.entities,
            vec![
                json!({"type": "bot_command", "offset": 3, "length": 14}),
                json!({"type": "url", "offset": 22, "length": 15}),
            ]
        );
    }
}
