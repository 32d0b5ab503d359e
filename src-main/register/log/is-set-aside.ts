import { APP_REASONS } from '#shared/register/app-reasons.ts';
import type { AttendanceEvent } from '#shared/register/attendance-event.ts';

/** Whether an event took a mark out of count without anybody having corrected it. */
export function isSetAside({ kind, reason }: Pick<AttendanceEvent, 'kind' | 'reason'>): boolean {
  if (kind !== 'void' || reason === null) return false;
  return reason === APP_REASONS.notInClass || reason.startsWith(APP_REASONS.discarded(''));
}
