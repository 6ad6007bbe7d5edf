-- Chats that are cleared: what both sides wrote there lately goes.

ALTER TABLE inbox ADD COLUMN message_id BIGINT;
CREATE INDEX inbox_written ON inbox (lane, received_at) WHERE message_id IS NOT NULL;
COMMENT ON COLUMN inbox.message_id IS 'the message, if somebody wrote one in their own chat';

-- Messages that are to go.
CREATE TABLE clearing (
    chat_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    blank BOOLEAN NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX clearing_next ON clearing (next_at, chat_id);
COMMENT ON TABLE clearing IS 'messages that are to go';
COMMENT ON COLUMN clearing.chat_id IS 'from which chat';
COMMENT ON COLUMN clearing.message_id IS 'which';
COMMENT ON COLUMN clearing.blank IS 'whether it is too old to be deleted, and is to say nothing instead';
COMMENT ON COLUMN clearing.attempts IS 'how often that failed';
COMMENT ON COLUMN clearing.next_at IS 'when to try next';
