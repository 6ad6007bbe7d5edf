//! `check`: a sound store has no findings, and what was altered is found.

use kinkeeper::core::access::Action;
use kinkeeper::core::effect::{Audit, Effect, Object, Purpose};
use kinkeeper::store::mail::Arrived;
use kinkeeper::store::output::{Finding, Weight};

use crate::places::places;
use crate::programme::{AMINA, Fixture, GRACE, message, noon};

fn broken(findings: &[Finding]) -> Vec<&str> {
    let broken = findings
        .iter()
        .filter(|finding| finding.weight == Weight::Broken);
    broken.map(|finding| finding.invariant).collect()
}

fn line() -> Effect {
    Effect::Note(Audit {
        action: Action::ChangeSelf,
        object: Object::Programme,
    })
}

#[tokio::test]
async fn the_audit_only_grows_and_every_altered_byte_is_found() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        for _ in 0..3 {
            fixture
                .act(AMINA, noon(), vec![line(), line()], vec![])
                .await
                .unwrap();
        }
        assert_eq!(fixture.store.check().await.unwrap(), []);
        for refused in ["UPDATE audit SET action = 'x'", "DELETE FROM audit"] {
            assert!(place.meddle(&[refused]).await.is_err(), "{refused}");
        }
        let unguard: &[&str] = if place.is_sqlite() {
            &[
                "DROP TRIGGER audit_refuses_update",
                "DROP TRIGGER audit_refuses_delete",
            ]
        } else {
            &["ALTER TABLE audit DISABLE TRIGGER USER"]
        };
        place.meddle(unguard).await.unwrap();
        let alterations: [(&'static str, &'static str); 4] = [
            (
                "UPDATE audit SET action = 'take_alert' WHERE seq = 2",
                "UPDATE audit SET action = 'change_self' WHERE seq = 2",
            ),
            (
                "UPDATE audit SET object = 'case' WHERE seq = 6",
                "UPDATE audit SET object = 'programme' WHERE seq = 6",
            ),
            (
                "UPDATE audit SET seq = 9 WHERE seq = 3",
                "UPDATE audit SET seq = 3 WHERE seq = 9",
            ),
            (
                "UPDATE audit_head SET seq = 5",
                "UPDATE audit_head SET seq = 6",
            ),
        ];
        for (alter, mend) in alterations {
            place.meddle(&[alter]).await.unwrap();
            let findings = fixture.store.check().await.unwrap();
            assert_eq!(broken(&findings), ["I7"], "{alter}");
            place.meddle(&[mend]).await.unwrap();
            assert_eq!(fixture.store.check().await.unwrap(), [], "{mend}");
        }
        place
            .meddle(&["DELETE FROM audit WHERE seq = 6"])
            .await
            .unwrap();
        assert_eq!(
            broken(&fixture.store.check().await.unwrap()),
            ["I7"],
            "cut at the end"
        );
    }
}

#[tokio::test]
async fn writers_at_the_same_time_make_one_chain() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let acts = (0..8).map(|n| {
            let user = if n % 2 == 0 { AMINA } else { GRACE };
            fixture.act(user, noon(), vec![line(), line()], vec![])
        });
        for act in futures_util::future::join_all(acts).await {
            act.unwrap();
        }
        assert_eq!(fixture.store.check().await.unwrap(), []);
    }
}

#[tokio::test]
async fn broken_invariants_are_found_and_unfinished_work_is_told_apart() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let draft = fixture.draft();
        let report = fixture.report(&draft, noon());
        let effects = vec![
            Effect::OpenDraft(Box::new(draft)),
            Effect::File(Box::new(report)),
        ];
        let messages = vec![message(AMINA, Purpose::Receipt, "u1:0")];
        fixture.act(AMINA, noon(), effects, messages).await.unwrap();
        let arrived = [Arrived {
            update_id: 1,
            message: None,
            lane: 1,
            body: "x",
        }];
        fixture
            .store
            .receive(9, &arrived, None, noon())
            .await
            .unwrap();
        let findings = fixture.store.check().await.unwrap();
        let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
        let unfinished = [
            "I4 unfinished: updates that wait to be handled: 1",
            "I5 unfinished: messages that wait to be sent: 1",
        ];
        assert_eq!(found, unfinished);
        let meddling = [
            "DELETE FROM wellbeing",
            "DELETE FROM visit",
            "UPDATE report SET state = 'superseded'",
            "UPDATE inbox SET state = 'dead', ended_at = received_at",
        ];
        place.meddle(&meddling).await.unwrap();
        let findings = fixture.store.check().await.unwrap();
        assert_eq!(broken(&findings), ["I1", "I1", "I4"]);
    }
}
