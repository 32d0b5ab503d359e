-- Whom to reach about a student; a student may have several.
CREATE TABLE guardians (
  id TEXT PRIMARY KEY NOT NULL,
  student_id TEXT NOT NULL REFERENCES students (id),
  name TEXT NOT NULL CHECK (name <> ''),
  relation TEXT NOT NULL
    CHECK (relation IN ('mother', 'father', 'grandparent', 'sibling', 'guardian', 'other')),
  -- E.164, such as +919876543210.
  phone TEXT CHECK (phone IS NULL OR phone GLOB '+[0-9]*'),
  email TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guardians_by_student ON guardians (student_id);

CREATE TABLE imports (
  id TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('students', 'marks')),
  -- Without the names of people in it.
  file_name TEXT NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;
CREATE INDEX imports_by_time ON imports (at, id);

-- What an import did, so that it can be taken back; emptied when it is.
CREATE TABLE import_changes (
  import_id TEXT NOT NULL REFERENCES imports (id),
  what TEXT NOT NULL CHECK (what IN ('class', 'student', 'mark')),
  subject_id TEXT NOT NULL,
  -- Null: the import made it.
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (import_id, what, subject_id)
) STRICT, WITHOUT ROWID;
