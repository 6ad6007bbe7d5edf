//! What is late in a team comes out with who is to do it, and with what they were asked, whoever has it meanwhile.

use chrono::TimeDelta;
use kinkeeper::core::case::Membership;
use kinkeeper::core::effect::Effect;
use kinkeeper::core::late::LateThing;
use kinkeeper::core::world::Need;

use crate::places::places;
use crate::programme::{AMINA, Fixture, GRACE, noon};

async fn late(fixture: &Fixture) -> LateThing {
    let leading = fixture.look(GRACE, &[Need::Late(fixture.team)]).await;
    let leading = leading.leading;
    assert_eq!(leading.late.len(), 1, "{:?}", leading.late);
    leading.late[0].clone()
}

fn asking(thing: &LateThing) -> Effect {
    Effect::AskAfter {
        obligation: thing.id,
        to: thing.with[0].to.clone().expect("somebody who can be told"),
        at: noon() + TimeDelta::minutes(5),
        screen: Box::default(),
    }
}

#[tokio::test]
async fn who_was_asked_how_it_goes_is_known_and_is_on_no_rung_of_the_ladder() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        fixture.reckon().await;
        let thing = late(&fixture).await;
        assert_eq!(thing.case.id, fixture.case);
        assert_eq!(thing.with[0].person, fixture.amina);
        assert_eq!(thing.with[0].asked_at, None);
        let asked_at = noon() + TimeDelta::minutes(5);
        let ask = vec![asking(&thing)];
        fixture.act(GRACE, noon(), ask, vec![]).await.unwrap();
        // It counts among the messages of the day.
        let one = [Need::LateThing(thing.id)];
        let one = fixture.look(GRACE, &one).await.leading.late;
        assert_eq!(one[0].with[0].asked_at, Some(asked_at));
        assert_eq!(one[0].with[0].pushed, [asked_at]);
        // Somebody else has the case for a while, and she is told again after that.
        let amina = thing.with[0].place.expect("a place");
        let ended = vec![Effect::EndPlaces(vec![amina])];
        fixture.act(GRACE, noon(), ended, vec![]).await.unwrap();
        fixture.reckon().await;
        assert_eq!(late(&fixture).await.with, []);
        let back = (fixture.case, fixture.amina, Membership::Visits);
        let begun = vec![Effect::BeginPlaces(vec![back])];
        fixture.act(GRACE, noon(), begun, vec![]).await.unwrap();
        fixture.reckon().await;
        let again = late(&fixture).await;
        assert_eq!(again.with[0].person, fixture.amina);
        assert_eq!(again.with[0].asked_at, Some(asked_at));
    }
}

#[tokio::test]
async fn who_cannot_be_reached_is_on_the_list_without_a_way_to_them() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        fixture.reckon().await;
        let gone = vec![Effect::SetReachable(false)];
        fixture.act(AMINA, noon(), gone, vec![]).await.unwrap();
        let thing = late(&fixture).await;
        assert_eq!(thing.with[0].person, fixture.amina);
        assert_eq!(thing.with[0].to, None);
    }
}
