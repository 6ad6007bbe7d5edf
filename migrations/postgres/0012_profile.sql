-- What the programme decided about what is due and when people are told, version by version.

-- The versions; the one with the highest number is in force. Before the first, the settings of the program are.
CREATE TABLE profile (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    body BYTEA NOT NULL,
    set_by UUID NOT NULL REFERENCES person (id),
    set_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE profile IS 'the versions; the one with the highest number is in force. Before the first, the settings of the program are';
COMMENT ON COLUMN profile.version IS 'counts from 1 without a gap';
COMMENT ON COLUMN profile.body IS 'all its settings as the file that is sent out, sealed';
COMMENT ON COLUMN profile.set_by IS 'the manager who put it in force';
COMMENT ON COLUMN profile.set_at IS 'when';
CREATE FUNCTION profile_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of the profile never changes';
END;
$$;
CREATE TRIGGER profile_refuses_change BEFORE UPDATE OR DELETE ON profile
    FOR EACH ROW EXECUTE FUNCTION profile_never_changes();
CREATE TRIGGER profile_refuses_truncate BEFORE TRUNCATE ON profile
    FOR EACH STATEMENT EXECUTE FUNCTION profile_never_changes();

-- Files that managers sent, until they are put in force or left: one of each manager, the newest.
CREATE TABLE profile_trial (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL UNIQUE REFERENCES person (id),
    file_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('wanted', 'looked', 'told')),
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_at TIMESTAMPTZ NOT NULL,
    outcome BYTEA,
    CHECK ((outcome IS NULL) = (state = 'wanted'))
);
COMMENT ON TABLE profile_trial IS 'files that managers sent, until they are put in force or left: one of each manager, the newest';
COMMENT ON COLUMN profile_trial.id IS 'which file';
COMMENT ON COLUMN profile_trial.person_id IS 'who sent it';
COMMENT ON COLUMN profile_trial.file_id IS 'what Telegram calls it';
COMMENT ON COLUMN profile_trial.state IS 'how far it is: to be looked at, looked at, its sender told';
COMMENT ON COLUMN profile_trial.attempts IS 'how often fetching it failed';
COMMENT ON COLUMN profile_trial.next_at IS 'when to look at it; a process that does keeps others away until then';
COMMENT ON COLUMN profile_trial.outcome IS 'what was found, sealed';

-- Cases in which everybody hears at other hours or days than before, though nothing else is due.
CREATE TABLE to_retell (
    case_id UUID NOT NULL PRIMARY KEY REFERENCES cases (id)
);
COMMENT ON TABLE to_retell IS 'cases in which everybody hears at other hours or days than before, though nothing else is due';
COMMENT ON COLUMN to_retell.case_id IS 'which case';
