-- The phone number of whoever is invited, where whoever invites knows it.

-- The number itself is nowhere.
CREATE TABLE expected_phone (
    invite_id BLOB NOT NULL PRIMARY KEY REFERENCES invite (id) CHECK (length(invite_id) = 16), -- which invitation
    digest BLOB CHECK (length(digest) = 32), -- keyed digest of the last nine digits; forgotten once it was compared
    answer TEXT CHECK (answer IN ('same', 'other', 'foreign', 'withheld')), -- what whoever took the invitation up shared; none until then
    CHECK ((digest IS NULL) = (answer IS NOT NULL))
) STRICT;

-- Whoever is held is looked up by what they took up.
CREATE INDEX invite_used_by ON invite (used_by) WHERE used_by IS NOT NULL;
