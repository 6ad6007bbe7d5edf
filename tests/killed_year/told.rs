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
/// How messages begin that come unasked; what a screen showed on the way to the next one does not matter.
const UNASKED: [&str; 2] = ["🔔", "⏰"];

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
    messages: BTreeSet<(Uuid, DateTime<Utc>, String)>,
    /// Reports and alerts, by case and day.
    kept: BTreeMap<(&'static str, Uuid, NaiveDate), u64>,
    /// What phones show that came unasked, by person, day and words; how often.
    shown: BTreeMap<(i64, NaiveDate, String), u64>,
}

const PUSHES: &str =
    "SELECT rule, subject_id, due_on, person_id, rung, nth, at, fate, dedup FROM push";
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
                $told.messages.insert((row.get("person_id"), at, dedup));
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
                if UNASKED.iter().any(|sign| message.text.starts_with(sign)) {
                    // What was in doubt comes again with a line that says so.
                    let says = message.text.lines().next().unwrap_or_default();
                    let key = (user, message.at.date_naive(), says.to_owned());
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
        let mut of_day: BTreeMap<(Uuid, NaiveDate), BTreeSet<&str>> = BTreeMap::new();
        for (person, at, dedup) in &self.messages {
            assert!((WAKING.0..WAKING.1).contains(&at.hour()), "at {at}");
            of_day
                .entry((*person, at.date_naive()))
                .or_default()
                .insert(dedup);
        }
        let most = of_day.values().map(BTreeSet::len).max().unwrap_or_default();
        assert!(most <= A_DAY, "{most} in a day");
    }

    pub fn is_the_same_as(&self, expected: &Self) {
        self.keeps_the_rules();
        let lost: Vec<_> = expected.pushes.difference(&self.pushes).collect();
        let besides: Vec<_> = self.pushes.difference(&expected.pushes).collect();
        assert!(
            lost.is_empty() && besides.is_empty(),
            "lost {lost:#?}, besides {besides:#?}"
        );
        let kept = |one: &Self, other: &Self| -> Vec<String> {
            let differing = one
                .kept
                .iter()
                .filter(|(what, times)| other.kept.get(what) != Some(times));
            differing.map(|kept| format!("{kept:?}")).collect()
        };
        let (lost, besides) = (kept(expected, self), kept(self, expected));
        assert!(
            lost.is_empty() && besides.is_empty(),
            "lost {lost:#?}, besides {besides:#?}"
        );
        for (message, times) in &expected.shown {
            let shown = self.shown.get(message).copied().unwrap_or_default();
            assert!(
                shown >= *times,
                "{message:?} is shown {shown} times, not {times}"
            );
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: u64 = self.shown.values().sum();
        let kept: u64 = self.kept.values().sum();
        write!(
            f,
            "{} told and {} missed in {} messages, {kept} reports and alerts, {shown} messages shown",
            self.pushes.len() - self.missed(),
            self.missed(),
            self.messages.len()
        )
    }
}
