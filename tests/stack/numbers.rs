//! The phone number that is expected of whoever is invited: it is compared, and after that nothing is left of it.

use kinkeeper::simulator::{Contact, NewPerson, Press};

use crate::stand::{GRACE, Stand};
use crate::support::Engine;

const NEWCOMER: i64 = 9900;
/// As the newcomer's phone gives it, as Grace types it, and what all of them share.
const SHARED: &str = "254733445566";
const TYPED: &str = "0733 44 55 66";
const DIGITS: &str = "733445566";

/// Grace invites a volunteer whose number she knows.
async fn invited(stand: &mut Stand) -> String {
    stand.write(GRACE, "/invite");
    stand.rest().await;
    stand.tap(GRACE, "Volunteer").await;
    let link = stand.newest(GRACE).text;
    let token = link.split("/start ").nth(1).expect("a way in");
    let token = token.split_whitespace().next().expect("a token");
    stand.tap(GRACE, "Add phone number").await;
    stand.write(GRACE, TYPED);
    stand.rest().await;
    assert!(stand.newest(GRACE).text.contains("Noted"));
    token.to_owned()
}

/// Somebody opens the link and is asked for their number.
async fn asked(stand: &mut Stand, token: &str) {
    stand.simulator.add_person(NewPerson {
        id: Some(NEWCOMER),
        first_name: "Zola".into(),
        language_code: Some("en".into()),
        ..NewPerson::default()
    });
    let started = stand.simulator.start(NEWCOMER, Some(token));
    started.expect("a phone");
    stand.rest().await;
    for words in ["English", "Nairobi", "I agree"] {
        stand.tap(NEWCOMER, words).await;
    }
}

/// The newcomer sends their own number.
async fn shares(stand: &mut Stand) {
    let own = Contact {
        phone_number: Some(SHARED.into()),
        first_name: None,
        user_id: Some(NEWCOMER),
    };
    let sent = stand.simulator.send_contact(NEWCOMER, own);
    sent.expect("a phone");
    stand.rest().await;
}

/// What a phone shows in place of its keyboard.
fn keyboard(stand: &Stand) -> Option<serde_json::Value> {
    let chat = stand.simulator.chat(NEWCOMER, 0).expect("a phone");
    chat.keyboard
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_opens_the_door_and_stands_nowhere_afterwards() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let token = invited(&mut stand).await;
        let digests = "SELECT COUNT(*) FROM expected_phone WHERE length(digest) = 32";
        assert_eq!(stand.count(digests).await, 1);
        asked(&mut stand, &token).await;
        let keys = keyboard(&stand).expect("two buttons");
        assert_eq!(keys["keyboard"][0][0]["request_contact"], true);
        shares(&mut stand).await;
        assert!(stand.newest(NEWCOMER).text.contains("You can begin now"));
        assert_eq!(keyboard(&stand), None);
        // Neither in a file or row, nor sealed, where whoever has the key could open it.
        assert_eq!(stand.count(digests).await, 0);
        let wiped = "SELECT COUNT(*) FROM inbox WHERE length(body) = 0";
        assert_eq!(stand.count(wiped).await, 2, "what brought it twice");
        let plain = stand.stolen().await;
        let found = |word: &str| {
            let mut places = plain.windows(word.len());
            places.any(|place| place == word.as_bytes())
        };
        assert!(found("K7M2QX"), "what is not sealed is found");
        for number in [SHARED, TYPED, DIGITS, "44 55 66"] {
            assert!(!found(number), "{number} on {engine:?}");
        }
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_could_not_say_yes_any_more_lets_nobody_in_by_a_number() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let token = invited(&mut stand).await;
        asked(&mut stand, &token).await;
        stand
            .spoil("UPDATE person SET role = 'caseworker' WHERE role = 'supervisor'")
            .await;
        shares(&mut stand).await;
        let answer = stand.newest(NEWCOMER).text;
        assert!(answer.contains("will confirm that it is you"), "{answer}");
        assert_eq!(keyboard(&stand), None);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_buttons_forged_by_somebody_inside_do_nothing() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        for data in ["js", "jg"] {
            let message_id = stand.newest(GRACE).id;
            let forged = Press::Forged {
                message_id,
                data: data.into(),
                forged: true,
            };
            stand.simulator.press(GRACE, forged).expect("a phone");
            stand.rest().await;
        }
        assert_eq!(stand.count("SELECT COUNT(*) FROM expected_phone").await, 0);
        stand.is_whole().await;
    }
}
