-- More ways in: a code that is read out, a place in a second family's case, a family that asks for help by itself.

-- The short code that opens an invitation beside its link.
CREATE TABLE invite_code (
    invite_id BLOB NOT NULL PRIMARY KEY REFERENCES invite (id) CHECK (length(invite_id) = 16), -- which invitation; one code each
    code_hash BLOB NOT NULL UNIQUE, -- keyed digest of the code; one without a key would be found by trying all codes
    expires_at TEXT NOT NULL -- until when it works, sooner than the link
) STRICT;

-- Invitations to a case that somebody took up who had an account already: that stays as it is, whatever is answered.
CREATE TABLE second_place (
    invite_id BLOB NOT NULL PRIMARY KEY REFERENCES invite (id) CHECK (length(invite_id) = 16), -- which invitation
    refused_at TEXT -- when somebody said that it was not the right person
) STRICT;

-- Cases that a family has begun to ask for help with; nobody else sees one until it has sent what it asks for.
CREATE TABLE unsent_case (
    case_id BLOB NOT NULL PRIMARY KEY REFERENCES cases (id) CHECK (length(case_id) = 16) -- which case
) STRICT;
