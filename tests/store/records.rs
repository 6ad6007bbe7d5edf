//! Drafts, reports, alerts, goals, media and forms: what a visit leaves behind.

use std::sync::Arc;

use chrono::TimeDelta;
use kinkeeper::core::access::Action;
use kinkeeper::core::alert::{Alert, AlertState, Note, Origin};
use kinkeeper::core::case::Membership;
use kinkeeper::core::draft::Draft;
use kinkeeper::core::due::preference::Preference;
use kinkeeper::core::effect::{Audit, Dropped, Effect, Object, Purpose};
use kinkeeper::core::event::File;
use kinkeeper::core::form::MediaKind;
use kinkeeper::core::id::{AlertId, ChatId, Code, DraftId, MediaId, PersonId};
use kinkeeper::core::people::{Language, Recipient, Role};
use kinkeeper::core::place::Place as Where;
use kinkeeper::core::report::ReportState;
use kinkeeper::core::world::Need;
use kinkeeper::ids;
use kinkeeper::store::Error;
use kinkeeper::store::output::Page;

use crate::places::places;
use crate::programme::{
    AMINA, Fixture, GRACE, MOSES, commit, form, message, new_case, no_form, noon,
};

fn whole_page() -> Page {
    Page {
        since: noon() - TimeDelta::days(1),
        after: None,
        limit: 100,
        sealed: true,
    }
}

#[tokio::test]
async fn drafts_foreseen_together_are_seen_by_each_as_theirs_and_saved_all_or_none() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let draft = fixture.draft();
        let mut other = draft.clone();
        other.id = DraftId(ids::id_at(noon()));
        let opening = vec![
            Effect::OpenDraft(Box::new(draft.clone())),
            Effect::OpenDraft(Box::new(other.clone())),
        ];
        fixture.act(AMINA, noon(), opening, vec![]).await.unwrap();

        let mut tx = fixture.store.begin().await.unwrap();
        let asked = [(Some(fixture.amina), draft.id), (None, other.id)];
        tx.foresee_drafts(&asked).await.unwrap();
        for (id, asking) in [(draft.id, AMINA), (other.id, AMINA), (draft.id, MOSES)] {
            let world = fixture.world(&mut tx, asking, &[Need::Draft(id)]).await;
            let kept = world.draft.unwrap();
            assert_eq!(kept.draft.id, id);
            let visits = (asking == AMINA).then_some(Membership::Visits);
            assert_eq!(kept.case.membership, visits);
        }
        tx.rollback().await.unwrap();

        let save = |draft: &Draft, from_turn: u32| {
            let mut next = draft.clone();
            next.turn = from_turn + 1;
            let draft = Box::new(next);
            Effect::SaveDraft { draft, from_turn }
        };
        let one_stale = vec![save(&draft, 0), save(&other, 3)];
        let stale = fixture.act(AMINA, noon(), one_stale, vec![]).await;
        assert!(matches!(stale, Err(Error::Conflict)));
        let both = vec![save(&draft, 0), save(&other, 0)];
        fixture.act(AMINA, noon(), both, vec![]).await.unwrap();
        for id in [draft.id, other.id] {
            let world = fixture.look(AMINA, &[Need::Draft(id)]).await;
            assert_eq!(world.draft.unwrap().draft.turn, 1);
        }
    }
}

#[tokio::test]
async fn a_draft_is_kept_turn_by_turn_and_a_stale_turn_changes_nothing() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let draft = fixture.draft();
        let about = Need::DraftAbout(fixture.case, "visit".into());
        let shown = Where::Draft { draft: draft.id };
        let opening = vec![
            Effect::OpenDraft(Box::new(draft.clone())),
            Effect::Go(shown.clone()),
        ];
        fixture.act(AMINA, noon(), opening, vec![]).await.unwrap();

        let mut next = draft.clone();
        next.turn = 1;
        next.touched_at += TimeDelta::minutes(1);
        next.body.slips = 2;
        let save = |from_turn| {
            vec![Effect::SaveDraft {
                draft: Box::new(next.clone()),
                from_turn,
            }]
        };
        fixture.act(AMINA, noon(), save(0), vec![]).await.unwrap();
        let stale = fixture.act(AMINA, noon(), save(0), vec![]).await;
        assert!(matches!(stale, Err(Error::Conflict)));

        let needs = [Need::Draft(draft.id), Need::Drafts, Need::Cases];
        let world = fixture.look(AMINA, &needs).await;
        let kept = world.draft.unwrap();
        assert_eq!(kept.draft, next);
        assert_eq!(*kept.form, form());
        assert_eq!(kept.case.membership, Some(Membership::Visits));
        assert_eq!(kept.case.alias.as_deref(), Some("BlueHouseCanary"));
        assert_eq!(world.drafts[0].id, draft.id);
        assert_eq!(world.cases.len(), 1);
        assert_eq!(world.chat.place, shown);
        let seen = fixture.look(GRACE, std::slice::from_ref(&about)).await;
        assert!(seen.draft.is_none(), "somebody else's draft is not theirs");

        let drop = vec![Effect::DropDraft {
            draft: draft.id,
            why: Dropped::Discarded,
            files: Vec::new(),
        }];
        fixture.act(AMINA, noon(), drop, vec![]).await.unwrap();
        let world = fixture.look(AMINA, &[Need::Draft(draft.id), about]).await;
        assert!(world.draft.is_none());
    }
}

#[tokio::test]
async fn a_chat_stands_where_it_went_last() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        for steps in [
            vec![Effect::Go(Where::Menu)],
            vec![Effect::Go(Where::Menu)],
            vec![Effect::Go(Where::Help), Effect::Go(Where::Menu)],
        ] {
            fixture.act(AMINA, noon(), steps, vec![]).await.unwrap();
            let world = fixture.look(AMINA, &[]).await;
            assert_eq!(world.chat.place, Where::Menu);
        }
    }
}

#[tokio::test]
async fn drafts_are_looked_at_when_they_are_due() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        assert_eq!(fixture.store.next_due().await.unwrap(), None);
        let draft = fixture.draft();
        let due = draft.due_at.unwrap();
        let opening = vec![Effect::OpenDraft(Box::new(draft.clone()))];
        fixture.act(AMINA, noon(), opening, vec![]).await.unwrap();
        assert_eq!(fixture.store.next_due().await.unwrap(), Some(due));
        let mut tx = fixture.store.begin().await.unwrap();
        let early = tx
            .drafts_due(due - TimeDelta::seconds(1), 10)
            .await
            .unwrap();
        assert!(early.is_empty());
        assert_eq!(tx.drafts_due(due, 10).await.unwrap(), [draft.id]);
        let owner = tx.draft_owner(draft.id).await.unwrap();
        assert_eq!(owner, Some((AMINA, ChatId(AMINA.0))));
        tx.rollback().await.unwrap();
    }
}

#[tokio::test]
async fn a_report_is_filed_once_corrected_and_taken_back() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let world = fixture.look(AMINA, &[Need::Case(fixture.case)]).await;
        let case = world.case.unwrap();
        assert_eq!(case.goals[0].words, "GoesToSchoolCanary");
        assert_eq!(case.referrals[0].words, "Birth certificate");
        let (goal, referral) = (case.goals[0].id, case.referrals[0].id);

        let draft = fixture.draft();
        let mut report = fixture.report(&draft, noon());
        report.visit.goals = vec![(goal, -1)];
        report.visit.referrals = vec![(referral, "helped".into())];
        let note = Effect::Note(Audit {
            action: Action::ReportVisit,
            object: Object::Report(report.id),
        });
        let effects = vec![
            Effect::OpenDraft(Box::new(draft.clone())),
            Effect::File(Box::new(report.clone())),
            note,
        ];
        fixture.act(AMINA, noon(), effects, vec![]).await.unwrap();
        let again = vec![Effect::File(Box::new(report.clone()))];
        let again = fixture.act(AMINA, noon(), again, vec![]).await;
        assert!(
            matches!(again, Err(Error::Conflict)),
            "one draft makes one report"
        );

        let code = Need::CaseByCode(Code::parse("k7m2qx").unwrap());
        let world = fixture
            .look(AMINA, &[code.clone(), Need::Report(report.id)])
            .await;
        let case = world.case.unwrap();
        let last = case.case.last_visit.unwrap();
        assert_eq!(
            (last.report, last.by, last.sent_at),
            (report.id, fixture.amina, noon())
        );
        assert_eq!(last.happened_on, report.visit.happened_on);
        assert!(case.referrals.is_empty(), "it was answered");
        let in_hand = world.report.unwrap();
        assert_eq!(in_hand.answers, report.answers);
        assert_eq!(in_hand.state, ReportState::Sent);
        assert_eq!(in_hand.case.id, fixture.case);

        let rows = fixture.store.reports(&whole_page()).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].visit, report.visit);
        assert_eq!(rows[0].open, report.open);
        assert_eq!(rows[0].sealed.as_ref().unwrap().answers, report.sealed);

        let mut correction = fixture.draft();
        correction.corrects = Some(report.id);
        let later = noon() + TimeDelta::hours(1);
        let mut corrected = fixture.report(&correction, later);
        corrected.reason = Some("typed in haste".into());
        let effects = vec![
            Effect::OpenDraft(Box::new(correction.clone())),
            Effect::File(Box::new(corrected.clone())),
        ];
        fixture.act(AMINA, later, effects, vec![]).await.unwrap();
        let world = fixture.look(AMINA, &[code, Need::Report(report.id)]).await;
        assert_eq!(world.report.unwrap().state, ReportState::Superseded);
        assert_eq!(
            world.case.unwrap().case.last_visit.unwrap().report,
            corrected.id
        );
        let mut page = whole_page();
        page.after = Some((rows[0].sent_at, rows[0].id));
        let rest = fixture.store.reports(&page).await.unwrap();
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].supersedes, Some(report.id));
        let reason = rest[0].sealed.as_ref().unwrap().reason.as_deref();
        assert_eq!(reason, Some("typed in haste"));

        let undo = || vec![Effect::Undo(corrected.id)];
        fixture.act(AMINA, later, undo(), vec![]).await.unwrap();
        let twice = fixture.act(AMINA, later, undo(), vec![]).await;
        assert!(matches!(twice, Err(Error::Conflict)));
        let world = fixture
            .look(AMINA, &[Need::Case(fixture.case), Need::Report(report.id)])
            .await;
        assert_eq!(
            world.report.unwrap().state,
            ReportState::Sent,
            "what it corrected counts again"
        );
        assert_eq!(
            world.case.unwrap().case.last_visit.unwrap().report,
            report.id
        );
        assert_eq!(fixture.store.check().await.unwrap(), []);
    }
}

#[tokio::test]
async fn an_alert_reaches_those_on_duty_and_one_of_them_takes_it() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let duty = Need::Duty(fixture.team);
        let told = fixture.look(AMINA, std::slice::from_ref(&duty)).await.duty;
        let people: Vec<PersonId> = told.iter().map(|told| told.person).collect();
        assert_eq!(
            people,
            [fixture.grace],
            "supervisors on duty, else managers"
        );
        assert_eq!(told[0].zone, fixture.programme.zone);
        assert_eq!(told[0].language, Language("sw".into()));

        let draft = fixture.draft();
        let alert = Alert {
            id: AlertId(ids::id_at(noon())),
            case: fixture.case,
            code: Code::parse("K7M2QX").unwrap(),
            team: fixture.team,
            raised_by: Recipient {
                person: fixture.amina,
                chat: ChatId(AMINA.0),
                language: Language("sw".into()),
                zone: fixture.programme.zone,
                role: Role::Volunteer,
                preference: Preference::default(),
            },
            origin: Origin::Answer(draft.id),
            raised_at: noon(),
            state: AlertState::Open,
        };
        let mut push = message(GRACE, Purpose::Danger(alert.id), "u1:0");
        push.person = Some(fixture.grace);
        let effects = vec![
            Effect::OpenDraft(Box::new(draft.clone())),
            Effect::RaiseAlert(Box::new(alert.clone())),
        ];
        fixture
            .act(AMINA, noon(), effects, vec![push])
            .await
            .unwrap();
        let health = fixture.store.health(noon()).await.unwrap();
        assert_eq!(health.alerts_open, 1);
        assert_eq!(fixture.store.open_alerts().await.unwrap()[0].id, alert.id);

        let mut tx = fixture.store.begin().await.unwrap();
        let world = fixture
            .world(&mut tx, AMINA, &[Need::Draft(draft.id)])
            .await;
        let mut noted = draft.clone();
        noted.turn = 1;
        noted.body.alerted = true;
        noted.due_at = None;
        let save = vec![Effect::SaveDraft {
            draft: Box::new(noted),
            from_turn: 0,
        }];
        commit(&mut tx, &world, AMINA, noon(), save, vec![])
            .await
            .unwrap();
        tx.commit().await.unwrap();

        let seen = fixture
            .look(MOSES, &[Need::Alert(alert.id)])
            .await
            .alert
            .unwrap();
        assert_eq!(seen.alert, alert);
        assert_eq!(
            seen.notes.first().and_then(Note::words).as_deref(),
            Some("BruisesCanary"),
            "what was written later is there"
        );
        assert_eq!(seen.reporter, "AminaCanary");
        assert_eq!(seen.told.len(), 1);

        let take = || {
            vec![Effect::TakeAlert {
                alert: alert.id,
                from: None,
            }]
        };
        fixture.act(GRACE, noon(), take(), vec![]).await.unwrap();
        let late = fixture.act(MOSES, noon(), take(), vec![]).await;
        assert!(matches!(late, Err(Error::Conflict)));
        let seen = fixture
            .look(GRACE, &[Need::Alert(alert.id)])
            .await
            .alert
            .unwrap();
        let taken = AlertState::Taken {
            by: fixture.grace,
            name: "Grace".into(),
            at: noon(),
        };
        assert_eq!(seen.alert.state, taken);
        assert_eq!(seen.told, [], "the asking person is not among the others");

        fixture
            .act(GRACE, noon(), vec![Effect::SetReachable(false)], vec![])
            .await
            .unwrap();
        let told = fixture.look(AMINA, &[duty]).await.duty;
        assert_eq!(
            told[0].person, fixture.moses,
            "nobody on duty can be reached"
        );
    }
}

#[tokio::test]
async fn media_are_wanted_until_they_are_kept_or_given_up() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let (kept, lost) = (MediaId(ids::id_at(noon())), MediaId(ids::id_at(noon())));
        let keep = |media| Effect::KeepMedia {
            media,
            case: fixture.case,
            file: File {
                file_id: "BAADBAAD".into(),
                kind: MediaKind::Audio,
                bytes: Some(5),
            },
        };
        let effects = vec![keep(kept), keep(lost)];
        fixture.act(AMINA, noon(), effects, vec![]).await.unwrap();
        let store = &fixture.store;
        assert_eq!(store.media_wanted(10, noon()).await.unwrap().len(), 2);
        store.media_kept(kept, b"voice").await.unwrap();
        let later = noon() + TimeDelta::minutes(1);
        store.media_failed(lost, Some(later)).await.unwrap();
        assert!(store.media_wanted(10, noon()).await.unwrap().is_empty());
        let wanted = store.media_wanted(10, later).await.unwrap().remove(0);
        assert_eq!(
            (wanted.media, wanted.attempts, wanted.case),
            (lost, 1, fixture.case)
        );
        assert_eq!(wanted.file, "BAADBAAD");
        store.media_failed(lost, None).await.unwrap();
        assert!(store.media_wanted(10, later).await.unwrap().is_empty());
        assert_eq!(
            store.media(kept).await.unwrap().as_deref(),
            Some(b"voice".as_slice())
        );
        assert_eq!(store.media(lost).await.unwrap(), None);
    }
}

#[tokio::test]
async fn the_files_of_a_draft_go_with_it_also_while_they_are_fetched() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let [other, kept, fetching] = [(); 3].map(|()| MediaId(ids::id_at(noon())));
        let keep = |media| Effect::KeepMedia {
            media,
            case: fixture.case,
            file: File {
                file_id: "BAADBAAD".into(),
                kind: MediaKind::Audio,
                bytes: Some(5),
            },
        };
        let draft = fixture.draft();
        let mut effects = vec![Effect::OpenDraft(Box::new(draft.clone()))];
        effects.extend([other, kept, fetching].map(keep));
        fixture.act(AMINA, noon(), effects, vec![]).await.unwrap();
        let store = &fixture.store;
        for media in [other, kept] {
            store.media_kept(media, b"voice").await.unwrap();
        }
        let drop = vec![Effect::DropDraft {
            draft: draft.id,
            why: Dropped::Discarded,
            files: vec![kept, fetching],
        }];
        fixture.act(AMINA, noon(), drop, vec![]).await.unwrap();
        assert_eq!(store.media(kept).await.unwrap(), None);
        assert!(store.media(other).await.unwrap().is_some());
        assert!(store.media_wanted(10, noon()).await.unwrap().is_empty());
        // Telegram answers only now.
        store.media_kept(fetching, b"voice").await.unwrap();
        store.media_failed(fetching, None).await.unwrap();
        assert_eq!(store.media(fetching).await.unwrap(), None);
    }
}

#[tokio::test]
async fn the_same_source_is_the_same_version_of_a_form() {
    for place in places().await {
        let store = place.open().await;
        let mut tx = store.begin().await.unwrap();
        assert!(tx.newest_form("visit").await.unwrap().is_none());
        let first = tx
            .save_form(Some(no_form()), "visit", "a", [1; 32], &form())
            .await
            .unwrap();
        let again = tx
            .save_form(None, "visit", "a", [1; 32], &form())
            .await
            .unwrap();
        assert_eq!(first, again);
        let mut changed = form();
        changed.version = "2".into();
        let second = tx
            .save_form(None, "visit", "b", [2; 32], &changed)
            .await
            .unwrap();
        let newest = tx.newest_form("visit").await.unwrap();
        assert_eq!(newest, Some((second, Arc::new(changed))));
        assert_ne!(first, second);
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn teams_people_and_codes_are_found_again() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let mut tx = fixture.store.begin().await.unwrap();
        assert_eq!(tx.add_team("Kibera").await.unwrap(), fixture.team);
        assert_eq!(
            tx.people_named(" aminacanary ").await.unwrap(),
            [fixture.amina]
        );
        assert_eq!(tx.people_named("Nobody").await.unwrap(), []);
        assert_eq!(tx.person_by_user(GRACE).await.unwrap(), Some(fixture.grace));
        assert!(
            tx.code_taken(&Code::parse("K7M2QX").unwrap())
                .await
                .unwrap()
        );
        assert!(
            !tx.code_taken(&Code::parse("ABC234").unwrap())
                .await
                .unwrap()
        );
        let taken = tx
            .add_case(new_case(fixture.team, "K7M2QX", fixture.amina))
            .await;
        assert!(matches!(taken, Err(Error::Conflict)));
        tx.rollback().await.unwrap();
    }
}
