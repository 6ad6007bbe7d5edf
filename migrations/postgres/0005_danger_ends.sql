-- A danger has an end, may be called by a family without a form, and may be told by voice.

ALTER TABLE alert ALTER COLUMN draft_id DROP NOT NULL;
ALTER TABLE alert ADD COLUMN origin TEXT NOT NULL DEFAULT 'answer' CHECK (origin IN ('answer', 'family', 'call'));
ALTER TABLE alert ALTER COLUMN origin DROP DEFAULT;
ALTER TABLE alert ADD COLUMN voice UUID;
ALTER TABLE alert ADD CHECK ((draft_id IS NOT NULL) = (origin = 'answer'));
COMMENT ON COLUMN alert.origin IS 'how: an answer, a family that is not safe, or one that wants a call';
COMMENT ON COLUMN alert.voice IS 'the voice note or photo that says it instead';
CREATE INDEX alert_of_case ON alert (case_id, raised_at);
CREATE INDEX alert_of_team ON alert (team_id, raised_at);
CREATE INDEX alert_voice ON alert (voice) WHERE voice IS NOT NULL;

CREATE TABLE alert_note (
    alert_id UUID NOT NULL REFERENCES alert (id),
    number BIGINT NOT NULL CHECK (number > 0),
    said_at TIMESTAMPTZ NOT NULL,
    words BYTEA,
    media_id UUID REFERENCES media (id),
    PRIMARY KEY (alert_id, number),
    CHECK ((words IS NULL) <> (media_id IS NULL))
);
COMMENT ON TABLE alert_note IS 'what a family says about a danger after it has called';
COMMENT ON COLUMN alert_note.alert_id IS 'about which alert';
COMMENT ON COLUMN alert_note.number IS 'counts the notes of the alert';
COMMENT ON COLUMN alert_note.said_at IS 'when';
COMMENT ON COLUMN alert_note.words IS 'the words, sealed with the case''s key';
COMMENT ON COLUMN alert_note.media_id IS 'the voice note or photo that says it instead';

CREATE TABLE alert_end (
    report_id UUID NOT NULL PRIMARY KEY REFERENCES report (id),
    alert_id UUID NOT NULL REFERENCES alert (id),
    ends BOOLEAN NOT NULL
);
COMMENT ON TABLE alert_end IS 'reports that end dangers; those that count do';
COMMENT ON COLUMN alert_end.report_id IS 'the report';
COMMENT ON COLUMN alert_end.alert_id IS 'about which alert';
COMMENT ON COLUMN alert_end.ends IS 'whether the danger is over by it';
CREATE INDEX alert_end_alert ON alert_end (alert_id);

CREATE TABLE decision_media (
    report_id UUID NOT NULL PRIMARY KEY REFERENCES report (id),
    media_id UUID NOT NULL REFERENCES media (id)
);
COMMENT ON TABLE decision_media IS 'voice notes and photos that families added to decisions';
COMMENT ON COLUMN decision_media.report_id IS 'the report with the decision';
COMMENT ON COLUMN decision_media.media_id IS 'the file';
