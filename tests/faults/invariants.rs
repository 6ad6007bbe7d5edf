//! What must hold after the last kill, I1 to I9 of the design: phones and database come in, counts go out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, Utc};
use kinkeeper::app;
use kinkeeper::config::Settings;
use kinkeeper::core::id::{DraftId, ReportId};
use kinkeeper::core::report::ReportState;
use kinkeeper::store::output::{Page, ReportRow};

use super::answers::differences;
use super::process::Home;
use super::records::Records;
use super::town::Town;
use super::volunteer::Volunteer;

/// What a run has seen.
pub struct Found {
    updates: i64,
    sent: usize,
    receipts: usize,
    repeated: usize,
    without_receipt: usize,
    alerts: usize,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            updates,
            sent,
            receipts,
            repeated,
            without_receipt,
            alerts,
        } = self;
        write!(
            f,
            "{updates} updates handled, {sent} reports sent, 0 lost, 0 doubled, order kept, {receipts} receipts shown \
             and {repeated} shown again, {without_receipt} reports without one, {alerts} alerts"
        )
    }
}

/// Checks everything.
///
/// # Panics
/// Names the invariant that does not hold.
pub async fn check(town: &Town, home: &Home, records: &Records, settings: &Settings) -> Found {
    queues_are_empty(records).await;
    let done = "SELECT COUNT(*) FROM inbox WHERE state = 'done'";
    let updates = records.count(done).await;
    assert_eq!(
        updates,
        town.acts(),
        "I4: updates handled, and acts of people"
    );
    assert!(
        !home.said().contains("panicked"),
        "a process panicked: {}",
        home.said()
    );
    let reports = reports(settings).await;
    let exported = export(home);
    assert_eq!(
        exported.len(),
        reports.len(),
        "I2: the export has a report twice, or not at all"
    );

    let mut all_sent = BTreeSet::new();
    for volunteer in &town.volunteers {
        held_against_the_ledger(volunteer, &reports);
        all_sent.extend(volunteer.ledger.sent.iter().map(|(draft, _)| *draft));
    }
    for report in reports.values() {
        assert!(
            all_sent.contains(&report.draft),
            "I2: report {} was sent by nobody",
            report.id
        );
        assert_eq!(
            report.state,
            ReportState::Sent,
            "I1: report {} does not count",
            report.id
        );
    }
    dangers_were_heard(town, records).await;
    nobody_was_sent_what_is_not_theirs(town);
    home.done(&["check"]);

    let stale: usize = town
        .volunteers
        .iter()
        .map(|volunteer| volunteer.stale)
        .sum();
    // Two processes on PostgreSQL may each have a message to one chat under way.
    if let Records::Sqlite(_) = records {
        assert_eq!(stale, 0, "I3: screens shown after newer ones");
    }
    let ledgers = || town.volunteers.iter().map(|volunteer| &volunteer.ledger);
    let receipts = || ledgers().flat_map(|ledger| &ledger.receipts);
    let shown: BTreeSet<ReportId> = receipts().map(|receipt| receipt.report).collect();
    let without_receipt = reports
        .keys()
        .filter(|report| !shown.contains(report))
        .count();
    let given_up = records
        .count("SELECT COUNT(*) FROM outbox WHERE purpose = 'receipt' AND state = 'failed'")
        .await;
    assert!(
        i64::try_from(without_receipt).is_ok_and(|missing| missing <= given_up),
        "I1: {without_receipt} reports have no receipt, and {given_up} receipts were given up"
    );
    Found {
        updates,
        sent: all_sent.len(),
        receipts: shown.len(),
        repeated: receipts().count() - shown.len(),
        without_receipt,
        alerts: ledgers().map(|ledger| ledger.dangers.len()).sum(),
    }
}

/// I4, I5.
async fn queues_are_empty(records: &Records) {
    for (invariant, sql) in [
        (
            "I4: updates open",
            "SELECT COUNT(*) FROM inbox WHERE state = 'open'",
        ),
        (
            "I4: updates given up",
            "SELECT COUNT(*) FROM inbox WHERE state = 'dead'",
        ),
        (
            "I5: messages pending",
            "SELECT COUNT(*) FROM outbox WHERE state = 'pending'",
        ),
        (
            "I5: messages still being sent",
            "SELECT COUNT(*) FROM outbox WHERE state = 'sending'",
        ),
        (
            "messages refused",
            "SELECT COUNT(*) FROM outbox WHERE error = 'refused' OR error = 'closed'",
        ),
    ] {
        assert_eq!(records.count(sql).await, 0, "{invariant}");
    }
}

/// I1, I2, I3: what one volunteer did and saw is in the database, once and in order.
fn held_against_the_ledger(volunteer: &Volunteer, reports: &BTreeMap<ReportId, ReportRow>) {
    let ledger = &volunteer.ledger;
    let story = || {
        format!(
            "\nof {}:\n{}",
            volunteer.phone.user,
            ledger.story.join("\n")
        )
    };
    let sent: BTreeSet<DraftId> = ledger.sent.iter().map(|(draft, _)| *draft).collect();
    let mut own: Vec<&ReportRow> = reports
        .values()
        .filter(|report| sent.contains(&report.draft))
        .collect();
    own.sort_by_key(|report| (report.sent_at, report.id));
    let in_order: Vec<DraftId> = own.iter().map(|report| report.draft).collect();
    for (draft, answers) in &ledger.sent {
        let grown: Vec<&&ReportRow> = own.iter().filter(|report| report.draft == *draft).collect();
        let [report] = grown.as_slice() else {
            panic!(
                "I1, I2: conversation {draft} has {} reports{}",
                grown.len(),
                story()
            );
        };
        let differences = differences(answers, report);
        assert!(
            differences.is_empty(),
            "I1, I3: report {} of conversation {draft}: {differences:?}{}",
            report.id,
            story()
        );
    }
    let as_sent: Vec<DraftId> = ledger.sent.iter().map(|(draft, _)| *draft).collect();
    assert!(
        in_order == as_sent,
        "I3: reports {in_order:?}, sent {as_sent:?}{}",
        story()
    );
    let mut last = None;
    for receipt in &ledger.receipts {
        let place = own.iter().position(|report| report.id == receipt.report);
        assert!(
            place.is_some(),
            "I1: the receipt of report {} was shown, but it is lost{}",
            receipt.report,
            story()
        );
        let code = place
            .map(|place| own[place].code.to_string())
            .unwrap_or_default();
        assert!(
            receipt.text.contains(&code),
            "I1: a receipt of {code} says {:?}",
            receipt.text
        );
        if !receipt.repeated {
            assert!(
                place > last,
                "I3: the receipt of {} came late or twice{}",
                receipt.report,
                story()
            );
            last = place;
        }
    }
}

/// I6: every danger answer raised one alert, of which the supervisor has heard, and which she has taken.
async fn dangers_were_heard(town: &Town, records: &Records) {
    let ledgers = town.volunteers.iter().map(|volunteer| &volunteer.ledger);
    let mut told: Vec<_> = ledgers
        .flat_map(|ledger| &ledger.dangers)
        .map(|draft| draft.0)
        .collect();
    let mut raised = records.ids("SELECT draft_id FROM alert").await;
    told.sort_unstable();
    raised.sort_unstable();
    assert_eq!(told, raised, "I6: dangers that were told, and alerts");
    for alert in records.ids("SELECT id FROM alert").await {
        let told = town.supervisor.told.iter().any(|told| told.0 == alert);
        assert!(told, "I6: the supervisor never heard of alert {alert}");
    }
    let open = records
        .ids("SELECT id FROM alert WHERE state = 'open'")
        .await;
    assert!(
        open.is_empty(),
        "I6: alerts {open:?} were taken, but are open"
    );
    // A message in doubt is not repeated once somebody has the alert: then it has been read.
    let unsent = "SELECT COUNT(*) FROM alert a WHERE NOT EXISTS
        (SELECT 1 FROM outbox o WHERE o.alert_id = a.id
            AND (o.state = 'sent' OR (o.state = 'withdrawn' AND o.repeats > 0)))";
    assert_eq!(
        records.count(unsent).await,
        0,
        "I6: alerts of which no message was sent"
    );
}

/// I8: phones show only the codes of their owners' cases; whoever has not agreed is only asked to.
fn nobody_was_sent_what_is_not_theirs(town: &Town) {
    let codes = Town::all_codes();
    let foreign = |phone: &super::phone::Phone, own: &[String]| {
        let others = codes.iter().filter(|code| !own.contains(code));
        let others: Vec<&String> = others.collect();
        for message in phone.everything() {
            let buttons = message
                .buttons
                .iter()
                .flatten()
                .map(|button| button.text.as_str());
            for words in buttons.chain([message.text.as_str()]) {
                let found = others.iter().find(|code| words.contains(code.as_str()));
                assert!(
                    found.is_none(),
                    "I8: the phone of {} shows {found:?}",
                    phone.user
                );
            }
        }
    };
    for (nth, volunteer) in town.volunteers.iter().enumerate() {
        foreign(&volunteer.phone, &Town::codes_of(nth));
    }
    foreign(&town.silent, &[]);
    foreign(&town.stranger.phone, &[]);
    assert!(
        town.stranger.told.is_empty(),
        "I8: another team's supervisor heard of a danger"
    );
}

async fn reports(settings: &Settings) -> BTreeMap<ReportId, ReportRow> {
    let store = app::open_store(settings).await.expect("the database opens");
    let mut page = Page {
        since: DateTime::<Utc>::UNIX_EPOCH,
        after: None,
        limit: 500,
        sealed: true,
    };
    let mut reports = BTreeMap::new();
    loop {
        let rows = store.reports(&page).await.expect("reports can be read");
        let Some(last) = rows.last() else { break };
        page.after = Some((last.sent_at, last.id));
        for row in rows {
            let twice = reports.insert(row.id, row);
            assert!(twice.is_none(), "I2: a report is in the database twice");
        }
    }
    store.close().await;
    reports
}

/// The ids of the reports as a person exports them.
fn export(home: &Home) -> BTreeSet<String> {
    let csv = home.done(&["export", "reports"]);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let ids: Vec<String> = rows
        .records()
        .map(|row| row.expect("the export is CSV")[0].to_owned())
        .collect();
    let once: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(ids.len(), once.len(), "I2: the export has a report twice");
    once
}
