-- Who was called about a danger, on which step of the ladder, and when each danger is looked at again.

CREATE TABLE danger_due (
    alert_id UUID NOT NULL PRIMARY KEY REFERENCES alert (id),
    at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE danger_due IS 'dangers that are not over, each with the moment at which it is reckoned anew who is called';
COMMENT ON COLUMN danger_due.alert_id IS 'which alert';
COMMENT ON COLUMN danger_due.at IS 'when';
CREATE INDEX danger_due_next ON danger_due (at);
-- Those of before are looked at as soon as the program starts.
INSERT INTO danger_due (alert_id, at) SELECT id, raised_at FROM alert WHERE NOT EXISTS (
    SELECT 1 FROM alert_end e JOIN report r ON r.id = e.report_id
    WHERE e.alert_id = alert.id AND e.ends AND r.state = 'sent');

CREATE TABLE danger_call (
    alert_id UUID NOT NULL REFERENCES alert (id),
    since TIMESTAMPTZ NOT NULL,
    round BIGINT NOT NULL CHECK (round >= 0),
    rung TEXT NOT NULL CHECK (rung IN ('on_duty', 'deputies', 'managers', 'everybody')),
    person_id UUID NOT NULL REFERENCES person (id),
    at TIMESTAMPTZ NOT NULL,
    dedup TEXT NOT NULL,
    PRIMARY KEY (alert_id, since, round, rung, person_id)
);
COMMENT ON TABLE danger_call IS 'calls to people, each once; what became of one stands with its message in the outbox';
COMMENT ON COLUMN danger_call.alert_id IS 'about which alert';
COMMENT ON COLUMN danger_call.since IS 'when this climb began: with the alert, or a day after somebody took it or wrote about it';
COMMENT ON COLUMN danger_call.round IS 'rounds before this one';
COMMENT ON COLUMN danger_call.rung IS 'the step';
COMMENT ON COLUMN danger_call.person_id IS 'who was called';
COMMENT ON COLUMN danger_call.at IS 'when';
COMMENT ON COLUMN danger_call.dedup IS 'the message in the outbox';
CREATE INDEX danger_call_to ON danger_call (person_id);

CREATE TABLE second_call (
    id UUID NOT NULL PRIMARY KEY,
    alert_id UUID NOT NULL REFERENCES alert (id),
    since TIMESTAMPTZ NOT NULL,
    round BIGINT NOT NULL CHECK (round >= 0),
    rung TEXT NOT NULL CHECK (rung IN ('on_duty', 'deputies', 'managers', 'everybody')),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'webhook', 'none')),
    at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'withdrawn', 'missing')),
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    not_before TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    UNIQUE (alert_id, since, round, rung, channel),
    CHECK ((channel = 'none') = (state = 'missing')),
    CHECK ((ended_at IS NULL) = (state = 'pending'))
);
COMMENT ON TABLE second_call IS 'calls by the second channel, each once';
COMMENT ON COLUMN second_call.id IS 'which; the same however often it is sent';
COMMENT ON COLUMN second_call.alert_id IS 'about which alert';
COMMENT ON COLUMN second_call.since IS 'when this climb began';
COMMENT ON COLUMN second_call.round IS 'rounds before this one';
COMMENT ON COLUMN second_call.rung IS 'the step';
COMMENT ON COLUMN second_call.channel IS 'by which way; none if none was set up';
COMMENT ON COLUMN second_call.at IS 'when it was put on its way';
COMMENT ON COLUMN second_call.state IS 'how far it is';
COMMENT ON COLUMN second_call.attempts IS 'how often it was tried';
COMMENT ON COLUMN second_call.not_before IS 'not tried before; a process that tries it keeps others away until then';
COMMENT ON COLUMN second_call.ended_at IS 'when it ended';
CREATE INDEX second_call_pending ON second_call (not_before) WHERE state = 'pending';
