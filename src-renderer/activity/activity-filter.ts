import {
  ACTIVITY_GROUPS,
  type ActivityGroup,
  kindsIn,
  readableKinds,
} from '#shared/activity/activity-kinds.ts';
import type { ActivityKind } from '#shared/contract/activity.contract.ts';
import type { Role } from '#shared/contract/base.ts';

/** What the list may be narrowed to; `all` asks for every kind. */
export type ActivityFilter = ActivityGroup | 'all';

/** The kinds of entries behind a filter; undefined: every kind. */
export function kindsFor(filter: ActivityFilter): ActivityKind[] | undefined {
  return filter === 'all' ? undefined : kindsIn(filter);
}

/** The filters with which somebody of this role can find an entry. */
export function filtersFor(role: Role): ActivityFilter[] {
  const readable = new Set(readableKinds(role));
  const groups = ACTIVITY_GROUPS.filter((group) =>
    kindsIn(group).some((kind) => readable.has(kind)),
  );
  return ['all', ...groups];
}
