import { useMemo, useState } from 'react';
import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import { useLiveStore } from '../live-store.ts';
import { presenceOf, searchRoster } from './roster.ts';
import { steadyIds } from './steady-rows.ts';

/**
 * The rows that the search and the filter ask for, in the order of `everyone`; while the list is
 * held, those that were there stay.
 */
export function useShownRows(
  everyone: readonly RosterEntry[],
  statuses: readonly Status[],
  held: boolean,
): RosterEntry[] {
  const search = useLiveStore((state) => state.search);
  const shown = useLiveStore((state) => state.shown);
  const now = useMemo(() => {
    const fitting = searchRoster(everyone, search).filter(
      (entry) => shown === 'all' || presenceOf(entry, statuses) === shown,
    );
    return { question: `${shown}/${search}`, ids: fitting.map((entry) => entry.studentId) };
  }, [everyone, statuses, search, shown]);
  const [before, setBefore] = useState(now);
  const { ids } = steadyIds(before, now, held);
  if (ids !== before.ids) setBefore(now);
  return useMemo(() => {
    const byId = new Map(everyone.map((entry) => [entry.studentId, entry]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [everyone, ids]);
}
