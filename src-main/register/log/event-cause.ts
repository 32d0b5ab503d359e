import { APP_REASONS } from '#shared/register/app-reasons.ts';
import type { AttendanceEvent, EventCause } from '#shared/register/attendance-event.ts';

type Caused = Pick<AttendanceEvent, 'kind' | 'reason' | 'cause'>;

/** Before events had a cause, the app's own reason said it; nobody could type it. */
function causeByReason({ kind, reason }: Caused): EventCause {
  if (reason === APP_REASONS.wasGuest) return 'guest';
  const isOurs = reason === APP_REASONS.notInClass || reason?.startsWith(APP_REASONS.discarded(''));
  return kind === 'void' && isOurs ? 'setAside' : 'ordinary';
}

/** Why an event is there. The view `corrections` in the database decides by the same rule. */
export function causeOf(event: Caused): EventCause {
  return event.cause ?? causeByReason(event);
}
