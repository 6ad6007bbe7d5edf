//! What the Bot API takes, and what becomes of it.

use chrono::TimeDelta;
use kinkeeper::simulator::{Faults, NewGroup};
use serde_json::{Value, json};

use super::stand::{AMINA, Stand, TOKEN, start_of_time};

#[tokio::test]
async fn a_wrong_token_and_an_unknown_method_are_told_apart() {
    let stand = Stand::new().await;
    let url = format!("{}/bot123:wrong/getMe", stand.url);
    let response = stand.bot.client().get(url).send().await.unwrap();
    assert_eq!(response.status(), 401);
    let body = response.text().await.unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        body,
        json!({"ok": false, "error_code": 401, "description": "Unauthorized"})
    );
    assert_eq!(
        stand.refused("makeCoffee", json!({})).await,
        (404, "Not Found".to_owned())
    );
}

#[tokio::test]
async fn every_encoding_and_any_letter_case_are_understood() {
    let stand = Stand::new().await;
    let url = |method: &str| format!("{}/bot{TOKEN}/{method}", stand.url);
    let client = stand.bot.client();
    let query = format!("{}?chat_id={AMINA}&text=one%20%2B%201", url("SENDMESSAGE"));
    client.get(query).send().await.unwrap();
    let form = format!(
        "chat_id={AMINA}&text=two&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22B%22%2C%22callback_data%22%3A%22b%22%7D%5D%5D%7D"
    );
    let urlencoded = client.post(url("sendmessage"));
    urlencoded
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form)
        .send()
        .await
        .unwrap();
    let parts = format!(
        "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n{AMINA}\r\n--x\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\nattach://f\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nthree\r\n--x--\r\n"
    );
    let multipart = client.post(url("sendDocument"));
    multipart
        .header("content-type", "multipart/form-data; boundary=x")
        .body(parts)
        .send()
        .await
        .unwrap();
    // Nested objects may come as JSON or as its text.
    stand.call("sendMessage", json!({"chat_id": AMINA.to_string(), "text": "four", "reply_markup": "{\"force_reply\":true}"})).await;

    let chat = stand.simulator.chat(AMINA, 0).unwrap();
    let texts: Vec<&str> = chat
        .messages
        .iter()
        .map(|message| message.text.as_str())
        .collect();
    assert_eq!(texts, ["one + 1", "two", "", "four"]);
    assert_eq!(chat.messages[1].buttons[0][0].data.as_deref(), Some("b"));
    let document = chat.messages[2].media.as_ref().unwrap();
    assert_eq!(
        (document.kind, document.name.as_deref(), document.size),
        ("document", Some("a.txt"), 5)
    );
}

#[tokio::test]
async fn html_becomes_entities_and_options_are_echoed() {
    let stand = Stand::new().await;
    let first = stand.send("first").await;
    let sent = stand
        .call(
            "sendMessage",
            json!({
                "chat_id": AMINA, "parse_mode": "HTML", "text": " 😀<b>K7</b> /menu &lt;3 ",
                "protect_content": true, "link_preview_options": {"is_disabled": true},
                "reply_parameters": {"message_id": first}, "disable_notification": true,
            }),
        )
        .await;
    assert_eq!(sent["text"], "😀K7 /menu <3");
    let bold = json!({"type": "bold", "offset": 2, "length": 2});
    let command = json!({"type": "bot_command", "offset": 5, "length": 5});
    assert_eq!(sent["entities"], json!([bold, command]));
    assert_eq!(sent["has_protected_content"], true);
    assert_eq!(sent["link_preview_options"], json!({"is_disabled": true}));
    assert_eq!(sent["reply_to_message"]["text"], "first");
    assert_eq!(sent["date"], start_of_time().timestamp());
    assert_eq!(
        sent["chat"],
        json!({"id": AMINA, "type": "private", "first_name": "Amina"})
    );
    assert_eq!(sent["from"]["username"], "kinkeeper_demo_bot");
    // It came silently, so a stranger sees the first one only.
    let seen: Vec<_> = stand
        .simulator
        .lock_screen(AMINA)
        .unwrap()
        .into_iter()
        .map(|n| n.text)
        .collect();
    assert_eq!(seen, ["first"]);
}

#[tokio::test]
async fn edits_replace_text_and_keyboard_and_carry_their_date() {
    let stand = Stand::new().await;
    let keyboard = json!({"inline_keyboard": [[{"text": "A", "callback_data": "a"}], [{"text": "W", "url": "https://a.org"}]]});
    let sent = stand
        .call(
            "sendMessage",
            json!({"chat_id": AMINA, "text": "one", "reply_markup": keyboard}),
        )
        .await;
    let id = sent["message_id"].clone();
    stand.simulator.advance(TimeDelta::minutes(5));
    let edited = stand
        .call(
            "editMessageText",
            json!({"chat_id": AMINA, "message_id": id, "text": "two"}),
        )
        .await;
    assert_eq!(edited["edit_date"], start_of_time().timestamp() + 300);
    assert_eq!(edited["date"], start_of_time().timestamp());
    assert!(
        edited.get("reply_markup").is_none(),
        "an edit without a keyboard takes it away: {edited}"
    );
    let edited = stand
        .call(
            "editMessageReplyMarkup",
            json!({"chat_id": AMINA, "message_id": id, "reply_markup": keyboard}),
        )
        .await;
    assert_eq!(edited["reply_markup"], keyboard);
    let chat = stand.simulator.chat(AMINA, 0).unwrap();
    assert_eq!(
        (chat.messages[0].text.as_str(), chat.messages[0].edited),
        ("two", true)
    );
    // Edits make no notification.
    assert_eq!(stand.simulator.lock_screen(AMINA).unwrap().len(), 1);

    // Neither a person's words nor a message with a reply keyboard can be edited.
    let hers = stand.simulator.write(AMINA, "habari").unwrap();
    let markup = json!({"keyboard": [["Yes"]]});
    let asked = stand
        .call(
            "sendMessage",
            json!({"chat_id": AMINA, "text": "Well?", "reply_markup": markup}),
        )
        .await;
    for id in [json!(hers), asked["message_id"].clone()] {
        let (_, why) = stand
            .refused(
                "editMessageText",
                json!({"chat_id": AMINA, "message_id": id, "text": "x"}),
            )
            .await;
        assert_eq!(why, "Bad Request: message can't be edited");
    }
}

#[tokio::test]
async fn messages_can_be_deleted_for_48_hours() {
    let stand = Stand::new().await;
    let ids = [
        stand.send("one").await,
        stand.send("two").await,
        stand.send("three").await,
    ];
    let own = stand.simulator.write(AMINA, "mine").unwrap();
    stand.simulator.advance(TimeDelta::hours(48));
    stand
        .call(
            "deleteMessage",
            json!({"chat_id": AMINA, "message_id": ids[0]}),
        )
        .await;
    stand
        .call(
            "deleteMessages",
            json!({"chat_id": AMINA, "message_ids": [ids[1], 999, own]}),
        )
        .await;
    stand.simulator.advance(TimeDelta::seconds(1));
    let (_, why) = stand
        .refused(
            "deleteMessage",
            json!({"chat_id": AMINA, "message_id": ids[2]}),
        )
        .await;
    assert_eq!(why, "Bad Request: message can't be deleted for everyone");
    stand
        .call(
            "deleteMessages",
            json!({"chat_id": AMINA, "message_ids": [ids[2]]}),
        )
        .await;
    let left: Vec<_> = stand
        .simulator
        .chat(AMINA, 0)
        .unwrap()
        .messages
        .into_iter()
        .map(|m| m.text)
        .collect();
    assert_eq!(left, ["three"]);
    // What is gone is gone from the lock screen too, and its number is not used again.
    assert_eq!(stand.simulator.lock_screen(AMINA).unwrap().len(), 1);
    assert_eq!(stand.send("five").await, 5);
}

#[tokio::test]
async fn presses_can_be_answered_for_150_seconds_and_more_than_once() {
    let stand = Stand::new().await;
    let id = stand.pressed_button().await;
    let long = "x".repeat(201);
    let (_, why) = stand
        .refused(
            "answerCallbackQuery",
            json!({"callback_query_id": id, "text": long}),
        )
        .await;
    assert_eq!(why, "Bad Request: MESSAGE_TOO_LONG");
    assert_eq!(stand.simulator.answer_to(&id).unwrap(), None);
    stand.simulator.advance(TimeDelta::seconds(150));
    stand
        .call(
            "answerCallbackQuery",
            json!({"callback_query_id": id, "text": "Done", "show_alert": true}),
        )
        .await;
    stand
        .call(
            "answerCallbackQuery",
            json!({"callback_query_id": id, "text": "Again"}),
        )
        .await;
    let answer = stand.simulator.answer_to(&id).unwrap().unwrap();
    assert_eq!((answer.text.as_str(), answer.show_alert), ("Done", true));

    stand.simulator.advance(TimeDelta::seconds(1));
    for id in [id.as_str(), "123456"] {
        let (status, why) = stand
            .refused("answerCallbackQuery", json!({"callback_query_id": id}))
            .await;
        assert_eq!(status, 400);
        assert_eq!(
            why,
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        );
    }
}

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let stand = Stand::new().await;
    let menu = |description: &str| json!([{"command": "menu", "description": description}]);
    stand
        .call("setMyCommands", json!({"commands": menu("Menu")}))
        .await;
    stand
        .call(
            "setMyCommands",
            json!({"commands": menu("Menyu"), "language_code": "sw"}),
        )
        .await;
    assert_eq!(stand.call("getMyCommands", json!({})).await, menu("Menu"));
    assert_eq!(
        stand.simulator.chat(AMINA, 0).unwrap().commands[0]["description"],
        "Menyu"
    );
    let own = json!({"type": "chat", "chat_id": AMINA});
    stand
        .call(
            "setMyCommands",
            json!({"commands": menu("Own"), "scope": own}),
        )
        .await;
    assert_eq!(
        stand.simulator.chat(AMINA, 0).unwrap().commands[0]["description"],
        "Own"
    );
    stand.call("deleteMyCommands", json!({"scope": own})).await;
    assert_eq!(
        stand.simulator.chat(AMINA, 0).unwrap().commands[0]["description"],
        "Menyu"
    );
}

#[tokio::test]
async fn own_limits_answer_429_with_the_time_to_wait() {
    let stand = Stand::new().await;
    stand.simulator.set_faults(Faults {
        flood_limits: true,
        ..Faults::default()
    });
    for number in 0..4 {
        stand.send(&number.to_string()).await;
    }
    let (status, body) = stand
        .try_call("sendMessage", json!({"chat_id": AMINA, "text": "x"}))
        .await
        .unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (status, &body["parameters"]["retry_after"]),
        (429, &json!(1))
    );
    stand.simulator.advance(TimeDelta::seconds(1));
    stand.send("after the wait").await;
}

#[tokio::test]
async fn a_group_moves_and_says_where_to() {
    let stand = Stand::new().await;
    let group = stand.simulator.add_group(NewGroup {
        title: "Team North".to_owned(),
        members: vec![AMINA],
        supergroup: false,
    });
    stand
        .call(
            "sendMessage",
            json!({"chat_id": group, "text": "2 visits are due"}),
        )
        .await;
    assert_eq!(
        stand.simulator.lock_screen(AMINA).unwrap()[0].title,
        "Team North"
    );
    let moved = stand.simulator.migrate_group(group).unwrap();
    let (_, body) = stand
        .try_call("sendMessage", json!({"chat_id": group, "text": "x"}))
        .await
        .unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(body["parameters"]["migrate_to_chat_id"], moved);
    let updates = stand.call("getUpdates", json!({})).await;
    assert_eq!(updates[0]["message"]["migrate_to_chat_id"], moved);
    assert_eq!(updates[1]["message"]["chat"]["type"], "supergroup");
}
