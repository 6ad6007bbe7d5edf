//! The demo as people start it: the real program, driven over its control API, stopped and killed in the middle.

#[path = "demo/stand.rs"]
mod stand;
mod support;

use serde_json::{Value, json};
use stand::{Demo, kinkeeper};
use support::{Engine, scratch};
use tempfile::TempDir;

const AMINA: i64 = 7_100_001;
const GRACE: i64 = 7_100_002;
const HALIMA: i64 = 7_100_006;

#[tokio::test]
async fn a_visit_goes_on_at_the_same_question_after_the_demo_was_stopped() {
    let folder = TempDir::new().unwrap();
    let demo = Demo::start(&folder, &[]).await;
    demo.tap(AMINA, "K7M2QX", "Je, ziara ilifanyika?").await;
    demo.tap(AMINA, "Ndiyo, leo", "2/9").await;
    demo.tap(AMINA, "Mtoto peke yake", "Tayari (1)").await;
    demo.tap(AMINA, "Tayari", "3/9").await;
    demo.tap(AMINA, "Hapana", "4/9").await;
    demo.pass_a_day().await;
    let before = demo.chat(AMINA).await;
    let then = demo.now().await;
    let mut taps = demo.terminate();

    let demo = Demo::start(&folder, &[]).await;
    assert_eq!(demo.chat(AMINA).await, before);
    assert!(demo.now().await >= then, "the clock went back");
    demo.tap(AMINA, "Sina wasiwasi", "5/9").await;
    demo.write(AMINA, "Juma alitabasamu", "6/9").await;
    demo.tap(AMINA, "Kama tulivyokubaliana", "7/9").await;
    demo.tap(AMINA, "Kama tulivyokubaliana", "8/9").await;
    demo.tap(AMINA, "Hakuna kwa sasa", "9/9").await;
    demo.tap(AMINA, "Kama ilivyopangwa", "Tuma ripoti").await;
    let asked = demo.newest(AMINA).await["id"].clone();
    demo.tap(AMINA, "Tuma ripoti", "Imehifadhiwa: K7M2QX").await;
    let receipt = demo.newest(AMINA).await;
    assert_ne!(receipt["id"], asked, "the receipt is a new message");
    assert!(stand::screen(&receipt).contains("K7M2QX"), "{receipt}");
    taps += demo.terminate();
    assert!(taps <= 12, "{taps} taps");

    let report = only_report(&folder);
    let expected = [
        ("case_code", "K7M2QX"),
        ("state", "sent"),
        ("language", "sw"),
        ("outcome", "happened"),
        ("seen", "child_alone"),
        ("danger", "no"),
        ("worries", ""),
        ("wellbeing_food", ""),
    ];
    for (column, value) in expected {
        assert_eq!(report(column), value, "{column}");
    }
    let day = |column: &str| -> chrono::NaiveDate { report(column).parse().unwrap() };
    assert!(day("next_on") > day("happened_on"));
    assert!(report("sent_at") > report("opened_at"));
    let goals = report("goals");
    let scores: Vec<&str> = goals
        .split('|')
        .map(|goal| &goal[goal.len() - 2..])
        .collect();
    assert_eq!(scores, [":0", ":0"], "{goals}");
}

#[tokio::test]
async fn danger_is_heard_before_the_report_is_finished_although_the_demo_was_killed() {
    let folder = TempDir::new().unwrap();
    let demo = Demo::start(&folder, &[]).await;
    demo.tap(AMINA, "K7M2QX", "Je, ziara ilifanyika?").await;
    demo.tap(AMINA, "Ndiyo, leo", "2/9").await;
    demo.tap(AMINA, "Mlezi", "Tayari (1)").await;
    demo.tap(AMINA, "Tayari", "3/8").await;
    demo.kept("3/8").await;
    let before = demo.chat(AMINA).await;
    demo.kill();

    let demo = Demo::start(&folder, &[]).await;
    assert_eq!(demo.chat(AMINA).await, before);
    demo.tap(AMINA, "Hatari sasa", "Uliona au kusikia nini?")
        .await;
    demo.until(GRACE, |chat| {
        chat["messages"]
            .as_array()?
            .last()
            .filter(|message| stand::screen(message).contains("K7M2QX"))
            .cloned()
    })
    .await;
    let lock_screen = demo.get(&format!("people/{GRACE}/lockscreen")).await;
    let [note] = lock_screen.as_array().unwrap().as_slice() else {
        panic!("{lock_screen}")
    };
    let shown = note["text"].as_str().unwrap();
    assert!(shown.contains("K7M2QX"), "{shown}");
    for secret in ["danger", "hatari", "tailor", "Amina"] {
        assert!(!shown.contains(secret), "a stranger reads {shown:?}");
    }
    let question = demo.newest(AMINA).await;
    assert!(stand::screen(&question).contains("4/9"), "{question}");
    demo.terminate();
}

#[tokio::test]
async fn a_family_is_not_safe_and_its_call_is_heard_taken_and_ended_in_the_demo() {
    let folder = TempDir::new().unwrap();
    let demo = Demo::start(&folder, &[]).await;
    demo.tap(HALIMA, "Siko salama", "Ndiyo, wajulishe").await;
    demo.tap(HALIMA, "Ndiyo, wajulishe", "Umefanya vyema").await;
    demo.write(HALIMA, "Yuko mlangoni", "Imehifadhiwa").await;
    demo.write(GRACE, "/menu", "no end yet").await;
    demo.tap(GRACE, "🔔", "Yuko mlangoni").await;
    demo.tap(GRACE, "I have it", "You have K7M2QX now").await;
    demo.tap(GRACE, "What was done?", "What did you find?")
        .await;
    demo.write(GRACE, "They are with an aunt", "2/4").await;
    demo.tap(GRACE, "A safe place", "Done (1)").await;
    demo.tap(GRACE, "Done (1)", "3/4").await;
    demo.tap(GRACE, "Yes", "4/4").await;
    demo.tap(GRACE, "Nothing more", "Send report").await;
    demo.tap(GRACE, "Send report", "Saved: What was done?")
        .await;
    let last = stand::screen(&demo.newest(HALIMA).await);
    assert!(last.contains("Imehifadhiwa"), "she was written to: {last}");
    demo.terminate();
}

#[tokio::test]
async fn a_phone_that_missed_the_last_moment_gets_the_question_by_any_old_button() {
    let folder = TempDir::new().unwrap();
    let demo = Demo::start(&folder, &[]).await;
    demo.tap(AMINA, "K7M2QX", "Je, ziara ilifanyika?").await;
    demo.kept("Je, ziara ilifanyika?").await;
    let older = demo.file();
    demo.tap(AMINA, "Ndiyo, leo", "2/9").await;
    // Else the next demo might send the screen once again by itself.
    stand::at_rest(&folder).await;
    demo.kill();
    // As if the kill had come before the last change was written.
    std::fs::write(folder.path().join("telegram.json"), older).unwrap();

    let demo = Demo::start(&folder, &[]).await;
    let shown = demo.newest(AMINA).await;
    assert!(stand::screen(&shown).contains("Je, ziara ilifanyika?"));
    demo.tap(AMINA, "Ndiyo, leo", "2/9").await;
    demo.terminate();
}

#[tokio::test]
async fn phones_that_cannot_be_read_start_empty_and_go_on() {
    let folder = TempDir::new().unwrap();
    let demo = Demo::start(&folder, &[]).await;
    demo.tap(AMINA, "K7M2QX", "Je, ziara ilifanyika?").await;
    demo.terminate();
    std::fs::write(folder.path().join("telegram.json"), "{\"people\": {").unwrap();

    let demo = Demo::start(&folder, &[]).await;
    let said: Vec<_> = demo
        .said
        .iter()
        .filter(|line| line.contains("cannot be read"))
        .collect();
    assert!(
        matches!(said.as_slice(), [line] if line.contains("damaged")),
        "{said:?}"
    );
    assert_eq!(demo.chat(AMINA).await["messages"], json!([]));
    demo.write(AMINA, "/visit K7M2QX", "K7M2QX").await;
    demo.terminate();
    let aside = std::fs::read_dir(&folder).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with("telegram.damaged")
    });
    assert_eq!(aside.count(), 1);
}

#[tokio::test]
async fn an_imported_programme_is_left_alone_unless_it_is_to_be_tried() {
    for engine in Engine::at_hand() {
        let folder = TempDir::new().unwrap();
        let scratch = scratch(engine);
        let database = scratch.settings.database().unwrap();
        let on = ["--database", &database];
        let people = folder.path().join("people.csv");
        let rows = "name,role,team,language,time_zone,telegram_id\nMary Wambui,volunteer,North,en,Africa/Nairobi,4242\n";
        std::fs::write(&people, rows).unwrap();
        let import = ["import", "people", people.to_str().unwrap()];
        kinkeeper(&folder, &[import.as_slice(), &on].concat());

        let (code, said) = stand::refused(&folder, &on);
        assert_eq!(code, Some(1), "{engine:?}");
        assert!(
            said.contains("--empty") && said.lines().count() == 1,
            "{said}"
        );

        let demo = Demo::start(&folder, &[&["--empty"], on.as_slice()].concat()).await;
        assert_eq!(demo.get("state").await["people"], json!([]));
        let mary = json!({"id": 4242, "first_name": "Mary", "language_code": "en"});
        demo.post("people", mary).await;
        demo.post("people/4242/start", json!({})).await;
        demo.until(4242, |chat| chat["messages"].as_array()?.get(1).cloned())
            .await;
        demo.terminate();

        // The demo has worked on it, so it goes on, and still nobody is added.
        let demo = Demo::start(&folder, &on).await;
        assert!(
            demo.said.iter().any(|line| line.contains("adds nobody")),
            "{:?}",
            demo.said
        );
        assert_eq!(ids(&demo.get("state").await), [4242]);
        demo.terminate();
        let reports = kinkeeper(&folder, &[["export", "reports"], on].concat());
        assert_eq!(reports.lines().count(), 1, "no report, only the header");
    }
}

#[tokio::test]
async fn an_empty_demo_waits_for_people() {
    let folder = TempDir::new().unwrap();
    let demo = Demo::start(&folder, &["--empty"]).await;
    assert_eq!(demo.get("state").await["people"], json!([]));
    let id = demo.post("people", json!({"first_name": "Amina"})).await["id"].clone();
    assert_eq!(demo.get("state").await["people"][0]["id"], id);
    demo.terminate();
}

#[tokio::test]
async fn a_real_bots_database_is_left_alone() {
    let folder = TempDir::new().unwrap();
    stand::database_of(&folder, "our_real_bot").await;
    let (code, said) = stand::refused(&folder, &[]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("@our_real_bot") && said.lines().count() == 1,
        "{said}"
    );
}

fn ids(state: &Value) -> Vec<i64> {
    let people = state["people"].as_array().unwrap().iter();
    people
        .map(|person| person["id"].as_i64().unwrap())
        .collect()
}

/// The one exported report, by column.
fn only_report(folder: &TempDir) -> impl Fn(&str) -> String + use<> {
    let exported = kinkeeper(folder, &["export", "reports"]);
    let mut csv = csv::Reader::from_reader(exported.as_bytes());
    let header = csv.headers().unwrap().clone();
    let rows: Vec<_> = csv.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1, "{exported}");
    move |column| {
        let place = header.iter().position(|name| name == column);
        rows[0][place.unwrap_or_else(|| panic!("no column {column}"))].to_owned()
    }
}
