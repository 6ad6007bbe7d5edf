//! An embedded Telegram: bots call its Bot API over HTTP, people use its phones through methods, a control API or a page.
//!
//! `Simulator` is the handle; `world` is all state behind one lock; `bot_api` is the side of the bot, `phone` and
//! `control` the side of people, `snapshot` what outlives a restart. Nothing waits while it holds the lock.

mod bot_api;
mod callbacks;
mod control;
mod faults;
mod flood;
mod html;
mod markup;
mod media;
mod message;
mod page;
mod person;
mod phone;
mod settings;
mod snapshot;
mod text;
mod updates;
mod webhook;
mod wire;
mod world;

use std::{
    fmt,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use anyhow::Context;
use axum::Router;
use tokio::{
    net::TcpListener,
    sync::{Notify, broadcast, futures::Notified},
};
use tokio_util::sync::{CancellationToken, DropGuard};

pub use callbacks::CallbackAnswer;
pub use faults::{Fault, FaultRule, Faults};
pub use media::FileKind;
pub use message::{Media, ShownButton, ShownMedia, ShownMessage};
pub use person::{NewGroup, NewPerson, Notification};
pub use phone::{
    ChatView, Contact, PersonSummary, PhoneFile, Press, Pressed, Problem, State, Write,
};
pub use snapshot::{Found, Resumed};
pub use updates::WaitingUpdate;
pub use world::{Call, Change, ChangeKind};

use crate::clock::Clock;
use world::World;

/// The handle of one simulated Telegram with one bot; clones share it.
#[derive(Clone)]
pub struct Simulator {
    inner: Arc<Inner>,
}

struct Inner {
    token: String,
    world: Mutex<World>,
    /// Updates arrived, or the way to get them changed.
    news: Notify,
    /// Something is other than it was, for whoever keeps it.
    altered: Notify,
}

/// A simulator that is being served; dropping it closes the listener and every connection.
#[derive(Debug)]
pub struct Listening {
    /// Where it listens.
    pub addr: SocketAddr,
    _cut_all: DropGuard,
}

impl Simulator {
    /// A Telegram without people, for the bot with `token`; the bot's id is the number before the token's colon.
    #[must_use]
    pub fn new(clock: Clock, token: String) -> Self {
        let id = token
            .split(':')
            .next()
            .and_then(|prefix| prefix.parse().ok());
        Self {
            inner: Arc::new(Inner {
                world: Mutex::new(World::new(clock, id.unwrap_or(7_000_000_001))),
                token,
                news: Notify::new(),
                altered: Notify::new(),
            }),
        }
    }

    /// The names of the Bot API methods that it knows.
    pub fn methods() -> impl Iterator<Item = &'static str> {
        bot_api::method_names()
    }

    /// The Bot API, its files, the control API and the page.
    pub fn router(&self) -> Router {
        bot_api::routes()
            .merge(control::routes())
            .merge(page::routes())
            .with_state(self.clone())
    }

    /// Serves the router on `addr` until the returned value is dropped.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn listen(&self, addr: SocketAddr) -> anyhow::Result<Listening> {
        self.listen_with(addr, Router::new()).await
    }

    /// Serves the router together with other routes.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn listen_with(&self, addr: SocketAddr, others: Router) -> anyhow::Result<Listening> {
        let listener = TcpListener::bind(addr)
            .await
            .with_context(|| format!("cannot listen on {addr}"))?;
        let addr = listener.local_addr()?;
        let cut_all = CancellationToken::new();
        let wires = wire::Wires {
            listener,
            cut_all: cut_all.clone(),
        };
        let service = self
            .router()
            .merge(others)
            .into_make_service_with_connect_info::<wire::Connection>();
        let stopped = cut_all.clone();
        tokio::spawn(async move {
            tokio::select! {
                served = async { axum::serve(wires, service).await } => drop(served),
                () = stopped.cancelled() => {}
            }
        });
        Ok(Listening {
            addr,
            _cut_all: cut_all.drop_guard(),
        })
    }

    /// Tells who and what changes, for whoever shows it.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.look(|world| world.changes.subscribe())
    }

    fn token(&self) -> &str {
        &self.inner.token
    }

    fn news(&self) -> Notified<'_> {
        self.inner.news.notified()
    }

    /// Runs `act` on the world, then wakes whoever waits for what it stirred up.
    fn change<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        let mut world = self.inner.world.lock().expect("no act panics halfway");
        let result = act(&mut world);
        let stirred = std::mem::take(&mut world.stirred);
        drop(world);
        if stirred {
            self.inner.news.notify_waiters();
        }
        self.inner.altered.notify_one();
        result
    }

    /// Reads from the world, which stays as it is.
    fn look<R>(&self, read: impl FnOnce(&World) -> R) -> R {
        read(&self.inner.world.lock().expect("no act panics halfway"))
    }
}

impl fmt::Debug for Simulator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token stays out of logs.
        formatter.debug_struct("Simulator").finish_non_exhaustive()
    }
}
