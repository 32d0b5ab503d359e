-- What the app itself says: of a face, by the late rule, at closing, of an absence known before.
-- Each role is always played by one status in use whose meaning fits.
CREATE TABLE status_roles (
  role TEXT PRIMARY KEY NOT NULL CHECK (role IN ('present', 'late', 'absent', 'excused')),
  code TEXT NOT NULL REFERENCES statuses (code)
) STRICT;
INSERT INTO status_roles (role, code) VALUES
  ('present', 'P'),
  ('late', 'L'),
  ('absent', 'A'),
  ('excused', 'E');

-- The key that sets a status in a list, lower case.
ALTER TABLE statuses ADD COLUMN shortcut TEXT
  CHECK (shortcut IS NULL OR (length(shortcut) = 1 AND shortcut = lower(shortcut)));
UPDATE statuses SET shortcut = lower(code);
CREATE UNIQUE INDEX statuses_shortcut_in_use ON statuses (shortcut) WHERE archived_at IS NULL;

-- Whether a mark has ever used a code.
CREATE INDEX attendance_events_by_code ON attendance_events (code);
