import { useMemo, useReducer } from 'react';
import type { Shown } from '#shared/self-test/liveness-trial.ts';
import { NO_TRIALS, nextTrialState, type TrialPolicy, type TrialState } from './trial-state.ts';
import { type SessionMode, useWatching, type Watching } from './use-watching.ts';

export interface LivenessTrials extends Watching, TrialState {
  start: (shown: Shown, policy: TrialPolicy) => void;
  stop: () => void;
  takeBack: () => void;
}

const trialMode = (policy: TrialPolicy): SessionMode => ({
  kind: 'session',
  policy,
  challengeAnybody: true,
});

/** Trials of the liveness engine on the camera, one after another. */
export function useLivenessTrials(): LivenessTrials {
  const [state, dispatch] = useReducer(nextTrialState, NO_TRIALS);
  const { trial } = state;
  const policy = trial.kind === 'running' ? trial.policy : null;
  const startedAt = trial.kind === 'running' ? trial.startedAt : null;
  // Another object for each trial, so that each begins anew.
  const mode = useMemo(() => (policy && startedAt ? trialMode(policy) : null), [policy, startedAt]);
  const watching = useWatching(mode, null, (report) => dispatch({ kind: 'frame', report }));
  return {
    ...watching,
    ...state,
    start: (shown, chosen) => dispatch({ kind: 'start', shown, policy: chosen, now: Date.now() }),
    stop: () => dispatch({ kind: 'stop' }),
    takeBack: () => dispatch({ kind: 'takeBack' }),
  };
}
