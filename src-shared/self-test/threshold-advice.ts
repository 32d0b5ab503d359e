import { errorsAt, type Verification } from '../recognition/error-rates.ts';

export type ErrorRates = ReturnType<typeof errorsAt>;

/** What the scores say of the threshold in use. Advice only: the threshold is not a setting. */
export type ThresholdAdvice =
  /** So few pictures say nothing of a threshold. */
  | { kind: 'tooFew' }
  | { kind: 'keep' }
  /** At this threshold there would be fewer mistakes. */
  | { kind: 'higher' | 'lower'; there: ErrorRates }
  /** Pictures of others score as high as people's own: no threshold tells them apart. */
  | { kind: 'overlap'; there: ErrorRates };

/** Below these, a single picture moves the rates by five percent and more. */
const MIN_GENUINE = 20;
const MIN_IMPOSTOR = 40;
/** A threshold keeps this far above the highest score of another person. */
const SAFETY = 0.01;
/** So many more pictures refused are not worth a threshold. */
const MAX_LOSS = 0.05;

/**
 * Advice on a threshold from the scores of pictures with their own student (`genuine`) and with
 * every other student (`impostor`). A wrong name weighs more than none: what is looked for is the
 * lowest threshold that nobody else's picture reaches.
 * @param accept the threshold in use
 */
export function adviseOnThreshold(scores: Verification, accept: number): ThresholdAdvice {
  const { genuine, impostor } = scores;
  if (genuine.length < MIN_GENUINE || impostor.length < MIN_IMPOSTOR) return { kind: 'tooFew' };
  const now = errorsAt(scores, accept);
  const there = errorsAt(scores, clearOf(impostor));
  if (now.far > 0) {
    return { kind: there.frr - now.frr <= MAX_LOSS ? 'higher' : 'overlap', there };
  }
  const isBetter = there.threshold < accept && there.frr < now.frr;
  return isBetter ? { kind: 'lower', there } : { kind: 'keep' };
}

/** The lowest threshold in hundredths that is clear of these scores. */
function clearOf(impostor: readonly number[]): number {
  const highest = impostor.reduce((most, score) => Math.max(most, score), -1);
  return Math.ceil((highest + SAFETY) * 100) / 100;
}

/**
 * The rate that is still possible, with 95 % confidence, when none was seen in `count` trials: the
 * rule of three (Hanley and Lippman-Hand, JAMA 1983).
 */
export function possibleRate(count: number): number {
  return Math.min(1, 3 / Math.max(1, count));
}
