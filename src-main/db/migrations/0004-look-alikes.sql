-- Pairs of students of whom recognition may take one for the other. They follow from the templates
-- and go with them: whatever erases a template of a student erases the student's pairs.
CREATE TABLE look_alikes (
  first_id TEXT NOT NULL REFERENCES students (id),
  second_id TEXT NOT NULL REFERENCES students (id),
  model_id TEXT NOT NULL,
  -- Cosine similarity of their nearest two templates.
  score REAL NOT NULL,
  found_at INTEGER NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX look_alikes_by_second ON look_alikes (second_id);

-- Whose templates have been compared with everybody's.
CREATE TABLE look_alike_checks (
  student_id TEXT PRIMARY KEY NOT NULL REFERENCES students (id),
  model_id TEXT NOT NULL
) STRICT;

CREATE TRIGGER look_alikes_erased AFTER DELETE ON templates
BEGIN
  DELETE FROM look_alikes WHERE first_id = OLD.student_id OR second_id = OLD.student_id;
  DELETE FROM look_alike_checks WHERE student_id = OLD.student_id;
END;
