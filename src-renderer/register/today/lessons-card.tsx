import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { LessonLine } from './lesson-line.tsx';
import { NotHeldDialog } from './not-held-dialog.tsx';
import { NowLesson } from './now-lesson.tsx';
import type { Mine, TodaysLessons } from './use-day-plan.ts';

/** How many lessons to come are named. */
const NEXT_SHOWN = 3;

/** What the timetable says about today: now, next, and not taken yet. Nothing without lessons. */
export function LessonsCard({ lessons }: { lessons: TodaysLessons }) {
  const { t } = useTranslation('today');
  const [asked, setAsked] = useState<DayLesson | null>(null);
  const { day, plan, mine } = lessons;
  if (day.lessons.length === 0 && mine === null) return null;
  const onNotHeld = setAsked;
  return (
    <Paper component="section" aria-labelledby="lessons-title" p="lg">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} id="lessons-title">
            {t('lessons.title')}
          </Title>
          <WhoseLessons lessons={lessons} />
        </Group>
        <DayWords lessons={lessons} />
        {plan.now.map((lesson) => (
          <NowLesson key={lesson.id} lesson={lesson} onNotHeld={() => onNotHeld(lesson)} />
        ))}
        <LessonGroup title={t('lessons.notTaken')} items={plan.notTaken} onNotHeld={onNotHeld} />
        <LessonGroup
          title={t('lessons.next')}
          items={plan.next.slice(0, NEXT_SHOWN)}
          onNotHeld={onNotHeld}
        />
        <LessonGroup title={t('lessons.notHeld')} items={plan.notHeld} onNotHeld={onNotHeld} />
      </Stack>
      {asked && <NotHeldDialog lesson={asked} day={day.day} onClose={() => setAsked(null)} />}
    </Paper>
  );
}

interface LessonGroupProps {
  title: string;
  items: readonly DayLesson[];
  onNotHeld: (lesson: DayLesson) => void;
}

function LessonGroup({ title, items, onNotHeld }: LessonGroupProps) {
  if (items.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3} fz="sm" c="dimmed">
        {title}
      </Title>
      {items.map((lesson) => (
        <LessonLine key={lesson.id} lesson={lesson} onNotHeld={() => onNotHeld(lesson)} />
      ))}
    </Stack>
  );
}

function WhoseLessons({ lessons: { mine, setMine } }: { lessons: TodaysLessons }) {
  const { t } = useTranslation('today');
  if (mine === null) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('lessons.whose')}
      value={mine}
      onChange={(value) => setMine(value === 'all' ? 'all' : ('mine' satisfies Mine))}
      data={[
        { value: 'mine', label: t('lessons.mine') },
        { value: 'all', label: t('lessons.all') },
      ]}
    />
  );
}

/** Why nothing is expected, or that everything is done. */
function DayWords({ lessons: { day, plan } }: { lessons: TodaysLessons }) {
  const { t } = useTranslation('today');
  const { noSchool } = day;
  const words = noSchool
    ? noSchool.kind === 'holiday'
      ? t('lessons.holiday', { name: noSchool.name })
      : t('lessons.outsideTerms')
    : nothingLeft(plan, t);
  if (words === null) return null;
  return (
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  );
}

function nothingLeft(
  { now, next, notTaken }: TodaysLessons['plan'],
  t: ReturnType<typeof useTranslation<'today'>>['t'],
): string | null {
  return now.length + next.length + notTaken.length > 0 ? null : t('lessons.done');
}
