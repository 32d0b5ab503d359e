import { planarResidual } from './homography.ts';

/** Mesh points spread over the face and over its depths: brow, eyes, nose, cheeks, lips, chin, rim. */
const POINTS = [
  1, 4, 6, 10, 33, 61, 93, 103, 105, 127, 133, 152, 172, 263, 291, 323, 332, 334, 356, 362, 397,
] as const;

interface View {
  time: number;
  points: Float32Array;
}

/** How far apart in time two views may be, and how often one is kept to compare with. */
const MEMORY_MS = 4_000;
const KEEP_EVERY_MS = 200;
/** A residual counts once this many frames in a row show it. */
const SUSTAIN = 3;

/** Watches how the face's points move against each other: a flat picture's stay in one plane. */
export class MotionWatch {
  #views: View[] = [];
  #recent: number[] = [];
  #sustained = 0;

  /** Largest residual that held over several frames, percent of the inter-ocular distance. */
  get nonPlanar(): number {
    return this.#sustained;
  }

  /** Forgets views, so that none is compared across a cut. What was shown before stays shown. */
  cut(): void {
    this.#views = [];
    this.#recent = [];
  }

  push(time: number, mesh: Float32Array, interOcular: number): number {
    const points = pick(mesh);
    this.#views = this.#views.filter((view) => time - view.time < MEMORY_MS);
    let residual = 0;
    for (const view of this.#views) {
      residual = Math.max(residual, planarResidual(view.points, points, interOcular));
    }
    const last = this.#views.at(-1);
    if (!last || time - last.time >= KEEP_EVERY_MS) this.#views.push({ time, points });
    this.#recent.push(residual);
    if (this.#recent.length > SUSTAIN) this.#recent.shift();
    if (this.#recent.length === SUSTAIN) {
      this.#sustained = Math.max(this.#sustained, Math.min(...this.#recent));
    }
    return residual;
  }
}

function pick(mesh: Float32Array): Float32Array {
  const points = new Float32Array(POINTS.length * 2);
  POINTS.forEach((index, i) => {
    points[2 * i] = mesh[3 * index] as number;
    points[2 * i + 1] = mesh[3 * index + 1] as number;
  });
  return points;
}
