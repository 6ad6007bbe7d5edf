-- How people said that they are told.

-- Who said so; whoever did not has no row, and is told as the programme says.
CREATE TABLE preference (
    person_id UUID NOT NULL PRIMARY KEY REFERENCES person (id),
    said JSONB NOT NULL
);
COMMENT ON TABLE preference IS 'who said how they are told; whoever did not has no row, and is told as the programme says';
COMMENT ON COLUMN preference.person_id IS 'who';
COMMENT ON COLUMN preference.said IS 'at which hour, on which days, between which times; null is the programme''s default';
