import type { AttendanceEvent } from '#shared/register/attendance-event.ts';

/**
 * What an event says that sets a mark aside; it tells it from a mark taken back by hand. The view
 * `corrections` in the database reads the same words.
 */
export const SET_ASIDE = {
  notInClass: 'Not in the class on that day',
  discarded: (reason: string) => `Did not take place: ${reason}`,
} as const;

/** Whether an event took a mark out of count without anybody having corrected it. */
export function isSetAside({ kind, reason }: Pick<AttendanceEvent, 'kind' | 'reason'>): boolean {
  if (kind !== 'void' || reason === null) return false;
  return reason === SET_ASIDE.notInClass || reason.startsWith(SET_ASIDE.discarded(''));
}

/** What an event says that undoes another; the camera may mark that student as before. */
export const UNDONE = 'Undone';

/**
 * What the event says that gives a student the mark of the guest who they were. The view
 * `corrections` reads the same words: it corrects nobody.
 */
export const WAS_GUEST = 'Was noted as a guest';
