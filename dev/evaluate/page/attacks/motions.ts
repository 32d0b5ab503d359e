import type { SheetPose } from './scene.ts';

/** How a sheet is held at time `t` (seconds). */
export type Motion = (t: number) => SheetPose;

const degrees = Math.PI / 180;

interface Setting {
  distance: number;
  random: () => number;
}

/** A hand's tremor: small, slow, on every axis. */
function tremor(random: () => number, size: number): (t: number) => number {
  const waves = Array.from({ length: 4 }, (_, i) => ({
    rate: (0.7 + 1.7 * i + random()) * 2 * Math.PI,
    phase: random() * 2 * Math.PI,
    size: (size / (1 + i)) * (0.6 + 0.8 * random()),
  }));
  return (t) => waves.reduce((sum, w) => sum + w.size * Math.sin(w.rate * t + w.phase), 0);
}

/** Held in the hand, as still as it goes. */
export function heldStill({ distance, random }: Setting): Motion {
  const [x, y, yaw, pitch, roll] = [0.002, 0.002, 0.5, 0.5, 0.3].map((size) =>
    tremor(random, size),
  ) as [
    (t: number) => number,
    (t: number) => number,
    (t: number) => number,
    (t: number) => number,
    (t: number) => number,
  ];
  return (t) => ({
    x: x(t),
    y: y(t),
    distance,
    yaw: yaw(t) * degrees,
    pitch: pitch(t) * degrees,
    roll: roll(t) * degrees,
    bend: 0,
  });
}

/** Moved about to and fro. */
export function waved(setting: Setting): Motion {
  const held = heldStill(setting);
  const { random, distance } = setting;
  const rate = (0.35 + 0.5 * random()) * 2 * Math.PI;
  const reach = 0.05 + 0.08 * random();
  return (t) => ({
    ...held(t),
    x: held(t).x + reach * Math.sin(rate * t),
    y: held(t).y + 0.5 * reach * Math.sin(1.4 * rate * t + 1),
    distance: distance * (1 + 0.08 * Math.sin(0.6 * rate * t)),
    roll: held(t).roll + 8 * degrees * Math.sin(0.8 * rate * t),
  });
}

/** Turned left and right, then up and down. */
export function tilted(setting: Setting): Motion {
  const held = heldStill(setting);
  const { random } = setting;
  const rate = (0.3 + 0.3 * random()) * 2 * Math.PI;
  const [yaw, pitch] = [(20 + 22 * random()) * degrees, (15 + 18 * random()) * degrees];
  return (t) => ({
    ...held(t),
    yaw: held(t).yaw + yaw * Math.sin(rate * t),
    pitch: held(t).pitch + pitch * Math.sin(0.63 * rate * t + 0.5),
  });
}

/** Bent over a cylinder, flexed, and turned with it. */
export function bent(setting: Setting): Motion {
  const turning = tilted(setting);
  const { random } = setting;
  const rate = (0.3 + 0.4 * random()) * 2 * Math.PI;
  const most = 1.2 + 1.3 * random();
  return (t) => ({ ...turning(t), bend: most * (0.55 + 0.45 * Math.sin(rate * t)) + 0.01 });
}

/** A phone or tablet in a hand: tremor and a slow drift. */
export function shaken(setting: Setting): Motion {
  const held = heldStill(setting);
  const { random } = setting;
  const drift = tremor(random, 0.006);
  const turn = tremor(random, 2);
  return (t) => ({
    ...held(t),
    x: held(t).x + drift(t * 0.5),
    y: held(t).y + drift(t * 0.4 + 3),
    yaw: held(t).yaw + turn(t * 0.4) * degrees,
  });
}
