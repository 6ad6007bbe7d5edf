-- A family that nobody has met for too long is a thing that is due.

ALTER TABLE obligation DROP CONSTRAINT obligation_rule_check;
ALTER TABLE obligation ADD CONSTRAINT obligation_rule_check CHECK (rule IN ('visit', 'review', 'follow_up', 'promise', 'decide', 'answer', 'aftercare', 'document', 'quiet'));

-- What the new rule says of the cases of before is reckoned once the program starts.
INSERT INTO to_reckon (case_id) SELECT id FROM cases WHERE TRUE ON CONFLICT (case_id) DO NOTHING;
