//! What a programme has behind its webhook: signed calls come in over HTTP, those whose signature holds are kept.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::net::TcpListener;

use crate::second::webhook::{Body, SIGNATURE, Webhook, sign};

/// The stage's secret, which guards nothing.
const SECRET: &str = "a secret of the stage";

/// A server on this machine that is called about dangers.
pub struct Receiver {
    /// The way to it.
    pub webhook: Webhook,
    heard: Arc<Mutex<Vec<Body>>>,
    serving: tokio::task::JoinHandle<()>,
}

#[derive(Clone)]
struct Hearing {
    secret: Arc<SecretString>,
    heard: Arc<Mutex<Vec<Body>>>,
}

impl Receiver {
    /// Listens on a free port.
    ///
    /// # Errors
    /// When none is free.
    pub async fn listen() -> anyhow::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = format!("http://{}/", listener.local_addr()?);
        let secret: SecretString = SECRET.to_owned().into();
        let heard = Arc::default();
        let hearing = Hearing {
            secret: Arc::new(secret.clone()),
            heard: Arc::clone(&heard),
        };
        let routes = Router::new().route("/", post(hear)).with_state(hearing);
        let serving = tokio::spawn(async move {
            drop(axum::serve(listener, routes).await);
        });
        Ok(Self {
            webhook: Webhook::new(&url, secret)?,
            heard,
            serving,
        })
    }

    /// The calls that came since this was asked last.
    #[must_use]
    pub fn heard(&self) -> Vec<Body> {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *heard)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn hear(State(hearing): State<Hearing>, headers: HeaderMap, body: String) -> StatusCode {
    let signature = headers.get(SIGNATURE).and_then(|value| value.to_str().ok());
    let seconds = signature
        .and_then(|signature| signature.strip_prefix("t=")?.split_once(','))
        .and_then(|(seconds, _)| seconds.parse().ok());
    let expected = seconds.map(|at| sign(hearing.secret.expose_secret(), at, &body));
    if expected.is_none() || expected.as_deref() != signature {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(said) = serde_json::from_str(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let mut heard = hearing.heard.lock().unwrap_or_else(PoisonError::into_inner);
    heard.push(said);
    StatusCode::NO_CONTENT
}
