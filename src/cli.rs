//! The commands of the program, each with its own words; what they need is built in [`crate::app`].

use std::io::{self, BufRead as _, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use chrono::TimeDelta;
use clap::{Args, Parser, Subcommand, ValueEnum};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use crate::app;
use crate::clock::Clock;
use crate::config::Settings;
use crate::core::people::Role;
use crate::demo;
use crate::programme::export;
use crate::programme::import::{self, Ground};
use crate::programme::invite::{Invited, bot_name, invite, way_in};
use crate::stage::{self, Stage};
use crate::store::output::Weight;
use crate::words::Words;

/// A messaging assistant for people who work with vulnerable children and their families.
#[derive(Parser, Debug)]
#[command(version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Try it: a bot with an embedded Telegram; open a browser and talk
    Demo {
        /// Start without the seeded programme
        #[arg(long)]
        empty: bool,
    },
    /// Run the bot
    Run,
    /// Talk to the bot in the terminal; prints a transcript that can be kept as a test
    Talk,
    /// Bring people, cases or services in from a CSV file; all rows or none
    Import {
        /// What the file holds
        what: What,
        /// people: name,role,team,language,time_zone,telegram_id
        /// · cases: code,alias,risk,team,caseworker,volunteers,opened_on,goals
        /// · services: name,need,area,contact,hours,languages,notes; the file is the whole directory
        file: PathBuf,
    },
    /// Invite somebody; prints a link that works once, for seven days
    Invite(InviteArgs),
    /// Take reports out
    Export {
        /// What to take out
        what: Exported,
        /// In which format
        #[arg(long, default_value = "csv")]
        format: Format,
        /// Also open what is sealed: free text
        #[arg(long)]
        free_text: bool,
    },
    /// Check the database: its integrity, the audit chain, and that nothing is lost or doubled
    Check,
    /// Put updates that were given up back into the inbox, once their cause is mended
    Replay,
}

#[derive(Args, Debug)]
struct InviteArgs {
    /// As what: family, volunteer, caseworker, supervisor or manager
    #[arg(long)]
    role: String,
    /// Into which team
    #[arg(long)]
    team: Option<String>,
    /// How they are called; without it they bring their own name
    #[arg(long)]
    name: Option<String>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum What {
    People,
    Cases,
    Services,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Exported {
    Reports,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    Csv,
}

/// Runs a command.
///
/// # Errors
/// One line that says what happened and what to do.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
    let Cli { command, settings } = cli;
    log_to_stderr(&settings.log)?;
    match command {
        Command::Demo { empty } => demo::run(&settings, empty, until_told()).await,
        Command::Run => app::run(&settings, &Clock::system(), until_told()).await,
        Command::Talk => talk(settings).await,
        Command::Import { what, file } => match what {
            What::People => import_people(&settings, &file).await,
            What::Cases => import_cases(&settings, &file).await,
            What::Services => import_services(&settings, &file).await,
        },
        Command::Invite(args) => invite_somebody(&settings, args).await,
        Command::Export {
            what: Exported::Reports,
            format: Format::Csv,
            free_text,
        } => {
            let store = app::open_store(&settings).await?;
            export::reports(&store, io::stdout().lock(), free_text).await?;
            store.close().await;
            Ok(())
        }
        Command::Check => check(&settings).await,
        Command::Replay => replay(&settings).await,
    }
}

fn log_to_stderr(filter: &str) -> anyhow::Result<()> {
    // sqlx and teloxide can log statements and messages; only their troubles are of use here.
    let filter = EnvFilter::try_new(format!("warn,kinkeeper={filter},{filter}"))
        .or_else(|_| EnvFilter::try_new(filter))
        .with_context(|| {
            format!("KINKEEPER_LOG {filter:?} is not understood; write error, warn, info or debug")
        })?;
    let filter = [
        "sqlx=warn",
        "teloxide_core=off",
        "hyper=warn",
        "reqwest=warn",
    ]
    .iter()
    .filter_map(|directive| directive.parse().ok())
    .fold(filter, EnvFilter::add_directive);
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .init();
    Ok(())
}

/// Ends with SIGINT or SIGTERM.
fn until_told() -> CancellationToken {
    let stop = CancellationToken::new();
    let told = stop.clone();
    tokio::spawn(async move {
        let terminated = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => drop(signal.recv().await),
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = terminated => {}
        }
        told.cancel();
    });
    stop
}

fn ground(settings: &Settings) -> anyhow::Result<Ground> {
    Ok(Ground {
        languages: Words::load(None)?.languages(),
        zone: settings.zone()?,
        now: Clock::system().now(),
    })
}

async fn import_people(settings: &Settings, file: &std::path::Path) -> anyhow::Result<()> {
    let store = app::open_store(settings).await?;
    let (count, to_invite) = import::people(&store, file, &ground(settings)?).await?;
    let bot = bot_name(&store).await?;
    println!("{count} people imported");
    if !to_invite.is_empty() {
        println!("Give each of these their own link; it works once, for seven days:");
        for invited in to_invite {
            println!(
                "line {}\t{}",
                invited.line,
                way_in(&invited.token, bot.as_deref())
            );
        }
    }
    store.close().await;
    Ok(())
}

async fn import_cases(settings: &Settings, file: &std::path::Path) -> anyhow::Result<()> {
    let store = app::open_store(settings).await?;
    let codes = import::cases(&store, file, &ground(settings)?).await?;
    println!("{} cases imported", codes.len());
    for code in codes {
        println!("{code}");
    }
    store.close().await;
    Ok(())
}

async fn import_services(settings: &Settings, file: &std::path::Path) -> anyhow::Result<()> {
    let store = app::open_store(settings).await?;
    let count = import::services(&store, file, &ground(settings)?).await?;
    println!("{count} services listed; any that the file does not name are no longer offered");
    store.close().await;
    Ok(())
}

async fn invite_somebody(settings: &Settings, args: InviteArgs) -> anyhow::Result<()> {
    let InviteArgs { role, team, name } = args;
    let Some(role) = Role::parse(&role.to_lowercase()) else {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.word()).collect();
        bail!(
            "there is no role {role:?}; it is one of {}",
            known.join(", ")
        );
    };
    if team.is_none() && matches!(role, Role::Volunteer | Role::Caseworker | Role::Supervisor) {
        bail!("a {} belongs to a team; add --team NAME", role.word());
    }
    let store = app::open_store(settings).await?;
    let mut tx = store.begin().await?;
    let team = match team {
        Some(team) => Some(tx.add_team(&team).await?),
        None => None,
    };
    let invited = Invited {
        role,
        team,
        person: None,
        name,
    };
    let token = invite(&mut tx, invited, Clock::system().now()).await?;
    tx.commit().await?;
    println!("{}", way_in(&token, bot_name(&store).await?.as_deref()));
    store.close().await;
    Ok(())
}

/// So far back a check counts what was missed.
const MISSED_WITHIN: TimeDelta = TimeDelta::days(7);

async fn check(settings: &Settings) -> anyhow::Result<()> {
    let ways = settings.second_channel()?;
    let store = app::open_store(settings).await?;
    let findings = store.check().await?;
    for finding in &findings {
        println!("{finding}");
    }
    let now = Clock::system().now();
    let found = store.health(now).await?;
    let missed = store.missed_since(now - MISSED_WITHIN).await?;
    store.close().await;
    for (count, what) in [
        (
            found.reminders_late,
            "reminders whose hour has come wait to be told",
        ),
        (
            missed,
            "reminders of the last 7 days were of no use any more when they could be told; supervisors see them in \"Late and quiet\"",
        ),
        (
            found.unreachable,
            "people cannot be reached: they blocked the bot or left Telegram",
        ),
    ] {
        if count > 0 {
            println!("note: {count} {what}");
        }
    }
    if ways.channels().is_empty() {
        println!("warning: {}", app::NO_SECOND_CHANNEL);
    }
    let broken = findings
        .iter()
        .filter(|finding| finding.weight == Weight::Broken)
        .count();
    if broken > 0 {
        bail!("{broken} findings of something broken; the lines above say what");
    }
    if findings.is_empty() {
        println!("All is well: nothing lost, nothing doubled, the audit chain is unbroken.");
    } else {
        println!("Nothing is broken; what is unfinished goes on while the bot runs.");
    }
    Ok(())
}

async fn replay(settings: &Settings) -> anyhow::Result<()> {
    let store = app::open_store(settings).await?;
    let seqs = store.replay(Clock::system().now()).await?;
    store.close().await;
    if seqs.is_empty() {
        println!("No update was given up.");
    } else {
        let named: Vec<String> = seqs.iter().map(ToString::to_string).collect();
        println!(
            "{} updates go back into the inbox: {}",
            seqs.len(),
            named.join(", ")
        );
    }
    Ok(())
}

/// A stage with a small cast, played from the terminal.
const TALK: &str = "now      Mon 2026-03-02 18:00 Africa/Nairobi
amina    volunteer, en; cases K7M2QX
grace    supervisor, en
case     K7M2QX medium; goals Goes to school every day; opened 2026-02-16";

async fn talk(settings: Settings) -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("kinkeeper-talk-{}", std::process::id()));
    let settings = settings.on_scratch(&folder);
    let setup = stage::parse_setup(TALK.lines())?;
    let mut stage = Stage::set(settings, &setup).await?;
    println!("# Write as amina; [label] presses a button; -- 2h later; Ctrl-D ends.");
    println!("{TALK}\n");
    let mut out = io::stdout();
    let input = io::stdin().lock();
    for line in input.lines() {
        let line = line.context("the terminal cannot be read")?;
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let (act, printed) = match stage::parse_act(line) {
            Ok(Some(act)) => (act, line.to_owned()),
            Ok(None) => {
                let printed = format!("amina>   {line}");
                let Some(act) = stage::parse_act(&printed)? else {
                    continue;
                };
                (act, printed)
            }
            Err(error) => {
                println!("# {error:#}");
                continue;
            }
        };
        println!("{printed}");
        match stage.play(&act).await {
            Ok(lines) => lines.iter().for_each(|line| println!("{line}")),
            Err(error) => println!("# {error:#}"),
        }
        out.flush().context("the terminal cannot be written")?;
    }
    drop(stage);
    // The folder held nothing that anybody needs.
    drop(std::fs::remove_dir_all(folder));
    Ok(())
}
