import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#renderer/app/format.ts';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import classes from './week-grid.module.css';

/** In a class's week a lesson names its teacher, in a teacher's its class. */
export type LessonShows = 'class' | 'teacher';

interface LessonBlockProps {
  lesson: DayLesson;
  shows: LessonShows;
  /** False on a day without school. */
  expected: boolean;
  /** Pixels from the top of the grid. */
  top: number;
  height: number;
  onOpen: () => void;
}

export function LessonBlock({ lesson, shows, expected, top, height, onOpen }: LessonBlockProps) {
  const { t } = useTranslation('timetable');
  const notHeld = lesson.fate.kind === 'notHeld';
  const who = shows === 'class' ? lesson.className : lesson.teacherName;
  // Beside the subject stands the class already; the room has to be read in a narrow column too.
  const beside = shows === 'teacher' ? who : null;
  const fate = lesson.fate.kind === 'none' ? beside : t(`fate.${lesson.fate.kind}`);
  const about = [lesson.room, fate].filter((part) => part !== null);
  const looks = [
    classes.lesson,
    expected && !notHeld ? '' : classes.faded,
    notHeld ? classes.struck : '',
  ];
  return (
    <UnstyledButton
      className={looks.join(' ')}
      style={{ top, height }}
      title={[lesson.subjectName, ...about].join(' · ')}
      onClick={onOpen}
    >
      <Text size="xs" fw={600} truncate>
        {shows === 'class' ? `${who} · ${lesson.subjectName}` : lesson.subjectName}
      </Text>
      <Text size="xs" truncate data-figures>
        {formatClock(lesson.startsAt)}–{formatClock(lesson.endsAt)}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {about.join(' · ')}
      </Text>
    </UnstyledButton>
  );
}
