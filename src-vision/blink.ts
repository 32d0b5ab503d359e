/** One look at the eyes. */
export interface EyeSample {
  /** Media time, milliseconds. */
  time: number;
  opening: number;
  /** Head turn in degrees, to tell a blink from a nod. */
  yaw: number;
  pitch: number;
}

export interface Blink {
  time: number;
  /** Lowest opening as a share of the running median. */
  dip: number;
}

const BASELINE_MS = 4_000;
const MIN_BASELINE = 6;
const ENTER = 0.78;
const LEAVE = 0.88;
const MAX_CLOSED_MS = 600;
/** A blink comes and goes while the head keeps still: degrees between its start and its bottom. */
const MAX_HEAD_TURN = 6;

/** Finds short dips of the eye opening against the person's own running median. */
export class BlinkWatch {
  #samples: EyeSample[] = [];
  #dip: { start: EyeSample; lowest: number; turned: number } | null = null;
  readonly blinks: Blink[] = [];
  #deepest = 1;

  get deepestDip(): number {
    return this.#deepest;
  }

  /** Forgets the baseline and a dip under way, so that a cut in the video makes no blink. */
  cut(): void {
    this.#samples = [];
    this.#dip = null;
  }

  push(sample: EyeSample): Blink | null {
    this.#samples = this.#samples.filter((s) => sample.time - s.time < BASELINE_MS);
    const baseline = this.#baseline();
    this.#samples.push(sample);
    if (baseline === null) return null;
    const share = sample.opening / baseline;
    if (!this.#dip) {
      if (share < ENTER) this.#dip = { start: sample, lowest: share, turned: 0 };
      return null;
    }
    return this.#inDip(this.#dip, sample, share);
  }

  #inDip(
    dip: { start: EyeSample; lowest: number; turned: number },
    sample: EyeSample,
    share: number,
  ): Blink | null {
    dip.lowest = Math.min(dip.lowest, share);
    dip.turned = Math.max(
      dip.turned,
      Math.abs(sample.yaw - dip.start.yaw),
      Math.abs(sample.pitch - dip.start.pitch),
    );
    const closedFor = sample.time - dip.start.time;
    if (share < LEAVE && closedFor <= MAX_CLOSED_MS) return null;
    this.#dip = null;
    if (share < LEAVE || dip.turned > MAX_HEAD_TURN) return null;
    const blink = { time: sample.time, dip: dip.lowest };
    this.blinks.push(blink);
    this.#deepest = Math.min(this.#deepest, dip.lowest);
    return blink;
  }

  #baseline(): number | null {
    if (this.#samples.length < MIN_BASELINE) return null;
    const sorted = this.#samples.map((s) => s.opening).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] as number;
  }
}
