import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { dayOf } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import { useAccount } from '#renderer/app/standing.ts';
import { addDays, mondayOf } from '#shared/timetable/days.ts';

const route = getRouteApi('/timetable');

/** Whose week is shown. */
export type Whose = { kind: 'class'; id: string } | { kind: 'teacher'; id: string };

/** The people and classes to choose from, whose week is shown, and its days. */
export function useWeek() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/timetable' });
  const account = useAccount();
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const teachers = useQuery(api.timetable.teachers.queryOptions());
  const first = classes.data?.[0]?.id;
  const whose = chosen(search) ?? usual(account.role === 'admin' ? first : undefined, account.id);
  const monday = mondayOf(search.day ?? dayOf(Date.now()));
  const days = useQuery(
    api.timetable.days.queryOptions({
      input: {
        range: { from: monday, to: addDays(monday, 6) },
        ...(whose.kind === 'class' ? { classId: whose.id } : { teacherId: whose.id }),
      },
      placeholderData: keepPreviousData,
    }),
  );
  const show = (next: { classId?: string; teacherId?: string } | { day: string | undefined }) =>
    void navigate({
      search: (before) =>
        'day' in next
          ? { ...before, day: next.day }
          : { ...before, classId: undefined, teacherId: undefined, ...next },
      replace: true,
    });
  return { classes, teachers, whose, monday, days, show };
}

function chosen({ classId, teacherId }: ReturnType<typeof route.useSearch>): Whose | null {
  if (classId !== undefined) return { kind: 'class', id: classId };
  return teacherId === undefined ? null : { kind: 'teacher', id: teacherId };
}

/** An admin begins with the first class, a teacher with the own week. */
function usual(firstClass: string | undefined, ownId: string): Whose {
  return firstClass === undefined
    ? { kind: 'teacher', id: ownId }
    : { kind: 'class', id: firstClass };
}
