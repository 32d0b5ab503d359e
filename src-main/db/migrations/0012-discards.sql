-- A register that did not take place. The marks it had are taken back by void events in the log;
-- these columns say why its rows are struck through, and who may take it back.
ALTER TABLE sessions ADD COLUMN discarded_at INTEGER;
ALTER TABLE sessions ADD COLUMN discarded_by TEXT REFERENCES accounts (id);
ALTER TABLE sessions ADD COLUMN discard_reason TEXT;

-- 0: on the roster when the session started, and not in the class that day by the dates that were
-- entered since.
ALTER TABLE session_roster ADD COLUMN in_class INTEGER NOT NULL DEFAULT 1
  CHECK (in_class IN (0, 1));

CREATE TRIGGER session_totals_in_class AFTER UPDATE OF in_class ON session_roster
WHEN NEW.in_class <> OLD.in_class
BEGIN
  UPDATE session_totals SET on_roster = on_roster + NEW.in_class - OLD.in_class
  WHERE session_id = NEW.session_id;
END;
