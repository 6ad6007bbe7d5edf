//! The webhook takes what Telegram brings and nothing else; health and metrics tell how things stand.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use chrono::{DateTime, TimeDelta};
use kinkeeper::web::health::{self, Health};
use kinkeeper::web::webhook::{self, PATH, Webhook};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use crate::stand::{AMINA, BOT, Stand, message};
use crate::support::Engine;

const SECRET: &str = "a-secret-of-this-test";
/// The header in which Telegram repeats the secret.
const HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

async fn serve(stand: &Stand) -> SocketAddr {
    let webhook = Webhook {
        store: stand.base.store.clone(),
        clock: stand.clock.clone(),
        metrics: stand.metrics.clone(),
        bot: BOT,
        secret: SECRET.into(),
        arrived: Arc::new(Notify::new()),
    };
    let health = Health {
        store: stand.base.store.clone(),
        clock: stand.clock.clone(),
        metrics: stand.metrics.clone(),
    };
    let routes: Router = webhook::routes(webhook).merge(health::routes(health));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let addr = listener.local_addr().expect("its address");
    tokio::spawn(async move { axum::serve(listener, routes).await });
    addr
}

/// What health says of a stand.
pub async fn healthz(stand: &Stand) -> String {
    ask(serve(stand).await, "GET", "/healthz", None, "").await.1
}

/// One request; gives the status and the body.
async fn ask(
    addr: SocketAddr,
    method: &str,
    path: &str,
    secret: Option<&str>,
    body: &str,
) -> (u16, String) {
    let mut stream = TcpStream::connect(addr).await.expect("it listens");
    let secret = secret
        .map(|secret| format!("{HEADER}: {secret}\r\n"))
        .unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{secret}\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    // A server that refuses a body by its length may close before it has read it.
    drop(stream.write_all(body.as_bytes()).await);
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer).await);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let body = answer
        .split_once("\r\n\r\n")
        .map(|(_, body)| body.to_owned());
    (status.expect("a status line"), body.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_webhook_takes_what_has_the_secret_and_stores_it_once() {
    for engine in Engine::at_hand() {
        let stand = Stand::open(engine).await;
        let addr = serve(&stand).await;
        let update = message(77, AMINA, "Habari").to_string();
        let too_large = format!(
            r#"{{"update_id":78,"message":"{}"}}"#,
            "x".repeat(256 * 1024)
        );
        let longer = format!("{SECRET}x");
        for (method, path, secret, body, status) in [
            ("POST", PATH, None, update.as_str(), 401),
            ("POST", PATH, Some(""), &update, 401),
            ("POST", PATH, Some("another"), &update, 401),
            ("POST", PATH, Some(&longer[..5]), &update, 401),
            ("POST", PATH, Some(&longer), &update, 401),
            ("GET", PATH, Some(SECRET), "", 405),
            ("PUT", PATH, Some(SECRET), &update, 405),
            ("POST", PATH, Some(SECRET), &too_large, 413),
            ("POST", PATH, Some(SECRET), "no JSON", 400),
            ("POST", PATH, Some(SECRET), "", 400),
            ("POST", PATH, Some(SECRET), "[]", 400),
            ("POST", PATH, Some(SECRET), r#"{"update_id":"77"}"#, 400),
            ("POST", "/elsewhere", Some(SECRET), &update, 404),
        ] {
            let (got, _) = ask(addr, method, path, secret, body).await;
            assert_eq!(got, status, "{method} {path} with {secret:?}");
            assert_eq!(
                stand.inbox().await,
                (0, 0),
                "{method} {path} with {secret:?} is stored"
            );
        }
        for _ in 0..3 {
            assert_eq!(ask(addr, "POST", PATH, Some(SECRET), &update).await.0, 200);
        }
        assert_eq!(stand.inbox().await, (1, 0), "repeats fall away");
        // One that nests too deep is taken as well, or Telegram would bring it again for ever.
        let deep = format!(
            r#"{{"update_id":79,"deep":{}{}}}"#,
            "[".repeat(300),
            "]".repeat(300)
        );
        assert_eq!(ask(addr, "POST", PATH, Some(SECRET), &deep).await.0, 200);
        assert_eq!(stand.inbox().await, (2, 0));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_and_metrics_tell_how_things_stand() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let addr = serve(&stand).await;
        let (status, body) = ask(addr, "GET", "/healthz", None, "").await;
        assert!(status == 200 && body.contains(r#""ok":true"#), "{body}");

        stand
            .store(1, AMINA, &message(1, AMINA, "waits").to_string())
            .await;
        stand.clock.advance(TimeDelta::minutes(6));
        let (status, body) = ask(addr, "GET", "/healthz", None, "").await;
        assert!(
            status == 503 && body.contains(r#""inbox":"late""#),
            "{body}"
        );
        assert!(body.contains(r#""inbox_oldest_seconds":360"#), "{body}");
        let (_, metrics) = ask(addr, "GET", "/metrics", None, "").await;
        assert!(
            metrics.contains("kinkeeper_inbox_oldest_seconds 360"),
            "{metrics}"
        );

        stand.rest().await;
        assert_eq!(ask(addr, "GET", "/healthz", None, "").await.0, 200);
        let (status, metrics) = ask(addr, "GET", "/metrics", None, "").await;
        assert_eq!(status, 200);
        let handled = stand.metrics.handled.get();
        assert!(
            metrics.contains(&format!("kinkeeper_updates_handled_total {handled}")),
            "{metrics}"
        );
        assert!(metrics.trim_end().ends_with("# EOF"));
        for secret in ["Amina", "K7M2QX", "9001"] {
            assert!(!metrics.contains(secret), "{secret} is among the metrics");
        }

        stand.base.store.close().await;
        let (status, body) = ask(addr, "GET", "/healthz", None, "").await;
        assert!(
            status == 503 && body.contains(r#""database":"unreachable""#),
            "{body}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_to_be_told_and_who_cannot_be_reached_is_counted() {
    for engine in Engine::at_hand() {
        let mut stand = Stand::open(engine).await;
        let addr = serve(&stand).await;
        let counted = async |name: &str| {
            let (_, text) = ask(addr, "GET", "/metrics", None, "").await;
            let start = format!("kinkeeper_{name} ");
            let mut lines = text.lines();
            let line = lines.find_map(|line| line.strip_prefix(&start)?.parse::<i64>().ok());
            line.unwrap_or_else(|| panic!("no {name} in {text}"))
        };
        // The hours of what is due come while nobody looks.
        stand.clock.advance(TimeDelta::days(2));
        assert!(counted("reminders_late").await > 0);
        assert_eq!(counted("reminders_missed_total").await, 0);
        assert!(counted("reminders_late_oldest_seconds").await > 3_600);
        stand.rest().await;
        assert_eq!(counted("reminders_late").await, 0);
        assert_eq!(counted("reminders_late_oldest_seconds").await, 0);
        // Nobody had met the families in time, and to say so now is of no use.
        let missed = counted("reminders_missed_total").await;
        assert!(missed > 0);
        let kept = stand.base.store.missed_since(DateTime::UNIX_EPOCH).await;
        assert_eq!(kept.expect("a count"), missed);
        assert_eq!(counted("people_unreachable").await, 0);
        stand.simulator.block(AMINA).expect("a phone");
        stand.rest().await;
        assert_eq!(counted("people_unreachable").await, 1);
    }
}
