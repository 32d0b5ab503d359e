/** Scores of comparisons, apart by whether both sides show the same person. */
export interface Verification {
  genuine: number[];
  impostor: number[];
}

/** False accepts and false rejects when scores at and above the threshold are taken as the same. */
export function errorsAt({ genuine, impostor }: Verification, threshold: number) {
  const far = impostor.filter((score) => score >= threshold).length / Math.max(1, impostor.length);
  const frr = genuine.filter((score) => score < threshold).length / Math.max(1, genuine.length);
  return { threshold, far, frr };
}

/** The score that at most `rate` of the values lie above. */
export function thresholdFor(values: readonly number[], rate: number): number {
  const falling = values.toSorted((a, b) => b - a);
  return falling[Math.floor(rate * falling.length)] ?? Number.NEGATIVE_INFINITY;
}

/** What became of a probe of somebody enrolled. */
export type Outcome = 'right' | 'wrong' | 'missed';

export type PersonTally = Record<Outcome, number>;

/** @param named the person named; null: nobody */
export function outcomeOf(named: string | null, person: string): Outcome {
  if (named === null) return 'missed';
  return named === person ? 'right' : 'wrong';
}
