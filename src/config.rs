//! Settings: each a flag and an environment variable; what comes out is checked and ready to use.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use chrono_tz::Tz;
use clap::Args;
use secrecy::SecretString;

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
        match (&self.token, &self.token_file) {
            (Some(token), _) => Ok(token.clone()),
            (None, Some(file)) => {
                let token = std::fs::read_to_string(file).with_context(|| {
                    format!(
                        "the token file {} cannot be read; check its path and its owner",
                        file.display()
                    )
                })?;
                Ok(token.trim().to_owned().into())
            }
            (None, None) => bail!(
                "there is no bot token; ask @BotFather for one and set KINKEEPER_TOKEN or KINKEEPER_TOKEN_FILE"
            ),
        }
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
