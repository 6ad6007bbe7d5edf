-- A danger has an end, may be called by a family without a form, and may be told by voice.

-- SQLite cannot change a column, so the table is made anew; what refers to it does so again once its rows are back.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE alert_before AS SELECT * FROM alert;
DROP TABLE alert;
-- Dangers that somebody reported.
CREATE TABLE alert (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which alert
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- about which case
    team_id BLOB NOT NULL REFERENCES team (id) CHECK (length(team_id) = 16), -- whose supervisors are told
    raised_by BLOB NOT NULL REFERENCES person (id) CHECK (length(raised_by) = 16), -- who raised it
    raised_in INTEGER NOT NULL, -- the chat in which they hear who has it
    origin TEXT NOT NULL CHECK (origin IN ('answer', 'family', 'call')), -- how: an answer, a family that is not safe, or one that wants a call
    draft_id BLOB UNIQUE REFERENCES draft (id) CHECK (length(draft_id) = 16), -- the draft whose answer raised it; at most one each
    raised_at TEXT NOT NULL, -- when
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken')), -- whether somebody has it
    taken_by BLOB REFERENCES person (id) CHECK (length(taken_by) = 16), -- who has it
    taken_at TEXT, -- since when
    note BLOB, -- what the reporter wrote about the danger, sealed with the case's key
    voice BLOB CHECK (length(voice) = 16), -- the voice note or photo that says it instead
    CHECK ((draft_id IS NOT NULL) = (origin = 'answer')),
    CHECK ((state = 'taken') = (taken_by IS NOT NULL) AND (taken_by IS NULL) = (taken_at IS NULL))
) STRICT;
INSERT INTO alert (id, case_id, team_id, raised_by, raised_in, origin, draft_id, raised_at, state, taken_by, taken_at, note)
    SELECT id, case_id, team_id, raised_by, raised_in, 'answer', draft_id, raised_at, state, taken_by, taken_at, note
    FROM alert_before;
DROP TABLE alert_before;
CREATE INDEX alert_open ON alert (raised_at) WHERE state = 'open';
CREATE INDEX alert_of_case ON alert (case_id, raised_at);
CREATE INDEX alert_of_team ON alert (team_id, raised_at);
CREATE INDEX alert_voice ON alert (voice) WHERE voice IS NOT NULL;

-- What a family says about a danger after it has called.
CREATE TABLE alert_note (
    alert_id BLOB NOT NULL REFERENCES alert (id) CHECK (length(alert_id) = 16), -- about which alert
    number INTEGER NOT NULL CHECK (number > 0), -- counts the notes of the alert
    said_at TEXT NOT NULL, -- when
    words BLOB, -- the words, sealed with the case's key
    media_id BLOB REFERENCES media (id) CHECK (length(media_id) = 16), -- the voice note or photo that says it instead
    PRIMARY KEY (alert_id, number),
    CHECK ((words IS NULL) <> (media_id IS NULL))
) STRICT;

-- Reports that end dangers; those that count do.
CREATE TABLE alert_end (
    report_id BLOB NOT NULL PRIMARY KEY REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    alert_id BLOB NOT NULL REFERENCES alert (id) CHECK (length(alert_id) = 16), -- about which alert
    ends INTEGER NOT NULL CHECK (ends IN (0, 1)) -- whether the danger is over by it
) STRICT;
CREATE INDEX alert_end_alert ON alert_end (alert_id);

-- Voice notes and photos that families added to decisions.
CREATE TABLE decision_media (
    report_id BLOB NOT NULL PRIMARY KEY REFERENCES report (id) CHECK (length(report_id) = 16), -- the report with the decision
    media_id BLOB NOT NULL REFERENCES media (id) CHECK (length(media_id) = 16) -- the file
) STRICT;
