import { type Status, type StatusRole, statusInRole } from '../contract/status.ts';

export type Arrival = 'onTime' | 'late';

/** Which of the school's statuses goes with the two ways to arrive. */
const ARRIVAL_ROLES = {
  onTime: 'present',
  late: 'late',
} as const satisfies Record<Arrival, StatusRole>;

const MS_PER_MINUTE = 60_000;

interface LateRule {
  startedAt: number;
  scheduledAt: number | null;
  lateAfterMinutes: number | null;
}

/**
 * Whether a student who was seen at `capturedAt` is late. Instants are milliseconds since the
 * epoch. The first late instant is exactly `lateAfterMinutes` after the start; null: never. The
 * start is the one that the timetable names, where the session was a lesson of the timetable:
 * a register begun late makes nobody punctual, and one begun early makes nobody late.
 */
export function arrivalAt(capturedAt: number, session: LateRule): Arrival {
  if (session.lateAfterMinutes === null) return 'onTime';
  const start = session.scheduledAt ?? session.startedAt;
  const lateFrom = start + session.lateAfterMinutes * MS_PER_MINUTE;
  return capturedAt >= lateFrom ? 'late' : 'onTime';
}

/** What a student who was seen at `capturedAt` is marked, of the statuses in use. */
export function arrivalStatus(
  capturedAt: number,
  session: LateRule,
  statuses: readonly Status[],
): Status {
  return statusInRole(statuses, ARRIVAL_ROLES[arrivalAt(capturedAt, session)]);
}
