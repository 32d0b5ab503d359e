import type { OnSite, StandingOnSite } from '#shared/contract/reports.contract.ts';

/** In the order in which they are looked for. */
export const GROUPS = ['onSite', 'presentEarlier', 'notSeen'] as const;
export type OnSiteGroup = (typeof GROUPS)[number];

export type OnSiteStudent = OnSite['classes'][number]['students'][number];

/** Whether somebody is to be looked for on the site. */
export function groupOf({ kind }: StandingOnSite): OnSiteGroup {
  if (kind === 'present') return 'onSite';
  return kind === 'presentEarlier' ? 'presentEarlier' : 'notSeen';
}

export function countOnSite(students: readonly OnSiteStudent[]): Record<OnSiteGroup, number> {
  const counts = { onSite: 0, presentEarlier: 0, notSeen: 0 };
  for (const { standing } of students) counts[groupOf(standing)] += 1;
  return counts;
}

/** Those on site first; within a group as they come. */
export function inSearchOrder(students: readonly OnSiteStudent[]): OnSiteStudent[] {
  const place = ({ standing }: OnSiteStudent) => GROUPS.indexOf(groupOf(standing));
  return students.toSorted((a, b) => place(a) - place(b));
}
