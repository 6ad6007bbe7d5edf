//! One answer's value, as it is stored and as JSON carries it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat};
use serde::{Deserialize, Serialize};

/// What a question holds.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Words a person typed, or a hidden or calculated text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with decimals; finite, at most [`super::limits::DECIMAL_DIGITS`] digits when typed.
    Decimal(f64),
    /// A civil date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// An instant with the offset it was given in.
    DateTime(DateTime<FixedOffset>),
    /// The name of the chosen choice.
    One(String),
    /// The names of the chosen choices, in the order of the list.
    Many(Vec<String>),
    /// A voice note, a photo, a video or a file.
    Media(Media),
    /// The person has seen it.
    Acknowledged,
}

/// A medium that answers a question.
#[derive(Serialize, Deserialize, PartialEq, Debug, Clone)]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// Opaque id under which the store keeps it.
    pub file: String,
    /// What the person wrote under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
}

/// Kinds of media.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub enum MediaKind {
    /// A photo.
    Image,
    /// A voice note or a sound file.
    Audio,
    /// A video.
    Video,
    /// Any other file.
    File,
}

impl MediaKind {
    /// The word that stands for it in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::File => "file",
        }
    }

    /// Whether a question for this kind takes a medium of the other; one for files takes all.
    #[must_use]
    pub fn takes(self, other: Self) -> bool {
        self == Self::File || self == other
    }
}

impl Value {
    /// True when it holds nothing: no words, no choices.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) | Self::One(text) => text.is_empty(),
            Self::Many(names) => names.is_empty(),
            Self::Integer(_)
            | Self::Decimal(_)
            | Self::Date(_)
            | Self::Time(_)
            | Self::DateTime(_)
            | Self::Media(_)
            | Self::Acknowledged => false,
        }
    }

    /// The value in the form XLSForm stores: names of choices joined by blanks, ISO dates, the id of a medium.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) | Self::One(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
            Self::DateTime(at) => at.to_rfc3339_opts(SecondsFormat::Secs, false),
            Self::Many(names) => names.join(" "),
            Self::Media(media) => media.file.clone(),
            Self::Acknowledged => "OK".to_owned(),
        }
    }
}
