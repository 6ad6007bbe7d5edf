-- What is due, who is told of it when, and what they were told.

CREATE TABLE obligation (
    id UUID NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL CHECK (rule IN ('visit', 'review', 'follow_up', 'promise', 'decide', 'answer', 'aftercare', 'document')),
    subject_id UUID NOT NULL,
    case_id UUID NOT NULL REFERENCES cases (id),
    risk TEXT NOT NULL CHECK (risk IN ('high', 'medium', 'low')),
    opens_on DATE NOT NULL,
    due_on DATE NOT NULL,
    closes_on DATE NOT NULL,
    because JSONB NOT NULL,
    UNIQUE (rule, subject_id)
);
COMMENT ON TABLE obligation IS 'what is due of cases, reckoned from their records with every change of them; what is done or over has no row';
COMMENT ON COLUMN obligation.id IS 'which; another day of the plan is another one';
COMMENT ON COLUMN obligation.rule IS 'what kind of thing';
COMMENT ON COLUMN obligation.subject_id IS 'what it is about: a case, goal, task, referral or report, as the rule says';
COMMENT ON COLUMN obligation.case_id IS 'of which case';
COMMENT ON COLUMN obligation.risk IS 'how likely harm is there';
COMMENT ON COLUMN obligation.opens_on IS 'the first day on which it may be done, in the case''s zone';
COMMENT ON COLUMN obligation.due_on IS 'the day of the plan';
COMMENT ON COLUMN obligation.closes_on IS 'the last day';
COMMENT ON COLUMN obligation.because IS 'why then';
CREATE INDEX obligation_of_case ON obligation (case_id);

CREATE TABLE reminder (
    obligation_id UUID NOT NULL REFERENCES obligation (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES person (id),
    told TEXT NOT NULL CHECK (told IN ('assigned', 'supervisor', 'manager')),
    rung TEXT CHECK (rung IN ('ahead', 'today', 'after', 'last', 'supervisor', 'manager')),
    rung_on DATE,
    at TIMESTAMPTZ,
    put_off BIGINT NOT NULL DEFAULT 0 CHECK (put_off >= 0),
    PRIMARY KEY (obligation_id, person_id),
    CHECK ((rung IS NULL) = (at IS NULL) AND (rung IS NULL) = (rung_on IS NULL))
);
COMMENT ON TABLE reminder IS 'who is told of it, and when next';
COMMENT ON COLUMN reminder.obligation_id IS 'of what';
COMMENT ON COLUMN reminder.person_id IS 'who';
COMMENT ON COLUMN reminder.told IS 'as what: whoever does it, or whoever hears that it is late';
COMMENT ON COLUMN reminder.rung IS 'the rung of the ladder that comes next';
COMMENT ON COLUMN reminder.rung_on IS 'its day, where the person is';
COMMENT ON COLUMN reminder.at IS 'when they are told next; none once they were told all';
COMMENT ON COLUMN reminder.put_off IS 'how often they asked to be told later';
CREATE INDEX reminder_next ON reminder (at) WHERE at IS NOT NULL;
CREATE INDEX reminder_of_person ON reminder (person_id, at);

CREATE TABLE push (
    rule TEXT NOT NULL,
    subject_id UUID NOT NULL,
    due_on DATE NOT NULL,
    person_id UUID NOT NULL REFERENCES person (id),
    rung TEXT NOT NULL,
    nth BIGINT NOT NULL CHECK (nth >= 0),
    obligation_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('told', 'missed')),
    dedup TEXT,
    PRIMARY KEY (rule, subject_id, due_on, person_id, rung, nth),
    CHECK ((dedup IS NOT NULL) = (fate = 'told'))
);
COMMENT ON TABLE push IS 'what people were told of, each once; nothing is told twice';
COMMENT ON COLUMN push.rule IS 'the rule';
COMMENT ON COLUMN push.subject_id IS 'what it was about';
COMMENT ON COLUMN push.due_on IS 'which day of the plan';
COMMENT ON COLUMN push.person_id IS 'who';
COMMENT ON COLUMN push.rung IS 'the rung of the ladder';
COMMENT ON COLUMN push.nth IS 'how often it was put off before';
COMMENT ON COLUMN push.obligation_id IS 'the obligation, which may be over by now';
COMMENT ON COLUMN push.at IS 'when';
COMMENT ON COLUMN push.fate IS 'whether it was told, or had become of no use';
COMMENT ON COLUMN push.dedup IS 'the message that told it';
CREATE INDEX push_of_person ON push (person_id, at);
CREATE INDEX push_dedup ON push (dedup) WHERE dedup IS NOT NULL;

CREATE TABLE to_reckon (
    case_id UUID NOT NULL PRIMARY KEY REFERENCES cases (id)
);
COMMENT ON TABLE to_reckon IS 'cases of which must be reckoned what is due';
COMMENT ON COLUMN to_reckon.case_id IS 'which case';
INSERT INTO to_reckon (case_id) SELECT id FROM cases;

-- Whom a message has reached, and who has a danger, is asked with every menu.
CREATE INDEX alert_taken_by ON alert (taken_by) WHERE taken_by IS NOT NULL;
CREATE INDEX outbox_danger_to ON outbox (person_id) WHERE alert_id IS NOT NULL;
