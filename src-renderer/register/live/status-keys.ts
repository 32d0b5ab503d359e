import type { Status } from '#shared/contract/register.contract.ts';

/** Keys with another job in the list; a status whose code starts with one has no key. */
const TAKEN = new Set(['u', '/']);

/**
 * The key that sets each status: the first letter of its code, lower case; where two codes
 * share it, the first status keeps it.
 */
export function statusKeys(statuses: readonly Status[]): Map<string, Status> {
  const keys = new Map<string, Status>();
  for (const status of statuses) {
    const key = status.code.charAt(0).toLowerCase();
    if (key !== '' && !TAKEN.has(key) && !keys.has(key)) keys.set(key, status);
  }
  return keys;
}
