-- Saying who a guest was puts a student's mark in; it corrects none. The reason is the one in
-- src-main/register/set-aside-reasons.ts.
DROP VIEW corrections;
CREATE VIEW corrections AS
SELECT session_id, student_id, method, recorded_at FROM attendance_events AS e
WHERE kind <> 'mark'
  AND NOT (kind = 'void' AND coalesce(
    reason = 'Not in the class on that day' OR reason GLOB 'Did not take place: *', 0))
  AND NOT (kind = 'amend' AND coalesce(reason = 'Was noted as a guest', 0) AND EXISTS (
    SELECT 1 FROM session_guests AS g
    WHERE g.session_id = e.session_id AND g.student_id = e.student_id));

UPDATE session_totals SET corrected = (
  SELECT count(DISTINCT c.student_id) FROM corrections c
  JOIN sessions s ON s.id = c.session_id
  WHERE c.session_id = session_totals.session_id AND c.recorded_at >= s.ended_at);
