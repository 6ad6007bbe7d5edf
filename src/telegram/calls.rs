//! One call to the Bot API each: values in, a verdict out that says what the caller can do about it.
//!
//! Long because every call that the bot makes stands here, each with what it sends and how it fails.

use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, DeleteMessages, DeleteMyCommands,
    DeleteMyCommandsSetters, EditMessageReplyMarkup, EditMessageText, EditMessageTextSetters,
    SendDocument, SendDocumentSetters, SendMessage, SendMessageSetters, SendPhoto,
    SendPhotoSetters, SendVideo, SendVideoSetters, SendVoice, SendVoiceSetters, SetMyCommands,
    SetMyCommandsSetters,
};
use teloxide::prelude::{Request, Requester};
use teloxide::requests::{JsonRequest, MultipartPayload, MultipartRequest, Payload};
use teloxide::types::{
    BotCommand, BotCommandScope, ButtonRequest, CallbackQueryId, FileId, InlineKeyboardButton,
    InlineKeyboardMarkup, InputFile, KeyboardButton, KeyboardMarkup, KeyboardRemove,
    LinkPreviewOptions, ParseMode, Recipient, True,
};
use teloxide::{ApiError, Bot, RequestError};

use super::reading::Raw;
use crate::core::expecting::InExpecting;
use crate::core::form::MediaKind;
use crate::core::id::{ChatId, MessageId};
use crate::core::press::Press;
use crate::core::screen::Keyboard;
use crate::words::Rendered;

/// How long Telegram may hold a poll open, in seconds.
pub const POLL_SECONDS: u32 = 25;
/// The kinds of updates that we ask for; listed, because some are sent only when asked for.
const ALLOWED_UPDATES: [&str; 4] = [
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
];

/// Telegram, as one bot sees it.
#[derive(Clone)]
pub struct Telegram {
    bot: Bot,
}

/// Why a call did not do what it should, by what the caller can do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Telegram was not reached; the call had no effect. Repeat at once.
    #[error("Telegram cannot be reached")]
    Unreached,
    /// The call may or may not have had its effect.
    #[error("Telegram's answer did not arrive")]
    InDoubt,
    /// Too many calls; repeat after this long.
    #[error("Telegram asks to wait {0}")]
    Wait(TimeDelta),
    /// The token is unknown, revoked or mistyped. Stop.
    #[error("Telegram does not know this token")]
    BadToken,
    /// Another process polls with this token, or a webhook is set.
    #[error("another process receives the updates of this bot")]
    NotAlone,
    /// The person blocked the bot, or their account is gone.
    #[error("this chat does not take messages from the bot")]
    ChatClosed,
    /// The chat has another number now.
    #[error("this chat has moved")]
    ChatMoved(ChatId),
    /// The message to edit is gone.
    #[error("the message to edit is gone")]
    MessageGone,
    /// Telegram refuses the formatting.
    #[error("Telegram refuses the formatting of a message")]
    BadFormatting,
    /// Telegram refuses the call for good; the reason names no content of ours.
    #[error("Telegram refuses the call: {0}")]
    Refused(String),
}

/// Where phones list commands.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'a> {
    /// In this private chat, whatever language the phone speaks.
    InChat(ChatId),
    /// Wherever no list of its own is set: on phones in this language, or in any other.
    Elsewhere(Option<&'a str>),
}

/// The bot's own account.
#[derive(Clone, Debug, Deserialize)]
pub struct Me {
    /// Its number.
    pub id: i64,
    /// Its name in links.
    pub username: String,
}

/// All that we need to know of a message that was sent; the rest may be of a kind that nobody knows yet.
#[derive(Debug, Deserialize)]
struct Posted {
    message_id: i32,
}

/// A payload of teloxide's whose answer is read as `T`.
#[derive(Serialize, Clone)]
#[serde(transparent)]
struct As<P, T> {
    payload: P,
    #[serde(skip)]
    answer: std::marker::PhantomData<fn() -> T>,
}

impl<P: Payload, T> Payload for As<P, T> {
    type Output = T;
    const NAME: &'static str = P::NAME;
}

impl<P: MultipartPayload, T> MultipartPayload for As<P, T> {
    fn copy_files(&self, into: &mut dyn FnMut(InputFile)) {
        self.payload.copy_files(into);
    }

    fn move_files(&mut self, into: &mut dyn FnMut(InputFile)) {
        self.payload.move_files(into);
    }
}

/// Where a file that is sent comes from.
#[derive(Debug)]
pub enum Source {
    /// Telegram knows it by this id.
    Known(String),
    /// These bytes.
    Brought(Vec<u8>),
}

/// A file of ours.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub text: String,
}

#[derive(Serialize, Clone)]
struct GetMe {}

impl Payload for GetMe {
    type Output = Me;
    const NAME: &'static str = "GetMe";
}

#[derive(Serialize, Clone)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u32,
    allowed_updates: [&'static str; 4],
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "GetUpdates";
}

#[derive(Serialize, Clone)]
struct SetWebhook {
    url: String,
    secret_token: String,
    allowed_updates: [&'static str; 4],
}

impl Payload for SetWebhook {
    type Output = True;
    const NAME: &'static str = "SetWebhook";
}

#[derive(Serialize, Clone)]
struct DeleteWebhook {}

impl Payload for DeleteWebhook {
    type Output = True;
    const NAME: &'static str = "DeleteWebhook";
}

impl Telegram {
    /// A bot with this token, on this server.
    ///
    /// # Errors
    /// When `api_url` is no URL.
    pub fn new(token: &str, api_url: &str) -> anyhow::Result<Self> {
        use anyhow::Context as _;
        // A poll is held open for POLL_SECONDS; the rest is for its way.
        let client = teloxide::net::default_reqwest_settings()
            .timeout(Duration::from_secs(u64::from(POLL_SECONDS) + 15))
            .build()
            .context("the HTTP client cannot be built")?;
        let url = api_url
            .parse()
            .context("KINKEEPER_API_URL is no URL; write one such as https://api.telegram.org")?;
        let bot = Bot::with_client(token, client).set_api_url(url);
        Ok(Self { bot })
    }

    /// Asks who the bot is; also tells whether the token is good.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn me(&self) -> Result<Me, Trouble> {
        self.send(GetMe {}).await
    }

    /// Up to 100 raw updates from `offset` on; asking confirms all before it.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn updates(&self, offset: Option<i64>, timeout: u32) -> Result<Vec<Raw>, Trouble> {
        let payload = GetUpdates {
            offset,
            limit: 100,
            timeout,
            allowed_updates: ALLOWED_UPDATES,
        };
        match JsonRequest::new(self.bot.clone(), payload).send().await {
            Ok(updates) => Ok(updates.iter().filter_map(Raw::of).collect()),
            // One update that nests too deep must not hold up the others for ever.
            Err(RequestError::InvalidJson { raw, .. }) => each_update(&raw).ok_or(Trouble::InDoubt),
            Err(error) => Err(trouble(&error)),
        }
    }

    /// Has updates brought to `url`, with `secret` in a header.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn set_webhook(&self, url: &str, secret: &str) -> Result<(), Trouble> {
        let call = SetWebhook {
            url: url.to_owned(),
            secret_token: secret.to_owned(),
            allowed_updates: ALLOWED_UPDATES,
        };
        self.send(call).await.map(drop)
    }

    /// Stops bringing updates; they wait to be fetched.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn delete_webhook(&self) -> Result<(), Trouble> {
        self.send(DeleteWebhook {}).await.map(drop)
    }

    /// Writes a new message.
    ///
    /// # Errors
    /// See [`Trouble`]; formatting that is refused is not sent again here.
    pub async fn write(
        &self,
        chat: ChatId,
        message: &Rendered,
        plain: bool,
    ) -> Result<MessageId, Trouble> {
        let text = if plain { &message.plain } else { &message.html };
        let mut call = SendMessage::new(recipient(chat), text)
            .link_preview_options(no_preview())
            .protect_content(message.protected);
        if !plain {
            call = call.parse_mode(ParseMode::Html);
        }
        match message.keyboard {
            Keyboard::Under if message.rows.is_empty() => {}
            Keyboard::Under => call = call.reply_markup(keyboard(message)),
            Keyboard::Entry => call = call.reply_markup(entry_keyboard(message)),
            Keyboard::Gone => call = call.reply_markup(KeyboardRemove::new()),
        }
        let posted: Posted = self.send(answered_as(call)).await?;
        Ok(MessageId(posted.message_id))
    }

    /// Sends a file with a message as its caption.
    ///
    /// # Errors
    /// See [`Trouble`]; a file that Telegram knows no more, or as something else, is refused.
    pub async fn show(
        &self,
        chat: ChatId,
        kind: MediaKind,
        source: Source,
        message: &Rendered,
    ) -> Result<MessageId, Trouble> {
        let (to, caption, protected) = (recipient(chat), &message.plain, message.protected);
        let file = |name: &'static str| match source {
            Source::Known(id) => InputFile::file_id(FileId(id)),
            Source::Brought(bytes) => InputFile::memory(bytes).file_name(name),
        };
        let posted: Posted = match kind {
            MediaKind::Audio => {
                let call = SendVoice::new(to, file("voice.ogg")).caption(caption);
                self.bring(call.protect_content(protected)).await?
            }
            MediaKind::Image => {
                let call = SendPhoto::new(to, file("photo.jpg")).caption(caption);
                self.bring(call.protect_content(protected)).await?
            }
            MediaKind::Video => {
                let call = SendVideo::new(to, file("video.mp4")).caption(caption);
                self.bring(call.protect_content(protected)).await?
            }
            MediaKind::File => {
                let call = SendDocument::new(to, file("file")).caption(caption);
                self.bring(call.protect_content(protected)).await?
            }
        };
        Ok(MessageId(posted.message_id))
    }

    /// Sends a file of ours, with a message as its caption.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn bring_document(
        &self,
        chat: ChatId,
        document: &Document,
        message: &Rendered,
    ) -> Result<MessageId, Trouble> {
        let Document { name, text } = document;
        let file = InputFile::memory(text.clone().into_bytes()).file_name(name.clone());
        let call = SendDocument::new(recipient(chat), file).caption(&message.plain);
        let posted = self.bring(call.protect_content(message.protected)).await?;
        Ok(MessageId(posted.message_id))
    }

    /// Changes a message; one that says so already is as good as changed.
    ///
    /// # Errors
    /// See [`Trouble`]; formatting that is refused is not sent again here.
    pub async fn edit(
        &self,
        chat: ChatId,
        id: MessageId,
        message: &Rendered,
        plain: bool,
    ) -> Result<(), Trouble> {
        let text = if plain { &message.plain } else { &message.html };
        let mut call =
            EditMessageText::new(recipient(chat), teloxide::types::MessageId(id.0), text)
                .link_preview_options(no_preview())
                .reply_markup(keyboard(message));
        if !plain {
            call = call.parse_mode(ParseMode::Html);
        }
        self.send::<_, Value>(answered_as(call)).await.map(drop)
    }

    /// Takes the buttons off a message.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn strip(&self, chat: ChatId, id: MessageId) -> Result<(), Trouble> {
        let call = EditMessageReplyMarkup::new(recipient(chat), teloxide::types::MessageId(id.0));
        self.send::<_, Value>(answered_as(call)).await.map(drop)
    }

    /// Deletes messages; those that are gone or too old are passed over.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn delete(&self, chat: ChatId, ids: &[MessageId]) -> Result<(), Trouble> {
        let ids = ids.iter().map(|id| teloxide::types::MessageId(id.0));
        let call = DeleteMessages::new(recipient(chat), ids);
        self.send(answered_as::<_, True>(call)).await.map(drop)
    }

    /// Answers a press, with a few words or none.
    ///
    /// # Errors
    /// See [`Trouble`]; one that is too old is refused.
    pub async fn answer(&self, callback: &str, words: Option<String>) -> Result<(), Trouble> {
        let mut call = AnswerCallbackQuery::new(CallbackQueryId(callback.to_owned()));
        if let Some(words) = words {
            call = call.text(words);
        }
        self.send(answered_as::<_, True>(call)).await.map(drop)
    }

    /// Fetches a file's bytes.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn fetch(&self, file_id: &str) -> Result<Vec<u8>, Trouble> {
        use teloxide::net::Download as _;
        let id = teloxide::types::FileId(file_id.to_owned());
        let file = self
            .bot
            .get_file(id)
            .send()
            .await
            .map_err(|error| trouble(&error))?;
        let mut bytes = Vec::new();
        let fetched = self.bot.download_file(&file.path, &mut bytes).await;
        fetched.map_err(|_| Trouble::Unreached)?;
        Ok(bytes)
    }

    /// Sets the commands that phones list there.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn set_commands(
        &self,
        listed: Listed<'_>,
        commands: &[(String, String)],
    ) -> Result<(), Trouble> {
        let commands = commands
            .iter()
            .map(|(command, description)| BotCommand::new(command, description));
        let mut call = SetMyCommands::new(commands);
        match listed {
            Listed::InChat(chat) => call = call.scope(in_chat(chat)),
            Listed::Elsewhere(Some(language)) => call = call.language_code(language),
            Listed::Elsewhere(None) => {}
        }
        self.send(answered_as::<_, True>(call)).await.map(drop)
    }

    /// A chat lists again what all others do.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn forget_commands(&self, chat: ChatId) -> Result<(), Trouble> {
        let call = DeleteMyCommands::new().scope(in_chat(chat));
        self.send(answered_as::<_, True>(call)).await.map(drop)
    }

    async fn bring<P>(&self, payload: P) -> Result<Posted, Trouble>
    where
        P: MultipartPayload + Serialize + Clone + Send + Sync + 'static,
    {
        let call = MultipartRequest::new(self.bot.clone(), answered_as::<_, Posted>(payload));
        call.send().await.map_err(|error| trouble(&error))
    }

    async fn send<P, T>(&self, payload: P) -> Result<T, Trouble>
    where
        P: Payload<Output = T> + Serialize + Send + 'static,
        T: serde::de::DeserializeOwned + Send + 'static,
    {
        let call = JsonRequest::new(self.bot.clone(), payload);
        call.send().await.map_err(|error| trouble(&error))
    }
}

/// The updates of an answer that teloxide could not read, without looking into them.
fn each_update(answer: &str) -> Option<Vec<Raw>> {
    #[derive(Deserialize)]
    struct Answer<'a> {
        #[serde(borrow)]
        result: Vec<&'a RawValue>,
    }
    let Answer { result } = serde_json::from_str(answer).ok()?;
    let updates = result.into_iter();
    Some(
        updates
            .filter_map(|update| Raw::of_text(update.get()))
            .collect(),
    )
}

fn answered_as<P, T>(payload: P) -> As<P, T> {
    As {
        payload,
        answer: std::marker::PhantomData,
    }
}

fn recipient(chat: ChatId) -> Recipient {
    Recipient::Id(teloxide::types::ChatId(chat.0))
}

fn in_chat(chat: ChatId) -> BotCommandScope {
    BotCommandScope::Chat {
        chat_id: recipient(chat),
    }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn keyboard(message: &Rendered) -> InlineKeyboardMarkup {
    let rows = message.rows.iter().map(|row| {
        let keys = row.iter();
        keys.map(|key| InlineKeyboardButton::callback(&key.label, &key.data))
    });
    InlineKeyboardMarkup::new(rows)
}

/// Buttons in place of the phone's keyboard. They send their words, but for the one that shares the person's own contact.
fn entry_keyboard(message: &Rendered) -> KeyboardMarkup {
    let share = Press::Expecting(InExpecting::Share).encode();
    let rows = message.rows.iter().map(|row| {
        let keys = row.iter();
        keys.map(|key| {
            let button = KeyboardButton::new(&key.label);
            match key.data == share {
                true => button.request(ButtonRequest::Contact),
                false => button,
            }
        })
    });
    KeyboardMarkup::new(rows).resize_keyboard().persistent()
}

/// Sorts teloxide's errors by what can be done about them. Their texts can hold message texts and the token, so
/// nothing of them is passed on but what Telegram says of itself.
fn trouble(error: &RequestError) -> Trouble {
    match error {
        RequestError::RetryAfter(seconds) => {
            Trouble::Wait(TimeDelta::seconds(i64::from(seconds.seconds())))
        }
        RequestError::MigrateToChatId(chat) => Trouble::ChatMoved(ChatId(chat.0)),
        RequestError::Network(error) if error.is_connect() => Trouble::Unreached,
        RequestError::Network(_) | RequestError::InvalidJson { .. } => Trouble::InDoubt,
        RequestError::Io(_) => Trouble::Unreached,
        RequestError::Api(error) => api_trouble(error),
    }
}

fn api_trouble(error: &ApiError) -> Trouble {
    match error {
        ApiError::InvalidToken => Trouble::BadToken,
        ApiError::TerminatedByOtherGetUpdates | ApiError::CantGetUpdates => Trouble::NotAlone,
        ApiError::BotBlocked
        | ApiError::BotKicked
        | ApiError::BotKickedFromSupergroup
        | ApiError::UserDeactivated
        | ApiError::CantInitiateConversation
        | ApiError::ChatNotFound
        | ApiError::GroupDeactivated => Trouble::ChatClosed,
        ApiError::MessageToEditNotFound
        | ApiError::MessageIdInvalid
        | ApiError::MessageCantBeEdited => Trouble::MessageGone,
        ApiError::CantParseEntities(_) => Trouble::BadFormatting,
        ApiError::Unknown(text) if text.starts_with("Conflict") => Trouble::NotAlone,
        ApiError::Unknown(text) if text.starts_with("Forbidden") => Trouble::ChatClosed,
        other => Trouble::Refused(format!("{other}")),
    }
}

impl Trouble {
    /// Whether an edit that ended so has done its work: the message says already what it should.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        matches!(self, Self::Refused(reason) if reason.contains("message is not modified"))
    }
}
