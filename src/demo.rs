//! The demo: the real bot against an embedded Telegram, with a page of phones; no token and no network needed.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono_tz::Tz;
use tokio::net::lookup_host;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app;
use crate::clock::Clock;
use crate::config::Settings;
use crate::core::id::UserId;
use crate::metrics::Metrics;
use crate::programme::seed::{self, PEOPLE};
use crate::simulator::{Found, NewPerson, Resumed, Simulator};
use crate::stage::agree;
use crate::store::Store;
use crate::telegram::calls::Telegram;
use crate::web::health::{self, Health};
use crate::web::share::{self, Shares};

/// The token of the demo's bot; its simulator is the only one who knows it.
const TOKEN: &str = "7000000001:demo";
/// How the simulator calls its bot.
const USERNAME: &str = "kinkeeper_demo_bot";
/// What the page tells a newcomer to tap first.
const HINT: &str = "Start on Amina’s phone: tap K7M2QX and report a visit (she reads Swahili; 🌐 Lugha changes that). \
    Asked about danger, tap 🔴 Hatari sasa, “danger now”, and look at Grace’s phone.";
/// The phones as they were, in the data folder.
const PHONES: &str = "telegram.json";

/// Runs the demo until `stop`.
///
/// # Errors
/// When the page cannot be served or the database cannot be opened.
pub async fn run(settings: &Settings, empty: bool, stop: CancellationToken) -> anyhow::Result<()> {
    let clock = Clock::system();
    let phones = settings.data.join(PHONES);
    let mut base = app::base(settings, app::open_store_for_bot(settings).await?).await?;
    let programme = whose(&base.store, empty).await?;
    let invented = !empty && !matches!(programme, Programme::Other);
    // Its people live in one zone; one that was named stands.
    if invented && settings.zone()? == Tz::UTC {
        Arc::make_mut(&mut base.programme).zone = seed::ZONE;
    }
    let simulator = resume(&clock, &phones)?;
    let metrics = Metrics::new();
    let addr = lookup_host(&settings.listen)
        .await
        .ok()
        .and_then(|mut found| found.next())
        .with_context(|| {
            format!(
                "{} is no address to listen on; write 127.0.0.1:8080",
                settings.listen
            )
        })?;
    let health = health::routes(Health {
        store: base.store.clone(),
        clock: clock.clone(),
        metrics: metrics.clone(),
    });
    let pages = share::routes(Shares::of(&base, &clock));
    let listening = simulator.listen_with(addr, health.merge(pages)).await?;
    // What families share is read in a tab beside the phones.
    let here = settings.public_url();
    let here = here.unwrap_or_else(|| format!("http://{}", listening.addr));
    Arc::make_mut(&mut base.programme).public_url = Some(here);
    let telegram = Telegram::new(TOKEN, &format!("http://{}", listening.addr))?;
    let me = app::introduce(&telegram, settings).await?;
    if let Some(next) = base.store.bot(me.id).await?.next {
        simulator.expect_update_id(next);
    }
    let mut parts = app::parts(
        &base,
        &telegram,
        me.id,
        &clock,
        &metrics,
        settings.messages_per_second,
    );
    match programme {
        Programme::None if !empty => {
            seed::seed(&base.store, clock.now()).await?;
            give_phones(&simulator);
            for person in PEOPLE {
                agree(&simulator, &mut parts, person.user).await?;
                simulator.opened(person.user)?;
            }
        }
        Programme::Seeded if !empty => give_phones(&simulator),
        Programme::Other if !empty => println!(
            "This data folder holds a programme of its own, so the demo adds nobody to it; give phones to its people \
             with POST /control/people, or start the demo with another --data."
        ),
        Programme::None | Programme::Seeded | Programme::Other => {}
    }
    // After the programme: a database with a bot but without seeded people is somebody's own.
    base.store.set_username(me.id, &me.username).await?;
    println!(
        "Kinkeeper's demo: open http://{} in a browser. Ctrl-C ends it.",
        listening.addr
    );
    let kept = CancellationToken::new();
    let keeper = tokio::spawn(simulator.keep(phones, kept.clone()));
    let tasks = TaskTracker::new();
    let ran = app::run_parts(&base, parts, Some(()), &tasks, stop).await;
    base.store.close().await;
    drop(listening);
    kept.cancel();
    ran.and(keeper.await?)
}

/// What a database holds when the demo finds it.
enum Programme {
    /// Nothing yet.
    None,
    /// The demo's own people.
    Seeded,
    /// Somebody else's people.
    Other,
}

/// Whose programme the database holds.
///
/// # Errors
/// When it belongs to a real bot: one works on it, whose messages a demo would take and send to nobody; or people were
/// imported for one, unless the demo is asked to leave its own people out.
async fn whose(store: &Store, empty: bool) -> anyhow::Result<Programme> {
    let bot = store.bot_name().await?;
    if let Some(bot) = bot.as_ref().filter(|bot| *bot != USERNAME) {
        bail!("this database belongs to @{bot}; start the demo with another --data folder");
    }
    let mut tx = store.begin().await?;
    let seeded = tx.person_by_user(UserId(PEOPLE[0].user)).await?;
    let filled = tx.has_people().await?;
    tx.rollback().await?;
    Ok(match (seeded, filled) {
        (Some(_), _) => Programme::Seeded,
        (None, false) => Programme::None,
        (None, true) if bot.is_none() && !empty => bail!(
            "this database holds people who were imported for a real bot; start the demo with another --data folder, \
             or with --empty to try it on them"
        ),
        (None, true) => Programme::Other,
    })
}

/// The phones as the last demo left them.
fn resume(clock: &Clock, phones: &Path) -> anyhow::Result<Simulator> {
    let Resumed { simulator, found } = Simulator::resume(clock.clone(), TOKEN.into(), phones)?;
    match found {
        Found::Nothing | Found::Phones => {}
        Found::Damaged { aside, why } => println!(
            "The phones of the last demo cannot be read ({why}); they start empty, and what there was is kept in {}.",
            aside.display()
        ),
    }
    Ok(simulator)
}

/// Somebody whom the programme does not know, so that an invitation can be tried by tapping.
fn newcomer() -> NewPerson {
    NewPerson {
        id: Some(7_100_007),
        first_name: "Rosa".into(),
        last_name: Some("Núñez".into()),
        language_code: Some("es".into()),
        zone: Some(seed::ZONE),
        note: Some("not known yet · español".into()),
        ..NewPerson::default()
    }
}

/// Everybody of the seeded programme who has no phone gets one, and so does a newcomer.
fn give_phones(simulator: &Simulator) {
    let there = simulator.state().people;
    for person in PEOPLE {
        if there.iter().any(|phone| phone.id == person.user) {
            continue;
        }
        let (first, last) = person.name;
        simulator.add_person(NewPerson {
            id: Some(person.user),
            first_name: first.into(),
            last_name: Some(last.into()),
            language_code: Some(person.language.into()),
            zone: Some(seed::ZONE),
            note: Some(person.note.into()),
            started: true,
            ..NewPerson::default()
        });
    }
    let newcomer = newcomer();
    if !there.iter().any(|phone| Some(phone.id) == newcomer.id) {
        simulator.add_person(newcomer);
    }
    simulator.set_hint(HINT.into());
}
