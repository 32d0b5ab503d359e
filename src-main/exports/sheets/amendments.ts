import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import { inOrder } from '#shared/register/fold.ts';
import { isSetAside } from '../../register/log/is-set-aside.ts';

/** A mark that was changed or taken back. */
export interface Amendment {
  studentId: string;
  /** What stood before; null where nobody had marked. */
  before: string | null;
  /** Null: taken back. */
  after: string | null;
  reason: string | null;
  recordedAt: number;
  utcOffsetMinutes: number;
  actorId: string;
  afterClosing: boolean;
}

/** The app taking back what it said itself, without a reason, is nobody's amendment. */
function isAmendment({ kind, method, reason }: AttendanceEvent): boolean {
  return kind !== 'mark' && (method !== 'rule' || reason !== null);
}

function amendmentsOfCell(events: AttendanceEvent[], endedAt: number | null): Amendment[] {
  const found: Amendment[] = [];
  let before: string | null = null;
  for (const event of inOrder(events)) {
    const { studentId, code, reason, recordedAt, utcOffsetMinutes, actorId } = event;
    // What is set aside comes back as it stood, or its student is not listed.
    if (isSetAside(event)) continue;
    if (isAmendment(event)) {
      const afterClosing = endedAt !== null && recordedAt >= endedAt;
      const made = { studentId, reason, recordedAt, utcOffsetMinutes, actorId, afterClosing };
      found.push({ ...made, before, after: code });
    }
    before = code;
  }
  return found;
}

/** What was changed in a session, oldest first. `endedAt` null: it is still open. */
export function amendmentsIn(
  events: Iterable<AttendanceEvent>,
  endedAt: number | null,
): Amendment[] {
  const byStudent = Map.groupBy(events, ({ studentId }) => studentId);
  return [...byStudent.values()]
    .flatMap((cell) => amendmentsOfCell(cell, endedAt))
    .toSorted((a, b) => a.recordedAt - b.recordedAt);
}
