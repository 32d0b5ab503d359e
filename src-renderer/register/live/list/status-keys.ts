import type { Status } from '#shared/contract/register.contract.ts';

/** The statuses by the key that sets each; where two share one, the first keeps it. */
export function statusKeys(statuses: readonly Status[]): Map<string, Status> {
  const keys = new Map<string, Status>();
  for (const status of statuses) {
    const { shortcut } = status;
    if (shortcut !== null && !keys.has(shortcut)) keys.set(shortcut, status);
  }
  return keys;
}
