import { describe, expect, test } from 'vitest';
import { LIVE, NOT_YET, PHOTO } from '#tests/unit/support/test-faces.ts';
import { isRight, type TrialResult, tallyTrials, trialEnd } from './liveness-trial.ts';

describe('the end of a trial', () => {
  const standard = { shown: 'live', policy: 'standard' } as const;

  test('goes on while too little was seen', () => {
    expect(trialEnd(NOT_YET, standard)).toBeNull();
  });

  test('a blink is accepted, after the time that it took', () => {
    expect(trialEnd(LIVE, standard)).toMatchObject({
      decision: 'accepted',
      reason: { kind: 'alive' },
      seconds: 2,
    });
  });

  test('a photo is refused, and the reason is said', () => {
    const result = trialEnd(PHOTO, { shown: 'photo', policy: 'standard' });
    expect(result).toMatchObject({
      decision: 'refused',
      reason: { kind: 'suspect', why: 'noSignOfLife' },
    });
    expect(result && isRight(result)).toBe(true);
  });

  test('nobody is waited for without end', () => {
    const away = { ...LIVE, gazeToCamera: 0.1 };
    expect(trialEnd(away, standard)).toBeNull();
    expect(trialEnd({ ...away, durationMs: 30_000 }, standard)).toMatchObject({
      decision: 'refused',
      reason: { kind: 'stillOwed', need: 'lookAtCamera' },
    });
  });
});

test('trials are counted by what was shown', () => {
  const trial = (shown: TrialResult['shown'], decision: TrialResult['decision']): TrialResult => ({
    shown,
    decision,
    policy: 'standard',
    reason: { kind: 'alive' },
    seconds: 1,
    evidence: LIVE,
  });
  const trials = [
    trial('live', 'accepted'),
    trial('live', 'accepted'),
    trial('live', 'refused'),
    trial('screen', 'accepted'),
    trial('screen', 'refused'),
  ];
  expect(tallyTrials(trials)).toEqual({
    live: { accepted: 2, refused: 1, wrong: 1 / 3 },
    screen: { accepted: 1, refused: 1, wrong: 0.5 },
  });
});
