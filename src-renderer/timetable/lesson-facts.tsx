import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatCalendarShortDay, formatClock } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import type { LessonStep } from './lesson-dialog.tsx';
import { useNotHeld } from './use-not-held.ts';

interface LessonFactsProps {
  lesson: DayLesson;
  day: string;
  onStep: (step: LessonStep) => void;
  onClose: () => void;
}

export function LessonFacts({ lesson, day, onStep, onClose }: LessonFactsProps) {
  const { t } = useTranslation('timetable');
  const admin = useIsAdmin();
  const time = `${formatClock(lesson.startsAt)}–${formatClock(lesson.endsAt)}`;
  return (
    <Stack>
      <Stack gap={4}>
        <Text size="sm" data-figures>
          {formatCalendarShortDay(day)}, {time}
          {lesson.room && `, ${lesson.room}`}
        </Text>
        <Text size="sm">{lesson.teacherName}</Text>
        <Text size="sm" c="dimmed">
          {lesson.to === null
            ? t('facts.since', { from: formatCalendarDay(lesson.from) })
            : t('facts.fromTo', {
                from: formatCalendarDay(lesson.from),
                to: formatCalendarDay(lesson.to),
              })}
        </Text>
      </Stack>
      <FateOfLesson lesson={lesson} day={day} onStep={onStep} onClose={onClose} />
      {admin && (
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onStep('remove')}>
            {t('facts.remove')}
          </Button>
          <Button variant="default" onClick={() => onStep('change')} data-autofocus>
            {t('facts.change')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function FateOfLesson({ lesson, day, onStep, onClose }: LessonFactsProps) {
  const { t } = useTranslation('timetable');
  const { clear } = useNotHeld(onClose);
  const { fate } = lesson;
  switch (fate.kind) {
    case 'open':
    case 'taken':
      return (
        <Group justify="space-between">
          <Text size="sm">{t(`fate.${fate.kind}`)}</Text>
          <LinkButton
            to={fate.kind === 'open' ? '/sessions/$sessionId/live' : '/registers/$sessionId'}
            params={{ sessionId: fate.sessionId }}
            variant="light"
          >
            {t('facts.openRegister')}
          </LinkButton>
        </Group>
      );
    case 'notHeld':
      return (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('facts.notHeld', { reason: fate.reason, by: fate.by })}</Text>
          <Button
            variant="light"
            flex="none"
            loading={clear.isPending}
            onClick={() => clear.mutate({ lessonId: lesson.id, day })}
          >
            {t('facts.takeBack')}
          </Button>
        </Group>
      );
    default:
      return (
        <Button variant="light" onClick={() => onStep('notHeld')}>
          {t('facts.sayNotHeld')}
        </Button>
      );
  }
}
