-- Chats that are cleared: what both sides wrote there lately goes.

ALTER TABLE inbox ADD COLUMN message_id INTEGER /* the message, if somebody wrote one in their own chat */;
CREATE INDEX inbox_written ON inbox (lane, received_at) WHERE message_id IS NOT NULL;

-- Messages that are to go.
CREATE TABLE clearing (
    chat_id INTEGER NOT NULL, -- from which chat
    message_id INTEGER NOT NULL, -- which
    blank INTEGER NOT NULL CHECK (blank IN (0, 1)), -- whether it is too old to be deleted, and is to say nothing instead
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0), -- how often that failed
    next_at TEXT NOT NULL, -- when to try next
    PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX clearing_next ON clearing (next_at, chat_id);
