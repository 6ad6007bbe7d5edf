-- How people said that they are told.

-- Who said so; whoever did not has no row, and is told as the programme says.
CREATE TABLE preference (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES person (id) CHECK (length(person_id) = 16), -- who
    said TEXT NOT NULL CHECK (json_valid(said)) -- at which hour, on which days, between which times; null is the programme's default
) STRICT;
