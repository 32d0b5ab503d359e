-- Students whose stored faces no longer fit well, by the scores of their latest marks.
CREATE TABLE face_renewals (
  student_id TEXT PRIMARY KEY NOT NULL REFERENCES students (id),
  reason TEXT NOT NULL CHECK (reason IN ('weak', 'sinking')),
  noticed_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER face_renewals_settled AFTER DELETE ON templates
BEGIN
  DELETE FROM face_renewals WHERE student_id = OLD.student_id;
END;

-- Whether a sure match may take the place of the student's oldest template.
ALTER TABLE school ADD COLUMN template_refresh INTEGER NOT NULL DEFAULT 0
  CHECK (template_refresh IN (0, 1));
