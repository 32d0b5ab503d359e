import { describe, expect, test } from 'vitest';
import { CHALLENGE_LIMITS, Challenge, type ChallengeSample, randomSteps } from './challenge.ts';

const straight = { yaw: 0, pitch: 0, blinks: 0, mouthWidth: 0.8, interOcular: 60 };

/** Plays looks of 100 ms each. */
function play(challenge: Challenge, looks: readonly Partial<ChallengeSample>[], from = 0): number {
  looks.forEach((look, i) => {
    challenge.push({ ...straight, ...look, time: from + i * 100 });
  });
  return from + looks.length * 100;
}

const still = (count: number, look: Partial<ChallengeSample> = {}) =>
  Array.from({ length: count }, () => look);

describe('a challenge', () => {
  test('is done by following it in order', () => {
    const challenge = new Challenge(['turnLeft', 'blinkTwice', 'smile']);
    let now = play(challenge, [...still(5), ...still(4, { yaw: 22 })]);
    expect(challenge.view()).toMatchObject({ step: 'blinkTwice', done: 1, of: 3 });
    now = play(
      challenge,
      [...still(5), ...still(3, { blinks: 1 }), ...still(3, { blinks: 2 })],
      now,
    );
    const after = { blinks: 2 };
    play(challenge, [...still(5, after), ...still(4, { ...after, mouthWidth: 0.95 })], now);
    expect(challenge.evidence()).toMatchObject({ completed: 3, outOfTime: false });
    expect(challenge.view()).toBeNull();
  });

  test.each([
    ['turnRight', { yaw: -20 }],
    ['lookUp', { pitch: 15 }],
    ['comeCloser', { interOcular: 80 }],
  ] as const)('%s is recognised', (step, look) => {
    const challenge = new Challenge([step]);
    play(challenge, [...still(5), ...still(4, look)]);
    expect(challenge.evidence().completed).toBe(1);
  });

  test('turning the wrong way ends it', () => {
    const challenge = new Challenge(['turnLeft', 'smile']);
    play(challenge, [...still(5), ...still(4, { yaw: -25 }), ...still(10, { yaw: 25 })]);
    expect(challenge.evidence()).toMatchObject({ completed: 0, outOfTime: true });
  });

  test('a recording that turns where a smile was asked ends it', () => {
    const challenge = new Challenge(['smile', 'turnLeft']);
    play(challenge, [...still(5), ...still(4, { yaw: 35 })]);
    expect(challenge.failed).toBe(true);
  });

  test('time runs out', () => {
    const challenge = new Challenge(['lookUp', 'smile']);
    play(challenge, still(CHALLENGE_LIMITS.perStepMs / 100 + 3));
    expect(challenge.evidence().outOfTime).toBe(true);
  });

  test('a movement under way when the step appears does not count', () => {
    const challenge = new Challenge(['turnLeft', 'smile']);
    play(challenge, still(10, { yaw: 22 }));
    expect(challenge.evidence().completed).toBe(0);
    expect(challenge.view()?.step).toBe('turnLeft');
  });

  test.each([
    ['lookUp', { pitch: 15 }],
    ['turnLeft', { yaw: 22 }],
    ['smile', { mouthWidth: 0.95 }],
  ] as const)('%s in passing does not count', (step, look) => {
    const challenge = new Challenge([step]);
    play(challenge, [...still(5), ...still(3, look), ...still(3), ...still(2, look)]);
    expect(challenge.evidence().completed).toBe(0);
  });

  test('a mouth that is wider for a tilted head is no smile', () => {
    const challenge = new Challenge(['smile']);
    play(challenge, [...still(5), ...still(6, { mouthWidth: 0.95, pitch: 12 })]);
    expect(challenge.evidence().completed).toBe(0);
  });

  test('a face that turns back to the camera has not come closer', () => {
    const challenge = new Challenge(['comeCloser']);
    play(challenge, [...still(5, { yaw: 18, interOcular: 45 }), ...still(6)]);
    expect(challenge.evidence().completed).toBe(0);
  });

  test('nobody follows within the time it takes to see the step', () => {
    const challenge = new Challenge(['comeCloser', 'smile']);
    play(challenge, [...still(1), ...still(2, { interOcular: 90 })]);
    expect(challenge.evidence().completed).toBe(0);
  });
});

test('random challenges have two or three different steps, in every order', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 300; i++) {
    const steps = randomSteps();
    expect(steps.length).toBeGreaterThanOrEqual(2);
    expect(steps.length).toBeLessThanOrEqual(3);
    expect(new Set(steps).size).toBe(steps.length);
    seen.add(steps.join());
  }
  expect(seen.size).toBeGreaterThan(60);
});
