-- Somebody who sat in a session and is on no list yet: beside the roster, by name alone, until it
-- turns out who it was or nobody needs to know.
CREATE TABLE session_guests (
  id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  name TEXT NOT NULL CHECK (name <> ''),
  code TEXT NOT NULL REFERENCES statuses (code),
  at INTEGER NOT NULL,
  added_by TEXT NOT NULL REFERENCES accounts (id),
  settled_at INTEGER,
  -- The student that it was; null with settled_at: dismissed.
  student_id TEXT REFERENCES students (id),
  CHECK (student_id IS NULL OR settled_at IS NOT NULL)
) STRICT;
CREATE INDEX session_guests_by_session ON session_guests (session_id, at);
