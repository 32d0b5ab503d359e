-- An import of marks may make subjects too.
CREATE TABLE import_changes_anew (
  import_id TEXT NOT NULL REFERENCES imports (id),
  what TEXT NOT NULL CHECK (what IN ('class', 'student', 'mark', 'subject')),
  subject_id TEXT NOT NULL,
  -- Null: the import made it.
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (import_id, what, subject_id)
) STRICT, WITHOUT ROWID;
INSERT INTO import_changes_anew SELECT import_id, what, subject_id, before, after FROM import_changes;
DROP TABLE import_changes;
ALTER TABLE import_changes_anew RENAME TO import_changes;
