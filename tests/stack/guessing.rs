//! Invitations that are guessed: nothing is found, nobody is told more than before, and the operator hears of it.

use chrono::TimeDelta;
use kinkeeper::core::people::Role;
use kinkeeper::core::typed_code::{CODE_HOLDS, TypedCode};
use kinkeeper::programme::invite::{Invited, invite};
use kinkeeper::simulator::NewPerson;
use kinkeeper::store::programme::NewInvite;
use kinkeeper::store::token_hash;

use crate::stand::Stand;
use crate::support::Engine;

/// The first of the strangers.
const STRANGER: i64 = 9900;
const WRONG: &str = "This invitation does not work";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_five_wrong_invitations_even_a_right_one_is_not_looked_at_for_an_hour() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let token = invitation(&stand).await;
        let other = invitation(&stand).await;
        arrives(&stand, STRANGER);
        arrives(&stand, STRANGER + 1);
        for guess in 0..4 {
            tries(&mut stand, STRANGER, &format!("guess{guess}")).await;
        }
        stand.clock.advance(TimeDelta::minutes(30));
        tries(&mut stand, STRANGER, "guess4").await;
        for _ in 0..20 {
            tries(&mut stand, STRANGER, &token).await;
        }
        let answers = stand.of_bot(STRANGER);
        assert_eq!(answers.len(), 25, "every try has its answer");
        assert!(
            answers
                .iter()
                .all(|answer| answer.text == answers[0].text && answer.text.contains(WRONG)),
            "the answers differ"
        );
        // Nobody else is shut out.
        tries(&mut stand, STRANGER + 1, &other).await;
        assert!(!stand.newest(STRANGER + 1).text.contains(WRONG));

        // The tries that were not looked at shut nobody out for longer.
        stand.clock.advance(TimeDelta::minutes(31));
        tries(&mut stand, STRANGER, &token).await;
        assert!(!stand.newest(STRANGER).text.contains(WRONG));
        stand.is_whole().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_wrong_invitations_within_an_hour_raise_an_alarm() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        for stranger in STRANGER..STRANGER + 12 {
            arrives(&stand, stranger);
            for guess in 0..7 {
                tries(&mut stand, stranger, &format!("guess{guess}")).await;
            }
            let looked_at = (stranger - STRANGER + 1) * 5;
            assert_eq!(wrong(&stand).await, looked_at, "five of each");
        }
        let health = crate::web::healthz(&stand).await;
        assert!(health.contains(r#""invitations":"guessed""#), "{health}");
        stand.clock.advance(TimeDelta::minutes(61));
        assert_eq!(wrong(&stand).await, 0);
        let health = crate::web::healthz(&stand).await;
        assert!(health.contains(r#""invitations":"ok""#), "{health}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_five_wrong_codes_even_the_right_one_is_not_looked_at_for_an_hour() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let code = coded(&stand).await;
        arrives(&stand, STRANGER);
        // A slip that the check character finds could be no code; it shuts nobody out.
        for _ in 0..7 {
            let mut slip: String = code.to_string();
            let last = slip.pop().expect("a letter");
            slip.push(if last == '7' { '8' } else { '7' });
            types(&mut stand, STRANGER, &slip).await;
            assert!(stand.newest(STRANGER).text.contains(WRONG));
        }
        assert_eq!(wrong(&stand).await, 0);
        for guess in 1..=5 {
            let guess = TypedCode::from_random([guess; 7]).to_string();
            types(&mut stand, STRANGER, &guess).await;
        }
        assert_eq!(wrong(&stand).await, 5);
        types(&mut stand, STRANGER, &code.to_string()).await;
        assert!(stand.newest(STRANGER).text.contains(WRONG));
        stand.clock.advance(TimeDelta::minutes(61));
        types(&mut stand, STRANGER, &code.to_string().to_lowercase()).await;
        assert!(!stand.newest(STRANGER).text.contains(WRONG));
        stand.is_whole().await;
    }
}

async fn coded(stand: &Stand) -> TypedCode {
    let code = TypedCode::from_random([9, 8, 7, 6, 5, 4, 3]);
    let now = stand.clock.now();
    let mut tx = stand.base.store.begin().await.expect("a transaction");
    let added = tx.add_invite(NewInvite {
        token_hash: token_hash("the link beside it"),
        role: Role::Manager,
        team: None,
        person: None,
        name: None,
        case: None,
        kin: None,
        by: None,
        expires_at: now + TimeDelta::days(7),
        code: Some((code.clone(), now + CODE_HOLDS)),
    });
    added.await.expect("an invitation");
    tx.commit().await.expect("committed");
    code
}

async fn types(stand: &mut Stand, stranger: i64, text: &str) {
    stand.simulator.write(stranger, text).expect("a phone");
    stand.rest().await;
}

async fn invitation(stand: &Stand) -> String {
    let mut tx = stand.base.store.begin().await.expect("a transaction");
    let invited = Invited {
        role: Role::Manager,
        team: None,
        person: None,
        name: None,
    };
    let token = invite(&mut tx, invited, stand.clock.now()).await;
    tx.commit().await.expect("committed");
    token.expect("an invitation")
}

fn arrives(stand: &Stand, stranger: i64) {
    stand.simulator.add_person(NewPerson {
        id: Some(stranger),
        first_name: "Somebody".into(),
        language_code: Some("en".into()),
        ..NewPerson::default()
    });
}

async fn tries(stand: &mut Stand, stranger: i64, token: &str) {
    let started = stand.simulator.start(stranger, Some(token));
    started.expect("a phone");
    stand.rest().await;
}

async fn wrong(stand: &Stand) -> i64 {
    let health = stand.base.store.health(stand.clock.now()).await;
    health.expect("health").invitations_wrong
}
