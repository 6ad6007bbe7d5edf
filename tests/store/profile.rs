//! Versions of the profile: put in force once, never changed, and known to every process from its next transaction on.

use std::sync::Arc;

use kinkeeper::core::due::profile::change::{Moves, changes};
use kinkeeper::core::due::profile::{Profile, file};
use kinkeeper::core::effect::Effect;
use kinkeeper::core::event::File;
use kinkeeper::core::form::MediaKind;
use kinkeeper::core::id::MediaId;
use kinkeeper::core::trial::{Found, Looking, Proposed};
use kinkeeper::core::world::Need;
use kinkeeper::programme::in_force::InForce;
use kinkeeper::store::{Error, Master, Opening, Store};
use uuid::Uuid;

use crate::places::places;
use crate::programme::{AMINA, Fixture, MOSES, noon};

/// A profile in which high risk is visited every so many days, in place of that version.
fn every(days: u16, instead_of: u32) -> Box<Proposed> {
    let mut profile = Profile::default();
    profile.visits.high = days;
    Box::new(Proposed {
        instead_of,
        text: file::write(&profile, instead_of + 1),
        changes: changes(&Profile::default(), &profile),
        moves: Moves::default(),
        retells: false,
        keeps_days_off: false,
    })
}

async fn in_force(store: &Store, known: &InForce) -> (u32, Profile) {
    let mut tx = store.look().await.unwrap();
    let programme = known.read(&mut tx).await.unwrap();
    tx.rollback().await.unwrap();
    (programme.profile_version, programme.profile.clone())
}

#[tokio::test]
async fn a_version_holds_for_every_process_from_its_next_transaction_on() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let key = Master::of(place.key);
        let url = &place.url;
        let there = Store::open(Opening { url, key }).await.unwrap();
        let here = fixture.store.clone();
        let mut start = fixture.programme.as_ref().clone();
        start.profile.emergency = vec!["Police 999".into()];
        let start = Arc::new(start);
        let (one, other) = (InForce::new(&start), InForce::new(&start));
        for (store, known) in [(&here, &one), (&there, &other)] {
            assert_eq!(in_force(store, known).await, (0, start.profile.clone()));
        }
        for (instead_of, days) in [(0, 5), (1, 6)] {
            let set = vec![Effect::SetProfile(every(days, instead_of))];
            fixture.act(MOSES, noon(), set, vec![]).await.unwrap();
            for (store, known) in [(&here, &one), (&there, &other)] {
                let (version, profile) = in_force(store, known).await;
                assert_eq!((version, profile.visits.high), (instead_of + 1, days));
                // The file says that there are none: it holds more than the settings of the program do.
                assert_eq!(profile.emergency, Vec::<String>::new());
            }
        }
        let (_, profile) = in_force(&there, &other).await;
        let before: Vec<u16> = profile
            .visits_before
            .iter()
            .map(|paces| paces.high)
            .collect();
        assert_eq!(before, [7, 5]);
        there.close().await;
    }
}

#[tokio::test]
async fn of_two_managers_at_once_one_puts_a_version_in_force_and_every_case_is_reckoned() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        fixture.reckon().await;
        let set = |days| vec![Effect::SetProfile(every(days, 0))];
        fixture.act(MOSES, noon(), set(5), vec![]).await.unwrap();
        let refused = fixture.act(MOSES, noon(), set(6), vec![]).await;
        assert!(matches!(refused, Err(Error::Conflict)));
        let mut tx = fixture.store.begin().await.unwrap();
        assert_eq!(tx.profile_version().await.unwrap(), 1);
        assert_eq!(tx.take_changed(100).await.unwrap(), [fixture.case]);
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_version_never_changes() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let set = vec![Effect::SetProfile(every(5, 0))];
        fixture.act(MOSES, noon(), set, vec![]).await.unwrap();
        for change in ["UPDATE profile SET version = 2", "DELETE FROM profile"] {
            assert!(place.meddle(&[change]).await.is_err(), "{change}");
        }
    }
}

#[tokio::test]
async fn a_file_is_looked_at_once_and_the_one_before_it_no_more() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let trial = |number| MediaId(Uuid::from_u128(number));
        let sent = |number| Effect::TrySettings {
            trial: trial(number),
            file: File {
                file_id: format!("file {number}"),
                kind: MediaKind::File,
                bytes: None,
            },
        };
        let store = &fixture.store;
        for number in [1, 2] {
            let effects = vec![sent(number)];
            fixture.act(MOSES, noon(), effects, vec![]).await.unwrap();
        }
        let later = noon() + chrono::TimeDelta::minutes(5);
        let claimed = store.claim_trial(later, noon()).await.unwrap().unwrap();
        assert_eq!((claimed.trial, &*claimed.file), (trial(2), "file 2"));
        assert_eq!(store.claim_trial(later, noon()).await.unwrap(), None);
        // What is found too late, of a file that was sent anew, is of no use.
        store.trial_found(trial(1), &Found::Same).await.unwrap();
        store.trial_found(trial(2), &Found::Old(3)).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        assert_eq!(tx.trials_due(9).await.unwrap(), [trial(2)]);
        tx.rollback().await.unwrap();
        let world = fixture.look(MOSES, &[Need::Trial(trial(2))]).await;
        let known = world.trial.unwrap();
        assert_eq!(
            (known.by, known.found),
            (fixture.moses, Some(Found::Old(3)))
        );
        let told = || vec![Effect::TrialTold(trial(2))];
        fixture.act(MOSES, noon(), told(), vec![]).await.unwrap();
        let again = fixture.act(MOSES, noon(), told(), vec![]).await;
        assert!(matches!(again, Err(Error::Conflict)));
    }
}

#[tokio::test]
async fn what_would_move_is_counted_without_a_transaction_that_writes() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        // Somebody is writing all the time.
        let mut writing = fixture.store.begin().await.unwrap();
        fixture.world(&mut writing, AMINA, &[]).await;
        let file = b"first_contact_high,2 days\nfirst_contact_medium,7 days";
        let start = &fixture.programme.profile;
        let mut looking = Looking::at(start, &fixture.programme, file).unwrap();
        let mut tx = fixture.store.look().await.unwrap();
        let (facts, last) = tx.facts_after(None, 9).await.unwrap();
        assert_eq!((facts.len(), last), (1, Some(fixture.case)));
        assert_eq!(tx.facts_after(last, 9).await.unwrap().1, None);
        tx.rollback().await.unwrap();
        looking.count(&facts[0]);
        let Found::Right(proposed) = looking.found() else {
            panic!("a file that is right");
        };
        let moved: Vec<_> = proposed.moves.kinds().collect();
        let (_, moved) = moved[0];
        assert_eq!((moved.earlier, moved.later), (0, 1));
        writing.rollback().await.unwrap();
    }
}
