import type { OnSite, StandingOnSite } from '#shared/contract/reports.contract.ts';

/** In the order in which they are looked for. */
export const GROUPS = ['onSite', 'presentEarlier', 'notMarked', 'away'] as const;
export type OnSiteGroup = (typeof GROUPS)[number];

export type OnSiteStudent = OnSite['classes'][number]['students'][number];

const GROUP_OF: Record<StandingOnSite['kind'], OnSiteGroup> = {
  present: 'onSite',
  presentEarlier: 'presentEarlier',
  notMarked: 'notMarked',
  absent: 'away',
  excused: 'away',
};

/** When somebody was last seen; null: not today. */
export function lastSeen(standing: StandingOnSite): number | null {
  const { kind } = standing;
  return kind === 'present' || kind === 'presentEarlier' ? standing.place.at : null;
}

export function countOnSite(students: readonly OnSiteStudent[]): Record<OnSiteGroup, number> {
  const counts = { onSite: 0, presentEarlier: 0, notMarked: 0, away: 0 };
  for (const { standing } of students) counts[GROUP_OF[standing.kind]] += 1;
  return counts;
}

/** Those on site first; within a group as they come. */
export function inSearchOrder(students: readonly OnSiteStudent[]): OnSiteStudent[] {
  const place = ({ standing }: OnSiteStudent) => GROUPS.indexOf(GROUP_OF[standing.kind]);
  return students.toSorted((a, b) => place(a) - place(b));
}
