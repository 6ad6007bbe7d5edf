//! Plays every script under `tests/conversations/` on the whole stack: the simulator over real HTTP, a real
//! database, each part of the bot built anew before each line. `UPDATE=1` writes what was noticed into the scripts.

#[path = "conversations/again.rs"]
mod again;
#[path = "conversations/kinds.rs"]
mod kinds;
#[path = "conversations/rows.rs"]
mod rows;
mod support;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use kinkeeper::stage::{Stage, parse_act, parse_setup};
use support::{Engine, scratch};
use tokio::task::{JoinError, JoinSet};

/// Scripts that are played side by side; a stage mostly waits for its disk.
const AT_ONCE: usize = 6;
/// What a press decides does not depend on the engine, and each press again costs several times what it did before: on
/// PostgreSQL one script in so many, by the order of their names, shows that its transactions turn repeats away as well.
/// SQLite plays all of them, and there every kind must be pressed.
const PRESSED_AGAIN_ON_POSTGRES: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_conversation_goes_as_written() {
    let mut failed = Vec::new();
    let mut playing = JoinSet::new();
    let engines = Engine::at_hand();
    for script in scripts() {
        for &engine in &engines {
            if playing.len() >= AT_ONCE {
                failed.extend(playing.join_next().await.and_then(outcome));
            }
            let script = script.clone();
            playing.spawn(async move {
                let name = script.file_name().unwrap_or_default().to_string_lossy();
                let played = play(&script, engine).await;
                played.map_err(|error| format!("{name} on {engine:?}: {error:#}"))
            });
        }
    }
    while let Some(played) = playing.join_next().await {
        failed.extend(outcome(played));
    }
    failed.sort();
    assert!(failed.is_empty(), "\n{}", failed.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_press_again_changes_nothing() {
    // The scripts are being written anew beside this.
    if std::env::var_os("UPDATE").is_some() {
        return;
    }
    for engine in Engine::at_hand() {
        let mut failed = Vec::new();
        let mut pressed = again::Pressed::new();
        let mut playing = JoinSet::new();
        let mut take = |played: Result<Result<again::Pressed, String>, JoinError>| match played {
            Ok(Ok(more)) => {
                pressed.extend(more);
                None
            }
            Ok(Err(wrong)) => Some(wrong),
            Err(panic) => Some(panic.to_string()),
        };
        let every = match engine {
            Engine::Sqlite => 1,
            Engine::Postgres => PRESSED_AGAIN_ON_POSTGRES,
        };
        for (nth, script) in scripts().into_iter().enumerate().step_by(every) {
            if playing.len() >= AT_ONCE {
                failed.extend(playing.join_next().await.and_then(&mut take));
            }
            playing.spawn(async move {
                let name = script.file_name().unwrap_or_default().to_string_lossy();
                let played = again::play(&script, nth, engine).await;
                played.map_err(|error| format!("{name} on {engine:?}: {error:#}"))
            });
        }
        while let Some(played) = playing.join_next().await {
            failed.extend(take(played));
        }
        if engine == Engine::Sqlite && std::env::var_os("SCRIPT").is_none() {
            failed.extend(again::all_were_pressed(&pressed).err());
        }
        failed.sort();
        assert!(failed.is_empty(), "\n{}", failed.join("\n\n"));
    }
}

/// What went wrong with a script, if anything did.
fn outcome(played: Result<Result<(), String>, JoinError>) -> Option<String> {
    match played {
        Ok(Ok(())) => None,
        Ok(Err(wrong)) => Some(wrong),
        Err(panic) => Some(panic.to_string()),
    }
}

fn scripts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations");
    let only = std::env::var("SCRIPT").unwrap_or_default();
    let mut scripts: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the scripts' folder")
        .map(|entry| entry.expect("a script").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .filter(|path| path.to_string_lossy().contains(&only))
        .collect();
    scripts.sort();
    assert!(!scripts.is_empty(), "there are no scripts");
    scripts
}

/// The last lines, for whoever must see where a play stopped.
fn last(played: &[String]) -> String {
    played[played.len().saturating_sub(20)..].join("\n")
}

/// Plays a script and compares what is noticed with what it says, line by line.
async fn play(script: &Path, engine: Engine) -> anyhow::Result<()> {
    let written = std::fs::read_to_string(script)?;
    let mut head = Vec::new();
    let mut played: Vec<String> = Vec::new();
    let mut stage = None;
    let place = scratch(engine);
    for line in written.lines() {
        match parse_act(line).with_context(|| line.to_owned())? {
            Some(act) => {
                if stage.is_none() {
                    let setup = parse_setup(head.iter().copied())?;
                    stage = Some(Stage::set(place.settings.clone(), &setup).await?);
                }
                played.push(line.to_owned());
                let stage = stage.as_mut().context("the stage is set")?;
                let noticed = stage
                    .play(&act)
                    .await
                    .with_context(|| format!("after\n{}\n", last(&played)))?;
                played.extend(noticed);
            }
            None if stage.is_none() => {
                head.push(line);
                played.push(line.to_owned());
            }
            // Comments between the acts stay; everything else is what was noticed, and is noticed anew.
            None if line.starts_with('#') || line.is_empty() => played.push(line.to_owned()),
            None => {}
        }
    }
    stage.context("nothing is played")?.end().await?;
    let played = played.join("\n") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(script, &played)?;
        return Ok(());
    }
    if let Some((nth, (said, found))) = (1..)
        .zip(written.lines().zip(played.lines()))
        .find(|(_, (a, b))| a != b)
    {
        anyhow::bail!("line {nth}\n  written: {said}\n  played:  {found}");
    }
    anyhow::ensure!(
        written.lines().count() == played.lines().count(),
        "the script ends early or late; read the difference with UPDATE=1 and git diff"
    );
    Ok(())
}
