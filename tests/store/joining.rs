//! Invitations: each lets one person join, once, in time.

use chrono::TimeDelta;
use kinkeeper::core::case::Membership;
use kinkeeper::core::effect::Effect;
use kinkeeper::core::id::UserId;
use kinkeeper::core::people::{Kin, Language, Role, Standing};
use kinkeeper::core::typed_code::TypedCode;
use kinkeeper::core::world::Need;
use kinkeeper::store::programme::NewInvite;
use kinkeeper::store::{Error, token_hash};

use crate::places::places;
use crate::programme::{AMINA, Fixture, GRACE, MOSES, noon};

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
        code: None,
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

fn code() -> TypedCode {
    TypedCode::from_random([1, 2, 3, 4, 5, 6, 7])
}

/// How many of these users are somebody.
async fn joined(fixture: &Fixture, users: &[UserId]) -> usize {
    let mut found = 0;
    for user in users {
        found += usize::from(fixture.look(*user, &[]).await.person.is_some());
    }
    found
}

#[tokio::test]
async fn a_code_opens_its_invitation_for_a_day_and_once_beside_the_link() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let mut coded = invite(&fixture, "with a code");
        coded.code = Some((code(), noon() + TimeDelta::hours(24)));
        let mut stale = invite(&fixture, "with a stale code");
        let other = TypedCode::from_random([7; 7]);
        stale.code = Some((other.clone(), noon()));
        let mut tx = fixture.store.begin().await.unwrap();
        let id = tx.add_invite(coded).await.unwrap();
        tx.add_invite(stale).await.unwrap();
        let mut twin = invite(&fixture, "with the same code");
        twin.code = Some((code(), noon() + TimeDelta::hours(24)));
        tx.commit().await.unwrap();
        let mut tx = fixture.store.begin().await.unwrap();
        assert!(matches!(tx.add_invite(twin).await, Err(Error::Conflict)));
        tx.rollback().await.unwrap();

        let by_code = |code: &TypedCode| [Need::InvitationByCode(code.clone())];
        let stale = fixture.look(NEW, &by_code(&other)).await;
        assert!(stale.invitation.is_none(), "its day is over");
        let by_link = [Need::Invitation("with a stale code".into())];
        let stale = fixture.look(NEW, &by_link).await;
        assert!(stale.invitation.is_some(), "its link still works");
        let found = fixture.look(NEW, &by_code(&code())).await.invitation;
        assert_eq!(found.unwrap().id, id);

        // One by the code and one by the link, at once.
        let join = || {
            vec![Effect::Join {
                invite: id,
                name: "x".into(),
            }]
        };
        let (one, two) = tokio::join!(
            fixture.act(NEW, noon(), join(), vec![]),
            fixture.act(OTHER, noon(), join(), vec![]),
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        assert_eq!(joined(&fixture, &[NEW, OTHER]).await, 1);
        let won = if one.is_ok() { NEW } else { OTHER };
        let again = fixture.look(won, &by_code(&code())).await;
        assert!(again.invitation.is_none() && again.invited_before);
        let stranger = fixture.look(UserId(502), &by_code(&code())).await;
        assert!(stranger.invitation.is_none() && !stranger.invited_before);
    }
}

#[tokio::test]
async fn of_two_accounts_that_open_one_invitation_to_a_case_one_waits_for_a_place() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let mut to_case = invite(&fixture, "to the case");
        to_case.role = Role::Family;
        to_case.team = None;
        to_case.case = Some(fixture.case);
        to_case.kin = Some(Kin::Relative);
        to_case.by = Some(fixture.moses);
        let mut tx = fixture.store.begin().await.unwrap();
        let id = tx.add_invite(to_case).await.unwrap();
        tx.commit().await.unwrap();
        let join = || vec![Effect::JoinAlso(id)];
        let (one, two) = tokio::join!(
            fixture.act(GRACE, noon(), join(), vec![]),
            fixture.act(MOSES, noon(), join(), vec![]),
        );
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        let (won, person) = match one.is_ok() {
            true => (GRACE, fixture.grace),
            false => (MOSES, fixture.moses),
        };
        let newcomer = || async {
            let world = fixture.look(MOSES, &[Need::Newcomer(id)]).await;
            let newcomer = world.newcomer.unwrap();
            assert_eq!(newcomer.person, person);
            assert!(newcomer.second_place);
            newcomer.standing
        };
        assert_eq!(newcomer().await, Standing::Held);
        let placed = || async {
            let cases = fixture.look(won, &[Need::Cases]).await.cases;
            cases
                .iter()
                .any(|case| case.membership == Some(Membership::Family))
        };
        assert!(!placed().await, "before a yes");
        let yes = vec![Effect::Admit(id)];
        fixture.act(MOSES, noon(), yes, vec![]).await.unwrap();
        assert_eq!(newcomer().await, Standing::Active);
        assert!(placed().await);
        let no = vec![Effect::TurnAway(id)];
        fixture.act(MOSES, noon(), no, vec![]).await.unwrap();
        assert_eq!(newcomer().await, Standing::Left);
        assert!(!placed().await);
        let person = fixture.look(won, &[]).await.person.unwrap();
        assert_eq!(person.standing, Standing::Active, "the account stays");
    }
}

#[tokio::test]
async fn a_yes_to_an_earlier_invitation_lets_nobody_in_who_took_up_another_since() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let mut tx = fixture.store.begin().await.unwrap();
        let mut ids = Vec::new();
        for (token, role) in [("first", Role::Volunteer), ("second", Role::Supervisor)] {
            let mut new = invite(&fixture, token);
            new.role = role;
            new.by = Some(fixture.moses);
            ids.push(tx.add_invite(new).await.unwrap());
        }
        tx.commit().await.unwrap();
        for (minutes, &invite) in (0..).zip(&ids) {
            let join = vec![Effect::Join {
                invite,
                name: "x".into(),
            }];
            let at = noon() + TimeDelta::minutes(minutes);
            fixture.act(NEW, at, join, vec![]).await.unwrap();
        }
        let first = fixture.look(MOSES, &[Need::Newcomer(ids[0])]).await;
        assert!(
            first.newcomer.is_none(),
            "whoever said volunteer said no more"
        );
        let second = fixture.look(MOSES, &[Need::Newcomer(ids[1])]).await;
        assert_eq!(second.newcomer.unwrap().role, Role::Supervisor);
    }
}
