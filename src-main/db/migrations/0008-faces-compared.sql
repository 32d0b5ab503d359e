-- Whose faces a session compares with: those of its roster, or those of the whole school.
ALTER TABLE school ADD COLUMN compare_with TEXT NOT NULL DEFAULT 'roster'
  CHECK (compare_with IN ('roster', 'school'));
