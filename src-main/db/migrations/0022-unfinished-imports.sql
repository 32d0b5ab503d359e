-- Who is writing an import or taking it back, part by part, while that goes on. One that is not
-- finished when the app ends is taken back at the next start.
ALTER TABLE imports ADD COLUMN unfinished_by TEXT REFERENCES accounts (id);
CREATE INDEX imports_unfinished ON imports (unfinished_by) WHERE unfinished_by IS NOT NULL;

-- A mark set aside is nobody's correction (view `corrections`): it changes no count, and counting
-- anew after each of a register is most of the work of setting all of them aside.
DROP TRIGGER session_totals_corrected;
CREATE TRIGGER session_totals_corrected AFTER INSERT ON attendance_events
WHEN NEW.kind <> 'mark' AND NOT (NEW.kind = 'void' AND coalesce(
  NEW.reason = 'Not in the class on that day' OR NEW.reason GLOB 'Did not take place: *', 0))
BEGIN
  UPDATE session_totals SET corrected = (
    SELECT count(DISTINCT c.student_id) FROM corrections c
    JOIN sessions s ON s.id = c.session_id
    WHERE c.session_id = NEW.session_id AND c.recorded_at >= s.ended_at)
  WHERE session_id = NEW.session_id;
END;
