//! What the Bot API refuses, and in which words.

use kinkeeper::simulator::{NewPerson, Simulator};
use serde_json::{Value, json};

use super::stand::{AMINA, Stand};

/// For each method what it needs at least; the simulator's own list says which methods there are.
fn least_parameters(method: &str) -> Option<Value> {
    let message = json!({"chat_id": AMINA, "message_id": 1});
    let file = |field: &str| json!({"chat_id": AMINA, field: "SimFile-x"});
    Some(match method {
        "answerCallbackQuery" => json!({"callback_query_id": "1"}),
        "copyMessage" | "forwardMessage" => {
            json!({"chat_id": AMINA, "from_chat_id": AMINA, "message_id": 1})
        }
        "deleteMessage" => message,
        "deleteMessages" => json!({"chat_id": AMINA, "message_ids": [1]}),
        "editMessageText" => json!({"chat_id": AMINA, "message_id": 1, "text": "other"}),
        // These take nothing away when they are given nothing, so only their place is needed.
        "editMessageCaption" | "editMessageReplyMarkup" => message,
        "getChat" | "getChatMemberCount" | "leaveChat" => json!({"chat_id": AMINA}),
        "getChatMember" => json!({"chat_id": AMINA, "user_id": AMINA}),
        "getFile" => json!({"file_id": "SimFile-x"}),
        "sendAudio" => file("audio"),
        "sendChatAction" => json!({"chat_id": AMINA, "action": "typing"}),
        "sendContact" => json!({"chat_id": AMINA, "phone_number": "+1", "first_name": "A"}),
        "sendDocument" => file("document"),
        "sendLocation" => json!({"chat_id": AMINA, "latitude": 1, "longitude": 1}),
        "sendMessage" => json!({"chat_id": AMINA, "text": "x"}),
        "sendPhoto" => file("photo"),
        "sendVideo" => file("video"),
        "sendVoice" => file("voice"),
        "setMyCommands" => json!({"commands": [{"command": "menu", "description": "Menu"}]}),
        "close"
        | "deleteMyCommands"
        | "deleteWebhook"
        | "getChatMenuButton"
        | "getMe"
        | "getMyCommands"
        | "getMyDescription"
        | "getMyName"
        | "getMyShortDescription"
        | "getUpdates"
        | "getWebhookInfo"
        | "logOut"
        | "setChatMenuButton"
        | "setMyDescription"
        | "setMyName"
        | "setMyShortDescription"
        | "setWebhook" => json!({}),
        _ => return None,
    })
}

#[tokio::test]
async fn every_method_refuses_to_work_without_what_it_requires() {
    let stand = Stand::new().await;
    stand.send("first").await;
    let mut reasons = Vec::new();
    for method in Simulator::methods() {
        let whole =
            least_parameters(method).unwrap_or_else(|| panic!("{method} is missing in the table"));
        for name in whole.as_object().unwrap().keys() {
            let mut params = whole.clone();
            params.as_object_mut().unwrap().remove(name);
            let (status, why) = stand.refused(method, params).await;
            assert_eq!(status, 400, "{method} without {name}: {why}");
            reasons.push((method, name.clone(), why));
        }
    }
    assert!(reasons.len() > 40, "{}", reasons.len());
    // Nothing of this reached the phone.
    assert_eq!(stand.simulator.chat(AMINA, 0).unwrap().messages.len(), 1);
    // With everything there, a call may still fail, but not for what was missing before.
    for (method, name, why) in reasons {
        let (_, body) = stand
            .try_call(method, least_parameters(method).unwrap())
            .await
            .unwrap();
        let body: Value = serde_json::from_str(&body).unwrap();
        // The real server says the same of a press that is not named and of one that is unknown.
        let same_words = method == "answerCallbackQuery";
        assert!(
            same_words || body["description"] != why,
            "{method} without {name}: {why}"
        );
    }
}

#[tokio::test]
async fn wrong_values_are_refused_in_telegrams_words() {
    let stand = Stand::new().await;
    let id = stand.send("first").await;
    let button = |data: &str| json!({"inline_keyboard": [[{"text": "B", "callback_data": data}]]});
    let long = "x".repeat(4097);
    let caption = "x".repeat(1025);
    let cases = [
        (
            "sendMessage",
            json!({"text": "  \n "}),
            "message text is empty",
        ),
        ("sendMessage", json!({"text": long}), "message is too long"),
        (
            "editMessageText",
            json!({"message_id": id, "text": long}),
            "MESSAGE_TOO_LONG",
        ),
        (
            "sendVoice",
            json!({"voice": "x", "caption": caption}),
            "message caption is too long",
        ),
        (
            "sendVoice",
            json!({"voice": "https://example.org/a.ogg"}),
            "failed to get HTTP URL content",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": button(&"é".repeat(33))}),
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": button("")}),
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "B"}]]}}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"keyboard": [[{"text": ""}]]}}),
            "keyboard button text must be non-empty",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"keyboard": [[{"text": "B", "request_contact": "yes"}]]}}),
            "can't parse keyboard button: Field \"request_contact\" must be of type Boolean",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"keyboard": [[{"text": "B", "request_contact": true, "request_location": true}]]}}),
            "can't parse keyboard button: a button asks for one thing",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"keyboard": [["B"]], "resize_keyboard": 1}}),
            "Field \"resize_keyboard\" must be of type Boolean",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"keyboard": [["B"]], "input_field_placeholder": "x".repeat(65)}}),
            "input field placeholder is too long",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": {"remove_keyboard": false}}),
            "object expected as reply markup",
        ),
        (
            "editMessageText",
            json!({"message_id": id, "text": "x", "reply_markup": {"keyboard": [["B"]]}}),
            "inline keyboard expected",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_markup": "nonsense"}),
            "object expected as reply markup",
        ),
        (
            "sendMessage",
            json!({"text": "<b>x", "parse_mode": "HTML"}),
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            json!({"text": "x", "parse_mode": "Word"}),
            "unsupported parse_mode",
        ),
        (
            "sendMessage",
            json!({"text": "x", "reply_parameters": {"message_id": 999}}),
            "message to be replied not found",
        ),
        (
            "editMessageText",
            json!({"message_id": 999, "text": "x"}),
            "message to edit not found",
        ),
        (
            "editMessageText",
            json!({"message_id": "x", "text": "x"}),
            "message identifier is not specified",
        ),
        (
            "editMessageText",
            json!({"message_id": id, "text": " first "}),
            "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
        ),
        (
            "editMessageCaption",
            json!({"message_id": id, "caption": "x"}),
            "there is no caption in the message to edit",
        ),
        (
            "deleteMessage",
            json!({"message_id": 999}),
            "message to delete not found",
        ),
        (
            "sendChatAction",
            json!({"action": "dancing"}),
            "wrong parameter action in request",
        ),
        (
            "getFile",
            json!({"file_id": "nonsense"}),
            "wrong file_id or the file is temporarily unavailable",
        ),
        (
            "setMyCommands",
            json!({"commands": [{"command": "Menu", "description": "x"}]}),
            "BOT_COMMAND_INVALID",
        ),
        (
            "sendMessage",
            json!({"chat_id": 999, "text": "x"}),
            "chat not found",
        ),
        (
            "sendMessage",
            json!({"chat_id": "@somebody", "text": "x"}),
            "chat not found",
        ),
    ];
    for (method, mut params, reason) in cases {
        let chat = params
            .as_object_mut()
            .unwrap()
            .entry("chat_id")
            .or_insert(json!(AMINA))
            .clone();
        let (status, description) = stand.refused(method, params).await;
        assert_eq!(
            (status, description),
            (400, format!("Bad Request: {reason}")),
            "{method} {chat}"
        );
    }
    assert_eq!(stand.simulator.chat(AMINA, 0).unwrap().messages.len(), 1);
    // The longest that is allowed: characters count, not bytes or UTF-16 units, and only after parsing.
    let long = format!("<b>{}</b>", "😀".repeat(4096));
    stand
        .call(
            "sendMessage",
            json!({"chat_id": AMINA, "text": long, "parse_mode": "HTML"}),
        )
        .await;
}

#[tokio::test]
async fn nobody_is_written_to_before_start_or_after_a_block() {
    let stand = Stand::new().await;
    let grace = stand.simulator.add_person(NewPerson {
        first_name: "Grace".to_owned(),
        ..NewPerson::default()
    });
    let text = json!({"chat_id": grace, "text": "x"});
    let forbidden = |why: &str| (403, format!("Forbidden: {why}"));
    assert_eq!(
        stand.refused("sendMessage", text.clone()).await,
        forbidden("bot can't initiate conversation with a user")
    );
    stand.simulator.start(grace, Some("token_1")).unwrap();
    stand.call("sendMessage", text.clone()).await;
    stand.simulator.block(grace).unwrap();
    assert_eq!(
        stand.refused("sendMessage", text.clone()).await,
        forbidden("bot was blocked by the user")
    );
    assert!(stand.simulator.write(grace, "hello").is_err());
    stand.simulator.unblock(grace).unwrap();
    stand.call("sendMessage", text).await;
    let updates = stand.call("getUpdates", json!({})).await;
    assert_eq!(updates[0]["message"]["text"], "/start token_1");
    assert_eq!(
        updates[0]["message"]["entities"],
        json!([{"type": "bot_command", "offset": 0, "length": 6}])
    );
    assert_eq!(
        updates[1]["my_chat_member"]["new_chat_member"]["status"],
        "kicked"
    );
    assert_eq!(
        updates[2]["my_chat_member"]["new_chat_member"]["status"],
        "member"
    );
}
