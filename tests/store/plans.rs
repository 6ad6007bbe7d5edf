//! What the clock's loop asks again and again is looked up in an index, however much is open.

use chrono::TimeDelta;
use kinkeeper::core::world::Need;

use crate::places::places;
use crate::programme::{Fixture, GRACE, noon};

/// As many open obligations as let PostgreSQL prefer its index; SQLite always does.
const SQLITE: &[&str] = &[
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
     INSERT INTO obligation
        (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
     SELECT randomblob(16), 'promise', randomblob(16), (SELECT id FROM cases LIMIT 1), 'low',
        '2026-09-01', '2026-09-02', '2026-09-03', '{\"because\":\"promised\"}' FROM n",
    "INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at)
     SELECT o.id, p.id, 'assigned', 'today', o.due_on, '2026-09-02T08:00:00.000000+00:00'
     FROM obligation o JOIN person p WHERE o.rule = 'promise'",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
     INSERT INTO draft (id, person_id, case_id, form_id, turn, state, opened_at, touched_at, due_at)
     SELECT randomblob(16), p.id, c.id, f.id, 0, 'filed', '2026-02-02', '2026-02-02', NULL
     FROM n, (SELECT id FROM person LIMIT 1) p, (SELECT id FROM cases LIMIT 1) c,
        (SELECT id FROM form_version LIMIT 1) f",
];
const POSTGRES: &[&str] = &[
    "INSERT INTO obligation
        (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
     SELECT gen_random_uuid(), 'promise', gen_random_uuid(), (SELECT id FROM cases LIMIT 1), 'low',
        '2026-09-01', '2026-09-02', '2026-09-03', '{\"because\":\"promised\"}'
     FROM generate_series(1, 20000)",
    "INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at)
     SELECT o.id, p.id, 'assigned', 'today', o.due_on, '2026-09-02T08:00:00Z'
     FROM obligation o CROSS JOIN person p WHERE o.rule = 'promise'",
    "INSERT INTO draft (id, person_id, case_id, form_id, turn, state, opened_at, touched_at, due_at)
     SELECT gen_random_uuid(), p.id, c.id, f.id, 0, 'filed', '2026-02-02', '2026-02-02', NULL
     FROM generate_series(1, 20000), (SELECT id FROM person LIMIT 1) p,
        (SELECT id FROM cases LIMIT 1) c, (SELECT id FROM form_version LIMIT 1) f",
    "ANALYZE",
];
/// What an engine says of a statement that reads all of a table that grows.
const READS_ALL: &[&str] = &[
    "SCAN draft",
    "SCAN d",
    "SCAN reminder",
    "SCAN w",
    "SCAN o",
    "Seq Scan on draft",
    "Seq Scan on reminder",
    "Seq Scan on obligation",
];

/// Many cases of another team, with what is due of them and was never told.
const OTHERS_SQLITE: &[&str] = &[
    "INSERT INTO team (id, name) VALUES (randomblob(16), 'Another')",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
     INSERT INTO cases (id, code, key, risk, stage, team_id, zone, opened_on)
     SELECT randomblob(16), 'C' || n.i, c.key, c.risk, c.stage, t.id, c.zone, c.opened_on
     FROM n, (SELECT * FROM cases LIMIT 1) c, team t WHERE t.name = 'Another'",
    "INSERT INTO obligation
        (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
     SELECT randomblob(16), r.rule, randomblob(16), c.id, 'low', '2026-02-01', '2026-02-02',
        '2026-02-03', '{\"because\":\"promised\"}'
     FROM cases c, (SELECT 'review' AS rule UNION SELECT 'follow_up' UNION SELECT 'promise'
        UNION SELECT 'document' UNION SELECT 'aftercare') r WHERE c.code LIKE 'C%'",
    "INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at)
     SELECT o.id, p.id, 'assigned', NULL, NULL, NULL FROM obligation o, (SELECT id FROM person LIMIT 1) p
     WHERE o.due_on = '2026-02-02'",
    "INSERT INTO push (rule, subject_id, due_on, person_id, rung, nth, obligation_id, at, fate)
     SELECT o.rule, o.subject_id, o.due_on, w.person_id, 'today', 0, o.id, '2026-02-02', 'missed'
     FROM obligation o JOIN reminder w ON w.obligation_id = o.id WHERE o.due_on = '2026-02-02'",
];
const OTHERS_POSTGRES: &[&str] = &[
    "INSERT INTO team (id, name) VALUES (gen_random_uuid(), 'Another')",
    "INSERT INTO cases (id, code, key, risk, stage, team_id, zone, opened_on)
     SELECT gen_random_uuid(), 'C' || n.i, c.key, c.risk, c.stage, t.id, c.zone, c.opened_on
     FROM generate_series(1, 20000) n(i), (SELECT * FROM cases LIMIT 1) c, team t
     WHERE t.name = 'Another'",
    "INSERT INTO obligation
        (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
     SELECT gen_random_uuid(), r.rule, gen_random_uuid(), c.id, 'low', '2026-02-01', '2026-02-02',
        '2026-02-03', '{\"because\":\"promised\"}'
     FROM cases c, (VALUES ('review'), ('follow_up'), ('promise'), ('document'), ('aftercare')) r(rule)
     WHERE c.code LIKE 'C%'",
    "INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at)
     SELECT o.id, p.id, 'assigned', NULL, NULL, NULL FROM obligation o, (SELECT id FROM person LIMIT 1) p
     WHERE o.due_on = '2026-02-02'",
    "INSERT INTO push (rule, subject_id, due_on, person_id, rung, nth, obligation_id, at, fate)
     SELECT o.rule, o.subject_id, o.due_on, w.person_id, 'today', 0, o.id, '2026-02-02', 'missed'
     FROM obligation o JOIN reminder w ON w.obligation_id = o.id WHERE o.due_on = '2026-02-02'",
    "ANALYZE",
];
/// Many visits of other families, with what was heard of them and how they called; of an empty table PostgreSQL reads
/// all, whatever its index.
const REPORTS_SQLITE: &[&str] = &[
    OTHERS_SQLITE[0],
    OTHERS_SQLITE[1],
    "INSERT INTO draft (id, person_id, case_id, form_id, turn, state, opened_at, touched_at, due_at)
     SELECT randomblob(16), p.id, c.id, f.id, 0, 'filed', '2026-02-02', '2026-02-02', NULL
     FROM cases c, (SELECT id FROM person LIMIT 1) p, (SELECT id FROM form_version LIMIT 1) f
     WHERE c.code LIKE 'C%'",
    "INSERT INTO report (id, draft_id, person_id, case_id, form_id, language, opened_at, sent_at,
        open_answers, sealed_answers, answers, brought)
     SELECT randomblob(16), d.id, d.person_id, d.case_id, d.form_id, 'en', d.opened_at, d.touched_at,
        '{}', x'00', x'00', x'00' FROM draft d WHERE d.state = 'filed'",
    "INSERT INTO visit (report_id, outcome, happened_on, seen, worries)
     SELECT id, 'happened', '2026-02-02', '[]', '[]' FROM report",
    "INSERT INTO fact (report_id, field, instance, case_id, value)
     SELECT id, 'outreach.result', 0, case_id, 'met' FROM report",
    "INSERT INTO alert (id, case_id, team_id, raised_by, raised_in, origin, draft_id, raised_at)
     SELECT randomblob(16), r.case_id, c.team_id, r.person_id, 1, 'family', NULL, r.sent_at
     FROM report r JOIN cases c ON c.id = r.case_id",
];
const REPORTS_POSTGRES: &[&str] = &[
    OTHERS_POSTGRES[0],
    OTHERS_POSTGRES[1],
    "INSERT INTO draft (id, person_id, case_id, form_id, turn, state, opened_at, touched_at, due_at)
     SELECT gen_random_uuid(), p.id, c.id, f.id, 0, 'filed', '2026-02-02', '2026-02-02', NULL
     FROM cases c, (SELECT id FROM person LIMIT 1) p, (SELECT id FROM form_version LIMIT 1) f
     WHERE c.code LIKE 'C%'",
    "INSERT INTO report (id, draft_id, person_id, case_id, form_id, language, opened_at, sent_at,
        open_answers, sealed_answers, answers, brought)
     SELECT gen_random_uuid(), d.id, d.person_id, d.case_id, d.form_id, 'en', d.opened_at,
        d.touched_at, '{}', '\\x00', '\\x00', '\\x00' FROM draft d WHERE d.state = 'filed'",
    "INSERT INTO visit (report_id, outcome, happened_on, seen, worries)
     SELECT id, 'happened', '2026-02-02', '[]', '[]' FROM report",
    "INSERT INTO fact (report_id, field, instance, case_id, value)
     SELECT id, 'outreach.result', 0, case_id, 'met' FROM report",
    "INSERT INTO alert (id, case_id, team_id, raised_by, raised_in, origin, draft_id, raised_at)
     SELECT gen_random_uuid(), r.case_id, c.team_id, r.person_id, 1, 'family', NULL, r.sent_at
     FROM report r JOIN cases c ON c.id = r.case_id",
    "ANALYZE",
];
/// What an engine says of a statement that reads reports of other cases.
const READS_REPORTS: &[&str] = &[
    "SCAN r",
    "SCAN v",
    "SCAN f",
    "SCAN a",
    "Seq Scan on report",
    "Seq Scan on visit",
    "Seq Scan on fact",
    "Seq Scan on alert",
];
/// What an engine says of a list that reads more than its team's.
const READS_OTHERS: &[&str] = &[
    "SCAN o",
    "SCAN w",
    "SCAN b",
    "SCAN r",
    "SCAN c",
    "SCAN f",
    "Seq Scan on obligation",
    "Seq Scan on reminder",
    "Seq Scan on push",
    "Seq Scan on cases",
];

#[tokio::test]
async fn the_list_of_what_is_late_in_a_team_reads_nothing_of_the_others() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        fixture.reckon().await;
        let filled = place.meddle(match place.is_sqlite() {
            true => OTHERS_SQLITE,
            false => OTHERS_POSTGRES,
        });
        filled.await.unwrap();
        let (grace, team) = (fixture.grace, fixture.team);
        let leading = fixture.look(GRACE, &[Need::Late(team)]).await.leading;
        let [thing] = leading.late.as_slice() else {
            panic!("{:?}", leading.late);
        };
        assert_eq!(thing.case.id, fixture.case);
        assert_eq!(thing.with[0].person, fixture.amina);
        let plans = fixture.store.plans_of_list(grace, team, thing.id, noon());
        let plans = plans.await.unwrap();
        assert_eq!(plans.len(), 4);
        for (statement, plan) in plans {
            let mut lines = plan.lines();
            let more = lines.find(|line| READS_OTHERS.iter().any(|word| line.contains(word)));
            assert_eq!(more, None, "{statement}\n{plan}");
        }
    }
}

#[tokio::test]
async fn finding_what_is_due_reads_an_index_and_not_what_is_open() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        fixture.reckon().await;
        let filled = place.meddle(if place.is_sqlite() { SQLITE } else { POSTGRES });
        filled.await.unwrap();
        let soon = noon() + TimeDelta::hours(1);
        let plans = fixture.store.plans(fixture.amina, soon).await.unwrap();
        assert_eq!(plans.len(), 5);
        for (statement, plan) in plans {
            let mut lines = plan.lines();
            let all = lines.find(|line| READS_ALL.iter().any(|word| line.contains(word)));
            assert_eq!(all, None, "{statement}\n{plan}");
        }
    }
}

#[tokio::test]
async fn when_a_family_was_last_met_is_read_from_the_reports_of_its_case() {
    for place in places().await {
        let fixture = Fixture::new(place.open().await).await;
        let filled = place.meddle(match place.is_sqlite() {
            true => REPORTS_SQLITE,
            false => REPORTS_POSTGRES,
        });
        filled.await.unwrap();
        let plans = fixture.store.plans_of_case(fixture.case).await.unwrap();
        assert!(!plans.is_empty());
        for (statement, plan) in plans {
            let mut lines = plan.lines();
            let more = lines.find(|line| READS_REPORTS.iter().any(|word| line.contains(word)));
            assert_eq!(more, None, "{statement}\n{plan}");
        }
    }
}
