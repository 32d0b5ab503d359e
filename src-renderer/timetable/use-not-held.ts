import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';

interface LessonOnDay {
  lessonId: string;
  day: string;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.timetable.key() });

/** Says that a lesson did not take place on a day, or takes that back; the first can be undone. */
export function useNotHeld(onDone: () => void) {
  const { t } = useTranslation('timetable');
  const clear = useMutation({
    mutationFn: (of: LessonOnDay) => rollcall.timetable.clearNotHeld(of),
    onSuccess: async () => {
      await refresh();
      showDone(t('notHeld.cleared'));
      onDone();
    },
  });
  const set = useMutation({
    mutationFn: (of: LessonOnDay & { reason: string }) => rollcall.timetable.setNotHeld(of),
    meta: { showsOwnErrors: true },
    onSuccess: async (_nothing, { lessonId, day }) => {
      await refresh();
      showDone(t('notHeld.done'), () => clear.mutate({ lessonId, day }));
      onDone();
    },
  });
  return { set, clear };
}
