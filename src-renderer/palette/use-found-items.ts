import {
  IconBook2,
  IconBooks,
  IconCalendarCheck,
  IconPlayerPlay,
  IconUser,
  IconUserScan,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatDayTime } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import { useHasRole, useIsAdmin } from '#renderer/app/standing.ts';
import { STAFF, TEACHING } from '#shared/contract/base.ts';
import type { Found } from '#shared/contract/search.contract.ts';
import type { PaletteItem } from './palette-item.ts';

/** Faces are offered to be enrolled where the search has come down to a few. */
const FEW = 3;

function useStudentItems(students: Found['students']): PaletteItem[] {
  const { t } = useTranslation('palette');
  const admin = useIsAdmin();
  const navigate = useNavigate();
  return students.flatMap(({ id, fullName, studentNumber, className, phone }) => {
    const params = { studentId: id };
    const about = [className, studentNumber, phone].filter((part) => part !== null).join(' · ');
    const page: PaletteItem = {
      id: `student-${id}`,
      group: 'students',
      icon: IconUser,
      label: fullName,
      about,
      run: () => void navigate({ to: '/students/$studentId', params }),
    };
    const enrol: PaletteItem = {
      id: `enrol-${id}`,
      group: 'students',
      icon: IconUserScan,
      label: t('found.enrol', { name: fullName }),
      run: () => void navigate({ to: '/students/$studentId/enrol', params }),
    };
    return admin && students.length <= FEW ? [page, enrol] : [page];
  });
}

function useClassItems(classes: Found['classes']): PaletteItem[] {
  const { t } = useTranslation('palette');
  const teaching = useHasRole(TEACHING);
  const navigate = useNavigate();
  return classes.flatMap(({ id, name, studentCount }) => {
    const search = { classId: id };
    const list: PaletteItem = {
      id: `class-${id}`,
      group: 'classes',
      icon: IconBooks,
      label: name,
      about: t('found.students', { count: studentCount }),
      run: () => void navigate({ to: '/students', search }),
    };
    const registers: PaletteItem = {
      id: `class-registers-${id}`,
      group: 'classes',
      icon: IconCalendarCheck,
      label: t('found.registersOf', { name }),
      run: () => void navigate({ to: '/registers', search }),
    };
    const start: PaletteItem = {
      id: `class-start-${id}`,
      group: 'classes',
      icon: IconPlayerPlay,
      label: t('found.startFor', { name }),
      run: () => void navigate({ to: '/', search }),
    };
    if (classes.length > FEW) return [list];
    return teaching && studentCount > 0 ? [list, start, registers] : [list, registers];
  });
}

function useRegisterItems({
  day,
  unmatched,
  registers,
}: Pick<Found, 'day' | 'unmatched' | 'registers'>): PaletteItem[] {
  const { t } = useTranslation('palette');
  const navigate = useNavigate();
  const taken = registers.map(({ id, startedAt, className, subjectName }) => ({
    id: `register-${id}`,
    group: 'registers' as const,
    icon: IconCalendarCheck,
    label: `${className} ${subjectName}`,
    about: formatDayTime(startedAt),
    run: () => void navigate({ to: '/registers/$sessionId', params: { sessionId: id } }),
  }));
  if (day === null) return taken;
  const search = { from: day, to: day };
  const whole: PaletteItem = {
    id: `day-${day}`,
    group: 'registers',
    icon: IconCalendarCheck,
    label: t('found.day', { day: formatCalendarDay(day) }),
    ...(unmatched !== null && { about: t('found.unmatched', { words: unmatched }) }),
    run: () => void navigate({ to: '/registers', search }),
  };
  return [...taken, whole];
}

function useSubjectItems(subjects: Found['subjects']): PaletteItem[] {
  const admin = useIsAdmin();
  const navigate = useNavigate();
  if (!admin) return [];
  return subjects.map(({ id, name }) => ({
    id: `subject-${id}`,
    group: 'subjects',
    icon: IconBook2,
    label: name,
    run: () => void navigate({ to: '/classes', search: { tab: 'subjects' } }),
  }));
}

const NOTHING: Found = {
  students: [],
  classes: [],
  subjects: [],
  day: null,
  unmatched: null,
  registers: [],
};

/** What main finds for a search, and whether that is the answer to it and not to one before. */
export function useFoundItems(search: string): { items: PaletteItem[]; settled: boolean } {
  const staff = useHasRole(STAFF);
  const enabled = staff && search !== '';
  const query = useQuery(
    api.people.search.find.queryOptions({
      input: { search },
      enabled,
      placeholderData: keepPreviousData,
    }),
  );
  const found = enabled && query.data ? query.data : NOTHING;
  const students = useStudentItems(found.students);
  const classes = useClassItems(found.classes);
  const registers = useRegisterItems(found);
  const subjects = useSubjectItems(found.subjects);
  return {
    items: [...students, ...classes, ...registers, ...subjects],
    settled: !enabled || query.isError || (query.isSuccess && !query.isPlaceholderData),
  };
}
