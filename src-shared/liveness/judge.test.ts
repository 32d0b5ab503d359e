import { describe, expect, test } from 'vitest';
import { type LivenessEvidence, livenessEvidenceSchema } from './evidence.ts';
import { judgeLiveness } from './judge.ts';
import { LIVENESS_THRESHOLDS as T } from './thresholds.ts';

function evidence(seen: Partial<LivenessEvidence> = {}): LivenessEvidence {
  return livenessEvidenceSchema.parse({
    frames: 40,
    durationMs: 3_000,
    blinks: 0,
    firstBlinkMs: null,
    deepestDip: 1,
    nonPlanarMotion: 0.5,
    yawRange: 1,
    gazeToCamera: 1,
    realScore: 0.7,
    liveScore: 0.9,
    screenCue: 0,
    challenge: null,
    ...seen,
  });
}

const blink = { blinks: 1, firstBlinkMs: 1_000, deepestDip: 0.7 };
const challenge = {
  steps: ['turnLeft' as const, 'smile' as const],
  completed: 0,
  outOfTime: false,
};

describe('standard', () => {
  const judge = (seen: Partial<LivenessEvidence>) => judgeLiveness(evidence(seen), 'standard');

  test('a blink proves life', () => {
    expect(judge(blink)).toEqual({ verdict: 'live' });
  });

  test('a turned head proves life, a residual without a turn does not', () => {
    const turned = { nonPlanarMotion: T.nonPlanarMotion, yawRange: T.yawRange };
    expect(judge(turned)).toEqual({ verdict: 'live' });
    expect(judge({ ...turned, yawRange: T.yawRange - 1 }).verdict).toBe('pending');
  });

  test('high scores of the two networks prove nothing', () => {
    expect(judge({ realScore: 1, liveScore: 1 })).toEqual({
      verdict: 'pending',
      need: 'blinkOrTurnHead',
    });
  });

  test('nothing is believed of the first moment', () => {
    expect(judge({ ...blink, frames: 2 })).toEqual({ verdict: 'pending', need: 'moreFrames' });
    expect(judge({ ...blink, durationMs: 100 })).toEqual({
      verdict: 'pending',
      need: 'moreFrames',
    });
  });

  test('a living face that looks away is asked to look', () => {
    expect(judge({ ...blink, gazeToCamera: 0 })).toEqual({
      verdict: 'pending',
      need: 'lookAtCamera',
    });
  });

  test('a face without a sign of life becomes suspect', () => {
    expect(judge({ durationMs: T.suspectAfterMs })).toEqual({
      verdict: 'suspect',
      why: 'noSignOfLife',
    });
  });

  test('time in which a slow machine could not see a blink does not count', () => {
    const slow = { durationMs: 2 * T.suspectAfterMs, watchedMs: T.suspectAfterMs - 1 };
    expect(judge(slow).verdict).toBe('pending');
    expect(judge({ ...slow, watchedMs: T.suspectAfterMs }).verdict).toBe('suspect');
  });

  test('a first blink that comes late needs a second', () => {
    const late = { ...blink, firstBlinkMs: T.suspectAfterMs + 1, durationMs: T.suspectAfterMs + 2 };
    expect(judge(late).verdict).toBe('suspect');
    expect(judge({ ...late, blinks: 2 })).toEqual({ verdict: 'live' });
  });

  test('who blinked early stays alive', () => {
    expect(judge({ ...blink, durationMs: 60_000 })).toEqual({ verdict: 'live' });
  });

  test.each([null, T.screenCue - 0.1])(
    'nothing is believed while a screen may be there: %s',
    (screenCue) => {
      expect(judge({ ...blink, screenCue })).toEqual({ verdict: 'pending', need: 'moreFrames' });
    },
  );

  test('a screen is suspect whatever it shows', () => {
    expect(judge({ ...blink, screenCue: 1 })).toEqual({ verdict: 'suspect', why: 'screen' });
  });
});

describe('strict', () => {
  const judge = (seen: Partial<LivenessEvidence>) => judgeLiveness(evidence(seen), 'strict');

  test('passive evidence is not enough', () => {
    expect(judge({ ...blink, nonPlanarMotion: 40, yawRange: 60 })).toEqual({
      verdict: 'pending',
      need: 'challenge',
    });
  });

  test('every step has to be done', () => {
    expect(judge({ ...blink, challenge: { ...challenge, completed: 1 } }).verdict).toBe('pending');
    expect(judge({ ...blink, challenge: { ...challenge, completed: 2 } })).toEqual({
      verdict: 'live',
    });
  });

  test('a print moved as asked still owes a sign of life', () => {
    expect(judge({ challenge: { ...challenge, completed: 2 } })).toEqual({
      verdict: 'pending',
      need: 'blinkOrTurnHead',
    });
  });

  test('a challenge failed is suspect', () => {
    expect(judge({ challenge: { ...challenge, outOfTime: true } })).toEqual({
      verdict: 'suspect',
      why: 'challengeFailed',
    });
  });

  test('a challenge of one step proves nothing', () => {
    const short = { steps: ['smile' as const], completed: 1, outOfTime: false };
    expect(judge({ challenge: short }).verdict).toBe('pending');
  });
});

test('off asks for nothing', () => {
  expect(judgeLiveness(evidence({ frames: 0, durationMs: 0 }), 'off')).toEqual({ verdict: 'live' });
});
