//! What phones list under "/": told again after every fault, and told once where none befalls it.

use chrono::TimeDelta;
use kinkeeper::simulator::{Fault, FaultRule};

use crate::stand::{AMINA, BRIAN, GRACE, Stand};
use crate::support::Engine;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_comes_through_every_fault_and_nothing_else_waits_for_it() {
    let faults = [
        Fault::TooManyRequests { retry_after: 3 },
        Fault::ServerError { status: 502 },
        Fault::ResetBefore,
        Fault::ResetAfter,
    ];
    for engine in Engine::at_hand() {
        for fault in faults {
            let mut stand = Stand::open(engine).await;
            assert_eq!(stand.first_listed(AMINA), "What you can do now");
            stand.fails(vec![FaultRule {
                fault,
                method: Some("setMyCommands".into()),
                count: Some(2),
                probability: None,
            }]);
            stand.write(AMINA, "/language");
            stand.rest().await;
            stand.tap(AMINA, "Kiswahili").await;
            assert!(
                stand.newest(AMINA).text.contains("Ungependa"),
                "{fault:?}: the menu waited: {}",
                stand.newest(AMINA).text
            );
            for _ in 0..2 {
                stand.clock.advance(TimeDelta::seconds(10));
                stand.rest().await;
            }
            assert_eq!(
                stand.first_listed(AMINA),
                "Unachoweza kufanya sasa",
                "{fault:?}"
            );
            assert_eq!(stand.first_listed(GRACE), "What you can do now");
            stand.is_whole().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_is_told_is_not_told_again_but_when_its_words_change() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let told = |stand: &Stand| {
            let calls = stand.simulator.calls();
            let lists = calls
                .iter()
                .filter(|call| call.method.eq_ignore_ascii_case("setMyCommands"));
            lists.count()
        };
        let before = told(&stand);
        stand.write(AMINA, "/menu");
        stand.later(5).await;
        assert_eq!(told(&stand), before);
        // Another life of the bot tells strangers in six calls, and nobody else.
        stand.be_reborn();
        stand.rest().await;
        assert_eq!(told(&stand), before + 6);
        // A life with other words tells the three who have joined, too.
        stand
            .spoil("DELETE FROM meta WHERE name = 'command_lists'")
            .await;
        stand.be_reborn();
        stand.rest().await;
        assert_eq!(told(&stand), before + 6 + 6 + 3);
        assert_eq!(stand.first_listed(BRIAN), "What you can do now");
    }
}

impl Stand {
    fn first_listed(&self, user: i64) -> String {
        let chat = self.simulator.chat(user, 0).expect("a phone");
        let first = chat.commands.first().expect("a list");
        first["description"].as_str().expect("words").to_owned()
    }
}
