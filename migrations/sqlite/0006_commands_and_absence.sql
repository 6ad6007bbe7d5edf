-- The lists of commands that phones show, as they should be and as Telegram was told; who is away until when.

-- The phones with a list of their own. A phone that should have none any more has a row until Telegram was told.
CREATE TABLE command_list (
    chat_id INTEGER NOT NULL PRIMARY KEY, -- the private chat whose "/" shows it
    wanted INTEGER NOT NULL CHECK (wanted > 0), -- counts the changes of who uses the phone, as what and in which language
    told INTEGER NOT NULL CHECK (told >= 0), -- the change that Telegram was told last
    attempts INTEGER NOT NULL CHECK (attempts >= 0), -- how often telling it failed since then
    not_before TEXT NOT NULL -- not told before; a process that tells it keeps others away until then
) STRICT;
CREATE INDEX command_list_due ON command_list (not_before) WHERE told < wanted;
INSERT INTO command_list (chat_id, wanted, told, attempts, not_before)
    SELECT DISTINCT a.chat_id, 1, 0, 0, '1970-01-01T00:00:00+00:00'
    FROM account a JOIN person p ON p.id = a.person_id
    WHERE p.standing = 'active' AND p.consent_at IS NOT NULL;

-- Who said that they are away, until when.
CREATE TABLE absence (
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who
    said_at TEXT NOT NULL, -- when they said so
    back_on TEXT NOT NULL, -- the day on which they are back
    ended_at TEXT -- when they came back early, or said another day; none if the day itself ends it
) STRICT;
CREATE UNIQUE INDEX absence_now ON absence (person_id) WHERE ended_at IS NULL;
