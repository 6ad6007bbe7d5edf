//! What a family released to a service: a link comes in, its summary goes out once.
//!
//! Following the link shows a page with a button, so that previews and scanners that follow links burn nothing; only
//! the button opens the summary. Pages need no script, are kept nowhere, and name nobody who is not in the summary.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;

use crate::app::Base;
use crate::clock::Clock;
use crate::core::people::Language;
use crate::core::press::Press;
use crate::core::screen::{Label, Line, Reader, Screen};
use crate::core::share::{Opened, PATH};
use crate::store::{Error, Store};
use crate::words::{Rendered, Words};

/// What the pages are made from.
#[derive(Clone)]
pub struct Shares {
    store: Store,
    words: Arc<Words>,
    clock: Clock,
}

impl Shares {
    /// The pages of a bot on this base.
    #[must_use]
    pub fn of(base: &Base, clock: &Clock) -> Self {
        Self {
            store: base.store.clone(),
            words: Arc::clone(&base.words),
            clock: clock.clone(),
        }
    }

    async fn waiting(&self, token: &str) -> Result<Option<Language>, Error> {
        self.store.share_waiting(token, self.clock.now()).await
    }

    async fn open(&self, token: &str) -> Result<Option<Opened>, Error> {
        // Whoever tries links does not keep the writer busy.
        if self.waiting(token).await?.is_none() {
            return Ok(None);
        }
        let mut tx = self.store.begin().await?;
        let opened = tx.open_share(token, self.clock.now()).await?;
        tx.commit().await?;
        Ok(opened)
    }

    fn render(&self, screen: &Screen, language: Language, zone: chrono_tz::Tz) -> Rendered {
        let reader = Reader {
            language,
            zone,
            now: self.clock.now(),
        };
        self.words.render(screen, &reader)
    }

    /// The same answer whether a link was used, taken back, has ended or never was; in every language.
    fn gone(&self) -> Page {
        let languages = self.words.languages().into_iter();
        let body = languages.map(|language| {
            let screen = Screen::of([Line::ShareGone]);
            let said = self.render(&screen, language.clone(), chrono_tz::UTC);
            section(&language, self.words.right_to_left(&language), &said.html)
        });
        page(StatusCode::NOT_FOUND, &body.collect::<String>())
    }
}

/// The routes.
pub fn routes(shares: Shares) -> Router {
    Router::new()
        .route(&format!("{PATH}{{token}}"), get(ask).post(show))
        .with_state(shares)
}

type Page = (
    StatusCode,
    [(header::HeaderName, &'static str); 6],
    Html<String>,
);

/// "It opens once: press when you are ready."
async fn ask(State(shares): State<Shares>, Path(token): Path<String>) -> impl IntoResponse {
    let asking = shares.clone();
    // A request that is dropped must not drop a database call half way, so the call runs on its own.
    let found = tokio::spawn(async move { asking.waiting(&token).await }).await;
    match found {
        Ok(Ok(Some(language))) => {
            let screen = Screen::of([Line::ShareReady]).button(Label::ShowOnce, Press::Menu);
            let said = shares.render(&screen, language.clone(), chrono_tz::UTC);
            let labels = said.rows.iter().flatten().map(|key| key.label.as_str());
            let body = format!(
                "{}<form method=\"post\"><button>{}</button></form>",
                said.html,
                labels.collect::<String>()
            );
            let rtl = shares.words.right_to_left(&language);
            page(StatusCode::OK, &section(&language, rtl, &body))
        }
        Ok(Ok(None)) => shares.gone(),
        Ok(Err(_)) | Err(_) => unavailable(),
    }
}

/// The summary, once.
async fn show(State(shares): State<Shares>, Path(token): Path<String>) -> impl IntoResponse {
    let opening = shares.clone();
    let opened = tokio::spawn(async move { opening.open(&token).await }).await;
    match opened {
        Ok(Ok(Some(opened))) => {
            let language = opened.language;
            let screen = Screen::of(opened.lines);
            let said = shares.render(&screen, language.clone(), opened.zone);
            let rtl = shares.words.right_to_left(&language);
            page(StatusCode::OK, &section(&language, rtl, &said.html))
        }
        Ok(Ok(None)) => shares.gone(),
        Ok(Err(_)) | Err(_) => unavailable(),
    }
}

fn unavailable() -> Page {
    page(StatusCode::SERVICE_UNAVAILABLE, "<p>503</p>")
}

/// Words in one language; they are escaped already.
fn section(language: &Language, right_to_left: bool, html: &str) -> String {
    let direction = if right_to_left { "rtl" } else { "ltr" };
    let lines = html.replace('\n', "<br>\n");
    let tag: String = language
        .0
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
        .collect();
    format!("<section lang=\"{tag}\" dir=\"{direction}\">{lines}</section>\n")
}

fn page(status: StatusCode, body: &str) -> Page {
    let html = format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>Kinkeeper</title></head>\n\
         <body>\n{body}</body></html>\n"
    );
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (
            header::HeaderName::from_static("x-robots-tag"),
            "noindex, nofollow",
        ),
    ];
    (status, headers, Html(html))
}
