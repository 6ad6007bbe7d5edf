//! The outbox: order of classes, one sender, rights asked again, every end.

use chrono::TimeDelta;
use kinkeeper::core::effect::{Effect, Purpose};
use kinkeeper::core::id::{ChatId, MessageId};
use kinkeeper::core::place::Place as Where;
use kinkeeper::core::reminding::Reminded;
use kinkeeper::core::report::Visit;
use kinkeeper::letters::dedup;
use kinkeeper::store::Store;
use kinkeeper::store::mail::{InDoubt, OutboxRow, Outcome, Settled};

use crate::places::places;
use crate::programme::{AMINA, Fixture, GRACE, key_of, message, noon};

fn settled(row: &OutboxRow, result: Outcome) -> Settled {
    Settled {
        seq: row.seq,
        chat: row.chat,
        result,
        at: noon(),
    }
}

async fn waiting(store: &Store, seconds: i64) -> Vec<i64> {
    let at = noon() + TimeDelta::seconds(seconds);
    let rows = store.pending(100, at).await.unwrap();
    rows.iter().map(|row| row.seq).collect()
}

#[tokio::test]
async fn messages_wait_by_class_and_age_and_a_repeat_is_left_out() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let store = &fixture.store;
        let mut later = message(AMINA, Purpose::Screen, "u1:2");
        later.not_before = Some(noon() + TimeDelta::hours(1));
        let messages = vec![
            message(AMINA, Purpose::Reminder, "u1:0"),
            message(AMINA, Purpose::Receipt, "u1:1"),
            later,
        ];
        let rows = fixture
            .act(AMINA, noon(), vec![], messages.clone())
            .await
            .unwrap();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[1].body, r#"{"text":"HelloCanary"}"#);
        let again = fixture.act(AMINA, noon(), vec![], messages).await.unwrap();
        assert!(again.is_empty());

        assert_eq!(
            waiting(store, 0).await,
            [] as [i64; 0],
            "whoever decided them sends them first"
        );
        assert_eq!(waiting(store, 2).await, [rows[1].seq, rows[0].seq]);
        store.take_over(noon()).await.unwrap();
        assert_eq!(waiting(store, 0).await, [rows[1].seq, rows[0].seq]);
        let read = store.pending(1, noon()).await.unwrap().remove(0);
        assert_eq!(read, rows[1]);
        assert_eq!(waiting(store, 3600).await.len(), 3);
        let health = store.health(noon() + TimeDelta::seconds(9)).await.unwrap();
        assert_eq!(
            (health.outbox["pending"], health.outbox_oldest_s),
            (3, Some(9))
        );
    }
}

#[tokio::test]
async fn a_message_is_claimed_once_and_ends_as_it_was_settled() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let store = &fixture.store;
        let go = vec![Effect::Go(Where::Menu)];
        let messages = (0..6).map(|n| message(AMINA, Purpose::Receipt, &format!("u1:{n}")));
        let rows = fixture
            .act(AMINA, noon(), go, messages.collect())
            .await
            .unwrap();
        let seqs: Vec<i64> = rows.iter().map(|row| row.seq).collect();
        let claimed = store.claim(&seqs, noon()).await.unwrap();
        assert_eq!(claimed.iter().map(|row| row.seq).collect::<Vec<_>>(), seqs);
        assert_eq!(claimed[0].live, None);
        assert!(
            store.claim(&seqs, noon()).await.unwrap().is_empty(),
            "nobody else may"
        );

        let soon = noon() + TimeDelta::seconds(60);
        let ends = vec![
            settled(
                &rows[0],
                Outcome::Sent {
                    message: Some(MessageId(77)),
                    live: true,
                },
            ),
            settled(&rows[1], Outcome::Withdrawn),
            settled(
                &rows[2],
                Outcome::Failed {
                    why: "bad request".into(),
                },
            ),
            settled(&rows[3], Outcome::Retry { not_before: soon }),
            settled(
                &rows[4],
                Outcome::Doubt {
                    not_before: soon,
                    then: InDoubt::Resend,
                },
            ),
            settled(
                &rows[5],
                Outcome::Doubt {
                    not_before: soon,
                    then: InDoubt::Expire,
                },
            ),
        ];
        store.settle(&ends).await.unwrap();
        store.settle(&[]).await.unwrap();
        let left = store.pending(10, soon).await.unwrap();
        let left: Vec<_> = left
            .iter()
            .map(|row| (row.seq, row.attempts, row.repeats))
            .collect();
        assert_eq!(left, [(rows[3].seq, 1, 0), (rows[4].seq, 1, 1)]);
        let health = store.health(soon).await.unwrap();
        assert_eq!((health.outbox["failed"], health.outbox["sending"]), (1, 0));
        let world = fixture.look(AMINA, &[]).await;
        assert_eq!(world.chat.live, Some(MessageId(77)));
        assert_eq!(world.chat.place, Where::Menu);
        let claimed = store.claim(&[rows[3].seq], soon).await.unwrap();
        assert_eq!(claimed[0].live, Some(MessageId(77)));
    }
}

#[tokio::test]
async fn a_live_screen_of_a_chat_that_never_moved_is_remembered() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let messages = vec![
            message(GRACE, Purpose::Screen, "u1:0"),
            message(GRACE, Purpose::Receipt, "u1:1"),
        ];
        let rows = fixture.act(GRACE, noon(), vec![], messages).await.unwrap();
        let (store, next) = (&fixture.store, [rows[1].seq]);
        store.claim(&[rows[0].seq], noon()).await.unwrap();
        let early = store.claim(&next, noon()).await.unwrap();
        assert_eq!(early, [], "the screen before it is on its way");
        let sent = Outcome::Sent {
            message: Some(MessageId(5)),
            live: true,
        };
        let ended = [settled(&rows[0], sent)];
        let claimed = store.exchange(&ended, &next, noon()).await.unwrap();
        assert_eq!(claimed[0].live, Some(MessageId(5)));
        let world = fixture.look(GRACE, &[]).await;
        assert_eq!(
            (world.chat.live, world.chat.place),
            (Some(MessageId(5)), Where::Nowhere)
        );
    }
}

#[tokio::test]
async fn nothing_is_sent_to_whoever_has_lost_the_right_to_it() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let store = &fixture.store;
        let mut pushes = Vec::new();
        for n in 0..3 {
            let mut push = message(GRACE, Purpose::News, &format!("u1:{n}"));
            push.person = Some(fixture.grace);
            pushes.push(push);
        }
        pushes.push(message(GRACE, Purpose::Receipt, "u1:answer"));
        let rows = fixture.act(AMINA, noon(), vec![], pushes).await.unwrap();
        let may = |row: usize| {
            let seq = rows[row].seq;
            async move { store.claim(&[seq], noon()).await.unwrap().len() }
        };
        assert_eq!(may(0).await, 1);
        let sent = Settled {
            seq: rows[0].seq,
            chat: rows[0].chat,
            result: Outcome::Sent {
                message: None,
                live: false,
            },
            at: noon(),
        };
        store.settle(&[sent]).await.unwrap();
        store.unreachable(ChatId(GRACE.0), noon()).await.unwrap();
        assert_eq!(may(1).await, 0);
        fixture
            .act(GRACE, noon(), vec![Effect::SetReachable(true)], vec![])
            .await
            .unwrap();
        assert_eq!(may(1).await, 0, "it was withdrawn for good");
        place
            .meddle(&["UPDATE person SET standing = 'left' WHERE role = 'supervisor'"])
            .await
            .unwrap();
        assert_eq!(may(2).await, 0);
        assert_eq!(may(3).await, 1, "an answer goes to whoever asked");
    }
}

#[tokio::test]
async fn a_reminder_waits_while_its_case_changes_and_goes_if_it_is_still_due() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        fixture.reckon().await;
        for (nth, done) in [false, true].into_iter().enumerate() {
            let at = noon() + TimeDelta::seconds(nth as i64);
            let due = fixture.reminders(AMINA).await.remove(0);
            let told = Effect::Remind {
                reminded: vec![Reminded {
                    obligation: due.id,
                    rung: due.next.unwrap().rung,
                    told: true,
                    next: due.next,
                }],
                screen: Box::default(),
            };
            let mut push = message(AMINA, Purpose::Reminder, &dedup(&key_of(at), 0));
            push.person = Some(fixture.amina);
            let rows = fixture
                .act(AMINA, at, vec![told], vec![push])
                .await
                .unwrap();
            let seqs = [rows[0].seq];

            let draft = fixture.draft();
            let mut report = fixture.report(&draft, at);
            if !done {
                report.visit = Visit::default();
            }
            let filed = vec![
                Effect::OpenDraft(Box::new(draft)),
                Effect::File(Box::new(report)),
            ];
            fixture.act(AMINA, at, filed, vec![]).await.unwrap();
            let claimed = || fixture.store.claim(&seqs, noon() + TimeDelta::minutes(1));
            assert_eq!(
                claimed().await.unwrap().len(),
                0,
                "it is not known whether it is due"
            );
            fixture.reckon().await;
            let sent = claimed().await.unwrap().len();
            assert_eq!(sent, usize::from(!done));
        }
    }
}

#[tokio::test]
async fn what_a_dead_process_was_sending_is_in_doubt() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let messages = vec![message(AMINA, Purpose::Receipt, "u1:0")];
        let rows = fixture.act(AMINA, noon(), vec![], messages).await.unwrap();
        fixture.store.claim(&[rows[0].seq], noon()).await.unwrap();
        let at = noon() + TimeDelta::seconds(59);
        assert!(
            fixture.store.in_doubt(at).await.unwrap().is_empty(),
            "it is being sent"
        );
        fixture.store.close().await;
        drop(fixture);
        let store = place.open().await;
        // The file has one process at a time; on a server another may live, and a lease has to pass.
        let at = if place.is_sqlite() {
            noon()
        } else {
            noon() + TimeDelta::seconds(60)
        };
        let doubt = store.in_doubt(at).await.unwrap();
        assert_eq!(doubt.len(), 1);
        assert_eq!((doubt[0].seq, doubt[0].attempts), (rows[0].seq, 1));
    }
}

#[tokio::test]
async fn a_chat_that_moved_takes_everything_along() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let store = &fixture.store;
        let go = vec![Effect::Go(Where::Menu)];
        let messages = vec![message(AMINA, Purpose::Receipt, "u1:0")];
        fixture.act(AMINA, noon(), go, messages).await.unwrap();
        let new = ChatId(-1000);
        for _ in 0..2 {
            store.chat_migrated(ChatId(AMINA.0), new).await.unwrap();
        }
        let row = store
            .pending(1, noon() + TimeDelta::seconds(2))
            .await
            .unwrap()
            .remove(0);
        assert_eq!(row.chat, new);
        let mut tx = store.begin().await.unwrap();
        let who = tx.who(&[(AMINA, new)]).await.unwrap().remove(0);
        assert_eq!(who.chat.place, Where::Menu, "telling twice loses nothing");
        tx.rollback().await.unwrap();
    }
}
