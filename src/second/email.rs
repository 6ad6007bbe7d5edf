//! E-mail: a letter comes in; it goes to the server that the programme named, encrypted but for one on the same machine.

use anyhow::{Context as _, bail};
use chrono::{DateTime, Utc};
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};
use uuid::Uuid;

use super::{TIMEOUT, Trouble};

/// How a programme is reached by e-mail.
#[derive(Clone)]
pub struct Email {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    to: Vec<Mailbox>,
}

/// What the settings say of it.
#[derive(Clone, Debug)]
pub struct EmailSettings {
    /// `smtps://HOST[:PORT]`, or `smtp://HOST[:PORT]` for one that turns encryption on after the greeting.
    pub server: String,
    /// Who sends.
    pub from: String,
    /// Who reads; several with commas between.
    pub to: String,
    /// The name and password for the server, if it asks for them.
    pub login: Option<(String, SecretString)>,
}

/// One e-mail.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What makes it the same e-mail if it is sent again.
    pub id: Uuid,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Its date.
    pub at: DateTime<Utc>,
}

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email")
    }
}

impl Email {
    /// Reads the settings; nothing is sent yet.
    ///
    /// # Errors
    /// One sentence that names the setting that is wrong.
    pub fn new(settings: &EmailSettings) -> anyhow::Result<Self> {
        let url: Option<Url> = settings.server.parse().ok();
        let host = url.as_ref().and_then(Url::host_str);
        let (Some(url), Some(host)) = (&url, host) else {
            bail!("KINKEEPER_DANGER_EMAIL_SERVER is not understood; write smtps://HOST:PORT");
        };
        let builder = match url.scheme() {
            "smtps" => AsyncSmtpTransport::<Tokio1Executor>::relay(host)
                .context("the e-mail server's name is no name of a server")?,
            // What does not leave the machine needs no encryption.
            "smtp" if is_here(host) => {
                AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            }
            "smtp" => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)
                .context("the e-mail server's name is no name of a server")?,
            _ => bail!("KINKEEPER_DANGER_EMAIL_SERVER begins with smtps:// or smtp://"),
        };
        let builder = match url.port() {
            Some(port) => builder.port(port),
            None => builder,
        };
        let builder = match &settings.login {
            Some((user, password)) => builder.credentials(Credentials::new(
                user.clone(),
                password.expose_secret().to_owned(),
            )),
            None => builder,
        };
        let address = |text: &str, setting: &str| -> anyhow::Result<Mailbox> {
            let read = text.trim().parse();
            // The address itself is nothing for a log.
            read.map_err(|_| anyhow::anyhow!("{setting} holds something that is no e-mail address"))
        };
        let to = settings.to.split(',');
        let to = to.map(|to| address(to, "KINKEEPER_DANGER_EMAIL_TO"));
        Ok(Self {
            transport: builder.timeout(Some(TIMEOUT)).build(),
            from: address(&settings.from, "KINKEEPER_DANGER_EMAIL_FROM")?,
            to: to.collect::<Result<_, _>>()?,
        })
    }

    /// Sends it; done once the server has taken it.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn send(&self, letter: Letter) -> Result<(), Trouble> {
        let mut message = Message::builder()
            .from(self.from.clone())
            .subject(letter.subject)
            .date(letter.at.into())
            .message_id(Some(format!("<{}@kinkeeper>", letter.id.simple())))
            .header(ContentType::TEXT_PLAIN);
        for to in &self.to {
            message = message.to(to.clone());
        }
        let message = message.body(letter.body).map_err(|_| Trouble::Unwritten)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(match error.status() {
                Some(code) => Trouble::Refused(code.to_string()),
                None => Trouble::Unreached,
            }),
        }
    }
}

/// Whether a host is this machine.
pub(super) fn is_here(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost" | "[::1]")
}
