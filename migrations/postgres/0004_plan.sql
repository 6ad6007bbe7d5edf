-- What belongs to a version of a goal beside its words.

CREATE TABLE task_kept (
    report_id UUID NOT NULL REFERENCES report (id),
    task_id UUID NOT NULL REFERENCES task (id),
    PRIMARY KEY (report_id, task_id)
);
CREATE INDEX task_kept_task ON task_kept (task_id);
COMMENT ON TABLE task_kept IS 'Steps that a version keeps from the one before, with what was ticked off; a report taken back keeps nothing.';
COMMENT ON COLUMN task_kept.report_id IS 'the report that proposed the version';
COMMENT ON COLUMN task_kept.task_id IS 'the step';

CREATE TABLE goal_level (
    report_id UUID NOT NULL REFERENCES report (id),
    goal_id UUID NOT NULL REFERENCES goal (id),
    much_less BYTEA NOT NULL,
    less BYTEA NOT NULL,
    more BYTEA NOT NULL,
    much_more BYTEA NOT NULL,
    PRIMARY KEY (report_id, goal_id)
);
CREATE INDEX goal_level_goal ON goal_level (goal_id);
COMMENT ON TABLE goal_level IS 'What the other steps of the scale look like, where somebody described them.';
COMMENT ON COLUMN goal_level.report_id IS 'the report that proposed the version';
COMMENT ON COLUMN goal_level.goal_id IS 'the goal';
COMMENT ON COLUMN goal_level.much_less IS 'what much less than agreed looks like, sealed with the case''s key';
COMMENT ON COLUMN goal_level.less IS 'less, sealed with the case''s key';
COMMENT ON COLUMN goal_level.more IS 'more, sealed with the case''s key';
COMMENT ON COLUMN goal_level.much_more IS 'much more, sealed with the case''s key';
