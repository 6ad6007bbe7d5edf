//! What is left of the days in the database and on the phones; held against another life and against the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, NaiveDate, Timelike as _, Utc};
use sqlx::Row as _;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::SqlitePoolOptions;
use uuid::Uuid;

use super::life::Life;

/// Hours, from and to, in which the bot may remind people of something, by their own clocks, which are three hours ahead.
const WAKING: (u32, u32) = (5, 17);
const A_DAY: usize = 3;
/// What reminders say, and nothing else says.
const REMINDERS: [&str; 4] = ["waiting for you.", "late.", "a week.", "How does it go"];

/// A thing that was told or missed: the rule, about what, which day of the plan, whom, which rung, how often before, on
/// which day, and which of both.
type Push = (
    String,
    Uuid,
    NaiveDate,
    Uuid,
    String,
    i64,
    NaiveDate,
    String,
);

/// All of it.
pub struct Told {
    pushes: BTreeSet<Push>,
    /// The reminders that told it, by person and moment.
    messages: BTreeSet<(i64, DateTime<Utc>, String)>,
    /// Reports and alerts, by case and day.
    kept: BTreeMap<(&'static str, Uuid, NaiveDate), u64>,
    /// Reminders that phones show, by person and day.
    shown: BTreeMap<(i64, NaiveDate), usize>,
}

const PUSHES: &str = "SELECT push.*, a.user_id FROM push
    JOIN account a ON a.person_id = push.person_id";
const REPORTS: &str = "SELECT case_id, sent_at FROM report";
const ALERTS: &str = "SELECT case_id, raised_at FROM alert";

/// The same on either engine.
macro_rules! read {
    ($pool:expr, $told:expr) => {
        for row in sqlx::query(PUSHES).fetch_all(&$pool).await.expect("pushes") {
            let at: DateTime<Utc> = row.get("at");
            $told.pushes.insert((
                row.get("rule"),
                row.get("subject_id"),
                row.get("due_on"),
                row.get("person_id"),
                row.get("rung"),
                row.get("nth"),
                at.date_naive(),
                row.get("fate"),
            ));
            if let Some(dedup) = row.get::<Option<String>, _>("dedup") {
                $told.messages.insert((row.get("user_id"), at, dedup));
            }
        }
        for (what, statement) in [("report", REPORTS), ("alert", ALERTS)] {
            for row in sqlx::query(statement).fetch_all(&$pool).await.expect(what) {
                let at: DateTime<Utc> = row.get(1);
                let key = (what, row.get(0), at.date_naive());
                *$told.kept.entry(key).or_default() += 1;
            }
        }
        $pool.close().await;
    };
}

impl Told {
    /// What a life has led to.
    pub async fn by(life: Life<'_>) -> Self {
        let mut told = Self {
            pushes: BTreeSet::new(),
            messages: BTreeSet::new(),
            kept: BTreeMap::new(),
            shown: BTreeMap::new(),
        };
        let url = life.town.database();
        if url.starts_with("sqlite:") {
            let pool = SqlitePoolOptions::new()
                .connect(&url)
                .await
                .expect("the file");
            read!(pool, told);
        } else {
            let pool = PgPoolOptions::new()
                .connect(&url)
                .await
                .expect("the server");
            read!(pool, told);
        }
        for user in life.town.users() {
            for message in life.of_bot(user) {
                let says = |words: &&str| message.text.contains(*words);
                if REMINDERS.iter().any(says) {
                    let key = (user, message.at.date_naive());
                    *told.shown.entry(key).or_default() += 1;
                }
            }
        }
        told
    }

    /// Days in which nothing happened would show nothing.
    pub fn is_lively(&self) {
        let kinds: BTreeSet<&str> = self.kept.keys().map(|(what, ..)| *what).collect();
        assert_eq!(kinds, BTreeSet::from(["alert", "report"]), "{self}");
        assert!(self.pushes.len() > self.missed(), "{self}");
    }

    fn missed(&self) -> usize {
        let missed = self.pushes.iter().filter(|push| push.7 == "missed");
        missed.count()
    }

    /// Nobody is told at night, or too often.
    pub fn keeps_the_rules(&self) {
        for (_, at, _) in &self.messages {
            assert!((WAKING.0..WAKING.1).contains(&at.hour()), "at {at}");
        }
        let most = self.sent().into_values().max().unwrap_or_default();
        assert!(most <= A_DAY, "{most} in a day");
    }

    /// Reminders by person and day.
    fn sent(&self) -> BTreeMap<(i64, NaiveDate), usize> {
        let mut messages: BTreeMap<(i64, NaiveDate), BTreeSet<&str>> = BTreeMap::new();
        for (user, at, dedup) in &self.messages {
            let of_day = messages.entry((*user, at.date_naive())).or_default();
            of_day.insert(dedup);
        }
        let count = |(day, messages): (_, BTreeSet<&str>)| (day, messages.len());
        messages.into_iter().map(count).collect()
    }

    /// Reminders that no phone shows, because its person had blocked the bot.
    fn unseen(&self) -> BTreeMap<(i64, NaiveDate), usize> {
        let sent = self.sent().into_iter();
        let unseen = sent.map(|(day, sent)| {
            let shown = self.shown.get(&day).copied().unwrap_or_default();
            (day, sent.saturating_sub(shown))
        });
        unseen.filter(|(_, unseen)| *unseen > 0).collect()
    }

    pub fn is_the_same_as(&self, expected: &Self) {
        self.keeps_the_rules();
        let besides = |one: &Self, other: &Self| -> Vec<String> {
            let pushes = one.pushes.difference(&other.pushes);
            let kept = one.kept.iter();
            let kept = kept.filter(|(what, times)| other.kept.get(what) != Some(times));
            let kept = kept.map(|kept| format!("{kept:?}"));
            kept.chain(pushes.map(|push| format!("{push:?}"))).collect()
        };
        let (lost, besides) = (besides(expected, self), besides(self, expected));
        assert!(
            lost.is_empty() && besides.is_empty(),
            "lost {lost:#?}, besides {besides:#?}"
        );
        let (unseen, expected) = (self.unseen(), expected.unseen());
        for (day, count) in unseen {
            let usual = expected.get(&day).copied().unwrap_or_default();
            assert!(
                count <= usual,
                "{day:?}: {count} reminders are on no phone, not {usual}"
            );
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: usize = self.shown.values().sum();
        let kept: u64 = self.kept.values().sum();
        write!(
            f,
            "{} told and {} missed in {} messages, {kept} reports and alerts, {shown} shown",
            self.pushes.len() - self.missed(),
            self.missed(),
            self.messages.len()
        )
    }
}
