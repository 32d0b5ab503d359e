import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { LessonActions } from './lesson-actions.tsx';

interface LessonLineProps {
  lesson: DayLesson;
  onNotHeld: () => void;
}

/** One lesson in a line, with what can be done about it. */
export function LessonLine({ lesson, onNotHeld }: LessonLineProps) {
  const { t } = useTranslation('today');
  const struck = lesson.fate.kind === 'notHeld';
  return (
    <Group wrap="nowrap" gap="sm" justify="space-between">
      <Text size="sm" truncate data-figures td={struck ? 'line-through' : undefined}>
        {formatTime(lesson.beginsAt)} <b>{lesson.className}</b> {lesson.subjectName}
        {lesson.room !== null && t('lessons.inRoom', { room: lesson.room })}
      </Text>
      <LessonActions lesson={lesson} onNotHeld={onNotHeld} />
    </Group>
  );
}
