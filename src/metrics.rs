//! Counts of what the running process did, in Prometheus' text format; ids and contents never get here.

use std::sync::Arc;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

/// The counters; clones count together.
#[derive(Clone, Debug)]
pub struct Metrics {
    registry: Arc<Registry>,
    /// Updates stored.
    pub received: Counter,
    /// Events decided and committed.
    pub handled: Counter,
    /// Updates that failed and will be tried again.
    pub failed: Counter,
    /// Updates given up; each needs a person to look.
    pub dead: Counter,
    /// Messages sent.
    pub sent: Counter,
    /// Messages that Telegram refused for good.
    pub refused: Counter,
    /// Calls that did not reach Telegram.
    pub unreached: Counter,
    /// Reminders that had become of no use before they could be told.
    pub missed: Counter,
    /// Chats that went on under another number.
    pub chats_moved: Counter,
    /// Times that the clock was set, or stood still while the machine slept.
    pub clock_jumps: Counter,
    /// Calls about dangers that left by e-mail or webhook.
    pub second_sent: Counter,
    /// Tries of such calls that failed.
    pub second_failed: Counter,
    /// Age of the oldest unhandled update, in seconds.
    pub inbox_age: Gauge,
    /// Age of the oldest unsent message, in seconds.
    pub outbox_age: Gauge,
    /// Reminders whose hour has come and that nobody was told.
    pub reminders_late: Gauge,
    /// For how long the oldest of them waits, in seconds.
    pub oldest_reminder: Gauge,
    /// People who blocked the bot, or whom Telegram does not reach.
    pub unreachable: Gauge,
    /// Alerts that nobody has taken.
    pub open_alerts: Gauge,
    /// Age of the oldest of them, in seconds.
    pub oldest_alert: Gauge,
    /// Rounds in which people were called about the one that was called about most.
    pub danger_rounds: Gauge,
    /// Calls about dangers that have not left.
    pub danger_unsent: Gauge,
    /// Invitations within the last hour that do not exist.
    pub wrong_invitations: Gauge,
    /// 1 if the last call reached Telegram, else 0.
    pub telegram_reached: Gauge,
}

impl Metrics {
    /// All counters at zero.
    #[must_use]
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("kinkeeper");
        let mut counter = |name: &str, help: &str| {
            let counter = Counter::default();
            registry.register(name, help, counter.clone());
            counter
        };
        let received = counter("updates_received", "Updates stored");
        let handled = counter("updates_handled", "Events decided and committed");
        let failed = counter("updates_failed", "Updates that failed and are tried again");
        let dead = counter("updates_dead", "Updates given up; look at each");
        let sent = counter("messages_sent", "Messages sent");
        let refused = counter(
            "messages_refused",
            "Messages that Telegram refused for good",
        );
        let unreached = counter("telegram_unreached", "Calls that did not reach Telegram");
        let missed = counter(
            "reminders_missed",
            "Reminders that had become of no use before they could be told",
        );
        let chats_moved = counter("chats_moved", "Chats that went on under another number");
        let clock_jumps = counter("clock_jumps", "Times that the clock was set");
        let second_sent = counter(
            "second_channel_sent",
            "Calls about dangers that left by e-mail or webhook",
        );
        let second_failed = counter("second_channel_failures", "Tries of such calls that failed");
        let mut gauge = |name: &str, help: &str| {
            let gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let inbox_age = gauge("inbox_oldest_seconds", "Age of the oldest unhandled update");
        let outbox_age = gauge("outbox_oldest_seconds", "Age of the oldest unsent message");
        let reminders_late = gauge(
            "reminders_late",
            "Reminders whose hour has come and that nobody was told",
        );
        let oldest_reminder = gauge(
            "reminders_late_oldest_seconds",
            "For how long the oldest of them waits",
        );
        let unreachable = gauge(
            "people_unreachable",
            "People who blocked the bot, or whom Telegram does not reach",
        );
        let open_alerts = gauge("alerts_open", "Alerts that nobody has taken");
        let oldest_alert = gauge(
            "alerts_open_oldest_seconds",
            "Age of the oldest alert that nobody has taken",
        );
        let danger_rounds = gauge(
            "danger_rounds",
            "Rounds of calls about the alert that nobody has taken and that was called about most",
        );
        let danger_unsent = gauge("danger_unsent", "Calls about dangers that have not left");
        let wrong_invitations = gauge(
            "invitations_wrong",
            "Invitations within the last hour that do not exist",
        );
        let telegram_reached = gauge("telegram_reached", "1 if the last call reached Telegram");
        telegram_reached.set(1);
        Self {
            registry: Arc::new(registry),
            received,
            handled,
            failed,
            dead,
            sent,
            refused,
            unreached,
            missed,
            chats_moved,
            clock_jumps,
            second_sent,
            second_failed,
            inbox_age,
            outbox_age,
            reminders_late,
            oldest_reminder,
            unreachable,
            open_alerts,
            oldest_alert,
            danger_rounds,
            danger_unsent,
            wrong_invitations,
            telegram_reached,
        }
    }

    /// The counters as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}
