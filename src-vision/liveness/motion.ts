import { planarResidual } from '../picture/homography.ts';

/**
 * Mesh points that the network sees rather than guesses (no rim of the face, which it completes
 * from its idea of a head when a print is tilted) and that a blink does not move.
 */
const POINTS = [
  33, 133, 362, 263, 4, 1, 168, 6, 98, 327, 70, 300, 105, 334, 50, 280, 61, 291, 0, 17,
] as const;

export interface MotionSample {
  /** Media time, milliseconds. */
  time: number;
  /** As `rigidPoints` gives them. */
  face: Float32Array;
  interOcular: number;
  /** Degrees. */
  yaw: number;
}

/** How far apart in time two views may be, and how often one is kept to compare with. */
const MEMORY_MS = 5_000;
const KEEP_EVERY_MS = 200;
/** A residual or a turn counts once this many frames in a row show it. */
const SUSTAIN = 3;
/** Residual between neighbouring frames up to which they confirm each other. */
const CONFIRMED = 5;

/** The face's points that move only with the head, as x, y pairs in picture pixels. */
export function rigidPoints(mesh: Float32Array): Float32Array {
  const points = new Float32Array(POINTS.length * 2);
  POINTS.forEach((index, i) => {
    points[2 * i] = mesh[3 * index] as number;
    points[2 * i + 1] = mesh[3 * index + 1] as number;
  });
  return points;
}

/** Watches how the face's points move against each other: a flat picture's stay in one plane. */
export class MotionWatch {
  #views: MotionSample[] = [];
  #before: MotionSample | null = null;
  #recent: { residual: number; turn: number }[] = [];
  #nonPlanar = 0;
  #yawRange = 0;

  /** Largest residual that held over several frames, percent of the inter-ocular distance. */
  get nonPlanar(): number {
    return this.#nonPlanar;
  }

  /** Largest turn between two views that held over several frames, degrees. */
  get yawRange(): number {
    return this.#yawRange;
  }

  /** Forgets views, so that none is compared across a cut. What was shown before stays shown. */
  cut(): void {
    this.#views = [];
    this.#before = null;
    this.#recent = [];
  }

  push(sample: MotionSample): void {
    this.#views = this.#views.filter((view) => sample.time - view.time < MEMORY_MS);
    const now = { residual: 0, turn: 0 };
    for (const view of this.#views) {
      const residual = planarResidual(view.face, sample.face, sample.interOcular);
      now.residual = Math.max(now.residual, residual);
      now.turn = Math.max(now.turn, Math.abs(view.yaw - sample.yaw));
    }
    this.#keep(sample);
    this.#recent.push(now);
    if (this.#recent.length > SUSTAIN) this.#recent.shift();
    if (this.#recent.length < SUSTAIN) return;
    const held = (pick: (r: typeof now) => number) => Math.min(...this.#recent.map(pick));
    this.#nonPlanar = Math.max(
      this.#nonPlanar,
      held((r) => r.residual),
    );
    this.#yawRange = Math.max(
      this.#yawRange,
      held((r) => r.turn),
    );
  }

  /** Keeps the view before, if this one confirms it: one wild frame is nothing to compare with. */
  #keep(sample: MotionSample): void {
    const before = this.#before;
    this.#before = sample;
    const last = this.#views.at(-1);
    if (!before || (last && before.time - last.time < KEEP_EVERY_MS)) return;
    if (planarResidual(before.face, sample.face, sample.interOcular) > CONFIRMED) return;
    this.#views.push(before);
  }
}
