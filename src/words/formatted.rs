//! Spans of text come in, the same text as Telegram's HTML and without markup goes out. Nothing else writes markup.

/// How a span looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Bold,
    Italic,
    Quote,
}

/// A text that grows span by span and never beyond its limit, counted as Telegram counts: UTF-16 units without markup.
pub(super) struct Formatted {
    /// With markup.
    pub html: String,
    /// Without.
    pub plain: String,
    left: usize,
    cut: bool,
}

impl Formatted {
    /// An empty text of at most `limit` characters.
    pub fn new(limit: usize) -> Self {
        Self {
            html: String::new(),
            plain: String::new(),
            left: limit,
            cut: false,
        }
    }

    /// Whether something did not fit.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Adds a span.
    pub fn push(&mut self, style: Style, text: &str) {
        let text = self.fitting(text);
        if text.is_empty() {
            return;
        }
        let (open, close) = match style {
            Style::Plain => ("", ""),
            Style::Bold => ("<b>", "</b>"),
            Style::Italic => ("<i>", "</i>"),
            Style::Quote => ("<blockquote>", "</blockquote>"),
        };
        self.plain.push_str(text);
        self.html.push_str(open);
        for letter in text.chars() {
            match letter {
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '&' => self.html.push_str("&amp;"),
                other => self.html.push(other),
            }
        }
        self.html.push_str(close);
    }

    /// Goes to the next line.
    pub fn new_line(&mut self) {
        self.push(Style::Plain, "\n");
    }

    /// Leaves one line empty.
    pub fn empty_line(&mut self) {
        self.push(Style::Plain, "\n\n");
    }

    /// The part of `text` that still fits; once something was cut, nothing more does.
    fn fitting<'a>(&mut self, text: &'a str) -> &'a str {
        if self.cut {
            return "";
        }
        for (place, letter) in text.char_indices() {
            let Some(left) = self.left.checked_sub(letter.len_utf16()) else {
                self.cut = true;
                return &text[..place];
            };
            self.left = left;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_never_markup() {
        let mut text = Formatted::new(100);
        text.push(Style::Bold, "<b>&amp; you</b>");
        assert_eq!(text.html, "<b>&lt;b&gt;&amp;amp; you&lt;/b&gt;</b>");
        assert_eq!(text.plain, "<b>&amp; you</b>");
    }

    #[test]
    fn a_text_ends_at_its_limit_counted_in_utf_16() {
        let mut text = Formatted::new(5);
        text.push(Style::Plain, "a🙂b");
        text.push(Style::Italic, "🙂🙂");
        text.push(Style::Plain, "c");
        assert_eq!(text.plain, "a🙂b");
        assert!(text.is_cut());
    }
}
