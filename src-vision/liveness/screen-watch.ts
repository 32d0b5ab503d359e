import type { Box } from '../faces/detect.ts';
import { Pace } from '../pace.ts';
import type { Pyramid } from '../picture/picture.ts';
import { frameMoved, type Seen } from './screen-frame.ts';
import { smoothLuma } from './screen-luma.ts';

/** How often pictures are compared, the share of the time that may take, and how far back they go. */
const EVERY_MS = 180;
const SHARE = 0.12;
const MEMORY_MS = 2_000;

/** Keeps the last two seconds of pictures and looks for screens held around faces. */
export class ScreenWatch {
  #seen: Seen[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;
  readonly #pace: Pace;

  /** @param unhurried whatever it costs, for measurements */
  constructor(unhurried = false) {
    this.#pace = new Pace(EVERY_MS, unhurried ? Number.POSITIVE_INFINITY : SHARE);
  }

  /**
   * @param faces boxes in picture pixels
   * @returns for each face whether a frame around it moved; null when it is not the time to look
   */
  look(pyramid: Pyramid, time: number, faces: readonly Box[]): boolean[] | null {
    if (faces.length === 0 || time - this.#lookedAt < this.#pace.everyMs) return null;
    this.#lookedAt = time;
    return this.#pace.measure(() => {
      const luma = smoothLuma(pyramid);
      this.#seen = this.#seen.filter((seen) => time - seen.time <= MEMORY_MS);
      const found = faces.map((face) => frameMoved(luma, this.#seen, face));
      this.#seen.push({ time, luma });
      return found;
    });
  }
}
