-- The import that made a register; null: it was taken in the app.
ALTER TABLE sessions ADD COLUMN import_id TEXT REFERENCES imports (id);
CREATE INDEX sessions_by_import ON sessions (import_id) WHERE import_id IS NOT NULL;
