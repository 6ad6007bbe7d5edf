-- The phone number of whoever is invited, where whoever invites knows it.

CREATE TABLE expected_phone (
    invite_id UUID NOT NULL PRIMARY KEY REFERENCES invite (id),
    digest BYTEA CHECK (length(digest) = 32),
    answer TEXT CHECK (answer IN ('same', 'other', 'foreign', 'withheld')),
    CHECK ((digest IS NULL) = (answer IS NOT NULL))
);
COMMENT ON TABLE expected_phone IS 'the phone number of whoever is invited; the number itself is nowhere';
COMMENT ON COLUMN expected_phone.invite_id IS 'which invitation';
COMMENT ON COLUMN expected_phone.digest IS 'keyed digest of the last nine digits; forgotten once it was compared';
COMMENT ON COLUMN expected_phone.answer IS 'what whoever took the invitation up shared; none until then';

-- Whoever is held is looked up by what they took up.
CREATE INDEX invite_used_by ON invite (used_by) WHERE used_by IS NOT NULL;
