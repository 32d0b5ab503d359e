-- Accounts of students, passwords that have to be changed, and what the school decides about both.

-- The student whose own record this account reads; students' accounts have one, others none.
ALTER TABLE accounts ADD COLUMN student_id TEXT REFERENCES students (id)
  CHECK ((role = 'student') = (student_id IS NOT NULL));
CREATE UNIQUE INDEX accounts_by_student ON accounts (student_id) WHERE student_id IS NOT NULL;

-- 1 while the password is one that somebody else has handed over.
ALTER TABLE accounts ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0
  CHECK (must_change_password IN (0, 1));

ALTER TABLE school ADD COLUMN idle_lock_minutes INTEGER NOT NULL DEFAULT 10
  CHECK (idle_lock_minutes BETWEEN 1 AND 120);
ALTER TABLE school ADD COLUMN leaderboard INTEGER NOT NULL DEFAULT 0
  CHECK (leaderboard IN (0, 1));

-- Failed sign-ins under names that no account has, so that such a name is locked out as an account
-- would be. The name itself is not kept, and the number of rows is bounded.
CREATE TABLE unknown_names (
  name_hash TEXT PRIMARY KEY NOT NULL CHECK (length(name_hash) = 64),
  failed_attempts INTEGER NOT NULL CHECK (failed_attempts >= 1),
  locked_until INTEGER,
  last_failed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX unknown_names_by_time ON unknown_names (last_failed_at);
