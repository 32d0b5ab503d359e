-- What counts as a correction: a mark changed or taken back, and not one set aside because its
-- register did not take place or its student was not in the class that day. The reasons are those
-- in src-main/register/set-aside-reasons.ts.
CREATE VIEW corrections AS
SELECT session_id, student_id, method, recorded_at FROM attendance_events
WHERE kind <> 'mark' AND NOT (kind = 'void' AND coalesce(
  reason = 'Not in the class on that day' OR reason GLOB 'Did not take place: *', 0));

DROP TRIGGER session_totals_corrected;
CREATE TRIGGER session_totals_corrected AFTER INSERT ON attendance_events WHEN NEW.kind <> 'mark'
BEGIN
  UPDATE session_totals SET corrected = (
    SELECT count(DISTINCT c.student_id) FROM corrections c
    JOIN sessions s ON s.id = c.session_id
    WHERE c.session_id = NEW.session_id AND c.recorded_at >= s.ended_at)
  WHERE session_id = NEW.session_id;
END;

DROP TRIGGER session_totals_ended;
CREATE TRIGGER session_totals_ended AFTER UPDATE OF ended_at ON sessions
BEGIN
  UPDATE session_totals SET corrected = (
    SELECT count(DISTINCT c.student_id) FROM corrections c
    WHERE c.session_id = NEW.id AND c.recorded_at >= NEW.ended_at)
  WHERE session_id = NEW.id;
END;

UPDATE session_totals SET corrected = (
  SELECT count(DISTINCT c.student_id) FROM corrections c
  JOIN sessions s ON s.id = c.session_id
  WHERE c.session_id = session_totals.session_id AND c.recorded_at >= s.ended_at);
