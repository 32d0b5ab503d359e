/** How long a student's face is left alone after anything happened to their mark. */
export const COOL_DOWN_MS = 60_000;

/**
 * Whether the cool-down still runs at `now`. A clock that was set back reads as still running
 * for at most one cool-down: an event "from the future" by more than that is ignored.
 */
export function isCoolingDown(lastEventAt: number | null, now: number): boolean {
  return lastEventAt !== null && Math.abs(now - lastEventAt) < COOL_DOWN_MS;
}
