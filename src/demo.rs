//! The demo: the real bot against an embedded Telegram, with a page of phones; no token and no network needed.

use anyhow::{Context as _, bail};
use tokio::net::lookup_host;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::app::{self, Parts};
use crate::clock::Clock;
use crate::config::Settings;
use crate::metrics::Metrics;
use crate::programme::seed::{self, PEOPLE};
use crate::simulator::{NewPerson, Press, Simulator};
use crate::telegram::calls::Telegram;
use crate::web::health::{self, Health};

/// The token of the demo's bot; its simulator is the only one who knows it.
const TOKEN: &str = "7000000001:demo";
/// What the page tells a newcomer to tap first.
const HINT: &str = "Amina is a volunteer. On her phone, tap K7M2QX and report a visit; then answer “danger now” once \
    and look at Grace’s phone. Move the clock above to see what time does.";
/// Rounds in which a phone that was just started comes to rest.
const ROUNDS: usize = 20;

/// Runs the demo until `stop`.
///
/// # Errors
/// When the page cannot be served or the database cannot be opened.
pub async fn run(settings: &Settings, empty: bool, stop: CancellationToken) -> anyhow::Result<()> {
    let clock = Clock::system();
    let base = app::base(settings, app::open_store_for_bot(settings).await?).await?;
    let simulator = Simulator::new(clock.clone(), TOKEN.into());
    simulator.set_next_update_id(clock.now().timestamp());
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
    let listening = simulator.listen_with(addr, health).await?;
    let telegram = Telegram::new(TOKEN, &format!("http://{}", listening.addr))?;
    let me = app::introduce(&telegram, settings).await?;
    base.store.set_username(me.id, &me.username).await?;
    let mut parts = app::parts(
        &base,
        &telegram,
        me.id,
        &clock,
        &metrics,
        settings.messages_per_second,
    );
    if !empty {
        let seeded = seed::seed(&base.store, clock.now()).await?;
        for person in PEOPLE {
            let (first, last) = person.name;
            simulator.add_person(NewPerson {
                id: Some(person.user),
                first_name: first.into(),
                last_name: Some(last.into()),
                language_code: Some(person.language.into()),
                note: Some(person.note.into()),
                started: true,
                ..NewPerson::default()
            });
        }
        if seeded {
            for person in PEOPLE {
                agree(&simulator, &mut parts, person.user).await?;
            }
        }
        simulator.set_hint(HINT.into());
    }
    println!(
        "Kinkeeper's demo: open http://{} in a browser. Ctrl-C ends it.",
        listening.addr
    );
    let tasks = TaskTracker::new();
    let ran = app::run_parts(&base, &telegram, parts, Some(()), &tasks, stop).await;
    base.store.close().await;
    ran
}

/// Has a seeded person press Start and agree to the privacy words, as anybody does once.
async fn agree(simulator: &Simulator, parts: &mut Parts, user: i64) -> anyhow::Result<()> {
    simulator.start(user, None)?;
    rest(parts).await?;
    let chat = simulator.chat(user, 0)?;
    let asked = chat.messages.last().and_then(|message| {
        let agree = message.buttons.first()?.first()?;
        Some((message.id, agree.text.clone()))
    });
    let (message_id, text) = asked.context("nobody asked a seeded person for consent")?;
    simulator.press(user, Press::On { message_id, text })?;
    rest(parts).await?;
    simulator.opened(user)?;
    Ok(())
}

async fn rest(parts: &mut Parts) -> anyhow::Result<()> {
    for _ in 0..ROUNDS {
        let received = parts.receiver.once().await?;
        let handled = parts.worker.once().await?;
        let sent = parts.postman.once().await?;
        if received + handled + sent == 0 {
            return Ok(());
        }
    }
    bail!("the demo's bot does not come to rest")
}
