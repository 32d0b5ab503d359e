import type { Meaning, Status } from '#shared/contract/status.ts';
import { countMeanings, type MeaningCounts, presentShare } from '#shared/register/percentages.ts';
import { pointsOf } from '#shared/register/points.ts';
import { type Cell, count } from './sheet.ts';

/** What a student's sessions came to. */
export interface Tally {
  byCode: ReadonlyMap<string, number>;
  /** Sessions in which the student was marked. */
  taken: number;
  counts: MeaningCounts;
  /** Of the statuses given, added up. */
  points: number;
}

/** Adds up a student's sessions; a code of null is a session in which nobody has marked. */
export function tallyOf(codes: readonly (string | null)[], statuses: readonly Status[]): Tally {
  const known = new Map(statuses.map((status) => [status.code, status]));
  const byCode = new Map<string, number>();
  const meanings: Array<Meaning | null> = [];
  for (const code of codes) {
    const status = code === null ? undefined : known.get(code);
    meanings.push(status?.meaning ?? null);
    if (code !== null) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  }
  const counts = countMeanings(meanings);
  return {
    byCode,
    counts,
    taken: meanings.length - counts.unmarked,
    points: pointsOf(codes, statuses),
  };
}

/** A total for each status, sessions taken, points, and the share present. */
export function totalCells(tally: Tally, statuses: readonly Status[]): Cell[] {
  return [
    ...statuses.map(({ code }) => count(tally.byCode.get(code) ?? 0)),
    count(tally.taken),
    count(tally.points),
    { kind: 'share', value: presentShare(tally.counts) },
  ];
}
