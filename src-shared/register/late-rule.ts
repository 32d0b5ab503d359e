import type { StatusRole } from '../contract/status.ts';

export type Arrival = 'onTime' | 'late';

/** Which of the school's statuses goes with the two ways to arrive. */
export const ARRIVAL_ROLES = {
  onTime: 'present',
  late: 'late',
} as const satisfies Record<Arrival, StatusRole>;

const MS_PER_MINUTE = 60_000;

/**
 * Whether a student who was seen at `capturedAt` is late. Both instants are milliseconds since
 * the epoch. The first late instant is exactly `lateAfterMinutes` after the start; null: never.
 */
export function arrivalAt(
  capturedAt: number,
  session: { startedAt: number; lateAfterMinutes: number | null },
): Arrival {
  if (session.lateAfterMinutes === null) return 'onTime';
  const lateFrom = session.startedAt + session.lateAfterMinutes * MS_PER_MINUTE;
  return capturedAt >= lateFrom ? 'late' : 'onTime';
}
