import type { Meaning } from '../contract/register.contract.ts';

export interface MeaningCounts {
  present: number;
  absent: number;
  ignored: number;
  unmarked: number;
}

/** Counts statuses by meaning; null stands for a student nobody has marked. */
export function countMeanings(meanings: Iterable<Meaning | null>): MeaningCounts {
  const counts: MeaningCounts = { present: 0, absent: 0, ignored: 0, unmarked: 0 };
  for (const meaning of meanings) counts[meaning ?? 'unmarked'] += 1;
  return counts;
}

/** Adds up marks counted by status. */
export function countsOfStatuses(
  statuses: Iterable<{ meaning: Meaning; marks: number }>,
): Omit<MeaningCounts, 'unmarked'> {
  const counts = { present: 0, absent: 0, ignored: 0 };
  for (const { meaning, marks } of statuses) counts[meaning] += marks;
  return counts;
}

/**
 * Share of the sessions that count in which the student was there, 0 to 1; null where none
 * counts. Late has the meaning `present`; ignored (excused, holiday) and unmarked do not count,
 * as in Moodle's attendance activity, where only sessions with a graded status enter the total.
 */
export function presentShare(counts: Pick<MeaningCounts, 'present' | 'absent'>): number | null {
  const counted = counts.present + counts.absent;
  return counted === 0 ? null : counts.present / counted;
}
