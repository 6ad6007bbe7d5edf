-- Who was reminded to ask a family whether photos and voice notes about it may be kept.

-- The family's words themselves are facts of the reports that say them.
CREATE TABLE keeping_reminder (
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- whose family was not asked yet
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who was reminded; once for each case
    reminded_at TEXT NOT NULL, -- when
    PRIMARY KEY (case_id, person_id)
) STRICT;
