//! What the clock's loop asks again and again is looked up in an index, however much is open.

use chrono::TimeDelta;

use crate::places::places;
use crate::programme::{Fixture, noon};

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
