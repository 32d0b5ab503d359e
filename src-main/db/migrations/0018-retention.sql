-- How long what is kept; null: for as long as the register itself. One row. The units and what they
-- mean: src-shared/privacy/retention.ts.
CREATE TABLE retention (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  unused_faces INTEGER CHECK (unused_faces > 0),
  former_students INTEGER CHECK (former_students > 0),
  activity INTEGER CHECK (activity > 0),
  import_copies INTEGER CHECK (import_copies > 0),
  absence_reasons INTEGER CHECK (absence_reasons > 0),
  -- Who set the rules, in whose name they are applied; null: they are as the app brought them.
  changed_by TEXT REFERENCES accounts (id),
  last_run_at INTEGER,
  -- The first day on which something may be removed.
  hold_until TEXT,
  CHECK (former_students IS NULL OR changed_by IS NOT NULL)
) STRICT;
INSERT INTO retention (id, unused_faces) VALUES (1, 12);

-- Students of whom something will be erased by a rule, from the day on which that was first said.
CREATE TABLE retention_notices (
  student_id TEXT NOT NULL REFERENCES students (id),
  rule TEXT NOT NULL CHECK (rule IN ('unusedFaces', 'formerStudents')),
  noticed_at INTEGER NOT NULL,
  erase_on TEXT NOT NULL,
  -- An admin has said that it stays nevertheless.
  kept_at INTEGER,
  kept_by TEXT REFERENCES accounts (id),
  PRIMARY KEY (student_id, rule),
  CHECK ((kept_at IS NULL) = (kept_by IS NULL))
) STRICT, WITHOUT ROWID;

-- When the student was erased, by hand or by a rule.
ALTER TABLE students ADD COLUMN erased_at INTEGER;
UPDATE students SET erased_at = (
  SELECT max(at) FROM activity WHERE kind = 'studentErased' AND student_id = students.id);

-- When the reason and who gave it were blanked by a rule.
ALTER TABLE planned_absences ADD COLUMN reason_erased_at INTEGER;

-- Another reason than the blank one has a time of its own.
CREATE TRIGGER absence_reason_given AFTER UPDATE OF reason ON planned_absences
WHEN NEW.reason <> OLD.reason AND NEW.reason_erased_at IS OLD.reason_erased_at
BEGIN
  UPDATE planned_absences SET reason_erased_at = NULL WHERE id = NEW.id;
END;
