//! Takes updates from the queue and posts them to the bot's webhook, one after the other, until each is accepted.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::{
    Simulator,
    bot_api::{self, Params, Refusal},
    updates::WaitingUpdate,
    world::World,
};

/// How long a bot may take to answer one delivery.
const PATIENCE: Duration = Duration::from_secs(60);
/// The wait after a failed delivery, doubled each time up to the second figure.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// The most bytes of a webhook's answer that are read.
const ANSWER_LIMIT: u64 = 64 << 10;

/// Where updates are posted, and how that went.
#[derive(Clone, Debug)]
pub(super) struct Webhook {
    url: String,
    /// Host with port, and path, of `url`.
    host: String,
    path: String,
    secret: Option<String>,
    max_connections: i64,
    last_error: Option<(DateTime<Utc>, String)>,
}

impl Webhook {
    /// Reads the parameters of setWebhook.
    ///
    /// # Errors
    /// 400 when the address or the secret cannot be used.
    pub fn read(url: &str, params: &Params) -> Result<Self, Refusal> {
        let bad = |why: &str| Refusal::bad_request(format!("bad webhook: {why}"));
        let rest = url
            .strip_prefix("http://")
            .ok_or_else(|| bad("the simulator delivers over plain http only"))?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() || url.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(bad("invalid URL host specified"));
        }
        let port = if host.rsplit(']').next().is_some_and(|end| end.contains(':')) {
            ""
        } else {
            ":80"
        };
        let secret = params.text("secret_token").map(str::to_owned);
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if secret
            .as_ref()
            .is_some_and(|secret| secret.len() > 256 || !secret.bytes().all(plain))
        {
            return Err(Refusal::bad_request(
                "secret token contains unallowed characters",
            ));
        }
        Ok(Self {
            url: url.to_owned(),
            host: format!("{host}{port}"),
            path: format!("/{path}"),
            secret,
            max_connections: params
                .integer("max_connections")
                .unwrap_or(40)
                .clamp(1, 100),
            last_error: None,
        })
    }

    /// Adds its part of WebhookInfo.
    pub fn describe(&self, info: &mut Value) {
        info["url"] = json!(self.url);
        info["max_connections"] = json!(self.max_connections);
        if let Some((at, error)) = &self.last_error {
            info["last_error_date"] = json!(at.timestamp());
            info["last_error_message"] = json!(error);
        }
    }
}

/// Delivers in a task of its own until the webhook is changed or deleted.
pub(super) fn start(simulator: &Simulator) {
    let turn = simulator.change(|world| world.receiver);
    let simulator = simulator.clone();
    tokio::spawn(async move { deliver(&simulator, turn).await });
}

async fn deliver(simulator: &Simulator, turn: u64) {
    let mut pause = FIRST_PAUSE;
    loop {
        let news = simulator.news();
        tokio::pin!(news);
        news.as_mut().enable();
        let (webhook, update) = match simulator.change(|world| next(world, turn)) {
            Next::Over => return,
            Next::Nothing => {
                news.await;
                continue;
            }
            Next::Post(delivery) => *delivery,
        };
        let posted = match timeout(PATIENCE, post(&webhook, &update.body)).await {
            Ok(posted) => posted.map_err(|error| format!("{error:#}")),
            Err(_) => Err("Read timeout expired".to_owned()),
        };
        match posted {
            Ok(answer) => {
                simulator.change(|world| world.updates.remove(update.id));
                pause = FIRST_PAUSE;
                carry_out(simulator, &answer).await;
            }
            Err(error) => {
                simulator.change(|world| {
                    let now = world.now();
                    if let Some(webhook) = world.webhook.as_mut() {
                        webhook.last_error = Some((now, error));
                    }
                });
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

enum Next {
    Over,
    Nothing,
    Post(Box<(Webhook, WaitingUpdate)>),
}

fn next(world: &mut World, turn: u64) -> Next {
    let now = world.now();
    world.updates.forget_old(now);
    let Some(webhook) = world.webhook.as_ref().filter(|_| world.receiver == turn) else {
        return Next::Over;
    };
    if world.faults.get().outage {
        return Next::Nothing;
    }
    let webhook = webhook.clone();
    let shuffled = world.faults.get().shuffle_updates;
    let mut batch = world.updates.batch(if shuffled { 100 } else { 1 });
    if shuffled {
        world.faults.shuffle(&mut batch);
    }
    match batch.into_iter().next() {
        Some(update) => Next::Post(Box::new((webhook, update))),
        None => Next::Nothing,
    }
}

/// Posts one update; gives the body of a 2xx answer.
async fn post(webhook: &Webhook, body: &str) -> anyhow::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(&webhook.host).await?;
    let mut head = format!(
        "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n",
        webhook.path,
        webhook.host,
        body.len()
    );
    if let Some(secret) = &webhook.secret {
        head.push_str(&format!("X-Telegram-Bot-Api-Secret-Token: {secret}\r\n"));
    }
    stream
        .write_all(format!("{head}\r\n{body}").as_bytes())
        .await?;
    let mut answer = Vec::new();
    stream.take(ANSWER_LIMIT).read_to_end(&mut answer).await?;
    let status = answer
        .get(9..12)
        .map(String::from_utf8_lossy)
        .unwrap_or_default()
        .into_owned();
    anyhow::ensure!(
        status.starts_with('2'),
        "Wrong response from the webhook: {status}"
    );
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n");
    Ok(end.map(|end| answer.split_off(end + 4)).unwrap_or_default())
}

/// A webhook may answer with a call, whose result nobody hears of.
async fn carry_out(simulator: &Simulator, answer: &[u8]) {
    let Ok(Value::Object(mut call)) = serde_json::from_slice(answer) else {
        return;
    };
    let Some(Value::String(method)) = call.remove("method") else {
        return;
    };
    drop(bot_api::answer(simulator, &method, &Params::from_object(call)).await);
}
