-- What each session came to, kept by the triggers below in the transaction of every change, so
-- that lists of registers need not count their cells. Rebuilt from the rows at any time.
CREATE TABLE session_totals (
  session_id TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id),
  on_roster INTEGER NOT NULL CHECK (on_roster >= 0),
  -- Students whose mark was changed or taken back after the register had been closed.
  corrected INTEGER NOT NULL CHECK (corrected >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_code_totals (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  code TEXT NOT NULL REFERENCES statuses (code),
  students INTEGER NOT NULL CHECK (students >= 0),
  PRIMARY KEY (session_id, code)
) STRICT, WITHOUT ROWID;

INSERT INTO session_totals (session_id, on_roster, corrected)
SELECT s.id,
  (SELECT count(*) FROM session_roster r WHERE r.session_id = s.id),
  (SELECT count(DISTINCT e.student_id) FROM attendance_events e
    WHERE e.session_id = s.id AND e.kind <> 'mark' AND e.recorded_at >= s.ended_at)
FROM sessions s;
INSERT INTO session_code_totals (session_id, code, students)
SELECT session_id, code, count(*) FROM attendance GROUP BY session_id, code;

CREATE TRIGGER session_totals_begin AFTER INSERT ON sessions
BEGIN
  INSERT INTO session_totals (session_id, on_roster, corrected) VALUES (NEW.id, 0, 0);
END;

CREATE TRIGGER session_totals_joined AFTER INSERT ON session_roster
BEGIN
  UPDATE session_totals SET on_roster = on_roster + 1 WHERE session_id = NEW.session_id;
END;

CREATE TRIGGER session_totals_left AFTER DELETE ON session_roster
BEGIN
  UPDATE session_totals SET on_roster = on_roster - 1 WHERE session_id = OLD.session_id;
END;

CREATE TRIGGER session_totals_marked AFTER INSERT ON attendance
BEGIN
  INSERT INTO session_code_totals (session_id, code, students) VALUES (NEW.session_id, NEW.code, 1)
  ON CONFLICT (session_id, code) DO UPDATE SET students = students + 1;
END;

CREATE TRIGGER session_totals_unmarked AFTER DELETE ON attendance
BEGIN
  UPDATE session_code_totals SET students = students - 1
  WHERE session_id = OLD.session_id AND code = OLD.code;
END;

CREATE TRIGGER session_totals_changed AFTER UPDATE OF code ON attendance WHEN NEW.code <> OLD.code
BEGIN
  UPDATE session_code_totals SET students = students - 1
  WHERE session_id = OLD.session_id AND code = OLD.code;
  INSERT INTO session_code_totals (session_id, code, students) VALUES (NEW.session_id, NEW.code, 1)
  ON CONFLICT (session_id, code) DO UPDATE SET students = students + 1;
END;

CREATE TRIGGER session_totals_corrected AFTER INSERT ON attendance_events WHEN NEW.kind <> 'mark'
BEGIN
  UPDATE session_totals SET corrected = (
    SELECT count(DISTINCT e.student_id) FROM attendance_events e
    JOIN sessions s ON s.id = e.session_id
    WHERE e.session_id = NEW.session_id AND e.kind <> 'mark' AND e.recorded_at >= s.ended_at)
  WHERE session_id = NEW.session_id;
END;

CREATE TRIGGER session_totals_ended AFTER UPDATE OF ended_at ON sessions
BEGIN
  UPDATE session_totals SET corrected = (
    SELECT count(DISTINCT e.student_id) FROM attendance_events e
    WHERE e.session_id = NEW.id AND e.kind <> 'mark' AND e.recorded_at >= NEW.ended_at)
  WHERE session_id = NEW.id;
END;
