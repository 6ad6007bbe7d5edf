//! The inbox: nothing twice, each lane in order, nobody handled by two.

use chrono::TimeDelta;
use kinkeeper::store::Store;
use kinkeeper::store::mail::Arrived;

use crate::places::{Place, places};
use crate::programme::noon;

const BOT: i64 = 9;

fn arrived(update_id: i64, lane: i64) -> Arrived<'static> {
    Arrived {
        update_id,
        message: None,
        lane,
        body: r#"{"text":"HelloCanary"}"#,
    }
}

/// The updates that one transaction may handle, which then ends without a change.
async fn heads(store: &Store, limit: i64) -> Vec<i64> {
    let mut tx = store.begin().await.unwrap();
    let claimed = tx.claim_updates(limit, noon()).await.unwrap();
    tx.rollback().await.unwrap();
    claimed.iter().map(|update| update.update_id).collect()
}

#[tokio::test]
async fn updates_are_kept_once_and_handled_lane_by_lane_in_their_order() {
    for place in places().await {
        let store = place.open().await;
        let batch = [arrived(12, 1), arrived(10, 1), arrived(11, 2)];
        let new = store.receive(BOT, &batch, Some(13), noon()).await.unwrap();
        assert_eq!(new, 3);
        assert_eq!(store.bot(BOT).await.unwrap().next, Some(13));
        let again = [arrived(11, 2), arrived(13, 3)];
        let new = store.receive(BOT, &again, Some(14), noon()).await.unwrap();
        assert_eq!(new, 1, "a repeat is ignored");
        assert_eq!(store.receive(BOT, &[], None, noon()).await.unwrap(), 0);
        assert_eq!(store.bot(BOT).await.unwrap().next, Some(14));

        let mut tx = store.begin().await.unwrap();
        let claimed = tx.claim_updates(64, noon()).await.unwrap();
        let ids: Vec<i64> = claimed.iter().map(|update| update.update_id).collect();
        assert_eq!(
            ids,
            [10, 11, 13],
            "the head of each lane, in Telegram's order"
        );
        assert_eq!(
            claimed[0].body.as_deref(),
            Some(r#"{"text":"HelloCanary"}"#)
        );
        assert_eq!((claimed[0].attempts, claimed[0].bot), (0, BOT));
        let seqs: Vec<i64> = claimed.iter().map(|update| update.seq).collect();
        tx.finish_updates(&seqs, noon()).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(heads(&store, 64).await, [12]);
    }
}

#[tokio::test]
async fn a_failed_update_waits_and_holds_its_lane_until_it_is_dead() {
    for place in places().await {
        let store = place.open().await;
        let batch = [arrived(1, 1), arrived(2, 1), arrived(3, 2)];
        store.receive(BOT, &batch, None, noon()).await.unwrap();

        let later = noon() + TimeDelta::seconds(2);
        let mut tx = store.begin().await.unwrap();
        let head = tx.claim_updates(1, noon()).await.unwrap().remove(0);
        tx.fail_update(head.seq, "panic", Some(later), noon())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(heads(&store, 64).await, [3], "its lane waits, others go on");

        let mut tx = store.begin().await.unwrap();
        let again = tx.claim_updates(1, later).await.unwrap().remove(0);
        assert_eq!((again.update_id, again.attempts), (1, 1));
        tx.fail_update(again.seq, "panic", None, later)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(
            heads(&store, 64).await,
            [2, 3],
            "a dead one holds nobody up"
        );
        let health = store.health(later).await.unwrap();
        assert_eq!((health.inbox["open"], health.inbox["dead"]), (2, 1));
        assert_eq!(health.inbox_oldest_s, Some(2));
    }
}

#[tokio::test]
async fn two_workers_never_hold_the_same_lane() {
    let Some(place) = Place::postgres().await else {
        return;
    };
    let store = place.open().await;
    let batch: Vec<Arrived<'_>> = (0..8).map(|id| arrived(id, id / 2)).collect();
    store.receive(BOT, &batch, None, noon()).await.unwrap();

    let mut first = store.begin().await.unwrap();
    let held = first.claim_updates(2, noon()).await.unwrap();
    let mut second = store.begin().await.unwrap();
    let others = second.claim_updates(64, noon()).await.unwrap();
    let lanes = |updates: &[kinkeeper::store::mail::Waiting]| -> Vec<i64> {
        updates.iter().map(|update| update.lane).collect()
    };
    assert_eq!((lanes(&held), lanes(&others)), (vec![0, 1], vec![2, 3]));
    let seqs: Vec<i64> = held.iter().map(|update| update.seq).collect();
    first.finish_updates(&seqs, noon()).await.unwrap();
    first.commit().await.unwrap();
    second.rollback().await.unwrap();
    assert_eq!(heads(&store, 64).await, [1, 3, 4, 6]);
}

#[tokio::test]
async fn a_lease_has_one_holder_until_it_runs_out() {
    for place in places().await {
        let store = place.open().await;
        let until = noon() + TimeDelta::seconds(30);
        assert!(store.lease("poller", "a", until, noon()).await.unwrap());
        assert!(!store.lease("poller", "b", until, noon()).await.unwrap());
        let longer = until + TimeDelta::seconds(30);
        assert!(store.lease("poller", "a", longer, until).await.unwrap());
        assert!(!store.lease("poller", "b", longer, until).await.unwrap());
        assert!(store.lease("poller", "b", longer, longer).await.unwrap());
        store.set_username(BOT, "kin_bot").await.unwrap();
        let offset = store.bot(BOT).await.unwrap();
        assert_eq!(
            (offset.next, offset.username.as_deref()),
            (None, Some("kin_bot"))
        );
    }
}
