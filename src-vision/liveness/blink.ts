import { fitSimilarity, transformPoint } from '../picture/geometry.ts';

/** One look at the eyes and at the face around them. */
export interface EyeSample {
  /** Media time, milliseconds. */
  time: number;
  /** Eye aspect ratio of the mesh, and lid opening of the iris network; right eye, then left. */
  mesh: readonly [number, number];
  lids: readonly [number, number];
  /** Points of the face that a blink does not move, x, y pairs in picture pixels. */
  face: Float32Array;
  interOcular: number;
}

export interface Blink {
  time: number;
  /** Lowest opening as a share of the running median, by the source that saw less of it. */
  dip: number;
}

/**
 * A blink is short, seen by mesh and iris network alike, on both eyes, in a face that keeps its
 * shape and place meanwhile. Turning or bending a print changes its eyes too, but with the face
 * and more slowly. Shares of the running median; docs/recognition.md has the measurements.
 */
export const BLINK_LIMITS = {
  baselineMs: 3_000,
  minBaseline: 5,
  minBaselineMs: 350,
  /** Where a blink begins: from eyes as open as ever, so that a slow fall shows as slow. */
  wide: 0.95,
  open: 0.88,
  closed: 0.86,
  /** Mean of both sources, for each eye on its own. */
  eachEye: 0.93,
  maxClosedMs: 520,
  /** From wide open to the bottom. */
  maxFallMs: 360,
  /** Percent of the inter-ocular distance by which the face may change shape; plus pixel noise. */
  shape: 2.6,
  noisePixels: 0.45,
  /** Share of the inter-ocular distance by which it may move. */
  shift: 0.3,
} as const;

interface Measured extends EyeSample {
  openness: number;
  eyes: readonly [number, number];
}

/** Finds blinks in a sequence of looks at one continuous face. */
export class BlinkWatch {
  #samples: Measured[] = [];
  /** The last look at eyes as open as ever. */
  #before: Measured | null = null;
  #bottom: Measured | null = null;
  #since = 0;
  readonly blinks: Blink[] = [];
  #deepest = 1;

  get deepestDip(): number {
    return this.#deepest;
  }

  /** Whether the eyes were less open than usual at the last look: a blink may be under way. */
  get isDipping(): boolean {
    return this.#bottom !== null;
  }

  /** Forgets the baseline and a dip under way, so that a cut in the video makes no blink. */
  cut(): void {
    this.#samples = [];
    this.#before = null;
    this.#bottom = null;
  }

  push(sample: EyeSample): Blink | null {
    const measured = this.#measure(sample);
    if (!measured) return null;
    if (measured.openness >= BLINK_LIMITS.open) {
      const blink = this.#opened(measured);
      if (measured.openness >= BLINK_LIMITS.wide) this.#before = measured;
      this.#bottom = null;
      return blink;
    }
    if (!this.#bottom) this.#since = sample.time;
    if (!this.#bottom || measured.openness < this.#bottom.openness) this.#bottom = measured;
    return null;
  }

  #opened(after: Measured): Blink | null {
    const [before, bottom] = [this.#before, this.#bottom];
    if (!before || !bottom) return null;
    const limits = BLINK_LIMITS;
    const isShort =
      after.time - this.#since <= limits.maxClosedMs &&
      bottom.time - before.time <= limits.maxFallMs;
    const isDeep = bottom.openness <= limits.closed && Math.max(...bottom.eyes) <= limits.eachEye;
    if (!isShort || !isDeep || !keptStill(before, bottom) || !keptStill(before, after)) return null;
    const blink = { time: after.time, dip: bottom.openness };
    this.blinks.push(blink);
    this.#deepest = Math.min(this.#deepest, blink.dip);
    return blink;
  }

  /** Relates a look to the running medians; null while there are too few. */
  #measure(sample: EyeSample): Measured | null {
    const recent = this.#samples.filter((s) => sample.time - s.time < BLINK_LIMITS.baselineMs);
    const first = recent[0];
    const fresh: Measured = { ...sample, openness: 1, eyes: [1, 1] };
    this.#samples = [...recent, fresh];
    const isEnough =
      recent.length >= BLINK_LIMITS.minBaseline &&
      first !== undefined &&
      sample.time - first.time >= BLINK_LIMITS.minBaselineMs;
    if (!isEnough) return null;
    const ratio = (pick: (s: EyeSample) => number) => pick(sample) / median(recent.map(pick));
    const mesh = ratio((s) => s.mesh[0] + s.mesh[1]);
    const lids = ratio((s) => s.lids[0] + s.lids[1]);
    fresh.openness = Math.max(mesh, lids);
    fresh.eyes = [
      (ratio((s) => s.mesh[0]) + ratio((s) => s.lids[0])) / 2,
      (ratio((s) => s.mesh[1]) + ratio((s) => s.lids[1])) / 2,
    ];
    return fresh;
  }
}

function keptStill(a: Measured, b: Measured): boolean {
  const { shape, shift } = faceChange(a, b);
  const noise = (100 * BLINK_LIMITS.noisePixels) / a.interOcular;
  return shape <= BLINK_LIMITS.shape + noise && shift <= BLINK_LIMITS.shift;
}

/** Change of shape in percent of the inter-ocular distance, and of place as a share of it. */
export function faceChange(a: EyeSample, b: EyeSample): { shape: number; shift: number } {
  const fit = fitSimilarity(a.face, b.face);
  const count = a.face.length / 2;
  let left = 0;
  let dx = 0;
  let dy = 0;
  for (let i = 0; i < count; i++) {
    const [ax, ay] = [a.face[2 * i] as number, a.face[2 * i + 1] as number];
    const [bx, by] = [b.face[2 * i] as number, b.face[2 * i + 1] as number];
    const [x, y] = transformPoint(fit, ax, ay);
    left += Math.hypot(x - bx, y - by);
    dx += bx - ax;
    dy += by - ay;
  }
  return {
    shape: (100 * left) / count / a.interOcular,
    shift: Math.hypot(dx, dy) / count / a.interOcular,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((p, q) => p - q);
  return sorted[sorted.length >> 1] as number;
}
