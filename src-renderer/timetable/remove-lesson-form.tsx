import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { DayInput } from '#renderer/app/parts/day-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { Lesson } from '#shared/contract/timetable.contract.ts';

interface RemoveLessonFormProps {
  lesson: Lesson;
  /** The day it was opened on. */
  day: string;
  onClose: () => void;
}

/** Ends a lesson; what was before that day stays. */
export function RemoveLessonForm({ lesson, day, onClose }: RemoveLessonFormProps) {
  const { t } = useTranslation('timetable');
  const [from, setFrom] = useState<string | null>(day);
  const remove = useMutation({
    mutationFn: (of: { id: string; from: string }) => rollcall.timetable.removeLesson(of),
    meta: { showsOwnErrors: true },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.timetable.key() });
      showDone(t('remove.done'));
      onClose();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== null) remove.mutate({ id: lesson.id, from });
      }}
    >
      <Stack>
        {remove.isError && <Problem error={remove.error} />}
        <DayInput label={t('remove.from')} value={from} onChange={setFrom} />
        <Text size="sm" c="dimmed">
          {from !== null && from <= lesson.from
            ? t('remove.whole', { from: formatCalendarDay(lesson.from) })
            : t('remove.about')}
        </Text>
        <DialogButtons submit={t('remove.submit')} busy={remove.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
