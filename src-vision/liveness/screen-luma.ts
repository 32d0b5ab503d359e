import type { Pyramid } from '../picture/picture.ts';

/** Brightness of a whole picture, row by row, smoothed over three by three pixels. */
export interface Luma {
  width: number;
  height: number;
  values: Float32Array;
  /** Pixels of the camera's picture for one of these. */
  scale: number;
}

/** Wide enough for sub-pixel shifts of an edge, small enough to cost some three milliseconds. */
const MAX_WIDTH = 640;

/** The picture's luma at 640 pixels across at most. */
export function smoothLuma(pyramid: Pyramid): Luma {
  const depth = Math.max(0, Math.ceil(Math.log2(pyramid.base.width / MAX_WIDTH)));
  const { width, height, rgba } = pyramid.level(depth);
  const sharp = new Float32Array(width * height);
  for (let i = 0, at = 0; i < sharp.length; i++, at += 4) {
    // ITU-R BT.601
    sharp[i] =
      0.299 * (rgba[at] as number) +
      0.587 * (rgba[at + 1] as number) +
      0.114 * (rgba[at + 2] as number);
  }
  const across = boxBlur(sharp, width, height, 1, width);
  const values = boxBlur(across, height, width, width, 1);
  return { width, height, values, scale: pyramid.base.width / width };
}

/** The mean of three neighbours along lines of `length` values that lie `step` apart. */
function boxBlur(
  from: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): Float32Array {
  const out = new Float32Array(from.length);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      const at = line * lineStep + i * step;
      const before = i > 0 ? at - step : at;
      const after = i < length - 1 ? at + step : at;
      out[at] = ((from[before] as number) + (from[at] as number) + (from[after] as number)) / 3;
    }
  }
  return out;
}
