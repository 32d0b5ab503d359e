/** Failures in a row, under whatever names, that cost nothing but the attempt. */
const FREE_FAILURES = 30;
const WINDOW_MS = 10 * 60_000;
const PACE_MS = 5_000;

/**
 * How fast this process judges passwords at all: after thirty failures within ten minutes, one
 * attempt in five seconds. A class that plays with the sign-in screen keeps the teacher out for no
 * longer than that.
 */
export class AttemptPace {
  #failures: number[] = [];

  /** Milliseconds until the next attempt, 0 when it may be made now. */
  remaining(now: number): number {
    this.#failures = this.#failures.filter((at) => at <= now && now - at < WINDOW_MS);
    if (this.#failures.length < FREE_FAILURES) return 0;
    return Math.max(0, (this.#failures.at(-1) ?? 0) + PACE_MS - now);
  }

  noteFailure(now: number): void {
    this.#failures.push(now);
  }
}
