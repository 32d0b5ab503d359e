/** x, y pairs end to end. */
export type Points = Float32Array | Float64Array | readonly number[];

/**
 * A similarity transform (turn, scale, shift) as a complex factor and an offset:
 * x' = a x - b y + tx, y' = b x + a y + ty.
 */
export interface Similarity {
  a: number;
  b: number;
  tx: number;
  ty: number;
}

/** Applies the transform to one point. */
export function transformPoint(t: Similarity, x: number, y: number): [number, number] {
  return [t.a * x - t.b * y + t.tx, t.b * x + t.a * y + t.ty];
}

export function scaleOf(t: Similarity): number {
  return Math.hypot(t.a, t.b);
}

export function invertSimilarity(t: Similarity): Similarity {
  const square = t.a * t.a + t.b * t.b;
  const a = t.a / square;
  const b = -t.b / square;
  return { a, b, tx: -(a * t.tx - b * t.ty), ty: -(b * t.tx + a * t.ty) };
}

/** The similarity transform that takes `from` to `to` with the least squares error (Umeyama 1991, in the plane). */
export function fitSimilarity(from: Points, to: Points): Similarity {
  const count = from.length / 2;
  const [fx, fy] = centroid(from);
  const [gx, gy] = centroid(to);
  let real = 0;
  let imaginary = 0;
  let power = 0;
  for (let i = 0; i < count; i++) {
    const x = (from[2 * i] as number) - fx;
    const y = (from[2 * i + 1] as number) - fy;
    const u = (to[2 * i] as number) - gx;
    const v = (to[2 * i + 1] as number) - gy;
    real += x * u + y * v;
    imaginary += x * v - y * u;
    power += x * x + y * y;
  }
  const a = power === 0 ? 1 : real / power;
  const b = power === 0 ? 0 : imaginary / power;
  return { a, b, tx: gx - (a * fx - b * fy), ty: gy - (b * fx + a * fy) };
}

function centroid(points: Points): [number, number] {
  const count = points.length / 2;
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    x += points[2 * i] as number;
    y += points[2 * i + 1] as number;
  }
  return [x / count, y / count];
}
