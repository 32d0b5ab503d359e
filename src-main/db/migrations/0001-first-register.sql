-- The first shape of the register. Ids are UUIDv7 as text, instants are milliseconds since
-- the epoch (UTC), days are YYYY-MM-DD where the school is, vectors are little-endian float32.

CREATE TABLE school (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  liveness_policy TEXT NOT NULL CHECK (liveness_policy IN ('off', 'standard', 'strict')),
  device_id TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  username TEXT NOT NULL UNIQUE CHECK (username = lower(username)),
  display_name TEXT NOT NULL CHECK (display_name <> ''),
  role TEXT NOT NULL CHECK (role IN ('admin', 'teacher', 'office', 'student')),
  password_hash TEXT NOT NULL,
  failed_attempts INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
  locked_until INTEGER,
  last_sign_in_at INTEGER,
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE classes (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  -- The name folded for comparison: "10B" and "10b" are one class.
  name_key TEXT NOT NULL,
  late_after_minutes INTEGER CHECK (late_after_minutes BETWEEN 0 AND 240),
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX classes_active_name ON classes (name_key) WHERE archived_at IS NULL;

CREATE TABLE subjects (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE UNIQUE INDEX subjects_active_name ON subjects (name_key) WHERE archived_at IS NULL;

CREATE TABLE students (
  id TEXT PRIMARY KEY NOT NULL,
  student_number TEXT NOT NULL CHECK (student_number <> ''),
  number_key TEXT NOT NULL UNIQUE,
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  -- Name and number without case and diacritics, for search.
  search_key TEXT NOT NULL,
  class_id TEXT NOT NULL REFERENCES classes (id),
  email TEXT,
  created_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
CREATE INDEX students_by_class ON students (class_id) WHERE archived_at IS NULL;

-- Which class a student belonged to on which days, both ends included; null: still does.
CREATE TABLE class_memberships (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES students (id),
  class_id TEXT NOT NULL REFERENCES classes (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  CHECK (to_day IS NULL OR to_day >= from_day)
) STRICT;
CREATE UNIQUE INDEX class_memberships_current ON class_memberships (student_id) WHERE to_day IS NULL;
CREATE INDEX class_memberships_by_class ON class_memberships (class_id, from_day);
CREATE INDEX class_memberships_by_student ON class_memberships (student_id, from_day);

CREATE TABLE consents (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES students (id),
  given_by TEXT NOT NULL CHECK (given_by <> ''),
  relation TEXT NOT NULL CHECK (relation IN ('student', 'parent', 'guardian')),
  method TEXT NOT NULL CHECK (method IN ('paper', 'inPerson', 'electronic')),
  text_version TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES accounts (id),
  withdrawn_at INTEGER,
  withdrawal_recorded_by TEXT REFERENCES accounts (id),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_recorded_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX consents_in_force ON consents (student_id) WHERE withdrawn_at IS NULL;
CREATE INDEX consents_by_student ON consents (student_id, given_at);

CREATE TABLE templates (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES students (id),
  model_id TEXT NOT NULL,
  pose TEXT NOT NULL CHECK (pose IN ('front', 'left', 'right', 'up', 'smile')),
  quality REAL NOT NULL CHECK (quality BETWEEN 0 AND 1),
  source TEXT NOT NULL CHECK (source IN ('camera', 'file')),
  captured_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL REFERENCES accounts (id),
  vector BLOB NOT NULL CHECK (length(vector) > 0 AND length(vector) % 4 = 0)
) STRICT;
CREATE INDEX templates_by_student ON templates (student_id, model_id);
CREATE INDEX templates_by_model ON templates (model_id, student_id);

-- A code that marks have used is archived, never deleted: old marks keep their meaning.
CREATE TABLE statuses (
  code TEXT PRIMARY KEY NOT NULL CHECK (code <> ''),
  label TEXT NOT NULL CHECK (label <> ''),
  meaning TEXT NOT NULL CHECK (meaning IN ('present', 'absent', 'ignored')),
  points REAL NOT NULL,
  colour TEXT NOT NULL,
  sort_order INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;
INSERT INTO statuses (code, label, meaning, points, colour, sort_order) VALUES
  ('P', 'Present', 'present', 1, 'green', 1),
  ('L', 'Late', 'present', 0.5, 'yellow', 2),
  ('A', 'Absent', 'absent', 0, 'red', 3),
  ('E', 'Excused', 'ignored', 0, 'blue', 4);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY NOT NULL,
  class_id TEXT NOT NULL REFERENCES classes (id),
  subject_id TEXT NOT NULL REFERENCES subjects (id),
  teacher_id TEXT NOT NULL REFERENCES accounts (id),
  device_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  ended_at INTEGER,
  -- Both as they were when the session started.
  liveness_policy TEXT NOT NULL CHECK (liveness_policy IN ('off', 'standard', 'strict')),
  late_after_minutes INTEGER,
  CHECK (ended_at IS NULL OR ended_at >= started_at)
) STRICT;
CREATE UNIQUE INDEX sessions_one_open_per_class ON sessions (class_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_class ON sessions (class_id, started_at);
CREATE INDEX sessions_by_start ON sessions (started_at);

-- Who was in the class when the session started, and what the class was called.
CREATE TABLE session_roster (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  student_id TEXT NOT NULL REFERENCES students (id),
  class_name TEXT NOT NULL,
  PRIMARY KEY (session_id, student_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_roster_by_student ON session_roster (student_id);

-- The register itself: appended to, never changed. The hash chain runs along each device's seq.
CREATE TABLE attendance_events (
  id TEXT PRIMARY KEY NOT NULL,
  device_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('mark', 'amend', 'void')),
  session_id TEXT NOT NULL,
  student_id TEXT NOT NULL,
  code TEXT REFERENCES statuses (code),
  method TEXT NOT NULL CHECK (method IN ('face', 'qr', 'manual', 'import', 'rule')),
  score REAL,
  evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence)),
  policy TEXT CHECK (policy IN ('off', 'standard', 'strict')),
  captured_at INTEGER NOT NULL,
  utc_offset_minutes INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES accounts (id),
  reason TEXT,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (device_id, seq),
  FOREIGN KEY (session_id, student_id) REFERENCES session_roster (session_id, student_id),
  CHECK ((kind = 'void') = (code IS NULL))
) STRICT;
CREATE INDEX attendance_events_by_cell ON attendance_events (session_id, student_id, device_id, seq);
CREATE INDEX attendance_events_by_student ON attendance_events (student_id, captured_at);

CREATE TRIGGER attendance_events_never_updated BEFORE UPDATE ON attendance_events
BEGIN
  SELECT RAISE(ABORT, 'attendance events are never changed');
END;
CREATE TRIGGER attendance_events_never_deleted BEFORE DELETE ON attendance_events
BEGIN
  SELECT RAISE(ABORT, 'attendance events are never removed');
END;

-- Where each device's log ends, so that events cut off its end are noticed.
CREATE TABLE event_heads (
  device_id TEXT PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- The status in force: the fold over attendance_events, rebuilt from them at any time.
CREATE TABLE attendance (
  session_id TEXT NOT NULL,
  student_id TEXT NOT NULL,
  code TEXT NOT NULL REFERENCES statuses (code),
  method TEXT NOT NULL,
  score REAL,
  event_id TEXT NOT NULL REFERENCES attendance_events (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (session_id, student_id),
  FOREIGN KEY (session_id, student_id) REFERENCES session_roster (session_id, student_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_student ON attendance (student_id);

CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT REFERENCES accounts (id),
  session_id TEXT REFERENCES sessions (id),
  student_id TEXT REFERENCES students (id),
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE INDEX activity_by_time ON activity (at, id);
CREATE INDEX activity_by_session ON activity (session_id, at, id);
CREATE INDEX activity_by_kind ON activity (kind, at, id);
CREATE INDEX activity_by_student ON activity (student_id, at, id);

-- What waits for a network; written in the transaction of its cause, sent at least once.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  created_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE sent_at IS NULL;
