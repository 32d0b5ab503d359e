import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { dayOf } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import { type ReportsSearch, USUAL_THRESHOLD } from './reports-search.ts';

const route = getRouteApi('/reports');
const DAY_MS = 86_400_000;
/** What a report is about unless other days are chosen. */
const USUAL_DAYS = 30;

/** What the report is about, how that is changed, and what the register says. */
export function useReport() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports' });
  const now = Date.now();
  const { classId, subjectId, under = USUAL_THRESHOLD } = search;
  const range = {
    from: search.from ?? dayOf(now - USUAL_DAYS * DAY_MS),
    to: search.to ?? dayOf(now),
  };
  const asked = { input: { classId, subjectId, range }, placeholderData: keepPreviousData };
  const overview = useQuery(api.reports.overview.queryOptions(asked));
  const students = useQuery(api.reports.students.queryOptions(asked));
  const classes = useQuery(
    api.people.classes.list.queryOptions({ input: { includeArchived: true } }),
  );
  const subjects = useQuery(
    api.people.subjects.list.queryOptions({ input: { includeArchived: true } }),
  );
  function change(changes: ReportsSearch) {
    void navigate({ search: { ...search, ...changes }, replace: true });
  }
  return {
    filter: { classId, subjectId, range, under },
    classes: classes.data ?? [],
    subjects: subjects.data ?? [],
    overview,
    students,
    change,
  };
}

export type Report = ReturnType<typeof useReport>;
