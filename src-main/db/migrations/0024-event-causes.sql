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
