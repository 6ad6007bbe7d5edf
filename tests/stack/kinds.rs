//! Every kind of content that Bot API 10.1 names for a message and an update: each is stored word for word, answered or
//! passed over, and done.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::stand::{AMINA, Stand};
use crate::support::Engine;

/// Kinds that Telegram writes by itself, to which nobody expects an answer.
const SERVICE: [&str; 13] = [
    "boost_added",
    "chat_background_set",
    "connected_website",
    "delete_chat_photo",
    "giveaway_created",
    "message_auto_delete_timer_changed",
    "new_chat_photo",
    "new_chat_title",
    "pinned_message",
    "refunded_payment",
    "successful_payment",
    "video_chat_scheduled",
    "write_access_allowed",
];
/// Updates that a person waits for an answer to.
const ANSWERED: [&str; 3] = ["message", "edited_message", "callback_query"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_of_any_kind_is_kept_word_for_word_and_answered_unless_it_is_telegrams_own() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        for (kind, content) in MESSAGE {
            let update = format!(r#"{{"message":{{"{kind}":{content}}}}}"#);
            let answers = pass(&mut stand, &update, false).await;
            assert_eq!(
                answers == 0,
                SERVICE.contains(kind),
                "{kind} got {answers} answers"
            );
        }
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_is_an_answer_whatever_stands_beside_it() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        // A question that takes free text is open each time.
        stand.write(AMINA, "/visit");
        stand.rest().await;
        for words in ["since", "could not", "Something else"] {
            stand.tap(AMINA, words).await;
        }
        for (kind, content) in MESSAGE {
            let text = format!("the road was flooded, {kind}");
            let mut message = json!({"text": text});
            if !["text", "caption", "forward_origin"].contains(kind) {
                message[*kind] = serde_json::from_str(content).expect("content");
            }
            let update = json!({"message": message}).to_string();
            let answers = pass(&mut stand, &update, false).await;
            assert_eq!(answers, 1, "{kind}");
            let asked = stand.newest(AMINA).text;
            assert!(
                asked.contains("try again"),
                "beside {kind} a text got: {asked}"
            );
            stand.tap(AMINA, "Back").await;
        }
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_of_any_kind_is_kept_word_for_word_and_done() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        for (kind, content) in UPDATE
            .iter()
            .chain(&[("a_kind_of_next_year", r#"{"new":"field"}"#)])
        {
            let update = format!(r#"{{"{kind}":{content}}}"#);
            let answers = pass(&mut stand, &update, true).await;
            assert_eq!(
                answers > 0,
                ANSWERED.contains(kind),
                "{kind} got {answers} answers"
            );
        }
        stand.write(AMINA, "/help");
        stand.rest().await;
        assert!(
            stand.newest(AMINA).text.contains("/cancel"),
            "the bot goes on"
        );
        stand.is_whole().await;
    }
}

/// Brings one update in and gives how many messages answered it. Its text is in the inbox as Telegram sent it.
async fn pass(stand: &mut Stand, update: &str, exact: bool) -> usize {
    stand.clock.advance(TimeDelta::seconds(1));
    stand
        .simulator
        .raw(AMINA, update, exact)
        .expect("an update");
    let arrived = stand.simulator.pending_updates();
    let arrived: Value =
        serde_json::from_str(&arrived.last().expect("it waits").body).expect("JSON");
    assert_eq!(
        stand.parts.receiver.once().await.expect("Telegram works"),
        1,
        "{update}"
    );
    let mut tx = stand.base.store.begin().await.expect("a transaction");
    let waiting = tx
        .claim_updates(10, stand.clock.now())
        .await
        .expect("claimed");
    tx.rollback().await.expect("put back");
    let kept = waiting
        .first()
        .and_then(|waiting| waiting.body.as_ref())
        .expect("it is stored");
    assert_eq!(serde_json::from_str::<Value>(kept).expect("JSON"), arrived);
    let before = stand.simulator.calls().len();
    stand.rest().await;
    assert_eq!(stand.inbox().await, (0, 0), "{update}");
    let shown = ["sendMessage", "editMessageText"];
    let shown = shown.map(|method| stand.calls_since(before, method, AMINA).len());
    shown.iter().sum()
}

/// Fields of a Message, but for those that every message has.
const MESSAGE: &[(&str, &str)] = &[
    ("message_thread_id", r#"1"#),
    ("direct_messages_topic", r#"{"topic_id":1}"#),
    ("sender_chat", r#"{"id":9001,"type":"private"}"#),
    ("sender_boost_count", r#"1"#),
    (
        "sender_business_bot",
        r#"{"id":9001,"is_bot":false,"first_name":"Amina"}"#,
    ),
    ("sender_tag", r#""x""#),
    ("guest_query_id", r#""x""#),
    ("business_connection_id", r#""x""#),
    (
        "forward_origin",
        r#"{"type":"x","date":1,"sender_user":{"id":9001,"is_bot":false,"first_name":"Amina"}}"#,
    ),
    ("is_topic_message", r#"true"#),
    ("is_automatic_forward", r#"true"#),
    (
        "reply_to_message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "external_reply",
        r#"{"origin":{"type":"x","date":1,"sender_user":{"id":9001,"is_bot":false,"first_name":"Amina"}}}"#,
    ),
    ("quote", r#"{"text":"Habari","position":1}"#),
    (
        "reply_to_story",
        r#"{"chat":{"id":9001,"type":"private"},"id":1}"#,
    ),
    ("reply_to_checklist_task_id", r#"1"#),
    ("reply_to_poll_option_id", r#""x""#),
    (
        "via_bot",
        r#"{"id":9001,"is_bot":false,"first_name":"Amina"}"#,
    ),
    (
        "guest_bot_caller_user",
        r#"{"id":9001,"is_bot":false,"first_name":"Amina"}"#,
    ),
    ("guest_bot_caller_chat", r#"{"id":9001,"type":"private"}"#),
    ("edit_date", r#"1"#),
    ("has_protected_content", r#"true"#),
    ("is_from_offline", r#"true"#),
    ("is_paid_post", r#"true"#),
    ("media_group_id", r#""x""#),
    ("author_signature", r#""x""#),
    ("paid_star_count", r#"1"#),
    ("text", r#""Habari""#),
    ("entities", r#"[{"type":"x","offset":1,"length":1}]"#),
    ("link_preview_options", r#"{}"#),
    ("suggested_post_info", r#"{"state":"x"}"#),
    ("effect_id", r#""x""#),
    (
        "rich_message",
        r#"{"blocks":[{"type":"x","text":"Habari"}]}"#,
    ),
    (
        "animation",
        r#"{"file_id":"x","file_unique_id":"x","width":1,"height":1,"duration":1}"#,
    ),
    (
        "audio",
        r#"{"file_id":"x","file_unique_id":"x","duration":1}"#,
    ),
    ("document", r#"{"file_id":"x","file_unique_id":"x"}"#),
    (
        "live_photo",
        r#"{"file_id":"x","file_unique_id":"x","width":1,"height":1,"duration":1}"#,
    ),
    (
        "paid_media",
        r#"{"star_count":1,"paid_media":[{"type":"x","live_photo":{"file_id":"x","file_unique_id":"x","width":1,"height":1,"duration":1}}]}"#,
    ),
    (
        "photo",
        r#"[{"file_id":"x","file_unique_id":"x","width":1,"height":1}]"#,
    ),
    (
        "sticker",
        r#"{"file_id":"x","file_unique_id":"x","type":"x","width":1,"height":1,"is_animated":true,"is_video":true}"#,
    ),
    ("story", r#"{"chat":{"id":9001,"type":"private"},"id":1}"#),
    (
        "video",
        r#"{"file_id":"x","file_unique_id":"x","width":1,"height":1,"duration":1}"#,
    ),
    (
        "video_note",
        r#"{"file_id":"x","file_unique_id":"x","length":1,"duration":1}"#,
    ),
    (
        "voice",
        r#"{"file_id":"x","file_unique_id":"x","duration":1}"#,
    ),
    ("caption", r#""Habari""#),
    (
        "caption_entities",
        r#"[{"type":"x","offset":1,"length":1}]"#,
    ),
    ("show_caption_above_media", r#"true"#),
    ("has_media_spoiler", r#"true"#),
    (
        "checklist",
        r#"{"title":"x","tasks":[{"id":1,"text":"Habari"}]}"#,
    ),
    ("contact", r#"{"phone_number":"x","first_name":"x"}"#),
    ("dice", r#"{"emoji":"x","value":1}"#),
    (
        "game",
        r#"{"title":"x","description":"x","photo":[{"file_id":"x","file_unique_id":"x","width":1,"height":1}]}"#,
    ),
    (
        "poll",
        r#"{"id":"x","question":"x","options":[{"persistent_id":"x","text":"Habari","voter_count":1}],"total_voter_count":1,"is_closed":true,"is_anonymous":true,"type":"x","allows_multiple_answers":true,"allows_revoting":true,"members_only":true}"#,
    ),
    (
        "venue",
        r#"{"location":{"latitude":1,"longitude":1},"title":"x","address":"x"}"#,
    ),
    ("location", r#"{"latitude":1,"longitude":1}"#),
    (
        "new_chat_members",
        r#"[{"id":9001,"is_bot":false,"first_name":"Amina"}]"#,
    ),
    (
        "left_chat_member",
        r#"{"id":9001,"is_bot":false,"first_name":"Amina"}"#,
    ),
    ("chat_owner_left", r#"{}"#),
    (
        "chat_owner_changed",
        r#"{"new_owner":{"id":9001,"is_bot":false,"first_name":"Amina"}}"#,
    ),
    ("new_chat_title", r#""x""#),
    (
        "new_chat_photo",
        r#"[{"file_id":"x","file_unique_id":"x","width":1,"height":1}]"#,
    ),
    ("delete_chat_photo", r#"true"#),
    ("group_chat_created", r#"true"#),
    ("supergroup_chat_created", r#"true"#),
    ("channel_chat_created", r#"true"#),
    (
        "message_auto_delete_timer_changed",
        r#"{"message_auto_delete_time":1}"#,
    ),
    ("migrate_to_chat_id", r#"1"#),
    ("migrate_from_chat_id", r#"1"#),
    (
        "pinned_message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "invoice",
        r#"{"title":"x","description":"x","start_parameter":"x","currency":"x","total_amount":1}"#,
    ),
    (
        "successful_payment",
        r#"{"currency":"x","total_amount":1,"invoice_payload":"x","telegram_payment_charge_id":"x","provider_payment_charge_id":"x"}"#,
    ),
    (
        "refunded_payment",
        r#"{"currency":"x","total_amount":1,"invoice_payload":"x","telegram_payment_charge_id":"x"}"#,
    ),
    (
        "users_shared",
        r#"{"request_id":1,"users":[{"user_id":1}]}"#,
    ),
    ("chat_shared", r#"{"request_id":1,"chat_id":1}"#),
    (
        "gift",
        r#"{"gift":{"id":"x","sticker":{"file_id":"x","file_unique_id":"x","type":"x","width":1,"height":1,"is_animated":true,"is_video":true},"star_count":1}}"#,
    ),
    (
        "unique_gift",
        r#"{"gift":{"gift_id":"x","base_name":"x","name":"x","number":1,"model":{"name":"x","sticker":{"file_id":"x","file_unique_id":"x","type":"x","width":1,"height":1,"is_animated":true,"is_video":true},"rarity_per_mille":1},"symbol":{"name":"x","sticker":{"file_id":"x","file_unique_id":"x","type":"x","width":1,"height":1,"is_animated":true,"is_video":true},"rarity_per_mille":1},"backdrop":{"name":"x","colors":{"center_color":1,"edge_color":1,"symbol_color":1,"text_color":1},"rarity_per_mille":1}},"origin":"x"}"#,
    ),
    (
        "gift_upgrade_sent",
        r#"{"gift":{"id":"x","sticker":{"file_id":"x","file_unique_id":"x","type":"x","width":1,"height":1,"is_animated":true,"is_video":true},"star_count":1}}"#,
    ),
    ("connected_website", r#""x""#),
    ("write_access_allowed", r#"{}"#),
    (
        "passport_data",
        r#"{"data":[{"type":"x","hash":"x"}],"credentials":{"data":"x","hash":"x","secret":"x"}}"#,
    ),
    (
        "proximity_alert_triggered",
        r#"{"traveler":{"id":9001,"is_bot":false,"first_name":"Amina"},"watcher":{"id":9001,"is_bot":false,"first_name":"Amina"},"distance":1}"#,
    ),
    ("boost_added", r#"{"boost_count":1}"#),
    (
        "chat_background_set",
        r#"{"type":{"type":"x","fill":{"type":"x","color":1},"dark_theme_dimming":1}}"#,
    ),
    ("checklist_tasks_done", r#"{}"#),
    (
        "checklist_tasks_added",
        r#"{"tasks":[{"id":1,"text":"Habari"}]}"#,
    ),
    (
        "direct_message_price_changed",
        r#"{"are_direct_messages_enabled":true}"#,
    ),
    ("forum_topic_created", r#"{"name":"x","icon_color":1}"#),
    ("forum_topic_edited", r#"{}"#),
    ("forum_topic_closed", r#"{}"#),
    ("forum_topic_reopened", r#"{}"#),
    ("general_forum_topic_hidden", r#"{}"#),
    ("general_forum_topic_unhidden", r#"{}"#),
    ("giveaway_created", r#"{}"#),
    (
        "giveaway",
        r#"{"chats":[{"id":9001,"type":"private"}],"winners_selection_date":1,"winner_count":1}"#,
    ),
    (
        "giveaway_winners",
        r#"{"chat":{"id":9001,"type":"private"},"giveaway_message_id":1,"winners_selection_date":1,"winner_count":1,"winners":[{"id":9001,"is_bot":false,"first_name":"Amina"}]}"#,
    ),
    ("giveaway_completed", r#"{"winner_count":1}"#),
    (
        "managed_bot_created",
        r#"{"bot":{"id":9001,"is_bot":false,"first_name":"Amina"}}"#,
    ),
    (
        "paid_message_price_changed",
        r#"{"paid_message_star_count":1}"#,
    ),
    (
        "poll_option_added",
        r#"{"option_persistent_id":"x","option_text":"x"}"#,
    ),
    (
        "poll_option_deleted",
        r#"{"option_persistent_id":"x","option_text":"x"}"#,
    ),
    ("suggested_post_approved", r#"{"send_date":1}"#),
    (
        "suggested_post_approval_failed",
        r#"{"price":{"currency":"x","amount":1}}"#,
    ),
    ("suggested_post_declined", r#"{}"#),
    ("suggested_post_paid", r#"{"currency":"x"}"#),
    ("suggested_post_refunded", r#"{"reason":"x"}"#),
    ("video_chat_scheduled", r#"{"start_date":1}"#),
    ("video_chat_started", r#"{}"#),
    ("video_chat_ended", r#"{"duration":1}"#),
    (
        "video_chat_participants_invited",
        r#"{"users":[{"id":9001,"is_bot":false,"first_name":"Amina"}]}"#,
    ),
    ("web_app_data", r#"{"data":"x","button_text":"x"}"#),
    (
        "reply_markup",
        r#"{"inline_keyboard":[[{"text":"Habari"}]]}"#,
    ),
];

/// Fields of an Update.
const UPDATE: &[(&str, &str)] = &[
    (
        "message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "edited_message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "channel_post",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "edited_channel_post",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "business_connection",
        r#"{"id":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"},"user_chat_id":1,"date":1,"is_enabled":true}"#,
    ),
    (
        "business_message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "edited_business_message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "deleted_business_messages",
        r#"{"business_connection_id":"x","chat":{"id":9001,"type":"private"},"message_ids":[1]}"#,
    ),
    (
        "guest_message",
        r#"{"message_id":77,"date":1,"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"text":"Habari"}"#,
    ),
    (
        "message_reaction",
        r#"{"chat":{"id":9001,"type":"private"},"message_id":1,"date":1,"old_reaction":[{"type":"x","emoji":"x"}],"new_reaction":[{"type":"x","emoji":"x"}]}"#,
    ),
    (
        "message_reaction_count",
        r#"{"chat":{"id":9001,"type":"private"},"message_id":1,"date":1,"reactions":[{"type":{"type":"x","emoji":"x"},"total_count":1}]}"#,
    ),
    (
        "inline_query",
        r#"{"id":"x","from":{"id":9001,"is_bot":false,"first_name":"Amina"},"query":"x","offset":"x"}"#,
    ),
    (
        "chosen_inline_result",
        r#"{"result_id":"x","from":{"id":9001,"is_bot":false,"first_name":"Amina"},"query":"x"}"#,
    ),
    (
        "callback_query",
        r#"{"id":"x","from":{"id":9001,"is_bot":false,"first_name":"Amina"},"chat_instance":"x"}"#,
    ),
    (
        "shipping_query",
        r#"{"id":"x","from":{"id":9001,"is_bot":false,"first_name":"Amina"},"invoice_payload":"x","shipping_address":{"country_code":"x","state":"x","city":"x","street_line1":"x","street_line2":"x","post_code":"x"}}"#,
    ),
    (
        "pre_checkout_query",
        r#"{"id":"x","from":{"id":9001,"is_bot":false,"first_name":"Amina"},"currency":"x","total_amount":1,"invoice_payload":"x"}"#,
    ),
    (
        "purchased_paid_media",
        r#"{"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"paid_media_payload":"x"}"#,
    ),
    (
        "poll",
        r#"{"id":"x","question":"x","options":[{"persistent_id":"x","text":"Habari","voter_count":1}],"total_voter_count":1,"is_closed":true,"is_anonymous":true,"type":"x","allows_multiple_answers":true,"allows_revoting":true,"members_only":true}"#,
    ),
    (
        "poll_answer",
        r#"{"poll_id":"x","option_ids":[1],"option_persistent_ids":["x"]}"#,
    ),
    (
        "my_chat_member",
        r#"{"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"date":1,"old_chat_member":{"status":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"},"is_anonymous":true},"new_chat_member":{"status":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"},"is_anonymous":true}}"#,
    ),
    (
        "chat_member",
        r#"{"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"date":1,"old_chat_member":{"status":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"},"is_anonymous":true},"new_chat_member":{"status":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"},"is_anonymous":true}}"#,
    ),
    (
        "chat_join_request",
        r#"{"chat":{"id":9001,"type":"private"},"from":{"id":9001,"is_bot":false,"first_name":"Amina"},"user_chat_id":1,"date":1}"#,
    ),
    (
        "chat_boost",
        r#"{"chat":{"id":9001,"type":"private"},"boost":{"boost_id":"x","add_date":1,"expiration_date":1,"source":{"source":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"}}}}"#,
    ),
    (
        "removed_chat_boost",
        r#"{"chat":{"id":9001,"type":"private"},"boost_id":"x","remove_date":1,"source":{"source":"x","user":{"id":9001,"is_bot":false,"first_name":"Amina"}}}"#,
    ),
    (
        "managed_bot",
        r#"{"user":{"id":9001,"is_bot":false,"first_name":"Amina"},"bot":{"id":9001,"is_bot":false,"first_name":"Amina"}}"#,
    ),
];
