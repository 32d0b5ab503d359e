import type { CameraTrouble } from '#shared/recognition/camera-trouble.ts';
import type { Picture, Pyramid } from './picture.ts';

/** The picture as a whole, in numbers. Luma is 0 to 255. */
export interface PictureHealth {
  mean: number;
  spread: number;
  /** Share of pixels that are blown out. */
  blown: number;
  /** Mean absolute difference to the neighbours at about 320 pixels across, less rounding, over the spread. */
  sharpness: number;
  /** The same at about 40 pixels across, where blur leaves what there is. */
  structure: number;
  /** Mean absolute difference to the frame before; null for the first. */
  change: number | null;
}

export const TROUBLE_LIMITS = {
  /** A hand or a lid over the lens leaves neither light nor detail. */
  coveredSpread: 9,
  coveredMean: 70,
  darkMean: 32,
  blownShare: 0.5,
  /** Sharp pictures of the development clips read 0.047 to 0.17. */
  blurredSharpness: 0.018,
  /** A plain wall or an empty board has nothing to be sharp: blur is told only where there are things. */
  blurredStructure: 0.1,
  frozenChange: 0.02,
  /** How long trouble must last before it is said, and how long the picture must be good to end it. */
  beginsAfterMs: 1_200,
  frozenAfterMs: 4_000,
  endsAfterMs: 800,
} as const;

const ACROSS = 320;
/** Halvings from there to the coarse picture. */
const COARSER = 3;
/** What rounding to whole numbers alone leaves of detail. */
const ROUNDING = 1.3;

/** Measures one frame; `before` is the luma of the last one, as returned. */
export function pictureHealth(
  pyramid: Pyramid,
  before: Uint8Array | null,
): { health: PictureHealth; luma: Uint8Array } {
  const depth = Math.max(0, Math.round(Math.log2(pyramid.base.width / ACROSS)));
  const { width, height } = pyramid.level(depth);
  const luma = lumaOf(pyramid.level(depth));
  const coarse = pyramid.level(depth + COARSER);
  let sum = 0;
  let squares = 0;
  let blown = 0;
  for (let i = 0; i < luma.length; i++) {
    const value = luma[i] as number;
    sum += value;
    squares += value * value;
    if (value >= 250) blown++;
  }
  const mean = sum / luma.length;
  const spread = Math.sqrt(Math.max(0, squares / luma.length - mean * mean));
  const share = (found: number) => Math.max(0, found - ROUNDING) / Math.max(spread, 1);
  const sharpness = share(detail(luma, width, height));
  const structure = share(detail(lumaOf(coarse), coarse.width, coarse.height));
  const change = before?.length === luma.length ? difference(before, luma) : null;
  return {
    health: { mean, spread, blown: blown / luma.length, sharpness, structure, change },
    luma,
  };
}

function lumaOf({ width, height, rgba }: Picture): Uint8Array {
  const luma = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    const [r, g, b] = [rgba[at] as number, rgba[at + 1] as number, rgba[at + 2] as number];
    luma[i] = (77 * r + 150 * g + 29 * b) >> 8;
  }
  return luma;
}

function detail(luma: Uint8Array, width: number, height: number): number {
  let sum = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const around =
        (luma[i - 1] as number) +
        (luma[i + 1] as number) +
        (luma[i - width] as number) +
        (luma[i + width] as number);
      sum += Math.abs(4 * (luma[i] as number) - around);
    }
  }
  return sum / ((width - 2) * (height - 2));
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] as number) - (b[i] as number));
  return sum / a.length;
}

/** What this one frame suffers from, if anything. */
export function troubleOf(health: PictureHealth): CameraTrouble | null {
  const limits = TROUBLE_LIMITS;
  if (health.spread < limits.coveredSpread && health.mean < limits.coveredMean) return 'covered';
  if (health.mean < limits.darkMean) return 'dark';
  if (health.blown > limits.blownShare) return 'overexposed';
  const hasThings = health.structure >= limits.blurredStructure;
  if (hasThings && health.sharpness < limits.blurredSharpness) return 'blurred';
  if (health.change !== null && health.change < limits.frozenChange) return 'frozen';
  return null;
}

/** Says trouble when it lasts and its end when the picture has been good for a while. */
export class TroubleWatch {
  #luma: Uint8Array | null = null;
  #health: PictureHealth | null = null;
  #suspected: { trouble: CameraTrouble; since: number } | null = null;
  #goodSince: number | null = null;
  #current: CameraTrouble | null = null;

  get current(): CameraTrouble | null {
    return this.#current;
  }

  /** Of the last picture. */
  get health(): PictureHealth | null {
    return this.#health;
  }

  /** @returns true when `current` has changed */
  push(pyramid: Pyramid, time: number): boolean {
    const { health, luma } = pictureHealth(pyramid, this.#luma);
    this.#luma = luma;
    this.#health = health;
    return this.note(troubleOf(health), time);
  }

  note(trouble: CameraTrouble | null, time: number): boolean {
    const before = this.#current;
    if (trouble === null) this.#good(time);
    else this.#bad(trouble, time);
    return before !== this.#current;
  }

  #good(time: number): void {
    this.#suspected = null;
    this.#goodSince ??= time;
    if (time - this.#goodSince >= TROUBLE_LIMITS.endsAfterMs) this.#current = null;
  }

  #bad(trouble: CameraTrouble, time: number): void {
    this.#goodSince = null;
    if (this.#suspected?.trouble !== trouble) this.#suspected = { trouble, since: time };
    const wait = trouble === 'frozen' ? TROUBLE_LIMITS.frozenAfterMs : TROUBLE_LIMITS.beginsAfterMs;
    if (time - this.#suspected.since >= wait) this.#current = trouble;
  }
}
