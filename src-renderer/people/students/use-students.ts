import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '#renderer/app/query-client.ts';
import { withFaces } from './face-filter.ts';
import { sortStudents } from './sort-students.ts';
import type { StudentsSearch } from './students-search.ts';

const route = getRouteApi('/students');
const TYPING_MS = 150;

/** What the students screen shows, and how it is changed. */
export function useStudents() {
  const view = route.useSearch();
  const navigate = useNavigate({ from: '/students' });
  const [search] = useDebouncedValue(view.search, TYPING_MS);
  const query = useQuery(
    api.people.students.list.queryOptions({
      input: { search, classId: view.classId, includeArchived: view.archived },
      placeholderData: keepPreviousData,
    }),
  );
  const students = useMemo(
    () => sortStudents(withFaces(query.data ?? [], view.faces), view.sort, view.descending),
    [query.data, view.faces, view.sort, view.descending],
  );

  function show(changes: Partial<StudentsSearch>) {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  }
  // What is on screen may still answer the search of before.
  const filtered = view.classId !== undefined || view.faces !== undefined;
  const narrowed = search !== '' || filtered || query.isPlaceholderData;
  return { view, show, query, students, narrowed };
}
