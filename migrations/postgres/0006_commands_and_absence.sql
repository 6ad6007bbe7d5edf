-- The lists of commands that phones show, as they should be and as Telegram was told; who is away until when.

CREATE TABLE command_list (
    chat_id BIGINT NOT NULL PRIMARY KEY,
    wanted BIGINT NOT NULL CHECK (wanted > 0),
    told BIGINT NOT NULL CHECK (told >= 0),
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    not_before TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE command_list IS 'the phones with a list of their own; one that should have none any more has a row until Telegram was told';
COMMENT ON COLUMN command_list.chat_id IS 'the private chat whose "/" shows it';
COMMENT ON COLUMN command_list.wanted IS 'counts the changes of who uses the phone, as what and in which language';
COMMENT ON COLUMN command_list.told IS 'the change that Telegram was told last';
COMMENT ON COLUMN command_list.attempts IS 'how often telling it failed since then';
COMMENT ON COLUMN command_list.not_before IS 'not told before; a process that tells it keeps others away until then';
CREATE INDEX command_list_due ON command_list (not_before) WHERE told < wanted;
INSERT INTO command_list (chat_id, wanted, told, attempts, not_before)
    SELECT DISTINCT a.chat_id, 1, 0, 0, TIMESTAMPTZ '1970-01-01 00:00:00+00'
    FROM account a JOIN person p ON p.id = a.person_id
    WHERE p.standing = 'active' AND p.consent_at IS NOT NULL;

CREATE TABLE absence (
    person_id UUID NOT NULL REFERENCES person (id),
    said_at TIMESTAMPTZ NOT NULL,
    back_on DATE NOT NULL,
    ended_at TIMESTAMPTZ
);
COMMENT ON TABLE absence IS 'who said that they are away, until when';
COMMENT ON COLUMN absence.person_id IS 'who';
COMMENT ON COLUMN absence.said_at IS 'when they said so';
COMMENT ON COLUMN absence.back_on IS 'the day on which they are back';
COMMENT ON COLUMN absence.ended_at IS 'when they came back early, or said another day; none if the day itself ends it';
CREATE UNIQUE INDEX absence_now ON absence (person_id) WHERE ended_at IS NULL;
