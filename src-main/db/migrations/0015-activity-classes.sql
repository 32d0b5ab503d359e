-- The class that an entry is about which has neither a session nor a student, so that it is read by
-- those who see that class alone.
ALTER TABLE activity ADD COLUMN class_id TEXT REFERENCES classes (id);

UPDATE activity
SET class_id = (
  SELECT id FROM classes WHERE name = json_extract(activity.detail, '$.className')
  ORDER BY archived_at IS NOT NULL LIMIT 1
)
WHERE kind IN ('notHeld', 'notHeldTakenBack');
