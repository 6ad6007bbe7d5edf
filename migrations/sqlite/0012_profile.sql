-- What the programme decided about what is due and when people are told, version by version.

-- The versions; the one with the highest number is in force. Before the first, the settings of the program are.
CREATE TABLE profile (
    version INTEGER NOT NULL PRIMARY KEY CHECK (version > 0), -- counts from 1 without a gap
    body BLOB NOT NULL, -- all its settings as the file that is sent out, sealed
    set_by BLOB NOT NULL REFERENCES person (id) CHECK (length(set_by) = 16), -- the manager who put it in force
    set_at TEXT NOT NULL -- when
) STRICT;
CREATE TRIGGER profile_refuses_update BEFORE UPDATE ON profile BEGIN
    SELECT RAISE(ABORT, 'a version of the profile never changes');
END;
CREATE TRIGGER profile_refuses_delete BEFORE DELETE ON profile BEGIN
    SELECT RAISE(ABORT, 'a version of the profile never changes');
END;

-- Files that managers sent, until they are put in force or left: one of each manager, the newest.
CREATE TABLE profile_trial (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which file
    person_id BLOB NOT NULL UNIQUE REFERENCES person (id) CHECK (length(person_id) = 16), -- who sent it
    file_id TEXT NOT NULL, -- what Telegram calls it
    state TEXT NOT NULL CHECK (state IN ('wanted', 'looked', 'told')), -- how far it is: to be looked at, looked at, its sender told
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often fetching it failed
    next_at TEXT NOT NULL, -- when to look at it; a process that does keeps others away until then
    outcome BLOB, -- what was found, sealed
    CHECK ((outcome IS NULL) = (state = 'wanted'))
) STRICT;

-- Cases in which everybody hears at other hours or days than before, though nothing else is due.
CREATE TABLE to_retell (
    case_id BLOB NOT NULL PRIMARY KEY REFERENCES cases (id) CHECK (length(case_id) = 16) -- which case
) STRICT;
