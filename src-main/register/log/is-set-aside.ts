import type { AttendanceEvent } from '#shared/register/attendance-event.ts';
import { causeOf } from './event-cause.ts';

/** Whether an event took a mark out of count without anybody having corrected it. */
export function isSetAside(event: Pick<AttendanceEvent, 'kind' | 'reason' | 'cause'>): boolean {
  return causeOf(event) === 'setAside';
}
