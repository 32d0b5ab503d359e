import { describe, expect, test } from 'vitest';
import { BlinkWatch, type EyeSample } from './blink.ts';

const FACE = [0, 0, 60, 0, 30, 40, 10, 70, 50, 70, 30, 20];
const FRAME_MS = 80;

interface Look {
  mesh?: number;
  lids?: number;
  /** Left eye alone; the same as the right by default. */
  leftOnly?: boolean;
  /** Stretches the face across, as a turned print does. */
  stretch?: number;
  shift?: number;
}

function sampleAt(time: number, look: Look): EyeSample {
  const { mesh = 1, lids = 1, leftOnly = false, stretch = 1, shift = 0 } = look;
  const right = leftOnly ? 1 : mesh;
  const rightLids = leftOnly ? 1 : lids;
  return {
    time,
    mesh: [0.3 * right, 0.28 * mesh],
    lids: [0.37 * rightLids, 0.36 * lids],
    face: Float32Array.from(FACE, (v, i) => (i % 2 === 0 ? v * stretch + shift : v)),
    interOcular: 60,
  };
}

/** Ten open looks, then these, then ten open ones. */
function blinksIn(looks: readonly Look[], cutBefore = -1): number {
  const watch = new BlinkWatch();
  const open = Array.from({ length: 10 }, (): Look => ({}));
  [...open, ...looks, ...open].forEach((look, i) => {
    if (i === cutBefore) watch.cut();
    watch.push(sampleAt(i * FRAME_MS, look));
  });
  return watch.blinks.length;
}

const closed: Look = { mesh: 0.7, lids: 0.65 };

describe('blinks', () => {
  test('a short dip of both sources is a blink', () => {
    expect(blinksIn([{ mesh: 0.85, lids: 0.9 }, closed, closed])).toBe(1);
  });

  test('two dips are two blinks', () => {
    expect(blinksIn([closed, closed, {}, {}, {}, closed])).toBe(2);
  });

  test('one source alone is not believed', () => {
    expect(blinksIn([{ mesh: 0.6 }, { mesh: 0.6 }])).toBe(0);
    expect(blinksIn([{ lids: 0.5 }, { lids: 0.5 }])).toBe(0);
  });

  test('one eye alone is not believed', () => {
    expect(blinksIn([{ ...closed, leftOnly: true }])).toBe(0);
  });

  test('noise is no blink', () => {
    expect(
      blinksIn([
        { mesh: 0.9, lids: 0.88 },
        { mesh: 0.88, lids: 0.9 },
      ]),
    ).toBe(0);
  });

  test('closed for long is no blink', () => {
    expect(blinksIn(Array.from({ length: 10 }, () => closed))).toBe(0);
  });

  test('eyes that change with the shape of the face are those of a turned print', () => {
    expect(blinksIn([{ ...closed, stretch: 0.8 }])).toBe(0);
  });

  test('eyes that change while the face flies past prove nothing', () => {
    expect(blinksIn([{ ...closed, shift: 30 }])).toBe(0);
  });

  test('a cut ends a dip and makes none', () => {
    // The recording ends with closing eyes and begins again with open ones.
    expect(blinksIn([closed, closed], 12)).toBe(0);
  });

  test('without a baseline nothing is a dip', () => {
    const watch = new BlinkWatch();
    [closed, {}, closed, {}].forEach((look, i) => {
      watch.push(sampleAt(i * FRAME_MS, look));
    });
    expect(watch.blinks).toEqual([]);
  });
});
