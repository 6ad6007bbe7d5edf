//! Builds the parts and runs them: settings come in, a running bot goes out; everything enters through here.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::clock::Clock;
use crate::config::Settings;
use crate::core::world::Programme;
use crate::due;
use crate::metrics::Metrics;
use crate::programme::forms;
use crate::programme::in_force::InForce;
use crate::second::{Caller, Ways};
use crate::store::{Master, Opening, Store};
use crate::telegram::calls::{Me, Telegram, Trouble};
use crate::telegram::clearer::Clearer;
use crate::telegram::deliver::{Errand, Postman};
use crate::telegram::lists::Lister;
use crate::telegram::media::Keeper;
use crate::telegram::receive::Receiver;
use crate::telegram::trier::Trier;
use crate::web::health::{self, Health};
use crate::web::share::{self, Shares};
use crate::web::webhook::{self, Webhook};
use crate::words::Words;
use crate::work::Worker;

/// Workers beside each other on PostgreSQL; SQLite has one writer.
const WORKERS: usize = 4;
/// More rounds than this until nothing moves mean that something never rests.
const ROUNDS: usize = 500;

/// What an operator reads who has set up no second channel.
pub const NO_SECOND_CHANNEL: &str = "no second channel is set up: a danger that nobody takes is called out in the chat alone; set KINKEEPER_DANGER_EMAIL_… or KINKEEPER_DANGER_WEBHOOK_…";

/// What every command of the bot stands on.
#[derive(Clone)]
pub struct Base {
    /// The database.
    pub store: Store,
    /// The words of all languages.
    pub words: Arc<Words>,
    /// What holds for everybody.
    pub programme: Arc<Programme>,
    /// The ways besides the chat by which dangers are called out.
    pub ways: Arc<Ways>,
}

/// The parts of a bot, not yet running.
pub struct Parts {
    /// Fetches updates.
    pub receiver: Receiver,
    /// Handles them.
    pub worker: Worker,
    /// Sends messages.
    pub postman: Postman,
    /// Keeps files.
    pub keeper: Keeper,
    /// Tells Telegram which commands phones list.
    pub lister: Lister,
    /// Looks at files of settings.
    pub trier: Trier,
    /// Clears chats.
    pub clearer: Clearer,
    /// Calls by the second channel.
    pub caller: Caller,
}

impl Parts {
    /// Runs the parts in turn until nothing moves; for those who cannot wait, such as a stage whose clock stands.
    ///
    /// # Errors
    /// When the database fails, or it never rests.
    pub async fn rest(&mut self) -> anyhow::Result<()> {
        for _ in 0..ROUNDS {
            // While Telegram is away nothing is fetched, and that is all there is to see.
            let received = self.receiver.once().await.unwrap_or(0);
            let handled = self.worker.once().await?;
            let due = due::once(&self.worker).await?;
            let sent = self.postman.once().await?;
            let kept = self.keeper.once().await?;
            let tried = self.trier.once().await?;
            let listed = self.lister.once().await?;
            let cleared = self.clearer.once().await?;
            let called = self.caller.once().await?;
            if received + handled + due + sent + kept + tried + listed + cleared + called == 0 {
                return Ok(());
            }
        }
        bail!("the bot does not come to rest")
    }
}

/// Opens the database that the settings name, beside a bot that may run on it.
///
/// # Errors
/// One sentence that says what happened and what to do.
pub async fn open_store(settings: &Settings) -> anyhow::Result<Store> {
    let key = Master::from_file(&settings.key_file()?)?;
    let url = settings.database()?;
    Ok(Store::open(Opening { url: &url, key }).await?)
}

/// Opens it for a bot: on a SQLite file there is one at a time.
///
/// # Errors
/// As [`open_store`].
pub async fn open_store_for_bot(settings: &Settings) -> anyhow::Result<Store> {
    let key = Master::from_file(&settings.key_file()?)?;
    let url = settings.database()?;
    Ok(Store::open_for_bot(Opening { url: &url, key }).await?)
}

/// Loads words and forms on top of a database.
///
/// # Errors
/// When a locale or form file has an error, or the database fails.
pub async fn base(settings: &Settings, store: Store) -> anyhow::Result<Base> {
    let ways = settings.second_channel()?;
    let overrides = settings.data.join("locales");
    let words = Words::load(overrides.is_dir().then_some(overrides.as_path()))?;
    let programme = Programme {
        zone: settings.zone()?,
        languages: words.languages(),
        public_url: settings.public_url(),
        child_account_age: settings.child_account_age()?,
        second_channels: ways.channels(),
        profile: settings.profile()?,
        profile_version: 0,
        forms: forms::keep(&store).await?,
    };
    Ok(Base {
        store,
        words: Arc::new(words),
        programme: Arc::new(programme),
        ways: Arc::new(ways),
    })
}

/// The parts of a bot on this base.
#[must_use]
pub fn parts(
    base: &Base,
    telegram: &Telegram,
    bot: i64,
    clock: &Clock,
    metrics: &Metrics,
    per_second: u32,
) -> Parts {
    let arrived = Arc::new(Notify::new());
    let stirred = Arc::new(Notify::new());
    let programme = Arc::new(InForce::new(&base.programme));
    let (postman, post): (Postman, mpsc::UnboundedSender<Errand>) = Postman::new(
        telegram.clone(),
        base.store.clone(),
        clock.clone(),
        metrics.clone(),
        per_second,
    );
    Parts {
        receiver: Receiver::new(
            telegram.clone(),
            base.store.clone(),
            clock.clone(),
            metrics.clone(),
            bot,
            Arc::clone(&arrived),
        ),
        worker: Worker {
            store: base.store.clone(),
            programme: Arc::clone(&programme),
            words: Arc::clone(&base.words),
            clock: clock.clone(),
            metrics: metrics.clone(),
            arrived,
            stirred: Arc::clone(&stirred),
            post,
        },
        postman,
        keeper: Keeper {
            telegram: telegram.clone(),
            store: base.store.clone(),
            clock: clock.clone(),
        },
        trier: Trier {
            telegram: telegram.clone(),
            store: base.store.clone(),
            programme,
            clock: clock.clone(),
            stirred,
        },
        lister: Lister::new(
            telegram.clone(),
            base.store.clone(),
            Arc::clone(&base.words),
            clock.clone(),
        ),
        clearer: Clearer {
            telegram: telegram.clone(),
            store: base.store.clone(),
            clock: clock.clone(),
        },
        caller: Caller {
            store: base.store.clone(),
            words: Arc::clone(&base.words),
            clock: clock.clone(),
            metrics: metrics.clone(),
            ways: Arc::clone(&base.ways),
        },
    }
}

/// Asks Telegram who the bot is.
///
/// # Errors
/// One sentence that says what is wrong with the token or the way to Telegram.
pub async fn introduce(telegram: &Telegram, settings: &Settings) -> anyhow::Result<Me> {
    telegram.me().await.map_err(|trouble| match trouble {
        Trouble::BadToken => anyhow::anyhow!(
            "Telegram does not know this token; compare it with the one @BotFather gave you"
        ),
        trouble => anyhow::anyhow!(
            "{trouble} at {}; check the network and KINKEEPER_API_URL, then start again",
            settings.api_url
        ),
    })
}

/// Runs a bot with these settings until `stop`.
///
/// # Errors
/// When it cannot start, or the token is refused later.
pub async fn run(
    settings: &Settings,
    clock: &Clock,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let token = settings.token()?;
    let telegram = Telegram::new(token.expose_secret(), &settings.api_url)?;
    let base = base(settings, open_store_for_bot(settings).await?).await?;
    let me = introduce(&telegram, settings).await?;
    if base.ways.channels().is_empty() {
        tracing::warn!("{NO_SECOND_CHANNEL}");
    }
    base.store.set_username(me.id, &me.username).await?;
    let served = serve(settings, &base, &telegram, &me, clock, stop).await;
    base.store.close().await;
    served
}

/// Runs the parts side by side; when one ends for good, all do.
async fn serve(
    settings: &Settings,
    base: &Base,
    telegram: &Telegram,
    me: &Me,
    clock: &Clock,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let metrics = Metrics::new();
    let listener = TcpListener::bind(&settings.listen).await.with_context(|| {
        format!(
            "{} cannot be listened on; set KINKEEPER_LISTEN",
            settings.listen
        )
    })?;
    let secret = webhook_secret(settings.token()?.expose_secret());
    let parts = parts(
        base,
        telegram,
        me.id,
        clock,
        &metrics,
        settings.messages_per_second,
    );
    let mut routes = health::routes(Health {
        store: base.store.clone(),
        clock: clock.clone(),
        metrics: metrics.clone(),
    });
    if settings.public_url().is_some() {
        routes = routes.merge(share::routes(Shares::of(base, clock)));
    }
    if settings.webhook_url.is_some() {
        routes = routes.merge(webhook::routes(Webhook {
            store: base.store.clone(),
            clock: clock.clone(),
            metrics: metrics.clone(),
            bot: me.id,
            secret: Arc::clone(&secret),
            arrived: Arc::clone(&parts.worker.arrived),
        }));
    }
    let tasks = TaskTracker::new();
    let web_stop = stop.clone();
    tasks.spawn(async move {
        let served =
            axum::serve(listener, routes).with_graceful_shutdown(web_stop.cancelled_owned());
        drop(served.await);
    });
    match &settings.webhook_url {
        Some(url) => {
            let url = format!("{}{}", url.trim_end_matches('/'), webhook::PATH);
            telegram
                .set_webhook(&url, &secret)
                .await
                .context("the webhook cannot be set")?;
            tracing::info!("updates come by webhook");
            run_parts(base, parts, None, &tasks, stop).await
        }
        None => {
            telegram
                .delete_webhook()
                .await
                .context("the webhook cannot be taken away")?;
            run_parts(base, parts, Some(()), &tasks, stop).await
        }
    }
}

/// Runs the parts of a bot until `stop`, or until Telegram refuses the token.
///
/// # Errors
/// When Telegram refuses the token.
pub async fn run_parts(
    base: &Base,
    parts: Parts,
    polling: Option<()>,
    tasks: &TaskTracker,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let Parts {
        receiver,
        worker,
        postman,
        keeper,
        trier,
        lister,
        clearer,
        caller,
    } = parts;
    let workers = match base.store {
        Store::Sqlite(_) => 1,
        Store::Postgres(_) => WORKERS,
    };
    for _ in 0..workers {
        tasks.spawn(worker.clone().run(stop.clone()));
    }
    tasks.spawn(due::run(worker, stop.clone()));
    tasks.spawn(keeper.run(stop.clone()));
    tasks.spawn(trier.run(stop.clone()));
    tasks.spawn(lister.run(stop.clone()));
    tasks.spawn(clearer.run(stop.clone()));
    tasks.spawn(caller.run(stop.clone()));
    let mut posting = tokio::spawn(postman.run(stop.clone()));
    let mut receiving = tokio::spawn({
        let stop = stop.clone();
        async move {
            match polling {
                Some(()) => receiver.run(stop).await,
                None => {
                    stop.cancelled().await;
                    Ok(())
                }
            }
        }
    });
    let ended = tokio::select! {
        ended = &mut receiving => { stop.cancel(); let posted = (&mut posting).await; first_trouble(ended, Some(posted)) }
        ended = &mut posting => { stop.cancel(); let received = (&mut receiving).await; first_trouble(ended, Some(received)) }
    };
    tasks.close();
    tasks.wait().await;
    ended.context("the bot stops; check the token with @BotFather and start again")
}

/// What Telegram repeats with each update. Made from the token, so that every process of a bot knows it.
fn webhook_secret(token: &str) -> Arc<str> {
    let secret = Sha256::digest(format!("webhook secret of {token}"));
    data_encoding::HEXLOWER.encode(&secret).into()
}

type Ended = Result<Result<(), Trouble>, tokio::task::JoinError>;

fn first_trouble(one: Ended, other: Option<Ended>) -> anyhow::Result<()> {
    one??;
    if let Some(other) = other {
        other??;
    }
    Ok(())
}
