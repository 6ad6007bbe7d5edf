//! The page with the phones, as it is served: files inside the program, and a sample voice note.

use axum::{Router, http::header, response::IntoResponse, routing::get};

use super::Simulator;

const HTML: &str = include_str!("page.html");
const CSS: &str = include_str!("page.css");
const SCRIPTS: [(&str, &str); 6] = [
    ("/page.js", include_str!("page.js")),
    ("/phone.js", include_str!("phone.js")),
    ("/bubble.js", include_str!("bubble.js")),
    ("/icons.js", include_str!("icons.js")),
    ("/voice.js", include_str!("voice.js")),
    ("/words.js", include_str!("words.js")),
];
/// What a page of ours may load: only what comes with it, and pictures and sounds that were just chosen.
pub(super) const POLICY: &str =
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:";
const SAMPLE_VOICE: &[u8] = include_bytes!("sample-voice.ogg");

pub(super) fn routes() -> Router<Simulator> {
    let page = Router::new()
        .route(
            "/",
            get(|| file("text/html; charset=utf-8", HTML.as_bytes())),
        )
        .route(
            "/page.css",
            get(|| file("text/css; charset=utf-8", CSS.as_bytes())),
        )
        .route("/sample-voice.ogg", get(|| file("audio/ogg", SAMPLE_VOICE)));
    SCRIPTS.into_iter().fold(page, |page, (path, script)| {
        page.route(
            path,
            get(move || file("text/javascript; charset=utf-8", script.as_bytes())),
        )
    })
}

async fn file(kind: &'static str, bytes: &'static [u8]) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    (headers, bytes)
}
