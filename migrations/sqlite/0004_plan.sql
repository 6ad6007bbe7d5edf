-- What belongs to a version of a goal beside its words.

-- Steps that a version keeps from the one before, with what was ticked off; a report taken back keeps nothing.
CREATE TABLE task_kept (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report that proposed the version
    task_id BLOB NOT NULL REFERENCES task (id) CHECK (length(task_id) = 16), -- the step
    PRIMARY KEY (report_id, task_id)
) STRICT;
CREATE INDEX task_kept_task ON task_kept (task_id);

-- What the other steps of the scale look like, where somebody described them.
CREATE TABLE goal_level (
    report_id BLOB NOT NULL REFERENCES report (id) CHECK (length(report_id) = 16), -- the report that proposed the version
    goal_id BLOB NOT NULL REFERENCES goal (id) CHECK (length(goal_id) = 16), -- the goal
    much_less BLOB NOT NULL, -- what much less than agreed looks like, sealed with the case's key
    less BLOB NOT NULL, -- less, sealed with the case's key
    more BLOB NOT NULL, -- more, sealed with the case's key
    much_more BLOB NOT NULL, -- much more, sealed with the case's key
    PRIMARY KEY (report_id, goal_id)
) STRICT;
CREATE INDEX goal_level_goal ON goal_level (goal_id);
