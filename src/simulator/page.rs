//! The page with the phones, as it is served: three files inside the program, and a sample voice note.

use axum::{Router, http::header, response::IntoResponse, routing::get};

use super::Simulator;

const HTML: &str = include_str!("page.html");
const CSS: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
const SAMPLE_VOICE: &[u8] = include_bytes!("sample-voice.ogg");

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route(
            "/",
            get(|| file("text/html; charset=utf-8", HTML.as_bytes())),
        )
        .route(
            "/page.css",
            get(|| file("text/css; charset=utf-8", CSS.as_bytes())),
        )
        .route(
            "/page.js",
            get(|| file("text/javascript; charset=utf-8", SCRIPT.as_bytes())),
        )
        .route("/sample-voice.ogg", get(|| file("audio/ogg", SAMPLE_VOICE)))
}

async fn file(kind: &'static str, bytes: &'static [u8]) -> impl IntoResponse {
    const POLICY: &str = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:";
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    (headers, bytes)
}
