-- The first schema. STRICT tables; ids are 16 bytes, instants and days are text as the program writes them.

-- Facts about the database itself.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY, -- which fact
    value BLOB NOT NULL -- its bytes
) STRICT;

-- The teams that answer for cases.
CREATE TABLE team (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which team
    name TEXT NOT NULL UNIQUE CHECK (name <> '') -- what it is called
) STRICT;

-- Everybody who works or is helped here.
CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which person
    name BLOB NOT NULL, -- what colleagues call them, sealed
    name_index BLOB NOT NULL, -- keyed digest of the normalised name, to find it without opening it
    role TEXT NOT NULL CHECK (role IN ('family', 'volunteer', 'caseworker', 'supervisor', 'manager')), -- what they are here
    kin TEXT CHECK (kin IN ('caregiver', 'child', 'relative')), -- what they are in their family, for those invited as family
    team_id BLOB REFERENCES team (id) CHECK (length(team_id) = 16), -- whose team they are in
    language TEXT, -- chosen language, a BCP 47 tag
    zone TEXT, -- chosen time zone, an IANA name
    consent_at TEXT, -- when they agreed to the privacy words
    consent_version INTEGER, -- to which version of them
    on_duty INTEGER NOT NULL DEFAULT 1 CHECK (on_duty IN (0, 1)), -- whether danger is told to them now
    standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'held', 'left')), -- whether they may use the bot; held until somebody confirms that it is the right person
    CHECK ((consent_at IS NULL) = (consent_version IS NULL))
) STRICT;
CREATE INDEX person_name ON person (name_index);
CREATE INDEX person_team ON person (team_id, role);

-- Which Telegram user a person is.
CREATE TABLE account (
    user_id INTEGER NOT NULL PRIMARY KEY, -- the Telegram user
    person_id BLOB NOT NULL UNIQUE REFERENCES person (id) CHECK (length(person_id) = 16), -- the person; one account each
    chat_id INTEGER NOT NULL, -- their private chat with the bot
    reachable INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)) -- whether Telegram still takes messages for them
) STRICT;
CREATE INDEX account_chat ON account (chat_id);

-- Children's and families' cases.
CREATE TABLE cases (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which case
    code TEXT NOT NULL UNIQUE CHECK (code <> ''), -- what messages call it; says nothing
    key BLOB NOT NULL, -- the case's data key, wrapped by the master key; without it nothing of the case can be read
    alias BLOB, -- what its people call it, sealed with the case's key
    risk TEXT NOT NULL CHECK (risk IN ('high', 'medium', 'low')), -- how likely harm was when it was opened; a fact says what it became
    stage TEXT NOT NULL CHECK (stage IN ('referred', 'assessment', 'planning', 'preparation', 'implementation', 'monitoring', 'review', 'closed')), -- where it stood when it was opened; a fact says where it went
    team_id BLOB NOT NULL REFERENCES team (id) CHECK (length(team_id) = 16), -- which team answers for it
    zone TEXT NOT NULL, -- the zone in which its dates are meant, an IANA name
    opened_on TEXT NOT NULL -- when it was opened
) STRICT;
CREATE INDEX cases_team ON cases (team_id);

-- Who has, or had, which place in which case.
CREATE TABLE membership (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which place of whom
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- the case
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- the person
    place TEXT NOT NULL CHECK (place IN ('leads', 'supports', 'visits', 'family')), -- the place
    began_at TEXT, -- since when; none if it was there when the case came here
    ended_at TEXT, -- until when; none while it lasts
    objected_at TEXT -- when the family said that it would rather have somebody else
) STRICT;
CREATE UNIQUE INDEX membership_now ON membership (case_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX membership_person ON membership (person_id) WHERE ended_at IS NULL;
-- The places that last; what was is seen by nobody who asks for this.
CREATE VIEW member AS SELECT case_id, person_id, place FROM membership WHERE ended_at IS NULL;

-- What child and family want to reach; its words stand with its versions.
CREATE TABLE goal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which goal
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- whose
    position INTEGER NOT NULL CHECK (position >= 0), -- its place among the case's goals
    domain TEXT, -- the area of life, a choice name
    agreed_before INTEGER NOT NULL CHECK (agreed_before IN (0, 1)), -- whether the family had agreed to version 1 before the programme came here
    UNIQUE (case_id, position)
) STRICT;

-- Services that were asked for; what is asked stands with its requests.
CREATE TABLE referral (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which referral
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- for which case
    position INTEGER NOT NULL CHECK (position >= 0), -- its place among the case's referrals
    UNIQUE (case_id, position)
) STRICT;

-- Who helps with what where; replaced by the newest file that is imported.
CREATE TABLE service (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which service
    name TEXT NOT NULL CHECK (name <> ''), -- what it is called
    need TEXT NOT NULL CHECK (need IN ('food', 'home', 'school', 'health', 'legal', 'feelings', 'safety', 'income', 'documents', 'other')), -- what it answers to
    area TEXT NOT NULL, -- where it works
    contact TEXT NOT NULL, -- how it is reached
    hours TEXT NOT NULL, -- when it is open
    languages TEXT NOT NULL, -- in which languages
    notes TEXT NOT NULL, -- what else one should know
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)), -- whether it is offered
    UNIQUE (name, need, area)
) STRICT;
CREATE INDEX service_need ON service (need, area) WHERE listed;

-- Immutable versions of forms.
CREATE TABLE form_version (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which version
    name TEXT NOT NULL CHECK (name <> ''), -- the form's name
    number INTEGER NOT NULL CHECK (number > 0), -- counts the versions of this name
    source TEXT NOT NULL, -- the form as its author wrote it
    sha256 BLOB NOT NULL, -- digest of the source; the same source is the same version
    compiled TEXT NOT NULL CHECK (json_valid(compiled)), -- the checked form
    UNIQUE (name, number),
    UNIQUE (name, sha256)
) STRICT;

-- Open conversations, and what became of them.
CREATE TABLE draft (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which draft
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- whose
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- about which case
    form_id BLOB NOT NULL REFERENCES form_version (id) CHECK (length(form_id) = 16), -- the form version it uses
    turn INTEGER NOT NULL CHECK (turn >= 0), -- counts the answers
    opened_at TEXT NOT NULL, -- when it was begun
    touched_at TEXT NOT NULL, -- when its owner last did something in it
    due_at TEXT, -- when it is looked at again; never for one that holds a danger answer
    corrects BLOB CHECK (length(corrects) = 16), -- the report it will replace
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'filed', 'discarded', 'expired')), -- whether it goes on
    body BLOB, -- what was said, sealed with the case's key; wiped when the draft ends
    CHECK ((body IS NULL) = (state <> 'open'))
) STRICT;
CREATE INDEX draft_open_of_person ON draft (person_id, touched_at) WHERE state = 'open';
CREATE INDEX draft_due ON draft (due_at) WHERE state = 'open' AND due_at IS NOT NULL;

-- Sent forms.
CREATE TABLE report (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which report
    draft_id BLOB NOT NULL UNIQUE REFERENCES draft (id) CHECK (length(draft_id) = 16), -- the draft it grew from; one draft makes one report
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who sent it
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- about which case
    form_id BLOB NOT NULL REFERENCES form_version (id) CHECK (length(form_id) = 16), -- the form version it answers
    language TEXT NOT NULL, -- the language it was answered in
    opened_at TEXT NOT NULL, -- when it was begun
    sent_at TEXT NOT NULL, -- when it was sent, or approved if it had to be
    supersedes BLOB REFERENCES report (id) CHECK (length(supersedes) = 16), -- the report it replaces
    reason BLOB, -- why it was corrected late, sealed with the case's key
    state TEXT NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'superseded', 'undone', 'waiting', 'returned')), -- whether it counts
    review TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'open', 'asked', 'done')), -- whether supervisors still look at it
    open_answers TEXT NOT NULL CHECK (json_valid(open_answers)), -- answers that exports may show
    sealed_answers BLOB NOT NULL, -- free text and media, sealed with the case's key
    answers BLOB NOT NULL, -- all that was answered, for corrections, sealed with the case's key
    brought BLOB NOT NULL -- what the case had brought in, sealed with the case's key
) STRICT;
CREATE UNIQUE INDEX report_supersedes ON report (supersedes) WHERE supersedes IS NOT NULL AND state <> 'undone';
CREATE INDEX report_of_case ON report (case_id, sent_at) WHERE state = 'sent';
CREATE INDEX report_sent_at ON report (sent_at, id);
CREATE INDEX report_to_read ON report (case_id, sent_at) WHERE review = 'open';
CREATE INDEX report_of_person ON report (person_id, review);

-- The typed fields of a visit report.
CREATE TABLE visit (
    report_id BLOB NOT NULL PRIMARY KEY REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    outcome TEXT CHECK (outcome IN ('happened', 'could_not')), -- how the visit ended
    happened_on TEXT, -- the day of the visit
    reason TEXT, -- why it could not take place, a choice name
    seen TEXT NOT NULL CHECK (json_valid(seen)), -- who was seen, choice names
    danger TEXT CHECK (danger IN ('no', 'worried', 'now')), -- what was said about danger
    worries TEXT NOT NULL CHECK (json_valid(worries)), -- areas of worry, choice names
    next_on TEXT -- the day agreed for the next visit
) STRICT;

-- What reports say about their case that lasts; the newest one of a report that counts holds.
CREATE TABLE fact (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    field TEXT NOT NULL CHECK (field <> ''), -- the typed field
    instance INTEGER NOT NULL CHECK (instance >= 0), -- the row of the repeat, counted from 1; 0 outside a repeat
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- about which case
    value TEXT, -- what exports may show
    sealed BLOB, -- words of people and media, sealed with the case's key
    PRIMARY KEY (report_id, field, instance),
    CHECK ((value IS NULL) <> (sealed IS NULL))
) STRICT;
CREATE INDEX fact_of_case ON fact (case_id, field);

-- Levels of areas of life, by report.
CREATE TABLE wellbeing (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    area TEXT NOT NULL CHECK (area <> ''), -- the area
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4), -- 1 very bad to 4 good
    PRIMARY KEY (report_id, area)
) STRICT;

-- The words of goals; the newest version that no report has taken back is in force.
CREATE TABLE goal_version (
    goal_id BLOB NOT NULL REFERENCES goal (id) CHECK (length(goal_id) = 16), -- the goal
    number INTEGER NOT NULL CHECK (number > 0), -- counts the versions
    report_id BLOB REFERENCES report (id) CHECK (length(report_id) = 16), -- the report that proposed it; none if the programme brought it
    words BLOB NOT NULL, -- the family's own words, sealed with the case's key
    ready TEXT, -- the ready goal that was chosen, list.choice
    means BLOB, -- what "as agreed" looks like, sealed with the case's key
    review_on TEXT -- when it is looked at again
) STRICT;
CREATE INDEX goal_version_of_goal ON goal_version (goal_id, number);

-- Who does what by when, with the version that promised it.
CREATE TABLE task (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which task
    goal_id BLOB NOT NULL REFERENCES goal (id) CHECK (length(goal_id) = 16), -- towards which goal
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report that proposed it
    words BLOB NOT NULL, -- what is done, sealed with the case's key
    side TEXT NOT NULL CHECK (side IN ('family', 'volunteer', 'caseworker', 'partner')), -- who does it
    due_on TEXT, -- by when
    done_at TEXT -- when it was ticked off
) STRICT;
CREATE INDEX task_of_goal ON task (goal_id);

-- What families said about goals.
CREATE TABLE decision (
    report_id BLOB NOT NULL PRIMARY KEY REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    goal_id BLOB NOT NULL REFERENCES goal (id) CHECK (length(goal_id) = 16), -- on which goal
    version INTEGER NOT NULL CHECK (version > 0), -- on which version of it
    choice TEXT NOT NULL CHECK (choice IN ('agree', 'change', 'not_now', 'not_ours', 'withdraw')), -- what was decided
    words_hash BLOB NOT NULL, -- SHA-256 of the exact words shown
    listener BLOB, -- who of the family decided on a worker's phone, sealed with the case's key
    comment BLOB, -- what was added in words, sealed with the case's key
    spoken INTEGER NOT NULL CHECK (spoken IN (0, 1)) -- whether something was added in a voice note or photo
) STRICT;
CREATE INDEX decision_of_goal ON decision (goal_id, version);

-- Goals that ended, by report.
CREATE TABLE goal_end (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    goal_id BLOB NOT NULL REFERENCES goal (id) CHECK (length(goal_id) = 16), -- the goal
    how TEXT NOT NULL CHECK (how IN ('met', 'closed')), -- how it ended
    PRIMARY KEY (report_id, goal_id)
) STRICT;
CREATE INDEX goal_end_goal ON goal_end (goal_id);

-- How far goals have come, by report.
CREATE TABLE goal_update (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    goal_id BLOB NOT NULL REFERENCES goal (id) CHECK (length(goal_id) = 16), -- the goal
    score INTEGER NOT NULL CHECK (score BETWEEN -2 AND 2), -- goal attainment, -2 much less to 2 much more than agreed
    PRIMARY KEY (report_id, goal_id)
) STRICT;
CREATE INDEX goal_update_goal ON goal_update (goal_id);

-- What is asked of services; a correction asks anew about the same referral.
CREATE TABLE request (
    referral_id BLOB NOT NULL REFERENCES referral (id) CHECK (length(referral_id) = 16), -- which referral
    report_id BLOB UNIQUE REFERENCES report (id) CHECK (length(report_id) = 16), -- the report that asks; none if the programme brought it
    words BLOB NOT NULL, -- what is asked for in the family's words, sealed with the case's key
    need TEXT, -- for which need, if the service is of the directory
    service_id BLOB REFERENCES service (id) CHECK (length(service_id) = 16), -- of which service of the directory
    follow_up_on TEXT -- when somebody asks what became of it
) STRICT;
CREATE INDEX request_of_referral ON request (referral_id);

-- Summaries that families released to services; each opens once by its link.
CREATE TABLE share (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which summary
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- of which case
    report_id BLOB NOT NULL UNIQUE REFERENCES report (id) CHECK (length(report_id) = 16), -- the report that releases it
    service_id BLOB NOT NULL REFERENCES service (id) CHECK (length(service_id) = 16), -- to which service
    recipient BLOB NOT NULL, -- what that was called, sealed with the case's key
    token_hash BLOB NOT NULL UNIQUE, -- SHA-256 of the token in the link
    language TEXT NOT NULL, -- the language it is read in
    body BLOB NOT NULL, -- what is read, sealed with the case's key
    expires_at TEXT NOT NULL, -- until when it can be opened
    opened_at TEXT, -- when it was
    ended_at TEXT -- when the family took it back
) STRICT;
CREATE INDEX share_of_case ON share (case_id);

-- What became of referrals, by report.
CREATE TABLE referral_answer (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report
    referral_id BLOB NOT NULL REFERENCES referral (id) CHECK (length(referral_id) = 16), -- the referral
    outcome TEXT NOT NULL CHECK (outcome <> ''), -- what became of it, a choice name
    PRIMARY KEY (report_id, referral_id)
) STRICT;
CREATE INDEX referral_answer_referral ON referral_answer (referral_id);

-- Dangers that somebody reported.
CREATE TABLE alert (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which alert
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- about which case
    team_id BLOB NOT NULL REFERENCES team (id) CHECK (length(team_id) = 16), -- whose supervisors are told
    raised_by BLOB NOT NULL REFERENCES person (id) CHECK (length(raised_by) = 16), -- who raised it
    raised_in INTEGER NOT NULL, -- the chat in which they hear who has it
    draft_id BLOB NOT NULL UNIQUE REFERENCES draft (id) CHECK (length(draft_id) = 16), -- the draft whose answer raised it; at most one each
    raised_at TEXT NOT NULL, -- when
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken')), -- whether somebody has it
    taken_by BLOB REFERENCES person (id) CHECK (length(taken_by) = 16), -- who has it
    taken_at TEXT, -- since when
    note BLOB, -- what the reporter wrote about the danger, sealed with the case's key
    CHECK ((state = 'taken') = (taken_by IS NOT NULL) AND (taken_by IS NULL) = (taken_at IS NULL))
) STRICT;
CREATE INDEX alert_open ON alert (raised_at) WHERE state = 'open';

-- Voice notes, photos and files that answer questions.
CREATE TABLE media (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- the id under which answers name it
    case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16), -- whose case
    file_id TEXT NOT NULL, -- what Telegram calls it
    kind TEXT NOT NULL CHECK (kind IN ('image', 'audio', 'video', 'file')), -- what it is
    state TEXT NOT NULL DEFAULT 'wanted' CHECK (state IN ('wanted', 'kept', 'failed')), -- whether we have it
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often fetching it failed
    next_at TEXT NOT NULL, -- when to try next
    body BLOB, -- its bytes, sealed with the case's key
    CHECK ((body IS NOT NULL) = (state = 'kept'))
) STRICT;
CREATE INDEX media_wanted ON media (next_at) WHERE state = 'wanted';

-- What supervisors and reporters say of reports.
CREATE TABLE remark (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which remark
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- of which report
    number INTEGER NOT NULL CHECK (number > 0), -- counts the remarks of the report
    person_id BLOB NOT NULL REFERENCES person (id) CHECK (length(person_id) = 16), -- who said it
    said_at TEXT NOT NULL, -- when
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'asked', 'answered', 'flagged', 'approved', 'returned')), -- what it did
    words BLOB, -- the words, sealed with the case's key
    voice BLOB REFERENCES media (id) CHECK (length(voice) = 16), -- the voice note that says it instead
    UNIQUE (report_id, number)
) STRICT;

-- Where each chat stands.
CREATE TABLE chat (
    id INTEGER NOT NULL PRIMARY KEY, -- the Telegram chat
    live INTEGER, -- the message that is its live screen
    place TEXT NOT NULL CHECK (json_valid(place)), -- what the live screen shows
    typed BLOB -- what somebody typed there and the screen goes on with, sealed
) STRICT;

-- What Telegram sent, stored before it is confirmed.
CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which it arrived
    bot_id INTEGER NOT NULL, -- which bot received it
    update_id INTEGER NOT NULL, -- Telegram's number of it
    lane INTEGER NOT NULL, -- updates of one lane are handled one after another
    body BLOB NOT NULL, -- the raw text, sealed
    received_at TEXT NOT NULL, -- when it arrived
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dead')), -- whether it was handled
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often handling it failed
    next_at TEXT NOT NULL, -- not handled before
    ended_at TEXT, -- when it was handled or given up
    error TEXT, -- the word for why it failed last
    UNIQUE (bot_id, update_id),
    CHECK ((ended_at IS NULL) = (state = 'open'))
) STRICT;
CREATE INDEX inbox_open ON inbox (seq) WHERE state = 'open';
CREATE INDEX inbox_lane ON inbox (lane, seq) WHERE state = 'open';
CREATE INDEX inbox_dead ON inbox (seq) WHERE state = 'dead';

-- What is to be sent, and what became of it.
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, -- the order in which it was decided
    chat_id INTEGER NOT NULL, -- to which chat
    person_id BLOB REFERENCES person (id) CHECK (length(person_id) = 16), -- whose right to it is checked again when it is sent
    purpose TEXT NOT NULL CHECK (purpose IN ('danger', 'screen', 'receipt', 'news', 'reminder')), -- why it is sent
    alert_id BLOB REFERENCES alert (id) CHECK (length(alert_id) = 16), -- the alert that a danger message is about
    class INTEGER NOT NULL CHECK (class BETWEEN 0 AND 3), -- danger 0, answers 1, reminders 2, digests 3
    edit INTEGER, -- the message that it replaces
    fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)), -- whether it is a live screen that must be a new message
    body BLOB, -- text and buttons, sealed; wiped when it ends
    dedup TEXT NOT NULL UNIQUE, -- what makes a repeat harmless
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'withdrawn', 'expired', 'failed')), -- how far it is
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often it was taken up
    repeats INTEGER NOT NULL DEFAULT 0 CHECK (repeats >= 0), -- how often it is sent again after a doubt
    not_before TEXT NOT NULL, -- not sent before
    owned_until TEXT NOT NULL, -- until then one process works on it
    decided_at TEXT NOT NULL, -- when it was decided
    ended_at TEXT, -- when it ended
    message_id INTEGER, -- the message it became
    error TEXT, -- the word for why it failed
    CHECK ((purpose = 'danger') = (alert_id IS NOT NULL)),
    CHECK ((body IS NULL) = (state NOT IN ('pending', 'sending'))),
    CHECK ((ended_at IS NULL) = (state IN ('pending', 'sending')))
) STRICT;
CREATE INDEX outbox_of_chat ON outbox (chat_id, seq);
CREATE INDEX outbox_pending ON outbox (class, seq) WHERE state = 'pending';
CREATE INDEX outbox_sending ON outbox (owned_until) WHERE state = 'sending';
CREATE INDEX outbox_failed ON outbox (seq) WHERE state = 'failed';
CREATE INDEX outbox_alert ON outbox (alert_id) WHERE alert_id IS NOT NULL;

-- What was done, by whom, on what; a chain that only grows.
CREATE TABLE audit (
    seq INTEGER NOT NULL PRIMARY KEY, -- counts from 1 without a gap
    at TEXT NOT NULL, -- when
    actor_id BLOB CHECK (length(actor_id) = 16), -- who; nobody for the program itself
    action TEXT NOT NULL CHECK (action <> ''), -- what, a word of the access table
    object TEXT NOT NULL CHECK (object IN ('case', 'report', 'draft', 'alert', 'task', 'referral', 'share', 'person', 'programme')), -- on what kind of thing
    object_id BLOB CHECK (length(object_id) = 16), -- on which
    previous BLOB NOT NULL, -- the hash of the line before
    hash BLOB NOT NULL UNIQUE -- the hash of this line
) STRICT;
CREATE INDEX audit_object ON audit (object_id) WHERE object_id IS NOT NULL;
CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit only grows');
END;
CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit only grows');
END;

-- The end of the chain, locked by whoever adds to it.
CREATE TABLE audit_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- there is one row
    seq INTEGER NOT NULL, -- the last line
    hash BLOB NOT NULL -- its hash
) STRICT;
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, zeroblob(32));

-- Wishes to be deleted.
CREATE TABLE erasure (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES person (id) CHECK (length(person_id) = 16), -- whose; one wish each
    asked_at TEXT NOT NULL, -- when they asked
    done_at TEXT -- when somebody had seen to it
) STRICT;

-- Invitations to join.
CREATE TABLE invite (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- which invitation
    token_hash BLOB NOT NULL UNIQUE, -- SHA-256 of the token
    role TEXT NOT NULL CHECK (role IN ('family', 'volunteer', 'caseworker', 'supervisor', 'manager')), -- as what
    team_id BLOB REFERENCES team (id) CHECK (length(team_id) = 16), -- into which team
    person_id BLOB REFERENCES person (id) CHECK (length(person_id) = 16), -- whom it names, if they are known
    name BLOB, -- how they will be called, sealed
    expires_at TEXT NOT NULL, -- until when it works
    used_at TEXT, -- when it was taken up
    used_by BLOB REFERENCES person (id) CHECK (length(used_by) = 16), -- by whom
    case_id BLOB REFERENCES cases (id) CHECK (length(case_id) = 16), -- into which case, as family
    kin TEXT CHECK (kin IN ('caregiver', 'child', 'relative')), -- what of the family
    invited_by BLOB REFERENCES person (id) CHECK (length(invited_by) = 16), -- who invited in the chat, and is asked whether it is the right person
    CHECK ((case_id IS NULL) = (kin IS NULL)),
    CHECK ((used_at IS NULL) = (used_by IS NULL))
) STRICT;

-- Invitations that did not exist, so that guessing is noticed; those of the hour before the last one.
CREATE TABLE guess (
    user_id INTEGER NOT NULL, -- the Telegram user who tried
    guessed_at TEXT NOT NULL -- when
) STRICT;
CREATE INDEX guess_of_user ON guess (user_id, guessed_at);
CREATE INDEX guess_at ON guess (guessed_at);

-- The bots that this database serves.
CREATE TABLE bot (
    id INTEGER NOT NULL PRIMARY KEY, -- Telegram's id of the bot
    next_offset INTEGER, -- the first update that is not yet confirmed
    polled_at TEXT, -- when Telegram last gave what it had, to within half a minute
    username TEXT -- its name, for links
) STRICT;

-- Who does alone what only one process may do.
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY, -- what
    holder TEXT NOT NULL, -- who
    until TEXT NOT NULL -- until when
) STRICT;
