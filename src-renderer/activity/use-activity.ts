import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';
import type { DayRange } from '#shared/contract/base.ts';
import { ACTIVITY_GROUPS, type ActivityGroup } from './activity-groups.ts';

const PAGE = 100;

/** The activity log by pages of a hundred, newest first. */
export function useActivity(group: ActivityGroup, range: DayRange | undefined) {
  const kinds = ACTIVITY_GROUPS[group];
  return useInfiniteQuery(
    api.activity.list.infiniteOptions({
      input: (before: string | undefined) => ({
        kinds: kinds && [...kinds],
        range,
        before,
        limit: PAGE,
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
    }),
  );
}
