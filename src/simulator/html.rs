//! Takes text in Telegram's HTML, gives plain text with entities counted in UTF-16 units, or why it cannot be parsed.

use serde_json::{Value, json};

use super::text::Formatted;

/// Reads the HTML subset that Telegram supports.
///
/// # Errors
/// The reason in Telegram's words, with the byte offset of the fault.
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut reader = Reader::new(source);
    while let Some(next) = reader.source[reader.at..].chars().next() {
        match next {
            '&' => reader.reference(),
            '<' if reader.source[reader.at..].starts_with("</") => reader.end_tag()?,
            '<' => reader.start_tag()?,
            other => {
                reader.at += other.len_utf8();
                reader.push(other);
            }
        }
    }
    if let Some(open) = reader.open.last() {
        return Err(format!(
            "Can't find end tag corresponding to start tag \"{}\"",
            open.tag
        ));
    }
    Ok(Formatted {
        text: reader.text,
        entities: reader.entities,
    })
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    text: String,
    length: usize,
    open: Vec<OpenTag>,
    entities: Vec<Value>,
}

struct OpenTag {
    tag: String,
    /// The entity without its place; None for a tag that only carries something for its neighbour.
    entity: Option<Value>,
    language: Option<String>,
    offset: usize,
}

/// An attribute's value: references stand there too, tags cannot.
fn without_references(value: &str) -> String {
    let mut reader = Reader::new(value);
    while let Some(next) = value[reader.at..].chars().next() {
        if next == '&' {
            reader.reference();
        } else {
            reader.at += next.len_utf8();
            reader.push(next);
        }
    }
    reader.text
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            text: String::new(),
            length: 0,
            open: Vec::new(),
            entities: Vec::new(),
        }
    }

    fn push(&mut self, character: char) {
        self.text.push(character);
        self.length += character.len_utf16();
    }

    /// A character reference; what is none stays as it was written.
    fn reference(&mut self) {
        let rest = &self.source[self.at..];
        let known = rest.find(';').filter(|end| *end <= 10).and_then(|end| {
            let character = match &rest[1..end] {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                number => {
                    let number = number.strip_prefix('#')?;
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code).filter(|c| *c != '\0')?
                }
            };
            Some((character, end + 1))
        });
        let (character, used) = known.unwrap_or(('&', 1));
        self.at += used;
        self.push(character);
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let unclosed = || format!("Unclosed start tag at byte offset {begin}");
        self.at += 1;
        let tag = self
            .take_while(|c| !c.is_whitespace() && c != '>')
            .to_lowercase();
        let mut attributes = Vec::new();
        loop {
            self.take_while(char::is_whitespace);
            match self.source[self.at..].chars().next() {
                None => return Err(unclosed()),
                Some('>') => break,
                Some(_) => attributes.push(self.attribute(&tag, begin)?),
            }
        }
        self.at += 1;
        let attribute = |name: &str| {
            attributes
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
        };
        let unsupported = || format!("Unsupported start tag \"{tag}\" at byte offset {begin}");
        let mut language = None;
        let entity = match tag.as_str() {
            "b" | "strong" => Some(json!({"type": "bold"})),
            "i" | "em" => Some(json!({"type": "italic"})),
            "u" | "ins" => Some(json!({"type": "underline"})),
            "s" | "strike" | "del" => Some(json!({"type": "strikethrough"})),
            "tg-spoiler" => Some(json!({"type": "spoiler"})),
            "span" if attribute("class").as_deref() == Some("tg-spoiler") => {
                Some(json!({"type": "spoiler"}))
            }
            "span" => {
                return Err(format!(
                    "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
                ));
            }
            "code" => {
                language = attribute("class")
                    .and_then(|class| class.strip_prefix("language-").map(str::to_owned));
                Some(json!({"type": "code"}))
            }
            "pre" => Some(json!({"type": "pre"})),
            "blockquote" if attribute("expandable").is_some() => {
                Some(json!({"type": "expandable_blockquote"}))
            }
            "blockquote" => Some(json!({"type": "blockquote"})),
            "a" => attribute("href")
                .filter(|href| !href.is_empty())
                .map(|href| json!({"type": "text_link", "url": href})),
            "tg-emoji" => attribute("emoji-id")
                .map(|id| json!({"type": "custom_emoji", "custom_emoji_id": id})),
            _ => return Err(unsupported()),
        };
        self.open.push(OpenTag {
            tag,
            entity,
            language,
            offset: self.length,
        });
        Ok(())
    }

    fn attribute(&mut self, tag: &str, begin: usize) -> Result<(String, String), String> {
        let name = self
            .take_while(|c| !c.is_whitespace() && c != '=' && c != '>')
            .to_lowercase();
        if name.is_empty() {
            return Err(format!(
                "Empty attribute name in the tag \"{tag}\" at byte offset {begin}"
            ));
        }
        self.take_while(char::is_whitespace);
        if !self.source[self.at..].starts_with('=') {
            return Ok((name, String::new()));
        }
        self.at += 1;
        self.take_while(char::is_whitespace);
        let quote = self.source[self.at..].chars().next();
        let value = match quote {
            Some(quote @ ('"' | '\'')) => {
                self.at += 1;
                let value = self.take_while(|c| c != quote);
                if self.at >= self.source.len() {
                    return Err(format!("Unclosed start tag at byte offset {begin}"));
                }
                self.at += 1;
                value
            }
            Some(_) | None => self.take_while(|c| !c.is_whitespace() && c != '>'),
        };
        Ok((name, without_references(&value)))
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 2;
        let tag = self
            .take_while(|c| !c.is_whitespace() && c != '>')
            .to_lowercase();
        self.take_while(char::is_whitespace);
        if !self.source[self.at..].starts_with('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        if !tag.is_empty() && tag != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{tag}>\"",
                open.tag
            ));
        }
        let length = self.length - open.offset;
        if length == 0 {
            return Ok(());
        }
        let Some(mut entity) = self.named_link(&open) else {
            return Ok(());
        };
        entity["offset"] = json!(open.offset);
        entity["length"] = json!(length);
        if let Some(language) = open.language {
            entity["language"] = json!(language);
        }
        self.join_code_and_pre(&mut entity);
        self.entities.push(entity);
        Ok(())
    }

    /// A link without an address takes its own text as the address, if that is one.
    fn named_link(&self, open: &OpenTag) -> Option<Value> {
        if open.entity.is_some() || open.tag != "a" {
            return open.entity.clone();
        }
        let mut units = 0;
        let start = self
            .text
            .char_indices()
            .find(|(_, c)| {
                let found = units == open.offset;
                units += c.len_utf16();
                found
            })
            .map(|(start, _)| start)?;
        let shown = &self.text[start..];
        (shown.starts_with("http://") || shown.starts_with("https://"))
            .then(|| json!({"type": "text_link", "url": shown}))
    }

    /// `<pre><code class="language-x">` is one block with a language; a language on lone code means nothing.
    fn join_code_and_pre(&mut self, entity: &mut Value) {
        let Some(last) = self.entities.last() else {
            return;
        };
        let same_place = last["offset"] == entity["offset"] && last["length"] == entity["length"];
        if entity["type"] == "pre" && last["type"] == "code" && same_place {
            if let Some(language) = last.get("language") {
                entity["language"] = language.clone();
            }
            self.entities.pop();
        }
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = &self.source[self.at..];
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{super::text::utf16_length, *};

    #[test]
    fn entities_are_counted_in_utf16_units() {
        let parsed = parse("😀 <b>a <i>é</i></b> &lt;x&gt; &#x41; &nope;").unwrap();
        assert_eq!(parsed.text, "😀 a é <x> A &nope;");
        assert_eq!(utf16_length(&parsed.text), 19);
        assert_eq!(
            parsed.entities,
            vec![
                json!({"type": "italic", "offset": 5, "length": 1}),
                json!({"type": "bold", "offset": 3, "length": 3}),
            ]
        );
    }

    #[test]
    fn faults_are_named_with_their_place() {
        for (source, reason) in [
            (
                "<b>x",
                "Can't find end tag corresponding to start tag \"b\"",
            ),
            ("x</b>", "Unexpected end tag at byte offset 1"),
            (
                "<b>x</i>",
                "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
            ),
            ("é <div>", "Unsupported start tag \"div\" at byte offset 3"),
            ("1 < 2>", "Unsupported start tag \"\" at byte offset 2"),
            ("1 < 2", "Unclosed start tag at byte offset 2"),
            ("<b", "Unclosed start tag at byte offset 0"),
        ] {
            assert_eq!(parse(source).err().as_deref(), Some(reason), "{source}");
        }
    }

    #[test]
    fn links_code_blocks_and_quotes_keep_what_they_carry() {
        let parsed = parse(
            "<a href=\"https://a.org/?x=1&amp;y=2\">l</a><pre><code class=\"language-rust\">f</code></pre><blockquote expandable>q</blockquote>",
        )
        .unwrap();
        assert_eq!(
            parsed.entities,
            vec![
                json!({"type": "text_link", "url": "https://a.org/?x=1&y=2", "offset": 0, "length": 1}),
                json!({"type": "pre", "language": "rust", "offset": 1, "length": 1}),
                json!({"type": "expandable_blockquote", "offset": 2, "length": 1}),
            ]
        );
    }
}
