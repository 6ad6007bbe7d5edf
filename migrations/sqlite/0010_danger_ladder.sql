-- Who was called about a danger, on which step of the ladder, and when each danger is looked at again.

-- Dangers that are not over, each with the moment at which it is reckoned anew who is called.
CREATE TABLE danger_due (
    alert_id BLOB NOT NULL PRIMARY KEY REFERENCES alert (id) CHECK (length(alert_id) = 16), -- which alert
    at TEXT NOT NULL -- when
) STRICT;
CREATE INDEX danger_due_next ON danger_due (at);
-- Those of before are looked at as soon as the program starts.
INSERT INTO danger_due (alert_id, at) SELECT id, raised_at FROM alert WHERE NOT EXISTS (
    SELECT 1 FROM alert_end e JOIN report r ON r.id = e.report_id
    WHERE e.alert_id = alert.id AND e.ends = 1 AND r.state = 'sent');

-- Calls to people, each once; what became of one stands with its message in the outbox.
CREATE TABLE danger_call (
    alert_id BLOB NOT NULL REFERENCES alert (id) CHECK (length(alert_id) = 16), -- about which alert
    since TEXT NOT NULL, -- when this climb began: with the alert, or a day after somebody took it or wrote about it
    round INTEGER NOT NULL CHECK (round >= 0), -- rounds before this one
    rung TEXT NOT NULL CHECK (rung IN ('on_duty', 'deputies', 'managers', 'everybody')), -- the step
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who was called
    at TEXT NOT NULL, -- when
    dedup TEXT NOT NULL, -- the message in the outbox
    PRIMARY KEY (alert_id, since, round, rung, person_id)
) STRICT;
CREATE INDEX danger_call_to ON danger_call (person_id);

-- Calls by the second channel, each once.
CREATE TABLE second_call (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which; the same however often it is sent
    alert_id BLOB NOT NULL REFERENCES alert (id) CHECK (length(alert_id) = 16), -- about which alert
    since TEXT NOT NULL, -- when this climb began
    round INTEGER NOT NULL CHECK (round >= 0), -- rounds before this one
    rung TEXT NOT NULL CHECK (rung IN ('on_duty', 'deputies', 'managers', 'everybody')), -- the step
    channel TEXT NOT NULL CHECK (channel IN ('email', 'webhook', 'none')), -- by which way; none if none was set up
    at TEXT NOT NULL, -- when it was put on its way
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'withdrawn', 'missing')), -- how far it is
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often it was tried
    not_before TEXT NOT NULL, -- not tried before; a process that tries it keeps others away until then
    ended_at TEXT, -- when it ended
    UNIQUE (alert_id, since, round, rung, channel),
    CHECK ((channel = 'none') = (state = 'missing')),
    CHECK ((ended_at IS NULL) = (state = 'pending'))
) STRICT;
CREATE INDEX second_call_pending ON second_call (not_before) WHERE state = 'pending';
