import { type Status, statusInRole } from '#shared/contract/status.ts';
import { lookOfStatus } from './status-look.ts';

/** How many have a status. */
export interface ResultCount {
  status: Status;
  count: number;
  /** Those of them who came late; 0 where the status is not about being there. */
  late: number;
}

/**
 * What registers came to, counted as a session is while it runs: all who are present together, late
 * ones included, under the status of those on time; every other status by itself.
 */
export function resultCounts(counted: readonly (Status & { marks: number })[]): ResultCount[] {
  const sum = (some: typeof counted) => some.reduce((total, { marks }) => total + marks, 0);
  const present = counted.filter(({ meaning }) => meaning === 'present');
  const late = sum(present.filter((status) => lookOfStatus(status) === 'late'));
  const onTime = statusInRole(counted, 'present');
  return counted.flatMap(({ marks, ...status }) => {
    if (status.code === onTime.code) return [{ status, count: sum(present), late }];
    return status.meaning === 'present' ? [] : [{ status, count: marks, late: 0 }];
  });
}
