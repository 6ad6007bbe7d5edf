-- A family that nobody has met for too long is a thing that is due.

-- SQLite cannot change a column, so the table is made anew. Dropping it takes with it who is told of what, which comes back as
-- it was.
CREATE TEMP TABLE obligation_before AS SELECT * FROM obligation;
CREATE TEMP TABLE reminder_before AS SELECT * FROM reminder;
DELETE FROM reminder;
DROP TABLE obligation;
-- What is due of cases, reckoned from their records with every change of them; what is done or over has no row.
CREATE TABLE obligation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which; another day of the plan is another one
    rule TEXT NOT NULL CHECK (rule IN ('visit', 'review', 'follow_up', 'promise', 'decide', 'answer', 'aftercare', 'document', 'quiet')), -- what kind of thing
    subject_id BLOB NOT NULL CHECK (length(subject_id) = 16), -- what it is about: a case, goal, task, referral or report, as the rule says
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- of which case
    risk TEXT NOT NULL CHECK (risk IN ('high', 'medium', 'low')), -- how likely harm is there
    opens_on TEXT NOT NULL, -- the first day on which it may be done, in the case's zone
    due_on TEXT NOT NULL, -- the day of the plan
    closes_on TEXT NOT NULL, -- the last day
    because TEXT NOT NULL CHECK (json_valid(because)), -- why then
    UNIQUE (rule, subject_id)
) STRICT;
CREATE INDEX obligation_of_case ON obligation (case_id);
INSERT INTO obligation (id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because)
    SELECT id, rule, subject_id, case_id, risk, opens_on, due_on, closes_on, because FROM obligation_before;
INSERT INTO reminder (obligation_id, person_id, told, rung, rung_on, at, put_off)
    SELECT obligation_id, person_id, told, rung, rung_on, at, put_off FROM reminder_before;
DROP TABLE obligation_before;
DROP TABLE reminder_before;

-- What the new rule says of the cases of before is reckoned once the program starts.
INSERT INTO to_reckon (case_id) SELECT id FROM cases WHERE TRUE ON CONFLICT (case_id) DO NOTHING;
