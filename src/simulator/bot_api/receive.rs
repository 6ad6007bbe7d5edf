//! How a bot gets its updates: long polling with offsets, or a webhook, never both.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Params, Refusal};
use crate::simulator::{Simulator, updates::WaitingUpdate, webhook::Webhook, world::World};

/// The longest that one poll may wait.
const LONGEST_POLL_SECONDS: i64 = 50;

/// getUpdates: a JSON array's text; None when Telegram goes down while the poll waits.
pub(super) async fn get_updates(
    simulator: &Simulator,
    params: &Params,
) -> Option<Result<String, Refusal>> {
    let limit =
        usize::try_from(params.integer("limit").unwrap_or(100).clamp(1, 100)).unwrap_or(100);
    let seconds = params
        .integer("timeout")
        .unwrap_or(0)
        .clamp(0, LONGEST_POLL_SECONDS);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(seconds.unsigned_abs());
    let begun = simulator.change(|world| begin_poll(world, params));
    let turn = match begun {
        Ok(turn) => turn,
        Err(refusal) => return Some(Err(refusal)),
    };
    loop {
        let news = simulator.news();
        tokio::pin!(news);
        // Enabled before looking, so that what arrives in between wakes us.
        news.as_mut().enable();
        let over = tokio::time::Instant::now() >= deadline;
        match simulator.change(|world| look(world, turn, limit, over)) {
            Look::Nothing => {}
            Look::Down => return None,
            Look::Ended(refusal) => return Some(Err(refusal)),
            Look::Batch(batch) => return Some(Ok(batch)),
        }
        tokio::select! {
            () = news => {}
            () = tokio::time::sleep_until(deadline) => {}
        }
    }
}

enum Look {
    Nothing,
    Down,
    Ended(Refusal),
    /// A JSON array, each update as it was queued.
    Batch(String),
}

fn begin_poll(world: &mut World, params: &Params) -> Result<u64, Refusal> {
    if world.webhook.is_some() {
        return Err(Refusal::conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        ));
    }
    remember_allowed(world, params)?;
    let now = world.now();
    world
        .updates
        .confirm(params.integer("offset").unwrap_or(0), now);
    world.receiver += 1;
    world.stirred = true;
    Ok(world.receiver)
}

fn look(world: &mut World, turn: u64, limit: usize, over: bool) -> Look {
    if world.faults.get().outage {
        return Look::Down;
    }
    if world.webhook.is_some() {
        return Look::Ended(Refusal::conflict("terminated by setWebhook request"));
    }
    if world.receiver != turn {
        return Look::Ended(Refusal::conflict(
            "terminated by other getUpdates request; make sure that only one bot instance is running",
        ));
    }
    let now = world.now();
    world.updates.forget_old(now);
    let batch = world.updates.batch(limit);
    if batch.is_empty() && !over {
        return Look::Nothing;
    }
    let batch = with_faults(world, batch, limit);
    let bodies: Vec<&str> = batch.iter().map(|update| update.body.as_str()).collect();
    Look::Batch(format!("[{}]", bodies.join(",")))
}

fn with_faults(
    world: &mut World,
    mut batch: Vec<WaitingUpdate>,
    limit: usize,
) -> Vec<WaitingUpdate> {
    if world.faults.get().duplicate_updates && !batch.is_empty() {
        let before = world.updates.swap_last_batch(batch.clone());
        let twice = before.into_iter().chain(
            batch
                .iter()
                .flat_map(|update| [update.clone(), update.clone()]),
        );
        batch = twice.take(limit.max(2)).collect();
    }
    if world.faults.get().shuffle_updates {
        world.faults.shuffle(&mut batch);
    }
    batch
}

fn remember_allowed(world: &mut World, params: &Params) -> Result<(), Refusal> {
    let refusal = "can't parse allowed updates JSON object: expected an Array of Strings";
    if let Some(kinds) = params.array("allowed_updates", refusal)? {
        let kinds = kinds
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        world.updates.allow(kinds);
    }
    Ok(())
}

pub(super) fn set_webhook(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    let Some(url) = params.text("url") else {
        return delete_webhook(world, params);
    };
    // The real server wants https; a simulator on loopback has no certificates.
    let webhook = Webhook::read(url, params)?;
    remember_allowed(world, params)?;
    drop_pending(world, params);
    world.webhook = Some(webhook);
    world.receiver += 1;
    world.stirred = true;
    Ok(json!(true))
}

pub(super) fn delete_webhook(world: &mut World, params: &Params) -> Result<Value, Refusal> {
    drop_pending(world, params);
    world.webhook = None;
    world.receiver += 1;
    world.stirred = true;
    Ok(json!(true))
}

fn drop_pending(world: &mut World, params: &Params) {
    if params.flag("drop_pending_updates") {
        world.updates.clear();
    }
}

pub(super) fn get_webhook_info(world: &mut World, _: &Params) -> Result<Value, Refusal> {
    let now = world.now();
    world.updates.forget_old(now);
    let mut info = json!({"url": "", "has_custom_certificate": false, "pending_update_count": world.updates.len()});
    if let Some(webhook) = &world.webhook {
        webhook.describe(&mut info);
    }
    if let Some(allowed) = world.updates.allowed() {
        info["allowed_updates"] = json!(allowed);
    }
    Ok(info)
}
