import { type Similarity, scaleOf } from './geometry.ts';
import type { Picture, Pyramid } from './picture.ts';

/** How bytes become a network's input: `(byte - mean) * factor`, channel by channel. */
export interface Normalisation {
  order: 'rgb' | 'bgr';
  /** In the order of the output's channels. */
  mean: readonly [number, number, number];
  factor: number;
}

export const UNIT_RANGE: Normalisation = { order: 'rgb', mean: [0, 0, 0], factor: 1 / 255 };

/**
 * Cuts a window out of a picture, turned and scaled, with bilinear sampling on the pyramid level
 * nearest to the output's scale. Pixels outside the picture repeat its border.
 * @param toPicture takes output pixels to picture pixels (at full size)
 * @returns `width * height * 3` values, row by row
 */
export function warp(
  pyramid: Pyramid,
  toPicture: Similarity,
  width: number,
  height: number,
  normalisation: Normalisation,
): Float32Array {
  const depth = Math.max(0, Math.floor(Math.log2(scaleOf(toPicture)) + 0.3));
  const level = pyramid.level(depth);
  const shrink = level.width / pyramid.base.width;
  const out = new Float32Array(width * height * 3);
  const { a, b, tx, ty } = toPicture;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Pixel centres lie at halves.
      const u = column + 0.5;
      const v = row + 0.5;
      const x = (a * u - b * v + tx) * shrink - 0.5;
      const y = (b * u + a * v + ty) * shrink - 0.5;
      sample(level, x, y, out, (row * width + column) * 3, normalisation);
    }
  }
  return out;
}

function sample(
  { width, height, rgba }: Picture,
  x: number,
  y: number,
  out: Float32Array,
  at: number,
  { order, mean, factor }: Normalisation,
): void {
  const cx = Math.max(0, Math.min(x, width - 1));
  const cy = Math.max(0, Math.min(y, height - 1));
  const x0 = cx | 0;
  const y0 = cy | 0;
  const fx = cx - x0;
  const fy = cy - y0;
  const right = x0 < width - 1 ? 4 : 0;
  const below = y0 < height - 1 ? width * 4 : 0;
  const topLeft = (y0 * width + x0) * 4;
  const first = order === 'rgb' ? 0 : 2;
  const step = order === 'rgb' ? 1 : -1;
  for (let c = 0; c < 3; c++) {
    const p = topLeft + first + c * step;
    const top = (rgba[p] as number) * (1 - fx) + (rgba[p + right] as number) * fx;
    const bottom =
      (rgba[p + below] as number) * (1 - fx) + (rgba[p + below + right] as number) * fx;
    out[at + c] = (top * (1 - fy) + bottom * fy - (mean[c] as number)) * factor;
  }
}

/** The same window seen in a mirror: each row backwards. */
export function mirror(window: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(window.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * 3;
      const to = (row * width + (width - 1 - column)) * 3;
      out[to] = window[from] as number;
      out[to + 1] = window[from + 1] as number;
      out[to + 2] = window[from + 2] as number;
    }
  }
  return out;
}
