/**
 * Keeps work that is not needed in every frame to a share of the time: on a slow or busy machine
 * it comes round less often, so that eyes are still watched often enough to see a blink.
 */
export class Pace {
  readonly #everyMs: number;
  readonly #share: number;
  #costMs = 0;

  /** @param share of the time that the work may take, 0 to 1; without a limit, Infinity */
  constructor(everyMs: number, share: number) {
    this.#everyMs = everyMs;
    this.#share = share;
  }

  /** Milliseconds from one turn to the next. */
  get everyMs(): number {
    return Math.max(this.#everyMs, this.#costMs / this.#share);
  }

  /** Does the work and learns what it costs, on this machine and now. */
  async time<T>(work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    const result = await work();
    this.#learn(performance.now() - begin);
    return result;
  }

  /** As `time`, for work that is done at once. */
  measure<T>(work: () => T): T {
    const begin = performance.now();
    const result = work();
    this.#learn(performance.now() - begin);
    return result;
  }

  #learn(tookMs: number): void {
    this.#costMs = this.#costMs === 0 ? tookMs : 0.7 * this.#costMs + 0.3 * tookMs;
  }
}
