//! Free words outside a form: a text, a voice note or a photo comes in, what is kept of it goes out.

use super::alert::{Note, Spoken};
use super::effect::Effect;
use super::event::{Event, Happened, LARGEST_FILE_BYTES};
use super::form::MediaKind;
use super::id::CaseId;
use super::screen::Line;

/// Characters of one note; more belongs in a call.
const LONGEST: usize = 1000;

/// What was said about `case`, in words or in a file of one of these kinds, and what keeps the file.
///
/// # Errors
/// Why it cannot be kept, for whoever said it.
pub fn noted(
    event: &Event,
    case: CaseId,
    kinds: &[MediaKind],
) -> Result<(Note, Option<Effect>), Line> {
    match &event.happened {
        Happened::Text { text, .. } if !text.trim().is_empty() => {
            if text.chars().count() > LONGEST {
                return Err(Line::TooLong {
                    limit: u32::try_from(LONGEST).unwrap_or(u32::MAX),
                });
            }
            Ok((Note::Words(text.trim().to_owned()), None))
        }
        Happened::Media { file, .. } if kinds.contains(&file.kind) => {
            if file.bytes.is_some_and(|bytes| bytes > LARGEST_FILE_BYTES) {
                return Err(Line::FileTooLarge);
            }
            let media = event.fresh.media;
            let keep = Effect::KeepMedia {
                media,
                case,
                file: file.clone(),
            };
            let kind = file.kind;
            Ok((Note::Media(Spoken { media, kind }), Some(keep)))
        }
        _ => Err(Line::NotAnAnswer),
    }
}
