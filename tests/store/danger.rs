//! The ladder of a danger: what is due is found by its moment, of two who go on from the same moment one does, and what
//! nobody needs any more is withdrawn.

use chrono::{DateTime, TimeDelta, Utc};
use kinkeeper::core::alert::{Alert, AlertState, Origin};
use kinkeeper::core::climbing::Channel;
use kinkeeper::core::due::danger::{Fate, Place as Step, Reach, Rung, Whom};
use kinkeeper::core::due::preference::Preference;
use kinkeeper::core::effect::{Effect, Purpose};
use kinkeeper::core::id::{AlertId, ChatId, Code};
use kinkeeper::core::people::{Language, Recipient, Role};
use kinkeeper::core::screen::Screen;
use kinkeeper::core::world::Need;
use kinkeeper::ids;
use kinkeeper::letters::dedup;
use kinkeeper::store::Error;
use kinkeeper::store::mail::{Outcome, Settled};

use crate::places::places;
use crate::programme::{AMINA, Fixture, GRACE, MOSES, key_of, message, noon};

const FIRST: Step = Step {
    round: 0,
    rung: Rung::OnDuty,
};

fn later(minutes: i64) -> DateTime<Utc> {
    noon() + TimeDelta::minutes(minutes)
}

fn recipient(fixture: &Fixture, of: kinkeeper::core::id::UserId) -> Recipient {
    let (person, role) = match of == GRACE {
        true => (fixture.grace, Role::Supervisor),
        false => (fixture.amina, Role::Volunteer),
    };
    Recipient {
        person,
        chat: ChatId(of.0),
        language: Language("sw".into()),
        zone: fixture.programme.zone,
        role,
        preference: Preference::default(),
    }
}

/// A danger that grace was called about, and the second channel.
async fn raised(fixture: &Fixture) -> AlertId {
    let draft = fixture.draft();
    let id = AlertId(ids::id_at(noon()));
    let alert = Alert {
        id,
        case: fixture.case,
        code: Code::parse("K7M2QX").unwrap(),
        team: fixture.team,
        raised_by: recipient(fixture, AMINA),
        origin: Origin::Answer(draft.id),
        raised_at: noon(),
        state: AlertState::Open,
    };
    let effects = vec![
        Effect::OpenDraft(Box::new(draft)),
        Effect::RaiseAlert(Box::new(alert)),
        Effect::Call {
            alert: id,
            since: noon(),
            place: FIRST,
            to: recipient(fixture, GRACE),
            screen: Box::new(Screen::default()),
        },
        Effect::CallSecond {
            alert: id,
            since: noon(),
            place: FIRST,
            channels: vec![Channel::Email, Channel::Webhook],
        },
        Effect::LookAgain {
            alert: id,
            at: later(1),
        },
    ];
    // What the third effect of this step says.
    let dedup = dedup(&key_of(noon()), 2);
    let mut push = message(GRACE, Purpose::Danger(id), &dedup);
    push.person = Some(fixture.grace);
    fixture
        .act(AMINA, noon(), effects, vec![push])
        .await
        .unwrap();
    id
}

fn climbed(alert: AlertId, from: DateTime<Utc>, next: DateTime<Utc>) -> Vec<Effect> {
    vec![Effect::Climbed {
        alert,
        from,
        next: Some(next),
    }]
}

#[tokio::test]
async fn of_two_who_climb_from_the_same_moment_one_goes_on() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let alert = raised(&fixture).await;
        assert!(
            fixture
                .store
                .dangers_due(noon(), 9)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            fixture.store.dangers_due(later(1), 9).await.unwrap(),
            [alert]
        );
        let one = climbed(alert, later(1), later(15));
        fixture
            .act(AMINA, later(1), one.clone(), vec![])
            .await
            .unwrap();
        let other = fixture.act(AMINA, later(1), one, vec![]).await;
        assert!(matches!(other, Err(Error::Conflict)));
        // Whoever takes it comes in between as well.
        let take = vec![
            Effect::TakeAlert { alert, from: None },
            Effect::LookAgain {
                alert,
                at: later(60 * 24),
            },
        ];
        fixture.act(GRACE, later(2), take, vec![]).await.unwrap();
        let late = climbed(alert, later(15), later(30));
        let late = fixture.act(AMINA, later(15), late, vec![]).await;
        assert!(matches!(late, Err(Error::Conflict)));
        assert!(
            fixture
                .store
                .dangers_due(later(30), 9)
                .await
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test]
async fn calls_that_have_not_left_are_withdrawn_when_somebody_has_it() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let alert = raised(&fixture).await;
        let soon = later(1);
        assert_eq!(fixture.store.pending(9, soon).await.unwrap().len(), 1);
        let claimed = fixture.store.claim_second(9, soon, noon()).await.unwrap();
        assert_eq!(claimed.len(), 2);
        let take = vec![Effect::TakeAlert { alert, from: None }];
        fixture.act(MOSES, noon(), take, vec![]).await.unwrap();
        assert!(fixture.store.pending(9, soon).await.unwrap().is_empty());
        let again = fixture.store.claim_second(9, later(9), soon).await.unwrap();
        assert!(again.is_empty());
        // Whatever comes back of one under way, it is not made again.
        fixture
            .store
            .second_later(claimed[0].id, soon)
            .await
            .unwrap();
        let again = fixture.store.claim_second(9, later(9), soon).await.unwrap();
        assert!(again.is_empty());
    }
}

#[tokio::test]
async fn what_became_of_a_call_is_known_and_one_that_failed_is_looked_at_at_once() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let alert = raised(&fixture).await;
        let fates = async || {
            let seen = fixture.look(MOSES, &[Need::Alert(alert)]).await.alert;
            let calls = seen.unwrap().calls.into_iter();
            let calls = calls.map(|call| (call.message.to, call.message.fate));
            calls.collect::<Vec<_>>()
        };
        let grace = Whom::Person(fixture.grace);
        let second = (Whom::SecondChannel, Fate::Waiting);
        assert_eq!(fates().await, [(grace, Fate::Waiting), second, second]);
        let pending = fixture.store.pending(9, later(1)).await.unwrap();
        fixture
            .store
            .claim(&[pending[0].seq], later(1))
            .await
            .unwrap();
        let failed = Settled {
            seq: pending[0].seq,
            chat: pending[0].chat,
            result: Outcome::Failed {
                why: "closed".into(),
            },
            at: noon(),
        };
        fixture.store.settle(&[failed]).await.unwrap();
        assert_eq!(fates().await[0], (grace, Fate::Failed));
        assert_eq!(fixture.store.dangers_due(noon(), 9).await.unwrap(), [alert]);
    }
}

#[tokio::test]
async fn those_who_answer_for_a_case_are_found_with_how_they_can_be_told() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let asked = Need::Answerers(fixture.team, fixture.case);
        let reach = async || {
            let world = fixture.look(AMINA, std::slice::from_ref(&asked)).await;
            let mut found = Vec::new();
            for one in world.alerts.answerers {
                let known = [fixture.grace, fixture.moses].contains(&one.to.person);
                assert!(known, "{one:?}");
                found.push((one.to.person == fixture.grace, one.on_duty, one.reach));
            }
            found.sort_by_key(|(grace, ..)| !grace);
            found
        };
        let moses = (false, false, Reach::Open);
        assert_eq!(reach().await, [(true, true, Reach::Open), moses]);
        let back_on = noon().date_naive() + TimeDelta::days(3);
        let away = vec![Effect::SetAway {
            person: fixture.grace,
            day: back_on,
        }];
        fixture.act(GRACE, noon(), away, vec![]).await.unwrap();
        assert_eq!(reach().await, [(true, true, Reach::Absent), moses]);
        let gone = vec![Effect::SetReachable(false)];
        fixture.act(GRACE, noon(), gone, vec![]).await.unwrap();
        assert_eq!(reach().await, [(true, true, Reach::Blocked), moses]);
    }
}
