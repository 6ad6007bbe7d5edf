//! A bot library drives the simulator as it drives Telegram.

use kinkeeper::simulator::{FileKind, PhoneFile, Press};
use teloxide::{
    ApiError, RequestError,
    net::Download,
    payloads::{EditMessageTextSetters, SendMessageSetters},
    prelude::Requester,
    types::{
        CallbackQueryId, ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
        MessageId, ParseMode, UpdateKind,
    },
};

use super::stand::{AMINA, Stand};

const CHAT: ChatId = ChatId(AMINA);

#[tokio::test]
async fn teloxide_sends_edits_answers_and_fetches() {
    let stand = Stand::new().await;
    let bot = &stand.bot;
    assert_eq!(bot.get_me().await.unwrap().username(), "kinkeeper_demo_bot");
    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("Yes", "y")]]);
    let sent = bot
        .send_message(CHAT, "<b>Sure?</b>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard)
        .await
        .unwrap();
    assert_eq!(sent.text(), Some("Sure?"));
    assert_eq!(sent.entities().unwrap().len(), 1);
    stand
        .simulator
        .press(AMINA, Press::labelled("Yes"))
        .unwrap();
    let updates = bot.get_updates().await.unwrap();
    let UpdateKind::CallbackQuery(query) = &updates[0].kind else {
        panic!("{updates:?}")
    };
    assert_eq!(query.data.as_deref(), Some("y"));
    bot.answer_callback_query(query.id.clone()).await.unwrap();
    let edited = bot
        .edit_message_text(CHAT, sent.id, "<i>Done</i>")
        .parse_mode(ParseMode::Html)
        .await
        .unwrap();
    assert_eq!(edited.text(), Some("Done"));

    stand
        .simulator
        .send_file(
            AMINA,
            PhoneFile::new(FileKind::Photo, b"\xff\xd8\xff not a picture".to_vec()),
        )
        .unwrap();
    let updates = bot.get_updates().await.unwrap();
    let UpdateKind::Message(message) = &updates[1].kind else {
        panic!("{updates:?}")
    };
    let sizes = message.photo().unwrap();
    assert!(sizes.len() > 1);
    let file = bot.get_file(sizes[0].file.id.clone()).await.unwrap();
    let mut bytes = Vec::new();
    bot.download_file(&file.path, &mut bytes).await.unwrap();
    assert_eq!(bytes, b"\xff\xd8\xff not a picture");

    let voice = bot
        .send_voice(CHAT, InputFile::memory(b"OggS".to_vec()))
        .await
        .unwrap();
    let again = InputFile::file_id(voice.voice().unwrap().file.id.clone());
    bot.send_voice(CHAT, again).await.unwrap();
    bot.get_chat(CHAT).await.unwrap();
    bot.delete_message(CHAT, sent.id).await.unwrap();
    let info = bot.get_webhook_info().await.unwrap();
    assert_eq!(info.pending_update_count, 2);
}

#[tokio::test]
async fn teloxide_recognises_the_refusals() {
    let stand = Stand::new().await;
    let bot = &stand.bot;
    let sent = bot.send_message(CHAT, "x").await.unwrap();
    let api = |error: RequestError| match error {
        RequestError::Api(error) => error,
        other => panic!("{other:?}"),
    };
    let error = bot.edit_message_text(CHAT, sent.id, "x").await.unwrap_err();
    assert_eq!(api(error), ApiError::MessageNotModified);
    let error = bot
        .edit_message_text(CHAT, MessageId(99), "x")
        .await
        .unwrap_err();
    assert_eq!(api(error), ApiError::MessageToEditNotFound);
    let error = bot.delete_message(CHAT, MessageId(99)).await.unwrap_err();
    assert_eq!(api(error), ApiError::MessageToDeleteNotFound);
    let error = bot.send_message(CHAT, " ").await.unwrap_err();
    assert_eq!(api(error), ApiError::MessageTextIsEmpty);
    let error = bot.send_message(ChatId(1), "x").await.unwrap_err();
    assert_eq!(api(error), ApiError::ChatNotFound);
    let error = bot
        .send_message(CHAT, "<b>")
        .parse_mode(ParseMode::Html)
        .await
        .unwrap_err();
    assert!(matches!(api(error), ApiError::CantParseEntities(_)));
    // teloxide 0.17 knows an older wording of this one.
    let error = bot
        .answer_callback_query(CallbackQueryId("1".to_owned()))
        .await
        .unwrap_err();
    assert!(matches!(api(error), ApiError::Unknown(why) if why.contains("query ID is invalid")));
    assert!(bot.get_file(FileId("none".to_owned())).await.is_err());
    stand.simulator.block(AMINA).unwrap();
    let error = bot.send_message(CHAT, "x").await.unwrap_err();
    assert_eq!(api(error), ApiError::BotBlocked);
}
