import { presentationErrorRates } from '../liveness/error-rates.ts';
import type { LivenessEvidence, LivenessPolicy } from '../liveness/evidence.ts';
import { judgeLiveness, type LivenessNeed, type LivenessSuspicion } from '../liveness/judge.ts';

/** What the operator says is in front of the camera. */
export const SHOWN = ['live', 'photo', 'screen'] as const;
export type Shown = (typeof SHOWN)[number];

/** Why a trial ended as it did; `stillOwed` when it ran out of time. */
export type TrialReason =
  | { kind: 'alive' }
  | { kind: 'suspect'; why: LivenessSuspicion }
  | { kind: 'stillOwed'; need: LivenessNeed };

export interface TrialResult {
  shown: Shown;
  policy: LivenessPolicy;
  decision: 'accepted' | 'refused';
  reason: TrialReason;
  /** From the first sight of the face to the decision. */
  seconds: number;
  evidence: LivenessEvidence;
}

/** A face that has proved nothing by then is not marked either; a challenge takes less. */
export const TRIAL_LIMIT_MS = 30_000;

/** The end of a trial, or null while it goes on. */
export function trialEnd(
  evidence: LivenessEvidence,
  { shown, policy }: Pick<TrialResult, 'shown' | 'policy'>,
): TrialResult | null {
  const judged = judgeLiveness(evidence, policy);
  const base = { shown, policy, evidence, seconds: evidence.durationMs / 1000 };
  switch (judged.verdict) {
    case 'live':
      return { ...base, decision: 'accepted', reason: { kind: 'alive' } };
    case 'suspect':
      return { ...base, decision: 'refused', reason: { kind: 'suspect', why: judged.why } };
    default:
      if (evidence.durationMs < TRIAL_LIMIT_MS) return null;
      return { ...base, decision: 'refused', reason: { kind: 'stillOwed', need: judged.need } };
  }
}

/** Whether the decision was what it should have been. */
export function isRight({ shown, decision }: Pick<TrialResult, 'shown' | 'decision'>): boolean {
  return (decision === 'accepted') === (shown === 'live');
}

export interface TrialTally {
  accepted: number;
  refused: number;
  /** The share that was decided wrongly: BPCER for living people, APCER for attacks. */
  wrong: number;
}

/** Trials by what was shown; kinds that were never shown have no tally. */
export function tallyTrials(trials: readonly TrialResult[]): Partial<Record<Shown, TrialTally>> {
  const { bpcer, apcer } = presentationErrorRates(
    trials.map(({ shown, decision }) =>
      shown === 'live'
        ? { kind: 'live', attackKind: null, decision }
        : { kind: 'attack', attackKind: shown, decision },
    ),
  );
  const tallies: Partial<Record<Shown, TrialTally>> = {};
  for (const [shown, some] of Map.groupBy(trials, (trial) => trial.shown)) {
    const accepted = some.filter(({ decision }) => decision === 'accepted').length;
    const wrong = shown === 'live' ? bpcer : (apcer[shown] ?? 0);
    tallies[shown] = { accepted, refused: some.length - accepted, wrong };
  }
  return tallies;
}
