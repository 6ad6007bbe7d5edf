//! Invitations: each lets one person join, once, in time.

use chrono::TimeDelta;
use kinkeeper::core::effect::Effect;
use kinkeeper::core::id::UserId;
use kinkeeper::core::people::{Language, Role};
use kinkeeper::core::world::Need;
use kinkeeper::store::programme::NewInvite;
use kinkeeper::store::{Error, token_hash};

use crate::places::places;
use crate::programme::{AMINA, Fixture, noon};

const NEW: UserId = UserId(500);
const OTHER: UserId = UserId(501);

fn invite(fixture: &Fixture, token: &str) -> NewInvite {
    NewInvite {
        token_hash: token_hash(token),
        role: Role::Volunteer,
        team: Some(fixture.team),
        person: None,
        name: Some("Baraka".into()),
        case: None,
        kin: None,
        by: None,
        expires_at: noon() + TimeDelta::days(7),
    }
}

#[tokio::test]
async fn an_invitation_lets_one_person_join_once() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let mut tx = fixture.store.begin().await.unwrap();
        let id = tx.add_invite(invite(&fixture, "secret")).await.unwrap();
        let repeated = tx.add_invite(invite(&fixture, "secret")).await;
        assert!(matches!(repeated, Err(Error::Conflict)));
        let mut stale = invite(&fixture, "stale");
        stale.expires_at = noon();
        tx.add_invite(stale).await.unwrap();
        tx.commit().await.unwrap();

        let ask = |token: &str| Need::Invitation(token.into());
        assert!(
            fixture
                .look(NEW, &[ask("wrong")])
                .await
                .invitation
                .is_none()
        );
        assert!(
            fixture
                .look(NEW, &[ask("stale")])
                .await
                .invitation
                .is_none()
        );
        let found = fixture
            .look(NEW, &[ask("secret")])
            .await
            .invitation
            .unwrap();
        assert_eq!((found.id, found.role), (id, Role::Volunteer));

        let join = || {
            let join = Effect::Join {
                invite: id,
                name: "@baraka".into(),
            };
            vec![join, Effect::SetLanguage(Language("fr".into()))]
        };
        let (one, two) = tokio::join!(
            fixture.act(NEW, noon(), join(), vec![]),
            fixture.act(OTHER, noon(), join(), vec![]),
        );
        let won = [one.is_ok(), two.is_ok()];
        assert_eq!(won.iter().filter(|&&won| won).count(), 1, "{one:?} {two:?}");
        let joined = if won[0] { NEW } else { OTHER };
        let world = fixture.look(joined, &[ask("secret")]).await;
        assert!(world.invitation.is_none(), "it is used");
        let person = world.person.unwrap();
        assert_eq!(
            (person.name.as_str(), person.role),
            ("Baraka", Role::Volunteer)
        );
        assert_eq!(person.language, Some(Language("fr".into())));
        assert_eq!(person.team, Some(fixture.team));
    }
}

#[tokio::test]
async fn a_named_person_takes_up_their_own_place_also_with_a_new_phone() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let mut named = invite(&fixture, "for amina");
        named.person = Some(fixture.amina);
        let mut for_grace = invite(&fixture, "for grace");
        for_grace.person = Some(fixture.grace);
        let mut tx = fixture.store.begin().await.unwrap();
        let for_amina = tx.add_invite(named).await.unwrap();
        let for_grace = tx.add_invite(for_grace).await.unwrap();
        tx.commit().await.unwrap();
        let found = fixture
            .look(NEW, &[Need::Invitation("for amina".into())])
            .await;
        assert_eq!(
            found.invitation.unwrap().language,
            Some(Language("sw".into()))
        );
        let join = |invite| {
            vec![Effect::Join {
                invite,
                name: "x".into(),
            }]
        };
        fixture
            .act(NEW, noon(), join(for_amina), vec![])
            .await
            .unwrap();
        assert_eq!(
            fixture.look(NEW, &[]).await.person.unwrap().id,
            fixture.amina
        );
        assert!(
            fixture.look(AMINA, &[]).await.person.is_none(),
            "the old phone is nobody's"
        );
        let second = fixture.act(NEW, noon(), join(for_grace), vec![]).await;
        assert!(
            matches!(second, Err(Error::Conflict)),
            "one user is one person"
        );
    }
}
