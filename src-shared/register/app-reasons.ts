import { fill, type Words } from '../words/words.ts';

const DISCARDED = 'Did not take place: ';

/**
 * What the app itself gives as a reason in the log, which is never changed: the same in every
 * language, and put into words where it is read.
 */
export const APP_REASONS = {
  notInClass: 'Not in the class on that day',
  discarded: (reason: string) => `${DISCARDED}${reason}`,
  wasGuest: 'Was noted as a guest',
} as const;

/** A reason as people read it: the app's own in their language, what somebody wrote as it is. */
export function reasonIn({ reasons }: Words['sheets'], reason: string): string {
  if (reason === APP_REASONS.notInClass) return reasons.notInClass;
  if (reason === APP_REASONS.wasGuest) return reasons.wasGuest;
  if (!reason.startsWith(DISCARDED)) return reason;
  return fill(reasons.discarded, { reason: reason.slice(DISCARDED.length) });
}
