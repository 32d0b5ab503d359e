-- Who is known beforehand to be away, from day to day, both included. What is cancelled stays.
CREATE TABLE planned_absences (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES students (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  reported_by TEXT NOT NULL CHECK (reported_by <> ''),
  recorded_by TEXT NOT NULL REFERENCES accounts (id),
  recorded_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX planned_absences_by_student ON planned_absences (student_id, to_day)
  WHERE cancelled_at IS NULL;
CREATE INDEX planned_absences_by_day ON planned_absences (to_day) WHERE cancelled_at IS NULL;
