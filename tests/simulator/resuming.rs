//! A simulator that ended and begins again from its file.

use std::{path::Path, time::Duration};

use chrono::TimeDelta;
use kinkeeper::{
    clock::Clock,
    simulator::{FileKind, Found, NewGroup, NewPerson, PhoneFile, Press, Resumed, Simulator},
};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use super::stand::{AMINA, Stand, TOKEN, start_of_time};

fn resume(file: &Path) -> Resumed {
    Simulator::resume(Clock::frozen(start_of_time()), TOKEN.to_owned(), file).unwrap()
}

/// Writes all that was done to `file`, as at the end of a run.
async fn end(simulator: &Simulator, file: &Path) {
    let over = CancellationToken::new();
    over.cancel();
    simulator.clone().keep(file.into(), over).await.unwrap();
}

fn add_amina(simulator: &Simulator) {
    simulator.add_person(NewPerson {
        id: Some(AMINA),
        first_name: "Amina".to_owned(),
        language_code: Some("sw".to_owned()),
        note: Some("volunteer".to_owned()),
        started: true,
        ..NewPerson::default()
    });
}

fn as_json(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

#[tokio::test]
async fn everything_on_the_phones_is_there_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("data/telegram.json");
    let Resumed { simulator, found } = resume(&file);
    assert_eq!(found, Found::Nothing);
    add_amina(&simulator);
    let stand = Stand::serving(simulator).await;
    let group = stand.simulator.add_group(NewGroup {
        title: "Riverside".to_owned(),
        members: vec![AMINA],
        supergroup: false,
    });
    let photo = PhoneFile::new(FileKind::Photo, b"\xff\xd8\xff not a picture".to_vec());
    stand.simulator.send_file(AMINA, photo).unwrap();
    stand
        .simulator
        .send_location(AMINA, -1.2921, 36.8219)
        .unwrap();
    let commands = json!([{"command": "menu", "description": "Menyu"}]);
    let told = json!({"commands": commands, "language_code": "sw"});
    stand.call("setMyCommands", told).await;
    let keys = json!({"keyboard": [[{"text": "Ndiyo"}]]});
    let asked =
        json!({"chat_id": AMINA, "text": "<b>Je?</b>", "parse_mode": "HTML", "reply_markup": keys});
    stand.call("sendMessage", asked).await;
    let query = stand.pressed_button().await;
    let answer = json!({"callback_query_id": query, "text": "Sawa"});
    stand.call("answerCallbackQuery", answer).await;
    stand.send("The last").await;
    stand.simulator.advance(TimeDelta::hours(20));
    let before = &stand.simulator;
    end(before, &file).await;

    let Resumed { simulator, found } = resume(&file);
    assert_eq!(found, Found::Phones);
    let after = &simulator;
    assert_eq!(after.state().now, start_of_time() + TimeDelta::hours(20));
    assert_eq!(as_json(after.state()), as_json(before.state()));
    assert_eq!(
        as_json(after.chat(AMINA, 0).unwrap()),
        as_json(before.chat(AMINA, 0).unwrap())
    );
    assert_eq!(after.chat(AMINA, 0).unwrap().commands.len(), 1);
    assert!(after.chat_in(Some(group), AMINA, 0).is_ok());
    assert_eq!(
        after.lock_screen(AMINA).unwrap(),
        before.lock_screen(AMINA).unwrap()
    );
    assert_eq!(
        as_json(after.pending_updates()),
        as_json(before.pending_updates())
    );
    // The photo and the place; nobody waits for the press any more.
    assert_eq!(after.pending_updates().len(), 2);
    assert_eq!(after.answer_to(&query).unwrap().unwrap().text, "Sawa");
    let shown = after.chat(AMINA, 0).unwrap().messages;
    let picture = shown[0].media.as_ref().unwrap();
    let media = after.media(&picture.file_id).unwrap();
    assert_eq!(media.bytes, &b"\xff\xd8\xff not a picture"[..]);
}

#[tokio::test]
async fn a_button_of_before_the_restart_works() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("telegram.json");
    let Resumed { simulator, .. } = resume(&file);
    add_amina(&simulator);
    let stand = Stand::serving(simulator).await;
    stand.pressed_button().await;
    end(&stand.simulator, &file).await;

    let stand = Stand::serving(resume(&file).simulator).await;
    let pressed = stand
        .simulator
        .press(AMINA, Press::labelled("Yes"))
        .unwrap();
    let query = pressed.callback_query_id().unwrap();
    let updates = stand.call("getUpdates", json!({})).await;
    let heard = &updates[1]["callback_query"];
    assert_eq!((&heard["data"], &heard["id"]), (&json!("y"), &json!(query)));
    let edit =
        json!({"chat_id": AMINA, "message_id": heard["message"]["message_id"], "text": "Done"});
    stand.call("editMessageText", edit).await;
    let shown = stand.simulator.chat(AMINA, 0).unwrap().messages;
    assert_eq!(shown.last().unwrap().text, "Done");
}

#[tokio::test]
async fn no_id_comes_twice_although_a_crash_forgot_the_last_moment() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("telegram.json");
    let mut used = Vec::new();
    // Nothing is written after the first moment, as if each run were killed at once.
    for turn in 0..3 {
        let Resumed { simulator, .. } = resume(&file);
        add_amina(&simulator);
        if turn == 0 {
            end(&simulator, &file).await;
        }
        let stand = Stand::serving(simulator).await;
        let message = stand.send("x").await;
        let stranger = stand.simulator.add_person(NewPerson::default());
        let query = stand.pressed_button().await.parse().unwrap();
        let update = stand.poll(json!({})).await[0];
        used.push([message, stranger, query, update]);
    }
    for pair in used.windows(2) {
        for (earlier, later) in pair[0].iter().zip(pair[1]) {
            assert!(*earlier < later, "{used:?}");
        }
    }
}

#[tokio::test]
async fn a_damaged_file_is_put_aside_and_its_ids_do_not_come_again() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("telegram.json");
    let Resumed { simulator, .. } = resume(&file);
    add_amina(&simulator);
    let stand = Stand::serving(simulator).await;
    let last = stand.send("x").await;
    end(&stand.simulator, &file).await;
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();

    let later = Clock::frozen(start_of_time() + TimeDelta::minutes(1));
    let Resumed { simulator, found } = Simulator::resume(later, TOKEN.to_owned(), &file).unwrap();
    let Found::Damaged { aside, .. } = found else {
        panic!("{found:?}")
    };
    assert_eq!(std::fs::read(aside).unwrap(), whole[..whole.len() / 2]);
    assert!(simulator.state().people.is_empty());
    add_amina(&simulator);
    let stand = Stand::serving(simulator).await;
    assert!(stand.send("x").await > last);
    assert_eq!(resume(&file).found, Found::Phones);
}

#[tokio::test]
async fn a_change_is_written_without_waiting_for_the_end() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("telegram.json");
    let Resumed { simulator, .. } = resume(&file);
    let over = CancellationToken::new();
    let keeper = tokio::spawn(simulator.clone().keep(file.clone(), over.clone()));
    add_amina(&simulator);
    let written = || std::fs::read_to_string(&file).unwrap().contains("Amina");
    // Longer than the promised second: a busy machine must not fail the test.
    let seen = tokio::time::timeout(Duration::from_secs(10), async {
        let mut looks = tokio::time::interval(Duration::from_millis(20));
        while !written() {
            looks.tick().await;
        }
    });
    seen.await.expect("the change is written");
    over.cancel();
    keeper.await.unwrap().unwrap();
}
