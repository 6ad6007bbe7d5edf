//! Settings: each a flag and an environment variable; what comes out is checked and ready to use.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use chrono_tz::Tz;
use clap::Args;
use secrecy::SecretString;

use crate::core::due::profile::{self, Profile, Row};
use crate::second::Ways;
use crate::second::email::{Email, EmailSettings};
use crate::second::webhook::Webhook;

/// Ages in years from which a child may be given an account of its own; younger ones do not read yet.
const CHILD_AGES: std::ops::RangeInclusive<u16> = 5..=18;

/// Settings that every command takes.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// The bot's token, as @BotFather gave it
    #[arg(long, env = "KINKEEPER_TOKEN", hide_env_values = true, global = true)]
    token: Option<SecretString>,
    /// A file that holds the token
    #[arg(long, env = "KINKEEPER_TOKEN_FILE", global = true)]
    token_file: Option<PathBuf>,
    /// The Bot API server
    #[arg(
        long,
        env = "KINKEEPER_API_URL",
        default_value = "https://api.telegram.org",
        global = true
    )]
    pub api_url: String,
    /// The database: sqlite:PATH or postgres://… [default: sqlite: in the data folder]
    #[arg(
        long,
        env = "KINKEEPER_DATABASE",
        hide_env_values = true,
        global = true
    )]
    database: Option<String>,
    /// The data folder
    #[arg(
        long,
        env = "KINKEEPER_DATA",
        default_value = "kinkeeper-data",
        global = true
    )]
    pub data: PathBuf,
    /// The file of the master key; keep a copy away from the database [default: in the data folder]
    #[arg(long, env = "KINKEEPER_KEY_FILE", global = true)]
    key_file: Option<PathBuf>,
    /// Receive updates by webhook at this public https address instead of polling
    #[arg(long, env = "KINKEEPER_WEBHOOK_URL", global = true)]
    pub webhook_url: Option<String>,
    /// Where the bot's own pages, which show what families share, are reached [default: the webhook's address]
    #[arg(long, env = "KINKEEPER_PUBLIC_URL", global = true)]
    public_url: Option<String>,
    /// Where to serve /healthz, /metrics, shared summaries and the webhook; for the demo, the page
    #[arg(
        long,
        env = "KINKEEPER_LISTEN",
        default_value = "127.0.0.1:8080",
        global = true
    )]
    pub listen: String,
    /// Messages a second over all chats; 0 = no limit of ours
    #[arg(
        long,
        env = "KINKEEPER_MESSAGES_PER_SECOND",
        default_value_t = 25,
        global = true
    )]
    pub messages_per_second: u32,
    /// The e-mail server for dangers that nobody takes: smtps://HOST:PORT, or smtp://HOST:PORT with STARTTLS
    #[arg(long, env = "KINKEEPER_DANGER_EMAIL_SERVER", global = true)]
    danger_email_server: Option<String>,
    /// Who sends these e-mails
    #[arg(long, env = "KINKEEPER_DANGER_EMAIL_FROM", global = true)]
    danger_email_from: Option<String>,
    /// Who reads them; several with commas between
    #[arg(long, env = "KINKEEPER_DANGER_EMAIL_TO", global = true)]
    danger_email_to: Option<String>,
    /// The name for the e-mail server, if it asks for one
    #[arg(long, env = "KINKEEPER_DANGER_EMAIL_USER", global = true)]
    danger_email_user: Option<String>,
    /// Its password
    #[arg(
        long,
        env = "KINKEEPER_DANGER_EMAIL_PASSWORD",
        hide_env_values = true,
        global = true
    )]
    danger_email_password: Option<SecretString>,
    /// A file that holds it
    #[arg(long, env = "KINKEEPER_DANGER_EMAIL_PASSWORD_FILE", global = true)]
    danger_email_password_file: Option<PathBuf>,
    /// Where to call about dangers that nobody takes, by signed https
    #[arg(
        long,
        env = "KINKEEPER_DANGER_WEBHOOK_URL",
        hide_env_values = true,
        global = true
    )]
    danger_webhook_url: Option<String>,
    /// The secret that signs these calls, at least 16 characters
    #[arg(
        long,
        env = "KINKEEPER_DANGER_WEBHOOK_SECRET",
        hide_env_values = true,
        global = true
    )]
    danger_webhook_secret: Option<SecretString>,
    /// A file that holds it
    #[arg(long, env = "KINKEEPER_DANGER_WEBHOOK_SECRET_FILE", global = true)]
    danger_webhook_secret_file: Option<PathBuf>,
    /// Whom to call at once, shown to families that are not safe: names and numbers with ; between
    #[arg(
        long,
        env = "KINKEEPER_EMERGENCY_NUMBERS",
        default_value = "",
        global = true
    )]
    emergency_numbers: String,
    /// The programme's time zone, such as Africa/Nairobi
    #[arg(
        long,
        env = "KINKEEPER_TIME_ZONE",
        default_value = "UTC",
        global = true
    )]
    time_zone: String,
    /// The age in years from which a child may have an account of its own; named to whoever invites one
    #[arg(
        long,
        env = "KINKEEPER_CHILD_ACCOUNT_AGE",
        default_value = "12",
        global = true
    )]
    child_account_age: String,
    /// What to log: error, warn, info, debug, or filters such as kinkeeper=debug
    #[arg(long, env = "KINKEEPER_LOG", default_value = "info", global = true)]
    pub log: String,
}

impl Settings {
    /// The token.
    ///
    /// # Errors
    /// When there is none, or its file cannot be read.
    pub fn token(&self) -> anyhow::Result<SecretString> {
        match secret("token", self.token.as_ref(), self.token_file.as_ref())? {
            Some(token) => Ok(token),
            None => bail!(
                "there is no bot token; ask @BotFather for one and set KINKEEPER_TOKEN or KINKEEPER_TOKEN_FILE"
            ),
        }
    }

    /// The ways besides the chat by which a danger that nobody takes is called out; there may be none.
    ///
    /// # Errors
    /// When one is half set up, or not understood.
    pub fn second_channel(&self) -> anyhow::Result<Ways> {
        let password = secret(
            "password",
            self.danger_email_password.as_ref(),
            self.danger_email_password_file.as_ref(),
        )?;
        let addresses = (&self.danger_email_from, &self.danger_email_to);
        let email = match (&self.danger_email_server, addresses) {
            (None, _) => None,
            (Some(server), (Some(from), Some(to))) => {
                let login = match (&self.danger_email_user, password) {
                    (Some(user), Some(password)) => Some((user.clone(), password)),
                    (None, None) => None,
                    (Some(_), None) | (None, Some(_)) => bail!(
                        "the e-mail server needs both or neither of KINKEEPER_DANGER_EMAIL_USER and KINKEEPER_DANGER_EMAIL_PASSWORD"
                    ),
                };
                Some(Email::new(&EmailSettings {
                    server: server.clone(),
                    from: from.clone(),
                    to: to.clone(),
                    login,
                })?)
            }
            (Some(_), (None, _) | (_, None)) => bail!(
                "KINKEEPER_DANGER_EMAIL_SERVER needs KINKEEPER_DANGER_EMAIL_FROM and KINKEEPER_DANGER_EMAIL_TO beside it"
            ),
        };
        let signed = secret(
            "secret",
            self.danger_webhook_secret.as_ref(),
            self.danger_webhook_secret_file.as_ref(),
        )?;
        let webhook = match (&self.danger_webhook_url, signed) {
            (None, _) => None,
            (Some(url), Some(secret)) => Some(Webhook::new(url, secret)?),
            (Some(_), None) => bail!(
                "KINKEEPER_DANGER_WEBHOOK_URL needs KINKEEPER_DANGER_WEBHOOK_SECRET or KINKEEPER_DANGER_WEBHOOK_SECRET_FILE beside it"
            ),
        };
        Ok(Ways { email, webhook })
    }

    /// Where the database is; makes the data folder if it is to be there.
    ///
    /// # Errors
    /// When the data folder cannot be made.
    pub fn database(&self) -> anyhow::Result<String> {
        if let Some(url) = &self.database {
            return Ok(url.clone());
        }
        self.make_data()?;
        Ok(format!(
            "sqlite:{}",
            self.data.join("kinkeeper.db").display()
        ))
    }

    /// Where the master key is.
    ///
    /// # Errors
    /// When the data folder cannot be made.
    pub fn key_file(&self) -> anyhow::Result<PathBuf> {
        if let Some(file) = &self.key_file {
            return Ok(file.clone());
        }
        self.make_data()?;
        Ok(self.data.join("master.key"))
    }

    /// Where the bot's own pages are reached, if they are.
    #[must_use]
    pub fn public_url(&self) -> Option<String> {
        self.public_url.clone().or_else(|| self.webhook_url.clone())
    }

    /// The same settings with pages that are reached here.
    #[must_use]
    pub fn with_public_url(self, url: String) -> Self {
        Self {
            public_url: Some(url),
            ..self
        }
    }

    /// The programme's zone.
    ///
    /// # Errors
    /// When no zone has that name.
    pub fn zone(&self) -> anyhow::Result<Tz> {
        self.time_zone.parse().map_err(|_| {
            anyhow::anyhow!(
                "there is no time zone {:?}; write one such as Africa/Nairobi",
                self.time_zone
            )
        })
    }

    /// What holds until a manager sends a file of settings, and of what that file leaves out: the defaults, with the
    /// emergency numbers of these settings.
    ///
    /// # Errors
    /// When a number is none.
    pub fn profile(&self) -> anyhow::Result<Profile> {
        let row = Row {
            line: 1,
            cells: vec!["emergency_numbers".into(), self.emergency_numbers.clone()],
        };
        profile::read(&Profile::default(), &[row]).map_err(|_| {
            anyhow::anyhow!(
                "KINKEEPER_EMERGENCY_NUMBERS is not understood; write at most 8 names with their numbers and ; between, \
                 each up to 60 characters, such as Police 999; Child helpline 116"
            )
        })
    }

    /// From which age a child may have an account, in years.
    ///
    /// # Errors
    /// When it is no age of a child.
    pub fn child_account_age(&self) -> anyhow::Result<u16> {
        let years = self.child_account_age.parse().ok();
        years
            .filter(|years| CHILD_AGES.contains(years))
            .ok_or_else(|| {
                anyhow::anyhow!(
                    "{:?} is no age for a child's own account; set KINKEEPER_CHILD_ACCOUNT_AGE to 5 to 18",
                    self.child_account_age
                )
            })
    }

    /// The same settings on a database and key in `folder`, which is made; for what is thrown away.
    #[must_use]
    pub fn on_scratch(self, folder: &Path) -> Self {
        Self {
            token: None,
            token_file: None,
            data: folder.to_owned(),
            database: None,
            key_file: None,
            webhook_url: None,
            public_url: None,
            danger_email_server: None,
            emergency_numbers: String::new(),
            danger_webhook_url: None,
            ..self
        }
    }

    /// The same settings with another database.
    #[must_use]
    pub fn with_database(self, url: String) -> Self {
        Self {
            database: Some(url),
            ..self
        }
    }

    fn make_data(&self) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.data).with_context(|| {
            format!(
                "the data folder {} cannot be made; set KINKEEPER_DATA to one that can be written",
                self.data.display()
            )
        })
    }
}

/// A secret that is given itself or in a file.
fn secret(
    what: &str,
    given: Option<&SecretString>,
    file: Option<&PathBuf>,
) -> anyhow::Result<Option<SecretString>> {
    if let Some(given) = given {
        return Ok(Some(given.clone()));
    }
    let Some(file) = file else {
        return Ok(None);
    };
    let read = std::fs::read_to_string(file).with_context(|| {
        format!(
            "the {what} file {} cannot be read; check its path and its owner",
            file.display()
        )
    })?;
    Ok(Some(read.trim().to_owned().into()))
}
