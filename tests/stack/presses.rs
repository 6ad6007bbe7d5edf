//! Doubled updates, batches in any order, and buttons pressed again and again: each has one effect.

use chrono::TimeDelta;
use kinkeeper::core::report::ReportState;
use kinkeeper::simulator::Faults;
use kinkeeper::store::output::Page;

use crate::stand::{AMINA, BRIAN, GRACE, Stand};
use crate::support::Engine;

/// Orders of the presses; each is another way to shuffle them.
const SEEDS: u64 = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_equal_presses_have_one_effect_and_each_is_answered() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        stand.tap(AMINA, "since").await;
        let before = stand.simulator.calls().len();
        for _ in 0..5 {
            stand.touch(AMINA, "Yes, today");
        }
        stand.rest().await;
        let asked = stand.newest(AMINA).text;
        assert!(
            asked.contains("Who did you see"),
            "not the second question: {asked}"
        );
        let calls = stand.simulator.calls();
        let answered = calls[before..]
            .iter()
            .filter(|call| call.method.eq_ignore_ascii_case("answerCallbackQuery"));
        assert_eq!(answered.count(), 5, "every press is answered");
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_left_is_told_so_and_whom_to_ask() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(GRACE, "/menu");
        stand.rest().await;
        stand
            .spoil("UPDATE person SET standing = 'left' WHERE role = 'supervisor'")
            .await;
        let told = "ended; if you have a question, ask the supervisor";
        stand.tap(GRACE, "Help").await;
        assert!(stand.newest(GRACE).text.contains(told));
        stand.write(GRACE, "/menu");
        stand.rest().await;
        let newest = stand.newest(GRACE);
        assert!(newest.text.contains(told), "{}", newest.text);
        assert_eq!(newest.buttons.len(), 1, "nothing but the privacy words");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_that_is_sent_five_times_among_other_presses_is_one_report_with_one_receipt() {
    for engine in Engine::at_hand() {
        for seed in 0..SEEDS {
            let mut stand = Stand::open(engine).await;
            stand.fill_in(AMINA, "She laughs").await;
            // Ticked by hand, as the page would: five times Send, with others of the same screen in between.
            let mut presses = [
                "Send report",
                "Send report",
                "Send report",
                "Send report",
                "Send report",
                "Cancel",
            ];
            let by = usize::try_from(seed).expect("small");
            let count = presses.len();
            presses.rotate_left(by % count);
            stand.simulator.set_faults(Faults {
                duplicate_updates: true,
                shuffle_updates: true,
                seed,
                ..Faults::default()
            });
            for words in presses {
                stand.touch(AMINA, words);
            }
            stand.rest().await;
            stand.simulator.set_faults(Faults::default());
            stand.rest().await;
            assert_eq!(reports(&stand).await, [ReportState::Sent]);
            let receipts = stand.of_bot(AMINA);
            let receipts = receipts.iter().filter(|message| {
                message
                    .buttons
                    .iter()
                    .flatten()
                    .any(|button| button.text.contains("Undo"))
            });
            assert_eq!(receipts.count(), 1);
            stand.is_whole().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn danger_that_is_pressed_five_times_calls_the_supervisor_once() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.simulator.set_faults(Faults {
            duplicate_updates: true,
            shuffle_updates: true,
            ..Faults::default()
        });
        stand.write(AMINA, "/visit");
        stand.rest().await;
        for words in ["since", "Yes, today", "Caregiver", "Done"] {
            stand.tap(AMINA, words).await;
        }
        let before = stand.of_bot(GRACE).len();
        for _ in 0..5 {
            stand.touch(AMINA, "Danger now");
        }
        stand.rest().await;
        assert_eq!(
            stand.of_bot(GRACE).len(),
            before + 1,
            "Grace hears of it once"
        );
        assert_eq!(
            stand.base.store.open_alerts().await.expect("alerts").len(),
            1
        );
        for _ in 0..5 {
            stand.touch(GRACE, "I have it");
        }
        stand.rest().await;
        assert!(
            stand
                .base
                .store
                .open_alerts()
                .await
                .expect("alerts")
                .is_empty()
        );
        assert_eq!(
            stand.saying(AMINA, "Grace").len(),
            1,
            "Amina hears once that Grace has it"
        );
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn buttons_of_two_reports_never_answer_each_other() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        stand.tap(AMINA, "since").await;
        let first = stand.newest(AMINA);
        let dangerous = first.buttons[2][0]
            .data
            .clone()
            .expect("a button with data");
        // She leaves it open and discards it later; the next report of the same case is another draft.
        stand.tap(AMINA, "Cancel").await;
        stand.tap(AMINA, "Discard").await;
        stand.write(AMINA, "/visit");
        stand.rest().await;
        stand.tap(AMINA, "since").await;
        let asked = stand.newest(AMINA).text;
        let forged = |data: &str| kinkeeper::simulator::Press::Forged {
            message_id: first.id,
            data: data.to_owned(),
            forged: true,
        };
        stand
            .simulator
            .press(AMINA, forged(&dangerous))
            .expect("a changed client can");
        stand.rest().await;
        assert!(
            !stand.newest(AMINA).text.contains("in the way"),
            "an old button answered a new report"
        );
        assert!(
            stand
                .newest(AMINA)
                .text
                .contains(asked.lines().last().expect("a question"))
        );
        // And somebody else's button does nothing for Brian.
        let before = stand.newest(BRIAN).text;
        let second = stand.newest(AMINA).buttons[0][0]
            .data
            .clone()
            .expect("a button with data");
        stand
            .simulator
            .press(BRIAN, forged(&second))
            .expect("a changed client can");
        stand.rest().await;
        assert!(!stand.newest(BRIAN).text.contains("K7M2QX"), "{before}");
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shuffled_batches_are_handled_in_the_order_of_telegram() {
    for engine in Engine::at_hand() {
        for seed in 0..SEEDS {
            let mut stand = Stand::open(engine).await;
            stand.simulator.set_faults(Faults {
                shuffle_updates: true,
                duplicate_updates: true,
                seed,
                ..Faults::default()
            });
            // Typed fast, so that all of it is one batch; any other order would end elsewhere.
            for text in [
                "/visit",
                "1",
                "today",
                "3",
                "no",
                "nothing worries me",
                "She laughs",
                "as agreed",
            ] {
                stand.write(AMINA, text);
                stand.write(BRIAN, "/help");
            }
            stand.clock.advance(TimeDelta::seconds(1));
            stand.rest().await;
            let asked = stand.newest(AMINA).text;
            assert!(asked.contains("next visit"), "seed {seed}: {asked}");
            stand.is_whole().await;
        }
    }
}

async fn reports(stand: &Stand) -> Vec<ReportState> {
    let page = Page {
        since: chrono::DateTime::UNIX_EPOCH,
        after: None,
        limit: 100,
        sealed: false,
    };
    let rows = stand.base.store.reports(&page).await.expect("reports");
    rows.into_iter().map(|row| row.state).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_button_of_a_case_is_nothing_on_the_phone_of_whoever_is_not_in_it() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let (hers, all) = buttons_of_a_day(&mut stand).await;
        assert!(all.len() > 40, "{} buttons", all.len());
        let reports_before = reports(&stand).await;
        let alerts_before = stand.base.store.open_alerts().await.expect("alerts").len();
        let heard = |stand: &Stand| [AMINA, GRACE].map(|user| stand.of_bot(user).len());
        let heard_before = heard(&stand);

        // Brian visits another family. Each button comes twice, and not in the order in which they were shown.
        stand.write(BRIAN, "/menu");
        stand.rest().await;
        for data in all.iter().rev().chain(&all) {
            forge(&mut stand, BRIAN, data).await;
        }
        for message in stand.of_bot(BRIAN) {
            assert!(is_silent(&message.text), "{}", message.text);
            let labels = message.buttons.iter().flatten();
            assert!(
                labels
                    .map(|button| &button.text)
                    .all(|label| is_silent(label))
            );
        }
        assert_eq!(heard(&stand), heard_before, "somebody else heard of it");

        // Amina has left the case: her own buttons say no more than anybody's.
        stand
            .spoil(
                "UPDATE membership SET ended_at = '2026-03-02T15:00:00+00:00'
                 WHERE case_id = (SELECT id FROM cases WHERE code = 'K7M2QX')",
            )
            .await;
        stand.clock.advance(TimeDelta::hours(1));
        stand.rest().await;
        let seen = stand.newest(AMINA).id;
        for data in hers.iter().rev() {
            forge(&mut stand, AMINA, data).await;
        }
        let later = stand.of_bot(AMINA).into_iter();
        for message in later.filter(|message| message.id > seen) {
            assert!(is_silent(&message.text), "{}", message.text);
        }
        assert_eq!(reports(&stand).await, reports_before);
        let alerts = stand.base.store.open_alerts().await.expect("alerts");
        assert_eq!(alerts.len(), alerts_before);
        stand.tap(GRACE, "I have it").await;
        stand.is_whole().await;
    }
}

/// Amina reports danger and sends her report; Amina and Grace look at all that their screens lead to. Gives the buttons
/// that Amina was shown, and those of both.
async fn buttons_of_a_day(stand: &mut Stand) -> (Vec<String>, Vec<String>) {
    let mut hers = Vec::new();
    let mut graces = Vec::new();
    stand.write(AMINA, "/visit");
    stand.rest().await;
    for words in ["since", "Yes, today", "Caregiver", "Done", "Danger now"] {
        keep(stand, AMINA, &mut hers);
        stand.tap(AMINA, words).await;
    }
    keep(stand, GRACE, &mut graces);
    stand.write(AMINA, "He is bruised");
    stand.rest().await;
    stand.tap(AMINA, "Nothing worries").await;
    stand.write(AMINA, "She laughs");
    stand.rest().await;
    for words in ["As agreed", "As planned"] {
        keep(stand, AMINA, &mut hers);
        stand.tap(AMINA, words).await;
    }
    keep(stand, AMINA, &mut hers);
    stand.tap(AMINA, "Send report").await;
    keep(stand, AMINA, &mut hers);
    for (user, kept) in [(AMINA, &mut hers), (GRACE, &mut graces)] {
        stand.write(user, "/cases");
        stand.rest().await;
        keep(stand, user, kept);
        stand.tap(user, "K7M2QX").await;
        keep(stand, user, kept);
        for words in ["🎯 Plan", "Goal", "🎯 Plan", "Help from"] {
            stand.tap(user, words).await;
            keep(stand, user, kept);
        }
    }
    for ways in [
        &["/menu", "Reports to read", "K7M2QX"][..],
        &["/cases", "K7M2QX", "Who is", "➕"],
        &["/cases", "K7M2QX", "🕓"],
        &["/cases", "Team", "Amina"],
        &["/cases", "K7M2QX", "✉️"],
    ] {
        stand.write(GRACE, ways[0]);
        stand.rest().await;
        for words in &ways[1..] {
            stand.tap(GRACE, words).await;
            keep(stand, GRACE, &mut graces);
        }
    }
    let all = hers.iter().chain(&graces).cloned();
    let all: std::collections::BTreeSet<String> = all.collect();
    (hers, all.into_iter().collect())
}

/// Notes the data of all buttons that a phone shows.
fn keep(stand: &Stand, user: i64, kept: &mut Vec<String>) {
    for message in stand.of_bot(user) {
        let buttons = message.buttons.into_iter().flatten();
        for data in buttons.filter_map(|button| button.data) {
            // What concerns the sender alone does something, whoever sends it.
            let own = ["m", "h", "p", "o", "l", "jm", "jl"].contains(&data.as_str());
            if !own && !kept.contains(&data) {
                kept.push(data);
            }
        }
    }
}

/// A changed client presses a button with this data.
async fn forge(stand: &mut Stand, user: i64, data: &str) {
    let press = kinkeeper::simulator::Press::Forged {
        message_id: stand.newest(user).id,
        data: data.to_owned(),
        forged: true,
    };
    stand
        .simulator
        .press(user, press)
        .expect("a changed client can");
    stand.rest().await;
}

/// Whether a text says nothing of Amina's case.
fn is_silent(text: &str) -> bool {
    let said = ["K7M2QX", "blue gate", "bruised", "laughs"];
    said.iter().all(|said| !text.contains(said))
}
