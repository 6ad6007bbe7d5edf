-- Who was reminded to ask a family whether photos and voice notes about it may be kept.

CREATE TABLE keeping_reminder (
    case_id UUID NOT NULL REFERENCES cases (id),
    person_id UUID NOT NULL REFERENCES person (id),
    reminded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
COMMENT ON TABLE keeping_reminder IS 'who was reminded to ask a family whether photos and voice notes may be kept; the family''s words themselves are facts';
COMMENT ON COLUMN keeping_reminder.case_id IS 'whose family was not asked yet';
COMMENT ON COLUMN keeping_reminder.person_id IS 'who was reminded; once for each case';
COMMENT ON COLUMN keeping_reminder.reminded_at IS 'when';
