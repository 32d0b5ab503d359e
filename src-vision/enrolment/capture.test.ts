import { describe, expect, test } from 'vitest';
import type { Pose } from '#shared/contract/enrolment.contract.ts';
import { CAPTURE_LIMITS, type CaptureSample, Shutter } from './capture.ts';

const WIDTH = 960;

interface Look {
  yaw?: number;
  pitch?: number;
  eyes?: number;
  brightness?: number;
  mouthWidth?: number;
  x?: number;
}

function sampleAt(time: number, look: Look = {}): CaptureSample {
  const { yaw = 0, pitch = 0, eyes = 60, brightness = 120, mouthWidth = 0.8, x = 480 } = look;
  const pose = { yaw, pitch, roll: 0 };
  return {
    time,
    quality: { interOcular: eyes, brightness, sharpness: 0.3, pose, score: 0.9 },
    mouthWidth,
    x,
    y: 270,
  };
}

/** Looks of 100 ms each; the hints, and how many views were taken. */
function play(shutter: Shutter, pose: Pose, looks: readonly Look[], from = 0) {
  const hints: (string | null)[] = [];
  let taken = 0;
  looks.forEach((look, i) => {
    const sample = sampleAt(from + i * 100, look);
    const { hint, take } = shutter.push(pose, sample, WIDTH);
    hints.push(hint);
    if (take) {
      taken++;
      shutter.taken(pose, sample);
    }
  });
  return { hints, taken, last: hints.at(-1) };
}

const hold = (look: Look, count = 12) => Array.from({ length: count }, () => look);

describe('the shutter', () => {
  test('waits for a face that holds still, then takes views some time apart', () => {
    const { hints, taken } = play(new Shutter(), 'front', hold({}, 14));
    expect(hints[0]).toBe('holdStill');
    expect(hints.slice(1)).not.toContain('holdStill');
    expect(taken).toBe(1 + Math.floor((13 * 100 - 100 - 500) / 400));
  });

  test.each([
    ['comeCloser', { eyes: 20 }],
    ['moveBack', { eyes: 300 }],
    ['moreLight', { brightness: 20 }],
    ['lessLight', { brightness: 240 }],
    ['lookAtCamera', { yaw: 25 }],
  ] as const)('says %s and takes nothing', (hint, look) => {
    const { last, taken } = play(new Shutter(), 'front', hold(look));
    expect(last).toBe(hint);
    expect(taken).toBe(0);
  });

  test('a drifting face is asked to hold still', () => {
    const drifting = Array.from({ length: 12 }, (_, i) => ({ x: 480 + 20 * i }));
    expect(play(new Shutter(), 'front', drifting)).toMatchObject({ last: 'holdStill', taken: 0 });
  });

  test.each([
    ['left', 'lookLeft', { yaw: 22 }, { yaw: -22 }],
    ['right', 'lookRight', { yaw: -22 }, { yaw: 22 }],
    ['up', 'lookUp', { pitch: 15 }, { pitch: 0 }],
    ['smile', 'smile', { mouthWidth: 0.95 }, { mouthWidth: 0.82 }],
  ] as const)('%s: takes the pose and asks for it with %s', (pose, hint, right, wrong) => {
    const shutter = new Shutter();
    play(shutter, 'front', hold({}));
    shutter.restart();
    expect(play(shutter, pose, hold(wrong), 2_000)).toMatchObject({ last: hint, taken: 0 });
    expect(play(shutter, pose, hold(right), 4_000).taken).toBeGreaterThan(0);
  });

  test('turned too far is too far', () => {
    const look = { yaw: CAPTURE_LIMITS.turnTo + 3 };
    expect(play(new Shutter(), 'left', hold(look)).last).toBe('lookAtCamera');
  });
});
