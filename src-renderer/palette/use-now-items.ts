import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, formatTime } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import { useAccount, useHasRole } from '#renderer/app/standing.ts';
import { useStart } from '#renderer/register/today/use-start.ts';
import { TEACHING } from '#shared/contract/base.ts';
import { planDay } from '#shared/timetable/day-plan.ts';
import type { PaletteItem } from './palette-item.ts';

/** The lessons of now, to be started, the own ones first; and registers still open, to go on with. */
export function useNowItems(): PaletteItem[] {
  const { t } = useTranslation('palette');
  const account = useAccount();
  const teaching = useHasRole(TEACHING);
  const today = dayOf(Date.now());
  const range = { from: today, to: today };
  const days = useQuery(api.timetable.days.queryOptions({ input: { range }, enabled: teaching }));
  const open = useQuery(api.register.open.queryOptions({ enabled: teaching }));
  const { begin, go } = useStart();
  const day = days.data?.[0];
  const now = day ? planDay(day, Date.now()).now : [];
  const own = (one: { teacherId: string }) => (one.teacherId === account.id ? 0 : 1);
  const toStart = now
    .toSorted((a, b) => own(a) - own(b))
    .map(({ id, classId, subjectId, className, subjectName, beginsAt, teacherName }) => ({
      id: `now-${id}`,
      group: 'now' as const,
      icon: IconPlayerPlayFilled,
      label: t('now.start', { class: className, subject: subjectName }),
      about: t('now.since', { time: formatTime(beginsAt), teacher: teacherName }),
      words: t('now.words'),
      run: () => begin({ classId, subjectId, lessonId: id }),
    }));
  const toGoOn = (open.data ?? []).map(
    ({ id, className, subjectName, startedAt, teacherName }) => ({
      id: `open-${id}`,
      group: 'now' as const,
      icon: IconPlayerPlayFilled,
      label: t('now.goOn', { class: className, subject: subjectName }),
      about: t('now.since', { time: formatTime(startedAt), teacher: teacherName }),
      words: t('now.words'),
      run: () => void go(id),
    }),
  );
  return [...toStart, ...toGoOn];
}
