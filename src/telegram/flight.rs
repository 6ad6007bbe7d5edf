//! One claimed outbox row comes in, its way to Telegram and what became of it go out.

use serde::{Deserialize, Serialize};

use super::calls::{Document, Source, Telegram, Trouble};
use crate::core::effect::Purpose;
use crate::core::hearing::Kept;
use crate::core::id::{ChatId, MessageId};
use crate::store::Store;
use crate::store::mail::{Claimed, OutboxRow};
use crate::words::Rendered;

/// An outbox row's body: the message, and what is said before it when it may have arrived already.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    /// The message.
    pub message: Rendered,
    /// "(repeat)" in the reader's language.
    pub repeated: String,
    /// The file that goes with it; the message is its caption then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Kept>,
    /// A file of ours that goes with it in the same way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

/// Sends one row. A new live screen takes the buttons off the one before.
pub async fn fly(
    telegram: &Telegram,
    store: &Store,
    row: &OutboxRow,
    claim: &Claimed,
) -> Result<Option<MessageId>, Trouble> {
    let letter: Letter = serde_json::from_str(&row.body)
        .map_err(|_| Trouble::Refused("the outbox row is not a letter".into()))?;
    let mut message = letter.message;
    if row.repeats > 0 {
        message.html = format!("{}\n{}", letter.repeated, message.html);
        message.plain = format!("{}\n{}", letter.repeated, message.plain);
    }
    if let Some(file) = &letter.file {
        return show(telegram, store, row.chat, file, &message).await;
    }
    if let Some(document) = &letter.document {
        let sent = telegram
            .bring_document(row.chat, document, &message)
            .await?;
        return Ok(Some(sent));
    }
    if let Some(id) = row.edit {
        match formatted(|plain| telegram.edit(row.chat, id, &message, plain)).await {
            Ok(()) => return Ok(Some(id)),
            Err(trouble) if trouble.is_unchanged() => return Ok(Some(id)),
            // The person cleared the chat: the screen comes anew.
            Err(Trouble::MessageGone) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    let sent = formatted(|plain| telegram.write(row.chat, &message, plain)).await?;
    if let (Purpose::Screen, Some(before)) = (row.purpose, claim.live)
        && before != sent
    {
        // Old buttons are harmless, so failing to take them off is too.
        drop(telegram.strip(row.chat, before).await);
    }
    Ok(Some(sent))
}

/// Sends a file again as Telegram knows it; one that Telegram knows no more is brought from the database.
async fn show(
    telegram: &Telegram,
    store: &Store,
    chat: ChatId,
    file: &Kept,
    message: &Rendered,
) -> Result<Option<MessageId>, Trouble> {
    let known = Source::Known(file.file_id.clone());
    let sent = match telegram.show(chat, file.kind, known, message).await {
        Err(Trouble::Refused(_)) => {
            let bytes = store.media(file.media).await;
            let bytes = bytes.map_err(|_| Trouble::Unreached)?;
            let bytes = bytes.ok_or_else(|| Trouble::Refused("the file is not kept".into()))?;
            let brought = Source::Brought(bytes);
            telegram.show(chat, file.kind, brought, message).await?
        }
        result => result?,
    };
    Ok(Some(sent))
}

/// Calls with formatting, and once more without if Telegram refuses it.
pub async fn formatted<T, F, C>(call: C) -> Result<T, Trouble>
where
    F: Future<Output = Result<T, Trouble>>,
    C: Fn(bool) -> F,
{
    match call(false).await {
        Err(Trouble::BadFormatting) => {
            tracing::error!("Telegram refused our formatting; the message went out plain");
            call(true).await
        }
        result => result,
    }
}
