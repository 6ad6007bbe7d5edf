-- What is asked at every step must not take longer with every person and every message that the database has.

-- Whether an earlier message of a chat is still open is asked before each is sent.
CREATE INDEX outbox_open_of_chat ON outbox (chat_id, seq) WHERE state IN ('pending', 'sending');
-- Who hears of danger is asked at every answer.
CREATE INDEX person_supervisor ON person (team_id, id) WHERE role = 'supervisor';
CREATE INDEX person_manager ON person (id) WHERE role = 'manager';
