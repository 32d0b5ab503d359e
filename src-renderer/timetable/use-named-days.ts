import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { NamedDays } from '#shared/contract/timetable.contract.ts';

export type DaysKind = 'term' | 'holiday';
type DaysInput = Omit<NamedDays, 'id'> & { id?: string };

const { saveTerm, removeTerm, saveHoliday, removeHoliday } = rollcall.timetable;
const CALLS = {
  term: { save: saveTerm, remove: removeTerm },
  holiday: { save: saveHoliday, remove: removeHoliday },
} as const;

const refresh = () => queryClient.invalidateQueries({ queryKey: api.timetable.key() });

/** Saves and removes terms or holidays; what was removed can be brought back. */
export function useNamedDays(kind: DaysKind, onSaved?: () => void) {
  const { t } = useTranslation('timetable');
  const save = useMutation({
    mutationFn: (days: DaysInput) => CALLS[kind].save(days),
    meta: { showsOwnErrors: true },
    onSuccess: async ({ name }) => {
      await refresh();
      showDone(t('days.saved', { name }));
      onSaved?.();
    },
  });
  const bringBack = useMutation({
    mutationFn: (days: DaysInput) => CALLS[kind].save(days),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: ({ id }: NamedDays) => CALLS[kind].remove({ id }),
    onSuccess: async (_nothing, { id: _id, ...days }) => {
      await refresh();
      showDone(t('days.removed', { name: days.name }), () => bringBack.mutate(days));
    },
  });
  return { save, remove };
}
