import { type Shown, type TrialResult, trialEnd } from '#shared/self-test/liveness-trial.ts';
import type { FaceView, FrameReport } from '#vision/protocol.ts';
import { nearestFace } from './nearest-face.ts';

/** A proof of life that can be tried; `off` proves nothing. */
export type TrialPolicy = 'standard' | 'strict';

export type Trial =
  | { kind: 'idle' }
  | { kind: 'running'; shown: Shown; policy: TrialPolicy; startedAt: number; face: FaceView | null }
  | { kind: 'over'; result: TrialResult };

export interface TrialState {
  trial: Trial;
  /** Trials that came to a decision, in their order. */
  results: readonly TrialResult[];
}

export type TrialAction =
  | { kind: 'start'; shown: Shown; policy: TrialPolicy; now: number }
  | { kind: 'stop' }
  | { kind: 'frame'; report: FrameReport }
  | { kind: 'takeBack' };

export const NO_TRIALS: TrialState = { trial: { kind: 'idle' }, results: [] };

/** Carries trials on: a trial ends with the first decision on the nearest face. */
export function nextTrialState(state: TrialState, action: TrialAction): TrialState {
  switch (action.kind) {
    case 'start': {
      const { shown, policy, now } = action;
      return { ...state, trial: { kind: 'running', shown, policy, startedAt: now, face: null } };
    }
    case 'stop':
      return { ...state, trial: { kind: 'idle' } };
    case 'frame':
      return withFrame(state, action.report);
    case 'takeBack':
      return { trial: { kind: 'idle' }, results: state.results.slice(0, -1) };
  }
}

function withFrame(state: TrialState, { capturedAt, faces }: FrameReport): TrialState {
  const { trial, results } = state;
  // What was on its way when the trial began belongs to what was before.
  if (trial.kind !== 'running' || capturedAt < trial.startedAt) return state;
  const face = nearestFace(faces);
  const result = face?.evidence ? trialEnd(face.evidence, trial) : null;
  if (!result) return { ...state, trial: { ...trial, face } };
  return { trial: { kind: 'over', result }, results: [...results, result] };
}
