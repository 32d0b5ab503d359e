import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { formatCalendarShortDay, formatClock } from '#renderer/app/format.ts';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { DayLesson } from '#shared/contract/timetable.contract.ts';
import { useNotHeld } from './use-not-held.ts';

interface NotHeldFormProps {
  lesson: DayLesson;
  day: string;
  onClose: () => void;
}

/** Asks why a lesson did not take place. */
export function NotHeldForm({ lesson, day, onClose }: NotHeldFormProps) {
  const { t } = useTranslation('timetable');
  const { set } = useNotHeld(onClose);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim().length < 3 ? t('notHeld.invalid') : null) },
  });
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) => set.mutate({ lessonId: lesson.id, day, reason }))}
      noValidate
    >
      <Stack>
        {set.isError && <Problem error={set.error} />}
        <Text size="sm" data-figures>
          {formatCalendarShortDay(day)}, {formatClock(lesson.startsAt)}: {t('notHeld.about')}
        </Text>
        <TextInput
          label={t('notHeld.reason')}
          description={t('notHeld.hint')}
          maxLength={300}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <DialogButtons submit={t('notHeld.submit')} busy={set.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
