//! A webhook: a call comes in; it goes as signed JSON to the address that the programme named.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::{Client, Url, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

use super::email::is_here;
use super::{TIMEOUT, Trouble};
use crate::store::mail::SecondCall;

/// The header with the signature: `t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA256 of `SECONDS.BODY` under the secret.
pub const SIGNATURE: &str = "Kinkeeper-Signature";
/// Bytes of the shortest secret.
const SECRET_BYTES: usize = 16;

/// Where a programme is called, and the secret by which it knows us.
#[derive(Clone)]
pub struct Webhook {
    client: Client,
    url: Url,
    secret: Arc<SecretString>,
}

/// What is sent. Ids, a case code and times; nothing about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Which call; the same if it is sent again.
    pub id: Uuid,
    /// Which alert.
    pub alert: Uuid,
    /// The case's code.
    pub case: String,
    /// What is wrong.
    pub event: Lacking,
    /// Since when.
    pub since: DateTime<Utc>,
    /// For how long.
    pub minutes: i64,
    /// What to do.
    pub text: String,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lacking {
    /// Nobody has it.
    NobodyHasIt,
    /// Somebody has it, and nothing was written since.
    NothingWritten,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Webhook")
    }
}

impl Webhook {
    /// Reads the settings; nothing is sent yet.
    ///
    /// # Errors
    /// One sentence that names the setting that is wrong.
    pub fn new(url: &str, secret: SecretString) -> anyhow::Result<Self> {
        let Ok(url) = url.parse::<Url>() else {
            bail!("KINKEEPER_DANGER_WEBHOOK_URL is no address; write https://…");
        };
        let safe = url.scheme() == "https"
            || (url.scheme() == "http" && url.host_str().is_some_and(is_here));
        if !safe {
            bail!("KINKEEPER_DANGER_WEBHOOK_URL must begin with https://");
        }
        if secret.expose_secret().len() < SECRET_BYTES {
            bail!(
                "the secret of KINKEEPER_DANGER_WEBHOOK_URL has less than {SECRET_BYTES} characters"
            );
        }
        let client = Client::builder()
            .timeout(TIMEOUT)
            .redirect(redirect::Policy::none())
            .build()
            .context("no encrypted connections can be made")?;
        Ok(Self {
            client,
            url,
            secret: Arc::new(secret),
        })
    }

    /// Calls; done once it is answered with 2xx.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn send(&self, call: &SecondCall, now: DateTime<Utc>) -> Result<(), Trouble> {
        let since = call.taken_at.unwrap_or(call.raised_at);
        let body = Body {
            id: call.id,
            alert: call.alert.0,
            case: call.code.as_str().to_owned(),
            event: match call.taken_at {
                None => Lacking::NobodyHasIt,
                Some(_) => Lacking::NothingWritten,
            },
            since,
            minutes: (now - since).num_minutes(),
            text: "open Kinkeeper".into(),
        };
        let body = serde_json::to_string(&body).map_err(|_| Trouble::Unwritten)?;
        let signature = sign(self.secret.expose_secret(), now.timestamp(), &body);
        let calling = self.client.post(self.url.clone());
        let calling = calling
            .header("Content-Type", "application/json")
            .header(SIGNATURE, signature)
            .body(body);
        let answer = calling.send().await.map_err(|_| Trouble::Unreached)?;
        if answer.status().is_success() {
            return Ok(());
        }
        Err(Trouble::Refused(answer.status().as_u16().to_string()))
    }
}

/// The signature of a body at a moment.
#[must_use]
pub fn sign(secret: &str, seconds: i64, body: &str) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(format!("{seconds}.{body}").as_bytes());
    let signature = HEXLOWER.encode(&mac.finalize().into_bytes());
    format!("t={seconds},v1={signature}")
}
