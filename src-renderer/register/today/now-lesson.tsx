import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { useStart } from './use-start.ts';

interface NowLessonProps {
  lesson: DayLesson;
  onNotHeld: () => void;
}

/** The lesson that runs or is about to begin: the one big button. */
export function NowLesson({ lesson, onNotHeld }: NowLessonProps) {
  const { t } = useTranslation('today');
  const { begin, busy } = useStart();
  const { id: lessonId, classId, subjectId, className, subjectName, room } = lesson;
  const place = room === null ? '' : t('lessons.inRoom', { room });
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={0} miw={0}>
          <Text fw={650} fz="lg" truncate>
            {t('lessons.now', { class: className, subject: subjectName })}
          </Text>
          <Text size="sm" c="dimmed" truncate data-figures>
            {formatTime(lesson.beginsAt)}–{formatTime(lesson.finishesAt)}
            {place} · {lesson.teacherName}
          </Text>
        </Stack>
        <Button variant="subtle" size="compact-sm" flex="none" onClick={onNotHeld}>
          {t('lessons.sayNotHeld')}
        </Button>
      </Group>
      <Button
        h={64}
        fz="lg"
        fullWidth
        leftSection={<IconPlayerPlayFilled size={22} aria-hidden />}
        loading={busy}
        onClick={() => begin({ classId, subjectId, lessonId })}
      >
        {t('lessons.start', { class: className, subject: subjectName })}
      </Button>
    </Stack>
  );
}
