import { describe, expect, test } from 'vitest';
import { Pyramid } from '../picture/picture.ts';
import { frameMoved } from './screen-frame.ts';
import { smoothLuma } from './screen-luma.ts';

const [WIDTH, HEIGHT] = [640, 360];
const FACE = { x: 270, y: 120, width: 90, height: 110 };

/** Brightness at a place; `t` is how far what moves has moved, in pixels. */
type Scene = (x: number, y: number, t: number) => number;

/** A room with a gradient, a shelf and a poster. */
const room: Scene = (x, y) => {
  if (y > 250 && y < 262) return 90;
  if (x > 40 && x < 110 && y > 60 && y < 160) return 120 + 50 * Math.sin(x / 5) * Math.sin(y / 7);
  if (x > 560 && (y >> 4) % 2 === 0) return 110;
  return 190 - y / 6;
};

const isFace = (x: number, y: number) => ((x - 315) / 45) ** 2 + ((y - 175) / 60) ** 2 < 1;

/** A slab with a rim, leaning by `lean` pixels a row, in front of the room. */
function held(rim: number, lean = 0): Scene {
  return (x, y, t) => {
    const across = Math.abs(x - t - lean * (y - 180) - 315);
    if (across > 115 || y < 20) return room(x, y, 0);
    if (across > 103 || y < 32) return rim;
    return isFace(x - t, y) ? 140 : 170 - y / 9;
  };
}

const head: Scene = (x, y, t) => (isFace(x - t, y) ? 140 : room(x, y, 0));

function door(x: number): boolean {
  return Math.abs(x - 210) < 8 || Math.abs(x - 430) < 8;
}

function luma(scene: Scene, t: number, seed: number) {
  let state = seed;
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const value = scene(i % WIDTH, Math.floor(i / WIDTH), t) + (state >>> 29) - 4;
    rgba.set([value, value, value, 255], i * 4);
  }
  return smoothLuma(new Pyramid({ width: WIDTH, height: HEIGHT, rgba }));
}

/** Whether a frame is seen to move when what moves in the scene moves by `t` pixels. */
function fires(scene: Scene, t: number): boolean {
  return frameMoved(luma(scene, t, 2), [{ time: 0, luma: luma(scene, 0, 1) }], FACE);
}

const WAYS = [-5, -2, 2, 5];

describe('a screen in a trembling hand', () => {
  test.each([
    ['with a dark rim', held(14)],
    ['with a light rim', held(245)],
    ['held askew', held(14, 0.09)],
  ])('%s', (_, scene) => {
    expect(WAYS.map((t) => fires(scene, t))).toEqual([true, true, true, true]);
  });
});

describe('no screen', () => {
  test.each<[string, Scene]>([
    ['a head that moves before a room', head],
    ['a head in a door', (x, y, t) => (isFace(x - t, y) || !door(x) ? head(x, y, t) : 40)],
    ['a screen or a board that hangs on the wall', (x, y) => held(14)(x, y, 0)],
    [
      'a striped wall',
      (x, y, t) => (isFace(x - t, y) ? 140 : 150 + 60 * Math.sign(Math.sin(x / 9))),
    ],
    [
      'a checked shirt that moves with its wearer',
      (x, y, t) =>
        y > 235 && Math.abs(x - t - 315) < 110
          ? 120 + 60 * Math.sign(Math.sin((x - t) / 6) * Math.sin(y / 6))
          : head(x, y, t),
    ],
    [
      'long straight hair that moves with the head',
      (x, y, t) => {
        const isHair = y > 165 ? Math.abs(x - t - 315) < 66 : Math.hypot(x - t - 315, y - 165) < 66;
        if (isFace(x - t, y)) return 140;
        return isHair ? 30 : room(x, y, 0);
      },
    ],
    ['a camera that is moved before a door', (x, y, t) => (door(x - t) ? 40 : room(x - t, y, 0))],
    [
      'somebody who carries a board past on one side',
      (x, y, t) => (Math.abs(x - 3 * t - 480) < 25 ? 60 : head(x, y, t)),
    ],
    ['nothing but noise', () => 128],
    ['a slow gradient', (x, y, t) => 60 + (x + t) / 6 + y / 9],
  ])('%s', (_, scene) => {
    expect(WAYS.map((t) => fires(scene, t))).toEqual([false, false, false, false]);
  });

  test('a picture that is enlarged', () => {
    const zoomed: Scene = (x, y, t) => {
      const factor = 1 + t / 100;
      const u = 315 + (x - 315) / factor;
      return door(u) ? 40 : room(u, 180 + (y - 180) / factor, 0);
    };
    expect(WAYS.map((t) => fires(zoomed, t))).toEqual([false, false, false, false]);
  });
});
