-- Why an event is there, which its reason said so far; NULL in events written before. Those cannot
-- be changed, and their hash covers no cause: their reason goes on saying it, by the rules of
-- src-main/register/log/event-cause.ts.
ALTER TABLE attendance_events ADD COLUMN cause TEXT CHECK (cause IN ('ordinary', 'setAside', 'guest'));

DROP VIEW corrections;
CREATE VIEW corrections AS
SELECT session_id, student_id, method, recorded_at FROM attendance_events AS e
WHERE kind <> 'mark'
  AND NOT CASE WHEN cause IS NOT NULL THEN cause = 'setAside'
    ELSE kind = 'void' AND coalesce(
      reason = 'Not in the class on that day' OR reason GLOB 'Did not take place: *', 0) END
  AND NOT (kind = 'amend'
    AND CASE WHEN cause IS NOT NULL THEN cause = 'guest'
      ELSE coalesce(reason = 'Was noted as a guest', 0) END
    AND EXISTS (
      SELECT 1 FROM session_guests AS g
      WHERE g.session_id = e.session_id AND g.student_id = e.student_id));

-- What is set aside changes no count; by the cause alone, for every event from now on has one.
DROP TRIGGER session_totals_corrected;
CREATE TRIGGER session_totals_corrected AFTER INSERT ON attendance_events
WHEN NEW.kind <> 'mark' AND NEW.cause IS NOT 'setAside'
BEGIN
  UPDATE session_totals SET corrected = (
    SELECT count(DISTINCT c.student_id) FROM corrections c
    JOIN sessions s ON s.id = c.session_id
    WHERE c.session_id = NEW.session_id AND c.recorded_at >= s.ended_at)
  WHERE session_id = NEW.session_id;
END;
