//! What a person sends besides words: files, contacts, places, stickers.

use axum::body::Bytes;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Problem;
use crate::simulator::{
    FileKind, Media, Simulator, media::Arriving, text::Formatted, world::World,
};

/// A file that a person sends.
#[derive(Clone, Debug)]
pub struct PhoneFile {
    /// As what it is sent.
    pub kind: FileKind,
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Its name, if any.
    pub name: Option<String>,
    /// Its media type; guessed from the first bytes when there is none.
    pub mime: Option<String>,
    /// Words under it.
    pub caption: Option<String>,
    /// How long it plays; read from OGG when there is none.
    pub seconds: Option<u64>,
}

impl PhoneFile {
    /// A file without name, type and caption.
    #[must_use]
    pub fn new(kind: FileKind, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            kind,
            bytes: bytes.into(),
            name: None,
            mime: None,
            caption: None,
            seconds: None,
        }
    }
}

/// A contact card; empty, it is the person's own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Somebody else's number.
    pub phone_number: Option<String>,
    /// Somebody else's name.
    pub first_name: Option<String>,
    /// Somebody else's Telegram id, if they have one.
    pub user_id: Option<i64>,
}

impl Simulator {
    /// Sends a file; gives the message's id.
    ///
    /// # Errors
    /// When the phone would not do it.
    pub fn send_file(&self, person: i64, file: PhoneFile) -> Result<i64, Problem> {
        self.change(|world| {
            world.person(person)?;
            if file.bytes.is_empty() {
                return Err(Problem::not_possible("an empty file cannot be sent"));
            }
            let value = world.files.keep(Arriving {
                kind: file.kind,
                bytes: Bytes::from(file.bytes),
                name: file.name,
                mime: file.mime,
                seconds: file.seconds,
            });
            let mut content = Map::from_iter([(file.kind.field().to_owned(), value)]);
            let caption = Formatted::typed(&file.caption.unwrap_or_default());
            if !caption.text.is_empty() {
                content.insert("caption".to_owned(), json!(caption.text));
            }
            if !caption.entities.is_empty() {
                content.insert("caption_entities".to_owned(), json!(caption.entities));
            }
            world.send(person, person, content)
        })
    }

    /// Shares a contact card; gives the message's id.
    ///
    /// # Errors
    /// When the phone would not do it.
    pub fn send_contact(&self, person: i64, contact: Contact) -> Result<i64, Problem> {
        self.change(|world| world.send_contact(person, contact))
    }

    /// Shares a place in degrees; gives the message's id.
    ///
    /// # Errors
    /// When the phone would not do it.
    pub fn send_location(
        &self,
        person: i64,
        latitude: f64,
        longitude: f64,
    ) -> Result<i64, Problem> {
        self.change(|world| world.send_location(person, latitude, longitude))
    }

    /// Sends a sticker of this emoji; gives the message's id.
    ///
    /// # Errors
    /// When the phone would not do it.
    pub fn send_sticker(&self, person: i64, emoji: &str) -> Result<i64, Problem> {
        let sticker = json!({
            "file_id": "SimSticker", "file_unique_id": "SimStickerUnique", "type": "regular",
            "width": 512, "height": 512, "is_animated": false, "is_video": false, "emoji": emoji, "file_size": 12_000,
        });
        self.change(|world| world.send(person, person, field("sticker", sticker)))
    }

    /// A medium's bytes by its file id.
    #[must_use]
    pub fn media(&self, file_id: &str) -> Option<Media> {
        self.look(|world| {
            let file = world.files.by_id(file_id)?;
            Some(Media {
                bytes: world.files.bytes(file),
                mime: file.mime.clone(),
            })
        })
    }
}

impl World {
    pub(super) fn send_contact(&mut self, person: i64, contact: Contact) -> Result<i64, Problem> {
        let own = self.person(person)?;
        let value = match contact.phone_number {
            Some(number) => {
                let name = contact.first_name.unwrap_or_else(|| "Contact".to_owned());
                let mut value = json!({"phone_number": number, "first_name": name});
                if let Some(id) = contact.user_id {
                    value["user_id"] = json!(id);
                }
                value
            }
            None => json!({
                "phone_number": format!("+2547{:08}", person.rem_euclid(100_000_000)),
                "first_name": own.first_name,
                "user_id": own.id,
            }),
        };
        self.send(person, person, field("contact", value))
    }

    pub(super) fn send_location(
        &mut self,
        person: i64,
        latitude: f64,
        longitude: f64,
    ) -> Result<i64, Problem> {
        let place = json!({"latitude": latitude, "longitude": longitude});
        self.send(person, person, field("location", place))
    }
}

fn field(name: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), value)])
}
