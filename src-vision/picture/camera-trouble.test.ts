import { describe, expect, test } from 'vitest';
import { pictureHealth, TROUBLE_LIMITS, TroubleWatch, troubleOf } from './camera-trouble.ts';
import { type Picture, Pyramid } from './picture.ts';

const [WIDTH, HEIGHT] = [640, 360];

/** A scene of patches and edges. */
function scene(adjust: (luma: number) => number, seed = 1): Picture {
  const patch = (x: number, y: number) => 40 + (170 * (((x >> 5) * 7 + (y >> 5) * 13) % 11)) / 10;
  return drawn((x, y, noise) => adjust(patch(x, y) + noise), seed);
}

/** A picture with a little noise that `seed` changes. */
function drawn(luma: (x: number, y: number, noise: number) => number, seed = 1): Picture {
  let state = seed;
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const value = luma(i % WIDTH, Math.floor(i / WIDTH), (state >>> 28) - 8);
    rgba.set([value, value, value, 255], i * 4);
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

/** A box blur along the rows, then along the columns. */
function blurred(picture: Picture, radius: number): Picture {
  let luma = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => picture.rgba[i * 4] ?? 0);
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const from = luma;
    luma = from.map((_, i) => {
      let sum = 0;
      for (let d = -radius; d <= radius; d++) {
        const x = Math.min(WIDTH - 1, Math.max(0, (i % WIDTH) + d * dx));
        const y = Math.min(HEIGHT - 1, Math.max(0, Math.floor(i / WIDTH) + d * dy));
        sum += from[y * WIDTH + x] ?? 0;
      }
      return sum / (2 * radius + 1);
    });
  }
  const rgba = new Uint8ClampedArray(picture.rgba.length).fill(255);
  luma.forEach((value, i) => {
    rgba.fill(value, i * 4, i * 4 + 3);
  });
  return { ...picture, rgba };
}

const as = (picture: Picture) => troubleOf(pictureHealth(new Pyramid(picture), null).health);
const good = scene((v) => v);

describe('one picture', () => {
  test('a good one has no trouble', () => expect(as(good)).toBeNull());
  test('covered', () => expect(as(scene((v) => 12 + v * 0.01))).toBe('covered'));
  test('dark', () => expect(as(scene((v) => v * 0.2))).toBe('dark'));
  test('overexposed', () => expect(as(scene((v) => v * 2.5 + 60))).toBe('overexposed'));
  test.each([12, 20, 28])('blurred over %s pixels', (radius) => {
    expect(as(blurred(good, radius))).toBe('blurred');
  });

  test.each([
    ['a plain wall', (x: number, y: number) => 150 + x / 20 - y / 12],
    ['an empty white board', (x: number, y: number) => 238 - x / 90 - y / 60],
    ['a plain wall in poor light', (x: number, y: number) => 100 - x / 40 - y / 50],
    ['a wall beside a lamp', (x: number, y: number) => 190 - Math.hypot(x, y) / 7],
  ])('%s is no trouble', (_, light) => {
    expect(as(drawn((x, y, noise) => light(x, y) + noise / 4))).toBeNull();
    expect(as(drawn(light))).toBeNull();
  });

  test('frozen is the same picture again, not a still scene', () => {
    const first = pictureHealth(new Pyramid(good), null);
    const again = pictureHealth(new Pyramid(good), first.luma).health;
    const alive = pictureHealth(new Pyramid(scene((v) => v, 2)), first.luma).health;
    expect(troubleOf(again)).toBe('frozen');
    expect(troubleOf(alive)).toBeNull();
  });
});

describe('over time', () => {
  const { beginsAfterMs, endsAfterMs, frozenAfterMs } = TROUBLE_LIMITS;

  test('trouble is said when it lasts, and over when the picture stays good', () => {
    const watch = new TroubleWatch();
    expect(watch.note('dark', 0)).toBe(false);
    expect(watch.note('dark', beginsAfterMs)).toBe(true);
    expect(watch.current).toBe('dark');
    expect(watch.note(null, beginsAfterMs + 100)).toBe(false);
    expect(watch.note(null, beginsAfterMs + 100 + endsAfterMs)).toBe(true);
    expect(watch.current).toBeNull();
  });

  test('a moment of trouble is not worth a word', () => {
    const watch = new TroubleWatch();
    for (let time = 0; time < 5_000; time += 200)
      watch.note(time % 400 === 0 ? 'dark' : null, time);
    expect(watch.current).toBeNull();
  });

  test('frozen waits longer', () => {
    const watch = new TroubleWatch();
    watch.note('frozen', 0);
    watch.note('frozen', beginsAfterMs + 1);
    expect(watch.current).toBeNull();
    watch.note('frozen', frozenAfterMs);
    expect(watch.current).toBe('frozen');
  });
});
