-- Who teaches which class. A class that nobody is assigned to is open to every teacher.
CREATE TABLE class_teachers (
  class_id TEXT NOT NULL REFERENCES classes (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (class_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX class_teachers_by_account ON class_teachers (account_id);

-- Who stands in from day to day, both included: for one class, or for all that a teacher does.
CREATE TABLE substitutions (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  class_id TEXT REFERENCES classes (id),
  for_account_id TEXT REFERENCES accounts (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  granted_by TEXT NOT NULL REFERENCES accounts (id),
  granted_at INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK (from_day <= to_day),
  CHECK ((class_id IS NULL) <> (for_account_id IS NULL)),
  CHECK (for_account_id IS NULL OR for_account_id <> account_id)
) STRICT;
CREATE INDEX substitutions_by_account ON substitutions (account_id, to_day) WHERE ended_at IS NULL;

-- For how many days after closing a teacher may correct a register; admins always may.
ALTER TABLE school ADD COLUMN correction_days INTEGER NOT NULL DEFAULT 7
  CHECK (correction_days BETWEEN 0 AND 365);
