import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { dayOf } from '#renderer/app/format.ts';
import type { DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { SessionSummary } from '#shared/contract/register.contract.ts';
import { searchKey, searchWords } from '#shared/people/search-key.ts';
import type { RegistersSearch } from './registers-search.ts';

const route = getRouteApi('/registers');
const DAY_MS = 86_400_000;
/** What is listed unless other days are chosen. */
const USUAL_DAYS = 30;

/** The registers with every word in class, subject or teacher. */
function withWords(sessions: readonly SessionSummary[], search: string) {
  const words = searchWords(search);
  if (words.length === 0) return sessions;
  return sessions.filter(({ className, subjectName, teacherName }) => {
    const key = searchKey(`${className} ${subjectName} ${teacherName}`);
    return words.every((word) => key.includes(word));
  });
}

/** The registers listed, and how the choice is changed. */
export function useRegisters() {
  const view = route.useSearch();
  const { classId, from, to, search } = view;
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
  const sessions = useMemo(() => withWords(query.data ?? [], search), [query.data, search]);

  function show(changes: Partial<RegistersSearch>) {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  }
  /** A range with one end chosen waits for the other before it is asked for. */
  function showDays([first, last]: DaysChosen) {
    if (first && last) show({ from: first, to: last });
  }
  return {
    query,
    sessions,
    classes: classes.data ?? [],
    view,
    range,
    show,
    showDays,
  };
}
