//! Calls about a danger that nobody takes leave by e-mail and webhook, to servers of this test's own: signed, without a
//! name, until they are taken, and neither lost nor doubled when the process dies in between.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use chrono::TimeDelta;
use hmac::{Hmac, KeyInit as _, Mac as _};
use kinkeeper::second::Ways;
use kinkeeper::second::email::{Email, EmailSettings};
use kinkeeper::second::webhook::Webhook;
use kinkeeper::simulator::{Fault, FaultRule};
use serde_json::Value;
use sha2::Sha256;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

use crate::stand::{AMINA, GRACE, Stand};
use crate::support::Engine;

const SECRET: &str = "a secret between the two";

/// What a server of the test was told, and how often it refuses before it takes anything.
#[derive(Clone, Default)]
struct Ear {
    heard: Arc<Mutex<Vec<String>>>,
    refusals: Arc<Mutex<u32>>,
}

impl Ear {
    fn refusing(times: u32) -> Self {
        let ear = Self::default();
        *ear.refusals.lock().expect("held by nobody") = times;
        ear
    }

    /// Keeps what was heard, unless it is to be refused.
    fn hears(&self, said: String) -> bool {
        let mut refusals = self.refusals.lock().expect("held by nobody");
        self.heard.lock().expect("held by nobody").push(said);
        let takes = *refusals == 0;
        *refusals = refusals.saturating_sub(1);
        takes
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("held by nobody").clone()
    }

    fn bodies(&self) -> Vec<Value> {
        let heard = self.heard().into_iter();
        heard
            .map(|said| serde_json::from_str(&said).expect("JSON"))
            .collect()
    }
}

/// A mail server as small as one can be.
async fn mail_server(ear: Ear) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let ear = ear.clone();
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                let _ = stream.write_all(b"220 here\r\n").await;
                let (mut line, mut letter) = (String::new(), None::<String>);
                while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
                    let said = std::mem::take(&mut line);
                    let answer = match &mut letter {
                        Some(_) if said == ".\r\n" => {
                            let whole = letter.take().unwrap_or_default();
                            match ear.hears(whole) {
                                true => "250 kept\r\n",
                                false => "451 later\r\n",
                            }
                        }
                        Some(letter) => {
                            letter.push_str(&said);
                            continue;
                        }
                        None if said.starts_with("DATA") => {
                            letter = Some(String::new());
                            "354 go on\r\n"
                        }
                        None if said.starts_with("QUIT") => "221 bye\r\n",
                        None => "250 well\r\n",
                    };
                    let _ = stream.write_all(answer.as_bytes()).await;
                }
            });
        }
    });
    address
}

/// A programme's own server, which believes what is signed and nothing else.
async fn web_server(ear: Ear) -> SocketAddr {
    async fn hear(State(ear): State<Ear>, headers: HeaderMap, body: String) -> StatusCode {
        let signature = headers["Kinkeeper-Signature"].to_str().expect("ASCII");
        let (at, signature) = signature.split_once(',').expect("two parts");
        let at = at.strip_prefix("t=").expect("a time");
        let signature = signature.strip_prefix("v1=").expect("a signature");
        let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).expect("any length");
        mac.update(format!("{at}.{body}").as_bytes());
        let signature = data_encoding::HEXLOWER
            .decode(signature.as_bytes())
            .expect("hex");
        if mac.verify_slice(&signature).is_err() {
            return StatusCode::UNAUTHORIZED;
        }
        match ear.hears(body) {
            true => StatusCode::NO_CONTENT,
            false => StatusCode::BAD_GATEWAY,
        }
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let routes = Router::new().route("/danger", post(hear)).with_state(ear);
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}

fn email(server: SocketAddr) -> Email {
    Email::new(&EmailSettings {
        server: format!("smtp://{server}"),
        from: "kinkeeper@example.org".into(),
        to: "on-call@example.org, deputy@example.org".into(),
        login: None,
    })
    .expect("settings")
}

fn webhook(server: SocketAddr) -> Webhook {
    let url = format!("http://{server}/danger");
    Webhook::new(&url, SECRET.to_owned().into()).expect("settings")
}

/// A bot that has these ways besides the chat.
async fn stand(engine: Engine, ways: Ways) -> Stand {
    let mut stand = Stand::open(engine).await;
    let programme = Arc::make_mut(&mut stand.base.programme);
    programme.second_channels = ways.channels();
    stand.base.ways = Arc::new(ways);
    stand.be_reborn();
    stand
}

/// A bot that has a webhook besides the chat.
async fn hooked(engine: Engine, ear: &Ear) -> Stand {
    let ways = Ways {
        email: None,
        webhook: Some(webhook(web_server(ear.clone()).await)),
    };
    stand(engine, ways).await
}

async fn after(stand: &mut Stand, time: TimeDelta) {
    stand.clock.advance(time);
    stand.rest().await;
}

/// A visit as far as the question after danger.
async fn almost_danger(stand: &mut Stand) {
    for said in ["/visit K7M2QX", "3", "3", "tomorrow"] {
        stand.write(AMINA, said);
        stand.rest().await;
    }
}

async fn danger(stand: &mut Stand) {
    almost_danger(stand).await;
    stand.write(AMINA, "danger now");
    stand.rest().await;
}

fn calls(stand: &Stand) -> usize {
    stand.saying(GRACE, "needs you now").len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_email_and_a_signed_call_leave_until_they_are_taken_and_say_no_name() {
    for engine in Engine::at_hand() {
        let (letters, hook) = (Ear::refusing(1), Ear::refusing(2));
        let ways = Ways {
            email: Some(email(mail_server(letters.clone()).await)),
            webhook: Some(webhook(web_server(hook.clone()).await)),
        };
        let mut stand = stand(engine, ways).await;
        danger(&mut stand).await;
        assert_eq!(calls(&stand), 1);
        after(&mut stand, TimeDelta::minutes(14)).await;
        assert!(letters.heard().is_empty() && hook.heard().is_empty());
        after(&mut stand, TimeDelta::minutes(1)).await;
        assert_eq!((letters.heard().len(), hook.heard().len()), (1, 1));
        let health = stand.base.store.health(stand.clock.now()).await;
        assert_eq!(health.expect("health").danger_unsent, 2);
        // Both refused. They are tried again, each time after a longer pause.
        after(&mut stand, TimeDelta::seconds(5)).await;
        assert_eq!((letters.heard().len(), hook.heard().len()), (2, 2));
        after(&mut stand, TimeDelta::seconds(9)).await;
        assert_eq!(hook.heard().len(), 2, "it did not wait longer");
        after(&mut stand, TimeDelta::seconds(1)).await;
        assert_eq!((letters.heard().len(), hook.heard().len()), (2, 3));
        after(&mut stand, TimeDelta::minutes(10)).await;
        assert_eq!((letters.heard().len(), hook.heard().len()), (2, 3));

        let bodies = hook.bodies();
        assert_eq!(bodies[0]["case"], "K7M2QX");
        assert_eq!(bodies[0]["event"], "nobody_has_it");
        assert_eq!(bodies[0]["minutes"], 15);
        assert_eq!(bodies[0]["id"], bodies[2]["id"], "the same call");
        assert!(letters.heard()[1].contains("Subject: Kinkeeper K7M2QX"));
        let id = |letter: &str| {
            let mut lines = letter.lines().map(str::to_owned);
            lines.find(|line| line.starts_with("Message-ID"))
        };
        assert_eq!(id(&letters.heard()[0]), id(&letters.heard()[1]));
        for said in letters.heard().iter().chain(&hook.heard()) {
            for secret in ["Amina", "Grace", "blue gate", "school", "danger", "child"] {
                assert!(!said.contains(secret), "{secret}: {said}");
            }
        }
        let metrics = stand.metrics.text();
        assert!(metrics.contains("second_channel_sent_total 2"), "{metrics}");
        assert!(
            metrics.contains("second_channel_failures_total 3"),
            "{metrics}"
        );
        stand.tap(GRACE, "I have it").await;
        after(&mut stand, TimeDelta::hours(5)).await;
        assert_eq!((letters.heard().len(), hook.heard().len()), (2, 3));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_nobody_answers_is_withdrawn_when_somebody_has_it() {
    for engine in Engine::at_hand() {
        let hook = Ear::refusing(u32::MAX);
        let mut stand = hooked(engine, &hook).await;
        danger(&mut stand).await;
        after(&mut stand, TimeDelta::minutes(15)).await;
        after(&mut stand, TimeDelta::minutes(14)).await;
        let tries = hook.heard().len();
        assert!(tries > 1);
        stand.tap(GRACE, "I have it").await;
        after(&mut stand, TimeDelta::hours(1)).await;
        assert_eq!(hook.heard().len(), tries);
        let health = stand.base.store.health(stand.clock.now()).await;
        assert_eq!(health.expect("health").danger_unsent, 0);
    }
}

/// Telegram takes nothing for a minute: the ladder does not wait for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_unsent_for_a_minute_gives_way_to_the_next_step() {
    for engine in Engine::at_hand() {
        let hook = Ear::default();
        let mut stand = hooked(engine, &hook).await;
        almost_danger(&mut stand).await;
        stand.fails(vec![FaultRule {
            fault: Fault::TooManyRequests { retry_after: 600 },
            method: Some("sendMessage".to_owned()),
            count: None,
            probability: None,
        }]);
        stand.write(AMINA, "danger now");
        stand.rest().await;
        assert_eq!(calls(&stand), 0);
        after(&mut stand, TimeDelta::seconds(59)).await;
        assert!(hook.heard().is_empty());
        after(&mut stand, TimeDelta::seconds(1)).await;
        assert_eq!(hook.bodies()[0]["minutes"], 1);
        // Telegram is back, and the call of then still says something.
        stand.fails(Vec::new());
        after(&mut stand, TimeDelta::minutes(10)).await;
        assert_eq!(calls(&stand), 1);
    }
}

/// Telegram says only when a call is sent that somebody has blocked the bot.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_telegram_refuses_gives_way_to_the_next_step_at_once() {
    for engine in Engine::at_hand() {
        let hook = Ear::default();
        let mut stand = hooked(engine, &hook).await;
        almost_danger(&mut stand).await;
        stand.write(AMINA, "danger now");
        stand.parts.receiver.once().await.expect("fetched");
        stand.parts.worker.once().await.expect("decided");
        stand.simulator.block(GRACE).expect("a phone");
        stand.parts.postman.once().await.expect("sent");
        assert_eq!(calls(&stand), 0);
        stand.ring().await;
        stand.parts.caller.once().await.expect("called");
        assert_eq!(hook.bodies()[0]["minutes"], 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_dies_in_the_middle_loses_no_call_and_repeats_none() {
    for engine in Engine::at_hand() {
        let hook = Ear::default();
        let mut stand = hooked(engine, &hook).await;
        danger(&mut stand).await;
        stand.be_reborn();
        stand.rest().await;
        assert_eq!(calls(&stand), 1);
        // It dies once the calls are decided, and before any of them is made.
        stand.clock.advance(TimeDelta::minutes(15));
        stand.ring().await;
        stand.be_reborn();
        let now = stand.clock.now();
        let until = now + TimeDelta::seconds(90);
        // The next one dies while it makes them.
        let claimed = stand.base.store.claim_second(10, until, now).await;
        assert_eq!(claimed.expect("claimed").len(), 1);
        stand.be_reborn();
        after(&mut stand, TimeDelta::seconds(89)).await;
        assert!(hook.heard().is_empty(), "it may still be under way");
        after(&mut stand, TimeDelta::seconds(1)).await;
        assert_eq!(hook.heard().len(), 1);
        // The second round, with the same at its beginning: grace is called once more.
        let written = |stand: &Stand| stand.saying(GRACE, "still needs you").len();
        assert_eq!(written(&stand), 0);
        stand.clock.advance(TimeDelta::seconds(900 - 90));
        stand.ring().await;
        stand.be_reborn();
        stand.ring().await;
        stand.parts.postman.recover().await.expect("recovered");
        for _ in 0..3 {
            stand.be_reborn();
            stand.parts.postman.recover().await.expect("recovered");
            stand.rest().await;
        }
        assert_eq!((written(&stand), hook.heard().len()), (1, 1));
        stand.tap(GRACE, "I have it").await;
    }
}
