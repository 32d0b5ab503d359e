import type { LivenessPolicy } from '../liveness/evidence.ts';
import type { DescriptorModel } from '../recognition/descriptor-model.ts';

/** `weak`: the camera only just knows the face. `sinking`: it knew it far better once. */
export type AgeingReason = 'weak' | 'sinking';

/** The median of at least one number; the upper one of two in the middle. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/**
 * Why a student's face is to be enrolled again, by what the marks scored; null: it need not be.
 * A single bad day does not count: the median of the latest `ageing.marks` marks does.
 * @param scores cosine similarities of the marks by face since the enrolment, oldest first
 */
export function ageingOf(
  scores: readonly number[],
  { ageing }: Pick<DescriptorModel, 'ageing'>,
): AgeingReason | null {
  if (scores.length < ageing.marks) return null;
  const recent = median(scores.slice(-ageing.marks));
  if (recent < ageing.weak) return 'weak';
  if (scores.length < 2 * ageing.marks) return null;
  const first = median(scores.slice(0, ageing.marks));
  return recent < ageing.fresh && first - recent >= ageing.drop ? 'sinking' : null;
}

/** A template is not changed by a match more often than this. */
const REFRESH_EVERY_MS = 30 * 86_400_000;

/** What is known when a student has just been marked by face. */
export interface RefreshFacts {
  /** Whether an admin allows it. */
  allowed: boolean;
  policy: LivenessPolicy;
  score: number;
  hasLookAlike: boolean;
  /** When the student's templates changed last. */
  changedAt: number;
  now: number;
}

/**
 * Whether a match that was just marked, live and with consent, may take the place of the oldest
 * template: only where that is allowed, proof of life was asked for, the match is beyond doubt, the
 * student looks like nobody, and nothing was changed for 30 days.
 */
export function mayRefresh(facts: RefreshFacts, { refresh }: Pick<DescriptorModel, 'refresh'>) {
  const { allowed, policy, score, hasLookAlike, changedAt, now } = facts;
  const isSure = policy !== 'off' && score >= refresh && !hasLookAlike;
  return allowed && isSure && now - changedAt >= REFRESH_EVERY_MS;
}
