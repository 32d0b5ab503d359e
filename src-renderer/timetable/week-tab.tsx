import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { LessonDialog } from './lesson-dialog.tsx';
import { type LessonStart, NewLessonDialog } from './new-lesson-dialog.tsx';
import { useWeek } from './use-week.ts';
import { WeekBar } from './week-bar.tsx';
import { WeekGrid } from './week-grid.tsx';

/** One week of a class or a teacher; lessons are looked at, added and changed by clicking. */
export function WeekTab() {
  const { t } = useTranslation('timetable');
  const admin = useIsAdmin();
  const week = useWeek();
  const [open, setOpen] = useState<{ lesson: DayLesson; day: string } | null>(null);
  const [adding, setAdding] = useState<LessonStart | null>(null);
  const add = (start: Omit<LessonStart, 'whose'>) => setAdding({ ...start, whose: week.whose });
  return (
    <Stack>
      <WeekBar week={week} onAdd={admin ? () => add({ day: week.monday, startsAt: null }) : null} />
      <Loaded query={week.days}>
        {(days) => (
          <>
            {days.every(({ lessons }) => lessons.length === 0) && (
              <Text size="sm" c="dimmed">
                {admin ? t('week.noneAdmin') : t('week.none')}
              </Text>
            )}
            <WeekGrid
              days={days}
              shows={week.whose.kind === 'class' ? 'teacher' : 'class'}
              onOpen={(lesson, day) => setOpen({ lesson, day })}
              onAdd={admin ? add : null}
            />
          </>
        )}
      </Loaded>
      {open && <LessonDialog lesson={open.lesson} day={open.day} onClose={() => setOpen(null)} />}
      {adding && <NewLessonDialog start={adding} onClose={() => setAdding(null)} />}
    </Stack>
  );
}
