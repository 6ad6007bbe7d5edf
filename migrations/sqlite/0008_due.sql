-- What is due, who is told of it when, and what they were told.

-- What is due of cases, reckoned from their records with every change of them; what is done or over has no row.
CREATE TABLE obligation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which; another day of the plan is another one
    rule TEXT NOT NULL CHECK (rule IN ('visit', 'review', 'follow_up', 'promise', 'decide', 'answer', 'aftercare', 'document')), -- what kind of thing
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

-- Who is told of it, and when next.
CREATE TABLE reminder (
    obligation_id BLOB NOT NULL REFERENCES obligation (id) ON DELETE CASCADE CHECK (length(obligation_id) = 16), -- of what
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who
    told TEXT NOT NULL CHECK (told IN ('assigned', 'supervisor', 'manager')), -- as what: whoever does it, or whoever hears that it is late
    rung TEXT CHECK (rung IN ('ahead', 'today', 'after', 'last', 'supervisor', 'manager')), -- the rung of the ladder that comes next
    rung_on TEXT, -- its day, where the person is
    at TEXT, -- when they are told next; none once they were told all
    put_off INTEGER NOT NULL DEFAULT 0 CHECK (put_off >= 0), -- how often they asked to be told later
    PRIMARY KEY (obligation_id, person_id),
    CHECK ((rung IS NULL) = (at IS NULL) AND (rung IS NULL) = (rung_on IS NULL))
) STRICT;
CREATE INDEX reminder_next ON reminder (at) WHERE at IS NOT NULL;
CREATE INDEX reminder_of_person ON reminder (person_id, at);

-- What people were told of, each once; nothing is told twice.
CREATE TABLE push (
    rule TEXT NOT NULL, -- the rule
    subject_id BLOB NOT NULL CHECK (length(subject_id) = 16), -- what it was about
    due_on TEXT NOT NULL, -- which day of the plan
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who
    rung TEXT NOT NULL, -- the rung of the ladder
    nth INTEGER NOT NULL CHECK (nth >= 0), -- how often it was put off before
    obligation_id BLOB NOT NULL CHECK (length(obligation_id) = 16), -- the obligation, which may be over by now
    at TEXT NOT NULL, -- when
    fate TEXT NOT NULL CHECK (fate IN ('told', 'missed')), -- whether it was told, or had become of no use
    dedup TEXT, -- the message that told it
    PRIMARY KEY (rule, subject_id, due_on, person_id, rung, nth),
    CHECK ((dedup IS NOT NULL) = (fate = 'told'))
) STRICT;
CREATE INDEX push_of_person ON push (person_id, at);
CREATE INDEX push_dedup ON push (dedup) WHERE dedup IS NOT NULL;

-- Cases of which must be reckoned what is due.
CREATE TABLE to_reckon (
    case_id BLOB NOT NULL PRIMARY KEY REFERENCES cases (id) CHECK (length(case_id) = 16) -- which case
) STRICT;
INSERT INTO to_reckon (case_id) SELECT id FROM cases;

-- Whom a message has reached, and who has a danger, is asked with every menu.
CREATE INDEX alert_taken_by ON alert (taken_by) WHERE taken_by IS NOT NULL;
CREATE INDEX outbox_danger_to ON outbox (person_id) WHERE alert_id IS NOT NULL;
