-- More ways in: a code that is read out, a place in a second family's case, a family that asks for help by itself.

CREATE TABLE invite_code (
    invite_id UUID NOT NULL PRIMARY KEY REFERENCES invite (id),
    code_hash BYTEA NOT NULL UNIQUE,
    expires_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE invite_code IS 'the short code that opens an invitation beside its link';
COMMENT ON COLUMN invite_code.invite_id IS 'which invitation; one code each';
COMMENT ON COLUMN invite_code.code_hash IS 'keyed digest of the code; one without a key would be found by trying all codes';
COMMENT ON COLUMN invite_code.expires_at IS 'until when it works, sooner than the link';

CREATE TABLE second_place (
    invite_id UUID NOT NULL PRIMARY KEY REFERENCES invite (id),
    refused_at TIMESTAMPTZ
);
COMMENT ON TABLE second_place IS 'invitations to a case that somebody took up who had an account already: that stays as it is, whatever is answered';
COMMENT ON COLUMN second_place.invite_id IS 'which invitation';
COMMENT ON COLUMN second_place.refused_at IS 'when somebody said that it was not the right person';

CREATE TABLE unsent_case (
    case_id UUID NOT NULL PRIMARY KEY REFERENCES cases (id)
);
COMMENT ON TABLE unsent_case IS 'cases that a family has begun to ask for help with; nobody else sees one until it has sent what it asks for';
COMMENT ON COLUMN unsent_case.case_id IS 'which case';
