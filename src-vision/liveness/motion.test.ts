import { describe, expect, test } from 'vitest';
import { CutWatch } from '../picture/cut.ts';
import { fitSimilarity, invertSimilarity, transformPoint } from '../picture/geometry.ts';
import { planarResidual } from '../picture/homography.ts';
import { MotionWatch } from './motion.ts';

/** Points of a head in units of the inter-ocular distance: across, down, towards the camera. */
const HEAD = [
  ...[-0.5, 0, 0, 0.5, 0, 0, 0, 0.5, 0.5, 0, 0.1, 0.2, -0.35, 1, 0.1, 0.35, 1, 0.1],
  ...[-0.8, 0.4, -0.3, 0.8, 0.4, -0.3, 0, 1.4, 0.1, -0.4, -0.3, 0.05, 0.4, -0.3, 0.05],
];

/** The head turned by `yaw` degrees, seen from five inter-ocular distances. */
function seen(yaw: number, flat = false): Float32Array {
  const angle = (yaw * Math.PI) / 180;
  const out: number[] = [];
  for (let i = 0; i < HEAD.length; i += 3) {
    const [x, y] = [HEAD[i] as number, HEAD[i + 1] as number];
    const z = flat ? 0 : (HEAD[i + 2] as number);
    const depth = 5 - (z * Math.cos(angle) - x * Math.sin(angle));
    const across = x * Math.cos(angle) + z * Math.sin(angle);
    out.push((300 * across) / depth, (300 * y) / depth);
  }
  return Float32Array.from(out);
}

describe('homography residual', () => {
  test('a flat picture leaves nothing, however it is turned', () => {
    expect(planarResidual(seen(0, true), seen(40, true), 60)).toBeLessThan(0.5);
  });

  test('a head leaves more the more it turns', () => {
    const [little, much] = [20, 40].map((yaw) => planarResidual(seen(0), seen(yaw), 60));
    expect(little).toBeGreaterThan(3);
    expect(much).toBeGreaterThan(little ?? 99);
  });

  test('points that do not determine a homography', () => {
    const line = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4];
    expect(planarResidual(line, line, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('motion over a track', () => {
  function watch(yaws: readonly number[], flat: boolean): MotionWatch {
    const motion = new MotionWatch();
    yaws.forEach((yaw, i) => {
      motion.push({ time: i * 100, face: seen(yaw, flat), interOcular: 60, yaw });
    });
    return motion;
  }
  const turning = Array.from({ length: 40 }, (_, i) => 28 * Math.sin(i / 6));

  test('a turning head is not planar, a turning picture is', () => {
    expect(watch(turning, false).nonPlanar).toBeGreaterThan(10);
    expect(watch(turning, false).yawRange).toBeGreaterThan(45);
    expect(watch(turning, true).nonPlanar).toBeLessThan(1);
  });

  test('one wild frame does not count', () => {
    const motion = watch([0, 0, 0, 0, 40, 0, 0, 0], false);
    expect(motion.nonPlanar).toBeLessThan(1);
  });

  test('nothing is compared across a cut', () => {
    const motion = watch([0, 0, 0, 0, 0], false);
    motion.cut();
    [40, 40, 40, 40].forEach((yaw, i) => {
      motion.push({ time: 500 + i * 100, face: seen(yaw), interOcular: 60, yaw });
    });
    expect(motion.nonPlanar).toBeLessThan(1);
  });
});

describe('cuts', () => {
  const calm = Array.from({ length: 10 }, () => ({ picture: 0.5, shape: 0.6 }));

  test('a sudden change of picture and face is a cut', () => {
    const cuts = new CutWatch();
    expect(calm.map((change) => cuts.push(change))).not.toContain(true);
    expect(cuts.push({ picture: 1.2, shape: 4.2 })).toBe(true);
  });

  test('a person who begins to move is no cut', () => {
    const cuts = new CutWatch();
    for (const change of calm) cuts.push(change);
    expect(cuts.push({ picture: 1.2, shape: 1.2 })).toBe(false);
  });

  test('repeated frames do not make the next one a cut', () => {
    const cuts = new CutWatch();
    for (const change of calm) {
      cuts.push(change);
      cuts.push({ picture: 0, shape: 0 });
      cuts.push({ picture: 0, shape: 0 });
    }
    expect(cuts.push({ picture: 0.6, shape: 0.7 })).toBe(false);
  });
});

test('a similarity transform is found and inverted', () => {
  const t = { a: 0.8, b: 0.6, tx: 5, ty: -3 };
  const from = [0, 0, 10, 0, 3, 7];
  const to = [0, 1, 2].flatMap((i) => transformPoint(t, from[2 * i] ?? 0, from[2 * i + 1] ?? 0));
  const found = fitSimilarity(from, to);
  expect(found.a).toBeCloseTo(t.a, 6);
  expect(found.tx).toBeCloseTo(t.tx, 6);
  const [x, y] = transformPoint(invertSimilarity(t), ...transformPoint(t, 4, 9));
  expect(x).toBeCloseTo(4, 6);
  expect(y).toBeCloseTo(9, 6);
});
