import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { dayOf } from '#renderer/app/format.ts';
import type { DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { api } from '#renderer/app/query-client.ts';

const route = getRouteApi('/registers');
const DAY_MS = 86_400_000;
/** What is listed unless other days are chosen. */
const USUAL_DAYS = 30;

/** The registers listed, and how the choice is changed. */
export function useRegisters() {
  const { classId, from, to } = route.useSearch();
  const navigate = useNavigate({ from: '/registers' });
  const now = Date.now();
  const range = { from: from ?? dayOf(now - USUAL_DAYS * DAY_MS), to: to ?? dayOf(now) };
  const query = useQuery(
    api.register.list.queryOptions({
      input: { classId, range },
      placeholderData: keepPreviousData,
    }),
  );
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));

  /** A range with one end chosen waits for the other before it is asked for. */
  function showDays([first, last]: DaysChosen) {
    if (first && last) {
      void navigate({ search: { classId, from: first, to: last }, replace: true });
    }
  }
  function showClass(id: string | null) {
    void navigate({ search: { from, to, classId: id ?? undefined }, replace: true });
  }
  return {
    query,
    classes: classes.data ?? [],
    classId: classId ?? null,
    range,
    showDays,
    showClass,
  };
}
