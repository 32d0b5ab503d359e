import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';
import type { ActivityOrder } from '#shared/contract/activity.contract.ts';
import type { DayRange } from '#shared/contract/base.ts';
import { type ActivityFilter, kindsFor } from './activity-filter.ts';

const PAGE = 100;

/** The activity log by pages of a hundred. */
export function useActivity(
  filter: ActivityFilter,
  range: DayRange | undefined,
  order: ActivityOrder,
) {
  const kinds = kindsFor(filter);
  return useInfiniteQuery(
    api.activity.list.infiniteOptions({
      input: (before: string | undefined) => ({
        kinds,
        range,
        order,
        before,
        limit: PAGE,
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
    }),
  );
}
