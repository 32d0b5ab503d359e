import { expect, it } from 'vitest';
import type { LivenessEvidence } from '#shared/liveness/evidence.ts';
import { LIVE, NOT_YET, PHOTO } from '#tests/unit/support/test-faces.ts';
import type { FrameReport } from '#vision/protocol.ts';
import { NO_TRIALS, nextTrialState, type TrialState } from './trial-state.ts';

const frame = (evidence: LivenessEvidence | null, capturedAt = 2_000): FrameReport => ({
  capturedAt,
  trouble: null,
  tookMs: 30,
  fps: 20,
  faces: evidence
    ? [
        {
          trackId: 1,
          box: { x: 0, y: 0, width: 0.3, height: 0.4 },
          state: { kind: 'unknown' },
          challenge: null,
          evidence,
        },
      ]
    : [],
});
const see = (state: TrialState, report: FrameReport) =>
  nextTrialState(state, { kind: 'frame', report });
const started = nextTrialState(NO_TRIALS, {
  kind: 'start',
  shown: 'photo',
  policy: 'standard',
  now: 1_000,
});

it('ends with the first decision, and counts it once', () => {
  const watching = see(see(started, frame(null)), frame(NOT_YET));
  expect(watching.trial).toMatchObject({ kind: 'running', face: { trackId: 1 } });
  const over = see(watching, frame(PHOTO));
  expect(over.trial).toMatchObject({ kind: 'over', result: { decision: 'refused' } });
  expect(see(over, frame(LIVE))).toBe(over);
  expect(over.results).toHaveLength(1);
});

it('takes nothing from before it began', () => {
  expect(see(started, frame(LIVE, 999))).toBe(started);
  expect(see(NO_TRIALS, frame(LIVE))).toBe(NO_TRIALS);
});

it('can be stopped without a result, and the last result taken back', () => {
  expect(nextTrialState(started, { kind: 'stop' })).toEqual(NO_TRIALS);
  const over = see(started, frame(LIVE));
  expect(over.results).toHaveLength(1);
  expect(nextTrialState(over, { kind: 'takeBack' })).toEqual(NO_TRIALS);
});
