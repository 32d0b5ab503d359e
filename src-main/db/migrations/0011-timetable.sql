-- The school's year and week. Days are YYYY-MM-DD where the school is, both ends included;
-- times of day are minutes since midnight there.
CREATE TABLE terms (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  CHECK (to_day >= from_day)
) STRICT;

CREATE TABLE holidays (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  CHECK (to_day >= from_day)
) STRICT;

-- A change from a day on ends one row the day before and begins another: what was, stays.
CREATE TABLE lessons (
  id TEXT PRIMARY KEY NOT NULL,
  -- ISO 8601: 1 is Monday.
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  starts_at INTEGER NOT NULL CHECK (starts_at BETWEEN 0 AND 1439),
  ends_at INTEGER NOT NULL CHECK (ends_at BETWEEN 1 AND 1440),
  class_id TEXT NOT NULL REFERENCES classes (id),
  subject_id TEXT NOT NULL REFERENCES subjects (id),
  teacher_id TEXT NOT NULL REFERENCES accounts (id),
  room TEXT CHECK (room <> ''),
  from_day TEXT NOT NULL,
  to_day TEXT,
  CHECK (ends_at > starts_at),
  CHECK (to_day IS NULL OR to_day >= from_day)
) STRICT;
CREATE INDEX lessons_by_weekday ON lessons (weekday, starts_at);
CREATE INDEX lessons_by_class ON lessons (class_id);
CREATE INDEX lessons_by_teacher ON lessons (teacher_id);

CREATE TABLE lessons_not_held (
  lesson_id TEXT NOT NULL REFERENCES lessons (id),
  day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_by TEXT NOT NULL REFERENCES accounts (id),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (lesson_id, day)
) STRICT, WITHOUT ROWID;

-- The lesson of the timetable that a session was, and when that was to begin.
ALTER TABLE sessions ADD COLUMN lesson_id TEXT REFERENCES lessons (id);
ALTER TABLE sessions ADD COLUMN scheduled_at INTEGER;
CREATE INDEX sessions_by_lesson ON sessions (lesson_id) WHERE lesson_id IS NOT NULL;

-- From which day on an arrival counts as late after how many minutes; null: never.
CREATE TABLE late_rules (
  class_id TEXT NOT NULL REFERENCES classes (id),
  from_day TEXT NOT NULL,
  late_after_minutes INTEGER CHECK (late_after_minutes BETWEEN 0 AND 240),
  PRIMARY KEY (class_id, from_day)
) STRICT, WITHOUT ROWID;
INSERT INTO late_rules (class_id, from_day, late_after_minutes)
  SELECT id, '0001-01-01', late_after_minutes FROM classes;
ALTER TABLE classes DROP COLUMN late_after_minutes;
