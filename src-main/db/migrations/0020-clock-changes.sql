-- When the clock of this computer was found to have been set back or put forward. A change puts the
-- times of the events after `after_seq`, by this device's log, in doubt until somebody says that the
-- clock is right or it is put back; `until_seq` is the last of them then.
CREATE TABLE clock_changes (
  id TEXT PRIMARY KEY NOT NULL,
  -- By the clock as it was after the change.
  noticed_at INTEGER NOT NULL,
  -- Negative: it went back.
  shift_ms INTEGER NOT NULL CHECK (shift_ms <> 0),
  -- 1: found at a start, by what had been written before; it may have gone back further.
  while_closed INTEGER NOT NULL CHECK (while_closed IN (0, 1)),
  device_id TEXT NOT NULL,
  after_seq INTEGER NOT NULL CHECK (after_seq >= 0),
  settled_at INTEGER,
  until_seq INTEGER,
  -- Null with settled_at: the clock was put back.
  settled_by TEXT REFERENCES accounts (id),
  CHECK ((settled_at IS NULL) = (until_seq IS NULL))
) STRICT;
CREATE INDEX clock_changes_in_doubt ON clock_changes (noticed_at) WHERE settled_at IS NULL;

-- The latest moment that the clock was seen at, some minutes old at most while the app is open.
CREATE TABLE clock_seen (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL
) STRICT;
