import type { Points } from './geometry.ts';

/** Nine values, row by row, the last one 1: takes x, y to (h0 x + h1 y + h2, ...) / (h6 x + h7 y + 1). */
export type Homography = Float64Array;

/**
 * How far one set of points is from being the other seen on a plane: the mean distance left
 * after the best homography (linear least squares on centred, scaled points; Hartley 1997).
 * @param unit the length that counts as 100, such as the inter-ocular distance in `to`
 * @returns percent of `unit`; Infinity when the points do not determine a homography
 */
export function planarResidual(from: Points, to: Points, unit: number): number {
  const source = conditioned(from);
  const target = conditioned(to);
  const h = fitHomography(source.points, target.points);
  if (!h) return Number.POSITIVE_INFINITY;
  let sum = 0;
  const count = from.length / 2;
  for (let i = 0; i < count; i++) {
    const x = source.points[2 * i] as number;
    const y = source.points[2 * i + 1] as number;
    const w = (h[6] as number) * x + (h[7] as number) * y + 1;
    const u = ((h[0] as number) * x + (h[1] as number) * y + (h[2] as number)) / w;
    const v = ((h[3] as number) * x + (h[4] as number) * y + (h[5] as number)) / w;
    sum += Math.hypot(
      u - (target.points[2 * i] as number),
      v - (target.points[2 * i + 1] as number),
    );
  }
  return ((sum / count) * target.scale * 100) / unit;
}

function conditioned(points: Points): { points: Float64Array; scale: number } {
  const count = points.length / 2;
  let cx = 0;
  let cy = 0;
  for (let i = 0; i < count; i++) {
    cx += (points[2 * i] as number) / count;
    cy += (points[2 * i + 1] as number) / count;
  }
  let spread = 0;
  for (let i = 0; i < count; i++) {
    spread +=
      Math.hypot((points[2 * i] as number) - cx, (points[2 * i + 1] as number) - cy) / count;
  }
  const scale = spread || 1;
  const out = new Float64Array(points.length);
  for (let i = 0; i < count; i++) {
    out[2 * i] = ((points[2 * i] as number) - cx) / scale;
    out[2 * i + 1] = ((points[2 * i + 1] as number) - cy) / scale;
  }
  return { points: out, scale };
}

/** Least squares over 2 equations a point, solved by its normal equations. Null when singular. */
function fitHomography(from: Float64Array, to: Float64Array): Homography | null {
  const normal = new Float64Array(8 * 9);
  const row = new Float64Array(9);
  for (let i = 0; i < from.length / 2; i++) {
    const [x, y, u, v] = [from[2 * i], from[2 * i + 1], to[2 * i], to[2 * i + 1]] as [
      number,
      number,
      number,
      number,
    ];
    row.set([x, y, 1, 0, 0, 0, -u * x, -u * y, u]);
    accumulate(normal, row);
    row.set([0, 0, 0, x, y, 1, -v * x, -v * y, v]);
    accumulate(normal, row);
  }
  return solve(normal);
}

function accumulate(normal: Float64Array, row: Float64Array): void {
  for (let i = 0; i < 8; i++) {
    const factor = row[i] as number;
    if (factor === 0) continue;
    for (let j = 0; j < 9; j++) {
      normal[i * 9 + j] = (normal[i * 9 + j] as number) + factor * (row[j] as number);
    }
  }
}

/** Gauss-Jordan with pivoting on an 8 x 9 system, in place. */
function solve(m: Float64Array): Float64Array | null {
  for (let column = 0; column < 8; column++) {
    let pivot = column;
    for (let r = column + 1; r < 8; r++) {
      if (Math.abs(m[r * 9 + column] as number) > Math.abs(m[pivot * 9 + column] as number))
        pivot = r;
    }
    const value = m[pivot * 9 + column] as number;
    if (Math.abs(value) < 1e-12) return null;
    for (let j = 0; j < 9; j++) {
      const swapped = m[column * 9 + j] as number;
      m[column * 9 + j] = (m[pivot * 9 + j] as number) / value;
      if (pivot !== column) m[pivot * 9 + j] = swapped;
    }
    eliminate(m, column);
  }
  return Float64Array.from({ length: 9 }, (_, i) => (i < 8 ? (m[i * 9 + 8] as number) : 1));
}

function eliminate(m: Float64Array, column: number): void {
  for (let r = 0; r < 8; r++) {
    const factor = m[r * 9 + column] as number;
    if (r === column || factor === 0) continue;
    for (let j = column; j < 9; j++) {
      m[r * 9 + j] = (m[r * 9 + j] as number) - factor * (m[column * 9 + j] as number);
    }
  }
}
