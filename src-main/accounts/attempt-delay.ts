/** Wrong attempts that cost nothing but the attempt: people mistype. */
const FREE_ATTEMPTS = 5;
const FIRST_DELAY_MS = 30_000;
/** With one attempt an hour, a hundred (NIST SP 800-63B, 5.2.2) take four days. */
export const LONGEST_DELAY_MS = 60 * 60_000;

/** How long after this many wrong attempts in a row the next is refused unread, in milliseconds. */
export function attemptDelay(failedAttempts: number): number {
  if (failedAttempts < FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (failedAttempts - FREE_ATTEMPTS), LONGEST_DELAY_MS);
}

/**
 * Milliseconds until the next attempt. A lock further off than the longest delay was set by a
 * clock that has since been put right, and is void: nobody stays locked out for years.
 */
export function remainingDelay(lockedUntil: number | null, now: number): number {
  const remaining = Math.max((lockedUntil ?? 0) - now, 0);
  return remaining > LONGEST_DELAY_MS ? 0 : remaining;
}
