import type { Status } from '../contract/status.ts';

const DECIMALS = 6;

/** Takes away what adding fractions such as 0.1 and 0.2 leaves at the far end. */
export const roundedPoints = (sum: number): number => Number(sum.toFixed(DECIMALS));

/**
 * The points of the statuses given, added up; null (nobody has marked) and codes that the school
 * never had earn none.
 */
export function pointsOf(
  codes: Iterable<string | null>,
  statuses: readonly Pick<Status, 'code' | 'points'>[],
): number {
  const points = new Map(statuses.map((status) => [status.code, status.points]));
  let sum = 0;
  for (const code of codes) sum += code === null ? 0 : (points.get(code) ?? 0);
  return roundedPoints(sum);
}
