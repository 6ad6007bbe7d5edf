//! What people do reaches the bot as updates, and what the bot does shows on their phones.

use kinkeeper::simulator::{Press, Pressed};
use serde_json::{Value, json};

use super::stand::{AMINA, Stand};

#[tokio::test]
async fn a_story_can_be_told_over_the_control_api() {
    let stand = Stand::new().await;
    let (_, grace) = stand
        .tell(
            "people",
            json!({"first_name": "Grace", "language_code": "ar", "note": "supervisor"}),
        )
        .await;
    let grace = grace["id"].as_i64().unwrap();
    stand
        .tell(
            &format!("people/{grace}/start"),
            json!({"payload": "t0ken"}),
        )
        .await;
    let state = stand.control("state").await;
    assert_eq!(state["people"][1]["note"], "supervisor");
    assert_eq!(state["people"][1]["working"], true);
    assert_eq!(state["pending_updates"], 1);

    let keyboard = json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}, {"text": "Web", "url": "https://a.org"}]]});
    stand.call("sendMessage", json!({"chat_id": grace, "text": "Karibu <b>Grace</b>", "parse_mode": "HTML", "reply_markup": keyboard})).await;
    let chat = stand.control(&format!("people/{grace}/chat")).await;
    assert_eq!(chat["working"], false);
    assert_eq!(chat["messages"][0]["from"], "me");
    assert_eq!(chat["messages"][1]["entities"][0]["type"], "bold");

    let (_, opened) = stand
        .tell(
            &format!("people/{grace}/press"),
            json!({"message_id": 2, "row": 0, "column": 1}),
        )
        .await;
    assert_eq!(opened, json!({"url": "https://a.org"}));
    let (_, pressed) = stand
        .tell(&format!("people/{grace}/press"), json!({"text": "Yes"}))
        .await;
    let query = pressed["callback_query_id"].as_str().unwrap();
    let answer = stand
        .control(&format!("people/{grace}/press/{query}"))
        .await;
    assert_eq!(answer, json!({"answered": false, "answer": null}));
    stand
        .call(
            "answerCallbackQuery",
            json!({"callback_query_id": query, "text": "Asante"}),
        )
        .await;
    let answer = stand
        .control(&format!("people/{grace}/press/{query}"))
        .await;
    assert_eq!(answer["answer"]["text"], "Asante");

    let (status, _) = stand
        .tell(
            &format!("people/{grace}/press"),
            json!({"text": "No such button"}),
        )
        .await;
    assert_eq!(status, 404);
    assert_eq!(
        stand.control(&format!("people/{grace}/lockscreen")).await[0]["text"],
        "Karibu Grace"
    );
    stand
        .tell(&format!("people/{grace}/opened"), json!({}))
        .await;
    assert_eq!(
        stand.control(&format!("people/{grace}/lockscreen")).await,
        json!([])
    );

    let before = stand.control("state").await["now"].clone();
    let (_, clock) = stand.tell("clock", json!({"advance": "1d2h"})).await;
    assert_ne!(clock["now"], before);
    let calls = stand.control("calls").await;
    assert_eq!(calls[0]["method"], "sendMessage");
    assert_eq!(calls[0]["chat_id"], grace);
}

#[tokio::test]
async fn only_shown_buttons_can_be_pressed_unless_the_press_is_forged() {
    let stand = Stand::new().await;
    stand.pressed_button().await;
    stand.simulator.clear(AMINA).unwrap();
    assert!(
        stand
            .simulator
            .press(AMINA, Press::labelled("Yes"))
            .is_err()
    );
    let at = Press::At {
        message_id: 1,
        row: 0,
        column: 0,
    };
    assert!(stand.simulator.press(AMINA, at).is_err());
    let forged = Press::Forged {
        message_id: 77,
        data: "drop table".to_owned(),
        forged: true,
    };
    let pressed = stand.simulator.press(AMINA, forged).unwrap();
    assert!(matches!(pressed, Pressed::CallbackQueryId(_)));
    let updates = stand.call("getUpdates", json!({})).await;
    let query = &updates[1]["callback_query"];
    assert_eq!(query["data"], "drop table");
    assert_eq!(query["message"]["date"], 0);
    assert_eq!(query["from"]["id"], AMINA);
}

#[tokio::test]
async fn reply_keyboards_send_words_contacts_and_places() {
    let stand = Stand::new().await;
    let keyboard = json!({"keyboard": [["Ndiyo", {"text": "My number", "request_contact": true}]], "one_time_keyboard": true});
    let ask = json!({"chat_id": AMINA, "text": "?", "reply_markup": keyboard});
    stand.call("sendMessage", ask.clone()).await;
    stand
        .simulator
        .press(AMINA, Press::labelled("My number"))
        .unwrap();
    // A one-time keyboard goes after one use.
    assert!(
        stand
            .simulator
            .press(AMINA, Press::labelled("Ndiyo"))
            .is_err()
    );
    stand.call("sendMessage", ask).await;
    stand
        .simulator
        .press(AMINA, Press::labelled("Ndiyo"))
        .unwrap();
    let updates = stand.call("getUpdates", json!({})).await;
    assert_eq!(updates[0]["message"]["contact"]["user_id"], AMINA);
    assert_eq!(updates[1]["message"]["text"], "Ndiyo");
    stand
        .call(
            "sendMessage",
            json!({"chat_id": AMINA, "text": "thanks", "reply_markup": {"remove_keyboard": true}}),
        )
        .await;
    assert_eq!(stand.simulator.chat(AMINA, 0).unwrap().keyboard, None);
}

#[tokio::test]
async fn edits_forwards_and_replies_say_what_they_are() {
    let stand = Stand::new().await;
    let write = |body: Value| async { stand.tell(&format!("people/{AMINA}/write"), body).await };
    write(json!({"text": "sawa"})).await;
    write(json!({"text": "sawa kabisa", "edit": 1})).await;
    write(json!({"text": "heard", "forwarded_from": "Neighbour"})).await;
    write(json!({"text": "that one", "reply_to": 1})).await;
    let updates = stand.call("getUpdates", json!({})).await;
    assert_eq!(updates[1]["edited_message"]["text"], "sawa kabisa");
    assert!(updates[1]["edited_message"]["edit_date"].is_i64());
    assert_eq!(
        updates[2]["message"]["forward_origin"]["sender_user_name"],
        "Neighbour"
    );
    assert_eq!(updates[3]["message"]["reply_to_message"]["message_id"], 1);
    assert_eq!(write(json!({"text": "x", "edit": 99})).await.0, 404);
    assert_eq!(write(json!({"text": " "})).await.0, 409);
}

#[tokio::test]
async fn files_are_sent_fetched_and_shown() {
    let stand = Stand::new().await;
    let voice: &[u8] = include_bytes!("../../src/simulator/sample-voice.ogg");
    let mut body = b"--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nvoice\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"v.ogg\"\r\nContent-Type: audio/ogg\r\n\r\n".to_vec();
    body.extend_from_slice(voice);
    body.extend_from_slice(b"\r\n--x--\r\n");
    let url = format!("{}/control/people/{AMINA}/send", stand.url);
    let request = stand
        .bot
        .client()
        .post(url)
        .header("content-type", "multipart/form-data; boundary=x");
    assert_eq!(request.body(body).send().await.unwrap().status(), 200);

    let updates = stand.call("getUpdates", json!({})).await;
    let sent = &updates[0]["message"]["voice"];
    assert_eq!(
        (&sent["duration"], &sent["mime_type"]),
        (&json!(3), &json!("audio/ogg"))
    );
    let file = stand
        .call("getFile", json!({"file_id": sent["file_id"]}))
        .await;
    let path = file["file_path"].as_str().unwrap();
    assert!(
        path.starts_with("voice/file_") && path.ends_with(".oga"),
        "{path}"
    );
    let shown = stand.simulator.chat(AMINA, 0).unwrap().messages[0]
        .media
        .clone()
        .unwrap();
    let client = stand.bot.client();
    let links = [
        format!("/file/bot{}/{path}", super::stand::TOKEN),
        shown.url,
    ];
    for link in links {
        let bytes = client
            .get(format!("{}{link}", stand.url))
            .send()
            .await
            .unwrap()
            .bytes()
            .await
            .unwrap();
        assert_eq!(bytes.as_ref(), voice);
    }
}

/// One content field for every kind of message that the Bot API knows, as raw as a client could meet it.
const KINDS: [&str; 24] = [
    r#"{"text": "x", "entities": [{"type": "date_time", "offset": 0, "length": 1}]}"#,
    r#"{"animation": {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "duration": 1}}"#,
    r#"{"video_note": {"file_id": "a", "file_unique_id": "b", "length": 1, "duration": 1}}"#,
    r#"{"dice": {"emoji": "🎲", "value": 3}}"#,
    r#"{"game": {"title": "t", "description": "d", "photo": []}}"#,
    r#"{"poll": {"id": "1", "question": "q", "options": []}}"#,
    r#"{"venue": {"location": {"latitude": 1.5, "longitude": 2.25}, "title": "t", "address": "a"}}"#,
    r#"{"story": {"chat": {"id": 1, "type": "private"}, "id": 1}}"#,
    r#"{"paid_media": {"star_count": 1, "paid_media": []}}"#,
    r#"{"checklist": {"title": "t", "tasks": []}}"#,
    r#"{"invoice": {"title": "t", "description": "d", "start_parameter": "s", "currency": "EUR", "total_amount": 1}}"#,
    r#"{"successful_payment": {"currency": "EUR", "total_amount": 1, "invoice_payload": "p"}}"#,
    r#"{"users_shared": {"request_id": 1, "users": []}}"#,
    r#"{"connected_website": "example.org"}"#,
    r#"{"passport_data": {"data": [], "credentials": {"data": "", "hash": "", "secret": ""}}}"#,
    r#"{"proximity_alert_triggered": {"distance": 1}}"#,
    r#"{"forum_topic_created": {"name": "t", "icon_color": 1}}"#,
    r#"{"giveaway": {"chats": [], "winners_selection_date": 1, "winner_count": 1}}"#,
    r#"{"video_chat_started": {}}"#,
    r#"{"web_app_data": {"data": "d", "button_text": "b"}}"#,
    r#"{"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 11, "type": "private"}}}"#,
    r#"{"new_chat_members": [{"id": 1, "is_bot": false, "first_name": "N"}]}"#,
    r#"{"left_chat_member": {"id": 1, "is_bot": false, "first_name": "N"}}"#,
    r#"{"kind_of_the_future": {"x": 1.50}}"#,
];

#[tokio::test]
async fn every_kind_of_message_can_be_sent_raw_and_is_completed() {
    let stand = Stand::new().await;
    for kind in KINDS {
        stand
            .simulator
            .raw(AMINA, &format!("{{\"message\": {kind}}}"), false)
            .unwrap();
    }
    let updates = stand.call("getUpdates", json!({})).await;
    for (index, kind) in KINDS.iter().enumerate() {
        let message = &updates[index]["message"];
        for (field, value) in serde_json::from_str::<Value>(kind)
            .unwrap()
            .as_object()
            .unwrap()
        {
            assert_eq!(&message[field], value, "{kind}");
        }
        assert_eq!(message["message_id"], index + 1);
        assert_eq!(message["chat"]["id"], AMINA);
        assert!(
            message["date"].is_i64() && message["from"]["id"].is_i64(),
            "{message}"
        );
    }
    // The bot may answer to any of them.
    let reply =
        json!({"chat_id": AMINA, "text": "?", "reply_parameters": {"message_id": KINDS.len()}});
    stand.call("sendMessage", reply).await;
}

#[tokio::test]
async fn an_exact_update_arrives_byte_for_byte() {
    let stand = Stand::new().await;
    let odd = "{ \"odd_kind\" :{\"n\":1.50,\"s\":\"\\u00e9\\ud83d\\ude00\" , \"n\":2} }";
    let (status, _) = {
        let url = format!("{}/control/people/{AMINA}/raw?exact=true", stand.url);
        let response = stand.bot.client().post(url).body(odd).send().await.unwrap();
        (response.status().as_u16(), ())
    };
    assert_eq!(status, 200);
    let (_, body) = stand.try_call("getUpdates", json!({})).await.unwrap();
    assert_eq!(
        body,
        format!(
            "{{\"ok\":true,\"result\":[{{\"update_id\":100000001,{}]}}",
            &odd[1..]
        )
    );
    assert!(stand.simulator.raw(AMINA, "[1]", true).is_err());
    assert!(
        stand
            .simulator
            .raw(AMINA, "{\"update_id\":1}", true)
            .is_err()
    );
}

#[tokio::test]
async fn the_page_and_all_that_it_loads_come_from_the_simulator() {
    let stand = Stand::new().await;
    let get = async |path: String| {
        let response = stand
            .bot
            .client()
            .get(format!("{}{path}", stand.url))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), 200, "{path}");
        assert!(
            response.headers()["content-security-policy"]
                .to_str()
                .unwrap()
                .starts_with("default-src 'self'")
        );
        response.text().await.unwrap()
    };
    let mut left = vec!["/".to_owned()];
    let mut seen = Vec::new();
    while let Some(path) = left.pop() {
        let text = get(path.clone()).await;
        seen.push(path);
        for mark in ["src=\"", "href=\"", "from \"", "fetch(\""] {
            let links = text
                .split(mark)
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            for link in links.filter(|link| !link.starts_with("data:")) {
                assert!(link.starts_with('/'), "{link} is not ours");
                if !seen.iter().chain(&left).any(|known| known == link) {
                    left.push(link.to_owned());
                }
            }
        }
    }
    assert!(
        seen.iter().any(|path| path == "/phone.js")
            && seen.iter().any(|path| path == "/sample-voice.ogg"),
        "{seen:?}"
    );
}

#[tokio::test]
async fn a_control_call_that_is_not_understood_says_why() {
    let stand = Stand::new().await;
    let (status, answer) = stand.tell("clock", json!({"advance": "soon"})).await;
    assert_eq!(status, 400);
    assert!(answer["error"].as_str().unwrap().contains("1w2d3h4m5s"));
    let (status, answer) = stand
        .tell(&format!("people/{AMINA}/write"), json!({"txt": "x"}))
        .await;
    assert_eq!(status, 400);
    assert!(
        answer["error"].as_str().unwrap().contains("txt"),
        "{answer}"
    );
    assert_eq!(
        stand.tell("people/999/write", json!({"text": "x"})).await.0,
        404
    );
    stand.tell("updates", json!({"next_id": 5})).await;
    stand.simulator.write(AMINA, "x").unwrap();
    assert_eq!(stand.poll(json!({})).await, [5]);
}

#[tokio::test]
async fn watchers_hear_of_every_change_and_of_the_bot_at_work() {
    let stand = Stand::new().await;
    let url = format!("{}/control/changes", stand.url);
    let mut stream = stand.bot.client().get(url).send().await.unwrap();
    stand.simulator.write(AMINA, "habari").unwrap();
    let event = stream.chunk().await.unwrap().unwrap();
    let event = String::from_utf8(event.to_vec()).unwrap();
    let data = event
        .strip_prefix("data: ")
        .unwrap()
        .lines()
        .next()
        .unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(data).unwrap(),
        json!({"person": AMINA, "kind": "chat"})
    );
    let working = || stand.simulator.chat(AMINA, 0).unwrap().working;
    assert!(working());
    stand.call("getUpdates", json!({})).await;
    assert!(working(), "taking the update is no answer");
    stand.send("nzuri").await;
    assert!(!working());
    stand
        .call(
            "sendChatAction",
            json!({"chat_id": AMINA, "action": "typing"}),
        )
        .await;
    assert!(working());
}
