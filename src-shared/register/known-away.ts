import type { Method } from '../contract/register.contract.ts';

/** Whether a mark says that the student was reported away: a rule gives a reason for no other. */
export function isKnownAway({
  method,
  reason,
}: {
  method: Method;
  reason: string | null;
}): boolean {
  return method === 'rule' && reason !== null;
}
