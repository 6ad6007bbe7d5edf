//! Takes the bytes of uploads, keeps them under Telegram's ids and paths, and describes them as the Bot API does.

use std::collections::{BTreeMap, HashMap};

use axum::body::Bytes;
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A kind of file that a message can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A picture, given in several sizes.
    Photo,
    /// A recorded voice note (OGG with Opus on the real server).
    Voice,
    /// Any file.
    Document,
    /// Music or any other sound file.
    Audio,
    /// A film.
    Video,
}

impl FileKind {
    /// The Bot API's name of the message field and of the upload parameter.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Voice => "voice",
            Self::Document => "document",
            Self::Audio => "audio",
            Self::Video => "video",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Photo => "photos",
            Self::Voice => "voice",
            Self::Document => "documents",
            Self::Audio => "music",
            Self::Video => "videos",
        }
    }
}

/// A file as it arrives.
#[derive(Clone, Debug)]
pub(super) struct Arriving {
    pub kind: FileKind,
    pub bytes: Bytes,
    pub name: Option<String>,
    pub mime: Option<String>,
    pub seconds: Option<u64>,
}

/// A kept file; all sizes of a photo share one content.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct StoredFile {
    content: u64,
    pub size: usize,
    pub mime: Option<String>,
    path: String,
    unique_id: String,
    pub kind: FileKind,
    /// The value of the message field that holds it, to send the same file again by its id.
    pub value: Value,
}

/// All files by id and by path.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Files {
    by_id: HashMap<String, StoredFile>,
    paths: HashMap<String, String>,
    /// The bytes, by the number that the file had when it arrived.
    contents: BTreeMap<u64, Content>,
    count: u64,
}

/// A file's bytes; in JSON they are base64.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct Content(Bytes);

impl From<Content> for String {
    fn from(content: Content) -> Self {
        BASE64.encode(&content.0)
    }
}

impl TryFrom<String> for Content {
    type Error = data_encoding::DecodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Ok(Self(BASE64.decode(text.as_bytes())?.into()))
    }
}

impl Files {
    /// Keeps a file; gives the value of the message field for it.
    pub fn keep(&mut self, file: Arriving) -> Value {
        match file.kind {
            FileKind::Photo => self.keep_photo(&file),
            FileKind::Voice | FileKind::Document | FileKind::Audio | FileKind::Video => {
                self.keep_whole(file)
            }
        }
    }

    fn keep_whole(&mut self, file: Arriving) -> Value {
        let mime = file
            .mime
            .clone()
            .or_else(|| guess_mime(&file.bytes).map(str::to_owned));
        let (id, unique_id, path) = self.next_names(&file, mime.as_deref());
        let mut value =
            json!({"file_id": id, "file_unique_id": unique_id, "file_size": file.bytes.len()});
        if let Some(mime) = &mime {
            value["mime_type"] = json!(mime);
        }
        let duration = file
            .seconds
            .or_else(|| ogg_seconds(&file.bytes))
            .unwrap_or(1);
        match file.kind {
            FileKind::Voice => value["duration"] = json!(duration),
            FileKind::Audio | FileKind::Video => {
                value["duration"] = json!(duration);
                value["file_name"] = json!(file.name);
                if file.kind == FileKind::Video {
                    value["width"] = json!(640);
                    value["height"] = json!(360);
                }
            }
            FileKind::Document | FileKind::Photo => value["file_name"] = json!(file.name),
        }
        if value["file_name"].is_null()
            && let Some(object) = value.as_object_mut()
        {
            object.remove("file_name");
        }
        let stored = StoredFile {
            content: self.count,
            size: file.bytes.len(),
            mime,
            path,
            unique_id,
            kind: file.kind,
            value: value.clone(),
        };
        self.contents.insert(stored.content, Content(file.bytes));
        self.insert(id, stored);
        value
    }

    /// The bytes are not scaled: every size has its own id and its own measures, and shares the one file.
    fn keep_photo(&mut self, file: &Arriving) -> Value {
        let (width, height) = image_size(&file.bytes).unwrap_or((1280, 960));
        let mime = guess_mime(&file.bytes).unwrap_or("image/jpeg");
        let longest = width.max(height).clamp(1, 1280);
        let mut edges: Vec<u64> = [90, 320, 800]
            .into_iter()
            .filter(|edge| *edge < longest)
            .collect();
        edges.push(longest);
        let mut sizes = Vec::new();
        for edge in edges {
            let (id, unique_id, path) = self.next_names(file, Some(mime));
            let scaled = |side: u64| (side * edge / width.max(height).max(1)).max(1);
            sizes.push((
                id.clone(),
                unique_id.clone(),
                path,
                json!({"file_id": id, "file_unique_id": unique_id, "file_size": file.bytes.len(),
                    "width": scaled(width), "height": scaled(height)}),
            ));
        }
        let value = Value::Array(sizes.iter().map(|size| size.3.clone()).collect());
        let content = self.count;
        self.contents.insert(content, Content(file.bytes.clone()));
        for (id, unique_id, path, _) in sizes {
            let stored = StoredFile {
                content,
                size: file.bytes.len(),
                mime: Some(mime.to_owned()),
                path,
                unique_id,
                kind: file.kind,
                value: value.clone(),
            };
            self.insert(id, stored);
        }
        value
    }

    fn insert(&mut self, id: String, file: StoredFile) {
        self.paths.insert(file.path.clone(), id.clone());
        self.by_id.insert(id, file);
    }

    /// Leaves `count` ids out.
    pub fn skip(&mut self, count: u32) {
        self.count += u64::from(count);
    }

    fn next_names(&mut self, file: &Arriving, mime: Option<&str>) -> (String, String, String) {
        self.count += 1;
        let number = self.count;
        let folder = file.kind.folder();
        let own = file
            .name
            .as_deref()
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, end)| end);
        let clean =
            own.filter(|end| end.len() <= 8 && end.bytes().all(|b| b.is_ascii_alphanumeric()));
        let ending = match file.kind {
            FileKind::Voice => "oga",
            FileKind::Photo => "jpg",
            FileKind::Document | FileKind::Audio | FileKind::Video => clean
                .or_else(|| Some(mime?.rsplit_once('/')?.1))
                .unwrap_or("bin"),
        };
        (
            format!("SimFile-{}-{number:010}", file.kind.field()),
            format!("SimUnique{number:08}"),
            format!("{folder}/file_{number}.{ending}"),
        )
    }

    pub fn by_id(&self, id: &str) -> Option<&StoredFile> {
        self.by_id.get(id)
    }

    pub fn by_path(&self, path: &str) -> Option<&StoredFile> {
        self.by_id.get(self.paths.get(path)?)
    }

    pub fn bytes(&self, file: &StoredFile) -> Bytes {
        let content = self.contents.get(&file.content);
        content.map(|content| content.0.clone()).unwrap_or_default()
    }
}

impl StoredFile {
    /// The Bot API's File.
    pub fn file(&self, id: &str) -> Value {
        json!({"file_id": id, "file_unique_id": self.unique_id, "file_size": self.size, "file_path": self.path})
    }
}

fn guess_mime(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 7] = [
        (b"OggS", "audio/ogg"),
        (b"\x89PNG", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"%PDF", "application/pdf"),
        (b"GIF8", "image/gif"),
        (b"\x1aE\xdf\xa3", "video/webm"),
        (b"ID3", "audio/mpeg"),
    ];
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    known.map(|(_, mime)| *mime)
}

/// The length of an Opus stream: the last page's granule position counts samples at 48 kHz.
fn ogg_seconds(bytes: &[u8]) -> Option<u64> {
    let last = bytes.windows(4).rposition(|window| window == b"OggS")?;
    let granule = bytes.get(last + 6..last + 14)?;
    let samples = u64::from_le_bytes(granule.try_into().ok()?);
    Some(samples.div_ceil(48_000).max(1))
}

fn image_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let be16 = |at: usize| {
        Some(u64::from(u16::from_be_bytes(
            bytes.get(at..at + 2)?.try_into().ok()?,
        )))
    };
    let be32 = |at: usize| {
        Some(u64::from(u32::from_be_bytes(
            bytes.get(at..at + 4)?.try_into().ok()?,
        )))
    };
    if bytes.starts_with(b"\x89PNG") {
        return Some((be32(16)?, be32(20)?));
    }
    if !bytes.starts_with(b"\xff\xd8") {
        return None;
    }
    // JPEG: walk the segments to the first start-of-frame.
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Some((be16(at + 7)?, be16(at + 5)?));
        }
        at += 2 + usize::try_from(be16(at + 2)?).ok()?;
    }
}
