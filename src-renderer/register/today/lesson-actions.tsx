import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { useNotHeld } from '#renderer/timetable/use-not-held.ts';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { useStart } from './use-start.ts';

interface LessonActionsProps {
  lesson: DayLesson;
  onNotHeld: () => void;
}

const nothing = () => {};

/** Start it, say that it did not take place, or take that back. */
export function LessonActions({ lesson, onNotHeld }: LessonActionsProps) {
  const { t } = useTranslation('today');
  const { begin, busy } = useStart();
  const { clear } = useNotHeld(nothing);
  const { id: lessonId, classId, subjectId, className, subjectName, beginsAt, fate } = lesson;
  const of = { class: className, subject: subjectName };
  if (fate.kind === 'notHeld') {
    return (
      <Group gap="xs" wrap="nowrap" flex="none">
        <Text size="sm" c="dimmed" maw={180} truncate>
          {fate.reason}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('lessons.takeBackOf', of)}
          onClick={() => clear.mutate({ lessonId, day: dayOf(beginsAt) })}
        >
          {t('lessons.takeBack')}
        </Button>
      </Group>
    );
  }
  return (
    <Group gap={4} wrap="nowrap" flex="none">
      <Tooltip label={t('lessons.sayNotHeld')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('lessons.sayNotHeldOf', of)}
          onClick={onNotHeld}
        >
          <IconCalendarOff size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Button
        variant="light"
        size="compact-sm"
        aria-label={t('lessons.start', of)}
        loading={busy}
        onClick={() => begin({ classId, subjectId, lessonId })}
      >
        {t('lessons.startShort')}
      </Button>
    </Group>
  );
}
