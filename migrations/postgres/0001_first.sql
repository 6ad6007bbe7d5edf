-- The first schema. Every whole number is a bigint, as the program reads it.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);
COMMENT ON TABLE meta IS 'facts about the database itself';
COMMENT ON COLUMN meta.name IS 'which fact';
COMMENT ON COLUMN meta.value IS 'its bytes';

CREATE TABLE team (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
);
COMMENT ON TABLE team IS 'the teams that answer for cases';
COMMENT ON COLUMN team.id IS 'which team';
COMMENT ON COLUMN team.name IS 'what it is called';

CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    name BYTEA NOT NULL,
    name_index BYTEA NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('family', 'volunteer', 'caseworker', 'supervisor', 'manager')),
    kin TEXT CHECK (kin IN ('caregiver', 'child', 'relative')),
    team_id UUID REFERENCES team (id),
    language TEXT,
    zone TEXT,
    consent_at TIMESTAMPTZ,
    consent_version BIGINT,
    on_duty BOOLEAN NOT NULL DEFAULT TRUE,
    standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'held', 'left')),
    CHECK ((consent_at IS NULL) = (consent_version IS NULL))
);
COMMENT ON TABLE person IS 'everybody who works or is helped here';
COMMENT ON COLUMN person.id IS 'which person';
COMMENT ON COLUMN person.name IS 'what colleagues call them, sealed';
COMMENT ON COLUMN person.name_index IS 'keyed digest of the normalised name, to find it without opening it';
COMMENT ON COLUMN person.role IS 'what they are here';
COMMENT ON COLUMN person.kin IS 'what they are in their family, for those invited as family';
COMMENT ON COLUMN person.team_id IS 'whose team they are in';
COMMENT ON COLUMN person.language IS 'chosen language, a BCP 47 tag';
COMMENT ON COLUMN person.zone IS 'chosen time zone, an IANA name';
COMMENT ON COLUMN person.consent_at IS 'when they agreed to the privacy words';
COMMENT ON COLUMN person.consent_version IS 'to which version of them';
COMMENT ON COLUMN person.on_duty IS 'whether danger is told to them now';
COMMENT ON COLUMN person.standing IS 'whether they may use the bot; held until somebody confirms that it is the right person';
CREATE INDEX person_name ON person (name_index);
CREATE INDEX person_team ON person (team_id, role);

CREATE TABLE account (
    user_id BIGINT NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL UNIQUE REFERENCES person (id),
    chat_id BIGINT NOT NULL,
    reachable BOOLEAN NOT NULL DEFAULT TRUE
);
COMMENT ON TABLE account IS 'which Telegram user a person is';
COMMENT ON COLUMN account.user_id IS 'the Telegram user';
COMMENT ON COLUMN account.person_id IS 'the person; one account each';
COMMENT ON COLUMN account.chat_id IS 'their private chat with the bot';
COMMENT ON COLUMN account.reachable IS 'whether Telegram still takes messages for them';
CREATE INDEX account_chat ON account (chat_id);

CREATE TABLE cases (
    id UUID NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    key BYTEA NOT NULL,
    alias BYTEA,
    risk TEXT NOT NULL CHECK (risk IN ('high', 'medium', 'low')),
    stage TEXT NOT NULL CHECK (stage IN ('referred', 'assessment', 'planning', 'preparation', 'implementation', 'monitoring', 'review', 'closed')),
    team_id UUID NOT NULL REFERENCES team (id),
    zone TEXT NOT NULL,
    opened_on DATE NOT NULL
);
COMMENT ON TABLE cases IS 'children''s and families'' cases';
COMMENT ON COLUMN cases.id IS 'which case';
COMMENT ON COLUMN cases.code IS 'what messages call it; says nothing';
COMMENT ON COLUMN cases.key IS 'the case''s data key, wrapped by the master key; without it nothing of the case can be read';
COMMENT ON COLUMN cases.alias IS 'what its people call it, sealed with the case''s key';
COMMENT ON COLUMN cases.risk IS 'how likely harm was when it was opened; a fact says what it became';
COMMENT ON COLUMN cases.stage IS 'where it stood when it was opened; a fact says where it went';
COMMENT ON COLUMN cases.team_id IS 'which team answers for it';
COMMENT ON COLUMN cases.zone IS 'the zone in which its dates are meant, an IANA name';
COMMENT ON COLUMN cases.opened_on IS 'when it was opened';
CREATE INDEX cases_team ON cases (team_id);

CREATE TABLE membership (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id),
    person_id UUID NOT NULL REFERENCES person (id),
    place TEXT NOT NULL CHECK (place IN ('leads', 'supports', 'visits', 'family')),
    began_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    objected_at TIMESTAMPTZ
);
COMMENT ON TABLE membership IS 'who has, or had, which place in which case';
COMMENT ON COLUMN membership.id IS 'which place of whom';
COMMENT ON COLUMN membership.case_id IS 'the case';
COMMENT ON COLUMN membership.person_id IS 'the person';
COMMENT ON COLUMN membership.place IS 'the place';
COMMENT ON COLUMN membership.began_at IS 'since when; none if it was there when the case came here';
COMMENT ON COLUMN membership.ended_at IS 'until when; none while it lasts';
COMMENT ON COLUMN membership.objected_at IS 'when the family said that it would rather have somebody else';
CREATE UNIQUE INDEX membership_now ON membership (case_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX membership_person ON membership (person_id) WHERE ended_at IS NULL;
CREATE VIEW member AS SELECT case_id, person_id, place FROM membership WHERE ended_at IS NULL;

CREATE TABLE goal (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id),
    position BIGINT NOT NULL CHECK (position >= 0),
    domain TEXT,
    agreed_before BOOLEAN NOT NULL,
    UNIQUE (case_id, position)
);
COMMENT ON TABLE goal IS 'what child and family want to reach; its words stand with its versions';
COMMENT ON COLUMN goal.id IS 'which goal';
COMMENT ON COLUMN goal.case_id IS 'whose';
COMMENT ON COLUMN goal.position IS 'its place among the case''s goals';
COMMENT ON COLUMN goal.domain IS 'the area of life, a choice name';
COMMENT ON COLUMN goal.agreed_before IS 'whether the family had agreed to version 1 before the programme came here';

CREATE TABLE referral (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id),
    position BIGINT NOT NULL CHECK (position >= 0),
    UNIQUE (case_id, position)
);
COMMENT ON TABLE referral IS 'services that were asked for; what is asked stands with its requests';
COMMENT ON COLUMN referral.id IS 'which referral';
COMMENT ON COLUMN referral.case_id IS 'for which case';
COMMENT ON COLUMN referral.position IS 'its place among the case''s referrals';

CREATE TABLE service (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    need TEXT NOT NULL CHECK (need IN ('food', 'home', 'school', 'health', 'legal', 'feelings', 'safety', 'income', 'documents', 'other')),
    area TEXT NOT NULL,
    contact TEXT NOT NULL,
    hours TEXT NOT NULL,
    languages TEXT NOT NULL,
    notes TEXT NOT NULL,
    listed BOOLEAN NOT NULL,
    UNIQUE (name, need, area)
);
COMMENT ON TABLE service IS 'who helps with what where; replaced by the newest file that is imported';
COMMENT ON COLUMN service.id IS 'which service';
COMMENT ON COLUMN service.name IS 'what it is called';
COMMENT ON COLUMN service.need IS 'what it answers to';
COMMENT ON COLUMN service.area IS 'where it works';
COMMENT ON COLUMN service.contact IS 'how it is reached';
COMMENT ON COLUMN service.hours IS 'when it is open';
COMMENT ON COLUMN service.languages IS 'in which languages';
COMMENT ON COLUMN service.notes IS 'what else one should know';
COMMENT ON COLUMN service.listed IS 'whether it is offered';
CREATE INDEX service_need ON service (need, area) WHERE listed;

CREATE TABLE form_version (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    number BIGINT NOT NULL CHECK (number > 0),
    source TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    compiled JSONB NOT NULL,
    UNIQUE (name, number),
    UNIQUE (name, sha256)
);
COMMENT ON TABLE form_version IS 'immutable versions of forms';
COMMENT ON COLUMN form_version.id IS 'which version';
COMMENT ON COLUMN form_version.name IS 'the form''s name';
COMMENT ON COLUMN form_version.number IS 'counts the versions of this name';
COMMENT ON COLUMN form_version.source IS 'the form as its author wrote it';
COMMENT ON COLUMN form_version.sha256 IS 'digest of the source; the same source is the same version';
COMMENT ON COLUMN form_version.compiled IS 'the checked form';

CREATE TABLE draft (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    case_id UUID NOT NULL REFERENCES cases (id),
    form_id UUID NOT NULL REFERENCES form_version (id),
    turn BIGINT NOT NULL CHECK (turn >= 0),
    opened_at TIMESTAMPTZ NOT NULL,
    touched_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ,
    corrects UUID,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'filed', 'discarded', 'expired')),
    body BYTEA,
    CHECK ((body IS NULL) = (state <> 'open'))
);
COMMENT ON TABLE draft IS 'open conversations, and what became of them';
COMMENT ON COLUMN draft.id IS 'which draft';
COMMENT ON COLUMN draft.person_id IS 'whose';
COMMENT ON COLUMN draft.case_id IS 'about which case';
COMMENT ON COLUMN draft.form_id IS 'the form version it uses';
COMMENT ON COLUMN draft.turn IS 'counts the answers';
COMMENT ON COLUMN draft.opened_at IS 'when it was begun';
COMMENT ON COLUMN draft.touched_at IS 'when its owner last did something in it';
COMMENT ON COLUMN draft.due_at IS 'when it is looked at again; never for one that holds a danger answer';
COMMENT ON COLUMN draft.corrects IS 'the report it will replace';
COMMENT ON COLUMN draft.state IS 'whether it goes on';
COMMENT ON COLUMN draft.body IS 'what was said, sealed with the case''s key; wiped when the draft ends';
CREATE INDEX draft_open_of_person ON draft (person_id, touched_at) WHERE state = 'open';
CREATE INDEX draft_due ON draft (due_at) WHERE state = 'open' AND due_at IS NOT NULL;

CREATE TABLE report (
    id UUID NOT NULL PRIMARY KEY,
    draft_id UUID NOT NULL UNIQUE REFERENCES draft (id),
    person_id UUID NOT NULL REFERENCES person (id),
    case_id UUID NOT NULL REFERENCES cases (id),
    form_id UUID NOT NULL REFERENCES form_version (id),
    language TEXT NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    supersedes UUID REFERENCES report (id),
    reason BYTEA,
    state TEXT NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'superseded', 'undone', 'waiting', 'returned')),
    review TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'open', 'asked', 'done')),
    open_answers JSONB NOT NULL,
    sealed_answers BYTEA NOT NULL,
    answers BYTEA NOT NULL,
    brought BYTEA NOT NULL
);
COMMENT ON TABLE report IS 'sent forms';
COMMENT ON COLUMN report.id IS 'which report';
COMMENT ON COLUMN report.draft_id IS 'the draft it grew from; one draft makes one report';
COMMENT ON COLUMN report.person_id IS 'who sent it';
COMMENT ON COLUMN report.case_id IS 'about which case';
COMMENT ON COLUMN report.form_id IS 'the form version it answers';
COMMENT ON COLUMN report.language IS 'the language it was answered in';
COMMENT ON COLUMN report.opened_at IS 'when it was begun';
COMMENT ON COLUMN report.sent_at IS 'when it was sent, or approved if it had to be';
COMMENT ON COLUMN report.supersedes IS 'the report it replaces';
COMMENT ON COLUMN report.reason IS 'why it was corrected late, sealed with the case''s key';
COMMENT ON COLUMN report.state IS 'whether it counts';
COMMENT ON COLUMN report.review IS 'whether supervisors still look at it';
COMMENT ON COLUMN report.open_answers IS 'answers that exports may show';
COMMENT ON COLUMN report.sealed_answers IS 'free text and media, sealed with the case''s key';
COMMENT ON COLUMN report.answers IS 'all that was answered, for corrections, sealed with the case''s key';
COMMENT ON COLUMN report.brought IS 'what the case had brought in, sealed with the case''s key';
CREATE UNIQUE INDEX report_supersedes ON report (supersedes) WHERE supersedes IS NOT NULL AND state <> 'undone';
CREATE INDEX report_of_case ON report (case_id, sent_at) WHERE state = 'sent';
CREATE INDEX report_sent_at ON report (sent_at, id);
CREATE INDEX report_to_read ON report (case_id, sent_at) WHERE review = 'open';
CREATE INDEX report_of_person ON report (person_id, review);

CREATE TABLE visit (
    report_id UUID NOT NULL PRIMARY KEY REFERENCES report (id),
    outcome TEXT CHECK (outcome IN ('happened', 'could_not')),
    happened_on DATE,
    reason TEXT,
    seen JSONB NOT NULL,
    danger TEXT CHECK (danger IN ('no', 'worried', 'now')),
    worries JSONB NOT NULL,
    next_on DATE
);
COMMENT ON TABLE visit IS 'the typed fields of a visit report';
COMMENT ON COLUMN visit.report_id IS 'the report';
COMMENT ON COLUMN visit.outcome IS 'how the visit ended';
COMMENT ON COLUMN visit.happened_on IS 'the day of the visit';
COMMENT ON COLUMN visit.reason IS 'why it could not take place, a choice name';
COMMENT ON COLUMN visit.seen IS 'who was seen, choice names';
COMMENT ON COLUMN visit.danger IS 'what was said about danger';
COMMENT ON COLUMN visit.worries IS 'areas of worry, choice names';
COMMENT ON COLUMN visit.next_on IS 'the day agreed for the next visit';

CREATE TABLE fact (
    report_id UUID NOT NULL REFERENCES report (id),
    field TEXT NOT NULL CHECK (field <> ''),
    instance BIGINT NOT NULL CHECK (instance >= 0),
    case_id UUID NOT NULL REFERENCES cases (id),
    value TEXT,
    sealed BYTEA,
    PRIMARY KEY (report_id, field, instance),
    CHECK ((value IS NULL) <> (sealed IS NULL))
);
COMMENT ON TABLE fact IS 'what reports say about their case that lasts; the newest one of a report that counts holds';
COMMENT ON COLUMN fact.report_id IS 'the report';
COMMENT ON COLUMN fact.field IS 'the typed field';
COMMENT ON COLUMN fact.instance IS 'the row of the repeat, counted from 1; 0 outside a repeat';
COMMENT ON COLUMN fact.case_id IS 'about which case';
COMMENT ON COLUMN fact.value IS 'what exports may show';
COMMENT ON COLUMN fact.sealed IS 'words of people and media, sealed with the case''s key';
CREATE INDEX fact_of_case ON fact (case_id, field);

CREATE TABLE wellbeing (
    report_id UUID NOT NULL REFERENCES report (id),
    area TEXT NOT NULL CHECK (area <> ''),
    level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 4),
    PRIMARY KEY (report_id, area)
);
COMMENT ON TABLE wellbeing IS 'levels of areas of life, by report';
COMMENT ON COLUMN wellbeing.report_id IS 'the report';
COMMENT ON COLUMN wellbeing.area IS 'the area';
COMMENT ON COLUMN wellbeing.level IS '1 very bad to 4 good';

CREATE TABLE goal_version (
    goal_id UUID NOT NULL REFERENCES goal (id),
    number BIGINT NOT NULL CHECK (number > 0),
    report_id UUID REFERENCES report (id),
    words BYTEA NOT NULL,
    ready TEXT,
    means BYTEA,
    review_on DATE
);
COMMENT ON TABLE goal_version IS 'the words of goals; the newest version that no report has taken back is in force';
COMMENT ON COLUMN goal_version.goal_id IS 'the goal';
COMMENT ON COLUMN goal_version.number IS 'counts the versions';
COMMENT ON COLUMN goal_version.report_id IS 'the report that proposed it; none if the programme brought it';
COMMENT ON COLUMN goal_version.words IS 'the family''s own words, sealed with the case''s key';
COMMENT ON COLUMN goal_version.ready IS 'the ready goal that was chosen, list.choice';
COMMENT ON COLUMN goal_version.means IS 'what "as agreed" looks like, sealed with the case''s key';
COMMENT ON COLUMN goal_version.review_on IS 'when it is looked at again';
CREATE INDEX goal_version_of_goal ON goal_version (goal_id, number);

CREATE TABLE task (
    id UUID NOT NULL PRIMARY KEY,
    goal_id UUID NOT NULL REFERENCES goal (id),
    report_id UUID NOT NULL REFERENCES report (id),
    words BYTEA NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('family', 'volunteer', 'caseworker', 'partner')),
    due_on DATE,
    done_at TIMESTAMPTZ
);
COMMENT ON TABLE task IS 'who does what by when, with the version that promised it';
COMMENT ON COLUMN task.id IS 'which task';
COMMENT ON COLUMN task.goal_id IS 'towards which goal';
COMMENT ON COLUMN task.report_id IS 'the report that proposed it';
COMMENT ON COLUMN task.words IS 'what is done, sealed with the case''s key';
COMMENT ON COLUMN task.side IS 'who does it';
COMMENT ON COLUMN task.due_on IS 'by when';
COMMENT ON COLUMN task.done_at IS 'when it was ticked off';
CREATE INDEX task_of_goal ON task (goal_id);

CREATE TABLE decision (
    report_id UUID NOT NULL PRIMARY KEY REFERENCES report (id),
    goal_id UUID NOT NULL REFERENCES goal (id),
    version BIGINT NOT NULL CHECK (version > 0),
    choice TEXT NOT NULL CHECK (choice IN ('agree', 'change', 'not_now', 'not_ours', 'withdraw')),
    words_hash BYTEA NOT NULL,
    listener BYTEA,
    comment BYTEA,
    spoken BOOLEAN NOT NULL
);
COMMENT ON TABLE decision IS 'what families said about goals';
COMMENT ON COLUMN decision.report_id IS 'the report';
COMMENT ON COLUMN decision.goal_id IS 'on which goal';
COMMENT ON COLUMN decision.version IS 'on which version of it';
COMMENT ON COLUMN decision.choice IS 'what was decided';
COMMENT ON COLUMN decision.words_hash IS 'SHA-256 of the exact words shown';
COMMENT ON COLUMN decision.listener IS 'who of the family decided on a worker''s phone, sealed with the case''s key';
COMMENT ON COLUMN decision.comment IS 'what was added in words, sealed with the case''s key';
COMMENT ON COLUMN decision.spoken IS 'whether something was added in a voice note or photo';
CREATE INDEX decision_of_goal ON decision (goal_id, version);

CREATE TABLE goal_end (
    report_id UUID NOT NULL REFERENCES report (id),
    goal_id UUID NOT NULL REFERENCES goal (id),
    how TEXT NOT NULL CHECK (how IN ('met', 'closed')),
    PRIMARY KEY (report_id, goal_id)
);
COMMENT ON TABLE goal_end IS 'goals that ended, by report';
COMMENT ON COLUMN goal_end.report_id IS 'the report';
COMMENT ON COLUMN goal_end.goal_id IS 'the goal';
COMMENT ON COLUMN goal_end.how IS 'how it ended';
CREATE INDEX goal_end_goal ON goal_end (goal_id);

CREATE TABLE goal_update (
    report_id UUID NOT NULL REFERENCES report (id),
    goal_id UUID NOT NULL REFERENCES goal (id),
    score BIGINT NOT NULL CHECK (score BETWEEN -2 AND 2),
    PRIMARY KEY (report_id, goal_id)
);
COMMENT ON TABLE goal_update IS 'how far goals have come, by report';
COMMENT ON COLUMN goal_update.report_id IS 'the report';
COMMENT ON COLUMN goal_update.goal_id IS 'the goal';
COMMENT ON COLUMN goal_update.score IS 'goal attainment, -2 much less to 2 much more than agreed';
CREATE INDEX goal_update_goal ON goal_update (goal_id);

CREATE TABLE request (
    referral_id UUID NOT NULL REFERENCES referral (id),
    report_id UUID UNIQUE REFERENCES report (id),
    words BYTEA NOT NULL,
    need TEXT,
    service_id UUID REFERENCES service (id),
    follow_up_on DATE
);
COMMENT ON TABLE request IS 'what is asked of services; a correction asks anew about the same referral';
COMMENT ON COLUMN request.referral_id IS 'which referral';
COMMENT ON COLUMN request.report_id IS 'the report that asks; none if the programme brought it';
COMMENT ON COLUMN request.words IS 'what is asked for in the family''s words, sealed with the case''s key';
COMMENT ON COLUMN request.need IS 'for which need, if the service is of the directory';
COMMENT ON COLUMN request.service_id IS 'of which service of the directory';
COMMENT ON COLUMN request.follow_up_on IS 'when somebody asks what became of it';
CREATE INDEX request_of_referral ON request (referral_id);

CREATE TABLE share (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id),
    report_id UUID NOT NULL UNIQUE REFERENCES report (id),
    service_id UUID NOT NULL REFERENCES service (id),
    recipient BYTEA NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    language TEXT NOT NULL,
    body BYTEA NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    opened_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ
);
COMMENT ON TABLE share IS 'summaries that families released to services; each opens once by its link';
COMMENT ON COLUMN share.id IS 'which summary';
COMMENT ON COLUMN share.case_id IS 'of which case';
COMMENT ON COLUMN share.report_id IS 'the report that releases it';
COMMENT ON COLUMN share.service_id IS 'to which service';
COMMENT ON COLUMN share.recipient IS 'what that was called, sealed with the case''s key';
COMMENT ON COLUMN share.token_hash IS 'SHA-256 of the token in the link';
COMMENT ON COLUMN share.language IS 'the language it is read in';
COMMENT ON COLUMN share.body IS 'what is read, sealed with the case''s key';
COMMENT ON COLUMN share.expires_at IS 'until when it can be opened';
COMMENT ON COLUMN share.opened_at IS 'when it was';
COMMENT ON COLUMN share.ended_at IS 'when the family took it back';
CREATE INDEX share_of_case ON share (case_id);

CREATE TABLE referral_answer (
    report_id UUID NOT NULL REFERENCES report (id),
    referral_id UUID NOT NULL REFERENCES referral (id),
    outcome TEXT NOT NULL CHECK (outcome <> ''),
    PRIMARY KEY (report_id, referral_id)
);
COMMENT ON TABLE referral_answer IS 'what became of referrals, by report';
COMMENT ON COLUMN referral_answer.report_id IS 'the report';
COMMENT ON COLUMN referral_answer.referral_id IS 'the referral';
COMMENT ON COLUMN referral_answer.outcome IS 'what became of it, a choice name';
CREATE INDEX referral_answer_referral ON referral_answer (referral_id);

CREATE TABLE alert (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id),
    team_id UUID NOT NULL REFERENCES team (id),
    raised_by UUID NOT NULL REFERENCES person (id),
    raised_in BIGINT NOT NULL,
    draft_id UUID NOT NULL UNIQUE REFERENCES draft (id),
    raised_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken')),
    taken_by UUID REFERENCES person (id),
    taken_at TIMESTAMPTZ,
    note BYTEA,
    CHECK ((state = 'taken') = (taken_by IS NOT NULL) AND (taken_by IS NULL) = (taken_at IS NULL))
);
COMMENT ON TABLE alert IS 'dangers that somebody reported';
COMMENT ON COLUMN alert.id IS 'which alert';
COMMENT ON COLUMN alert.case_id IS 'about which case';
COMMENT ON COLUMN alert.team_id IS 'whose supervisors are told';
COMMENT ON COLUMN alert.raised_by IS 'who raised it';
COMMENT ON COLUMN alert.raised_in IS 'the chat in which they hear who has it';
COMMENT ON COLUMN alert.draft_id IS 'the draft whose answer raised it; at most one each';
COMMENT ON COLUMN alert.raised_at IS 'when';
COMMENT ON COLUMN alert.state IS 'whether somebody has it';
COMMENT ON COLUMN alert.taken_by IS 'who has it';
COMMENT ON COLUMN alert.taken_at IS 'since when';
COMMENT ON COLUMN alert.note IS 'what the reporter wrote about the danger, sealed with the case''s key';
CREATE INDEX alert_open ON alert (raised_at) WHERE state = 'open';

CREATE TABLE media (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES cases (id),
    file_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'file')),
    state TEXT NOT NULL DEFAULT 'wanted' CHECK (state IN ('wanted', 'kept', 'failed')),
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_at TIMESTAMPTZ NOT NULL,
    body BYTEA,
    CHECK ((body IS NOT NULL) = (state = 'kept'))
);
COMMENT ON TABLE media IS 'voice notes, photos and files that answer questions';
COMMENT ON COLUMN media.id IS 'the id under which answers name it';
COMMENT ON COLUMN media.case_id IS 'whose case';
COMMENT ON COLUMN media.file_id IS 'what Telegram calls it';
COMMENT ON COLUMN media.kind IS 'what it is';
COMMENT ON COLUMN media.state IS 'whether we have it';
COMMENT ON COLUMN media.attempts IS 'how often fetching it failed';
COMMENT ON COLUMN media.next_at IS 'when to try next';
COMMENT ON COLUMN media.body IS 'its bytes, sealed with the case''s key';
CREATE INDEX media_wanted ON media (next_at) WHERE state = 'wanted';

CREATE TABLE remark (
    id UUID NOT NULL PRIMARY KEY,
    report_id UUID NOT NULL REFERENCES report (id),
    number BIGINT NOT NULL CHECK (number > 0),
    person_id UUID NOT NULL REFERENCES person (id),
    said_at TIMESTAMPTZ NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'asked', 'answered', 'flagged', 'approved', 'returned')),
    words BYTEA,
    voice UUID REFERENCES media (id),
    UNIQUE (report_id, number)
);
COMMENT ON TABLE remark IS 'what supervisors and reporters say of reports';
COMMENT ON COLUMN remark.id IS 'which remark';
COMMENT ON COLUMN remark.report_id IS 'of which report';
COMMENT ON COLUMN remark.number IS 'counts the remarks of the report';
COMMENT ON COLUMN remark.person_id IS 'who said it';
COMMENT ON COLUMN remark.said_at IS 'when';
COMMENT ON COLUMN remark.verdict IS 'what it did';
COMMENT ON COLUMN remark.words IS 'the words, sealed with the case''s key';
COMMENT ON COLUMN remark.voice IS 'the voice note that says it instead';

CREATE TABLE chat (
    id BIGINT NOT NULL PRIMARY KEY,
    live BIGINT,
    place JSONB NOT NULL,
    typed BYTEA
);
COMMENT ON TABLE chat IS 'where each chat stands';
COMMENT ON COLUMN chat.id IS 'the Telegram chat';
COMMENT ON COLUMN chat.live IS 'the message that is its live screen';
COMMENT ON COLUMN chat.place IS 'what the live screen shows';
COMMENT ON COLUMN chat.typed IS 'what somebody typed there and the screen goes on with, sealed';

CREATE TABLE inbox (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bot_id BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    lane BIGINT NOT NULL,
    body BYTEA NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dead')),
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    error TEXT,
    UNIQUE (bot_id, update_id),
    CHECK ((ended_at IS NULL) = (state = 'open'))
);
COMMENT ON TABLE inbox IS 'what Telegram sent, stored before it is confirmed';
COMMENT ON COLUMN inbox.seq IS 'the order in which it arrived';
COMMENT ON COLUMN inbox.bot_id IS 'which bot received it';
COMMENT ON COLUMN inbox.update_id IS 'Telegram''s number of it';
COMMENT ON COLUMN inbox.lane IS 'updates of one lane are handled one after another';
COMMENT ON COLUMN inbox.body IS 'the raw text, sealed';
COMMENT ON COLUMN inbox.received_at IS 'when it arrived';
COMMENT ON COLUMN inbox.state IS 'whether it was handled';
COMMENT ON COLUMN inbox.attempts IS 'how often handling it failed';
COMMENT ON COLUMN inbox.next_at IS 'not handled before';
COMMENT ON COLUMN inbox.ended_at IS 'when it was handled or given up';
COMMENT ON COLUMN inbox.error IS 'the word for why it failed last';
CREATE INDEX inbox_open ON inbox (seq) WHERE state = 'open';
CREATE INDEX inbox_lane ON inbox (lane, seq) WHERE state = 'open';
CREATE INDEX inbox_dead ON inbox (seq) WHERE state = 'dead';

CREATE TABLE outbox (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat_id BIGINT NOT NULL,
    person_id UUID REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('danger', 'screen', 'receipt', 'news', 'reminder')),
    alert_id UUID REFERENCES alert (id),
    class BIGINT NOT NULL CHECK (class BETWEEN 0 AND 3),
    edit BIGINT,
    fresh BOOLEAN NOT NULL,
    body BYTEA,
    dedup TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'withdrawn', 'expired', 'failed')),
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    repeats BIGINT NOT NULL DEFAULT 0 CHECK (repeats >= 0),
    not_before TIMESTAMPTZ NOT NULL,
    owned_until TIMESTAMPTZ NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    message_id BIGINT,
    error TEXT,
    CHECK ((purpose = 'danger') = (alert_id IS NOT NULL)),
    CHECK ((body IS NULL) = (state NOT IN ('pending', 'sending'))),
    CHECK ((ended_at IS NULL) = (state IN ('pending', 'sending')))
);
COMMENT ON TABLE outbox IS 'what is to be sent, and what became of it';
COMMENT ON COLUMN outbox.seq IS 'the order in which it was decided';
COMMENT ON COLUMN outbox.chat_id IS 'to which chat';
COMMENT ON COLUMN outbox.person_id IS 'whose right to it is checked again when it is sent';
COMMENT ON COLUMN outbox.purpose IS 'why it is sent';
COMMENT ON COLUMN outbox.alert_id IS 'the alert that a danger message is about';
COMMENT ON COLUMN outbox.class IS 'danger 0, answers 1, reminders 2, digests 3';
COMMENT ON COLUMN outbox.edit IS 'the message that it replaces';
COMMENT ON COLUMN outbox.fresh IS 'whether it is a live screen that must be a new message';
COMMENT ON COLUMN outbox.body IS 'text and buttons, sealed; wiped when it ends';
COMMENT ON COLUMN outbox.dedup IS 'what makes a repeat harmless';
COMMENT ON COLUMN outbox.state IS 'how far it is';
COMMENT ON COLUMN outbox.attempts IS 'how often it was taken up';
COMMENT ON COLUMN outbox.repeats IS 'how often it is sent again after a doubt';
COMMENT ON COLUMN outbox.not_before IS 'not sent before';
COMMENT ON COLUMN outbox.owned_until IS 'until then one process works on it';
COMMENT ON COLUMN outbox.decided_at IS 'when it was decided';
COMMENT ON COLUMN outbox.ended_at IS 'when it ended';
COMMENT ON COLUMN outbox.message_id IS 'the message it became';
COMMENT ON COLUMN outbox.error IS 'the word for why it failed';
CREATE INDEX outbox_of_chat ON outbox (chat_id, seq);
CREATE INDEX outbox_pending ON outbox (class, seq) WHERE state = 'pending';
CREATE INDEX outbox_sending ON outbox (owned_until) WHERE state = 'sending';
CREATE INDEX outbox_failed ON outbox (seq) WHERE state = 'failed';
CREATE INDEX outbox_alert ON outbox (alert_id) WHERE alert_id IS NOT NULL;

CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    actor_id UUID,
    action TEXT NOT NULL CHECK (action <> ''),
    object TEXT NOT NULL CHECK (object IN ('case', 'report', 'draft', 'alert', 'task', 'referral', 'share', 'person', 'programme')),
    object_id UUID,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL UNIQUE
);
COMMENT ON TABLE audit IS 'what was done, by whom, on what; a chain that only grows';
COMMENT ON COLUMN audit.seq IS 'counts from 1 without a gap';
COMMENT ON COLUMN audit.at IS 'when';
COMMENT ON COLUMN audit.actor_id IS 'who; nobody for the program itself';
COMMENT ON COLUMN audit.action IS 'what, a word of the access table';
COMMENT ON COLUMN audit.object IS 'on what kind of thing';
COMMENT ON COLUMN audit.object_id IS 'on which';
COMMENT ON COLUMN audit.previous IS 'the hash of the line before';
COMMENT ON COLUMN audit.hash IS 'the hash of this line';
CREATE INDEX audit_object ON audit (object_id) WHERE object_id IS NOT NULL;
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit only grows';
END;
$$;
CREATE TRIGGER audit_refuses_change BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_refuses_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

CREATE TABLE audit_head (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL
);
COMMENT ON TABLE audit_head IS 'the end of the chain, locked by whoever adds to it';
COMMENT ON COLUMN audit_head.one IS 'there is one row';
COMMENT ON COLUMN audit_head.seq IS 'the last line';
COMMENT ON COLUMN audit_head.hash IS 'its hash';
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

CREATE TABLE erasure (
    person_id UUID NOT NULL PRIMARY KEY REFERENCES person (id),
    asked_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ
);

CREATE TABLE invite (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('family', 'volunteer', 'caseworker', 'supervisor', 'manager')),
    team_id UUID REFERENCES team (id),
    person_id UUID REFERENCES person (id),
    name BYTEA,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ,
    used_by UUID REFERENCES person (id),
    case_id UUID REFERENCES cases (id),
    kin TEXT CHECK (kin IN ('caregiver', 'child', 'relative')),
    invited_by UUID REFERENCES person (id),
    CHECK ((case_id IS NULL) = (kin IS NULL)),
    CHECK ((used_at IS NULL) = (used_by IS NULL))
);
COMMENT ON TABLE erasure IS 'wishes to be deleted';
COMMENT ON COLUMN erasure.person_id IS 'whose; one wish each';
COMMENT ON COLUMN erasure.asked_at IS 'when they asked';
COMMENT ON COLUMN erasure.done_at IS 'when somebody had seen to it';

COMMENT ON TABLE invite IS 'invitations to join';
COMMENT ON COLUMN invite.id IS 'which invitation';
COMMENT ON COLUMN invite.token_hash IS 'SHA-256 of the token';
COMMENT ON COLUMN invite.role IS 'as what';
COMMENT ON COLUMN invite.team_id IS 'into which team';
COMMENT ON COLUMN invite.person_id IS 'whom it names, if they are known';
COMMENT ON COLUMN invite.name IS 'how they will be called, sealed';
COMMENT ON COLUMN invite.expires_at IS 'until when it works';
COMMENT ON COLUMN invite.used_at IS 'when it was taken up';
COMMENT ON COLUMN invite.used_by IS 'by whom';
COMMENT ON COLUMN invite.case_id IS 'into which case, as family';
COMMENT ON COLUMN invite.kin IS 'what of the family';
COMMENT ON COLUMN invite.invited_by IS 'who invited in the chat, and is asked whether it is the right person';

CREATE TABLE guess (
    user_id BIGINT NOT NULL,
    guessed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX guess_of_user ON guess (user_id, guessed_at);
CREATE INDEX guess_at ON guess (guessed_at);
COMMENT ON TABLE guess IS 'invitations that did not exist, so that guessing is noticed; those of the hour before the last one';
COMMENT ON COLUMN guess.user_id IS 'the Telegram user who tried';
COMMENT ON COLUMN guess.guessed_at IS 'when';

CREATE TABLE bot (
    id BIGINT NOT NULL PRIMARY KEY,
    next_offset BIGINT,
    polled_at TIMESTAMPTZ,
    username TEXT
);
COMMENT ON TABLE bot IS 'the bots that this database serves';
COMMENT ON COLUMN bot.id IS 'Telegram''s id of the bot';
COMMENT ON COLUMN bot.next_offset IS 'the first update that is not yet confirmed';
COMMENT ON COLUMN bot.polled_at IS 'when Telegram last gave what it had, to within half a minute';
COMMENT ON COLUMN bot.username IS 'its name, for links';

CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE lease IS 'who does alone what only one process may do';
COMMENT ON COLUMN lease.name IS 'what';
COMMENT ON COLUMN lease.holder IS 'who';
COMMENT ON COLUMN lease.until IS 'until when';
